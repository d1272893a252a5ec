"""Small tables through the guard and the child: files, pastes, hostile ones, and what is too long."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sbdesk.domain.ledger_values import ErrorCell
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.table_rows import RowState, read_rows
from sbdesk.domain.table_shape import CellKind, TableColumn, TableShape, propose
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.read_table import MOST_ROWS, PASTED, RawTable, read_pasted, read_table_file
from sbdesk.spreadsheets.refusals import FileRefused

SHAPE = TableShape(
    (
        TableColumn("name", "Mottagare", identity=True, required=True),
        TableColumn("amount", "Belopp", CellKind.MONEY, required=True),
    )
)


def read_file(path: Path) -> RawTable:
    return read_table_file(path, progress=SilentProgress())


def pasted(text: str) -> RawTable:
    return read_pasted(text, progress=SilentProgress())


def workbook(path: Path, *rows: list[Any], extra: str = "") -> Path:
    book = openpyxl.Workbook()
    if extra:
        book.create_sheet(extra, 0).append(["Beskrivning"])
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_and_its_best_sheet_found(tmp_path: Path) -> None:
    place = workbook(tmp_path / "l.xlsx", ["Mottagare", "Belopp"], ["Region A", 100.5], extra="Om")
    table = read_file(place)
    assert (table.file_name, len(table.sha256)) == ("l.xlsx", 64)
    best = table.sheets[table.best(SHAPE)]
    assert (best.name, best.hidden) == ("Sheet", False)
    assert best.rows[1] == (2, ["Region A", 100.5])


def test_a_hidden_sheet_is_not_the_best(tmp_path: Path) -> None:
    place = workbook(tmp_path / "l.xlsx", ["Mottagare", "Belopp"], ["Region A", 100.5], extra="Om")
    book = openpyxl.load_workbook(place)
    book.worksheets[1].sheet_state = "hidden"
    book.save(place)
    table = read_file(place)
    assert table.sheets[table.best(SHAPE)].name == "Om"


def test_a_formula_and_an_error_come_as_faults(tmp_path: Path) -> None:
    place = workbook(
        tmp_path / "l.xlsx",
        ["Mottagare", "Belopp"],
        ["=1+1", 5],
        ["Region A", "=B99/0"],
        ["Region B", "#REF!"],
    )
    rows = read_file(place).sheets[0].rows
    assert rows[1][1][0] == ErrorCell(""), "a formula that nobody has computed"
    read = read_rows(SHAPE, propose(SHAPE, rows), rows)
    assert [row.state for row in read] == [RowState.REFUSED] * 3
    assert [row.faults[0].cell for row in read] == ["A2", "B3", "B4"]


@pytest.mark.parametrize(
    "text",
    [
        "Mottagare\tBelopp\r\nRegion A\t1 000\r\n",
        "Mottagare\tBelopp\nRegion A\t1 000",
        "Mottagare;Belopp\nRegion A;1 000",
        "\n\nMottagare\tBelopp\n\nRegion A\t1 000\n",
    ],
)
def test_what_is_pasted_is_read(text: str) -> None:
    table = pasted(text)
    assert (table.file_name, table.sheets[0].name) == (PASTED, None)
    rows = table.sheets[0].rows
    (row,) = read_rows(SHAPE, propose(SHAPE, rows), rows)
    assert (row.text("name"), row.number_of("amount")) == ("Region A", 100_000)


def test_nothing_pasted_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pasted("a\tb\tc\n1\t2\t3")
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_paste_is_refused() -> None:
    with pytest.raises(FileRefused, match="Urklipp innehåller ingen text"):
        pasted("  \n\t ")


def test_a_blank_file_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "l.csv"
    place.write_text("\n\n;;\n")
    with pytest.raises(FileRefused, match="Filen är tom"):
        read_file(place)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a\tb\0c",
            "Det inklistrade innehåller tecken som inte är text. Inget är inläst. "
            "Kopiera raderna på nytt, bara som text, och klistra in dem igen.",
        ),
        (
            '"a\tb\nc',
            "Det inklistrade går inte att dela upp i rader: ett citattecken saknas eller är felplacerat. "
            "Inget är inläst. Rätta eller ta bort citattecknet och klistra in raderna igen.",
        ),
        (
            ";;\n;",
            "Det inklistrade innehåller inga ifyllda rader. Inget är inläst. "
            "Kopiera raderna på nytt och klistra in dem igen.",
        ),
    ],
)
def test_a_refused_paste_is_no_file_that_somebody_sent(text: str, told: str) -> None:
    with pytest.raises(FileRefused) as refused:
        pasted(text)
    assert str(refused.value) == told


def test_a_small_table_that_is_refused_is_no_ledger(tmp_path: Path) -> None:
    place = tmp_path / "l.csv"
    place.write_bytes(b"a;b\0c")
    with pytest.raises(FileRefused) as binary:
        read_file(place)
    assert str(binary.value) == (
        "Filen är en binärfil, ingen Excel-fil. Inget är inläst. "
        "Spara tabellen som Excel (.xlsx) eller som textfil (.csv) och välj den filen."
    )
    place.write_text('"a;b\nc', encoding="utf-8")
    with pytest.raises(FileRefused, match=r"felplacerat på rad 1\. .* Öppna filen i Excel"):
        read_file(place)


def test_ten_thousand_rows_are_read_and_one_more_is_refused() -> None:
    rows = [f"Region {number}\t{number}" for number in range(1, MOST_ROWS)]
    text = "\n".join(["Mottagare\tBelopp", *rows])
    table = pasted(text)
    assert len(table.sheets[0].rows) == MOST_ROWS
    read = read_rows(SHAPE, propose(SHAPE, table.sheets[0].rows), table.sheets[0].rows)
    assert sum(row.number_of("amount") or 0 for row in read) == 100 * sum(range(1, MOST_ROWS))
    with pytest.raises(FileRefused, match="fler än 10"):
        pasted(f"{text}\nRegion\t1")


def test_a_table_that_is_too_large_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "l.csv"
    place.write_text("a;b\n" * 200)
    with pytest.raises(FileRefused, match="för stor"):
        read_table_file(place, progress=SilentProgress(), limits=Limits(file_bytes=100))

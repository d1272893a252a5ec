"""What is written opens in Excel with the exact öre, and text stays text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spreadsheets.makers import write_rows

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger_values import ore_of_float
from sbdesk.domain.progress import SilentProgress
from sbdesk.spreadsheets import read_ledger
from sbdesk.spreadsheets.cell_text import cell_text
from sbdesk.spreadsheets.write_ledger import (
    CheckedFinding,
    CheckedRow,
    write_checked_ledger,
    write_rejected_rows,
)
from sbdesk.spreadsheets.write_table import Column, ColumnKind, Table, write_csv, write_workbook

COLUMNS = (
    Column("Text"),
    Column("Belopp", ColumnKind.MONEY),
    Column("Rad", ColumnKind.NUMBER),
    Column("Dag", ColumnKind.DATE),
)
RISKY = ["=1+1", "+46 8", "-x", "@SUM(A1)", "#N/A", "\u2212", "＝1", "\tx", "=cmd|' /C calc'!A0"]


def table(*rows: tuple[str | None, int | None, int | None, date | None]) -> Table:
    return Table("Huvudbok", COLUMNS, rows)


def test_numbers_days_and_text_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(
        path,
        [table(("Lön", -123456789, 7, date(2026, 1, 31)), (None, None, None, None))],
        about=[("Fil", "x")],
    )
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Beskrivning", "Huvudbok"]
    assert [cell.value for cell in book["Beskrivning"][1]] == ["Fil", "x"]
    sheet = book["Huvudbok"]
    assert [cell.value for cell in sheet[1]] == ["Text", "Belopp", "Rad", "Dag"]
    text, money, number, day = sheet[2]
    assert (text.value, money.value, number.value, day.value.date()) == (
        "Lön",
        -1234567.89,
        7,
        date(2026, 1, 31),
    )
    assert (money.number_format, number.number_format, day.number_format) == ("#,##0.00", "0", "yyyy-mm-dd")
    assert sheet[1][0].font.bold
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D3")


@pytest.mark.parametrize("text", RISKY)
def test_text_like_a_formula_stays_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [table((text, 1, 1, None))], about=[(text, text)])
    book = openpyxl.load_workbook(path)
    for cell in (book["Huvudbok"]["A2"], book["Beskrivning"]["A1"], book["Beskrivning"]["B1"]):
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_signs_that_excel_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [table(("a\x00b\x1bc" + "x" * 40_000, 1, 1, None))], about=[])
    value = openpyxl.load_workbook(path)["Huvudbok"]["A2"].value
    assert value.startswith("abcx")
    assert len(value) == 32_767


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_ore_survives_a_workbook(ore: int) -> None:
    from sbdesk.spreadsheets import write_table

    sheet = openpyxl.Workbook(write_only=True).create_sheet("x")
    written = write_table._cell(sheet, COLUMNS[1], ore).value
    assert ore_of_float(float(str(written))) == ore


def test_csv_is_as_swedish_excel_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, table(('Åre; "x"', -5, 7, date(2026, 1, 31)), ("-12,5", 123456, None, None)))
    assert path.read_bytes() == (
        b'\xef\xbb\xbfText;Belopp;Rad;Dag\r\n"\xc3\x85re; ""x""";-0,05;7;2026-01-31\r\n-12,5;1234,56;;\r\n'
    )


@pytest.mark.parametrize("text", RISKY)
def test_csv_text_like_a_formula_is_defused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, table((text, 1, 1, None)))
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rows[1][0] == "'" + text


def test_a_place_that_cannot_be_written_is_explained_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserFacingError, match="mappen finns inte"):
        write_csv(tmp_path / "none" / "a.csv", table())
    path = tmp_path / "a.csv"
    path.write_text("gammal", encoding="utf-8")
    for error, words in ((PermissionError(), "annat program"), (OSError(28, "full"), "disken är full")):

        def fail(*_: object, error: OSError = error) -> Path:
            raise error

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(UserFacingError, match=words):
            write_csv(path, table())
    assert path.read_text(encoding="utf-8") == "gammal"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rows = [
        ["Konto", "Ver", "Datum", "Text", "Belopp"],
        ["7010", "L1", date(2026, 1, 31), "Lön", 12.5],
        ["7010", "L2", "31/13-26", "Resor", "1.234"],
    ]
    return write_rows(tmp_path / "a.xlsx", rows)


def test_the_checked_ledger_holds_rows_verdicts_findings_and_totals(tmp_path: Path) -> None:
    rows = [["Konto", "Ver", "Datum", "Belopp"], ["7010", "L1", date(2026, 1, 31), 12.5]]
    layout_of = read_ledger.inspect(
        write_rows(tmp_path / "a.xlsx", rows), progress=SilentProgress()
    ).proposed.layout
    reading = read_ledger.read(tmp_path / "a.xlsx", layout_of, progress=SilentProgress())
    out = tmp_path / "granskad.xlsx"
    write_checked_ledger(
        out,
        about=[("Mottagare", "Region Skåne")],
        rows=[
            CheckedRow(
                reading.rows[0], 0, 1250, 0, "Underkänd: period", ("L01 Utanför tiden", "L02 x"), "-se"
            )
        ],
        findings=[
            CheckedFinding(2, "L01", "Utanför användningstiden", "Bokförd 2026-01-31", 1250, "Ni kan …")
        ],
        totals=[("Huvudbok", 1250), ("Underkänt", 1250)],
    )
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Beskrivning", "Huvudbok", "Fynd", "Summor"]
    heads = [cell.value for cell in book["Huvudbok"][1]]
    values = dict(zip(heads, [cell.value for cell in book["Huvudbok"][2]], strict=True))
    assert (values["Rad"], values["Konto"], values["Belopp"], values["Underkänt"]) == (2, "7010", 12.5, 12.5)
    assert (values["Fynd"], values["Kommentar"]) == ("L01 Utanför tiden\nL02 x", "-se")
    assert [cell.value for cell in book["Fynd"][2]][:3] == [2, "L01", "Utanför användningstiden"]
    assert [cell.value for cell in book["Summor"][3]] == ["Underkänt", 12.5]


def test_rejected_rows_go_back_with_their_reasons(source: Path, tmp_path: Path) -> None:
    layout = read_ledger.inspect(source, progress=SilentProgress()).proposed.layout
    reading = read_ledger.read(source, layout, progress=SilentProgress())
    out = tmp_path / "fel.xlsx"
    write_rejected_rows(out, reading)
    sheet = openpyxl.load_workbook(out)["Rader med fel"]
    assert [cell.value for cell in sheet[1]][:4] == ["Rad", "Cell", "Fel", "Kolumn A"]
    assert [cell.value for cell in sheet[2]] == [
        3,
        "C3, E3",
        "”31/13-26” är inget datum. ”1.234” kan betyda 1,234 eller 1\xa0234.",
        "7010",
        "L2",
        "31/13-26",
        "Resor",
        "1.234",
    ]
    write_rejected_rows(out, replace(reading, rejected=(), rows_read=1))
    assert openpyxl.load_workbook(out)["Rader med fel"].max_row == 1


def test_every_kind_of_cell_is_shown_as_excel_shows_it() -> None:
    from datetime import datetime, time, timedelta

    from sbdesk.domain.ledger_values import ErrorCell

    shown = [
        cell_text(cell)
        for cell in (None, "", " a\n b ", ErrorCell("#N/A"), ErrorCell(""), True, False, 12.0, 12.5, 1e300, 5)
    ]
    assert shown == [
        "",
        "",
        "a b",
        "#N/A",
        "(formel utan värde)",
        "SANT",
        "FALSKT",
        "12",
        "12,5",
        "1e+300",
        "5",
    ]
    moment = datetime.fromisoformat("2026-01-31T10:30:00")
    assert [cell_text(cell) for cell in (moment, moment.date(), time(1, 2), timedelta(hours=30))] == [
        "2026-01-31 10:30",
        "2026-01-31",
        "01:02:00",
        "1 day, 6:00:00",
    ]

"""A whole file through guard, child and parser: exact rows, or a refusal that says why."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spreadsheets.makers import STRINGS, lying_bomb, parts, write_rows, zipped

from sbdesk.domain.ledger import CostSign, ExclusionReason
from sbdesk.domain.ledger_layout import ColumnRole, LedgerLayout
from sbdesk.domain.ledger_values import Cell
from sbdesk.domain.progress import SilentProgress
from sbdesk.spreadsheets import read_ledger
from sbdesk.spreadsheets.refusals import FileRefused

HEADINGS = ["Ansvar", "Konto", "Ver.nr", "Ver.datum", "Text", "Belopp"]
QUIET = SilentProgress()


def booked(at: int, amount: Cell) -> list[Cell]:
    return ["1732", "7010", f"L{at:04d}", date(2026, 1, 1) + timedelta(at), f"Processtöd {at}", amount]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    rows: list[Sequence[Cell]] = [["Huvudbok per ansvar"], [], HEADINGS]
    rows += [booked(at, 100.25 + at) for at in range(3)]
    rows += [["Totalt", None, None, None, None, 303.75]]
    return write_rows(tmp_path / "huvudbok.xlsx", rows, [["Anteckningar"]])


def test_inspecting_proposes_a_layout_and_shows_the_first_rows(workbook: Path) -> None:
    found = read_ledger.inspect(workbook, progress=QUIET)
    assert found.sha256 == hashlib.sha256(workbook.read_bytes()).hexdigest()
    assert (found.file_name, found.size) == ("huvudbok.xlsx", workbook.stat().st_size)
    assert [preview.info.name for preview in found.sheets] == ["Blad1", "Blad2"]
    proposed = found.proposed
    assert (proposed.info.name, proposed.info.rows, proposed.refusal) == ("Blad1", 6, None)
    assert (proposed.layout.header_row, proposed.layout.columns[ColumnRole.AMOUNT]) == (3, 5)
    assert proposed.rows[2].number == 4
    assert proposed.rows[2].cells == ("1732", "7010", "L0000", "2026-01-01", "Processtöd 0", "100,25")
    assert proposed.width() == 6
    assert proposed.adapted(proposed.layout) == proposed.layout
    refusal = found.sheets[1].refusal
    assert refusal is not None
    assert refusal.code == "F11"


def test_reading_gives_every_row_with_its_place_and_the_files_own_total(workbook: Path) -> None:
    layout = read_ledger.inspect(workbook, progress=QUIET).proposed.layout
    steps: list[tuple[int, int, str]] = []

    class Watching(SilentProgress):
        def step(self, done: int, of: int, text: str) -> None:
            steps.append((done, of, text))

    reading = read_ledger.read(workbook, layout, progress=Watching())
    assert [(row.sheet, row.row, row.amount_ore) for row in reading.rows] == [
        ("Blad1", 4, 10025),
        ("Blad1", 5, 10125),
        ("Blad1", 6, 10225),
    ]
    assert (reading.rows_read, reading.control_total_ore) == (4, 30375)
    assert (reading.file_total_ore, reading.file_total_row) == (30375, 7)
    assert [check.agrees for check in reading.subtotals] == [True]
    assert [info.name for info in reading.sheets] == ["Blad1", "Blad2"]
    assert steps[-1] == (7, 7, "Läser rader")


def test_preview_and_import_are_one_parser(workbook: Path) -> None:
    layout = read_ledger.inspect(workbook, progress=QUIET).proposed.layout
    reading = read_ledger.read(workbook, layout, progress=QUIET, exclude={5: "Hör till annat projekt"})
    assert [row.row for row in reading.rows] == [4, 6]
    assert reading.excluded[0].reason is ExclusionReason.OTHER
    assert not reading.subtotals[0].agrees
    assert read_ledger.read(workbook, layout, progress=QUIET).sha256 == reading.sha256


def test_a_layout_without_an_amount_is_refused_with_what_the_file_has(workbook: Path) -> None:
    layout = LedgerLayout("Blad1", 3, {ColumnRole.ACCOUNT: 1, ColumnRole.BOOKED_ON: 3})
    with pytest.raises(FileRefused) as refusal:
        read_ledger.read(workbook, layout, progress=QUIET)
    assert refusal.value.what == (
        "Ingen kolumn ser ut att vara Belopp. Filen har Ansvar, Konto, Ver.nr, Ver.datum, Text, Belopp."
    )
    with pytest.raises(FileRefused, match="inget blad som heter Blad9"):
        read_ledger.read(workbook, LedgerLayout("Blad9", 3, {}), progress=QUIET)


def test_a_text_file_is_read_as_a_workbook_is(tmp_path: Path) -> None:
    path = tmp_path / "huvudbok.csv"
    lines = [
        "Konto;Ver;Datum;Debet;Kredit;Saldo",
        "7010;L1;2026-01-31;1\xa0234,50;;1\xa0234,50",
        "7010;L2;2026-02-01;;34,50;1\xa0200,00",
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    found = read_ledger.inspect(path, progress=QUIET)
    reading = read_ledger.read(path, found.proposed.layout, progress=QUIET)
    assert [(row.sheet, row.row, row.amount_ore) for row in reading.rows] == [
        (None, 2, 123450),
        (None, 3, -3450),
    ]
    assert found.proposed.info == reading.sheets[0]
    assert reading.file_total_ore is None


def test_hidden_things_are_counted(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    shown, hidden = book.worksheets[0], book.create_sheet("Arbete")
    for cells in (HEADINGS, booked(1, 2.5), booked(2, 3.5)):
        shown.append(cells)
        hidden.append(cells)
    hidden.append(booked(3, 4.5))
    hidden.sheet_state = "hidden"
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions["B"].hidden = True
    shown.merge_cells("A9:B9")
    book.save(path)
    found = read_ledger.inspect(path, progress=QUIET)
    assert found.proposed.info.name == "Sheet"
    assert [(each.info.hidden, each.info.hidden_rows, each.info.hidden_columns) for each in found.sheets] == [
        (False, 1, 1),
        (True, 0, 0),
    ]
    assert found.proposed.info.merged_ranges == 1
    assert len(read_ledger.read(path, found.proposed.layout, progress=QUIET).rows) == 2


def test_errors_and_formulas_without_value_are_found_with_their_address(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (HEADINGS, booked(1, "=1+1"), booked(2, "#REF!"), booked(3, 1.5), booked(4, "=F2")):
        sheet.append(cells)
    book.save(path)
    layout = read_ledger.inspect(path, progress=QUIET).proposed.layout
    assert layout.columns[ColumnRole.AMOUNT] == 5
    reading = read_ledger.read(path, layout, progress=QUIET)
    assert [(row.cell, row.reason_code) for row in reading.rejected] == [
        ("F2", "no_value"),
        ("F3", "error"),
        ("F5", "no_value"),
    ]
    assert len(reading.rows) == 1


def test_days_of_the_1904_calendar_are_read_right(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for cells in (HEADINGS, booked(30, 1.5)):
        book.worksheets[0].append(cells)
    book.save(path)
    layout = read_ledger.inspect(path, progress=QUIET).proposed.layout
    assert read_ledger.read(path, layout, progress=QUIET).rows[0].booked_on == date(2026, 1, 31)


TWICE = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\r\n;;\r\n", "file_empty"),
        (zipped(parts(rows='<row r="1"><c r="A1"/></row>')), "file_empty"),
        (zipped(parts(rows=TWICE)), "file_contradictory"),
        (zipped(parts(rows='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), "file_too_large"),
        (lying_bomb(STRINGS, 1 << 30, 1000), "file_unsafe"),
        (zipped(parts())[:-40], "file_damaged"),
    ],
    ids=["empty", "blank", "no-values", "duplicate-cell", "far-corner", "lying-bomb", "truncated"],
)  # fmt: skip
def test_hostile_files_are_refused_soon_and_by_name(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / ("a.xlsx" if content.startswith(b"PK") else "a.csv")
    path.write_bytes(content)
    with pytest.raises(FileRefused) as refusal:
        read_ledger.inspect(path, progress=QUIET)
    assert refusal.value.code == code


def spelled(ore: int, style: int) -> Cell:
    """An amount as a number, or as one of the ways Swedish systems write it."""
    if style == 0:
        return ore / 100
    whole, rest = divmod(abs(ore), 100)
    group = " \xa0\u202f."[style % 4]
    text = f"{whole:,}".replace(",", group) + f",{rest:02d}"
    return (f"\u2212{text}", f"{text}-", f"({text})", f"-{text}")[style % 4] if ore < 0 else text


def dated(day: date, style: int) -> Cell:
    return (day, day.isoformat(), f"{day:%Y%m%d}", f"{day.day}/{day.month}-{day:%y}")[style % 4]


_ROWS = st.lists(
    st.tuples(
        st.integers(-(10**12), 10**12),
        st.integers(0, 7),
        st.dates(date(2025, 1, 1), date(2027, 12, 31)),
        st.sampled_from(["booked", "sum", "heading", "note", "faulty"]),
    ),
    max_size=25,
)


def raw_row(at: int, ore: int, style: int, day: date, kind: str) -> list[Cell]:
    """One row of the kind; sums are labelled and headings have no amount."""
    amount = spelled(ore, style)
    shapes: dict[str, list[Cell]] = {
        "booked": ["1732", "7010", f"L{at}", dated(day, style), "text", amount],
        "sum": ["Summa", None, None, None, None, amount],
        "heading": [None, "Konto 7010", None, None, None, None],
        "note": HEADINGS[:],  # type: ignore[dict-item]
        "faulty": ["1732", "7010", f"L{at}", "31/13-26", "text", amount],
    }
    return shapes[kind]


@settings(max_examples=25)
@given(_ROWS, st.sampled_from(list(CostSign)))
def test_what_openpyxl_writes_is_read_to_the_ore_and_every_row_is_somewhere(
    rows: list[tuple[int, int, date, str]], sign: CostSign
) -> None:
    table = [HEADINGS, *[raw_row(at, *row) for at, row in enumerate(rows)]]
    layout = LedgerLayout(
        "Blad1",
        1,
        {
            ColumnRole.COST_CENTRE: 0,
            ColumnRole.ACCOUNT: 1,
            ColumnRole.VOUCHER: 2,
            ColumnRole.BOOKED_ON: 3,
            ColumnRole.TEXT: 4,
            ColumnRole.AMOUNT: 5,
        },
        sign,
    )
    with tempfile.TemporaryDirectory() as folder:
        reading = read_ledger.read(write_rows(Path(folder) / "a.xlsx", table), layout, progress=QUIET)
    turn = 1 if sign is CostSign.COST_POSITIVE else -1
    wanted = [(at, turn * ore, day) for at, (ore, _, day, kind) in enumerate(rows, 2) if kind == "booked"]
    assert [(row.row, row.amount_ore, row.booked_on) for row in reading.rows] == wanted
    assert reading.control_total_ore == sum(ore for _, ore, _ in wanted)
    assert reading.rows_read == len(rows)
    assert [row.row for row in reading.rejected] == [
        at for at, (*_, kind) in enumerate(rows, 2) if kind == "faulty"
    ]

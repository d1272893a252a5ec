"""Templates: lists to choose from, text that stays text, and read back by our own reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.table_rows import RowState, read_rows
from sbdesk.domain.table_shape import CellKind, TableColumn, TableShape, propose
from sbdesk.spreadsheets.read_table import read_table_file
from sbdesk.spreadsheets.write_template import SPARE_ROWS, write_template

COLUMNS = (
    TableColumn("name", "Mottagare", identity=True),
    TableColumn("number", "Organisationsnummer", CellKind.ORG_NUMBER, identity=True),
    TableColumn("amount", "Belopp", CellKind.MONEY, required=True, note="Kronor."),
    TableColumn("units", "Antal", CellKind.COUNT),
    TableColumn("on", "Kom in", CellKind.DAY),
    TableColumn("ok", "Kontrollerat", CellKind.YES_NO),
    TableColumn("kind", "Kontotyp", choices=("Bankgiro", "Plusgiro")),
)
SHAPE = TableShape(COLUMNS, any_of=(("name", "number"),))
ROWS = [{"name": "=HYPERLINK(1)", "number": "232100-0131"}, {"name": "Region Skåne", "number": "232100-0255"}]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "mall.xlsx"
    write_template(made, "Rekvisitioner", COLUMNS, ROWS, about=[("Mall", "Fyll i bladet.")])
    return made


def validations(sheet: Any) -> dict[str, tuple[str, str]]:
    return {str(v.sqref): (v.type, v.formula1) for v in sheet.data_validations.dataValidation}


def test_choices_are_lists_and_numbers_are_checked(place: Path) -> None:
    book = openpyxl.load_workbook(place)
    assert book.sheetnames == ["Rekvisitioner", "Beskrivning", "Listor"]
    assert book["Listor"].sheet_state == "hidden"
    last = SPARE_ROWS + 1
    assert validations(book["Rekvisitioner"]) == {
        f"C2:C{last}": ("decimal", "0"),
        f"D2:D{last}": ("whole", "0"),
        f"E2:E{last}": ("date", "32874"),
        f"F2:F{last}": ("list", "Listor!$F$1:$F$2"),
        f"G2:G{last}": ("list", "Listor!$G$1:$G$2"),
    }
    assert [cell.value for cell in book["Listor"]["G"]] == ["Bankgiro", "Plusgiro"]


def test_text_stays_text(place: Path) -> None:
    sheet = openpyxl.load_workbook(place)["Rekvisitioner"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert (sheet["A3"].quotePrefix, sheet["B3"].value) == (False, "232100-0255")
    assert (sheet["B9"].number_format, sheet["A1"].font.bold) == ("@", True)


def test_the_description_says_what_each_column_is(place: Path) -> None:
    rows = list(openpyxl.load_workbook(place)["Beskrivning"].values)
    assert rows[0] == ("Mall", "Fyll i bladet.")
    assert ("Belopp", "Obligatorisk. Kronor.") in rows
    assert ("Antal", "Frivillig.") in rows


def test_a_filled_in_template_is_read_and_the_rest_is_not_filled_in(place: Path) -> None:
    book = openpyxl.load_workbook(place)
    sheet = book["Rekvisitioner"]
    sheet["C3"], sheet["F3"], sheet["G3"] = 2_000_000, "ja", "Bankgiro"
    book.save(place)
    table = read_table_file(place, progress=SilentProgress())
    rows = table.sheets[table.best(SHAPE)].rows
    read = read_rows(SHAPE, propose(SHAPE, rows), rows)
    assert [(row.number, row.state) for row in read] == [(2, RowState.REFUSED), (3, RowState.TAKEN)]
    assert (read[1].number_of("amount"), read[1].flag("ok")) == (200_000_000, True)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="kunde inte sparas"):
        write_template(tmp_path / "borta" / "mall.xlsx", "R", COLUMNS, [], about=[])

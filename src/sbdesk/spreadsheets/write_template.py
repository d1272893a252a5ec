"""Writes an empty table for Excel to be filled in and read back: choices as lists, days as days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sbdesk.domain.table_shape import CellKind, TableColumn
from sbdesk.spreadsheets.write_table import replace_file, text_cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SPARE_ROWS = 400
"""Rows below the headings that have the lists and formats; there are 311 regions and municipalities."""
_LISTS = "Listor"
_FORMATS = {
    CellKind.TEXT: "@",
    CellKind.ORG_NUMBER: "@",
    CellKind.YES_NO: "@",
    CellKind.MONEY: "#,##0.00",
    CellKind.COUNT: "0",
    CellKind.DAY: "yyyy-mm-dd",
}


def write_template(
    path: Path,
    name: str,
    columns: Sequence[TableColumn],
    rows: Sequence[Mapping[str, str]],
    *,
    about: Sequence[tuple[str, str]],
) -> None:
    """Write an xlsx: the sheet ``name`` with headings and known texts by column key, then ``Beskrivning``.

    All texts stay text. UserFacingError (F16's kin) when the place cannot be written; a file that was there
    is replaced only by a whole one.
    """
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name[:31]
    sheet.freeze_panes = "A2"
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    last = 1 + max(SPARE_ROWS, len(rows))
    for at, column in enumerate(columns, 1):
        _write_column(sheet, at, column, last, rows)
        _add_validation(sheet, lists, at, column, last)
    _describe(book.create_sheet("Beskrivning", 1), columns, about)
    replace_file(path, book.save)


def _write_column(
    sheet: Worksheet, at: int, column: TableColumn, last: int, rows: Sequence[Mapping[str, str]]
) -> None:
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions[get_column_letter(at)].width = column.width
    _put(sheet, 1, at, column.title, bold=True)
    for number in range(2, last + 1):
        sheet.cell(number, at).number_format = _FORMATS[column.kind]
    for number, row in enumerate(rows, 2):
        if row.get(column.key):
            _put(sheet, number, at, row[column.key])


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    """Text that stays text, whatever it begins with."""
    from openpyxl.styles import Font

    made: Any = text_cell(sheet, text)
    cell = sheet.cell(row, column)
    cell.value = made if isinstance(made, str) else made.value
    cell.data_type = "s"
    if not isinstance(made, str):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)


def _add_validation(sheet: Worksheet, lists: Worksheet, at: int, column: TableColumn, last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = ("ja", "nej") if column.kind is CellKind.YES_NO else column.choices
    letter = get_column_letter(at)
    if choices:
        for number, choice in enumerate(choices, 1):
            _put(lists, number, at, choice)
        rule = DataValidation("list", formula1=f"{_LISTS}!${letter}$1:${letter}${len(choices)}")
        rule.error = f"Välj {column.title.lower()} i listan."
    elif column.kind is CellKind.DAY:
        rule = DataValidation("date", operator="between", formula1=_day(1990), formula2=_day(2100))
        rule.error = "Skriv dagen som 2026-06-10."
    elif column.kind in (CellKind.MONEY, CellKind.COUNT):
        kind = "whole" if column.kind is CellKind.COUNT else "decimal"
        rule = DataValidation(kind, operator="greaterThanOrEqual", formula1="0")
        rule.error = "Skriv ett tal som inte är negativt."
    else:
        return
    rule.allow_blank = True
    rule.errorTitle = column.title[:32]
    rule.showErrorMessage = True
    rule.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(rule)


def _day(year: int) -> str:
    """The first of January as Excel counts days."""
    return str((date(year, 1, 1) - date(1899, 12, 30)).days)


def _describe(sheet: Worksheet, columns: Sequence[TableColumn], about: Sequence[tuple[str, str]]) -> None:
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 90
    notes = [(column.title, _note(column)) for column in columns]
    for number, (label, text) in enumerate([*about, *notes], 1):
        _put(sheet, number, 1, label, bold=True)
        _put(sheet, number, 2, text)


def _note(column: TableColumn) -> str:
    needed = "Obligatorisk. " if column.required else ""
    return (needed + column.note).strip() or "Frivillig."

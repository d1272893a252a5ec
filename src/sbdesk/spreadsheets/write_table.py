"""Writes tables for Excel: exact amounts, real dates, and text that never turns into a formula."""

from __future__ import annotations

import contextlib
import csv
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import MINUS

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet


class ColumnKind(StrEnum):
    """How the values of a column are written."""

    TEXT = "text"
    MONEY = "money"
    """Öre (int), shown as kronor with two decimals."""
    NUMBER = "number"
    DATE = "date"


Value: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """Heading, kind and width (in characters) of a column."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name (at most 31 characters), its columns and rows of values in their order."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_TEXT = 32_767
_RISKY_STARTS = ("=", "+", "-", "@", "#", "\t", "\r", "\n", MINUS, "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)?", re.ASCII)
_FORMATS = {ColumnKind.MONEY: "#,##0.00", ColumnKind.NUMBER: "0", ColumnKind.DATE: "yyyy-mm-dd"}


def write_workbook(path: Path, tables: Sequence[Table], *, about: Sequence[tuple[str, str]]) -> None:
    """Write an xlsx whose first sheet, ``Beskrivning``, tells what the file is (label, text).

    All or nothing: a file that was there before is replaced only by a whole one. UserFacingError (F16's kin)
    when the place cannot be written.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    description = book.create_sheet("Beskrivning")
    description.column_dimensions["A"].width = 28
    description.column_dimensions["B"].width = 90
    for label, text in about:
        description.append([text_cell(description, label, bold=True), text_cell(description, text)])
    for table in tables:
        _write_sheet(book.create_sheet(table.name[:31]), table)
    replace_file(path, book.save)


def write_csv(path: Path, table: Table) -> None:
    """Write a csv for Swedish Excel: semicolons, decimal comma, UTF-8 with mark, CRLF."""

    def save(target: Path) -> None:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
            writer.writerow(_csv_text(column.title) for column in table.columns)
            for row in table.rows:
                writer.writerow(
                    _csv_value(column, value) for column, value in zip(table.columns, row, strict=True)
                )

    replace_file(path, save)


def _write_sheet(sheet: WriteOnlyWorksheet, table: Table) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for at, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.append([text_cell(sheet, column.title, bold=True) for column in table.columns])
    count = 1
    for row in table.rows:
        count += 1
        sheet.append([_cell(sheet, column, value) for column, value in zip(table.columns, row, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(table.columns)))}{count}"


def _cell(sheet: WriteOnlyWorksheet, column: Column, value: Value) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return text_cell(sheet, value)
    from openpyxl.cell import WriteOnlyCell

    written = (
        Decimal(value).scaleb(-2) if column.kind is ColumnKind.MONEY and isinstance(value, int) else value
    )
    cell = WriteOnlyCell(sheet, value=written)
    cell.number_format = _FORMATS.get(column.kind, "General")
    return cell


def text_cell(sheet: WriteOnlyWorksheet | Worksheet, text: str, *, bold: bool = False) -> Any:
    """Text that stays text: openpyxl would make a formula of ``=`` and an error of ``#N/A``."""
    clean = _ILLEGAL.sub("", text)[:_LONGEST_TEXT]
    risky = clean.startswith(_RISKY_STARTS)
    if not risky and not bold:
        return clean
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=clean)
    cell.data_type = "s"
    if risky:
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _csv_value(column: Column, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _csv_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if column.kind is ColumnKind.MONEY:
        whole, rest = divmod(abs(value), 100)
        return f"{'-' if value < 0 else ''}{whole},{rest:02d}"
    return str(value)


def _csv_text(text: str) -> str:
    clean = _ILLEGAL.sub("", text)
    return "'" + clean if clean.startswith(_RISKY_STARTS) and not _PLAIN_NUMBER.fullmatch(clean) else clean


def replace_file(path: Path, save: Callable[[Path], None]) -> None:
    """Write beside the place and move the whole file there; UserFacingError when that cannot be done."""
    with _explained(path):
        handle, name = tempfile.mkstemp(prefix=".sbdesk-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            save(temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserFacingError(
            f"Filen {path.name} kunde inte sparas: {_why(error)}.",
            "Uppgifterna finns kvar i sbdesk.",
            "Stäng filen om den är öppen, eller välj en annan mapp, och spara igen.",
            code="file_not_saved",
        ) from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "mappen finns inte"
    if isinstance(error, PermissionError):
        return "den är öppen i ett annat program eller mappen är skrivskyddad"
    return "disken är full eller går inte att skriva till"

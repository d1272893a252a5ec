"""Opens a small table for the window: which sheet, which columns, what its first rows look like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger_layout import column_name
from sbdesk.domain.progress import Progress, SilentProgress
from sbdesk.domain.table_rows import TableRow, read_rows
from sbdesk.domain.table_shape import TableLayout, TableShape, missing, propose, width
from sbdesk.spreadsheets.cell_text import cell_text
from sbdesk.spreadsheets.read_table import RawTable, read_pasted, read_table_file

SHOWN_ROWS = 8
_SHOWN_COLUMNS = 30


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table that has been read, and how the officer wants it understood; nothing of it is kept."""

    shape: TableShape
    raw: RawTable
    sheet: int
    layout: TableLayout

    @property
    def file_name(self) -> str:
        """The file's name, or ``Inklistrat``."""
        return self.raw.file_name

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets; one unnamed for text."""
        return tuple(sheet.name or "Text" for sheet in self.raw.sheets)

    @property
    def missing(self) -> tuple[str, ...]:
        """The titles of the columns that must be chosen before anything can be read."""
        return missing(self.shape, self.layout)

    @property
    def missing_words(self) -> str:
        """What must be chosen, a line for each column where they are several; empty when nothing must."""
        titles = self.missing
        if len(titles) == 1:
            return f"Välj vilken kolumn i tabellen som är {titles[0]}."
        return "\n– ".join(("Välj vilken kolumn i tabellen som är:", *titles)) if titles else ""

    @property
    def columns(self) -> int:
        """How many columns the table has, as far as they are shown."""
        return min(_SHOWN_COLUMNS, width(self.raw.sheets[self.sheet].rows))

    def head(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The first rows as text, with their numbers."""
        rows = self.raw.sheets[self.sheet].rows[:SHOWN_ROWS]
        return tuple((number, tuple(cell_text(cell) for cell in cells)) for number, cells in rows)

    def column_title(self, index: int) -> str:
        """``B (Belopp)``: the column's letter and its heading."""
        header = dict(self.raw.sheets[self.sheet].rows).get(self.layout.header_row, ())
        text = cell_text(header[index]) if index < len(header) else ""
        return f"{column_name(index)} ({text})" if text else column_name(index)

    def with_sheet(self, sheet: int) -> OpenTable:
        """Another sheet, with its columns as they are recognised."""
        return replace(self, sheet=sheet, layout=propose(self.shape, self.raw.sheets[sheet].rows))

    def with_column(self, key: str, index: int | None) -> OpenTable:
        """Another column for a key; None: it is not read."""
        return replace(self, layout=self.layout.moved(key, index))

    def rows(self) -> tuple[TableRow, ...]:
        """Every row, taken or refused. Raises UserFacingError (F11) while a column is missing."""
        if self.missing:
            raise UserFacingError(
                "Alla kolumner som behövs är inte valda.",
                "Inget är inläst.",
                self.missing_words,
                code="F11",
            )
        return read_rows(self.shape, self.layout, self.raw.sheets[self.sheet].rows)


def open_file(path: Path, shape: TableShape, progress: Progress | None = None) -> OpenTable:
    """Read a file in the limited child process; raises UserFacingError with the reason, or Cancelled."""
    return _opened(read_table_file(path, progress=progress or SilentProgress()), shape)


def open_pasted(text: str, shape: TableShape, progress: Progress | None = None) -> OpenTable:
    """Read what was pasted, in the same way."""
    return _opened(read_pasted(text, progress=progress or SilentProgress()), shape)


def _opened(raw: RawTable, shape: TableShape) -> OpenTable:
    sheet = raw.best(shape)
    return OpenTable(shape, raw, sheet, propose(shape, raw.sheets[sheet].rows))

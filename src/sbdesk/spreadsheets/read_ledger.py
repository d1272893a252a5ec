"""Reads a ledger extract, for the preview and for the import alike: one way in, one parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sbdesk.domain.ledger_layout import LedgerLayout
from sbdesk.domain.ledger_rows import LedgerReading, SheetInfo
from sbdesk.domain.ledger_values import Cell
from sbdesk.domain.progress import Progress
from sbdesk.spreadsheets import layouts
from sbdesk.spreadsheets.cell_text import cell_text
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused, empty, reader_gave_up, sheet_missing
from sbdesk.spreadsheets.row_sorter import RowSorter, SortedRows
from sbdesk.spreadsheets.wire import Message
from sbdesk.spreadsheets.worker import Request, messages

PREVIEWED_ROWS = 50
_EXAMINED_ROWS = 400
"""Rows per sheet by which the columns are recognised."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A raw row as text; ``number`` as Excel shows it, cells from column A."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet before anything is imported: what it holds, its first rows, and the proposed layout."""

    info: SheetInfo
    rows: tuple[PreviewRow, ...]
    layout: LedgerLayout
    refusal: FileRefused | None
    """F11 when the proposed layout lacks a necessary column; the officer may still choose it."""
    examined: tuple[layouts.Row, ...] = field(repr=False)

    def adapted(self, profile: LedgerLayout) -> LedgerLayout | None:
        """A remembered profile with the columns where this sheet has them; None when a heading is missing."""
        return layouts.adapt(profile, self.info.name, self.examined)

    def width(self) -> int:
        """Number of columns of the preview."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class LedgerInspection:
    """What a received file is, before the officer confirms how to read it."""

    file_name: str
    sha256: str
    size: int
    """Bytes."""
    sheets: tuple[SheetPreview, ...]

    @property
    def proposed(self) -> SheetPreview:
        """The sheet to begin with: readable before visible before large."""
        return max(self.sheets, key=lambda each: (each.refusal is None, not each.info.hidden, each.info.rows))


def inspect(path: Path, *, progress: Progress, limits: Limits | None = None) -> LedgerInspection:
    """Examine a file and propose how to read it.

    Raises FileRefused (Swedish, with the reason) for a file that cannot be read, Cancelled on cancel.
    """
    collected = _Collected()
    for message in _answers(Request(path, head=_EXAMINED_ROWS), progress, limits):
        collected.take(message)
    previews = tuple(_preview(info, tuple(collected.rows.get(info.name, ()))) for info in collected.sheets)
    if not any(preview.info.rows for preview in previews):
        raise empty()
    return LedgerInspection(path.name, collected.sha256, collected.size, previews)


def read(
    path: Path,
    layout: LedgerLayout,
    *,
    progress: Progress,
    exclude: Mapping[int, str] | None = None,
    limits: Limits | None = None,
) -> LedgerReading:
    """Read one sheet by a layout. ``exclude`` maps row numbers to the officer's reasons for leaving them out.

    Raises FileRefused: F11 when the layout lacks a necessary column, else as :func:`inspect`. Faulty rows are
    no exception: they are the reading's ``rejected``, and a reading with any must not be imported (L21).
    """
    if layout.missing():
        raise _columns_missing(path, layout, progress, limits)
    collected = _Collected()
    sorter = RowSorter(layout, exclude or {})
    for message in _answers(Request(path, sheet=layout.sheet), progress, limits):
        if message["kind"] != "rows":
            collected.take(message)
            continue
        for number, cells in message["rows"]:
            sorter.add(number, cells)
        done = message["rows"][-1][0]
        progress.step(done, max(done, collected.rows_of(layout.sheet)), "Läser rader")
    return _reading(path.name, collected, layout, sorter.finish())


def _reading(
    file_name: str, collected: _Collected, layout: LedgerLayout, sorted_rows: SortedRows
) -> LedgerReading:
    total = sorted_rows.sums.file_total
    return LedgerReading(
        file_name=file_name,
        sha256=collected.sha256,
        sheets=tuple(collected.sheets),
        layout=layout,
        rows=tuple(sorted_rows.rows),
        excluded=tuple(sorted_rows.excluded),
        rejected=tuple(sorted_rows.rejected),
        rows_read=sorted_rows.rows_read,
        control_total_ore=sum(row.amount_ore for row in sorted_rows.rows),
        file_total_ore=total.stated_ore if total else None,
        file_total_row=total.row if total else None,
        subtotals=tuple(sorted_rows.sums.checks),
    )


def _columns_missing(
    path: Path, layout: LedgerLayout, progress: Progress, limits: Limits | None
) -> FileRefused:
    previews = inspect(path, progress=progress, limits=limits).sheets
    examined = next((each.examined for each in previews if each.info.name == layout.sheet), None)
    if examined is None:
        return sheet_missing(layout.sheet or "")
    return layouts.refusal(layout, examined) or reader_gave_up("layouten saknar kolumner")


def _answers(request: Request, progress: Progress, limits: Limits | None) -> Iterator[Message]:
    return messages(request, progress=progress, limits=limits or Limits())


class _Collected:
    """Gathers what the child tells about the file."""

    def __init__(self) -> None:
        self.sha256 = ""
        self.size = 0
        self.sheets: list[SheetInfo] = []
        self.rows: dict[str | None, list[tuple[int, list[Cell]]]] = {}

    def rows_of(self, sheet: str | None) -> int:
        return next((info.rows for info in self.sheets if info.name == sheet), 0)

    def take(self, message: Message) -> None:
        match message["kind"]:
            case "file":
                self.sha256, self.size = message["sha256"], message["size"]
            case "sheets":
                self.sheets = [_sheet_info(each) for each in message["sheets"]]
            case "rows":
                self.rows.setdefault(message["sheet"], []).extend(message["rows"])


def _sheet_info(told: Message) -> SheetInfo:
    return SheetInfo(
        name=told["name"],
        rows=told["rows"],
        hidden=told.get("hidden", False),
        hidden_rows=told.get("hidden_rows", 0),
        hidden_columns=told.get("hidden_columns", 0),
        merged_ranges=told.get("merged_ranges", 0),
    )


def _preview(info: SheetInfo, rows: tuple[layouts.Row, ...]) -> SheetPreview:
    layout = layouts.propose(info.name, rows)
    shown = tuple(
        PreviewRow(number, tuple(cell_text(cell) for cell in cells))
        for number, cells in rows[:PREVIEWED_ROWS]
    )
    return SheetPreview(info, shown, layout, layouts.refusal(layout, rows), rows)

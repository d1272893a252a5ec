"""Tables over rows that are all in memory: up to a few thousand; larger ones use the paged model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from sbdesk.gui import formats, icons
from sbdesk.gui.columns import Align, Column, sorted_rows

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Roles(IntEnum):
    """What a view may ask a cell for beside Qt's own roles."""

    TONE = Qt.ItemDataRole.UserRole + 1
    """The value of a :class:`sbdesk.gui.look.Tone`, or None."""
    ROW_ID = Qt.ItemDataRole.UserRole + 2
    """The id of the row, for selection that survives a refresh."""


_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


class TableModel(QAbstractTableModel, Generic[R]):
    """What the memory model and the paged model share: how a declared column answers Qt's roles."""

    sorted_by = Signal(str, bool)
    """The key of the column now sorted by (empty: the page's own order) and whether descending."""

    def __init__(self, columns: Sequence[Column[R]], identify: Callable[[R], int]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.identify = identify

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The declared columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles across; nothing down the side."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column.align]
            case Qt.ItemDataRole.ToolTipRole:
                return column.title_tip or None
        return None

    def answer(self, row: R, number: int, column: Column[R], role: int) -> Any:
        """One role of one cell; ``number`` is the row's place, for the screen reader."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column.align]
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip is not None else None
            case Qt.ItemDataRole.DecorationRole:
                return icons.icon(column.icon(row)) if column.icon is not None and column.icon(row) else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.aloud(row)}, rad {number + 1} av {self.rowCount()}"
            case Roles.TONE:
                return column.tone(row) if column.tone is not None else None
            case Roles.ROW_ID:
                return self.identify(row)
        return None

    def sort_by(self, key: str, descending: bool) -> None:
        """Sort by the column with this key, or by the page's own order when it is empty."""
        raise NotImplementedError

    def row_at(self, number: int) -> R | None:
        """The row, or None when it is not there (yet)."""
        raise NotImplementedError

    def number_of(self, row_id: int) -> int | None:
        """Where the row with this id stands, or None."""
        raise NotImplementedError

    def fetch(self, numbers: Sequence[int], arrived: Callable[[list[R]], None]) -> None:
        """Give these rows to ``arrived``, at once or when they have been read."""
        raise NotImplementedError


class RowTableModel(TableModel[R]):
    """Rows in memory, filtered by text and sorted by a column; ``identify`` gives a row's id."""

    shown_changed = Signal(int, int)
    """How many rows are shown, and of how many."""

    def __init__(self, columns: Sequence[Column[R]], identify: Callable[[R], int]) -> None:
        super().__init__(columns, identify)
        self._rows: list[R] = []
        self._shown: list[R] = []
        self._key = ""
        self._descending = False
        self._words: list[str] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the column declares."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        return self.answer(self._shown[index.row()], index.row(), self.columns[index.column()], role)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, in the order given unless the officer has chosen a column."""
        self._rows = list(rows)
        self._arrange()

    def rows(self) -> tuple[R, ...]:
        """Every row, also those that the filter hides."""
        return tuple(self._rows)

    def shown(self) -> tuple[R, ...]:
        """The rows shown, in their order."""
        return tuple(self._shown)

    def filter(self, text: str) -> None:
        """Show rows that hold every word of ``text`` in some column; case and å/ä/ö as in Swedish."""
        words = text.casefold().split()
        if words != self._words:
            self._words = words
            self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        """Sort by a column, or with an empty key by the order in which the rows came."""
        if (key, descending) == (self._key, self._descending):
            return
        self._key, self._descending = key, descending
        self._arrange()
        self.sorted_by.emit(key, descending)

    def row_at(self, number: int) -> R | None:
        """The row shown at this place."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def number_of(self, row_id: int) -> int | None:
        """Where the row with this id is shown, or None when it is hidden or gone."""
        return next((i for i, row in enumerate(self._shown) if self.identify(row) == row_id), None)

    def fetch(self, numbers: Sequence[int], arrived: Callable[[list[R]], None]) -> None:
        """Give these rows at once."""
        arrived([self._shown[number] for number in numbers])

    def _arrange(self) -> None:
        self.beginResetModel()
        rows = [row for row in self._rows if self._holds(row)] if self._words else list(self._rows)
        column = next((column for column in self.columns if column.key == self._key), None)
        self._shown = rows if column is None else sorted_rows(rows, column, self._descending)
        self.endResetModel()
        self.shown_changed.emit(len(self._shown), len(self._rows))

    def _holds(self, row: R) -> bool:
        text = "\n".join(column.text(row) for column in self.columns).casefold()
        plain = text.replace("\N{NO-BREAK SPACE}", "")
        return all(word in text or word in plain for word in self._words)


def shown_text(shown: int, of: int) -> str:
    """``7 av 41 visas`` or ``41 rader``."""
    return formats.count(of, "rad", "rader") if shown == of else f"{shown} av {of} visas"

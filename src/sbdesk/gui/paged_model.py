"""Tables over rows that stay in the database: an id list in memory, pages of rows read when they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from sbdesk.gui.columns import Column
from sbdesk.gui.tables import Roles, TableModel

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

PAGE = 256
KEPT_PAGES = 40
WAITING_PAGES = 4
PLACEHOLDER = "…"

Ask = Callable[[list[int], Callable[[Sequence[R]], None], Callable[[], None]], None]
"""``ask(ids, arrived, ended)`` reads rows off the main thread; ``ended`` is called last, also on failure."""


class PagedModel(TableModel[R]):
    """At most a million ids. ``data()`` never waits: a page not read shows ``…`` and is asked for once.

    One page is read at a time, the newest wish first; wishes older than the last four are dropped, as the
    officer has scrolled past them (they are asked for again when seen).
    """

    def __init__(self, columns: Sequence[Column[R]], identify: Callable[[R], int], ask: Ask[R]) -> None:
        super().__init__(columns, identify)
        self._ask = ask
        self._ids: list[int] = []
        self._places: dict[int, int] | None = None
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._wishes: list[int] = []
        self._reading: int | None = None
        self._generation = 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Every id."""
        return 0 if parent.isValid() else len(self._ids)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other rows, in this order."""
        self.beginResetModel()
        self._ids = list(ids)
        self._places = None
        self._forget()
        self.endResetModel()

    def ids(self) -> Sequence[int]:
        """Every id in the order shown; bulk acts work on these, never on cells."""
        return self._ids

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """Read again the rows with these ids, or all; the order stays."""
        if ids is None:
            pages = list(self._pages)
        else:
            numbers = (self.number_of(row_id) for row_id in ids)
            pages = sorted({number // PAGE for number in numbers if number is not None})
        # What is being read may be older than the act that asked for the refresh.
        self._generation += 1
        self._reading = None
        for page in pages:
            if page in self._pages:
                self._wish(page)
        self._next()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the column declares, or a placeholder while the page is read."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        column = self.columns[index.column()]
        row = self._row(index.row())
        if row is not None:
            return self.answer(row, index.row(), column, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return PLACEHOLDER
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title} läses, rad {index.row() + 1} av {len(self._ids)}"
        return self._ids[index.row()] if role == Roles.ROW_ID else None

    def row_at(self, number: int) -> R | None:
        """The row when it has been read, else None; does not ask for it."""
        if not 0 <= number < len(self._ids):
            return None
        return self._pages.get(number // PAGE, {}).get(self._ids[number])

    def id_at(self, number: int) -> int | None:
        """The id at this place, known without reading."""
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def number_of(self, row_id: int) -> int | None:
        """Where the row stands."""
        if self._places is None:
            self._places = {row_id: number for number, row_id in enumerate(self._ids)}
        return self._places.get(row_id)

    def fetch(self, numbers: Sequence[int], arrived: Callable[[list[R]], None]) -> None:
        """Read these rows and give them to ``arrived`` in the order asked for; those gone are left out."""
        ids = [self._ids[number] for number in numbers]

        def take(rows: Sequence[R]) -> None:
            found = {self.identify(row): row for row in rows}
            arrived([found[row_id] for row_id in ids if row_id in found])

        self._ask(ids, take, lambda: None)

    def sort_by(self, key: str, descending: bool) -> None:
        """Only tells: the presenter reads the ids in the new order."""
        self.sorted_by.emit(key, descending)

    def _row(self, number: int) -> R | None:
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            self._wish(page)
            self._next()
            return None
        self._pages.move_to_end(page)
        return rows.get(self._ids[number])

    def _wish(self, page: int) -> None:
        if page == self._reading:
            return
        if page in self._wishes:
            self._wishes.remove(page)
        self._wishes.append(page)
        del self._wishes[:-WAITING_PAGES]

    def _next(self) -> None:
        if self._reading is not None or not self._wishes:
            return
        page = self._reading = self._wishes.pop()
        generation = self._generation
        self._ask(
            self._ids[page * PAGE : (page + 1) * PAGE],
            lambda rows: self._arrived(generation, page, rows),
            lambda: self._ended(generation, page),
        )

    def _arrived(self, generation: int, page: int, rows: Sequence[R]) -> None:
        if generation != self._generation:
            return
        self._pages[page] = {self.identify(row): row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first, last = page * PAGE, min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _ended(self, generation: int, page: int) -> None:
        if generation != self._generation:
            return
        # A page that failed stays unread and is asked for again the next time it is seen.
        self._reading = None
        self._next()

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._wishes.clear()
        self._reading = None

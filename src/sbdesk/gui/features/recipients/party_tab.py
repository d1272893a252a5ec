"""One tab of a recipient's card: what can be done, the rows, and the row with the focus told in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sbdesk.gui.columns import Column
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import muted
from sbdesk.gui.widgets.next_step_bar import NextStepBar

R = TypeVar("R")


class PartyTab(QWidget, Generic[R]):
    """``actions_of`` gives what can be done with the row that has the focus (None: no row)."""

    def __init__(
        self,
        columns: list[Column[R]],
        key: Callable[[R], int],
        names: tuple[str, str, str],
        settings: Settings,
    ) -> None:
        """``names``: the table's accessible name, its key among the settings, and what an empty tab says."""
        super().__init__()
        name, setting, empty = names
        self.rows: RowTableModel[R] = RowTableModel(columns, key)
        self.table: TableView[R] = TableView(self.rows, name, settings, setting)
        self.acts = NextStepBar()
        self._empty = muted(empty)
        self._told = muted("")
        self._actions_of: Callable[[R | None], Sequence[Action]] = lambda _row: ()
        self._has_next_step = True
        self._tell: Callable[[R], str] = lambda _row: ""
        self.table.current_changed.connect(lambda _id: self.refresh())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for widget in (self.acts, self._empty):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self._told)
        self._below = QWidget()  # holds what is above together at the top while there is no table
        column.addWidget(self._below, 1)
        self.setFocusProxy(self.table)

    def offer(
        self,
        actions_of: Callable[[R | None], Sequence[Action]],
        tell: Callable[[R], str] = lambda _row: "",
        *,
        next_step: bool = True,
    ) -> None:
        """What the tab can do, the first as its next step if there is one, and what it says of a row."""
        self._actions_of, self._tell, self._has_next_step = actions_of, tell, next_step

    def show_rows(self, rows: Sequence[R]) -> None:
        """Other rows, or the same anew."""
        self.rows.set_rows(rows)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._below.setVisible(not rows)
        self.refresh()

    def refresh(self) -> None:
        """Offer what the row with the focus allows."""
        row = self.table.current_row()
        actions = self._actions_of(row)
        first = 1 if self._has_next_step else 0
        self.acts.show_actions(actions[:first], actions[first:])
        self._told.setText("" if row is None else self._tell(row))
        self._told.setVisible(bool(self._told.text()))

"""A list of invoices or payments with what can be done with the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sbdesk.gui.columns import Column
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.invoices_rows import InvoiceRow, PaymentRow

R = TypeVar("R", InvoiceRow, PaymentRow)


class MoneyTab(QWidget, Generic[R]):
    """Search, table and the acts of the chosen row; an empty list says so with one thing to do."""

    def __init__(self, columns: list[Column[R]], name: str, settings: Settings, page: str, icon: str) -> None:
        super().__init__()
        self.wanted: int | None = None
        self.model: RowTableModel[R] = RowTableModel(columns, lambda row: row.id)
        self.table: TableView[R] = TableView(self.model, name, settings, page)
        self.filter = FilterRow(f"Sök bland {name.lower()}")
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.steps = NextStepBar()
        self.empty = EmptyState(icon)
        self.stack = QStackedWidget()
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (self.filter, self.table, self.steps):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.stack.addWidget(full)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def show_rows(self, rows: Sequence[R]) -> None:
        """The list; the row that was asked for is chosen when it is there."""
        self.model.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        if self.wanted is not None and self.table.select_id(self.wanted):
            self.wanted = None
        else:
            self.table.select_first()

    def choose(self, row_id: int) -> None:
        """Go to the row, now or when the list has been read."""
        self.filter.field.clear()
        self.wanted = None if self.table.select_id(row_id) else row_id

    def show_actions(self, actions: Sequence[Action]) -> None:
        """What can be done with the chosen row: the first permitted one as the button."""
        first = next((action for action in actions if action.enabled), None)
        rest = [action for action in actions if action is not first]
        self.steps.show_actions([first] if first else [], rest)

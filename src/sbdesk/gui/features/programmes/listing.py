"""Tables with room above and below, for the tabs of a programme, and the acts on a chosen row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.columns import Column
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action, Quotation
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import muted
from sbdesk.gui.widgets.next_step_bar import menu_action
from sbdesk.gui.widgets.quote_box import QuoteBox

R = TypeVar("R")


class Listing(QWidget, Generic[R]):
    """A table with room for something above and below it."""

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__()
        self.model: RowTableModel[R] = RowTableModel(shape, identify)
        self.table: TableView[R] = TableView(self.model, name, settings, f"programme_{key}")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 8, 0, 0)
        self.inside.setSpacing(8)
        self.inside.addWidget(self.table, 1)
        self.setFocusProxy(self.table)


class QuotedTable(Listing[R]):
    """A table whose chosen row shows the sentence behind it."""

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__(name, shape, identify, settings, key)
        self._quote_of: Callable[[R], Quotation | None] = lambda row: None
        self._explain: Callable[[R], str] = lambda row: ""
        self.quote = QuoteBox()
        self.explanation = muted("")
        self.inside.addWidget(self.explanation)
        self.inside.addWidget(self.quote)
        self.table.current_changed.connect(self._choose)

    def show_rows(
        self, rows: Sequence[R], quote_of: Callable[[R], Quotation | None], explain: Callable[[R], str]
    ) -> None:
        """Show other rows and how to find the sentence of each."""
        self._quote_of, self._explain = quote_of, explain
        self.model.set_rows(rows)

    def _choose(self, _row_id: int) -> None:
        row = self.table.current_row()
        self.quote.show_quotation(None if row is None else self._quote_of(row))
        text = "" if row is None else self._explain(row)
        self.explanation.setText(text)
        self.explanation.setVisible(bool(text))


class TableUnder(QWidget):
    """A table under sums and words, tall enough for a few rows: for an area that scrolls where it is low."""

    def __init__(self, table: QWidget, *above: QWidget) -> None:
        super().__init__()
        self._table = table
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in above:
            column.addWidget(part)
        column.addWidget(table, 1)
        palette.changed().changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self._table.setMinimumHeight(palette.current().row_height * 5)


class ActBar(QWidget):
    """The acts on the chosen row: a few as buttons, the others in a menu; a forbidden one says why."""

    def __init__(self, name: str, menu_title: str = "Fler") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[QPushButton] = []
        self._name, self._menu_title = name, menu_title
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._more = QPushButton(menu_title)
        self._more.setProperty("menu", True)
        self._more.setAccessibleName(f"{menu_title}: {name.lower()}")
        self.menu = QMenu(self._more)
        self.menu.setToolTipsVisible(True)
        self._more.setMenu(self.menu)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._actions: list[Action] = []

    def show_actions(self, buttons: Sequence[Action], others: Sequence[Action] = ()) -> None:
        """Offer other acts; the buttons themselves stay, so that the focus does."""
        self._actions = list(buttons)
        while len(self._buttons) < len(buttons):
            self._add_button(len(self._buttons))
        for button, action in zip(self._buttons, buttons, strict=True):
            button.setText(action.label)
            button.setEnabled(action.enabled)
            keys = f" ({action.shortcut})" if action.shortcut else ""
            button.setToolTip(f"{action.reason or action.label}{keys}")
            button.setAccessibleDescription(action.reason)
        self.menu.clear()
        for action in others:
            made = menu_action(self.menu, action)
            made.setShortcut("")  # the page owns the key
            self.menu.addAction(made)
        self._more.setVisible(bool(others))

    def run(self, label: str) -> bool:
        """Do the act with this label; False when it is not offered or forbidden."""
        found = next((action for action in self._actions if action.label == label and action.enabled), None)
        if found is not None:
            found.run()
        return found is not None

    def _add_button(self, number: int) -> None:
        button = QPushButton()
        button.clicked.connect(lambda: self._actions[number].run())
        self._buttons.append(button)
        self._row.insertWidget(number, button)

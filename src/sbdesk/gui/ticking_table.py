"""A table whose rows are ticked by Space, Ctrl+A or a click on the box before the first column's text."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from sbdesk.gui import palette
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.ticks import Ticks

R = TypeVar("R")

_BOX = 34
"""How far into the first column a click meets the box, in pixels at 100 % text."""


class TickingTable(TableView[R]):
    """Space ticks the selected rows (Shift+arrows selects a range), Ctrl+A all that are shown."""

    def __init__(
        self, model: RowTableModel[R], name: str, settings: Settings, page: str, ticks: Ticks
    ) -> None:
        super().__init__(model, name, settings, page)
        self.ticks = ticks
        self._model = model
        ticks.listen(self._redraw)

    def tick_shown(self) -> None:
        """Tick every row that the filter shows."""
        self.ticks.add(self.rows.identify(row) for row in self._model.shown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Ctrl+A tick; the rest is the table's."""
        modifiers = event.modifiers()
        if event.key() == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.NoModifier:
            self.ticks.toggle(self.selected_ids() or [one for one in (self.current_id(),) if one])
        elif event.key() == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.tick_shown()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks the row and leaves the selection as it is."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        left = self.columnViewportPosition(0)
        on_box = index.isValid() and index.column() == 0 and place.x() - left <= palette.current().px(_BOX)
        row = self.rows.row_at(index.row()) if on_box else None
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.ticks.toggle([self.rows.identify(row)])
            event.accept()
            return
        super().mousePressEvent(event)

    def _redraw(self) -> None:
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.rows.dataChanged.emit(self.rows.index(0, 0), self.rows.index(last, 0))

"""A card of the Översikt page: a heading, a list as tall as its lines, or a sentence when there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.columns import Column
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import heading, muted

R = TypeVar("R")

MOST_LINES = 8
"""A longer list scrolls in its card."""


class LinesCard(QFrame, Generic[R]):
    """``table`` holds the lines; :meth:`beside` puts something to the right of the heading."""

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__()
        self._name = name
        self.setProperty("card", True)
        self.model: RowTableModel[R] = RowTableModel(shape, identify)
        self.table: TableView[R] = TableView(self.model, name, settings, f"overview_{key}")
        self.heading = heading(name, "card")
        self.note = muted("")
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading)
        self._top.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(6)
        inside.addLayout(self._top)
        inside.addWidget(self.note)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self.setFocusProxy(self.table)
        palette.changed().changed.connect(self._resize)

    def beside(self, widget: QWidget) -> None:
        """Put a button beside the heading."""
        self._top.addWidget(widget)

    def show_rows(self, rows: Sequence[R], note: str, *, counted: bool = False) -> None:
        """Show other lines under a note; ``counted`` puts their number in the heading."""
        self.model.set_rows(rows)
        self.heading.setText(f"{self._name} {len(rows)}" if counted else self._name)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.table.setVisible(bool(rows))
        self._resize()

    def changeEvent(self, event: QEvent) -> None:
        """The height follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._resize()

    def _resize(self) -> None:
        lines = min(MOST_LINES, max(1, self.model.rowCount()))
        look = palette.current()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + lines * look.row_height + look.px(16))

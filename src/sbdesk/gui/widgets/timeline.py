"""Shows what has happened in a case, newest first; what was undone stays, struck through and labelled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSpacerItem, QWidget

from sbdesk.gui.look import Tone
from sbdesk.gui.shown import TimelineItem
from sbdesk.gui.widgets.labels import empty, label, muted, tone_label


class Timeline(QScrollArea):
    """Time, person and act, one event after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tidslinje")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("plain", True)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(4, 8, 4, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self._items: tuple[TimelineItem, ...] = ()
        self._stretched = 0
        self.setWidget(inside)

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Show other events, in the order given (newest first)."""
        self._items = tuple(items)
        self._grid.setRowStretch(self._stretched, 0)
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        row = 0
        for item in self._items:
            self._grid.addWidget(muted(item.when, wrap=False), row, 0, top)
            self._grid.addWidget(muted(item.who, wrap=False), row, 1, top)
            what = label(item.what)
            if item.undone:
                font = what.font()
                font.setStrikeOut(True)
                what.setFont(font)
            what.setAccessibleName(f"{item.when} {item.who}: {item.what}")
            self._grid.addWidget(what, row, 2, top)
            for text in filter(None, (item.detail, f"Ångrat: {item.undone}" if item.undone else "")):
                row += 1
                undone = text.startswith("Ångrat: ") and bool(item.undone)
                self._grid.addWidget(tone_label(Tone.DEVIATION, text) if undone else muted(text), row, 2, top)
            self._grid.addItem(QSpacerItem(0, 10), row + 1, 0)
            row += 2
        self._stretched = row
        self._grid.setRowStretch(row, 1)

    def items(self) -> tuple[TimelineItem, ...]:
        """What is shown."""
        return self._items

"""Lists the outcome of checks: level, title, sentence and the quotation that gives the ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sbdesk.gui.look import Tone
from sbdesk.gui.shown import CheckItem
from sbdesk.gui.widgets.labels import empty, label, line, muted, tone_label, tone_mark
from sbdesk.gui.widgets.quote_box import QuoteBox

_ORDER = (Tone.STOP, Tone.DEVIATION, Tone.NOTE, Tone.WAITING, Tone.MUTED, Tone.OK)


class ChecksList(QScrollArea):
    """Gravest first; within a level in the order given."""

    def __init__(self, name: str = "Kontroller", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside = QWidget()
        self._inside.setProperty("plain", True)
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(6)
        self._rows.addStretch(1)
        self._items: tuple[CheckItem, ...] = ()
        self.setWidget(self._inside)

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Show other outcomes."""
        self._items = tuple(sorted(items, key=lambda item: _ORDER.index(item.tone)))
        empty(self._rows)
        for number, item in enumerate(self._items):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(_CheckRow(item))
        self._rows.addStretch(1)

    def items(self) -> tuple[CheckItem, ...]:
        """What is shown, in its order."""
        return self._items


class _CheckRow(QWidget):
    def __init__(self, item: CheckItem) -> None:
        super().__init__()
        self.setAccessibleName(f"{item.word}: {item.title}")
        self.setAccessibleDescription(item.text)
        title = label(item.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(tone_label(item.tone, item.word))
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 2, 4, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.addWidget(tone_mark(item.tone), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(head, 0, 1)
        grid.setColumnStretch(1, 1)
        if item.text:
            grid.addWidget(muted(item.text) if item.tone is Tone.OK else label(item.text), 1, 1)
        if item.quotation is not None:
            box = QuoteBox()
            box.show_quotation(item.quotation)
            grid.addWidget(box, 2, 1)
        if item.action is not None:
            grid.addWidget(_button(item), 3, 1, Qt.AlignmentFlag.AlignLeft)


def _button(item: CheckItem) -> QPushButton:
    action = item.action
    if action is None:
        raise ValueError(item.title)
    button = QPushButton(action.label)
    button.setEnabled(action.enabled)
    button.setToolTip(action.reason)
    button.setAccessibleName(f"{action.label}, {item.title}")
    button.clicked.connect(lambda: action.run())
    return button

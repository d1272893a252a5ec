"""The list to the left: where the officer is, and what waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.shell.feature import Feature

WIDTH = 216
COMPACT_WIDTH = 76


class Navigation(QWidget):
    """One button per page, the foot apart; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Sidor")
        self._buttons: dict[str, _Entry] = {}
        self._group = QButtonGroup(self)
        self._compact = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(1)
        self._entry_of = {feature.key: feature.under or feature.key for feature in features}
        ordered = sorted((it for it in features if not it.under), key=lambda feature: feature.order)
        for feature in (feature for feature in ordered if not feature.foot):
            column.addWidget(self._make(feature))
        column.addStretch(1)
        for feature in (feature for feature in ordered if feature.foot):
            column.addWidget(self._make(feature))
        palette.changed().changed.connect(self._resize)
        self._resize()

    def show_current(self, key: str) -> None:
        """Mark the page that is shown, or the one that it belongs to."""
        self._buttons[self._entry_of[key]].setChecked(True)

    def show_waiting(self, key: str, number: int) -> None:
        """Show how many things wait for the officer; 0 takes the badge away."""
        self._buttons[key].show_waiting(number)

    def waiting(self, key: str) -> int:
        """The number on the badge."""
        return self._buttons[key].waiting

    def current_button(self) -> QWidget:
        """Where the focus goes when the list is entered."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))

    def _make(self, feature: Feature) -> QWidget:
        entry = _Entry(feature)
        entry.clicked.connect(lambda: self.chosen.emit(feature.key))
        self._group.addButton(entry)
        self._buttons[feature.key] = entry
        return entry

    def set_compact(self, compact: bool) -> None:
        """Icons only, where the text is large and the window small; names stay as tooltips."""
        self._compact = compact
        for entry in self._buttons.values():
            entry.set_compact(compact)
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(palette.current().px(COMPACT_WIDTH if self._compact else WIDTH))


class _Entry(QPushButton):
    def __init__(self, feature: Feature) -> None:
        super().__init__(feature.label)
        self.waiting = 0
        self._label = feature.label
        self.setProperty("navigation", True)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(feature.label)
        self.setToolTip(f"{feature.label} ({feature.shortcut})" if feature.shortcut else feature.label)
        icons.place(self, feature.icon, "text", 20)
        self._badge = QLabel()
        self._badge.setProperty("badge", True)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_compact(self, compact: bool) -> None:
        self.setText("" if compact else self._label)

    def show_waiting(self, number: int) -> None:
        self.waiting = number
        self._badge.setText(str(number))
        self._badge.setVisible(number > 0)
        self.setAccessibleName(f"{self._label}, {number} väntar på dig" if number else self._label)

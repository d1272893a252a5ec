"""A search field with a magnifier; Esc clears it and never loses other text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from sbdesk.gui import icons
from sbdesk.gui.tables import shown_text
from sbdesk.gui.widgets.labels import muted

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """``searched`` comes when typing pauses, and at once when it is cleared."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        magnifier = QAction(self)
        icons.place(magnifier, "search", "muted")
        self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears a search; an empty one leaves Esc to the page. Enter searches without waiting."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.searched.emit(self.text())
        super().keyPressEvent(event)

    def _changed(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self.searched.emit("")


class FilterRow(QWidget):
    """The search field over a table, what is shown of how much, and ``Rensa filter``.

    ``cleared`` lets a page take back its own choices as well.
    """

    searched = Signal(str)
    cleared = Signal()

    def __init__(self, placeholder: str = "Sök i listan", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(placeholder)
        self.field.setMinimumWidth(220)
        self.field.searched.connect(self.searched)
        self._shown = muted("", wrap=False)
        self._clear = QPushButton("Rensa filter")
        self._clear.setProperty("link", True)
        self._clear.clicked.connect(self.field.clear)
        self._clear.clicked.connect(self.cleared)
        self._clear.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.field, 1)
        self._row.addStretch(1)
        self._row.addWidget(self._shown)
        self._row.addWidget(self._clear)

    def add(self, widget: QWidget) -> None:
        """Put another filter, such as a choice of status, after the search field."""
        self._row.insertWidget(self._row.count() - 3, widget)

    def show_count(self, shown: int, of: int) -> None:
        """``7 av 41 visas`` with a way back, or ``41 rader``."""
        self._shown.setText(shown_text(shown, of))
        self._clear.setVisible(shown != of)

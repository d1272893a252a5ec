"""What a page shows when it has nothing: why, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import icons
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.labels import muted


class EmptyState(QWidget):
    """A sentence and a button in the middle of the page."""

    def __init__(self, icon: str = "documents", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Action | None = None
        mark = QLabel()
        icons.place(mark, icon, "muted", 40)
        self._text = muted("")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        inside = QVBoxLayout(self)
        inside.setSpacing(12)
        inside.addStretch(2)
        inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._text)
        inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(3)
        self.tell("")

    def tell(self, text: str, action: Action | None = None) -> None:
        """Show another sentence, with a button when there is something to do."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action = action
        self._button.setVisible(action is not None)
        if action is not None:
            self._button.setText(action.label)
            self._button.setEnabled(action.enabled)
            self._button.setToolTip(action.reason)

    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def _act(self) -> None:
        if self._action is not None:
            self._action.run()

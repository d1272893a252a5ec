"""The line at the bottom: which file, when it was saved, what was told last, and work in the background."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from sbdesk.gui import formats
from sbdesk.gui.widgets.labels import muted

TOLD_MS = 8_000


class StatusLine(QStatusBar):
    """Messages stay eight seconds here and the whole day under ``Meddelanden``."""

    messages_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._file = muted("", wrap=False)
        self._saved = muted("", wrap=False)
        self._work = muted("", wrap=False)
        self._messages = QPushButton("Meddelanden")
        self._messages.setProperty("link", True)
        self._messages.setAutoDefault(False)
        self._messages.clicked.connect(self.messages_wanted)
        for widget in (self._work, self._file, self._saved, self._messages):
            self.addPermanentWidget(widget)

    def show_file(self, name: str, tip: str = "") -> None:
        """The name of the open database; its whole path as tooltip."""
        self._file.setText(name)
        self._file.setToolTip(tip)

    def show_saved(self, at: datetime) -> None:
        """When the last act was committed."""
        self._saved.setText(f"Sparat {formats.clock(at)}")

    def saved(self) -> str:
        """What is said about saving."""
        return self._saved.text()

    def show_work(self, jobs: int) -> None:
        """How much is under way; the first job alone is too short to tell."""
        self._work.setText("Arbetar …" if jobs else "")

    def tell(self, text: str) -> None:
        """Show a message for eight seconds."""
        self.showMessage(text, TOLD_MS)

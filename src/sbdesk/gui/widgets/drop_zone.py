"""Takes a file by drag and drop or by a button, so that nobody needs a mouse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.widgets.labels import label


def dropped_files(urls: Sequence[QUrl]) -> list[Path]:
    """The local files among what was dropped."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


class DropZone(QWidget):
    """``chosen`` carries the path of the file as text."""

    chosen = Signal(str)

    def __init__(
        self, text: str, button: str = "Välj fil…", pattern: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._pattern = pattern
        mark = QLabel()
        icons.place(mark, "ledger-import", "muted", 24)
        self._text = label(text)
        self.button = QPushButton(button)
        self.button.setAccessibleName(f"{button.rstrip('…')}: {text}")
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)

    def set_text(self, text: str) -> None:
        """Say something else, such as the name of the chosen file."""
        self._text.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame."""
        roles = palette.current().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.field_border), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(roles.base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome, other things are not."""
        if dropped_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is taken; one import is one file."""
        files = dropped_files(event.mimeData().urls())
        if files:
            event.acceptProposedAction()
            self.chosen.emit(str(files[0]))

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj fil", "", self._pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()

"""Shows a draft letter in the page, to be read and saved for signature; the draft itself is not kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.widgets.labels import heading


class LetterPreview(QWidget):
    """``closed`` when the officer has seen enough; ``failed`` carries a UserFacingError."""

    closed = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = heading("", "card")
        self._content = b""
        self._file_name = ""
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.back, self.save = QPushButton("Tillbaka till ärendet"), QPushButton("Spara PDF…")
        icons.place(self.back, "back")
        icons.place(self.save, "save")
        self.back.clicked.connect(self.closed)
        self.save.clicked.connect(self._ask_where)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.save)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """Show another draft; ``file_name`` is proposed when it is saved."""
        self.clear()
        self._title.setText(title)
        self.view.setAccessibleName(title)
        self._content, self._file_name = content, file_name
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.back.setFocus()

    def clear(self) -> None:
        """Let go of the draft."""
        self.document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        self._content = b""

    def write(self, path: str) -> None:
        """Save the draft's exact bytes, to be printed and signed. Tells F16 when it cannot be written."""
        try:
            Path(path).write_bytes(self._content)
        except OSError:
            self.failed.emit(
                UserFacingError(
                    "PDF-filen kunde inte sparas.",
                    "Utkastet finns kvar i ärendet.",
                    "Stäng filen om den är öppen, eller välj en annan plats, och spara igen.",
                    code="F16",
                )
            )
            return
        self.told.emit(f"Utkastet är sparat: {Path(path).name}.")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "Spara utkastet", self._file_name, "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.write)
        dialog.open()

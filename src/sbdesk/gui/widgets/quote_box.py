"""Shows a sentence of an instruction word for word, with its source and the way to the whole text."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import icons
from sbdesk.gui.shown import Quotation
from sbdesk.gui.widgets.labels import label, muted


class QuoteBox(QFrame):
    """The quotation between Swedish marks; ``Öppna texten`` when the instruction is loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName("Citat ur anvisningen")
        self._quotation: Quotation | None = None
        self._quote = label("")
        self._source = muted("")
        self._open = QPushButton("Öppna texten")
        self._open.setProperty("link", True)
        icons.place(self._open, "quote", "link", 16)
        self._open.clicked.connect(self._act)
        foot = QHBoxLayout()
        foot.addWidget(self._source, 1)
        foot.addWidget(self._open)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 8, 4)
        inside.setSpacing(2)
        inside.addWidget(self._quote)
        inside.addLayout(foot)
        self.hide()

    def show_quotation(self, quotation: Quotation | None) -> None:
        """Show another quotation, or none."""
        self._quotation = quotation
        self.setVisible(quotation is not None)
        if quotation is None:
            return
        self._quote.setText(f"”{quotation.quote}”")
        self._source.setText(quotation.source)
        self._open.setVisible(quotation.open is not None)
        self._open.setAccessibleName(f"Öppna texten, {quotation.source}")
        self.setAccessibleDescription(f"{quotation.quote} {quotation.source}")

    def _act(self) -> None:
        if self._quotation is not None and self._quotation.open is not None:
            self._quotation.open()

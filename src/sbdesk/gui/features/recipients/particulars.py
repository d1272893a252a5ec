"""The particulars of a recipient: kept when the officer leaves a field, so that no button saves them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sbdesk.gui import palette
from sbdesk.gui.forms.ui_recipient_particulars import Ui_RecipientParticulars
from sbdesk.services.recipient_rows import RecipientCard, RecipientInput


class Particulars(QWidget):
    """``changed`` carries a :class:`RecipientInput` when the officer has left a changed field."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ui = Ui_RecipientParticulars()
        self.ui.setupUi(self)
        self._recipient = 0
        self._lines: tuple[QLineEdit, ...] = (self.ui.registrar, self.ui.reference, self.ui.peppol)
        for line in self._lines:
            line.editingFinished.connect(self._tell)
        self.ui.address.installEventFilter(self)
        self.ui.confirmed.clicked.connect(self._tell)
        palette.changed().changed.connect(self._resize)
        self._resize()

    def show_card(self, card: RecipientCard) -> None:
        """Show what is stored; what the officer is typing for the same recipient stays."""
        same = card.row.id == self._recipient
        self._recipient = card.row.id
        self.ui.orgLabel.setText(f"Organisationsnummer {card.row.org_number}")
        self.ui.confirmed.setChecked(card.row.org_number_confirmed)
        texts = (card.registrar_email, card.buyer_reference, card.peppol_id)
        for line, text in zip(self._lines, texts, strict=True):
            if not (same and line.isModified()):
                line.setText(text or "")
        if not (same and self.ui.address.document().isModified()):
            self.ui.address.setPlainText(card.address or "")
            self.ui.address.document().setModified(False)

    def given(self) -> RecipientInput:
        """What the fields hold."""
        return RecipientInput(
            address=self.ui.address.toPlainText().strip(),
            registrar_email=self.ui.registrar.text().strip(),
            buyer_reference=self.ui.reference.text().strip(),
            peppol_id=self.ui.peppol.text().strip(),
            org_number_confirmed=self.ui.confirmed.isChecked(),
        )

    def kept(self) -> None:
        """The fields are stored: nothing in them is new."""
        for line in self._lines:
            line.setModified(False)
        self.ui.address.document().setModified(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text of several lines is kept when it loses the focus."""
        if event.type() == QEvent.Type.FocusOut and self.ui.address.document().isModified():
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self._recipient:
            self.changed.emit(self.given())

    def _resize(self) -> None:
        self.ui.address.setFixedHeight(palette.current().px(88))

"""The dialog for money that has come in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sbdesk.gui.features.recoveries.dialogs import FittedDialog, plain, right
from sbdesk.gui.forms.ui_incoming_payment import Ui_IncomingPayment
from sbdesk.gui.widgets.fields import DateField, MoneyField
from sbdesk.services.incoming_payments import PaymentInput


class PaymentDialog(FittedDialog):
    """``given`` carries a :class:`PaymentInput`."""

    given = Signal(object)

    def __init__(self, title: str, start: PaymentInput, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_IncomingPayment()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.intro.setText(intro)
        self.ui.intro.setVisible(bool(intro))
        self.day, self.amount = self._day(start.value_on), MoneyField(plain(self.ui.amountLabel.text()))
        self.ui.amountPlace.addWidget(self.amount)
        self.ui.amountLabel.setBuddy(self.amount.edit)
        self.amount.set_ore(start.amount_ore or None)
        self.ui.reference.setText(start.reference)
        self.ui.payer.setText(start.payer)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.amount.edit.setFocus()

    def _day(self, start: date) -> DateField:
        made = DateField(plain(self.ui.dayLabel.text()))
        self.ui.dayPlace.addWidget(made)
        self.ui.dayLabel.setBuddy(made.edit)
        made.set_day(start)
        return made

    def _ok(self) -> None:
        if not right(self.day, "Dagen saknas. Skriv till exempel 2026-11-22."):
            return
        if not right(self.amount, "Beloppet saknas. Skriv till exempel 1 234,50."):
            return
        day, amount = self.day.day(), self.amount.ore()
        if day is None or amount is None:
            return
        made = PaymentInput(
            day,
            amount,
            self.ui.reference.text().strip(),
            self.ui.payer.text().strip(),
            self.ui.entry.text().strip(),
        )
        self.accept()
        self.given.emit(made)

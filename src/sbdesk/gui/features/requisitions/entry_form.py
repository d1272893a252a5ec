"""The form for a requisition's data, in the page: nothing typed is lost when something is refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_actions import Act
from sbdesk.gui import formats
from sbdesk.gui.features.requisitions.amount_fields import AmountFields, tab_through
from sbdesk.gui.features.requisitions.dialogs import choose_file
from sbdesk.gui.features.requisitions.entries import EntryStart, Typed
from sbdesk.gui.forms.ui_requisition_entry import Ui_RequisitionEntry
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.unsaved import contents
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput

_CHANNELS = ((Channel.PORTAL, "E-tjänsten"), (Channel.E_MAIL, "E-post"), (Channel.POST, "Post"))


class EntryForm(QWidget):
    """``saved`` carries the act and a :class:`Typed`; ``cancelled`` that the officer gave it up."""

    saved = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RequisitionEntry()
        self.ui.setupUi(self)
        self._begun = contents(self)
        self.day, self.amounts = DateField("Kom in (obligatorisk)"), AmountFields()
        self.ui.dayPlace.addWidget(self.day)
        self.ui.dayLabel.setBuddy(self.day.edit)
        self.ui.amountsPlace.addWidget(self.amounts)
        for kind in AccountKind:
            self.ui.accountKind.addItem(kind.swedish, kind.value)
        for channel, words in _CHANNELS:
            self.ui.channel.addItem(words, channel.value)
        self._act = Act.REGISTER
        self.ui.accountKind.currentIndexChanged.connect(self._kind_changed)
        self.ui.channel.currentIndexChanged.connect(self._channel_changed)
        self.ui.ok.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.cancelled)
        self.ui.fileChoose.clicked.connect(lambda: choose_file(self, "Välj handlingen", self.ui.file.setText))
        self._kind_changed()

    def start(self, start: EntryStart) -> None:
        """Fill the form and put the focus in its first field."""
        ui, entry = self.ui, start.entry
        self._act = start.act
        ui.title.setText(start.title)
        ui.intro.setText(start.intro)
        ui.ok.setText(start.ok)
        ui.caseNumber.setText(start.case_number)
        self.day.set_day(formats.parse_day(start.today_or_first))
        self.amounts.show_rows(start.amounts)
        kind = entry.account_kind if entry is not None else ""
        ui.accountKind.setCurrentIndex(max(0, ui.accountKind.findData(kind)))
        channel = entry.channel if entry is not None else Channel.PORTAL.value
        ui.channel.setCurrentIndex(ui.channel.findData(channel))
        ui.number.setText(entry.account_number if entry else "")
        ui.clearing.setText(entry.clearing if entry else "")
        ui.reference.setText(entry.payment_reference if entry else "")
        ui.contactName.setText(entry.contact_name if entry else "")
        ui.contactEmail.setText(entry.contact_email if entry else "")
        ui.portal.setChecked(entry.portal_checked if entry else True)
        ui.compared.setChecked(False)
        ui.compared.hide()
        ui.file.clear()
        ui.exception.clear()
        ui.form.setRowVisible(ui.exception, start.anew)
        ui.problem.hide()
        # What is nearly always typed comes first, so that the path to the saved requisition is short.
        first = [ui.caseNumber, self.day, self.day.edit, *self.amounts.edits(), ui.number, ui.contactName]
        then = [ui.contactEmail, ui.portal, ui.ok, ui.cancel, ui.channel, ui.accountKind, ui.clearing]
        tab_through([*first, *then, ui.compared, ui.reference, ui.file, ui.fileChoose, ui.exception])
        ui.caseNumber.setFocus()
        self._begun = contents(self)

    def changed(self) -> bool:
        """Whether something is typed since the form was opened."""
        return contents(self) != self._begun

    def save(self) -> None:
        """Give the typed data, or mark the first field that cannot be read."""
        ui = self.ui
        day = self.day.day()
        if day is None:
            self.day.show_problem(self.day.problem() or "Dagen saknas. Skriv till exempel 2026-11-22.")
            self.day.edit.setFocus()
            return
        wrong = self.amounts.first_problem()
        if wrong is not None:
            wrong.edit.setFocus()
            return
        amounts = self.amounts.amounts()
        if not amounts:
            self.tell_problem("Beloppet saknas. Ange rekvirerat belopp för minst en del.")
            next(iter(self.amounts.fields.values())).edit.setFocus()
            return
        ui.problem.hide()
        given = RequisitionInput(
            received_on=day,
            channel=Channel(ui.channel.currentData()),
            amounts=amounts,
            account=self._account(),
            payment_reference=ui.reference.text(),
            contact_name=ui.contactName.text(),
            contact_email=ui.contactEmail.text(),
            portal_checked=ui.portal.isChecked(),
            case_number=ui.caseNumber.text(),
            exception=ui.exception.text(),
        )
        self.saved.emit(self._act, Typed(given, ui.file.text().strip()))

    def ask_compared(self) -> None:
        """The number cannot be checked: offer to say that it was compared."""
        self.ui.compared.show()
        self.ui.compared.setFocus()

    def tell_problem(self, text: str) -> None:
        """Say under the form what is wrong."""
        self.ui.problem.setText(text)
        self.ui.problem.show()

    def _account(self) -> AccountInput | None:
        number = self.ui.number.text().strip()
        if not number:
            return None
        return AccountInput(
            AccountKind(self.ui.accountKind.currentData()),
            number,
            self.ui.clearing.text().strip() or None,
            self.ui.compared.isChecked(),
        )

    def _kind_changed(self) -> None:
        bank = self.ui.accountKind.currentData() == AccountKind.BANK_ACCOUNT.value
        self.ui.clearing.setVisible(bank)
        self.ui.clearing.setPlaceholderText("clearing")
        self.ui.compared.hide()
        self.ui.compared.setChecked(False)

    def _channel_changed(self) -> None:
        self.ui.portal.setChecked(self.ui.channel.currentData() == Channel.PORTAL.value)

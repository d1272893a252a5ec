"""The steps of a claim in practice data: hearing, decision, invoice, payment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore
from sbdesk.domain.recovery import Interest, RecoveryPath
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.incoming_payments import PaymentInput
from sbdesk.services.practice_files import MARK, signature
from sbdesk.services.practice_people import KARIN, PracticeOffice


@dataclass(frozen=True, slots=True)
class PracticeClaim:
    """A claim on one award; days move the office's clock."""

    office: PracticeOffice
    recovery_id: int
    recipient: str

    @classmethod
    def create(
        cls, office: PracticeOffice, recipient: str, on: date, path: RecoveryPath = RecoveryPath.FULL
    ) -> PracticeClaim:
        """Propose the claim from the fixed reconciliation."""
        office.clock.set(on)
        done = office.services.recoveries.create(office.award(recipient), path)
        return cls(office, done.id or 0, recipient)

    def hear(self, sent: date, answered: date) -> int:
        """Send the letter before the decision and register a final answer; the letter's document."""
        recoveries = self.office.services.recoveries
        self.office.clock.set(sent)
        letter = recoveries.write_hearing(self.recovery_id).id or 0
        recoveries.mark_hearing_sent(self.recovery_id, sent, DispatchChannel.E_MAIL)
        self.office.clock.set(answered)
        text = f"{MARK}: Regionen har inget att invända."
        recoveries.register_answer(self.recovery_id, AnswerInput(answered, text, final=True))
        return letter

    def decide(self, on: date) -> int:
        """Karin Ek has signed; sent and received the same day. The letter's document."""
        recoveries = self.office.services.recoveries
        self.office.clock.set(on)
        recoveries.propose(self.recovery_id, self.office.karin)
        second = signature(self.office.karin, KARIN.name, f"beslut om återkrav, {self.recipient}", on)
        letter = recoveries.register_signed(self.recovery_id, second).id or 0
        recoveries.mark_decision_sent(self.recovery_id, on, DispatchChannel.E_MAIL)
        recoveries.mark_decision_received(self.recovery_id, on)
        return letter

    def invoice(self, on: date) -> tuple[int, int]:
        """Issue and send the invoice after the time to appeal; the invoice and its document."""
        invoices = self.office.services.invoices
        self.office.clock.set(on)
        invoice_id = invoices.draft(self.recovery_id).id or 0
        invoices.set_interest(self.recovery_id, Interest.NO)
        letter = invoices.issue(invoice_id).id or 0
        invoices.mark_sent(invoice_id, on, DispatchChannel.E_MAIL)
        return invoice_id, letter

    def pay(self, on: date, ocr_number: str, *amounts: Ore) -> None:
        """Payments come in with the invoice's OCR number, one a day."""
        for turn, amount in enumerate(amounts):
            day = on + timedelta(days=turn)
            self.office.clock.set(day)
            self.office.services.incoming_payments.register(
                PaymentInput(
                    value_on=day,
                    amount_ore=amount,
                    reference=ocr_number,
                    payer=self.recipient,
                    entry_reference=f"{MARK}-{day:%Y%m%d}-{turn + 1}",
                )
            )

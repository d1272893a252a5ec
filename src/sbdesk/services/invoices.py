"""Drafts, issues, sends and credits invoices for decided claims above the threshold."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import INVOICE_MACHINE, InvoiceKind, InvoiceState
from sbdesk.domain.invoice_status import InvoiceAct
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.recovery import Interest
from sbdesk.domain.recovery_actions import RecoveryAct, no_invoice
from sbdesk.services import invoice_letters, invoices_crediting, invoices_issuing, invoices_reading
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.dispatches import mark_sent
from sbdesk.services.invoices_numbers import DUE_DAYS
from sbdesk.services.invoices_reading import may
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries_claims import claim_of, permitted
from sbdesk.services.recoveries_interest import set_interest
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.invoices import InvoiceRecord

NOT_ISSUED = "Fakturan är inte utfärdad."
_MONEY = Touched.INVOICES | Touched.RECOVERIES


class InvoicesService:
    """The Fakturor tab's service."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self, award_id: int | None = None) -> list[InvoiceRow]:
        """Every invoice, or those of one award: by due day, drafts too."""
        with self.work.store.reading() as session:
            return invoices_reading.rows(session, self.work, award_id)

    def page(self, invoice_id: int) -> InvoiceRow:
        """One invoice; LookupError for an unknown id."""
        with self.work.store.reading() as session:
            return invoices_reading.row(session, self.work, invoice_id)

    def draft(self, recovery_id: int, command_id: str | None = None) -> Done:
        """A draft for what the award has left to invoice; NotAllowed at or under the threshold."""

        def act(session: Session) -> int:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.DRAFT_INVOICE)
            record = InvoiceRecord(
                recipient_id=claim.award.recipient_id,
                award_id=claim.award.id,
                recovery_id=recovery_id,
                covers=invoice_letters.covered(session, claim),
                kind=InvoiceKind.PRINCIPAL,
                amount_ore=Balances(claim.sums).to_invoice,
                rounding_ore=0,
                due_on=answer_day(self.work.clock.today(), DUE_DAYS),
                states_interest=False,
                booking={},
                state=InvoiceState.DRAFT,
            )
            session.add(record)
            session.flush()
            self._event(session, record, "draft_invoice", {"amount_ore": record.amount_ore})
            return record.id

        made = one_effect(self.work, command_id, "draft_invoice", [recovery_id], act)
        return Done(_MONEY, "Ett utkast till faktura är skapat.", made)

    def set_interest(
        self, invoice_id: int, answer: Interest, source: str = "", command_id: str | None = None
    ) -> Done:
        """Say whether interest on late payment is claimed, from the draft of the claim's invoice."""

        def act(session: Session) -> None:
            record = session.get_one(InvoiceRecord, invoice_id)
            set_interest(session, self.work, record.recovery_id, answer, source)

        one_effect(self.work, command_id, "set_interest", [invoice_id, answer.value, source], act)
        return Done(_MONEY, "Uppgiften om dröjsmålsränta är sparad.", invoice_id)

    def draft_letter(self, invoice_id: int) -> bytes:
        """The draft as PDF, marked UTKAST, with today's amount; nothing is kept."""
        with self.work.store.reading() as session:
            record = may(session, self.work, invoice_id, InvoiceAct.DISCARD)
            claim = claim_of(session, self.work, record.recovery_id)
            amount = Balances(claim.sums).to_invoice
            if amount <= 0:
                raise NotAllowed(
                    no_invoice(Balances(claim.sums).open_claim, claim.sums.threshold),
                    "Inget är ändrat.",
                    "Kassera utkastet.",
                )
            return invoice_letters.draw(session, self.work, claim, record, amount)

    def issue(
        self,
        invoice_id: int,
        seen_ore: Ore | None = None,
        due_on: date | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Number, OCR, letter and state in one transaction; Done.id is the invoice's document.

        ``seen_ore`` is the amount the officer confirmed: Conflict when another is due now. ``due_on``
        defaults to thirty days from today on a working day. NotAllowed for K01, K05, an unsent decision, a
        running time to appeal.
        """

        def act(session: Session) -> list[Any]:
            record, document_id = invoices_issuing.issue(session, self.work, invoice_id, seen_ore, due_on)
            return [document_id, record.number, record.amount_ore]

        plain = [invoice_id, seen_ore, str(due_on)]
        document_id, number, amount = one_effect(self.work, command_id, "issue_invoice", plain, act)
        return Done(
            _MONEY | Touched.DOCUMENTS,
            f"Faktura {number} på {format_ore(amount)}{NBSP}kr är utfärdad. Skicka den och markera den som "
            "skickad.",
            document_id,
        )

    def mark_sent(
        self, invoice_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Mark the invoice as sent; from its due day it is a debt."""

        def act(session: Session) -> None:
            record = may(session, self.work, invoice_id, InvoiceAct.MARK_SENT)
            mark_sent(session, self.work, record.document_id or 0, on, channel)
            record.state = INVOICE_MACHINE.target(record.state, "send")
            record.sent_on = on
            session.flush()
            self._event(session, record, "send_invoice", {"sent_on": on.isoformat()})

        plain = [invoice_id, on.isoformat(), channel.value]
        one_effect(self.work, command_id, "send_invoice", plain, act)
        return Done(_MONEY | Touched.DOCUMENTS, "Fakturan är markerad som skickad.", invoice_id)

    def credit(
        self,
        invoice_id: int,
        amount_ore: Ore,
        reason: str,
        second: SecondPerson,
        command_id: str | None = None,
    ) -> Done:
        """Credit a part or the whole with another person's word; Done.id is the credit note's document."""

        def act(session: Session) -> list[Any]:
            note, document = invoices_crediting.credit(
                session, self.work, invoice_id, amount_ore, reason, second
            )
            return [document.id, note.number]

        plain = [invoice_id, amount_ore, reason, second.officer_id]
        document_id, number = one_effect(self.work, command_id, "credit_invoice", plain, act)
        return Done(_MONEY | Touched.DOCUMENTS, f"Kreditfaktura {number} är utfärdad.", document_id)

    def discard(self, invoice_id: int, command_id: str | None = None) -> Done:
        """Put a draft away; it can be taken back."""
        self._turn(invoice_id, InvoiceAct.DISCARD, "discard", command_id)
        return Done(_MONEY, "Utkastet är kasserat. Det kan tas tillbaka.", invoice_id)

    def restore(self, invoice_id: int, command_id: str | None = None) -> Done:
        """Take a discarded draft back."""
        self._turn(invoice_id, InvoiceAct.RESTORE, "restore", command_id)
        return Done(_MONEY, "Utkastet är tillbaka.", invoice_id)

    def _turn(self, invoice_id: int, offered: InvoiceAct, verb: str, command_id: str | None) -> None:
        def act(session: Session) -> None:
            record = may(session, self.work, invoice_id, offered)
            record.state = INVOICE_MACHINE.target(record.state, verb)
            session.flush()
            self._event(session, record, f"{verb}_invoice", {"state": record.state.value})

        one_effect(self.work, command_id, f"{verb}_invoice", [invoice_id], act)

    def _event(self, session: Session, record: InvoiceRecord, verb: str, after: dict[str, Any]) -> None:
        self.work.record(session, verb, ("invoice", record.id), award_id=record.award_id, after=after)

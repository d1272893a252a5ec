"""Registers money that comes in and matches it to invoices, claims and voluntary repayments."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.invoice import PAYMENT_MACHINE, MatchPurpose, PaymentState
from sbdesk.domain.invoice_status import payment_status
from sbdesk.domain.ore import Ore
from sbdesk.services import incoming_payments_matching as matching
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.invoices_rows import MatchRow, PaymentRow
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import matched_of
from sbdesk.store.records.invoices import IncomingPaymentRecord, InvoiceRecord, PaymentMatchRecord
from sbdesk.store.records.recoveries import RecoveryRecord

MANUAL = "manual"
"""The source of payments registered by hand; a bank file's have the file's own."""

_MONEY = Touched.INCOMING_PAYMENTS | Touched.INVOICES | Touched.RECOVERIES


@dataclass(frozen=True, slots=True)
class PaymentInput:
    """Money on the agency's account: value day, öre, OCR or text, who paid, the bank's own reference.

    Without the bank's reference the same day, amount, text and payer count as the same payment.
    """

    value_on: date
    amount_ore: Ore
    reference: str = ""
    payer: str = ""
    entry_reference: str = ""

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        return [
            self.value_on.isoformat(),
            self.amount_ore,
            self.reference,
            self.payer,
            self.entry_reference,
        ]


class IncomingPaymentsService:
    """The Inbetalningar tab's service."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self) -> list[PaymentRow]:
        """Every incoming payment, newest first, with what it pays."""
        with self.work.store.reading() as session:
            return _rows(session)

    def awards(self) -> list[tuple[int, str]]:
        """The awards that a voluntary repayment can concern: paid, and not wholly covered by decisions."""
        with self.work.store.reading() as session:
            return matching.repayable_awards(session)

    def register(self, given: PaymentInput, command_id: str | None = None) -> Done:
        """Register a payment and match it when it names an invoice; Done.id is the payment.

        Conflict when it is registered already. An unmatched one stays to be matched by hand.
        """

        def act(session: Session) -> list[Any]:
            payment = self._insert(session, given)
            invoice = matching.find_invoice(session, payment)
            if invoice is None:
                told = "Inbetalningen är registrerad men inte kopplad. Koppla den till en faktura."
            else:
                told = matching.to_invoice(session, self.work, payment, invoice, None)
            return [payment.id, told]

        payment_id, told = one_effect(self.work, command_id, "register_payment", given.plain(), act)
        return Done(_MONEY, told, payment_id)

    def register_voluntary(self, award_id: int, given: PaymentInput, command_id: str | None = None) -> Done:
        """Register what was repaid by own will before a decision covers it; Done.id is the payment."""

        def act(session: Session) -> list[Any]:
            payment = self._insert(session, given)
            return [payment.id, matching.to_voluntary(session, self.work, payment, award_id)]

        plain = [award_id, *given.plain()]
        payment_id, told = one_effect(self.work, command_id, "register_voluntary", plain, act)
        return Done(_MONEY, told, payment_id)

    def match(
        self,
        payment_id: int,
        invoice_id: int,
        amount_ore: Ore | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Match by hand to an invoice; without an amount all that is left of the payment."""

        def act(session: Session) -> str:
            payment = session.get_one(IncomingPaymentRecord, payment_id)
            invoice = session.get_one(InvoiceRecord, invoice_id)
            return matching.to_invoice(session, self.work, payment, invoice, amount_ore)

        told = one_effect(self.work, command_id, "match", [payment_id, invoice_id, amount_ore], act)
        return Done(_MONEY, told, payment_id)

    def match_recovery(self, payment_id: int, recovery_id: int, command_id: str | None = None) -> Done:
        """Match money that came after the decision but before an invoice."""

        def act(session: Session) -> str:
            payment = session.get_one(IncomingPaymentRecord, payment_id)
            recovery = session.get_one(RecoveryRecord, recovery_id)
            return matching.to_recovery(session, self.work, payment, recovery)

        told = one_effect(self.work, command_id, "match_recovery", [payment_id, recovery_id], act)
        return Done(_MONEY, told, payment_id)

    def match_voluntary(self, payment_id: int, award_id: int, command_id: str | None = None) -> Done:
        """Match a registered payment as a voluntary repayment."""

        def act(session: Session) -> str:
            payment = session.get_one(IncomingPaymentRecord, payment_id)
            return matching.to_voluntary(session, self.work, payment, award_id)

        told = one_effect(self.work, command_id, "match_voluntary", [payment_id, award_id], act)
        return Done(_MONEY, told, payment_id)

    def undo_match(self, match_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take a match back with a reason; the claim is unpaid again."""

        def act(session: Session) -> None:
            matching.undo(session, self.work, match_id, reason)

        one_effect(self.work, command_id, "undo_match", [match_id, reason], act)
        return Done(_MONEY, "Kopplingen är ångrad.", match_id)

    def mark_not_ours(self, payment_id: int, reason: str, command_id: str | None = None) -> Done:
        """Say that the money is not for these grants; nothing may be matched."""

        def act(session: Session) -> None:
            payment = session.get_one(IncomingPaymentRecord, payment_id)
            if matched_of(session, [payment_id])[payment_id]:
                raise NotAllowed("Inbetalningen är kopplad.", "Inget är ändrat.", "Ångra kopplingen först.")
            self._turn(session, payment, "mark_not_ours", reason_given(reason, "märka den som inte vår"))

        one_effect(self.work, command_id, "mark_not_ours", [payment_id, reason], act)
        return Done(_MONEY, "Inbetalningen är markerad som inte vår.", payment_id)

    def reopen(self, payment_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take back that the money was not ours."""

        def act(session: Session) -> None:
            payment = session.get_one(IncomingPaymentRecord, payment_id)
            self._turn(session, payment, "reopen", reason_given(reason, "ta tillbaka inbetalningen"))

        one_effect(self.work, command_id, "reopen_payment", [payment_id, reason], act)
        return Done(_MONEY, "Inbetalningen kan kopplas igen.", payment_id)

    def _insert(self, session: Session, given: PaymentInput) -> IncomingPaymentRecord:
        if given.amount_ore <= 0:
            raise UserFacingError(
                "Beloppet saknas eller är negativt.", "Inget är sparat.", "Ange det inbetalda beloppet."
            )
        if given.value_on > self.work.clock.today():
            raise UserFacingError(
                f"Dagen {given.value_on.isoformat()} har inte varit än.",
                "Inget är sparat.",
                "Ange den dag då pengarna kom in.",
            )
        digest = hashlib.sha256("\n".join(map(str, given.plain()[:4])).encode()).hexdigest()[:16]
        record = IncomingPaymentRecord(
            source=MANUAL,
            entry_reference=given.entry_reference.strip() or f"utan-{digest}",
            value_on=given.value_on,
            amount_ore=given.amount_ore,
            payer=given.payer.strip() or None,
            reference=given.reference.strip() or None,
            state=PaymentState.UNMATCHED,
        )
        session.add(record)
        session.flush()
        self.work.record(
            session,
            "register_payment",
            ("incoming_payment", record.id),
            after={"value_on": given.value_on.isoformat(), "amount_ore": given.amount_ore},
        )
        return record

    def _turn(self, session: Session, payment: IncomingPaymentRecord, verb: str, reason: str) -> None:
        former = payment.state
        payment.state = PAYMENT_MACHINE.target(former, verb)
        session.flush()
        self.work.record(
            session,
            f"{verb}_payment" if verb == "reopen" else verb,
            ("incoming_payment", payment.id),
            before={"state": former.value},
            after={"state": payment.state.value},
            reason=reason,
        )


def _rows(session: Session) -> list[PaymentRow]:
    payments = list(
        session.scalars(
            select(IncomingPaymentRecord).order_by(
                IncomingPaymentRecord.value_on.desc(), IncomingPaymentRecord.id.desc()
            )
        )
    )
    matched = matched_of(session, [record.id for record in payments])
    matches = _matches(session)
    return [
        PaymentRow(
            id=record.id,
            value_on=record.value_on,
            amount_ore=record.amount_ore,
            payer=record.payer or "",
            reference=record.reference or "",
            entry_reference=record.entry_reference,
            matched_ore=matched[record.id],
            left_ore=record.amount_ore - matched[record.id],
            status=payment_status(record.state, record.amount_ore, matched[record.id]),
            matches=tuple(matches.get(record.id, ())),
            foreign=record.state is PaymentState.FOREIGN,
        )
        for record in payments
    ]


def _matches(session: Session) -> dict[int, list[MatchRow]]:
    made: dict[int, list[MatchRow]] = {}
    rows = session.execute(
        select(PaymentMatchRecord, InvoiceRecord.number, RecoveryRecord.number)
        .join(InvoiceRecord, InvoiceRecord.id == PaymentMatchRecord.invoice_id, isouter=True)
        .join(RecoveryRecord, RecoveryRecord.id == PaymentMatchRecord.recovery_id, isouter=True)
        .order_by(PaymentMatchRecord.id)
    )
    for match, invoice, recovery in rows:
        what = "Frivillig återbetalning"
        if match.purpose is not MatchPurpose.VOLUNTARY:
            what = f"Faktura {invoice}" if invoice else f"Återkrav {recovery}"
        row = MatchRow(match.id, what, match.amount_ore, match.undone_by is not None)
        made.setdefault(match.incoming_payment_id, []).append(row)
    return made

"""Gives a recipient a sent invoice of an earlier claim, straight into the tables."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.invoice import InvoiceKind, InvoiceState, MatchPurpose, PaymentState
from sbdesk.domain.ore import Ore
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.store.records.invoices import IncomingPaymentRecord, InvoiceRecord, PaymentMatchRecord
from sbdesk.store.records.recoveries import RecoveryRecord
from support.desk import OpenDesk


def owe(
    desk: OpenDesk, amount: Ore, due_on: date, recipient: str = "Region Skåne", award: int | None = None
) -> int:
    """An invoice F-2025-014 that is sent and unpaid; its id. The claim hangs on another award by default."""
    of_award = award or desk.award("Region Uppsala")
    with desk.store.writing() as session:
        recovery = RecoveryRecord(
            award_id=of_award,
            revision=1,
            number="ÅK-2025-014",
            path=RecoveryPath.FULL,
            state=RecoveryState.INVOICED,
            prepared_by=desk.anna,
            interest=Interest.NO,
            due_basis=DueBasis.DEMAND,
        )
        session.add(recovery)
        session.flush()
        invoice = InvoiceRecord(
            recipient_id=desk.recipient(recipient),
            award_id=of_award,
            recovery_id=recovery.id,
            kind=InvoiceKind.PRINCIPAL,
            number="F-2025-014",
            amount_ore=amount,
            rounding_ore=0,
            issued_on=date(2025, 12, 1),
            sent_on=date(2025, 12, 1),
            due_on=due_on,
            states_interest=False,
            ocr_number="202501448",
            booking={},
            state=InvoiceState.SENT,
        )
        session.add(invoice)
        session.flush()
        return invoice.id


def pay(desk: OpenDesk, invoice_id: int, amount: Ore) -> None:
    """An incoming payment matched to the invoice."""
    with desk.store.writing() as session:
        invoice = session.get_one(InvoiceRecord, invoice_id)
        payment = IncomingPaymentRecord(
            source="test",
            entry_reference=f"{invoice_id}-{amount}",
            value_on=date(2026, 6, 1),
            amount_ore=amount,
            state=PaymentState.UNMATCHED,
        )
        session.add(payment)
        session.flush()
        session.add(
            PaymentMatchRecord(
                incoming_payment_id=payment.id,
                invoice_id=invoice_id,
                recovery_id=invoice.recovery_id,
                award_id=invoice.award_id,
                purpose=MatchPurpose.PRINCIPAL,
                amount_ore=amount,
            )
        )

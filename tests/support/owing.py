"""A recipient with an invoice that is sent and not paid."""

from __future__ import annotations

from datetime import timedelta

from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.recoveries import RecoveryRecord
from support.desk import OpenDesk


def owe(desk: OpenDesk, state: InvoiceState = InvoiceState.SENT) -> None:
    """An invoice of 41 200 kr due in ten days."""
    with desk.store.writing() as session:
        session.add(
            recovery := RecoveryRecord(
                award_id=desk.award(),
                revision=1,
                number="ÅK-2026-001",
                path=RecoveryPath.FULL,
                state=RecoveryState.INVOICED,
                prepared_by=desk.anna,
                interest=Interest.NO,
                due_basis=DueBasis.DEMAND,
            )
        )
        session.flush()
        session.add(
            InvoiceRecord(
                recipient_id=desk.recipient(),
                award_id=desk.award(),
                recovery_id=recovery.id,
                kind=InvoiceKind.PRINCIPAL,
                number="F-2026-001",
                amount_ore=from_kronor(41_200),
                rounding_ore=0,
                issued_on=desk.clock.today(),
                due_on=desk.clock.today() + timedelta(days=10),
                states_interest=False,
                ocr_number="12344",
                booking={},
                state=state,
            )
        )

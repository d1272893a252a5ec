"""Moves a claim to paid and back as its invoices are paid, undone or credited."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.recovery import RECOVERY_MACHINE, RecoveryState
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.records.recoveries import RecoveryRecord

_DEMANDED = (RecoveryState.INVOICED, RecoveryState.SETTLED, RecoveryState.ENFORCEMENT)


def follow_the_money(session: Session, work: Workplace, award_id: int) -> None:
    """Settle every claim of the award that is paid to the öre, and reopen those that no longer are.

    Runs in the transaction of the act that moved the money; each step is an event of its own.
    """
    session.flush()
    invoices = [
        record
        for record in queries.invoices_of(session, award_id)
        if record.kind is InvoiceKind.PRINCIPAL and record.state not in queries.UNISSUED
    ]
    money = queries.money_of(session, invoices)
    recoveries = session.scalars(
        select(RecoveryRecord).where(RecoveryRecord.award_id == award_id, RecoveryRecord.state.in_(_DEMANDED))
    )
    for recovery in recoveries:
        mine = [record for record in invoices if queries.demands(record, recovery.id)]
        paid = all(money[record.id].outstanding_ore == 0 for record in mine) and any(
            record.state is not InvoiceState.CREDITED for record in mine
        )
        if paid and recovery.state is not RecoveryState.SETTLED:
            _step(session, work, recovery, "settle")
        elif not paid and recovery.state is RecoveryState.SETTLED:
            _step(session, work, recovery, "undo_match")


def _step(session: Session, work: Workplace, recovery: RecoveryRecord, verb: str) -> None:
    former = recovery.state
    recovery.state = RECOVERY_MACHINE.target(former, verb)
    session.flush()
    work.record(
        session,
        "settle" if verb == "settle" else "undo_settle",
        (queries.RECOVERY, recovery.id),
        award_id=recovery.award_id,
        before={"state": former.value},
        after={"state": recovery.state.value},
    )

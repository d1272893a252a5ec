"""Where an award's reconciliation stands, and the moves that follow from other acts."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Basis
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE, ReconciliationState
from sbdesk.services.reconciliation_opening import begin_reconciliation
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord


def has_live_ledger(session: Session, award_id: int) -> bool:
    """Whether any import of the award counts."""
    live = select(LedgerImportRecord.id).where(
        LedgerImportRecord.award_id == award_id, LedgerImportRecord.state == ImportState.LIVE
    )
    return session.scalar(live.limit(1)) is not None


def at_judging(session: Session, work: Workplace, award_id: int) -> AwardRecord:
    """The award, with its reconciliation under judgement; the first verdict on a ledger starts it.

    Raises NotAllowed for jäv and when the reconciliation waits, is proposed or is final.
    """
    award = session.get_one(AwardRecord, award_id)
    work.refuse_disqualified(session, award)
    record = begin_reconciliation(session, work, award_id)
    if record.state is ReconciliationState.FINAL:
        raise NotAllowed("Avstämningen är fastställd.", "Inget är ändrat.", "Välj Ändra belopp.")
    if record.state is ReconciliationState.OPEN and has_live_ledger(session, award_id):
        start_judging(session, work, record, Basis.LEDGER_ALL)
    RECONCILIATION_MACHINE.move(record.state, "judge")
    return award


def start_judging(session: Session, work: Workplace, record: ReconciliationRecord, basis: Basis) -> None:
    """Move an open reconciliation to judging on this basis, as an event of its own."""
    before = {"state": record.state.value, "basis": record.basis.value}
    record.state = RECONCILIATION_MACHINE.target(record.state, "start")
    record.basis = basis
    session.flush()
    work.record(
        session,
        "start_reconciliation",
        ("reconciliation", record.id),
        award_id=record.award_id,
        before=before,
        after={"state": record.state.value, "basis": basis.value},
    )

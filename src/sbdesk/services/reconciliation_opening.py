"""Begins an award's reconciliation with its first ledger, and lets its basis follow the live ledgers."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Basis
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE, ReconciliationState
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord


def latest_reconciliation(session: Session, award_id: int) -> ReconciliationRecord | None:
    """The award's reconciliation of the highest revision, or None when it has not begun."""
    return session.scalar(
        select(ReconciliationRecord)
        .where(ReconciliationRecord.award_id == award_id)
        .order_by(ReconciliationRecord.revision.desc())
        .limit(1)
    )


def begin_reconciliation(
    session: Session, work: Workplace, award_id: int, basis: Basis = Basis.LEDGER_ALL
) -> ReconciliationRecord:
    """The award's latest reconciliation; without any, revision 1 (open) is made here and now."""
    record = latest_reconciliation(session, award_id)
    if record is not None:
        return record
    record = ReconciliationRecord(
        award_id=award_id, revision=1, basis=basis, state=ReconciliationState.OPEN, prepared_by=None
    )
    session.add(record)
    session.flush()
    work.record(
        session,
        "begin_reconciliation",
        ("reconciliation", record.id),
        award_id=award_id,
        after={"revision": 1, "basis": basis.value},
    )
    return record


def ledger_comes(session: Session, work: Workplace, award_id: int) -> ReconciliationRecord:
    """A ledger is about to be imported: move the reconciliation, and let the ledger be what it rests on.

    Raises NotAllowed when the reconciliation waits, is proposed or is final. A sample stays a sample.
    """
    record = begin_reconciliation(session, work, award_id)
    record.state = RECONCILIATION_MACHINE.target(record.state, "import")
    _rest_on(session, work, record, Basis.LEDGER_ALL)
    return record


def ledger_leaves(session: Session, work: Workplace, award_id: int) -> None:
    """An import has been undone: without any other live ledger the report alone counts again.

    Raises NotAllowed when the reconciliation waits, is proposed or is final.
    """
    record = begin_reconciliation(session, work, award_id)
    record.state = RECONCILIATION_MACHINE.target(record.state, "undo_import")
    if not _has_live_ledger(session, award_id):
        _rest_on(session, work, record, Basis.REPORT_ONLY)


def _has_live_ledger(session: Session, award_id: int) -> bool:
    count = session.scalar(
        select(func.count())
        .select_from(LedgerImportRecord)
        .where(LedgerImportRecord.award_id == award_id, LedgerImportRecord.state == ImportState.LIVE)
    )
    return bool(count)


def _rest_on(session: Session, work: Workplace, record: ReconciliationRecord, basis: Basis) -> None:
    if record.basis in (basis, Basis.LEDGER_SAMPLE):
        return
    before = record.basis
    record.basis = basis
    session.flush()
    work.record(
        session,
        "change_basis",
        ("reconciliation", record.id),
        award_id=record.award_id,
        before={"basis": before.value},
        after={"basis": basis.value},
    )

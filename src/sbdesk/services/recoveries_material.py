"""The documents a claim rests on: the party has a right to them before the decision (FL 25 §)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.services.clock import SWEDEN
from sbdesk.store.queries.reconciliation_findings import imports_of_award
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
from sbdesk.store.records.reports import ReportRecord


@dataclass(frozen=True, slots=True)
class Material:
    """Ids of the documents, and the days by which a letter names them."""

    ids: tuple[int, ...] = ()
    reconciliation: ReconciliationRecord | None = None
    fixed_on: date | None = None
    reported_on: date | None = None
    ledger_on: date | None = None


def material_of(session: Session, award_id: int) -> Material:
    """The newest final protocol, the live ledger extracts and the newest report."""
    reconciliation = session.scalar(
        select(ReconciliationRecord)
        .where(ReconciliationRecord.award_id == award_id)
        .order_by(ReconciliationRecord.revision.desc())
        .limit(1)
    )
    report = session.scalar(
        select(ReportRecord)
        .where(ReportRecord.award_id == award_id)
        .order_by(ReportRecord.revision.desc())
        .limit(1)
    )
    imports = imports_of_award(session, award_id)
    final = reconciliation if reconciliation and reconciliation.state is ReconciliationState.FINAL else None
    ids = [it.document_id for it in imports]
    for holder in (final, report):
        if holder is not None and holder.document_id is not None:
            ids.append(holder.document_id)
    attestation = (
        session.get(AttestationRecord, final.attestation_id) if final and final.attestation_id else None
    )
    return Material(
        ids=tuple(sorted(set(ids))),
        reconciliation=reconciliation,
        fixed_on=attestation.on if attestation else None,
        reported_on=report.received_on if report else None,
        ledger_on=imports[-1].read_at.astimezone(SWEDEN).date() if imports else None,
    )

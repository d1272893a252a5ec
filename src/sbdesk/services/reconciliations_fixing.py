"""Freezes a reconciliation's figures behind another person's word, and opens them again in a new revision."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.reconciliations_protocol import issue_protocol
from sbdesk.services.reconciliations_reports import finish_report, reopen_report
from sbdesk.services.workplace import Workplace
from sbdesk.store.base import canonical_json
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord, ReconciliationRecord


def fix(
    session: Session,
    work: Workplace,
    award: AwardRecord,
    record: ReconciliationRecord,
    second: SecondPerson,
) -> int:
    """Attest, freeze, make the protocol and finish the report, in the caller's transaction.

    The event holds the SHA-256 of the frozen totals; the protocol is kept as a document.
    """
    attestation = attest(session, work, _act(work, record, "finalise"), second)
    before, frozen = record.state.value, frozen_totals(session, award.id)
    record.state, record.frozen = RECONCILIATION_MACHINE.target(record.state, "finalise"), frozen
    record.attestation_id = attestation.id
    session.flush()
    document = issue_protocol(session, work, award, record, attestation)
    record.document_id = document.id
    finish_report(session, work, award.id)
    session.flush()
    work.record(
        session,
        "finalise_reconciliation",
        ("reconciliation", record.id),
        award_id=award.id,
        before={"state": before},
        after={
            "state": record.state.value,
            "revision": record.revision,
            "totals_sha256": hashlib.sha256(canonical_json(frozen).encode()).hexdigest(),
            "attestation": attestation.id,
            "document": document.id,
        },
    )
    return record.id


def open_again(
    session: Session,
    work: Workplace,
    award: AwardRecord,
    record: ReconciliationRecord,
    second: SecondPerson,
    reason: str,
) -> int:
    """A new revision under judgement beside the frozen one; NotAllowed once a recovery is decided."""
    sums = award_sums(session, award.id)
    if sums.decided or sums.invoiced_gross:
        raise NotAllowed("Återkravet är beslutat.", "Inget är ändrat.", "Ändra genom nytt beslut.")
    attestation = attest(session, work, _act(work, record, "reopen"), second)
    anew = ReconciliationRecord(
        award_id=award.id,
        revision=record.revision + 1,
        basis=record.basis,
        state=RECONCILIATION_MACHINE.target(record.state, "reopen"),
        prepared_by=None,
    )
    session.add(anew)
    session.flush()
    reopen_report(session, work, award.id)
    work.record(
        session,
        "reopen_reconciliation",
        ("reconciliation", anew.id),
        award_id=award.id,
        before={"revision": record.revision, "state": record.state.value},
        after={"revision": anew.revision, "state": anew.state.value, "attestation": attestation.id},
        reason=reason,
    )
    return anew.id


def frozen_totals(session: Session, award_id: int) -> dict[str, Any]:
    """The award's sums and balances in öre, what each cause took, and a hash over every row's verdict."""
    sums = award_sums(session, award_id)
    balances = Balances(sums)
    names = ("accepted", "supported", "eligible", "unused", "unsupported", "repayable", "repayable_min")
    return {
        "sums": asdict(sums) | {"basis": sums.basis.value},
        "balances": {name: getattr(balances, name) for name in names},
        "causes": _by_cause(session, award_id),
        **_rows(session, award_id),
    }


def _by_cause(session: Session, award_id: int) -> dict[str, int]:
    rows = session.execute(
        select(LineVerdictRecord.cause, func.sum(LineVerdictRecord.rejected_ore))
        .join(LedgerLineRecord, LedgerLineRecord.id == LineVerdictRecord.line_id)
        .join(LedgerImportRecord, LedgerImportRecord.id == LedgerLineRecord.import_id)
        .where(
            LedgerLineRecord.award_id == award_id,
            LedgerImportRecord.state == ImportState.LIVE,
            LineVerdictRecord.rejected_ore != 0,
        )
        .group_by(LineVerdictRecord.cause)
    )
    return {str(int(cause)): int(ore) for cause, ore in rows if cause is not None}


def _rows(session: Session, award_id: int) -> dict[str, Any]:
    verdict = LineVerdictRecord
    rows = session.execute(
        select(
            LedgerLineRecord.id,
            LedgerLineRecord.row_hash,
            LedgerLineRecord.claimed_ore,
            verdict.rejected_ore,
            verdict.parked_ore,
            verdict.cause,
            verdict.ground_id,
        )
        .join(LedgerImportRecord, LedgerImportRecord.id == LedgerLineRecord.import_id)
        .join(verdict, verdict.line_id == LedgerLineRecord.id, isouter=True)
        .where(LedgerLineRecord.award_id == award_id, LedgerImportRecord.state == ImportState.LIVE)
        .order_by(LedgerLineRecord.id)
    )
    digest, number = hashlib.sha256(), 0
    for *values, cause, ground in rows:
        digest.update(canonical_json([*values, None if cause is None else int(cause), ground]).encode())
        number += 1
    return {"rows": number, "rows_sha256": digest.hexdigest()}


def _act(work: Workplace, record: ReconciliationRecord, verb: str) -> Act:
    return Act(
        subject_kind="reconciliation",
        subject_id=record.id,
        verb=verb,
        preparer_id=record.prepared_by or work.officer_id,
        award_id=record.award_id,
        revision=record.revision,
    )

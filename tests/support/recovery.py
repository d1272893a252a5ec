"""Puts a paid award with report and final reconciliation into the tables: where a claim begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.award import Basis
from sbdesk.domain.decision import AttestationMode, DecisionKind
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.report import ReportState
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.office_settings import Sender, put_sender
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    PayoutRecord,
)
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.programmes import ComponentRecord, RecoveryGroundRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord, ReconciliationRecord
from sbdesk.store.records.reports import ReportRecord
from support.desk import OpenDesk, decide_appeal
from support.ledger import Row, import_rows

GRANTED = from_kronor(2_000_000)
REVIEWED = date(2027, 4, 20)
"""The day when the reconciliation is final and the claim can begin."""

GROUNDS = ("unused", "wrong_purpose", "late_report", "no_evidence")


@dataclass(frozen=True)
class Rejected:
    """A verdict on one of the rows; öre."""

    ore: Ore
    cause: VerdictCause = VerdictCause.PERIOD
    ground: str = "wrong_purpose"
    comment: str = ""


def ready_award(
    desk: OpenDesk,
    used: Ore = GRANTED,
    rows: Sequence[Row] = (),
    rejected: Mapping[int, Rejected] | None = None,
    *,
    recipient: str = "Region Uppsala",
    grounds: Sequence[str] = GROUNDS,
) -> int:
    """Grant and pay two million kronor, report ``used`` öre, judge the rows, fix it; the award's id."""
    decide_appeal(desk)
    award_id = desk.award(recipient)
    grant_and_pay(desk, award_id, grounds=grounds)
    report(desk, award_id, used)
    desk.clock.set(date(2027, 2, 3))
    line_ids = import_rows(desk, award_id, rows) if rows else []
    desk.clock.set(REVIEWED)
    with desk.store.writing() as session:
        for place, verdict in (rejected or {}).items():
            judge(session, desk, line_ids[place], verdict)
        fix(session, desk, award_id, Basis.LEDGER_ALL if rows else Basis.REPORT_ONLY)
    return award_id


def grant_and_pay(
    desk: OpenDesk, award_id: int, ore: Ore = GRANTED, *, grounds: Sequence[str] = GROUNDS
) -> None:
    """A grant decision whose snapshot carries the grounds, and its confirmed payout."""
    with desk.store.writing() as session:
        put_sender(
            session,
            Sender(
                unit="Enheten för statsbidrag",
                organisation_number="2021000555",
                address=("106 30 Stockholm",),
                phone="075-000 00 00",
                email="ovning@exempel.invalid",
                bankgiro="5050-1055",
            ),
        )
        award = session.get_one(AwardRecord, award_id)
        award.case_number = f"9.1-{award_id}/2026"
        component = session.query(ComponentRecord).filter_by(programme_id=award.programme_id).first()
        decision = DecisionRecord(
            programme_id=award.programme_id,
            kind=DecisionKind.GRANT,
            number=f"B-2026-{award_id:03d}",
            decided_on=date(2026, 8, 14),
            decider_id=desk.karin,
            rapporteur_id=desk.anna,
            participants=[],
            reasons="Uppgifterna är kontrollerade.",
            snapshot={"grounds": [{"code": code} for code in grounds]},
        )
        session.add(decision)
        session.flush()
        session.add(
            DecisionLineRecord(
                decision_id=decision.id,
                award_id=award_id,
                component_id=component.id if component else None,
                granted_ore=ore,
            )
        )
        session.flush()
        session.add(
            PayoutRecord(
                award_id=award_id,
                decision_id=decision.id,
                amount_ore=ore,
                account={},
                end_to_end_id=f"E{award_id}",
                booking={},
                state=PayoutState.CONFIRMED,
                prepared_by=desk.anna,
                confirmed_on=date(2026, 9, 1),
            )
        )


def report(desk: OpenDesk, award_id: int, used: Ore, revision: int = 1) -> None:
    """The recipient's report, received on 15 January 2027."""
    with desk.store.writing() as session:
        document = keep_document(
            session,
            desk.work,
            NewDocument(
                f"rapport {award_id} {revision}".encode(),
                "rapport.pdf",
                "application/pdf",
                DocumentOrigin.RECEIVED,
                "report",
                "Återrapport",
                award_id=award_id,
            ),
        )
        session.add(
            ReportRecord(
                award_id=award_id,
                revision=revision,
                received_on=date(2027, 1, 15),
                used_ore=used,
                unused_ore=max(0, GRANTED - used),
                answers={},
                document_id=document.id,
                state=ReportState.FINAL,
            )
        )


def judge(session: Session, desk: OpenDesk, line_id: int, verdict: Rejected) -> None:
    """Reject a part of a row."""
    ground = session.query(RecoveryGroundRecord).filter_by(
        programme_id=desk.programme, code=verdict.ground
    ).one()  # fmt: skip
    session.add(
        LineVerdictRecord(
            line_id=line_id,
            rejected_ore=verdict.ore,
            parked_ore=0,
            cause=verdict.cause,
            ground_id=ground.id,
            comment=verdict.comment or None,
            judged_by=desk.anna,
        )
    )


def fix(session: Session, desk: OpenDesk, award_id: int, basis: Basis) -> None:
    """A final reconciliation with its protocol, attested by Per Lund today."""
    open_one = session.query(ReconciliationRecord).filter_by(award_id=award_id).first()
    record = open_one or ReconciliationRecord(award_id=award_id, revision=1)
    attestation = AttestationRecord(
        subject_kind="reconciliation",
        subject_id=award_id,
        revision=1,
        verb="finalise",
        officer_id=desk.per,
        preparer_id=desk.anna,
        mode=AttestationMode.SIGNED_OUTSIDE,
        registered_by=desk.anna,
        document_id=_kept(session, desk, award_id, "undertecknad").id,
        on=desk.clock.today(),
    )
    session.add(attestation)
    session.flush()
    record.basis, record.state, record.frozen = basis, ReconciliationState.FINAL, {}
    record.prepared_by, record.attestation_id = desk.anna, attestation.id
    record.document_id = _kept(session, desk, award_id, "protokoll").id
    session.add(record)
    session.flush()


def _kept(session: Session, desk: OpenDesk, award_id: int, word: str) -> DocumentRecord:
    return keep_document(
        session,
        desk.work,
        NewDocument(
            f"{word} {award_id}".encode(),
            f"{word}.pdf",
            "application/pdf",
            DocumentOrigin.PRODUCED,
            "reconciliation_protocol",
            word,
            award_id=award_id,
        ),
    )

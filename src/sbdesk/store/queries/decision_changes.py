"""What a change of a decision stands on: the open change, its hearings, and which letters have left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealState
from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.store.records.changes import AppealRecord, DecisionChangeRecord
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord, ProposalRecord
from sbdesk.store.records.office import DispatchRecord, DocumentRecord
from sbdesk.store.records.recoveries import HearingRecord

CHANGE = "decision_change"
"""The subject's name in hearings and events."""


def open_change(session: Session, award_id: int) -> DecisionChangeRecord | None:
    """The change that is prepared and neither decided nor dropped."""
    record = DecisionChangeRecord
    return session.scalar(
        select(record).where(
            record.award_id == award_id, record.decision_id.is_(None), record.dropped_reason.is_(None)
        )
    )


def hearings_of(session: Session, change_id: int) -> list[HearingRecord]:
    """The letters before the change, oldest first."""
    return list(
        session.scalars(
            select(HearingRecord)
            .where(HearingRecord.subject_kind == CHANGE, HearingRecord.subject_id == change_id)
            .order_by(HearingRecord.revision)
        )
    )


def letters_of(session: Session, requisition_id: int) -> list[DecisionRecord]:
    """Every decision on the requisition, oldest first."""
    return list(
        session.scalars(
            select(DecisionRecord)
            .join(ProposalRecord, ProposalRecord.decision_id == DecisionRecord.id)
            .where(
                ProposalRecord.subject_kind == "requisition",
                ProposalRecord.subject_id == requisition_id,
                ProposalRecord.state == ProposalState.DECIDED,
            )
            .order_by(DecisionRecord.id)
        )
    )


def any_sent(session: Session, award_id: int, decisions: Sequence[DecisionRecord]) -> bool:
    """Whether a letter on any of the decisions has left, the case's covering letter too."""
    numbers = [decision.number for decision in decisions]
    own = [decision.document_id for decision in decisions if decision.document_id is not None]
    covering = select(DocumentRecord.id).where(
        DocumentRecord.award_id == award_id, DocumentRecord.number.in_(numbers)
    )
    sent = select(DispatchRecord.id).where(
        or_(DispatchRecord.document_id.in_(own), DispatchRecord.document_id.in_(covering))
    )
    return session.scalar(sent.limit(1)) is not None


def at_court(session: Session, decisions: Sequence[DecisionRecord]) -> bool:
    """Whether an appeal of any of the decisions lies with a court."""
    found = select(AppealRecord.id).where(
        AppealRecord.decision_id.in_([decision.id for decision in decisions]),
        AppealRecord.state == AppealState.HANDED_OVER,
    )
    return session.scalar(found.limit(1)) is not None


def appeals_of(session: Session, award_ids: Sequence[int]) -> list[AppealRecord]:
    """The appeals of the awards, oldest first."""
    record = AppealRecord
    return list(session.scalars(select(record).where(record.award_id.in_(award_ids)).order_by(record.id)))


def decisions_of(session: Session, award_id: int) -> list[DecisionRecord]:
    """Every decision with a line on the award, oldest first, claims among them."""
    lines = select(DecisionLineRecord.decision_id).where(DecisionLineRecord.award_id == award_id)
    return list(
        session.scalars(
            select(DecisionRecord).where(DecisionRecord.id.in_(lines)).order_by(DecisionRecord.id)
        )
    )


def later_decision(session: Session, appeal: AppealRecord) -> DecisionRecord | None:
    """The newest decision on the award made after the appealed one, on or after the day the appeal came."""
    changed = [
        decision
        for decision in decisions_of(session, appeal.award_id)
        if decision.id > appeal.decision_id
        and decision.decided_on >= appeal.received_on
        and decision.kind is not DecisionKind.DISMISS
    ]
    return changed[-1] if changed else None


def inhibited(session: Session, award_id: int, today: date) -> bool:
    """Whether a court's inhibition of any decision on the award is in force."""
    record = AppealRecord
    found = select(record.id).where(
        record.award_id == award_id,
        record.inhibition_from_on <= today,
        or_(record.inhibition_to_on.is_(None), record.inhibition_to_on > today),
    )
    return session.scalar(found.limit(1)) is not None

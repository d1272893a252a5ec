"""Asks P01 to P09 of a programme in the database: its text, its numbers, and what is left to do."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.findings import Finding
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.rules.programme import check_programme
from sbdesk.domain.rules.programme_progress import CaseProgress, ProgressFacts, check_progress
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.parties import RecipientRecord

_UNDECIDED = (RequisitionState.RECEIVED, RequisitionState.INCOMPLETE, RequisitionState.READY)


def programme_findings(
    session: Session, programme_id: int, definition: ProgrammeDefinition, today: date
) -> tuple[Finding, ...]:
    """Every finding of the programme as a whole, the text's first and the heaviest of them first."""
    facts = ProgressFacts(definition.id, definition.year, today, _cases(session, programme_id))
    return (*check_programme(definition, today), *check_progress(facts))


def _cases(session: Session, programme_id: int) -> tuple[CaseProgress, ...]:
    awards = session.execute(
        select(AwardRecord.id, RecipientRecord.name)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .where(AwardRecord.programme_id == programme_id)
        .order_by(RecipientRecord.name_key)
    ).all()
    sums = sums_of(session, [award for award, _name in awards])
    waiting = _waiting(session, programme_id)
    return tuple(
        CaseProgress(award, name, waiting.get(award), sums[award].granted, sums[award].paid)
        for award, name in awards
    )


def _waiting(session: Session, programme_id: int) -> dict[int, date]:
    """The day a requisition first came in, by award, where it has had no decision yet."""
    one = RequisitionRecord
    proposed = and_(one.state == RequisitionState.PROPOSED, one.state_before.in_(_UNDECIDED))
    rows = session.execute(
        select(one.award_id, one.received_on)
        .join(AwardRecord, AwardRecord.id == one.award_id)
        .where(AwardRecord.programme_id == programme_id, or_(one.state.in_(_UNDECIDED), proposed))
    )
    return {row.award_id: row.received_on for row in rows}

"""What a requisition may overlap with: the recipient's other awards of the year, and who ran an operation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.requisition import NOT_LIVE
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.parties import OperationHostRecord, OperationRecord, RecipientRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    ComponentRecord,
    ConditionRecord,
    ProgrammeRecord,
)


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Another award of the recipient; ``operations`` are those that both have, ``tags`` the other's own."""

    award_id: int
    programme: str
    code: str
    operations: tuple[str, ...]
    tags: frozenset[str]


def other_awards(session: Session, award: AwardRecord, rule: str) -> list[Overlapping]:
    """The recipient's awards in other programmes of the same year with a living requisition.

    ``rule`` is the check whose parameter ``tags`` says what kinds of support a programme counts as the same.
    """
    year = select(ProgrammeRecord.budget_year).where(ProgrammeRecord.id == award.programme_id)
    live = select(RequisitionRecord.award_id).where(RequisitionRecord.state.not_in(list(NOT_LIVE)))
    found = session.execute(
        select(AwardRecord.id, ProgrammeRecord)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(
            AwardRecord.recipient_id == award.recipient_id,
            AwardRecord.id != award.id,
            ProgrammeRecord.budget_year == year.scalar_subquery(),
            AwardRecord.id.in_(live),
        )
        .order_by(AwardRecord.id)
    ).all()
    if not found:
        return []
    programmes = [programme.id for _, programme in found]
    operations = _operations(session, award.recipient_id, [*programmes, award.programme_id])
    own, tags = operations[award.programme_id], _tags(session, programmes, rule)
    return [
        Overlapping(
            award_id,
            programme.short_title,
            programme.code,
            tuple(name for key, name in sorted(operations[programme.id].items()) if key in own),
            tags.get(programme.id, frozenset()),
        )
        for award_id, programme in found
    ]


def _operations(
    session: Session, recipient_id: int, programmes: list[int]
) -> defaultdict[int, dict[int, str]]:
    """Names of a recipient's operations by id, for each programme."""
    made: defaultdict[int, dict[int, str]] = defaultdict(dict)
    rows = session.execute(
        select(ComponentRecord.programme_id, OperationRecord.id, OperationRecord.name)
        .join(AllotmentRecord, AllotmentRecord.component_id == ComponentRecord.id)
        .join(OperationRecord, OperationRecord.id == AllotmentRecord.operation_id)
        .where(ComponentRecord.programme_id.in_(programmes), AllotmentRecord.recipient_id == recipient_id)
    )
    for programme, operation, name in rows:
        made[programme][operation] = name
    return made


def _tags(session: Session, programmes: list[int], rule: str) -> dict[int, frozenset[str]]:
    conditions = session.scalars(
        select(ConditionRecord).where(
            ConditionRecord.programme_id.in_(programmes),
            ConditionRecord.rule_code == rule,
            ConditionRecord.to_on.is_(None),
        )
    )
    return {one.programme_id: frozenset(one.parameters.get("tags", ())) for one in conditions}


def hosted_elsewhere(session: Session, award: AwardRecord, day: date) -> list[tuple[str, str]]:
    """The award's operations that another recipient ran on a day: name and host.

    An operation whose host that day is not in the database is left out: nothing is known against it.
    """
    host = OperationHostRecord
    rows = session.execute(
        select(OperationRecord.name, RecipientRecord.name)
        .join(host, host.operation_id == OperationRecord.id)
        .join(RecipientRecord, RecipientRecord.id == host.recipient_id)
        .join(AllotmentRecord, AllotmentRecord.operation_id == OperationRecord.id)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .where(
            ComponentRecord.programme_id == award.programme_id,
            AllotmentRecord.recipient_id == award.recipient_id,
            host.recipient_id != award.recipient_id,
            and_(host.from_on <= day, or_(host.to_on.is_(None), host.to_on >= day)),
        )
        .distinct()
        .order_by(OperationRecord.name)
    )
    return [(operation, name) for operation, name in rows]

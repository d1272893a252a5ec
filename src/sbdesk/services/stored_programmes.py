"""A programme as the database holds it, in the one shape that every check and letter understands."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.programme import (
    AllotmentShare,
    AppealRule,
    Component,
    Condition,
    FactContent,
    FactValue,
    Operation,
    ProgrammeDefinition,
    Quote,
    RecoveryGround,
    ValueKind,
    VerdictCause,
)
from sbdesk.services.parties import hosts_of_year
from sbdesk.store.records.parties import OperationRecord, RecipientRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    AppealRuleRecord,
    ComponentRecord,
    ConditionRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
    QuoteSpanRecord,
    RecoveryGroundRecord,
)


def stored_definition(session: Session, programme_id: int) -> ProgrammeDefinition:
    """The programme with the newest revision of each fact; NoResultFound for an unknown id."""
    programme = session.get_one(ProgrammeRecord, programme_id)
    facts = newest_facts(session, programme_id)
    names = {record.id: record.name for record in _all_facts(session, programme_id)}
    quotes = quotes_of(session, list(facts))
    return ProgrammeDefinition(
        id=programme.code,
        title=programme.title,
        short_title=programme.short_title,
        year=programme.budget_year,
        recipient_kind=programme.recipient_kind,
        facts=tuple(fact_value(record, quotes.get(record.id, ())) for record in facts.values()),
        operations=_operations(session, programme),
        components=_components(session, programme_id, names),
        grounds=_grounds(session, programme_id, names),
        conditions=_conditions(session, programme_id, names),
        appeal_rules=_appeal_rules(session, programme_id),
    )


def newest_facts(session: Session, programme_id: int) -> dict[int, ProgrammeFactRecord]:
    """The newest revision of every fact, by id, in the order they were entered; not what is taken away."""
    newest: dict[tuple[str, int], ProgrammeFactRecord] = {}
    for record in _all_facts(session, programme_id):
        newest[record.name, record.ordinal] = record
    return {record.id: record for record in newest.values() if not record.removed}


def fact_id(session: Session, programme_id: int, name: str) -> int | None:
    """The row of the newest revision of a fact, None when the programme lacks it."""
    found = [record for record in newest_facts(session, programme_id).values() if record.name == name]
    return min(found, key=lambda record: record.ordinal).id if found else None


def _all_facts(session: Session, programme_id: int) -> list[ProgrammeFactRecord]:
    fact = ProgrammeFactRecord
    return list(
        session.scalars(
            select(fact).where(fact.programme_id == programme_id).order_by(fact.revision, fact.id)
        )
    )


def content_of(record: ProgrammeFactRecord) -> FactContent:
    """The fact's value whatever its kind; öre for money."""
    return {
        ValueKind.ORE: record.value_ore,
        ValueKind.DAY: record.value_day,
        ValueKind.TEXT: record.value_text,
        ValueKind.INT: record.value_int,
        ValueKind.BOOL: record.value_flag,
    }[record.value_kind]


def fact_value(record: ProgrammeFactRecord, spans: tuple[str, ...]) -> FactValue:
    """A fact's record and the pieces of its quote as the domain reads them."""
    return FactValue(
        name=record.name,
        kind=record.value_kind,
        value=content_of(record),
        status=record.status,
        ordinal=record.ordinal,
        quote=Quote(record.heading or "", spans) if spans else None,
        statute=record.statute,
        reason=record.reason,
    )


def quotes_of(session: Session, fact_ids: list[int]) -> dict[int, tuple[str, ...]]:
    """The pieces of each fact's quote, by the fact's id."""
    found: dict[int, list[str]] = defaultdict(list)
    spans = (
        select(QuoteSpanRecord).where(QuoteSpanRecord.fact_id.in_(fact_ids)).order_by(QuoteSpanRecord.ordinal)
    )
    for span in session.scalars(spans):
        found[span.fact_id].append(span.quote)
    return {key: tuple(spans) for key, spans in found.items()}


def _components(session: Session, programme_id: int, names: dict[int, str]) -> tuple[Component, ...]:
    shares: dict[int, list[AllotmentShare]] = defaultdict(list)
    rows = session.execute(
        select(AllotmentRecord, RecipientRecord.name, OperationRecord.code)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .join(RecipientRecord, RecipientRecord.id == AllotmentRecord.recipient_id)
        .join(OperationRecord, OperationRecord.id == AllotmentRecord.operation_id, isouter=True)
        .where(ComponentRecord.programme_id == programme_id)
        .order_by(AllotmentRecord.id)
    )
    for allotment, recipient, operation in rows:
        shares[allotment.component_id].append(
            AllotmentShare(
                recipient=recipient,
                operation=operation,
                units=allotment.units,
                weight=allotment.weight,
                computed_ore=allotment.computed_ore,
                decided_ore=allotment.decided_ore,
                decided_fact=names.get(allotment.decided_fact_id or 0),
            )
        )
    components = select(ComponentRecord).where(ComponentRecord.programme_id == programme_id)
    return tuple(
        Component(
            code=record.code,
            label=record.label,
            total_ore=record.total_ore,
            method=record.method,
            rounding=record.rounding,
            separate_purpose=record.separate_purpose,
            purpose_fact=names.get(record.purpose_fact_id or 0),
            shares=tuple(shares[record.id]),
            operation_kind=record.operation_kind.value if record.operation_kind else None,
        )
        for record in session.scalars(components.order_by(ComponentRecord.id))
    )


def _operations(session: Session, programme: ProgrammeRecord) -> tuple[Operation, ...]:
    """Each with the host of the budget year: moving it later changes nothing here."""
    records = session.scalars(
        select(OperationRecord)
        .join(AllotmentRecord, AllotmentRecord.operation_id == OperationRecord.id)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .where(ComponentRecord.programme_id == programme.id)
        .order_by(OperationRecord.id)
        .distinct()
    ).all()
    hosts = hosts_of_year(session, [one.id for one in records], programme.budget_year)
    # One that nobody ran that year has no place in the definition, and hides no other.
    known = [one for one in records if one.id in hosts]
    return tuple(Operation(one.kind.value, one.code, one.name, hosts[one.id]) for one in known)


def _grounds(session: Session, programme_id: int, names: dict[int, str]) -> tuple[RecoveryGround, ...]:
    grounds = select(RecoveryGroundRecord).where(RecoveryGroundRecord.programme_id == programme_id)
    return tuple(
        RecoveryGround(
            code=record.code,
            label=record.title,
            modality=record.modality,
            fact=names[record.fact_id],
            causes=tuple(VerdictCause(cause) for cause in record.causes),
        )
        for record in session.scalars(grounds.order_by(RecoveryGroundRecord.id))
    )


def _conditions(session: Session, programme_id: int, names: dict[int, str]) -> tuple[Condition, ...]:
    conditions = select(ConditionRecord).where(
        ConditionRecord.programme_id == programme_id, ConditionRecord.to_on.is_(None)
    )
    return tuple(
        Condition(
            rule=record.rule_code,
            severity=record.severity,
            basis=record.basis,
            fact=names.get(record.fact_id or 0),
            enabled=record.enabled,
            parameters={
                key: tuple(value) if isinstance(value, list) else value
                for key, value in record.parameters.items()
            },
        )
        for record in session.scalars(conditions.order_by(ConditionRecord.id))
    )


def _appeal_rules(session: Session, programme_id: int) -> tuple[AppealRule, ...]:
    rules = select(AppealRuleRecord).where(AppealRuleRecord.programme_id == programme_id)
    return tuple(
        AppealRule(
            decision_kind=record.decision_kind.value,
            allowed=record.allowed.value,
            three_weeks_from=record.three_weeks_from.value,
            source=record.source,
            text=record.text,
        )
        for record in session.scalars(rules.order_by(AppealRuleRecord.id))
    )

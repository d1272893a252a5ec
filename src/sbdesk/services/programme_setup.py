"""Puts a shipped definition and its recipients into the database, as a draft that two officers sign off."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState
from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.parties import OperationKind, RecipientKind
from sbdesk.domain.programme import Component, FactValue, ProgrammeDefinition, ValueKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.report import ExpectedReportState
from sbdesk.domain.sort_keys import name_key
from sbdesk.services.programme_definitions import RecipientEntry
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OperationHostRecord, OperationRecord, RecipientRecord
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
from sbdesk.store.records.reports import ExpectedReportRecord

_COLUMN = {
    ValueKind.ORE: "value_ore",
    ValueKind.DAY: "value_day",
    ValueKind.TEXT: "value_text",
    ValueKind.INT: "value_int",
    ValueKind.BOOL: "value_flag",
}


def add_recipients(session: Session, entries: tuple[RecipientEntry, ...]) -> int:
    """Add the shipped recipients that the database lacks, by organisation number; the number added."""
    known = set(session.scalars(select(RecipientRecord.org_number)))
    added = 0
    for entry in entries:
        number = entry.org_number.replace("-", "")
        if number in known:
            continue
        session.add(
            RecipientRecord(
                org_number=number,
                org_number_confirmed=entry.confirmed,
                name=entry.name,
                name_key=name_key(entry.name),
                kind=RecipientKind.REGION,
                seat=entry.seat,
                care_region=", ".join(entry.care_regions),
                registrar_email=entry.registrar_email,
            )
        )
        added += 1
    session.flush()
    return added


def add_programme(
    session: Session, work: Workplace, definition: ProgrammeDefinition, verb: str = "load_programme"
) -> ProgrammeRecord:
    """Write the definition as a draft; LookupError for a recipient that the database lacks."""
    programme = ProgrammeRecord(
        code=definition.id,
        budget_year=definition.year,
        title=definition.title,
        short_title=definition.short_title,
        recipient_kind=definition.recipient_kind,
        title_key=name_key(definition.short_title),
        state=ProgrammeState.DRAFT,
    )
    session.add(programme)
    session.flush()
    facts = _add_facts(session, work, programme.id, definition)
    operations = _add_operations(session, definition)
    for component in definition.components:
        _add_component(session, programme.id, component, facts, operations)
    _add_rules(session, programme.id, definition, facts)
    session.flush()
    work.record(
        session,
        verb,
        ("programme", programme.id),
        after={"code": definition.id, "facts": len(facts)},
    )
    return programme


def _add_facts(
    session: Session, work: Workplace, programme_id: int, definition: ProgrammeDefinition
) -> dict[str, int]:
    made: dict[str, int] = {}
    for fact in definition.facts:
        record = fact_record(programme_id, work.officer_id, fact)
        session.add(record)
        session.flush()
        made.setdefault(fact.name, record.id)
        for ordinal, span in enumerate(fact.quote.spans if fact.quote else (), start=1):
            session.add(QuoteSpanRecord(fact_id=record.id, ordinal=ordinal, quote=span))
    return made


def fact_record(
    programme_id: int, officer_id: int, fact: FactValue, revision: int = 1
) -> ProgrammeFactRecord:
    """A fact's row, without the pieces of its quote; not yet in a session."""
    record = ProgrammeFactRecord(
        programme_id=programme_id,
        name=fact.name,
        ordinal=fact.ordinal,
        revision=revision,
        status=fact.status,
        value_kind=fact.kind,
        heading=fact.quote.heading if fact.quote else None,
        statute=fact.statute,
        reason=fact.reason,
        entered_by=officer_id,
    )
    setattr(record, _COLUMN[fact.kind], fact.value)
    return record


def _add_operations(session: Session, definition: ProgrammeDefinition) -> dict[str, int]:
    made: dict[str, int] = {}
    for operation in definition.operations:
        kind = OperationKind(operation.kind)
        record = session.scalar(
            select(OperationRecord).where(
                OperationRecord.kind == kind, OperationRecord.code == operation.code
            )
        )
        if record is None:
            record = OperationRecord(kind=kind, code=operation.code, name=operation.name)
            session.add(record)
            session.flush()
            session.add(
                OperationHostRecord(
                    operation_id=record.id,
                    recipient_id=recipient_named(session, operation.host).id,
                    from_on=date(definition.year, 1, 1),
                )
            )
        made[operation.code] = record.id
    return made


def recipient_named(session: Session, name: str) -> RecipientRecord:
    """The recipient of that name; LookupError when there is none."""
    record = session.scalar(select(RecipientRecord).where(RecipientRecord.name_key == name_key(name)))
    if record is None:
        raise LookupError(name)
    return record


def _add_component(
    session: Session,
    programme_id: int,
    component: Component,
    facts: dict[str, int],
    operations: dict[str, int],
) -> None:
    record = ComponentRecord(
        programme_id=programme_id,
        code=component.code,
        label=component.label,
        total_ore=component.total_ore,
        method=component.method,
        rounding=component.rounding,
        separate_purpose=component.separate_purpose,
        purpose_fact_id=facts[component.purpose_fact] if component.purpose_fact else None,
        operation_kind=OperationKind(component.operation_kind) if component.operation_kind else None,
    )
    session.add(record)
    session.flush()
    for share in component.shares:
        session.add(
            AllotmentRecord(
                component_id=record.id,
                recipient_id=recipient_named(session, share.recipient).id,
                operation_id=operations[share.operation] if share.operation else None,
                units=share.units,
                weight=share.weight,
                computed_ore=share.computed_ore,
                decided_ore=share.decided_ore,
                decided_fact_id=facts[share.decided_fact] if share.decided_fact else None,
            )
        )


def _add_rules(
    session: Session, programme_id: int, definition: ProgrammeDefinition, facts: dict[str, int]
) -> None:
    for ground in definition.grounds:
        session.add(
            RecoveryGroundRecord(
                programme_id=programme_id,
                code=ground.code,
                title=ground.label,
                modality=ground.modality,
                fact_id=facts[ground.fact],
                causes=[int(cause) for cause in ground.causes],
            )
        )
    for condition in definition.conditions:
        session.add(
            ConditionRecord(
                programme_id=programme_id,
                rule_code=condition.rule,
                parameters=dict(condition.parameters or {}),
                severity=condition.severity,
                basis=condition.basis,
                enabled=condition.enabled,
                fact_id=facts[condition.fact] if condition.fact else None,
                from_on=date(definition.year, 1, 1),
            )
        )
    for rule in definition.appeal_rules:
        session.add(
            AppealRuleRecord(
                programme_id=programme_id,
                decision_kind=DecisionKind(rule.decision_kind),
                allowed=AppealAllowed(rule.allowed),
                three_weeks_from=ThreeWeeksFrom(rule.three_weeks_from),
                text=rule.text,
                source=rule.source,
            )
        )


def open_awards(session: Session, programme: ProgrammeRecord, report_due: date | None) -> list[AwardRecord]:
    """One award and one expected report for every recipient with an allotment; those there are kept."""
    there = set(
        session.scalars(select(AwardRecord.recipient_id).where(AwardRecord.programme_id == programme.id))
    )
    recipients = session.scalars(
        select(AllotmentRecord.recipient_id)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .where(ComponentRecord.programme_id == programme.id)
        .distinct()
        .order_by(AllotmentRecord.recipient_id)
    )
    made = [
        AwardRecord(programme_id=programme.id, recipient_id=recipient, state=AwardState.OPEN)
        for recipient in recipients
        if recipient not in there
    ]
    session.add_all(made)
    session.flush()
    session.add_all(
        ExpectedReportRecord(award_id=award.id, due_on=report_due, state=ExpectedReportState.EXPECTED)
        for award in made
    )
    session.flush()
    return made

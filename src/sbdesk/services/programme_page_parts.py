"""The rows of a programme's facts, checks, grounds and parts, each with what an edit of it needs to know."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.programme import Component, FactValue, ProgrammeDefinition
from sbdesk.domain.programme_differences import fact_text
from sbdesk.domain.programme_standard import is_standard, part_of
from sbdesk.domain.programme_state import AmendmentState, ProgrammeState
from sbdesk.domain.programme_words import fact_title, needs_a_look, value_in_words
from sbdesk.domain.rules.catalogue import RULE_TITLES
from sbdesk.services.programme_amendments import amendments_of, fact_from
from sbdesk.services.programme_amendments_effect import OUTCOME_WORDS
from sbdesk.services.programme_editing_guards import undo_stacks
from sbdesk.services.programme_editing_writing import content_at, live_conditions
from sbdesk.services.programme_rows import (
    AmendmentRow,
    ComponentRow,
    ConditionRow,
    FactRow,
    GroundRow,
    OutcomeRow,
)
from sbdesk.services.programme_signing import ticks
from sbdesk.services.stored_programmes import newest_facts, quotes_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programme_editing import FactAmendmentRecord
from sbdesk.store.records.programmes import (
    ComponentRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
    QuoteSpanRecord,
    RecoveryGroundRecord,
)

_STATES = {
    AmendmentState.WAITING: "Väntar på en andra person: bekräfta ändringen",
    AmendmentState.CONFIRMED: "Gäller",
    AmendmentState.WITHDRAWN: "Återtagen",
}


def fact_rows(
    session: Session, programme: ProgrammeRecord, definition: ProgrammeDefinition
) -> tuple[FactRow, ...]:
    """Every fact in the order it was first entered."""
    lines, ticked = _lines(session, programme.id), ticks(session, programme.id)
    former = _former_quotes(session, programme)
    draft = programme.state is ProgrammeState.DRAFT
    undoable = undo_stacks(session, programme.id) if draft else {}
    waiting = {
        (one.name, one.ordinal)
        for one in amendments_of(session, programme.id)
        if one.state is AmendmentState.WAITING
    }
    by_name = {(fact.name, fact.ordinal): fact for fact in definition.facts}
    made = []
    for record in newest_facts(session, programme.id).values():
        key = record.name, record.ordinal
        made.append(
            _fact_row(
                record,
                by_name[key],
                line=lines.get(record.id),
                confirmed_by=ticked.get(record.id, ""),
                undoable=bool(undoable.get(key)),
                former_quote=former.get(key, ""),
                waiting=key in waiting,
            )
        )
    return tuple(made)


def _fact_row(
    record: ProgrammeFactRecord,
    fact: FactValue,
    *,
    line: int | None,
    confirmed_by: str,
    undoable: bool,
    former_quote: str,
    waiting: bool,
) -> FactRow:
    title = fact_title(fact.name)
    return FactRow(
        id=record.id,
        name=fact.name,
        title=title if fact.ordinal == 1 else f"{title} {fact.ordinal}",
        value=value_in_words(fact),
        status=fact.status,
        heading=record.heading,
        quote=fact.quote.sentence if fact.quote else None,
        statute=fact.statute,
        reason=fact.reason,
        line=line,
        needs_a_look=needs_a_look(fact),
        fact=fact,
        revision=record.revision,
        part=part_of(fact.name),
        confirmed_by=confirmed_by,
        undoable=undoable,
        own=not (is_standard(fact.name) and fact.ordinal == 1),
        former_quote=former_quote,
        waiting=waiting,
    )


def _lines(session: Session, programme_id: int) -> dict[int, int]:
    rows = session.execute(
        select(QuoteSpanRecord.fact_id, QuoteSpanRecord.line)
        .join(ProgrammeFactRecord, ProgrammeFactRecord.id == QuoteSpanRecord.fact_id)
        .where(ProgrammeFactRecord.programme_id == programme_id, QuoteSpanRecord.line.is_not(None))
        .order_by(QuoteSpanRecord.ordinal.desc())
    )
    return {fact_id: line for fact_id, line in rows if line is not None}


def _former_quotes(session: Session, programme: ProgrammeRecord) -> dict[tuple[str, int], str]:
    if programme.predecessor_id is None:
        return {}
    facts = newest_facts(session, programme.predecessor_id)
    quotes = quotes_of(session, list(facts))
    return {(facts[key].name, facts[key].ordinal): " ".join(spans) for key, spans in quotes.items()}


def predecessor_title(session: Session, programme: ProgrammeRecord) -> str:
    """Last year's programme by its short title; empty when there is none."""
    if programme.predecessor_id is None:
        return ""
    return session.get_one(ProgrammeRecord, programme.predecessor_id).short_title


def condition_rows(
    session: Session, definition: ProgrammeDefinition, facts: tuple[FactRow, ...], programme_id: int
) -> tuple[ConditionRow, ...]:
    """The checks with the sentence that grounds each."""
    by_name = {row.name: row for row in reversed(facts)}
    there = live_conditions(session, programme_id)
    made = []
    for condition in definition.conditions:
        ground, record = by_name.get(condition.fact or ""), there[condition.rule]
        made.append(
            ConditionRow(
                rule=condition.rule,
                title=RULE_TITLES.get(condition.rule, condition.rule),
                level=condition.severity,
                basis=condition.basis,
                value=ground.value if ground else "Ingen grund i anvisningen",
                heading=ground.heading if ground else None,
                quote=(ground.quote or ground.statute) if ground else None,
                line=ground.line if ground else None,
                enabled=condition.enabled,
                id=record.id,
                version=record.version,
                condition=condition,
                signed=record.attestation_id is not None,
            )
        )
    return tuple(made)


def ground_rows(
    session: Session, definition: ProgrammeDefinition, facts: tuple[FactRow, ...], programme_id: int
) -> tuple[GroundRow, ...]:
    """The grounds for repayment with their sentences."""
    by_name = {row.name: row for row in reversed(facts)}
    records = session.scalars(
        select(RecoveryGroundRecord).where(RecoveryGroundRecord.programme_id == programme_id)
    )
    versions = {record.code: (record.id, record.version) for record in records}
    return tuple(
        GroundRow(
            id=versions[ground.code][0],
            version=versions[ground.code][1],
            ground=ground,
            code=ground.code,
            title=ground.label,
            modality="ska" if ground.modality.value == "shall" else "kan",
            heading=by_name[ground.fact].heading,
            quote=by_name[ground.fact].quote or by_name[ground.fact].statute,
            line=by_name[ground.fact].line,
        )
        for ground in definition.grounds
    )


def component_rows(
    session: Session, definition: ProgrammeDefinition, programme_id: int
) -> tuple[ComponentRow, ...]:
    """The parts of the frame, with how much of each is allotted."""
    records = session.scalars(select(ComponentRecord).where(ComponentRecord.programme_id == programme_id))
    versions = {record.code: (record.id, record.version) for record in records}
    return tuple(_component_row(one, *versions[one.code]) for one in definition.components)


def _component_row(component: Component, row_id: int, version: int) -> ComponentRow:
    return ComponentRow(
        id=row_id,
        version=version,
        component=component,
        recipients=len({share.recipient for share in component.shares}),
        allotted_ore=sum(share.effective_ore or 0 for share in component.shares),
        purpose=fact_title(component.purpose_fact) if component.purpose_fact else "",
    )


def amendment_rows(session: Session, programme_id: int) -> tuple[AmendmentRow, ...]:
    """Every change after sign-off, newest first, with what it meant for each award."""
    return tuple(_amendment(session, record) for record in amendments_of(session, programme_id))


def _amendment(session: Session, record: FactAmendmentRecord) -> AmendmentRow:
    key = record.name, record.ordinal
    former = content_at(session, record.programme_id, key, record.base_revision)
    who = session.get_one(OfficerRecord, record.proposed_by).name
    return AmendmentRow(
        id=record.id,
        title=fact_title(record.name),
        former=fact_text(former),
        proposed=fact_text(fact_from(*key, record.content)),
        reason=f"{record.reason} ({who})",
        state=record.state,
        status=_STATES[record.state],
        proposed_by=record.proposed_by,
        outcome=_outcome(session, record.outcome or {}),
    )


def _outcome(session: Session, outcome: dict[str, str]) -> tuple[OutcomeRow, ...]:
    rows = session.execute(
        select(AwardRecord.id, RecipientRecord.name)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .where(AwardRecord.id.in_([int(key) for key in outcome]))
        .order_by(RecipientRecord.name_key)
    )
    return tuple(
        OutcomeRow(award, name, OUTCOME_WORDS[outcome[str(award)]], outcome[str(award)] == "decided")
        for award, name in rows
    )

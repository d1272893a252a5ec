"""Writes what a change of a programme means: a new revision of a fact, and the checks that follow it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.programme import Condition, FactStatus, FactValue
from sbdesk.domain.programme_conditions import adapted, grounds
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.quotes import FoldedText
from sbdesk.services.programme_instructions import loaded_text, place_quote
from sbdesk.services.programme_setup import fact_record
from sbdesk.services.stored_programmes import fact_id, fact_value, quotes_of, stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.programme_editing import FactConfirmationRecord
from sbdesk.store.records.programmes import (
    ConditionRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
    QuoteSpanRecord,
)


def newest_of(session: Session, programme_id: int, name: str, ordinal: int) -> ProgrammeFactRecord | None:
    """The newest revision of one fact, also when it is taken away; None when there never was one."""
    fact = ProgrammeFactRecord
    return session.scalar(
        select(fact)
        .where(fact.programme_id == programme_id, fact.name == name, fact.ordinal == ordinal)
        .order_by(fact.revision.desc())
        .limit(1)
    )


def revision_of(session: Session, programme_id: int, fact: FactValue) -> int:
    """The newest revision's number; 0 when there is none."""
    record = newest_of(session, programme_id, fact.name, fact.ordinal)
    return 0 if record is None else record.revision


def content_at(session: Session, programme_id: int, fact: tuple[str, int], revision: int) -> FactValue:
    """What a fact (name, ordinal) said in one of its revisions."""
    record = session.scalars(
        select(ProgrammeFactRecord).where(
            ProgrammeFactRecord.programme_id == programme_id,
            ProgrammeFactRecord.name == fact[0],
            ProgrammeFactRecord.ordinal == fact[1],
            ProgrammeFactRecord.revision == revision,
        )
    ).one()
    return fact_value(record, quotes_of(session, [record.id]).get(record.id, ()))


def write_fact(
    session: Session, work: Workplace, programme: ProgrammeRecord, fact: FactValue, revision: int
) -> ProgrammeFactRecord:
    """Add a revision with its quote's place in the loaded text; the checks of the programme follow it.

    Raises NotAllowed when a ground for repayment would be left without a sentence.
    """
    _refuse_groundless(session, programme.id, fact)
    record = fact_record(programme.id, work.officer_id, fact, revision)
    session.add(record)
    session.flush()
    for ordinal, span in enumerate(fact.quote.spans if fact.quote else (), start=1):
        session.add(QuoteSpanRecord(fact_id=record.id, ordinal=ordinal, quote=span))
    session.flush()
    text = loaded_text(session, programme)
    if text and fact.quote is not None:
        place_quote(session, record, FoldedText(text))
    follow_facts(session, programme, work.clock.today())
    return record


def _refuse_groundless(session: Session, programme_id: int, fact: FactValue) -> None:
    resting = [one for one in stored_definition(session, programme_id).grounds if one.fact == fact.name]
    if resting and fact.ordinal == 1 and not grounds(fact):
        raise NotAllowed(
            f"Återkravsgrunden ”{resting[0].label}” skulle stå utan mening i anvisningen eller i lag.",
            "Din ändring är inte sparad men finns kvar här.",
            "Ta bort grunden under Villkor först, eller ange meningen.",
        )


def take_away(
    session: Session, work: Workplace, programme: ProgrammeRecord, fact: FactValue, revision: int
) -> ProgrammeFactRecord:
    """Add a revision that says that the fact is no longer there."""
    silent = FactValue(fact.name, fact.kind, None, FactStatus.NOT_STATED, fact.ordinal)
    record = fact_record(programme.id, work.officer_id, silent, revision)
    record.removed = True
    session.add(record)
    session.flush()
    return record


def confirm(session: Session, work: Workplace, fact_id_: int) -> bool:
    """Tick one revision of a fact; False when it was ticked already."""
    if confirmation_of(session, fact_id_) is not None:
        return False
    session.add(FactConfirmationRecord(fact_id=fact_id_, officer_id=work.officer_id, at=work.clock.now()))
    session.flush()
    return True


def confirmation_of(session: Session, fact_id_: int) -> FactConfirmationRecord | None:
    """The tick of one revision of a fact."""
    return session.scalar(
        select(FactConfirmationRecord).where(
            FactConfirmationRecord.fact_id == fact_id_, FactConfirmationRecord.withdrawn_by.is_(None)
        )
    )


def live_conditions(session: Session, programme_id: int) -> dict[str, ConditionRecord]:
    """The checks as they are now, by code."""
    rows = select(ConditionRecord).where(
        ConditionRecord.programme_id == programme_id, ConditionRecord.to_on.is_(None)
    )
    return {row.rule_code: row for row in session.scalars(rows.order_by(ConditionRecord.id))}


def follow_facts(session: Session, programme: ProgrammeRecord, today: date) -> None:
    """Adapt every check to the facts; a check that a second person has signed is left as it is."""
    definition = stored_definition(session, programme.id)
    there = live_conditions(session, programme.id)
    for condition in definition.conditions:
        record = there[condition.rule]
        wanted = adapted(condition, definition)
        if wanted != condition and record.attestation_id is None:
            replace_condition(session, programme, record, wanted, today)


def replace_condition(
    session: Session, programme: ProgrammeRecord, record: ConditionRecord, wanted: Condition, today: date
) -> ConditionRecord:
    """Change a check: in a draft the row itself, later a new row from today, so that the former is kept."""
    if programme.state is ProgrammeState.DRAFT or record.from_on >= today:
        fill_condition(session, record, wanted)
    else:
        record.to_on = today
        record = ConditionRecord(programme_id=programme.id, rule_code=wanted.rule, from_on=today)
        fill_condition(session, record, wanted)
        session.add(record)
    session.flush()
    return record


def fill_condition(session: Session, record: ConditionRecord, wanted: Condition) -> None:
    """Put a check's level, ground and parameters into its row."""
    ground = fact_id(session, record.programme_id, wanted.fact) if wanted.fact else None
    record.severity, record.basis, record.enabled = wanted.severity, wanted.basis, wanted.enabled
    record.fact_id = ground
    record.parameters = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in (wanted.parameters or {}).items()
    }

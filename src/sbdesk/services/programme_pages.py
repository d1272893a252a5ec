"""What the Statsbidrag page shows of a programme, row by row, each with its sentence and line."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.programme import FactValue, ProgrammeDefinition
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_words import fact_title, needs_a_look, value_in_words
from sbdesk.domain.rules.catalogue import RULE_TITLES
from sbdesk.domain.rules.programme import check_programme
from sbdesk.services.programme_rows import (
    AllotmentRow,
    AppealRow,
    ConditionRow,
    FactRow,
    GroundRow,
    ProgrammeAwardRow,
    ProgrammePage,
    ProgrammeRow,
)
from sbdesk.services.stored_programmes import newest_facts, stored_definition
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import OfficerRecord, OperationRecord, RecipientRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    AppealRuleRecord,
    ComponentRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
    QuoteSpanRecord,
)

_STATUS = {
    ProgrammeState.DRAFT: "Förslag från anvisning – inte granskat",
    ProgrammeState.SIGNED: "Uppgifter godkända: kan öppnas",
    ProgrammeState.ARCHIVED: "Arkiverat",
}


def programme_rows(session: Session, today: date) -> list[ProgrammeRow]:
    """Every programme, by last day to requisition, then name."""
    rows = [
        _row(session, record, today)
        for record in session.scalars(select(ProgrammeRecord).order_by(ProgrammeRecord.title_key))
    ]
    return sorted(rows, key=lambda row: (row.closes or date.max, row.short_title))


def _row(session: Session, record: ProgrammeRecord, today: date) -> ProgrammeRow:
    definition = stored_definition(session, record.id)
    awards = list(session.scalars(select(AwardRecord.id).where(AwardRecord.programme_id == record.id)))
    sums = sums_of(session, awards).values()
    return ProgrammeRow(
        id=record.id,
        code=record.code,
        short_title=record.short_title,
        title=record.title,
        year=record.budget_year,
        state=record.state,
        status=programme_status(record.state, definition, today),
        frame_ore=definition.ore("total"),
        granted_ore=sum(one.granted for one in sums),
        paid_ore=sum(one.paid for one in sums),
        closes=definition.day("closes"),
        report_due=value_in_words(definition.fact("report_due")),
    )


def programme_status(state: ProgrammeState, definition: ProgrammeDefinition, today: date) -> str:
    """The label of the list; whether the window is open follows from the day."""
    if state is not ProgrammeState.OPEN:
        return _STATUS[state]
    opens, closes = definition.day("opens"), definition.day("closes")
    if opens is not None and today < opens:
        return f"Rekvireringen öppnar {opens.isoformat()}"
    if closes is not None and today > closes:
        return "Rekvireringen är stängd"
    return "Rekvireringen är öppen"


def programme_page(session: Session, programme_id: int, today: date) -> ProgrammePage:
    """Everything of one programme; NoResultFound for an unknown id."""
    record = session.get_one(ProgrammeRecord, programme_id)
    definition = stored_definition(session, programme_id)
    lines = _lines(session, programme_id)
    facts = newest_facts(session, programme_id)
    allotments = _allotments(session, programme_id)
    allotted = sum(row.effective_ore or 0 for row in allotments)
    total = definition.ore("total")
    instruction = (
        session.get_one(DocumentRecord, record.instruction_document_id)
        if record.instruction_document_id
        else None
    )
    by_name = {(fact.name, fact.ordinal): fact for fact in definition.facts}
    rows = tuple(_fact_row(fact, by_name, lines) for fact in facts.values())
    return ProgrammePage(
        row=_row(session, record, today),
        facts=rows,
        conditions=_conditions(definition, rows),
        grounds=_grounds(definition, rows),
        allotments=allotments,
        awards=_awards(session, programme_id),
        allotted_ore=allotted,
        rest_ore=None if total is None else total - allotted,
        rest_reason=definition.fact("undistributed").reason,
        appeals=_appeals(session, programme_id),
        findings=check_programme(definition),
        instruction_id=record.instruction_document_id,
        instruction_name=instruction.file_name if instruction else None,
        missing_quotes=tuple(row.title for row in rows if instruction and row.quote and row.line is None),
        prepared_by=preparer_name(session, programme_id),
    )


def preparer_id(session: Session, programme_id: int) -> int | None:
    """Who entered the programme's facts last."""
    fact = ProgrammeFactRecord
    return session.scalar(
        select(fact.entered_by)
        .where(fact.programme_id == programme_id, fact.entered_by.is_not(None))
        .order_by(fact.id.desc())
        .limit(1)
    )


def preparer_name(session: Session, programme_id: int) -> str | None:
    """The name of who entered the programme's facts last."""
    found = preparer_id(session, programme_id)
    return session.get_one(OfficerRecord, found).name if found else None


def _lines(session: Session, programme_id: int) -> dict[int, int]:
    rows = session.execute(
        select(QuoteSpanRecord.fact_id, QuoteSpanRecord.line)
        .join(ProgrammeFactRecord, ProgrammeFactRecord.id == QuoteSpanRecord.fact_id)
        .where(ProgrammeFactRecord.programme_id == programme_id, QuoteSpanRecord.line.is_not(None))
        .order_by(QuoteSpanRecord.ordinal.desc())
    )
    return {fact_id: line for fact_id, line in rows if line is not None}


def _fact_row(
    record: ProgrammeFactRecord, by_name: dict[tuple[str, int], FactValue], lines: dict[int, int]
) -> FactRow:
    fact = by_name[record.name, record.ordinal]
    return FactRow(
        id=record.id,
        name=fact.name,
        title=fact_title(fact.name),
        value=value_in_words(fact),
        status=fact.status,
        heading=fact.quote.heading if fact.quote else None,
        quote=fact.quote.sentence if fact.quote else None,
        statute=fact.statute,
        reason=fact.reason,
        line=lines.get(record.id),
        needs_a_look=needs_a_look(fact),
    )


def _conditions(definition: ProgrammeDefinition, facts: tuple[FactRow, ...]) -> tuple[ConditionRow, ...]:
    by_name = {row.name: row for row in reversed(facts)}
    made = []
    for condition in definition.conditions:
        ground = by_name.get(condition.fact or "")
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
            )
        )
    return tuple(made)


def _grounds(definition: ProgrammeDefinition, facts: tuple[FactRow, ...]) -> tuple[GroundRow, ...]:
    by_name = {row.name: row for row in reversed(facts)}
    return tuple(
        GroundRow(
            code=ground.code,
            title=ground.label,
            modality="ska" if ground.modality.value == "shall" else "kan",
            heading=by_name[ground.fact].heading,
            quote=by_name[ground.fact].quote,
            line=by_name[ground.fact].line,
        )
        for ground in definition.grounds
    )


def _allotments(session: Session, programme_id: int) -> tuple[AllotmentRow, ...]:
    rows = session.execute(
        select(AllotmentRecord, ComponentRecord.label, RecipientRecord.name, OperationRecord.name)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .join(RecipientRecord, RecipientRecord.id == AllotmentRecord.recipient_id)
        .join(OperationRecord, OperationRecord.id == AllotmentRecord.operation_id, isouter=True)
        .where(ComponentRecord.programme_id == programme_id)
        .order_by(ComponentRecord.id, RecipientRecord.name_key)
    )
    return tuple(
        AllotmentRow(
            component=component,
            recipient=recipient,
            operation=operation,
            computed_ore=share.computed_ore,
            decided_ore=share.decided_ore,
            effective_ore=share.computed_ore if share.decided_ore is None else share.decided_ore,
        )
        for share, component, recipient, operation in rows
    )


def _awards(session: Session, programme_id: int) -> tuple[ProgrammeAwardRow, ...]:
    rows = session.execute(
        select(AwardRecord.id, RecipientRecord.name)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .where(AwardRecord.programme_id == programme_id)
        .order_by(RecipientRecord.name_key)
    ).all()
    sums = sums_of(session, [award for award, _name in rows])
    return tuple(
        ProgrammeAwardRow(
            award_id=award,
            recipient=name,
            ceiling_ore=sums[award].allotted,
            granted_ore=sums[award].granted,
            paid_ore=sums[award].paid,
            reported_ore=sums[award].reported,
            repaid_ore=sums[award].repaid,
        )
        for award, name in rows
    )


def _appeals(session: Session, programme_id: int) -> tuple[AppealRow, ...]:
    rules = select(AppealRuleRecord).where(AppealRuleRecord.programme_id == programme_id)
    return tuple(
        AppealRow(
            id=rule.id,
            version=rule.version,
            kind=rule.decision_kind,
            allowed=rule.allowed,
            three_weeks_from=rule.three_weeks_from,
            text=rule.text,
            source=rule.source,
        )
        for rule in session.scalars(rules.order_by(AppealRuleRecord.id))
    )

"""What the Statsbidrag page shows of a programme, row by row, each with its sentence and line."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.programme_state import ProgrammeOrigin, ProgrammeState
from sbdesk.domain.programme_words import value_in_words
from sbdesk.services import programme_page_parts
from sbdesk.services.programme_checks import programme_findings
from sbdesk.services.programme_editing_guards import names_of, preparers
from sbdesk.services.programme_rows import (
    AllotmentRow,
    AppealRow,
    ProgrammeAwardRow,
    ProgrammePage,
    ProgrammeRow,
)
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import OperationRecord, RecipientRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    AppealRuleRecord,
    ComponentRecord,
    ProgrammeRecord,
)

_STATUS = {
    ProgrammeState.DRAFT: "Utkast – inte granskat",
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
        status=_origin_status(record) or programme_status(record.state, definition, today),
        frame_ore=definition.ore("total"),
        granted_ore=sum(one.granted for one in sums),
        paid_ore=sum(one.paid for one in sums),
        closes=definition.day("closes"),
        report_due=value_in_words(definition.fact("report_due")),
    )


def _origin_status(record: ProgrammeRecord) -> str:
    shipped_draft = record.state is ProgrammeState.DRAFT and record.origin is ProgrammeOrigin.SHIPPED
    return "Förslag från anvisning – inte granskat" if shipped_draft else ""


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
    allotments = _allotments(session, programme_id)
    allotted = sum(row.effective_ore or 0 for row in allotments)
    total = definition.ore("total")
    instruction = (
        session.get_one(DocumentRecord, record.instruction_document_id)
        if record.instruction_document_id
        else None
    )
    rows = programme_page_parts.fact_rows(session, record, definition)
    return ProgrammePage(
        row=_row(session, record, today),
        facts=rows,
        conditions=programme_page_parts.condition_rows(session, definition, rows, programme_id),
        grounds=programme_page_parts.ground_rows(session, definition, rows, programme_id),
        allotments=allotments,
        awards=_awards(session, programme_id),
        allotted_ore=allotted,
        rest_ore=None if total is None else total - allotted,
        rest_reason=definition.fact("undistributed").reason,
        appeals=_appeals(session, programme_id),
        findings=programme_findings(session, programme_id, definition, today),
        instruction_id=record.instruction_document_id,
        instruction_name=instruction.file_name if instruction else None,
        missing_quotes=tuple(row.title for row in rows if instruction and row.quote and row.line is None),
        prepared_by=", ".join(names_of(session, preparers(session, programme_id))) or None,
        version=record.version,
        recipient_kind=record.recipient_kind,
        case_number=record.case_number or "",
        origin=record.origin,
        predecessor=programme_page_parts.predecessor_title(session, record),
        components=programme_page_parts.component_rows(session, definition, programme_id),
        amendments=programme_page_parts.amendment_rows(session, programme_id),
        preparers=preparers(session, programme_id),
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

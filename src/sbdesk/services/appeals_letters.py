"""Makes the letters of an appeal: the decision to dismiss it, and the one by which it goes to the court."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.appeal_dismissal import AppealDismissalContent, render_appeal_dismissal
from sbdesk.documents.appeal_handover import (
    AppealHandoverContent,
    HandedDocument,
    NewDecision,
    render_appeal_handover,
)
from sbdesk.documents.content import Authorship, Person, Stage
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.domain.appeal import Reconsideration
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import case_history, letter_parts
from sbdesk.services.appeals_cases import Appealed
from sbdesk.services.decision_letters import MadeLetter, made, paragraphs
from sbdesk.services.document_store import NewDocument
from sbdesk.services.recovery_letters import keep_letter
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DocumentRecord


def dismissal(
    session: Session, it: Appealed, reasons: str, decider_id: int | None, on: date, stage: Stage
) -> MadeLetter:
    """The decision to dismiss an appeal that is tested as late."""
    record, case = it.record, it.case
    award = case.records.award
    if record.last_on is None:
        raise LookupError(f"appeal {record.id} has not been tested")
    decider = letter_parts.person(session, decider_id) if decider_id else Person("…")
    local = case.facts.signed_outside and stage is Stage.DRAFT
    content = AppealDismissalContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=on,
        decision_number=it.decision.number,
        decided_on=it.decision.decided_on,
        received_on=record.received_on,
        last_on=record.last_on,
        appeal=letter_parts.appeal(session, award.programme_id, DecisionKind.DISMISS),
        authorship=Authorship(
            decider, letter_parts.person(session, record.prepared_by), signature_line=local
        ),
        contact=letter_parts.person(session, award.assignee_id or record.prepared_by),
        reasons=paragraphs(reasons),
    )
    wording = programme_wording("appeal_dismissal", case.definition)
    return made(render_appeal_dismissal(content, wording), content, wording)


def keep_dismissal(
    session: Session, work: Workplace, it: Appealed, letter: MadeLetter, decision: DecisionRecord
) -> DocumentRecord:
    """Keep and anchor the decision's letter."""
    document = keep_letter(
        session,
        work,
        NewDocument(
            content=letter.pdf,
            file_name=f"{decision.number}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="appeal_dismissal",
            title=f"Beslut {decision.number} att avvisa överklagande, {it.case.records.recipient.name}",
            number=decision.number,
            award_id=it.record.award_id,
            content_model=letter.model,
            wording_version=letter.stamp,
        ),
    )
    decision.document_id = document.id
    return document


def handover(
    session: Session, work: Workplace, it: Appealed, court: str, stage: Stage, dismissal_number: str = ""
) -> MadeLetter:
    """The letter to the court with every document of the case; NotAllowed without a case number."""
    record, case = it.record, it.case
    award = case.records.award
    if not award.case_number:
        raise NotAllowed(
            "Ärendet saknar diarienummer.", "Brevet är inte skapat.", "Ange diarienumret på ärendet."
        )
    in_time = None if not it.rule.appealable and not dismissal_number else bool(record.in_time)
    content = AppealHandoverContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=work.clock.today(),
        court=court,
        decision_number=it.decision.number,
        decided_on=it.decision.decided_on,
        received_on=record.received_on,
        in_time=in_time,
        documents=tuple(
            HandedDocument(row.title, row.created_on)
            for row in reversed(case_history.documents(session, award.id))
        ),
        contact=letter_parts.person(session, award.assignee_id or record.prepared_by),
        dismissal_number=dismissal_number,
        new_decision=_new_decision(session, it),
    )
    wording = programme_wording("appeal_handover", case.definition)
    return made(render_appeal_handover(content, wording), content, wording)


def _new_decision(session: Session, it: Appealed) -> NewDecision | None:
    if it.record.reconsideration is not Reconsideration.CHANGED or it.record.new_decision_id is None:
        return None
    new = session.get_one(DecisionRecord, it.record.new_decision_id)
    return NewDecision(new.number, new.decided_on)


def keep_handover(session: Session, work: Workplace, it: Appealed, letter: MadeLetter) -> DocumentRecord:
    """Keep and anchor the letter to the court."""
    return keep_letter(
        session,
        work,
        NewDocument(
            content=letter.pdf,
            file_name=f"overlamnande-{it.decision.number}-{it.record.id}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="appeal_handover",
            title=f"Överlämnande av överklagande av {it.decision.number}, {it.case.records.recipient.name}",
            award_id=it.record.award_id,
            content_model=letter.model,
            wording_version=letter.stamp,
        ),
    )

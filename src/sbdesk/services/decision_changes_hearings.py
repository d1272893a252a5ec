"""Hears the recipient before a decision is changed to its harm (FL 25 §): letter, sent mark, answer."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.change_content import ChangeHearingContent
from sbdesk.documents.change_hearing import render_change_hearing
from sbdesk.documents.content import Stage, content_json
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.domain.decision_change_actions import ChangeAct
from sbdesk.domain.decision_changes import covers
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.services import decision_changes_letters as letters
from sbdesk.services import letter_parts
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.decision_changes_cases import Change, permitted
from sbdesk.services.dispatches import mark_sent
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.hearings import AnswerInput, due_day, refuse_faulty_answer, refuse_late_letter
from sbdesk.services.recovery_letters import keep_letter
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import CHANGE
from sbdesk.store.records.recoveries import HearingRecord


def write(session: Session, work: Workplace, award_id: int, answer_due: date | None) -> int:
    """Issue the letter on the change as it is; its document. Nothing is sent by this."""
    change = permitted(session, work, award_id, ChangeAct.WRITE_HEARING)
    due = due_day(work, answer_due)
    content = _content(session, work, change, due, Stage.ISSUED)
    wording = programme_wording("change_hearing", change.case.definition)
    number, name = change.former.number, change.case.records.recipient.name
    document = keep_letter(
        session,
        work,
        NewDocument(
            content=render_change_hearing(content, wording),
            file_name=f"{number}-brev-infor-andring-{len(change.hearings) + 1}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="hearing_letter",
            title=f"Brev inför ändring av beslut {number}, {name}",
            award_id=award_id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )
    said = covers(change.facts.lines, change.record.change_ground)
    record = HearingRecord(
        subject_kind=CHANGE,
        subject_id=change.record.id,
        revision=len(change.hearings) + 1,
        covers=said,
        document_id=document.id,
        answer_due_on=due,
    )
    session.add(record)
    session.flush()
    told = {**said, "answer_due_on": due.isoformat(), "document": document.id}
    work.record(session, "write_hearing", ("hearing", record.id), award_id=award_id, after=told)
    return document.id


def draw(session: Session, work: Workplace, award_id: int, answer_due: date | None) -> bytes:
    """The letter as it would look now, marked UTKAST."""
    change = permitted(session, work, award_id, ChangeAct.WRITE_HEARING)
    content = _content(session, work, change, due_day(work, answer_due), Stage.DRAFT)
    return render_change_hearing(content, programme_wording("change_hearing", change.case.definition))


def _content(
    session: Session, work: Workplace, change: Change, due: date, stage: Stage
) -> ChangeHearingContent:
    case = change.case
    award, agency = case.records.award, letter_parts.agency(session)
    email = case.definition.fact("email").value
    return ChangeHearingContent(
        marks=letter_parts.marks(session, stage),
        agency=agency,
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=work.clock.today(),
        change=letters.said(case, change.former, change.facts, change.record.reasons),
        answer_due=due,
        answer_email=email if isinstance(email, str) else agency.email,
        contact=letter_parts.person(session, award.assignee_id or change.record.prepared_by),
    )


def send(session: Session, work: Workplace, award_id: int, on: date, channel: DispatchChannel) -> str:
    """Mark the letter as sent and wait for the answer; the last day to answer, in ISO form."""
    change = permitted(session, work, award_id, ChangeAct.MARK_HEARING_SENT)
    hearing = change.hearings[-1]
    refuse_late_letter(hearing, on)
    mark_sent(session, work, hearing.document_id or 0, on, channel)
    due: str = hearing.answer_due_on.isoformat()
    work.record(
        session,
        "send_hearing",
        (CHANGE, change.record.id),
        award_id=award_id,
        after={"answer_due_on": due, "on": on.isoformat()},
    )
    return due


def answer(session: Session, work: Workplace, award_id: int, given: AnswerInput) -> None:
    """Register what the recipient answered; a second answer is added to the first."""
    change = permitted(session, work, award_id, ChangeAct.REGISTER_ANSWER)
    hearing = change.hearings[-1]
    refuse_faulty_answer(session, work, hearing, given)
    document_id = _keep(session, work, change, given.file) if given.file else None
    hearing.answered_on = given.on
    hearing.answer_text = "\n\n".join(part for part in (hearing.answer_text, given.text.strip()) if part)
    hearing.answer_is_final = given.final
    hearing.answer_document_id = document_id or hearing.answer_document_id
    # What the recipient says may name people: the event holds only that and when it answered.
    work.record(
        session,
        "register_answer",
        ("hearing", hearing.id),
        award_id=award_id,
        after={"on": given.on.isoformat(), "final": given.final, "document": document_id},
    )


def _keep(session: Session, work: Workplace, change: Change, file: ReceivedFile) -> int:
    document = keep_document(
        session,
        work,
        NewDocument(
            content=file.content,
            file_name=file.file_name,
            media_type=file.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind="hearing_answer",
            title=f"Yttrande över ändring av beslut {change.former.number}",
            award_id=change.record.award_id,
            contains_personal_data=True,
        ),
    )
    return document.id

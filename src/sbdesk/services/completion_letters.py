"""Makes the letters that ask a recipient, and remind it, of what its requisition lacks; kept as issued.

``issue_completion_letter(session, work, case, items, answer_due_on) -> document id`` and
``issue_completion_reminder(session, work, case, reminder: Reminder) -> document id``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.completion_letter import CompletionContent, render_completion_letter
from sbdesk.documents.completion_reminder import CompletionReminderContent, render_completion_reminder
from sbdesk.documents.content import Agency, Stage, content_json
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.wording import Wording
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import letter_parts
from sbdesk.services.cases import Case
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is still missing: asked for on a day, due on one that has passed, now due on a later one."""

    items: tuple[str, ...]
    asked_on: date
    was_due_on: date
    answer_due_on: date


def issue_completion_letter(
    session: Session, work: Workplace, case: Case, items: Sequence[str], answer_due_on: date
) -> int:
    """The letter as a document in the caller's transaction; its id. Raises when the case has no number."""
    wording = programme_wording("completion", case.definition)
    award = case.records.award
    agency = letter_parts.agency(session)
    content = CompletionContent(
        marks=letter_parts.marks(session, Stage.ISSUED),
        agency=agency,
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=work.clock.today(),
        received_on=case.requisition.received_on,
        requested_ore=case.revision.requested_ore,
        items=tuple(items),
        answer_due=answer_due_on,
        answer_email=_answer_email(case, agency),
        contact=letter_parts.person(session, award.assignee_id or work.officer_id),
    )
    made = _Made("completion", "Begäran om komplettering", render_completion_letter(content, wording))
    return _keep(session, work, case, made, content, wording)


def issue_completion_reminder(session: Session, work: Workplace, case: Case, reminder: Reminder) -> int:
    """The reminder as a document in the caller's transaction; its id. Raises when the case has no number."""
    wording = programme_wording("completion_reminder", case.definition)
    award = case.records.award
    agency = letter_parts.agency(session)
    content = CompletionReminderContent(
        marks=letter_parts.marks(session, Stage.ISSUED),
        agency=agency,
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=work.clock.today(),
        asked_on=reminder.asked_on,
        was_due=reminder.was_due_on,
        items=reminder.items,
        answer_due=reminder.answer_due_on,
        answer_email=_answer_email(case, agency),
        contact=letter_parts.person(session, award.assignee_id or work.officer_id),
    )
    pdf = render_completion_reminder(content, wording)
    made = _Made("completion_reminder", "Påminnelse om komplettering", pdf)
    return _keep(session, work, case, made, content, wording)


@dataclass(frozen=True, slots=True)
class _Made:
    kind: str
    title: str
    pdf: bytes


def _answer_email(case: Case, agency: Agency) -> str:
    """Where the answer goes: the grant's own address, else the agency's."""
    found = [fact.value for fact in case.definition.facts if fact.name == "email"]
    return next((value for value in found if isinstance(value, str)), agency.email)


def _keep(
    session: Session,
    work: Workplace,
    case: Case,
    made: _Made,
    content: CompletionContent | CompletionReminderContent,
    wording: Wording,
) -> int:
    award = case.records.award
    swedish = {"completion": "komplettering", "completion_reminder": "paminnelse-komplettering"}[made.kind]
    document = keep_document(
        session,
        work,
        NewDocument(
            content=made.pdf,
            file_name=f"{swedish}-{case.definition.id}-{award.id}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind=f"{made.kind}_letter",
            title=f"{made.title}, {case.definition.short_title}, {case.records.recipient.name}",
            award_id=award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )
    anchor(session, work, document, "letter")
    return document.id

"""Makes the letter that asks a recipient for what its requisition lacks, and keeps it as issued."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.completion_letter import CompletionContent, render_completion_letter
from sbdesk.documents.content import Stage, content_json
from sbdesk.documents.wording import load_wording
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import letter_parts
from sbdesk.services.cases import Case
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.workplace import Workplace


def issue_completion_letter(
    session: Session, work: Workplace, case: Case, items: Sequence[str], answer_due_on: date
) -> int:
    """The letter as a document in the caller's transaction; its id. Raises when the case has no number."""
    wording = load_wording("completion", case.definition.id)
    award = case.records.award
    agency = letter_parts.agency(session)
    email = case.definition.fact("email").value
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
        answer_email=email if isinstance(email, str) else agency.email,
        contact=letter_parts.person(session, award.assignee_id or work.officer_id),
    )
    document = keep_document(
        session,
        work,
        NewDocument(
            content=render_completion_letter(content, wording),
            file_name=f"komplettering-{case.definition.id}-{award.id}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="completion_letter",
            title=f"Begäran om komplettering, {case.definition.short_title}, {case.records.recipient.name}",
            award_id=award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )
    anchor(session, work, document, "letter")
    return document.id

"""The instruction's own text: kept as a document, read as lines, and searched for every quote."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.quotes import FoldedText
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord, ProgrammeRecord, QuoteSpanRecord


def keep_instruction(
    session: Session, work: Workplace, programme: ProgrammeRecord, file: ReceivedFile
) -> str:
    """Keep the text as the programme's document; its SHA-256."""
    new = NewDocument(
        content=file.content,
        file_name=file.file_name,
        media_type="text/plain",
        origin=DocumentOrigin.RECEIVED,
        kind="instruction",
        title=f"Anvisning, {programme.short_title}",
        programme_id=programme.id,
    )
    document = keep_document(session, work, new)
    programme.instruction_document_id = document.id
    return document.content_sha256


def instruction_text(file: ReceivedFile) -> str:
    """The instruction as text. Raises UserFacingError for anything but UTF-8 text."""
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text.strip() or "\0" in text:
        raise UserFacingError(
            f"Filen {file.file_name} är ingen textfil som kan läsas.",
            "Inget är ändrat.",
            "Spara anvisningen som text (.txt, UTF-8) och läs in den på nytt.",
        )
    return text


def loaded_text(session: Session, programme: ProgrammeRecord) -> str:
    """The text of the loaded instruction; empty when none is loaded."""
    if programme.instruction_document_id is None:
        return ""
    document = session.get_one(DocumentRecord, programme.instruction_document_id)
    return instruction_text(ReceivedFile(document.file_name, document.content or b""))


def place_quotes(session: Session, programme_id: int, text: str) -> tuple[int, int]:
    """Find every quote's line in the text; how many are found, and how many are missing."""
    folded = FoldedText(text)
    places = [place_quote(session, fact, folded) for fact in newest_facts(session, programme_id).values()]
    return places.count(True), places.count(False)


def place_quote(session: Session, fact: ProgrammeFactRecord, folded: FoldedText) -> bool | None:
    """Find one fact's quote: whether it is there, None when the fact has no quote."""
    spans = list(
        session.scalars(
            select(QuoteSpanRecord)
            .where(QuoteSpanRecord.fact_id == fact.id)
            .order_by(QuoteSpanRecord.ordinal)
        )
    )
    if not spans:
        return None
    place = folded.find([span.quote for span in spans], fact.heading)
    for turn, span in enumerate(spans):
        span.char_from, span.char_to = place.ranges[turn] if place else (None, None)
        span.line = place.line if place else None
    return place is not None

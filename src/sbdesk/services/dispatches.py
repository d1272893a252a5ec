"""Marks a letter as sent: the program sends nothing, so nothing counts as sent before the officer says so."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import DispatchRecord, DocumentRecord


def mark_sent(
    session: Session, work: Workplace, document_id: int, on: date, channel: DispatchChannel
) -> DispatchRecord:
    """Add the dispatch in the caller's transaction; the same one again gives the first.

    Raises UserFacingError for a received document, one without recipient, a day to come or one before the
    letter was made; NotAllowed when the officer has reported jäv. LookupError for an unknown document.
    """
    document, recipient_id = _letter(session, document_id)
    _refuse_replaced(document)
    _refuse_wrong_day(on, document, work.clock.today())
    award = session.get(AwardRecord, document.award_id) if document.award_id else None
    if award is not None:
        work.refuse_disqualified(session, award)
    known = session.scalar(
        select(DispatchRecord).where(
            DispatchRecord.document_id == document_id,
            DispatchRecord.sent_on == on,
            DispatchRecord.channel == channel,
        )
    )
    if known is not None:
        return known
    made = DispatchRecord(
        document_id=document_id,
        recipient_id=recipient_id,
        sent_on=on,
        channel=channel,
        marked_by=work.officer_id,
    )
    session.add(made)
    session.flush()
    work.record(
        session,
        "dispatch",
        ("document", document_id),
        award_id=document.award_id,
        after={"title": document.title, "on": on.isoformat(), "channel": channel.value},
    )
    return made


def _letter(session: Session, document_id: int) -> tuple[DocumentRecord, int]:
    document = session.get(DocumentRecord, document_id)
    if document is None:
        raise LookupError(document_id)
    if document.origin is not DocumentOrigin.PRODUCED or document.recipient_id is None:
        raise UserFacingError(
            f"”{document.title}” är inget brev till en mottagare.",
            "Inget är ändrat.",
            "Välj ett brev som är skapat här.",
        )
    return document, document.recipient_id


def _refuse_replaced(document: DocumentRecord) -> None:
    if document.hidden_reason:
        raise UserFacingError(
            f"”{document.title}” ska inte skickas. {document.hidden_reason}",
            "Inget är ändrat.",
            "Skicka det nya beslutet.",
        )


def _refuse_wrong_day(on: date, document: DocumentRecord, today: date) -> None:
    if on > today:
        raise UserFacingError(
            f"Dagen {on.isoformat()} har inte varit än.",
            "Inget är ändrat.",
            "Ange den dag då brevet skickades.",
        )
    if on < document.created_on:
        raise UserFacingError(
            f"Brevet skapades {document.created_on.isoformat()} och kan inte ha skickats {on.isoformat()}.",
            "Inget är ändrat.",
            "Ange den dag då brevet skickades.",
        )


def sent_on(session: Session, document_id: int) -> date | None:
    """The first day the document was sent; None while it is not marked as sent."""
    return session.scalar(
        select(DispatchRecord.sent_on)
        .where(DispatchRecord.document_id == document_id)
        .order_by(DispatchRecord.id)
        .limit(1)
    )

"""What every act on a recipient begins with: no jäv, nobody else first, nothing the domain forbids."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.document_store import NewDocument, keep_document, sha256
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import RecipientRecord

NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."
NOTHING = "Inget är ändrat."


def recipient_for(session: Session, work: Workplace, recipient_id: int) -> RecipientRecord:
    """The recipient to act on. Raises NotAllowed when the officer has reported jäv for it (K09)."""
    record = session.get_one(RecipientRecord, recipient_id)
    work.refuse_disqualified_for(session, recipient_id)
    return record


def refuse_stale(found: int, read: int, name: str) -> None:
    """Raise F12 when somebody has changed what the officer acts on."""
    if found != read:
        raise Conflict(
            f"Någon annan ändrade {name} först.",
            "Din ändring är inte sparad men finns kvar här.",
            "Jämför och välj vilken som ska gälla.",
            code="F12",
        )


def refuse(reason: str, todo: str) -> None:
    """Raise NotAllowed with the domain's reason; an empty one forbids nothing."""
    if reason:
        raise NotAllowed(reason, NOTHING, todo)


def refuse_future(work: Workplace, day: date, what: str) -> None:
    """Raise UserFacingError for a day to come; ``what`` names the day to give."""
    if day > work.clock.today():
        raise UserFacingError(f"Dagen {day.isoformat()} har inte varit än.", NOT_SAVED, f"Ange {what}.")


def last_event(session: Session, verb: str, subject: tuple[str, int]) -> int | None:
    """The chain's number of the latest such event: what an undo points at."""
    return session.scalar(
        select(func.max(EventRecord.seq)).where(
            EventRecord.verb == verb,
            EventRecord.subject_kind == subject[0],
            EventRecord.subject_id == subject[1],
        )
    )


def keep_paper(
    session: Session,
    work: Workplace,
    recipient: RecipientRecord,
    file: ReceivedFile | None,
    kind: str,
    word: str,
) -> int | None:
    """Keep what the recipient sent; the document's id, None without a file."""
    if file is None:
        return None
    document = keep_document(
        session,
        work,
        NewDocument(
            content=file.content,
            file_name=file.file_name,
            media_type=file.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind=kind,
            title=f"{word}, {recipient.name}",
            recipient_id=recipient.id,
            contains_personal_data=True,
        ),
    )
    return document.id


def file_hash(file: ReceivedFile | None) -> str | None:
    """How a file counts in a command's parameters."""
    return None if file is None else sha256(file.content)

"""Keeps every file that comes in or is made here, once, by its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.office import DocumentOrigin
from sbdesk.services.workplace import Workplace
from sbdesk.store import journal
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import AnchorRecord, AttachmentRecord, DocumentRecord


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A file to keep and what is known of it; ``content_model`` is what a produced letter was made from."""

    content: bytes
    file_name: str
    media_type: str
    origin: DocumentOrigin
    kind: str
    title: str
    number: str | None = None
    programme_id: int | None = None
    recipient_id: int | None = None
    award_id: int | None = None
    contains_personal_data: bool = False
    content_model: Any = None
    wording_version: str | None = None


def sha256(content: bytes) -> str:
    """The hash by which a file is known, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep_document(session: Session, work: Workplace, new: NewDocument) -> DocumentRecord:
    """Keep the file in the caller's transaction; the same bytes once: the first record comes back."""
    digest = sha256(new.content)
    known = session.scalar(select(DocumentRecord).where(DocumentRecord.content_sha256 == digest))
    if known is not None:
        return known
    award = session.get(AwardRecord, new.award_id) if new.award_id else None
    record = DocumentRecord(
        content_sha256=digest,
        content=new.content,
        file_name=new.file_name,
        media_type=new.media_type,
        size=len(new.content),
        origin=new.origin,
        kind=new.kind,
        title=new.title,
        number=new.number,
        programme_id=award.programme_id if award else new.programme_id,
        recipient_id=award.recipient_id if award else new.recipient_id,
        award_id=new.award_id,
        case_number=award.case_number if award else None,
        contains_personal_data=new.contains_personal_data,
        content_model=new.content_model,
        wording_version=new.wording_version,
        created_on=work.clock.today(),
        created_by=work.officer_id,
    )
    session.add(record)
    session.flush()
    work.record(
        session,
        "keep_document",
        ("document", record.id),
        award_id=new.award_id,
        after={"sha256": digest, "kind": new.kind, "title": new.title, "size": record.size},
    )
    return record


def file_to(session: Session, document_id: int, subject: tuple[str, int]) -> None:
    """File a document that concerns several subjects to one more of them; the second time does nothing."""
    kind, subject_id = subject
    there = session.scalar(
        select(AttachmentRecord.id).where(
            AttachmentRecord.document_id == document_id,
            AttachmentRecord.subject_kind == kind,
            AttachmentRecord.subject_id == subject_id,
        )
    )
    if there is None:
        session.add(AttachmentRecord(document_id=document_id, subject_kind=kind, subject_id=subject_id))
        session.flush()


def anchor(session: Session, work: Workplace, document: DocumentRecord, channel: str) -> journal.Head:
    """Remember which head of the chain an issued document carries out of the house."""
    head = journal.head(session)
    document.chain_head = head.hash
    session.add(
        AnchorRecord(
            seq=head.seq, hash=head.hash, channel=channel, document_id=document.id, sent_at=work.clock.now()
        )
    )
    session.flush()
    return head

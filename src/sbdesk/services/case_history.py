"""A case's timeline, documents and notes, newest first, in the words that the officer reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain import event_words
from sbdesk.domain.office import DocumentOrigin
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.office import (
    AttachmentRecord,
    DispatchRecord,
    DocumentRecord,
    EventRecord,
    OfficialNoteRecord,
)
from sbdesk.store.records.parties import OfficerRecord

_QUIET = ("keep_document", "add_account", "add_note", "assign", "dispatch", "set_case_number", "explain")
"""Verbs that do not move a case on: the days of a status are counted from the last of the others."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event; ``at`` is UTC. ``undone`` says by whom and why it was undone, else empty."""

    at: datetime
    who: str
    what: str
    detail: str = ""
    undone: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the case; ``sent_on`` None: not marked as sent."""

    id: int
    title: str
    kind: str
    received: bool
    created_on: date
    file_name: str
    number: str
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One official note; ``at`` is UTC."""

    at: datetime
    who: str
    text: str


def timeline(session: Session, award_id: int) -> tuple[TimelineRow, ...]:
    """Every event of the award, newest first; an undone one names the undoing."""
    return told(session, EventRecord.award_id == award_id)


def told(session: Session, which: ColumnElement[bool]) -> tuple[TimelineRow, ...]:
    """The events that meet the condition, newest first; an undone one names the undoing."""
    events = list(session.scalars(select(EventRecord).where(which).order_by(EventRecord.seq.desc())))
    undoing = {event.undoes: event for event in events if event.undoes is not None}
    return tuple(_row(event, undoing.get(event.seq)) for event in events)


def _row(event: EventRecord, undoing: EventRecord | None) -> TimelineRow:
    undone = ""
    if undoing is not None:
        undone = f"{undoing.officer_name} {undoing.at:%Y-%m-%d}"
        if undoing.reason:
            undone += f", {undoing.reason}"
    return TimelineRow(
        event.at,
        event.officer_name,
        event_words.words_of(event.verb),
        event_words.detail_of(event.before, event.after, event.reason),
        undone,
    )


def documents(session: Session, award_id: int) -> tuple[DocumentRow, ...]:
    """Documents made in the case or filed to its requisitions, newest first; hidden ones left out."""
    document = DocumentRecord
    sent = (
        select(DispatchRecord.document_id, func.max(DispatchRecord.sent_on).label("sent_on"))
        .group_by(DispatchRecord.document_id)
        .subquery()
    )
    columns = (document.id, document.title, document.kind, document.origin, document.created_on)
    rows = session.execute(
        select(*columns, document.file_name, document.number, sent.c.sent_on)
        .join(sent, sent.c.document_id == document.id, isouter=True)
        .where(
            or_(document.award_id == award_id, document.id.in_(_filed(award_id))),
            document.hidden_reason.is_(None),
        )
        .order_by(document.id.desc())
    )
    return tuple(
        DocumentRow(
            row.id,
            row.title,
            row.kind,
            row.origin is DocumentOrigin.RECEIVED,
            row.created_on,
            row.file_name,
            row.number or "",
            row.sent_on,
        )
        for row in rows
    )


def _filed(award_id: int) -> Select[*tuple[int]]:
    return (
        select(AttachmentRecord.document_id)
        .join(RequisitionRecord, RequisitionRecord.id == AttachmentRecord.subject_id)
        .where(
            AttachmentRecord.subject_kind == "requisition",
            RequisitionRecord.award_id == award_id,
            AttachmentRecord.hidden_reason.is_(None),
        )
    )


def notes(session: Session, award_id: int) -> tuple[NoteRow, ...]:
    """The official notes, newest first."""
    note = OfficialNoteRecord
    rows = session.execute(
        select(note.at, OfficerRecord.name, note.text)
        .join(OfficerRecord, OfficerRecord.id == note.officer_id)
        .where(note.award_id == award_id)
        .order_by(note.id.desc())
    )
    return tuple(NoteRow(at, who, text) for at, who, text in rows)


def last_moves(session: Session, award_ids: Sequence[int]) -> dict[int, datetime]:
    """When each case last went on, UTC; a case in which nothing has happened is left out."""
    rows = session.execute(
        select(EventRecord.award_id, func.max(EventRecord.at))
        .where(EventRecord.award_id.in_(award_ids), EventRecord.verb.not_in(_QUIET))
        .group_by(EventRecord.award_id)
    )
    return {award_id: at for award_id, at in rows if award_id is not None}

"""Documents, the audit chain, idempotent commands, settings and what was sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.store.base import (
    Base,
    Choice,
    Day,
    Flag,
    Instant,
    Json,
    bytes_column,
    primary_key,
    reference,
    version_column,
)


class DocumentRecord(Base):
    """A file that came in or was made here, with its hash; received ones are hidden, never deleted."""

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_award", "award_id"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    content_sha256: Mapped[str] = mapped_column(Text, unique=True)
    content: Mapped[bytes | None] = bytes_column()
    file_name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(Integer)
    origin: Mapped[DocumentOrigin] = mapped_column(Choice(DocumentOrigin))
    kind: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    number: Mapped[str | None] = mapped_column(Text)
    programme_id: Mapped[int | None] = reference("programme")
    recipient_id: Mapped[int | None] = reference("recipient")
    award_id: Mapped[int | None] = reference("award")
    case_number: Mapped[str | None] = mapped_column(Text)
    diary_number: Mapped[str | None] = mapped_column(Text)
    diary_on: Mapped[date | None] = mapped_column(Day)
    contains_personal_data: Mapped[bool] = mapped_column(Flag)
    hidden_reason: Mapped[str | None] = mapped_column(Text)
    content_model: Mapped[Any | None] = mapped_column(Json)
    wording_version: Mapped[str | None] = mapped_column(Text)
    chain_head: Mapped[str | None] = mapped_column(Text)
    created_on: Mapped[date] = mapped_column(Day)
    created_by: Mapped[int | None] = reference("officer")

    __mapper_args__ = {"version_id_col": version}


class DispatchRecord(Base):
    """ "Marked as sent" is a row here; append-only."""

    __tablename__ = "dispatch"

    id: Mapped[int] = primary_key()
    document_id: Mapped[int] = reference("document", index=True)
    recipient_id: Mapped[int] = reference("recipient")
    sent_on: Mapped[date] = mapped_column(Day)
    channel: Mapped[DispatchChannel] = mapped_column(Choice(DispatchChannel))
    diary_number: Mapped[str | None] = mapped_column(Text)
    received_on: Mapped[date | None] = mapped_column(Day)
    marked_by: Mapped[int] = reference("officer")


class EventRecord(Base):
    """One link of the audit chain: who did what to which subject; append-only."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_subject", "subject_kind", "subject_id", "seq"),)

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant)
    officer_id: Mapped[int | None] = mapped_column(Integer)
    officer_name: Mapped[str] = mapped_column(Text)
    verb: Mapped[str] = mapped_column(Text)
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    award_id: Mapped[int | None] = mapped_column(Integer, index=True)
    before: Mapped[Any | None] = mapped_column(Json)
    after: Mapped[Any | None] = mapped_column(Json)
    reason: Mapped[str | None] = mapped_column(Text)
    app_version: Mapped[str] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(Integer)
    prev_hash: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)


class AnchorRecord(Base):
    """A head of the chain that left the house, so that a cut tail shows; append-only."""

    __tablename__ = "anchor"

    id: Mapped[int] = primary_key()
    seq: Mapped[int] = mapped_column(Integer)
    hash: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(Text)
    document_id: Mapped[int | None] = reference("document")
    sent_at: Mapped[datetime] = mapped_column(Instant)


class CommandRecord(Base):
    """A command done once: the same id returns the stored result; append-only."""

    __tablename__ = "command"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    verb: Mapped[str] = mapped_column(Text)
    parameters_hash: Mapped[str] = mapped_column(Text)
    result: Mapped[Any | None] = mapped_column(Json)
    done_at: Mapped[datetime] = mapped_column(Instant)


class SettingRecord(Base):
    """A value the officer or the jurist has set, for everything or for one programme."""

    __tablename__ = "setting"
    __table_args__ = (Index("uq_setting_key", "key", text("coalesce(programme_id, 0)"), unique=True),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    key: Mapped[str] = mapped_column(Text)
    programme_id: Mapped[int | None] = reference("programme")
    value: Mapped[Any] = mapped_column(Json)
    role: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    attestation_id: Mapped[int | None] = reference("attestation")

    __mapper_args__ = {"version_id_col": version}


class OfficialNoteRecord(Base):
    """Tjänsteanteckning (FL 27 §); a correction is a new note; append-only."""

    __tablename__ = "official_note"

    id: Mapped[int] = primary_key()
    award_id: Mapped[int] = reference("award", index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    officer_id: Mapped[int] = reference("officer")
    text: Mapped[str] = mapped_column(Text)
    corrects_id: Mapped[int | None] = reference("official_note")


class AttachmentRecord(Base):
    """A document filed to a subject; moved or hidden, never deleted."""

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("document_id", "subject_kind", "subject_id"),
        CheckConstraint("subject_id > 0", name="subject"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    document_id: Mapped[int] = reference("document")
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    hidden_reason: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}

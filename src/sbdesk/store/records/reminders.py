"""Reminders that went out of something that is waited for, each with its letter and new day to answer."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.store.base import Base, Day, primary_key, reference


class ReminderRecord(Base):
    """One reminder of a completion, a report, evidence or an invoice; append-only.

    ``subject_kind`` and ``subject_id`` are table and row of what is reminded of. Whether the letter has been
    sent stands in the dispatches of its document.
    """

    __tablename__ = "reminder"
    __table_args__ = (Index("ix_reminder_subject", "subject_kind", "subject_id"),)

    id: Mapped[int] = primary_key()
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    created_on: Mapped[date] = mapped_column(Day)
    answer_due_on: Mapped[date] = mapped_column(Day)
    document_id: Mapped[int] = reference("document")

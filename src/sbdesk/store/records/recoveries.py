"""The claim on a recipient: its lines, the hearing before it, and what is waived."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.recovery import DueBasis, Interest, LineReview, RecoveryPath, RecoveryState
from sbdesk.store.base import Base, Choice, Day, Flag, Json, Ore, primary_key, reference, version_column


class RecoveryRecord(Base):
    """One revision of an award's recovery."""

    __tablename__ = "recovery"
    __table_args__ = (
        UniqueConstraint("award_id", "revision"),
        CheckConstraint("interest <> 'yes' OR interest_source IS NOT NULL", name="interest_source"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award")
    revision: Mapped[int] = mapped_column(Integer)
    number: Mapped[str] = mapped_column(Text, unique=True)
    path: Mapped[RecoveryPath] = mapped_column(Choice(RecoveryPath))
    state: Mapped[RecoveryState] = mapped_column(Choice(RecoveryState))
    prepared_by: Mapped[int] = reference("officer")
    decision_id: Mapped[int | None] = reference("decision")
    interest: Mapped[Interest] = mapped_column(Choice(Interest))
    interest_source: Mapped[str | None] = mapped_column(Text)
    due_basis: Mapped[DueBasis] = mapped_column(Choice(DueBasis))
    closed_reason: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}


class RecoveryLineRecord(Base):
    """A claimed amount with its ground, and the ledger line that it rests on.

    ``reason`` is what was found, ``judgement`` what the agency makes of it (FL 32 §), ``discretion`` why a
    ground that only may lead to a claim does.
    """

    __tablename__ = "recovery_line"
    __table_args__ = (
        CheckConstraint("amount_ore <> 0", name="amount"),
        CheckConstraint(
            "review IS NULL OR review <> 'refused' OR refusal_reason IS NOT NULL", name="refusal"
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    recovery_id: Mapped[int] = reference("recovery", index=True)
    ground_id: Mapped[int] = reference("recovery_ground")
    component_id: Mapped[int | None] = reference("component")
    amount_ore: Mapped[int] = mapped_column(Ore)
    line_id: Mapped[int | None] = reference("ledger_line")
    cause: Mapped[VerdictCause | None] = mapped_column(Choice(VerdictCause))
    reason: Mapped[str] = mapped_column(Text)
    judgement: Mapped[str | None] = mapped_column(Text)
    discretion: Mapped[str | None] = mapped_column(Text)
    review: Mapped[LineReview | None] = mapped_column(Choice(LineReview))
    refusal_reason: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}


class HearingRecord(Base):
    """The party is heard (FL 25 §): what the letter covered, until when, and the answer."""

    __tablename__ = "hearing"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "revision"),
        Index("ix_hearing_due", "answer_due_on"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    revision: Mapped[int] = mapped_column(Integer)
    covers: Mapped[Any] = mapped_column(Json)
    document_id: Mapped[int | None] = reference("document")
    answer_due_on: Mapped[date] = mapped_column(Day)
    answered_on: Mapped[date | None] = mapped_column(Day)
    answer_text: Mapped[str | None] = mapped_column(Text)
    answer_is_final: Mapped[bool | None] = mapped_column(Flag)
    answer_document_id: Mapped[int | None] = reference("document")

    __mapper_args__ = {"version_id_col": version}


class WaiverRecord(Base):
    """What the agency lets go for special reasons; only where the programme has a source for it."""

    __tablename__ = "waiver"
    __table_args__ = (CheckConstraint("amount_ore > 0", name="amount"),)

    id: Mapped[int] = primary_key()
    recovery_id: Mapped[int] = reference("recovery", index=True)
    amount_ore: Mapped[int] = mapped_column(Ore)
    special_reasons: Mapped[str] = mapped_column(Text)
    decision_id: Mapped[int] = reference("decision")

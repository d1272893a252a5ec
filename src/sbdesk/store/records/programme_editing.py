"""What belongs to setting a programme up: ticks, changes that wait for a second person, what was signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.programme_state import AmendmentState
from sbdesk.store.base import Base, Choice, Instant, Json, primary_key, reference, version_column

_LIVE = text("withdrawn_by IS NULL")
_WAITING = text("state = 'waiting'")


class FactConfirmationRecord(Base):
    """An officer has compared one revision of a fact with its source; a tick taken back is kept."""

    __tablename__ = "fact_confirmation"
    __table_args__ = (
        Index(
            "uq_fact_confirmation_live", "fact_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    fact_id: Mapped[int] = reference("programme_fact")
    officer_id: Mapped[int] = reference("officer")
    at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_by: Mapped[int | None] = reference("officer")

    __mapper_args__ = {"version_id_col": version}


class FactAmendmentRecord(Base):
    """A change of a fact after sign-off: it takes effect as a new revision when a second person confirms it.

    ``content`` is the proposed fact as plain data; ``outcome`` says of each award, by id, what the change
    meant: ``rechecked``, ``proposed``, ``decided`` or ``untouched``.
    """

    __tablename__ = "fact_amendment"
    __table_args__ = (
        Index(
            "uq_fact_amendment_waiting",
            "programme_id",
            "name",
            "ordinal",
            unique=True,
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        CheckConstraint(
            "(state = 'confirmed') = (attestation_id IS NOT NULL AND fact_id IS NOT NULL)", name="confirmed"
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    name: Mapped[str] = mapped_column(Text)
    ordinal: Mapped[int] = mapped_column(Integer)
    base_revision: Mapped[int] = mapped_column(Integer)
    content: Mapped[Any] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[int] = reference("officer")
    proposed_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[AmendmentState] = mapped_column(Choice(AmendmentState))
    fact_id: Mapped[int | None] = reference("programme_fact")
    attestation_id: Mapped[int | None] = reference("attestation")
    outcome: Mapped[Any] = mapped_column(Json, nullable=True)

    __mapper_args__ = {"version_id_col": version}


class ProgrammeSigningRecord(Base):
    """Everything of the programme as the second person saw it, to compare a later sign-off with."""

    __tablename__ = "programme_signing"

    id: Mapped[int] = primary_key()
    programme_id: Mapped[int] = reference("programme", index=True)
    attestation_id: Mapped[int] = reference("attestation")
    content: Mapped[Any] = mapped_column(Json)

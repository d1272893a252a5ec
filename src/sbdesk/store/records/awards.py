"""The award and its requisition, revision by revision."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.award import AwardState, ClosedAs
from sbdesk.domain.requisition import NOT_LIVE, Channel, RequisitionState, RevisionReason
from sbdesk.store.base import Base, Choice, Day, Ore, primary_key, reference, version_column

_LIVE = text("state NOT IN ({})".format(", ".join(f"'{state.value}'" for state in sorted(NOT_LIVE))))


class AwardRecord(Base):
    """One recipient in one programme: the unit of threshold, balance and file."""

    __tablename__ = "award"
    __table_args__ = (
        UniqueConstraint("programme_id", "recipient_id"),
        Index("ix_award_assignee", "assignee_id", "programme_id"),
        CheckConstraint("(state = 'closed') = (closed_as IS NOT NULL)", name="closed_as"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    recipient_id: Mapped[int] = reference("recipient", index=True)
    case_number: Mapped[str | None] = mapped_column(Text)
    assignee_id: Mapped[int | None] = reference("officer")
    state: Mapped[AwardState] = mapped_column(Choice(AwardState))
    hold_reason: Mapped[str | None] = mapped_column(Text)
    hold_until_on: Mapped[date | None] = mapped_column(Day)
    closed_as: Mapped[ClosedAs | None] = mapped_column(Choice(ClosedAs))
    payout_stop: Mapped[str | None] = mapped_column(Text)
    """Why the granted payment is stopped for now; None: it is not."""

    __mapper_args__ = {"version_id_col": version}


class RequisitionRecord(Base):
    """A request for the allotted money; the day it first came in never moves."""

    __tablename__ = "requisition"
    __table_args__ = (
        Index("uq_requisition_live", "award_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("ix_requisition_state", "state", "received_on"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award", index=True)
    received_on: Mapped[date] = mapped_column(Day)
    channel: Mapped[Channel] = mapped_column(Choice(Channel))
    state: Mapped[RequisitionState] = mapped_column(Choice(RequisitionState))
    state_before: Mapped[RequisitionState | None] = mapped_column(Choice(RequisitionState))
    completion_due_on: Mapped[date | None] = mapped_column(Day)
    withdrawn_on: Mapped[date | None] = mapped_column(Day)

    __mapper_args__ = {"version_id_col": version}


class RequisitionRevisionRecord(Base):
    """What was requested, as first received or later corrected; append-only."""

    __tablename__ = "requisition_revision"
    __table_args__ = (
        UniqueConstraint("requisition_id", "revision"),
        CheckConstraint("requested_ore >= 0", name="requested"),
    )

    id: Mapped[int] = primary_key()
    requisition_id: Mapped[int] = reference("requisition")
    revision: Mapped[int] = mapped_column(Integer)
    on: Mapped[date] = mapped_column("on_day", Day)
    reason: Mapped[RevisionReason] = mapped_column(Choice(RevisionReason))
    document_id: Mapped[int | None] = reference("document")
    requested_ore: Mapped[int] = mapped_column(Ore)
    payout_account_id: Mapped[int | None] = reference("payout_account")
    payment_reference: Mapped[str | None] = mapped_column(Text)
    representative_id: Mapped[int | None] = reference("representative")
    contact_person_id: Mapped[int | None] = reference("person")
    portal_checked_by: Mapped[int | None] = reference("officer")


class RequisitionLineRecord(Base):
    """The requested amount of a component, or of one operation in it; append-only."""

    __tablename__ = "requisition_line"
    __table_args__ = (CheckConstraint("requested_ore >= 0", name="requested"),)

    id: Mapped[int] = primary_key()
    requisition_revision_id: Mapped[int] = reference("requisition_revision", index=True)
    component_id: Mapped[int] = reference("component")
    operation_id: Mapped[int | None] = reference("operation")
    requested_ore: Mapped[int] = mapped_column(Ore)

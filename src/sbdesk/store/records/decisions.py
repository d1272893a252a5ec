"""Proposals, decisions with their lines, the second person's attestation, and payouts."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.decision import AttestationMode, ChangeGround, DecisionKind, ProposalState
from sbdesk.domain.payout import PayoutState
from sbdesk.store.base import Base, Choice, Day, Json, Ore, primary_key, reference, version_column


class AttestationRecord(Base):
    """A second person's word on an act: never the one who prepared it; append-only."""

    __tablename__ = "attestation"
    __table_args__ = (
        CheckConstraint("officer_id <> preparer_id", name="four_eyes"),
        CheckConstraint(
            "(mode = 'signed_outside') = (registered_by IS NOT NULL AND document_id IS NOT NULL)",
            name="signed_page",
        ),
        Index("ix_attestation_subject", "subject_kind", "subject_id"),
    )

    id: Mapped[int] = primary_key()
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    revision: Mapped[int] = mapped_column(Integer)
    verb: Mapped[str] = mapped_column(Text)
    officer_id: Mapped[int] = reference("officer")
    preparer_id: Mapped[int] = reference("officer")
    mode: Mapped[AttestationMode] = mapped_column(Choice(AttestationMode))
    registered_by: Mapped[int | None] = reference("officer")
    document_id: Mapped[int | None] = reference("document")
    on: Mapped[date] = mapped_column("on_day", Day)


class ProposalRecord(Base):
    """What the preparer lays before the second person; becomes a decision or goes back with a reason."""

    __tablename__ = "proposal"
    __table_args__ = (
        Index(
            "uq_proposal_open",
            "subject_kind",
            "subject_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        CheckConstraint("state <> 'returned' OR return_reason IS NOT NULL", name="return_reason"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award", index=True)
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    state: Mapped[ProposalState] = mapped_column(Choice(ProposalState))
    state_before: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[int] = reference("officer")
    proposed_on: Mapped[date] = mapped_column(Day)
    decider_id: Mapped[int | None] = reference("officer")
    reasons: Mapped[str] = mapped_column(Text)
    change_ground: Mapped[ChangeGround | None] = mapped_column(Choice(ChangeGround))
    content: Mapped[Any] = mapped_column(Json)
    return_reason: Mapped[str | None] = mapped_column(Text)
    decision_id: Mapped[int | None] = reference("decision")

    __mapper_args__ = {"version_id_col": version}


class DecisionRecord(Base):
    """One decision in one document for one or several awards; append-only but for its letter."""

    __tablename__ = "decision"
    __table_args__ = (CheckConstraint("decider_id <> rapporteur_id", name="four_eyes"),)

    id: Mapped[int] = primary_key()
    programme_id: Mapped[int] = reference("programme")
    kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    number: Mapped[str] = mapped_column(Text, unique=True)
    decided_on: Mapped[date] = mapped_column(Day)
    decider_id: Mapped[int] = reference("officer")
    rapporteur_id: Mapped[int] = reference("officer")
    participants: Mapped[Any] = mapped_column(Json)
    reasons: Mapped[str] = mapped_column(Text)
    change_ground: Mapped[ChangeGround | None] = mapped_column(Choice(ChangeGround))
    snapshot: Mapped[Any] = mapped_column(Json)
    document_id: Mapped[int | None] = reference("document")
    attestation_id: Mapped[int | None] = reference("attestation")


class DecisionLineRecord(Base):
    """What a decision gives or takes per component, or per operation in it, signed öre; append-only."""

    __tablename__ = "decision_line"

    id: Mapped[int] = primary_key()
    decision_id: Mapped[int] = reference("decision", index=True)
    award_id: Mapped[int] = reference("award", index=True)
    supersedes_id: Mapped[int | None] = reference("decision_line")
    component_id: Mapped[int | None] = reference("component")
    operation_id: Mapped[int | None] = reference("operation")
    granted_ore: Mapped[int] = mapped_column(Ore)


class PayoutRecord(Base):
    """One payment of granted money with a snapshot of the account it went to."""

    __tablename__ = "payout"
    __table_args__ = (
        CheckConstraint("amount_ore > 0", name="amount"),
        CheckConstraint("state <> 'confirmed' OR confirmed_on IS NOT NULL", name="confirmed_on"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award", index=True)
    decision_id: Mapped[int] = reference("decision")
    amount_ore: Mapped[int] = mapped_column(Ore)
    account: Mapped[Any] = mapped_column(Json)
    end_to_end_id: Mapped[str] = mapped_column(Text, unique=True)
    booking: Mapped[Any] = mapped_column(Json)
    state: Mapped[PayoutState] = mapped_column(Choice(PayoutState))
    prepared_by: Mapped[int] = reference("officer")
    attestation_id: Mapped[int | None] = reference("attestation")
    confirmed_on: Mapped[date | None] = mapped_column(Day)
    bank_reference: Mapped[str | None] = mapped_column(Text)
    retry_of: Mapped[int | None] = reference("payout")

    __mapper_args__ = {"version_id_col": version}

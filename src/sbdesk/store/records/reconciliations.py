"""Verdicts on ledger lines, findings, and the reconciliation that freezes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.award import Basis
from sbdesk.domain.findings import Level
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import FindingState, GroupReason, ReconciliationState
from sbdesk.store.base import Base, Choice, Day, Id, Json, Ore, primary_key, reference, version_column


class ReconciliationRecord(Base):
    """One revision of an award's reconciliation; ``frozen`` holds the totals when final."""

    __tablename__ = "reconciliation"
    __table_args__ = (
        UniqueConstraint("award_id", "revision"),
        CheckConstraint("(state = 'final') = (frozen IS NOT NULL)", name="final_is_frozen"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award")
    revision: Mapped[int] = mapped_column(Integer)
    basis: Mapped[Basis] = mapped_column(Choice(Basis))
    state: Mapped[ReconciliationState] = mapped_column(Choice(ReconciliationState))
    frozen: Mapped[Any | None] = mapped_column(Json)
    prepared_by: Mapped[int | None] = reference("officer")
    attestation_id: Mapped[int | None] = reference("attestation")
    document_id: Mapped[int | None] = reference("document")

    __mapper_args__ = {"version_id_col": version}


class VerdictGroupRecord(Base):
    """Lines judged together: a reversal pair, an invoice, a bulk acceptance."""

    __tablename__ = "verdict_group"

    id: Mapped[int] = primary_key()
    award_id: Mapped[int] = reference("award", index=True)
    reason: Mapped[GroupReason] = mapped_column(Choice(GroupReason))


class LineVerdictRecord(Base):
    """The officer's verdict on one line; no row means not reviewed. ``carried_reason``: decided later."""

    __tablename__ = "line_verdict"
    __table_args__ = (
        CheckConstraint("rejected_ore = 0 OR parked_ore = 0", name="not_both"),
        CheckConstraint(
            "rejected_ore = 0 OR (cause IS NOT NULL AND ground_id IS NOT NULL)", name="has_ground"
        ),
        CheckConstraint("cause IS NULL OR cause <> 9 OR comment IS NOT NULL", name="other_has_comment"),
        CheckConstraint("carried_reason IS NULL OR parked_ore <> 0", name="carried_is_parked"),
        Index(
            "ix_line_verdict_evidence",
            "evidence_due_on",
            sqlite_where=text("parked_ore <> 0"),
            postgresql_where=text("parked_ore <> 0"),
        ),
    )

    line_id: Mapped[int] = mapped_column(
        Id, ForeignKey("ledger_line.id"), primary_key=True, autoincrement=False
    )
    rejected_ore: Mapped[int] = mapped_column(Ore)
    parked_ore: Mapped[int] = mapped_column(Ore)
    cause: Mapped[VerdictCause | None] = mapped_column(Choice(VerdictCause))
    ground_id: Mapped[int | None] = reference("recovery_ground")
    comment: Mapped[str | None] = mapped_column(Text)
    group_id: Mapped[int | None] = reference("verdict_group", index=True)
    evidence_due_on: Mapped[date | None] = mapped_column(Day)
    carried_reason: Mapped[str | None] = mapped_column(Text)
    judged_by: Mapped[int] = reference("officer")


class FindingRecord(Base):
    """A question about a subject; the fingerprint keeps re-runs from asking twice."""

    __tablename__ = "finding"
    __table_args__ = (Index("ix_finding_award", "award_id", "state", "severity"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award")
    rule_code: Mapped[str] = mapped_column(Text)
    rule_version: Mapped[int] = mapped_column(Integer)
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int] = mapped_column(Integer)
    other_kind: Mapped[str | None] = mapped_column(Text)
    other_id: Mapped[int | None] = mapped_column(Integer)
    fingerprint: Mapped[str] = mapped_column(Text, unique=True)
    severity: Mapped[Level] = mapped_column(Choice(Level))
    amount_ore: Mapped[int | None] = mapped_column(Ore)
    message: Mapped[str] = mapped_column(Text)
    evidence: Mapped[Any] = mapped_column(Json)
    fact_id: Mapped[int | None] = reference("programme_fact")
    state: Mapped[FindingState] = mapped_column(Choice(FindingState))
    resolved_by: Mapped[int | None] = reference("officer")
    reason: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}

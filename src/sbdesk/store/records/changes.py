"""A prepared change of a decision, and the appeal of one."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.appeal import AppealOutcome, AppealState, Excuse, Reconsideration
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.store.base import Base, Choice, Day, Flag, Json, primary_key, reference, version_column

_OPEN = text("decision_id IS NULL AND dropped_reason IS NULL")


class DecisionChangeRecord(Base):
    """What is to be changed in a decision and why: the subject of hearing and proposal; fixed once decided.

    ``amounts``: the new amount in öre per component id. ``changes_id``: what stands until then.
    """

    __tablename__ = "decision_change"
    __table_args__ = (
        Index("uq_decision_change_open", "award_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        CheckConstraint("kind IN ('amend', 'revoke', 'withhold')", name="kind"),
        CheckConstraint("decision_id IS NULL OR dropped_reason IS NULL", name="one_end"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award", index=True)
    changes_id: Mapped[int] = reference("decision")
    kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    change_ground: Mapped[ChangeGround | None] = mapped_column(Choice(ChangeGround))
    amounts: Mapped[Any] = mapped_column(Json)
    reasons: Mapped[str] = mapped_column(Text)
    unheard_reason: Mapped[str] = mapped_column(Text)
    prepared_by: Mapped[int] = reference("officer")
    prepared_on: Mapped[date] = mapped_column(Day)
    decision_id: Mapped[int | None] = reference("decision")
    dropped_reason: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}


class AppealRecord(Base):
    """One appeal of one decision in one award (FL 43–48 §§)."""

    __tablename__ = "appeal"
    __table_args__ = (
        Index("ix_appeal_decision", "decision_id"),
        CheckConstraint("(state = 'settled') = (outcome IS NOT NULL)", name="outcome"),
        CheckConstraint("state <> 'dismissed' OR dismissal_id IS NOT NULL", name="dismissal"),
        CheckConstraint(
            "state <> 'handed_over' OR (handed_over_on IS NOT NULL AND court IS NOT NULL)", name="handed_over"
        ),
        CheckConstraint("state NOT IN ('in_time', 'late') OR in_time IS NOT NULL", name="tested"),
        CheckConstraint(
            "inhibition_to_on IS NULL OR (inhibition_from_on IS NOT NULL"
            " AND inhibition_to_on >= inhibition_from_on)",
            name="inhibition",
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award", index=True)
    decision_id: Mapped[int] = reference("decision")
    document_id: Mapped[int] = reference("document")
    received_on: Mapped[date] = mapped_column(Day)
    asks: Mapped[str] = mapped_column(Text)
    state: Mapped[AppealState] = mapped_column(Choice(AppealState))
    prepared_by: Mapped[int] = reference("officer")
    notified_on: Mapped[date | None] = mapped_column(Day)
    last_on: Mapped[date | None] = mapped_column(Day)
    in_time: Mapped[bool | None] = mapped_column(Flag)
    excuse: Mapped[Excuse | None] = mapped_column(Choice(Excuse))
    test_reason: Mapped[str | None] = mapped_column(Text)
    dismissal_id: Mapped[int | None] = reference("decision")
    reconsideration: Mapped[Reconsideration | None] = mapped_column(Choice(Reconsideration))
    as_asked: Mapped[bool | None] = mapped_column(Flag)
    new_decision_id: Mapped[int | None] = reference("decision")
    attestation_id: Mapped[int | None] = reference("attestation")
    court: Mapped[str | None] = mapped_column(Text)
    handed_over_on: Mapped[date | None] = mapped_column(Day)
    handover_document_id: Mapped[int | None] = reference("document")
    court_case: Mapped[str | None] = mapped_column(Text)
    judged_on: Mapped[date | None] = mapped_column(Day)
    judgment_document_id: Mapped[int | None] = reference("document")
    outcome: Mapped[AppealOutcome | None] = mapped_column(Choice(AppealOutcome))
    inhibition_from_on: Mapped[date | None] = mapped_column(Day)
    inhibition_to_on: Mapped[date | None] = mapped_column(Day)

    __mapper_args__ = {"version_id_col": version}

"""A programme is data with citations: facts, grounds, conditions and the allotment."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.findings import Level
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeOrigin, ProgrammeState
from sbdesk.domain.programme_vocabulary import (
    AllotmentMethod,
    EligibleKind,
    FactStatus,
    GroundBasis,
    Modality,
    ValueKind,
)
from sbdesk.store.base import Base, Choice, Day, Flag, Json, Ore, primary_key, reference, version_column


class ProgrammeRecord(Base):
    """One state grant of one budget year."""

    __tablename__ = "programme"

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    code: Mapped[str] = mapped_column(Text, unique=True)
    budget_year: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text)
    short_title: Mapped[str] = mapped_column(Text)
    title_key: Mapped[str] = mapped_column(Text)
    recipient_kind: Mapped[EligibleKind] = mapped_column(Choice(EligibleKind))
    case_number: Mapped[str | None] = mapped_column(Text)
    predecessor_id: Mapped[int | None] = reference("programme")
    instruction_document_id: Mapped[int | None] = reference("document")
    origin: Mapped[ProgrammeOrigin] = mapped_column(Choice(ProgrammeOrigin), default=ProgrammeOrigin.SHIPPED)
    state: Mapped[ProgrammeState] = mapped_column(Choice(ProgrammeState))

    __mapper_args__ = {"version_id_col": version}


class ProgrammeFactRecord(Base):
    """One fact with its status; a revision is a new row, the latest rules. ``removed``: taken away again."""

    __tablename__ = "programme_fact"
    __table_args__ = (
        UniqueConstraint("programme_id", "name", "ordinal", "revision"),
        CheckConstraint(
            "(value_ore IS NULL AND value_day IS NULL AND value_text IS NULL AND value_int IS NULL"
            " AND value_flag IS NULL) = (status IN ('not_yet_decided', 'not_stated'))",
            name="value_follows_status",
        ),
        CheckConstraint(
            "(value_ore IS NULL OR value_kind = 'ore') AND (value_day IS NULL OR value_kind = 'day')"
            " AND (value_text IS NULL OR value_kind = 'text') AND (value_int IS NULL OR value_kind = 'int')"
            " AND (value_flag IS NULL OR value_kind = 'bool')",
            name="value_of_its_kind",
        ),
        CheckConstraint("status <> 'stated' OR heading IS NOT NULL", name="stated_has_heading"),
        CheckConstraint("status <> 'law' OR statute IS NOT NULL", name="law_has_statute"),
        CheckConstraint("status NOT IN ('derived', 'officer') OR reason IS NOT NULL", name="has_reason"),
    )

    id: Mapped[int] = primary_key()
    programme_id: Mapped[int] = reference("programme")
    name: Mapped[str] = mapped_column(Text)
    ordinal: Mapped[int] = mapped_column(Integer)
    revision: Mapped[int] = mapped_column(Integer)
    status: Mapped[FactStatus] = mapped_column(Choice(FactStatus))
    value_kind: Mapped[ValueKind] = mapped_column(Choice(ValueKind))
    value_ore: Mapped[int | None] = mapped_column(Ore)
    value_day: Mapped[date | None] = mapped_column(Day)
    value_text: Mapped[str | None] = mapped_column(Text)
    value_int: Mapped[int | None] = mapped_column(Integer)
    value_flag: Mapped[bool | None] = mapped_column(Flag)
    heading: Mapped[str | None] = mapped_column(Text)
    statute: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    removed: Mapped[bool] = mapped_column(Flag, default=False)
    entered_by: Mapped[int | None] = reference("officer")
    attestation_id: Mapped[int | None] = reference("attestation")


class QuoteSpanRecord(Base):
    """A verbatim piece of the instruction that grounds a fact; offsets once the text is loaded."""

    __tablename__ = "quote_span"
    __table_args__ = (UniqueConstraint("fact_id", "ordinal"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    fact_id: Mapped[int] = reference("programme_fact")
    ordinal: Mapped[int] = mapped_column(Integer)
    quote: Mapped[str] = mapped_column(Text)
    char_from: Mapped[int | None] = mapped_column(Integer)
    char_to: Mapped[int | None] = mapped_column(Integer)
    line: Mapped[int | None] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": version}


class RecoveryGroundRecord(Base):
    """A ground for repayment that the instruction names, and the verdict causes mapped to it."""

    __tablename__ = "recovery_ground"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    code: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    modality: Mapped[Modality] = mapped_column(Choice(Modality))
    fact_id: Mapped[int] = reference("programme_fact")
    causes: Mapped[Any] = mapped_column(Json)

    __mapper_args__ = {"version_id_col": version}


class AppealRuleRecord(Base):
    """A jurist's field: whether a kind of decision may be appealed, and from when the three weeks run."""

    __tablename__ = "appeal_rule"
    __table_args__ = (UniqueConstraint("programme_id", "decision_kind"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    decision_kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    allowed: Mapped[AppealAllowed] = mapped_column(Choice(AppealAllowed))
    three_weeks_from: Mapped[ThreeWeeksFrom] = mapped_column(Choice(ThreeWeeksFrom))
    text: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    attestation_id: Mapped[int | None] = reference("attestation")

    __mapper_args__ = {"version_id_col": version}


class ComponentRecord(Base):
    """A part of the frame with its own method of allotment and, maybe, its own purpose."""

    __tablename__ = "component"
    __table_args__ = (
        UniqueConstraint("programme_id", "code"),
        CheckConstraint("total_ore >= 0", name="total"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    code: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    total_ore: Mapped[int] = mapped_column(Ore)
    method: Mapped[AllotmentMethod] = mapped_column(Choice(AllotmentMethod))
    rounding: Mapped[str] = mapped_column(Text)
    separate_purpose: Mapped[bool] = mapped_column(Flag)
    purpose_fact_id: Mapped[int | None] = reference("programme_fact")
    operation_kind: Mapped[OperationKind | None] = mapped_column(Choice(OperationKind))

    __mapper_args__ = {"version_id_col": version}


class AllotmentRecord(Base):
    """What a recipient may requisition of a component; the decided amount wins over the computed."""

    __tablename__ = "allotment"
    __table_args__ = (
        Index(
            "uq_allotment_share",
            "component_id",
            "recipient_id",
            text("coalesce(operation_id, 0)"),
            unique=True,
        ),
        CheckConstraint(
            "coalesce(decided_ore, 0) >= 0 AND coalesce(computed_ore, 0) >= 0", name="not_negative"
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    component_id: Mapped[int] = reference("component")
    recipient_id: Mapped[int] = reference("recipient", index=True)
    operation_id: Mapped[int | None] = reference("operation")
    units: Mapped[int | None] = mapped_column(Integer)
    weight: Mapped[int | None] = mapped_column(Integer)
    computed_ore: Mapped[int | None] = mapped_column(Ore)
    decided_ore: Mapped[int | None] = mapped_column(Ore)
    decided_fact_id: Mapped[int | None] = reference("programme_fact")
    decided_source: Mapped[str | None] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}


class ConditionRecord(Base):
    """Which check the programme uses, with what parameters, level and grounding fact."""

    __tablename__ = "condition"
    __table_args__ = (
        UniqueConstraint("programme_id", "rule_code", "from_on"),
        CheckConstraint(
            "fact_id IS NOT NULL OR severity = 'note' OR basis IN ('law', 'arithmetic', 'import', 'role')"
            " OR attestation_id IS NOT NULL",
            name="ground_or_note",
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    programme_id: Mapped[int] = reference("programme")
    rule_code: Mapped[str] = mapped_column(Text)
    parameters: Mapped[Any] = mapped_column(Json)
    severity: Mapped[Level] = mapped_column(Choice(Level))
    basis: Mapped[GroundBasis] = mapped_column(Choice(GroundBasis))
    enabled: Mapped[bool] = mapped_column(Flag)
    fact_id: Mapped[int | None] = reference("programme_fact")
    from_on: Mapped[date] = mapped_column(Day)
    to_on: Mapped[date | None] = mapped_column(Day)
    attestation_id: Mapped[int | None] = reference("attestation")

    __mapper_args__ = {"version_id_col": version}

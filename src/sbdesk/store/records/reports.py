"""The expected report of every award, and the reports that came."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.report import ExpectedReportState, ReportState
from sbdesk.store.base import Base, Choice, Day, Json, Ore, primary_key, reference, version_column


class ExpectedReportRecord(Base):
    """Made with the award, so that a missing report shows; no due day means not yet decided."""

    __tablename__ = "expected_report"
    __table_args__ = (
        UniqueConstraint("award_id"),
        Index(
            "ix_expected_report_due",
            "due_on",
            sqlite_where=text("state = 'expected'"),
            postgresql_where=text("state = 'expected'"),
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award")
    due_on: Mapped[date | None] = mapped_column(Day)
    state: Mapped[ExpectedReportState] = mapped_column(Choice(ExpectedReportState))

    __mapper_args__ = {"version_id_col": version}


class ReportRecord(Base):
    """One revision of the recipient's report, in öre."""

    __tablename__ = "report"
    __table_args__ = (
        UniqueConstraint("award_id", "revision"),
        CheckConstraint("used_ore >= 0 AND coalesce(unused_ore, 0) >= 0", name="not_negative"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    award_id: Mapped[int] = reference("award")
    revision: Mapped[int] = mapped_column(Integer)
    received_on: Mapped[date] = mapped_column(Day)
    used_ore: Mapped[int] = mapped_column(Ore)
    unused_ore: Mapped[int | None] = mapped_column(Ore)
    answers: Mapped[Any] = mapped_column(Json)
    document_id: Mapped[int | None] = reference("document")
    state: Mapped[ReportState] = mapped_column(Choice(ReportState))

    __mapper_args__ = {"version_id_col": version}


class ReportLineRecord(Base):
    """What the report says was used of one component."""

    __tablename__ = "report_line"

    id: Mapped[int] = primary_key()
    report_id: Mapped[int] = reference("report", index=True)
    component_id: Mapped[int | None] = reference("component")
    operation_id: Mapped[int | None] = reference("operation")
    used_ore: Mapped[int] = mapped_column(Ore)
    note: Mapped[str | None] = mapped_column(Text)

"""What the reconciliation does to the report it examines, as consequences inside its own acts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.report import REPORT_MACHINE, ReportState
from sbdesk.services.reports_reading import latest_report
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.reports import ReportRecord


def take_under_review(session: Session, work: Workplace, award_id: int) -> None:
    """A received report is examined once its reconciliation has begun."""
    report = latest_report(session, award_id)
    if report is not None and report.state is ReportState.RECEIVED:
        _move(session, work, report, "accept_for_review")


def finish_report(session: Session, work: Workplace, award_id: int) -> None:
    """The report is final with its reconciliation."""
    report = latest_report(session, award_id)
    if report is not None and report.state is ReportState.UNDER_REVIEW:
        _move(session, work, report, "finalise")


def reopen_report(session: Session, work: Workplace, award_id: int) -> None:
    """The figures are open again with their reconciliation."""
    report = latest_report(session, award_id)
    if report is not None and report.state is ReportState.FINAL:
        _move(session, work, report, "reopen_figures")


def _move(session: Session, work: Workplace, report: ReportRecord, verb: str) -> None:
    before = report.state.value
    report.state = REPORT_MACHINE.target(report.state, verb)
    session.flush()
    work.record(
        session,
        f"{verb}_report",
        ("report", report.id),
        award_id=report.award_id,
        before={"state": before},
        after={"state": report.state.value},
    )

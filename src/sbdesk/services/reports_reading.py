"""Reads the expected reports with their sums, for the list and for one award."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState, AwardSums, Balances
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.report_status import ReportSituation, report_offers, report_status
from sbdesk.services.reports_rows import ExpectedReportRow, ReportComponent, ReportPage
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord, ProgrammeRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
from sbdesk.store.records.reports import ExpectedReportRecord, ReportLineRecord, ReportRecord


def latest_report(session: Session, award_id: int) -> ReportRecord | None:
    """The newest revision of the award's report."""
    return session.scalar(
        select(ReportRecord)
        .where(ReportRecord.award_id == award_id)
        .order_by(ReportRecord.revision.desc())
        .limit(1)
    )


def report_rows(
    session: Session, today: date, *, year: int | None = None, award_id: int | None = None
) -> list[ExpectedReportRow]:
    """The expected reports of open awards, by day due (undecided last), then by recipient."""
    query = (
        select(ExpectedReportRecord, AwardRecord, RecipientRecord, ProgrammeRecord)
        .join(AwardRecord, AwardRecord.id == ExpectedReportRecord.award_id)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .order_by(ExpectedReportRecord.due_on.nulls_last(), RecipientRecord.name_key, AwardRecord.id)
    )
    if award_id is not None:
        query = query.where(AwardRecord.id == award_id)
    else:
        query = query.where(AwardRecord.state == AwardState.OPEN)
    if year is not None:
        query = query.where(ProgrammeRecord.budget_year == year)
    found = list(session.execute(query))
    ids = [award.id for _, award, _, _ in found]
    sums, reports, final = sums_of(session, ids), _latest_reports(session, ids), _final(session, ids)
    return [
        _row(today, expected, award, (recipient, programme), (sums[award.id], reports.get(award.id), final))
        for expected, award, recipient, programme in found
    ]


def _row(
    today: date,
    expected: ExpectedReportRecord,
    award: AwardRecord,
    names: tuple[RecipientRecord, ProgrammeRecord],
    figures: tuple[AwardSums, ReportRecord | None, set[int]],
) -> ExpectedReportRow:
    recipient, programme = names
    sums, report, final = figures
    balances = Balances(sums)
    situation = ReportSituation(
        expected=expected.state,
        report=report.state if report else None,
        due_on=expected.due_on,
        today=today,
        reconciled_final=award.id in final,
        repayable_ore=balances.repayable,
        paid=sums.paid > 0,
    )
    return ExpectedReportRow(
        award_id=award.id,
        recipient=recipient.name,
        programme=programme.short_title,
        programme_title=programme.title,
        year=programme.budget_year,
        case_number=award.case_number,
        due_on=expected.due_on,
        status=report_status(situation),
        offers=report_offers(situation),
        paid_ore=sums.paid,
        reported_ore=report.used_ore if report else None,
        unused_ore=balances.unused if report else None,
        received_on=report.received_on if report else None,
        revision=report.revision if report else 0,
    )


def report_page(session: Session, today: date, award_id: int) -> ReportPage:
    """One award's report; NoResultFound for an award without an expected report."""
    (row,) = report_rows(session, today, award_id=award_id)
    report = latest_report(session, award_id)
    used: dict[int | None, int] = {}
    if report is not None:
        lines = select(ReportLineRecord).where(ReportLineRecord.report_id == report.id)
        used = {line.component_id: line.used_ore for line in session.scalars(lines)}
    allotted = func.coalesce(AllotmentRecord.decided_ore, AllotmentRecord.computed_ore, 0)
    components = session.execute(
        select(ComponentRecord.id, ComponentRecord.label, func.sum(allotted))
        .join(AllotmentRecord, AllotmentRecord.component_id == ComponentRecord.id)
        .join(
            AwardRecord,
            and_(
                AwardRecord.programme_id == ComponentRecord.programme_id,
                AwardRecord.recipient_id == AllotmentRecord.recipient_id,
            ),
        )
        .where(AwardRecord.id == award_id)
        .group_by(ComponentRecord.id, ComponentRecord.label)
        .order_by(ComponentRecord.id)
    )
    return ReportPage(
        row,
        tuple(ReportComponent(key, label, int(ore), used.get(key)) for key, label, ore in components),
        report.state if report else None,
        dict(report.answers) if report else {},
    )


def _latest_reports(session: Session, award_ids: list[int]) -> dict[int, ReportRecord]:
    records = select(ReportRecord).where(ReportRecord.award_id.in_(award_ids)).order_by(ReportRecord.revision)
    return {record.award_id: record for record in session.scalars(records)}


def _final(session: Session, award_ids: list[int]) -> set[int]:
    """The awards whose newest reconciliation is handed over or final."""
    records = (
        select(ReconciliationRecord)
        .where(ReconciliationRecord.award_id.in_(award_ids))
        .order_by(ReconciliationRecord.revision)
    )
    newest = {record.award_id: record.state for record in session.scalars(records)}
    fixed = (ReconciliationState.PROPOSED, ReconciliationState.FINAL)
    return {award_id for award_id, state in newest.items() if state in fixed}

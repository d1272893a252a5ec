"""What a confirmed change of a fact means for the awards: checked again, or left as decided."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.programme import FactValue
from sbdesk.domain.report import ExpectedReportState
from sbdesk.domain.requisition import NOT_LIVE, REQUISITION_MACHINE, RequisitionState
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.requisitions import CaseRecords, case_records
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord
from sbdesk.store.records.reports import ExpectedReportRecord

OUTCOME_WORDS = {
    "rechecked": "Rekvisitionen var klar för beslut: kontrolleras igen",
    "checked": "Rekvisitionen kontrolleras: ändringen är med i kontrollerna",
    "proposed": "Lämnad för beslut: kontrolleras igen när beslutet fattas",
    "decided": "Beslutad: beslutet gäller som det är, omprövning kan öppnas",
    "untouched": "Ingen rekvisition att kontrollera",
}
"""How the page says what the change meant for one award."""


def recheck(session: Session, work: Workplace, programme_id: int) -> dict[str, str]:
    """Send every requisition that was ready back to its checks; what the change meant, by award id."""
    awards = list(session.scalars(select(AwardRecord.id).where(AwardRecord.programme_id == programme_id)))
    outcome = {}
    for case in case_records(session, awards):
        outcome[str(case.award.id)] = _meaning(case)
        if case.requisition is not None and case.requisition.state is RequisitionState.READY:
            before = case.requisition.state
            case.requisition.state = REQUISITION_MACHINE.target(before, "recheck")
            work.record(
                session,
                "recheck",
                ("requisition", case.requisition.id),
                award_id=case.award.id,
                before={"state": before.value},
                after={"state": case.requisition.state.value},
            )
    session.flush()
    return outcome


def _meaning(case: CaseRecords) -> str:
    if case.decision is not None:
        return "decided"
    if case.requisition is None or case.requisition.state in NOT_LIVE:
        return "untouched"
    if case.requisition.state is RequisitionState.READY:
        return "rechecked"
    return "proposed" if case.requisition.state is RequisitionState.PROPOSED else "checked"


def count(outcome: dict[str, str], word: str) -> int:
    """How many awards the change meant this for."""
    return list(outcome.values()).count(word)


def day_of(session: Session, programme_id: int, fact: FactValue) -> date | None:
    """The day that a fact gives before the change; None when it gives none."""
    record = ProgrammeFactRecord
    return session.scalar(
        select(record.value_day)
        .where(record.programme_id == programme_id, record.name == fact.name, record.ordinal == fact.ordinal)
        .order_by(record.revision.desc())
        .limit(1)
    )


def move_reports(
    session: Session, work: Workplace, programme_id: int, fact: FactValue, former: date | None
) -> None:
    """When the last day to report is changed, so is every expected report that followed it."""
    if fact.name != "report_due" or not isinstance(fact.value, date | None):
        return
    expected = session.scalars(
        select(ExpectedReportRecord)
        .join(AwardRecord, AwardRecord.id == ExpectedReportRecord.award_id)
        .where(
            AwardRecord.programme_id == programme_id,
            ExpectedReportRecord.state == ExpectedReportState.EXPECTED,
        )
    )
    for report in expected:
        if report.due_on == former and former != fact.value:
            report.due_on = fact.value
            work.record(
                session,
                "set_report_due",
                ("expected_report", report.id),
                award_id=report.award_id,
                before={"due_on": former.isoformat() if former else None},
                after={"due_on": fact.value.isoformat() if fact.value else None},
            )

"""What a recipient says it has used: the reports expected, those that came, and their corrections."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.ore import LIMIT, format_kronor
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.report import EXPECTED_REPORT_MACHINE, REPORT_MACHINE, ExpectedReportState, ReportState
from sbdesk.services.changes import Done, Touched
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.services.reconciliations_checks import check_award
from sbdesk.services.reports_reading import latest_report, report_page, report_rows
from sbdesk.services.reports_rows import ExpectedReportRow, ReportInput, ReportPage
from sbdesk.services.workplace import Workplace
from sbdesk.store import commands
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord
from sbdesk.store.records.reports import ExpectedReportRecord, ReportLineRecord, ReportRecord

_NOTHING = "Inget är ändrat."


class ReportsService:
    """One expected report per award, made when the programme opens."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self, year: int | None = None) -> list[ExpectedReportRow]:
        """Every expected report of a grant year (None: all), by day due, then by recipient."""
        with self.work.store.reading() as session:
            return report_rows(session, self.work.clock.today(), year=year)

    def page(self, award_id: int) -> ReportPage:
        """One award's expected report with its components."""
        with self.work.store.reading() as session:
            return report_page(session, self.work.clock.today(), award_id)

    def waiting(self) -> int:
        """How many awards have a report that the officer has not begun to examine."""
        with self.work.store.reading() as session:
            query = select(func.count(func.distinct(ReportRecord.award_id))).where(
                ReportRecord.state == ReportState.RECEIVED
            )
            return session.scalar(query) or 0

    def register(self, award_id: int, report: ReportInput, *, command_id: str | None = None) -> Done:
        """Register the report, or with a reason a corrected one as a new revision.

        Raises NotAllowed for jäv, before anything is paid, when the reconciliation is proposed or final;
        UserFacingError for a day to come, an amount below zero, parts that do not add up, a missing reason.
        """
        with self.work.store.writing() as session:
            award = session.get_one(AwardRecord, award_id)
            self.work.refuse_disqualified(session, award)

            def act() -> int:
                former = latest_report(session, award_id)
                self._check(session, award_id, report, former)
                _make_room(session, award_id, former)
                record = self._keep(session, award, report, former)
                check_award(session, award_id)
                return record.revision

            parameters = [award_id, report.received_on.isoformat(), report.used_ore, report.reason]
            revision = commands.once(
                session, command_id, "register_report", parameters, self.work.clock.now(), act
            )
        what = "Återrapporten är registrerad" if revision == 1 else "Den rättade återrapporten är registrerad"
        touched = Touched.REPORTS | Touched.RECONCILIATIONS | Touched.DOCUMENTS
        return Done(touched, f"{what}: {format_kronor(report.used_ore)} använt.", award_id)

    def set_due(self, award_id: int, due_on: date, reason: str, *, command_id: str | None = None) -> Done:
        """Decide the report's last day where the instruction leaves it open, with the reason.

        Raises UserFacingError without reason, NotAllowed for jäv or when the report has come.
        """
        if not reason.strip():
            raise UserFacingError("Skälet saknas.", _NOTHING, "Skriv var dagen är bestämd.")
        with self.work.store.writing() as session:
            award = session.get_one(AwardRecord, award_id)
            self.work.refuse_disqualified(session, award)
            record = expected_report(session, award_id)
            if record.state is ExpectedReportState.RECEIVED:
                raise NotAllowed(
                    "Återrapporten har redan kommit in.", _NOTHING, "Öppna återrapporten i stället."
                )

            def act() -> None:
                before = record.due_on.isoformat() if record.due_on else None
                record.due_on = due_on
                session.flush()
                self.work.record(
                    session,
                    "set_report_due",
                    ("expected_report", record.id),
                    award_id=award_id,
                    before={"due_on": before},
                    after={"due_on": due_on.isoformat()},
                    reason=reason.strip(),
                )

            parameters = [award_id, due_on.isoformat(), reason]
            commands.once(session, command_id, "set_report_due", parameters, self.work.clock.now(), act)
        return Done(Touched.REPORTS, f"Sista dag för återrapporten är {due_on.isoformat()}.", award_id)

    def _check(
        self, session: Session, award_id: int, report: ReportInput, former: ReportRecord | None
    ) -> None:
        if report.received_on > self.work.clock.today():
            raise UserFacingError(
                f"Dagen {report.received_on.isoformat()} har inte varit än.",
                _NOTHING,
                "Ange den dag då återrapporten kom in.",
            )
        amounts = [report.used_ore, *(line.used_ore for line in report.lines)]
        if not all(0 <= amount <= LIMIT for amount in amounts):
            raise UserFacingError("Ett använt belopp kan inte vara under noll.", _NOTHING, "Rätta beloppet.")
        summed = sum(line.used_ore for line in report.lines)
        if report.lines and summed != report.used_ore:
            raise UserFacingError(
                f"Delarna är tillsammans {format_kronor(summed)} men återrapporten anger "
                f"{format_kronor(report.used_ore)}.",
                _NOTHING,
                "Rätta delarna, eller registrera beloppet utan delar och begär ett förtydligande.",
            )
        _check_components(session, award_id, {line.component_id for line in report.lines})
        if award_sums(session, award_id).paid <= 0:
            raise NotAllowed(
                "Bidraget är inte utbetalt.", _NOTHING, "Registrera utbetalningen innan återrapporten."
            )
        if former is not None and not report.reason.strip():
            raise UserFacingError(
                "En återrapport är redan registrerad.",
                _NOTHING,
                "Skriv varför den rättas för att registrera en ny.",
            )

    def _keep(
        self, session: Session, award: AwardRecord, report: ReportInput, former: ReportRecord | None
    ) -> ReportRecord:
        document_id = self._document(session, award.id, report)
        paid = award_sums(session, award.id).paid
        record = ReportRecord(
            award_id=award.id,
            revision=former.revision + 1 if former else 1,
            received_on=report.received_on,
            used_ore=report.used_ore,
            unused_ore=max(0, paid - report.used_ore),
            answers=dict(report.answers),
            document_id=document_id,
            state=ReportState.RECEIVED,
        )
        session.add(record)
        session.flush()
        session.add_all(
            ReportLineRecord(report_id=record.id, component_id=line.component_id, used_ore=line.used_ore)
            for line in report.lines
        )
        expected = expected_report(session, award.id)
        if expected.state is not ExpectedReportState.RECEIVED:
            expected.state = EXPECTED_REPORT_MACHINE.target(expected.state, "file")
        session.flush()
        self.work.record(
            session,
            "file_report" if former is None else "complete_report",
            ("report", record.id),
            award_id=award.id,
            before=_plain(former),
            after=_plain(record),
            reason=report.reason.strip() or None,
        )
        return record

    def _document(self, session: Session, award_id: int, report: ReportInput) -> int | None:
        if report.document is None:
            return None
        new = NewDocument(
            content=report.document.content,
            file_name=report.document.file_name,
            media_type=report.document.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind="report",
            title="Återrapport",
            award_id=award_id,
        )
        return keep_document(session, self.work, new).id


def expected_report(session: Session, award_id: int) -> ExpectedReportRecord:
    """The award's expected report; NoResultFound for an award without one."""
    return session.scalars(
        select(ExpectedReportRecord).where(ExpectedReportRecord.award_id == award_id)
    ).one()


def _make_room(session: Session, award_id: int, former: ReportRecord | None) -> None:
    """Reopen the former figures; a reconciliation handed over or final keeps what it rests on."""
    reconciliation = latest_reconciliation(session, award_id)
    fixed = (ReconciliationState.PROPOSED, ReconciliationState.FINAL)
    if reconciliation is not None and reconciliation.state in fixed:
        raise NotAllowed(
            "Avstämningen är lämnad för granskning eller fastställd.",
            _NOTHING,
            "Välj Ändra belopp eller Skicka tillbaka i avstämningen först.",
        )
    if former is not None and former.state is not ReportState.INCOMPLETE:
        former.state = REPORT_MACHINE.target(former.state, "reopen_figures")


def _check_components(session: Session, award_id: int, wanted: set[int]) -> None:
    known = set(
        session.scalars(
            select(AllotmentRecord.component_id)
            .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
            .join(AwardRecord, AwardRecord.programme_id == ComponentRecord.programme_id)
            .where(AwardRecord.id == award_id, AllotmentRecord.recipient_id == AwardRecord.recipient_id)
        )
    )
    if wanted - known:
        raise UserFacingError(
            "En del hör inte till mottagarens bidrag.", _NOTHING, "Läs om sidan och ange delarna på nytt."
        )


def _plain(record: ReportRecord | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {
        "revision": record.revision,
        "received_on": record.received_on.isoformat(),
        "used_ore": record.used_ore,
        "state": record.state.value,
    }

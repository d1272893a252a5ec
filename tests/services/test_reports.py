"""Expected reports and registered ones over a real store."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay

from sbdesk.domain.award import Basis
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.report import ExpectedReportState, ReportState
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.changes import Touched
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ExpectedReportRow, ReportInput, ReportLine
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.reconciliations import FindingRecord
from sbdesk.store.records.reports import ExpectedReportRecord, ReportRecord

CAME = date(2027, 1, 15)


@pytest.fixture
def award(desk: OpenDesk) -> int:
    """Region Skåne's award with six million kronor paid."""
    number = desk.award()
    pay(desk, number, from_kronor(6_000_000))
    desk.clock.set(date(2027, 2, 1))
    return number


@pytest.fixture
def service(desk: OpenDesk) -> ReportsService:
    return ReportsService(desk.work)


def row_of(service: ReportsService, award: int) -> ExpectedReportRow:
    return next(row for row in service.rows() if row.award_id == award)


def test_every_award_expects_a_report_from_the_start(service: ReportsService, award: int) -> None:
    rows = service.rows(2026)
    assert len(rows) == 6
    assert service.rows(2025) == []
    row = row_of(service, award)
    assert (row.due_on, row.reported_ore, row.unused_ore, row.revision) == (None, None, None, 0)
    assert row.status.words == "Väntar på mottagaren: återrapport, datum inte beslutat"
    assert row.paid_ore == from_kronor(6_000_000)
    assert service.waiting() == 0


def test_the_day_is_decided_by_an_officer_with_a_reason(
    desk: OpenDesk, service: ReportsService, award: int
) -> None:
    with pytest.raises(UserFacingError, match="Skriv var dagen är bestämd"):
        service.set_due(award, date(2027, 3, 1), " ")
    service.set_due(award, date(2027, 1, 31), "Utskick 2026-12-01")
    row = row_of(service, award)
    assert row.status.words == "Försenad 1 dag: väntar på mottagaren"
    assert service.rows()[0].award_id == award
    service.set_due(award, date(2027, 3, 1), "anstånd", command_id="x")
    service.set_due(award, date(2027, 3, 1), "anstånd", command_id="x")
    with desk.store.reading() as session:
        events = list(session.scalars(select(EventRecord).where(EventRecord.verb == "set_report_due")))
    assert [(event.before, event.after) for event in events] == [
        ({"due_on": None}, {"due_on": "2027-01-31"}),
        ({"due_on": "2027-01-31"}, {"due_on": "2027-03-01"}),
    ]


def test_a_report_makes_x_and_keeps_its_file(desk: OpenDesk, service: ReportsService, award: int) -> None:
    page = service.page(award)
    assert [part.label for part in page.components]
    lines = tuple(ReportLine(part.component_id, part.allotted_ore) for part in page.components)
    done = service.register(
        award,
        ReportInput(
            CAME,
            from_kronor(6_000_000),
            lines,
            {"Resultat": "Fler patienter"},
            ReceivedFile("rapport.pdf", b"%PDF-1.4 rapport"),
        ),
    )
    assert done.message.startswith("Återrapporten är registrerad: 6")
    assert done.touched & Touched.RECONCILIATIONS
    page = service.page(award)
    assert (page.state, page.answers) == (ReportState.RECEIVED, {"Resultat": "Fler patienter"})
    assert [part.used_ore for part in page.components] == [part.allotted_ore for part in page.components]
    assert (page.row.reported_ore, page.row.unused_ore) == (from_kronor(6_000_000), 0)
    assert page.row.received_on == CAME
    assert service.waiting() == 1
    with desk.store.reading() as session:
        expected = session.scalars(
            select(ExpectedReportRecord).where(ExpectedReportRecord.award_id == award)
        ).one()
        report = session.scalars(select(ReportRecord)).one()
        assert expected.state is ExpectedReportState.RECEIVED
        assert report.document_id is not None
    with pytest.raises(NotAllowed, match="har redan kommit in"):
        service.set_due(award, date(2027, 3, 1), "sent")


def test_a_correction_needs_a_reason_and_keeps_the_former_figures(
    desk: OpenDesk, service: ReportsService, award: int
) -> None:
    service.register(award, ReportInput(CAME, 100), command_id="one")
    service.register(award, ReportInput(CAME, 100), command_id="one")
    with pytest.raises(UserFacingError, match="redan registrerad"):
        service.register(award, ReportInput(CAME, 200))
    service.register(award, ReportInput(CAME, 200, reason="felräknat"))
    service.register(award, ReportInput(CAME, 300, reason="felräknat igen"))
    with desk.store.reading() as session:
        reports = list(session.scalars(select(ReportRecord).order_by(ReportRecord.revision)))
        verbs = [
            (event.verb, event.reason)
            for event in session.scalars(select(EventRecord).where(EventRecord.subject_kind == "report"))
        ]
    assert [(it.used_ore, it.state) for it in reports] == [
        (100, ReportState.INCOMPLETE),
        (200, ReportState.INCOMPLETE),
        (300, ReportState.RECEIVED),
    ]
    assert verbs == [
        ("file_report", None),
        ("complete_report", "felräknat"),
        ("complete_report", "felräknat igen"),
    ]
    assert row_of(service, award).revision == 3


def test_an_incomplete_report_is_completed_without_reopening(
    desk: OpenDesk, service: ReportsService, award: int
) -> None:
    service.register(award, ReportInput(CAME, 100))
    with desk.store.writing() as session:
        session.scalars(select(ReportRecord)).one().state = ReportState.INCOMPLETE
    service.register(award, ReportInput(CAME, 120, reason="komplettering"))
    assert service.page(award).state is ReportState.RECEIVED


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (ReportInput(date(2027, 2, 2), 100), "Dagen 2027-02-02 har inte varit än"),
        (ReportInput(CAME, -1), "kan inte vara under noll"),
        (ReportInput(CAME, 100, (ReportLine(1, 40), ReportLine(2, 50))), "Delarna är tillsammans 0,90"),
        (ReportInput(CAME, 100, (ReportLine(99, 100),)), "hör inte till mottagarens bidrag"),
    ],
)
def test_what_cannot_be_is_refused(
    service: ReportsService, award: int, report: ReportInput, words: str
) -> None:
    with pytest.raises(UserFacingError, match=words):
        service.register(award, report)
    assert service.page(award).state is None


def test_nothing_paid_gives_nothing_to_report(desk: OpenDesk, service: ReportsService) -> None:
    desk.clock.set(date(2027, 2, 1))
    with pytest.raises(NotAllowed, match="inte utbetalt"):
        service.register(desk.award("Region Uppsala"), ReportInput(CAME, 100))


def test_figures_that_a_final_reconciliation_rests_on_cannot_move(
    desk: OpenDesk, service: ReportsService, award: int
) -> None:
    service.register(award, ReportInput(CAME, from_kronor(5_000_000)))
    reconciliations = ReconciliationsService(desk.work)
    reconciliations.start(award, Basis.REPORT_ONLY)
    reconciliations.propose(award)
    with pytest.raises(NotAllowed, match="Ändra belopp eller Skicka tillbaka"):
        service.register(award, ReportInput(CAME, 1, reason="fel"))
    reconciliations.finalise(award, desk.signed_by(desk.karin))
    row = row_of(service, award)
    assert row.status.words == "Granskad: se avstämningen"
    assert {offer.key: offer.enabled for offer in row.offers} == {
        "reconcile": True,
        "register": False,
        "set_due": False,
    }


def test_registering_asks_the_checks_of_report_against_ledger(
    desk: OpenDesk, service: ReportsService, award: int
) -> None:
    import_rows(desk, award, [Row(from_kronor(7_000))])
    service.register(award, ReportInput(CAME, from_kronor(7_010)))
    with desk.store.reading() as session:
        found = {
            record.rule_code: record.message.replace("\xa0", " ")
            for record in session.scalars(select(FindingRecord).where(FindingRecord.award_id == award))
        }
    assert set(found) == {"A01", "A02", "A03"}
    assert found["A01"].endswith("Skillnaden 10,00 kr behöver förklaras.")

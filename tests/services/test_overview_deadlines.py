"""The days that somebody must keep, on the overview: late ones stay, settled ones go."""

from __future__ import annotations

from datetime import date, timedelta

from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay
from support.owing import owe
from support.requisition_case import CaseDriver

from sbdesk.domain.findings import Level
from sbdesk.domain.invoice import MatchPurpose, PaymentState
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.report import ExpectedReportState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.overview import OverviewService
from sbdesk.services.overview_rows import DeadlineRow, OverviewPage, Place
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.invoices import IncomingPaymentRecord, InvoiceRecord, PaymentMatchRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import HearingRecord, RecoveryRecord
from sbdesk.store.records.reports import ExpectedReportRecord


def page(desk: OpenDesk) -> OverviewPage:
    return OverviewService(desk.work).page()


def line(found: OverviewPage, what: str) -> DeadlineRow:
    (row,) = [row for row in found.deadlines if row.what.startswith(what)]
    return row


def add_recovery(desk: OpenDesk, award: int, state: RecoveryState) -> int:
    with desk.store.writing() as session:
        record = RecoveryRecord(
            award_id=award,
            revision=1,
            number="ÅK-2026-007",
            path=RecoveryPath.FULL,
            state=state,
            prepared_by=desk.anna,
            interest=Interest.NO,
            due_basis=DueBasis.DEMAND,
        )
        session.add(record)
        session.flush()
        return record.id


def test_a_programmes_days_are_shown_ninety_days_ahead(desk: OpenDesk) -> None:
    rows = page(desk).deadlines
    assert [(row.day, row.what, row.late) for row in rows] == [
        (date(2026, 6, 30), "Beslut planeras senast", False),
        (date(2026, 7, 15), "Sista dag att rekvirera: 6 mottagare har inte rekvirerat", False),
    ]
    assert {row.place for row in rows} == {Place("programmes", desk.programme)}


def test_a_day_that_has_passed_stays_only_while_something_is_missing(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.CHECKING)
    desk.clock.set(date(2026, 7, 20))
    rows = page(desk).deadlines
    assert [(row.what, row.late) for row in rows] == [
        ("Beslut planeras senast: 1 ärende kvar", True),
        ("Sista dag att rekvirera: 5 mottagare har inte rekvirerat", True),
    ]
    CaseDriver(desk, "Region Uppsala").receive(case_number="9.1-1002/2026")
    assert line(page(desk), "Beslut planeras").what == "Beslut planeras senast: 2 ärenden kvar"


def test_the_final_account_is_late_until_the_programme_is_archived(desk: OpenDesk) -> None:
    desk.clock.set(date(2027, 2, 1))
    assert line(page(desk), "Slutredovisning").late is False
    desk.clock.set(date(2027, 4, 1))
    assert line(page(desk), "Slutredovisning").late is True


def test_reports_due_the_same_day_are_one_line(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        for record in session.query(ExpectedReportRecord):
            record.due_on = date(2026, 6, 12)
    assert not [row for row in page(desk).deadlines if row.what.startswith("Återrapport")], "nothing granted"
    for name in ("Region Skåne", "Region Uppsala"):
        pay(desk, desk.award(name), 1_000_000_00)
    row = line(page(desk), "Återrapport senast")
    assert (row.what, row.where, row.place) == (
        "Återrapport senast: 2 mottagare",
        "CSD 2026",
        Place("reports"),
    )
    with desk.store.writing() as session:
        for record in session.query(ExpectedReportRecord).filter(
            ExpectedReportRecord.award_id != desk.award()
        ):
            record.state = ExpectedReportState.RECEIVED
    desk.clock.set(date(2026, 6, 13))
    row = line(page(desk), "Återrapport senast")
    assert (row.where, row.place, row.late) == (
        "Region Skåne, CSD 2026",
        Place("reports", desk.award()),
        True,
    )


def test_a_completion_and_a_hold_have_their_days(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.INCOMPLETE)
    CaseDriver(desk, "Region Uppsala").hold()
    row = line(page(desk), "Svar på komplettering")
    assert (row.day, row.where, row.place, row.late) == (
        date(2026, 6, 24),
        "Region Skåne, CSD 2026",
        Place("requisitions", desk.award()),
        False,
    )
    assert line(page(desk), "Vilande").day == date(2026, 8, 1)
    desk.clock.set(date(2026, 8, 2))
    assert line(page(desk), "Svar på komplettering").late
    assert line(page(desk), "Vilande").late


def test_evidence_hearing_and_invoice_have_their_days(desk: OpenDesk) -> None:
    award = desk.award("Region Uppsala")
    waiting, other = import_rows(desk, award, [Row(10_000, findings=(("L01", Level.DEVIATION),)), Row(500)])
    with desk.store.writing() as session:
        for key in (waiting, other):
            session.add(
                LineVerdictRecord(
                    line_id=key,
                    rejected_ore=0,
                    parked_ore=10_000 if key == waiting else 500,
                    evidence_due_on=desk.clock.today() + timedelta(days=3) if key == waiting else None,
                    judged_by=desk.anna,
                )
            )
    recovery = add_recovery(desk, desk.award("Region Västerbotten"), RecoveryState.HEARING)
    with desk.store.writing() as session:
        session.add(
            HearingRecord(
                subject_kind="recovery",
                subject_id=recovery,
                revision=1,
                covers=[],
                answer_due_on=desk.clock.today() + timedelta(days=5),
            )
        )
    owe(desk)
    found = page(desk)
    assert line(found, "Underlag för 1 rad").place == Place("reconciliations", award)
    assert line(found, "Yttrande").place == Place("recoveries", recovery, "recovery")
    invoice = line(found, "Faktura F-2026-001")
    assert invoice.what.endswith("återstår")
    assert (invoice.where, invoice.place.noun, invoice.place.part) == (
        "Region Skåne, CSD 2026",
        "recoveries",
        "invoices",
    )
    desk.clock.set(desk.clock.today() + timedelta(days=11))
    assert [row.what.split()[0] for row in page(desk).deadlines[:3]] == ["Underlag", "Yttrande", "Faktura"]
    with desk.store.writing() as session:
        session.get_one(AwardRecord, award).hold_until_on = date(2030, 1, 1)
    assert not [row for row in page(desk).deadlines if row.what.startswith("Vilande")]


def test_a_paid_invoice_and_a_programme_without_days_leave_nothing(desk: OpenDesk) -> None:
    owe(desk)
    with desk.store.writing() as session:
        invoice = session.query(InvoiceRecord).one()
        payment = IncomingPaymentRecord(
            source="manual",
            entry_reference="1",
            value_on=desk.clock.today(),
            amount_ore=invoice.amount_ore,
            state=PaymentState.UNMATCHED,
        )
        session.add(payment)
        session.flush()
        session.add(
            PaymentMatchRecord(
                incoming_payment_id=payment.id,
                invoice_id=invoice.id,
                award_id=invoice.award_id,
                purpose=MatchPurpose.PRINCIPAL,
                amount_ore=invoice.amount_ore,
            )
        )
    assert not [row for row in page(desk).deadlines if row.what.startswith("Faktura")]

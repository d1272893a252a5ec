"""Reconciliations opened again, without a ledger, in the list, and stopped by jäv, over a real store."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay

from sbdesk.domain.award import Basis
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.report import ReportState
from sbdesk.domain.verdicts import Reject
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ReportInput
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.parties import DisqualificationRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
from sbdesk.store.records.recoveries import RecoveryLineRecord, RecoveryRecord
from sbdesk.store.records.reports import ReportRecord

DEVIATION = (("L01", Level.DEVIATION),)
PERIOD = Reject(VerdictCause.PERIOD)


@pytest.fixture
def award(desk: OpenDesk) -> int:
    """Region Skåne: six million kronor paid, 107 000 reported, and a ledger of three rows."""
    number = desk.award()
    pay(desk, number, from_kronor(6_000_000))
    desk.clock.set(date(2027, 2, 1))
    return number


@pytest.fixture
def lines(desk: OpenDesk, award: int) -> list[int]:
    rows = [
        Row(from_kronor(100_000), text="Uppstart", voucher="V-1", findings=DEVIATION),
        Row(from_kronor(4_000), text="Resor", findings=(("L02", Level.NOTE),)),
        Row(from_kronor(3_000), text="Lokal"),
    ]
    made = import_rows(desk, award, rows)
    ReportsService(desk.work).register(award, ReportInput(date(2027, 1, 15), from_kronor(107_000)))
    return made


@pytest.fixture
def service(desk: OpenDesk) -> ReconciliationsService:
    return ReconciliationsService(desk.work)


def record(desk: OpenDesk, award: int) -> ReconciliationRecord:
    with desk.store.reading() as session:
        return session.scalars(
            select(ReconciliationRecord)
            .where(ReconciliationRecord.award_id == award)
            .order_by(ReconciliationRecord.revision.desc())
        ).first() or pytest.fail("no reconciliation")


def report_state(desk: OpenDesk) -> ReportState:
    with desk.store.reading() as session:
        return session.scalars(select(ReportRecord)).one().state


def finish(desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]) -> None:
    service.verdicts.judge(lines[:1], PERIOD)
    service.propose(award)
    service.finalise(award, desk.signed_by(desk.karin))


def test_fixed_figures_open_in_a_new_revision_until_a_recovery_is_decided(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    finish(desk, service, award, lines)
    first = record(desk, award)
    with pytest.raises(UserFacingError, match="Skriv varför"):
        service.reopen(award, desk.signed_by(desk.karin, b"%PDF ny"), " ")
    service.reopen(award, desk.signed_by(desk.karin, b"%PDF ny"), "nytt underlag")
    page = service.page(award)
    assert (page.revision, page.state, page.protocol_id) == (2, ReconciliationState.JUDGING, None)
    assert report_state(desk) is ReportState.UNDER_REVIEW
    with desk.store.reading() as session:
        assert session.get_one(ReconciliationRecord, first.id).frozen == first.frozen
    service.propose(award)
    service.finalise(award, desk.signed_by(desk.karin, b"%PDF igen"))
    _decide_recovery(desk, award)
    page = service.page(award)
    assert {it.key: it.reason for it in page.offers}["reopen"].startswith("Återkravet är beslutat.")
    with pytest.raises(NotAllowed, match="Återkravet är beslutat"):
        service.reopen(award, desk.signed_by(desk.karin, b"%PDF till"), "mer")


def _decide_recovery(desk: OpenDesk, award: int) -> None:
    with desk.store.writing() as session:
        decision = DecisionRecord(
            programme_id=desk.programme,
            kind=DecisionKind.RECOVERY,
            number="B-2027-900",
            decided_on=date(2027, 2, 1),
            decider_id=desk.karin,
            rapporteur_id=desk.anna,
            participants=[],
            reasons="Inte använt.",
            snapshot={},
        )
        session.add(decision)
        session.flush()
        recovery = RecoveryRecord(
            award_id=award,
            revision=1,
            number="ÅK-2027-001",
            path=RecoveryPath.FULL,
            state=RecoveryState.DECIDED,
            decision_id=decision.id,
            interest=Interest.NO,
            due_basis=DueBasis.DEMAND,
            prepared_by=desk.anna,
        )
        session.add(recovery)
        session.flush()
        ground = ReconciliationsService(desk.work).verdicts.choices(award)[1].grounds[0].id
        session.add(
            RecoveryLineRecord(recovery_id=recovery.id, ground_id=ground, amount_ore=100, reason="period")
        )


def test_without_ledger_the_report_alone_is_weighed(
    desk: OpenDesk, service: ReconciliationsService, award: int
) -> None:
    assert service.page(award).status.words == "Väntar på mottagaren: huvudbok"
    for basis, words in (
        (Basis.REPORT_ONLY, "Återrapporten har inte kommit in"),
        (Basis.LEDGER_ALL, "Ingen huvudbok är inläst"),
        (Basis.LEDGER_SAMPLE, "kräver ett låst urval"),
    ):
        with pytest.raises(NotAllowed, match=words):
            service.start(award, basis)
    ReportsService(desk.work).register(award, ReportInput(date(2027, 1, 15), from_kronor(6_000_000)))
    service.start(award, Basis.REPORT_ONLY)
    service.propose(award)
    service.finalise(award, desk.signed_by(desk.karin))
    assert service.page(award).figures[-1].ore == 0
    [row] = [it for it in ReportsService(desk.work).rows() if it.award_id == award]
    assert row.status.words == "Granskad utan anmärkning"


def test_a_ledger_is_judged_also_without_a_report(
    desk: OpenDesk, service: ReconciliationsService, award: int
) -> None:
    import_rows(desk, award, [Row(100)])
    with pytest.raises(NotAllowed, match="En huvudbok är inläst"):
        service.start(award, Basis.REPORT_ONLY)
    service.start(award, Basis.LEDGER_ALL)
    with pytest.raises(NotAllowed, match="under bedömning"):
        service.start(award, Basis.LEDGER_ALL)
    service.propose(award)
    service.finalise(award, desk.signed_by(desk.karin))
    service.reopen(award, desk.signed_by(desk.karin, b"%PDF ny"), "rapporten kom")
    assert service.page(award).sums.reported == 0


def test_a_clean_ledger_is_handed_over_without_a_verdict(
    desk: OpenDesk, service: ReconciliationsService, award: int
) -> None:
    import_rows(desk, award, [Row(100)])
    service.propose(award)
    assert service.page(award).state is ReconciliationState.PROPOSED


def test_the_list_shows_awards_that_have_begun(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    [row] = service.rows(2026)
    assert (row.recipient, row.to_judge, row.status.waits_for) == ("Region Skåne", 1, "officer")
    assert row.reported_ore == row.declared_ore == from_kronor(107_000)
    assert service.waiting() == 1
    assert service.rows(2025) == []
    uppsala = desk.award("Region Uppsala")
    pay(desk, uppsala, 100)
    assert [(it.reported_ore, it.declared_ore) for it in service.rows()][1] == (None, None)


def test_v_proposes_a_working_day(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    assert service.page(award).evidence_day == date(2027, 2, 19)
    desk.clock.set(date(2027, 3, 22))
    assert service.page(award).evidence_day == date(2027, 4, 13)


def test_jav_of_the_second_person_stops_the_fixing(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    service.verdicts.judge(lines[:1], PERIOD)
    service.propose(award)
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.karin,
                recipient_id=desk.recipient(),
                from_on=date(2027, 1, 1),
                reason="styrelseuppdrag",
                reported_by=desk.karin,
            )
        )
    with pytest.raises(NotAllowed, match="Karin Ek har anmält jäv"):
        service.finalise(award, desk.signed_by(desk.karin))
    assert service.page(award).state is ReconciliationState.PROPOSED

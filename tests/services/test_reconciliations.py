"""A reconciliation from the first row to fixed figures and back, over a real store."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay, put_finding

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.report import ReportState
from sbdesk.domain.verdicts import Approve, Park, Reject
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ReportInput
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
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


def test_from_the_first_row_to_fixed_figures(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    page = service.page(award)
    assert page.status.words == "Handläggaren bedömer rader: 1 kvar"
    assert page.counts.rows == 3
    assert page.can_judge == ""
    assert [group.header.replace("\xa0", " ") for group in page.groups] == [
        "Utanför användningstiden (1 rad, 100 000,00 kr)",
        "Outnyttjade medel (1 fynd, 5 893 000,00 kr)",
        "Reservering, underlag behövs (1 rad, 4 000,00 kr)",
    ]
    with pytest.raises(NotAllowed, match="1 rad med avvikelse är obedömd"):
        service.propose(award)
    service.verdicts.judge(lines[:1], PERIOD)
    service.propose(award)
    assert report_state(desk) is ReportState.UNDER_REVIEW
    assert service.page(award).can_judge.startswith("Avstämningen är lämnad")
    assert service.page(award).prepared_by == "Anna Berg"
    with pytest.raises(NotAllowed, match="Anna Berg har berett ärendet"):
        service.finalise(award, desk.signed_by(desk.anna))
    done = service.finalise(award, desk.signed_by(desk.karin), command_id="once")
    service.finalise(award, desk.signed_by(desk.karin), command_id="once")
    assert done.message == "Avstämningen är fastställd."
    page = service.page(award)
    assert page.status.words == "Fastställd 2027-02-01"
    assert page.fixed == "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg"
    assert page.can_judge == "Avstämningen är fastställd. Välj Ändra belopp."
    assert report_state(desk) is ReportState.FINAL
    frozen = record(desk, award).frozen
    assert frozen["balances"]["repayable"] == from_kronor(5_993_000)
    assert frozen["causes"] == {"1": from_kronor(100_000)}
    assert (frozen["rows"], len(frozen["rows_sha256"])) == (3, 64)
    with desk.store.reading() as session:
        event = session.scalars(
            select(EventRecord).where(EventRecord.verb == "finalise_reconciliation")
        ).one()
        assert event.after is not None
        assert len(event.after["totals_sha256"]) == 64


def test_the_protocol_is_a_draft_until_it_is_fixed(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    with pytest.raises(LookupError):
        service.protocol(desk.award("Region Uppsala"))
    service.verdicts.judge(lines[:1], Reject(VerdictCause.PERIOD, comment="före perioden"))
    service.verdicts.judge(lines[1:2], Park(date(2027, 3, 1)))
    service.verdicts.carry(lines[1:2], "tvist")
    with desk.store.reading() as session:
        imported = session.scalars(select(LedgerImportRecord)).one().id
    put_finding(desk, award, "L16", Level.NOTE, ("ledger_import", imported))
    put_finding(desk, award, "L09", Level.DEVIATION, ("ledger_line", lines[2]))
    service.verdicts.judge(lines[2:], Approve())
    draft = service.protocol(award)
    service.propose(award)
    desk.clock.set(date(2027, 2, 3))
    service.finalise(award, desk.signed_by(desk.karin))
    kept = service.protocol(award)
    assert service.page(award).protocol_id is not None
    assert kept == service.protocol(award)
    words = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(kept)).pages).split())
    for expected in ("Karin Ek", "Anna Berg", "före perioden", "Uppstart", "1 mars 2027", "L16", "L09"):
        assert expected in words
    assert "UTKAST" not in words
    assert kept != draft


def test_stops_and_unexplained_deviations_hinder(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    service.verdicts.judge(lines[:1], Approve())
    with desk.store.reading() as session:
        imported = session.scalars(select(LedgerImportRecord)).one().id
    stop = put_finding(desk, award, "L18", Level.STOP, ("ledger_import", imported))
    lacking = put_finding(desk, award, "L19", Level.DEVIATION, ("ledger_import", imported))
    with pytest.raises(NotAllowed, match="Stopp: Kontrollsumma stämmer inte"):
        service.propose(award)
    with pytest.raises(UserFacingError, match="hävs av en annan person"):
        service.findings.dismiss([stop], "felräknat")
    with pytest.raises(UserFacingError, match="Skriv varför"):
        service.findings.dismiss([lacking], "")
    service.findings.dismiss([stop, lacking], "summaraden avser annat blad", desk.signed_by(desk.karin))
    service.propose(award)


def test_a_reason_may_be_taken_back(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    service.verdicts.judge(lines[:1], Approve())
    with desk.store.reading() as session:
        imported = session.scalars(select(LedgerImportRecord)).one().id
    lacking = put_finding(desk, award, "L19", Level.DEVIATION, ("ledger_import", imported))
    with pytest.raises(NotAllowed, match="1 avvikelse som rör hela huvudboken saknar motivering"):
        service.propose(award)
    done = service.findings.dismiss([lacking], "kompletterat i bilaga", command_id="d")
    [group] = [it for it in service.page(award).groups if it.code == "L19"]
    assert (group.open, group.findings[0].reason) == (0, "kompletterat i bilaga")
    with pytest.raises(Conflict, match="redan besvarat"):
        service.findings.dismiss([lacking], "igen")
    service.findings.restore([lacking], done.id)
    with desk.store.reading() as session:
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "undo_dismiss_finding")).one()
        assert event.undoes == done.id
    [group] = [it for it in service.page(award).groups if it.code == "L19"]
    assert group.open == 1
    assert group.header == "Verifikationsnummer eller motpart saknas (1 fynd)"
    other = put_finding(
        desk, desk.award("Region Uppsala"), "A01", Level.DEVIATION, ("award", desk.award("Region Uppsala"))
    )
    with pytest.raises(NotAllowed, match="hör inte till samma bidrag"):
        service.findings.dismiss([lacking, other], "båda")


def test_rows_that_wait_hinder_until_they_are_judged_or_carried(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    service.verdicts.judge(lines[1:], Approve())
    with pytest.raises(NotAllowed, match="Inga rader väntar på underlag"):
        service.request_evidence(award)
    service.verdicts.judge(lines[:1], Park(date(2027, 2, 22)))
    with pytest.raises(NotAllowed, match="1 rad väntar på underlag till 2027-02-22"):
        service.propose(award)
    service.request_evidence(award)
    page = service.page(award)
    assert page.status.words == "Väntar på mottagaren: underlag för 1 rad senast 2027-02-22"
    assert page.can_judge.startswith("Underlag är begärt")
    low, high = page.sums.parked, page.figures[-1].words
    assert (low, high.startswith("mellan")) == (from_kronor(100_000), True)
    with pytest.raises(NotAllowed, match="Svarstiden går ut först 2027-02-22"):
        service.take_up(award, delivered=False)
    desk.clock.set(date(2027, 2, 23))
    service.take_up(award, delivered=False, reason="inget svar")
    service.request_evidence(award)
    service.take_up(award, delivered=True)
    assert service.page(award).state is ReconciliationState.JUDGING
    service.verdicts.judge(lines[:1], Reject(VerdictCause.NO_EVIDENCE))
    service.propose(award)


def test_what_is_handed_over_may_come_back(
    desk: OpenDesk, service: ReconciliationsService, award: int, lines: list[int]
) -> None:
    service.verdicts.judge(lines[:1], PERIOD)
    service.propose(award)
    with pytest.raises(UserFacingError, match="Skriv vad som ska ändras"):
        service.return_(award, "")
    service.return_(award, "rad 6 behöver ett skäl")
    assert service.page(award).state is ReconciliationState.JUDGING
    service.verdicts.judge(lines[:1], Approve())

"""A claim is proposed from the final reconciliation, to the öre, and says why."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.claiming import (
    ROWS,
    USED,
    Claiming,
    plain,
    text_of,
)
from support.desk import OpenDesk, decide_appeal
from support.ledger import Row
from support.recovery import GRANTED, REVIEWED, Rejected, grant_and_pay, ready_award, report

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import FactStatus, VerdictCause
from sbdesk.domain.recovery import RecoveryPath, RecoveryState
from sbdesk.domain.report import ExpectedReportState
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.services.recoveries_claims import claim_of
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import RecoveryRecord
from sbdesk.store.records.reports import ExpectedReportRecord


def test_a_claim_is_proposed_from_what_was_rejected_and_what_was_not_used(
    desk: OpenDesk, claim: Claiming
) -> None:
    page = claim.service.page(claim.recovery_id)
    assert [(line.label, line.ground, line.amount_ore) for line in page.lines] == [
        ("Inte använt", "unused", from_kronor(100_000)),
        ("V-2", "wrong_purpose", from_kronor(300_000)),
    ]
    assert page.lines[1].reason == "L01 behöver utredas."
    assert "inte den tid då bidraget får användas" in page.lines[1].judgement
    assert (page.repayable_ore, page.voluntary_ore, page.decided_before_ore, page.left_ore) == (
        from_kronor(400_000),
        0,
        0,
        from_kronor(400_000),
    )
    assert page.row.number == "ÅK-2027-001"
    assert page.row.status.words == "Handläggaren utreder"
    assert page.next_step is not None
    assert page.next_step.key == "write_hearing"
    assert [step.reached for step in page.steps] == ["current"] + ["coming"] * 5
    assert "Inget stöd för att avstå i anvisningen. Fråga jurist." in page.notes
    assert page.default_answer_due == date(2027, 5, 11)


def test_every_offer_that_is_refused_says_why(claim: Claiming) -> None:
    for offer in claim.service.page(claim.recovery_id).offers:
        assert offer.label
        assert offer.enabled or offer.reason.endswith("."), offer


def test_the_page_of_an_award_is_its_newest_claim(desk: OpenDesk, claim: Claiming, award: int) -> None:
    page = claim.service.page_of_award(award)
    assert page is not None
    assert page.row.id == claim.recovery_id
    assert claim.service.page_of_award(desk.award()) is None
    assert [row.number for row in claim.service.rows()] == ["ÅK-2027-001"]


def test_where_a_claim_can_start(desk: OpenDesk, award: int) -> None:
    service = RecoveriesService(desk.work)
    (candidate,) = service.candidates()
    assert (candidate.award_id, candidate.left_ore, candidate.unused_ore, candidate.only_unused) == (
        award,
        from_kronor(400_000),
        from_kronor(100_000),
        False,
    )
    service.create(award)
    assert service.candidates() == []


def test_rows_together_above_what_can_be_demanded_are_lowered_alike(desk: OpenDesk) -> None:
    rows = (Row(from_kronor(2_000_000), voucher="V-1"), Row(from_kronor(600_000), voucher="V-2"))
    rejected = {0: Rejected(from_kronor(200_000)), 1: Rejected(from_kronor(600_000), VerdictCause.PURPOSE)}
    award_id = ready_award(desk, from_kronor(2_600_000), rows, rejected)
    claim = Claiming.create(desk, award_id)
    page = claim.service.page(claim.recovery_id)
    assert [line.amount_ore for line in page.lines] == [from_kronor(50_000), from_kronor(150_000)]
    assert page.row.amount_ore == page.left_ore == from_kronor(200_000)
    assert "Av radens underkända 600 000,00 kr krävs 150 000,00 kr tillbaka" in plain(page.lines[1].reason)


def test_what_the_ledger_lacks_is_claimed_on_missing_evidence(desk: OpenDesk) -> None:
    claim = Claiming.create(desk, ready_award(desk, USED, ROWS[:1]))
    page = claim.service.page(claim.recovery_id)
    assert [(line.ground, line.may, line.amount_ore) for line in page.lines] == [
        ("unused", False, from_kronor(100_000)),
        ("no_evidence", True, from_kronor(400_000)),
    ]
    assert "Återrapporten anger 1 900 000,00 kr, huvudboken 1 500 000,00 kr." in plain(page.lines[1].reason)
    refused = next(offer for offer in page.offers if offer.key == "write_hearing")
    assert refused.reason.startswith("Underlag har inte lämnats: skäl för att kräva tillbaka saknas.")
    claim.service.change_line(page.lines[1].id, LineInput(discretion="Två påminnelser är skickade."))
    assert claim.service.write_hearing(claim.recovery_id).id


def test_no_second_claim_while_one_is_under_way(desk: OpenDesk, claim: Claiming, award: int) -> None:
    with pytest.raises(NotAllowed, match="Det finns redan ett återkravsförslag: ÅK-2027-001"):
        claim.service.create(award)


def test_nothing_is_claimed_before_the_reconciliation_is_final(desk: OpenDesk) -> None:
    decide_appeal(desk)
    award_id = desk.award("Region Uppsala")
    grant_and_pay(desk, award_id)
    service = RecoveriesService(desk.work)
    with pytest.raises(NotAllowed, match="Avstämningen är inte fastställd"):
        service.create(award_id)
    with pytest.raises(NotAllowed, match="Återrapporten har inte kommit in"):
        service.create(award_id, RecoveryPath.SIMPLE)
    report(desk, award_id, GRANTED)
    with pytest.raises(NotAllowed, match="Inget återstår att kräva tillbaka"):
        service.create(award_id, RecoveryPath.SIMPLE)


def test_a_report_that_never_came_gives_a_claim_that_may(desk: OpenDesk) -> None:
    decide_appeal(desk)
    award_id = desk.award("Region Uppsala")
    grant_and_pay(desk, award_id)
    desk.clock.set(REVIEWED)
    with desk.store.writing() as session:
        expected = session.scalar(
            select(ExpectedReportRecord).where(ExpectedReportRecord.award_id == award_id)
        )
        assert expected is not None
        expected.state = ExpectedReportState.MISSING
    claim = Claiming.create(desk, award_id)
    (line,) = claim.service.page(claim.recovery_id).lines
    assert (line.ground, line.may, line.amount_ore) == ("late_report", True, GRANTED)
    claim.service.change_line(
        line.id, LineInput(judgement="Bidraget är inte redovisat.", discretion="Två påminnelser.")
    )
    claim.hear()
    assert "Återrapporten har inte kommit in, 2 000 000 kronor" in text_of(desk, claim.decide())


def test_two_claims_are_listed_by_their_answer_day(desk: OpenDesk, claim: Claiming) -> None:
    second = Claiming.create(desk, ready_award(desk, USED, recipient="Region Västerbotten"))
    second.service.write_hearing(second.recovery_id)
    second.service.mark_hearing_sent(second.recovery_id, REVIEWED, DispatchChannel.POST)
    assert [row.number for row in claim.service.rows()] == ["ÅK-2027-002", "ÅK-2027-001"]
    assert claim.service.waiting_for_me() == 1


def test_a_law_that_lets_the_agency_waive_takes_the_note_away(desk: OpenDesk, claim: Claiming) -> None:
    with desk.store.writing() as session:
        fact = session.scalars(select(ProgrammeFactRecord).where(ProgrammeFactRecord.name == "waiver")).one()
        fact.status, fact.statute, fact.value_flag = FactStatus.LAW, "14 § förordningen", True
    assert claim.service.page(claim.recovery_id).notes == ()


def test_the_instructions_last_day_of_repayment_is_told_once_it_has_passed(
    desk: OpenDesk, claim: Claiming
) -> None:
    with desk.store.writing() as session:
        fact = session.scalars(
            select(ProgrammeFactRecord).where(ProgrammeFactRecord.name == "repay_due")
        ).one()
        fact.status, fact.reason, fact.value_day = FactStatus.OFFICER, "prov", date(2027, 3, 31)
    notes = [plain(note) for note in claim.service.page(claim.recovery_id).notes]
    assert "Anvisningen anger återbetalning senast den 31 mars 2027. 400 000,00 kr är inte betalt." in notes


def test_the_regions_own_grant_income_is_never_a_claim(desk: OpenDesk) -> None:
    rows = (
        Row(GRANTED, voucher="V-1"),
        Row(from_kronor(-50_000), "Statsbidrag", voucher="V-2", account_class=AccountClass.GRANT_INCOME),
    )
    rejected = {
        0: Rejected(from_kronor(10_000)),
        1: Rejected(from_kronor(-50_000), VerdictCause.NOT_OF_THE_GRANT),
    }
    claim = Claiming.create(desk, ready_award(desk, GRANTED, rows, rejected))
    assert [line.label for line in claim.service.page(claim.recovery_id).lines] == ["V-1"]


def test_many_reasons_are_left_to_the_protocol_and_notes_are_not_reasons(desk: OpenDesk) -> None:
    rows = tuple(
        Row(
            from_kronor(400_000),
            voucher=f"V-{number}",
            findings=(("L03", Level.NOTE), (f"L1{number}", Level.DEVIATION)),
        )
        for number in range(5)
    )
    rejected = {number: Rejected(from_kronor(1_000 + number)) for number in range(5)}
    claim = Claiming.create(desk, ready_award(desk, GRANTED, rows, rejected))
    page = claim.service.page(claim.recovery_id)
    assert page.lines[0].reason == "L10 behöver utredas."
    text = text_of(desk, claim.service.write_hearing(claim.recovery_id).id)
    assert "Skälen för de 5 raderna står var för sig i avstämningsprotokollet." in text


def test_a_late_report_and_missing_evidence_have_their_own_headings(desk: OpenDesk) -> None:
    claim = Claiming.create(desk, ready_award(desk, USED))
    service = claim.service
    for line in service.page(claim.recovery_id).lines:
        service.drop_line(line.id, "Prövas senare.")
    for ground in ("late_report", "no_evidence", "wrong_purpose"):
        service.add_line(
            claim.recovery_id,
            LineInput(from_kronor(100), ground, f"Eget fynd {ground}.", "Vår bedömning.", "Skäl."),
        )
    text = text_of(desk, service.write_hearing(claim.recovery_id).id)
    for heading in (
        "Återrapporten kom in för sent",
        "Kostnad som saknar underlag",
        "Kostnad utanför bidragets ändamål",
    ):
        assert heading in text


def test_a_claim_without_decision_or_proposal_says_so(desk: OpenDesk, claim: Claiming) -> None:
    with desk.store.reading() as session:
        found = claim_of(session, desk.work, claim.recovery_id)
        with pytest.raises(LookupError):
            assert found.made_decision
        with pytest.raises(LookupError):
            assert found.open_proposal


def test_a_stored_revision_is_unique_per_award(desk: OpenDesk, claim: Claiming) -> None:
    with desk.store.reading() as session:
        record = session.get_one(RecoveryRecord, claim.recovery_id)
        assert (record.revision, record.state) == (1, RecoveryState.DRAFT)


def test_parked_rows_are_told_and_not_claimed(desk: OpenDesk) -> None:
    award_id = ready_award(desk, USED, ROWS)
    with desk.store.writing() as session:
        line = session.scalars(select(LedgerLineRecord).where(LedgerLineRecord.voucher == "V-3")).one()
        session.add(
            LineVerdictRecord(
                line_id=line.id,
                rejected_ore=0,
                parked_ore=from_kronor(100_000),
                carried_reason="Prövas senare.",
                judged_by=desk.anna,
            )
        )
    claim = Claiming.create(desk, award_id)
    page = claim.service.page(claim.recovery_id)
    assert page.row.amount_ore == from_kronor(100_000)
    assert any("väntar på underlag" in note for note in page.notes)

"""A claim is decided by two, checked in the same act, with letter and number, or sent back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.claiming import (
    USED,
    Claiming,
    balances,
    text_of,
)
from support.desk import OpenDesk, decide_appeal
from support.recovery import ready_award

from sbdesk.domain.decision import AppealAllowed, DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.recovery import RecoveryPath
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store import journal
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionRecord, ProposalRecord
from sbdesk.store.records.parties import DisqualificationRecord, OfficerRecord


class TestDecision:
    def test_the_decision_names_amount_reasons_and_people(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.hear()
        desk.clock.set(date(2027, 5, 3))
        claim.service.propose(claim.recovery_id, desk.karin)
        page = claim.service.page(claim.recovery_id)
        assert page.row.status.words == "Väntar på underskrift: Karin Ek"
        assert page.next_step is not None
        assert page.next_step.label == "Registrera undertecknat beslut…"
        assert claim.service.draft_decision(claim.recovery_id).startswith(b"%PDF")
        done = claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin))
        assert done.message == "Beslut ÅK-2027-001 om återkrav är fattat och brevet är skapat."
        text = text_of(desk, done.id)
        assert "Socialstyrelsen kräver tillbaka 400 000 kronor" in text
        assert "Karin Ek" in text
        assert "Beloppet ska betalas enligt faktura." in text
        page = claim.service.page(claim.recovery_id)
        assert page.decided == "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg"
        assert page.row.status.words == "Beslutat: handläggaren fakturerar"
        with desk.store.reading() as session:
            decision = session.scalars(
                select(DecisionRecord).where(DecisionRecord.kind == DecisionKind.RECOVERY)
            ).one()
            assert decision.number == "ÅK-2027-001"
            assert {check["word"] for check in decision.snapshot["checks"]} == {"OK"}
            assert journal.verify(session) == []

    def test_the_preparer_cannot_decide(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.hear()
        with pytest.raises(NotAllowed) as refused:
            claim.service.propose(claim.recovery_id, desk.anna)
        assert refused.value.code == "F13"
        claim.service.propose(claim.recovery_id, desk.karin)
        with pytest.raises(NotAllowed) as refused:
            claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.anna))
        assert refused.value.code == "F13"
        assert balances(desk, desk.award("Region Uppsala")).sums.decided == 0

    def test_only_a_decider_within_the_limit_on_a_day_that_fits(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        claim.hear()
        claim.service.propose(claim.recovery_id)
        assert claim.service.page(claim.recovery_id).row.status.words == "Väntar på underskrift: beslut"
        with pytest.raises(NotAllowed, match="Per Lund är inte beslutsfattare"):
            claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.per))
        early = SecondPerson(desk.karin, date(2027, 4, 27), ReceivedFile("u.pdf", b"%PDF u"))
        with pytest.raises(UserFacingError, match="kan inte ha skrivits under 2027-04-27"):
            claim.service.register_signed(claim.recovery_id, early)
        with desk.store.writing() as session:
            session.get_one(OfficerRecord, desk.karin).decide_limit_ore = from_kronor(399_999)
        with pytest.raises(NotAllowed, match=r"högst 399.999.kr, och förslaget är 400.000.kr"):
            claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin))
        with pytest.raises(LookupError):
            claim.service.register_signed(claim.recovery_id, desk.signed_by(999))

    def test_nothing_is_decided_before_appeal_is(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.hear()
        claim.service.propose(claim.recovery_id, desk.karin)
        decide_appeal(desk, AppealAllowed.NOT_DECIDED)
        with pytest.raises(NotAllowed) as refused:
            claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin))
        assert str(refused.value) == (
            "Det är inte bestämt om beslutet får överklagas. Beslutet är inte fattat. "
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande."
        )

    def test_a_ground_that_the_grant_decision_lacks_stops_it(self, desk: OpenDesk) -> None:
        claim = Claiming.create(desk, ready_award(desk, USED, grounds=("wrong_purpose",)))
        claim.hear()
        with pytest.raises(NotAllowed, match="står inte i beslutet om bidrag"):
            claim.decide()
        assert claim.service.page(claim.recovery_id).row.status.waits_for == "second_person"

    def test_jav_stops_every_act(self, desk: OpenDesk, claim: Claiming, award: int) -> None:
        claim.hear()
        claim.service.propose(claim.recovery_id, desk.karin)
        with desk.store.writing() as session:
            recipient = session.get_one(AwardRecord, award).recipient_id
            session.add(_jav(desk, desk.karin, recipient))
        with pytest.raises(NotAllowed, match="Karin Ek har anmält jäv"):
            claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin))
        with desk.store.writing() as session:
            session.add(_jav(desk, desk.anna, recipient))
        assert {offer.reason for offer in claim.service.page(claim.recovery_id).offers} == {
            "Anna Berg har anmält jäv för Region Uppsala. Lämna över ärendet till någon annan."
        }
        with pytest.raises(NotAllowed, match="Anna Berg har anmält jäv"):
            claim.service.return_proposal(claim.recovery_id, "Fel.")

    def test_a_returned_proposal_comes_back_with_reasons_and_needs_no_new_hearing(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        claim.hear()
        claim.service.propose(claim.recovery_id, desk.karin)
        line = claim.service.page(claim.recovery_id).lines[1]
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            claim.service.return_proposal(claim.recovery_id, " ")
        with pytest.raises(LookupError):
            claim.service.return_proposal(claim.recovery_id, "Fel.", {999: "Okänd."})
        claim.service.return_proposal(
            claim.recovery_id, "Motivera bättre.", {line.id: "Perioden är fel läst."}
        )
        page = claim.service.page(claim.recovery_id)
        assert (page.returned, page.lines[1].refusal_reason) == ("Motivera bättre.", "Perioden är fel läst.")
        assert page.row.status.words == "Handläggaren utreder"
        claim.service.change_line(line.id, LineInput(judgement="Kostnaden avser december 2025."))
        assert claim.decide()
        with desk.store.reading() as session:
            states = [it.state.value for it in session.scalars(select(ProposalRecord))]
            assert states == ["returned", "decided"]

    def test_unheard_needs_a_reason_that_stands_in_the_letter(self, desk: OpenDesk, claim: Claiming) -> None:
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            claim.service.propose_unheard(claim.recovery_id, " ", desk.karin)
        claim.service.propose_unheard(
            claim.recovery_id, "ni själva har begärt att få betala tillbaka.", desk.karin
        )
        letter = claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin)).id
        assert "Skälet är att ni själva har begärt att få betala tillbaka." in text_of(desk, letter)

    def test_the_same_click_twice_decides_once(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.hear()
        claim.service.propose(claim.recovery_id, desk.karin)
        second = desk.signed_by(desk.karin)
        first = claim.service.register_signed(claim.recovery_id, second, command_id="k1")
        assert claim.service.register_signed(claim.recovery_id, second, command_id="k1") == first
        assert balances(desk, desk.award("Region Uppsala")).sums.decided == from_kronor(400_000)

    def test_sent_and_received_are_marked_once(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.hear()
        claim.decide()
        service, recovery_id = claim.service, claim.recovery_id
        with pytest.raises(NotAllowed, match="Beslutet är inte markerat som skickat"):
            service.mark_decision_received(recovery_id, date(2027, 5, 3))
        service.mark_decision_sent(recovery_id, date(2027, 5, 3), DispatchChannel.POST)
        with pytest.raises(NotAllowed, match="redan markerat som skickat"):
            service.mark_decision_sent(recovery_id, date(2027, 5, 3), DispatchChannel.POST)
        for day in (date(2027, 5, 2), date(2027, 5, 4)):
            with pytest.raises(UserFacingError, match="kan inte ha fått beslutet"):
                service.mark_decision_received(recovery_id, day)
        service.mark_decision_received(recovery_id, date(2027, 5, 3))
        with pytest.raises(NotAllowed, match="Mottagaren fick beslutet 2027-05-03"):
            service.mark_decision_received(recovery_id, date(2027, 5, 3))


def _jav(desk: OpenDesk, officer: int, recipient: int) -> DisqualificationRecord:
    return DisqualificationRecord(
        officer_id=officer,
        recipient_id=recipient,
        from_on=desk.clock.today(),
        reason="Närstående.",
        reported_by=officer,
    )


class TestSimplePath:
    def test_own_unused_money_needs_a_jurists_word_to_skip_the_hearing(self, desk: OpenDesk) -> None:
        claim = Claiming.create(desk, ready_award(desk, USED), RecoveryPath.SIMPLE)
        with pytest.raises(NotAllowed, match="En jurist har inte tagit ställning"):
            claim.service.propose_simple(claim.recovery_id, desk.karin)
        claim.service.set_simple_allowed(True, "Juristens PM 2027-01-10")
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "propose_simple"
        claim.service.propose_simple(claim.recovery_id, desk.karin)
        letter = claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin)).id
        text = text_of(desk, letter)
        assert "beloppet är det som ni själva har återrapporterat som inte använt" in text
        assert "100 000 kronor har inte använts till och med den 31 december 2026" in text

    def test_it_is_only_for_unused_money(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.service.set_simple_allowed(True, "Juristens PM")
        with pytest.raises(NotAllowed, match="bara medel som mottagaren själv har återrapporterat"):
            claim.service.propose_simple(claim.recovery_id, desk.karin)
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            claim.service.set_simple_allowed(False, "")

"""From a final reconciliation to a decided claim: lines, hearing, proposal, decision, and every refusal."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.desk import OpenDesk, decide_appeal
from support.ledger import Row
from support.recovery import (
    GRANTED,
    REVIEWED,
    Claiming,
    Rejected,
    grant_and_pay,
    ready_award,
    report,
)

from sbdesk.domain.award import Balances
from sbdesk.domain.decision import AppealAllowed, DecisionKind
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.recovery import RecoveryPath, RecoveryState
from sbdesk.domain.report import ExpectedReportState
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Touched
from sbdesk.services.documents import DocumentsService
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store import journal
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionRecord, ProposalRecord
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import DisqualificationRecord, OfficerRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import RecoveryRecord
from sbdesk.store.records.reports import ExpectedReportRecord

USED = from_kronor(1_900_000)
ROWS = (
    Row(from_kronor(1_500_000), "Löner", voucher="V-1"),
    Row(from_kronor(300_000), "Konsult", voucher="V-2", findings=(("L01", Level.DEVIATION),)),
    Row(from_kronor(100_000), "Resor", voucher="V-3"),
)


def text_of(desk: OpenDesk, document_id: int | None) -> str:
    assert document_id is not None
    pages = PdfReader(io.BytesIO(DocumentsService(desk.work).read(document_id).content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split()).replace("\u00a0", " ")


def plain(error: Exception | str) -> str:
    return str(error).replace("\u00a0", " ")


def balances(desk: OpenDesk, award_id: int) -> Balances:
    with desk.store.reading() as session:
        return Balances(award_sums(session, award_id))


@pytest.fixture
def award(desk: OpenDesk) -> int:
    """1 900 000 of 2 000 000 kr used, of which 300 000 kr outside the period."""
    return ready_award(desk, USED, ROWS, {1: Rejected(from_kronor(300_000))})


@pytest.fixture
def claim(desk: OpenDesk, award: int) -> Claiming:
    return Claiming.create(desk, award)


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


class TestLines:
    def test_a_line_is_changed_within_what_is_rejected_and_left(self, claim: Claiming) -> None:
        page = claim.service.page(claim.recovery_id)
        unused, row = page.lines
        claim.service.change_line(
            row.id,
            LineInput(from_kronor(250_000), "wrong_purpose", "Kortare tid.", " Ny bedömning. "),
            row.version,
        )
        changed = claim.service.page(claim.recovery_id).lines[1]
        assert (changed.amount_ore, changed.reason, changed.judgement) == (
            from_kronor(250_000),
            "Kortare tid.",
            "Ny bedömning.",
        )
        with pytest.raises(NotAllowed, match=r"V-2 är underkänd med 300.000,00.kr"):
            claim.service.change_line(row.id, LineInput(from_kronor(300_001)))
        with pytest.raises(NotAllowed, match="V-2 är underkänd"):
            claim.service.change_line(row.id, LineInput(-1))
        with pytest.raises(UserFacingError, match="Beloppet är 0\N{NO-BREAK SPACE}kr"):
            claim.service.change_line(row.id, LineInput(0))
        with pytest.raises(NotAllowed, match=r"inte vara högre än 400.000,00.kr \(kvar att kräva\)"):
            claim.service.change_line(unused.id, LineInput(from_kronor(150_001)))
        with pytest.raises(NotAllowed, match="Anvisningen anger ingen sådan grund"):
            claim.service.change_line(unused.id, LineInput(ground="waiver"))
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            claim.service.change_line(unused.id, LineInput(reason=" "))

    def test_somebody_elses_newer_change_is_not_overwritten(self, claim: Claiming) -> None:
        line = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(line.id, LineInput(judgement="En."), line.version)
        with pytest.raises(Conflict) as refused:
            claim.service.change_line(line.id, LineInput(judgement="Två."), line.version)
        assert refused.value.code == "F12"

    def test_lines_are_dropped_added_and_proposed_anew(self, claim: Claiming) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        with pytest.raises(NotAllowed, match="kvar att kräva"):
            service.add_line(recovery_id, LineInput(1, "unused", "Eget fynd."))
        for line in service.page(recovery_id).lines:
            service.drop_line(line.id, "Fel underlag.")
        page = service.page(recovery_id)
        assert page.lines == ()
        assert page.next_step is not None
        assert page.next_step.reason.startswith("Förslaget har inga rader.")
        own = LineInput(from_kronor(5_000), "late_report", "Kom sent.", "Sen.", "Två påminnelser.")
        added = service.add_line(recovery_id, own)
        assert service.page(recovery_id).lines[0].id == added.id
        assert service.page(recovery_id).lines[0].label == "Återrapporten har inte kommit in i tid"
        with pytest.raises(UserFacingError, match="Beloppet saknas"):
            service.add_line(recovery_id, LineInput(None, "unused", "Eget fynd."))
        service.propose_anew(recovery_id)
        assert [line.amount_ore for line in service.page(recovery_id).lines] == [
            from_kronor(100_000),
            from_kronor(300_000),
        ]

    def test_after_the_hearing_amounts_only_fall(self, claim: Claiming) -> None:
        claim.hear()
        service = claim.service
        unused, row = service.page(claim.recovery_id).lines
        assert service.page(claim.recovery_id).locked.startswith("Mottagaren har fått yttra sig")
        service.change_line(row.id, LineInput(from_kronor(200_000)))
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.change_line(row.id, LineInput(from_kronor(210_000)))
        with pytest.raises(NotAllowed, match="Välj Ändra förslaget först"):
            service.change_line(unused.id, LineInput(ground="no_evidence"))
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.propose_anew(claim.recovery_id)
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.add_line(claim.recovery_id, LineInput(1, "unused", "Eget fynd."))
        claim.decide()
        assert service.page(claim.recovery_id).row.amount_ore == from_kronor(300_000)
        with pytest.raises(NotAllowed, match="Återkravet är beslutat"):
            service.drop_line(row.id, "För sent.")

    def test_lines_without_an_amount_or_a_judgement_go_nowhere(self, desk: OpenDesk) -> None:
        rows = (Row(GRANTED, voucher="V-1"), Row(from_kronor(-4_000), voucher="V-2"))
        rejected = {
            0: Rejected(from_kronor(4_000), VerdictCause.OTHER, comment="Se mejl."),
            1: Rejected(from_kronor(-4_000)),
        }
        award_id = ready_award(desk, GRANTED - from_kronor(4_000), rows, rejected)
        claim = Claiming.create(desk, award_id)
        service = claim.service
        (unused,) = service.page(claim.recovery_id).lines
        service.drop_line(unused.id, "Prövas senare.")
        own = service.add_line(claim.recovery_id, LineInput(from_kronor(10), "wrong_purpose", "Eget fynd."))
        claim.hear()
        desk.clock.set(date(2027, 5, 3))
        with pytest.raises(NotAllowed, match=r"10,00.kr: vår bedömning saknas"):
            service.propose(claim.recovery_id, desk.karin)
        service.change_line(own.id or 0, LineInput(judgement="Kostnaden följer inte syftet."))
        assert claim.decide()


class TestHearing:
    def test_the_letter_says_what_is_considered_and_until_when(self, desk: OpenDesk, claim: Claiming) -> None:
        draft = claim.service.draft_hearing(claim.recovery_id)
        assert draft.startswith(b"%PDF")
        done = claim.service.write_hearing(claim.recovery_id)
        assert Touched.DOCUMENTS in done.touched
        text = text_of(desk, done.id)
        assert "Vi överväger att kräva tillbaka 400 000 kronor" in text
        assert "senast den 11 maj 2027" in text
        assert "avstämningsprotokollet den 20 april 2027 och radlistan" in text
        assert "er återrapport den 15 januari 2027 och ert huvudboksutdrag den 3 februari 2027" in text
        assert "V-2" in text
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "mark_hearing_sent"
        assert page.hearings[0].document_id == done.id
        assert page.hearings[0].sent_on is None

    def test_an_answer_day_of_the_past_is_refused(self, claim: Claiming) -> None:
        with pytest.raises(UserFacingError, match="Svarsdagen 2027-04-20 är redan här"):
            claim.service.write_hearing(claim.recovery_id, REVIEWED)

    def test_a_letter_that_no_longer_fits_is_written_again(self, claim: Claiming) -> None:
        claim.service.write_hearing(claim.recovery_id)
        line = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(line.id, LineInput(from_kronor(200_000)))
        with pytest.raises(NotAllowed, match="Skapa brevet på nytt"):
            claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.POST)
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "write_hearing"
        claim.service.write_hearing(claim.recovery_id)
        claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.POST)
        assert len(claim.service.page(claim.recovery_id).hearings) == 2

    def test_sent_too_late_for_its_own_answer_day(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.service.write_hearing(claim.recovery_id, date(2027, 4, 22))
        desk.clock.set(date(2027, 4, 22))
        with pytest.raises(UserFacingError, match="Skapa brevet på nytt med en senare svarsdag"):
            claim.service.mark_hearing_sent(claim.recovery_id, date(2027, 4, 22), DispatchChannel.POST)

    def test_the_recipient_has_the_word_until_the_day_has_passed(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        claim.service.write_hearing(claim.recovery_id)
        claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.E_MAIL)
        page = claim.service.page(claim.recovery_id)
        assert page.row.status.words == "Väntar på mottagaren: yttrande senast 2027-05-11"
        assert page.row.answer_due_on == date(2027, 5, 11)
        assert page.next_step is not None
        assert page.next_step.key == "register_answer"
        desk.clock.set(date(2027, 5, 11))
        with pytest.raises(NotAllowed, match="Yttrandetiden går ut 2027-05-11"):
            claim.service.propose(claim.recovery_id, desk.karin)
        desk.clock.set(date(2027, 5, 12))
        page = claim.service.page(claim.recovery_id)
        assert page.row.status.words == "Svarstiden har gått ut: handläggaren avgör"
        claim.service.propose(claim.recovery_id, desk.karin)
        letter = claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin)).id
        assert "Vi gav er den 20 april 2027 tillfälle att yttra er. Ni har inte svarat." in text_of(
            desk, letter
        )

    def test_answers_are_added_and_a_final_one_ends_the_waiting(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        service.write_hearing(recovery_id)
        service.mark_hearing_sent(recovery_id, REVIEWED, DispatchChannel.E_MAIL)
        with pytest.raises(UserFacingError, match="Yttrandet är tomt"):
            service.register_answer(recovery_id, AnswerInput(REVIEWED, " ", final=True))
        for day in (date(2027, 4, 19), date(2027, 4, 21)):
            with pytest.raises(UserFacingError, match="Yttrandet kan inte ha kommit in"):
                service.register_answer(recovery_id, AnswerInput(day, "Ja.", final=True))
        desk.clock.set(date(2027, 4, 26))
        file = ReceivedFile("svar.pdf", b"%PDF svar")
        service.register_answer(
            recovery_id, AnswerInput(date(2027, 4, 22), "Vi behöver mer tid.", final=False, file=file)
        )
        assert service.page(recovery_id).row.status.words.startswith("Väntar på mottagaren")
        service.register_answer(recovery_id, AnswerInput(date(2027, 4, 26), "Vi håller med.", final=True))
        page = service.page(recovery_id)
        assert page.row.status.words == "Handläggaren tar ställning till yttrandet"
        assert page.hearings[0].answer_text == "Vi behöver mer tid.\n\nVi håller med."
        assert "Vi håller med." in text_of(desk, claim.decide())
        with desk.store.reading() as session:
            events = session.scalars(select(EventRecord).where(EventRecord.verb == "register_answer")).all()
            assert all("håller" not in str(event.after) for event in events)

    def test_a_higher_claim_is_heard_again(self, desk: OpenDesk, claim: Claiming) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        row = service.page(recovery_id).lines[1]
        service.change_line(row.id, LineInput(from_kronor(100_000)))
        claim.hear()
        service.redraft(recovery_id, "Beloppet ska höjas.")
        service.change_line(row.id, LineInput(from_kronor(300_000)))
        with pytest.raises(NotAllowed, match="inte fått yttra sig om återkravet som det är nu"):
            service.propose(recovery_id, desk.karin)
        claim.hear(date(2027, 5, 3), date(2027, 5, 10))
        assert claim.decide(date(2027, 5, 11))


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
        assert "Det är inte bestämt om beslutet får överklagas." in str(refused.value)
        assert "Beslutet är inte fattat." in str(refused.value)

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


class TestEnds:
    def test_dropped_with_a_reason_and_opened_again_by_two(self, desk: OpenDesk, claim: Claiming) -> None:
        service = claim.service
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            service.drop(claim.recovery_id, " ")
        service.drop(claim.recovery_id, "Beloppet är litet.")
        page = service.page(claim.recovery_id)
        assert page.row.status.words == "Avslutat utan återkrav"
        assert page.next_step is not None
        assert page.next_step.key == "reopen"
        with pytest.raises(NotAllowed, match="Öppna det på nytt i stället"):
            service.create(page.row.award_id)
        with pytest.raises(NotAllowed) as refused:
            service.reopen(claim.recovery_id, "Nya uppgifter.", desk.signed_by(desk.anna))
        assert refused.value.code == "F13"
        again = service.reopen(claim.recovery_id, "Nya uppgifter.", desk.signed_by(desk.per))
        assert service.page(again.id or 0).row.number == "ÅK-2027-002"
        with pytest.raises(NotAllowed, match="Det finns redan ett återkravsförslag"):
            service.reopen(claim.recovery_id, "En gång till.", desk.signed_by(desk.per, b"%PDF 2"))

    def test_a_second_claim_asks_only_for_what_is_left(self, desk: OpenDesk) -> None:
        rows = (Row(from_kronor(1_900_000), voucher="V-1"),)
        award_id = ready_award(desk, USED, rows, {0: Rejected(from_kronor(1_000))})
        claim = Claiming.create(desk, award_id)
        row = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(row.id, LineInput(from_kronor(400)))
        claim.hear()
        claim.decide()
        second = Claiming.create(desk, award_id)
        page = second.service.page(second.recovery_id)
        assert [(line.label, line.amount_ore) for line in page.lines] == [("V-1", from_kronor(600))]
        assert (page.decided_before_ore, page.left_ore) == (from_kronor(100_400), from_kronor(600))

    def test_a_claim_needs_a_grant_decision(self, desk: OpenDesk, award: int) -> None:
        claim = Claiming.create(desk, award)
        with desk.store.writing() as session:
            for decision in session.scalars(select(DecisionRecord)):
                decision.kind = DecisionKind.REFUSE
        with pytest.raises(NotAllowed, match="inget beslut om bidrag"):
            claim.service.write_hearing(claim.recovery_id)


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

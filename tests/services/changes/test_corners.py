"""Corners of changes: withholding, the hearing's days, reconsidering with checks, inhibited claims."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from support.changing import SIX_MILLIONS, ChangeDriver
from support.desk import FIRST_DAY, OpenDesk
from support.owing import owe
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.documents.content import Stage as LetterStage
from sbdesk.domain.appeal import INHIBITED
from sbdesk.domain.decision import AppealAllowed, ChangeGround, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import FactStatus, ValueKind
from sbdesk.domain.requisition_status import Stage
from sbdesk.services import appeals_cases, appeals_letters
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.cases import case_of
from sbdesk.services.decision_changes_deciding import known
from sbdesk.services.hearings import AnswerInput
from sbdesk.store.queries.decision_changes import inhibited
from sbdesk.store.records.changes import AppealRecord, DecisionChangeRecord
from sbdesk.store.records.decisions import DecisionLineRecord
from sbdesk.store.records.office import DispatchRecord
from sbdesk.store.records.programmes import AppealRuleRecord, ProgrammeFactRecord
from sbdesk.store.records.recoveries import HearingRecord


@pytest.fixture
def case(desk: OpenDesk) -> ChangeDriver:
    return ChangeDriver(desk)


def let_withhold(case: ChangeDriver) -> None:
    """As in RSS socialtjänst: a statute lets the agency withhold the payment."""
    with case.desk.store.writing() as session:
        session.add(
            ProgrammeFactRecord(
                programme_id=case.desk.programme,
                name="withhold",
                ordinal=1,
                revision=9,
                value_kind=ValueKind.BOOL,
                value_flag=True,
                status=FactStatus.LAW,
                statute="12 § förordningen (2025:1256)",
            )
        )
        session.add(
            AppealRuleRecord(
                programme_id=case.desk.programme,
                decision_kind=DecisionKind.WITHHOLD,
                allowed=AppealAllowed.NO,
                three_weeks_from=ThreeWeeksFrom.NOT_DECIDED,
                text="Beslutet får inte överklagas.",
            )
        )


def test_withheld_by_a_statute_behind_the_decision(case: ChangeDriver) -> None:
    let_withhold(case)
    case.granted()
    assert DecisionKind.WITHHOLD in case.changes.page(case.award).kinds
    everything = dict.fromkeys(case.components(), 0)
    case.prepare(kind=DecisionKind.WITHHOLD, amounts=everything, ground=None)
    assert "yttra sig" in case.open_change().actions[3].reason
    case.hear()
    case.changes.propose(case.award, case.desk.karin)
    case.decide()
    page = case.page()
    assert page.status.words == "Beslutat att inte betala ut"
    assert page.balances.sums.granted == 0
    assert case.newest().kind is DecisionKind.WITHHOLD
    case.send_decision()
    assert case.page().status.detail == ""
    with pytest.raises(NotAllowed):
        case.payouts.prepare(case.award, BOOKING)


def test_a_statute_that_came_after_the_decision_never_worsens_it(case: ChangeDriver) -> None:
    case.granted()
    let_withhold(case)
    assert DecisionKind.WITHHOLD not in case.changes.page(case.award).kinds


def test_the_time_to_answer_runs_and_ends(case: ChangeDriver) -> None:
    case.granted()
    case.prepare()
    case.changes.write_hearing(case.award, FIRST_DAY + timedelta(days=7))
    with pytest.raises(UserFacingError, match="redan här"):
        case.changes.draft_hearing(case.award, FIRST_DAY)
    assert "skapat men inte markerat" in case.open_change().heard
    case.desk.clock.set(FIRST_DAY + timedelta(days=8))
    with pytest.raises(UserFacingError, match="svar senast"):
        case.changes.mark_hearing_sent(case.award, case.desk.clock.today(), DispatchChannel.POST)
    case.changes.mark_hearing_sent(case.award, FIRST_DAY + timedelta(days=1), DispatchChannel.POST)
    assert case.open_change().heard.startswith("Brevet skickades")
    assert case.page().status.detail == "Ändring av beslutet: handläggaren förbereder"
    # Nobody answered and the day is over: the change can be decided.
    case.changes.propose(case.award, case.desk.karin)
    case.decide()
    heard = case.model(case.newest().document_id)["heard"]
    assert (heard["answered_on"], heard["summary"]) == (None, [])


def test_a_second_answer_is_added_and_a_letter_kept(case: ChangeDriver) -> None:
    case.granted()
    case.prepare()
    case.hear(final=False)
    assert "inte slutligt" in case.open_change().heard
    case.changes.register_answer(
        case.award,
        AnswerInput(FIRST_DAY, "Och mer.", True, ReceivedFile("svar.pdf", b"%PDF-1.4 svar")),
    )
    with case.desk.store.reading() as session:
        hearing = session.scalars(select(HearingRecord)).one()
        assert hearing.answer_text == "Regionen godtar ändringen.\n\nOch mer."
        assert hearing.answer_document_id is not None
    with pytest.raises(UserFacingError, match="tomt"):
        case.changes.register_answer(case.award, AnswerInput(FIRST_DAY, " ", True))


def test_more_than_the_letter_said_needs_a_new_letter(case: ChangeDriver) -> None:
    case.granted()
    _, coordination = case.components()
    case.prepare()
    case.hear()
    case.prepare(amounts={coordination: from_kronor(2_000_000)})
    assert "ändrats sedan brevet" in case.open_change().heard
    with pytest.raises(NotAllowed, match="högre belopp"):
        case.changes.propose(case.award, case.desk.karin)
    case.hear()
    case.changes.propose(case.award, case.desk.karin)


def test_a_letter_written_anew_and_not_sent_leaves_the_hearing_that_was(case: ChangeDriver) -> None:
    case.granted()
    case.prepare()
    case.hear()
    case.changes.write_hearing(case.award)
    assert "skapat men inte markerat" in case.open_change().heard
    assert case.changes.draft_letter(case.award).startswith(b"%PDF")


def test_the_hearing_is_asked_for_again_when_it_is_decided(case: ChangeDriver) -> None:
    """The letter was taken away behind the proposal: nothing is decided on what no longer holds."""
    case.granted()
    case.prepare(unheard_reason="uppenbart")
    case.changes.propose(case.award, case.desk.karin)
    with case.desk.store.writing() as session:
        session.scalars(select(DecisionChangeRecord)).one().unheard_reason = ""
    with pytest.raises(NotAllowed, match="inte fått yttra sig"):
        case.decide()


def test_a_reason_for_not_hearing_may_be_given_with_the_proposal(case: ChangeDriver) -> None:
    case.granted()
    case.prepare()
    case.changes.propose(case.award, case.desk.karin, "regionen har bett om det")
    case.decide()
    assert case.model(case.newest().document_id)["unheard_reason"] == "regionen har bett om det"


def test_a_proposal_without_a_prepared_change(case: ChangeDriver) -> None:
    case.granted()
    with pytest.raises(UserFacingError, match="Ingen ändring"):
        case.changes.propose(case.award, case.desk.karin, "skäl")
    with case.desk.store.reading() as session, pytest.raises(LookupError):
        known(session, case.desk.work, case_of(session, case.desk.work, case.award))


def test_moved_between_parts_with_money_left_and_none(case: ChangeDriver) -> None:
    """Taken before given: the sum passes neither the allotment nor, on its way, what is paid."""
    case.granted(sent=False)
    base, coordination = case.components()
    half = from_kronor(1_000_000)
    case.change(amounts={base: half, coordination: half}, ground=None, unheard_reason="")
    decision = case.change(amounts={base: 2 * half, coordination: half // 2}, ground=None, unheard_reason="")
    with case.desk.store.reading() as session:
        lines = session.scalars(
            select(DecisionLineRecord.granted_ore)
            .where(DecisionLineRecord.decision_id == decision.id)
            .order_by(DecisionLineRecord.id)
        )
        assert list(lines) == [-half // 2, half]


def test_refused_by_a_stop_when_reconsidered(case: ChangeDriver) -> None:
    case.refused()
    owe(case.desk)
    case.desk.clock.set(FIRST_DAY + timedelta(days=20))
    with pytest.raises(NotAllowed, match="Stopp hindrar bifall"):
        case.changes.reconsider(case.award, case.granted_in_full(), "Nya underlag.")


def test_reasons_of_a_reconsideration_answer_the_deviations(desk: OpenDesk) -> None:
    case = ChangeDriver(desk)
    late = date(2026, 7, 20)
    desk.clock.set(late)
    case.bring_to(Stage.REFUSED)
    case.changes.reconsider(case.award, case.granted_in_full(), "E-tjänsten låg nere.", desk.karin)
    case.decide()
    assert case.page().stage is Stage.GRANTED
    assert case.newest().change_ground is ChangeGround.IN_FAVOUR
    reasons = case.model(case.newest().document_id)["reasons"]
    assert "omprövat vårt beslut B-2026-001" in reasons[0]
    assert reasons[1] == "E-tjänsten låg nere."
    # Asked once more: the deviation has its answer already.
    case.send_decision()
    case.change(amounts={case.components()[0]: from_kronor(1_000_000)}, unheard_reason="uppenbart")
    case.change(
        amounts={case.components()[0]: from_kronor(2_000_000)},
        ground=ChangeGround.IN_FAVOUR,
        unheard_reason="",
    )
    assert case.page().balances.sums.granted == SIX_MILLIONS


def test_a_claim_waits_for_an_inhibition(desk: OpenDesk) -> None:
    case = ChangeDriver(desk)
    case.granted()
    with desk.store.writing() as session:
        decision = case.newest()
        document = CaseDriver.page(case).documents[0].id
        session.add(
            AppealRecord(
                award_id=case.award,
                decision_id=decision.id,
                document_id=document,
                received_on=FIRST_DAY,
                asks="mer",
                state="received",
                prepared_by=desk.anna,
                inhibition_from_on=FIRST_DAY,
            )
        )
    with desk.store.reading() as session:
        assert inhibited(session, case.award, FIRST_DAY)
        assert not inhibited(session, case.award, FIRST_DAY - timedelta(days=1))
    assert INHIBITED.startswith("Förvaltningsrätten")
    with desk.store.reading() as session:
        record = session.scalars(select(AppealRecord)).one()
        it = appeals_cases.appealed(session, desk.work, record.id)
        with pytest.raises(LookupError, match="has not been tested"):
            appeals_letters.dismissal(session, it, "", None, FIRST_DAY, LetterStage.DRAFT)


def test_the_rule_of_a_decision_and_the_day_it_came(desk: OpenDesk) -> None:
    case = ChangeDriver(desk)
    case.granted()
    decision = case.newest()
    with desk.store.writing() as session:
        assert appeals_cases.notified_on(session, decision) is None
        session.add(
            DispatchRecord(
                document_id=decision.document_id,
                recipient_id=case.page().recipient_id,
                sent_on=FIRST_DAY,
                channel=DispatchChannel.POST,
                received_on=FIRST_DAY + timedelta(days=2),
                marked_by=desk.anna,
            )
        )
    with desk.store.writing() as session:
        assert appeals_cases.notified_on(session, decision) == FIRST_DAY + timedelta(days=2)
        decision.document_id = None
        assert appeals_cases.notified_on(session, decision) is None
        for rule in session.scalars(select(AppealRuleRecord)):
            session.delete(rule)
        session.flush()
        assert appeals_cases.rule_of(session, decision).three_weeks_from is ThreeWeeksFrom.NOT_DECIDED
        assert appeals_cases.rule_of(session, decision).appealable
        decision.snapshot = {"appeal": {"allowed": "no", "three_weeks_from": "received"}}
        assert not appeals_cases.rule_of(session, decision).appealable
        session.rollback()

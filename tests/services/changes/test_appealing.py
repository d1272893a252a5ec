"""An appeal from the day it comes in to the court's word: time, dismissal, reconsideration, inhibition."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from support.appealing import COURT, LATER, AppealDriver, page
from support.changing import ChangeDriver
from support.desk import FIRST_DAY, OpenDesk, decide_appeal

from sbdesk.domain.appeal import AppealOutcome, AppealState, Excuse, Reconsideration
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.decision import AppealAllowed, ChangeGround, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.appeals_inputs import AppealInput, JudgmentInput, TimeInput
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.programmes import AppealRuleRecord


@pytest.fixture
def case(desk: OpenDesk) -> AppealDriver:
    made = AppealDriver(desk)
    made.refused()
    return made


def test_beside_the_status_and_in_the_timeline(case: AppealDriver) -> None:
    case.appeal()
    assert case.page().status.words == "Avslagen"
    assert case.page().status.detail == "Överklagat: handläggaren prövar om det kom in i tid"
    assert case.page().timeline[0].what == "Överklagande registrerat"
    assert case.requisitions.rows(2026)[0].status.detail.startswith("Överklagat") or any(
        "Överklagat" in row.status.whole for row in case.requisitions.rows(2026)
    )


def test_three_weeks_from_the_day_it_was_received(case: AppealDriver) -> None:
    appeal = case.appeal(FIRST_DAY + timedelta(days=21))
    with pytest.raises(NotAllowed, match="inte känt när mottagaren fick beslutet"):
        case.appeals.test_time(appeal, TimeInput())
    assert "i tid" in case.appeals.test_time(appeal, TimeInput(FIRST_DAY)).message
    assert case.row.state is AppealState.IN_TIME
    assert ("Sista dag att överklaga", "2026-07-01") in case.row.facts


def test_from_the_day_of_the_decision_and_not_decided(case: AppealDriver) -> None:
    rule_from(case, ThreeWeeksFrom.NOT_DECIDED)
    appeal = case.appeal(FIRST_DAY + timedelta(days=22))
    with pytest.raises(NotAllowed, match="inte bestämt från när"):
        case.appeals.test_time(appeal, TimeInput())
    rule_from(case, ThreeWeeksFrom.DECISION_DAY)
    assert "för sent" in case.appeals.test_time(appeal, TimeInput()).message
    assert case.row.words == "Överklagat: kom in för sent, väntar på beslut att avvisa"


def rule_from(case: AppealDriver, start: ThreeWeeksFrom) -> None:
    with case.desk.store.writing() as session:
        for rule in session.scalars(select(AppealRuleRecord)):
            rule.three_weeks_from = start


@pytest.mark.parametrize("excuse", list(Excuse))
def test_never_late_when_the_information_was_wrong_or_the_court_got_it(
    case: AppealDriver, excuse: Excuse
) -> None:
    appeal = case.appeal(LATER)
    with pytest.raises(UserFacingError, match="Skälet saknas"):
        case.appeals.test_time(appeal, TimeInput(FIRST_DAY, excuse))
    done = case.appeals.test_time(appeal, TimeInput(FIRST_DAY, excuse, "Beslutet saknade upplysning."))
    assert "fast det kom in efter" in done.message
    assert case.row.state is AppealState.IN_TIME
    assert ("Prövningen av tiden", excuse.swedish) in case.row.facts


def test_late_is_dismissed_by_another_person_with_number_and_letter(case: AppealDriver) -> None:
    appeal = case.late()
    assert case.appeals.draft_dismissal(appeal, "Inget tyder på annat.").startswith(b"%PDF")
    with pytest.raises(NotAllowed) as error:
        case.appeals.dismiss(appeal, "", case.signed(case.desk.anna))
    assert error.value.code == "F13"
    with pytest.raises(NotAllowed, match="är inte beslutsfattare"):
        case.appeals.dismiss(appeal, "", case.signed(case.desk.per))
    letter = case.appeals.dismiss(appeal, "", case.signed()).id
    assert case.row.words == "Överklagandet avvisat: kom in för sent"
    with case.desk.store.reading() as session:
        decision = session.scalars(select(DecisionRecord).order_by(DecisionRecord.id.desc())).first()
        assert decision is not None
        assert (decision.kind, decision.document_id) == (DecisionKind.DISMISS, letter)
    assert case.model(letter)["last_on"] == "2026-07-01"
    # The case's own decision is still the refusal.
    assert case.page().status.words == "Avslagen"
    case.appeals.appeal_dismissal(appeal, COURT, page("avvisning"))
    assert case.row.words == f"Överklagat: överlämnat till {COURT} {LATER.isoformat()}"


def test_a_dismissal_waits_for_the_jurists_field(case: AppealDriver) -> None:
    appeal = case.late()
    decide_appeal(case.desk, AppealAllowed.NOT_DECIDED)
    with pytest.raises(NotAllowed, match="inte bestämt om beslutet får överklagas"):
        case.appeals.dismiss(appeal, "", case.signed())


def test_the_test_of_time_can_be_made_again(case: AppealDriver) -> None:
    appeal = case.late()
    case.appeals.retest(appeal, "mottagaren fick beslutet senare")
    case.appeals.test_time(appeal, TimeInput(LATER))
    assert case.row.state is AppealState.IN_TIME


def test_unchanged_is_handed_over_with_all_material(case: AppealDriver) -> None:
    appeal = case.unchanged()
    assert case.appeals.draft_handover(appeal, COURT).startswith(b"%PDF")
    with pytest.raises(UserFacingError, match="Domstolens namn saknas"):
        case.appeals.hand_over(appeal, " ")
    letter = case.appeals.hand_over(appeal, COURT).id
    model = case.model(letter)
    titles = [row["title"] for row in model["documents"]]
    assert any(title.startswith("Överklagande av beslut") for title in titles)
    assert any(title.startswith("Beslut ") for title in titles)
    assert model["in_time"] is True
    assert case.row.words == f"Överklagat: överlämnat till {COURT} {FIRST_DAY.isoformat()}"


def test_without_a_case_number_nothing_goes_to_the_court(case: AppealDriver) -> None:
    appeal = case.unchanged()
    with case.desk.store.writing() as session:
        session.get_one(AwardRecord, case.award).case_number = None
    with pytest.raises(NotAllowed, match="diarienummer"):
        case.appeals.hand_over(appeal, COURT)


def test_changed_needs_the_new_decision_and_closes_when_as_asked(case: AppealDriver) -> None:
    appeal = case.in_time()
    with pytest.raises(NotAllowed, match="Inget nytt beslut är fattat"):
        case.appeals.reconsider(appeal, Reconsideration.CHANGED, "Vi ändrar.", case.signed(), True)
    case.changes.reconsider(case.award, case.granted_in_full(), "Nya underlag.", case.desk.karin)
    case.decide()
    case.appeals.reconsider(appeal, Reconsideration.CHANGED, "Vi ändrar.", case.signed(), True)
    with pytest.raises(NotAllowed, match="ändrat som mottagaren har begärt"):
        case.appeals.hand_over(appeal, COURT)
    case.appeals.close(appeal)
    assert case.row.words == "Överklagat: avgjort, ändrat"
    assert case.page().stage is Stage.GRANTED


def test_changed_but_not_as_asked_goes_to_the_court_with_the_new_decision(case: AppealDriver) -> None:
    appeal = case.in_time()
    amounts = dict.fromkeys(case.components(), from_kronor(1_000_000))
    case.changes.reconsider(case.award, amounts, "Delvis.", case.desk.karin)
    case.decide()
    case.appeals.reconsider(appeal, Reconsideration.CHANGED, "Delvis.", case.signed())
    with pytest.raises(NotAllowed, match="inte ändrat som mottagaren"):
        case.appeals.close(appeal)
    letter = case.appeals.hand_over(appeal, COURT).id
    model = case.model(letter)
    assert model["new_decision"]["number"] == case.newest().number


@pytest.mark.parametrize("outcome", [it for it in AppealOutcome if it is not AppealOutcome.WITHDRAWN])
def test_the_courts_word(case: AppealDriver, outcome: AppealOutcome) -> None:
    appeal = case.at_court()
    message = case.judge(appeal, outcome)
    assert case.row.words == f"Överklagat: {outcome.swedish}"
    assert ("Ändra beslutet" in message) is (outcome in (AppealOutcome.CHANGED, AppealOutcome.REMITTED))
    case.appeals.register_higher_court(appeal, "Kammarrätten i Exempelstad", FIRST_DAY)
    assert case.row.state is AppealState.HANDED_OVER
    case.judge(appeal, AppealOutcome.UNCHANGED, "dom2")
    assert case.page().status.detail.endswith("Överklagat: avgjort, inte ändrat")


def test_what_a_court_never_decides_is_not_its_word(case: AppealDriver) -> None:
    appeal = case.at_court()
    with pytest.raises(LookupError):
        case.judge(appeal, AppealOutcome.WITHDRAWN)
    with pytest.raises(UserFacingError, match="Målnumret saknas"):
        case.appeals.register_judgment(
            appeal, JudgmentInput(FIRST_DAY, AppealOutcome.CHANGED, " ", page("dom"))
        )
    with pytest.raises(UserFacingError, match="Avgörandet kan inte ha varit"):
        case.appeals.register_judgment(
            appeal, JudgmentInput(LATER, AppealOutcome.CHANGED, "1-26", page("dom"))
        )


def test_at_the_court_only_a_clerical_error_is_corrected(desk: OpenDesk) -> None:
    case = AppealDriver(desk)
    case.granted()
    case.at_court()
    with pytest.raises(NotAllowed, match="överlämnat till domstolen"):
        case.prepare()
    case.prepare(ground=ChangeGround.CLERICAL_ERROR)
    assert case.changes.page(case.award).grounds == (ChangeGround.CLERICAL_ERROR,)


def test_withdrawn_by_the_recipient(case: AppealDriver) -> None:
    appeal = case.at_court()
    case.appeals.withdraw(appeal, page("aterkallelse"))
    assert case.row.words == "Överklagat: återkallat av mottagaren"
    with pytest.raises(NotAllowed, match="avslutat"):
        case.appeals.withdraw(appeal, page("igen"))


def test_a_decision_that_may_not_be_appealed_goes_to_the_court(case: AppealDriver) -> None:
    decide_appeal(case.desk, AppealAllowed.NO)
    appeal = case.appeal(LATER)
    assert "Domstolen prövar det" in case.appeals.test_time(appeal, TimeInput()).message
    assert not case.row.appealable
    case.appeals.reconsider(appeal, Reconsideration.UNCHANGED, "Inget nytt.", case.signed())
    letter = case.appeals.hand_over(appeal, COURT).id
    assert case.model(letter)["in_time"] is None
    case.judge(appeal, AppealOutcome.NOT_TRIED)
    assert case.row.words == "Överklagat: avvisat av domstolen"


def test_refused_input(case: AppealDriver) -> None:
    decision = case.appeals.page(case.award).decisions[0]
    with pytest.raises(LookupError):
        case.appeals.register(case.award, AppealInput(999, FIRST_DAY, "x", page("a")))
    for on in (FIRST_DAY - timedelta(days=1), LATER):
        with pytest.raises(UserFacingError, match="kan inte ha varit"):
            case.appeals.register(case.award, AppealInput(decision.id, on, "x", page("a")))
    with pytest.raises(UserFacingError, match="begär saknas"):
        case.appeals.register(case.award, AppealInput(decision.id, FIRST_DAY, " ", page("a")))
    other = case.desk.award("Region Stockholm")
    with pytest.raises(NotAllowed, match="inget beslut att överklaga"):
        case.appeals.register(other, AppealInput(decision.id, FIRST_DAY, "x", page("a")))


def test_one_command_has_one_effect(case: AppealDriver) -> None:
    decision = case.appeals.page(case.award).decisions[0]
    given = AppealInput(decision.id, FIRST_DAY, "Mer.", page("a"))
    first = case.appeals.register(case.award, given, "ett")
    assert case.appeals.register(case.award, given, "ett").id == first.id
    assert len(case.appeals.page(case.award).appeals) == 1


def test_jäv_stops_every_act(case: AppealDriver) -> None:
    appeal = case.appeal()
    case.requisitions.report_disqualification(case.award, "släkt")
    assert all(not action.enabled for action in case.row.actions)
    with pytest.raises(NotAllowed, match="jäv"):
        case.appeals.test_time(appeal, TimeInput(FIRST_DAY))


def test_events_name_no_person_of_the_recipient(case: AppealDriver) -> None:
    case.appeal()
    with case.desk.store.reading() as session:
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "register_appeal")).one()
    assert set(event.after or {}) == {"number", "on"}


def test_inhibition_stops_the_payment_until_it_is_lifted(desk: OpenDesk) -> None:
    case = AppealDriver(desk)
    case.granted()
    appeal = case.at_court()
    case.appeals.set_inhibition(appeal, FIRST_DAY, page("inhibition"))
    assert case.row.inhibited
    assert case.page().status.detail.endswith("inhibition")
    with pytest.raises(NotAllowed, match="inhibition"):
        super(ChangeDriver, case).prepare()
    with pytest.raises(NotAllowed, match="Inhibition gäller redan"):
        case.appeals.set_inhibition(appeal, FIRST_DAY, page("inhibition2"))
    with pytest.raises(UserFacingError, match="Hävningen kan inte"):
        case.appeals.lift_inhibition(appeal, LATER, "målet avgjort")
    case.appeals.lift_inhibition(appeal, FIRST_DAY, "målet avgjort")
    super(ChangeDriver, case).prepare()
    with pytest.raises(NotAllowed, match="Ingen inhibition gäller"):
        case.appeals.lift_inhibition(appeal, FIRST_DAY, "igen")


def test_every_act_is_offered_somewhere(case: AppealDriver) -> None:
    case.appeal()
    assert {action.act for action in case.row.actions} == set(AppealAct)

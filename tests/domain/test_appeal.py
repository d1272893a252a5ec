"""An appeal's time, its words, and which acts each state permits."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.appeal import (
    APPEAL_MACHINE,
    JUDGMENTS,
    AppealFacts,
    AppealOutcome,
    AppealState,
    Excuse,
    last_day,
    words_of,
)
from sbdesk.domain.appeal_actions import RULES, AppealAct, next_step_of, offers_of, refusal
from sbdesk.domain.decision import ThreeWeeksFrom
from sbdesk.domain.states import Actor

TODAY = date(2026, 7, 20)
NO_HOLIDAYS: frozenset[date] = frozenset()
_S = AppealState


@pytest.mark.parametrize(
    ("rule", "notified", "expected"),
    [
        (ThreeWeeksFrom.RECEIVED, date(2026, 6, 10), date(2026, 7, 1)),
        (ThreeWeeksFrom.RECEIVED, None, None),
        (ThreeWeeksFrom.DECISION_DAY, None, date(2026, 6, 29)),
        (ThreeWeeksFrom.NOT_DECIDED, date(2026, 6, 10), None),
        # 21 days after a Saturday is a Saturday: the Monday counts.
        (ThreeWeeksFrom.RECEIVED, date(2026, 6, 13), date(2026, 7, 6)),
    ],
)
def test_the_last_day(rule: ThreeWeeksFrom, notified: date | None, expected: date | None) -> None:
    assert last_day(rule, date(2026, 6, 8), notified, NO_HOLIDAYS) == expected


def test_a_last_day_on_a_holiday_moves_on() -> None:
    holidays = frozenset({date(2026, 7, 1)})
    received = last_day(ThreeWeeksFrom.RECEIVED, date(2026, 6, 8), date(2026, 6, 10), holidays)
    assert received == date(2026, 7, 2)


def facts(state: AppealState, **more: object) -> AppealFacts:
    plain: dict[str, object] = {"state": state, "today": TODAY}
    if state in (_S.HANDED_OVER, _S.SETTLED):
        plain |= {"handed_over_on": date(2026, 7, 2), "court": "Förvaltningsrätten i Exempelstad"}
    return AppealFacts(**{**plain, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (facts(_S.RECEIVED), "Överklagat: handläggaren prövar om det kom in i tid"),
        (facts(_S.IN_TIME), "Överklagat: handläggaren tar ställning till omprövning"),
        (facts(_S.LATE), "Överklagat: kom in för sent, väntar på beslut att avvisa"),
        (facts(_S.DISMISSED), "Överklagandet avvisat: kom in för sent"),
        (facts(_S.RECONSIDERED), "Överklagat: omprövat, handläggaren lämnar över till domstolen"),
        (facts(_S.RECONSIDERED, as_asked=True), "Överklagat: omprövat, handläggaren avslutar"),
        (facts(_S.HANDED_OVER), "Överklagat: överlämnat till Förvaltningsrätten i Exempelstad 2026-07-02"),
        (
            facts(_S.HANDED_OVER, court="", handed_over_on=None),
            "Överklagat: överlämnat till förvaltningsrätten",
        ),
        (facts(_S.SETTLED, outcome=AppealOutcome.CHANGED), "Överklagat: avgjort, ändrat"),
        (facts(_S.SETTLED, outcome=AppealOutcome.UNCHANGED), "Överklagat: avgjort, inte ändrat"),
        (facts(_S.SETTLED), "Överklagat: avgjort"),
    ],
)
def test_the_words_say_who_acts(given: AppealFacts, words: str) -> None:
    assert words_of(given) == words


@pytest.mark.parametrize(
    ("from_on", "to_on", "inhibited"),
    [
        (None, None, False),
        (date(2026, 7, 21), None, False),
        (TODAY, None, True),
        (date(2026, 7, 1), TODAY, False),
        (date(2026, 7, 1), date(2026, 7, 21), True),
    ],
)
def test_inhibition_is_in_force_from_its_day_until_it_is_lifted(
    from_on: date | None, to_on: date | None, inhibited: bool
) -> None:
    given = facts(_S.HANDED_OVER, inhibition_from=from_on, inhibition_to=to_on)
    assert given.inhibited is inhibited
    assert words_of(given).endswith("inhibition") is inhibited
    assert (refusal(given, AppealAct.SET_INHIBITION) == "") is not inhibited
    assert (refusal(given, AppealAct.LIFT_INHIBITION) == "") is inhibited


@pytest.mark.parametrize("state", list(_S))
@pytest.mark.parametrize("act", list(AppealAct))
def test_state_by_act(state: AppealState, act: AppealAct) -> None:
    """What is offered is a move of the machine; what is not says why in Swedish."""
    inhibited = date(2026, 7, 1) if act is AppealAct.LIFT_INHIBITION else None
    given = facts(state, as_asked=act is AppealAct.CLOSE, inhibition_from=inhibited)
    refused = refusal(given, act)
    verb = "find_late" if act is AppealAct.TEST_TIME else act.value
    assert (refused == "") is APPEAL_MACHINE.allows(state, verb)
    assert refused == "" or refused.endswith((".", ")."))
    assert next(offer for offer in offers_of(given) if offer.act is act).reason == refused


def test_every_verb_has_its_act_and_a_second_person_stands_behind_two() -> None:
    verbs = {move.verb for move in APPEAL_MACHINE.moves} - {"find_in_time", "find_late"}
    assert verbs == {act.value for act in AppealAct} - {AppealAct.TEST_TIME.value}
    second = {move.verb for move in APPEAL_MACHINE.moves if move.by is Actor.SECOND_PERSON}
    assert second == {"dismiss_appeal", "reconsider_appeal"}
    assert set(RULES) == set(AppealAct)


def test_guards() -> None:
    inside = {"tested_by_me": True, "signed_outside": False}
    assert "Be en annan" in refusal(facts(_S.LATE, **inside), AppealAct.DISMISS)
    assert "Be en annan" in refusal(facts(_S.IN_TIME, **inside), AppealAct.RECONSIDER)
    assert refusal(facts(_S.LATE, tested_by_me=True), AppealAct.DISMISS) == ""
    assert "Lämna över" in refusal(facts(_S.RECONSIDERED), AppealAct.CLOSE)
    assert "Avsluta" in refusal(facts(_S.RECONSIDERED, as_asked=True), AppealAct.HAND_OVER)
    assert "Ingen domstol" in refusal(facts(_S.SETTLED, handed_over_on=None), AppealAct.HIGHER_COURT)
    assert refusal(facts(_S.RECEIVED, disqualified="jäv"), AppealAct.TEST_TIME) == "jäv"


def test_one_next_step() -> None:
    steps = {
        state: next_step_of(facts(state)) for state in (_S.RECEIVED, _S.IN_TIME, _S.LATE, _S.HANDED_OVER)
    }
    assert [step.act for step in steps.values() if step] == [
        AppealAct.TEST_TIME,
        AppealAct.RECONSIDER,
        AppealAct.DISMISS,
        AppealAct.JUDGMENT,
    ]
    hand_over, close = (
        next_step_of(facts(_S.RECONSIDERED)),
        next_step_of(facts(_S.RECONSIDERED, as_asked=True)),
    )
    assert hand_over is not None
    assert close is not None
    assert (hand_over.act, close.act) == (AppealAct.HAND_OVER, AppealAct.CLOSE)
    assert next_step_of(facts(_S.SETTLED)) is None
    refused = next_step_of(facts(_S.LATE, disqualified="jäv"))
    assert refused is not None
    assert not refused.enabled


def test_every_choice_has_words() -> None:
    assert all(excuse.swedish for excuse in Excuse)
    assert all(outcome.swedish for outcome in AppealOutcome)
    assert AppealOutcome.WITHDRAWN not in JUDGMENTS

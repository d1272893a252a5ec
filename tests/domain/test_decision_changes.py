"""What hinders a change of a decision, and which acts a prepared one permits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.decision_change_actions import (
    ChangeAct,
    ChangeStanding,
    next_step_of,
    offers_of,
    refusal,
    words_beside,
)
from sbdesk.domain.decision_changes import (
    ChangeFacts,
    ChangePart,
    HeardFacts,
    covers,
    fault,
    hearing_fault,
    inside,
    wanted_after,
)

TODAY = date(2026, 7, 1)
DUE = date(2026, 7, 22)


def part(before: int = 400, after: int = 300, allotted: int | None = 400, number: int = 1) -> ChangePart:
    return ChangePart(number, f"del {number}", before, after, allotted, 500)


def facts(*parts: ChangePart, **more: Any) -> ChangeFacts:
    plain: dict[str, Any] = {
        "kind": DecisionKind.AMEND,
        "ground": ChangeGround.RESERVE,
        "parts": parts or (part(),),
        "today": TODAY,
        "letter_sent": True,
    }
    return ChangeFacts(**{**plain, **more})


HEARD = HeardFacts(covers_it=True, sent_on=TODAY, answer_due_on=DUE, final_answer=True)


def test_lines_sums_and_harm() -> None:
    moved = facts(part(400, 300), part(100, 200, number=2), part(50, 50, number=3))
    assert moved.lines == {1: -100, 2: 100}
    assert (moved.before_ore, moved.after_ore) == (550, 550)
    assert moved.harms
    assert not facts(part(300, 400)).harms


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (facts(part(400, 400)), "desamma"),
        (facts(kind=DecisionKind.WITHHOLD), "Ingen förordning"),
        (facts(kind=DecisionKind.WITHHOLD, may_withhold=True, letter_sent=False), "inte skickat"),
        (facts(part(300, 400), kind=DecisionKind.WITHHOLD, may_withhold=True), "kan inte höja"),
        (facts(part(400, 0)), "Ändringen lämnar 0"),
        (facts(part(400, -1), part(number=2)), "negativt"),
        (facts(part(300, 400, None)), "inte beslutat hur mycket"),
        (facts(part(300, 401)), "mer än högsta belopp"),
        (facts(part(300, 501, 600)), "har rekvirerat"),
        (facts(on_its_way_ore=301), "redan på väg eller utbetalt"),
        (facts(ground=None), "Grund för ändringen saknas"),
        (facts(ground=ChangeGround.IN_FAVOUR), "mottagarens nackdel"),
        (facts(at_court=True), "överlämnat till domstolen"),
    ],
)
def test_what_hinders_a_change(given: ChangeFacts, words: str) -> None:
    found = fault(given)
    assert found is not None
    assert words in found.what
    assert found.todo


@pytest.mark.parametrize(
    "given",
    [
        facts(),
        facts(ground=ChangeGround.CLERICAL_ERROR, at_court=True),
        facts(ground=ChangeGround.WRONG_INFORMATION),
        facts(part(300, 400), ground=ChangeGround.IN_FAVOUR),
        facts(ground=None, letter_sent=False),
        facts(part(400, 0), kind=DecisionKind.REVOKE),
        facts(kind=DecisionKind.WITHHOLD, may_withhold=True, ground=None),
        facts(on_its_way_ore=300),
    ],
)
def test_what_is_permitted(given: ChangeFacts) -> None:
    assert fault(given) is None


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        (None, "inte fått yttra sig"),
        (replace(HEARD, covers_it=False), "ny grund eller ett högre belopp"),
        (replace(HEARD, sent_on=None), "inte markerat som skickat"),
        (replace(HEARD, final_answer=False), "Yttrandetiden går ut 2026-07-22"),
    ],
)
def test_harm_is_communicated_first(heard: HeardFacts | None, words: str) -> None:
    found = hearing_fault(facts(heard=heard))
    assert found is not None
    assert words in found.what
    assert hearing_fault(facts(heard=heard, unheard_reason="uppenbart")) is None
    assert hearing_fault(facts(part(300, 400), heard=heard)) is None
    assert hearing_fault(facts(heard=heard, letter_sent=False)) is None


def test_heard_when_answered_or_when_the_time_is_over() -> None:
    assert hearing_fault(facts(heard=HEARD)) is None
    over = facts(heard=replace(HEARD, final_answer=False), today=date(2026, 7, 23))
    assert hearing_fault(over) is None


def test_a_revocation_takes_everything() -> None:
    assert wanted_after(DecisionKind.REVOKE, part(400, 300)) == 0
    assert wanted_after(DecisionKind.AMEND, part(400, 300)) == 300


def test_a_letter_covers_its_ground_and_at_most_its_amounts() -> None:
    said = covers({1: -100, 2: 50}, ChangeGround.RESERVE)
    assert said == {"ground": "reserve", "taken": {"1": 100}}
    assert inside(said, {1: -80}, ChangeGround.RESERVE)
    assert not inside(said, {1: -101}, ChangeGround.RESERVE)
    assert not inside(said, {2: -1}, ChangeGround.RESERVE)
    assert not inside(said, {1: -80}, ChangeGround.WRONG_INFORMATION)
    assert covers({}, None) == {"ground": "", "taken": {}}
    with pytest.raises(TypeError):
        inside({"ground": "", "taken": None}, {}, None)


def standing(**more: Any) -> ChangeStanding:
    return ChangeStanding(facts(**more))


@pytest.mark.parametrize(
    ("given", "step"),
    [
        (standing(), ChangeAct.WRITE_HEARING),
        (standing(heard=replace(HEARD, covers_it=False)), ChangeAct.WRITE_HEARING),
        (standing(heard=replace(HEARD, sent_on=None)), ChangeAct.MARK_HEARING_SENT),
        (standing(heard=replace(HEARD, final_answer=False)), ChangeAct.REGISTER_ANSWER),
        (standing(heard=HEARD), ChangeAct.PROPOSE),
        (standing(unheard_reason="uppenbart"), ChangeAct.PROPOSE),
        (standing(letter_sent=False), ChangeAct.PROPOSE),
    ],
)
def test_one_next_step_that_is_permitted(given: ChangeStanding, step: ChangeAct) -> None:
    offered = next_step_of(given)
    assert offered is not None
    assert (offered.act, offered.enabled) == (step, True)


def test_why_an_act_is_refused() -> None:
    assert "nackdel" in refusal(standing(letter_sent=False), ChangeAct.WRITE_HEARING)
    assert "Grund" in refusal(standing(ground=None), ChangeAct.WRITE_HEARING)
    assert "inte skapat" in refusal(standing(), ChangeAct.MARK_HEARING_SENT)
    assert "redan" in refusal(standing(heard=HEARD), ChangeAct.MARK_HEARING_SENT)
    assert "inte markerat" in refusal(standing(), ChangeAct.REGISTER_ANSWER)
    assert refusal(standing(heard=HEARD), ChangeAct.REGISTER_ANSWER) == ""
    assert "yttra sig" in refusal(standing(), ChangeAct.PROPOSE)
    assert refusal(standing(), ChangeAct.DROP) == ""
    proposed = replace(standing(), proposed=True)
    assert all(not offer.enabled and offer.reason for offer in offers_of(proposed))
    assert next_step_of(proposed) is None
    assert refusal(replace(standing(), disqualified="jäv"), ChangeAct.DROP) == "jäv"


def test_beside_the_status() -> None:
    assert words_beside(None) == "Ändring av beslutet: handläggaren förbereder"
    assert words_beside(DUE) == "Ändring av beslutet: väntar på yttrande senast 2026-07-22"

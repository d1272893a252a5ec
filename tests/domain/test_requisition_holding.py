"""What holds up a payment or a case: the first day to pay, a stop, a reminder a day, and jäv."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import Act, next_step_of, refusal
from sbdesk.domain.requisition_case import HOLDABLE
from sbdesk.domain.requisition_status import CaseFacts, PayoutFacts, Stage, stage_of, status_of, step_of

TODAY = date(2026, 7, 1)
GRANTED = CaseFacts(today=TODAY, requisition=RequisitionState.DECIDED, letter_sent=True, to_pay=100)
EARLY = "Utbetalning kan göras tidigast 2 april 2026."
PLANNED = PayoutFacts(PayoutState.PLANNED, mine=False)
WAITING = CaseFacts(
    today=TODAY, requisition=RequisitionState.INCOMPLETE, completion_due=TODAY - timedelta(days=1)
)


def why(facts: CaseFacts, act: Act) -> str:
    found = refusal(facts, act)
    return "" if found is None else found.text


def test_before_the_first_day_nothing_is_prepared_or_approved() -> None:
    early = replace(GRANTED, not_yet_payable=EARLY)
    assert why(early, Act.PREPARE_PAYOUT) == f"{EARLY} Invänta den dagen."
    assert why(replace(early, payout=PLANNED), Act.APPROVE_PAYOUT) == f"{EARLY} Invänta den dagen."
    assert why(GRANTED, Act.PREPARE_PAYOUT) == ""


@pytest.mark.parametrize("state", [None, *PayoutState])
def test_a_stop_holds_what_has_not_left_and_nothing_else(state: PayoutState | None) -> None:
    payout = None if state is None else PayoutFacts(state, mine=False, confirmed_on=TODAY)
    free = replace(GRANTED, payout=payout)
    held = replace(free, payout_stop="grund utreds")
    if stage_of(free) in HOLDABLE:
        assert stage_of(held) is Stage.PAYOUT_HELD
        assert status_of(held).words == "Utbetalning stoppad tills vidare: grund utreds"
        assert (step_of(held), step_of(free)) == (2, 2)
        first = next_step_of(held)
        assert first is not None
        assert first.act is Act.RELEASE_PAYOUT
        assert why(held, Act.PREPARE_PAYOUT).startswith(
            "Utbetalningen är stoppad tills vidare: grund utreds."
        )
    else:
        assert stage_of(held) is stage_of(free)


def test_only_with_a_ground_is_a_payment_stopped() -> None:
    assert "Fråga jurist" in why(GRANTED, Act.STOP_PAYOUT)
    assert why(replace(GRANTED, may_stop_payout=True), Act.STOP_PAYOUT) == ""


def test_a_held_payment_is_taken_out_only_when_there_is_one() -> None:
    held = replace(GRANTED, payout_stop="grund utreds")
    assert why(held, Act.CANCEL_PAYOUT) == "Ingen utbetalning är förberedd."
    assert why(replace(held, payout=PLANNED), Act.CANCEL_PAYOUT) == ""


def test_a_reminder_comes_after_the_day_and_once_a_day() -> None:
    assert why(WAITING, Act.REMIND_COMPLETION) == ""
    assert why(replace(WAITING, completion_due=None), Act.REMIND_COMPLETION) == ""
    assert why(replace(WAITING, completion_due=TODAY), Act.REMIND_COMPLETION).startswith(
        "Svarstiden går ut först 2026-07-01."
    )
    assert why(replace(WAITING, reminded_on=TODAY), Act.REMIND_COMPLETION).startswith(
        "En påminnelse skapades i dag."
    )
    assert why(replace(WAITING, reminded_on=TODAY - timedelta(days=2)), Act.REMIND_COMPLETION) == ""


def test_with_jav_a_case_can_only_be_handed_over() -> None:
    mine = replace(GRANTED, disqualified="Anna Berg har anmält jäv för Region Skåne.")
    assert [act for act in Act if not why(mine, act)] == [Act.ASSIGN]

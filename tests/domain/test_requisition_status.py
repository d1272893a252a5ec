"""The status of a case names who must act, in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.award import AwardState, ClosedAs
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_status import (
    CaseFacts,
    PayoutFacts,
    ProposalFacts,
    StatusLevel,
    WaitsFor,
    status_of,
    step_of,
)

TODAY = date(2026, 7, 1)
PLAIN = CaseFacts(today=TODAY, closes=date(2026, 7, 15))
PROPOSAL = ProposalFacts(date(2026, 6, 28), "Karin Ek", mine=True, grants=True)


def payout(state: PayoutState) -> CaseFacts:
    confirmed = date(2026, 7, 1) if state is PayoutState.CONFIRMED else None
    facts = PayoutFacts(state, mine=True, confirmed_on=confirmed)
    return replace(PLAIN, requisition=RequisitionState.DECIDED, letter_sent=True, payout=facts)


def in_state(state: RequisitionState) -> CaseFacts:
    return replace(PLAIN, requisition=state, proposal=PROPOSAL if state == "proposed" else None)


CASES = {
    "expected": PLAIN,
    **{state.value: in_state(state) for state in RequisitionState},
    **{f"payout {state.value}": payout(state) for state in PayoutState},
    "on hold": replace(PLAIN, hold_reason="inväntar regeringsbeslut"),
    "closed": replace(PLAIN, award=AwardState.CLOSED, closed_as=ClosedAs.UNREQUESTED),
    "settled": replace(PLAIN, award=AwardState.CLOSED, closed_as=ClosedAs.SETTLED),
    "jäv": replace(PLAIN, disqualified="Anna Berg har anmält jäv för Region Skåne."),
}


@pytest.mark.parametrize("name", CASES)
def test_every_status_names_who_acts(name: str) -> None:
    label = status_of(CASES[name])
    assert label.words
    assert label.whole.startswith(label.words)
    assert 0 <= step_of(CASES[name]) <= 5


@pytest.mark.parametrize(
    ("facts", "words", "level", "waits_for"),
    [
        (
            PLAIN,
            "Väntar på mottagaren: rekvisition · senast 2026-07-15",
            StatusLevel.WAITING,
            WaitsFor.RECIPIENT,
        ),
        (
            replace(PLAIN, today=date(2026, 7, 18)),
            "Väntar på mottagaren: rekvisition · sista dag var 2026-07-15, för 3 dagar sedan",
            StatusLevel.DEVIATION,
            WaitsFor.RECIPIENT,
        ),
        (
            replace(PLAIN, closes=None),
            "Väntar på mottagaren: rekvisition",
            StatusLevel.WAITING,
            WaitsFor.RECIPIENT,
        ),
        (
            replace(in_state(RequisitionState.RECEIVED), stops=("Kontot giltigt",)),
            "Handläggaren kontrollerar · stopp: Kontot giltigt",
            StatusLevel.STOP,
            WaitsFor.OFFICER,
        ),
        (
            replace(in_state(RequisitionState.READY), unexplained=("Inom rekvisitionstiden",)),
            "Handläggaren kontrollerar · skäl saknas: Inom rekvisitionstiden",
            StatusLevel.DEVIATION,
            WaitsFor.OFFICER,
        ),
        (in_state(RequisitionState.READY), "Klar för beslut", StatusLevel.OK, WaitsFor.OFFICER),
        (
            replace(in_state(RequisitionState.INCOMPLETE), completion_due=date(2026, 7, 6)),
            "Väntar på mottagaren: komplettering senast 2026-07-06",
            StatusLevel.WAITING,
            WaitsFor.RECIPIENT,
        ),
        (
            replace(in_state(RequisitionState.INCOMPLETE), completion_due=date(2026, 6, 27)),
            "Väntar på mottagaren: komplettering senast 2026-06-27 · svarstiden gick ut för 4 dagar sedan",
            StatusLevel.DEVIATION,
            WaitsFor.OFFICER,
        ),
        (
            in_state(RequisitionState.PROPOSED),
            "Väntar på underskrift: Karin Ek · sedan 3 dagar",
            StatusLevel.WAITING,
            WaitsFor.SECOND_PERSON,
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), signed_outside=False),
            "Väntar på beslutsfattaren: beslut · sedan 3 dagar · Karin Ek",
            StatusLevel.WAITING,
            WaitsFor.SECOND_PERSON,
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), proposal=replace(PROPOSAL, decider="")),
            "Väntar på underskrift: beslut · sedan 3 dagar",
            StatusLevel.WAITING,
            WaitsFor.SECOND_PERSON,
        ),
        (
            in_state(RequisitionState.DECIDED),
            "Beviljad: handläggaren förbereder utbetalning · beslutsbrevet är inte markerat som skickat",
            StatusLevel.NOTE,
            WaitsFor.OFFICER,
        ),
        (payout(PayoutState.CONFIRMED), "Utbetald 2026-07-01", StatusLevel.OK, WaitsFor.RECIPIENT),
        (in_state(RequisitionState.DISMISSED), "Avvisad", StatusLevel.MUTED, WaitsFor.NOBODY),
        (in_state(RequisitionState.REVOKED), "Beslutet upphävt", StatusLevel.MUTED, WaitsFor.NOBODY),
        (CASES["closed"], "Inte rekvirerat", StatusLevel.MUTED, WaitsFor.NOBODY),
        (CASES["settled"], "Avslutat", StatusLevel.MUTED, WaitsFor.NOBODY),
        (
            replace(CASES["on hold"], hold_until=date(2026, 8, 1)),
            "Vilande: inväntar regeringsbeslut · bevakas 2026-08-01",
            StatusLevel.MUTED,
            WaitsFor.OFFICER,
        ),
    ],
)
def test_words(facts: CaseFacts, words: str, level: StatusLevel, waits_for: WaitsFor) -> None:
    label = status_of(facts)
    assert (label.whole, label.level, label.waits_for) == (words, level, waits_for)


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (PLAIN, 0),
        (in_state(RequisitionState.PROPOSED), 1),
        (in_state(RequisitionState.DECIDED), 2),
        (payout(PayoutState.CONFIRMED), 3),
        (in_state(RequisitionState.REFUSED), 4),
        (CASES["settled"], 5),
        (replace(in_state(RequisitionState.DECIDED), hold_reason="väntar"), 2),
        (replace(in_state(RequisitionState.RECEIVED), hold_reason="väntar"), 0),
    ],
)
def test_steps(facts: CaseFacts, step: int) -> None:
    assert step_of(facts) == step

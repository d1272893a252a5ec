"""Every cell of state × act either runs or says in Swedish why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.award import AwardState, ClosedAs
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import RULES, Act, actions_of, menu_of, next_step_of, refusal
from sbdesk.domain.requisition_status import (
    CaseFacts,
    PayoutFacts,
    ProposalFacts,
    Stage,
    stage_of,
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
    "held": replace(payout(PayoutState.APPROVED), payout_stop="grund för återbetalning utreds"),
    "on hold": replace(PLAIN, hold_reason="inväntar regeringsbeslut"),
    "closed": replace(PLAIN, award=AwardState.CLOSED, closed_as=ClosedAs.UNREQUESTED),
    "settled": replace(PLAIN, award=AwardState.CLOSED, closed_as=ClosedAs.SETTLED),
    "jäv": replace(PLAIN, disqualified="Anna Berg har anmält jäv för Region Skåne."),
}


DECIDED = replace(in_state(RequisitionState.DECIDED), letter_sent=True, to_pay=100)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("act", Act)
def test_every_cell_runs_or_says_why(name: str, act: Act) -> None:
    refused = refusal(CASES[name], act)
    if refused is not None:
        assert refused.what.endswith(".")
        assert len(refused.text) > 15


@pytest.mark.parametrize("name", CASES)
def test_every_case_offers_a_next_step_that_is_permitted_or_says_why(name: str) -> None:
    facts = CASES[name]
    first = next_step_of(facts)
    if stage_of(facts) is Stage.PAYOUT_STOPPED:
        assert first is None
        return
    assert first is not None
    assert first.enabled != bool(first.reason)
    assert first.act not in {action.act for action in menu_of(facts)}
    assert {action.act for action in actions_of(facts)} == set(Act) == set(RULES)


@pytest.mark.parametrize(
    ("facts", "act", "reason"),
    [
        (PLAIN, Act.PROPOSE, "Ingen rekvisition är registrerad. Registrera rekvisitionen först."),
        (
            in_state(RequisitionState.INCOMPLETE),
            Act.PROPOSE,
            "Komplettering är begärd och inväntas. "
            "Registrera svaret, eller avgör utan komplettering när svarstiden har gått ut.",
        ),
        (
            replace(in_state(RequisitionState.RECEIVED), stops=("Konto", "Obetald skuld")),
            Act.PROPOSE,
            "2 stopp hindrar bifall: Konto, Obetald skuld. Öppna Kontroller eller föreslå avslag.",
        ),
        (
            replace(in_state(RequisitionState.RECEIVED), unexplained=("Kom in",)),
            Act.PROPOSE,
            "1 avvikelse saknar skäl: Kom in. Ange skäl under Kontroller.",
        ),
        (
            replace(in_state(RequisitionState.RECEIVED), unexplained=("Kom in",), stops=("Konto",)),
            Act.PROPOSE,
            "1 stopp hindrar bifall: Konto. Öppna Kontroller eller föreslå avslag.",
        ),
        (
            in_state(RequisitionState.RECEIVED),
            Act.REGISTER,
            "Mottagaren har redan en rekvisition i det här statsbidraget. "
            "Öppna den och välj Ändra uppgift i rekvisitionen.",
        ),
        (
            replace(in_state(RequisitionState.INCOMPLETE), completion_due=TODAY),
            Act.DECIDE_WITHOUT,
            "Komplettering är begärd och tiden har inte gått ut. "
            "Vänta till efter 2026-07-01 eller registrera svaret.",
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), signed_outside=False),
            Act.DECIDE,
            "Du har berett ärendet och kan inte besluta i det. Be en annan beslutsfattare.",
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), appeal_decided=False),
            Act.DECIDE,
            "Det är inte bestämt om beslutet får överklagas. "
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), has_case_number=False),
            Act.DECIDE,
            "Ärendet saknar diarienummer. Välj Ändra diarienummer och ange det.",
        ),
        (
            replace(in_state(RequisitionState.PROPOSED), stops=("Obetald skuld",)),
            Act.DECIDE,
            "1 stopp hindrar bifall: Obetald skuld. Öppna Kontroller eller föreslå avslag.",
        ),
        (PLAIN, Act.CLOSE_UNREQUESTED, "Sista dag att rekvirera, 2026-07-15, har inte passerat. Vänta."),
        (
            in_state(RequisitionState.DECIDED),
            Act.PREPARE_PAYOUT,
            "Beslutsbrevet är inte markerat som skickat. Markera beslutet som skickat först.",
        ),
        (
            replace(DECIDED, account_confirmed=False),
            Act.PREPARE_PAYOUT,
            "Utbetalningskontot är inte bekräftat av en andra person. Bekräfta kontot först.",
        ),
        (
            replace(DECIDED, to_pay=0),
            Act.PREPARE_PAYOUT,
            "Hela det beviljade beloppet är redan på väg eller utbetalt.",
        ),
        (
            replace(DECIDED, has_account=False, account_confirmed=False),
            Act.CONFIRM_ACCOUNT,
            "Rekvisitionen saknar utbetalningskonto. Ändra uppgift i rekvisitionen.",
        ),
        (
            replace(payout(PayoutState.PLANNED), signed_outside=False),
            Act.APPROVE_PAYOUT,
            "Du har berett utbetalningen och kan inte attestera den. Be en annan person.",
        ),
        (
            replace(payout(PayoutState.CONFIRMED), settled_elsewhere=True),
            Act.UNDO_CONFIRM_PAYOUT,
            "Avstämning eller återkrav bygger på utbetalningen. Öppna det ärendet först.",
        ),
        (CASES["on hold"], Act.PROPOSE, "Ärendet är vilande. Välj Återuppta först."),
        (
            CASES["jäv"],
            Act.NOTE,
            "Anna Berg har anmält jäv för Region Skåne. Lämna över ärendet till någon annan.",
        ),
    ],
)
def test_reasons(facts: CaseFacts, act: Act, reason: str) -> None:
    refused = refusal(facts, act)
    assert refused is not None
    assert refused.text == reason


def test_a_refusal_may_be_decided_although_a_stop_stands() -> None:
    refuses = replace(PROPOSAL, grants=False)
    facts = replace(in_state(RequisitionState.PROPOSED), stops=("Obetald skuld",), proposal=refuses)
    assert refusal(facts, Act.DECIDE) is None


def test_a_granted_case_asks_for_letter_then_account_then_payment() -> None:
    def first(facts: CaseFacts) -> Act | None:
        action = next_step_of(facts)
        return action.act if action else None

    assert first(replace(DECIDED, letter_sent=False, account_confirmed=False)) is Act.MARK_SENT
    assert first(replace(DECIDED, account_confirmed=False)) is Act.CONFIRM_ACCOUNT
    assert first(DECIDED) is Act.PREPARE_PAYOUT


def test_labels_follow_the_way_of_deciding() -> None:
    proposed = in_state(RequisitionState.PROPOSED)
    outside, inside = next_step_of(proposed), next_step_of(replace(proposed, signed_outside=False))
    assert outside is not None
    assert inside is not None
    assert (outside.label, inside.label) == ("Registrera undertecknat beslut…", "Besluta…")
    again = next_step_of(replace(in_state(RequisitionState.REFUSED), letter_sent=True))
    assert again is not None
    assert again.label == "Registrera ny rekvisition"

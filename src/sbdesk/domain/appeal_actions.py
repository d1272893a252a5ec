"""Which acts an appeal permits and why the others are refused: one answer for pane, service and test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain.appeal import AppealFacts, AppealState


class AppealAct(StrEnum):
    """What can be done with an appeal."""

    TEST_TIME = "test_time"
    RETEST = "retest_appeal"
    DISMISS = "dismiss_appeal"
    RECONSIDER = "reconsider_appeal"
    CLOSE = "close_appeal"
    HAND_OVER = "hand_over_appeal"
    APPEAL_DISMISSAL = "appeal_dismissal"
    JUDGMENT = "register_judgment"
    HIGHER_COURT = "register_higher_court"
    WITHDRAW = "withdraw_appeal"
    SET_INHIBITION = "set_inhibition"
    LIFT_INHIBITION = "lift_inhibition"


@dataclass(frozen=True, slots=True)
class AppealAction:
    """An act as the pane shows it; ``reason`` tells why it is disabled."""

    act: AppealAct
    label: str
    enabled: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    label: str
    states: tuple[AppealState, ...]
    elsewhere: str
    guard: Callable[[AppealFacts], str] | None = None


def _another_person(facts: AppealFacts) -> str:
    if facts.tested_by_me and not facts.signed_outside:
        return "Du har berett överklagandet och kan inte besluta om det. Be en annan beslutsfattare."
    return ""


def _as_asked(facts: AppealFacts) -> str:
    if facts.as_asked:
        return ""
    return "Beslutet är inte ändrat som mottagaren har begärt. Lämna över överklagandet till domstolen."


def _not_as_asked(facts: AppealFacts) -> str:
    if facts.as_asked:
        return "Beslutet är ändrat som mottagaren har begärt. Avsluta överklagandet."
    return ""


def _judged(facts: AppealFacts) -> str:
    return "" if facts.handed_over_on else "Ingen domstol har avgjort överklagandet."


def _no_inhibition(facts: AppealFacts) -> str:
    return "Inhibition gäller redan." if facts.inhibited else ""


def _inhibition(facts: AppealFacts) -> str:
    return "" if facts.inhibited else "Ingen inhibition gäller."


_A, _S = AppealAct, AppealState
RULES: dict[AppealAct, _Rule] = {
    _A.TEST_TIME: _Rule("Pröva om det kom in i tid…", (_S.RECEIVED,), "Tiden är redan prövad."),
    _A.RETEST: _Rule(
        "Pröva tiden på nytt…", (_S.LATE,), "Överklagandet är inte prövat som för sent inkommet."
    ),
    _A.DISMISS: _Rule(
        "Besluta att avvisa…",
        (_S.LATE,),
        "Vi får bara avvisa ett överklagande som har kommit in för sent (45 § förvaltningslagen).",
        _another_person,
    ),
    _A.RECONSIDER: _Rule(
        "Ta ställning till omprövning…",
        (_S.IN_TIME,),
        "Pröva först om överklagandet kom in i tid.",
        _another_person,
    ),
    _A.CLOSE: _Rule(
        "Avsluta: ändrat som begärt", (_S.RECONSIDERED,), "Beslutet är inte omprövat.", _as_asked
    ),
    _A.HAND_OVER: _Rule(
        "Lämna över till domstolen…", (_S.RECONSIDERED,), "Ta ställning till omprövning först.", _not_as_asked
    ),
    _A.APPEAL_DISMISSAL: _Rule(
        "Registrera att avvisningen överklagas…", (_S.DISMISSED,), "Överklagandet är inte avvisat."
    ),
    _A.JUDGMENT: _Rule(
        "Registrera domstolens avgörande…",
        (_S.HANDED_OVER,),
        "Överklagandet är inte överlämnat till domstol.",
    ),
    _A.HIGHER_COURT: _Rule(
        "Registrera överklagande till högre domstol…",
        (_S.SETTLED,),
        "Domstolen har inte avgjort överklagandet.",
        _judged,
    ),
    _A.WITHDRAW: _Rule(
        "Registrera återkallelse…",
        (_S.RECEIVED, _S.IN_TIME, _S.LATE, _S.RECONSIDERED, _S.HANDED_OVER),
        "Överklagandet är avslutat och kan inte återkallas.",
    ),
    _A.SET_INHIBITION: _Rule("Registrera inhibition…", tuple(_S), "", _no_inhibition),
    _A.LIFT_INHIBITION: _Rule("Registrera att inhibitionen är hävd…", tuple(_S), "", _inhibition),
}
"""Every act in the order of the menu."""

_PRIMARY: dict[AppealState, tuple[AppealAct, ...]] = {
    _S.RECEIVED: (_A.TEST_TIME,),
    _S.IN_TIME: (_A.RECONSIDER,),
    _S.LATE: (_A.DISMISS,),
    _S.RECONSIDERED: (_A.CLOSE, _A.HAND_OVER),
    _S.HANDED_OVER: (_A.JUDGMENT,),
    _S.DISMISSED: (),
    _S.SETTLED: (),
}


def refusal(facts: AppealFacts, act: AppealAct) -> str:
    """Why the act is not permitted, empty when it is."""
    if facts.disqualified:
        return facts.disqualified
    rule = RULES[act]
    if facts.state not in rule.states:
        return rule.elsewhere
    return rule.guard(facts) if rule.guard else ""


def offers_of(facts: AppealFacts) -> tuple[AppealAction, ...]:
    """Every act in the order of the menu, the forbidden ones with their reason."""
    return tuple(_offer(facts, act) for act in RULES)


def next_step_of(facts: AppealFacts) -> AppealAction | None:
    """The one act offered first; None when the appeal rests."""
    wanted = [_offer(facts, act) for act in _PRIMARY[facts.state]]
    return next((offer for offer in wanted if offer.enabled), wanted[0] if wanted else None)


def _offer(facts: AppealFacts, act: AppealAct) -> AppealAction:
    reason = refusal(facts, act)
    return AppealAction(act, RULES[act].label, not reason, reason)

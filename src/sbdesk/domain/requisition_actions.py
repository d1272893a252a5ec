"""Says which acts a case permits and why the others are refused: one answer for menu, service and test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain import requisition_guards as guards
from sbdesk.domain.requisition_guards import Guard, Refusal
from sbdesk.domain.requisition_status import CaseFacts, Stage, stage_of


class Act(StrEnum):
    """What an officer may do with a case."""

    REGISTER = "register"
    CLOSE_UNREQUESTED = "close_unrequested"
    REOPEN_AWARD = "reopen_award"
    EXPLAIN = "explain"
    PROPOSE = "propose"
    PROPOSE_REFUSAL = "propose_refusal"
    ASK_COMPLETION = "ask_completion"
    COMPLETE = "complete"
    EXTEND_COMPLETION = "extend_completion"
    DECIDE_WITHOUT = "decide_without"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    DECIDE = "decide"
    RETURN = "return"
    PREVIEW = "preview"
    MARK_SENT = "mark_sent"
    CONFIRM_ACCOUNT = "confirm_account"
    PREPARE_PAYOUT = "prepare_payout"
    APPROVE_PAYOUT = "approve_payout"
    CONFIRM_PAYOUT = "confirm_payout"
    CANCEL_PAYOUT = "cancel_payout"
    UNDO_CONFIRM_PAYOUT = "undo_confirm_payout"
    OPEN_REPORT = "open_report"
    SET_CASE_NUMBER = "set_case_number"
    HOLD = "hold"
    RELEASE = "release"
    NOTE = "note"
    DISQUALIFY = "disqualify"


@dataclass(frozen=True, slots=True)
class CaseAction:
    """An act as the case page shows it; ``reason`` tells why it is disabled."""

    act: Act
    label: str
    enabled: bool
    reason: str = ""


_S = Stage
_CHECKED = (_S.CHECKING, _S.READY)
_OPEN = (*_CHECKED, _S.INCOMPLETE)
_DECIDED = (_S.GRANTED, _S.PAYOUT_PLANNED, _S.PAYOUT_APPROVED, _S.PAYOUT_STOPPED, _S.PAID)
_EVERY = tuple(Stage)


@dataclass(frozen=True, slots=True)
class _Rule:
    label: str
    stages: tuple[Stage, ...]
    needs: str
    guard: Guard | None = None
    todo: str = ""


_NO_REQUISITION = "Ingen rekvisition är registrerad."
_NOT_PROPOSED = "Ärendet är inte lämnat för beslut."
_NOT_ASKED = "Ingen komplettering är begärd."
_NOT_GRANTED = "Inget bidrag är beviljat som väntar på utbetalning."

RULES: dict[Act, _Rule] = {
    Act.REGISTER: _Rule(
        "Registrera rekvisition",
        (_S.EXPECTED, _S.REFUSED, _S.WITHDRAWN, _S.ENDED),
        "Mottagaren har redan en rekvisition i det här statsbidraget.",
        todo="Öppna den och välj Ändra uppgift i rekvisitionen.",
    ),
    Act.PROPOSE: _Rule("Lämna över för beslut", _CHECKED, _NO_REQUISITION, guards.may_propose),
    Act.EXPLAIN: _Rule(
        "Ange skäl för avvikelser…", _CHECKED, "Rekvisitionen är inte under kontroll.", guards.unexplained
    ),
    Act.ASK_COMPLETION: _Rule(
        "Begär komplettering…", _CHECKED, "Rekvisitionen är inte under kontroll.", guards.has_case_number
    ),
    Act.COMPLETE: _Rule("Registrera svar", (_S.INCOMPLETE,), _NOT_ASKED),
    Act.EXTEND_COMPLETION: _Rule("Förläng svarstiden…", (_S.INCOMPLETE,), _NOT_ASKED),
    Act.DECIDE_WITHOUT: _Rule("Avgör utan komplettering…", (_S.INCOMPLETE,), _NOT_ASKED, guards.time_is_over),
    Act.PROPOSE_REFUSAL: _Rule("Föreslå avslag…", _OPEN, _NO_REQUISITION),
    Act.REVISE: _Rule(
        "Ändra uppgift i rekvisitionen…", (*_OPEN, _S.GRANTED), "Rekvisitionens uppgifter är låsta nu."
    ),
    Act.WITHDRAW: _Rule("Registrera återkallelse…", _OPEN, "Rekvisitionen kan inte återkallas nu."),
    Act.DECIDE: _Rule("Registrera undertecknat beslut…", (_S.PROPOSED,), _NOT_PROPOSED, guards.may_decide),
    Act.PREVIEW: _Rule("Förhandsgranska beslut", (_S.PROPOSED,), _NOT_PROPOSED),
    Act.RETURN: _Rule("Skicka tillbaka…", (_S.PROPOSED,), _NOT_PROPOSED),
    Act.MARK_SENT: _Rule(
        "Markera beslutet som skickat…", (*_DECIDED, _S.REFUSED), "Inget beslut är fattat.", guards.not_sent
    ),
    Act.CONFIRM_ACCOUNT: _Rule(
        "Bekräfta kontot…",
        (*_OPEN, _S.PROPOSED, _S.GRANTED),
        "Det finns inget konto att bekräfta nu.",
        guards.unconfirmed_account,
    ),
    Act.PREPARE_PAYOUT: _Rule("Skapa utbetalningsunderlag", (_S.GRANTED,), _NOT_GRANTED, guards.may_prepare),
    Act.APPROVE_PAYOUT: _Rule(
        "Attestera…", (_S.PAYOUT_PLANNED,), "Ingen utbetalning väntar på attest.", guards.may_approve
    ),
    Act.CONFIRM_PAYOUT: _Rule(
        "Markera utbetald…", (_S.PAYOUT_APPROVED,), "Ingen attesterad utbetalning väntar på betalning."
    ),
    Act.CANCEL_PAYOUT: _Rule(
        "Ta ur underlaget…",
        (_S.PAYOUT_PLANNED, _S.PAYOUT_APPROVED),
        "Ingen utbetalning är förberedd.",
    ),
    Act.UNDO_CONFIRM_PAYOUT: _Rule(
        "Ångra markeringen utbetald…", (_S.PAID,), "Bidraget är inte utbetalt.", guards.nothing_built_on_it
    ),
    Act.OPEN_REPORT: _Rule("Öppna återrapport", (_S.PAID,), "Bidraget är inte utbetalt."),
    Act.REOPEN: _Rule("Öppna rekvisitionen på nytt…", (_S.WITHDRAWN,), "Rekvisitionen är inte återkallad."),
    Act.SET_CASE_NUMBER: _Rule(
        "Ändra diarienummer…",
        (_S.EXPECTED, *_OPEN, _S.PROPOSED, _S.WITHDRAWN),
        "Diarienumret står i beslutet och kan inte ändras.",
    ),
    Act.CLOSE_UNREQUESTED: _Rule(
        "Stäng som inte rekvirerat…",
        (_S.EXPECTED,),
        "Rekvisition är redan registrerad.",
        guards.window_is_over,
    ),
    Act.REOPEN_AWARD: _Rule("Öppna ärendet på nytt…", (_S.CLOSED,), "Ärendet är redan öppet."),
    Act.HOLD: _Rule(
        "Gör vilande…",
        tuple(stage for stage in _EVERY if stage not in (_S.CLOSED, _S.ON_HOLD)),
        "Ärendet är redan vilande.",
    ),
    Act.RELEASE: _Rule("Återuppta", (_S.ON_HOLD,), "Ärendet är inte vilande."),
    Act.NOTE: _Rule("Tjänsteanteckning…", _EVERY, ""),
    Act.DISQUALIFY: _Rule("Anmäl jäv…", _EVERY, ""),
}
"""Every act in the order of the menu."""

_STAGE_REASON = {
    _S.EXPECTED: Refusal(_NO_REQUISITION, "Registrera rekvisitionen först."),
    _S.CLOSED: Refusal("Ärendet är avslutat.", "Välj Öppna ärendet på nytt."),
    _S.ON_HOLD: Refusal("Ärendet är vilande.", "Välj Återuppta först."),
    _S.REFUSED: Refusal("Ärendet är avslutat.", "Välj Registrera rekvisition."),
    _S.ENDED: Refusal("Ärendet är avslutat.", "Välj Registrera rekvisition."),
    _S.WITHDRAWN: Refusal("Rekvisitionen är återkallad.", "Öppna den på nytt eller registrera en ny."),
    _S.PROPOSED: Refusal("Ärendet är lämnat för beslut.", "Invänta beslutet eller skicka tillbaka det."),
}

_PRIMARY = {
    _S.EXPECTED: (Act.REGISTER,),
    _S.CHECKING: (Act.PROPOSE,),
    _S.READY: (Act.PROPOSE,),
    _S.INCOMPLETE: (Act.COMPLETE,),
    _S.PROPOSED: (Act.DECIDE,),
    _S.GRANTED: (Act.MARK_SENT, Act.CONFIRM_ACCOUNT, Act.PREPARE_PAYOUT),
    _S.PAYOUT_PLANNED: (Act.APPROVE_PAYOUT,),
    _S.PAYOUT_APPROVED: (Act.CONFIRM_PAYOUT,),
    _S.PAID: (Act.OPEN_REPORT,),
    _S.REFUSED: (Act.MARK_SENT, Act.REGISTER),
    _S.WITHDRAWN: (Act.REOPEN,),
    _S.ENDED: (Act.REGISTER,),
    _S.ON_HOLD: (Act.RELEASE,),
    _S.CLOSED: (Act.REOPEN_AWARD,),
    _S.PAYOUT_STOPPED: (),
}


def refusal(facts: CaseFacts, act: Act) -> Refusal | None:
    """Why the act is not permitted; None when it is."""
    if facts.disqualified:
        return Refusal(facts.disqualified, "Lämna över ärendet till någon annan.")
    rule, stage = RULES[act], stage_of(facts)
    if stage not in rule.stages:
        # A second requisition is refused as such, whatever stage the first has reached.
        second = act is Act.REGISTER and stage not in (Stage.CLOSED, Stage.ON_HOLD)
        return Refusal(rule.needs, rule.todo) if second else _stage_reason(stage, rule)
    return rule.guard(facts) if rule.guard else None


def _stage_reason(stage: Stage, rule: _Rule) -> Refusal:
    return _STAGE_REASON.get(stage) or Refusal(rule.needs, rule.todo)


def actions_of(facts: CaseFacts) -> tuple[CaseAction, ...]:
    """Every act in the order of the menu, the forbidden ones with their reason."""
    return tuple(_action(facts, act) for act in RULES)


def next_step_of(facts: CaseFacts) -> CaseAction | None:
    """The one act the case offers first: of the stage's acts the first that is permitted, else its last."""
    offered = [_action(facts, act) for act in _PRIMARY[stage_of(facts)]]
    return next((action for action in offered if action.enabled), offered[-1] if offered else None)


def menu_of(facts: CaseFacts) -> tuple[CaseAction, ...]:
    """What stands under Fler åtgärder: acts that belong to the stage, permitted or refused by a guard."""
    stage, first = stage_of(facts), next_step_of(facts)
    return tuple(
        action
        for action in actions_of(facts)
        if stage in RULES[action.act].stages and (first is None or action.act is not first.act)
    )


def _action(facts: CaseFacts, act: Act) -> CaseAction:
    found = refusal(facts, act)
    label = RULES[act].label
    if act is Act.DECIDE and not facts.signed_outside:
        label = "Besluta…"
    if act is Act.REGISTER and stage_of(facts) is not Stage.EXPECTED:
        label = "Registrera ny rekvisition"
    return CaseAction(act, label, found is None, "" if found is None else found.text)

"""Says which acts a case permits and why the others are refused: one answer for menu, service and test."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.domain.requisition_acts import Act, ActRule
from sbdesk.domain.requisition_acts_award import AWARD_ACTS
from sbdesk.domain.requisition_acts_decided import DECIDED_ACTS
from sbdesk.domain.requisition_acts_entered import ENTERED
from sbdesk.domain.requisition_guards import Refusal
from sbdesk.domain.requisition_status import CaseFacts, Stage, stage_of

__all__ = ["RULES", "Act", "CaseAction", "actions_of", "menu_of", "next_step_of", "refusal"]


@dataclass(frozen=True, slots=True)
class CaseAction:
    """An act as the case page shows it; ``reason`` tells why it is disabled."""

    act: Act
    label: str
    enabled: bool
    reason: str = ""


RULES: dict[Act, ActRule] = {**ENTERED, **DECIDED_ACTS, **AWARD_ACTS}
"""Every act in the order of the menu; a noun with acts of its own on the case joins its table here."""

_STAGE_REASON = {
    Stage.EXPECTED: Refusal("Ingen rekvisition är registrerad.", "Registrera rekvisitionen först."),
    Stage.INCOMPLETE: Refusal(
        "Komplettering är begärd och inväntas.",
        "Registrera svaret, eller avgör utan komplettering när svarstiden har gått ut.",
    ),
    Stage.CLOSED: Refusal("Ärendet är avslutat.", "Välj Öppna ärendet på nytt."),
    Stage.ON_HOLD: Refusal("Ärendet är vilande.", "Välj Återuppta först."),
    Stage.REFUSED: Refusal("Ärendet är avslutat.", "Välj Registrera rekvisition."),
    Stage.ENDED: Refusal("Ärendet är avslutat.", "Välj Registrera rekvisition."),
    Stage.WITHDRAWN: Refusal("Rekvisitionen är återkallad.", "Öppna den på nytt eller registrera en ny."),
    Stage.PROPOSED: Refusal("Ärendet är lämnat för beslut.", "Invänta beslutet eller skicka tillbaka det."),
}

_PRIMARY = {
    Stage.EXPECTED: (Act.REGISTER,),
    Stage.CHECKING: (Act.PROPOSE,),
    Stage.READY: (Act.PROPOSE,),
    Stage.INCOMPLETE: (Act.COMPLETE,),
    Stage.PROPOSED: (Act.DECIDE,),
    Stage.GRANTED: (Act.MARK_SENT, Act.CONFIRM_ACCOUNT, Act.PREPARE_PAYOUT),
    Stage.PAYOUT_PLANNED: (Act.APPROVE_PAYOUT,),
    Stage.PAYOUT_APPROVED: (Act.CONFIRM_PAYOUT,),
    Stage.PAID: (Act.OPEN_REPORT,),
    Stage.REFUSED: (Act.MARK_SENT, Act.REGISTER),
    Stage.WITHDRAWN: (Act.WRITE_OFF_CASE,),
    Stage.ENDED: (Act.MARK_SENT, Act.REGISTER),
    Stage.ON_HOLD: (Act.RELEASE,),
    Stage.CLOSED: (Act.REOPEN_AWARD,),
    Stage.PAYOUT_STOPPED: (),
    Stage.PAYOUT_HELD: (Act.RELEASE_PAYOUT,),
}


def refusal(facts: CaseFacts, act: Act) -> Refusal | None:
    """Why the act is not permitted; None when it is."""
    # The one who has reported jäv hands the case over to somebody else, and does nothing more with it.
    if facts.disqualified and act is not Act.ASSIGN:
        return Refusal(facts.disqualified, "Lämna över ärendet till någon annan.")
    rule, stage = RULES[act], stage_of(facts)
    if stage not in rule.stages:
        # A second requisition is refused as such, whatever stage the first has reached.
        second = act is Act.REGISTER and stage not in (Stage.CLOSED, Stage.ON_HOLD)
        return Refusal(rule.needs, rule.todo) if second else _stage_reason(facts, stage, rule)
    return rule.guard(facts) if rule.guard else None


def _stage_reason(facts: CaseFacts, stage: Stage, rule: ActRule) -> Refusal:
    if stage is Stage.PAYOUT_HELD:
        why = facts.payout_stop.rstrip(".")
        return Refusal(f"Utbetalningen är stoppad tills vidare: {why}.", "Släpp utbetalningen först.")
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

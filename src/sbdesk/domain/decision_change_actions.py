"""Which acts a prepared change of a decision permits, and what is said of it beside the case's status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.decision_changes import ChangeFacts, fault, hearing_fault


class ChangeAct(StrEnum):
    """What can be done with a change that is prepared and not yet decided."""

    WRITE_HEARING = "write_hearing"
    MARK_HEARING_SENT = "mark_hearing_sent"
    REGISTER_ANSWER = "register_answer"
    PROPOSE = "propose"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """An act as the pane shows it; ``reason`` tells why it is disabled."""

    act: ChangeAct
    label: str
    enabled: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeStanding:
    """A prepared change: its facts, and whether it waits for the decider already."""

    facts: ChangeFacts
    proposed: bool = False
    disqualified: str = ""


LABELS = {
    ChangeAct.WRITE_HEARING: "Skapa brev inför beslut…",
    ChangeAct.MARK_HEARING_SENT: "Markera brevet som skickat…",
    ChangeAct.REGISTER_ANSWER: "Registrera yttrande…",
    ChangeAct.PROPOSE: "Lämna över för beslut…",
    ChangeAct.DROP: "Avbryt ändringen…",
}


def refusal(it: ChangeStanding, act: ChangeAct) -> str:
    """Why the act is not permitted, empty when it is."""
    if it.disqualified:
        return it.disqualified
    if it.proposed:
        return "Ändringen är lämnad för beslut. Invänta beslutet eller skicka tillbaka det."
    heard = it.facts.heard
    if act is ChangeAct.WRITE_HEARING:
        return _may_write(it.facts)
    if act is ChangeAct.MARK_HEARING_SENT:
        if heard is None or not heard.covers_it:
            return "Brevet inför beslut är inte skapat."
        return "Brevet är redan markerat som skickat." if heard.sent_on else ""
    if act is ChangeAct.REGISTER_ANSWER:
        sent = heard is not None and heard.sent_on is not None
        return "" if sent else "Brevet inför beslut är inte markerat som skickat."
    if act is ChangeAct.PROPOSE:
        found = fault(it.facts) or hearing_fault(it.facts)
        return f"{found.what} {found.todo}" if found else ""
    return ""


def _may_write(facts: ChangeFacts) -> str:
    found = fault(facts)
    if found is not None:
        return f"{found.what} {found.todo}"
    if not facts.needs_hearing:
        return (
            "Ändringen behöver inget brev: den är inte till mottagarens nackdel, eller så är beslutet inte "
            "skickat."
        )
    return ""


def offers_of(it: ChangeStanding) -> tuple[ChangeAction, ...]:
    """Every act in the order of the menu, the forbidden ones with their reason."""
    made = []
    for act in ChangeAct:
        reason = refusal(it, act)
        made.append(ChangeAction(act, LABELS[act], not reason, reason))
    return tuple(made)


def next_step_of(it: ChangeStanding) -> ChangeAction | None:
    """The one act offered first; None while it waits for the decider."""
    if it.proposed:
        return None
    offered = {action.act: action for action in offers_of(it)}
    heard = it.facts.heard
    if offered[ChangeAct.PROPOSE].enabled or not it.facts.needs_hearing:
        return offered[ChangeAct.PROPOSE]
    if heard is None or not heard.covers_it:
        return offered[ChangeAct.WRITE_HEARING]
    if heard.sent_on is None:
        return offered[ChangeAct.MARK_HEARING_SENT]
    return offered[ChangeAct.REGISTER_ANSWER]


def words_beside(waits_until: date | None) -> str:
    """The open change beside the case's status; ``waits_until``: the recipient may still answer."""
    if waits_until is not None:
        return f"Ändring av beslutet: väntar på yttrande senast {waits_until.isoformat()}"
    return "Ändring av beslutet: handläggaren förbereder"

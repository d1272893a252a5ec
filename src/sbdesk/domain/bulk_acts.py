"""The acts that may be done with many cases at once, in the words of the list's bar."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.requisition_actions import Act


class BulkAct(StrEnum):
    """What an officer may do with every ticked case, one transaction each but for the collective decision."""

    EXPLAIN = "explain"
    PROPOSE = "propose"
    DECIDE = "decide"
    DECIDE_TOGETHER = "decide_together"
    MARK_SENT = "mark_sent"
    SAVE_LETTERS = "save_letters"
    PREPARE_PAYOUT = "prepare_payout"
    ASSIGN = "assign"


BEHIND: dict[BulkAct, Act] = {
    BulkAct.EXPLAIN: Act.EXPLAIN,
    BulkAct.PROPOSE: Act.PROPOSE,
    BulkAct.DECIDE: Act.DECIDE,
    BulkAct.DECIDE_TOGETHER: Act.DECIDE,
    BulkAct.MARK_SENT: Act.MARK_SENT,
    BulkAct.PREPARE_PAYOUT: Act.PREPARE_PAYOUT,
}
"""The act of one case that asks the same of it; saving files and assigning have none."""

_LABELS = {
    BulkAct.EXPLAIN: "Ange samma skäl för alla valda…",
    BulkAct.PROPOSE: "Lämna över för beslut…",
    BulkAct.DECIDE: "Registrera undertecknade beslut…",
    BulkAct.DECIDE_TOGETHER: "Samlat beslut med bilaga…",
    BulkAct.MARK_SENT: "Markera besluten som skickade…",
    BulkAct.SAVE_LETTERS: "Spara breven i en mapp…",
    BulkAct.PREPARE_PAYOUT: "Skapa utbetalningsunderlag…",
    BulkAct.ASSIGN: "Tilldela…",
}


def label_of(act: BulkAct, *, signed_outside: bool) -> str:
    """The button's words; with personal logins the decider decides instead of registering a signature."""
    if act is BulkAct.DECIDE and not signed_outside:
        return "Besluta…"
    return _LABELS[act]


def command_of(act: BulkAct, award_id: int, mark: str) -> str:
    """The id that makes a repeated run do nothing: the case, the act, and what the case looked like."""
    return f"bulk:{act.value}:{award_id}:{mark}"


def sum_words(can: int, sum_ore: Ore, cannot: int) -> str:
    """``Kan: 5 (31 203 000 kr) · Kan inte: 2``; the sum in öre is left out where the act moves no money."""
    amount = f" ({format_kronor(sum_ore)})" if sum_ore else ""
    return f"Kan: {can}{amount} · Kan inte: {cannot}"

"""The words of acts with many cases: what the bar offers, what is confirmed, which fields an act asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sbdesk.domain.bulk_acts import BulkAct, label_of
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui import formats
from sbdesk.services.bulk_decisions import BulkResult, Outcome, Preflight
from sbdesk.services.requisition_rows import CaseRow

HINT = "Mellanslag väljer ett ärende, Ctrl+A alla som visas."
NOTHING_CHOSEN = "Välj minst ett ärende först. Mellanslag väljer ett, Ctrl+A alla som visas."


class Field(Enum):
    """A row of the form on the preflight page, in its order."""

    PERSON = 0
    DAY = 1
    CHANNEL = 2
    CASE_NUMBER = 3
    FILE = 4
    FOLDER = 5
    REASON = 6
    REASONS = 7
    ACCOUNT = 8
    ITEM = 9
    CENTRE = 10
    COUNTERPARTY = 11
    REFERENCE = 12


_BOOKING = (Field.ACCOUNT, Field.ITEM, Field.CENTRE, Field.COUNTERPARTY, Field.REFERENCE)
_SIGNED = (Field.PERSON, Field.DAY, Field.FILE)


def fields_of(plan: Preflight) -> tuple[Field, ...]:
    """What the act asks for; with personal logins a decision asks for no signature."""
    signed = _SIGNED if plan.signed_outside else ()
    asked: dict[BulkAct, tuple[Field, ...]] = {
        BulkAct.EXPLAIN: (Field.REASON,),
        BulkAct.PROPOSE: (Field.PERSON, *(_per_case(plan))),
        BulkAct.DECIDE: signed,
        BulkAct.DECIDE_TOGETHER: (*signed, Field.CASE_NUMBER),
        BulkAct.MARK_SENT: (Field.DAY, Field.CHANNEL),
        BulkAct.SAVE_LETTERS: (Field.FOLDER,),
        BulkAct.PREPARE_PAYOUT: _BOOKING,
        BulkAct.ASSIGN: (Field.PERSON,),
    }
    return asked[plan.act]


def _per_case(plan: Preflight) -> tuple[Field, ...]:
    return (Field.REASONS,) if any(case.needs_reason for case in plan.ready) else ()


def person_label(plan: Preflight) -> str:
    """What the choice of a person is called."""
    return {
        BulkAct.ASSIGN: "&Tilldela (obligatoriskt)",
        BulkAct.PROPOSE: "&Beslutsfattare (obligatorisk)",
    }.get(plan.act, "&Vem har skrivit under (obligatoriskt)")


def day_label(plan: Preflight) -> str:
    """What the day is called."""
    sent = plan.act is BulkAct.MARK_SENT
    return "Skickade den &dag (obligatorisk)" if sent else "&Underskrivna den dag (obligatorisk)"


_INTRO = {
    BulkAct.EXPLAIN: "Samma skäl sparas för varje avvikelse som väntar på skäl.",
    BulkAct.PROPOSE: "Varje förslag beviljar det som är rekvirerat, högst det som är avsatt.",
    BulkAct.DECIDE_TOGETHER: "Ett beslut med ett nummer, belopp per mottagare i en bilaga och "
    "ett följebrev till var och en. Hindras ett ärende fattas inget beslut.",
    BulkAct.MARK_SENT: "Programmet skickar ingenting. Markera när du har skickat breven.",
    BulkAct.SAVE_LETTERS: "Breven sparas som PDF-filer, en för varje brev; för ett förslag sparas utkastet.",
    BulkAct.PREPARE_PAYOUT: "Samma kontering används för alla utbetalningarna.",
    BulkAct.ASSIGN: "Ärendena byter handläggare.",
}


def intro_of(plan: Preflight) -> str:
    """What the act does, in a sentence or two."""
    if plan.act is not BulkAct.DECIDE:
        return _INTRO[plan.act]
    if plan.signed_outside:
        return (
            "Varje ärende får sitt beslut, sitt nummer och sitt brev. En undertecknad sida gäller för alla."
        )
    return "Varje ärende får sitt beslut, sitt nummer och sitt brev."


def title_of(label: str) -> str:
    """The button's words as a heading."""
    return label.rstrip("…")


def go_on(plan: Preflight) -> str:
    """``Fortsätt med 5``."""
    return f"&Fortsätt med {len(plan.ready)}"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The question before what cannot be undone; ``ok`` is the verb on the button."""

    title: str
    text: str
    ok: str


def confirmation_of(plan: Preflight) -> Confirmation:
    """``Bevilja 5 mottagare 31 203 000 kr? Det kan inte ångras.``"""
    grants = [case for case in plan.ready if case.amount_ore]
    others = len(plan.ready) - len(grants)
    parts = []
    if grants:
        receivers = formats.count(len(grants), "mottagare", "mottagare")
        parts.append(f"bevilja {receivers} {format_kronor(plan.sum_ore)}")
    if others:
        parts.append(f"besluta i {formats.count(others, 'ärende', 'ärenden')} utan belopp")
    text = " och ".join(parts)
    verb = "Besluta" if others else "Bevilja"
    question = f"{text[0].upper()}{text[1:]}? Det kan inte ångras."
    return Confirmation(title_of(plan.label), question, f"{verb} {len(plan.ready)}")


_FITS = {
    Stage.CHECKING: BulkAct.PROPOSE,
    Stage.READY: BulkAct.PROPOSE,
    Stage.PROPOSED: BulkAct.DECIDE,
    Stage.GRANTED: BulkAct.MARK_SENT,
    Stage.REFUSED: BulkAct.MARK_SENT,
}


def proposed_act(rows: Sequence[CaseRow]) -> BulkAct:
    """What most of the ticked cases wait for; the bar's first button."""
    fitting = Counter(_FITS[row.stage] for row in rows if row.stage in _FITS)
    return fitting.most_common(1)[0][0] if fitting else BulkAct.PROPOSE


def labels(*, signed_outside: bool) -> tuple[tuple[BulkAct, str], ...]:
    """Every act with its words, in the order of the menu."""
    order = (
        BulkAct.PROPOSE,
        BulkAct.DECIDE,
        BulkAct.DECIDE_TOGETHER,
        BulkAct.MARK_SENT,
        BulkAct.SAVE_LETTERS,
        BulkAct.PREPARE_PAYOUT,
        BulkAct.EXPLAIN,
        BulkAct.ASSIGN,
    )
    return tuple((act, label_of(act, signed_outside=signed_outside)) for act in order)


def chosen_words(rows: Sequence[CaseRow], hidden: int) -> str:
    """``5 valda · 31 203 000 kr``, and how many of them the filter hides."""
    if not rows:
        return HINT
    total = sum(row.requested_ore or 0 for row in rows)
    words = f"{formats.count(len(rows), 'vald', 'valda')} · {format_kronor(total)}"
    return f"{words} · {formats.count(hidden, 'dold', 'dolda')} av filtret" if hidden else words


def result_words(result: BulkResult) -> str:
    """The heading's line: how many, and what was moved."""
    done = result.count(Outcome.DONE)
    amount = f" ({format_kronor(result.sum_ore)})" if result.sum_ore and done else ""
    counted = [f"{done} klara{amount}"]
    before, left = result.count(Outcome.BEFORE), result.count(Outcome.NOT_DONE)
    counted += [f"{before} redan gjorda"] if before else []
    counted += [f"{left} inte gjorda"] if left else []
    stopped = "Avbrutet. Det som är klart är kvar. " if result.cancelled else ""
    return stopped + " · ".join(counted)

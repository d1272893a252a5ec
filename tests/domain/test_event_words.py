"""Every verb of the requisition's, decision's and payout's services has Swedish words."""

from __future__ import annotations

import ast
from pathlib import Path

from sbdesk.domain.event_words import WORDS, detail_of, words_of
from sbdesk.services import payouts, requisitions

MODULES = (
    "case_acts",
    "check_acts",
    "contacts",
    "decision_acts",
    "decisions",
    "dispatches",
    "document_store",
    "operations",
    "parties",
    "payout_accounts",
    "payouts",
    "recipient_accounts",
    "recipients",
    "recipients_merging",
    "representatives",
    "requisitions",
)


def recorded_verbs(module: str) -> set[str]:
    """The literals among the first arguments of ``record``, ``tell``, ``_tell`` and ``_note_event``."""
    source = (Path(requisitions.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in {"record", "tell", "_tell", "_note_event"}:
                texts = [a.value for a in node.args[:3] if isinstance(a, ast.Constant)]
                found.update(text for text in texts if isinstance(text, str))
    return found


def test_every_verb_has_words() -> None:
    verbs = set().union(*(recorded_verbs(module) for module in MODULES))
    assert {"decide", "confirm", "dispatch", "hold", "propose", "withdraw"} <= verbs
    assert verbs <= set(WORDS)
    assert payouts.__doc__


def test_an_unknown_verb_is_no_code_word() -> None:
    assert words_of("future_verb") == "Annan åtgärd i ärendet"


def test_details_show_old_and_new() -> None:
    told = detail_of(
        {"answer_due_on": "2026-07-01", "requested_ore": 100},
        {"answer_due_on": "2026-07-15", "requested_ore": 100, "state": "x", "number": ""},
        "semester",
    )
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "rekvirerat 1 kr · svar senast 2026-07-01 → 2026-07-15 · Skäl: semester"
    )
    assert detail_of(None, None, None) == ""

"""Draws the invented letters: which wording and which renderer belong to which content."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from documents import (
    examples,
    examples_appeals,
    examples_changes,
    examples_collective,
    examples_hearings,
    examples_programmes,
    examples_protocols,
    examples_recoveries,
)
from pypdf import PdfReader

from sbdesk.documents.appeal_dismissal import (
    AppealDismissalContent,
    appeal_dismissal,
    render_appeal_dismissal,
)
from sbdesk.documents.appeal_handover import AppealHandoverContent, appeal_handover, render_appeal_handover
from sbdesk.documents.blocks import Letter
from sbdesk.documents.change_content import ChangeContent, ChangeHearingContent
from sbdesk.documents.change_decision import change_decision, render_change_decision
from sbdesk.documents.change_hearing import change_hearing, render_change_hearing
from sbdesk.documents.closing_decision import ClosingContent, closing_decision, render_closing_decision
from sbdesk.documents.collective_content import CollectiveContent, CoveringContent
from sbdesk.documents.collective_decision import collective_decision, render_collective_decision
from sbdesk.documents.completion_letter import CompletionContent, completion_letter, render_completion_letter
from sbdesk.documents.completion_reminder import (
    CompletionReminderContent,
    completion_reminder,
    render_completion_reminder,
)
from sbdesk.documents.covering_letter import covering_letter, render_covering_letter
from sbdesk.documents.decision_content import DecisionContent
from sbdesk.documents.decision_letter import decision_letter, render_decision_letter
from sbdesk.documents.hearing_letter import HearingContent, hearing_letter, render_hearing_letter
from sbdesk.documents.invoice import InvoiceContent, invoice, render_invoice
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.reconciliation_protocol import (
    ReconciliationContent,
    reconciliation_protocol,
    render_reconciliation_protocol,
)
from sbdesk.documents.recovery_decision import RecoveryContent, recovery_decision, render_recovery_decision
from sbdesk.documents.wording import Wording, load_wording

KINDS: dict[type, tuple[str, Any, Any]] = {
    DecisionContent: ("decision", decision_letter, render_decision_letter),
    HearingContent: ("hearing", hearing_letter, render_hearing_letter),
    RecoveryContent: ("recovery", recovery_decision, render_recovery_decision),
    InvoiceContent: ("invoice", invoice, render_invoice),
    ReconciliationContent: ("reconciliation", reconciliation_protocol, render_reconciliation_protocol),
    CompletionContent: ("completion", completion_letter, render_completion_letter),
    CompletionReminderContent: ("completion_reminder", completion_reminder, render_completion_reminder),
    ClosingContent: ("closing", closing_decision, render_closing_decision),
    ChangeContent: ("change", change_decision, render_change_decision),
    ChangeHearingContent: ("change_hearing", change_hearing, render_change_hearing),
    CollectiveContent: ("collective", collective_decision, render_collective_decision),
    CoveringContent: ("covering", covering_letter, render_covering_letter),
    AppealDismissalContent: ("appeal_dismissal", appeal_dismissal, render_appeal_dismissal),
    AppealHandoverContent: ("appeal_handover", appeal_handover, render_appeal_handover),
}
_MODULES = (
    examples,
    examples_appeals,
    examples_hearings,
    examples_recoveries,
    examples_protocols,
    examples_programmes,
    examples_changes,
    examples_collective,
)
ALL: dict[str, Any] = {
    name: value for module in _MODULES for name, value in vars(module).items() if type(value) in KINDS
}
LONG = ("HEARING_MANY", "PROTOCOL_LONG")
GOLDEN = [name for name in ALL if name not in LONG]


def wording_for(content: Any) -> Wording:
    letter, programme = KINDS[type(content)][0], content.case.programme
    if programme in examples_programmes.OWN_FACTS:
        return programme_wording(letter, examples_programmes.OWN_FACTS[programme])
    return load_wording(letter, programme)


def letter_of(content: Any, wording: Wording | None = None) -> Letter:
    made: Letter = KINDS[type(content)][1](content, wording or wording_for(content))
    return made


def pdf_of(content: Any) -> bytes:
    data: bytes = KINDS[type(content)][2](content, wording_for(content))
    return data


def reader_of(content: Any) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(content)))


def text_of(content: Any) -> str:
    return "\n".join(page.extract_text() for page in reader_of(content).pages)


def one_line(text: str) -> str:
    """Without line breaks and fixed spaces, so that a sentence is found wherever its lines break."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def sums() -> dict[str, str]:
    """SHA-256 of every letter that has a golden file."""
    return {name: hashlib.sha256(pdf_of(ALL[name])).hexdigest() for name in GOLDEN}


if __name__ == "__main__":
    for name, digest in sums().items():
        print(name, digest)

"""Draws the invented letters: which wording and which renderer belong to which content."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from documents import examples, examples_hearings, examples_protocols, examples_recoveries
from pypdf import PdfReader

from sbdesk.documents.blocks import Letter
from sbdesk.documents.completion_letter import CompletionContent, completion_letter, render_completion_letter
from sbdesk.documents.decision_content import DecisionContent
from sbdesk.documents.decision_letter import decision_letter, render_decision_letter
from sbdesk.documents.hearing_letter import HearingContent, hearing_letter, render_hearing_letter
from sbdesk.documents.invoice import InvoiceContent, invoice, render_invoice
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
}
_MODULES = (examples, examples_hearings, examples_recoveries, examples_protocols)
ALL: dict[str, Any] = {
    name: value for module in _MODULES for name, value in vars(module).items() if type(value) in KINDS
}
LONG = ("HEARING_MANY", "PROTOCOL_LONG")
GOLDEN = [name for name in ALL if name not in LONG]


def wording_for(content: Any) -> Wording:
    return load_wording(KINDS[type(content)][0], "csd-2026")


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

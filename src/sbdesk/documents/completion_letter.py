"""The letter that asks for what a requisition lacks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sbdesk.documents.blocks import Bullets, Heading, Item, Letter, Paragraph, Tone
from sbdesk.documents.content import (
    Agency,
    Case,
    ContentFault,
    Marks,
    Person,
    Recipient,
    require_case_number,
)
from sbdesk.documents.frame import assemble, case_facts, closing_blocks, letterhead
from sbdesk.documents.phrases import kronor, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class CompletionContent:
    """Everything the letter says; ``items`` are the officer's sentences on what is missing, amount in öre."""

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    received_on: dt.date
    requested_ore: Ore
    items: tuple[str, ...]
    answer_due: dt.date
    answer_email: str
    contact: Person

    def __post_init__(self) -> None:
        if not self.items:
            raise ContentFault("nothing is asked for")


def render_completion_letter(content: CompletionContent, wording: Wording) -> bytes:
    """The letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(completion_letter(content, wording))


def completion_letter(content: CompletionContent, wording: Wording) -> Letter:
    """The letter's blocks."""
    require_case_number(content.case, content.marks)
    w = wording
    intro = w.text(
        "intro",
        recipient=content.recipient.name,
        requested=kronor(content.requested_ore),
        grant=w.text("grant"),
        year=str(content.case.grant_year),
        received_on=long_date(content.received_on),
    )
    return asking_letter(content, w, intro)


def asking_letter(content: Any, w: Wording, intro: str) -> Letter:
    """What is asked for and until when, after ``intro``.

    ``content`` is the request's or its reminder's: both have ``items``, ``answer_due`` and ``answer_email``.
    """
    due = w.text(
        "answer.due",
        answer_due=long_date(content.answer_due),
        email=content.answer_email,
        case_number=content.case.case_number or w.text("case_number_missing"),
    )
    blocks = [
        Heading(w.text("heading.items")),
        Paragraph(intro),
        Bullets(tuple(Item(text) for text in content.items)),
        Heading(w.text("heading.answer")),
        Paragraph(due, Tone.STRONG),
        Paragraph(f"{w.text('answer.time')} {w.text('answer.silence')}"),
        *closing_blocks(content.contact, (), (), w),
    ]
    facts = case_facts(content.dated, content.case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title"),
        dated=content.dated,
        blocks=blocks,
    )

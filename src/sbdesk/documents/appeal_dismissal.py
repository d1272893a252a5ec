"""The decision to dismiss an appeal that came in too late (FL 45 §)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Tone
from sbdesk.documents.content import (
    Agency,
    Appeal,
    Authorship,
    Case,
    ContentFault,
    Marks,
    Person,
    Recipient,
    require_appeal,
    require_case_number,
)
from sbdesk.documents.frame import (
    appeal_blocks,
    assemble,
    authorship_blocks,
    case_facts,
    closing_blocks,
    letterhead,
)
from sbdesk.documents.phrases import genitive, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording


@dataclass(frozen=True)
class AppealDismissalContent:
    """Everything the decision says; ``last_on`` is the last day there was, ``reasons`` the officer's own."""

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    decision_number: str
    decided_on: dt.date
    received_on: dt.date
    last_on: dt.date
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.received_on <= self.last_on:
            raise ContentFault("an appeal that came in time is not dismissed")


def render_appeal_dismissal(content: AppealDismissalContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(appeal_dismissal(content, wording))


def appeal_dismissal(content: AppealDismissalContent, wording: Wording) -> Letter:
    """The decision's blocks."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w = wording
    dismiss = w.text(
        "decision.dismiss",
        agency=content.agency.name,
        recipient_genitive=genitive(content.recipient.name),
        decided_on=long_date(content.decided_on),
        number=content.decision_number,
        case_number=content.case.case_number or w.text("case_number_missing"),
    )
    rule = f"{w.text('reasons.rule')} {w.text('reasons.last', last_on=long_date(content.last_on))}"
    blocks: list[Block] = [
        Heading(w.text("heading.decision")),
        Paragraph(dismiss, Tone.STRONG),
        Heading(w.text("heading.matter")),
        Paragraph(w.text("matter.received", received_on=long_date(content.received_on))),
        Heading(w.text("heading.reasons")),
        Paragraph(rule),
        *(Paragraph(reason) for reason in content.reasons),
        Paragraph(w.text("reasons.conclusion")),
        *appeal_blocks(content.appeal, w),
        *authorship_blocks(content.authorship, w),
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

"""The decision that ends a case without trying it: dismissed (avvisning) or written off (avskrivning).

``render_closing_decision(content: ClosingContent, wording: Wording) -> bytes`` with
``load_wording("closing", programme)``. Such a decision has reasons and appeal, and no conditions.
"""

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
from sbdesk.documents.phrases import genitive, kronor, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class ClosingContent:
    """Everything the decision says; ``kind`` is DISMISS or WRITE_OFF_CASE, amounts in öre.

    ``reasons``: the officer's own paragraphs, mandatory unless ``withdrawn_on`` (the day the recipient took
    its requisition back) says why a case is written off.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    kind: DecisionKind
    dated: dt.date
    received_on: dt.date
    requested_ore: Ore
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    reasons: tuple[str, ...] = ()
    withdrawn_on: dt.date | None = None
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in (DecisionKind.DISMISS, DecisionKind.WRITE_OFF_CASE):
            raise ContentFault(f"{self.kind} does not close a case untried")
        written_off = self.kind is DecisionKind.WRITE_OFF_CASE
        if self.withdrawn_on and not written_off:
            raise ContentFault("what is taken back is written off, not dismissed")
        if not self.reasons and not self.withdrawn_on:
            raise ContentFault("reasons are missing (FL 32 §)")


def render_closing_decision(content: ClosingContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(closing_decision(content, wording))


def closing_decision(content: ClosingContent, wording: Wording) -> Letter:
    """The decision's blocks."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w, case = wording, content.case
    grant, year = w.text("grant"), str(case.grant_year)
    blocks = _operative(content, w) + _matter(content, w) + _reasons(content, w)
    blocks += appeal_blocks(content.appeal, w) + authorship_blocks(content.authorship, w)
    blocks += closing_blocks(content.contact, (), content.copies, w)
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text(f"{content.kind.value}.title", grant=grant, year=year),
        dated=content.dated,
        blocks=blocks,
    )


def _operative(content: ClosingContent, w: Wording) -> list[Block]:
    words = w.text(
        f"{content.kind.value}.decision",
        agency=content.agency.name,
        recipient_genitive=genitive(content.recipient.name),
        requested=kronor(content.requested_ore),
    )
    return [Heading(w.text("heading.decision")), Paragraph(words, Tone.STRONG)]


def _matter(content: ClosingContent, w: Wording) -> list[Block]:
    words = w.text(
        "matter.requested",
        recipient=content.recipient.name,
        requested=kronor(content.requested_ore),
        grant=w.text("grant"),
        year=str(content.case.grant_year),
        received_on=long_date(content.received_on),
    )
    if content.withdrawn_on:
        words += " " + w.text("matter.withdrawn", withdrawn_on=long_date(content.withdrawn_on))
    return [Heading(w.text("heading.matter")), Paragraph(words)]


def _reasons(content: ClosingContent, w: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(w.text("heading.reasons"))]
    if content.withdrawn_on:
        blocks.append(Paragraph(w.text("write_off_case.withdrawn")))
    blocks += [Paragraph(reason) for reason in content.reasons]
    return [*blocks, Paragraph(w.text(f"{content.kind.value}.conclusion"))]

"""The letter that goes to each recipient with a collective decision: its own amount, account and case.

``render_covering_letter(content: CoveringContent, wording) -> bytes`` with
``load_wording("covering", programme)``, which builds on the texts of the single decision.
"""

from __future__ import annotations

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Tone
from sbdesk.documents.collective_content import CoveringContent
from sbdesk.documents.content import require_case_number
from sbdesk.documents.decision_terms import part_blocks, payment_words, report_blocks, sentences
from sbdesk.documents.frame import assemble, case_facts, closing_blocks, letterhead
from sbdesk.documents.phrases import kronor, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording


def render_covering_letter(content: CoveringContent, wording: Wording) -> bytes:
    """The letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(covering_letter(content, wording))


def covering_letter(content: CoveringContent, wording: Wording) -> Letter:
    """The letter's blocks."""
    require_case_number(content.case, content.marks)
    w, case, row = wording, content.case, content.row
    blocks = _amount(content, w)
    blocks += [
        Heading(w.text("heading.payment")),
        Paragraph(payment_words(content.terms, content.account, w)),
    ]
    blocks += report_blocks(content.terms, case, w)
    read = sentences(w.text("covering.read"), w.text("covering.refused_read") if row.refused_ore else "")
    blocks += [Heading(w.text("heading.read")), Paragraph(read)]
    blocks += closing_blocks(content.contact, content.attachments, (), w)
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title", grant=w.text("grant"), year=str(case.grant_year)),
        dated=content.dated,
        blocks=blocks,
    )


def _amount(content: CoveringContent, w: Wording) -> list[Block]:
    row = content.row
    decided = w.text(
        "covering.decided",
        decided_on=long_date(content.decided_on),
        number=content.decision_number,
        case_number=content.decision_case_number,
        grant=w.text("grant"),
        year=str(content.case.grant_year),
    )
    blocks: list[Block] = [
        Heading(w.text("heading.amount")),
        Paragraph(decided),
        Paragraph(w.text("covering.amount", granted=kronor(row.granted_ore)), Tone.STRONG),
        *part_blocks(row.parts, w),
    ]
    if row.refused_ore:
        words = w.text(
            "covering.refused", requested=kronor(row.requested_ore), refused=kronor(row.refused_ore)
        )
        blocks.append(Paragraph(words, Tone.STRONG))
    return blocks

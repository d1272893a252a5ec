"""The letter that lets a recipient speak before a decision is changed to its harm (FL 25, 37 §§).

``render_change_hearing(content: ChangeHearingContent, wording) -> bytes`` with
``load_wording("change_hearing", programme)``; the content stands in ``change_content``.
"""

from __future__ import annotations

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Tone
from sbdesk.documents.change_content import ChangeHearingContent
from sbdesk.documents.change_decision import change_fields, change_table, rules_blocks
from sbdesk.documents.content import require_case_number
from sbdesk.documents.decision_terms import sentences
from sbdesk.documents.frame import assemble, case_facts, closing_blocks, letterhead
from sbdesk.documents.phrases import enumerate_words, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.decision import DecisionKind


def render_change_hearing(content: ChangeHearingContent, wording: Wording) -> bytes:
    """The letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(change_hearing(content, wording))


def change_hearing(content: ChangeHearingContent, wording: Wording) -> Letter:
    """The letter's blocks."""
    require_case_number(content.case, content.marks)
    w = wording
    blocks = _consider(content, w)
    blocks += [Heading(w.text("heading.reasons")), *(Paragraph(text) for text in content.change.reasons)]
    blocks += rules_blocks(content.change, w) + _material(content, w) + _answer(content, w)
    blocks += closing_blocks(content.contact, content.attachments, (), w)
    facts = case_facts(content.dated, content.case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text(f"{content.change.kind.value}.title"),
        dated=content.dated,
        blocks=blocks,
    )


def _consider(content: ChangeHearingContent, w: Wording) -> list[Block]:
    case, change = content.case, content.change
    fields = change_fields(change) | {
        "grant": w.text("grant"),
        "year": str(case.grant_year),
        "recipient": content.recipient.name,
    }
    considered = f"{change.kind.value}.consider"
    if change.only_moves:
        considered = "amend.consider_moved"
    elif change.kind is DecisionKind.WITHHOLD and not change.after_ore:
        considered = "withhold.consider_whole"
    return [
        Heading(w.text("heading.consider")),
        Paragraph(w.text("consider.granted", **fields)),
        Paragraph(w.text(considered, **fields), Tone.STRONG),
        *change_table(change, w),
        Paragraph(w.text("consider.comment")),
    ]


def _material(content: ChangeHearingContent, w: Wording) -> list[Block]:
    enclosed = (
        w.text("material.enclosed", enclosed=enumerate_words(content.enclosed)) if content.enclosed else ""
    )
    other = (
        w.text("material.other", material=enumerate_words(content.other_material))
        if content.other_material
        else ""
    )
    words = sentences(enclosed, other, w.text("material.right"))
    return [Heading(w.text("heading.material")), Paragraph(words)]


def _answer(content: ChangeHearingContent, w: Wording) -> list[Block]:
    due = w.text(
        "answer.due",
        answer_due=long_date(content.answer_due),
        email=content.answer_email,
        case_number=content.case.case_number or w.text("case_number_missing"),
    )
    rest = sentences(w.text("answer.time"), w.text("answer.silence"))
    return [Heading(w.text("heading.answer")), Paragraph(due, Tone.STRONG), Paragraph(rest)]

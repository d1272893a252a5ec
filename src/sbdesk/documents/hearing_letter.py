"""The letter that lets a recipient answer before a claim is decided (FL 25 §)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Quote, Tone
from sbdesk.documents.calculation import claim_table
from sbdesk.documents.claim import (
    ClaimGround,
    ClaimKind,
    check_claim,
    ground_heading,
    row_list,
    rules_block,
    voucher_sentence,
)
from sbdesk.documents.content import Agency, Case, Marks, Person, Recipient, require_case_number
from sbdesk.documents.frame import assemble, case_facts, closing_blocks, letterhead
from sbdesk.documents.phrases import enumerate_words, kronor, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import AwardSums
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class HearingContent:
    """Everything a hearing letter says.

    ``sums``: the award's sums when the claim was proposed; ``grounds`` sum to the claim (öre). ``granted_on``
    and ``granted_case_number``: the decision that holds the conditions. ``answer_due``: last day to answer.
    ``enclosed``: what goes with the letter, as running text ("avstämningsprotokollet den 3 mars 2027");
    ``other_material``: other material of weight, likewise. ``attachments``: the enclosed documents' names.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    granted_on: dt.date
    granted_case_number: str
    sums: AwardSums
    grounds: tuple[ClaimGround, ...]
    answer_due: dt.date
    answer_email: str
    contact: Person
    enclosed: tuple[str, ...] = ()
    other_material: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_claim(self.grounds, self.sums, self.claim_ore)

    @property
    def claim_ore(self) -> Ore:
        """The sum of the grounds, in öre."""
        return sum(ground.amount_ore for ground in self.grounds)

    @property
    def only_unused(self) -> bool:
        """Whether only the recipient's own reported unused money is asked back."""
        return all(ground.kind is ClaimKind.UNUSED for ground in self.grounds)


def render_hearing_letter(content: HearingContent, wording: Wording) -> bytes:
    """The hearing letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(hearing_letter(content, wording))


def hearing_letter(content: HearingContent, wording: Wording) -> Letter:
    """The hearing letter's blocks."""
    require_case_number(content.case, content.marks)
    w = wording
    blocks = _consider(content, w)
    blocks += [Heading(w.text("heading.calculation")), claim_table(content.sums, content.claim_ore, w)]
    blocks += _reasons(content, w) + _rules(content, w) + _material(content, w) + _answer(content, w)
    attachments, rows = row_list(content.grounds, content.attachments, w)
    blocks += closing_blocks(content.contact, attachments, (), w)
    facts = case_facts(content.dated, content.case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title"),
        dated=content.dated,
        blocks=blocks + rows,
    )


def _consider(content: HearingContent, w: Wording) -> list[Block]:
    case = content.case
    claim, grant, year = kronor(content.claim_ore), w.text("grant"), str(case.grant_year)
    if content.only_unused:
        opening = w.text(
            "consider.own_unused", claim=claim, grant=grant, year=year, use_to=long_date(case.use_to)
        )
    else:
        opening = w.text("consider.claim", claim=claim, grant=grant, year=year)
    return [
        Heading(w.text("heading.consider")),
        Paragraph(opening, Tone.STRONG),
        Paragraph(w.text("consider.comment")),
    ]


def _reasons(content: HearingContent, w: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(w.text("heading.reasons"))]
    for ground in content.grounds:
        blocks.append(ground_heading(ground, w))
        blocks += [Paragraph(text) for text in ground.explanation or (_unused(content, w),)]
        if ground.rows:
            blocks.append(Paragraph(voucher_sentence(ground, w)))
        if ground.quote:
            blocks.append(Quote(ground.quote, ground.quote_source))
    return blocks


def _unused(content: HearingContent, w: Wording) -> str:
    return w.text(
        "reasons.unused",
        paid=kronor(content.sums.paid),
        reported=kronor(content.sums.reported),
        use_to=long_date(content.case.use_to),
    )


def _rules(content: HearingContent, w: Wording) -> list[Block]:
    intro = w.text(
        "rules.decision",
        granted_on=long_date(content.granted_on),
        granted_case_number=content.granted_case_number,
    )
    return [
        Heading(w.text("heading.rules")),
        Paragraph(intro),
        rules_block(content.grounds, content.case.use_to, w),
    ]


def _material(content: HearingContent, w: Wording) -> list[Block]:
    sentences = []
    if content.enclosed:
        sentences.append(w.text("material.enclosed", enclosed=enumerate_words(content.enclosed)))
    if content.other_material:
        sentences.append(w.text("material.other", material=enumerate_words(content.other_material)))
    sentences.append(w.text("material.right"))
    return [Heading(w.text("heading.material")), Paragraph(" ".join(sentences))]


def _answer(content: HearingContent, w: Wording) -> list[Block]:
    due = w.text(
        "answer.due",
        answer_due=long_date(content.answer_due),
        email=content.answer_email,
        case_number=content.case.case_number or w.text("case_number_missing"),
    )
    return [
        Heading(w.text("heading.answer")),
        Paragraph(due, Tone.STRONG),
        Paragraph(f"{w.text('answer.evidence')} {w.text('answer.silence')}"),
        Paragraph(w.text("masking")),
    ]

"""The decision on a state grant: granted, granted in part, or refused."""

from __future__ import annotations

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Tone
from sbdesk.documents.content import require_appeal, require_case_number
from sbdesk.documents.decision_content import DecisionContent
from sbdesk.documents.decision_terms import (
    all_met,
    background,
    condition_blocks,
    part_blocks,
    payment_words,
    purpose_blocks,
    repayment_blocks,
    report_blocks,
    units_blocks,
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


def render_decision_letter(content: DecisionContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(decision_letter(content, wording))


def decision_letter(content: DecisionContent, wording: Wording) -> Letter:
    """The decision's blocks."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w, case = wording, content.case
    blocks = _operative(content, w) + _matter(content, w) + _reasons(content, w)
    if content.parts:
        blocks += _terms(content, w)
    blocks += appeal_blocks(content.appeal, w)
    blocks += authorship_blocks(content.authorship, w)
    attachments = content.attachments
    appendix = units_blocks(content.units_list, len(attachments) + 1, w)
    if appendix:
        attachments = (*attachments, w.text("units.title"))
    blocks += closing_blocks(content.contact, attachments, content.copies, w)
    blocks += appendix
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title", grant=w.text("grant"), year=str(case.grant_year)),
        dated=content.dated,
        blocks=blocks,
    )


def _terms(content: DecisionContent, w: Wording) -> list[Block]:
    terms, case = content.terms, content.case
    payment = Paragraph(payment_words(terms, content.account, w))
    blocks = purpose_blocks(content.parts, w) + condition_blocks(terms, case, w)
    blocks += [Heading(w.text("heading.payment")), payment]
    return blocks + report_blocks(terms, case, w) + repayment_blocks(terms, case, w)


def _operative(content: DecisionContent, w: Wording) -> list[Block]:
    agency, name = content.agency.name, content.recipient.name
    heading = Heading(w.text("heading.decision"))
    requested = kronor(content.requested_ore)
    if not content.parts:
        refusal = w.text(
            "decision.refuse", agency=agency, recipient_genitive=genitive(name), requested=requested
        )
        return [heading, Paragraph(refusal, Tone.STRONG)]
    grant = w.text(
        "decision.grant",
        agency=agency,
        recipient=name,
        granted=kronor(content.granted_ore),
        year=str(content.case.grant_year),
    )
    blocks: list[Block] = [heading, Paragraph(grant, Tone.STRONG)]
    blocks += part_blocks(content.parts, w)
    blocks.append(Paragraph(w.text("decision.conditions")))
    refused = content.requested_ore - content.granted_ore
    if refused:
        blocks.append(Paragraph(w.text("decision.rest_refused", refused=kronor(refused)), Tone.STRONG))
    return blocks


def _matter(content: DecisionContent, w: Wording) -> list[Block]:
    sentences = [
        w.text(
            "matter.requested",
            recipient=content.recipient.name,
            requested=kronor(content.requested_ore),
            received_on=long_date(content.received_on),
        )
    ]
    if content.by_representative:
        sentences.append(w.text("matter.by_representative"))
    if content.completed_on:
        sentences.append(w.text("matter.completed", completed_on=long_date(content.completed_on)))
    return [Heading(w.text("heading.matter")), Paragraph(" ".join(sentences))]


def _reasons(content: DecisionContent, w: Wording) -> list[Block]:
    agency = content.agency.name
    sentences = [background(content.terms, content.case, agency, w)]
    if content.parts:
        sentences.append(w.text("eligible", recipient=content.recipient.name))
    blocks: list[Block] = [Heading(w.text("heading.reasons"))]
    if content.kind is DecisionKind.GRANT and not content.reasons:
        sentences.append(all_met("reasons", content.terms, agency, w))
        return [*blocks, Paragraph(" ".join(sentences))]
    if content.parts:
        sentences += _met(content, w)
    blocks.append(Paragraph(" ".join(sentences)))
    blocks += [Paragraph(reason) for reason in content.reasons]
    return [*blocks, Paragraph(_conclusion(content, w))]


def _met(content: DecisionContent, w: Wording) -> list[str]:
    sentences = []
    if content.in_time:
        sentences.append(w.text("reasons.in_time"))
    if content.terms.debt_rule and content.without_debt:
        sentences.append(w.text("reasons.no_debt", agency=content.agency.name))
    if content.over_allotment:
        sentences.append(w.text("reasons.over", allotted=kronor(content.terms.allotted_ore)))
    return sentences


def _conclusion(content: DecisionContent, w: Wording) -> str:
    if content.kind is DecisionKind.REFUSE:
        return w.text("reasons.refused")
    if content.kind is DecisionKind.GRANT:
        return w.text("reasons.granted")
    return w.text("reasons.partly_granted", granted=kronor(content.granted_ore))

"""The decision on a state grant: granted, granted in part, or refused (LETTERS D1)."""

from __future__ import annotations

from sbdesk.documents.blocks import Block, Bullets, Heading, Item, Letter, Paragraph, Tone
from sbdesk.documents.content import require_appeal, require_case_number
from sbdesk.documents.decision_content import DecisionContent, GrantedPart
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
        blocks += _purpose(content, w) + _time_and_conditions(content, w) + _money(content, w)
    blocks += appeal_blocks(content.appeal, w)
    blocks += authorship_blocks(content.authorship, w)
    blocks += closing_blocks(content.contact, content.attachments, content.copies, w)
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title", grant=w.text("grant"), year=str(case.grant_year)),
        dated=content.dated,
        blocks=blocks,
    )


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
    if len(content.parts) == 1:
        blocks.append(Paragraph(_part(content.parts[0], "single", w)))
    else:
        items = tuple(Item(_part(part, "line", w)) for part in content.parts)
        blocks += [Paragraph(w.text("decision.parts")), Bullets(items)]
    blocks.append(Paragraph(w.text("decision.conditions")))
    refused = content.requested_ore - content.granted_ore
    if refused:
        blocks.append(Paragraph(w.text("decision.rest_refused", refused=kronor(refused)), Tone.STRONG))
    return blocks


def _part(part: GrantedPart, key: str, w: Wording) -> str:
    return w.text(
        f"part.{part.component}.{key}",
        amount=kronor(part.granted_ore),
        operation=part.operation,
        operation_short=part.operation_short,
    )


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
    terms = content.terms
    sentences = [
        w.text(
            "reasons.background",
            assignment_on=long_date(terms.assignment_on),
            agency=content.agency.name,
            assignment_number=terms.assignment_number,
        )
    ]
    if content.parts:
        sentences.append(w.text("eligible", recipient=content.recipient.name))
    blocks: list[Block] = [Heading(w.text("heading.reasons"))]
    if content.kind is DecisionKind.GRANT and not content.reasons:
        sentences.append(w.text("reasons.all_met", agency=content.agency.name))
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
    if content.without_debt:
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


def _purpose(content: DecisionContent, w: Wording) -> list[Block]:
    items = tuple(
        Item(w.text(f"part.{part.component}.purpose"), lead=f"{kronor(part.granted_ore)}:")
        for part in content.parts
    )
    blocks: list[Block] = [Heading(w.text("heading.purpose")), Bullets(items)]
    if len(items) > 1:
        blocks.append(Paragraph(w.text("purpose.separate")))
    return [*blocks, Paragraph(w.text("purpose.dialogue"))]


def _time_and_conditions(content: DecisionContent, w: Wording) -> list[Block]:
    terms, use_to = content.terms, long_date(content.case.use_to)
    if terms.use_from:
        period = w.text("time.from_to", use_from=long_date(terms.use_from), use_to=use_to)
    else:
        period = w.text("time.to", use_to=use_to)
    conditions = [w.text(key) for key in w.numbered("conditions.list")]
    if terms.debt_stop_approved:
        conditions.append(w.text("debt_stop.clause"))
    return [
        Heading(w.text("heading.time")),
        Paragraph(f"{period} {w.text('time.accrual')}"),
        Heading(w.text("heading.conditions")),
        Bullets(tuple(Item(text) for text in conditions)),
    ]


def _money(content: DecisionContent, w: Wording) -> list[Block]:
    terms = content.terms
    if terms.report_due:
        due = w.text("report.due", report_due=long_date(terms.report_due))
    else:
        due = w.text("report.due_open")
    report = " ".join(
        (w.text("report.what", year=str(content.case.grant_year)), due, w.text("report.review"))
    )
    use_to = long_date(content.case.use_to)
    rules = tuple(Item(w.text(f"rule.{code}", use_to=use_to)) for code in w.codes("rule"))
    threshold = w.text("repayment.threshold", threshold=kronor(terms.invoice_over_ore))
    return [
        Heading(w.text("heading.payment")),
        Paragraph(w.text("payment.whole", account=content.account)),
        Heading(w.text("heading.report")),
        Paragraph(report),
        Heading(w.text("heading.repayment")),
        Bullets(rules),
        Paragraph(f"{w.text('repayment.reserve')} {threshold}"),
    ]

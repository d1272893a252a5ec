"""The decision that changes a grant: amended, revoked, or withheld for now (FL 36–37 §§).

``render_change_decision(content: ChangeContent, wording) -> bytes`` with
``programme_wording("change", definition)``. The contents stand in ``change_content``; ``change_table``,
``change_fields`` and ``rules_blocks`` also serve the hearing letter.
"""

from __future__ import annotations

from sbdesk.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Table,
    Tone,
)
from sbdesk.documents.change_content import Change, ChangeContent
from sbdesk.documents.content import require_appeal, require_case_number
from sbdesk.documents.decision_terms import sentences
from sbdesk.documents.frame import (
    appeal_blocks,
    assemble,
    authorship_blocks,
    case_facts,
    closing_blocks,
    letterhead,
)
from sbdesk.documents.phrases import kronor, long_date, whole_kronor
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.decision import ChangeGround, DecisionKind


def render_change_decision(content: ChangeContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(change_decision(content, wording))


def change_decision(content: ChangeContent, wording: Wording) -> Letter:
    """The decision's blocks."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w, case, change = wording, content.case, content.change
    grant, year = w.text("grant"), str(case.grant_year)
    blocks = _operative(content, w) + _matter(content, w) + _said(content, w)
    blocks += rules_blocks(change, w) + _reasons(content, w) + _effects(content, w)
    blocks += appeal_blocks(content.appeal, w) + authorship_blocks(content.authorship, w)
    blocks += closing_blocks(content.contact, content.attachments, content.copies, w)
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text(f"{change.kind.value}.title", grant=grant, year=year),
        dated=content.dated,
        blocks=blocks,
    )


def change_fields(change: Change) -> dict[str, str]:
    """The amounts and the former decision as the texts ask for them."""
    return {
        "before": kronor(change.before_ore),
        "after": kronor(change.after_ore),
        "withheld": kronor(change.before_ore - change.after_ore),
        "former_on": long_date(change.former.decided_on),
        "former_number": change.former.number,
        "former_case_number": change.former.case_number,
    }


def change_table(change: Change, w: Wording) -> list[Block]:
    """The parts before and after; nothing where there is one part, whose amounts the sentence tells."""
    if len(change.parts) < 2:
        return []
    columns = (
        Column(w.text("table.part"), 0.52),
        Column(w.text("table.before"), 0.24, Align.RIGHT),
        Column(w.text("table.after"), 0.24, Align.RIGHT),
    )
    rows = [
        Row(
            (
                (part.operation, part.label) if part.operation else part.label,
                whole_kronor(part.before_ore),
                whole_kronor(part.after_ore),
            )
        )
        for part in change.parts
    ]
    total = (w.text("table.sum"), whole_kronor(change.before_ore), whole_kronor(change.after_ore))
    return [Table(w.text("table.label"), columns, (*rows, Row(total, RowKind.SUM)))]


def rules_blocks(change: Change, w: Wording) -> list[Block]:
    """The rule the change rests on; nothing for a decision that has not left the agency."""
    if change.kind is DecisionKind.WITHHOLD:
        rule = w.text("withhold.rule", **change_fields(change))
    elif change.ground is not None:
        rule = w.text(f"ground_of_change.{change.ground.value}", **change_fields(change))
    else:
        return []
    return [Heading(w.text("heading.rules")), Paragraph(rule)]


def _operative(content: ChangeContent, w: Wording) -> list[Block]:
    change = content.change
    fields = change_fields(change) | {"agency": content.agency.name, "recipient": content.recipient.name}
    key = f"{change.kind.value}.decision"
    if change.only_moves:
        key = "amend.moved"
    elif change.kind is DecisionKind.WITHHOLD and not change.after_ore:
        key = "withhold.whole"
    blocks: list[Block] = [
        Heading(w.text("heading.decision")),
        Paragraph(w.text(key, **fields), Tone.STRONG),
        *change_table(change, w),
    ]
    if change.kind is DecisionKind.AMEND:
        blocks.append(Paragraph(w.text("amend.terms", **change_fields(change))))
    if change.kind is DecisionKind.WITHHOLD:
        blocks.append(Paragraph(w.text("withhold.until")))
    return blocks


def _matter(content: ChangeContent, w: Wording) -> list[Block]:
    change = content.change
    granted = w.text(
        "matter.granted",
        recipient=content.recipient.name,
        grant=w.text("grant"),
        year=str(content.case.grant_year),
        **change_fields(change),
    )
    paid = (
        w.text("matter.paid", paid=kronor(content.paid_ore)) if content.paid_ore else w.text("matter.unpaid")
    )
    return [Heading(w.text("heading.matter")), Paragraph(sentences(granted, paid, *_hearing(content, w)))]


def _hearing(content: ChangeContent, w: Wording) -> list[str]:
    if content.unheard_reason:
        return [w.text("matter.unheard", reason=content.unheard_reason)]
    if content.heard is None:
        return []
    answered = content.heard.answered_on
    answer = (
        w.text("matter.answered", answered_on=long_date(answered)) if answered else w.text("matter.silent")
    )
    return [w.text("matter.heard", heard_on=long_date(content.heard.sent_on)), answer]


def _said(content: ChangeContent, w: Wording) -> list[Block]:
    if content.heard is None or not content.heard.summary:
        return []
    return [Heading(w.text("heading.said")), *(Paragraph(part) for part in content.heard.summary)]


def _reasons(content: ChangeContent, w: Wording) -> list[Block]:
    change = content.change
    conclusion = w.text(f"{change.kind.value}.conclusion", **change_fields(change))
    return [
        Heading(w.text("heading.reasons")),
        *(Paragraph(reason) for reason in change.reasons),
        Paragraph(conclusion),
    ]


def _effects(content: ChangeContent, w: Wording) -> list[Block]:
    """What the change means for money already paid, or still to be paid."""
    change = content.change
    over = content.paid_ore - change.after_ore
    if over > 0:
        words = w.text("effects.overpaid", overpaid=kronor(over))
    elif change.kind is DecisionKind.AMEND and change.after_ore > content.paid_ore:
        words = w.text("effects.left", left=kronor(change.after_ore - content.paid_ore))
    elif change.ground is ChangeGround.CLERICAL_ERROR:
        return []
    elif change.kind is DecisionKind.REVOKE:
        words = w.text("effects.nothing")
    else:
        return []
    return [Heading(w.text("heading.payment")), Paragraph(words)]

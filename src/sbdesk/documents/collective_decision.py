"""One decision for many recipients, with their amounts in an appendix (samlat beslut med bilaga).

``render_collective_decision(content: CollectiveContent, wording) -> bytes`` with
``load_wording("collective", programme)``, which builds on the texts of the single decision.
"""

from __future__ import annotations

from sbdesk.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Letter,
    Letterhead,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Table,
    Tone,
)
from sbdesk.documents.collective_content import CollectiveContent, CollectiveRow
from sbdesk.documents.content import require_appeal, require_case_number
from sbdesk.documents.decision_content import GrantedPart
from sbdesk.documents.decision_terms import (
    all_met,
    background,
    condition_blocks,
    part_words,
    payment_words,
    purpose_blocks,
    repayment_blocks,
    report_blocks,
    sentences,
    units_table,
)
from sbdesk.documents.frame import appeal_blocks, assemble, authorship_blocks, case_facts, closing_blocks
from sbdesk.documents.phrases import counted, kronor, organisation_number, sentence_start, whole_kronor
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording


def render_collective_decision(content: CollectiveContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(collective_decision(content, wording))


def collective_decision(content: CollectiveContent, wording: Wording) -> Letter:
    """The decision's blocks, the appendix last."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w, case = wording, content.case
    number = len(content.attachments) + 1
    appendix = w.text("appendix.title")
    blocks = _operative(content, number, w) + _reasons(content, w) + _terms(content, w)
    blocks += appeal_blocks(content.appeal, w) + authorship_blocks(content.authorship, w)
    blocks += closing_blocks(content.contact, (*content.attachments, appendix), content.copies, w)
    blocks += _appendix(content, number, w)
    count = sentence_start(counted(len(content.rows)))
    recipients = (w.text("recipients", count=count, number=str(number)),)
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=Letterhead(content.agency.name, content.agency.unit, w.text("kind"), facts, recipients),
        title=w.text("title", grant=w.text("grant"), year=str(case.grant_year)),
        dated=content.dated,
        blocks=blocks,
    )


def _operative(content: CollectiveContent, number: int, w: Wording) -> list[Block]:
    granted = w.text(
        "collective.grant",
        agency=content.agency.name,
        granted=kronor(content.granted_ore),
        year=str(content.case.grant_year),
        count=counted(len(content.rows)),
        number=str(number),
    )
    blocks: list[Block] = [
        Heading(w.text("heading.decision")),
        Paragraph(granted, Tone.STRONG),
        Paragraph(sentences(w.text("collective.conditions"), w.text("collective.you"))),
    ]
    if any(row.refused_ore for row in content.rows):
        blocks.append(Paragraph(w.text("collective.rest_refused", number=str(number)), Tone.STRONG))
    return blocks


def _reasons(content: CollectiveContent, w: Wording) -> list[Block]:
    agency = content.agency.name
    blocks: list[Block] = [
        Heading(w.text("heading.reasons")),
        Paragraph(
            sentences(background(content.terms, content.case, agency, w), w.text("collective.eligible"))
        ),
    ]
    met = Paragraph(all_met("collective", content.terms, agency, w))
    if all(_faultless(row) for row in content.rows):
        return [*blocks, met]
    blocks.append(Paragraph(w.text("collective.apart")))
    for row in content.rows:
        if not _faultless(row):
            blocks += [Heading(row.recipient.name, level=3), *_own_reasons(row, w)]
    if any(_faultless(row) for row in content.rows):
        blocks += [Heading(w.text("collective.others"), level=3), met]
    return blocks


def _faultless(row: CollectiveRow) -> bool:
    return not row.reasons and not row.refused_ore


def _own_reasons(row: CollectiveRow, w: Wording) -> list[Block]:
    blocks: list[Block] = []
    if row.requested_ore > row.allotted_ore:
        blocks.append(Paragraph(w.text("collective.over", allotted=kronor(row.allotted_ore))))
    blocks += [Paragraph(reason) for reason in row.reasons]
    if row.refused_ore:
        fields = {"granted": kronor(row.granted_ore), "refused": kronor(row.refused_ore)}
        return [*blocks, Paragraph(w.text("collective.partly_granted", **fields))]
    return [*blocks, Paragraph(w.text("reasons.granted"))]


def _terms(content: CollectiveContent, w: Wording) -> list[Block]:
    terms, case = content.terms, content.case
    parts = [part for row in content.rows for part in row.parts]
    blocks = purpose_blocks(parts, w) + condition_blocks(terms, case, w)
    blocks += [Heading(w.text("heading.payment")), Paragraph(payment_words(terms, "", w))]
    return blocks + report_blocks(terms, case, w) + repayment_blocks(terms, case, w)


def _appendix(content: CollectiveContent, number: int, w: Wording) -> list[Block]:
    refuses = any(row.refused_ore for row in content.rows)
    shares = (0.52, 0.16, 0.16, 0.16) if refuses else (0.52, 0.24, 0.24)
    keys = ("recipient", "requested", "granted", "refused")[: len(shares)]
    columns = tuple(
        Column(w.text(f"appendix.{key}"), share, Align.LEFT if key == "recipient" else Align.RIGHT)
        for key, share in zip(keys, shares, strict=True)
    )
    rows = [_appendix_row(row, refuses, w) for row in content.rows]
    sums = [sum(row.requested_ore for row in content.rows), content.granted_ore]
    if refuses:
        sums.append(sum(row.refused_ore for row in content.rows))
    rows.append(Row((w.text("appendix.sum"), *(whole_kronor(ore) for ore in sums)), RowKind.SUM))
    title = w.text("appendix.title")
    heading = Heading(w.text("attachment", number=str(number), name=title))
    intro, table = Paragraph(w.text("appendix.intro")), Table(title, columns, tuple(rows))
    return [PageBreak(), heading, intro, table, *_units(content, w)]


def _units(content: CollectiveContent, w: Wording) -> list[Block]:
    """What each recipient's amount was counted from, by name; nothing where no list is loaded."""
    listed = [row for row in content.rows if row.units_list]
    if not listed:
        return []
    blocks: list[Block] = [Heading(w.text("units.title"))]
    for row in listed:
        blocks += [Heading(row.recipient.name, level=3), units_table(row.units_list, w)]
    return blocks


def _appendix_row(row: CollectiveRow, refuses: bool, w: Wording) -> Row:
    identity = w.text(
        "appendix.identity",
        organisation_number=organisation_number(row.recipient.organisation_number),
        case_number=row.case_number or w.text("case_number_missing"),
    )
    cells: list[Cell] = [
        (row.recipient.name, identity, *_parts(row.parts, w)),
        whole_kronor(row.requested_ore),
        whole_kronor(row.granted_ore),
    ]
    return Row((*cells, whole_kronor(row.refused_ore)) if refuses else tuple(cells))


def _parts(parts: tuple[GrantedPart, ...], w: Wording) -> list[str]:
    """The parts under the recipient's name, where there are several or an operation is named."""
    if len(parts) == 1 and not parts[0].operation and parts[0].units is None:
        return []
    return [part_words(part, "line", w) for part in parts]

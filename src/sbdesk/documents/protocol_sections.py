"""The sections of the reconciliation protocol, each a function from content to blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Quote,
    Row,
    RowKind,
    Table,
    Tone,
)
from sbdesk.documents.calculation import Lines, accepted_lines, covered_line
from sbdesk.documents.frame import titled
from sbdesk.documents.glyphs import received
from sbdesk.documents.phrases import kronor, long_date
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import Balances, Basis
from sbdesk.domain.ore import MINUS, format_ore

if TYPE_CHECKING:
    from sbdesk.documents.reconciliation_protocol import (
        JudgedRow,
        ProtocolFinding,
        ReconciliationContent,
    )


def summary_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """What the reconciliation comes to, in one or two sentences."""
    balances = Balances(content.sums)
    blocks: list[Block] = [Heading(w.text("heading.summary"))]
    if not balances.repayable:
        blocks.append(Paragraph(w.text("summary.nothing"), Tone.STRONG))
    elif balances.repayable_min != balances.repayable:
        lowest, highest = kronor(balances.repayable_min), kronor(balances.repayable)
        between = w.text("summary.between", lowest=lowest, highest=highest)
        blocks.append(Paragraph(between, Tone.STRONG))
    else:
        repayable = w.text("summary.repayable", repayable=kronor(balances.repayable))
        blocks.append(Paragraph(repayable, Tone.STRONG))
    if balances.unused and balances.unsupported:
        unused, unsupported = kronor(balances.unused), kronor(balances.unsupported)
        blocks.append(Paragraph(w.text("summary.parts", unused=unused, unsupported=unsupported)))
    if balances.own_funds:
        excess = kronor(balances.own_funds)
        blocks.append(Paragraph(w.text("summary.own_funds", recipient=content.recipient.name, excess=excess)))
    return blocks


def totals_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """Every figure with the formula it follows from."""
    sums, balances = content.sums, Balances(content.sums)
    lines = Lines(w)
    if sums.granted != sums.paid:
        lines.add("granted", sums.granted)
    paid = lines.add("paid", sums.paid)
    reported = lines.add("reported", sums.reported)
    accepted = accepted_lines(lines, sums, reported)
    if sums.unreviewed and sums.basis is not Basis.REPORT_ONLY:
        lines.add("unreviewed", sums.unreviewed)
    covered = covered_line(lines, sums, (paid, reported, accepted))
    lines.add("unused", balances.unused, lines.formula("unused_formula", paid=paid, reported=reported))
    formula = lines.formula("unsupported_formula", paid=paid, reported=reported, covered=covered)
    lines.add("unsupported", balances.unsupported, formula)
    lines.add("repayable", balances.repayable, f"{paid} {MINUS} {covered}", RowKind.SUM)
    if balances.repayable_min != balances.repayable:
        lines.add("repayable_min", balances.repayable_min)
    return [Heading(w.text("heading.totals")), lines.table()]


def basis_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """What was read: report, ledger files with their control totals and checksums."""
    blocks: list[Block] = [
        Heading(w.text("heading.basis")),
        Paragraph(w.text(f"basis.{content.sums.basis}")),
    ]
    if not content.imports:
        return blocks
    columns = (
        Column(w.text("basis.file"), 0.36),
        Column(w.text("basis.sheet"), 0.16),
        Column(w.text("basis.rows_read"), 0.1, Align.RIGHT),
        Column(w.text("basis.imported"), 0.11, Align.RIGHT),
        Column(w.text("basis.excluded"), 0.15, Align.RIGHT),
        Column(w.text("basis.sum"), 0.19, Align.RIGHT),
    )
    rows = tuple(
        Row(
            (
                (received(source.file_name), w.text("basis.checksum", checksum=source.sha256)),
                received(source.sheet),
                str(source.rows_read),
                str(source.imported),
                str(source.excluded),
                format_ore(source.sum_ore),
            )
        )
        for source in content.imports
    )
    return [*blocks, Table(w.text("basis.imports"), columns, rows)]


def judged_rows_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """Rejected rows, then parked ones, each with finding, quote, ground and verdict."""
    blocks: list[Block] = [Heading(w.text("heading.rejected"))]
    rejected = [row for row in content.rows if row.rejected_ore]
    parked = [row for row in content.rows if row.parked_ore]
    if rejected:
        blocks.append(_judged_table("rejected", rejected, len(content.imports) > 1, w))
    else:
        blocks.append(Paragraph(w.text("rows.none_rejected")))
    if parked:
        blocks.append(Heading(w.text("heading.parked")))
        blocks.append(_judged_table("parked", parked, len(content.imports) > 1, w))
    return blocks


def _judged_table(kind: str, judged: list[JudgedRow], name_sheet: bool, w: Wording) -> Table:
    columns = (
        Column(w.text("rows.row"), 0.07, Align.RIGHT),
        Column(w.text("rows.voucher"), 0.16),
        Column(w.text("rows.text"), 0.49),
        Column(w.text("rows.claimed"), 0.14, Align.RIGHT),
        Column(w.text(f"rows.{kind}"), 0.14, Align.RIGHT),
    )
    quoted: dict[str, int] = {}
    rows = [
        Row(
            (
                str(row.source_row),
                _voucher(row, w),
                (received(row.text), *_details(row, name_sheet, quoted, w)),
                format_ore(row.claimed_ore),
                format_ore(row.rejected_ore or row.parked_ore),
            )
        )
        for row in judged
    ]
    claimed = sum(row.claimed_ore for row in judged)
    judged_ore = sum(row.rejected_ore or row.parked_ore for row in judged)
    cells = ("", "", w.text("rows.sum"), format_ore(claimed), format_ore(judged_ore))
    rows.append(Row(cells, RowKind.SUM))
    return Table(w.text(f"heading.{kind}"), columns, tuple(rows))


def _voucher(row: JudgedRow, w: Wording) -> tuple[str, ...]:
    day = (row.booked_on.isoformat(),) if row.booked_on else ()
    account = (w.text("rows.account", account=received(row.account)),) if row.account else ()
    return (received(row.voucher), *day, *account)


def _details(row: JudgedRow, name_sheet: bool, quoted: dict[str, int], w: Wording) -> tuple[str, ...]:
    details = []
    if name_sheet and row.sheet:
        details.append(f"{w.text('basis.sheet')} {received(row.sheet)}")
    for finding in row.findings:
        details.append(_finding(finding, w))
        if finding.quote:
            details.append(_quote(finding, row.source_row, quoted, w))
    if row.cause is not None:
        cause = row.cause.swedish
        if row.comment:
            details.append(w.text("rows.cause_comment", cause=cause, comment=row.comment))
        else:
            details.append(w.text("rows.cause", cause=cause))
        if row.ground:
            details.append(w.text("rows.ground", ground=row.ground))
    elif row.evidence_due_on:
        details.append(w.text("rows.parked_until", day=long_date(row.evidence_due_on)))
    else:
        details.append(w.text("rows.parked_open"))
    return tuple(details)


def _quote(finding: ProtocolFinding, row: int, quoted: dict[str, int], w: Wording) -> str:
    """The quote the first time, then where it stands: hundreds of rows often share one sentence."""
    first = quoted.get(finding.quote)
    if first is not None:
        return w.text("rows.quote_again", row=str(first))
    quoted[finding.quote] = row
    return w.text("rows.quote", quote=finding.quote, source=finding.quote_source)


def _finding(finding: ProtocolFinding, w: Wording) -> str:
    return w.text("rows.finding", code=finding.code, title=finding.title, message=received(finding.message))


def award_findings_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """Findings on the award as a whole, with their quotes and the officer's reasons."""
    if not content.award_findings:
        return []
    blocks: list[Block] = [Heading(w.text("heading.award_findings"))]
    for finding in content.award_findings:
        blocks.append(Paragraph(_finding(finding, w)))
        if finding.quote:
            blocks.append(Quote(finding.quote, finding.quote_source))
        if finding.reason:
            blocks.append(Paragraph(w.text("rows.finding_reason", reason=finding.reason)))
    return blocks


def noted_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """Findings on rows that were accepted, with the officer's reason where one was given."""
    if not content.noted:
        return []
    columns = (Column(w.text("rows.row"), 0.08, Align.RIGHT), Column(w.text("noted.finding"), 0.92))
    rows = []
    for noted in content.noted:
        reason = noted.finding.reason
        why = (w.text("rows.finding_reason", reason=reason),) if reason else ()
        number = "" if noted.source_row is None else str(noted.source_row)
        rows.append(Row((number, (_finding(noted.finding, w), *why))))
    label = w.text("heading.unjudged")
    return [Heading(label), Table(label, columns, tuple(rows))]


def people_blocks(content: ReconciliationContent, w: Wording) -> list[Block]:
    """Who prepared and who fixed it; a protocol that one person made alone says so."""
    prepared_day = long_date(content.prepared_on)
    sentences = [w.text("people.prepared", name=titled(content.prepared_by), day=prepared_day)]
    if content.fixed_by is None or content.fixed_on is None:
        sentences.append(w.text("people.not_fixed"))
    else:
        alone = content.fixed_by.name == content.prepared_by.name
        key = "people.fixed_alone" if alone else "people.fixed"
        sentences.append(w.text(key, name=titled(content.fixed_by), day=long_date(content.fixed_on)))
    return [Heading(w.text("heading.people")), Paragraph(" ".join(sentences))]

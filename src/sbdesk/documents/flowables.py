"""Draws a letter's blocks: the only place where meaning becomes ReportLab flowables."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import Any, TypeAlias

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid
from reportlab.platypus.flowables import TopPadder

from sbdesk.documents.blocks import (
    Align,
    Block,
    Bullets,
    Cell,
    Column,
    Facts,
    Group,
    Heading,
    Item,
    Letterhead,
    OpenField,
    PageBreak,
    Paragraph,
    PaymentSlip,
    Quote,
    Row,
    RowKind,
    Signature,
    Table,
)
from sbdesk.documents.glyphs import REGULAR
from sbdesk.documents.style import HAIR, INK, RULE, TEXT_WIDTH, paragraph

Flowable: TypeAlias = Any

_SMALL_TABLE = 14
"""Tables of at most so many rows are not parted over two pages."""

_LETTER = 4.4
_LINES_IN_ROW = 30
"""A row is at most so many lines high; a letter of a cell is on the average so many points wide."""

_PLAIN: list[tuple[Any, ...]] = [
    ("FONT", (0, 0), (-1, -1), REGULAR),  # an empty cell would otherwise refer to Helvetica
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


def letterhead(head: Letterhead) -> list[Flowable]:
    """The agency to the left; what, when, which case and to whom to the right (SS 01 41 40's places)."""
    right = TEXT_WIDTH * 0.47
    facts = [[paragraph(label, "label"), paragraph(value, "head")] for label, value in head.facts]
    rows = [
        [
            [paragraph(head.agency, "agency"), *([paragraph(head.unit, "head")] if head.unit else [])],
            [
                paragraph(head.document_kind, "kind"),
                Grid(facts, colWidths=[right * 0.34, right * 0.66], style=_PLAIN, hAlign="LEFT"),
            ],
        ],
        ["", [Spacer(0, 16), *(paragraph(line, "head") for line in head.recipient)]],
    ]
    return [
        Grid(rows, colWidths=[TEXT_WIDTH - right, right], style=_PLAIN, hAlign="LEFT"),
        Spacer(0, 18),
    ]


def draw_blocks(blocks: tuple[Block, ...]) -> list[Flowable]:
    """The blocks as flowables; a heading, or a line that ends in a colon, is kept with what follows."""
    story: list[Flowable] = []
    headings: list[Flowable] = []
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.text.endswith(":")):
            headings += _draw(block)
            continue
        drawn = _draw(block)
        if isinstance(block, Table) and len(block.rows) > _SMALL_TABLE:
            story += [CondPageBreak(150), *headings, *drawn]
        elif isinstance(block, Bullets | PageBreak | PaymentSlip):
            story += [*_together([*headings, drawn[0]]), *drawn[1:]]
        else:
            story += _together([*headings, *drawn])
        headings = []
    return story + headings


def _together(flowables: list[Flowable]) -> list[Flowable]:
    """Kept on one page; never nested, as ReportLab then breaks the page where it need not."""
    return flowables if len(flowables) == 1 else [KeepTogether(flowables)]


def _draw(block: Block) -> list[Flowable]:
    match block:
        case Heading():
            return [paragraph(block.text, f"heading{block.level}")]
        case Paragraph():
            return [paragraph(block.text, block.tone)]
        case Bullets():
            return [*(_item(item) for item in block.items), Spacer(0, 3)]
        case Quote():
            return [paragraph(f"”{block.text}”", "quote"), paragraph(block.source, "source")]
        case Facts():
            return [_facts(block), Spacer(0, 8)]
        case Table():
            return [_table(block), Spacer(0, 8)]
        case OpenField():
            return [_open_field(block), Spacer(0, 6)]
        case Signature():
            return [_signature(block)]
        case PaymentSlip():
            return [TopPadder(_payment_slip(block))]
        case Group():
            return [flowable for inner in block.blocks for flowable in _draw(inner)]
        case PageBreak():
            return [NewPage()]


def _item(item: Item) -> Flowable:
    return paragraph(item.text, "item", bullet="–", lead=item.lead)


def _facts(block: Facts) -> Flowable:
    share = TEXT_WIDTH / block.columns
    rows = [
        [
            cell
            for label, value in block.pairs[start : start + block.columns]
            for cell in (paragraph(label, "label"), paragraph(value, "head"))
        ]
        for start in range(0, len(block.pairs), block.columns)
    ]
    for row in rows:
        row += [""] * (2 * block.columns - len(row))
    narrow = 0.47 if block.columns > 1 else 0.28
    widths = [share * narrow, share * (1 - narrow)] * block.columns
    look = [*_PLAIN, ("RIGHTPADDING", (0, 0), (-1, -1), 6)]
    return Grid(rows, colWidths=widths, style=look, hAlign="LEFT")


def _cell(cell: Cell, column: Column, kind: RowKind) -> list[Flowable]:
    name = f"cell{'' if kind is RowKind.BODY else '_bold'}{'_right' if column.align is Align.RIGHT else ''}"
    lines = (cell,) if isinstance(cell, str) else cell
    return [paragraph(lines[0], name), *(paragraph(line, "detail") for line in lines[1:])]


def _table(block: Table) -> Flowable:
    rows = [[_cell(column.label, column, RowKind.RESULT) for column in block.columns]]
    look = [
        *_PLAIN,
        ("TOPPADDING", (0, 0), (-1, -1), 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("RIGHTPADDING", (0, 0), (-2, -1), 7),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIR),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
    ]
    total = sum(column.share for column in block.columns)
    widths = [TEXT_WIDTH * column.share / total for column in block.columns]
    for row in block.rows:
        first = len(rows)
        for cells in _row_parts(row, widths):
            rows.append([_cell(cell, at, row.kind) for cell, at in zip(cells, block.columns, strict=True)])
        if row.kind is RowKind.SUM:
            look.append(("LINEABOVE", (0, first), (-1, first), 0.8, INK))
            look.append(("NOSPLIT", (0, max(1, first - 1)), (-1, first)))
    return Grid(rows, colWidths=widths, repeatRows=1, style=look, hAlign="LEFT")


def _row_parts(row: Row, widths: list[float]) -> list[tuple[Cell, ...]]:
    """The row, or several when a cell would be too high for a page (a comment may be of any length)."""
    columns = [
        _cell_parts((cell,) if isinstance(cell, str) else cell, max(1, int(width / _LETTER)))
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    return list(zip_longest(*columns, fillvalue=""))


def _cell_parts(lines: tuple[str, ...], letters: int) -> list[Cell]:
    parts: list[list[str]] = [[]]
    left = _LINES_IN_ROW
    for line in lines:
        for piece in textwrap.wrap(line, letters * _LINES_IN_ROW) or [""]:
            high = -(-len(piece) // letters)
            if parts[-1] and high > left:
                parts.append([""])
                left = _LINES_IN_ROW
            parts[-1].append(piece)
            left -= high
    return [tuple(part) for part in parts]


def _boxed(content: list[Flowable], *, dashed: bool) -> Flowable:
    look = [
        *_PLAIN,
        ("BOX", (0, 0), (-1, -1), 0.8, RULE, None, (3, 2) if dashed else None),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    return Grid([[content]], colWidths=[TEXT_WIDTH], style=look, hAlign="LEFT")


def _open_field(block: OpenField) -> Flowable:
    return _boxed([paragraph(block.label, "strong"), paragraph(block.text, "body")], dashed=True)


def _signature(block: Signature) -> Flowable:
    line: Flowable = Grid(
        [[""], [[paragraph(block.name, "head"), paragraph(block.title, "label")]]],
        colWidths=[TEXT_WIDTH * 0.55],
        rowHeights=[34, None],
        style=[*_PLAIN, ("LINEBELOW", (0, 0), (0, 0), 0.6, INK), ("TOPPADDING", (0, 1), (0, 1), 3)],
        hAlign="LEFT",
    )
    return line


def _payment_slip(block: PaymentSlip) -> Flowable:
    inner = TEXT_WIDTH - 20
    half = (len(block.pairs) + 1) // 2
    sides = [
        Grid(
            [[paragraph(label, "label"), paragraph(value, "head")] for label, value in pairs],
            colWidths=[inner * 0.23, inner * 0.26],
            style=_PLAIN,
            hAlign="LEFT",
        )
        for pairs in (block.pairs[:half], block.pairs[half:])
    ]
    total = Grid(
        [[paragraph(block.total_label, "label"), paragraph(block.total, "slip_total")]],
        colWidths=[inner * 0.5, inner * 0.5],
        style=[*_PLAIN, ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK), ("TOPPADDING", (0, 0), (-1, -1), 4)],
        hAlign="LEFT",
    )
    columns = Grid([sides], colWidths=[inner * 0.51, inner * 0.49], style=_PLAIN, hAlign="LEFT")
    return _boxed([paragraph(block.title, "strong"), columns, Spacer(0, 6), total], dashed=True)

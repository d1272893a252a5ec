"""Reads a letter out as plain text: ”Visa som text” for screen readers, and what tests compare."""

from __future__ import annotations

from sbdesk.documents.blocks import (
    Block,
    Bullets,
    Facts,
    Group,
    Heading,
    Letter,
    OpenField,
    PageBreak,
    Paragraph,
    PaymentSlip,
    Quote,
    Signature,
    Table,
)
from sbdesk.documents.glyphs import tidy


def as_text(letter: Letter) -> str:
    """The whole letter in reading order, one paragraph or row per line."""
    head = letter.head
    lines = [*letter.watermark, head.agency, head.unit, head.document_kind]
    lines += [f"{label}: {value}" for label, value in head.facts]
    lines += ["", *head.recipient, "", letter.title]
    for block in letter.blocks:
        lines += _block(block)
    lines += ["", *letter.footer, f"Dokument-id {letter.document_id}"]
    return "\n".join(tidy(line) for line in lines) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return ["", block.text]
        case Paragraph():
            return [block.text]
        case Bullets():
            return [f"– {item.lead} {item.text}" if item.lead else f"– {item.text}" for item in block.items]
        case Quote():
            return [f"”{block.text}” ({block.source})"]
        case Facts():
            return [f"{label}: {value}" for label, value in block.pairs]
        case Table():
            return _table(block)
        case OpenField():
            return ["", block.label, block.text]
        case Signature():
            return ["", "______________________________", block.name, block.title]
        case PaymentSlip():
            pairs = [f"{label}: {value}" for label, value in block.pairs]
            return ["", block.title, *pairs, f"{block.total_label}: {block.total}"]
        case Group():
            return [line for inner in block.blocks for line in _block(inner)]
        case PageBreak():
            return [""]


def _table(block: Table) -> list[str]:
    lines = ["\t".join(column.label for column in block.columns)]
    for row in block.rows:
        lines.append("\t".join(cell if isinstance(cell, str) else " / ".join(cell) for cell in row.cells))
    return lines

"""The meaning of a letter as plain data, so that one renderer draws it and later can tag it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """A section's heading; level 2 is a section, 3 a part of it."""

    text: str
    level: int = 2


class Tone(StrEnum):
    """How a paragraph stands out."""

    BODY = "body"
    STRONG = "strong"
    NOTE = "note"


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class Item:
    """A point of a list; the lead is printed bold before the text."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Quote:
    """Verbatim words of an instruction and where they stand."""

    text: str
    source: str


@dataclass(frozen=True)
class Facts:
    """Labels with values, two columns of pairs when ``columns`` is 2."""

    pairs: tuple[tuple[str, str], ...]
    columns: int = 1


class Align(StrEnum):
    """Where a column's text stands; amounts stand to the right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    """A table column: its heading and its share of the width."""

    label: str
    share: float
    align: Align = Align.LEFT


class RowKind(StrEnum):
    """Body rows, rows that carry a result, and the table's sum."""

    BODY = "body"
    RESULT = "result"
    SUM = "sum"


Cell: TypeAlias = str | tuple[str, ...]
"""A cell's text, or its text and smaller lines under it."""


@dataclass(frozen=True)
class Row:
    """A table row; one cell per column."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True)
class Table:
    """A table whose headings are repeated on every page; ``label`` names it for a screen reader."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class OpenField:
    """Something not yet decided, framed; only drafts hold one."""

    label: str
    text: str


@dataclass(frozen=True)
class Signature:
    """A line for a signature on paper."""

    name: str
    title: str


@dataclass(frozen=True)
class PaymentSlip:
    """The part of an invoice the payer works from, at the foot of the last page."""

    title: str
    pairs: tuple[tuple[str, str], ...]
    total_label: str
    total: str


@dataclass(frozen=True)
class Group:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PageBreak:
    """The next block starts a page: an appendix."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Quote
    | Facts
    | Table
    | OpenField
    | Signature
    | PaymentSlip
    | Group
    | PageBreak
)


@dataclass(frozen=True)
class Letterhead:
    """The first page's head: who writes, what it is, day and number, and to whom."""

    agency: str
    unit: str
    document_kind: str
    facts: tuple[tuple[str, str], ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """A whole document, ready to be drawn.

    ``dated`` becomes the file's creation day: the same content gives the same bytes whenever it is drawn.
    """

    title: str
    head: Letterhead
    blocks: tuple[Block, ...]
    dated: dt.date
    author: str
    running_title: str
    footer: tuple[str, ...]
    document_id: str
    keywords: tuple[str, ...] = ()
    watermark: tuple[str, ...] = field(default=())

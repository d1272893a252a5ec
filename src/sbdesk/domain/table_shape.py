"""What a small table must hold, and where its columns are in the file or the paste at hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sbdesk.domain.ledger_values import Cell, is_blank

RawRow: TypeAlias = tuple[int, Sequence[Cell]]
"""A row's number as Excel shows it, and its cells from column A."""

_LOOKED_AT = 30
"""Rows among which the headings are looked for."""


class CellKind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    MONEY = "money"
    """Kronor in the file, öre when read; never negative."""
    COUNT = "count"
    DAY = "day"
    YES_NO = "yes_no"
    ORG_NUMBER = "org_number"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its title, the other words it goes by, and how its cells are read.

    ``identity``: says whom the row is about, so that a row with nothing else counts as not filled in.
    ``choices`` are the only texts accepted, whatever their case. ``note`` explains the column in a template.
    """

    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    words: tuple[str, ...] = ()
    required: bool = False
    identity: bool = False
    choices: tuple[str, ...] = ()
    note: str = ""
    width: int = 18


@dataclass(frozen=True, slots=True)
class TableShape:
    """The columns of a kind of table; of each tuple in ``any_of`` every row needs at least one."""

    columns: tuple[TableColumn, ...]
    any_of: tuple[tuple[str, ...], ...] = ()

    def column(self, key: str) -> TableColumn:
        """The column with that key; KeyError when there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Where the headings stand (0: nowhere) and which column index (from 0) holds which key."""

    header_row: int
    columns: Mapping[str, int]

    def moved(self, key: str, index: int | None) -> TableLayout:
        """The same with another column for ``key``; None takes it away. A column holds one thing only."""
        kept = {k: i for k, i in self.columns.items() if k != key and i != index}
        return TableLayout(self.header_row, kept if index is None else {**kept, key: index})

    def key_at(self, index: int) -> str:
        """What a column holds; empty when it is not read."""
        return next((key for key, i in self.columns.items() if i == index), "")


def heading_key(text: str) -> str:
    """A heading without case, spaces and punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def propose(shape: TableShape, rows: Sequence[RawRow]) -> TableLayout:
    """The headings' row and the columns that they name: the first row that names the most columns.

    Nothing recognised gives an empty layout, to be filled in by the officer.
    """
    best = TableLayout(0, {})
    for number, cells in rows[:_LOOKED_AT]:
        found = _named(shape, cells)
        if len(found) > len(best.columns):
            best = TableLayout(number, found)
    return best


def _named(shape: TableShape, cells: Sequence[Cell]) -> dict[str, int]:
    words = {
        heading_key(word): column.key
        for column in reversed(shape.columns)
        for word in (*column.words, column.title)
    }
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        key = words.get(heading_key(cell)) if isinstance(cell, str) else None
        if key is not None:
            found.setdefault(key, index)
    return found


def missing(shape: TableShape, layout: TableLayout) -> tuple[str, ...]:
    """The titles of the columns without which nothing can be read; alternatives as ``A eller B``."""
    has = set(layout.columns)
    lacking = [c.title for c in shape.columns if c.required and c.key not in has]
    for keys in shape.any_of:
        if not has & set(keys):
            *firsts, last = (shape.column(key).title for key in keys)
            lacking.append(f"{', '.join(firsts)} eller {last}" if firsts else last)
    return tuple(lacking)


def width(rows: Sequence[RawRow]) -> int:
    """The number of columns up to the last cell that holds something."""
    return max(
        (index + 1 for _, cells in rows for index, cell in enumerate(cells) if not is_blank(cell)), default=0
    )

"""Columns declared as data: what a cell says, how it sorts and how it is read aloud, told without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from operator import itemgetter
from typing import Generic, TypeVar

from sbdesk.domain.ore import Ore
from sbdesk.domain.sort_keys import text_key
from sbdesk.gui import formats
from sbdesk.gui.look import Tone

R = TypeVar("R")


class Align(Enum):
    """Where the text stands in its cell."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column over rows of type R. ``width`` is pixels at 100 % text; ``spoken`` defaults to the text.

    ``sort`` gives a native value; rows for which it gives None come last both ways. ``tone`` puts the level's
    icon before the text and tints the cell. ``copied`` is what Ctrl+C takes, by default the text.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], object] | None = None
    align: Align = Align.LEFT
    width: int = 120
    tone: Callable[[R], Tone | None] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None
    copied: Callable[[R], str] | None = None
    title_tip: str = ""

    def sort_value(self, row: R) -> object:
        """What the row is sorted by: the native value, or the text in Swedish order."""
        return text_key(self.text(row)) if self.sort is None else self.sort(row)

    def aloud(self, row: R) -> str:
        """What a screen reader says: the column's name and the cell."""
        return f"{self.title} {(self.spoken or self.text)(row)}"

    def to_copy(self, row: R) -> str:
        """What is put on the clipboard."""
        return (self.copied or self.text)(row)


def text_column(
    key: str,
    title: str,
    value: Callable[[R], str],
    *,
    width: int = 160,
    tip: Callable[[R], str] | None = None,
    title_tip: str = "",
) -> Column[R]:
    """Text to the left, sorted in Swedish order; the whole text is the tooltip when it is cut."""
    return Column(key, title, value, width=width, tip=tip, title_tip=title_tip)


def money_column(
    key: str,
    title: str,
    value: Callable[[R], Ore | None],
    *,
    width: int = 116,
    decimals: bool = True,
    title_tip: str = "",
) -> Column[R]:
    """Öre to the right; ``decimals=False`` writes whole kronor where there are no öre."""
    write = formats.money if decimals else formats.whole
    return Column(
        key,
        title,
        lambda row: write(value(row)),
        sort=value,
        align=Align.RIGHT,
        width=width,
        spoken=lambda row: f"{write(value(row))} kronor" if value(row) is not None else "inget belopp",
        title_tip=title_tip,
    )


def number_column(
    key: str, title: str, value: Callable[[R], int | None], *, width: int = 72, title_tip: str = ""
) -> Column[R]:
    """A count to the right; a dash when there is none."""

    def write(row: R) -> str:
        number = value(row)
        return formats.NOTHING if number is None else str(number)

    return Column(key, title, write, sort=value, align=Align.RIGHT, width=width, title_tip=title_tip)


def date_column(key: str, title: str, value: Callable[[R], date | None], *, width: int = 96) -> Column[R]:
    """``2026-11-22`` to the left."""
    return Column(key, title, lambda row: formats.day(value(row)), sort=value, width=width)


def status_column(
    key: str,
    title: str,
    value: Callable[[R], str],
    tone: Callable[[R], Tone | None],
    *,
    width: int = 260,
    sort: Callable[[R], object] | None = None,
) -> Column[R]:
    """A level's icon and words, never colour alone."""
    return Column(key, title, value, tone=tone, sort=sort, width=width)


def sorted_rows(rows: Sequence[R], column: Column[R], descending: bool) -> list[R]:
    """The rows by one column, equal ones in the order given, rows without value last."""
    have = [(value, row) for row in rows if (value := column.sort_value(row)) is not None]
    lack = [row for row in rows if column.sort_value(row) is None]
    have.sort(key=itemgetter(0), reverse=descending)
    return [row for _, row in have] + lack


def as_tsv(columns: Sequence[Column[R]], rows: Sequence[R]) -> str:
    """Rows with headers as tab separated text; a tab or line break inside a cell becomes a space."""
    lines = ["\t".join(column.title for column in columns)]
    lines.extend("\t".join(_one_line(column.to_copy(row)) for column in columns) for row in rows)
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\t", " ").splitlines())

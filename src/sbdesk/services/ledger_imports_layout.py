"""Changes to a proposed layout, as the officer makes them column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sbdesk.domain.ledger import ColumnRole, LedgerLayout
from sbdesk.services.ledger_imports_rows import RawRow

_PAIR = (ColumnRole.DEBIT, ColumnRole.CREDIT)


_SPAN = re.compile(r"([0-9]{1,7})(?: ?- ?([0-9]{1,7}))?", re.ASCII)


def role_of(layout: LedgerLayout, column: int) -> ColumnRole:
    """What a column (counted from 0) means; IGNORED when it is not read."""
    return next((role for role, index in layout.columns.items() if index == column), ColumnRole.IGNORED)


def with_role(layout: LedgerLayout, column: int, role: ColumnRole, rows: Sequence[RawRow]) -> LedgerLayout:
    """Give a column a role: the one that had it loses it, and an amount takes debit's and credit's place."""
    columns = {
        known: index for known, index in layout.columns.items() if index != column and known is not role
    }
    if role is ColumnRole.AMOUNT:
        columns = {known: index for known, index in columns.items() if known not in _PAIR}
    if role in _PAIR:
        columns.pop(ColumnRole.AMOUNT, None)
    if role is not ColumnRole.IGNORED:
        columns[role] = column
    return _titled(replace(layout, columns=columns), rows)


def with_header_row(layout: LedgerLayout, header_row: int, rows: Sequence[RawRow]) -> LedgerLayout:
    """Let the headings stand in another row (as Excel shows it; 0: there are none)."""
    return _titled(replace(layout, header_row=header_row), rows)


def _titled(layout: LedgerLayout, rows: Sequence[RawRow]) -> LedgerLayout:
    """The headings as written in the file, by which the profile finds its columns in the next one."""
    headings = next((row.cells for row in rows if row.number == layout.header_row), ())
    titles = {
        role: headings[index] if index < len(headings) else "" for role, index in layout.columns.items()
    }
    return replace(layout, titles=titles)


def read_row_numbers(text: str) -> tuple[int, ...]:
    """Row numbers as typed: ``12, 15–18``; ValueError when it is something else or more than 10 000 rows."""
    found: set[int] = set()
    for part in text.replace("–", "-").replace("−", "-").split(","):
        span = _SPAN.fullmatch(part.strip())
        if span is None:
            raise ValueError(text)
        begin, end = int(span[1]), int(span[2] or span[1])
        if not 0 < begin <= end or end - begin >= 10_000:
            raise ValueError(text)
        found.update(range(begin, end + 1))
    return tuple(sorted(found))


def write_row_numbers(numbers: Sequence[int]) -> str:
    """``12, 15–18``."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)

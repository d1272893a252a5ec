"""Proposes which row holds the headings and what each column is, by names and by content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sbdesk.domain.ledger_layout import ROLE_TITLES, ColumnRole, CostSign, LedgerLayout, column_name
from sbdesk.domain.ledger_values import (
    AmountReader,
    Cell,
    DateReader,
    UnreadableError,
    clean_text,
    is_blank,
    whole_text,
)
from sbdesk.spreadsheets.layout_words import column_words, heading_key
from sbdesk.spreadsheets.refusals import FileRefused, columns_missing

Row = tuple[int, Sequence[Cell]]
"""Row number as Excel shows it, and its cells from column A."""

_SEARCHED_ROWS = 60
_ACCOUNT = re.compile(r"[0-9]{3,6}(?: \D.*)?")
_CUT_OFF = 5
"""Letters a cut-off heading must keep to be recognised."""


def propose(sheet: str | None, rows: Sequence[Row]) -> LedgerLayout:
    """The most likely layout of a sheet from its first rows; look at ``missing()`` before using it."""
    header_row, named = _find_headings(rows)
    data = [cells for number, cells in rows if number > header_row]
    headings = next((cells for number, cells in rows if number == header_row), ())
    columns = _by_content(dict(named), data)
    if ColumnRole.AMOUNT in columns:
        columns.pop(ColumnRole.DEBIT, None)
        columns.pop(ColumnRole.CREDIT, None)
    titles = {role: heading_text(headings, index) for role, index in columns.items()}
    layout = LedgerLayout(sheet, header_row, columns, titles=titles)
    return replace(layout, sign=_likely_sign(layout, data))


def adapt(profile: LedgerLayout, sheet: str | None, rows: Sequence[Row]) -> LedgerLayout | None:
    """A saved profile for a new file: the same headings wherever they now stand; None when one is missing."""
    wanted = {role: heading_key(title) for role, title in profile.titles.items() if heading_key(title)}
    if not wanted or set(wanted) != set(profile.columns):
        return None
    for number, cells in rows[:_SEARCHED_ROWS]:
        keys = [heading_key(cell) if isinstance(cell, str) else "" for cell in cells]
        if all(key in keys for key in wanted.values()):
            found = {role: keys.index(key) for role, key in wanted.items()}
            return replace(profile, sheet=sheet, header_row=number, columns=found)
    return None


def refusal(layout: LedgerLayout, rows: Sequence[Row]) -> FileRefused | None:
    """F11 when the layout lacks what cannot be done without, with the headings that the file has."""
    missing = layout.missing()
    if not missing:
        return None
    headings = next((cells for number, cells in rows if number == layout.header_row), ())
    width = max((len(cells) for number, cells in rows if number >= layout.header_row), default=0)
    found = [heading_text(headings, index) or f"Kolumn{index + 1}" for index in range(min(width, 30))]
    return columns_missing([ROLE_TITLES[role] for role in missing], found)


def heading_text(headings: Sequence[Cell], index: int) -> str:
    """The heading over a column as written, empty when there is none."""
    cell = headings[index] if index < len(headings) else None
    return clean_text(cell).strip() if isinstance(cell, str) else ""


def _find_headings(rows: Sequence[Row]) -> tuple[int, dict[ColumnRole, int]]:
    """The row with most recognised headings, at least two; row 0 when there is none."""
    best: tuple[int, dict[ColumnRole, int]] = (0, {})
    for number, cells in rows[:_SEARCHED_ROWS]:
        roles = _roles_of(cells)
        if len(roles) >= 2 and len(roles) > len(best[1]):
            best = (number, roles)
    return best


def _roles_of(cells: Sequence[Cell]) -> dict[ColumnRole, int]:
    ranked: dict[ColumnRole, tuple[int, int]] = {}
    for index, cell in enumerate(cells):
        known = _role_of(cell) if isinstance(cell, str) and len(cell) <= 60 else None
        if known is not None and (known[0] not in ranked or known[1] < ranked[known[0]][0]):
            ranked[known[0]] = (known[1], index)
    return {role: index for role, (_, index) in ranked.items()}


def _role_of(heading: str) -> tuple[ColumnRole, int] | None:
    key = heading_key(heading)
    words = column_words()
    if key in words:
        return words[key]
    if len(key) < _CUT_OFF:
        return None
    cut = {known[0] for word, known in words.items() if word.startswith(key)}
    return (cut.pop(), 1_000) if len(cut) == 1 else None


def _by_content(columns: dict[ColumnRole, int], data: Sequence[Sequence[Cell]]) -> dict[ColumnRole, int]:
    """Fill in the necessary roles that no heading named, when exactly one column can be meant."""
    paired = ColumnRole.DEBIT in columns and ColumnRole.CREDIT in columns
    width = max((len(cells) for cells in data), default=0)
    for role, fits in (
        (ColumnRole.BOOKED_ON, _are_days),
        (ColumnRole.ACCOUNT, _are_accounts),
        (ColumnRole.AMOUNT, _are_amounts),
    ):
        if role in columns or (role is ColumnRole.AMOUNT and paired):
            continue
        free = [index for index in range(width) if index not in columns.values()]
        fitting = [index for index in free if fits(_values(data, index))]
        if len(fitting) == 1:
            columns[role] = fitting[0]
    return columns


def _values(data: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    return [cells[index] for cells in data if index < len(cells) and not is_blank(cells[index])]


def _mostly(hits: int, values: Sequence[Cell]) -> bool:
    return len(values) >= 3 and hits >= 0.9 * len(values)


def _are_days(values: Sequence[Cell]) -> bool:
    return _mostly(sum(_readable(DateReader().read, value) for value in values), values)


def _are_accounts(values: Sequence[Cell]) -> bool:
    return _mostly(sum(_looks_like_account(value) for value in values), values)


def _looks_like_account(value: Cell) -> bool:
    return _readable(whole_text, value) and bool(_ACCOUNT.fullmatch(whole_text(value)))


def _are_amounts(values: Sequence[Cell]) -> bool:
    """Amounts nearly all, and at least every fifth with öre, so that codes and numbers do not pass."""
    read = list(_amounts(values))
    return _mostly(len(read), values) and sum(ore % 100 != 0 for ore in read) >= 0.2 * len(values)


def _amounts(values: Sequence[Cell]) -> Iterator[int]:
    reader = AmountReader()
    for value in values:
        try:
            ore = reader.read(value)
        except UnreadableError:
            continue
        if ore is not None:
            yield ore


def _readable(read: Callable[[Cell], object], value: Cell) -> bool:
    try:
        read(value)
    except UnreadableError:
        return False
    return True


def _likely_sign(layout: LedgerLayout, data: Sequence[Sequence[Cell]]) -> CostSign:
    """An extract of costs whose amounts are mostly negative books costs as negative."""
    index = layout.columns.get(ColumnRole.AMOUNT)
    amounts = [] if index is None else list(_amounts(_values(data, index)))
    negative = sum(ore < 0 for ore in amounts)
    return CostSign.COST_NEGATIVE if negative > 2 * (len(amounts) - negative) else CostSign.COST_POSITIVE


def shown_headings(layout: LedgerLayout, width: int) -> list[str]:
    """A title for each column of a preview: the role's Swedish name, else the column letter."""
    by_index = {index: ROLE_TITLES[role] for role, index in layout.columns.items()}
    return [by_index.get(index, column_name(index)) for index in range(width)]

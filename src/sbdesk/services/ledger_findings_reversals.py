"""Pairs the rows of an award that cancel each other: a credit with the nearest debit like it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from sbdesk.store.queries.ledger_findings import Line

Key: TypeAlias = tuple[object, ...]


def pair_reversals(
    credits_: Iterable[Line], debits: Iterable[Line], max_days: int
) -> list[tuple[Line, Line]]:
    """(debit, credit) of one account and amount, with the same invoice or text, at most so many days apart.

    Each row is in one pair at most, so that of three rows +a, +a, −a one +a is left. The same invoice wins
    over the same text, and the nearest day over one further away.
    """
    waiting: dict[Key, list[Line]] = defaultdict(list)
    for debit in debits:
        for key in _keys(debit, debit.amount_ore):
            waiting[key].append(debit)
    taken: set[int] = set()
    pairs: list[tuple[Line, Line]] = []
    for credit in credits_:
        for key in _keys(credit, -credit.amount_ore):
            found = _nearest(credit, (each for each in waiting[key] if each.id not in taken), max_days)
            if found is not None:
                taken.add(found.id)
                pairs.append((found, credit))
                break
    return pairs


def _keys(line: Line, amount: int) -> Iterator[Key]:
    if line.supplier_id is not None and line.invoice_key is not None:
        yield ("invoice", line.account, amount, line.supplier_id, line.invoice_key)
    if line.text_key:
        yield ("text", line.account, amount, line.text_key)


def _nearest(credit: Line, debits: Iterable[Line], max_days: int) -> Line | None:
    on = _day(credit)
    if on is None:
        return None
    within = [
        (abs((day - on).days), debit.id, debit)
        for debit in debits
        if (day := _day(debit)) is not None and abs((day - on).days) <= max_days
    ]
    return min(within, default=(0, 0, None))[2]


def _day(line: Line) -> date | None:
    day: date | None = line.booked_on or line.event_on
    return day

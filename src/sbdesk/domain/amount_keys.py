"""Names whose amount is meant where a component's money is asked for, granted or changed share by share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sbdesk.domain.ore import Ore


class ShareKey(NamedTuple):
    """One operation's share of a component, where the component's amounts stand apart (two RSS)."""

    component_id: int
    operation_id: int


AmountKey = int | ShareKey
"""A component's id where it has one amount for the recipient, else the share's key."""
Amounts = Mapping[AmountKey, Ore] | Mapping[int, Ore]
"""Öre by whose amount it is, as an officer gives it."""


def component_of(key: AmountKey) -> int:
    """The component's id."""
    return key.component_id if isinstance(key, ShareKey) else key


def operation_of(key: AmountKey) -> int | None:
    """The operation's id; None where the component has one amount."""
    return key.operation_id if isinstance(key, ShareKey) else None


def order(key: AmountKey) -> tuple[int, int]:
    """What keys are sorted by: the component, and the operation within it."""
    return component_of(key), operation_of(key) or 0


def key_text(key: AmountKey) -> str:
    """``3``, or ``3:7`` for a share, as snapshots and prepared changes keep it."""
    return f"{key.component_id}:{key.operation_id}" if isinstance(key, ShareKey) else str(key)


def key_from(text: str) -> AmountKey:
    """The key that :func:`key_text` wrote."""
    component, _, operation = text.partition(":")
    return ShareKey(int(component), int(operation)) if operation else int(component)


def given_twice(keys: Iterable[AmountKey]) -> bool:
    """Whether a component has both an amount of its own and amounts for its shares."""
    known = list(keys)
    return any(isinstance(key, ShareKey) and key.component_id in known for key in known)


def keyed(amounts: Amounts) -> dict[AmountKey, Ore]:
    """The amounts as a dict of their own."""
    made: dict[AmountKey, Ore] = {}
    made.update(amounts.items())
    return made

"""Whose amount is meant: a component's only one, or an operation's share of it."""

from __future__ import annotations

import pytest

from sbdesk.domain.amount_keys import (
    AmountKey,
    ShareKey,
    component_of,
    given_twice,
    key_from,
    key_text,
    keyed,
    operation_of,
    order,
)


@pytest.mark.parametrize(("key", "text"), [(3, "3"), (ShareKey(3, 7), "3:7")])
def test_a_key_is_read_as_it_was_written(key: AmountKey, text: str) -> None:
    assert key_text(key) == text
    assert key_from(text) == key
    assert component_of(key) == 3


def test_only_a_share_has_an_operation() -> None:
    assert (operation_of(3), operation_of(ShareKey(3, 7))) == (None, 7)


def test_shares_stand_with_their_component() -> None:
    keys: list[AmountKey] = [ShareKey(3, 9), 4, ShareKey(3, 7), 2]
    assert sorted(keys, key=order) == [2, ShareKey(3, 7), ShareKey(3, 9), 4]


def test_a_component_and_its_share_are_the_same_money() -> None:
    assert given_twice([3, ShareKey(3, 7)])
    assert not given_twice([ShareKey(3, 7), ShareKey(3, 9), 4])


def test_amounts_are_copied() -> None:
    given: dict[AmountKey, int] = {ShareKey(3, 7): 100}
    made = keyed(given)
    made[4] = 1
    assert given == {ShareKey(3, 7): 100}

"""Shares by method: the instructions' figures, the rest in words, and money that is never lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.allotment import Rounding, unit_amount
from sbdesk.domain.allotment_shares import (
    COMPUTED_METHODS,
    Division,
    Share,
    compute,
    rest_of,
    rest_words,
    too_much,
    unit_price_words,
    units_in_words,
)
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import AllotmentMethod as Method

NKR = Division(Method.PER_UNIT, from_kronor(78_500_000), all_units=99, unit="register")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def computed(division: Division, shares: list[Share]) -> list[Share]:
    """The shares with their computed amounts."""
    answer = compute(division, shares)
    assert not answer.problem
    return [
        Share(s.key, s.recipient, s.operation, s.units, s.weight, answer.amounts[s.key], s.decided_ore)
        for s in shares
    ]


def test_ninety_nine_registers_leave_29_kronor() -> None:
    units = {"a": 33, "b": 20, "c": 14, "d": 12, "e": 10, "f": 6, "g": 4}
    shares = computed(NKR, [Share(key, key, units=number) for key, number in units.items()])
    assert shares[0].effective_ore == from_kronor(26_166_657)
    assert rest_of(NKR, shares) == from_kronor(29)
    assert plain(rest_words(NKR, shares)) == (
        "78 500 000 − 78 499 971 = 29 kr fördelas inte (avrundning nedåt per register)"
    )
    assert plain(unit_price_words(NKR, 99)) == "792 929 kr per register"
    assert unit_amount(NKR.total_ore, 99) == from_kronor(792_929)


def test_the_stated_amount_per_unit_gives_the_same() -> None:
    stated = Division(NKR.method, NKR.total_ore, all_units=99, each_ore=from_kronor(792_929), unit="register")
    shares = computed(stated, [Share(str(i), "Region", units=1) for i in range(99)])
    assert sum(share.effective_ore or 0 for share in shares) == from_kronor(78_499_971)
    assert rest_words(stated, shares) == rest_words(NKR, shares)


def test_units_that_are_not_in_the_table_are_told() -> None:
    shares = computed(NKR, [Share("a", "Region A", units=90)])
    assert "(90 av 99 register är med i tabellen)" in plain(rest_words(NKR, shares))


def test_an_amount_per_unit_for_few_units_is_no_rounding() -> None:
    division = Division(Method.PER_UNIT, from_kronor(1_000_000), each_ore=from_kronor(25_000), unit="enhet")
    shares = computed(division, [Share("a", "Kommun A", units=3), Share("b", "Kommun B", units=1)])
    assert [share.effective_ore for share in shares] == [from_kronor(75_000), from_kronor(25_000)]
    assert plain(rest_words(division, shares)).endswith("fördelas inte (4 enheter × 25 000 kr)")
    many = compute(division, [Share("a", "Kommun A", units=41)])
    assert plain(many.problem) == "41 enheter × 25 000 kr är 1 025 000 kr, mer än 1 000 000 kr."
    assert many.amounts == {"a": None}


def test_what_is_missing_is_said_and_nothing_is_guessed() -> None:
    assert compute(NKR, [Share("a", "A")]).problem == "Antal register saknas för alla mottagare."
    assert compute(NKR, [Share("a", "A", units=100)]).problem == (
        "Tabellen har 100 register men beloppet är avsett för 99."
    )
    free = Division(Method.PER_UNIT, 1_000)
    assert compute(free, [Share("a", "A")]).problem == "Antal enheter saknas för alla mottagare."
    assert units_in_words(1, "enhet") == "1 enhet"
    some = compute(NKR, [Share("a", "A", units=1), Share("b", "B")])
    assert (some.amounts["b"], some.problem) == (None, "")
    people = Division(Method.POPULATION, 1_000)
    assert compute(people, [Share("a", "A"), Share("b", "B", weight=1)]).problem == "Befolkning saknas för A."
    assert compute(people, [Share("a", "A", weight=0)]).problem == "Befolkningen är noll för alla mottagare."
    assert compute(people, []).amounts == {}
    assert unit_price_words(Division(Method.PER_UNIT, 1_000), 0) == ""
    assert unit_price_words(people, 5) == ""


def test_decided_amounts_are_never_computed_and_win() -> None:
    division = Division(Method.DECIDED, from_kronor(100))
    share = Share("a", "A", computed_ore=from_kronor(90), decided_ore=from_kronor(95))
    assert compute(division, [share]).amounts == {"a": from_kronor(90)}
    assert (share.effective_ore, share.differs) == (from_kronor(95), True)
    assert not Share("a", "A", decided_ore=5).differs
    assert plain(rest_words(division, [share])) == "100 − 95 = 5 kr fördelas inte"
    assert rest_of(division, [Share("a", "A")]) is None
    assert rest_words(division, [Share("a", "A")]) == ""
    assert rest_of(division, []) is None


def test_every_method_names_its_rest() -> None:
    equal = Division(Method.EQUAL, from_kronor(100))
    three = computed(equal, [Share(k, k) for k in "abc"])
    assert plain(rest_words(equal, three)) == "100 − 99 = 1 kr fördelas inte (lika delar i hela kronor)"
    floor = Division(Method.POPULATION, from_kronor(100), Rounding.FLOOR)
    weighed = computed(floor, [Share(k, k, weight=1) for k in "abc"])
    assert plain(rest_words(floor, weighed)).endswith("(avrundning nedåt till hela kronor)")
    nearest = Division(Method.POPULATION, from_kronor(11), Rounding.NEAREST)
    more = computed(nearest, [Share(k, k, weight=1) for k in "abc"])
    assert (
        plain(rest_words(nearest, more)) == "12 − 11 = 1 kr mer än beloppet (avrundning till närmaste krona)"
    )
    assert too_much(nearest, more) == ""


def test_more_than_there_is_is_refused() -> None:
    division = Division(Method.DECIDED, from_kronor(100))
    shares = [Share("a", "A", decided_ore=from_kronor(60)), Share("b", "B", decided_ore=from_kronor(41))]
    assert plain(too_much(division, shares)) == "Summan 101 kr är 1 kr mer än beloppet 100 kr."
    nearest = Division(Method.POPULATION, from_kronor(100), Rounding.NEAREST)
    assert too_much(nearest, shares), "a decided amount is no rounding"


@given(
    st.sampled_from(COMPUTED_METHODS),
    st.sampled_from(Rounding),
    st.integers(0, 10**13),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10**7)), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
)
def test_sum_and_rest_are_the_total_whatever_the_order(
    method: Method,
    rounding: Rounding,
    total: int,
    numbers: list[tuple[int, int]],
    chance: random.Random,
) -> None:
    division = Division(method, total, rounding)
    shares = [Share(f"{i:010}", "R", units=u, weight=w) for i, (u, w) in enumerate(numbers)]
    answer = compute(division, shares)
    if answer.problem:
        assert set(answer.amounts.values()) == {None}
        return
    mixed = list(shares)
    chance.shuffle(mixed)
    assert compute(division, mixed).amounts == answer.amounts
    made = [Share(s.key, "R", "", s.units, s.weight, answer.amounts[s.key]) for s in shares]
    rest = rest_of(division, made)
    assert rest is not None
    assert sum(share.effective_ore or 0 for share in made) + rest == total
    assert too_much(division, made) == ""
    if method is not Method.POPULATION or rounding is not Rounding.NEAREST:
        assert rest >= 0


@pytest.mark.parametrize("method", [Method.FIXED, Method.DECIDED])
def test_fixed_amounts_stay(method: Method) -> None:
    assert compute(Division(method, 5), [Share("a", "A", computed_ore=5)]).amounts == {"a": 5}

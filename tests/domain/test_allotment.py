"""Division of a component: the instructions' own numbers, and sums that never lose a krona."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.allotment import Rounding, decided, equal, per_unit, population
from sbdesk.domain.ore import from_kronor

CARE_REGIONS = {
    "Stockholm": (2_547_073, 6_724_687),
    "Linköping": (1_087_715, 2_871_744),
    "Lund/Malmö": (1_935_771, 5_110_750),
    "Göteborg": (1_980_893, 5_229_879),
    "Uppsala/Örebro": (2_152_635, 5_683_306),
    "Umeå": (901_321, 2_379_634),
}

weights = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 10**7), min_size=1).filter(
    lambda w: sum(w.values()) > 0
)
totals = st.integers(0, 10**13)


def test_csd_gives_two_million_each() -> None:
    given_out = equal(from_kronor(12_000_000), list("abcdef"))
    assert set(given_out.amounts.values()) == {from_kronor(2_000_000)}
    assert given_out.rest == 0


def test_pmc_gives_five_million_each() -> None:
    assert equal(from_kronor(35_000_000), list("abcdefg")).amounts["g"] == from_kronor(5_000_000)


def test_the_registers_leave_29_kronor() -> None:
    given_out = per_unit(from_kronor(78_500_000), {"Stockholm": 33, "övriga": 66}, 99)
    assert given_out.amounts["Stockholm"] == from_kronor(26_166_657)
    assert given_out.amounts["övriga"] == from_kronor(792_929 * 66)
    assert given_out.rest == from_kronor(29)


def test_the_care_regions_get_the_instructions_table() -> None:
    given_out = population(from_kronor(28_000_000), {name: w for name, (w, _) in CARE_REGIONS.items()})
    assert given_out.amounts == {name: from_kronor(kr) for name, (_, kr) in CARE_REGIONS.items()}
    assert given_out.rest == 0


def test_a_decided_table_keeps_its_rest() -> None:
    given_out = decided(1_000, {"a": 400, "b": 500})
    assert (given_out.amounts, given_out.rest) == ({"a": 400, "b": 500}, 100)


def test_ties_go_to_the_lower_key_whatever_the_order() -> None:
    three_ways = population(from_kronor(10), {"c": 1, "b": 1, "a": 1})
    assert three_ways.amounts == {"a": 400, "b": 300, "c": 300}


def test_rounding_is_chosen() -> None:
    parts = {"a": 1, "b": 1, "c": 1}
    assert population(from_kronor(10), parts, Rounding.FLOOR).rest == 100
    assert population(from_kronor(11), parts, Rounding.NEAREST).rest == -100
    assert population(from_kronor(10), parts, Rounding.NEAREST).rest == 100


@given(totals, weights, st.sampled_from(Rounding))
def test_population_conserves_money(total: int, parts: dict[str, int], rounding: Rounding) -> None:
    given_out = population(total, parts, rounding)
    assert sum(given_out.amounts.values()) + given_out.rest == total
    whole = sum(parts.values())
    for key, weight in parts.items():
        assert given_out.amounts[key] % 100 == 0
        assert abs(given_out.amounts[key] * whole - total // 100 * 100 * weight) <= 100 * whole
    if rounding is not Rounding.NEAREST:
        assert given_out.rest >= 0
    if rounding is Rounding.LARGEST_REMAINDER:
        assert given_out.rest == total % 100


@given(totals, weights)
def test_more_people_never_give_less(total: int, parts: dict[str, int]) -> None:
    amounts = population(total, parts).amounts
    ordered = sorted(parts, key=lambda key: parts[key])
    assert all(amounts[a] <= amounts[b] + 100 for a, b in pairwise(ordered))


@given(totals, st.integers(1, 400))
def test_equal_shares_conserve_money(total: int, number: int) -> None:
    given_out = equal(total, [str(i) for i in range(number)])
    assert sum(given_out.amounts.values()) + given_out.rest == total
    assert len(set(given_out.amounts.values())) == 1
    assert 0 <= given_out.rest < number * 100 + 100


@given(totals, st.lists(st.integers(0, 50), min_size=1, max_size=9))
def test_units_conserve_money(total: int, numbers: list[int]) -> None:
    units = {str(i): number for i, number in enumerate(numbers)}
    given_out = per_unit(total, units, max(1, sum(numbers)))
    assert sum(given_out.amounts.values()) + given_out.rest == total
    assert given_out.rest >= 0


def test_nothing_to_divide_by_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to divide by"):
        equal(100, [])
    with pytest.raises(ValueError, match="nothing to divide by"):
        population(100, {"a": 0})
    with pytest.raises(ValueError, match="nothing to divide by"):
        per_unit(100, {}, 0)


def test_negative_and_too_large_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="1001 öre of 1000"):
        decided(1_000, {"a": 1_001})
    with pytest.raises(ValueError, match="of 1000"):
        decided(1_000, {"a": -1, "b": 5})
    with pytest.raises(ValueError, match="100 units of 99"):
        per_unit(1_000, {"a": 100}, 99)
    with pytest.raises(ValueError, match="units of 99"):
        per_unit(1_000, {"a": -1, "b": 3}, 99)
    with pytest.raises(ValueError, match="-1"):
        population(1_000, {"a": -1, "b": 3})

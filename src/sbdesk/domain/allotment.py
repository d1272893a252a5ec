"""Divide a component among its recipients; whole kronor, and a rest that is never lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain.ore import Ore

_KRONA = 100


class Rounding(StrEnum):
    """How shares of a population become whole kronor."""

    LARGEST_REMAINDER = "largest_remainder"
    NEAREST = "nearest"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Allotment:
    """Öre per recipient and what is left: the sum of both is the total.

    ``rest`` is negative only with :attr:`Rounding.NEAREST`, when more is rounded up than down.
    """

    amounts: Mapping[str, Ore]
    rest: Ore


def equal(total: Ore, recipients: Sequence[str]) -> Allotment:
    """The same whole number of kronor to each, the rest undistributed; ValueError without recipients."""
    share = total // _KRONA // _at_least_one(len(recipients)) * _KRONA
    return Allotment(dict.fromkeys(recipients, share), total - share * len(recipients))


def decided(total: Ore, amounts: Mapping[str, Ore]) -> Allotment:
    """Amounts that somebody has decided; ValueError when they are negative or exceed the total."""
    rest = total - sum(amounts.values())
    if rest < 0 or any(amount < 0 for amount in amounts.values()):
        raise ValueError(f"{sum(amounts.values())} öre of {total}")
    return Allotment(dict(amounts), rest)


def unit_amount(total: Ore, all_units: int) -> Ore:
    """What one unit gets: ⌊total / all units⌋ in whole kronor; ValueError without units."""
    return total // _KRONA // _at_least_one(all_units) * _KRONA


def per_unit(total: Ore, units: Mapping[str, int], all_units: int) -> Allotment:
    """Whole kronor per unit: ⌊total / all units⌋ each; ValueError when more units are used than there are."""
    used = sum(units.values())
    if used > _at_least_one(all_units) or any(number < 0 for number in units.values()):
        raise ValueError(f"{used} units of {all_units}")
    each = unit_amount(total, all_units)
    return Allotment({recipient: each * number for recipient, number in units.items()}, total - each * used)


def population(
    total: Ore, weights: Mapping[str, int], rounding: Rounding = Rounding.LARGEST_REMAINDER
) -> Allotment:
    """Whole kronor in proportion to ``weights``, divided by the sum of the weights given.

    The published sum of a population may differ from its parts (noise), so the parts' own sum is used. With
    the largest remainder, ties go to the lower key (organisation number), whatever the order given. Öre of a
    total that is not whole kronor stay in the rest. ValueError without positive weights.
    """
    whole = _at_least_one(sum(weights.values()))
    if any(weight < 0 for weight in weights.values()):
        raise ValueError(f"{weights}")
    kronor = total // _KRONA
    shares = {key: divmod(kronor * weight, whole) for key, weight in weights.items()}
    amounts = {key: floor for key, (floor, _) in shares.items()}
    if rounding is Rounding.NEAREST:
        amounts = {key: floor + (2 * part >= whole) for key, (floor, part) in shares.items()}
    if rounding is Rounding.LARGEST_REMAINDER:
        left = kronor - sum(amounts.values())
        for key in sorted(shares, key=lambda k: (-shares[k][1], k))[:left]:
            amounts[key] += 1
    return Allotment(
        {key: amount * _KRONA for key, amount in amounts.items()}, total - sum(amounts.values()) * _KRONA
    )


def _at_least_one(number: int) -> int:
    if number < 1:
        raise ValueError(f"nothing to divide by: {number}")
    return number

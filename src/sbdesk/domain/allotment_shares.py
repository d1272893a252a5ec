"""Computes the shares of one component by its method, and explains what is left in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sbdesk.domain import allotment
from sbdesk.domain.allotment import Rounding
from sbdesk.domain.ore import Ore, format_kronor, format_ore
from sbdesk.domain.programme_vocabulary import AllotmentMethod

COMPUTED_METHODS = (AllotmentMethod.EQUAL, AllotmentMethod.PER_UNIT, AllotmentMethod.POPULATION)
"""The methods that follow from numbers; the others are amounts that somebody has decided."""


@dataclass(frozen=True, slots=True)
class Share:
    """A recipient's part of a component; ``key`` sorts by organisation number, then by operation."""

    key: str
    recipient: str
    operation: str = ""
    units: int | None = None
    weight: int | None = None
    computed_ore: Ore | None = None
    decided_ore: Ore | None = None

    @property
    def effective_ore(self) -> Ore | None:
        """What is decided wins over what is computed; None: not yet decided."""
        return self.computed_ore if self.decided_ore is None else self.decided_ore

    @property
    def differs(self) -> bool:
        """Whether a decided amount stands against another computed one (P07)."""
        return None not in (self.computed_ore, self.decided_ore) and self.computed_ore != self.decided_ore


@dataclass(frozen=True, slots=True)
class Division:
    """How a component of ``total_ore`` is divided.

    ``all_units`` is the number of units that the money is meant for, None: those in the table.
    ``each_ore`` is the amount per unit where the instruction says it. ``unit`` is the word for one unit.
    """

    method: AllotmentMethod
    total_ore: Ore
    rounding: Rounding = Rounding.LARGEST_REMAINDER
    all_units: int | None = None
    each_ore: Ore | None = None
    unit: str = "enhet"


@dataclass(frozen=True, slots=True)
class Computed:
    """Öre per key, None where a number is missing; ``problem`` is why nothing could be computed."""

    amounts: Mapping[str, Ore | None]
    problem: str = ""


def compute(division: Division, shares: Sequence[Share]) -> Computed:
    """The computed amounts, whatever the order of the shares; fixed and decided methods keep what they have.

    Never raises: a missing number or more units than there are is a ``problem`` in Swedish.
    """
    if division.method not in COMPUTED_METHODS:
        return Computed({share.key: share.computed_ore for share in shares})
    if not shares:
        return Computed({})
    if division.method is AllotmentMethod.EQUAL:
        return Computed(
            dict(allotment.equal(division.total_ore, sorted(share.key for share in shares)).amounts)
        )
    if division.method is AllotmentMethod.PER_UNIT:
        return _per_unit(division, shares)
    return _by_population(division, shares)


def units_in_words(number: int, unit: str) -> str:
    """``99 register``, ``4 enheter``."""
    return f"{number} enheter" if unit == "enhet" and number != 1 else f"{number} {unit}"


def _per_unit(division: Division, shares: Sequence[Share]) -> Computed:
    used = {share.key: share.units for share in shares if share.units is not None}
    none: dict[str, Ore | None] = {share.key: None for share in shares}
    counted = sum(used.values())
    if not counted:
        return Computed(
            none,
            f"Antal {'enheter' if division.unit == 'enhet' else division.unit} saknas för alla mottagare.",
        )
    if division.each_ore is not None:
        each = division.each_ore
        if each * counted > division.total_ore:
            return Computed(
                none,
                f"{units_in_words(counted, division.unit)} × {format_kronor(each)} är "
                f"{format_kronor(each * counted)}, mer än {format_kronor(division.total_ore)}.",
            )
        return Computed(none | {key: each * number for key, number in used.items()})
    whole = division.all_units or counted
    if counted > whole:
        return Computed(
            none, f"Tabellen har {units_in_words(counted, division.unit)} men beloppet är avsett för {whole}."
        )
    return Computed(none | dict(allotment.per_unit(division.total_ore, used, whole).amounts))


def _by_population(division: Division, shares: Sequence[Share]) -> Computed:
    weights = {share.key: share.weight for share in shares if share.weight is not None}
    missing = [share.recipient for share in shares if share.weight is None]
    none: dict[str, Ore | None] = {share.key: None for share in shares}
    if missing:
        return Computed(none, f"Befolkning saknas för {', '.join(missing)}.")
    if not sum(weights.values()):
        return Computed(none, "Befolkningen är noll för alla mottagare.")
    return Computed(none | dict(allotment.population(division.total_ore, weights, division.rounding).amounts))


def rest_of(division: Division, shares: Sequence[Share]) -> Ore | None:
    """What is left of the component in öre; None while an amount is not yet decided."""
    amounts = [share.effective_ore for share in shares]
    known = [amount for amount in amounts if amount is not None]
    return division.total_ore - sum(known) if shares and len(known) == len(amounts) else None


def rest_words(division: Division, shares: Sequence[Share]) -> str:
    """``78 500 000 − 78 499 971 = 29 kr fördelas inte (avrundning nedåt per register)``.

    Empty when nothing is left or something is not yet decided.
    """
    rest = rest_of(division, shares)
    if not rest:
        return ""
    total = format_ore(division.total_ore, decimals=False)
    given = format_ore(division.total_ore - rest, decimals=False)
    why = _why(division, shares, rest)
    if rest < 0:
        return f"{given} − {total} = {format_kronor(-rest)} mer än beloppet{why}"
    return f"{total} − {given} = {format_kronor(rest)} fördelas inte{why}"


def _why(division: Division, shares: Sequence[Share], rest: Ore) -> str:
    """The cause in brackets, only where the rest is exactly what the computation leaves."""
    answer = compute(division, shares)
    left = division.total_ore - sum(amount or 0 for amount in answer.amounts.values())
    if division.method not in COMPUTED_METHODS or answer.problem or left != rest:
        return ""
    if division.method is AllotmentMethod.EQUAL:
        return " (lika delar i hela kronor)"
    if division.method is AllotmentMethod.PER_UNIT:
        counted = sum(share.units or 0 for share in shares)
        whole = division.all_units or counted
        if whole > counted:
            return f" ({counted} av {units_in_words(whole, division.unit)} är med i tabellen)"
        if division.each_ore is not None and rest >= 100 * counted:
            return f" ({units_in_words(counted, division.unit)} × {format_kronor(division.each_ore)})"
        return f" (avrundning nedåt per {division.unit})"
    if division.rounding is Rounding.NEAREST:
        return " (avrundning till närmaste krona)"
    return " (avrundning nedåt till hela kronor)"


def too_much(division: Division, shares: Sequence[Share]) -> str:
    """Why the shares cannot stand: more is given than there is. Empty when they can.

    Rounding to the nearest krona may give some kronor too much, at most one for each share (I16).
    """
    given = sum(share.effective_ore or 0 for share in shares)
    over = given - division.total_ore
    allowed = 0
    if division.method is AllotmentMethod.POPULATION and division.rounding is Rounding.NEAREST:
        decided = any(share.decided_ore is not None for share in shares)
        allowed = 0 if decided else 100 * len(shares)
    if over <= allowed:
        return ""
    return (
        f"Summan {format_kronor(given)} är {format_kronor(over)} mer än beloppet "
        f"{format_kronor(division.total_ore)}."
    )


def unit_price_words(division: Division, counted: int) -> str:
    """``792 929 kr per register`` where the method is per unit and there is something to divide by."""
    whole = division.all_units or counted
    each = division.each_ore
    if each is None and whole:
        each = allotment.unit_amount(division.total_ore, whole)
    if division.method is not AllotmentMethod.PER_UNIT or each is None:
        return ""
    return f"{format_kronor(each)} per {division.unit}"

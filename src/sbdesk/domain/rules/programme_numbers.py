"""Finds numbers that one instruction tells twice, in different places, and that do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.programme import FactValue, ProgrammeDefinition, ValueKind
from sbdesk.domain.programme_words import content_in_words, fact_title

_KRONA = 100
_COUNTED = frozenset({ValueKind.ORE, ValueKind.DAY, ValueKind.INT})
"""Kinds of which a programme has one value: a second fact of the name is the same thing told again."""

_TOTAL_SHARE = "total_share_"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sentences without full stop that should tell the same; ``ore`` is how much they differ (öre)."""

    facts: tuple[str, ...]
    one: str
    other: str
    ore: Ore | None = None


def conflicts(definition: ProgrammeDefinition) -> Iterator[Conflict]:
    """Every pair that does not agree: what is told twice, parts and wholes, and the amount per unit."""
    yield from _told_twice(definition)
    yield from _components(definition)
    yield from _recipients(definition)
    yield from _per_unit(definition)


def _told_twice(definition: ProgrammeDefinition) -> Iterator[Conflict]:
    first: dict[str, FactValue] = {}
    for fact in definition.facts:
        if fact.kind not in _COUNTED or fact.value is None:
            continue
        former = first.setdefault(fact.name, fact)
        if former.value == fact.value:
            continue
        title = fact_title(fact.name)
        yield Conflict(
            (fact.name,),
            f"{title} är {content_in_words(former.kind, former.value)}{_under(former)}",
            f"{content_in_words(fact.kind, fact.value)}{_under(fact)}",
            _apart(former.value, fact.value) if fact.kind is ValueKind.ORE else None,
        )


def _under(fact: FactValue) -> str:
    return "" if fact.quote is None else f" under ”{fact.quote.heading}”"


def _apart(one: object, other: object) -> Ore | None:
    return abs(one - other) if isinstance(one, int) and isinstance(other, int) else None


def _components(definition: ProgrammeDefinition) -> Iterator[Conflict]:
    for component in definition.components:
        name = f"{component.code}_total"
        yield from _compared(
            (name,),
            f"{component.label} är {{}} i fördelningen",
            component.total_ore,
            "{} i anvisningen",
            _amount(definition, name),
        )
    if definition.components:
        yield from _compared(
            ("total",),
            "Delarna är tillsammans {}",
            sum(component.total_ore for component in definition.components),
            "ramen är {}",
            _amount(definition, "total"),
        )


def _recipients(definition: ProgrammeDefinition) -> Iterator[Conflict]:
    """A fact ``total_share_x`` is the sum of the other facts that end with ``_share_x``."""
    for fact in definition.facts:
        if not fact.name.startswith(_TOTAL_SHARE):
            continue
        ending = "_share_" + fact.name.removeprefix(_TOTAL_SHARE)
        parts = {it.name for it in definition.facts if it.name.endswith(ending)} - {fact.name}
        yield from _compared(
            (fact.name, *sorted(parts)),
            f"{fact_title(fact.name)} är {{}}",
            _amount(definition, fact.name),
            "delarna är tillsammans {}",
            sum(_amount(definition, name) or 0 for name in parts),
        )


def _per_unit(definition: ProgrammeDefinition) -> Iterator[Conflict]:
    total, each = _amount(definition, "total"), _amount(definition, "per_unit")
    units = next((it.value for it in definition.all_facts("units") if isinstance(it.value, int)), None)
    if total is None or not units:
        return
    share = total // _KRONA // units * _KRONA
    one = f"{fact_title('per_unit')} är {{}}"
    other = f"ramen delad med {units} är {{}} i hela kronor"
    yield from _compared(("per_unit", "total", "units"), one, each, other, share)


def _compared(
    facts: tuple[str, ...], one: str, first: Ore | None, other: str, second: Ore | None
) -> Iterator[Conflict]:
    if first is not None and second is not None and first != second:
        told = (one.format(format_kronor(first)), other.format(format_kronor(second)))
        yield Conflict(facts, *told, abs(first - second))


def _amount(definition: ProgrammeDefinition, name: str) -> Ore | None:
    found = (it.value for it in definition.all_facts(name) if it.kind is ValueKind.ORE)
    return next((value for value in found if isinstance(value, int)), None)

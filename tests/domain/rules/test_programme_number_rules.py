"""P06: the same number told twice in one document."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    Component,
    EligibleKind,
    FactContent,
    FactStatus,
    FactValue,
    ProgrammeDefinition,
    Quote,
    ValueKind,
)
from sbdesk.domain.rules.programme import check_programme
from sbdesk.services.programme_definitions import available, load

ORE, DAY, INT, TEXT = ValueKind.ORE, ValueKind.DAY, ValueKind.INT, ValueKind.TEXT


def fact(
    name: str, kind: ValueKind, value: FactContent, ordinal: int = 1, heading: str = "Belopp"
) -> FactValue:
    status = FactStatus.NOT_STATED if value is None else FactStatus.STATED
    return FactValue(name, kind, value, status, ordinal, Quote(heading, ("Text.",)) if heading else None)


def part(code: str, kronor: int) -> Component:
    return Component(code, f"Del {code}", kronor * 100, AllotmentMethod.DECIDED, "floor", False, None, ())


def said(*facts: FactValue, components: tuple[Component, ...] = ()) -> list[str]:
    definition = ProgrammeDefinition(
        "demo", "Demo", "Demo", 2026, EligibleKind.REGION, facts, components=components
    )
    found = check_programme(definition)
    assert {(f.code, f.level) for f in found} <= {("P06", Level.DEVIATION)}
    return [f.text.replace("\u00a0", " ") for f in found]


def test_an_amount_told_twice() -> None:
    first = fact("total", ORE, 6_300)
    assert said(first, fact("total", ORE, 6_300, 2, "Tabell")) == []
    assert said(first, fact("total", ORE, None, 2, "Tabell")) == []
    assert said(first, fact("total", ORE, 6_400, 2, "Tabell")) == [
        "Ram är 63 kr under ”Belopp” men 64 kr under ”Tabell”. Kontrollera vilken uppgift som gäller."
    ]


def test_a_day_and_a_number_told_twice() -> None:
    days = (
        fact("repay_due", DAY, date(2027, 3, 31), heading=""),
        fact("repay_due", DAY, date(2027, 3, 30), 2),
    )
    assert said(*days) == [
        "Återbetalning senast är 31 mars 2027 men 30 mars 2027 under ”Belopp”. Kontrollera vilken uppgift "
        "som gäller."
    ]
    assert len(said(fact("units", INT, 99), fact("units", INT, 98, 2))) == 1


def test_texts_may_be_many() -> None:
    assert said(fact("evidence", TEXT, "Fakturor"), fact("evidence", TEXT, "Löneunderlag", 2)) == []


def test_a_part_and_its_total() -> None:
    stated = fact("base_total", ORE, 3_500)
    assert said(stated, components=(part("base", 35),)) == []
    assert said(stated, components=(part("base", 36),)) == [
        "Del base är 36 kr i fördelningen men 35 kr i anvisningen. Kontrollera vilken uppgift som gäller."
    ]


def test_the_parts_and_the_frame() -> None:
    frame = fact("total", ORE, 6_300)
    assert said(frame, components=(part("base", 35), part("population", 28))) == []
    assert said(frame, components=(part("base", 35), part("population", 27))) == [
        "Delarna är tillsammans 62 kr men ramen är 63 kr. Kontrollera vilken uppgift som gäller."
    ]
    assert said(fact("total", ORE, None), components=(part("base", 35),)) == []


def test_the_sum_of_a_row() -> None:
    row = (
        fact("base_share_skane", ORE, 500),
        fact("population_share_skane", ORE, 511),
        fact("base_share_uppsala", ORE, 700),
    )
    assert said(*row, fact("total_share_skane", ORE, 1_011)) == []
    assert said(*row, fact("total_share_skane", ORE, 1_111)) == [
        "Hela beloppet, Region Skåne är 11,11 kr men delarna är tillsammans 10,11 kr. Kontrollera vilken "
        "uppgift som gäller."
    ]


def test_the_amount_per_unit_is_the_frame_divided() -> None:
    frame, units = fact("total", ORE, 78_500_000_00), fact("units", INT, 99)
    assert said(frame, units, fact("per_unit", ORE, 792_929_00)) == []
    assert said(frame, units, fact("per_unit", ORE, 792_930_00)) == [
        "Belopp per enhet är 792 930 kr men ramen delad med 99 är 792 929 kr i hela kronor. Kontrollera "
        "vilken uppgift som gäller."
    ]
    assert said(frame, units) == []
    assert said(frame, fact("per_unit", ORE, 1)) == []


@pytest.mark.parametrize("programme_id", available())
def test_the_instructions_agree_with_themselves(programme_id: str) -> None:
    assert [f for f in check_programme(load(programme_id)) if f.code == "P06"] == []


def test_a_changed_row_of_a_real_table_is_found() -> None:
    pmc = load("pmc-2026")
    wrong = tuple(
        fact("population_share_skane", ORE, 5_110_751_00) if f.name == "population_share_skane" else f
        for f in pmc.facts
    )
    changed = ProgrammeDefinition(
        pmc.id, pmc.title, pmc.short_title, pmc.year, pmc.recipient_kind, wrong, components=pmc.components
    )
    found = [f for f in check_programme(changed) if f.code == "P06"]
    assert [(f.ore, f.evidence["facts"]) for f in found] == [
        (100, ["total_share_skane", "base_share_skane", "population_share_skane"])
    ]

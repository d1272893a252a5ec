"""Oddities in a programme's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    AllotmentShare,
    Component,
    EligibleKind,
    FactContent,
    FactStatus,
    FactValue,
    ProgrammeDefinition,
    Quote,
    ValueKind,
)
from sbdesk.domain.programme_words import fact_title
from sbdesk.domain.rules.programme import check_programme

DAYS = {
    "opens": date(2026, 6, 9),
    "closes": date(2026, 7, 15),
    "use_from": date(2026, 1, 1),
    "use_to": date(2026, 12, 31),
    "report_due": date(2027, 1, 31),
    "repay_due": None,
    "decision_planned_last": date(2026, 8, 31),
}


def fact(name: str, kind: ValueKind, value: FactContent) -> FactValue:
    status = FactStatus.NOT_STATED if value is None else FactStatus.STATED
    return FactValue(name, kind, value, status, quote=Quote("Rubrik", ("Text.",)))


def programme(shares: tuple[int | None, ...] = (60, 40), **changes: FactContent) -> ProgrammeDefinition:
    days = [fact(name, ValueKind.DAY, changes.get(name, day)) for name, day in DAYS.items()]
    return ProgrammeDefinition(
        id="demo",
        title="Demo",
        short_title="Demo 2026",
        year=2026,
        recipient_kind=EligibleKind.REGION,
        facts=(
            *days,
            fact("total", ValueKind.ORE, changes.get("total", 10_000)),
            fact("undistributed", ValueKind.ORE, changes.get("undistributed", 0)),
            fact("decision_planned", ValueKind.TEXT, "augusti 2026"),
        ),
        components=(
            Component(
                "base",
                "Grund",
                10_000,
                AllotmentMethod.DECIDED,
                "floor",
                False,
                None,
                tuple(
                    AllotmentShare(f"Region {i}", decided_ore=None if kr is None else kr * 100)
                    for i, kr in enumerate(shares)
                ),
            ),
        ),
    )


def said(definition: ProgrammeDefinition) -> list[str]:
    return [f"{f.code} {f.level.value} {f.text}".replace("\u00a0", " ") for f in check_programme(definition)]


def test_a_programme_that_adds_up_says_nothing() -> None:
    assert said(programme()) == []
    assert said(programme((60, 39), undistributed=100)) == []


def test_a_frame_that_is_not_all_divided() -> None:
    assert said(programme((60, 39))) == [
        "P01 deviation Fördelade belopp och rest är 99 kr men ramen är 100 kr. Rätta fördelningen eller ange "
        "varför 1 kr skiljer."
    ]


@pytest.mark.parametrize(
    "definition",
    [
        programme((60, None)),
        replace(
            programme((60,)),
            facts=tuple(replace(f, value=None) if f.name == "total" else f for f in programme((60,)).facts),
        ),
        programme(()),
    ],
)
def test_a_frame_with_an_unknown_part_is_not_compared(definition: ProgrammeDefinition) -> None:
    assert said(definition) == []


def test_a_rest_that_nobody_has_told_counts_as_nothing() -> None:
    facts = tuple(replace(f, value=None) if f.name == "undistributed" else f for f in programme().facts)
    assert said(replace(programme((60, 40)), facts=facts)) == []
    (found,) = check_programme(replace(programme((60, 41)), facts=facts))
    assert (found.code, found.ore) == ("P01", 100)


def test_a_day_the_programme_does_not_have_is_not_compared() -> None:
    assert said(replace(programme(), facts=())) == []


def test_days_in_an_impossible_order() -> None:
    assert said(programme(opens=date(2026, 7, 16))) == [
        "P02 deviation Rekvisitionen öppnar den 16 juli 2026 men stänger den 15 juli 2026. Kontrollera "
        "dagarna."
    ]
    assert said(programme(repay_due=date(2026, 12, 30))) == [
        "P02 deviation Användningstiden slutar den 31 december 2026 men återbetalning ska ske den 30 "
        "december 2026. Kontrollera dagarna."
    ]


def test_a_decision_before_the_last_day_is_told() -> None:
    assert said(programme(decision_planned_last=date(2026, 6, 30))) == [
        "P02 note Beslut planeras i augusti 2026 men rekvisitionen är öppen till 15 juli 2026. "
        "Kontrollera tidplanen."
    ]


def test_an_instruction_younger_than_its_window_is_told() -> None:
    definition = programme()
    dated = fact("instruction_day", ValueKind.DAY, date(2026, 6, 10))
    assert said(replace(definition, facts=(*definition.facts, dated))) == [
        "P02 note Rekvisitionen öppnar den 9 juni 2026 men anvisningen är daterad den 10 juni 2026. "
        "Kontrollera att det är den senaste anvisningen."
    ]
    same_day = fact("instruction_day", ValueKind.DAY, date(2026, 6, 9))
    assert said(replace(definition, facts=(*definition.facts, same_day))) == []


@pytest.mark.parametrize(
    ("name", "last_quiet_day"),
    [
        ("closes", None),
        ("use_to", date(2026, 6, 9)),
        ("report_due", date(2026, 12, 31)),
        ("repay_due", date(2026, 12, 31)),
    ],
)
def test_a_day_that_is_not_decided_is_told_when_it_is_needed(name: str, last_quiet_day: date | None) -> None:
    definition = programme()
    waiting = FactValue(name, ValueKind.DAY, None, FactStatus.NOT_YET_DECIDED)
    facts = (*(f for f in definition.facts if f.name != name), waiting)
    changed = replace(definition, facts=facts)
    assert check_programme(changed) == ()
    if last_quiet_day is not None:
        assert check_programme(changed, last_quiet_day) == ()
    (found,) = check_programme(changed, (last_quiet_day or date(2026, 1, 1)) + timedelta(days=1))
    assert (found.code, found.level) == ("P05", Level.DEVIATION)
    assert found.text == (
        f"Uppgiften ”{fact_title(name)}” är inte beslutad men behövs nu. Ange dagen när den är beslutad."
    )


def test_what_the_text_is_silent_about_is_not_waited_for() -> None:
    assert check_programme(programme(report_due=None), date(2027, 6, 1)) == ()


def test_a_decided_amount_other_than_the_computed_is_told_and_holds() -> None:
    definition = programme()
    (base,) = definition.components
    own = replace(base.shares[0], computed_ore=6_100, operation="Centrum")
    same = replace(base.shares[1], computed_ore=4_000)
    changed = replace(definition, components=(replace(base, shares=(own, same)),))
    assert said(changed) == [
        "P07 note Grund, Region 0 (Centrum): beslutat belopp är 60 kr men uträknat belopp är 61 kr. Det "
        "beslutade beloppet gäller."
    ]
    plain = replace(base, shares=(replace(own, operation=None), same))
    assert said(replace(definition, components=(plain,)))[0].startswith("P07 note Grund, Region 0: beslutat")


def test_what_an_officer_gives_without_citation_and_letters_of_another_alphabet() -> None:
    definition = programme((60, 39))
    by_officer = FactValue("interest", ValueKind.BOOL, True, FactStatus.OFFICER, reason="Enligt jurist.")
    by_law = replace(by_officer, name="waiver", statute="14 §")
    cyrillic = replace(definition.fact("opens"), quote=Quote("Underlag", ("Ett eget objektкод.",)))
    rest = tuple(f for f in definition.facts if f.name != "opens")
    found: tuple[Finding, ...] = check_programme(
        replace(definition, facts=(by_officer, by_law, cyrillic, *rest))
    )
    assert [(f.code, f.level) for f in found] == [
        ("P01", Level.DEVIATION),
        ("P03", Level.NOTE),
        ("P04", Level.NOTE),
    ]
    assert found[1].text == f"Uppgiften ”{fact_title('interest')}” har inget citat: Enligt jurist."
    assert found[2].text == (
        "Ordet ”objektкод” (Demo 2026, under ”Underlag”) innehåller bokstäver ur ett annat alfabet. "
        "Det har tolkats som ”objektkod”. Citatet visas oförändrat."
    )

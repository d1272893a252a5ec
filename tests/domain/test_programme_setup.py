"""What a programme is asked about, which checks that gives, and what an officer may enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.findings import Level
from sbdesk.domain.ore import NBSP
from sbdesk.domain.programme import (
    AllotmentMethod,
    AppealRule,
    Component,
    Condition,
    EligibleKind,
    FactStatus,
    FactValue,
    GroundBasis,
    ProgrammeDefinition,
    Quote,
    ValueKind,
)
from sbdesk.domain.programme_choices import parameter_text, parameters_text
from sbdesk.domain.programme_conditions import adapted, grounds, standard_conditions, usual_basis
from sbdesk.domain.programme_differences import Difference, differences, told
from sbdesk.domain.programme_entry import condition_problem, fact_name
from sbdesk.domain.programme_parameters import RULE_PARAMETERS, parameter_problem
from sbdesk.domain.programme_reading import problems
from sbdesk.domain.programme_standard import STANDARD_CONDITIONS, empty_facts, is_standard, part_of
from sbdesk.domain.programme_words import FACT_TITLES
from sbdesk.domain.rules.catalogue import RULE_TITLES
from sbdesk.services import programme_definitions

EMPTY = ProgrammeDefinition("prov-2026", "Prov", "Prov 2026", 2026, EligibleKind.REGION, empty_facts())


def with_fact(definition: ProgrammeDefinition, fact: FactValue) -> ProgrammeDefinition:
    facts = tuple(fact if (f.name, f.ordinal) == (fact.name, 1) else f for f in definition.facts)
    return replace(definition, facts=facts)


@pytest.mark.parametrize("code", programme_definitions.available())
def test_the_checks_of_the_shipped_programmes_are_true_to_their_facts(code: str) -> None:
    definition = programme_definitions.load(code)
    for condition in definition.conditions:
        now = adapted(condition, definition)
        assert (now.severity, now.basis, now.fact, now.enabled) == (
            condition.severity,
            condition.basis,
            condition.fact,
            condition.enabled,
        ), condition.rule


@pytest.mark.parametrize("code", programme_definitions.available())
def test_every_check_of_a_shipped_programme_is_offered_to_a_new_one(code: str) -> None:
    rules = {condition.rule for condition in programme_definitions.load(code).conditions}
    assert rules <= {one.rule for one in STANDARD_CONDITIONS}


def test_an_empty_programme_contradicts_nothing() -> None:
    whole = replace(EMPTY, conditions=standard_conditions(EMPTY))
    assert not list(problems(whole))
    stops = {one.rule for one in whole.conditions if one.severity is not Level.NOTE}
    assert all(
        condition.basis is not GroundBasis.NONE for condition in whole.conditions if condition.rule in stops
    )


def test_every_standard_fact_has_a_title_and_a_part() -> None:
    names = [fact.name for fact in empty_facts()]
    assert len(names) == len(set(names))
    assert set(names) <= set(FACT_TITLES)
    assert all(is_standard(name) for name in names)
    assert {part_of(name) for name in names} >= {"Vad bidraget är", "Pengar", "Lag"}
    assert (part_of("per_elev"), is_standard("law_appeal")) == ("Övriga uppgifter", False)


def test_every_standard_check_is_known_by_name_and_parameters() -> None:
    for one in STANDARD_CONDITIONS:
        assert one.rule in RULE_TITLES
        assert one.rule in RULE_PARAMETERS
        assert all(is_standard(name) for name in one.facts)


def test_a_no_is_no_ground() -> None:
    quote = Quote("Skulder", ("Ingen skuld.",))
    yes = FactValue("debt_rule", ValueKind.BOOL, True, FactStatus.STATED, quote=quote)
    assert grounds(yes)
    assert not grounds(replace(yes, value=False))
    assert not grounds(replace(yes, quote=None))
    assert not grounds(replace(yes, value=None, status=FactStatus.NOT_STATED))


def test_what_an_officer_has_chosen_is_left_alone() -> None:
    quote = Quote("Skulder", ("Ingen skuld.",))
    definition = with_fact(
        EMPTY, FactValue("debt_rule", ValueKind.BOOL, True, FactStatus.STATED, quote=quote)
    )
    milder = Condition("R07", Level.DEVIATION, GroundBasis.INSTRUCTION, "debt_rule")
    assert adapted(milder, definition) == milder
    own = Condition("X99", Level.NOTE, GroundBasis.NONE)
    assert adapted(own, definition) == own
    assert usual_basis("X99") is GroundBasis.NONE
    assert usual_basis("R08") is GroundBasis.ARITHMETIC


def test_a_name_is_made_of_a_title() -> None:
    assert fact_name("Ändamål, del 2") == "ändamål_del_2"
    assert fact_name(" – ") == ""


def test_a_level_without_ground_is_signed() -> None:
    bare = Condition("R07", Level.STOP, GroundBasis.NONE)
    assert condition_problem(bare, None, signed=True) is None
    told_why = condition_problem(bare, None, signed=False)
    assert told_why is not None
    assert told_why[0] == "level"


def test_parameters_in_words() -> None:
    assert parameters_text({"threshold_ore": 250_000}) == f"Faktureras över 2{NBSP}500{NBSP}kr"
    assert parameters_text(None) == ""
    assert parameter_text("next_working_day", True) == "ja"
    assert parameter_text("next_working_day", False) == "nej"
    assert parameter_text("from_on", date(2026, 9, 1)) == "1 september 2026"
    assert parameter_text("required", ["amount", "okänd"]) == "rekvirerat belopp, okänd"
    assert parameter_text("max_days", 31) == "31"
    assert parameter_problem("L07", {"max_days": 31}) is None
    assert parameter_problem("L07", {"max_days": True}) is not None


def test_differences_name_what_is_changed_new_and_gone() -> None:
    part = Component("grund", "Grundbelopp", 100, AllotmentMethod.EQUAL, "floor", True, "purpose", ())
    before = replace(EMPTY, components=(part,), appeal_rules=(AppealRule("grant"),))
    law = FactValue("debt_rule", ValueKind.BOOL, True, FactStatus.LAW, statute="3 § förordningen")
    own = FactValue("eget", ValueKind.TEXT, "x", FactStatus.OFFICER, 2, reason="prov")
    after = with_fact(before, law)
    after = replace(
        after,
        components=(),
        facts=(*after.facts, own),
        appeal_rules=(AppealRule("grant", "yes", "received", "jurist"),),
        conditions=(Condition("R07", Level.STOP, GroundBasis.LAW, "debt_rule", enabled=False),),
    )
    assert differences(told(before), told(after)) == (
        Difference(
            "Ingen obetald skuld",
            "Står inte i anvisningen",
            "ja · Står i lag eller förordning · 3 § förordningen",
        ),
        Difference("Eget 2", "", "x · Angivet av handläggaren · prov"),
        Difference("Obetald skuld (R07)", "", "används inte"),
        Difference(
            "Överklagande: bifall",
            "Får överklagas: inte bestämt · Tre veckor räknas från: inte bestämt",
            "Får överklagas: ja · Tre veckor räknas från: den dag mottagaren fick del av beslutet · jurist",
        ),
        Difference("Del: Grundbelopp", f"1{NBSP}kr, lika belopp till varje mottagare, eget ändamål", ""),
    )

"""A programme as data: what a file may say, what contradicts itself, and what can be asked of it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from sbdesk.domain.findings import Citation, Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    EligibleKind,
    FactStatus,
    GroundBasis,
    Modality,
    ProgrammeDefinition,
    VerdictCause,
)
from sbdesk.domain.programme_reading import FaultyDefinition, read_definition

FILE: dict[str, Any] = {
    "id": "demo-2026",
    "title": "Ett bidrag 2026",
    "short_title": "Demo 2026",
    "year": 2026,
    "recipient_kind": "region",
    "fact": [
        {"name": "total", "ore": 300, "status": "stated", "heading": "Belopp", "quote": "Det är 3 kronor."},
        {"name": "closes", "day": date(2026, 7, 15), "status": "law", "statute": "3 § förordningen"},
        {"name": "use_from", "day": date(2026, 1, 1), "status": "derived", "reason": "Bidragsåret."},
        {"name": "debt_rule", "kind": "bool", "status": "not_stated"},
        {"name": "report_due", "kind": "day", "status": "not_yet_decided"},
        {"name": "paid_late", "bool": False, "status": "officer", "reason": "Enligt mejl."},
        {
            "name": "evidence",
            "text": "Två",
            "ordinal": 2,
            "status": "stated",
            "heading": "B",
            "quote": ["Del ett", "del två."],
        },
        {"name": "evidence", "text": "Ett", "status": "stated", "heading": "B", "quote": "Ett."},
    ],
    "operation": [{"kind": "csd", "code": "X", "name": "Centrum X", "host": "Region A"}],
    "component": [
        {
            "code": "base",
            "label": "Grund",
            "total_ore": 200,
            "method": "equal",
            "separate_purpose": False,
            "share": [
                {"recipient": "Region A", "computed_ore": 90, "decided_ore": 100, "decided_fact": "total"},
                {"recipient": "Region B", "computed_ore": 100, "units": 2, "weight": 3},
                {"recipient": "Region C"},
            ],
        },
        {
            "code": "extra",
            "label": "Extra",
            "total_ore": 100,
            "method": "decided",
            "rounding": "floor",
            "separate_purpose": True,
            "purpose_fact": "total",
            "share": [
                {"recipient": "Region A", "operation": "X", "decided_ore": 100},
                {"recipient": "Region C", "decided_ore": 5},
            ],
        },
    ],
    "recovery_ground": [
        {"code": "unused", "label": "Inte använt", "modality": "shall", "fact": "total", "causes": [1, 8]},
        {"code": "late", "label": "Sent", "modality": "may", "fact": "total", "causes": []},
    ],
    "condition": [
        {
            "rule": "R02",
            "severity": "deviation",
            "basis": "law",
            "fact": "closes",
            "parameters": {"days": 3, "of": ["a", "b"]},
        },
        {"rule": "R07", "severity": "note", "basis": "none", "enabled": False},
        {"rule": "R09", "severity": "stop", "basis": "arithmetic"},
    ],
    "appeal": [
        {"decision_kind": "grant", "allowed": "not_decided", "three_weeks_from": "not_decided"},
        {
            "decision_kind": "refuse",
            "allowed": "no",
            "three_weeks_from": "received",
            "source": "15 §",
            "text": "Får inte överklagas.",
        },
    ],
}


def changed(table: str, index: int, **changes: object) -> dict[str, Any]:
    content = deepcopy(FILE)
    for key, value in changes.items():
        if value is None:
            del content[table][index][key]
        else:
            content[table][index][key] = value
    return content


@pytest.fixture
def definition() -> ProgrammeDefinition:
    return read_definition(FILE)


def test_facts_are_asked_for_by_name(definition: ProgrammeDefinition) -> None:
    assert definition.ore("total") == 300
    assert definition.day("closes") == date(2026, 7, 15)
    assert definition.day("report_due") is None
    assert definition.flag("debt_rule") is False
    assert definition.flag("paid_late") is False
    assert definition.recipient_kind is EligibleKind.REGION
    with pytest.raises(KeyError):
        definition.fact("nothing")
    with pytest.raises(TypeError, match="total"):
        definition.day("total")
    with pytest.raises(TypeError, match="closes"):
        definition.ore("closes")


def test_facts_of_one_name_stand_in_their_order(definition: ProgrammeDefinition) -> None:
    assert [fact.value for fact in definition.all_facts("evidence")] == ["Ett", "Två"]
    assert definition.all_facts("nothing") == ()
    second = definition.all_facts("evidence")[1]
    assert second.quote is not None
    assert second.quote.sentence == "Del ett del två."


def test_a_citation_is_of_the_instruction_or_of_the_law(definition: ProgrammeDefinition) -> None:
    assert definition.citation("total") == Citation(
        "total", "Det är 3 kronor.", "Demo 2026", heading="Belopp"
    )
    law = definition.citation("closes")
    assert law == Citation("closes", "3 § förordningen", "Demo 2026", statute="3 § förordningen")
    assert definition.citation("use_from") is None


def test_what_is_decided_wins_and_what_is_unknown_stays_unknown(definition: ProgrammeDefinition) -> None:
    assert definition.allotted() == {"Region A": 200, "Region B": 100, "Region C": None}
    base, extra = definition.components
    assert (base.method, base.rounding) == (AllotmentMethod.EQUAL, "largest_remainder")
    assert (extra.method, extra.rounding, extra.purpose_fact) == (AllotmentMethod.DECIDED, "floor", "total")
    assert (base.shares[1].units, base.shares[1].weight) == (2, 3)


def test_a_cause_without_ground_cannot_be_chosen(definition: ProgrammeDefinition) -> None:
    assert [ground.code for ground in definition.grounds_for(VerdictCause.PERIOD)] == ["unused"]
    assert definition.grounds_for(VerdictCause.PASSED_ON) == ()
    assert definition.grounds[1].modality is Modality.MAY


def test_conditions(definition: ProgrammeDefinition) -> None:
    used = definition.condition("R02")
    assert used is not None
    assert used.parameters == {"days": 3, "of": ("a", "b")}
    assert (used.severity, used.basis) == (Level.DEVIATION, GroundBasis.LAW)
    assert definition.condition("R07") is None
    assert definition.condition("R08") is None
    assert (definition.appeal_rules[1].source, definition.appeal_rules[1].text) == (
        "15 §",
        "Får inte överklagas.",
    )


def test_a_component_may_wait_for_its_shares() -> None:
    waiting = read_definition(changed("component", 1, share=[], operation_kind="rss"))
    assert (waiting.components[1].shares, waiting.components[1].operation_kind) == ((), "rss")
    assert waiting.allotted() == {"Region A": 100, "Region B": 100, "Region C": None}
    assert read_definition(changed("component", 1, share=None)).components[1].shares == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (changed("fact", 0, status="not_stated"), "fact total: a value goes with"),
        (changed("fact", 0, ore=None, kind="ore"), "fact total: a value goes with"),
        (changed("fact", 0, quote=None), "fact total: what is stated has a heading and a quote"),
        (changed("fact", 0, heading=None), "fact total: what is stated has a heading and a quote"),
        (changed("fact", 1, statute=None), "fact closes: what the law says names the statute"),
        (changed("fact", 2, reason=None), "fact use_from: what is derived or given by an officer"),
        (changed("fact", 5, reason=None), "fact paid_late: what is derived or given by an officer"),
        (changed("fact", 0, ore="300"), "fact total: '300' is no ore"),
        (changed("fact", 0, ore=True), "fact total: True is no ore"),
        (changed("fact", 6, ordinal=1), "fact evidence 1 is given twice"),
        (changed("component", 1, purpose_fact="x"), "component extra: there is no fact x"),
        (
            changed("component", 0, share=[{"recipient": "Region A", "decided_fact": "x"}]),
            "share base Region A: there is no fact x",
        ),
        (
            changed("component", 0, share=[{"recipient": "Region A", "decided_ore": -1}]),
            "share base Region A is negative",
        ),
        (
            changed("component", 0, share=[{"recipient": "Region A", "operation": "Y"}]),
            "share base Region A: there is no operation Y",
        ),
        (
            changed("component", 0, share=[{"recipient": "Region A"}, {"recipient": "Region A"}]),
            "share base Region A is given twice",
        ),
        (changed("appeal", 1, source=None), "appeal refuse: an answer has its source and the letter's text"),
        (changed("appeal", 1, text=None), "appeal refuse: an answer has its source and the letter's text"),
        (changed("recovery_ground", 0, fact="x"), "recovery ground unused: there is no fact x"),
        (changed("condition", 0, fact="x"), "condition R02: there is no fact x"),
        (changed("condition", 0, fact=None), "condition R02: a fact goes with the basis"),
        (changed("condition", 2, fact="total"), "condition R09: a fact goes with the basis"),
        (changed("condition", 1, severity="stop"), "condition R07: without a ground it can only be a note"),
        (
            changed("condition", 0, fact="use_from"),
            "condition R02: fact use_from has neither quote nor statute",
        ),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(content: dict[str, Any], problem: str) -> None:
    with pytest.raises(FaultyDefinition) as caught:
        read_definition(content)
    assert any(found.startswith(problem) for found in caught.value.problems), caught.value.problems
    assert str(caught.value).startswith("demo-2026: ")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({**FILE, "year": "2026"}, TypeError),
        ({**FILE, "fact": {}}, TypeError),
        ({key: value for key, value in FILE.items() if key != "id"}, KeyError),
        (changed("fact", 0, ore=None, yen=300), ValueError),
        (changed("fact", 0, day=date(2026, 1, 1)), ValueError),
        (changed("fact", 0, ore=[300]), TypeError),
        (changed("fact", 0, quote=3), TypeError),
        (changed("fact", 0, status="maybe"), ValueError),
        (changed("condition", 0, parameters=3), TypeError),
        (changed("condition", 0, parameters={"of": [1]}), TypeError),
    ],
)
def test_a_file_of_another_shape_is_refused(content: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        read_definition(content)


def test_every_word_has_its_swedish() -> None:
    assert [status.swedish for status in FactStatus if not status.has_value] == [
        "Inte beslutat",
        "Står inte i anvisningen",
    ]
    assert len({status.swedish for status in FactStatus}) == len(FactStatus)
    assert [VerdictCause(number).swedish for number in (0, 5, 9)] == [
        "hör inte till bidraget",
        "vidareförmedling",
        "annat",
    ]
    assert {kind.output_word for kind in EligibleKind} == {"region", "kommun", "forening", "rss"}

"""Which checks each of the five programmes has, how heavy, on what sentence, and its grounds."""

from __future__ import annotations

import pytest

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import GroundBasis, VerdictCause
from sbdesk.domain.programme_standard import part_of
from sbdesk.services.programme_definitions import available, load

LAW = "(2025:1256) om statsbidrag för en mer förebyggande och kunskapsbaserad socialtjänst"

LEVELS = {
    "R01": "stop",
    "R02": "deviation",
    "R03": "stop",
    "R04": "deviation",
    "R05": "stop",
    "R06": "stop",
    "R08": "stop",
    "R09": "stop",
    "R10": "note",
    "L01": "deviation",
    "L02": "note",
    "L03": "note",
    "L04": "deviation",
    "L05": "note",
    "L06": "deviation",
    "L07": "note",
    "L08": "note",
    "L09": "deviation",
    "L16": "note",
    "L18": "stop",
    "L19": "deviation",
    "L20": "note",
    "L21": "stop",
    "A01": "deviation",
    "A02": "deviation",
    "A03": "note",
    "K01": "stop",
    "K02": "stop",
    "K03": "note",
    "K04": "stop",
    "K05": "stop",
    "K06": "stop",
    "K08": "stop",
    "K09": "stop",
}
"""What all five have, at the same weight."""

OWN = {
    "csd-2026": {"R07": "stop", "R12": "deviation"},
    "nkr-2026": {"R07": "note"},
    "pmc-2026": {"R07": "stop", "R12": "deviation"},
    "rss-aldreomsorg-2026": {"R07": "note", "R11": "stop"},
    "rss-socialtjanst-2026": {"R07": "note", "R11": "stop"},
}

UNGROUNDED = {
    "csd-2026": "K03 L07 L08 L20",
    "nkr-2026": "K03 L07 L08 L20 R07 R10",
    "pmc-2026": "L07 L08 L20 R10",
    "rss-aldreomsorg-2026": "K03 L07 L08 L20 R07",
    "rss-socialtjanst-2026": "K03 L07 L08 L20 R07",
}
"""Checks that can only inform: the instruction has no sentence for them."""

CAUSES = {
    "csd-2026": {
        "unused": {8},
        "wrong_purpose": {0, 1, 2, 3, 4, 9},
        "late_report": set(),
        "no_evidence": {6},
    },
    "nkr-2026": {
        "unused": {1, 2, 8},
        "wrong_purpose": {0, 4, 9},
        "late_report": set(),
        "late_evidence": {6},
        "unsupported_evidence": {6},
        "no_evidence": {6},
    },
    "pmc-2026": {
        "unused": {8},
        "no_report": set(),
        "condition_breach": {0, 1, 2, 3, 4, 5, 9},
        "late_report": set(),
        "no_evidence": {6},
    },
    "rss-aldreomsorg-2026": {
        "unused": {1, 2, 8},
        "wrong_purpose": {0, 3, 4, 9},
        "no_report": set(),
        "late_report": set(),
        "no_evidence": {6},
    },
    "rss-socialtjanst-2026": {
        "wrongly_paid": set(),
        "unused": {8},
        "wrong_purpose": {0, 4},
        "no_report": set(),
        "condition_breach": {1, 2, 3, 9},
        "late_report": set(),
        "no_evidence": {6},
    },
}
NO_GROUND = {
    "csd-2026": {VerdictCause.PASSED_ON, VerdictCause.DEDUCTIBLE_VAT},
    "nkr-2026": {VerdictCause.DOUBLE_FINANCING, VerdictCause.PASSED_ON, VerdictCause.DEDUCTIBLE_VAT},
    "pmc-2026": {VerdictCause.DEDUCTIBLE_VAT},
    "rss-aldreomsorg-2026": {VerdictCause.PASSED_ON, VerdictCause.DEDUCTIBLE_VAT},
    "rss-socialtjanst-2026": {VerdictCause.PASSED_ON, VerdictCause.DEDUCTIBLE_VAT},
}

SENTENCES = [
    ("nkr-2026", "R01", "En region som ansvarar för ett eller flera av de 99 nationella kvalitetsregister"),
    ("nkr-2026", "R03", "Rekvisitionen ska innehålla uppgifter om vilken region som rekviderar bidraget"),
    (
        "nkr-2026",
        "R04",
        "kan en region som ansvarar för ett eller flera av sagda nationella kvalitetsregister",
    ),
    ("nkr-2026", "L01", "Ni kan använda statsbidraget för kostnader som uppstår under perioden 2026-01-01"),
    ("nkr-2026", "L04", "det som fakturan avser ska gälla bidragsåret"),
    ("nkr-2026", "A02", "Om de underlag som regionen inkommer med inte styrker"),
    ("pmc-2026", "L01", "Statsbidraget kan användas under perioden 7 maj 2026 till den 31 december 2026."),
    ("pmc-2026", "K03", "En region som är skyldig att återbetala hela eller delar av det här statsbidraget"),
    ("pmc-2026", "R07", "Regionen får inte ha en obetald skuld till Socialstyrelsen som avser statsbidrag."),
    ("pmc-2026", "R12", "Regionen får inte ha en obetald skuld till Socialstyrelsen som avser statsbidrag."),
    ("csd-2026", "R10", "Ni får inte finansiera samma verksamhet med hjälp av annat statsbidrag."),
    ("rss-aldreomsorg-2026", "R10", "Bidrag får inte lämnas för en åtgärd som annat offentligt stöd"),
    ("rss-socialtjanst-2026", "R10", "Bidrag får inte lämnas för en åtgärd som annat offentligt stöd"),
    ("rss-socialtjanst-2026", "R11", "Betalningen kommer ske efter sista rekvireringsdatum."),
    ("rss-aldreomsorg-2026", "R11", "Betalningen kommer ske efter sista rekvireringsdatum."),
    ("rss-aldreomsorg-2026", "R04", "Regeringen har beslutat hur stort belopp som respektive RSS kan begära"),
    ("rss-socialtjanst-2026", "L04", "det som fakturan avser ska ha hänt inom bidragsåret"),
    ("rss-socialtjanst-2026", "A02", "villkor i beslutet om bidrag inte har följts."),
]


@pytest.mark.parametrize("programme_id", OWN)
def test_the_checks_and_their_weight(programme_id: str) -> None:
    used = {it.rule: it.severity.value for it in load(programme_id).conditions if it.enabled}
    assert used == LEVELS | OWN[programme_id]


@pytest.mark.parametrize("programme_id", UNGROUNDED)
def test_what_the_text_does_not_say_only_informs(programme_id: str) -> None:
    without = [it for it in load(programme_id).conditions if it.basis is GroundBasis.NONE]
    assert sorted(it.rule for it in without) == UNGROUNDED[programme_id].split()
    assert {it.severity for it in without} == {Level.NOTE}


@pytest.mark.parametrize(("programme_id", "rule", "begins"), SENTENCES)
def test_the_sentence_of_a_check(programme_id: str, rule: str, begins: str) -> None:
    definition = load(programme_id)
    condition = definition.condition(rule)
    assert condition is not None
    assert condition.fact is not None
    cited = definition.citation(condition.fact)
    assert cited is not None
    assert cited.sentence.startswith(begins)


def test_the_two_rss_grants_may_be_had_at_once() -> None:
    apart = {}
    for programme_id in ("rss-socialtjanst-2026", "rss-aldreomsorg-2026"):
        condition = load(programme_id).condition("R10")
        assert condition is not None
        apart[programme_id] = condition.parameters
    assert apart == {
        "rss-socialtjanst-2026": {"apart_from": ("rss-aldreomsorg",)},
        "rss-aldreomsorg-2026": {"apart_from": ("rss-socialtjanst",)},
    }


@pytest.mark.parametrize("programme_id", CAUSES)
def test_the_grounds_of_the_causes(programme_id: str) -> None:
    definition = load(programme_id)
    assert {g.code: {int(c) for c in g.causes} for g in definition.grounds} == CAUSES[programme_id]
    assert {c for c in VerdictCause if not definition.grounds_for(c)} == NO_GROUND[programme_id]
    assert all(definition.fact(g.fact).name == f"recovery_{g.code}" for g in definition.grounds)


@pytest.mark.parametrize("programme_id", available())
def test_every_fact_stands_under_a_part_of_the_page(programme_id: str) -> None:
    apart = {fact.name for fact in load(programme_id).facts if part_of(fact.name) == "Övriga uppgifter"}
    assert apart == set()


def test_rss_socialtjanst_may_not_be_appealed_by_law() -> None:
    rss = load("rss-socialtjanst-2026")
    assert {rule.decision_kind for rule in rss.appeal_rules} == {kind.value for kind in DecisionKind}
    for rule in rss.appeal_rules:
        assert (rule.allowed, rule.source) == ("no", f"15 § förordningen {LAW}")
        assert rule.text == f"Beslutet får inte överklagas enligt 15 § förordningen {LAW}."


@pytest.mark.parametrize("programme_id", [it for it in available() if it != "rss-socialtjanst-2026"])
def test_elsewhere_a_jurist_says(programme_id: str) -> None:
    rules = load(programme_id).appeal_rules
    assert {(rule.allowed, rule.three_weeks_from, rule.text, rule.source) for rule in rules} == {
        ("not_decided", "not_decided", None, None)
    }
    kinds = {"grant", "partial_grant", "refuse", "dismiss", "write_off_case", "amend", "revoke", "recovery"}
    assert {rule.decision_kind for rule in rules} == kinds


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("law_conditions", 9),
        ("law_report", 10),
        ("final_account_yearly", 11),
        ("withhold", 12),
        ("law_recovery", 13),
        ("waiver", 14),
        ("law_recovery_decision", 14),
        ("law_appeal", 15),
    ],
)
def test_the_sections_of_the_regulation(name: str, section: int) -> None:
    rss = load("rss-socialtjanst-2026")
    assert rss.fact(name).statute == f"{section} § förordningen {LAW}"
    assert rss.flag("waiver") is rss.flag("withhold") is True

"""A01 to A03: the report against the ledger and the payment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sbdesk.domain.findings import CheckOutcome
from sbdesk.domain.rules.engine import RuleSetting, run
from sbdesk.domain.rules.reconciliation import RECONCILIATION_RULES, ReconciliationFacts

SETTINGS = {rule.name.code: RuleSetting(rule.name.level) for rule in RECONCILIATION_RULES}
EVEN = ReconciliationFacts(
    award_id=1, paid_ore=600_000, reported_ore=600_000, declared_ore=600_000, accepted_ore=600_000
)


def outcome(code: str, **changes: int | None) -> CheckOutcome:
    outcomes = run(RECONCILIATION_RULES, replace(EVEN, **changes), SETTINGS)  # type: ignore[arg-type]
    return next(found for found in outcomes if found.code == code)


def texts(found: CheckOutcome) -> list[str]:
    return [f"{f.level.swedish}: {f.text}".replace("\u00a0", " ") for f in found.findings]


def test_a_report_that_agrees_with_everything() -> None:
    assert {found.word for found in run(RECONCILIATION_RULES, EVEN, SETTINGS)} == {"OK"}


def test_a01_a_difference_is_to_be_explained() -> None:
    found = outcome("A01", reported_ore=764_100_000, declared_ore=764_031_050)
    assert texts(found) == [
        "Avvikelse: Återrapporten anger 7 641 000,00 kr, huvudboken 7 640 310,50 kr. Skillnaden 689,50 kr "
        "behöver förklaras."
    ]
    assert found.findings[0].ore == 68_950


def test_a01_rounding_is_only_told() -> None:
    assert texts(outcome("A01", reported_ore=764_000_000, declared_ore=764_031_050)) == [
        "Upplysning: Återrapporten anger 7 640 000,00 kr, huvudboken 7 640 310,50 kr. Skillnaden 310,50 "
        "kr är en avrundning till hela tusental."
    ]


@pytest.mark.parametrize(("declared", "word"), [(600_100, "OK"), (600_101, "Upplysning"), (599_900, "OK")])
def test_a01_one_krona_is_nothing(declared: int, word: str) -> None:
    assert outcome("A01", declared_ore=declared).word == word


def test_a02_what_the_rows_do_not_support() -> None:
    found = outcome("A02", accepted_ore=450_000)
    assert texts(found) == [
        "Avvikelse: Återrapporten anger 6 000,00 kr men godkända rader är 4 500,00 kr. 1 500,00 kr av det "
        "utbetalda saknar stöd och behöver utredas."
    ]
    assert found.findings[0].ore == 150_000


def test_a02_own_money_is_only_told() -> None:
    assert texts(outcome("A02", reported_ore=900_000, accepted_ore=700_000)) == [
        "Upplysning: Återrapporten anger 3 000,00 kr utöver utbetalt belopp 6 000,00 kr. Det är "
        "mottagarens egna medel."
    ]
    both = outcome("A02", reported_ore=900_000, accepted_ore=500_000)
    assert [finding.ore for finding in both.findings] == [100_000, 300_000]


def test_a03_what_is_left_is_a_result() -> None:
    assert texts(outcome("A03", reported_ore=564_000)) == [
        "Upplysning: 360,00 kr av utbetalt 6 000,00 kr har inte använts enligt återrapporten (5 640,00 kr)."
    ]
    assert outcome("A03", reported_ore=600_001).word == "OK"


@pytest.mark.parametrize("code", ["A01", "A02", "A03"])
def test_without_a_report_nothing_is_compared(code: str) -> None:
    assert outcome(code, reported_ore=None).reason == "Återrapporten har inte kommit in."


def test_without_a_ledger_the_rows_are_not_compared() -> None:
    assert outcome("A01", declared_ore=None).reason == "Ingen huvudbok är inläst."
    assert outcome("A02", accepted_ore=None).reason == "Ingen huvudbok är inläst."
    assert outcome("A03", declared_ore=None, accepted_ore=None).word == "OK"

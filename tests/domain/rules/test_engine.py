"""How checks are asked: level, parameters, and an outcome for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from sbdesk.domain.findings import CheckOutcome, CheckStatus, Citation, Finding, Level, Subject
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName, RuleSetting, ask, run


@dataclass(frozen=True)
class Limit:
    limit: int = 3


def check(number: int | None, asked: Asked[Limit]) -> Iterator[Finding] | NotRun:
    if number is None:
        return NotRun("Talet är inte känt.")
    if number <= asked.parameters.limit:
        return iter(())
    return iter([asked.finding(f"{number} är för stort.", Subject("number", number), ore=number)])


RULE = Rule(RuleName("X01", "Lagom tal", Level.DEVIATION, version=2), Limit, check)
CITATION = Citation("limit", "Högst tre.", "Demo")


def asked_with(number: int | None, setting: RuleSetting | None) -> CheckOutcome:
    (outcome,) = run([RULE], number, {} if setting is None else {"X01": setting})
    return outcome


def test_a_finding_carries_what_it_was_asked_with() -> None:
    outcome = asked_with(5, RuleSetting(Level.STOP, {"limit": 4}, CITATION))
    (finding,) = outcome.findings
    assert outcome.status is CheckStatus.FINDING
    assert (finding.code, finding.rule_version, finding.title) == ("X01", 2, "Lagom tal")
    assert (finding.level, finding.ore, finding.parameters) == (Level.STOP, 5, {"limit": 4})
    assert finding.citation is CITATION


def test_the_parameter_decides() -> None:
    assert asked_with(4, RuleSetting(Level.STOP)).status is CheckStatus.FINDING
    assert asked_with(4, RuleSetting(Level.STOP, {"limit": 4})).status is CheckStatus.OK


def test_a_check_without_its_fact_is_not_run() -> None:
    outcome = asked_with(None, RuleSetting(Level.STOP))
    assert (outcome.status, outcome.reason) == (CheckStatus.NOT_RUN, "Talet är inte känt.")


def test_a_check_that_the_programme_does_not_use_does_not_apply() -> None:
    assert asked_with(5, None).status is CheckStatus.NOT_APPLICABLE


def test_a_finding_is_never_heavier_than_the_programme_says() -> None:
    note = ask(RULE.name, NoParameters, RuleSetting(Level.NOTE))
    stop = ask(RULE.name, NoParameters, RuleSetting(Level.STOP))
    assert note.finding("x", Subject("a", 1), level=Level.STOP).level is Level.NOTE
    assert stop.finding("x", Subject("a", 1), level=Level.NOTE).level is Level.NOTE


def test_an_unknown_parameter_is_our_own_fault() -> None:
    with pytest.raises(TypeError, match="limt"):
        asked_with(5, RuleSetting(Level.STOP, {"limt": 4}))

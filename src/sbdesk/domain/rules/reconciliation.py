"""The checks of a report against the ledger, A01 to A03."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import Ore
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName
from sbdesk.domain.rules.ledger import kronor

_THOUSAND_KRONOR = 100_000


@dataclass(frozen=True, slots=True)
class ReconciliationFacts:
    """An award's sums in öre; ``reported_ore`` None: no report, ``declared_ore`` None: no ledger imported."""

    award_id: int
    paid_ore: Ore
    reported_ore: Ore | None
    declared_ore: Ore | None
    accepted_ore: Ore | None

    @property
    def subject(self) -> Subject:
        """The award, for the findings."""
        return Subject("award", self.award_id)


@dataclass(frozen=True, slots=True)
class ToleranceParameters:
    """How many öre report and ledger may differ without being asked about."""

    tolerance_ore: Ore = 100


_NO_REPORT = NotRun("Återrapporten har inte kommit in.")
_NO_LEDGER = NotRun("Ingen huvudbok är inläst.")


def check_report_against_ledger(
    facts: ReconciliationFacts, asked: Asked[ToleranceParameters]
) -> Iterator[Finding] | NotRun:
    """A01: the report is the ledger's sum; the ledger rounded to whole thousands is only told."""
    if facts.reported_ore is None:
        return _NO_REPORT
    if facts.declared_ore is None:
        return _NO_LEDGER
    difference = abs(facts.reported_ore - facts.declared_ore)
    if difference <= asked.parameters.tolerance_ore:
        return iter(())
    compared = (
        f"Återrapporten anger {kronor(facts.reported_ore)}, huvudboken {kronor(facts.declared_ore)}. "
        f"Skillnaden {kronor(difference)}"
    )
    evidence = {"reported_ore": facts.reported_ore, "declared_ore": facts.declared_ore}
    if facts.reported_ore == _rounded(facts.declared_ore):
        text, level = f"{compared} är en avrundning till hela tusental.", Level.NOTE
    else:
        text, level = f"{compared} behöver förklaras.", asked.level
    return iter([asked.finding(text, facts.subject, level=level, ore=difference, evidence=evidence)])


def check_over_reported(facts: ReconciliationFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """A02: more of the payment is reported than rows support; what exceeds the payment is own money, told."""
    if facts.reported_ore is None:
        return _NO_REPORT
    if facts.accepted_ore is None:
        return _NO_LEDGER
    found = []
    evidence = {
        "reported_ore": facts.reported_ore,
        "accepted_ore": facts.accepted_ore,
        "paid_ore": facts.paid_ore,
    }
    unsupported = min(facts.reported_ore, facts.paid_ore) - facts.accepted_ore
    if unsupported > 0:
        text = (
            f"Återrapporten anger {kronor(facts.reported_ore)} men godkända rader är "
            f"{kronor(facts.accepted_ore)}. {kronor(unsupported)} av det utbetalda saknar stöd och behöver "
            "utredas."
        )
        found.append(asked.finding(text, facts.subject, ore=unsupported, evidence=evidence))
    if facts.reported_ore > facts.paid_ore:
        excess = facts.reported_ore - facts.paid_ore
        text = (
            f"Återrapporten anger {kronor(excess)} utöver utbetalt belopp {kronor(facts.paid_ore)}. Det är "
            "mottagarens egna medel."
        )
        found.append(asked.finding(text, facts.subject, level=Level.NOTE, ore=excess, evidence=evidence))
    return iter(found)


def check_unused(facts: ReconciliationFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """A03: part of the payment is not used; a result, not a fault."""
    if facts.reported_ore is None:
        return _NO_REPORT
    unused = facts.paid_ore - facts.reported_ore
    if unused <= 0:
        return iter(())
    text = (
        f"{kronor(unused)} av utbetalt {kronor(facts.paid_ore)} har inte använts enligt återrapporten "
        f"({kronor(facts.reported_ore)})."
    )
    evidence = {"paid_ore": facts.paid_ore, "reported_ore": facts.reported_ore}
    return iter([asked.finding(text, facts.subject, ore=unused, evidence=evidence)])


def _rounded(amount: Ore) -> Ore:
    """To whole thousand kronor, half upwards."""
    return (amount + _THOUSAND_KRONOR // 2) // _THOUSAND_KRONOR * _THOUSAND_KRONOR


A01 = Rule(
    RuleName("A01", "Rapport mot huvudbok", Level.DEVIATION), ToleranceParameters, check_report_against_ledger
)
A02 = Rule(RuleName("A02", "Överrapportering", Level.DEVIATION), NoParameters, check_over_reported)
A03 = Rule(RuleName("A03", "Outnyttjade medel", Level.NOTE), NoParameters, check_unused)

RECONCILIATION_RULES = (A01, A02, A03)

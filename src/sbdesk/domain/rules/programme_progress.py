"""What is late in a programme as a whole: P08 near the end of the budget year, P09 after six months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.periods import in_words, month
from sbdesk.domain.rules.engine import Asked, Rule, RuleName, RuleSetting, run


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """One award: ``waiting_since`` the day of a requisition that nobody has decided, and sums in öre."""

    award_id: int
    recipient: str
    waiting_since: date | None = None
    granted_ore: Ore = 0
    paid_ore: Ore = 0


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """A programme's cases on a day; ``year`` is the budget year."""

    programme: str
    year: int
    today: date
    cases: tuple[CaseProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthParameters:
    """The month of the budget year from which what is left is told."""

    month: int = 11


@dataclass(frozen=True, slots=True)
class AgeParameters:
    """After how many months a recipient may ask for a decision (12 § förvaltningslagen)."""

    months: int = 6


def check_year_end(facts: ProgressFacts, asked: Asked[MonthParameters]) -> Iterator[Finding]:
    """P08: undecided requisitions and unpaid grants from November of the budget year."""
    if facts.today < date(facts.year, asked.parameters.month, 1):
        return
    waiting = sum(case.waiting_since is not None for case in facts.cases)
    unpaid = [case for case in facts.cases if case.granted_ore > case.paid_ore]
    left = sum(case.granted_ore - case.paid_ore for case in unpaid)
    parts = []
    if waiting:
        number = "En rekvisition" if waiting == 1 else f"{waiting} rekvisitioner"
        parts.append(f"{number} väntar på beslut.")
    if unpaid:
        number = "Ett beviljat bidrag" if len(unpaid) == 1 else f"{len(unpaid)} beviljade bidrag"
        parts.append(f"{number} återstår att betala ut: {format_kronor(left)}.")
    if parts:
        end = in_words(date(facts.year, 12, 31))
        text = f"{' '.join(parts)} Budgetåret slutar den {end}. Avgör och betala ut i tid."
        evidence = {"undecided": waiting, "unpaid": len(unpaid), "left_ore": left}
        yield asked.finding(text, Subject("programme", facts.programme), ore=left or None, evidence=evidence)


def check_age(facts: ProgressFacts, asked: Asked[AgeParameters]) -> Iterator[Finding]:
    """P09: a requisition has waited for more than six months (11–12 §§ förvaltningslagen)."""
    for case in facts.cases:
        since = case.waiting_since
        if since is None or facts.today <= _months_later(since, asked.parameters.months):
            continue
        text = (
            f"Rekvisitionen från {case.recipient} kom in den {in_words(since)} och är inte avgjord. Efter "
            f"{asked.parameters.months} månader kan mottagaren begära att ärendet avgörs (12 § "
            "förvaltningslagen). Avgör ärendet, eller underrätta mottagaren om förseningen (11 § "
            "förvaltningslagen)."
        )
        yield asked.finding(text, Subject("award", case.award_id), evidence={"received_on": since})


def _months_later(day: date, months: int) -> date:
    years, number = divmod(day.month - 1 + months, 12)
    then = month(day.year + years, number + 1)
    return then.first.replace(day=min(day.day, then.days))


P08 = Rule(RuleName("P08", "Kvar före årets slut", Level.NOTE), MonthParameters, check_year_end)
P09 = Rule(RuleName("P09", "Äldre än sex månader", Level.NOTE), AgeParameters, check_age)

PROGRESS_RULES = (P08, P09)


def check_progress(facts: ProgressFacts) -> tuple[Finding, ...]:
    """What is late in the programme, the whole of it first."""
    settings = {rule.name.code: RuleSetting(rule.name.level) for rule in PROGRESS_RULES}
    outcomes = run(PROGRESS_RULES, facts, settings)
    return tuple(chain.from_iterable(outcome.findings for outcome in outcomes))

"""Ask every check that a programme uses, and say of each how it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sbdesk.domain.findings import CheckOutcome, Citation, Finding, Level, Subject
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme import ProgrammeDefinition

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F")
P = TypeVar("P", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class NoParameters:
    """The parameters of a check that has none."""


@dataclass(frozen=True, slots=True)
class RuleName:
    """A check's code (never reused), Swedish title, version of its predicate, and level by default."""

    code: str
    title: str
    level: Level
    version: int = 1


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """How a programme uses a check: level, parameters by name, and the sentence that grounds it."""

    level: Level
    parameters: Mapping[str, object] = field(default_factory=dict)
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check's answer when a fact is missing; ``reason`` is a Swedish sentence that names it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Asked(Generic[P]):
    """A check as one programme asks it."""

    name: RuleName
    level: Level
    parameters: P
    citation: Citation | None = None

    def finding(
        self,
        text: str,
        subject: Subject,
        *,
        level: Level | None = None,
        ore: Ore | None = None,
        evidence: Mapping[str, object] | None = None,
        other: Subject | None = None,
    ) -> Finding:
        """A finding of this check at the programme's level, or at a milder ``level``. Money is öre."""
        return Finding(
            code=self.name.code,
            rule_version=self.name.version,
            level=self.level if level is None else max(level, self.level, key=lambda it: it.rank),
            title=self.name.title,
            text=text,
            subject=subject,
            other_subject=other,
            ore=ore,
            evidence=evidence or {},
            parameters=asdict(self.parameters),
            citation=self.citation,
        )


@dataclass(frozen=True, slots=True)
class Rule(Generic[F, P]):
    """A check: facts and parameters in, findings out. It never raises, prints or reads a clock."""

    name: RuleName
    parameters: type[P]
    check: Callable[[F, Asked[P]], Iterable[Finding] | NotRun]


def ask(name: RuleName, parameters: type[P], setting: RuleSetting) -> Asked[P]:
    """The check with a programme's setting; TypeError for a parameter that the check does not have."""
    return Asked(name, setting.level, parameters(**setting.parameters), setting.citation)


def run(
    rules: Iterable[Rule[F, Any]], facts: F, settings: Mapping[str, RuleSetting]
) -> tuple[CheckOutcome, ...]:
    """Every rule's outcome in order; a rule without a setting does not apply to the programme."""
    return tuple(_outcome(rule, facts, settings.get(rule.name.code)) for rule in rules)


def settings_of(definition: ProgrammeDefinition) -> dict[str, RuleSetting]:
    """The settings of the checks that a programme uses, by code."""
    return {
        condition.rule: RuleSetting(
            condition.severity,
            condition.parameters or {},
            None if condition.fact is None else definition.citation(condition.fact),
        )
        for condition in definition.conditions
        if condition.enabled
    }


def _outcome(rule: Rule[F, Any], facts: F, setting: RuleSetting | None) -> CheckOutcome:
    code, title = rule.name.code, rule.name.title
    if setting is None:
        return CheckOutcome.not_applicable(code, title)
    answer = rule.check(facts, ask(rule.name, rule.parameters, setting))
    if isinstance(answer, NotRun):
        return CheckOutcome.not_run(code, title, answer.reason)
    return CheckOutcome.found(code, title, *answer)

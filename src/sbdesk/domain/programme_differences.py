"""What differs between two versions of a programme, in words that a second person can check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.programme import AppealRule, Component, Condition, FactValue, ProgrammeDefinition
from sbdesk.domain.programme_choices import (
    ALLOWED_WORDS,
    BASIS_WORDS,
    FROM_WORDS,
    KIND_WORDS,
    METHOD_WORDS,
    MODALITY_WORDS,
    RECIPIENT_WORDS,
    parameters_text,
)
from sbdesk.domain.programme_words import fact_title, value_in_words
from sbdesk.domain.rules.catalogue import RULE_TITLES

Told = Mapping[str, tuple[str, str]]
"""Everything that a programme says: a key that lasts, to title and text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; ``former`` or ``now`` is empty where it is new or gone."""

    title: str
    former: str
    now: str


def told(definition: ProgrammeDefinition) -> dict[str, tuple[str, str]]:
    """Everything that the programme says, as plain texts that can be kept and compared."""
    return {key: (title, text) for key, title, text in _lines(definition)}


def differences(former: Told, now: Told) -> tuple[Difference, ...]:
    """What is changed, new or gone, in the order of ``now`` and last what is gone."""
    made = []
    for key, (title, text) in now.items():
        before = former[key][1] if key in former else ""
        if before != text:
            made.append(Difference(title, before, text))
    gone = (value for key, value in former.items() if key not in now)
    return (*made, *(Difference(title, text, "") for title, text in gone))


def _lines(definition: ProgrammeDefinition) -> Iterator[tuple[str, str, str]]:
    yield "identity:title", "Statsbidragets namn", definition.title
    yield "identity:short", "Kortnamn", definition.short_title
    yield "identity:kind", "Mottagare", RECIPIENT_WORDS[definition.recipient_kind]
    for fact in definition.facts:
        number = f" {fact.ordinal}" if fact.ordinal > 1 else ""
        yield f"fact:{fact.name}:{fact.ordinal}", f"{fact_title(fact.name)}{number}", fact_text(fact)
    for component in definition.components:
        yield f"component:{component.code}", f"Del: {component.label}", _component_text(component)
    for recipient, ore in definition.allotted().items():
        amount = "inte beslutat" if ore is None else format_kronor(ore)
        yield f"share:{recipient}", f"Fördelning: {recipient}", amount
    for ground in definition.grounds:
        causes = ", ".join(cause.swedish for cause in ground.causes) or "ingen feltyp"
        yield (
            f"ground:{ground.code}",
            f"Grund för återkrav: {ground.label}",
            f"{MODALITY_WORDS[ground.modality]} · {causes}",
        )
    for condition in definition.conditions:
        title = f"{RULE_TITLES.get(condition.rule, condition.rule)} ({condition.rule})"
        yield f"condition:{condition.rule}", title, _condition_text(condition)
    for rule in definition.appeal_rules:
        kind = KIND_WORDS[DecisionKind(rule.decision_kind)]
        yield f"appeal:{rule.decision_kind}", f"Överklagande: {kind.lower()}", _appeal_text(rule)


def fact_text(fact: FactValue) -> str:
    """Value, who says so and the sentence: ``15 juli 2026 · Står i anvisningen · ”Sista dag …”``."""
    parts = [value_in_words(fact)]
    if fact.status.has_value:
        parts.append(fact.status.swedish)
    parts += [part for part in (fact.statute, fact.reason) if part]
    if fact.quote is not None:
        parts.append(f"”{fact.quote.sentence}”")
    return " · ".join(parts)


def _component_text(component: Component) -> str:
    own = ", eget ändamål" if component.separate_purpose else ""
    return f"{format_kronor(component.total_ore)}, {METHOD_WORDS[component.method].lower()}{own}"


def _condition_text(condition: Condition) -> str:
    if not condition.enabled:
        return "används inte"
    ground = fact_title(condition.fact) if condition.fact else BASIS_WORDS[condition.basis]
    parts = (condition.severity.swedish, ground, parameters_text(condition.parameters))
    return " · ".join(part for part in parts if part)


def _appeal_text(rule: AppealRule) -> str:
    allowed = f"Får överklagas: {ALLOWED_WORDS[AppealAllowed(rule.allowed)].lower()}"
    start = f"Tre veckor räknas från: {FROM_WORDS[ThreeWeeksFrom(rule.three_weeks_from)].lower()}"
    return " · ".join(part for part in (allowed, start, rule.source) if part)

"""Keeps a programme's checks true to its facts: without a sentence behind it a check can only inform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    Condition,
    FactContent,
    FactStatus,
    FactValue,
    GroundBasis,
    ProgrammeDefinition,
)
from sbdesk.domain.programme_standard import STANDARD_CONDITIONS, StandardCondition

_BY_RULE = {one.rule: one for one in STANDARD_CONDITIONS}
_CITED = (GroundBasis.INSTRUCTION, GroundBasis.LAW)

Parameters = Mapping[str, FactContent | tuple[str, ...]]


def grounds(fact: FactValue) -> bool:
    """Whether a check may rest on the fact: it has a value other than no, and a sentence or a statute."""
    cited = fact.quote is not None or bool(fact.statute)
    return fact.status.has_value and cited and fact.value is not False


def standard_conditions(definition: ProgrammeDefinition) -> tuple[Condition, ...]:
    """The checks that a new programme begins with."""
    return tuple(adapted(_unfounded(one), definition) for one in STANDARD_CONDITIONS)


def usual_basis(rule: str) -> GroundBasis:
    """What a check rests on where no fact grounds it: its sums, the file, two persons, or nothing."""
    usual = _BY_RULE.get(rule)
    return GroundBasis.NONE if usual is None or usual.basis in _CITED else usual.basis


def adapted(condition: Condition, definition: ProgrammeDefinition) -> Condition:
    """The condition as the facts now allow it.

    A check that has lost its sentence becomes a note without ground; one that has got the sentence which
    normally grounds it takes its usual level. What an officer has chosen otherwise is left alone.
    Parameters that a fact decides (the threshold of K01, what R03 asks for) follow the fact.
    """
    return _parametrised(_levelled(condition, definition), definition)


def _levelled(condition: Condition, definition: ProgrammeDefinition) -> Condition:
    usual = _BY_RULE.get(condition.rule)
    if condition.basis in _CITED:
        if condition.fact is not None and grounds(definition.fact(condition.fact)):
            return condition
        used = condition.enabled and not (usual is not None and usual.silent)
        condition = replace(condition, basis=GroundBasis.NONE, fact=None, severity=Level.NOTE, enabled=used)
    if condition.basis is GroundBasis.NONE and usual is not None:
        fact = next((one for name in usual.facts if grounds(one := definition.fact(name))), None)
        if fact is not None and fact.value != usual.unless:
            basis = GroundBasis.LAW if fact.status is FactStatus.LAW else GroundBasis.INSTRUCTION
            return replace(condition, basis=basis, fact=fact.name, severity=usual.level, enabled=True)
    return condition


def _parametrised(condition: Condition, definition: ProgrammeDefinition) -> Condition:
    decided = _DECIDED_BY_FACTS.get(condition.rule)
    if decided is None:
        return condition
    return replace(condition, parameters={**(condition.parameters or {}), **decided(definition)})


def _threshold(definition: ProgrammeDefinition) -> Parameters:
    over = definition.ore("invoice_over")
    return {} if over is None else {"threshold_ore": over}


def _required(definition: ProgrammeDefinition) -> Parameters:
    contact = ("contact_name", "contact_email") if definition.flag("contact_person_required") else ()
    return {"required": ("amount", "account", *contact)}


_DECIDED_BY_FACTS: Mapping[str, Callable[[ProgrammeDefinition], Parameters]] = {
    "K01": _threshold,
    "R03": _required,
}


def _unfounded(one: StandardCondition) -> Condition:
    if not one.facts:
        return Condition(one.rule, one.level, one.basis)
    return Condition(one.rule, Level.NOTE, GroundBasis.NONE, enabled=not one.silent)

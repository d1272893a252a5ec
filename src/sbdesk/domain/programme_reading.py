"""Turn a programme file's tables into a definition, refusing what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    AllotmentShare,
    AppealRule,
    Component,
    Condition,
    EligibleKind,
    FactContent,
    FactStatus,
    FactValue,
    GroundBasis,
    Modality,
    Operation,
    ProgrammeDefinition,
    Quote,
    RecoveryGround,
    ValueKind,
    VerdictCause,
)

Table = Mapping[str, object]
T = TypeVar("T")

_FACT_KEYS = frozenset({"name", "ordinal", "status", "heading", "quote", "statute", "reason", "kind"})
_PYTHON_TYPES: dict[ValueKind, type] = {
    ValueKind.ORE: int,
    ValueKind.DAY: date,
    ValueKind.TEXT: str,
    ValueKind.INT: int,
    ValueKind.BOOL: bool,
}


class FaultyDefinition(ValueError):  # noqa: N818 - the name is read aloud: "a faulty definition"
    """A programme file that the program ships is wrong; ``problems`` lists every fault found."""

    def __init__(self, programme_id: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{programme_id}: " + "; ".join(problems))
        self.problems = problems


def read_definition(content: Table) -> ProgrammeDefinition:
    """The definition in ``content``, which is a parsed TOML file.

    Raises KeyError or TypeError when a table lacks a key, ValueError for a word outside its list, and
    :class:`FaultyDefinition` when facts contradict each other (see :func:`problems`).
    """
    definition = ProgrammeDefinition(
        id=_get(content, "id", str),
        title=_get(content, "title", str),
        short_title=_get(content, "short_title", str),
        year=_get(content, "year", int),
        recipient_kind=EligibleKind(_get(content, "recipient_kind", str)),
        facts=tuple(_fact(t) for t in _tables(content, "fact")),
        operations=tuple(_operation(t) for t in _tables(content, "operation")),
        components=tuple(_component(t) for t in _tables(content, "component")),
        grounds=tuple(_ground(t) for t in _tables(content, "recovery_ground")),
        conditions=tuple(_condition(t) for t in _tables(content, "condition")),
        appeal_rules=tuple(_appeal(t) for t in _tables(content, "appeal")),
    )
    found = tuple(problems(definition))
    if found:
        raise FaultyDefinition(definition.id, found)
    return definition


def problems(definition: ProgrammeDefinition) -> Iterator[str]:
    """What contradicts itself, in English for whoever writes the file."""
    seen: set[tuple[str, int]] = set()
    for fact in definition.facts:
        if (fact.name, fact.ordinal) in seen:
            yield f"fact {fact.name} {fact.ordinal} is given twice"
        seen.add((fact.name, fact.ordinal))
        yield from _fact_problems(fact)
    names = {name for name, _ in seen}
    yield from _missing("component", names, ((c.code, c.purpose_fact) for c in definition.components))
    shares = [(f"{c.code} {s.recipient}", s) for c in definition.components for s in c.shares]
    yield from _missing("share", names, ((label, s.decided_fact) for label, s in shares))
    yield from _missing("recovery ground", names, ((g.code, g.fact) for g in definition.grounds))
    yield from _missing("condition", names, ((c.rule, c.fact) for c in definition.conditions))
    yield from _share_problems(definition)
    for rule in definition.appeal_rules:
        if rule.allowed != "not_decided" and not (rule.source and rule.text):
            yield f"appeal {rule.decision_kind}: an answer has its source and the letter's text"
    for condition in definition.conditions:
        yield from _condition_problems(definition, condition, names)


def _share_problems(definition: ProgrammeDefinition) -> Iterator[str]:
    """An empty list is no problem: an officer loads the shares."""
    operations = {operation.code for operation in definition.operations}
    seen: set[tuple[str, str, str | None]] = set()
    for component in definition.components:
        for share in component.shares:
            label = f"share {component.code} {share.recipient}"
            if (share.effective_ore or 0) < 0:
                yield f"{label} is negative"
            if share.operation is not None and share.operation not in operations:
                yield f"{label}: there is no operation {share.operation}"
            if (component.code, share.recipient, share.operation) in seen:
                yield f"{label} is given twice"
            seen.add((component.code, share.recipient, share.operation))


def _fact_problems(fact: FactValue) -> Iterator[str]:
    label = f"fact {fact.name}"
    if (fact.value is None) is fact.status.has_value:
        yield f"{label}: a value goes with a status that has one, and with no other"
    expected = _PYTHON_TYPES[fact.kind]
    if fact.value is not None and type(fact.value) is not expected:
        yield f"{label}: {fact.value!r} is no {fact.kind}"
    if fact.status is FactStatus.STATED and (fact.quote is None or not fact.quote.spans):
        yield f"{label}: what is stated has a heading and a quote"
    if fact.status is FactStatus.LAW and not fact.statute:
        yield f"{label}: what the law says names the statute"
    if fact.status in (FactStatus.DERIVED, FactStatus.OFFICER) and not fact.reason:
        yield f"{label}: what is derived or given by an officer has a reason"


def _missing(what: str, names: set[str], used: Iterator[tuple[str, str | None]]) -> Iterator[str]:
    for label, fact in used:
        if fact is not None and fact not in names:
            yield f"{what} {label}: there is no fact {fact}"


def _condition_problems(
    definition: ProgrammeDefinition, condition: Condition, names: set[str]
) -> Iterator[str]:
    label = f"condition {condition.rule}"
    cited = condition.basis in (GroundBasis.INSTRUCTION, GroundBasis.LAW)
    if cited is (condition.fact is None):
        yield f"{label}: a fact goes with the basis instruction or law, and with no other"
    if condition.basis is GroundBasis.NONE and condition.severity is not Level.NOTE:
        yield f"{label}: without a ground it can only be a note"
    if condition.fact in names and definition.citation(str(condition.fact)) is None:
        yield f"{label}: fact {condition.fact} has neither quote nor statute"


def _fact(table: Table) -> FactValue:
    name = _get(table, "name", str)
    values = {k: v for k, v in table.items() if k not in _FACT_KEYS}
    kind, value = _value(name, table, values)
    heading = _optional(table, "heading", str)
    quote = _strings(table.get("quote", ()))
    return FactValue(
        name=name,
        kind=kind,
        value=value,
        status=FactStatus(_get(table, "status", str)),
        ordinal=_optional(table, "ordinal", int) or 1,
        quote=Quote(heading, quote) if heading is not None and quote else None,
        statute=_optional(table, "statute", str),
        reason=_optional(table, "reason", str),
    )


def _value(name: str, table: Table, values: Table) -> tuple[ValueKind, FactContent]:
    if not values:
        return ValueKind(_get(table, "kind", str)), None
    ((kind, value),) = values.items()
    if not isinstance(value, int | date | str | bool):
        raise TypeError(f"fact {name}: {value!r}")
    return ValueKind(kind), value


def _operation(table: Table) -> Operation:
    return Operation(*(_get(table, key, str) for key in ("kind", "code", "name", "host")))


def _component(table: Table) -> Component:
    return Component(
        code=_get(table, "code", str),
        label=_get(table, "label", str),
        total_ore=_get(table, "total_ore", int),
        method=AllotmentMethod(_get(table, "method", str)),
        rounding=_optional(table, "rounding", str) or "largest_remainder",
        separate_purpose=_get(table, "separate_purpose", bool),
        purpose_fact=_optional(table, "purpose_fact", str),
        shares=tuple(_share(t) for t in _tables(table, "share")),
        operation_kind=_optional(table, "operation_kind", str),
    )


def _share(table: Table) -> AllotmentShare:
    return AllotmentShare(
        recipient=_get(table, "recipient", str),
        operation=_optional(table, "operation", str),
        units=_optional(table, "units", int),
        weight=_optional(table, "weight", int),
        computed_ore=_optional(table, "computed_ore", int),
        decided_ore=_optional(table, "decided_ore", int),
        decided_fact=_optional(table, "decided_fact", str),
    )


def _ground(table: Table) -> RecoveryGround:
    causes = _get(table, "causes", list)
    return RecoveryGround(
        code=_get(table, "code", str),
        label=_get(table, "label", str),
        modality=Modality(_get(table, "modality", str)),
        fact=_get(table, "fact", str),
        causes=tuple(VerdictCause(cause) for cause in causes),
    )


def _condition(table: Table) -> Condition:
    parameters = {
        key: _strings(value) if isinstance(value, list) else value
        for key, value in _optional_table(table, "parameters").items()
        if isinstance(value, int | date | str | bool | list)
    }
    return Condition(
        rule=_get(table, "rule", str),
        severity=Level(_get(table, "severity", str)),
        basis=GroundBasis(_get(table, "basis", str)),
        fact=_optional(table, "fact", str),
        enabled=table.get("enabled") is not False,
        parameters=parameters,
    )


def _appeal(table: Table) -> AppealRule:
    return AppealRule(
        decision_kind=_get(table, "decision_kind", str),
        allowed=_get(table, "allowed", str),
        three_weeks_from=_get(table, "three_weeks_from", str),
        source=_optional(table, "source", str),
        text=_optional(table, "text", str),
    )


def _get(table: Table, key: str, kind: type[T]) -> T:
    value = table[key]
    if not isinstance(value, kind):
        raise TypeError(f"{key}: {value!r} is no {kind.__name__}")
    return value


def _optional(table: Table, key: str, kind: type[T]) -> T | None:
    return _get(table, key, kind) if key in table else None


def _optional_table(table: Table, key: str) -> Table:
    value = table.get(key, {})
    if not isinstance(value, Mapping):
        raise TypeError(key)
    return value


def _tables(table: Table, key: str) -> list[Table]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise TypeError(key)
    return value


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise TypeError(f"{value!r}")

"""A state grant as data: every fact with its status and the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sbdesk.domain.findings import Citation, Level
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import (
    AllotmentMethod,
    EligibleKind,
    FactStatus,
    GroundBasis,
    Modality,
    ValueKind,
    VerdictCause,
)

__all__ = [
    "AllotmentMethod",
    "AllotmentShare",
    "AppealRule",
    "Component",
    "Condition",
    "EligibleKind",
    "FactContent",
    "FactStatus",
    "FactValue",
    "GroundBasis",
    "Modality",
    "Operation",
    "ProgrammeDefinition",
    "Quote",
    "RecoveryGround",
    "ValueKind",
    "VerdictCause",
]

FactContent = int | date | str | bool | None
"""A fact's value: öre or a count, a day, a text, yes or no, or nothing."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim sentence and the heading it stands under; several ``spans`` where the page breaks it."""

    heading: str
    spans: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The spans read as one."""
        return " ".join(self.spans)


@dataclass(frozen=True, slots=True)
class FactValue:
    """One fact; ``ordinal`` counts from 1 among facts of the same name. Money is öre."""

    name: str
    kind: ValueKind
    value: FactContent
    status: FactStatus
    ordinal: int = 1
    quote: Quote | None = None
    statute: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AllotmentShare:
    """A recipient's part of a component in öre; both amounts None: not yet decided."""

    recipient: str
    operation: str | None = None
    units: int | None = None
    weight: int | None = None
    computed_ore: Ore | None = None
    decided_ore: Ore | None = None
    decided_fact: str | None = None

    @property
    def effective_ore(self) -> Ore | None:
        """What is decided wins over what is computed."""
        return self.computed_ore if self.decided_ore is None else self.decided_ore


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the frame (öre) with its own purpose and its own way of being divided."""

    code: str
    label: str
    total_ore: Ore
    method: AllotmentMethod
    rounding: str
    separate_purpose: bool
    purpose_fact: str | None
    shares: tuple[AllotmentShare, ...]
    operation_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """What the money is for, and the recipient that runs it when the programme opens."""

    kind: str
    code: str
    name: str
    host: str


@dataclass(frozen=True, slots=True)
class RecoveryGround:
    """A ground for repayment; ``causes`` are the verdict causes that may rest on it."""

    code: str
    label: str
    modality: Modality
    fact: str
    causes: tuple[VerdictCause, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """A check that the programme uses, its parameters and the fact whose sentence grounds it."""

    rule: str
    severity: Level
    basis: GroundBasis
    fact: str | None = None
    enabled: bool = True
    parameters: Mapping[str, FactContent | tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class AppealRule:
    """Whether a kind of decision may be appealed; a jurist's field until somebody has signed it.

    ``text`` is what the letter says; it ships only where a statute answers the question.
    """

    decision_kind: str
    allowed: str = "not_decided"
    three_weeks_from: str = "not_decided"
    source: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeDefinition:
    """A programme as its instruction gives it, before any officer has touched it."""

    id: str
    title: str
    short_title: str
    year: int
    recipient_kind: EligibleKind
    facts: tuple[FactValue, ...]
    operations: tuple[Operation, ...] = ()
    components: tuple[Component, ...] = ()
    grounds: tuple[RecoveryGround, ...] = ()
    conditions: tuple[Condition, ...] = ()
    appeal_rules: tuple[AppealRule, ...] = ()

    def fact(self, name: str) -> FactValue:
        """The first fact of that name; KeyError when the programme has none."""
        for fact in self.facts:
            if fact.name == name:
                return fact
        raise KeyError(name)

    def all_facts(self, name: str) -> tuple[FactValue, ...]:
        """Every fact of that name, by ordinal."""
        return tuple(sorted((f for f in self.facts if f.name == name), key=lambda f: f.ordinal))

    def day(self, name: str) -> date | None:
        """A day, or None when it is not stated or not yet decided; TypeError for another kind of fact."""
        value = self.fact(name).value
        if value is None or isinstance(value, date):
            return value
        raise TypeError(name)

    def ore(self, name: str) -> Ore | None:
        """An amount in öre, or None; TypeError for another kind of fact."""
        fact = self.fact(name)
        if fact.kind is ValueKind.ORE and (fact.value is None or isinstance(fact.value, int)):
            return fact.value
        raise TypeError(name)

    def flag(self, name: str) -> bool:
        """Yes or no; what the text does not state is no."""
        return self.fact(name).value is True

    def citation(self, name: str) -> Citation | None:
        """The sentence behind a fact, or None when neither instruction nor statute is cited."""
        fact = self.fact(name)
        if fact.quote is not None:
            return Citation(name, fact.quote.sentence, self.short_title, heading=fact.quote.heading)
        if fact.statute is not None:
            return Citation(name, fact.statute, self.short_title, statute=fact.statute)
        return None

    def condition(self, rule: str) -> Condition | None:
        """How the programme uses a check, None when it does not."""
        return next((c for c in self.conditions if c.rule == rule and c.enabled), None)

    def grounds_for(self, cause: VerdictCause) -> tuple[RecoveryGround, ...]:
        """The grounds a verdict of this cause may rest on; none: the cause cannot be chosen."""
        return tuple(g for g in self.grounds if cause in g.causes)

    def allotted(self) -> dict[str, Ore | None]:
        """Öre per recipient over all components; None when a part is not yet decided."""
        sums: dict[str, Ore | None] = {}
        for share in (s for c in self.components for s in c.shares):
            former = sums.get(share.recipient, 0)
            part = share.effective_ore
            sums[share.recipient] = None if former is None or part is None else former + part
        return sums

"""What a check says, in one shape for every check, so that pages, letters and the store treat them alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sbdesk.domain.ore import Ore

Scalar = str | int | bool | date | None
"""What evidence and parameters may hold besides lists of the same."""


class Level(StrEnum):
    """How much a finding weighs: a stop blocks the verb, a deviation needs a verdict, a note informs."""

    STOP = "stop"
    DEVIATION = "deviation"
    NOTE = "note"

    @property
    def swedish(self) -> str:
        """The word the officer reads: Stopp, Avvikelse or Upplysning."""
        return {Level.STOP: "Stopp", Level.DEVIATION: "Avvikelse", Level.NOTE: "Upplysning"}[self]

    @property
    def rank(self) -> int:
        """0 for the heaviest, for sorting."""
        return {Level.STOP: 0, Level.DEVIATION: 1, Level.NOTE: 2}[self]


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence that grounds a finding: of an instruction (``heading``) or of a statute (``statute``)."""

    key: str
    sentence: str
    source: str
    heading: str | None = None
    statute: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about; ``kind`` is the table's name, ``id`` its key or the source row."""

    kind: str
    id: int | str


@dataclass(frozen=True, slots=True)
class Finding:
    """One question to the officer.

    ``ore`` is the amount in question (öre), None when there is none. ``evidence`` holds the facts compared
    and ``parameters`` the rule's settings; both are stored with a decision. ``rule_version`` rises when the
    predicate changes, never when only the wording does. ``citation`` None: no ground in the instruction.
    """

    code: str
    rule_version: int
    level: Level
    title: str
    text: str
    subject: Subject
    other_subject: Subject | None = None
    ore: Ore | None = None
    evidence: Mapping[str, object] = field(default_factory=dict)
    parameters: Mapping[str, object] = field(default_factory=dict)
    citation: Citation | None = None

    def parameters_hash(self) -> str:
        """SHA-256 over parameters and evidence: other facts make another finding."""
        return _digest({"parameters": self.parameters, "evidence": self.evidence})

    def fingerprint(self) -> str:
        """The same for the same rule, subject and facts, whatever the wording; 64 hexadecimal digits.

        A finding dismissed with a reason stays dismissed on the next run, until the facts change.
        """
        other = [self.other_subject.kind, self.other_subject.id] if self.other_subject else None
        return _digest(
            {
                "rule": [self.code, self.rule_version],
                "subject": [self.subject.kind, self.subject.id],
                "other": other,
                "parameters_hash": self.parameters_hash(),
            }
        )


class CheckStatus(StrEnum):
    """How a check ended."""

    OK = "ok"
    FINDING = "finding"
    NOT_RUN = "not_run"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """A check's answer; ``reason`` tells in Swedish why it was not run or does not apply."""

    code: str
    title: str
    status: CheckStatus
    findings: tuple[Finding, ...] = ()
    reason: str | None = None

    @classmethod
    def ok(cls, code: str, title: str) -> CheckOutcome:
        """Run and nothing found."""
        return cls(code, title, CheckStatus.OK)

    @classmethod
    def found(cls, code: str, title: str, *findings: Finding) -> CheckOutcome:
        """Run; the findings, or ok when there are none."""
        return cls(code, title, CheckStatus.FINDING if findings else CheckStatus.OK, findings)

    @classmethod
    def not_run(cls, code: str, title: str, reason: str) -> CheckOutcome:
        """A fact is missing; ``reason`` names it."""
        return cls(code, title, CheckStatus.NOT_RUN, reason=reason)

    @classmethod
    def not_applicable(cls, code: str, title: str, reason: str | None = None) -> CheckOutcome:
        """The programme does not use the check."""
        return cls(code, title, CheckStatus.NOT_APPLICABLE, reason=reason)

    @property
    def level(self) -> Level | None:
        """The heaviest level among the findings."""
        return min((f.level for f in self.findings), key=lambda level: level.rank, default=None)

    @property
    def word(self) -> str:
        """What the check list shows: OK, Stopp, Avvikelse, Upplysning, Inte kontrollerat or Gäller inte."""
        if self.level is not None:
            return self.level.swedish
        if self.status is CheckStatus.NOT_RUN:
            return "Inte kontrollerat"
        if self.status is CheckStatus.NOT_APPLICABLE:
            return "Gäller inte"
        return "OK"


def _digest(content: Mapping[str, object]) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be evidence")

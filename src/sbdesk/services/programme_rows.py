"""The rows of the Statsbidrag page, as plain data that the window may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme import FactStatus, GroundBasis
from sbdesk.domain.programme_state import ProgrammeState


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One line of the list of programmes; amounts in öre, days None where not stated or not yet decided."""

    id: int
    code: str
    short_title: str
    title: str
    year: int
    state: ProgrammeState
    status: str
    frame_ore: Ore | None
    granted_ore: Ore
    paid_ore: Ore
    closes: date | None
    report_due: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its status; ``line`` is the instruction's line once its text is loaded."""

    id: int
    name: str
    title: str
    value: str
    status: FactStatus
    heading: str | None
    quote: str | None
    statute: str | None
    reason: str | None
    line: int | None
    needs_a_look: bool


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A check that the programme uses: its code and title, level, and the sentence that grounds it."""

    rule: str
    title: str
    level: Level
    basis: GroundBasis
    value: str
    heading: str | None
    quote: str | None
    line: int | None
    enabled: bool


@dataclass(frozen=True, slots=True)
class AllotmentRow:
    """What a recipient may requisition of one component, in öre; None is not yet decided."""

    component: str
    recipient: str
    operation: str | None
    computed_ore: Ore | None
    decided_ore: Ore | None
    effective_ore: Ore | None


@dataclass(frozen=True, slots=True)
class ShippedRow:
    """A programme that ships with the program and can be put in."""

    code: str
    short_title: str
    title: str


@dataclass(frozen=True, slots=True)
class ProgrammeAwardRow:
    """A recipient's award in the programme, öre; ``ceiling_ore`` is the most that can be requisitioned."""

    award_id: int
    recipient: str
    ceiling_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    reported_ore: Ore
    repaid_ore: Ore


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground for repayment with its sentence."""

    code: str
    title: str
    modality: str
    heading: str | None
    quote: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class AppealRow:
    """The jurist's field for one kind of decision."""

    id: int
    version: int
    kind: DecisionKind
    allowed: AppealAllowed
    three_weeks_from: ThreeWeeksFrom
    text: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """Everything of one programme; ``missing_quotes`` are facts whose quote the loaded text lacks."""

    row: ProgrammeRow
    facts: tuple[FactRow, ...]
    conditions: tuple[ConditionRow, ...]
    grounds: tuple[GroundRow, ...]
    allotments: tuple[AllotmentRow, ...]
    awards: tuple[ProgrammeAwardRow, ...]
    allotted_ore: Ore
    rest_ore: Ore | None
    rest_reason: str | None
    appeals: tuple[AppealRow, ...]
    findings: tuple[Finding, ...]
    instruction_id: int | None
    instruction_name: str | None
    missing_quotes: tuple[str, ...]
    prepared_by: str | None

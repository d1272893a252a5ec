"""The rows of the Statsbidrag page, as plain data that the window may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zlib import crc32

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme import (
    Component,
    Condition,
    EligibleKind,
    FactStatus,
    FactValue,
    GroundBasis,
    RecoveryGround,
)
from sbdesk.domain.programme_state import AmendmentState, ProgrammeOrigin, ProgrammeState


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
    """A fact with its status; ``line`` is the instruction's line once its text is loaded.

    ``confirmed_by`` names who has compared it with its source. ``former_quote`` is last year's sentence.
    ``waiting``: a change of it waits for a second person. ``own``: an officer has added it.
    """

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
    fact: FactValue
    revision: int
    part: str
    confirmed_by: str = ""
    undoable: bool = False
    own: bool = False
    former_quote: str = ""
    waiting: bool = False

    @property
    def key(self) -> int:
        """The fact's own number, the same for every revision, so that a table keeps its place."""
        return crc32(f"{self.name}:{self.fact.ordinal}".encode())


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
    id: int
    version: int
    condition: Condition
    signed: bool = False


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

    id: int
    version: int
    ground: RecoveryGround
    code: str
    title: str
    modality: str
    heading: str | None
    quote: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A part of the frame; ``recipients`` have a share of it and ``allotted_ore`` is what they have (öre)."""

    id: int
    version: int
    component: Component
    recipients: int
    allotted_ore: Ore
    purpose: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What a confirmed change meant for one award."""

    award_id: int
    recipient: str
    meaning: str
    decided: bool


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """A change after sign-off: what was, what is proposed, why and by whom, and what it meant."""

    id: int
    title: str
    former: str
    proposed: str
    reason: str
    state: AmendmentState
    status: str
    proposed_by: int
    outcome: tuple[OutcomeRow, ...]


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
    version: int
    recipient_kind: EligibleKind
    case_number: str
    origin: ProgrammeOrigin
    predecessor: str
    components: tuple[ComponentRow, ...]
    amendments: tuple[AmendmentRow, ...]
    preparers: tuple[int, ...]

    @property
    def confirmed(self) -> int:
        """How many facts somebody has compared with their source."""
        return sum(bool(row.confirmed_by) for row in self.facts)

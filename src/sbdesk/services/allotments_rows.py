"""What the allotment's page and its previews show, as plain data that the window may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ore import Ore
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.domain.table_rows import CellFault, RowState
from sbdesk.services.attestations import SecondPerson


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A recipient's part of a component, öre; ``granted_ore`` is what its whole award has been granted."""

    id: int
    version: int
    component_id: int
    component: str
    recipient_id: int
    recipient: str
    org_number: str
    operation_id: int | None
    operation: str
    units: int | None
    weight: int | None
    computed_ore: Ore | None
    decided_ore: Ore | None
    effective_ore: Ore | None
    source: str
    granted_ore: Ore
    differs: bool


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A component with its shares; ``rest`` explains what is left, ``problem`` why nothing is computed.

    ``stale``: a new computation would give other amounts. ``seen`` is given back when the officer acts, so
    that nobody's newer change is overwritten.
    """

    id: int
    code: str
    label: str
    total_ore: Ore
    method: AllotmentMethod
    method_words: str
    unit_price: str
    operation_kind: OperationKind | None
    shares: tuple[ShareRow, ...]
    allotted_ore: Ore
    rest_ore: Ore | None
    rest: str
    problem: str
    stale: bool
    seen: str


@dataclass(frozen=True, slots=True)
class PopulationSet:
    """A loaded population: its table, the day it counts, when it was fetched, how many areas."""

    table_id: str
    on: date
    fetched_on: date
    areas: int
    total: int

    @property
    def label(self) -> str:
        """``BE0101A, 2025-12-31 (21 områden, hämtad 2026-02-22)``."""
        return (
            f"{self.table_id}, {self.on.isoformat()} ({self.areas} områden, "
            f"hämtad {self.fetched_on.isoformat()})"
        )


@dataclass(frozen=True, slots=True)
class AllotmentPage:
    """A programme's allotment; ``locked`` says why nothing can be changed, empty when it can."""

    programme_id: int
    short_title: str
    state: ProgrammeState
    frame_ore: Ore | None
    components: tuple[ComponentRow, ...]
    populations: tuple[PopulationSet, ...]
    needs_second: bool
    locked: str
    recipients: tuple[tuple[int, str], ...]
    operations: tuple[tuple[int, str], ...]
    today: date

    @property
    def allotted_ore(self) -> Ore:
        """The sum over the components."""
        return sum(component.allotted_ore for component in self.components)


@dataclass(frozen=True, slots=True)
class ShareInput:
    """What the officer gives for one share; a decided amount needs its source (decision, list, reason)."""

    recipient_id: int
    operation_id: int | None = None
    units: int | None = None
    weight: int | None = None
    decided_ore: Ore | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One difference: amounts before and after in öre, and in words what happens to the share."""

    id: int
    recipient: str
    operation: str
    before_ore: Ore | None
    after_ore: Ore | None
    word: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """What a change would do, share by share; ``problem`` says why it cannot be done."""

    component_id: int
    label: str
    rows: tuple[ChangeRow, ...]
    before_ore: Ore
    after_ore: Ore
    total_ore: Ore
    rest: str
    problem: str
    new_awards: int
    rechecked: tuple[str, ...]
    needs_second: bool
    seen: str

    @property
    def changes(self) -> int:
        """How many shares would change."""
        return sum(row.changed for row in self.rows)


@dataclass(frozen=True, slots=True)
class TableResultRow:
    """How one row of the table ended."""

    number: int
    state: RowState
    name: str
    detail: str
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePreview:
    """Every row's end, and when none is refused what the table would change."""

    rows: tuple[TableResultRow, ...]
    change: ChangePreview | None

    @property
    def refused(self) -> int:
        """How many rows have faults."""
        return sum(row.state is RowState.REFUSED for row in self.rows)


@dataclass(frozen=True, slots=True)
class TableLoad:
    """What goes with a table: the source of its amounts, what its operations are, who has compared it."""

    seen: str
    source: str = ""
    operation_kind: OperationKind | None = None
    second: SecondPerson | None = None


@dataclass(frozen=True, slots=True)
class PopulationLoad:
    """The published table's id, the day it counts, and the day it was fetched."""

    table_id: str
    on: date
    fetched_on: date

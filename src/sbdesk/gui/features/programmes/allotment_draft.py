"""What is on its way into an allotment, and how the tab shows it, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import uuid4

from sbdesk.domain.parties import OperationKind
from sbdesk.gui.features.programmes.allotment_lines import ResultLine
from sbdesk.gui.shown import Status, TableShown, Total
from sbdesk.services.allotments_rows import PopulationLoad
from sbdesk.services.small_tables import OpenTable


class EntryKind(Enum):
    """What is on its way in."""

    TABLE = "table"
    RECOMPUTE = "recompute"
    POPULATION = "population"


@dataclass(frozen=True, slots=True)
class AllotmentDraft:
    """What the officer has chosen so far; a new one is made at each change."""

    kind: EntryKind
    component_id: int = 0
    table: OpenTable | None = None
    source: str = ""
    operation_kind: OperationKind | None = None
    population: tuple[str, date] | None = None
    load: PopulationLoad | None = None
    command: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True, slots=True)
class EntryShown:
    """The preview as the tab shows it; ``reason``: why it cannot be confirmed."""

    draft: AllotmentDraft
    title: str
    table: TableShown | None
    status: Status
    totals: Sequence[Total]
    rows: Sequence[ResultLine]
    button: str
    reason: str

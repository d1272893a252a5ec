"""What the pages of reports show, and what a registered report holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation_status import Offer, StatusLabel
from sbdesk.domain.report import ReportState
from sbdesk.services.attestations import ReceivedFile


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What the report says was used of one component, in öre."""

    component_id: int
    used_ore: Ore


@dataclass(frozen=True, slots=True)
class ReportInput:
    """A report as the officer types it in; amounts in öre, ``reason`` is needed for a corrected one.

    ``lines`` may be empty when the recipient did not divide the amount; else they add up to ``used_ore``.
    """

    received_on: date
    used_ore: Ore
    lines: tuple[ReportLine, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    document: ReceivedFile | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedReportRow:
    """One award in the list; öre. ``due_on`` None: ``Inte beslutat``; ``reported_ore`` None: not received."""

    award_id: int
    recipient: str
    programme: str
    programme_title: str
    year: int
    case_number: str | None
    due_on: date | None
    status: StatusLabel
    offers: tuple[Offer, ...]
    paid_ore: Ore
    reported_ore: Ore | None
    unused_ore: Ore | None
    received_on: date | None
    revision: int


@dataclass(frozen=True, slots=True)
class ReportComponent:
    """A component that the award has money in, with what the newest report says of it; öre."""

    component_id: int
    label: str
    allotted_ore: Ore
    used_ore: Ore | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What the dialog for a report begins with; öre. ``state`` None: no report yet."""

    row: ExpectedReportRow
    components: tuple[ReportComponent, ...]
    state: ReportState | None
    answers: Mapping[str, str]

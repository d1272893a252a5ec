"""What the pages of reconciliations show, as frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.award import AwardSums, Basis
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import FindingState, ReconciliationState
from sbdesk.domain.reconciliation_figures import Figure
from sbdesk.domain.reconciliation_status import Offer, StatusLabel
from sbdesk.domain.verdicts import CauseChoice, Judged, rows_in_words
from sbdesk.store.queries.reconciliation_verdicts import LineCounts

__all__ = [
    "FindingGroup",
    "FindingRow",
    "LineCounts",
    "LineDetail",
    "LineRow",
    "ReconciliationPage",
    "ReconciliationRow",
    "Source",
]


@dataclass(frozen=True, slots=True)
class ReconciliationRow:
    """One award in the list; öre. ``reported_ore`` and ``declared_ore`` None: nothing has come."""

    award_id: int
    recipient: str
    programme: str
    programme_title: str
    year: int
    case_number: str | None
    paid_ore: Ore
    reported_ore: Ore | None
    declared_ore: Ore | None
    rejected_ore: Ore
    repayable_ore: Ore
    to_judge: int
    status: StatusLabel


@dataclass(frozen=True, slots=True)
class Source:
    """A live import that the reconciliation rests on; sums in öre."""

    import_id: int
    file_name: str
    sheet: str | None
    rows_read: int
    imported: int
    excluded: int
    sum_ore: Ore
    control_total_ore: Ore | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its sentence. ``answered``: a verdict or a reason stands against it; öre.

    ``quote_line`` is the line in the instruction, None while it is not loaded; ``place`` the row in the file.
    """

    id: int
    code: str
    level: Level
    title: str
    text: str
    ore: Ore | None
    line_id: int | None
    other_line_id: int | None
    place: int | None
    state: FindingState
    answered: bool
    reason: str
    quote: str
    source: str
    heading: str
    quote_line: int | None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one check at one level."""

    code: str
    level: Level
    title: str
    findings: tuple[FindingRow, ...]

    @property
    def open(self) -> int:
        """How many are not answered."""
        return sum(not finding.answered for finding in self.findings)

    @property
    def header(self) -> str:
        """``Dubbelfinansiering (2 rader, 129 500,00 kr)``."""
        lines = {finding.line_id for finding in self.findings if finding.line_id is not None}
        many = len(self.findings)
        count = rows_in_words(len(lines)) if lines else f"{many} fynd"
        amounts = [finding.ore for finding in self.findings if finding.ore is not None]
        if not amounts:
            return f"{self.title} ({count})"
        return f"{self.title} ({count}, {format_ore(sum(amounts))}{NBSP}kr)"


@dataclass(frozen=True, slots=True)
class LineRow:
    """A ledger row with its verdict; öre. ``accepted_ore`` None while it waits or is not claimed."""

    id: int
    source_row: int
    part: int
    voucher: str
    booked_on: date | None
    cost: str
    account: str
    account_name: str
    text: str
    counterparty: str
    invoice: str
    amount_ore: Ore
    claimed_ore: Ore
    rejected_ore: Ore
    parked_ore: Ore
    accepted_ore: Ore | None
    judged: Judged
    cause: VerdictCause | None
    evidence_due_on: date | None
    comment: str
    level: Level | None
    findings: int

    @property
    def judged_words(self) -> str:
        """``U underkänd``, ``V 2027-03-12``, ``Obedömd``."""
        if self.judged is Judged.PARKED and self.evidence_due_on is not None:
            return f"V {self.evidence_due_on.isoformat()}"
        return self.judged.swedish

    @property
    def cause_words(self) -> str:
        """The cause, empty when nothing is rejected."""
        return "" if self.cause is None else self.cause.swedish


@dataclass(frozen=True, slots=True)
class LineDetail:
    """A row with its findings and where it came from; ``columns`` are (heading, value) as read."""

    row: LineRow
    findings: tuple[FindingRow, ...]
    file_name: str
    sheet: str | None
    columns: tuple[tuple[str, str], ...]
    ground: str
    group: tuple[str, ...]

    @property
    def origin(self) -> str:
        """``Huvudbok.xlsx, blad Transaktioner, rad 88``."""
        sheet = f", blad {self.sheet}" if self.sheet else ""
        return f"{self.file_name}{sheet}, rad {self.row.source_row}"


@dataclass(frozen=True, slots=True)
class ReconciliationPage:
    """Everything above and beside the table of rows; sums in öre.

    ``can_judge`` empty: verdicts may be given; else why not. ``evidence_day``: what V proposes.
    """

    award_id: int
    reconciliation_id: int | None
    revision: int
    version: int
    state: ReconciliationState | None
    basis: Basis
    recipient: str
    programme: str
    case_number: str | None
    sums: AwardSums
    figures: tuple[Figure, ...]
    status: StatusLabel
    offers: tuple[Offer, ...]
    counts: LineCounts
    groups: tuple[FindingGroup, ...]
    causes: tuple[CauseChoice, ...]
    sources: tuple[Source, ...]
    can_judge: str
    evidence_day: date
    prepared_by: str
    fixed: str
    protocol_id: int | None
    signed_outside: bool

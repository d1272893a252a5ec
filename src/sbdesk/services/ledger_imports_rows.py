"""What the ledger import shows and is asked: files, sheets, previews, imports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Finding
from sbdesk.domain.ledger import (
    ExcludedRow,
    ExclusionReason,
    LedgerLayout,
    LedgerReading,
    LedgerRow,
    RejectedRow,
    SheetInfo,
    SubtotalCheck,
)
from sbdesk.domain.ledger_import import ImportState
from sbdesk.services.ledger_imports_accounts import AccountRow


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of the sheet as text; ``number`` as Excel shows it, cells from column A."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetOffer:
    """One sheet of a received file with its first rows and the layout proposed for it."""

    info: SheetInfo
    rows: tuple[RawRow, ...]
    layout: LedgerLayout
    profile: str | None
    """The remembered profile the layout comes from, as ``name version``; None: recognised by headings."""
    refusal: UserFacingError | None
    """F11 when a necessary column is missing; the officer may still choose it."""


@dataclass(frozen=True, slots=True)
class ImportOffer:
    """A received file for one award, before anything is read in. ``size`` in bytes."""

    file_name: str
    sha256: str
    size: int
    award_id: int
    recipient: str
    programme: str
    sheets: tuple[SheetOffer, ...]
    proposed: int
    """Index of the sheet to begin with."""
    reported_ore: int | None
    """What the latest report says is used."""
    refused: UserFacingError | None
    """Why nothing can be imported now: the reconciliation's state, or F08 for the same file."""
    same_file: int | None = None
    """The live import of the same file, for F08's link."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the officer confirms.

    ``exclusions`` maps source rows to reasons; ``stated_ore`` is the total that the recipient has stated for
    the extract; ``classes`` are the corrected account classes; ``sha256`` is the file that was previewed.
    """

    path: Path
    award_id: int
    layout: LedgerLayout
    exclusions: Mapping[int, str] = field(default_factory=dict)
    classes: Mapping[str, AccountClass] = field(default_factory=dict)
    stated_ore: int | None = None
    sha256: str | None = None
    profile_name: str = "Huvudbok"


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do: every row read is imported, excluded or rejected. Öre."""

    reading: LedgerReading
    accounts: tuple[AccountRow, ...]
    sum_ore: int
    """The rows as they will stand: cost is positive."""
    sum_in_file_ore: int
    """The same rows with the file's own sign."""
    stated_ore: int | None
    reported_ore: int | None
    findings: tuple[Finding, ...]
    """L18 and L21."""
    refused: UserFacingError | None
    """Why it cannot be read in; None when it can."""

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """The rows to import."""
        return self.reading.rows

    @property
    def excluded(self) -> tuple[ExcludedRow, ...]:
        """The rows left out, with reasons."""
        return self.reading.excluded

    @property
    def rejected(self) -> tuple[RejectedRow, ...]:
        """The rows with faults."""
        return self.reading.rejected

    @property
    def wrong_subtotals(self) -> tuple[SubtotalCheck, ...]:
        """The file's own sums that are wrong."""
        return tuple(check for check in self.reading.subtotals if not check.agrees)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import of an award. Öre; ``period_from`` and ``period_to`` as YYYYMM."""

    id: int
    file_name: str
    sheet: str | None
    sha256: str
    document_id: int
    rows_read: int
    imported: int
    excluded: int
    sum_ore: int
    control_total_ore: int | None
    period_from: int | None
    period_to: int | None
    state: ImportState
    read_by: str
    read_at: datetime
    profile: str


@dataclass(frozen=True, slots=True)
class ExcludedRowRow:
    """A row of an import's file that is no ledger line. Öre."""

    source_row: int
    reason: ExclusionReason
    reason_text: str | None
    amount_ore: int | None
    raw: str


@dataclass(frozen=True, slots=True)
class UndoFacts:
    """What an undone import takes with it, to be said before it is confirmed. Öre."""

    file_name: str
    rows: int
    sum_ore: int
    verdicts: int
    refused: UserFacingError | None

    @property
    def warning(self) -> str:
        """The question's second sentence when verdicts exist, else empty."""
        if not self.verdicts:
            return ""
        return "Bedömningar finns. De sparas i händelseloggen om du fortsätter."


@dataclass(frozen=True, slots=True)
class AwardChoice:
    """An award that a ledger may belong to."""

    award_id: int
    recipient: str
    programme: str
    code: str

    @property
    def label(self) -> str:
        """``Region Skåne · CSD 2026``."""
        return f"{self.recipient} · {self.programme}"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The newest version of a remembered layout."""

    id: int
    name: str
    version: int
    layout: LedgerLayout

    @property
    def label(self) -> str:
        """``Huvudbok 2``."""
        return f"{self.name} {self.version}"

"""What became of each row of a ledger extract: imported, excluded or rejected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.ledger_layout import LedgerLayout
from sbdesk.domain.ore import Ore


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One booked row, signed so that a cost is positive. Amounts in öre."""

    sheet: str | None
    row: int
    voucher_series: str | None
    voucher: str | None
    booked_on: date | None
    event_on: date | None
    period: int | None
    """YYYYMM; month 13 is the closing period."""
    service_period: str | None
    account: str
    account_name: str | None
    cost_centre: str | None
    project: str | None
    object: str | None
    counterparty_code: str | None
    supplier: str | None
    invoice_number: str | None
    invoice_total_ore: Ore | None
    text: str
    amount_ore: Ore
    vat_ore: Ore | None
    occurrence: int
    """1 for the first of several rows that are booked exactly alike in the same file, then 2, 3 …"""

    def booking_key(self) -> tuple[str | int | date | None, ...]:
        """What the same booked row has in common in two extracts."""
        return (
            self.voucher_series,
            self.voucher,
            self.booked_on,
            self.account,
            self.cost_centre,
            self.project,
            self.text,
            self.amount_ore,
        )


class ExclusionReason(StrEnum):
    """Why a row is not a booked row."""

    HEADING = "heading"
    SUBTOTAL = "subtotal"
    OPENING = "opening"
    CLOSING = "closing"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ExcludedRow:
    """A row left out of the sums, by its shape or by the officer (then with the officer's own words)."""

    sheet: str | None
    row: int
    reason: ExclusionReason
    amount_ore: Ore | None
    raw: str
    reason_text: str | None = None


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell that cannot be read: where, what stands there, and why (a Swedish sentence)."""

    cell: str
    value: str
    reason: str
    reason_code: str


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row with at least one unreadable cell; the first one is the row's own."""

    sheet: str | None
    row: int
    faults: tuple[CellFault, ...]
    raw: tuple[str, ...]
    """Every cell of the row as text, for the file that goes back to the recipient."""

    @property
    def cell(self) -> str:
        """Address of the first unreadable cell, like ``E47``."""
        return self.faults[0].cell

    @property
    def value(self) -> str:
        """What stands in that cell."""
        return self.faults[0].value

    @property
    def reason(self) -> str:
        """Why it cannot be read, in Swedish."""
        return self.faults[0].reason

    @property
    def reason_code(self) -> str:
        """The same as a code: ``error``, ``no_value``, ``ambiguous_amount`` …"""
        return self.faults[0].reason_code


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """What a sheet holds besides its visible rows; ``name`` is None for a text file."""

    name: str | None
    rows: int
    """Rows with a non-blank cell."""
    hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged_ranges: int = 0


@dataclass(frozen=True, slots=True)
class SubtotalCheck:
    """A sum row of the file against the rows it should sum, in öre."""

    row: int
    label: str
    stated_ore: Ore
    computed_ore: Ore

    @property
    def agrees(self) -> bool:
        """Whether the file's own sum is right to the öre."""
        return self.stated_ore == self.computed_ore


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """Everything read from one sheet: each row is imported, excluded or rejected."""

    file_name: str
    sha256: str
    sheets: tuple[SheetInfo, ...]
    layout: LedgerLayout
    rows: tuple[LedgerRow, ...]
    excluded: tuple[ExcludedRow, ...]
    rejected: tuple[RejectedRow, ...]
    rows_read: int
    """Rows after the heading with a non-blank cell."""
    control_total_ore: Ore
    """Sum of the imported rows."""
    file_total_ore: Ore | None
    """The file's own grand total, signed like the rows; None when it has none."""
    file_total_row: int | None
    subtotals: tuple[SubtotalCheck, ...]

    def __post_init__(self) -> None:
        if self.rows_read != len(self.rows) + len(self.excluded) + len(self.rejected):
            raise ValueError("a row is neither imported, excluded nor rejected")

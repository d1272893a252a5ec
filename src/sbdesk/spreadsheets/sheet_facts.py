"""What the scan of a worksheet finds, and the order and size that its cells must keep."""

from __future__ import annotations

from dataclasses import dataclass, field

from sbdesk.domain.ledger_layout import cell_address
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused, contradictory, too_large


@dataclass(slots=True)
class SheetFacts:
    """What the scan of one sheet found; rows and columns counted from 1."""

    name: str
    faults: list[tuple[int, int, str]] = field(default_factory=list)
    """Row, column, error text; empty text for a formula without a saved value."""
    first_row: int = 0
    last_row: int = 0
    first_column: int = 0
    last_column: int = 0
    rows: int = 0
    """Rows with a cell that has a value or a formula."""
    cells: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged_ranges: int = 0


def column_number(letters: str) -> int:
    """1 for A, 16384 for XFD."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Grid:
    """Checks that cells come in order, once each, within the limits."""

    def __init__(self, facts: SheetFacts, limits: Limits) -> None:
        self.facts = facts
        self._limits = limits

    def add_row(self, row: int, first: int, last: int, count: int) -> None:
        """Count cells of a row, from its first to its last column."""
        facts, limits = self.facts, self._limits
        if row > limits.rows or last > limits.columns:
            raise too_large(f"bladet {facts.name} har en cell ända borta i {cell_address(row, last - 1)}")
        facts.first_row = facts.first_row or row
        facts.last_row = row
        facts.first_column = min(facts.first_column or first, first)
        facts.last_column = max(facts.last_column, last)
        facts.cells += count
        area = (facts.last_row - facts.first_row + 1) * (facts.last_column - facts.first_column + 1)
        if area > limits.grid_cells:
            raise too_large(f"bladet {facts.name} sträcker sig till {cell_address(row, last - 1)}")

    def add_fault(self, row: int, column: int, text: str) -> None:
        """Note an error cell, or with empty text a formula without a saved value."""
        if len(self.facts.faults) >= self._limits.faults:
            raise contradictory(self.facts.name, f"fler än {self._limits.faults} celler innehåller fel")
        self.facts.faults.append((row, column, text))

    def add_merged(self) -> None:
        """Count a merged range."""
        self.facts.merged_ranges += 1
        if self.facts.merged_ranges > self._limits.merged_ranges:
            raise too_large(f"bladet {self.facts.name} har för många sammanslagna celler")

    def repeated(self, address: str) -> FileRefused:
        """The refusal for a cell that comes twice or out of order."""
        return contradictory(self.facts.name, f"cellen {address} finns två gånger eller står i fel ordning")

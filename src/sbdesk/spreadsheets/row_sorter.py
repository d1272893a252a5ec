"""Sorts the rows of a sheet into booked rows, rows that only sum or head, and rows with faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ledger_layout import ColumnRole, LedgerLayout, cell_address
from sbdesk.domain.ledger_rows import CellFault, ExcludedRow, ExclusionReason, LedgerRow, RejectedRow
from sbdesk.domain.ledger_values import Cell, DateReader, ErrorCell, UnreadableError, is_blank
from sbdesk.spreadsheets.cell_text import cell_text, row_text
from sbdesk.spreadsheets.layout_words import RowLabel, heading_key, label_words, row_labels
from sbdesk.spreadsheets.row_parser import RowParser
from sbdesk.spreadsheets.sum_rows import SumRow, SumRows

_LABEL_COLUMNS = (
    ColumnRole.TEXT,
    ColumnRole.ACCOUNT,
    ColumnRole.ACCOUNT_NAME,
    ColumnRole.VOUCHER,
    ColumnRole.BOOKED_ON,
)
_MONEY = (ColumnRole.AMOUNT, ColumnRole.DEBIT, ColumnRole.CREDIT)
_CARRIED = (RowLabel.OPENING, RowLabel.CLOSING)


@dataclass(slots=True)
class SortedRows:
    """Every row after the heading, in its place; ``sums`` are the sum rows with what they state."""

    rows: list[LedgerRow]
    excluded: list[ExcludedRow]
    rejected: list[RejectedRow]
    rows_read: int
    sums: SumRows


class RowSorter:
    """Takes the rows of one sheet in order; :meth:`finish` settles what was ambiguous."""

    def __init__(self, layout: LedgerLayout, exclude: Mapping[int, str]) -> None:
        self._layout = layout
        self._columns = layout.columns
        self._exclude = exclude
        self._parser = RowParser(layout)
        self._headings: dict[int, str] = {}
        self._rows_read = 0
        self._rows: list[LedgerRow] = []
        self._rejected: list[RejectedRow] = []
        self._waiting: list[tuple[int, Sequence[Cell]]] = []
        self._set_aside: list[tuple[int, Sequence[Cell], ExclusionReason, str | None]] = []
        self._sums: list[SumRow] = []
        self._sum_cells: dict[int, Sequence[Cell]] = {}

    def add(self, number: int, cells: Sequence[Cell]) -> None:
        """Take the next row that is not blank; rows up to the heading are only looked at."""
        if number <= self._layout.header_row:
            if number == self._layout.header_row:
                self._headings = _heading_keys(cells)
            return
        if all(is_blank(cell) for cell in cells):
            return
        self._rows_read += 1
        reason_text = self._exclude.get(number)
        if reason_text is not None:
            self._set_aside.append((number, cells, ExclusionReason.OTHER, reason_text))
        elif self._is_booked(cells) or not self._is_something_else(number, cells):
            self._parse(number, cells)

    def finish(self) -> SortedRows:
        """Settle the ambiguous, check the sum rows, and give everything back in the file's order."""
        self._parser.settle()
        for number, cells in self._waiting:
            self._parse(number, cells)
        self._rows.sort(key=lambda row: row.row)
        sums = SumRows(self._rows, [self._with_amount(each) for each in self._sums])
        excluded = [
            ExcludedRow(
                self._layout.sheet, number, reason, self._parser.amount(cells), row_text(cells), reason_text
            )
            for number, cells, reason, reason_text in self._set_aside
        ]
        for each in sums.accepted:
            cells = self._sum_cells[each.row]
            reason = each.label.reason if each.label else ExclusionReason.SUBTOTAL
            excluded.append(
                ExcludedRow(self._layout.sheet, each.row, reason, each.stated_ore, row_text(cells))
            )
        self._rejected.extend(self._no_account(each.row) for each in sums.unexplained)
        excluded.sort(key=lambda row: row.row)
        self._rejected.sort(key=lambda row: row.row)
        return SortedRows(self._rows, excluded, self._rejected, self._rows_read, sums)

    def _parse(self, number: int, cells: Sequence[Cell]) -> None:
        parsed = self._parser.parse(number, cells)
        if parsed is None:
            self._waiting.append((number, cells))
        elif isinstance(parsed, LedgerRow):
            self._rows.append(parsed)
        else:
            self._rejected.append(parsed)

    def _cell(self, cells: Sequence[Cell], role: ColumnRole) -> Cell:
        index = self._columns.get(role)
        return cells[index] if index is not None and index < len(cells) else None

    def _is_booked(self, cells: Sequence[Cell]) -> bool:
        """The quick answer for nearly every row: it has a voucher and what looks like a day."""
        if is_blank(self._cell(cells, ColumnRole.VOUCHER)):
            return False
        day = self._cell(cells, ColumnRole.BOOKED_ON)
        if ColumnRole.BOOKED_ON not in self._columns:
            return not is_blank(self._cell(cells, ColumnRole.ACCOUNT)) and self._label(cells) is None
        return isinstance(day, (date, float, int)) or (isinstance(day, str) and day[:1].isdecimal())

    def _is_something_else(self, number: int, cells: Sequence[Cell]) -> bool:
        """A heading, a sum, a balance or a note: put where it belongs. Errors are never something else."""
        mapped = [(index, cells[index]) for index in self._columns.values() if index < len(cells)]
        if any(isinstance(cell, ErrorCell) for _, cell in mapped):
            return False
        filled = [(index, cell) for index, cell in mapped if not is_blank(cell)]
        if not filled:
            self._set_aside.append((number, cells, ExclusionReason.BLANK, None))
            return True
        if self._repeats_heading(filled):
            self._set_aside.append((number, cells, ExclusionReason.HEADING, None))
            return True
        label = self._label(cells)
        if label is not None and self._is_unbooked(cells, label):
            self._sums.append(SumRow(number, label[0], label[1], None))
            self._sum_cells[number] = cells
            return True
        money = {self._columns[role] for role in (*_MONEY, ColumnRole.BALANCE) if role in self._columns}
        if not any(index in money for index, _ in filled) and self._is_heading(cells):
            self._set_aside.append((number, cells, ExclusionReason.HEADING, None))
            return True
        if self._lacks_booking(cells) and all(index in money for index, _ in filled):
            self._sums.append(SumRow(number, None, "", None))
            self._sum_cells[number] = cells
            return True
        return False

    def _repeats_heading(self, filled: Sequence[tuple[int, Cell]]) -> bool:
        same = sum(
            isinstance(cell, str) and bool(cell) and heading_key(cell) == self._headings.get(index)
            for index, cell in filled
        )
        return same >= 2 and same >= 0.6 * len(filled)

    def _label(self, cells: Sequence[Cell]) -> tuple[RowLabel, str] | None:
        """What the row calls itself, in its first filled cell or where a label may stand."""
        first = next((cell for cell in cells if not is_blank(cell)), None)
        for cell in (first, *(self._cell(cells, role) for role in _LABEL_COLUMNS)):
            if isinstance(cell, str) and not cell[:1].isdecimal():
                words = label_words(cell)
                for label, meaning in row_labels():
                    if words[: len(label)] == label:
                        return meaning, cell_text(cell)
        return None

    def _is_unbooked(self, cells: Sequence[Cell], label: tuple[RowLabel, str]) -> bool:
        """Without voucher, and without a day unless it is a balance carried forward, a label is believed."""
        voucher = self._cell(cells, ColumnRole.VOUCHER)
        if not is_blank(voucher) and cell_text(voucher) != label[1]:
            return False
        if label[0] in _CARRIED:
            return True
        if {ColumnRole.VOUCHER, ColumnRole.BOOKED_ON} & set(self._columns):
            return not self._has_day(cells)
        return not cell_text(self._cell(cells, ColumnRole.ACCOUNT)).isdecimal()

    def _has_day(self, cells: Sequence[Cell]) -> bool:
        try:
            return DateReader().read(self._cell(cells, ColumnRole.BOOKED_ON)) is not None
        except UnreadableError as fault:
            return fault.code == "ambiguous_date"

    def _lacks_booking(self, cells: Sequence[Cell]) -> bool:
        return all(
            is_blank(self._cell(cells, role))
            for role in (ColumnRole.VOUCHER, ColumnRole.BOOKED_ON, ColumnRole.EVENT_ON, ColumnRole.PERIOD)
        )

    def _is_heading(self, cells: Sequence[Cell]) -> bool:
        """Words alone: a title, a page number, an account's heading; never what has a day or an account."""
        account = cell_text(self._cell(cells, ColumnRole.ACCOUNT))
        return self._lacks_booking(cells) or not (account.isdecimal() or self._has_day(cells))

    def _with_amount(self, each: SumRow) -> SumRow:
        return SumRow(each.row, each.label, each.text, self._parser.amount(self._sum_cells[each.row]))

    def _no_account(self, number: int) -> RejectedRow:
        cells = self._sum_cells[number]
        address = cell_address(number, self._columns[ColumnRole.ACCOUNT])
        reason = (
            "Raden har ett belopp men varken konto, datum eller verifikation, och beloppet är ingen summa."
        )
        fault = CellFault(address, "", reason, "account_missing")
        return RejectedRow(self._layout.sheet, number, (fault,), tuple(cell_text(cell) for cell in cells))


def _heading_keys(cells: Sequence[Cell]) -> dict[int, str]:
    return {index: heading_key(cell) for index, cell in enumerate(cells) if isinstance(cell, str) and cell}

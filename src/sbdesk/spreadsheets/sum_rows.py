"""Checks the file's own sum rows against the rows that they sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sbdesk.domain.ledger_rows import LedgerRow, SubtotalCheck
from sbdesk.domain.ore import Ore
from sbdesk.spreadsheets.layout_words import RowLabel, label_words


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row that sums or carries forward; without a label it is only believed when its sum is right."""

    row: int
    label: RowLabel | None
    text: str
    stated_ore: Ore | None


class SumRows:
    """The sum rows of one sheet, judged in the file's order against the imported rows (öre)."""

    def __init__(self, rows: Sequence[LedgerRow], sums: Sequence[SumRow]) -> None:
        self.accepted: list[SumRow] = []
        self.unexplained: list[SumRow] = []
        self.checks: list[SubtotalCheck] = []
        self.file_total: SumRow | None = None
        self._total = 0
        self._since = 0
        self._starts = {0}
        """The running total at every sum row so far: a sum may reach back to any of them."""
        position = 0
        for each in sorted(sums, key=lambda sum_row: sum_row.row):
            while position < len(rows) and rows[position].row < each.row:
                self._total += rows[position].amount_ore
                self._since += rows[position].amount_ore
                position += 1
            self._judge(each)
        self.file_total = self._find_file_total(rows)

    def _judge(self, each: SumRow) -> None:
        stated = each.stated_ore
        reaches_back = stated is not None and self._total - stated in self._starts
        if each.label is None and not reaches_back:
            self.unexplained.append(each)
            return
        self.accepted.append(each)
        if stated is None or each.label in (RowLabel.OPENING, RowLabel.CLOSING):
            return
        if each.label is RowLabel.GRAND_TOTAL:
            computed = self._total
        elif reaches_back:
            computed = stated
        else:
            computed = self._since or self._total
        self.checks.append(SubtotalCheck(each.row, each.text or "(utan rubrik)", stated, computed))
        self._starts.add(self._total)
        self._since = 0

    def _find_file_total(self, rows: Sequence[LedgerRow]) -> SumRow | None:
        """The last row that calls itself the total, else a last bare ”Summa” below all rows."""
        stated = [each for each in self.accepted if each.stated_ore is not None]
        grand = [each for each in stated if each.label is RowLabel.GRAND_TOTAL]
        if grand:
            return grand[-1]
        last_row = rows[-1].row if rows else 0
        if stated and stated[-1].row > last_row and label_words(stated[-1].text) in (("summa",), ("sum",)):
            return stated[-1]
        return None

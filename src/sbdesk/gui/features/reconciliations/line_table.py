"""The ledger table: the verdict letters work here, and only while it has the focus (WCAG 2.1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from sbdesk.gui.columns import Column
from sbdesk.gui.paged_model import Ask, PagedModel
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.services.reconciliations_rows import LineRow

SINGLE_KEYS = "single_keys"
"""The setting that turns the letters off: ``off``."""

VERDICT_KEYS = frozenset("gudva")


class LineTable(TableView[LineRow]):
    """``judged`` carries the letter pressed; Qt's type-to-search is off."""

    judged = Signal(str)

    def __init__(self, columns: Sequence[Column[LineRow]], ask: Ask[LineRow], settings: Settings) -> None:
        self.lines: PagedModel[LineRow] = PagedModel(columns, lambda row: row.id, ask)
        super().__init__(self.lines, "Huvudboksrader", settings, "reconciliation_lines")
        self._single_keys = settings

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """G, U, D, V and A judge the marked rows; everything else is the table's."""
        key = event.text().casefold()
        if key in VERDICT_KEYS and self._single_keys.get(SINGLE_KEYS) != "off":
            self.judged.emit(key)
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """No jumping to a row by its first letter: letters are verdicts here."""

    def go_past(self, line_ids: Sequence[int]) -> None:
        """Focus the row after the last of these; at the end stay on it."""
        numbers = [number for line in line_ids if (number := self.lines.number_of(line)) is not None]
        if numbers:
            self.go_to_row(min(max(numbers) + 1, self.lines.rowCount() - 1))

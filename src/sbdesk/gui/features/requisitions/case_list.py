"""The left half of Rekvisitioner: every case of the year, narrowed by search and remembered choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sbdesk.gui.features.requisitions.case_choices import CaseChoices
from sbdesk.gui.features.requisitions.columns import case_columns
from sbdesk.gui.settings import Settings
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.ticking_table import TickingTable
from sbdesk.gui.ticks import Ticks, ticked_columns
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.requisition_rows import CaseRow


class CaseList(QWidget):
    """``under`` is where acts on several chosen cases have their place."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._rows: Sequence[CaseRow] = ()
        self.filter = FilterRow("Sök mottagare, dnr eller status")
        self.choices = CaseChoices(settings)
        self.waits = self.choices.status
        self.ticks = Ticks()
        columns = ticked_columns(case_columns(), self.ticks, _id)
        self.model: RowTableModel[CaseRow] = RowTableModel(columns, _id)
        self.table: TickingTable[CaseRow] = TickingTable(
            self.model, "Rekvisitioner", settings, "requisitions", self.ticks
        )
        self.under = QVBoxLayout()
        self._lay_out()
        self.filter.searched.connect(self.model.filter)
        self.filter.cleared.connect(self.choices.clear)
        self.model.shown_changed.connect(lambda shown, _of: self.filter.show_count(shown, len(self._rows)))
        self.choices.changed.connect(self._narrow)

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Other cases, those who have waited longest first."""
        self._rows = sorted(rows, key=lambda row: -1 if row.days is None else row.days, reverse=True)
        self.choices.offer(self._rows)
        self._narrow()
        self.ticks.keep_among(_id(row) for row in rows)

    def ticked(self) -> list[CaseRow]:
        """The ticked cases in the list's own order, also those that search or choice hide."""
        return [row for row in self._rows if _id(row) in self.ticks]

    def hidden_ids(self) -> set[int]:
        """The cases that search or choice hide."""
        return {_id(row) for row in self._rows} - {_id(row) for row in self.model.shown()}

    def tick_everything(self) -> None:
        """Tick every case of the year, also the hidden ones."""
        self.ticks.add(_id(row) for row in self._rows)

    def reveal(self, award_id: int) -> bool:
        """Go to the case; search and choices give way when they hide it. False when it is not there."""
        if award_id in self.hidden_ids():
            self.filter.field.clear()
            self.choices.clear()
        return self.table.select_id(award_id)

    def _narrow(self) -> None:
        self.model.set_rows([row for row in self._rows if self.choices.holds(row)])

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.choices)
        column.addWidget(self.table, 1)
        column.addLayout(self.under)


def _id(row: CaseRow) -> int:
    return row.award_id

"""The left half of Rekvisitioner: every case of the year, narrowed by search and remembered choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from sbdesk.domain.requisition_status import WaitsFor
from sbdesk.gui.features.requisitions.columns import case_columns
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.requisition_rows import CaseRow

_WAITS = (
    ("Alla ärenden", None),
    ("Väntar på handläggaren", WaitsFor.OFFICER),
    ("Väntar på mottagaren", WaitsFor.RECIPIENT),
    ("Väntar på underskrift eller kollega", WaitsFor.SECOND_PERSON),
    ("Väntar på ekonomi", WaitsFor.FINANCE),
    ("Avslutade", WaitsFor.NOBODY),
)


class CaseList(QWidget):
    """``under`` is where acts on several chosen cases have their place."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._rows: Sequence[CaseRow] = ()
        self.filter = FilterRow("Sök mottagare, dnr eller status")
        self.waits = QComboBox()
        self.waits.setAccessibleName("Visa ärenden som väntar på")
        for words, who in _WAITS:
            self.waits.addItem(words, who)
        self.model: RowTableModel[CaseRow] = RowTableModel(case_columns(), lambda row: row.award_id)
        self.table: TableView[CaseRow] = TableView(self.model, "Rekvisitioner", settings, "requisitions")
        self.under = QVBoxLayout()
        self._lay_out()
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.waits.currentIndexChanged.connect(lambda _index: self._narrow())

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Other cases, those who have waited longest first."""
        self._rows = sorted(rows, key=lambda row: -1 if row.days is None else row.days, reverse=True)
        self._narrow()

    def show_all(self) -> None:
        """Let no choice hide a case."""
        self.waits.setCurrentIndex(0)

    def _narrow(self) -> None:
        wanted = self.waits.currentData()
        self.model.set_rows(
            [row for row in self._rows if wanted is None or row.status.waits_for.value == wanted]
        )

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.waits)
        column.addWidget(self.table, 1)
        column.addLayout(self.under)

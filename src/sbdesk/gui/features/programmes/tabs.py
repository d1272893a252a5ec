"""The tabs of one programme: facts, conditions, allotment, recipients, appeal and findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui.columns import Column
from sbdesk.gui.features.programmes import columns, lines
from sbdesk.gui.features.programmes.lines import ConditionLine, OpenText
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Quotation
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.gui.widgets.labels import muted
from sbdesk.gui.widgets.quote_box import QuoteBox
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.programme_rows import (
    AllotmentRow,
    AppealRow,
    FactRow,
    ProgrammeAwardRow,
    ProgrammePage,
)

R = TypeVar("R")


class Listing(QWidget, Generic[R]):
    """A table with room for something above and below it."""

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__()
        self.model: RowTableModel[R] = RowTableModel(shape, identify)
        self.table: TableView[R] = TableView(self.model, name, settings, f"programme_{key}")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 8, 0, 0)
        self.inside.setSpacing(8)
        self.inside.addWidget(self.table, 1)
        self.setFocusProxy(self.table)


class QuotedTable(Listing[R]):
    """A table whose chosen row shows the sentence behind it."""

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__(name, shape, identify, settings, key)
        self._quote_of: Callable[[R], Quotation | None] = lambda row: None
        self._explain: Callable[[R], str] = lambda row: ""
        self.quote = QuoteBox()
        self.explanation = muted("")
        self.inside.addWidget(self.explanation)
        self.inside.addWidget(self.quote)
        self.table.current_changed.connect(self._choose)

    def show_rows(
        self, rows: Sequence[R], quote_of: Callable[[R], Quotation | None], explain: Callable[[R], str]
    ) -> None:
        """Show other rows and how to find the sentence of each."""
        self._quote_of, self._explain = quote_of, explain
        self.model.set_rows(rows)

    def _choose(self, _row_id: int) -> None:
        row = self.table.current_row()
        self.quote.show_quotation(None if row is None else self._quote_of(row))
        text = "" if row is None else self._explain(row)
        self.explanation.setText(text)
        self.explanation.setVisible(bool(text))


class ProgrammeTabs(QTabWidget):
    """``award_opened`` carries an award's id, ``appeal_wanted`` an :class:`AppealRow`."""

    award_opened = Signal(object)
    appeal_wanted = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setAccessibleName("Statsbidragets delar")
        self.facts: QuotedTable[FactRow] = QuotedTable(
            "Uppgifter", columns.fact_columns(), lambda row: row.id, settings, "facts"
        )
        self.conditions: QuotedTable[ConditionLine] = QuotedTable(
            "Villkor", columns.condition_columns(), lambda row: row.id, settings, "conditions"
        )
        self.allotments: Listing[AllotmentRow] = Listing(
            "Fördelning", columns.allotment_columns(), _allotment_id, settings, "allotments"
        )
        self.totals = TotalsStrip("Ram och fördelning")
        self.allotments.inside.insertWidget(0, self.totals)
        self.awards: Listing[ProgrammeAwardRow] = Listing(
            "Mottagare", columns.award_columns(), lambda row: row.award_id, settings, "awards"
        )
        self.no_awards = muted("Ärendena skapas när statsbidraget öppnas.")
        self.awards.inside.insertWidget(0, self.no_awards)
        self.appeals: Listing[AppealRow] = Listing(
            "Överklagande", columns.appeal_columns(), lambda row: row.id, settings, "appeals"
        )
        self.findings = ChecksList("Fynd")
        self._add_appeal_button()
        for page, title in (
            (self.facts, "Uppgifter"),
            (self.conditions, "Villkor"),
            (self.allotments, "Fördelning"),
            (self.awards, "Mottagare"),
            (self.appeals, "Överklagande"),
            (self.findings, "Fynd"),
        ):
            self.addTab(page, title)
        self.awards.table.opened.connect(self.award_opened)

    def show_page(self, page: ProgrammePage, show_text: OpenText) -> None:
        """Show another programme, or the same one anew."""
        self.facts.show_rows(page.facts, lambda row: lines.quotation(page, row, show_text), lines.explanation)
        conditions = lines.condition_lines(page)
        self.conditions.show_rows(
            conditions, lambda row: lines.quotation(page, row, show_text), lines.explanation
        )
        self.allotments.model.set_rows(page.allotments)
        self.totals.show_totals(lines.totals(page))
        self.awards.model.set_rows(page.awards)
        self.no_awards.setVisible(not page.awards)
        self.appeals.model.set_rows(page.appeals)
        items = lines.findings(page, show_text)
        self.findings.show_items(items)
        told = sum(item.word not in ("OK", "Inte kontrollerat") for item in items)
        for number, title in ((1, f"Villkor {len(conditions)}"), (5, f"Fynd {told}")):
            self.setTabText(number, title)

    def _add_appeal_button(self) -> None:
        self.appeal_button = QPushButton("Fyll i uppgiften…")
        self.appeal_button.setAccessibleName("Fyll i uppgiften om överklagande för det valda beslutet")
        self.appeal_button.clicked.connect(self._ask_appeal)
        self.appeals.table.opened.connect(lambda _row_id: self._ask_appeal())
        row = QHBoxLayout()
        row.addWidget(self.appeal_button)
        row.addStretch(1)
        self.appeals.inside.addLayout(row)

    def _ask_appeal(self) -> None:
        row = self.appeals.table.current_row()
        if row is not None:
            self.appeal_wanted.emit(row)


def _allotment_id(row: AllotmentRow) -> int:
    return hash((row.component, row.recipient, row.operation)) & 0x7FFF_FFFF

"""The tabs of one programme: facts, conditions, parts, allotment, recipients, appeal, findings, changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget

from sbdesk.gui.features.programmes import columns, lines
from sbdesk.gui.features.programmes.allotment_tab import AllotmentTab
from sbdesk.gui.features.programmes.facts_tab import FactsTab
from sbdesk.gui.features.programmes.lines import OpenText
from sbdesk.gui.features.programmes.listing import Listing
from sbdesk.gui.features.programmes.part_tabs import AmendmentsTab, ComponentsTab, ConditionsTab
from sbdesk.gui.settings import Settings
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.gui.widgets.labels import muted
from sbdesk.services.programme_rows import AppealRow, ProgrammeAwardRow, ProgrammePage


class ProgrammeTabs(QTabWidget):
    """``award_opened`` carries an award's id, ``appeal_wanted`` an :class:`AppealRow`."""

    award_opened = Signal(object)
    appeal_wanted = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setAccessibleName("Statsbidragets delar")
        self.facts = FactsTab(settings)
        self.conditions = ConditionsTab(settings)
        self.components = ComponentsTab(settings)
        self.allotments = AllotmentTab(settings)
        self.totals = self.allotments.totals
        self.awards: Listing[ProgrammeAwardRow] = Listing(
            "Mottagare", columns.award_columns(), lambda row: row.award_id, settings, "awards"
        )
        self.no_awards = muted("Ärendena skapas när statsbidraget öppnas.")
        self.awards.inside.insertWidget(0, self.no_awards)
        self.appeals: Listing[AppealRow] = Listing(
            "Överklagande", columns.appeal_columns(), lambda row: row.id, settings, "appeals"
        )
        self.findings = ChecksList("Fynd")
        self.amendments = AmendmentsTab(settings)
        self._add_appeal_button()
        for page, title in (
            (self.facts, "Uppgifter"),
            (self.conditions, "Villkor"),
            (self.components, "Delar"),
            (self.allotments, "Fördelning"),
            (self.awards, "Mottagare"),
            (self.appeals, "Överklagande"),
            (self.findings, "Fynd"),
            (self.amendments, "Ändringar"),
        ):
            self.addTab(page, title)
        self.awards.table.opened.connect(self.award_opened)
        self.amendments.award_opened.connect(self.award_opened)

    def show_page(self, page: ProgrammePage, show_text: OpenText, no_second: str = "") -> None:
        """Show another programme, or the same one anew; ``no_second``: why nobody can confirm a change."""
        self.facts.show_page(page, show_text)
        conditions = self.conditions.show_page(page, show_text)
        self.components.show_page(page)
        self.amendments.show_page(page, no_second)
        self.allotments.choose(page.row.id)
        self.totals.show_totals(lines.totals(page))
        self.awards.model.set_rows(page.awards)
        self.no_awards.setVisible(not page.awards)
        self.appeals.model.set_rows(page.appeals)
        items = lines.findings(page, show_text)
        self.findings.show_items(items)
        told = sum(item.word not in ("OK", "Inte kontrollerat") for item in items)
        for tab, title in (
            (self.conditions, f"Villkor {conditions}"),
            (self.components, f"Delar {len(page.components)}"),
            (self.findings, f"Fynd {told}"),
            (self.amendments, f"Ändringar {len(page.amendments)}"),
        ):
            self.setTabText(self.indexOf(tab), title)

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

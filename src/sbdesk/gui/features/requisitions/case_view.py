"""One case beside the list: header, status, next step and tabs, or a form in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui.features.requisitions import lines
from sbdesk.gui.features.requisitions.columns import document_columns, part_columns
from sbdesk.gui.features.requisitions.entry_form import EntryForm
from sbdesk.gui.features.requisitions.proposal_form import ProposalForm
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.gui.widgets.elided import elided_heading
from sbdesk.gui.widgets.labels import label, muted
from sbdesk.gui.widgets.letter_preview import LetterPreview
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.timeline import Timeline
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.case_history import DocumentRow
from sbdesk.services.requisition_checks import CheckRow
from sbdesk.services.requisition_rows import CasePage, PartRow

ShowTab = Callable[[CasePage], str]
"""Fills a tab from the case and gives its title, with a figure where there is something to count."""


class CaseView(QWidget):
    """``add_tab`` is where other nouns hang their own tab on the case."""

    explain_wanted = Signal(object)
    form_opened = Signal(bool)
    document_opened = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.title, self.facts = elided_heading("page"), muted("")
        self.status, self.steps, self.totals = StatusStrip(), NextStepBar(), TotalsStrip("Ärendets belopp")
        self.checks, self.timeline = ChecksList(), Timeline()
        self.parts: RowTableModel[PartRow] = RowTableModel(part_columns(), lambda row: row.id)
        self.parts_table: TableView[PartRow] = TableView(self.parts, "Delar", settings, "case_parts")
        self.documents: RowTableModel[DocumentRow] = RowTableModel(document_columns(), lambda row: row.id)
        self.documents_table: TableView[DocumentRow] = TableView(
            self.documents, "Handlingar", settings, "case_documents"
        )
        self.documents_table.opened.connect(self.document_opened)
        self.paid: QLabel = label("")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Ärendets delar")
        self._shows: list[ShowTab] = []
        self.entry, self.proposal, self.preview = EntryForm(), ProposalForm(), LetterPreview()
        self.stack = QStackedWidget()
        self.typing_elsewhere: Callable[[], bool] = lambda: False
        """Whether something is being typed in a pane that another noun has hung on the case."""
        self.changed_elsewhere: Callable[[], bool] = lambda: False
        """The same, and not as it was when the pane's form was opened."""
        self._lay_out()
        self.add_tab(self.checks, self._show_checks)
        self.add_tab(self._amounts(), self._show_amounts)
        self.add_tab(self.documents_table, self._show_documents)
        self.add_tab(self.timeline, self._show_timeline)

    def add_tab(self, widget: QWidget, show: ShowTab) -> None:
        """One more tab; ``show`` is called with every case."""
        self.tabs.addTab(widget, "")
        self._shows.append(show)

    def show_case(self, page: CasePage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """Another case, or the same one anew; an open form stays as it is."""
        self.title.setText(lines.heading(page))
        self.title.setToolTip(f"{self.title.text()}\n{page.programme_title}")
        self.facts.setText(lines.particulars(page))
        self.status.show_status(lines.status(page))
        self.steps.show_actions(primary, others)
        self.totals.show_totals(lines.totals(page))
        for number, show in enumerate(self._shows):
            self.tabs.setTabText(number, show(page))

    def form_is_open(self) -> bool:
        """Whether a form stands in place of the tabs."""
        number = self.stack.currentIndex()
        return number in (1, 2) or (number > 3 and self.typing_elsewhere())

    def form_is_changed(self) -> bool:
        """Whether something is typed in the open form that Esc must not throw away."""
        number = self.stack.currentIndex()
        if number > 3:
            return self.changed_elsewhere()
        return (number == 1 and self.entry.changed()) or (number == 2 and self.proposal.changed())

    def show_tabs(self) -> None:
        """Close form and preview."""
        self.preview.clear()
        self.stack.setCurrentIndex(0)
        self._show_acts(True)

    def show_form(self, number: int) -> None:
        """1 the requisition's data, 2 the proposal, 3 the draft letter."""
        self.stack.setCurrentIndex(number)
        self._show_acts(False)

    def _show_acts(self, visible: bool) -> None:
        # A form is the act: the other acts would leave it half done.
        self.steps.setVisible(visible)
        self.totals.setVisible(visible)
        self.form_opened.emit(self.form_is_open())

    def _show_checks(self, page: CasePage) -> str:
        def explain(row: CheckRow) -> None:
            self.explain_wanted.emit(row)

        self.checks.show_items(lines.check_items(page, explain))
        return f"Kontroller {lines.check_count(page)}"

    def _show_amounts(self, page: CasePage) -> str:
        self.parts.set_rows(page.parts)
        self.paid.setText(lines.decision_lines(page))
        self.paid.setVisible(bool(self.paid.text()))
        return "Belopp"

    def _show_documents(self, page: CasePage) -> str:
        self.documents.set_rows(page.documents)
        return f"Handlingar {len(page.documents)}"

    def _show_timeline(self, page: CasePage) -> str:
        self.timeline.show_items(lines.timeline_items(page))
        return "Tidslinje"

    def _amounts(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.parts_table, 1)
        column.addWidget(self.paid)
        return made

    def _lay_out(self) -> None:
        for widget in (self.tabs, scrolled(self.entry), scrolled(self.proposal), self.preview):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.facts, self.status, self.steps, self.totals):
            column.addWidget(part)
        column.addWidget(self.stack, 1)

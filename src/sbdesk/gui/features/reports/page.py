"""Återrapportering: the list of what is expected, and one report with its next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sbdesk.gui import formats
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.reports.columns import NOT_DECIDED, report_columns
from sbdesk.gui.features.reports.dialogs import RegisterReportDialog, ReportDueDialog
from sbdesk.gui.features.reports.presenter import ReportsPresenter, status_shown, totals_shown
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.labels import heading, label, muted
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.reports_rows import ExpectedReportRow, ReportInput, ReportPage

EMPTY = "Inga återrapporter väntas. De skapas när ett statsbidrag öppnas."


class ReportsPage(Page):
    """Ctrl+N registers a report for the chosen award; Ctrl+Enter does its next step."""

    title = "Återrapportering"
    help_topic = "kom-igang"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self.model: RowTableModel[ExpectedReportRow] = RowTableModel(
            report_columns(), lambda row: row.award_id
        )
        self.table: TableView[ExpectedReportRow] = TableView(
            self.model, "Återrapporter", context.settings, "reports"
        )
        self.filters = FilterRow("Sök återrapport")
        self.empty = EmptyState("reports")
        self.empty.tell(EMPTY, Action("Gå till Statsbidrag", lambda: context.navigate("programmes")))
        self.title_label, self.facts, self.answers = heading("", "page"), muted(""), label("")
        self.status, self.steps, self.totals = StatusStrip(), NextStepBar(), TotalsStrip()
        self._lay_out()
        self.presenter = ReportsPresenter(context, self)
        self.add_command(
            Action("Registrera återrapport…", self.presenter.register, shortcut="Ctrl+N", icon="add")
        )
        self.add_command(
            Action("Sök återrapport", self.filters.field.setFocus, shortcut="Ctrl+F", icon="search")
        )
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(lambda award: self.steps.run())
        self.table.told.connect(context.messages.tell)
        self.filters.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filters.show_count)
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Go to the award with the target's id."""
        if target is not None and target.id is not None and not self.table.select_id(target.id):
            self._wanted = target.id

    def next_step(self) -> bool:
        """The filled button."""
        return self.stack.currentIndex() == 1 and self.steps.run()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def panes(self) -> Sequence[QWidget]:
        """List and search."""
        return (self.table, self.filters.field)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_rows(self, rows: Sequence[ExpectedReportRow]) -> None:
        """The list."""
        self.stack.setCurrentIndex(1 if rows else 0)
        self.model.set_rows(rows)
        self.table.select_first()
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    def show_report(self, page: ReportPage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """One award."""
        row = page.row
        self.title_label.setText(f"{row.recipient} – {row.programme}")
        due = NOT_DECIDED.lower() if row.due_on is None else formats.day(row.due_on)
        came = f" · kom in {formats.day(row.received_on)}" if row.received_on else ""
        version = f" · version {row.revision}" if row.revision > 1 else ""
        self.facts.setText(f"Sista dag {due}{came}{version}")
        self.status.show_status(status_shown(page))
        self.steps.show_actions(primary, others)
        self.totals.show_totals(totals_shown(page))
        self.answers.setText("\n".join(page.answers.values()))
        self.answers.setVisible(bool(page.answers))

    def ask_report(self, page: ReportPage, today: date, given: Callable[[ReportInput], None]) -> None:
        """What the report says."""
        dialog = RegisterReportDialog(page, today, self)
        dialog.given.connect(given)
        dialog.open()

    def ask_due(self, page: ReportPage, given: Callable[[date, str], None]) -> None:
        """The last day."""
        dialog = ReportDueDialog(page, self)
        dialog.given.connect(given)
        dialog.open()

    def _chosen(self, award_id: int) -> None:
        if award_id:
            self.presenter.choose(award_id)

    def _lay_out(self) -> None:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for widget in (self.title_label, self.facts, self.status, self.steps, self.totals, self.answers):
            column.addWidget(widget)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.filters)
        inside.addWidget(self.table, 1)
        inside.addWidget(detail)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(whole)
        self.body.addWidget(self.stack, 1)

"""Avstämningar: the list of awards, and one of them row by row, judged from the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import CauseChoice, Ground
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.reconciliations import dialogs
from sbdesk.gui.features.reconciliations.case_view import CaseView
from sbdesk.gui.features.reconciliations.columns import reconciliation_columns
from sbdesk.gui.features.reconciliations.presenter import ReconciliationsPresenter
from sbdesk.gui.features.reconciliations.questions import Question, SecondPersonQuestion
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.reconciliations_rows import LineDetail, LineRow, ReconciliationPage, ReconciliationRow

EMPTY = "Inga avstämningar ännu. De börjar när ett bidrag är utbetalt, återrapporterat eller har en huvudbok."


class ReconciliationsPage(Page):
    """Enter opens an award; Ctrl+Enter does its next step; G, U, D, V, A and F8 judge."""

    title = "Avstämningar"
    help_topic = "beloppen"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.model: RowTableModel[ReconciliationRow] = RowTableModel(
            reconciliation_columns(), lambda row: row.award_id
        )
        self.table: TableView[ReconciliationRow] = TableView(
            self.model, "Avstämningar", context.settings, "reconciliations"
        )
        self.empty = EmptyState("reconciliations")
        self.empty.tell(EMPTY, Action("Gå till Rekvisitioner", lambda: context.navigate("requisitions")))
        self.case = CaseView(self._ask_lines, context.settings)
        self.stack = QStackedWidget()
        for widget in (self.empty, self.table, self.case):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.presenter = ReconciliationsPresenter(context, self)
        self._make_commands()
        self._connect()
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """One award by the target's id; ``part="import"`` goes on to reading its ledger."""
        if target is None:
            return
        if target.part == "import":
            self.context.navigate("ledger_imports", Target(id=target.id, query=target.query))
        elif target.id is None:
            self.show_list()
        else:
            self._open_case(target.id)

    def next_step(self) -> bool:
        """The filled button of the award shown."""
        return self.stack.currentWidget() is self.case and self.case.steps.run()

    def first_focus(self) -> QWidget:
        """The table shown."""
        if self.stack.currentWidget() is self.case:
            return self.case.table
        return self.table if self.stack.currentWidget() is self.table else self.empty

    def panes(self) -> Sequence[QWidget]:
        """Rows, detail and filters of the award shown."""
        if self.stack.currentWidget() is not self.case:
            return (self.table,)
        return (self.case.table, self.case.detail.currentWidget(), self.case.filters.search.field)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_list(self) -> None:
        """Back to the awards, on the row that was left."""
        self.presenter.leave_case()
        self.stack.setCurrentWidget(self.table if self.model.rows() else self.empty)
        self.table.setFocus()

    def show_rows(self, rows: Sequence[ReconciliationRow]) -> None:
        """The list."""
        self.model.set_rows(rows)
        if self.stack.currentWidget() is not self.case:
            self.stack.setCurrentWidget(self.table if rows else self.empty)
            self.table.select_first()

    def show_case(
        self, page: ReconciliationPage, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """One award."""
        self.case.show_page(page, self.presenter.filter, self.presenter.finding_acts(), (primary, others))
        if self.stack.currentWidget() is not self.case:
            self.stack.setCurrentWidget(self.case)
            self.case.table.setFocus()

    def show_ids(self, ids: Sequence[int]) -> None:
        """The rows of the award."""
        self.case.show_ids(ids)

    def refresh_lines(self, ids: Sequence[int]) -> None:
        """Rows that have been judged, and the detail if it shows one of them."""
        self.case.table.lines.refresh(ids)
        current = self.case.table.current_id()
        if current in ids:
            self.presenter.choose_line(current or 0)

    def show_detail(self, detail: LineDetail | None) -> None:
        """The chosen row, unless the officer has gone on."""
        if (detail.row.id if detail else None) == self.case.table.current_id():
            self.case.detail.show_detail(detail, self.presenter.finding_acts())

    def show_undo(self, undo: str, redo: str) -> None:
        """The menu names what Ctrl+Z and Ctrl+Y do."""
        for act, words, nothing in ((self.undo, undo, "Ångra"), (self.redo, redo, "Gör om")):
            act.setText(words or nothing)
            act.setToolTip(words or f"Inget att {nothing.lower()}")
            act.setEnabled(bool(words))

    def go_to_line(self, line_id: int) -> None:
        """Put the focus on a row."""
        self.case.table.select_id(line_id)
        self.case.table.setFocus()

    def go_past(self, line_ids: Sequence[int]) -> None:
        """Put the focus on the next row."""
        self.case.table.go_past(line_ids)
        self.case.table.setFocus()

    def shown_ids(self) -> Sequence[int]:
        """The rows in their order."""
        return self.case.table.lines.ids()

    def ask_cause(self, choices: Sequence[CauseChoice], chosen: Callable[[VerdictCause], None]) -> None:
        """The ten causes beside the row."""
        dialogs.cause_menu(self, self._below_row(), choices, chosen)

    def ask_ground(self, choice: CauseChoice, chosen: Callable[[Ground], None]) -> None:
        """The grounds of a cause beside the row."""
        dialogs.ground_menu(self, self._below_row(), choice, chosen)

    def _below_row(self) -> QPoint:
        place = self.case.table.visualRect(self.case.table.currentIndex()).bottomLeft()
        return self.case.table.viewport().mapToGlobal(place)

    def ask_amount(self, question: Question, chosen: Callable[[Ore], None]) -> None:
        """An amount."""
        dialogs.ask(self, question, dialogs.amount_field(question), chosen)

    def ask_day(self, question: Question, chosen: Callable[[date], None]) -> None:
        """A day."""
        dialogs.ask(self, question, dialogs.day_field(question), lambda day: dialogs.as_day(day, chosen))

    def ask_text(self, question: Question, chosen: Callable[[str], None]) -> None:
        """A line of text."""
        dialogs.ask(self, question, dialogs.text_field(question), chosen)

    def ask_second(self, question: SecondPersonQuestion, chosen: Callable[[SecondPerson, str], None]) -> None:
        """Who has signed."""
        dialog = dialogs.SecondPersonDialog(question, self)
        dialog.signed.connect(chosen)
        dialog.open()

    def ask_place(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        """Where to save."""
        dialogs.ask_place(self, title, name, chosen)

    def _ask_lines(
        self, ids: list[int], arrived: Callable[[Sequence[LineRow]], None], ended: Callable[[], None]
    ) -> None:
        self.presenter.read_lines(ids, arrived, ended)

    def _make_commands(self) -> None:
        judging = self.presenter.judging
        self.undo: QAction = self.add_command(Action("Ångra", judging.undo, shortcut="Ctrl+Z", icon="undo"))
        self.redo: QAction = self.add_command(Action("Gör om", judging.redo, shortcut="Ctrl+Y", icon="redo"))
        self.show_undo("", "")
        self.add_command(Action("Nästa obedömda", self._next, shortcut="F8", icon="next"))
        self.add_command(Action("Exportera det jag ser…", self._export, shortcut="Ctrl+E", icon="export"))
        self.add_command(Action("Sök bland raderna", self._search, shortcut="Ctrl+F", icon="search"))

    def _connect(self) -> None:
        case, presenter = self.case, self.presenter
        self.table.opened.connect(self._open_case)
        self.table.told.connect(self.context.messages.tell)
        case.table.told.connect(self.context.messages.tell)
        case.table.judged.connect(lambda key: presenter.judging.key(key, case.table.selected_ids()))
        case.table.current_changed.connect(presenter.choose_line)
        case.table.lines.sorted_by.connect(presenter.sort_by)
        case.left.connect(self.show_list)
        case.bulk.connect(presenter.judging.approve_rest)
        case.cleared.connect(presenter.clear_filter)
        case.import_wanted.connect(self._import)
        case.filters.view_chosen.connect(presenter.set_view)
        case.filters.levels_chosen.connect(presenter.set_levels)
        case.filters.cause_chosen.connect(presenter.set_cause)
        case.filters.cleared.connect(presenter.clear_filter)
        case.filters.searched.connect(presenter.search)

    def _open_case(self, award_id: int) -> None:
        self.table.select_id(award_id)
        self.presenter.open_case(award_id)
        self.moved.emit(Target(id=award_id))

    def _next(self) -> None:
        self.presenter.next_to_judge(self.case.table.current_id() or 0)

    def _export(self) -> None:
        if self.stack.currentWidget() is self.case:
            view = self.presenter.filter.view.swedish
            text = self.case.filters.search.field.text()
            self.presenter.fixing.export_seen(", ".join(part for part in (view, text) if part))

    def _search(self) -> None:
        self.case.filters.search.field.setFocus()

    def _import(self) -> None:
        self.context.navigate("ledger_imports", Target(id=self.presenter.award_id))

"""Rekvisitioner: every case of the year in a list, and one of them with its next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.requisitions import dialogs
from sbdesk.gui.features.requisitions.bulk_desk import BulkDesk
from sbdesk.gui.features.requisitions.bulk_entry_view import BulkEntryView
from sbdesk.gui.features.requisitions.case_list import CaseList
from sbdesk.gui.features.requisitions.case_view import CaseView
from sbdesk.gui.features.requisitions.change_desk import ChangeDesk
from sbdesk.gui.features.requisitions.entries import EntryStart, ProposalStart
from sbdesk.gui.features.requisitions.presenter import RequisitionsPresenter
from sbdesk.gui.features.requisitions.questions import Answer, Question
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.unsaved import CHANGED, way_out
from sbdesk.services.payouts import Booking
from sbdesk.services.requisition_rows import CasePage, CaseRow

EMPTY = "Inga förväntade rekvisitioner. De skapas när statsbidraget öppnas."


class RequisitionsPage(Page):
    """Enter opens a case, Ctrl+Enter does its next step or saves the open form, Esc gives the form up."""

    title = "Rekvisitioner"
    help_topic = "manga-beslut"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self.list = CaseList(context.settings)
        self.filter, self.waits, self.table = self.list.filter, self.list.waits, self.list.table
        self.case = CaseView(context.settings)
        self.empty = EmptyState("requisitions")
        self.empty.tell(EMPTY, Action("Gå till Statsbidrag", lambda: context.navigate("programmes")))
        self.bulk = BulkDesk(context, self.list, self)
        self.changes = ChangeDesk(context, self.case, self)
        self.tables = BulkEntryView(context, self)
        self._lay_out(context)
        self.presenter = RequisitionsPresenter(context, self)
        self._connect(context)
        self._add_commands()
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Show the award with the target's id; ``query`` fills the search field."""
        if target is None:
            return
        if target.query:
            self.filter.field.setText(target.query)
        if target.id is not None and self._may_leave_form(target.id):
            self._wanted = None if self.list.reveal(target.id) else target.id
            self.halves.show_detail()

    def next_step(self) -> bool:
        """Save the open form, else the filled button."""
        if self.tables.is_open:
            return self.tables.next_step()
        if self.bulk.is_open:
            return self.bulk.next_step()
        number = self.case.stack.currentIndex()
        if number == 1:
            self.case.entry.save()
        elif number == 2:
            self.case.proposal.save()
        return number in (1, 2) or (self.changes.next_step() if number > 3 else self.case.steps.run())

    def first_focus(self) -> QWidget:
        """The list, or what stands in its place."""
        if self.tables.is_open:
            return self.tables.first_focus()
        return self.bulk.first_focus() if self.bulk.is_open else self.table

    def panes(self) -> Sequence[QWidget]:
        """List and case."""
        if self.tables.is_open:
            return self.tables.panes()
        if self.bulk.is_open:
            return self.bulk.panes()
        return (self.table, self.case.stack.currentWidget() or self.case)

    def has_unsaved(self) -> str:
        """An open form is not saved anywhere yet."""
        if self.tables.is_open:
            return "En tabell med rekvisitioner är vald men inte registrerad. Vill du avsluta ändå?"
        if self.case.form_is_open():
            return "Formuläret under Rekvisitioner är inte sparat. Vill du avsluta och kasta det?"
        return ""

    def closing(self) -> None:
        """Watch no more."""
        self.case.preview.clear()
        self.changes.closing()
        self.tables.presenter.close()
        self.presenter.close()

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """The list, those who have waited longest first."""
        if not self.bulk.is_open and not self.tables.is_open:
            self.stack.setCurrentIndex(1 if rows else 0)
        self.list.show_rows(rows)
        if self._wanted is not None and self.list.reveal(self._wanted):
            self._wanted = None
        elif self.table.current_id() is None:
            self.table.select_first()

    def show_case(self, page: CasePage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """One case."""
        self.case.show_case(page, primary, others)

    def show_entry(self, start: EntryStart) -> None:
        """The form for the requisition's data."""
        self.halves.show_detail(whole_width=self.halves.is_narrow())
        self.case.show_form(1)
        self.case.entry.start(start)

    def show_proposal(self, start: ProposalStart) -> None:
        """The form for a proposal."""
        self.halves.show_detail(whole_width=self.halves.is_narrow())
        self.case.show_form(2)
        self.case.proposal.start(start)

    def open_desk(self, act: Act, award_id: int) -> None:
        """The pane for a change of the decision, or for its appeals."""
        self.halves.show_detail(whole_width=self.halves.is_narrow())
        self.changes.open(act, award_id)

    def close_form(self) -> None:
        """Back to the case, with the focus on its tabs."""
        self.clear_error()
        self.changes.leave()
        self.case.show_tabs()
        self.case.tabs.setFocus()

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """One short question."""
        dialog = dialogs.AnswerDialog(question, self)
        dialog.answered.connect(then)
        dialog.open()

    def ask_booking(self, intro: str, debt: str, then: Callable[[Booking, str], None]) -> None:
        """How the payment is booked."""
        dialog = dialogs.BookingDialog(intro, debt, self)
        dialog.booked.connect(then)
        dialog.open()

    def show_letter(self, title: str, content: bytes) -> None:
        """The draft in place of the tabs."""
        self.case.show_form(3)
        self.case.preview.show_letter(title, "beslutsforslag.pdf", content)

    def show_error(self, error: UserFacingError) -> None:
        """In the page; a number that cannot be checked also opens the tick for it."""
        super().show_error(error)
        if error.code == "account_unknown":
            self.case.entry.ask_compared()
        elif error.code == "needs_exception":
            self.case.entry.ui.exception.setFocus()

    def reset_choices(self) -> None:
        """Another year: no case is shown until one is chosen."""
        self.case.show_tabs()
        self.halves.show_list()

    def _show_bulk(self, opened: bool) -> None:
        self.stack.setCurrentWidget(self.bulk if opened else self.halves)
        if not opened:
            self.table.setFocus()

    def _may_leave_form(self, award_id: int) -> bool:
        shown = self.presenter.shown
        same = shown is not None and shown.page.award_id == award_id
        if self.case.form_is_open() and not same:
            self.show_error(
                UserFacingError(
                    "Ett formulär är öppet i ett annat ärende.",
                    "Det du har skrivit finns kvar.",
                    "Spara eller avbryt det först.",
                )
            )
            return False
        return True

    def _chosen(self, award_id: int) -> None:
        if not award_id:
            return
        shown = self.presenter.shown
        if shown is None or shown.page.award_id != award_id:
            self.case.show_tabs()
            self.presenter.choose(award_id)

    def _opened(self, award_id: int) -> None:
        self.halves.show_detail(whole_width=True)
        self.case.tabs.setFocus()
        self.moved.emit(Target(id=award_id))

    def _escape(self) -> None:
        if self.case.form_is_changed():
            self.show_error(UserFacingError(CHANGED, "", way_out()))
        elif self.case.stack.currentIndex():
            self.close_form()
        else:
            self.halves.show_list()

    def _step_case(self, step: int) -> None:
        if self.case.form_is_open():
            return
        number = self.table.currentIndex().row() + step
        row = self.list.model.row_at(number)
        if row is not None:
            self.table.select_id(row.award_id)

    def _step_tab(self, step: int) -> None:
        tabs = self.case.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())

    def _add_commands(self) -> None:
        presenter = self.presenter
        self.add_command(Action("Kör kontrollerna igen", presenter.recheck, shortcut="F5", icon="refresh"))
        self.add_command(
            Action("Tjänsteanteckning", lambda: presenter.start(Act.NOTE), shortcut="Ctrl+M", icon="note")
        )
        self.add_command(Action("Överlämna mina ärenden till…", presenter.hand_over))
        self.add_command(Action("Begär komplettering", self._ask_completion, shortcut="Ctrl+Shift+K"))
        self.add_command(Action("Förhandsgranska beslut", self._preview, shortcut="Ctrl+P", icon="preview"))
        self.add_command(Action("Föregående ärende", lambda: self._step_case(-1), shortcut="Ctrl+Up"))
        self.add_command(Action("Nästa ärende", lambda: self._step_case(1), shortcut="Ctrl+Down"))
        for action in self.tables.commands():
            self.add_command(action)

    def _ask_completion(self) -> None:
        self._start_if_offered(Act.ASK_COMPLETION)

    def _preview(self) -> None:
        shown = self.presenter.shown
        if shown is not None and shown.page.decision is not None and shown.page.decision.document_id:
            self.presenter.open_document(shown.page.decision.document_id)
        else:
            self._start_if_offered(Act.PREVIEW)

    def _start_if_offered(self, act: Act) -> None:
        shown = self.presenter.shown
        if shown is None:
            return
        offered = next((action for action in shown.page.menu if action.act is act), None)
        if offered is not None and offered.enabled:
            self.presenter.start(act)
        else:
            reason = offered.reason if offered is not None else "Åtgärden hör inte till det här läget."
            self.show_error(UserFacingError(reason, "Inget är ändrat.", "Välj bland ärendets åtgärder."))

    def _connect(self, context: PageContext) -> None:
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.told.connect(context.messages.tell)
        self.bulk.opened.connect(lambda: self._show_bulk(True))
        self.bulk.closed.connect(lambda: self._show_bulk(False))
        self.tables.opened.connect(lambda: self.stack.setCurrentWidget(self.tables))
        self.tables.closed.connect(lambda: self._show_bulk(False))
        case, presenter = self.case, self.presenter
        case.entry.saved.connect(presenter.save_entry)
        case.entry.cancelled.connect(self.close_form)
        case.proposal.saved.connect(presenter.save_proposal)
        case.proposal.cancelled.connect(self.close_form)
        case.preview.closed.connect(self.close_form)
        case.preview.failed.connect(self.show_error)
        case.preview.told.connect(context.messages.tell)
        case.explain_wanted.connect(presenter.explain)
        # The list rests while a form is open, so that nothing typed can be lost by choosing another case.
        case.form_opened.connect(self.halves.master.setDisabled)
        case.document_opened.connect(presenter.open_document)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), case)
            shortcut.activated.connect(lambda by=step: self._step_tab(by))
        QShortcut(QKeySequence("Esc"), case).activated.connect(self._escape)

    def _lay_out(self, context: PageContext) -> None:
        self.halves = MasterDetail(self.list, self.case, context.settings, "requisitions")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.halves)
        self.stack.addWidget(self.bulk)
        self.stack.addWidget(self.tables)
        self.body.addWidget(self.stack, 1)

"""Återkrav: the claims with one shown whole, the invoices, and the money that comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.recoveries.case_view import CaseView
from sbdesk.gui.features.recoveries.columns import claim_columns, invoice_columns, payment_columns
from sbdesk.gui.features.recoveries.dialogs import AnswerDialog
from sbdesk.gui.features.recoveries.line_dialog import LineDialog
from sbdesk.gui.features.recoveries.money_presenter import MoneyPresenter
from sbdesk.gui.features.recoveries.money_tab import MoneyTab
from sbdesk.gui.features.recoveries.payment_dialog import PaymentDialog
from sbdesk.gui.features.recoveries.presenter import RecoveriesPresenter
from sbdesk.gui.features.recoveries.questions import Answer, Question
from sbdesk.gui.look import Tone
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.incoming_payments import PaymentInput
from sbdesk.services.invoices_rows import InvoiceRow, PaymentRow
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.services.recoveries_rows import GroundRow, RecoveryLineRow, RecoveryPage, RecoveryRow

CLAIMS, INVOICES, PAYMENTS = range(3)
EMPTY = "Inga återkrav ännu. De skapas från en fastställd avstämning."
NO_INVOICES = "Inga fakturor ännu. De skapas från ett beslutat återkrav över 1 000\N{NO-BREAK SPACE}kr."
NO_PAYMENTS = "Inga inbetalningar är registrerade."


class RecoveriesPage(Page):
    """Enter opens a claim, Ctrl+Enter does its next step, Ctrl+P shows the letter, Esc goes back."""

    title = "Återkrav"
    help_topic = "beloppen"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self.model: RowTableModel[RecoveryRow] = RowTableModel(claim_columns(), lambda row: row.id)
        self.table: TableView[RecoveryRow] = TableView(self.model, "Återkrav", context.settings, "recoveries")
        self.filter = FilterRow("Sök bland återkrav")
        self.case = CaseView(context.settings)
        self.empty = EmptyState("recoveries")
        self.invoices: MoneyTab[InvoiceRow] = MoneyTab(
            invoice_columns(), "Fakturor", context.settings, "invoices", "invoice"
        )
        self.payments: MoneyTab[PaymentRow] = MoneyTab(
            payment_columns(), "Inbetalningar", context.settings, "incoming_payments", "money"
        )
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Återkrav, fakturor och inbetalningar")
        self._lay_out(context)
        self.presenter = RecoveriesPresenter(context, self)
        self.money = MoneyPresenter(context, self)
        self._tell_empty()
        self._connect(context)
        self._add_commands()
        self.presenter.reload(self.presenter.WATCHES)
        self.money.reload(self.money.WATCHES)

    def open(self, target: Target | None) -> None:
        """An award by its id; with ``part`` a ``recovery``, an invoice (``invoices``) or ``payments``."""
        if target is None:
            return
        if target.part == "invoices":
            self.tabs.setCurrentIndex(INVOICES)
            if target.id is not None:
                self.invoices.choose(target.id)
        elif target.part == "payments":
            self.tabs.setCurrentIndex(PAYMENTS)
        elif target.id is not None and target.part == "recovery":
            self.select(target.id)
        elif target.id is not None:
            self.presenter.open_award(target.id)

    def next_step(self) -> bool:
        """The filled button of the tab shown."""
        steps = (self.case.steps, self.invoices.steps, self.payments.steps)
        return steps[self.tabs.currentIndex()].run()

    def first_focus(self) -> QWidget:
        """The list of the tab shown."""
        return (self.table, self.invoices.table, self.payments.table)[self.tabs.currentIndex()]

    def panes(self) -> Sequence[QWidget]:
        """The list, and beside the claims the claim."""
        if self.tabs.currentIndex() == CLAIMS:
            return (self.table, self.case.lines_table)
        return (self.first_focus(),)

    def closing(self) -> None:
        """Watch no more."""
        self.case.preview.clear()
        self.presenter.close()
        self.money.close()

    def show_rows(self, rows: Sequence[RecoveryRow]) -> None:
        """The claims, the earliest answer day first."""
        self.model.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None
        else:
            self.table.select_first()

    def show_claim(
        self,
        page: RecoveryPage,
        invoices: Sequence[InvoiceRow],
        primary: Sequence[Action],
        others: Sequence[Action],
    ) -> None:
        """One claim."""
        self.case.show_claim(page, invoices, primary, others)

    def show_invoices(self, rows: Sequence[InvoiceRow]) -> None:
        """Every invoice."""
        self.invoices.show_rows(rows)

    def show_payments(self, rows: Sequence[PaymentRow]) -> None:
        """Every incoming payment."""
        self.payments.show_rows(rows)

    def select(self, recovery_id: int) -> None:
        """Go to the claim, now or when the list has been read."""
        self.tabs.setCurrentIndex(CLAIMS)
        self.filter.field.clear()
        self._wanted = None if self.table.select_id(recovery_id) else recovery_id
        self.halves.show_detail()

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """One short question."""
        dialog = AnswerDialog(question, self)
        dialog.answered.connect(then)
        dialog.open()

    def ask_line(
        self,
        line: RecoveryLineRow | None,
        grounds: Sequence[GroundRow],
        locked: str,
        then: Callable[[LineInput], None],
    ) -> None:
        """A line's ground, amount and reasons."""
        dialog = LineDialog(line, grounds, locked, self)
        dialog.given.connect(then)
        dialog.open()

    def ask_payment(
        self, title: str, start: PaymentInput, intro: str, then: Callable[[PaymentInput], None]
    ) -> None:
        """An incoming payment."""
        dialog = PaymentDialog(title, start, intro, self)
        dialog.given.connect(then)
        dialog.open()

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """The draft in place of the claim's tabs."""
        self.tabs.setCurrentIndex(CLAIMS)
        self.halves.show_detail(whole_width=self.halves.is_narrow())
        self.case.show_letter(title, file_name, content)

    def tell(self, text: str) -> None:
        """In the page, without alarm."""
        self.message_bar.tell(Tone.NOTE, text)

    def _chosen(self, recovery_id: int) -> None:
        shown = self.presenter.shown
        if recovery_id and (shown is None or shown.page.row.id != recovery_id):
            self.case.show_tabs()
            self.presenter.choose(recovery_id)

    def _opened(self, recovery_id: int) -> None:
        self.halves.show_detail(whole_width=True)
        self.case.lines_table.setFocus()
        self.moved.emit(Target(id=recovery_id, part="recovery"))

    def _escape(self) -> None:
        if self.case.stack.currentIndex():
            self.case.show_tabs()
        else:
            self.halves.show_list()

    def _invoice_chosen(self, _row_id: int) -> None:
        row = self.invoices.table.current_row()
        self.invoices.show_actions(self.money.invoice_actions(row) if row is not None else [])

    def _payment_chosen(self, _row_id: int) -> None:
        row = self.payments.table.current_row()
        self.payments.show_actions(self.money.payment_actions(row) if row is not None else [])

    def _new(self) -> None:
        if self.tabs.currentIndex() == CLAIMS:
            self.presenter.new()
        else:
            self.money.register()

    def _show_letter(self) -> None:
        row = self.invoices.table.current_row()
        if self.tabs.currentIndex() == INVOICES and row is not None:
            self.money.show_letter(row)
        elif self.tabs.currentIndex() == CLAIMS:
            self.presenter.preview()

    def _step(self, step: int) -> None:
        row = self.model.row_at(self.table.currentIndex().row() + step)
        if row is not None:
            self.table.select_id(row.id)

    def _find(self) -> None:
        (self.filter, self.invoices.filter, self.payments.filter)[self.tabs.currentIndex()].field.setFocus()

    def _add_commands(self) -> None:
        self.add_command(Action("Skapa återkravsförslag…", self._new, shortcut="Ctrl+N", icon="add"))
        self.add_command(Action("Registrera inbetalning…", self.money.register, icon="money"))
        self.add_command(
            Action("Registrera frivillig återbetalning…", self.money.register_voluntary, icon="money")
        )
        self.add_command(Action("Förhandsgranska", self._show_letter, shortcut="Ctrl+P", icon="preview"))
        self.add_command(Action("Sök i listan", self._find, shortcut="Ctrl+F", icon="search"))
        self.add_command(Action("Föregående ärende", lambda: self._step(-1), shortcut="Ctrl+Up"))
        self.add_command(Action("Nästa ärende", lambda: self._step(1), shortcut="Ctrl+Down"))

    def _tell_empty(self) -> None:
        self.empty.tell(EMPTY, Action("Skapa återkravsförslag…", self.presenter.new))
        self.invoices.empty.tell(NO_INVOICES)
        self.payments.empty.tell(NO_PAYMENTS, Action("Registrera inbetalning…", self.money.register))

    def _connect(self, context: PageContext) -> None:
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.invoices.table.current_changed.connect(self._invoice_chosen)
        self.invoices.table.opened.connect(lambda _: self.invoices.steps.run())
        self.payments.table.current_changed.connect(self._payment_chosen)
        self.payments.table.opened.connect(lambda _: self.payments.steps.run())
        case, presenter = self.case, self.presenter
        case.line_opened.connect(presenter.change_line)
        case.add_wanted.connect(presenter.add_line)
        case.drop_wanted.connect(lambda: presenter.drop_line(case.lines_table.current_id() or 0))
        case.anew_wanted.connect(presenter.propose_anew)
        case.invoice_opened.connect(lambda row_id: self.open(Target(id=row_id, part="invoices")))
        case.preview.failed.connect(self.show_error)
        case.preview.told.connect(context.messages.tell)
        for table in (
            self.table,
            case.lines_table,
            case.invoices_table,
            self.invoices.table,
            self.payments.table,
        ):
            table.told.connect(context.messages.tell)
        escape = QShortcut(QKeySequence("Esc"), self.halves)
        escape.activated.connect(self._escape)

    def _lay_out(self, context: PageContext) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table)
        self.halves = MasterDetail(left, self.case, context.settings, "recoveries")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.halves)
        self.stack.addWidget(self.empty)
        for widget, words in (
            (self.stack, "Återkrav"),
            (self.invoices, "Fakturor"),
            (self.payments, "Inbetalningar"),
        ):
            self.tabs.addTab(widget, words)
        self.body.addWidget(self.tabs, 1)

"""Regioner och andra mottagare: the list, and one recipient over all programmes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.recipients.acting import Shown
from sbdesk.gui.features.recipients.card_view import CardView
from sbdesk.gui.features.recipients.columns import recipient_columns
from sbdesk.gui.features.recipients.dialogs import AnswerDialog
from sbdesk.gui.features.recipients.presenter import RecipientsPresenter
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action, Status
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.recipient_rows import RecipientRow

EMPTY = "Inga mottagare. De 21 regionerna kan läggas in färdiga; lägg till RSS-huvudmän själv."


class RecipientsPage(Page):
    """Enter on a programme's line goes to the case; Ctrl+N adds a recipient."""

    title = "Regioner och andra mottagare"
    help_topic = "mottagare"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self._dialog: AnswerDialog | None = None
        self.model: RowTableModel[RecipientRow] = RowTableModel(recipient_columns(), lambda row: row.id)
        self.table: TableView[RecipientRow] = TableView(
            self.model, "Mottagare", context.settings, "recipients"
        )
        self.filter = FilterRow("Sök mottagare")
        self.add_button = QPushButton("Lägg till…")
        self.empty = EmptyState("recipients")
        self.card = CardView(context.settings)
        self._lay_out(context)
        self.presenter = RecipientsPresenter(context, self)
        self.card.offer(self.presenter)
        self._connect(context)
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Go to the recipient with the target's id, or search for its query."""
        if target is None:
            return
        if target.query:
            self.filter.field.setText(target.query)
        if target.id is not None:
            self.go_to(target.id)
            self.halves.show_detail()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def panes(self) -> Sequence[QWidget]:
        """Search, list, card."""
        return (self.filter.field, self.table, self.card.tabs)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_rows(self, rows: Sequence[RecipientRow]) -> None:
        """The list."""
        self.stack.setCurrentIndex(1 if rows else 0)
        self.model.set_rows(rows)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    def show_card(self, shown: Shown, debt: Status | None) -> None:
        """One recipient."""
        self.card.show_card(shown, debt, self.presenter)

    def particulars_kept(self) -> None:
        """What the fields hold is stored."""
        self.card.particulars.kept()

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """One dialog at a time; it stays until the answer is stored."""
        dialog = AnswerDialog(question, self)
        dialog.answered.connect(then)
        dialog.finished.connect(self._dialog_left)
        self._dialog = dialog
        dialog.open()

    def answer_kept(self, made: int | None) -> None:
        """Close the dialog; a new recipient is chosen in the list."""
        if self._dialog is not None:
            new = self._dialog.question.adds_recipient
            self._dialog.accept()
            if new and made is not None:
                self.go_to(made)

    def go_to(self, recipient_id: int) -> None:
        """Choose it, now or when the list has been read."""
        self._wanted = None if self.table.select_id(recipient_id) else recipient_id

    def copy_text(self, text: str) -> None:
        """What is held about a person, for the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.context.messages.tell("Kopierade det som finns om personen.")

    def show_error(self, error: UserFacingError) -> None:
        """In the dialog that asked, else in the page."""
        if self._dialog is not None:
            self._dialog.show_problem(str(error))
        else:
            super().show_error(error)

    def _dialog_left(self, _result: int) -> None:
        self._dialog = None

    def _connect(self, context: PageContext) -> None:
        presenter, card = self.presenter, self.card
        self.empty.tell(EMPTY, Action("Lägg in regioner", presenter.add_regions))
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        for table in (self.table, *card.tables()):
            table.told.connect(context.messages.tell)
        card.award_table.opened.connect(lambda award: context.navigate("requisitions", Target(id=award)))
        card.open_debt.clicked.connect(self._open_debt)
        card.particulars.changed.connect(presenter.change)
        self.add_button.clicked.connect(presenter.add)
        self.add_command(Action("Lägg till mottagare", presenter.add, shortcut="Ctrl+N", icon="add"))
        self.add_command(Action("Lägg in regioner", presenter.add_regions))
        self.add_command(Action("Sök mottagare", self.filter.field.setFocus, shortcut="Ctrl+F"))

    def _chosen(self, recipient_id: int) -> None:
        if recipient_id:
            self.presenter.choose(recipient_id)

    def _opened(self, recipient_id: int) -> None:
        self.halves.show_detail()
        self.card.award_table.setFocus()
        self.moved.emit(Target(id=recipient_id))

    def _open_debt(self) -> None:
        card = self.presenter.card
        if card is not None and card.debts:
            self.context.navigate("recoveries", Target(id=card.debts[0].invoice_id, part="invoices"))

    def _lay_out(self, context: PageContext) -> None:
        icons.place(self.add_button, "add")
        self.add_button.setToolTip("Lägg till mottagare (Ctrl+N)")
        self.add_button.setAccessibleName("Lägg till mottagare")
        self.filter.add(self.add_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table)
        self.halves = MasterDetail(left, self.card, context.settings, "recipients")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.halves)
        self.body.addWidget(self.stack, 1)

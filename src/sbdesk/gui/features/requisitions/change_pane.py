"""The pane in place of a case's tabs where its decision is changed: a form, the prepared change, a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.columns import money_column, text_column
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.change_entries import ChangeStart, PartShown
from sbdesk.gui.features.requisitions.change_form import ChangeForm
from sbdesk.gui.features.requisitions.change_presenter import ChangePresenter
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.question import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import heading, label
from sbdesk.gui.widgets.letter_preview import LetterPreview
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled


class ErrorPlace(Protocol):
    """Where errors are shown: the page above."""

    def show_error(self, error: UserFacingError) -> None:
        """Show what happened, that nothing was lost and what to do."""

    def clear_error(self) -> None:
        """The officer has acted again."""


class ChangePane(QStackedWidget):
    """``left`` when the officer goes back to the case, ``opened`` when there is something to show."""

    opened = Signal()
    left = Signal()

    def __init__(self, context: PageContext, errors: ErrorPlace) -> None:
        super().__init__()
        self._errors = errors
        self._former = 0
        self.form, self.letter = ChangeForm(), LetterPreview()
        self.text, self.steps = label(""), NextStepBar()
        self.parts: RowTableModel[PartShown] = RowTableModel(
            [
                text_column("label", "Del", lambda row: row.label, width=280),
                money_column("before", "Nu", lambda row: row.before_ore),
                money_column("after", "Efter", lambda row: row.after_ore),
                money_column("difference", "Skillnad", lambda row: row.difference_ore),
            ],
            lambda row: row.id,
        )
        self.table: TableView[PartShown] = TableView(
            self.parts, "Beloppen före och efter", context.settings, "change_parts"
        )
        self.back = QPushButton("Tillbaka till ärendet")
        for widget in (scrolled(self.form), self._standing(), self.letter):
            self.addWidget(widget)
        self.presenter = ChangePresenter(context, self)
        self._connect(context)

    def open(self, award_id: int) -> None:
        """Begin or go on with the award's change."""
        self.presenter.open(award_id)

    def next_step(self) -> bool:
        """Ctrl+Enter: keep the form, or the filled button."""
        if self.currentIndex() == 0:
            self.form.save()
            return True
        return self.steps.run()

    def typing(self) -> bool:
        """Whether the form is open: what is typed there is not kept anywhere yet."""
        return self.currentIndex() == 0

    def show_form(self, start: ChangeStart) -> None:
        """The form."""
        self.setCurrentIndex(0)
        self.opened.emit()
        self.form.start(start)

    def show_change(
        self, parts: Sequence[PartShown], text: str, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """The prepared change; a letter that is being read stays."""
        self.parts.set_rows(parts)
        self.text.setText(text)
        self.steps.show_actions(primary, others)
        if self.currentIndex() != 2:
            self.setCurrentIndex(1)
            self.opened.emit()
            self.back.setFocus()

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """A draft in place of the form or the change."""
        self._former = self.currentIndex()
        self.setCurrentIndex(2)
        self.letter.show_letter(title, file_name, content)

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """One short question."""
        dialog = AnswerDialog(question, self)
        dialog.answered.connect(then)
        dialog.open()

    def show_error(self, error: UserFacingError) -> None:
        """In the page."""
        self._errors.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        self._errors.clear_error()

    def leave(self) -> None:
        """Back to the case."""
        self.letter.clear()
        self.presenter.close_pane()
        self.left.emit()

    def closing(self) -> None:
        """Watch no more."""
        self.letter.clear()
        self.presenter.close()

    def _close_letter(self) -> None:
        self.letter.clear()
        self.setCurrentIndex(self._former)

    def _standing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading("Ändring av beslutet", "card"))
        column.addWidget(self.steps)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(scrolled(self.text), 2)
        column.addWidget(self.table, 3)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _connect(self, context: PageContext) -> None:
        presenter = self.presenter
        self.form.saved.connect(presenter.save)
        self.form.preview_wanted.connect(presenter.preview)
        self.form.cancelled.connect(self.leave)
        self.back.clicked.connect(self.leave)
        self.letter.closed.connect(self._close_letter)
        self.letter.failed.connect(self.show_error)
        self.letter.told.connect(context.messages.tell)

"""Puts the bar under the list and the two pages of an act with many cases together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.bulk_bar import BulkBar
from sbdesk.gui.features.requisitions.bulk_preflight import BulkPreflight
from sbdesk.gui.features.requisitions.bulk_presenter import BulkPresenter
from sbdesk.gui.features.requisitions.bulk_results import BulkResults
from sbdesk.gui.features.requisitions.bulk_words import NOTHING_CHOSEN, Confirmation
from sbdesk.gui.features.requisitions.case_list import CaseList
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.questions import Question
from sbdesk.gui.tasks import ShownProgress
from sbdesk.gui.widgets.letter_preview import LetterPreview
from sbdesk.services.bulk_decisions import BulkResult, Outcome, Preflight


class ErrorPlace(Protocol):
    """Where errors are shown: the page above."""

    def show_error(self, error: UserFacingError) -> None:
        """Show what happened, that nothing was lost and what to do."""

    def clear_error(self) -> None:
        """The officer has acted again."""


class BulkDesk(QStackedWidget):
    """``opened`` when an act begins in place of the list, ``closed`` when the list is back."""

    opened = Signal()
    closed = Signal()

    def __init__(self, context: PageContext, cases: CaseList, errors: ErrorPlace) -> None:
        super().__init__()
        self._cases, self._errors = cases, errors
        self.bar = BulkBar(signed_outside=context.services.bulk_decisions.signed_outside)
        self.preflight, self.results = BulkPreflight(context.settings), BulkResults(context.settings)
        self.preview = LetterPreview()
        self.preview.back.setText("&Tillbaka")
        for widget in (self.preflight, self.results, self.preview):
            self.addWidget(widget)
        self.presenter = BulkPresenter(context, self)
        self.is_open = False
        cases.under.addWidget(self.bar)
        self._connect(context)

    def start(self, act: BulkAct) -> None:
        """Begin an act with the ticked cases."""
        rows = self._cases.ticked()
        if rows:
            self.presenter.start(act, [row.award_id for row in rows])
        else:
            self._errors.show_error(UserFacingError(NOTHING_CHOSEN, "Inget är ändrat.", ""))

    def next_step(self) -> bool:
        """Ctrl+Enter: Fortsätt, or back from the results."""
        if self.currentWidget() is self.preflight:
            return self.preflight.next_step()
        if self.currentWidget() is self.preview:
            self._back_from_draft()
        else:
            self.presenter.leave()
        return True

    def first_focus(self) -> QWidget:
        """Where the keyboard is on the page shown."""
        if self.currentWidget() is self.preview:
            return self.preview.back
        shown = self.currentWidget() is self.preflight
        return self.preflight.first_focus() if shown else self.results.table

    def panes(self) -> Sequence[QWidget]:
        """Cases and form, or the results."""
        if self.currentWidget() is self.preflight:
            return (self.preflight.table, self.preflight.form)
        return (self.first_focus(),)

    def show_error(self, error: UserFacingError) -> None:
        """In the page."""
        self._errors.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        self._errors.clear_error()

    def show_preflight(self, plan: Preflight) -> None:
        """In place of the list."""
        self.setCurrentWidget(self.preflight)
        if not self.is_open:
            self.is_open = True
            self.opened.emit()
        self.preflight.show_plan(plan)

    def show_draft(self, content: bytes) -> None:
        """In place of the preflight, which keeps what is typed."""
        self.setCurrentWidget(self.preview)
        self.preview.show_letter("Utkast till samlat beslut", "samlat-beslut.pdf", content)

    def start_progress(self) -> ShownProgress:
        """The bar with Avbryt."""
        self.preflight.rest(True)
        return self.preflight.work.start()

    def end_progress(self) -> None:
        """The form can be used again."""
        self.preflight.rest(False)

    def confirm(self, asked: Confirmation) -> None:
        """Avbryt is the default."""
        dialog = AnswerDialog(Question(asked.title, asked.ok, asked.text, careful=True), self)
        dialog.answered.connect(lambda _answer: self.presenter.run())
        dialog.open()

    def show_result(self, result: BulkResult) -> None:
        """What became of each case; those that are done are not ticked any more."""
        self.preflight.forget()
        self._cases.ticks.only(row.award_id for row in result.outcomes if row.outcome is Outcome.NOT_DONE)
        self.setCurrentWidget(self.results)
        self.results.show_result(result)

    def leave(self) -> None:
        """Back to the list."""
        self.preflight.forget()
        self.is_open = False
        self.closed.emit()

    def _tell_bar(self) -> None:
        rows, hidden = self._cases.ticked(), self._cases.hidden_ids()
        hidden_chosen = sum(row.award_id in hidden for row in rows)
        self.bar.show_chosen(rows, hidden_chosen=hidden_chosen, hidden=len(hidden))

    def _back_from_draft(self) -> None:
        self.preview.clear()
        self.setCurrentWidget(self.preflight)
        self.preflight.draft.setFocus()

    def _escape(self) -> None:
        if self.currentWidget() is self.preview:
            self._back_from_draft()
        elif self.preflight.cancel.isEnabled():
            self.presenter.leave()

    def _connect(self, context: PageContext) -> None:
        presenter = self.presenter
        self.bar.wanted.connect(self.start)
        self.bar.all_wanted.connect(self._cases.tick_everything)
        self.bar.none_wanted.connect(lambda: self._cases.ticks.only(()))
        self._cases.ticks.listen(self._tell_bar)
        self._cases.model.shown_changed.connect(lambda *_: self._tell_bar())
        self.preflight.go.connect(presenter.go)
        self.preflight.cancelled.connect(presenter.leave)
        self.preflight.form.person_chosen.connect(presenter.choose_person)
        self.preflight.draft_wanted.connect(presenter.draft)
        self.preview.closed.connect(self._back_from_draft)
        self.preview.failed.connect(self.show_error)
        self.preview.told.connect(context.messages.tell)
        self.results.again.connect(presenter.again)
        self.results.without.connect(presenter.without_fallen)
        self.results.letters.connect(presenter.save_letters)
        self.results.left.connect(presenter.leave)
        self.results.told.connect(context.messages.tell)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._escape)

"""The verdict keys: what each asks for, what it does to the marked rows, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import Approve, CauseChoice, Park, Reject, Verdict, rows_in_words
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.reconciliations.questions import Question, ReconciliationsView
from sbdesk.gui.features.reconciliations.undo_stack import UndoStack
from sbdesk.services.changes import Done
from sbdesk.services.reconciliations_rows import ReconciliationPage
from sbdesk.services.verdicts_changes import UndoToken, VerdictDone

Changed = Callable[[Done, Sequence[int]], None]
"""Called with the answer of an act and the rows it concerned."""


class Judging:
    """One page's verdicts; ``show`` gives it the case, ``changed`` is told of every act."""

    def __init__(self, context: PageContext, view: ReconciliationsView, changed: Changed) -> None:
        self._tasks = context.tasks
        self._verdicts = context.services.reconciliations.verdicts
        self._view = view
        self._changed = changed
        self._page: ReconciliationPage | None = None
        self.stack = UndoStack()

    def show(self, page: ReconciliationPage) -> None:
        """Judge in this case from now on; another case begins with nothing to undo."""
        if self._page is None or self._page.award_id != page.award_id:
            self.stack.clear()
        self._page = page
        self._view.show_undo(self.stack.undo_words, self.stack.redo_words)

    def key(self, key: str, line_ids: Sequence[int]) -> None:
        """A verdict key (``g u d v a``) pressed on the marked rows."""
        page = self._page
        if page is None or not line_ids:
            return
        if page.can_judge:
            self._view.show_error(UserFacingError(page.can_judge, "Inget är ändrat.", ""))
            return
        self._view.clear_error()
        {
            "g": lambda: self.judge(line_ids, Approve()),
            "u": lambda: self._ask_cause(page, line_ids, None),
            "d": lambda: self._ask_amount(page, line_ids),
            "v": lambda: self._ask_day(page, line_ids),
            "a": lambda: self._ask_comment(line_ids),
        }[key]()

    def judge(self, line_ids: Sequence[int], verdict: Verdict) -> None:
        """Give the rows a verdict and go to the next at once; a refusal leads back."""
        command = uuid4().hex
        self._view.go_past(line_ids)
        self._submit(lambda: self._verdicts.judge(line_ids, verdict, command_id=command), line_ids)

    def approve_rest(self) -> None:
        """Approve every row without deviation, as many as the button says."""
        page, command = self._page, uuid4().hex
        if page is not None:
            key, rows = page.award_id, page.counts.plain
            self._submit(lambda: self._verdicts.approve_rest(key, rows, command_id=command), ())

    def carry(self, line_ids: Sequence[int]) -> None:
        """Leave rows that wait to be decided later, with a reason."""
        command = uuid4().hex
        question = Question("Ta ställning senare", "Skäl", "Ta ställning senare")
        self._view.ask_text(
            question,
            lambda reason: self._submit(
                lambda: self._verdicts.carry(line_ids, reason, command_id=command), line_ids
            ),
        )

    def undo(self) -> None:
        """Take back the newest act."""
        self._turn(self.stack.take_undo(), self.stack.undone)

    def redo(self) -> None:
        """Do again the act undone last."""
        self._turn(self.stack.take_redo(), self.stack.redone)

    def _turn(self, token: UndoToken | None, keep: Callable[[UndoToken], None]) -> None:
        if token is None:
            return
        ids = list(token.after)

        def done(answer: VerdictDone) -> None:
            if answer.undo is not None:
                keep(answer.undo)
            self._tell(answer, ids)
            self._view.go_to_line(ids[0])

        def failed(error: UserFacingError) -> None:
            # What somebody else has judged since cannot be undone later either.
            self._view.show_undo(self.stack.undo_words, self.stack.redo_words)
            self._view.show_error(error)

        self._view.clear_error()
        self._tasks.submit(lambda: self._verdicts.undo(token), done, failed)

    def _submit(self, act: Callable[[], VerdictDone], line_ids: Sequence[int]) -> None:
        def done(answer: VerdictDone) -> None:
            if answer.undo is not None:
                self.stack.acted(answer.undo)
            self._tell(answer, line_ids or (list(answer.undo.after) if answer.undo else ()))

        def failed(error: UserFacingError) -> None:
            if line_ids:
                self._view.go_to_line(line_ids[0])
            self._view.show_error(error)

        self._view.clear_error()
        self._tasks.submit(act, done, failed)

    def _tell(self, answer: Done, line_ids: Sequence[int]) -> None:
        self._view.show_undo(self.stack.undo_words, self.stack.redo_words)
        self._changed(answer, line_ids)

    def _ask_cause(self, page: ReconciliationPage, line_ids: Sequence[int], amount: Ore | None) -> None:
        self._view.ask_cause(page.causes, lambda cause: self._reject(page, line_ids, cause, amount))

    def _reject(
        self, page: ReconciliationPage, line_ids: Sequence[int], cause: VerdictCause, amount: Ore | None
    ) -> None:
        choice = page.causes[cause]
        if len(choice.grounds) > 1:
            # The instruction names several (NKR: late, not showing the use, never given): none is guessed.
            self._view.ask_ground(
                choice,
                lambda ground: self._reject_on(line_ids, Reject(cause, amount, ground_id=ground.id), choice),
            )
            return
        self._reject_on(line_ids, Reject(cause, amount), choice)

    def _reject_on(self, line_ids: Sequence[int], verdict: Reject, choice: CauseChoice) -> None:
        if not choice.needs_comment:
            self.judge(line_ids, verdict)
            return
        title = f"Underkänn {rows_in_words(len(line_ids))}: {verdict.cause.swedish}"
        self._view.ask_text(
            Question(title, "Kommentar", "Underkänn"),
            lambda comment: self.judge(line_ids, replace(verdict, comment=comment)),
        )

    def _ask_amount(self, page: ReconciliationPage, line_ids: Sequence[int]) -> None:
        if len(line_ids) != 1:
            self._view.show_error(
                UserFacingError(
                    "Ett delbelopp kan bara anges för en rad i taget.",
                    "Inget är ändrat.",
                    "Markera en rad och tryck D igen.",
                )
            )
            return
        question = Question("Underkänn en del av raden", "Belopp att underkänna, kronor", "Välj feltyp…")
        self._view.ask_amount(question, lambda amount: self._ask_cause(page, line_ids, amount))

    def _ask_day(self, page: ReconciliationPage, line_ids: Sequence[int]) -> None:
        title = f"Låt {rows_in_words(len(line_ids))} vänta på underlag"
        question = Question(title, "Svar senast", "Vänta", page.evidence_day.isoformat())

        def chosen(day: date) -> None:
            self.judge(line_ids, Park(day))

        self._view.ask_day(question, chosen)

    def _ask_comment(self, line_ids: Sequence[int]) -> None:
        command = uuid4().hex
        title = f"Kommentera {rows_in_words(len(line_ids))}"
        self._view.ask_text(
            Question(title, "Kommentar", "Spara", required=False),
            lambda text: self._submit(
                lambda: self._verdicts.comment(line_ids, text, command_id=command), line_ids
            ),
        )

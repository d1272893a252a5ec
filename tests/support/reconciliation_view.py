"""A page of reconciliations without Qt: it keeps what it is shown and answers what it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import CauseChoice, Ground
from sbdesk.gui.features.reconciliations.questions import Question, SecondPersonQuestion
from sbdesk.gui.shown import Action
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.reconciliations_rows import LineDetail, ReconciliationPage, ReconciliationRow


class FakeView:
    """Keeps what it is shown; answers questions with what the test has laid ready."""

    def __init__(self) -> None:
        self.errors: list[UserFacingError] = []
        self.rows: Sequence[ReconciliationRow] = ()
        self.page: ReconciliationPage | None = None
        self.actions: dict[str, Action] = {}
        self.ids: list[int] = []
        self.detail: LineDetail | None = None
        self.undo = self.redo = ""
        self.at = 0
        self.refreshed: list[int] = []
        self.asked: list[Any] = []
        self.answers: list[Any] = []

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.errors.clear()

    def show_rows(self, rows: Sequence[ReconciliationRow]) -> None:
        self.rows = rows

    def show_case(
        self, page: ReconciliationPage, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        self.page = page
        self.actions = {action.label: action for action in (*primary, *others)}

    def show_ids(self, ids: Sequence[int]) -> None:
        self.ids = list(ids)

    def refresh_lines(self, ids: Sequence[int]) -> None:
        self.refreshed = list(ids)

    def show_detail(self, detail: LineDetail | None) -> None:
        self.detail = detail

    def show_undo(self, undo: str, redo: str) -> None:
        self.undo, self.redo = undo, redo

    def go_to_line(self, line_id: int) -> None:
        self.at = line_id

    def go_past(self, line_ids: Sequence[int]) -> None:
        last = max((self.ids.index(line) for line in line_ids if line in self.ids), default=-1)
        if self.ids:
            self.at = self.ids[min(last + 1, len(self.ids) - 1)]

    def shown_ids(self) -> Sequence[int]:
        return self.ids

    def ask_cause(self, choices: Sequence[CauseChoice], chosen: Callable[[VerdictCause], None]) -> None:
        self._ask(choices, chosen)

    def ask_ground(self, choice: CauseChoice, chosen: Callable[[Ground], None]) -> None:
        self._ask(choice, chosen)

    def ask_amount(self, question: Question, chosen: Callable[[int], None]) -> None:
        self._ask(question, chosen)

    def ask_day(self, question: Question, chosen: Callable[[date], None]) -> None:
        self._ask(question, chosen)

    def ask_text(self, question: Question, chosen: Callable[[str], None]) -> None:
        self._ask(question, chosen)

    def ask_second(self, question: SecondPersonQuestion, chosen: Callable[[SecondPerson, str], None]) -> None:
        self._ask(question, lambda answer: chosen(*answer))

    def ask_place(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        self._ask((title, name), chosen)

    def _ask(self, question: Any, chosen: Callable[[Any], None]) -> None:
        self.asked.append(question)
        if self.answers:
            chosen(self.answers.pop(0))

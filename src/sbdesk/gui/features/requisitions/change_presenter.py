"""What the pane of a change does: fill the form, keep it, and take the prepared change to its decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.decision_change_actions import ChangeAct, ChangeAction
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.change_entries import (
    ChangeStart,
    PartShown,
    shown_parts,
    start_of,
    told,
)
from sbdesk.gui.features.requisitions.change_questions import ChangeDoing, do, question_of
from sbdesk.gui.features.requisitions.question import Answer, People, Question
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Touched
from sbdesk.services.decision_changes_cases import ChangeInput
from sbdesk.services.decision_changes_reading import ChangePage


class ChangeView(View, Protocol):
    """What the presenter asks of the pane."""

    def show_form(self, start: ChangeStart) -> None:
        """Open the form."""

    def show_change(
        self, parts: Sequence[PartShown], text: str, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """Show the prepared change and what can be done with it."""

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """Show a draft."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog; ``then`` is called unless the officer cancels."""

    def leave(self) -> None:
        """Nothing is left to show here: back to the case."""


class ChangePresenter(Presenter):
    """One award at a time; rests until a case opens it."""

    WATCHES = Touched.REQUISITIONS | Touched.DECISIONS | Touched.PAYOUTS

    def __init__(self, context: PageContext, view: ChangeView) -> None:
        super().__init__(context, view)
        self._view = view
        self._service = context.services.decision_changes
        self._page: ChangePage | None = None
        self._people: People = ()
        self._award: int | None = None
        self._editing = False

    def open(self, award_id: int) -> None:
        """Show the award's open change, or the form for a new one."""
        self._award, self._editing = award_id, False
        requisitions, service = self.context.services.requisitions, self._service

        def read() -> tuple[ChangePage, People]:
            people = tuple((key, text, tuple(roles)) for key, text, roles in requisitions.officers())
            return service.page(award_id), people

        self.load(read, lambda both: self._show(*both))

    def close_pane(self) -> None:
        """The officer has gone back to the case."""
        self._award = None

    def reload(self, touched: Touched) -> None:
        """Read the open change again; a form that is being filled stays as it is."""
        award = self._award
        if award is not None and not self._editing:
            self.load(lambda: self._service.page(award), lambda page: self._show(page, self._people))

    def edit(self) -> None:
        """Write the open change anew."""
        if self._page is not None:
            self._editing = True
            self._view.show_form(start_of(self._page))

    def save(self, given: ChangeInput) -> None:
        """Keep the form; it stays open when something is refused."""
        page, command = self._page, uuid4().hex
        if page is None:
            return
        seen = page.change.version if page.change else None

        def then(_done: object) -> None:
            self.open(page.award_id)

        self.act(lambda: self._service.prepare(page.award_id, given, seen, command), then)

    def preview(self, given: ChangeInput | None = None) -> None:
        """The new decision as it would read."""
        page = self._page
        if page is not None:
            title = f"Ändring av beslut {page.decision_number}, {page.recipient}"
            self.load(
                lambda: self._service.draft_letter(page.award_id, given),
                lambda content: self._view.show_letter(title, "andrat-beslut.pdf", content),
            )

    def preview_hearing(self) -> None:
        """The letter before the decision as it would read."""
        page = self._page
        if page is not None:
            title = f"Brev inför ändring av beslut {page.decision_number}"
            self.load(
                lambda: self._service.draft_hearing(page.award_id),
                lambda content: self._view.show_letter(title, "brev-infor-beslut.pdf", content),
            )

    def start(self, act: ChangeAct) -> None:
        """Ask what the act needs and do it."""
        page = self._page
        if page is None:
            return
        question = question_of(act, page, self._people, self._service.work.officer_id)

        def then(answer: Answer) -> None:
            doing = ChangeDoing(self._service, page, answer, uuid4().hex)
            self.act(lambda: do(act, doing))

        self._view.ask(question, then)

    def _show(self, page: ChangePage, people: People) -> None:
        self._page, self._people = page, people
        change = page.change
        if change is None and self._award is not None and not self._editing:
            self._editing = True
            self._view.show_form(start_of(page))
        elif change is not None and change.proposed:
            self._view.leave()
        elif change is not None:
            primary = [self._action(change.next_step)] if change.next_step else []
            shown = change.next_step.act if change.next_step else None
            others = [self._action(one) for one in change.actions if one.act is not shown]
            self._view.show_change(
                shown_parts(change), told(change), primary, [*self._previews(change.actions), *others]
            )

    def _previews(self, actions: Sequence[ChangeAction]) -> list[Action]:
        write = next(one for one in actions if one.act is ChangeAct.WRITE_HEARING)
        return [
            Action("Ändra förslaget…", self.edit, icon="edit"),
            Action("Förhandsgranska beslutet", self.preview, icon="preview"),
            Action(
                "Förhandsgranska brevet inför beslut",
                self.preview_hearing,
                write.enabled,
                write.reason,
                icon="preview",
            ),
        ]

    def _action(self, action: ChangeAction) -> Action:
        return Action(action.label, lambda: self.start(action.act), action.enabled, action.reason)

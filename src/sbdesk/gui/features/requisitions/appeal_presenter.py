"""What the pane of appeals does: register one, choose among several, and take it step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.appeal_actions import AppealAct, AppealAction
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.appeal_acting import AppealDoing, do, registered
from sbdesk.gui.features.requisitions.appeal_questions import questions_of, register_question
from sbdesk.gui.features.requisitions.question import Answer, People, Question
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.appeals_reading import AppealRow, AppealsPage
from sbdesk.services.changes import Touched


class AppealView(View, Protocol):
    """What the presenter asks of the pane."""

    def show_appeals(self, choices: Sequence[tuple[int, str]], chosen: int) -> None:
        """The award's appeals, newest first, with the one shown."""

    def show_appeal(self, row: AppealRow | None, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """One appeal, or that there is none."""

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """Show a draft."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog; ``then`` is called unless the officer cancels."""


class AppealPresenter(Presenter):
    """One award at a time; rests until a case opens it."""

    WATCHES = Touched.REQUISITIONS | Touched.DECISIONS | Touched.DOCUMENTS

    def __init__(self, context: PageContext, view: AppealView) -> None:
        super().__init__(context, view)
        self._view = view
        self._service = context.services.appeals
        self._page: AppealsPage | None = None
        self._people: People = ()
        self._award: int | None = None
        self._chosen = 0

    def open(self, award_id: int) -> None:
        """Show the award's appeals."""
        self._award = award_id
        requisitions, service = self.context.services.requisitions, self._service

        def read() -> tuple[AppealsPage, People]:
            people = tuple((key, text, tuple(roles)) for key, text, roles in requisitions.officers())
            return service.page(award_id), people

        self.load(read, lambda both: self._show(*both))

    def close_pane(self) -> None:
        """The officer has gone back to the case."""
        self._award = None

    def reload(self, touched: Touched) -> None:
        """Read the appeals again."""
        if self._award is not None:
            self.open(self._award)

    def choose(self, appeal_id: int) -> None:
        """Show another of the award's appeals."""
        self._chosen = appeal_id
        self._show_chosen()

    def register(self) -> None:
        """Ask for a new appeal."""
        page = self._page
        if page is None:
            return

        def then(answer: Answer) -> None:
            command = uuid4().hex

            def chosen(appeal_id: int | None) -> None:
                self._chosen = appeal_id or 0
                self.open(page.award_id)

            self.act(
                lambda: self._service.register(page.award_id, registered(page, answer), command),
                lambda done: chosen(done.id),
            )

        self._view.ask(register_question(page), then)

    def start(self, act: AppealAct) -> None:
        """Ask what the act needs, one question after the other, and do it."""
        page, row = self._page, self._row()
        if page is not None and row is not None:
            wanted = questions_of(act, page, row, self._people, self._service.work.officer_id)
            self._ask(act, page, row, wanted, ())

    def _ask(
        self,
        act: AppealAct,
        page: AppealsPage,
        row: AppealRow,
        left: tuple[Question, ...],
        answers: tuple[Answer, ...],
    ) -> None:
        if left:
            self._view.ask(left[0], lambda answer: self._ask(act, page, row, left[1:], (*answers, answer)))
            return
        doing = AppealDoing(self._service, page, row, answers or (Answer(),), uuid4().hex)
        self.act(lambda: do(act, doing))

    def preview_dismissal(self) -> None:
        """The decision to dismiss, to be read and signed: with the reasons that it will have."""
        row = self._row()
        if row is None:
            return
        service, question = (
            self._service,
            Question("Förhandsgranska beslutet", "Visa", text_label="&Skäl, står i beslutet (obligatoriskt)"),
        )

        def then(answer: Answer) -> None:
            self.load(
                lambda: service.draft_dismissal(row.id, answer.text),
                lambda content: self._view.show_letter(
                    "Beslut att avvisa överklagandet", "avvisning.pdf", content
                ),
            )

        self._view.ask(question, then)

    def preview_handover(self) -> None:
        """The letter to the court."""
        row = self._row()
        if row is not None:
            court = row.court or "domstolen"
            self.load(
                lambda: self._service.draft_handover(row.id, court),
                lambda content: self._view.show_letter(
                    "Överlämnande av överklagande", "overlamnande.pdf", content
                ),
            )

    def _row(self) -> AppealRow | None:
        rows = self._page.appeals if self._page else ()
        return next((row for row in rows if row.id == self._chosen), None)

    def _show(self, page: AppealsPage, people: People) -> None:
        self._page, self._people = page, people
        if self._row() is None:
            self._chosen = page.appeals[0].id if page.appeals else 0
        choices = [(row.id, f"{row.decision}: kom in {row.received_on.isoformat()}") for row in page.appeals]
        self._view.show_appeals(choices, self._chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self._row()
        new = Action("Registrera överklagande…", self.register, icon="add")
        if row is None:
            self._view.show_appeal(None, [new], [])
            return
        first = row.next_step.act if row.next_step else None
        primary = [self._action(row.next_step)] if row.next_step else []
        acts = [self._action(action) for action in row.actions if action.act is not first]
        self._view.show_appeal(row, primary, [*self._previews(row), *acts, new])

    def _previews(self, row: AppealRow) -> list[Action]:
        offered = {action.act: action for action in row.actions}
        dismiss, hand_over = offered[AppealAct.DISMISS], offered[AppealAct.HAND_OVER]
        return [
            Action(
                "Förhandsgranska avvisningen…",
                self.preview_dismissal,
                dismiss.enabled,
                dismiss.reason,
                icon="preview",
            ),
            Action(
                "Förhandsgranska brevet till domstolen",
                self.preview_handover,
                hand_over.enabled,
                hand_over.reason,
                icon="preview",
            ),
        ]

    def _action(self, action: AppealAction) -> Action:
        return Action(action.label, lambda: self.start(action.act), action.enabled, action.reason)

"""The Rekvisitioner page's presenter with a view that only remembers, over the real services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any, cast

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.features.requisitions.entries import EntryStart, ProposalStart
from sbdesk.gui.features.requisitions.presenter import RequisitionsPresenter
from sbdesk.gui.features.requisitions.questions import Answer, Question
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.shown import Action
from sbdesk.gui.tasks import InlineTasks, TaskScope
from sbdesk.services.appeals import AppealsService
from sbdesk.services.decision_changes import DecisionChangesService
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.payouts import Booking, PayoutsService
from sbdesk.services.requisition_rows import CasePage, CaseRow
from sbdesk.services.requisitions import RequisitionsService
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver


class FakeView:
    """Remembers what it was told, and answers what it is asked with what the test has put there."""

    def __init__(self) -> None:
        self.rows: Sequence[CaseRow] = ()
        self.page: CasePage | None = None
        self.primary: Sequence[Action] = ()
        self.others: Sequence[Action] = ()
        self.entry: EntryStart | None = None
        self.proposal: ProposalStart | None = None
        self.closed = 0
        self.desks: list[tuple[Act, int]] = []
        self.questions: list[Question] = []
        self.answer: Answer | None = None
        self.booking = Booking("7710")
        self.debt_answer = ""
        self.letters: list[tuple[str, bytes]] = []
        self.errors: list[UserFacingError] = []
        self.reset = 0

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.errors.clear()

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        self.rows = rows

    def show_case(self, page: CasePage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        self.page, self.primary, self.others = page, primary, others

    def show_entry(self, start: EntryStart) -> None:
        self.entry = start

    def show_proposal(self, start: ProposalStart) -> None:
        self.proposal = start

    def open_desk(self, act: Act, award_id: int) -> None:
        self.desks.append((act, award_id))

    def close_form(self) -> None:
        self.closed += 1

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        self.questions.append(question)
        if self.answer is not None:
            then(self.answer)

    def ask_booking(self, intro: str, debt: str, then: Callable[[Booking, str], None]) -> None:
        self.questions.append(Question(intro, debt))
        then(self.booking, self.debt_answer)

    def show_letter(self, title: str, content: bytes) -> None:
        self.letters.append((title, content))

    def reset_choices(self) -> None:
        self.reset += 1


class Played:
    """A presenter over a desk with its fake view."""

    def __init__(self, desk: OpenDesk, recipient: str = "Region Skåne") -> None:
        decide_appeal(desk)
        self.desk, self.case, self.view = desk, CaseDriver(desk, recipient), FakeView()
        self.gone: list[tuple[str, Target | None]] = []
        self.year = GrantYear((2025, 2026), 2026)
        self.changes = ChangeBus()
        services = SimpleNamespace(
            requisitions=RequisitionsService(desk.work),
            decisions=DecisionsService(desk.work),
            decision_changes=DecisionChangesService(desk.work),
            appeals=AppealsService(desk.work),
            payouts=PayoutsService(desk.work),
        )
        context = PageContext(
            services=cast("Any", services),
            tasks=TaskScope(InlineTasks()),
            changes=self.changes,
            messages=Messages(),
            navigate=lambda key, target=None: self.gone.append((key, target)),
            settings=MemorySettings(),
            year=self.year,
        )
        self.presenter = RequisitionsPresenter(context, self.view)

    def at(self, stage: Stage) -> Played:
        self.case.bring_to(stage)
        self.presenter.reload(self.presenter.WATCHES)
        self.presenter.choose(self.case.award)
        return self

    @property
    def stage(self) -> Stage:
        assert self.view.page is not None
        return self.view.page.stage

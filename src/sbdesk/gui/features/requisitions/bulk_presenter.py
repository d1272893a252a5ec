"""What happens with the ticked cases: looked at, confirmed, done with progress, and told case by case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.acting import read_file
from sbdesk.gui.features.requisitions.bulk_words import Confirmation, confirmation_of
from sbdesk.gui.tasks import ShownProgress
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions import BulkResult, BulkTerms, Outcome, Preflight
from sbdesk.services.payouts import Booking

CAREFUL = (BulkAct.DECIDE, BulkAct.DECIDE_TOGETHER)
"""What cannot be undone asks once more, with Avbryt as the default."""


@dataclass(frozen=True, slots=True)
class BulkTyped:
    """What the officer filled in on the preflight page; parts that were not asked are empty."""

    person_id: int | None = None
    day: date | None = None
    channel: str = ""
    case_number: str = ""
    path: str = ""
    folder: str = ""
    reason: str = ""
    reasons: Mapping[int, str] = field(default_factory=dict)
    booking: Booking | None = None


class BulkView(Protocol):
    """What the presenter asks of the widgets."""

    def show_error(self, error: UserFacingError) -> None:
        """Show what happened, that nothing was lost and what to do."""

    def clear_error(self) -> None:
        """The officer has acted again."""

    def show_preflight(self, plan: Preflight) -> None:
        """Show what the act would do to each case; what is typed stays when the act is the same."""

    def show_draft(self, content: bytes) -> None:
        """Show the draft of a collective decision."""

    def start_progress(self) -> ShownProgress:
        """Begin to show how far the work has come; the form rests meanwhile."""

    def end_progress(self) -> None:
        """The work has ended."""

    def confirm(self, asked: Confirmation) -> None:
        """Ask; the presenter's ``run`` is called unless the officer declines."""

    def show_result(self, result: BulkResult) -> None:
        """Show what became of each case."""

    def leave(self) -> None:
        """Back to the list."""


class BulkPresenter:
    """One act at a time over the ticked cases."""

    def __init__(self, context: PageContext, view: BulkView) -> None:
        self.context = context
        self._view = view
        self._services = context.services
        self.plan: Preflight | None = None
        self.result: BulkResult | None = None
        self._asked: tuple[int, ...] = ()
        self._typed = BulkTyped()

    def start(self, act: BulkAct, award_ids: Sequence[int]) -> None:
        """Look at the cases."""
        self._asked = tuple(award_ids)
        self.plan = None
        self._look(act, None)

    def choose_person(self, person_id: int) -> None:
        """Another decider or handler: what can be done may be different."""
        if self.plan is not None and self.plan.person_id != person_id:
            self._look(self.plan.act, person_id)

    def go(self, typed: BulkTyped) -> None:
        """Fortsätt: ask once more where it cannot be undone, then do it."""
        self._typed = typed
        if self.plan is None or not self.plan.ready:
            return
        if self.plan.act in CAREFUL:
            self._view.confirm(confirmation_of(self.plan))
        else:
            self.run()

    def draft(self, person_id: int | None, case_number: str) -> None:
        """Show the collective decision as a draft, to be signed."""
        plan, bulk = self.plan, self._services.bulk_decisions
        if plan is None or not plan.ready:
            return
        self._view.clear_error()
        self.context.tasks.read(
            lambda: bulk.draft(plan, person_id, case_number), self._view.show_draft, self._view.show_error
        )

    def run(self) -> None:
        """Do it in the writer thread, one transaction per case; Avbryt leaves the rest."""
        plan, typed = self.plan, self._typed
        if plan is None:
            return
        self._view.clear_error()
        progress = self._view.start_progress()
        bulk, me = self._services.bulk_decisions, self._services.bulk_decisions.work.officer_id

        def work() -> BulkResult:
            return bulk.run(plan, terms_of(plan, typed, me), progress)

        def done(result: BulkResult) -> None:
            self.result = result
            self._view.show_result(result)
            self.context.changes.emit(result.done)

        self.context.tasks.submit(work, done, self._view.show_error, progress, self._view.end_progress)

    def again(self) -> None:
        """Look once more at those that were not done."""
        result = self.result
        if result is not None:
            left = [row.award_id for row in result.outcomes if row.outcome is Outcome.NOT_DONE]
            self.start(result.act, left)

    def without_fallen(self) -> None:
        """Go on with a collective decision without the case that hindered it."""
        result = self.result
        if result is not None and result.fell is not None:
            self.start(result.act, [row.award_id for row in result.outcomes if row.award_id != result.fell])

    def save_letters(self) -> None:
        """Go on from decisions to saving their letters."""
        if self.result is not None:
            done = [row.award_id for row in self.result.outcomes if row.outcome is not Outcome.NOT_DONE]
            self.start(BulkAct.SAVE_LETTERS, done)

    def leave(self) -> None:
        """Back to the list."""
        self.plan = self.result = None
        self._view.leave()

    def _look(self, act: BulkAct, person_id: int | None) -> None:
        bulk, asked = self._services.bulk_decisions, self._asked
        self._view.clear_error()

        def show(plan: Preflight) -> None:
            self.plan = plan
            self._view.show_preflight(plan)

        self.context.tasks.read(lambda: bulk.preflight(act, asked, person_id), show, self._view.show_error)


def terms_of(plan: Preflight, typed: BulkTyped, me: int) -> BulkTerms:
    """What the service is told; reads the signed page. Raises UserFacingError when it cannot be read."""
    return BulkTerms(
        person_id=typed.person_id,
        reason=typed.reason,
        reasons=typed.reasons,
        second=_second(plan, typed, me) if plan.act in CAREFUL else None,
        day=typed.day,
        channel=DispatchChannel(typed.channel) if typed.channel else None,
        booking=typed.booking,
        folder=Path(typed.folder) if typed.folder else None,
        case_number=typed.case_number,
    )


def _second(plan: Preflight, typed: BulkTyped, me: int) -> SecondPerson:
    """Who decides: with personal logins the officer at the keyboard, else whoever signed the one page."""
    if not plan.signed_outside:
        return SecondPerson(me, plan.today)
    if typed.person_id is None:
        raise UserFacingError(
            "Det finns ingen annan person att välja.",
            "Inget är ändrat.",
            "Lägg till en kollega med rätt roll under Inställningar, Personer och roller.",
        )
    day = typed.day or plan.today
    return SecondPerson(typed.person_id, day, read_file(typed.path), covers_several=len(plan.ready) > 1)

"""What the Rekvisitioner page does: choose a case, ask what an act needs, do it, show the new state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.requisitions import lines
from sbdesk.gui.features.requisitions.acting import Doing, do
from sbdesk.gui.features.requisitions.entered_questions import hand_over_question
from sbdesk.gui.features.requisitions.entries import (
    ENDINGS,
    EntryStart,
    ProposalStart,
    ProposalTyped,
    Typed,
    entry_start,
    proposal_start,
)
from sbdesk.gui.features.requisitions.questions import Answer, People, Question, question_of
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done, Touched
from sbdesk.services.payouts import Booking
from sbdesk.services.requisition_checks import CheckRow
from sbdesk.services.requisition_rows import CasePage, CaseRow

_ENTRY = (Act.REGISTER, Act.COMPLETE, Act.REVISE)
_PROPOSAL = (Act.PROPOSE, Act.RECONSIDER, *ENDINGS)
_DESKS = (Act.CHANGE_DECISION, Act.APPEAL)


@dataclass(frozen=True, slots=True)
class CaseShown:
    """One case with everybody at the desk, read in one go."""

    page: CasePage
    people: People


class RequisitionsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show the list."""

    def show_case(self, page: CasePage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """Show one case and what can be done with it."""

    def show_entry(self, start: EntryStart) -> None:
        """Open the form for the requisition's data."""

    def show_proposal(self, start: ProposalStart) -> None:
        """Open the form for a proposal."""

    def open_desk(self, act: Act, award_id: int) -> None:
        """Open the pane for a change of the decision, or for its appeals."""

    def close_form(self) -> None:
        """The form is saved or given up: show the case again."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog; ``then`` is called unless the officer cancels."""

    def ask_booking(self, intro: str, debt: str, then: Callable[[Booking, str], None]) -> None:
        """Ask how a payment is booked, and for the jurist's answer when there is a debt."""

    def show_letter(self, title: str, content: bytes) -> None:
        """Show a draft letter."""

    def reset_choices(self) -> None:
        """The year has changed."""


class RequisitionsPresenter(Presenter):
    """Reads list and case again when anything of a case changes."""

    WATCHES = (
        Touched.REQUISITIONS
        | Touched.DECISIONS
        | Touched.PAYOUTS
        | Touched.PROGRAMMES
        | Touched.DOCUMENTS
        | Touched.INVOICES
        | Touched.INCOMING_PAYMENTS
        | Touched.SETTINGS
    )

    def __init__(self, context: PageContext, view: RequisitionsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._services = context.services
        self.shown: CaseShown | None = None
        self._award: int | None = None
        self._seen: int | None = None
        context.year.listen(lambda _year: self._changed_year())

    def reload(self, touched: Touched) -> None:
        """Read the list, and the case that is shown."""
        requisitions, year = self._services.requisitions, self.context.year.value
        self.load(lambda: requisitions.rows(year), self._view.show_rows)
        if self._award is not None:
            self.choose(self._award)

    def choose(self, award_id: int) -> None:
        """Read one case."""
        self._award = award_id
        requisitions = self._services.requisitions

        def read() -> CaseShown:
            people = tuple((key, text, tuple(roles)) for key, text, roles in requisitions.officers())
            return CaseShown(requisitions.case(award_id), people)

        self.load(read, self._show)

    def start(self, act: Act) -> None:
        """Begin an act: open its form, ask its question, or do it at once."""
        shown = self.shown
        if shown is None:
            return
        page, me = shown.page, self._services.requisitions.work.officer_id
        # What the form was filled from: a change that comes while it is open must not be overwritten.
        self._seen = page.version
        if act in _ENTRY:
            self._view.show_entry(entry_start(act, page))
        elif act in _PROPOSAL:
            self._view.show_proposal(proposal_start(act, page, shown.people, me))
        elif act in _DESKS:
            self._view.open_desk(act, page.award_id)
        elif act is Act.PREVIEW:
            self._preview(page)
        elif act is Act.OPEN_REPORT:
            self.context.navigate("reports", Target(id=page.award_id))
        elif act is Act.PREPARE_PAYOUT:
            self._ask_booking(page)
        elif act is Act.EXPLAIN:
            self.explain(next(row for row in page.checks if row.needs_reason))
        elif act is Act.RELEASE:
            self._do(act, page, Answer())
        else:
            question = question_of(act, page, shown.people, me)
            self._view.ask(question, lambda answer: self._do(act, page, answer))

    def explain(self, row: CheckRow) -> None:
        """Ask for the reason that answers a deviation."""
        shown = self.shown
        if shown is None:
            return
        award = shown.page.award_id
        question = Question(
            f"Skäl: {row.title}", "Spara skälet", row.text, text_label="&Skäl (obligatoriskt)"
        )
        requisitions = self._services.requisitions

        def then(answer: Answer) -> None:
            command = uuid4().hex
            self.act(lambda: requisitions.explain(award, {row.code: answer.text}, command))

        self._view.ask(question, then)

    def hand_over(self) -> None:
        """Ask who takes over the officer's cases, and give them over."""
        shown, requisitions = self.shown, self._services.requisitions
        if shown is None:
            return

        def then(answer: Answer) -> None:
            command = uuid4().hex
            if isinstance(answer.choice, int):
                to = answer.choice
                self.act(lambda: requisitions.hand_over(to, command))

        self._view.ask(hand_over_question(shown.people, requisitions.work.officer_id), then)

    def recheck(self) -> None:
        """F5: ask the checks again."""
        shown = self.shown
        if shown is not None and shown.page.version is not None:
            award = shown.page.award_id
            self.act(lambda: self._services.requisitions.recheck(award))

    def save_entry(self, act: Act, typed: Typed) -> None:
        """Save the form for the requisition's data; it stays open when something is refused."""
        shown = self.shown
        if shown is None:
            return
        requisitions, command = self._services.requisitions, uuid4().hex
        award, seen = shown.page.award_id, self._seen

        def work() -> Done:
            given = typed.whole()
            if act is Act.REGISTER:
                return requisitions.receive(award, given, command)
            if act is Act.COMPLETE:
                return requisitions.complete(award, given, seen, command)
            return requisitions.revise(award, given, seen, command)

        self.act(work, lambda _done: self._view.close_form())

    def save_proposal(self, act: Act, typed: ProposalTyped) -> None:
        """Lay the proposal before the decider; the form stays open when something is refused."""
        shown = self.shown
        if shown is None:
            return
        decisions, command = self._services.decisions, uuid4().hex
        award, seen = shown.page.award_id, self._seen

        def work() -> Done:
            ending = {
                Act.PROPOSE_REFUSAL: decisions.propose_refusal,
                Act.PROPOSE_DISMISSAL: decisions.propose_dismissal,
                Act.WRITE_OFF_CASE: decisions.propose_write_off,
            }.get(act)
            if act is Act.RECONSIDER:
                changes = self._services.decision_changes
                return changes.reconsider(award, typed.lines, typed.reasons, typed.decider_id, command)
            if ending is not None:
                return ending(award, typed.reasons, typed.decider_id, command)
            return decisions.propose(award, typed.lines, typed.reasons, typed.decider_id, seen, command)

        self.act(work, lambda _done: self._view.close_form())

    def open_document(self, document_id: int) -> None:
        """Show a document on its own page."""
        self.context.navigate("documents", Target(id=document_id))

    def _do(self, act: Act, page: CasePage, answer: Answer) -> None:
        doing = Doing(self._services, page, answer, uuid4().hex)
        self.act(lambda: do(act, doing))

    def _preview(self, page: CasePage) -> None:
        decisions = self._services.decisions
        title = f"Beslutsförslag, {page.recipient}, {page.programme}"
        self.load(
            lambda: decisions.draft_letter(page.award_id),
            lambda content: self._view.show_letter(title, content),
        )

    def _ask_booking(self, page: CasePage) -> None:
        payouts, command = self._services.payouts, uuid4().hex

        def then(booking: Booking, answer: str) -> None:
            self.act(lambda: payouts.prepare(page.award_id, booking, answer, command))

        intro = f"Hela det beviljade beloppet betalas ut till {page.account}."
        self._view.ask_booking(intro, page.debt_after_decision, then)

    def _show(self, shown: CaseShown) -> None:
        self.shown = shown
        page = shown.page
        primary = [lines.gui_action(page.next_step, self.start)] if page.next_step else []
        others = [lines.gui_action(action, self.start) for action in page.menu]
        self._view.show_case(page, primary, others)

    def _changed_year(self) -> None:
        self._award = None
        self._view.reset_choices()
        self.reload(self.WATCHES)

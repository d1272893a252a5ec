"""What the Avstämningar page does: the list, one award with its rows, and the acts around the verdicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import uuid4

from sbdesk.domain.award import Basis
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineFilter, LineOrder, LineSort, LineView
from sbdesk.domain.line_search import parse_line_search
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.reconciliations.fixing import Fixing
from sbdesk.gui.features.reconciliations.judging import Judging
from sbdesk.gui.features.reconciliations.questions import Question, ReconciliationsView
from sbdesk.gui.features.reconciliations.shown import FindingActs
from sbdesk.gui.presenter import Presenter
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done, Touched
from sbdesk.services.reconciliations_rows import FindingRow, LineDetail, LineRow, ReconciliationPage


class ReconciliationsPresenter(Presenter):
    """After verdicts of its own the order of the rows stays, so that the officer keeps the place."""

    WATCHES = (
        Touched.RECONCILIATIONS
        | Touched.REPORTS
        | Touched.LEDGER_IMPORTS
        | Touched.PAYOUTS
        | Touched.RECOVERIES
    )

    def __init__(self, context: PageContext, view: ReconciliationsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._service = context.services.reconciliations
        self.judging = Judging(context, view, self._judged)
        self.fixing = Fixing(self, view)
        self.page: ReconciliationPage | None = None
        self.award_id: int | None = None
        self.filter = LineFilter()
        self.sort = LineSort()
        self._own = self._list_is_old = False
        self._reading = self._read_again = False

    def reload(self, touched: Touched) -> None:
        """Read the list, and the case shown; its rows too unless only our own verdicts changed them."""
        self._list_is_old = self._own
        if not self._own:
            self.load(self._service.rows, self._view.show_rows)
            self._read_ids()
        self._read_case()

    def open_case(self, award_id: int) -> None:
        """Show one award, beginning with what must be judged."""
        self.award_id, self.sort = award_id, LineSort()

        def shown(page: ReconciliationPage) -> None:
            view = LineView.TO_JUDGE if page.counts.to_judge else LineView.ALL
            self.filter = LineFilter(view)
            self._show(page)
            self._read_ids()

        self.load(lambda: self._service.page(award_id), shown)

    def leave_case(self) -> None:
        """Back to the list."""
        self.award_id = self.page = None
        if self._list_is_old:
            self.reload(self.WATCHES)

    def set_view(self, view: LineView) -> None:
        """Choose what ``Visa`` shows; a chosen check no longer narrows it."""
        self._filtered(replace(self.filter, view=view, rule=None))

    def set_levels(self, levels: frozenset[Level]) -> None:
        """Show rows with findings of these levels; none chosen: all."""
        self._filtered(replace(self.filter, levels=levels))

    def set_cause(self, cause: VerdictCause | None) -> None:
        """Show rows rejected for this cause."""
        self._filtered(replace(self.filter, cause=cause))

    def search(self, text: str) -> None:
        """Show rows that the typed search finds; what cannot be read is told and changes nothing."""
        try:
            search = parse_line_search(text)
        except UserFacingError as error:
            self._view.show_error(error)
            return
        self._view.clear_error()
        self._filtered(replace(self.filter, search=search))

    def clear_filter(self) -> None:
        """Every row."""
        self._filtered(LineFilter())

    def sort_by(self, key: str, descending: bool) -> None:
        """Order the rows by a column; an empty key is the file's order."""
        self.sort = LineSort(LineOrder(key), descending) if key else LineSort()
        self._read_ids()

    def read_lines(
        self, ids: list[int], arrived: Callable[[Sequence[LineRow]], None], ended: Callable[[], None]
    ) -> None:
        """Rows for the paged table."""
        self.load(lambda: self._service.lines.rows(ids), arrived, ended)

    def choose_line(self, line_id: int) -> None:
        """Read one row with its findings; 0 is no row."""

        def read() -> LineDetail | None:
            try:
                return self._service.lines.detail(line_id) if line_id else None
            except LookupError:
                return None

        self.load(read, self._view.show_detail)

    def next_to_judge(self, current: int) -> None:
        """Go to the next row with a deviation and no verdict, after ``current`` in the order shown (F8)."""
        award_id = self.award_id
        if award_id is None:
            return

        def found(ids: list[int]) -> None:
            shown = list(self._view.shown_ids())
            wanted = set(ids)
            start = shown.index(current) + 1 if current in shown else 0
            after = next((line for line in shown[start:] + shown[:start] if line in wanted), None)
            if after is not None:
                self._view.go_to_line(after)
            elif ids:
                self._filtered(LineFilter(LineView.TO_JUDGE))
            else:
                self.context.messages.tell("Inga rader med avvikelse är obedömda.")

        self.load(lambda: self._service.lines.ids(award_id, LineFilter(LineView.TO_JUDGE), self.sort), found)

    def finding_acts(self) -> FindingActs:
        """What the panes of findings may do."""
        forbidden = self.page.can_judge if self.page else ""
        return FindingActs(self.show_rule, self.fixing.answer, self._ask_again, forbidden)

    def show_rule(self, code: str) -> None:
        """Show the rows that one check asks about."""
        self._filtered(LineFilter(LineView.ALL, rule=code, search=self.filter.search))

    def start(self, basis: Basis) -> None:
        """Begin to judge."""
        award_id, command = self.award_id, uuid4().hex
        if award_id is not None:
            self.act(lambda: self._service.start(award_id, basis, command_id=command))

    def actions(self, page: ReconciliationPage) -> tuple[list[Action], list[Action]]:
        """The next step and the other acts, as the service offers them."""
        made = [
            Action(offer.label, partial(self._run, offer.key, page), offer.enabled, offer.reason)
            for offer in page.offers
        ]
        export = Action("Exportera hela avstämningen…", self.fixing.export_all, icon="export")
        return made[:1], [*made[1:], export]

    def _run(self, key: str, page: ReconciliationPage) -> None:
        award_id, target = page.award_id, Target(id=page.award_id)
        {
            "next": lambda: self.next_to_judge(0),
            "import": lambda: self.context.navigate("ledger_imports", target),
            "recover": lambda: self.context.navigate("recoveries", target),
            "start_report_only": lambda: self.start(Basis.REPORT_ONLY),
            "propose": lambda: self._act(lambda: self._service.propose(award_id)),
            "request_evidence": lambda: self._act(lambda: self._service.request_evidence(award_id)),
            "deliver": lambda: self._act(lambda: self._service.take_up(award_id, delivered=True)),
            "return": self._ask_return,
            "finalise": self.fixing.finalise,
            "reopen": self.fixing.reopen,
            "protocol": self.fixing.save_protocol,
        }[key]()

    def _act(self, work: Callable[[], Done]) -> None:
        self.act(work)

    def _ask_return(self) -> None:
        award_id = self.award_id
        if award_id is not None:
            self._view.ask_text(
                Question("Skicka tillbaka", "Vad ska ändras", "Skicka tillbaka"),
                lambda reason: self.act(lambda: self._service.return_(award_id, reason)),
            )

    def _ask_again(self, findings: Sequence[FindingRow]) -> None:
        ids = [finding.id for finding in findings]
        self.act(lambda: self._service.findings.restore(ids))

    def _judged(self, done: Done, line_ids: Sequence[int]) -> None:
        self._view.refresh_lines(line_ids)
        self._own = True
        try:
            self.context.changes.emit(done)
        finally:
            self._own = False

    def _filtered(self, wanted: LineFilter) -> None:
        self.filter = wanted
        if self.page is not None:
            self._view.show_case(self.page, *self.actions(self.page))
        self._read_ids()

    def _read_case(self) -> None:
        """Read the case once more; while it is being read, further wishes become one."""
        award_id = self.award_id
        if award_id is None or self._reading:
            self._read_again = award_id is not None
            return

        def shown(page: ReconciliationPage) -> None:
            if page.award_id == self.award_id:
                self._show(page)

        def ended() -> None:
            self._reading = False
            if self._read_again:
                self._read_again = False
                self._read_case()

        self._reading = True
        self.load(lambda: self._service.page(award_id), shown, ended)

    def _show(self, page: ReconciliationPage) -> None:
        self.page = page
        self.judging.show(page)
        self._view.show_case(page, *self.actions(page))

    def _read_ids(self) -> None:
        award_id, wanted, sort = self.award_id, self.filter, self.sort

        def shown(ids: list[int]) -> None:
            if (award_id, wanted, sort) == (self.award_id, self.filter, self.sort):
                self._view.show_ids(ids)

        if award_id is not None:
            self.load(lambda: self._service.lines.ids(award_id, wanted, sort), shown)

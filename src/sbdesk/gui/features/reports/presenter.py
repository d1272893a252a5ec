"""What the Återrapportering page does: list what is expected, register what came, decide the last day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.reconciliation_status import Offer
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.look import Tone
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action, Status, Total
from sbdesk.services.changes import Touched
from sbdesk.services.reports_rows import ExpectedReportRow, ReportInput, ReportPage


class ReportsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[ExpectedReportRow]) -> None:
        """Show the list."""

    def show_report(self, page: ReportPage, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """Show one award's report and what can be done."""

    def ask_report(self, page: ReportPage, today: date, given: Callable[[ReportInput], None]) -> None:
        """Ask for what the report says."""

    def ask_due(self, page: ReportPage, given: Callable[[date, str], None]) -> None:
        """Ask for the last day and where it is decided."""


class ReportsPresenter(Presenter):
    """Reads again when reports, payouts or reconciliations change."""

    WATCHES = Touched.REPORTS | Touched.PAYOUTS | Touched.RECONCILIATIONS | Touched.PROGRAMMES

    def __init__(self, context: PageContext, view: ReportsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._service = context.services.reports
        self.page: ReportPage | None = None
        context.year.listen(lambda year: self.reload(self.WATCHES))

    def reload(self, touched: Touched) -> None:
        """Read the list of the chosen year; the page chooses a row, which reads the report."""
        year = self.context.year.value
        self.load(lambda: self._service.rows(year), self._view.show_rows)

    def choose(self, award_id: int) -> None:
        """Read one award's report."""
        self.load(lambda: self._service.page(award_id), self._show)

    def register(self) -> None:
        """Ask for the report of the award shown, and keep it."""
        page = self.page
        if page is None or not _offer(page, "register").enabled:
            return
        award_id = page.row.award_id

        def given(report: ReportInput) -> None:
            command = uuid4().hex
            self.act(lambda: self._service.register(award_id, report, command_id=command))

        self._view.ask_report(page, self._service.work.clock.today(), given)

    def set_due(self) -> None:
        """Ask for the last day, and keep it."""
        page = self.page
        if page is None:
            return
        award_id = page.row.award_id

        def given(day: date, reason: str) -> None:
            command = uuid4().hex
            self.act(lambda: self._service.set_due(award_id, day, reason, command_id=command))

        self._view.ask_due(page, given)

    def actions(self, page: ReportPage) -> tuple[list[Action], list[Action]]:
        """The next step and the others, as the service offers them."""
        made = [
            Action(offer.label, partial(self._run, offer.key, page), offer.enabled, offer.reason)
            for offer in page.row.offers
        ]
        return made[:1], made[1:]

    def _run(self, key: str, page: ReportPage) -> None:
        acts: dict[str, Callable[[], None]] = {
            "register": self.register,
            "set_due": self.set_due,
            "reconcile": lambda: self.context.navigate("reconciliations", Target(id=page.row.award_id)),
        }
        acts[key]()

    def _show(self, page: ReportPage) -> None:
        self.page = page
        self._view.show_report(page, *self.actions(page))


def _offer(page: ReportPage, key: str) -> Offer:
    return next(offer for offer in page.row.offers if offer.key == key)


def status_shown(page: ReportPage) -> Status:
    """The strip's words."""
    return Status(Tone(page.row.status.tone.value), page.row.status.words)


def totals_shown(page: ReportPage) -> list[Total]:
    """Paid, reported and unused, each with its formula."""
    row = page.row
    return [
        Total("Utbetalt", formats.money(row.paid_ore), None, "Genomförda utbetalningar minus återsända."),
        Total("Återrapporterat", formats.money(row.reported_ore), None, "Enligt den senaste återrapporten."),
        Total(
            "Inte använt",
            formats.money(row.unused_ore),
            Tone.DEVIATION if row.unused_ore else None,
            "Utbetalt minus återrapporterat, lägst noll.",
        ),
    ]

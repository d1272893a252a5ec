"""What the Översikt page does: read everything in one go, limit the days, and lead to a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from sbdesk.domain.periods import in_words
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.overview.columns import DayLine, day_lines
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Bar
from sbdesk.services.changes import Touched
from sbdesk.services.overview_rows import ChangeRow, OverviewPage, Place, QueueRow

SPANS = (7, 30, 90)
USUAL_SPAN = 30
NOTHING_DUE = "Inget förfaller de närmaste {days} dagarna."


class OverviewView(View, Protocol):
    """What the presenter asks of the page."""

    def show_deadlines(self, lines: Sequence[DayLine], nothing: str) -> None:
        """Show the days; ``nothing`` is said when there are none."""

    def show_queues(
        self, mine: Sequence[QueueRow], others: Sequence[QueueRow], steps: str, nothing: str
    ) -> None:
        """Show whose turn it is; ``steps`` counts mine by next step, ``nothing`` stands for an empty list."""

    def show_sums(self, bars: Sequence[Bar], whole: str) -> None:
        """Show the money per programme and in all."""

    def show_changes(self, rows: Sequence[ChangeRow]) -> None:
        """Show the newest events."""


class OverviewPresenter(Presenter):
    """Reads again at every change: everything on the desk shows here."""

    WATCHES = ~Touched.NOTHING

    def __init__(self, context: PageContext, view: OverviewView) -> None:
        super().__init__(context, view)
        self._view = view
        self._overview = context.services.overview
        self._page: OverviewPage | None = None
        stored = context.settings.get("overview/days")
        self.span = int(stored) if stored in map(str, SPANS) else USUAL_SPAN
        context.year.listen(lambda year: self.reload(self.WATCHES))

    def reload(self, touched: Touched) -> None:
        """Read everything in the reader thread."""
        overview, year = self._overview, self.context.year.value
        self.load(lambda: overview.page(year), self._show)

    def set_span(self, days: int) -> None:
        """Show the days 7, 30 or 90 days ahead; late ones always."""
        self.span = days
        self.context.settings.put("overview/days", str(days))
        if self._page is not None:
            self._show_deadlines(self._page)

    def go(self, place: Place) -> None:
        """Go to the page of a line."""
        self.context.navigate(place.noun, Target(id=place.id, part=place.part))

    def _show(self, page: OverviewPage) -> None:
        self._page = page
        self._show_deadlines(page)
        counted = Counter(row.step for row in page.mine)
        steps = " · ".join(f"{step} {number}" for step, number in sorted(counted.items()))
        self._view.show_queues(page.mine, page.others, steps, _nothing_mine(page))
        self._view.show_sums(bars(page), whole(page))
        self._view.show_changes(page.changes)

    def _show_deadlines(self, page: OverviewPage) -> None:
        last = page.today + timedelta(days=self.span)
        shown = tuple(row for row in page.deadlines if row.late or row.day <= last)
        self._view.show_deadlines(day_lines(shown, page.today), NOTHING_DUE.format(days=self.span))


def _nothing_mine(page: OverviewPage) -> str:
    text = "Inget väntar på dig."
    coming = next((row for row in page.deadlines if not row.late), None)
    if coming is None:
        return text
    what = coming.what[:1].lower() + coming.what[1:]
    return f"{text} Nästa datum: {in_words(coming.day)}, {what} ({coming.where})."


def bars(page: OverviewPage) -> list[Bar]:
    """Paid, granted but not paid, not decided, against the frame."""
    return [
        Bar(
            row.short_title,
            row.frame_ore,
            (row.paid_ore, row.granted_unpaid_ore, row.undecided_ore),
            row.note,
            row.title,
        )
        for row in page.sums
    ]


def whole(page: OverviewPage) -> str:
    """``Summa ram 16 000 000 kr · utbetalt … · beslutat, inte utbetalt … · inte beslutat …``."""
    if not page.sums:
        return "Inga statsbidrag det här bidragsåret."
    frame = sum(row.frame_ore for row in page.sums)
    paid = sum(row.paid_ore for row in page.sums)
    granted = sum(row.granted_unpaid_ore for row in page.sums)
    undecided = sum(row.undecided_ore for row in page.sums)
    notes = " · ".join(f"{row.short_title}: {row.note.lower()}" for row in page.sums if row.note)
    told = (
        f"Summa ram {formats.kronor(frame)} · utbetalt {formats.kronor(paid)} · beslutat, inte utbetalt "
        f"{formats.kronor(granted)} · inte beslutat {formats.kronor(undecided)}"
    )
    return f"{told} · {notes}" if notes else told

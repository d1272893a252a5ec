"""Översikt: days, queues, money and events over a real desk; every line leads to its case by Enter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings, copy_of, press, show
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.overview.columns import DayLine, day_lines
from sbdesk.gui.features.overview.feature import overview_feature
from sbdesk.gui.features.overview.page import AS_PICTURE, AS_TABLE, OverviewPage
from sbdesk.gui.features.overview.presenter import OverviewPresenter
from sbdesk.gui.look import Theme
from sbdesk.gui.shown import Bar
from sbdesk.services.changes import Done, Touched
from sbdesk.services.overview_rows import ChangeRow, DeadlineRow, Place, QueueRow


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    """One case paid, one to check, one waiting for the recipient; made once and copied."""
    made = open_desk(tmp_path_factory.mktemp("kept") / "desk.sbd")
    CaseDriver(made).bring_to(Stage.PAID)
    CaseDriver(made, "Region Uppsala").receive(case_number="9.1-1002/2026")
    waiting = CaseDriver(made, "Region Stockholm")
    waiting.receive(case_number="9.1-1003/2026")
    waiting.ask_completion()
    made.store.close()
    return made


@pytest.fixture
def desk(kept: OpenDesk, tmp_path: Path) -> Iterator[OpenDesk]:
    made = copy_of(kept, tmp_path)
    yield made
    made.store.close()


class FakeView:
    """Hears what the presenter shows, without Qt."""

    def __init__(self) -> None:
        self.lines: Sequence[DayLine] = ()
        self.mine: Sequence[QueueRow] = ()
        self.others: Sequence[QueueRow] = ()
        self.bars: Sequence[Bar] = ()
        self.changes: Sequence[ChangeRow] = ()
        self.steps = self.nothing = self.nothing_due = self.whole = ""
        self.loads = 0

    def show_deadlines(self, lines: Sequence[DayLine], nothing: str) -> None:
        self.lines, self.nothing_due = lines, nothing

    def show_queues(
        self, mine: Sequence[QueueRow], others: Sequence[QueueRow], steps: str, nothing: str
    ) -> None:
        self.mine, self.others, self.steps, self.nothing = mine, others, steps, nothing

    def show_sums(self, bars: Sequence[Bar], whole: str) -> None:
        self.bars, self.whole = bars, whole

    def show_changes(self, rows: Sequence[ChangeRow]) -> None:
        self.changes = rows
        self.loads += 1

    def show_error(self, error: UserFacingError) -> None:
        raise error

    def clear_error(self) -> None:
        pass


def presented(around: Surroundings) -> tuple[OverviewPresenter, FakeView]:
    view = FakeView()
    presenter = OverviewPresenter(around.context, view)
    presenter.reload(presenter.WATCHES)
    return presenter, view


def opened(qtbot: QtBot, around: Surroundings, width: int = 1300) -> OverviewPage:
    page = overview_feature().make_page(around.context)
    assert isinstance(page, OverviewPage)
    show(qtbot, page, width, 1000)
    return page


def test_late_days_stay_whatever_is_chosen(desk: OpenDesk) -> None:
    desk.clock.set(date(2026, 6, 28))
    presenter, view = presented(Surroundings(desk.work))
    assert [line.when for line in view.lines] == [
        "4 dagar sent, 24 juni",
        "om 2 dagar, 30 juni",
        "om 17 dagar, 15 juli",
    ]
    presenter.set_span(7)
    assert [line.when for line in view.lines] == ["4 dagar sent, 24 juni", "om 2 dagar, 30 juni"]
    desk.clock.set(date(2026, 6, 12))
    presenter.reload(presenter.WATCHES)
    assert view.lines == []
    assert view.nothing_due == "Inget förfaller de närmaste 7 dagarna."
    assert presented(Surroundings(desk.work))[1].lines, "another session begins with 30 days"


def test_the_span_and_the_year_are_remembered_and_heard(desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    presenter, view = presented(around)
    presenter.set_span(90)
    assert OverviewPresenter(around.context, FakeView()).span == 90
    loads = view.loads
    around.context.year.choose(2025)
    assert view.loads == loads + 1
    assert (view.bars, view.whole) == ([], "Inga statsbidrag det här bidragsåret.")
    around.changes.emit(Done(Touched.DOCUMENTS, ""))
    assert view.loads == loads + 2
    presenter.close()
    around.changes.emit(Done(Touched.DOCUMENTS, ""))
    assert view.loads == loads + 2


def test_a_day_of_next_year_names_its_year(desk: OpenDesk) -> None:
    desk.clock.set(date(2026, 12, 30))
    presenter, view = presented(Surroundings(desk.work))
    desk.clock.set(date(2027, 3, 1))
    presenter.reload(presenter.WATCHES)
    told = [line.when for line in view.lines if line.row.what.startswith("Slutredovisning")]
    assert told == ["om 30 dagar, 31 mars"]
    desk.clock.set(date(2026, 12, 31))
    presenter.set_span(90)
    presenter.reload(presenter.WATCHES)
    told = [line.when for line in view.lines if line.row.what.startswith("Slutredovisning")]
    assert told == ["om 90 dagar, 31 mars 2027"]


def test_my_queue_is_counted_by_next_step(desk: OpenDesk) -> None:
    _, view = presented(Surroundings(desk.work))
    assert view.steps == "Lämna över för beslut 1"
    assert [row.case for row in view.mine] == ["Region Uppsala, CSD 2026"]
    assert len(view.others) == 5
    _, colleague = presented(Surroundings(desk.work_of(desk.per)))
    assert colleague.mine == (), "the one who registered it has it"


def test_nothing_for_me_names_the_next_day(tmp_path: Path) -> None:
    made = open_desk(tmp_path / "empty.sbd")
    _, view = presented(Surroundings(made.work))
    assert view.nothing == (
        "Inget väntar på dig. Nästa datum: 30 juni 2026, beslut planeras senast (CSD 2026)."
    )
    made.clock.set(date(2030, 1, 1))
    _, view = presented(Surroundings(made.work))
    assert view.nothing == "Inget väntar på dig."
    made.store.close()


def test_the_money_in_bars_and_words(desk: OpenDesk) -> None:
    _, view = presented(Surroundings(desk.work))
    (bar,) = view.bars
    assert (bar.label, bar.of, bar.parts) == (
        "CSD 2026",
        from_kronor(16_000_000),
        (from_kronor(6_000_000), 0, from_kronor(10_000_000)),
    )
    assert view.whole.replace("\u00a0", " ") == (
        "Summa ram 16 000 000 kr · utbetalt 6 000 000 kr · beslutat, inte utbetalt 0 kr · "
        "inte beslutat 10 000 000 kr · CSD 2026: inte fördelat: 0 kr"
    )


def test_every_line_leads_to_its_case(qtbot: QtBot, desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    assert page.first_focus() is page.mine.table
    for card in (page.deadlines, page.mine, page.others, page.changes):
        press(card.table, Qt.Key.Key_Return)
    nouns = [went[0] for went in around.went.told]
    assert nouns[:2] == ["requisitions", "requisitions"]
    assert around.went.told[1] == ("requisitions", Target(id=desk.award("Region Uppsala")))
    assert len(nouns) == 4
    assert page.deadlines.table in page.panes()
    page.deadlines.model.set_rows(())
    page.mine.model.set_rows(())
    page.changes.model.set_rows(())
    page._go_to(page.deadlines.table.current_row())
    page._open_queue(page.mine, 0)
    page._open_change()
    assert len(around.went.told) == 4


def test_the_span_is_chosen_with_the_keyboard(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    assert page.spans[30].isChecked()
    page.spans[90].setFocus()
    press(page.spans[90], Qt.Key.Key_Space)
    assert page.presenter.span == 90
    assert not page.spans[30].isChecked()


def test_the_bars_can_be_read_as_a_table(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    page.bars.grab()
    page.bars.picture.setFocus()
    press(page.bars.picture, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.as_table.text() == AS_PICTURE
    page.as_table.click()
    assert page.as_table.text() == AS_TABLE


def test_cards_stand_under_each_other_where_it_is_narrow(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work), 700)
    assert page._rows[0].direction() == QBoxLayout.Direction.TopToBottom
    page.resize(1300, 900)
    QApplication.processEvents()
    assert page._rows[0].direction() == QBoxLayout.Direction.LeftToRight
    page.closing()


def test_the_badge_counts_what_waits_for_me(desk: OpenDesk) -> None:
    waiting = overview_feature().waiting
    assert waiting is not None
    assert waiting(Surroundings(desk.work).context.services) == 1


def test_a_late_day_of_last_year_is_told_by_how_late_it_is() -> None:
    row = DeadlineRow(
        date(2026, 5, 13), "Svar på komplettering", "Region Värmland", Place("requisitions"), True
    )
    (line,) = day_lines((row,), date(2027, 2, 15))
    assert line.when == "278 dagar sent, 13 maj"

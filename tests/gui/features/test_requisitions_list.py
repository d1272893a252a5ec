"""The list of cases: its columns, and the choices of grant, status and officer that are remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, decide_appeal, open_desk
from support.programme_desks import second_programme
from support.programme_facts import RSS_A
from support.requisition_case import CaseDriver
from support.requisition_window import Surroundings, open_page

from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.context import Target
from sbdesk.gui.features.requisitions.case_choices import CaseChoices
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.gui.settings import MemorySettings

RSS = "RSS äldreomsorg 2026"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    decide_appeal(made)
    CaseDriver(second_programme(made, RSS_A))
    yield made
    made.store.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: OpenDesk) -> Iterator[tuple[RequisitionsPage, Surroundings]]:
    page, around = open_page(desk)
    qtbot.addWidget(page)
    yield page, around
    page.closing()


def shown(page: RequisitionsPage) -> list[tuple[str, str]]:
    return [(row.recipient, row.programme) for row in page.list.model.shown()]


def choose(page: RequisitionsPage, which: str, value: str) -> None:
    combo = getattr(page.list.choices, which)
    assert combo.findData(value) >= 0, value
    combo.setCurrentIndex(combo.findData(value))


def test_the_grant_stands_beside_the_recipient(opened: tuple[RequisitionsPage, Surroundings]) -> None:
    page, _around = opened
    titles = [column.title for column in page.list.model.columns]
    assert titles.index("Statsbidrag") == titles.index("Mottagare") + 1
    grant = page.list.model.columns[titles.index("Statsbidrag")]
    row = next(row for row in page.list.model.rows() if row.programme == RSS)
    assert grant.text(row) == RSS
    assert grant.tip is not None
    assert "äldreomsorg" in grant.tip(row)


def test_each_choice_narrows_and_all_of_them_together(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _around = opened
    assert len(shown(page)) == 8
    choose(page, "programme", RSS)
    assert set(shown(page)) == {("Region Skåne", RSS), ("Region Uppsala", RSS)}
    choose(page, "officer", "/mine")
    assert shown(page) == [("Region Skåne", RSS)]
    choose(page, "programme", "")
    choose(page, "officer", "/nobody")
    assert len(shown(page)) == 7
    choose(page, "officer", "Anna Berg")
    choose(page, "status", Stage.READY.value)
    assert shown(page) == []
    choose(page, "status", "officer")
    assert shown(page) == [("Region Skåne", RSS)]


def test_what_hides_cases_is_said_and_taken_back_in_one_press(
    opened: tuple[RequisitionsPage, Surroundings],
) -> None:
    page, _around = opened
    choose(page, "programme", RSS)
    assert page.filter._shown.text() == "2 av 8 visas"
    page.filter._clear.click()
    assert len(shown(page)) == 8
    assert page.filter._shown.text() == "8 rader"


def test_the_choices_are_remembered(
    qtbot: QtBot, desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, around = opened
    choose(page, "programme", RSS)
    choose(page, "status", "recipient")
    choose(page, "officer", "/nobody")
    again = RequisitionsPage(around.context)
    qtbot.addWidget(again)
    assert shown(again) == [("Region Uppsala", RSS)]
    again.closing()


def test_a_remembered_grant_that_has_no_cases_this_year_stays_chosen(qtbot: QtBot) -> None:
    settings = MemorySettings()
    settings.put("requisitions/shown/programme", "CSD 2025")
    choices = CaseChoices(settings)
    qtbot.addWidget(choices)
    choices.offer(())
    assert choices.programme.currentText() == "CSD 2025"
    with qtbot.waitSignal(choices.changed):
        choices.clear()
    assert settings.get("requisitions/shown/programme") == ""


def test_a_case_that_is_asked_for_is_never_hidden(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _around = opened
    choose(page, "programme", RSS)
    page.filter.field.setText("Uppsala")
    page.list.model.filter("Uppsala")
    wanted = desk.award("Region Stockholm")
    page.open(Target(id=wanted))
    assert page.table.current_id() == wanted
    choose(page, "programme", "CSD 2026")
    page.open(Target(id=wanted))
    assert page.list.choices.programme.currentText() == "CSD 2026", "what does not hide it stays"
    assert not page.list.reveal(10_000)

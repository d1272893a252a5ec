"""The Rekvisitioner page with a case whose decision is changed or appealed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.change_window import Pane
from support.changing import ChangeDriver
from support.desk import OpenDesk, open_desk
from support.requisition_window import open_page

from sbdesk.gui.features.requisitions.page import RequisitionsPage


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def case(desk: OpenDesk) -> ChangeDriver:
    return ChangeDriver(desk)


@pytest.fixture
def shown(qtbot: QtBot, case: ChangeDriver, tmp_path: Path) -> Iterator[Callable[[], Pane]]:
    pages: list[RequisitionsPage] = []
    paper = tmp_path / "papper"
    paper.mkdir()

    def make() -> Pane:
        page, _ = open_page(case.desk)
        qtbot.addWidget(page)
        pages.append(page)
        with qtbot.waitExposed(page):
            page.activateWindow()
        return Pane(page, case, paper)

    yield make
    for page in pages:
        page.closing()

"""The Återkrav page over a desk with an award ready to be claimed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.ledger import Row
from support.recovery import Rejected, ready_award
from support.recovery_window import Surroundings, open_page

from sbdesk.domain.findings import Level
from sbdesk.domain.ore import from_kronor
from sbdesk.gui import application, palette
from sbdesk.gui.features.recoveries.page import RecoveriesPage
from sbdesk.gui.look import Theme

ROWS = (
    Row(from_kronor(1_600_000), "Löner", voucher="V-1"),
    Row(from_kronor(300_000), "Konsult", voucher="V-2", findings=(("L01", Level.DEVIATION),)),
)


Opened = tuple[RecoveriesPage, Surroundings]


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    ready_award(made, from_kronor(1_900_000), ROWS, {1: Rejected(from_kronor(300_000))})
    yield made
    made.store.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: OpenDesk) -> Iterator[Opened]:
    page, around = open_page(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.activateWindow()
    yield page, around
    page.closing()


@pytest.fixture
def signed(tmp_path: Path) -> str:
    page = tmp_path / "undertecknat.pdf"
    page.write_bytes(b"%PDF-1.4 undertecknat")
    return str(page)

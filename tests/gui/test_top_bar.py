"""The line over the page never cuts the page's name: it is pared down instead, and still told aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sbdesk.gui import application, palette
from sbdesk.gui.context import GrantYear
from sbdesk.gui.look import Theme
from sbdesk.gui.shell.top_bar import TopBar

NAME = "Regioner och andra mottagare"
BESIDE_LIST = {100: 1280 - 216, 150: 1280 - 216, 200: 1280 - 120}
"""Pixels beside the list of pages, which shows icons alone at 200 %."""


@pytest.fixture(params=[100, 150, 200])
def scale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    app = application.make_application()
    palette.apply(app, Theme.LIGHT, request.param)
    yield request.param
    palette.apply(app, Theme.LIGHT)


def made(qtbot: QtBot, width: int) -> TopBar:
    bar = TopBar(QAction("Bakåt"), QAction("Framåt"))
    qtbot.addWidget(bar)
    bar.show_desk(GrantYear((2025, 2026), 2026), "Anna Berg")
    bar.show_title(NAME)
    bar.setMinimumWidth(1)  # as in the window, whose least size is its own
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    return bar


def title_of(bar: TopBar) -> QLabel:
    return next(found for found in bar.findChildren(QLabel) if found.text() == NAME)


def test_the_name_of_the_page_stands_whole(qtbot: QtBot, scale: int) -> None:
    bar = made(qtbot, BESIDE_LIST[scale])
    title = title_of(bar)
    assert bar.width() == BESIDE_LIST[scale]
    assert title.width() >= title.sizeHint().width()


def test_what_is_left_out_is_still_told(qtbot: QtBot, scale: int) -> None:
    bar = made(qtbot, 4 * scale)
    texts = [found.text() for found in bar.findChildren(QLabel) if found.isVisible()]
    assert "AB" in texts
    assert "Bidragsår" not in texts
    assert bar.search.text() == "Sök"
    assert bar.search.toolTip() == "Gå till eller sök (Ctrl+K)"
    user = next(found for found in bar.findChildren(QLabel) if found.text() == "AB")
    assert (user.accessibleName(), user.toolTip()) == ("Du arbetar som Anna Berg", "Anna Berg")


def test_everything_stands_there_when_there_is_room(qtbot: QtBot, scale: int) -> None:
    bar = made(qtbot, 3000)
    texts = [found.text() for found in bar.findChildren(QLabel) if found.isVisible()]
    assert {"Anna Berg", "Bidragsår"} <= set(texts)
    assert bar.search.text() == "Sök   Ctrl+K"
    bar.set_compact(True)
    assert "Bidragsår" not in [found.text() for found in bar.findChildren(QLabel) if found.isVisible()]

"""In a low window, or with large text, an open form gets the room that lists and buttons have else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import press
from support.programme_bench import sixth
from support.programme_window import choose_fact, opened

from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.mark.parametrize(("height", "low"), [(900, False), (420, True)])
def test_the_form_stands_alone_where_it_is_low(qtbot: QtBot, desk: OpenDesk, height: int, low: bool) -> None:
    page = opened(qtbot, desk.work, sixth(desk).programme)
    page.resize(1400, height)
    QApplication.processEvents()
    facts, detail = page.tabs.facts, page.detail
    choose_fact(page, "title")
    assert facts.acts.isVisible()
    assert detail.full_title.isVisible() is not low
    press(facts.table, Qt.Key.Key_F2)
    QApplication.processEvents()
    assert facts.form.value.words.hasFocus()
    assert not facts.acts.isVisible()
    assert facts.table.isVisible() is not low
    assert detail.steps.isVisible() is not low
    assert facts.form.height() >= 100
    press(facts.form.value.words, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in (facts.table, facts.acts, facts.counter, detail.steps))
    assert facts.table.hasFocus()

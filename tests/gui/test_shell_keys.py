"""The keys and menus that work wherever the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard
from support.gui_window import World

from sbdesk.gui import application
from sbdesk.gui.context import Target
from sbdesk.gui.shell.command_palette import Command

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def world(qapp: QApplication, qtbot: QtBot) -> Iterator[World]:
    made = World(application.make_application())
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    for page in made.window.pages.made():
        cast("Any", page).asks = ""
    made.window.detach()
    made.tasks.close()
    assert made.faults.told == []


def test_the_next_step_is_the_pages(world: World, qtbot: QtBot) -> None:
    world.attach()
    qtbot.keyClick(world.window, Qt.Key.Key_Return, CONTROL)
    assert world.page().stepped == 1
    assert world.messages.kept() == ()
    world.window.next_step()
    assert world.messages.kept()[0].text == "Det finns inget nästa steg att ta här."


def test_f6_goes_round_the_panes(world: World, qtbot: QtBot) -> None:
    world.attach()
    qtbot.waitUntil(world.page().button.hasFocus)
    qtbot.keyClick(world.window, Qt.Key.Key_F6)
    assert world.window.navigation.current_button().hasFocus()
    qtbot.keyClick(world.window, Qt.Key.Key_F6)
    assert world.window.top_bar.search.hasFocus()
    qtbot.keyClick(world.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert world.window.navigation.current_button().hasFocus()
    world.window.next_pane(-1)
    assert world.page().button.hasFocus()


def test_f1_opens_the_help_about_the_page(world: World, qtbot: QtBot) -> None:
    world.attach()
    qtbot.keyClick(world.window, Qt.Key.Key_F1)
    current = world.window.pages.history.current()
    assert current is not None
    assert (current.key, current.target) == ("help", Target(query="beloppen"))
    world.window.help_here()
    assert world.window.top_bar.title() == "Hjälp"


def test_text_size_by_keyboard(world: World, qtbot: QtBot) -> None:
    qtbot.keyClick(world.window, Qt.Key.Key_Plus, CONTROL)
    assert world.appearance.text_scale == 110
    qtbot.keyClick(world.window, Qt.Key.Key_Minus, CONTROL)
    world.appearance.set_text_scale(200)
    qtbot.keyClick(world.window, Qt.Key.Key_0, CONTROL)
    assert world.appearance.text_scale == 100
    world.window.menus.acts["theme_dark"].trigger()
    assert world.settings.get("look/theme") == "dark"


def test_the_palette_goes_to_pages_acts_and_cases(world: World, qtbot: QtBot) -> None:
    went = Heard()

    def search(text: str, arrived: Any) -> None:
        arrived([Command("Region Skåne CSD 2026", lambda: went("case"), "9.2-1/2026")])

    world.attach(search=search)
    palette = world.window.open_palette()
    assert palette.labels()[:3] == ["Rekvisitioner", "Avstämningar", "Hjälp"]
    assert "Ny rekvisition" in palette.labels()
    assert "Skicka" not in palette.labels(), "what cannot be done is not offered here"
    qtbot.keyClicks(palette.field, "rekv")
    assert palette.labels() == ["Rekvisitioner", "Ny rekvisition"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert world.page().opened == [None, None]
    palette = world.window.open_palette()
    qtbot.keyClicks(palette.field, "skane")
    qtbot.waitUntil(lambda: palette.labels() == ["Region Skåne CSD 2026"])
    palette.list.itemActivated.emit(palette.list.item(0))
    assert went.told == ["case"]
    palette = world.window.open_palette()
    palette.field.setText("finns inte alls")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.labels() == []
    palette.reject()


def test_the_page_menu_holds_the_acts_of_the_page(world: World) -> None:
    world.attach()
    menu = cast("QMenu", world.window.desk_menus[0])
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    texts = [act.text() for act in menu.actions() if not act.isSeparator()]
    assert texts == ["&Nästa steg", "Ny rekvisition", "Skicka"]


def test_every_key_leads_to_one_act_only(world: World) -> None:
    world.attach()
    acts: list[QAction] = list(world.window.menus.acts.values())
    keys = [key.toString() for act in acts for key in act.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Ctrl" in key and "Alt" in key], "Ctrl+Alt is AltGr"

"""The window: pages made when visited, the way back, and what is asked before it closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard, labels
from support.gui_window import CasePage, World

from sbdesk.gui import application
from sbdesk.gui.context import Target
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.shell import closing, window_place
from sbdesk.gui.shell.commands import all_commands
from sbdesk.gui.shell.main_window import MainWindow
from sbdesk.gui.tasks import ShownProgress
from sbdesk.services.changes import Done, Touched

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


def test_the_start_page_stands_alone_until_a_database_is_open(world: World) -> None:
    assert world.window.pages.currentWidget() is world.start
    assert world.window.navigation.isHidden()
    assert world.window.page() is None
    assert not world.window.menus.acts["goto"].isEnabled()
    assert world.window.menus.acts["quit"].isEnabled()
    world.window.navigate("help")
    assert world.window.page() is None


def test_opening_a_database_shows_the_first_page_and_names_the_file(world: World, qtbot: QtBot) -> None:
    world.attach(practice=True)
    assert world.window.pages.current_key() == "requisitions"
    assert world.window.top_bar.title() == "Rekvisitioner"
    assert world.window.windowTitle() == "ovning.sbd – sbdesk"
    assert world.window.practice_bar.isVisible()
    listed = [feature for feature in world.window.features() if not feature.under]
    assert labels(listed) == ["Rekvisitioner", "Avstämningar", "Hjälp"]
    qtbot.waitUntil(lambda: world.window.navigation.waiting("requisitions") == 3)
    qtbot.waitUntil(world.page().button.hasFocus)
    assert not world.window.grab().isNull()


def test_pages_are_made_at_their_first_visit_and_kept(world: World, qtbot: QtBot) -> None:
    world.attach()
    assert len(CasePage.made) == 1
    qtbot.keyClick(world.window, Qt.Key.Key_7, CONTROL)
    qtbot.keyClick(world.window, Qt.Key.Key_4, CONTROL)
    assert len(CasePage.made) == 2
    assert CasePage.made[0] is world.page()
    assert CasePage.made[0].opened == [None, None]
    with pytest.raises(LookupError):
        world.window.navigate("unknown")


def test_the_way_back_leads_to_the_same_row(world: World, qtbot: QtBot) -> None:
    world.attach()
    world.page().moved.emit(Target(7))
    world.window.navigate("reconciliations", Target(part="import"))
    for key, place in ((Qt.Key.Key_Left, "requisitions"), (Qt.Key.Key_Right, "reconciliations")):
        qtbot.keyClick(world.window, key, ALT)
        assert world.window.pages.current_key() == place
    world.window.pages.back()
    assert world.page().opened[-1] == Target(7)
    world.window.pages.back()
    assert world.page().opened[-1] is None
    world.window.pages.back()
    assert not world.window.menus.acts["back"].isEnabled()
    assert world.window.menus.acts["forward"].isEnabled()
    world.window.navigate("help")
    world.window.pages.forward()
    assert world.window.pages.current_key() == "help", "a new visit forgets what lay forward"


def test_an_act_is_told_kept_and_counted(world: World, qtbot: QtBot) -> None:
    world.attach()
    world.window.tell_saved()
    assert world.messages.kept()[0].text == "Allt är redan sparat."
    world.changes.emit(Done(Touched.REQUISITIONS, "Rekvisitionen är registrerad."))
    assert world.window.status.currentMessage() == "Rekvisitionen är registrerad."
    assert world.window.status.saved().startswith("Sparat ")
    world.window.tell_saved()
    assert world.messages.kept()[0].text.startswith("Allt är redan sparat (")
    dialog = world.window.show_messages()
    assert dialog.list.count() == 3
    dialog.close()
    qtbot.waitUntil(lambda: not world.tasks._jobs)


def test_large_text_in_a_small_window_leaves_room_for_the_page(world: World) -> None:
    world.attach()
    usual = world.window.navigation.width()
    world.window.resize(1280, 800)
    world.appearance.set_text_scale(200)
    assert world.window.navigation.width() < usual
    button = cast("QPushButton", world.window.navigation.current_button())
    assert (button.text(), button.accessibleName()) == ("", "Rekvisitioner")
    world.appearance.set_text_scale(100)
    assert button.text() == "Rekvisitioner"


def drop(window: MainWindow, *files: Path) -> QDragEnterEvent:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(window.rect().center(), copy, mime, left, none)
    enter.ignore()
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    return enter


def test_a_ledger_may_be_dropped_anywhere(world: World, tmp_path: Path, qtbot: QtBot) -> None:
    assert not drop(world.window, tmp_path / "a.xlsx").isAccepted(), "not before a database is open"
    world.attach()
    assert drop(world.window, tmp_path / "a.xlsx").isAccepted()
    assert world.page().opened == [Target(query=str(tmp_path / "a.xlsx"))]
    assert world.window.pages.current_key() == "ledger_imports"
    assert world.window.navigation.current_button().accessibleName() == "Avstämningar"
    world.window.navigate("requisitions")
    qtbot.keyClick(world.window, Qt.Key.Key_I, CONTROL)
    assert world.window.pages.current_key() == "ledger_imports"
    assert world.page().opened[-1] is None


def test_a_page_under_another_has_no_entry_of_its_own(world: World) -> None:
    world.attach()
    assert "page_ledger_imports" not in world.window.menus.acts
    assert "Huvudboksimport" not in {command.label for command in all_commands(world.window)}


def test_the_year_is_chosen_at_the_top(world: World) -> None:
    world.attach()
    world.window.top_bar._years.setCurrentText("2025")
    world.window.top_bar._years.activated.emit(0)
    assert world.year.value == 2025


def test_closing_a_database_closes_its_pages(world: World) -> None:
    world.attach()
    page = world.page()
    world.window.detach()
    assert page.closed
    assert world.window.pages.currentWidget() is world.start
    assert world.window.pages.history.current() is None
    world.attach()
    assert world.page() is not page
    asked = Heard()
    world.window.other_database_wanted.connect(lambda: asked("other"))
    world.window.menus.acts["other_database"].trigger()
    assert asked.told == ["other"]


def test_closing_asks_only_when_something_would_be_lost(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.attach()
    answers = [False, True]
    questions = Heard()

    def answer(parent: QWidget, question: str) -> bool:
        questions(question)
        return answers.pop(0)

    monkeypatch.setattr("sbdesk.gui.shell.main_window.may_discard", answer)
    world.page().asks = "Utkastet är inte sparat. Vill du avsluta?"
    assert not world.window.close()
    assert world.window.close()
    assert questions.told == ["Utkastet är inte sparat. Vill du avsluta?"] * 2
    assert world.settings.get("window/place")


def test_running_work_is_told_with_how_far_it_has_come(world: World, qtbot: QtBot) -> None:
    progress = ShownProgress(lambda step: None)

    def work() -> None:
        progress.step(41, 100, "Läser")
        while True:
            progress.raise_if_cancelled()

    world.tasks.aside(work, pytest.fail, pytest.fail, progress)
    qtbot.waitUntil(lambda: progress.latest() is not None)
    question = closing.closing_question(world.tasks, ())
    assert question == "Arbete pågår (41 %). Vill du avsluta och kasta det?"
    progress.cancel()
    qtbot.waitUntil(lambda: closing.closing_question(world.tasks, ()) == "")


@pytest.mark.parametrize(("button", "discards"), [("Avsluta och kasta", True), ("Fortsätt arbeta", False)])
def test_the_question_answers_stay_unless_told_otherwise(world: World, button: str, discards: bool) -> None:
    from PySide6.QtCore import QTimer

    defaults = Heard()

    def press() -> None:
        box = cast("QMessageBox", QApplication.activeModalWidget())
        defaults(box.defaultButton().text())
        next(found for found in box.buttons() if found.text() == button).click()

    QTimer.singleShot(0, press)
    assert closing.may_discard(world.window, "Arbete pågår. Vill du avsluta?") is discards
    assert defaults.told == ["Fortsätt arbeta"]


SCREEN = QRect(0, 0, 1600, 900)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QRect(100, 50, 1280, 800), QRect(100, 50, 1280, 800)),
        (QRect(-3000, -50, 1280, 800), QRect(0, 0, 1280, 800)),
        (QRect(1500, 800, 1280, 800), QRect(320, 100, 1280, 800)),
        (QRect(0, 0, 4000, 3000), SCREEN),
    ],
)
def test_the_window_stays_on_the_screen(wanted: QRect, found: QRect) -> None:
    assert window_place.clamped(wanted, SCREEN) == found


def test_the_place_of_the_window_is_remembered(world: World) -> None:
    settings = MemorySettings()
    settings.put("window/place", "10 20 1100 720")
    settings.put("window/maximized", "1")
    window_place.restore(world.window, settings)
    assert world.window.isMaximized()
    window_place.remember(world.window, settings)
    assert settings.get("window/maximized") == "1"
    world.window.showNormal()
    settings.put("window/place", "nonsens")
    window_place.restore(world.window, settings)
    assert world.window.minimumWidth() <= 1024

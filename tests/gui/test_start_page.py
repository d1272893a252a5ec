"""The first page offers three ways to begin and asks three things."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.parties import Role
from sbdesk.gui import application, palette
from sbdesk.gui.features.start.new_database import ROLE_LABELS, NewDatabase
from sbdesk.gui.features.start.page import Beginnings, StartPage
from sbdesk.gui.look import Theme


class Start:
    def __init__(self) -> None:
        self.told = Heard()
        self.page = StartPage(
            Beginnings(
                practise=lambda: self.told("practise"),
                create=lambda answer: self.told(answer),
                open=lambda file: self.told(file),
            )
        )


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Start:
    palette.apply(application.make_application(), Theme.LIGHT)
    made = Start()
    qtbot.addWidget(made.page)
    made.page.resize(1280, 800)
    made.page.show()
    return made


def test_practice_is_the_first_choice(start: Start, qtbot: QtBot) -> None:
    start.page.setFocus()
    assert start.page.focusProxy() is start.page.ui.practice
    start.page.ui.practice.click()
    assert start.told.told == ["practise"]
    assert "påhittade" in start.page.ui.practiceText.text()


def test_while_something_opens_no_button_can_be_pressed_twice(start: Start) -> None:
    start.page.set_busy("Öppnar övningsdata …")
    assert not start.page.ui.practice.isEnabled()
    assert start.page.message_bar.text() == "Öppnar övningsdata …"
    start.page.show_error(UserFacingError("Filen är skadad.", "Inget är ändrat.", "Läs tillbaka en kopia."))
    assert start.page.ui.practice.isEnabled()
    assert start.page.message_bar.text() == "Filen är skadad. Inget är ändrat. Läs tillbaka en kopia."


def test_a_new_database_needs_name_role_and_folder(start: Start, tmp_path: Path) -> None:
    dialog = start.page.ask_for_new()
    problems = []
    for name, folder in (("  ", ""), ("Anna  Berg ", ""), ("Anna Berg", str(tmp_path / "saknas"))):
        dialog.ui.name.setText(name)
        dialog.ui.backup.setText(folder)
        dialog.ui.create.click()
        problems.append(dialog.ui.problem.text())
    assert problems == [
        "Ditt namn saknas. Skriv för- och efternamn.",
        "Mapp för säkerhetskopior saknas. Välj en på en annan disk.",
        f"Mappen {tmp_path / 'saknas'} finns inte. Skapa den eller välj en annan.",
    ]
    assert dialog.ui.backup.accessibleDescription() == problems[-1]
    assert start.told.told == []
    dialog.ui.role.setCurrentText("Beslutsfattare")
    dialog.ui.backup.setText(str(tmp_path))
    dialog.ui.create.click()
    assert start.told.told == [NewDatabase("Anna Berg", Role.DECIDER, tmp_path)]


def test_cancelling_makes_nothing(start: Start) -> None:
    dialog = start.page.ask_for_new()
    assert [dialog.ui.role.itemText(row) for row in range(dialog.ui.role.count())] == list(
        ROLE_LABELS.values()
    )
    dialog.ui.cancel.click()
    assert start.told.told == []


def test_every_role_has_a_label() -> None:
    assert set(ROLE_LABELS) == set(Role)


def test_choosing_a_folder_writes_it(start: Start, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    dialog = start.page.ask_for_new()
    dialog.ui.choose.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert dialog.ui.backup.text() == str(tmp_path)
    dialog.reject()


def test_an_existing_file_is_pointed_at(start: Start, tmp_path: Path) -> None:
    dialog = start.page.ask_for_file()
    dialog.fileSelected.emit(str(tmp_path / "a.sbd"))
    dialog.reject()
    assert start.told.told == [tmp_path / "a.sbd"]


def test_the_teams_database_is_asked_for_with_a_login(start: Start, qtbot: QtBot) -> None:
    dialog = start.page.ask_for_team()
    assert dialog.ui.login.text()
    dialog.ui.open.click()
    assert dialog.ui.problem.text() == "Serverns namn saknas. Fråga den som sköter databasen."
    dialog.ui.server.setText("db.exempel.invalid:5433")
    dialog.ui.database.setText("statsbidrag")
    dialog.ui.login.setText("k/ek")
    dialog.ui.password.setText("a@b:c")
    dialog.ui.open.click()
    assert start.told.told == ["postgresql+psycopg://k%2Fek:a%40b%3Ac@db.exempel.invalid:5433/statsbidrag"]

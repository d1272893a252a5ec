"""Inställningar: everything is kept when a field is left, and the database can be checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings, copy_of, dialog_of, press, show, type_in

from sbdesk.domain.parties import Role
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.settings.feature import settings_feature
from sbdesk.gui.features.settings.page import SettingsPage
from sbdesk.gui.features.settings.person_dialog import PersonDialog
from sbdesk.gui.features.settings.presenter import result
from sbdesk.gui.look import Density, Theme, Tone
from sbdesk.gui.shell.appearance import Appearance
from sbdesk.services.settings import SettingsService
from sbdesk.services.verification import Verification


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    palette.apply(application.make_application(), Theme.LIGHT)
    yield
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    made = open_desk(tmp_path_factory.mktemp("kept") / "desk.sbd")
    made.store.close()
    return made


@pytest.fixture
def desk(kept: OpenDesk, tmp_path: Path) -> Iterator[OpenDesk]:
    made = copy_of(kept, tmp_path)
    yield made
    made.store.close()


def opened(qtbot: QtBot, around: Surroundings, part: str = "") -> SettingsPage:
    page = settings_feature().make_page(around.context)
    assert isinstance(page, SettingsPage)
    show(qtbot, page, 1000, 760)
    page.open(Target(part=part) if part else None)
    return page


def test_the_sender_is_kept_when_a_field_is_left(qtbot: QtBot, desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    ui = page.agency.ui
    type_in(ui.unit, "Enheten för statsbidrag")
    press(ui.unit, Qt.Key.Key_Tab)
    type_in(ui.address, "Box 1")
    press(ui.address, Qt.Key.Key_Return)
    type_in(ui.address, "106 30 Stockholm")
    press(ui.address, Qt.Key.Key_Tab)
    sender = SettingsService(desk.work).sender()
    assert (sender.unit, sender.address) == ("Enheten för statsbidrag", ("Box 1", "106 30 Stockholm"))
    told = len(around.told.told)
    ui.phone.setFocus()
    press(ui.phone, Qt.Key.Key_Tab)
    assert len(around.told.told) == told, "a field that was left unchanged is not stored again"


def test_a_wrong_bankgiro_stays_and_is_told(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    line = page.agency.ui.bankgiro
    type_in(line, "5050-1056")
    press(line, Qt.Key.Key_Tab)
    assert "kontrollsiffra" in page.message_bar.text()
    page.presenter.reload(page.presenter.WATCHES)
    assert line.text() == "5050-1056"
    assert SettingsService(desk.work).sender().bankgiro == ""


def test_a_colleague_is_added(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work), "Personer")
    assert page.people.isVisible()
    page.add_person.click()
    dialog = dialog_of(page, PersonDialog)
    press(dialog.ui.name, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Namnet saknas.")
    type_in(dialog.ui.name, "Eva Åström")
    press(dialog.ui.name, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Titeln saknas.")
    type_in(dialog.ui.title, "jurist")
    dialog.roles[Role.OFFICER].setChecked(False)
    press(dialog.ui.title, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Ingen roll är vald.")
    dialog.roles[Role.JURIST].setChecked(True)
    dialog.roles[Role.DECIDER].setChecked(True)
    dialog.decide.set_text("mycket")
    press(dialog.ui.title, Qt.Key.Key_Return)
    assert "är inget belopp" in dialog.ui.problem.text()
    dialog.decide.set_text("5 000 000")
    press(dialog.ui.title, Qt.Key.Key_Return)
    row = next(one for one in page.model.rows() if one.name == "Eva Åström")
    assert (row.roles, row.decide_limit_ore) == ((Role.DECIDER, Role.JURIST), 500_000_000)
    number = page.model.number_of(row.id)
    assert number is not None
    cells = [page.model.index(number, column).data() for column in range(5)]
    assert cells == ["Eva Åström", "jurist", "beslutsfattare, jurist", "5\u00a0000\u00a0000", "–"]
    page.ask_person()
    again = dialog_of(page, PersonDialog)
    type_in(again.ui.name, "Eva Åström")
    type_in(again.ui.title, "jurist")
    press(again.ui.title, Qt.Key.Key_Return)
    assert page.message_bar.text().startswith("Eva Åström finns redan.")


def test_the_look_changes_at_once_and_follows_the_menu(qtbot: QtBot, desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around, "Utseende")
    ui = page.look.ui
    ui.theme.setFocus()
    press(ui.theme, Qt.Key.Key_M)
    ui.theme.activated.emit(ui.theme.currentIndex())
    assert palette.current().name == "dark"
    ui.scale.setCurrentIndex(ui.scale.findData(150))
    ui.scale.activated.emit(0)
    ui.density.setCurrentIndex(1)
    ui.density.activated.emit(1)
    assert (palette.current().text_scale, palette.current().density) == (150, Density.COMPACT)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    menu = Appearance(app, around.settings)
    assert (menu.theme, menu.text_scale, menu.density) == (Theme.DARK, 150, Density.COMPACT)
    menu.larger()
    assert ui.scale.currentData() == 175
    ui.standard.click()
    assert (menu.theme, menu.text_scale, menu.density) == (Theme.SYSTEM, 100, Density.NORMAL)
    assert ui.theme.currentText() == "Följ systemet"


def test_the_backup_folder_must_be_there(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work), "Säkerhetskopia")
    line = page.backup.ui.folder
    type_in(line, str(tmp_path / "borta"))
    press(line, Qt.Key.Key_Return)
    assert page.message_bar.text().endswith("Skapa mappen eller välj en annan.")
    line.selectAll()
    type_in(line, str(tmp_path))
    press(line, Qt.Key.Key_Return)
    assert SettingsService(desk.work).backup_folder() == str(tmp_path)
    other = tmp_path / "annan"
    other.mkdir()
    page.backup.ui.choose.click()
    dialog = dialog_of(page, QFileDialog)
    dialog.fileSelected.emit(str(other))
    dialog.close()
    assert line.text() == str(other)


def test_the_file_is_shown_and_its_folder_opens(
    qtbot: QtBot, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    page = opened(qtbot, Surroundings(desk.work), "Fil")
    assert page.file.ui.place.text() == str(desk.store.file)
    page.file.ui.openFolder.click()
    assert [url.toLocalFile() for url in asked] == [str(Path(str(desk.store.file)).parent)]
    page.file.show_place("postgresql://server/sbdesk", "")
    assert not page.file.ui.openFolder.isEnabled()
    assert page.file.ui.openFolder.toolTip().startswith("Databasen finns på en server")


def test_the_database_is_checked(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    page._check()
    assert page.file.isVisible()
    (item,) = page.file.result.items()
    assert (item.tone, item.title) == (Tone.OK, "Inget fel hittades")
    assert item.text.startswith("1 händelse och 0 dokument är kontrollerade. Kedjan slutar med ")
    assert page.file.ui.check.isEnabled()
    assert page.first_focus() is page.tabs.tabBar()
    assert page.tabs.currentWidget() in page.panes()
    page.closing()


def test_faults_are_told_one_by_one() -> None:
    items = result(Verification(4, 2, "abcdef0123456789", ("Händelse 3: innehållet är ändrat.",)))
    assert [(item.tone, item.title) for item in items] == [
        (Tone.STOP, "Händelse 3: innehållet är ändrat."),
        (Tone.STOP, "Databasen är ändrad utifrån eller skadad"),
    ]
    assert "Arbeta inte vidare" in items[1].text

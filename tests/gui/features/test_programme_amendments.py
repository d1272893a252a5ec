"""Changes after the sign-off in the window, and what a second person is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desk import FIRST_DAY, OpenDesk, open_desk
from support.gui_pages import button, copy_of, dialog_of, press, type_in
from support.programme_window import choose_fact, enter_value, fact, opened

from sbdesk.domain.programme_differences import Difference
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui import application, palette
from sbdesk.gui.features.programmes.dialogs import Signing, SignOffDialog
from sbdesk.gui.features.programmes.presenter import (
    MINE,
    NO_COLLEAGUE,
    ProgrammeShown,
    difference_lines,
    why_not_signed,
)
from sbdesk.gui.look import Theme
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.programme_signing import SigningReview
from sbdesk.services.programmes import ProgrammesService
from sbdesk.services.settings import SettingsService


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
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


def sign(dialog: SignOffDialog, folder: Path) -> None:
    signed = folder / "signerat.pdf"
    signed.write_bytes(b"%PDF-1.4 signerat")
    type_in(dialog.ui.file, str(signed))
    press(dialog.ui.file, Qt.Key.Key_Return)


def test_a_change_after_the_sign_off(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, desk.work, desk.programme)
    choose_fact(page, "closes")
    press(page.tabs.facts.table, Qt.Key.Key_Return)
    form = page.tabs.facts.form
    assert form.ui.ok.text() == "Lämna ändringen för bekräftelse"
    enter_value(form, "2026-07-31")
    form.ui.ok.click()
    assert form.ui.problem.text() == "Skriv varför uppgiften ändras."
    type_in(form.ui.why, "Tiden är förlängd.")
    press(form.ui.why, Qt.Key.Key_Return)
    assert fact(page, "closes").value == "15 juli 2026"
    choose_fact(page, "closes")
    page.tabs.facts.edit()
    assert form.isHidden(), "one change at a time"
    tab = page.tabs.amendments
    page.tabs.setCurrentWidget(tab)
    assert page.tabs.tabText(page.tabs.indexOf(tab)) == "Ändringar 1"
    button(tab, "Bekräfta ändringen…").click()
    dialog = dialog_of(page, SignOffDialog)
    assert "Efter: 31 juli 2026" in dialog.ui.differences.toPlainText()
    sign(dialog, tmp_path)
    assert fact(page, "closes").value == "31 juli 2026"
    assert tab.outcome.model.rowCount() == 6
    tab.outcome.table.setFocus()
    tab.outcome.table.select_id(desk.award())
    went: list[object] = []
    page.tabs.award_opened.connect(went.append)
    press(tab.outcome.table, Qt.Key.Key_Return)
    assert went == [desk.award()]


def test_a_change_is_taken_back(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, desk.work, desk.programme)
    choose_fact(page, "opens")
    page.tabs.facts.edit()
    enter_value(page.tabs.facts.form, "2026-06-01")
    type_in(page.tabs.facts.form.ui.why, "Prov")
    page.tabs.facts.form.ui.ok.click()
    page.tabs.setCurrentWidget(page.tabs.amendments)
    button(page.tabs.amendments, "Ta tillbaka ändringen").click()
    assert [row.status for row in page.tabs.amendments.model.rows()] == ["Återtagen"]


def test_signing_off_asks_for_day_and_page(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    people = SettingsService(desk.work).others()
    dialog = SignOffDialog(people, FIRST_DAY)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.signed.connect(heard.append)
    dialog.show()
    dialog.day.set_text("nyss")
    press(dialog.ui.ok, Qt.Key.Key_Space)
    assert "är inget datum" in dialog.day.problem()
    dialog.day.set_day(FIRST_DAY)
    press(dialog.ui.ok, Qt.Key.Key_Space)
    assert dialog.ui.problem.text().startswith("Den undertecknade sidan saknas.")
    dialog.ui.file.setText(str(tmp_path / "borta.pdf"))
    press(dialog.ui.ok, Qt.Key.Key_Space)
    assert dialog.ui.problem.text().startswith("Filen borta.pdf kan inte läsas.")
    assert not heard


def test_where_logins_are_personal_nobody_else_is_chosen(qtbot: QtBot, desk: OpenDesk) -> None:
    (me,) = [row for row in SettingsService(desk.work).officers() if row.id == desk.karin]
    page = ProgrammesService(desk.work).page(desk.programme)
    shown = ProgrammeShown(page, (), FIRST_DAY, me=me)
    assert shown.second_persons((desk.anna,)) == (me,)
    assert shown.second_persons((desk.karin,)) == ()
    draft = replace(page, row=replace(page.row, state=ProgrammeState.DRAFT), preparers=(desk.karin,))
    assert why_not_signed(replace(shown, page=draft)) == MINE
    assert why_not_signed(replace(shown, page=draft, me=None)) == NO_COLLEAGUE
    dialog = SignOffDialog((me,), FIRST_DAY, Signing("Godkänn uppgifterna", "", personal=True))
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.signed.connect(heard.append)
    dialog.show()
    assert dialog.ui.file.isHidden()
    dialog.ui.ok.click()
    assert heard == [SecondPerson(desk.karin, FIRST_DAY)]


def test_what_differs_is_told_in_lines() -> None:
    changed = (Difference("Ram", "1 kr", "2 kr"), Difference("Mottagare", "", "Kommuner"))
    review = SigningReview((), changed, "CSD 2026", 3, 10, ())
    assert difference_lines(review, ("Ram",)) == [
        "7 av 10 uppgifter är bekräftade.",
        "Citat som inte finns i anvisningens text: Ram.",
        "",
        "Sedan förra granskningen: inga skillnader",
        "",
        "Mot CSD 2026: 2 skillnader",
        "Ram: 1 kr → 2 kr",
        "Mottagare: – → Kommuner",
    ]
    assert difference_lines(None) == []

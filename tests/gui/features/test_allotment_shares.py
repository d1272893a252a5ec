"""Fördelning by hand: shares, a second person after sign-off, parts, and reasons for what is forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.allotment_desk import AllotmentDesk, make_programme
from support.allotment_window import OpenedTab
from support.desk import OpenDesk, open_desk
from support.gui_pages import copy_of, dialog_of, press, type_in

from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.gui import application, palette
from sbdesk.gui.features.programmes.allotment_dialogs import ShareDialog
from sbdesk.gui.features.programmes.allotment_tab import NO_PART, NO_SHARE, AllotmentTab
from sbdesk.gui.features.programmes.dialogs import SignOffDialog
from sbdesk.gui.look import Theme

NAMES = ("Region Skåne", "Region Stockholm", "Region Uppsala")


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


@pytest.fixture
def made(desk: OpenDesk) -> AllotmentDesk:
    """A draft of 100 kr in equal parts to three regions, not yet computed."""
    return make_programme(desk, AllotmentMethod.EQUAL, 100, recipients=NAMES)


@pytest.fixture
def opened(qtbot: QtBot, made: AllotmentDesk) -> Iterator[OpenedTab]:
    one = OpenedTab(qtbot, made)
    yield one
    one.tab.close_presenter()


def test_after_sign_off_a_second_person_is_asked_for(
    qtbot: QtBot, made: AllotmentDesk, tmp_path: Path
) -> None:
    made.set_state(ProgrammeState.OPEN)
    opened = OpenedTab(qtbot, made)
    opened.tab.recompute.click()
    opened.tab.entry.confirm.click()
    dialog = dialog_of(opened.tab, SignOffDialog)
    assert dialog.windowTitle() == "Registrera granskad ändring"
    assert "Region Skåne: ändrat belopp, – → 33 kr" in dialog.ui.differences.toPlainText()
    signed = tmp_path / "sida.pdf"
    signed.write_bytes(b"%PDF-1.4 sida")
    dialog.ui.file.setText(str(signed))
    dialog.ui.ok.click()
    assert made.amounts() == dict.fromkeys(NAMES, 33)
    share = made.share("Region Skåne")
    opened.tab.table.select_id(share.id)
    press(opened.tab.table, Qt.Key.Key_Return)
    form = dialog_of(opened.tab, ShareDialog)
    assert not form.ui.recipient.isEnabled()
    form.decided.set_ore(3_000)
    type_in(form.ui.source, "Beslut B")
    form.ui.ok.click()
    dialog = dialog_of(opened.tab, SignOffDialog)
    dialog.ui.file.setText(str(signed))
    dialog.ui.ok.click()
    assert made.share("Region Skåne").effective_ore == 3_000
    assert opened.reasons()["Ta bort post"].startswith("Fördelningen är granskad.")
    opened.tab.close_presenter()


def test_shares_are_added_changed_and_removed_by_hand(opened: OpenedTab, made: AllotmentDesk) -> None:
    opened.tab.table.clearSelection()
    actions = {action.label: action for action in opened.tab.offered()}
    actions["Lägg till post…"].run()
    form = dialog_of(opened.tab, ShareDialog)
    form.ui.recipient.setCurrentIndex(form.ui.recipient.findText("Region Gotland (212000-0803)"))
    type_in(form.ui.units, "två")
    press(form.ui.units, Qt.Key.Key_Return)
    assert form.ui.problem.text().startswith("”två” är inget helt tal.")
    form.ui.units.setText("2")
    form.decided.set_text("mycket")
    form.ui.ok.click()
    assert "är inget belopp" in form.decided.edit.accessibleDescription()
    form.decided.set_text("10")
    form.ui.ok.click()
    assert form.ui.problem.text().startswith("Källan saknas.")
    form.ui.source.setText("Beslut C")
    form.ui.ok.click()
    share = made.share("Region Gotland")
    assert (share.units, share.effective_ore, share.source) == (2, 1_000, "Beslut C")
    opened.tab.table.select_id(share.id)
    {action.label: action for action in opened.tab.offered()}["Ta bort post"].run()
    assert set(made.amounts()) == set(NAMES)
    assert opened.around.told.told[-1] == "Posten är borttagen ur fördelningen."


def test_a_template_is_saved(opened: OpenedTab, tmp_path: Path) -> None:
    {action.label: action for action in opened.tab.offered()}["Spara mall…"].run()
    dialog = dialog_of(opened.tab, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mall.xlsx"))
    dialog.reject()
    assert openpyxl.load_workbook(tmp_path / "mall.xlsx").sheetnames[0] == "Fördelning"


def test_several_parts_are_shown_together_or_one_by_one(qtbot: QtBot, desk: OpenDesk) -> None:
    csd = AllotmentDesk(desk, desk.programme, 0)
    opened = OpenedTab(qtbot, csd)
    assert opened.tab.model.rowCount() == 7
    assert opened.tab.words.text().count("\n") == 1
    opened.tab.part.setCurrentIndex(2)
    opened.tab.part.activated.emit(2)
    assert [row.recipient for row in opened.tab.model.rows()] == ["Region Skåne"]
    assert "Inget är kvar." in opened.tab.words.text()
    opened.tab.close_presenter()


def test_what_is_forbidden_says_why(opened: OpenedTab, made: AllotmentDesk) -> None:
    opened.tab.table.setCurrentIndex(opened.tab.model.index(-1, -1))
    assert opened.reasons()["Ändra post…"] == NO_SHARE
    made.set_state(ProgrammeState.ARCHIVED)
    opened.tab.choose(made.programme)
    assert opened.reasons()["Lägg till post…"].startswith("Statsbidraget är arkiverat.")
    assert not opened.tab.load.isEnabled()
    bare = AllotmentTab(opened.around.context.settings)
    bare.choose(1)
    bare.clear_error()
    bare.close_presenter()
    assert bare.component() is None
    assert bare.offered()[0].reason == NO_PART


def test_another_programme_lets_go_of_what_was_on_its_way_in(opened: OpenedTab, made: AllotmentDesk) -> None:
    opened.tab.recompute.click()
    opened.tab.choose(made.desk.programme)
    assert opened.tab.stack.currentIndex() == 0
    assert opened.presenter.draft is None
    opened.presenter.confirm()
    opened.presenter.set_sheet(0)
    opened.presenter.set_source("x")
    assert opened.around.told.told == []

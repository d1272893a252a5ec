"""Dokument: pages, text and pictures as they are; exact bytes saved; sent, registered and hidden noted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.document_desk import act, choose, desk_with_documents, opened, row_of
from support.gui_pages import Surroundings, copy_of, dialog_of, press, type_in

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.documents.dialogs import DiaryDialog, HideDialog, SendDialog
from sbdesk.gui.look import Theme
from sbdesk.services.documents import DocumentsService


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    return desk_with_documents(tmp_path_factory.mktemp("kept") / "desk.sbd")


@pytest.fixture
def desk(kept: OpenDesk, tmp_path: Path) -> Iterator[OpenDesk]:
    made = copy_of(kept, tmp_path)
    yield made
    made.store.close()


def test_the_exact_bytes_are_saved(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    row = choose(page, "decision_letter")
    act(page, "Spara en kopia…")
    dialog = dialog_of(page, QFileDialog)
    target = tmp_path / "beslut.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes() == DocumentsService(desk.work).read(row.id).content
    assert around.told.told == ["Sparade beslut.pdf."]
    page.presenter.save(str(tmp_path / "finns inte" / "beslut.pdf"))
    assert page.message_bar.text().startswith("Filen beslut.pdf kunde inte sparas")


def test_ctrl_p_asks_for_a_printer(qtbot: QtBot, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    asked: list[object] = []
    monkeypatch.setattr(page, "print_document", lambda: asked.append(1))
    choose(page, "decision_letter")
    page.table.setFocus()
    press(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]
    choose(page, "huvudbok.xlsx")
    press(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.context.messages.kept()[0].text.startswith("Programmet kan inte skriva ut")
    assert asked == [1]


def test_the_print_dialog_opens(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    choose(page, "decision_letter")
    page.print_document()
    dialog_of(page, QPrintDialog).reject()


def test_sent_and_registered_are_noted(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    row = choose(page, "decision_letter")
    act(page, "Markera som skickat…")
    dialog = dialog_of(page, SendDialog)
    dialog.day.set_text("")
    press(dialog.ui.ok, Qt.Key.Key_Space)
    assert dialog.isVisible()
    dialog.day.set_day(desk.clock.today())
    dialog.ui.channel.setCurrentIndex(1)
    press(dialog.ui.ok, Qt.Key.Key_Space)
    act(page, "Diarieför…")
    diary = dialog_of(page, DiaryDialog)
    press(diary.ui.ok, Qt.Key.Key_Space)
    assert diary.ui.problem.text().startswith("Diarienumret saknas.")
    type_in(diary.ui.number, "9.1-1001/2026")
    diary.day.set_text("")
    press(diary.ui.ok, Qt.Key.Key_Space)
    assert diary.isVisible()
    diary.day.set_day(desk.clock.today())
    press(diary.ui.ok, Qt.Key.Key_Space)
    told = next(one for one in page.model.rows() if one.id == row.id)
    assert (told.sent_by, told.diary) == ("post", "9.1-1001/2026, 2026-06-10")
    assert "skickat 2026-06-10 med post" in page.facts.text()
    page.table.setFocus()
    page.undiarised.click()
    assert row.id not in [one.id for one in page.model.rows()]
    page.open(Target(id=row.id))
    assert page.presenter.row is not None
    assert page.presenter.row.id == row.id


def test_a_misfiled_document_is_hidden_and_shown_again(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    row = choose(page, "skannat.png")
    act(page, "Dölj…")
    dialog = dialog_of(page, HideDialog)
    press(dialog.ui.reason, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Skälet saknas.")
    type_in(dialog.ui.reason, "Felregistrerad")
    press(dialog.ui.reason, Qt.Key.Key_Return)
    assert row.id not in [one.id for one in page.model.rows()]
    assert page.with_hidden.text() == "Visa dolda (1)"
    page.with_hidden.click()
    choose(page, "skannat.png")
    assert "dolt: Felregistrerad" in page.facts.text()
    act(page, "Visa igen")
    page.with_hidden.click()
    assert row.id in [one.id for one in page.model.rows()]
    produced = {one.label: one.reason for one in page.presenter.actions(row_of(page, "decision_letter"))}
    assert produced["Dölj…"] == "Ett dokument som är upprättat här kan inte döljas."


def test_a_target_opens_the_document_and_enter_gives_it_the_width(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    row = row_of(page, "decision_letter")
    page.open(Target(id=row.id))
    assert page.name.text() == row.title
    assert not page.table.isVisible()
    assert page.first_focus() is page.viewer.pages
    page.halves.show_list()
    assert page.first_focus() is page.table
    went: list[Target] = []
    page.moved.connect(went.append)
    press(page.table, Qt.Key.Key_Return)
    assert went == [Target(id=row.id)]
    page.open(Target(query="anvisning"))
    page.open(None)
    assert page.filter.field.text() == "anvisning"
    assert page.viewer.shown() in page.panes()


def test_nothing_found_leaves_nothing_shown(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    page.model.filter("finns inte någonstans")
    assert page.presenter.row is None
    assert page.viewer.nothing.text() == "Välj ett dokument i listan."
    page._print_shown()
    assert page.context.messages.kept()[0].text == "Välj ett dokument i listan först."
    page.presenter.save("x")
    page.presenter.mark_sent(desk.clock.today(), DispatchChannel.POST)
    page.presenter.set_diary("1", desk.clock.today())
    page.presenter.hide("x")
    page.presenter.show_again()
    assert page.message_bar.text() == ""


def test_a_damaged_document_is_told(qtbot: QtBot, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(document_id: int) -> None:
        raise UserFacingError("Beslutet stämmer inte med sin kontrollsumma.", "Inget är ändrat nu.", "Läs.")

    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    monkeypatch.setattr(around.context.services.documents, "read", damaged)
    choose(page, "decision_letter" if page.presenter.row is None else "skannat.png")
    assert page.message_bar.text().startswith("Beslutet stämmer inte")


def test_an_empty_database_says_when_documents_come(qtbot: QtBot, tmp_path: Path) -> None:
    made = open_desk(tmp_path / "empty.sbd")
    page = opened(qtbot, Surroundings(made.work))
    assert page.stack.currentIndex() == 0
    page.closing()
    made.store.close()

"""Huvudboksimport over the real service, real files and real widgets: mouse, keyboard and drop."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings, dialog_of, press, show, type_in
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk.domain.ledger_import import ImportState
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.ledger_imports.dialogs import UndoDialog
from sbdesk.gui.features.ledger_imports.feature import ledger_imports_feature
from sbdesk.gui.features.ledger_imports.import_tabs import IMPORTS
from sbdesk.gui.features.ledger_imports.page import DROP_HERE, LedgerImportPage
from sbdesk.gui.look import Theme
from sbdesk.gui.tasks import Step
from sbdesk.gui.widgets.message_bar import MessageBar
from sbdesk.services.ledger_imports import LedgerImportsService

CONTROL = Qt.KeyboardModifier.ControlModifier
ROWS = [
    workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
    workbook_row("7010", "Konsult", "L0000002", date(2026, 5, 26), "Nordvik AB", "Stöd maj 2026", 84.5),
    workbook_row("7010", "Konsult", "L0000003", date(2026, 5, 27), "Nordvik AB", "Stöd två maj 2026", 15.5),
]
SUMMED = [*ROWS, ["Totalt", *[None] * 9, 20_100]]
NAME = "csd-2026 Region Skåne.xlsx"


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def around(desk: OpenDesk) -> Surroundings:
    made = Surroundings(desk.work)
    services = SimpleNamespace(ledger_imports=LedgerImportsService(desk.work))
    made.context = dataclasses.replace(made.context, services=cast("Any", services))
    return made


@pytest.fixture
def page(around: Surroundings, qtbot: QtBot) -> Iterator[LedgerImportPage]:
    made = ledger_imports_feature().make_page(around.context)
    assert isinstance(made, LedgerImportPage)
    show(qtbot, made)
    yield made
    made.closing()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / NAME, SUMMED)


def drop(page: LedgerImportPage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    page.drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def totals(page: LedgerImportPage) -> dict[str, str]:
    return {total.label: total.value for total in page.totals.totals()}


def test_before_a_file_is_chosen_the_page_says_what_to_do(page: LedgerImportPage) -> None:
    assert page.strip.text() == "Välj en fil först."
    assert not page.confirm.isEnabled()
    assert page.confirm.toolTip() == "Välj en fil först."
    assert not page.ui.reading.isVisible()
    assert page.first_focus() is page.drop.button
    assert not page.next_step()
    assert page.has_unsaved() == ""
    assert page.ui.award.count() == 7
    assert page.ui.award.itemText(1) == "Region Skåne · CSD 2026"
    page.open(None)


def test_a_dropped_file_is_read_in_and_leads_to_the_reconciliation(
    page: LedgerImportPage, book: Path, around: Surroundings, desk: OpenDesk
) -> None:
    drop(page, book)
    assert page.ui.award.currentText() == "Region Skåne · CSD 2026", "the file's name names the case"
    assert page.strip.text() == "4 rader: 3 läses in, 1 är summarad."
    assert totals(page) == {
        "Summa rader": "20\u00a0100,00",
        "Filens summarad": "20\u00a0100,00",
        "Enligt återrapporten": "–",
    }
    assert page.confirm.isEnabled()
    assert page.reason.text() == ""
    assert page.has_unsaved() != ""
    assert page.preview.combo(1).currentText() == "Konto"
    assert page.preview.item(2, 1).text() == "Konto"
    page.confirm.click()
    assert around.told.told[-1].startswith("3 rader är inlästa, tillsammans 20\u00a0100,00\u00a0kr.")
    assert page.message_bar.text().startswith("3 rader är inlästa")
    assert not page.ui.reading.isVisible()
    (row,) = page.tabs.imports.rows.rows()  # type: ignore[attr-defined]
    assert (row.imported, row.state) == (3, ImportState.LIVE)
    assert page.tabs.tabText(IMPORTS) == "Inläsningar 1"
    assert page.next_step()
    assert around.went.told[-1] == ("reconciliations", Target(id=desk.award()))
    page.tabs.open_file.click()
    assert around.went.told[-1][0] == "documents"


def test_by_keyboard_alone(page: LedgerImportPage, book: Path, desk: OpenDesk) -> None:
    page.open(Target(id=desk.award(), query=str(book)))
    page.first_focus().setFocus()
    for _ in range(40):
        if QApplication.focusWidget() is page.confirm:
            break
        press(cast("Any", QApplication.focusWidget()), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.confirm
    press(page.confirm, Qt.Key.Key_Space)
    assert page.tabs.tabText(IMPORTS) == "Inläsningar 1"


def test_ctrl_n_opens_the_file_dialog(page: LedgerImportPage, book: Path, around: Surroundings) -> None:
    press(page, Qt.Key.Key_N, CONTROL)
    dialog = dialog_of(page, QFileDialog)
    dialog.fileSelected.emit(str(book))
    dialog.close()
    assert page.strip.text().startswith("4 rader")


def test_a_file_without_a_case_waits_for_one(page: LedgerImportPage, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "huvudbok.xlsx", SUMMED)
    drop(page, path)
    assert page.reason.text() == "Välj vilket ärende huvudboken hör till."
    page.ui.award.setCurrentIndex(2)
    page.ui.award.activated.emit(2)
    assert page.strip.text().startswith("4 rader")
    page.ui.award.activated.emit(2)
    page.ui.award.setCurrentIndex(0)
    page.ui.award.activated.emit(0)
    assert page.reason.text() == "Välj vilket ärende huvudboken hör till."


def test_the_same_file_leads_to_its_import(
    page: LedgerImportPage, book: Path, around: Surroundings, desk: OpenDesk
) -> None:
    drop(page, book)
    page.confirm.click()
    drop(page, book)
    assert page.message_bar.text().startswith("Samma fil lästes in 2026-06-10")
    assert "inläst förut" in page.drop._text.text()
    assert not page.confirm.isEnabled()
    bar = page.findChild(MessageBar)
    assert bar is not None
    bar._action.click()
    assert around.went.told[-1] == ("reconciliations", Target(id=desk.award()))
    page.leave.click()
    assert page.drop._text.text() == DROP_HERE
    assert page.message_bar.text() == ""


def test_a_file_that_cannot_be_read_is_refused_in_the_page(page: LedgerImportPage, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    drop(page, path)
    assert page.message_bar.text() == (
        "Filen är lösenordsskyddad. Inget är inläst. Spara en kopia utan lösenord."
    )
    assert page.reason.text() == "Filen är lösenordsskyddad."


def test_a_refused_import_wakes_the_button_again(page: LedgerImportPage, book: Path) -> None:
    drop(page, book)
    book.write_bytes(b"changed")
    page.confirm.click()
    assert page.message_bar.text().startswith("Filen har ändrats sedan du såg den.")
    assert page.confirm.isEnabled()


def test_an_import_is_taken_back_with_a_reason(page: LedgerImportPage, book: Path) -> None:
    drop(page, book)
    page.confirm.click()
    page.tabs.undo.click()
    dialog = dialog_of(page, UndoDialog)
    assert "3 rader, 20\u00a0100\u00a0kr" in dialog.ui.what.text()
    assert dialog.ui.cancel.isDefault()
    assert not dialog.ui.warning.isVisible()
    dialog.ui.ok.click()
    assert "Skälet saknas" in dialog.ui.problem.text()
    type_in(dialog.ui.reason, "Fel fil")
    dialog.ui.ok.click()
    (row,) = page.tabs.imports.rows.rows()  # type: ignore[attr-defined]
    assert row.state is ImportState.UNDONE
    assert not page.tabs.undo.isEnabled()
    page.presenter.ask_undo(row)
    assert page.message_bar.text().startswith("Inläsningen är ångrad")


def test_progress_of_an_older_reading_does_not_hide_the_newer(page: LedgerImportPage) -> None:
    older, newer = page.new_progress(), page.new_progress()
    newer.show(Step(1, 2, "Läser rader"))
    older.show(None)
    assert page.work.isVisible()
    newer.show(None)
    assert not page.work.isVisible()


def test_large_text_keeps_every_button_whole(page: LedgerImportPage, book: Path) -> None:
    drop(page, book)
    palette.apply(cast("Any", QApplication.instance()), Theme.DARK, 200)
    QApplication.processEvents()
    for button in (page.confirm, page.leave, page.drop.button):
        assert button.width() >= button.sizeHint().width()
    palette.apply(cast("Any", QApplication.instance()), Theme.LIGHT, 100)

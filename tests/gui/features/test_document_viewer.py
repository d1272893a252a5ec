"""The viewer of documents: pages, text and pictures as they are, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk
from support.document_desk import choose, desk_with_documents, opened, row_of
from support.gui_pages import Surroundings, copy_of, press

from sbdesk.gui import application, palette
from sbdesk.gui.features.documents.pdf_view import PdfPages
from sbdesk.gui.features.documents.viewer import AS_PAGES, AS_TEXT
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


def test_a_letter_is_shown_page_by_page(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    row = choose(page, "decision_letter")
    viewer = page.viewer
    assert viewer.shown() is viewer.pages
    assert viewer.pages.page_count() == 2
    assert viewer.place.text() == "1 av 2 · sidbredd"
    assert page.name.text() == row.title
    viewer.pages.grab()
    for name, place in (("Nästa sida", "2 av 2 · sidbredd"), ("Föregående sida", "1 av 2 · sidbredd")):
        tool = next(t for t in viewer.findChildren(QToolButton) if t.accessibleName() == name)
        tool.click()
        assert viewer.place.text() == place
    larger = next(t for t in viewer.findChildren(QToolButton) if t.accessibleName() == "Större")
    smaller = next(t for t in viewer.findChildren(QToolButton) if t.accessibleName() == "Mindre")
    viewer.pages.set_zoom(100)
    larger.click()
    assert viewer.place.text().endswith("125 %")
    smaller.click()
    assert viewer.pages.zoom() == 100
    for _ in range(9):
        smaller.click()
    assert viewer.pages.zoom() == 50
    next(b for b in viewer.findChildren(QPushButton) if b.text() == "Sidbredd").click()
    assert viewer.pages.zoom() == 0
    press(viewer.pages, Qt.Key.Key_End)
    assert viewer.pages.current_page() == 2
    press(viewer.pages, Qt.Key.Key_Home)
    assert viewer.pages.current_page() == 1


def test_text_can_be_marked_copied_and_read_aloud(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    choose(page, "decision_letter")
    viewer = page.viewer
    first = viewer.pages.findChildren(type(viewer.pages._pages[0]))[0]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(3, first.height() // 9))
    QTest.mouseMove(first, QPoint(first.width() - 3, first.height() // 3))
    assert "Socialstyrelsen beviljar Region Skåne" in viewer.pages.selected_text().replace("\n", " ")
    first.grab()
    press(viewer.pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Region Skåne" in QGuiApplication.clipboard().text()
    viewer.pages.setFocus()
    press(viewer.pages, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert viewer.shown() is viewer.text
    assert "Beslut om statsbidrag" in viewer.text.toPlainText()
    assert viewer.as_text.text() == AS_PAGES
    press(viewer.text, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert viewer.shown() is viewer.pages
    assert viewer.as_text.text() == AS_TEXT


def test_other_kinds_are_shown_as_what_they_are(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    choose(page, "anvisning.txt")
    assert page.viewer.text.toPlainText() == "Anvisning\nrad två"
    page.viewer.toggle_text()
    assert page.viewer.shown() is page.viewer.text, "a text has no pages to go back to"
    choose(page, "skannat.png")
    assert page.viewer.shown() is page.viewer.picture
    page.viewer.picture.resize(200, 100)
    assert not page.viewer.picture.grab().isNull()
    for name in ("huvudbok.xlsx", "trasig.pdf", "trasig.png"):
        choose(page, name)
        assert page.viewer.nothing.text().startswith(f"{name} kan inte visas här.")
    row = page.presenter.row
    assert row is not None
    choose(page, "huvudbok.xlsx")
    reasons = {one.label: one.reason for one in page.presenter.actions(row_of(page, "huvudbok.xlsx"))}
    assert reasons["Skriv ut…"].startswith("Programmet kan inte skriva ut")
    assert reasons["Markera som skickat…"].startswith("Dokumentet har kommit in hit.")


@pytest.mark.parametrize("name", ["decision_letter", "anvisning.txt", "skannat.png"])
def test_what_is_printed_is_what_is_shown(qtbot: QtBot, desk: OpenDesk, tmp_path: Path, name: str) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    choose(page, name)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.print_to(printer)
    assert page.context.messages.kept()[0].text.endswith("är skickat till skrivaren.")
    printed = QPdfDocument()
    printed.load(str(tmp_path / "utskrift.pdf"))
    assert printed.pageCount() == (2 if name == "decision_letter" else 1)
    printed.close()


@pytest.mark.parametrize("name", ["decision_letter", "skannat.png"])
def test_a_printer_that_does_not_answer_is_told(
    qtbot: QtBot, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    choose(page, name)
    monkeypatch.setattr("sbdesk.gui.features.documents.viewer.QPainter.begin", lambda *_: False)
    page.print_to(QPrinter())
    assert page.message_bar.text().startswith("Skrivaren svarar inte. Dokumentet är sparat")


def test_pages_free_their_document(qtbot: QtBot, desk: OpenDesk) -> None:
    row = next(one for one in DocumentsService(desk.work).rows() if one.kind == "decision_letter")
    pages = PdfPages()
    qtbot.addWidget(pages)
    assert pages.open(DocumentsService(desk.work).read(row.id).content)
    pages.close_document()
    assert pages.document.status() == QPdfDocument.Status.Null
    assert (pages.page_count(), pages.current_page(), pages.text()) == (0, 0, "")
    pages.go_to(1)
    pages.step_zoom(1)

"""Rekvisitioner with many cases, worked at by keys: the list, the bar, and the pages of an act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from support.bulk_cases import ManyCases
from support.desk import OpenDesk
from support.gui_pages import press
from support.requisition_window import Surroundings, open_page

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """The page with seven cases, worked at by keys."""

    def __init__(self, page: RequisitionsPage, around: Surroundings, many: ManyCases, folder: Path) -> None:
        self.page, self.around, self.many, self.folder = page, around, many, folder
        self.signed = folder / "lista.pdf"
        self.signed.write_bytes(b"%PDF-1.4 undertecknad lista")

    def be_active(self) -> None:
        """After a dialog: without a window manager nobody gives the keyboard back."""
        QApplication.processEvents()
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page, 5000)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Where the focus is."""
        press(QApplication.focusWidget() or self.page, key, modifier)

    def start(self, act: BulkAct) -> None:
        """Tick everything and choose the act from the bar's menu by its entry."""
        self.be_active()
        self.page.table.setFocus()
        self.press(Key.Key_A, CONTROL)
        entries = dict(zip(self.page.bulk.bar._labels, self.page.bulk.bar.menu.actions(), strict=True))
        entries[act].trigger()
        QApplication.processEvents()

    def sign(self) -> None:
        """Fill the signed page in and go on; the page is asked once more."""
        self.page.bulk.preflight.form.ui.file.setText(str(self.signed))
        self.page.next_step()

    def question(self) -> AnswerDialog:
        """The open question."""
        QApplication.processEvents()
        (dialog,) = [one for one in self.page.findChildren(AnswerDialog) if one.isVisible()]
        return dialog

    def agree(self) -> None:
        """Click the verb in the question."""
        self.question().ui.ok.click()
        self.be_active()

    def outcomes(self) -> list[str]:
        """The column Utfall, top to bottom."""
        model = self.page.bulk.results.model
        return [row.outcome.value for row in model.shown()]


def work_at(qtbot: QtBot, desk: OpenDesk, folder: Path) -> Iterator[Bench]:
    page, around = open_page(desk)
    qtbot.addWidget(page)
    made = Bench(page, around, ManyCases(desk), folder)
    made.be_active()
    yield made
    page.closing()
    desk.store.close()

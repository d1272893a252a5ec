"""The Rekvisitioner page with a case whose decision is changed or appealed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from support.changing import ChangeDriver
from support.desk import OpenDesk, open_desk
from support.requisition_window import open_page

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.page import RequisitionsPage


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def case(desk: OpenDesk) -> ChangeDriver:
    return ChangeDriver(desk)


class Pane:
    """The page with one case chosen, used as an officer uses it."""

    def __init__(self, page: RequisitionsPage, case: ChangeDriver, paper: Path) -> None:
        self.page, self.case, self.paper = page, case, paper
        self.page.presenter.reload(self.page.presenter.WATCHES)
        self.page.table.select_id(case.award)
        QApplication.processEvents()

    def start(self, act: Act) -> Pane:
        """As from Fler åtgärder: only what stands there, permitted."""
        shown = self.page.presenter.shown
        assert shown is not None
        offered = [action for action in (shown.page.next_step, *shown.page.menu) if action]
        assert [action.enabled for action in offered if action.act is act] == [True]
        self.page.presenter.start(act)
        QApplication.processEvents()
        return self

    @property
    def dialog(self) -> AnswerDialog:
        QApplication.processEvents()
        (dialog,) = [d for d in self.page.findChildren(AnswerDialog) if d.isVisible()]
        return dialog

    def answer(
        self, *, choice: object = None, day: str = "", line: str = "", text: str = "", file: bool = False
    ) -> None:
        """Fill the dialog and press its button."""
        ui = self.dialog.ui
        if choice is not None:
            ui.choice.setCurrentIndex(ui.choice.findData(choice))
            assert ui.choice.currentIndex() >= 0
        if day:
            self.dialog.day.set_text(day)
        if line:
            ui.line.insert(line)
        if text:
            ui.text.insertPlainText(text)
        if file:
            # Each paper is another: the same bytes would be the same document.
            paper = self.paper / f"handling{len(list(self.paper.iterdir()))}.pdf"
            paper.write_bytes(f"%PDF-1.4 {paper.name}".encode())
            ui.file.setText(str(paper))
        self.click(ui.ok)

    def click(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press(self, keys: str) -> None:
        """Ctrl+Enter, as the window gives it to the page."""
        assert keys == "Ctrl+Return"
        assert self.page.next_step()
        QApplication.processEvents()


@pytest.fixture
def shown(qtbot: QtBot, case: ChangeDriver, tmp_path: Path) -> Iterator[Callable[[], Pane]]:
    pages: list[RequisitionsPage] = []
    paper = tmp_path / "papper"
    paper.mkdir()

    def make() -> Pane:
        page, _ = open_page(case.desk)
        qtbot.addWidget(page)
        pages.append(page)
        with qtbot.waitExposed(page):
            page.activateWindow()
        return Pane(page, case, paper)

    yield make
    for page in pages:
        page.closing()

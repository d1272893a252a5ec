"""The Rekvisitioner page with one case chosen, used as an officer uses it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from support.changing import ChangeDriver


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

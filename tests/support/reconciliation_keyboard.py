"""Presses keys in the page of reconciliations as an officer would, and counts them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from sbdesk.gui.features.reconciliations.dialogs import AnswerDialog
from sbdesk.gui.features.reconciliations.page import ReconciliationsPage


class Keyboard:
    """Presses keys on whatever has the focus, and counts them."""

    def __init__(self, qtbot: QtBot, page: ReconciliationsPage) -> None:
        self.qtbot, self.page, self.presses = qtbot, page, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        target = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(target, QDialog):
            target = target.focusWidget() or target
        self.qtbot.keyClick(target or self.page.case.table, key, modifier)

    def menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def dialog(self) -> AnswerDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, AnswerDialog)
        return found

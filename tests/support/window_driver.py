"""Works in the real window as an officer would: keys where the focus is, clicks on what can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sbdesk.assembly import Reception
from sbdesk.gui.shell.feature import Page
from sbdesk.services.practice_files import signed_page
from sbdesk.services.practice_people import PracticeOffice, make_office

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 30_000
"""Milliseconds; the machines that run the tests are shared."""


class WindowDriver:
    """One window over one practice office; ``presses`` counts keys, typed letters not among them."""

    def __init__(self, qtbot: QtBot, reception: Reception, office: PracticeOffice, folder: Path) -> None:
        self.qtbot, self.reception, self.office, self.folder = qtbot, reception, office, folder
        self.window = reception.window
        self.presses = 0

    def new_day(self, day: date) -> None:
        """The officer comes to work: the database is opened in the window on another day."""
        self.window.detach()
        self.reception.tasks.settle()
        self.settle()
        self.office.clock.set(day)
        self.reception._opened((self.office.opened, self.reception._desk(self.office.opened)))
        self.be_active()
        self.settle()

    def be_active(self) -> None:
        """The window has the keyboard again: without a window manager nobody gives it back."""
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window, PATIENCE)

    def settle(self) -> None:
        """Every answer has come home, and what it set in motion is done."""
        self.qtbot.waitUntil(self.reception.tasks.idle, timeout=PATIENCE)
        QApplication.processEvents()
        self.qtbot.waitUntil(self.reception.tasks.idle, timeout=PATIENCE)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Until the window shows what it should; the error says what it showed instead."""
        self.settle()
        try:
            self.qtbot.waitUntil(condition, timeout=PATIENCE)
        except Exception as error:
            error.add_note(f"page: {self.page().title}; message: {self.page().message_bar.text()!r}")
            raise

    def page(self) -> Page:
        """The page shown."""
        found = self.window.page()
        assert found is not None
        return found

    def focus(self) -> QWidget:
        """Where a key press goes: the open menu, the open dialog's field, else the window's."""
        popup = QApplication.activePopupWidget()
        modal = QApplication.activeModalWidget()
        if popup is not None:
            return popup
        if modal is not None:
            return modal.focusWidget() or modal
        self.be_active()
        return QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key press, and everything it leads to."""
        self.presses += 1
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Typed letter by letter, in place of what stands in the field; QTest knows no å, ä and ö."""
        if field is not None:
            field.setFocus()
        target = field or self.focus()
        if isinstance(target, QLineEdit | QPlainTextEdit):
            target.selectAll()
        for letter in text:
            code = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, code, NONE, letter))

    def click(self, button: QAbstractButton) -> None:
        """A click of the mouse on a button that can be seen and used."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), f"{button.text()}: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def go(self, key: Qt.Key, title: str) -> None:
        """To a page by its shortcut."""
        self.press(key, CONTROL)
        assert self.page().title == title

    def next_step(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def dialog(self, title: str) -> Any:
        """The open dialog, which must have this title."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert found is not None
        assert found.windowTitle() == title
        return found

    def choose(self, combo: QComboBox, words: str) -> None:
        """An entry of a list by its first letters, as the keyboard does."""
        self.type(words, combo)
        assert combo.currentText().startswith(words)

    def ok(self, dialog: Any) -> None:
        """The dialog's button; the dialog must be content."""
        title = dialog.windowTitle()
        QTest.mouseClick(dialog.ui.ok, Qt.MouseButton.LeftButton)
        assert QApplication.activeModalWidget() is not dialog, f"{title} is not content"
        self.settle()
        self.be_active()

    def pick_file(self, path: Path) -> None:
        """Type the path in the file dialog that is open, and Enter."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        self.type(str(path), edit)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        self.settle()
        self.be_active()

    def signed(self, name: str, what: str, on: date) -> Path:
        """The scanned page, as a file of its own."""
        page = signed_page(name, what, on)
        path = self.folder / f"{len(list(self.folder.glob('*.pdf')))}-{page.file_name}"
        path.write_bytes(page.content)
        return path


def open_window(qapp: QApplication, qtbot: QtBot, folder: Path, day: date) -> Iterator[WindowDriver]:
    """The whole program over an invented office, on this day; closed when the test is done."""
    reception = Reception(qapp, folder)
    office = make_office(folder / "resa.sbd")
    qtbot.addWidget(reception.window)
    reception.window.resize(1600, 1000)
    reception.window.show()
    kept = folder / "undertecknat"
    kept.mkdir()
    driver = WindowDriver(qtbot, reception, office, kept)
    driver.new_day(day)
    yield driver
    reception.window.detach()
    reception.close()

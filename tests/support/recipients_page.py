"""The recipients' page over a desk, with its dialogs answered as an officer would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sbdesk.gui.context import Target
from sbdesk.gui.features.recipients.dialogs import AnswerDialog
from sbdesk.gui.features.recipients.feature import recipients_feature
from sbdesk.gui.features.recipients.page import RecipientsPage
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from support.desk import OpenDesk
from support.gui_pages import Surroundings, dialog_of, press, show, type_in


class OpenPage:
    """The page with one recipient chosen; ``desk`` is the database under it."""

    def __init__(self, qtbot: QtBot, desk: OpenDesk, recipient: str = "Region Skåne") -> None:
        self.desk = desk
        self.around = Surroundings(desk.work)
        made = recipients_feature().make_page(self.around.context)
        assert isinstance(made, RecipientsPage)
        self.page = made
        show(qtbot, self.page)
        self.page.open(Target(id=desk.recipient(recipient)))

    @property
    def told(self) -> Sequence[str]:
        """What has been done, in the status bar's words."""
        told: Sequence[str] = self.around.told.told
        return told

    def tab(self, words: str) -> None:
        """Open the tab whose name begins so."""
        tabs = self.page.card.tabs
        number = next(i for i in range(tabs.count()) if tabs.tabText(i).startswith(words))
        tabs.setCurrentIndex(number)

    def offered(self, bar: NextStepBar) -> list[str]:
        """Every act of a bar; a forbidden one with its reason."""
        buttons = [one.text() for one in bar.findChildren(QPushButton) if not one.menu()]
        return [*buttons, *(act.text() for act in menu_of(bar))]

    def start(self, bar: NextStepBar, words: str) -> None:
        """Choose the act, from the button or the menu."""
        for one in bar.findChildren(QPushButton):
            if one.text() == words and not one.menu():
                one.click()
                return
        next(act for act in menu_of(bar) if act.text() == words).trigger()

    @contextmanager
    def dialog(self) -> Iterator[AnswerDialog]:
        """The dialog that is open; it is closed at the end if it is left open."""
        found: AnswerDialog = dialog_of(self.page, AnswerDialog)
        yield found
        if self.page._dialog is not None:
            found.reject()

    def answer(self, **parts: str | date | bool | Path) -> None:
        """Fill the named parts of the open dialog and press Enter on its button."""
        with self.dialog() as dialog:
            for part, value in parts.items():
                fill(dialog, part, value)
            dialog.ui.ok.setFocus()
            press(dialog.ui.ok, Qt.Key.Key_Return)


def menu_of(bar: QWidget) -> list[QAction]:
    """The entries under Fler åtgärder."""
    return [act for menu in bar.findChildren(QMenu) for act in menu.actions()]


def fill(dialog: AnswerDialog, part: str, value: str | date | bool | Path) -> None:
    """Type into a part of the dialog, choose in it or tick it."""
    if part in ("day", "signed"):
        field = dialog.day if part == "day" else dialog.signed
        field.edit.clear()
        type_in(field.edit, str(value))
        return
    widget = getattr(dialog.ui, part)
    if isinstance(widget, QComboBox):
        number = widget.findText(str(value))
        assert number >= 0, f"{value!r} is not among the choices"
        widget.setCurrentIndex(number)
    elif part == "tick":
        widget.setChecked(bool(value))
    else:
        widget.clear()
        type_in(widget, str(value))
    QApplication.processEvents()

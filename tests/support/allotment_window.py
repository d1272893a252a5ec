"""The tab Fördelning in a page of its own, over real services."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sbdesk.gui.features.programmes.allotment_tab import AllotmentTab
from sbdesk.gui.shell.feature import Page
from support.allotment_desk import AllotmentDesk
from support.gui_pages import Surroundings, press, show


class OpenedTab:
    """The tab in a page of its own, over real services."""

    def __init__(self, qtbot: QtBot, made: AllotmentDesk) -> None:
        self.around = Surroundings(made.desk.work)
        self.page = Page(self.around.context)
        self.tab = AllotmentTab(self.around.context.settings)
        self.page.body.addWidget(self.tab)
        show(qtbot, self.page)
        self.tab.start(self.around.context, self.page)
        self.tab.choose(made.programme)
        assert self.tab.presenter is not None
        self.presenter = self.tab.presenter

    @property
    def status(self) -> str:
        return self.tab.entry.strip.text().replace("\N{NO-BREAK SPACE}", " ")

    def rows(self) -> list[tuple[str, str]]:
        return [(line.name, line.word) for line in self.tab.entry.model.rows()]

    def paste(self, *lines: str) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.tab.table.setFocus()
        press(self.tab.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def reasons(self) -> dict[str, str]:
        return {action.label: action.reason for action in self.tab.offered()}

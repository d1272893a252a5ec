"""The real window with three small pages, for tests of the shell."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.shell.appearance import Appearance
from sbdesk.gui.shell.desk import Desk, Surroundings
from sbdesk.gui.shell.feature import Feature, Page
from sbdesk.gui.shell.main_window import MainWindow
from sbdesk.gui.shown import Action
from sbdesk.gui.task_threads import ThreadTasks
from support.gui_parts import Heard


class CasePage(Page):
    help_topic = "beloppen"
    made: list[CasePage]

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        CasePage.made.append(self)
        self.button = QPushButton("rad")
        self.body.addWidget(self.button)
        self.opened: list[Target | None] = []
        self.stepped = 0
        self.closed = False
        self.asks = ""
        self.add_command(
            Action("Ny rekvisition", lambda: self.opened.append(None), shortcut="Ctrl+N", icon="add")
        )
        self.add_command(Action("Skicka", lambda: None, enabled=False, reason="Inget att skicka."))

    def open(self, target: Target | None) -> None:
        self.opened.append(target)

    def next_step(self) -> bool:
        self.stepped += 1
        return self.stepped == 1

    def first_focus(self) -> QWidget:
        return self.button

    def has_unsaved(self) -> str:
        return self.asks

    def closing(self) -> None:
        self.closed = True


class PlainPage(Page):
    title = "Hjälp"


FEATURES = (
    Feature("reconciliations", "Avstämningar", "reconciliations", 70, CasePage, "Ctrl+7"),
    Feature("ledger_imports", "Huvudboksimport", "ledger-import", 71, CasePage, under="reconciliations"),
    Feature("requisitions", "Rekvisitioner", "requisitions", 40, CasePage, "Ctrl+4", waiting=lambda _: 3),
    Feature("help", "Hjälp", "help", 110, PlainPage, foot=True),
)


class World:
    """The window and what surrounds it."""

    def __init__(self, app: QApplication) -> None:
        CasePage.made = []
        self.settings, self.messages, self.changes = MemorySettings(), Messages(), ChangeBus()
        self.faults = Heard()
        self.tasks = ThreadTasks(self.faults)
        self.start = QPushButton("start")
        self.appearance = Appearance(app, self.settings)
        self.appearance.apply()
        around = Surroundings(self.settings, self.messages, self.tasks, self.appearance)
        self.window = MainWindow(FEATURES, around, self.start)
        self.year = GrantYear((2025, 2026), 2026)

    def attach(self, *, practice: bool = False, search: Any = None) -> None:
        services = cast("Any", object())
        self.window.attach(
            Desk(
                services,
                self.changes,
                self.year,
                "Anna Berg",
                "ovning.sbd",
                "/o/ovning.sbd",
                practice,
                search,
            )
        )

    def page(self) -> CasePage:
        return cast("CasePage", self.window.page())

"""The one window: list to the left, page to the right, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.shell import window_place
from sbdesk.gui.shell.closing import closing_question, may_discard
from sbdesk.gui.shell.command_palette import CommandPalette
from sbdesk.gui.shell.commands import all_commands
from sbdesk.gui.shell.desk import Desk, Surroundings
from sbdesk.gui.shell.feature import Feature, Page
from sbdesk.gui.shell.menus import Menus
from sbdesk.gui.shell.message_list import MessageList
from sbdesk.gui.shell.navigation import Navigation
from sbdesk.gui.shell.page_host import PageHost
from sbdesk.gui.shell.panes import go_to_pane
from sbdesk.gui.shell.practice_bar import PracticeBar
from sbdesk.gui.shell.standard_menus import DESK_ACTS, IMPORT_PAGE, build_menus
from sbdesk.gui.shell.status_line import StatusLine
from sbdesk.gui.shell.top_bar import TopBar
from sbdesk.gui.widgets.drop_zone import dropped_files
from sbdesk.services.changes import Done

if TYPE_CHECKING:
    pass

SMALLEST_WHOLE = 760
"""Pixels at 100 % text; in a narrower window the list to the left shows icons only."""


class MainWindow(QMainWindow):
    """Starts with the start page; :meth:`attach` opens a desk, :meth:`detach` closes it.

    ``other_database_wanted``: the officer asks for another file; whoever opened this one closes it.
    """

    other_database_wanted = Signal()

    def __init__(self, features: Sequence[Feature], surroundings: Surroundings, start_page: QWidget) -> None:
        super().__init__()
        self.setWindowTitle("sbdesk")
        self.setWindowIcon(icons.app_icon())
        self.setAcceptDrops(True)
        self._features = tuple(sorted(features, key=lambda feature: feature.order))
        self._with = surroundings
        self._start_page = start_page
        self._desk: Desk | None = None
        self.menus = Menus(self)
        self.navigation = Navigation(self._features)
        self.pages = PageHost(self._features)
        self.practice_bar = PracticeBar()
        self.status = StatusLine()
        self.desk_menus = build_menus(self, self.menus, surroundings.appearance)
        self.top_bar = TopBar(self.menus.acts["back"], self.menus.acts["forward"])
        self._lay_out()
        self._connect()
        self.detach()
        window_place.restore(self, surroundings.settings)

    def attach(self, desk: Desk) -> None:
        """Show a database: the first page of the list opens."""
        self._desk = desk
        self.pages.attach(self._context)
        desk.changes.listen(self._done)
        self.top_bar.show_desk(desk.year, desk.user)
        self.status.show_file(desk.file_name, desk.file_path)
        self.practice_bar.setVisible(desk.practice)
        self.setWindowTitle(f"{desk.file_name} – sbdesk")
        self._show_frame(True)
        self._count(desk)
        self.navigate(self._features[0].key)

    def detach(self) -> None:
        """Close every page and show the start page."""
        self._desk = None
        self.pages.detach()
        self.pages.setCurrentWidget(self._start_page)
        self.practice_bar.hide()
        self.status.show_file("")
        self.setWindowTitle("sbdesk")
        self._show_frame(False)

    def navigate(self, feature_key: str, target: Target | None = None) -> None:
        """Go to a page and, in it, to a target."""
        self.pages.go(feature_key, target)

    def page(self) -> Page | None:
        """The page shown, or None on the start page."""
        return self.pages.current()

    def features(self) -> tuple[Feature, ...]:
        """What the window offers, in its order."""
        return self._features

    def next_step(self) -> None:
        """Ctrl+Enter: the next step of the case shown."""
        page = self.page()
        if page is not None and not page.next_step():
            self._with.messages.tell("Det finns inget nästa steg att ta här.")

    def tell_saved(self) -> None:
        """Ctrl+S: there is nothing to save."""
        saved = self.status.saved().removeprefix("Sparat ")
        self._with.messages.tell(f"Allt är redan sparat ({saved})." if saved else "Allt är redan sparat.")

    def open_palette(self) -> CommandPalette:
        """Ctrl+K: pages, acts of the page, acts of the window and cases."""
        search = self._desk.search if self._desk is not None else None
        dialog = CommandPalette(all_commands(self), search, self)
        dialog.open()
        return dialog

    def next_pane(self, step: int = 1) -> None:
        """F6: list, search, then the panes of the page."""
        page = self.page()
        inside = page.panes() if page is not None else ()
        go_to_pane((self.navigation, self.top_bar.search, *inside), step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text in a small window leaves room for the page."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only when work would be thrown away."""
        question = closing_question(self._with.tasks, self.pages.made())
        if question and not may_discard(self, question):
            event.ignore()
            return
        window_place.remember(self, self._with.settings)
        self.pages.detach()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A ledger may be dropped anywhere."""
        if self._can_import() and dropped_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the ledger import with the file."""
        files = dropped_files(event.mimeData().urls())
        if self._can_import() and files:
            self.navigate(IMPORT_PAGE, Target(query=str(files[0])))

    def _context(self) -> PageContext:
        if self._desk is None:
            raise RuntimeError("no database is open")
        desk, given = self._desk, self._with
        tasks = given.tasks.scope()
        messages = given.messages
        return PageContext(
            desk.services, tasks, desk.changes, messages, self.navigate, given.settings, desk.year
        )

    def _done(self, done: Done) -> None:
        self.status.show_saved(datetime.now().astimezone())
        self._with.messages.tell(done.message)
        if self._desk is not None:
            self._count(self._desk)

    def _count(self, desk: Desk) -> None:
        for feature in self._features:
            if feature.waiting is not None:
                self._with.tasks.read(
                    partial(feature.waiting, desk.services),
                    partial(self.navigation.show_waiting, feature.key),
                    lambda error: self._with.messages.tell(str(error)),
                )

    def _can_import(self) -> bool:
        return self._desk is not None and any(feature.key == IMPORT_PAGE for feature in self._features)

    def _lay_out(self) -> None:
        self.pages.addWidget(self._start_page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.navigation)
        below.addLayout(right, 1)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.practice_bar)
        whole.addLayout(below, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)

    def _fit(self) -> None:
        compact = self.width() < palette.current().px(SMALLEST_WHOLE)
        self.navigation.set_compact(compact)
        self.top_bar.set_compact(compact)

    def _connect(self) -> None:
        palette.changed().changed.connect(self._fit)
        self.navigation.chosen.connect(self.navigate)
        self.pages.shown.connect(self._page_shown)
        self.top_bar.search_wanted.connect(self.open_palette)
        self.status.messages_wanted.connect(self.show_messages)
        self._with.messages.listen(lambda message: self.status.tell(message.text))
        self._with.tasks.working.connect(self.status.show_work)

    def _page_shown(self, key: str) -> None:
        self.navigation.show_current(key)
        page = self.page()
        self.top_bar.show_title(page.title if page is not None else "")
        self.menus.enable(self.pages.history.can_go_back(), "back")
        self.menus.enable(self.pages.history.can_go_forward(), "forward")

    def _show_frame(self, shown: bool) -> None:
        for widget in (self.navigation, self.top_bar):
            widget.setVisible(shown)
        keys = [key for key in self.menus.acts if key in DESK_ACTS or key.startswith("page_")]
        self.menus.enable(shown, *keys)
        for menu in self.desk_menus:
            menu.menuAction().setVisible(shown)

    def show_messages(self) -> MessageList:
        """Open Meddelanden."""
        dialog = MessageList(self._with.messages, self)
        dialog.show()
        return dialog

    def help_here(self) -> None:
        """F1: the help about the page shown."""
        page = self.page()
        topic = page.help_topic if page is not None else ""
        self.navigate("help", Target(query=topic))

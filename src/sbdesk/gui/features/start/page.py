"""Offers the ways to begin; what they do is decided by whoever made the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from sbdesk import paths
from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.features.start.new_database import NewDatabase, NewDatabaseDialog
from sbdesk.gui.features.start.team_database import TeamDatabaseDialog
from sbdesk.gui.forms.ui_start_page import Ui_StartPage
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.message_bar import MessageBar

FILES = "Databaser (*.sbd);;Alla filer (*)"


@dataclass(frozen=True)
class Beginnings:
    """What the buttons do; each may take its time and answers by opening a desk or showing an error."""

    practise: Callable[[], None]
    create: Callable[[NewDatabase], None]
    open: Callable[[Path | str], None]


class StartPage(QWidget):
    """Välkommen till sbdesk."""

    def __init__(self, beginnings: Beginnings) -> None:
        super().__init__()
        self._beginnings = beginnings
        self.message_bar = MessageBar()
        form = QWidget()
        self.ui = Ui_StartPage()
        self.ui.setupUi(form)
        icons.place(self.ui.openExisting, "open")
        icons.place(self.ui.create, "add")
        icons.place(self.ui.practice, "practice", "primary_text")
        self.ui.picture.setPixmap(icons.app_icon().pixmap(56, 56))
        self.ui.practice.clicked.connect(beginnings.practise)
        self.ui.create.clicked.connect(self.ask_for_new)
        self.ui.openExisting.clicked.connect(self.ask_for_file)
        self.ui.team.clicked.connect(self.ask_for_team)
        icons.place(self.ui.team, "person")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.addWidget(self.message_bar)
        whole.addWidget(form, 1)
        self.setFocusProxy(self.ui.practice)

    def set_busy(self, text: str) -> None:
        """Say what is going on and keep the buttons from being pressed twice; empty text ends it."""
        for button in (self.ui.practice, self.ui.create, self.ui.openExisting, self.ui.team):
            button.setEnabled(not text)
        if text:
            self.message_bar.tell(Tone.NOTE, text)
        else:
            self.message_bar.clear()

    def show_error(self, error: UserFacingError, action: Action | None = None) -> None:
        """Why a database could not be opened or made, and the buttons again."""
        self.set_busy("")
        self.message_bar.show_error(error, action)

    def ask_for_new(self) -> NewDatabaseDialog:
        """Open the form with three questions."""
        dialog = NewDatabaseDialog(self)
        dialog.chosen.connect(self._beginnings.create)
        dialog.open()
        return dialog

    def ask_for_file(self) -> QFileDialog:
        """Let the officer point at a database."""
        dialog = QFileDialog(self, "Öppna databas", str(paths.data_folder()), FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._beginnings.open(Path(name)))
        dialog.open()
        return dialog

    def ask_for_team(self) -> TeamDatabaseDialog:
        """Open the form for a database that a team shares on a server."""
        dialog = TeamDatabaseDialog(self)
        dialog.chosen.connect(self._beginnings.open)
        dialog.open()
        return dialog

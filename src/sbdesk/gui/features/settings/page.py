"""Inställningar: each change is kept at once, so there is no button that saves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui import icons
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.settings.columns import people_columns
from sbdesk.gui.features.settings.parts import BackupPart, FilePart, LookPart, SenderPart
from sbdesk.gui.features.settings.person_dialog import PersonDialog
from sbdesk.gui.features.settings.presenter import SettingsPresenter, SettingsShown
from sbdesk.gui.shell.appearance import Appearance
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action, CheckItem
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.services.settings import OfficerRow


class SettingsPage(Page):
    """Tabs: sender, people, look, backup folder, file."""

    title = "Inställningar"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.agency, self.backup, self.file = SenderPart(), BackupPart(), FilePart()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("a page needs the application")
        self.look = LookPart(Appearance(app, context.settings))
        self.model: RowTableModel[OfficerRow] = RowTableModel(people_columns(), lambda row: row.id)
        self.people: TableView[OfficerRow] = TableView(
            self.model, "Personer och roller", context.settings, "people"
        )
        self.add_person = QPushButton("Lägg till person…")
        icons.place(self.add_person, "add")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Inställningar")
        self._lay_out()
        self.presenter = SettingsPresenter(context, self)
        self.agency.changed.connect(self.presenter.set_sender)
        self.backup.changed.connect(self.presenter.set_backup_folder)
        self.file.check_wanted.connect(self.presenter.check)
        self.add_person.clicked.connect(self.ask_person)
        self.people.told.connect(context.messages.tell)
        self.add_command(Action("Lägg till person…", self.ask_person, icon="add"))
        self.add_command(Action("Kontrollera databasen", self._check))
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """``part`` names a tab, such as ``Fil``."""
        for number in range(self.tabs.count()):
            if target is not None and target.part and self.tabs.tabText(number).startswith(target.part):
                self.tabs.setCurrentIndex(number)

    def first_focus(self) -> QWidget:
        """The tabs."""
        return self.tabs.tabBar()

    def panes(self) -> Sequence[QWidget]:
        """The tabs and what is in the one chosen."""
        inside = self.tabs.currentWidget()
        return (self.tabs.tabBar(), inside) if inside is not None else (self.tabs.tabBar(),)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_settings(self, shown: SettingsShown) -> None:
        """Everything."""
        self.agency.show_sender(shown.sender)
        self.model.set_rows(shown.people)
        self.backup.show_folder(shown.backup_folder)
        self.file.show_place(shown.place, shown.folder)

    def sender_kept(self) -> None:
        """What the fields hold is stored."""
        self.agency.kept()

    def show_checking(self, checking: bool) -> None:
        """The check has begun or ended."""
        self.file.show_checking(checking)

    def show_result(self, items: Sequence[CheckItem]) -> None:
        """What the check found."""
        self.file.show_result(items)

    def ask_person(self) -> None:
        """Ask for a colleague."""
        dialog = PersonDialog(self)
        dialog.given.connect(self.presenter.add_person)
        dialog.open()

    def _check(self) -> None:
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.presenter.check()

    def _lay_out(self) -> None:
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.add_person)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.people, 1)
        people.setFocusProxy(self.people)
        for widget, title in (
            (scrolled(self.agency), "Avsändare"),
            (people, "Personer och roller"),
            (scrolled(self.look), "Utseende"),
            (scrolled(self.backup), "Säkerhetskopia"),
            (scrolled(self.file), "Fil"),
        ):
            self.tabs.addTab(widget, title)
        self.body.addWidget(self.tabs, 1)

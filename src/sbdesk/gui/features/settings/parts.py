"""The tabs of Inställningar that are forms: sender, look, backup folder, file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from sbdesk.gui import palette
from sbdesk.gui.forms.ui_settings_backup import Ui_SettingsBackup
from sbdesk.gui.forms.ui_settings_file import Ui_SettingsFile
from sbdesk.gui.forms.ui_settings_look import Ui_SettingsLook
from sbdesk.gui.forms.ui_settings_sender import Ui_SettingsSender
from sbdesk.gui.look import SCALES, Density, Theme
from sbdesk.gui.shell.appearance import DENSITY_LABELS, THEME_LABELS, Appearance
from sbdesk.gui.shown import CheckItem
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.services.office_settings import Sender


class SenderPart(QWidget):
    """``changed`` carries a :class:`Sender` when the officer has left a changed field."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ui = Ui_SettingsSender()
        self.ui.setupUi(self)
        ui = self.ui
        self._lines: dict[str, QLineEdit] = {
            "name": ui.name,
            "unit": ui.unit,
            "organisation_number": ui.org,
            "phone": ui.phone,
            "email": ui.email,
            "bankgiro": ui.bankgiro,
        }
        for line in self._lines.values():
            line.editingFinished.connect(lambda: self.changed.emit(self.given()))
        ui.address.installEventFilter(self)
        palette.changed().changed.connect(self._resize)
        self._resize()

    def show_sender(self, sender: Sender) -> None:
        """Show what is stored; a field that the officer is typing in stays."""
        for name, line in self._lines.items():
            if not line.isModified():
                line.setText(str(getattr(sender, name)))
        if not self.ui.address.document().isModified():
            self.ui.address.setPlainText("\n".join(sender.address))
            self.ui.address.document().setModified(False)

    def given(self) -> Sender:
        """What the fields hold."""
        texts = {name: line.text().strip() for name, line in self._lines.items()}
        lines = (line.strip() for line in self.ui.address.toPlainText().splitlines())
        return Sender(**texts, address=tuple(line for line in lines if line))

    def kept(self) -> None:
        """What the fields hold is stored."""
        for line in self._lines.values():
            line.setModified(False)
        self.ui.address.document().setModified(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The address is kept when it loses the focus."""
        if event.type() == QEvent.Type.FocusOut and self.ui.address.document().isModified():
            self.changed.emit(self.given())
        return super().eventFilter(watched, event)

    def _resize(self) -> None:
        self.ui.address.setFixedHeight(palette.current().px(88))


class LookPart(QWidget):
    """Changes the look at once."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.ui = Ui_SettingsLook()
        self.ui.setupUi(self)
        for theme, words in THEME_LABELS.items():
            self.ui.theme.addItem(words, theme.value)
        for scale in SCALES:
            self.ui.scale.addItem(f"{scale} %", scale)
        for density, words in DENSITY_LABELS.items():
            self.ui.density.addItem(words, density.value)
        self._show_look()
        self.ui.theme.activated.connect(lambda _: appearance.set_theme(Theme(self.ui.theme.currentData())))
        self.ui.scale.activated.connect(lambda _: appearance.set_text_scale(int(self.ui.scale.currentData())))
        self.ui.density.activated.connect(
            lambda _: appearance.set_density(Density(self.ui.density.currentData()))
        )
        self.ui.standard.clicked.connect(self._standard)
        palette.changed().changed.connect(self._show_look)

    def _standard(self) -> None:
        self._appearance.set_density(Density.NORMAL)
        self._appearance.set_text_scale(100)
        self._appearance.set_theme(Theme.SYSTEM)

    def _show_look(self) -> None:
        """Follow also what the menu Visa changes."""
        look = self._appearance
        for combo, value in (
            (self.ui.theme, look.theme.value),
            (self.ui.scale, look.text_scale),
            (self.ui.density, look.density.value),
        ):
            _choose(combo, value)


def _choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))


class BackupPart(QWidget):
    """``changed`` carries the folder as text."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ui = Ui_SettingsBackup()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.ui.folder.editingFinished.connect(lambda: self.changed.emit(self.ui.folder.text().strip()))
        self.ui.choose.clicked.connect(self._choose)

    def show_folder(self, folder: str) -> None:
        """Show the folder that is stored."""
        self.ui.folder.setText(folder)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj mapp för säkerhetskopior", self.ui.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.changed)
        dialog.open()


class FilePart(QWidget):
    """Where the database is, and the check of it; ``check_wanted`` when the officer asks for one."""

    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = ""
        self.ui = Ui_SettingsFile()
        self.ui.setupUi(self)
        self.result = ChecksList("Kontrollens resultat")
        self.result.hide()
        self.ui.resultPlace.addWidget(self.result)
        self.ui.openFolder.clicked.connect(self._open)
        self.ui.check.clicked.connect(self.check_wanted)

    def show_place(self, place: str, folder: str) -> None:
        """The file, and its folder unless the database is on a server."""
        self._folder = folder
        self.ui.place.setText(place)
        self.ui.openFolder.setEnabled(bool(folder))
        self.ui.openFolder.setToolTip(
            "" if folder else "Databasen finns på en server och har ingen mapp här."
        )

    def show_checking(self, checking: bool) -> None:
        """The button waits while the check runs."""
        self.ui.check.setEnabled(not checking)
        self.ui.check.setText("Kontrollerar …" if checking else "Kontrollera databasen")

    def show_result(self, items: Sequence[CheckItem]) -> None:
        """What the check found."""
        self.result.show_items(items)
        self.result.setMinimumHeight(palette.current().px(180))
        self.result.show()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._folder))))

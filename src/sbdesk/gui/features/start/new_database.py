"""Asks the three things a new database needs: name, role and where copies go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from sbdesk.domain.parties import Role
from sbdesk.gui.forms.ui_start_new_database import Ui_NewDatabaseDialog
from sbdesk.gui.widgets.labels import restyle


@dataclass(frozen=True, slots=True)
class NewDatabase:
    """What the officer answered."""

    name: str
    role: Role
    backup_folder: Path


ROLE_LABELS = {
    Role.OFFICER: "Handläggare",
    Role.DECIDER: "Beslutsfattare",
    Role.PAYER: "Ekonom",
    Role.JURIST: "Jurist",
    Role.ADMIN: "Administratör",
}


class NewDatabaseDialog(QDialog):
    """``chosen`` carries a :class:`NewDatabase` when all three answers hold."""

    chosen = Signal(NewDatabase)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_NewDatabaseDialog()
        self.ui.setupUi(self)
        for role, text in ROLE_LABELS.items():
            self.ui.role.addItem(text, role.value)
        self.ui.problem.hide()
        self.ui.create.clicked.connect(self._create)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.choose.clicked.connect(self._choose)

    def _create(self) -> None:
        name = " ".join(self.ui.name.text().split())
        folder = Path(self.ui.backup.text().strip())
        restyle(self.ui.name, invalid=False)
        restyle(self.ui.backup, invalid=False)
        if not name:
            self._refuse(self.ui.name, "Ditt namn saknas. Skriv för- och efternamn.")
        elif not self.ui.backup.text().strip():
            self._refuse(self.ui.backup, "Mapp för säkerhetskopior saknas. Välj en på en annan disk.")
        elif not folder.is_dir():
            self._refuse(self.ui.backup, f"Mappen {folder} finns inte. Skapa den eller välj en annan.")
        else:
            answer = NewDatabase(name, Role(self.ui.role.currentData()), folder)
            self.accept()
            self.chosen.emit(answer)

    def _refuse(self, field: QLineEdit, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj mapp för säkerhetskopior", self.ui.backup.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.ui.backup.setText)
        dialog.open()

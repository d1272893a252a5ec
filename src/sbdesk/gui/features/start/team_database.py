"""Asks for the server, the database and the personal login of a team's shared database."""

from __future__ import annotations

import getpass
from urllib.parse import quote

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sbdesk.gui.forms.ui_start_team_database import Ui_TeamDatabaseDialog
from sbdesk.gui.widgets.labels import restyle


def address(server: str, database: str, login: str, password: str = "") -> str:
    """The place as the desk opens it; every part may hold any letter. A port stands after a colon."""
    who = quote(login, safe="") + (f":{quote(password, safe='')}" if password else "")
    return f"postgresql+psycopg://{who}@{quote(server, safe=':[]')}/{quote(database, safe='')}"


class TeamDatabaseDialog(QDialog):
    """``chosen`` carries the address."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_TeamDatabaseDialog()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.ui.login.setText(getpass.getuser())
        self.ui.open.clicked.connect(self._open)
        self.ui.cancel.clicked.connect(self.reject)

    def _open(self) -> None:
        needed = {
            self.ui.server: "Serverns namn saknas. Fråga den som sköter databasen.",
            self.ui.database: "Databasens namn saknas. Fråga den som sköter databasen.",
            self.ui.login: "Din inloggning saknas. Ange den du har på servern.",
        }
        for field in needed:
            restyle(field, invalid=False)
        for field, problem in needed.items():
            if not field.text().strip():
                self.ui.problem.setText(problem)
                self.ui.problem.show()
                field.setAccessibleDescription(problem)
                restyle(field, invalid=True)
                field.setFocus()
                return
        server, database, login = (field.text().strip() for field in needed)
        password = self.ui.password.text()
        self.accept()
        self.chosen.emit(address(server, database, login, password))

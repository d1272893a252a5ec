"""Asks for a colleague: name, title, roles and up to how much they may decide and attest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from sbdesk.domain.parties import Role
from sbdesk.gui.features.settings.columns import ROLE_WORDS
from sbdesk.gui.forms.ui_settings_person import Ui_PersonDialog
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.settings import OfficerInput


class PersonDialog(QDialog):
    """``given`` carries an :class:`OfficerInput`."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_PersonDialog()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.roles: dict[Role, QCheckBox] = {}
        for role, words in ROLE_WORDS.items():
            box = QCheckBox(words.capitalize())
            box.setChecked(role is Role.OFFICER)
            self.ui.rolesPlace.addWidget(box)
            self.roles[role] = box
        self.decide = MoneyField("Får besluta upp till, kronor")
        self.pay = MoneyField("Får attestera upp till, kronor")
        self.ui.decidePlace.addWidget(self.decide)
        self.ui.payPlace.addWidget(self.pay)
        self.ui.decideLabel.setBuddy(self.decide.edit)
        self.ui.payLabel.setBuddy(self.pay.edit)
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)

    def _ok(self) -> None:
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        for line in (self.ui.name, self.ui.title):
            restyle(line, invalid=False)
        if not self.ui.name.text().strip():
            self._refuse(self.ui.name, "Namnet saknas. Skriv för- och efternamn.")
        elif not self.ui.title.text().strip():
            self._refuse(self.ui.title, "Titeln saknas. Skriv den som ska stå i beslut och brev.")
        elif not roles:
            self._refuse(self.roles[Role.OFFICER], "Ingen roll är vald. Välj minst en.")
        elif self.decide.problem() or self.pay.problem():
            field = self.decide if self.decide.problem() else self.pay
            self._refuse(field.edit, field.problem())
        else:
            person = OfficerInput(
                name=self.ui.name.text().strip(),
                title=self.ui.title.text().strip(),
                roles=roles,
                email=self.ui.email.text().strip(),
                phone=self.ui.phone.text().strip(),
                decide_limit_ore=self.decide.ore() or 0,
                pay_limit_ore=self.pay.ore() or 0,
            )
            self.accept()
            self.given.emit(person)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        if isinstance(field, QLineEdit):
            restyle(field, invalid=True)
        field.setFocus()

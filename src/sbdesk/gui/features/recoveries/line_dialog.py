"""The dialog for one line of a claim: ground, amount, what was found, and why it is claimed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from sbdesk.gui.features.recoveries.dialogs import FittedDialog, plain, refuse, right
from sbdesk.gui.forms.ui_recovery_line import Ui_RecoveryLine
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.services.recoveries_rows import GroundRow, RecoveryLineRow


class LineDialog(FittedDialog):
    """Change a line, or add one of the officer's own; ``given`` carries a :class:`LineInput`."""

    given = Signal(object)

    def __init__(
        self,
        line: RecoveryLineRow | None,
        grounds: Sequence[GroundRow],
        locked: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_RecoveryLine()
        self.ui.setupUi(self)
        self._grounds = {ground.code: ground for ground in grounds}
        self.amount = MoneyField(plain(self.ui.amountLabel.text()))
        self.ui.amountPlace.addWidget(self.amount)
        self.ui.amountLabel.setBuddy(self.amount.edit)
        for ground in grounds:
            self.ui.ground.addItem(ground.title, ground.code)
        self.ui.problem.hide()
        self.ui.intro.setText(self._intro(line, locked))
        self.ui.intro.setVisible(bool(self.ui.intro.text()))
        if line is not None:
            self._fill(line)
        self.ui.ground.setEnabled(not locked)
        self._show_discretion()
        self.ui.ground.currentIndexChanged.connect(lambda _: self._show_discretion())
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.amount.edit.setFocus()

    def _intro(self, line: RecoveryLineRow | None, locked: str) -> str:
        if line is None:
            return "Eget fynd: skriv vad som har framkommit och varför beloppet ska betalas tillbaka."
        return " ".join(part for part in (line.label, line.text, locked) if part)

    def _fill(self, line: RecoveryLineRow) -> None:
        ui = self.ui
        ui.ground.setCurrentIndex(ui.ground.findData(line.ground))
        self.amount.set_ore(line.amount_ore)
        ui.reason.setPlainText(line.reason)
        ui.judgement.setPlainText(line.judgement)
        ui.discretion.setPlainText(line.discretion)

    def _show_discretion(self) -> None:
        """Only a ground that can but need not lead to a claim asks why it does."""
        ground = self._grounds.get(self.ui.ground.currentData())
        form: QFormLayout = self.ui.form
        form.setRowVisible(4, ground is not None and ground.may)

    def _ok(self) -> None:
        ui = self.ui
        if not right(self.amount, "Beloppet saknas. Skriv till exempel 1 234,50."):
            return
        if not ui.reason.toPlainText().strip():
            refuse(ui.problem, ui.reason, "Det ni har funnit saknas. Skriv det i fältet.")
            return
        made = LineInput(
            self.amount.ore(),
            str(ui.ground.currentData()),
            _typed(ui.reason),
            _typed(ui.judgement),
            _typed(ui.discretion),
        )
        self.accept()
        self.given.emit(made)


def _typed(field: QPlainTextEdit) -> str:
    return field.toPlainText().strip()

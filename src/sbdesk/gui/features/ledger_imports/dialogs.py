"""Asks why an import is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sbdesk.gui import formats
from sbdesk.gui.forms.ui_ledger_import_undo import Ui_LedgerImportUndo
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.ledger_imports_rows import UndoFacts


class UndoDialog(QDialog):
    """``chosen`` carries the reason. The default button is Avbryt: verdicts may go."""

    chosen = Signal(str)

    def __init__(self, facts: UndoFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_LedgerImportUndo()
        self.ui.setupUi(self)
        rows = formats.count(facts.rows, "rad", "rader")
        self.ui.what.setText(
            f"Hela inläsningen av {facts.file_name} tas ur alla summor: {rows}, "
            f"{formats.kronor(facts.sum_ore)}. Filen finns kvar och kan läsas in igen."
        )
        self.ui.warning.setText(facts.warning)
        self.ui.warning.setVisible(bool(facts.warning))
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.reason.setFocus()

    def _ok(self) -> None:
        reason = self.ui.reason.text().strip()
        if not reason:
            problem = "Skälet saknas. Skriv varför inläsningen ska ångras."
            self.ui.problem.setText(problem)
            self.ui.problem.show()
            self.ui.reason.setAccessibleDescription(problem)
            restyle(self.ui.reason, invalid=True)
            self.ui.reason.setFocus()
            return
        self.accept()
        self.chosen.emit(reason)

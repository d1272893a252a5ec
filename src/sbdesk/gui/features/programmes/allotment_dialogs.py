"""Asks for one share of an allotment: whom, for what, how many units, what is decided and by which source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui.forms.ui_allotment_share import Ui_ShareDialog
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.allotments_rows import AllotmentPage, ComponentRow, ShareInput, ShareRow

FIXED = "Mottagare och verksamhet ändras bara innan statsbidragets uppgifter är granskade."


class ShareDialog(QDialog):
    """``given`` carries a :class:`ShareInput`."""

    given = Signal(object)

    def __init__(
        self,
        page: AllotmentPage,
        component: ComponentRow,
        share: ShareRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ShareDialog()
        self.ui.setupUi(self)
        self.decided = MoneyField("Bestämt belopp i kronor")
        self.ui.decidedPlace.addWidget(self.decided)
        self.ui.decidedLabel.setBuddy(self.decided.edit)
        self.ui.operation.addItem("Ingen", None)
        for key, text in page.recipients:
            self.ui.recipient.addItem(text, key)
        for key, text in page.operations:
            self.ui.operation.addItem(text, key)
        self._fill(page, component, share)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._save)
        self.ui.cancel.clicked.connect(self.reject)

    def _fill(self, page: AllotmentPage, component: ComponentRow, share: ShareRow | None) -> None:
        fixed = share is not None and page.state is not ProgrammeState.DRAFT
        intro = f"{component.label}: {component.method_words.lower()}."
        self.ui.intro.setText(f"{intro} {FIXED}" if fixed else intro)
        self.ui.recipient.setEnabled(not fixed)
        self.ui.operation.setEnabled(not fixed)
        if share is None:
            return
        self.ui.recipient.setCurrentIndex(self.ui.recipient.findData(share.recipient_id))
        self.ui.operation.setCurrentIndex(self.ui.operation.findData(share.operation_id))
        self.ui.units.setText("" if share.units is None else str(share.units))
        self.ui.weight.setText("" if share.weight is None else str(share.weight))
        self.decided.set_ore(share.decided_ore)
        self.ui.source.setText(share.source)

    def _save(self) -> None:
        units, weight = self._number(self.ui.units), self._number(self.ui.weight)
        if units == -1 or weight == -1:
            return
        if self.decided.problem():
            self.decided.show_problem(self.decided.problem())
            self.decided.edit.setFocus()
            return
        source = self.ui.source.text().strip()
        if self.decided.ore() is not None and not source:
            self._tell(
                self.ui.source, "Källan saknas. Skriv vilket beslut eller vilken lista som anger beloppet."
            )
            return
        self.accept()
        self.given.emit(
            ShareInput(
                recipient_id=int(self.ui.recipient.currentData()),
                operation_id=self.ui.operation.currentData(),
                units=units,
                weight=weight,
                decided_ore=self.decided.ore(),
                source=source,
            )
        )

    def _number(self, edit: QLineEdit) -> int | None:
        """What is typed; −1 when it is no whole number, and then the field says so."""
        text = "".join(edit.text().split())
        restyle(edit, invalid=False)
        if not text or (text.isascii() and text.isdigit()):
            return int(text) if text else None
        self._tell(edit, f"”{edit.text()}” är inget helt tal. Skriv till exempel 33.")
        return -1

    def _tell(self, edit: QLineEdit, text: str) -> None:
        restyle(edit, invalid=True)
        self.ui.problem.setText(text)
        self.ui.problem.show()
        edit.setFocus()

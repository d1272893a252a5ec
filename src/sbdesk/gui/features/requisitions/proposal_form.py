"""The form that lays a grant or a refusal before the decider, in the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.amount_fields import AmountFields, tab_through
from sbdesk.gui.features.requisitions.entries import ProposalStart, ProposalTyped
from sbdesk.gui.forms.ui_requisition_proposal import Ui_RequisitionProposal
from sbdesk.gui.widgets.unsaved import contents


class ProposalForm(QWidget):
    """``saved`` carries the act and a :class:`ProposalTyped`; ``cancelled`` that the officer gave it up."""

    saved = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RequisitionProposal()
        self.ui.setupUi(self)
        self._begun = contents(self)
        self.amounts = AmountFields()
        self.ui.amountsPlace.addWidget(self.amounts)
        self._act = Act.PROPOSE
        self.ui.ok.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.cancelled)

    def start(self, start: ProposalStart) -> None:
        """Fill the form and put the focus in its first field."""
        ui = self.ui
        self._act = start.act
        ui.title.setText(start.title)
        ui.intro.setText(start.intro)
        ui.ok.setText(start.ok)
        ui.form.setRowVisible(0, bool(start.amounts))
        self.amounts.show_rows(start.amounts)
        ui.reasons.clear()
        ui.decider.clear()
        for key, words in start.deciders:
            ui.decider.addItem(words, key)
        ui.problem.hide()
        tab_through([*self.amounts.edits(), ui.reasons, ui.decider, ui.ok, ui.cancel])
        first = next(iter(self.amounts.fields.values()), None)
        (first.edit if first is not None else ui.reasons).setFocus()
        self._begun = contents(self)

    def changed(self) -> bool:
        """Whether something is typed since the form was opened."""
        return contents(self) != self._begun

    def save(self) -> None:
        """Give the proposal, or mark the first amount that cannot be read."""
        wrong = self.amounts.first_problem()
        if wrong is not None:
            wrong.edit.setFocus()
            return
        typed = ProposalTyped(
            self.amounts.amounts(), self.ui.reasons.toPlainText().strip(), self.ui.decider.currentData()
        )
        self.saved.emit(self._act, typed)

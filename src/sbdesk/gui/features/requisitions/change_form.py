"""The form for a change of a decision: kind, ground, new amounts, reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.gui.features.requisitions.amount_fields import AmountFields, tab_through
from sbdesk.gui.features.requisitions.change_entries import ChangeStart
from sbdesk.gui.forms.ui_requisition_change import Ui_RequisitionChange
from sbdesk.gui.widgets.unsaved import contents
from sbdesk.services.decision_changes_cases import ChangeInput


class ChangeForm(QWidget):
    """``saved`` and ``preview_wanted`` carry a :class:`ChangeInput`."""

    saved = Signal(object)
    preview_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RequisitionChange()
        self.ui.setupUi(self)
        self._begun = contents(self)
        self.amounts = AmountFields()
        self.ui.amountsPlace.addWidget(self.amounts)
        self.ui.kind.currentIndexChanged.connect(lambda _index: self._show_amounts())
        self.ui.ok.clicked.connect(self.save)
        self.ui.preview.clicked.connect(lambda: self._give(self.preview_wanted))
        self.ui.cancel.clicked.connect(self.cancelled)

    def start(self, start: ChangeStart) -> None:
        """Fill the form and put the focus in its first field."""
        ui = self.ui
        ui.intro.setText(start.intro)
        for box, choices, chosen in (
            (ui.kind, start.kinds, start.kind),
            (ui.ground, start.grounds, start.ground),
        ):
            box.clear()
            for key, words in choices:
                box.addItem(words, key)
            keys = [key for key, _ in choices]
            box.setCurrentIndex(keys.index(chosen) if chosen in keys else (0 if box is ui.kind else -1))
        ui.ground.setPlaceholderText("Välj grund")
        self.amounts.show_rows(start.amounts)
        ui.reasons.setPlainText(start.reasons)
        ui.unheard.setPlainText(start.unheard_reason)
        ui.form.setRowVisible(0, len(start.kinds) > 1)
        ui.form.setRowVisible(1, bool(start.grounds))
        ui.form.setRowVisible(4, bool(start.grounds))
        self._show_amounts()
        ui.problem.hide()
        tab_through(
            [ui.kind, ui.ground, *self.amounts.edits(), ui.reasons, ui.unheard, ui.ok, ui.preview, ui.cancel]
        )
        (ui.kind if len(start.kinds) > 1 else ui.reasons).setFocus()
        self._begun = contents(self)

    def changed(self) -> bool:
        """Whether something is typed since the form was opened."""
        return contents(self) != self._begun

    def save(self) -> None:
        """Give what is typed, or mark what cannot be read."""
        self._give(self.saved)

    def _give(self, signal: object) -> None:
        ui = self.ui
        wrong = self.amounts.first_problem()
        if wrong is not None:
            wrong.edit.setFocus()
            return
        reasons = ui.reasons.toPlainText().strip()
        ui.problem.setVisible(not reasons)
        if not reasons:
            ui.problem.setText("Skälen saknas. De står i beslutet.")
            ui.reasons.setFocus()
            return
        kind = DecisionKind(ui.kind.currentData())
        ground = ui.ground.currentData()
        given = ChangeInput(
            kind,
            {} if kind is DecisionKind.REVOKE else self.amounts.amounts(),
            reasons,
            None if ground is None else ChangeGround(ground),
            ui.unheard.toPlainText().strip(),
        )
        (self.saved if signal is self.saved else self.preview_wanted).emit(given)

    def _show_amounts(self) -> None:
        """A revocation takes everything: there is no amount to type."""
        self.ui.form.setRowVisible(2, self.ui.kind.currentData() != DecisionKind.REVOKE)

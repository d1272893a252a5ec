"""Asks what a programme is called, what its frame consists of and what money may be demanded back on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from sbdesk.domain.allotment import Rounding
from sbdesk.domain.programme import (
    AllotmentMethod,
    Component,
    EligibleKind,
    Modality,
    RecoveryGround,
    VerdictCause,
)
from sbdesk.domain.programme_choices import (
    METHOD_WORDS,
    MODALITY_WORDS,
    OPERATION_WORDS,
    RECIPIENT_WORDS,
    ROUNDING_WORDS,
)
from sbdesk.domain.programme_entry import (
    Identity,
    component_problem,
    fact_name,
    ground_problem,
    identity_problem,
)
from sbdesk.gui.features.programmes import entries
from sbdesk.gui.features.programmes.asking import AskDialog, choose
from sbdesk.gui.forms.ui_programme_component import Ui_ComponentDialog
from sbdesk.gui.forms.ui_programme_ground import Ui_GroundDialog
from sbdesk.gui.forms.ui_programme_identity import Ui_IdentityDialog
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.services.programme_rows import ComponentRow, FactRow, GroundRow

GROUND_CODES = {
    "unused": "Inte använt",
    "wrong_purpose": "Fel ändamål",
    "condition_breach": "Villkor är inte följda",
    "no_report": "Återrapport saknas",
    "late_report": "Sen återrapport",
    "no_evidence": "Underlag saknas",
    "late_evidence": "Sena underlag",
    "unsupported_evidence": "Underlag styrker inte kostnaden",
    "wrongly_paid": "Felaktigt utbetalt",
}
"""Codes that the recovery knows the meaning of; another code is a ground without a meaning of its own."""


class IdentityDialog(AskDialog):
    """``given`` carries an :class:`Identity`."""

    def __init__(self, title: str, intro: str, start: Identity | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_IdentityDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.intro.setText(intro)
        self.set_up(
            self.ui.problem,
            self.ui.ok,
            self.ui.cancel,
            title=self.ui.title,
            short_title=self.ui.shortTitle,
            year=self.ui.year,
            code=self.ui.code,
        )
        for kind, words in RECIPIENT_WORDS.items():
            self.ui.recipientKind.addItem(words, kind.value)
        if start is not None:
            self.ui.title.setText(start.title)
            self.ui.shortTitle.setText(start.short_title)
            self.ui.year.setText(str(start.year))
            self.ui.code.setText(start.code)
            self.ui.caseNumber.setText(start.case_number)
            choose(self.ui.recipientKind, start.recipient_kind.value)

    def save(self) -> None:
        """Names, year and kind of recipient."""
        year = self.ui.year.text().strip()
        given = Identity(
            code=self.ui.code.text().strip(),
            year=int(year) if year.isascii() and year.isdecimal() else 0,
            title=self.ui.title.text().strip(),
            short_title=self.ui.shortTitle.text().strip(),
            recipient_kind=EligibleKind(self.ui.recipientKind.currentData()),
            case_number=self.ui.caseNumber.text().strip(),
        )
        problem = identity_problem(given)
        self.tell(*(problem or ("", "")))
        if problem is None:
            self.given.emit(given)


class ComponentDialog(AskDialog):
    """``given`` carries a :class:`Component` without shares."""

    def __init__(
        self, row: ComponentRow | None, facts: Sequence[FactRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ComponentDialog()
        self.ui.setupUi(self)
        self.total = MoneyField("Belopp i kronor (obligatorisk)")
        self.total.edit.setObjectName("total")
        self.ui.totalPlace.addWidget(self.total)
        self.ui.totalLabel.setBuddy(self.total.edit)
        self.set_up(
            self.ui.problem,
            self.ui.ok,
            self.ui.cancel,
            label=self.ui.label,
            code=self.ui.code,
            total=self.total.edit,
            purpose_fact=self.ui.purposeFact,
        )
        self._fill(facts)
        if row is not None:
            self._show(row.component)
        self.ui.method.currentIndexChanged.connect(self._arrange)
        self.ui.separatePurpose.toggled.connect(self._arrange)
        self.ui.label.editingFinished.connect(self._suggest)
        self._arrange()

    def save(self) -> None:
        """The part, when its amount can be read."""
        total = self.total.ore()
        if total is None:
            text = self.total.problem() or "Beloppet saknas. Skriv till exempel 12 000 000."
            return self.tell("total", text)
        own = self.ui.separatePurpose.isChecked()
        given = Component(
            code=self.ui.code.text().strip(),
            label=self.ui.label.text().strip(),
            total_ore=total,
            method=AllotmentMethod(self.ui.method.currentData()),
            rounding=str(self.ui.rounding.currentData()),
            separate_purpose=own,
            purpose_fact=str(self.ui.purposeFact.currentData() or "") or None if own else None,
            shares=(),
            operation_kind=str(self.ui.operationKind.currentData() or "") or None,
        )
        problem = component_problem(given)
        self.tell(*(problem or ("", "")))
        if problem is None:
            self.given.emit(given)
        return None

    def _fill(self, facts: Sequence[FactRow]) -> None:
        for method, words in METHOD_WORDS.items():
            self.ui.method.addItem(words, method.value)
        for rounding, words in ROUNDING_WORDS.items():
            self.ui.rounding.addItem(words, rounding.value)
        self.ui.operationKind.addItem("Ingen särskild: beloppet hör till mottagaren", "")
        for kind, words in OPERATION_WORDS.items():
            self.ui.operationKind.addItem(words, kind.value)
        for row in facts:
            if row.fact.ordinal == 1 and row.status.has_value:
                self.ui.purposeFact.addItem(f"{row.title}: {row.value}", row.name)

    def _show(self, component: Component) -> None:
        self.ui.label.setText(component.label)
        self.ui.code.setText(component.code)
        self.total.set_ore(component.total_ore)
        choose(self.ui.method, component.method.value)
        choose(self.ui.rounding, component.rounding)
        choose(self.ui.operationKind, component.operation_kind or "")
        self.ui.separatePurpose.setChecked(component.separate_purpose)
        choose(self.ui.purposeFact, component.purpose_fact)

    def _arrange(self) -> None:
        rounds = entries.has_rounding(AllotmentMethod(self.ui.method.currentData()))
        if not rounds:
            choose(self.ui.rounding, Rounding.LARGEST_REMAINDER.value)
        for widget in (self.ui.rounding, self.ui.roundingLabel):
            widget.setVisible(rounds)
        for widget in (self.ui.purposeFact, self.ui.purposeFactLabel):
            widget.setVisible(self.ui.separatePurpose.isChecked())

    def _suggest(self) -> None:
        if not self.ui.code.text():
            self.ui.code.setText(fact_name(self.ui.label.text()).replace("_", "-"))


class GroundDialog(AskDialog):
    """``given`` carries a :class:`RecoveryGround`."""

    def __init__(
        self, row: GroundRow | None, facts: Sequence[FactRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_GroundDialog()
        self.ui.setupUi(self)
        self.set_up(
            self.ui.problem,
            self.ui.ok,
            self.ui.cancel,
            label=self.ui.label,
            code=self.ui.code,
            fact=self.ui.fact,
        )
        for code, words in GROUND_CODES.items():
            self.ui.code.addItem(words, code)
        for modality, words in MODALITY_WORDS.items():
            self.ui.modality.addItem(words, modality.value)
        for one in facts:
            if one.fact.ordinal == 1 and (one.quote or one.statute):
                self.ui.fact.addItem(f"{one.title}: {one.quote or one.statute}", one.name)
        chosen = row.ground if row is not None else None
        self.causes = {cause: QCheckBox(f"{cause.value} {cause.swedish}") for cause in VerdictCause}
        grid = QGridLayout()
        for number, (cause, box) in enumerate(self.causes.items()):
            box.setObjectName(f"cause{cause.value}")
            box.setChecked(chosen is not None and cause in chosen.causes)
            grid.addWidget(box, number % 5, number // 5)
        self.ui.causesPlace.addLayout(grid)
        if chosen is not None:
            self.ui.label.setText(chosen.label)
            self.ui.code.setCurrentIndex(self.ui.code.findData(chosen.code))
            self.ui.code.setEditText(GROUND_CODES.get(chosen.code, chosen.code))
            choose(self.ui.modality, chosen.modality.value)
            choose(self.ui.fact, chosen.fact)

    def save(self) -> None:
        """The ground with the verdict causes that may rest on it."""
        index = self.ui.code.findText(self.ui.code.currentText())
        code = str(self.ui.code.itemData(index)) if index >= 0 else self.ui.code.currentText().strip()
        given = RecoveryGround(
            code=code,
            label=self.ui.label.text().strip(),
            modality=Modality(self.ui.modality.currentData()),
            fact=str(self.ui.fact.currentData() or ""),
            causes=tuple(cause for cause, box in self.causes.items() if box.isChecked()),
        )
        problem = ground_problem(given)
        if problem is None and not given.fact:
            problem = "fact", "Ingen uppgift har citat eller lagrum än. Fyll i den först."
        self.tell(*(problem or ("", "")))
        if problem is None:
            self.given.emit(given)

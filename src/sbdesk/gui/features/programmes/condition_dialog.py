"""Asks how a programme uses a check: level, ground, the values it takes, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import Condition, FactContent, GroundBasis
from sbdesk.domain.programme_choices import BASIS_WORDS, PARAMETER_WORDS, parameter_text
from sbdesk.domain.programme_conditions import usual_basis
from sbdesk.domain.programme_parameters import FROM_FACTS, RULE_PARAMETERS, Scalar
from sbdesk.domain.programme_words import fact_title
from sbdesk.domain.rules.catalogue import RULE_TITLES
from sbdesk.gui.features.programmes.asking import AskDialog, choose
from sbdesk.gui.features.programmes.value_field import NumberField
from sbdesk.gui.forms.ui_programme_condition import Ui_ConditionDialog
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.gui.widgets.labels import empty, muted
from sbdesk.services.programme_rows import ConditionRow, FactRow


class ConditionDialog(AskDialog):
    """``given`` carries a :class:`Condition`; its basis is for the service to say."""

    def __init__(
        self,
        row: ConditionRow | None,
        used: Sequence[str],
        facts: Sequence[FactRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ConditionDialog()
        self.ui.setupUi(self)
        self._given_parameters = dict(row.condition.parameters or {}) if row is not None else {}
        self.parameters: dict[str, QWidget] = {}
        self.set_up(
            self.ui.problem,
            self.ui.ok,
            self.ui.cancel,
            fact=self.ui.fact,
            level=self.ui.level,
        )
        codes = [row.rule] if row is not None else [code for code in RULE_PARAMETERS if code not in used]
        for code in codes:
            self.ui.rule.addItem(f"{code} {RULE_TITLES[code]}", code)
        self.ui.rule.setEnabled(row is None)
        for level in Level:
            self.ui.level.addItem(level.swedish, level.value)
        self._facts = facts
        self.ui.used.setChecked(row is None or row.enabled)
        self.ui.rule.currentIndexChanged.connect(self._rule_chosen)
        self._rule_chosen()
        if row is not None:
            choose(self.ui.fact, row.condition.fact or "")
            choose(self.ui.level, row.level.value)

    def save(self) -> None:
        """The check as it is to be used."""
        problem = self._unreadable()
        self.tell("", problem)
        if problem:
            return
        given = Condition(
            rule=str(self.ui.rule.currentData()),
            severity=Level(self.ui.level.currentData()),
            basis=GroundBasis.NONE,
            fact=str(self.ui.fact.currentData() or "") or None,
            enabled=self.ui.used.isChecked(),
            parameters={**self._given_parameters, **self._entered()},
        )
        self.given.emit(given)

    def needs_signature(self) -> bool:
        """Whether the level chosen has no ground, so that a second person must stand behind it."""
        ungrounded = not self.ui.fact.currentData() and usual_basis(self._rule()) is GroundBasis.NONE
        return bool(ungrounded and self.ui.level.currentData() != Level.NOTE.value)

    def _rule(self) -> str:
        return str(self.ui.rule.currentData())

    def _rule_chosen(self) -> None:
        self.ui.fact.clear()
        self.ui.fact.addItem(BASIS_WORDS[usual_basis(self._rule())], "")
        for one in self._facts:
            if one.fact.ordinal == 1 and (one.quote or one.statute):
                self.ui.fact.addItem(f"{one.title}: {one.quote or one.statute}", one.name)
        choose(self.ui.level, Level.NOTE.value)
        empty(self.ui.parametersPlace)
        self.parameters = {}
        known = RULE_PARAMETERS[self._rule()]
        self.ui.parametersLabel.setVisible(bool(known))
        for name, default in known.items():
            self._add_parameter(name, default)

    def _add_parameter(self, name: str, default: Scalar) -> None:
        value = self._given_parameters.get(name, default)
        title = PARAMETER_WORDS.get(name, name)
        inside = QVBoxLayout()
        inside.setSpacing(2)
        if name in FROM_FACTS:
            text = (
                f"{title} {parameter_text(name, value)}. Följer uppgiften ”{fact_title(FROM_FACTS[name])}”."
            )
            inside.addWidget(muted(text))
        else:
            field = _field(name, title, value)
            if not isinstance(field, QCheckBox):
                inside.addWidget(QLabel(title))
            inside.addWidget(field)
            self.parameters[name] = field
        self.ui.parametersPlace.addLayout(inside)

    def _unreadable(self) -> str:
        for field in self.parameters.values():
            if isinstance(field, MoneyField | NumberField):
                missing = "" if field.text() else "Värdet saknas. Skriv ett tal."
                if problem := field.problem() or missing:
                    return problem
        return ""

    def _entered(self) -> dict[str, FactContent | tuple[str, ...]]:
        return {name: _value(field) for name, field in self.parameters.items()}


def _field(name: str, title: str, value: object) -> QWidget:
    if isinstance(value, bool):
        box = QCheckBox(title)
        box.setChecked(value)
        return box
    if isinstance(value, int) and name.endswith("_ore"):
        money = MoneyField(title)
        money.set_ore(value)
        return money
    if isinstance(value, int):
        number = NumberField(title)
        number.set_text(str(value))
        return number
    line = QLineEdit(", ".join(value) if isinstance(value, list | tuple) else str(value))
    line.setAccessibleName(title)
    return line


def _value(field: QWidget) -> FactContent | tuple[str, ...]:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, MoneyField):
        return field.ore()
    if isinstance(field, NumberField):
        return field.number()
    text = field.text() if isinstance(field, QLineEdit) else ""
    return tuple(part.strip() for part in text.split(",") if part.strip())

"""One field for a fact's value, of the kind that the fact has: kronor, day, text, number, yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.programme import FactContent, ValueKind
from sbdesk.gui.features.programmes.entries import choice_words
from sbdesk.gui.widgets.fields import CheckedField, DateField, MoneyField

NAME = "Värde (obligatorisk)"


class NumberField(CheckedField):
    """A whole number, not below zero."""

    def number(self) -> int | None:
        """The number; None when empty or when it cannot be read."""
        digits = self.text().replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
        return int(digits) if digits.isascii() and digits.isdecimal() else None

    def problem(self) -> str:
        """Why the number cannot be read."""
        if self.text() and self.number() is None:
            return f"”{self.text()}” är inget antal. Skriv ett heltal, till exempel 99."
        return ""


class ValueField(QWidget):
    """Object names for whoever drives the window: valueOre, valueDay, valueText, valueInt, valueBool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.money, self.day, self.number = MoneyField(NAME), DateField(NAME), NumberField(NAME)
        self.words, self.yes_no, self.choice = QLineEdit(), QComboBox(), QComboBox()
        for text, flag in (("", None), ("ja", True), ("nej", False)):
            self.yes_no.addItem(text, flag)
        for box in (self.words, self.yes_no, self.choice):
            box.setAccessibleName(NAME)
        self._kind, self._name = ValueKind.TEXT, ""
        self._places: dict[ValueKind, QWidget] = {
            ValueKind.ORE: self.money,
            ValueKind.DAY: self.day,
            ValueKind.INT: self.number,
            ValueKind.BOOL: self.yes_no,
            ValueKind.TEXT: self.words,
        }
        self.stack = QStackedWidget()
        for place in (*self._places.values(), self.choice):
            self.stack.addWidget(place)
        for widget, name in (
            (self.money.edit, "valueOre"),
            (self.day.edit, "valueDay"),
            (self.number.edit, "valueInt"),
            (self.yes_no, "valueBool"),
            (self.words, "valueText"),
            (self.choice, "valueChoice"),
        ):
            widget.setObjectName(name)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        inside.setAlignment(self.stack, Qt.AlignmentFlag.AlignTop)
        self.ask(ValueKind.TEXT, "", None)

    def ask(self, kind: ValueKind, name: str, value: FactContent) -> None:
        """Ask for a value of this kind for the fact of this name, beginning with ``value``."""
        self._kind, self._name = kind, name
        words = choice_words(name) if kind is ValueKind.TEXT else []
        self.choice.clear()
        for word, shown in [("", ""), *words]:
            self.choice.addItem(shown, word)
        place = self.choice if words else self._places[kind]
        self.stack.setCurrentWidget(place)
        self.setFocusProxy(place)
        self._show(value)

    def content(self) -> FactContent:
        """The value as entered; None when empty or when it cannot be read."""
        match self._kind:
            case ValueKind.ORE:
                return self.money.ore()
            case ValueKind.DAY:
                return self.day.day()
            case ValueKind.INT:
                return self.number.number()
            case ValueKind.BOOL:
                flag: bool | None = self.yes_no.currentData()
                return flag
            case ValueKind.TEXT:
                chosen = self.stack.currentWidget() is self.choice
                return (str(self.choice.currentData()) if chosen else self.words.text().strip()) or None

    def problem(self) -> str:
        """Why what is typed cannot be read; empty when it can, or when nothing is typed."""
        place = self._places[self._kind]
        return place.problem() if isinstance(place, CheckedField) else ""

    def kind(self) -> ValueKind:
        """The kind asked for."""
        return self._kind

    def typed(self) -> str:
        """What is typed or chosen, also when it cannot be read."""
        place = self.stack.currentWidget()
        if isinstance(place, CheckedField):
            return place.text()
        return place.currentText() if isinstance(place, QComboBox) else self.words.text()

    def _show(self, value: FactContent) -> None:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        number = value if is_number and isinstance(value, int) else None
        self.money.set_ore(number if self._kind is ValueKind.ORE else None)
        self.number.set_text("" if number is None or self._kind is not ValueKind.INT else str(number))
        self.day.set_text(str(value) if self._kind is ValueKind.DAY and value is not None else "")
        text = value if isinstance(value, str) else ""
        self.words.setText(text)
        self.choice.setCurrentIndex(max(0, self.choice.findData(text)))
        self.yes_no.setCurrentIndex(self.yes_no.findData(value) if isinstance(value, bool) else 0)

"""Fields for amounts, dates and numbers with check digits: invalid text stays, marked and explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from sbdesk.domain.ore import Ore, format_ore, parse_ore
from sbdesk.gui import formats, icons
from sbdesk.gui.look import Tone
from sbdesk.gui.widgets.labels import restyle, tone_label


class CheckedField(QWidget):
    """One line of text with its own error line; ``committed`` when the officer leaves a changed field."""

    committed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Edit()
        self.edit.setAccessibleName(name)
        self.edit.left.connect(self._left)
        self.edit.returnPressed.connect(self._left)
        self.edit.textEdited.connect(lambda: self._mark(""))
        self._error: QLabel = tone_label(Tone.STOP)
        self._error.hide()
        self._former = ""
        self.setFocusProxy(self.edit)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self.edit)
        inside.addWidget(self._error)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show a stored text; it is not an edit."""
        self._former = text
        self.edit.setText(text)
        self._mark("")

    def problem(self) -> str:
        """Why the text cannot be used, in Swedish; empty when it can."""
        return ""

    def show_problem(self, text: str) -> None:
        """Mark the field with a problem found elsewhere, such as by a service."""
        self._mark(text)

    def tidy(self) -> None:
        """Write the accepted text in its usual form."""

    def _left(self) -> None:
        problem = self.problem()
        self._mark(problem)
        if not problem:
            self.tidy()
        if self.text() != self._former:
            self._former = self.text()
            self.committed.emit()

    def _mark(self, problem: str) -> None:
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        self.edit.setAccessibleDescription(problem)
        restyle(self.edit, invalid=bool(problem))


class _Edit(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class MoneyField(CheckedField):
    """An amount in kronor: ``1 234,5``, ``1234.5`` and ``6 000 000 kr`` are all read."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def ore(self) -> Ore | None:
        """The amount in öre; None when empty or when it cannot be read."""
        try:
            return parse_ore(self.text()) if self.text() else None
        except ValueError:
            return None

    def set_ore(self, amount: Ore | None) -> None:
        """Show a stored amount."""
        self.set_text("" if amount is None else format_ore(amount))

    def problem(self) -> str:
        """Why the amount cannot be read."""
        if self.text() and self.ore() is None:
            return f"”{self.text()}” är inget belopp. Skriv till exempel 1 234,50."
        return ""

    def tidy(self) -> None:
        """``1234.5`` becomes ``1 234,50``."""
        amount = self.ore()
        if amount is not None:
            self.edit.setText(format_ore(amount))


class DateField(CheckedField):
    """A day: type ``2026-11-22``, ``20261122`` or ``22/11 2026``, or choose it in the calendar (Alt+Down)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.edit.setPlaceholderText("åååå-mm-dd")
        action = QAction("Välj dag i kalendern (Alt+Ned)", self.edit)
        icons.place(action, "calendar", "muted")
        action.setShortcut(QKeySequence("Alt+Down"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.open_calendar)
        self.edit.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def day(self) -> date | None:
        """The day; None when empty or when it cannot be read."""
        try:
            return formats.parse_day(self.text()) if self.text() else None
        except ValueError:
            return None

    def set_day(self, value: date | None) -> None:
        """Show a stored day."""
        self.set_text("" if value is None else value.isoformat())

    def problem(self) -> str:
        """Why the day cannot be read."""
        if self.text() and self.day() is None:
            return f"”{self.text()}” är inget datum. Skriv till exempel 2026-11-22."
        return ""

    def tidy(self) -> None:
        """``22/11 2026`` becomes ``2026-11-22``."""
        value = self.day()
        if value is not None:
            self.edit.setText(value.isoformat())

    def open_calendar(self) -> None:
        """A month to choose from, Monday first, with week numbers."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(f"Kalender för {self.edit.accessibleName()}")
        shown = self.day()
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def chosen(picked: QDate) -> None:
            menu.close()
            self.edit.setText(date(picked.year(), picked.month(), picked.day()).isoformat())
            self.edit.setFocus()
            self._left()

        calendar.activated.connect(chosen)
        calendar.clicked.connect(chosen)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.edit.mapToGlobal(QPoint(0, self.edit.height())))
        calendar.setFocus()


class RuledField(CheckedField):
    """A text with a rule from the domain, such as an organisation number or a bankgiro with check digit.

    ``rule`` gives the text in its usual form, or raises ValueError with the Swedish sentence to show.
    """

    def __init__(self, name: str, rule: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rule = rule

    def value(self) -> str | None:
        """The text in its usual form; None when empty or wrong."""
        try:
            return self._rule(self.text()) if self.text() else None
        except ValueError:
            return None

    def problem(self) -> str:
        """The rule's own sentence."""
        try:
            if self.text():
                self._rule(self.text())
        except ValueError as error:
            return str(error)
        return ""

    def tidy(self) -> None:
        """The text as the rule writes it."""
        value = self.value()
        if value is not None:
            self.edit.setText(value)

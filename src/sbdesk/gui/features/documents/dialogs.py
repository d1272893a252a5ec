"""Asks when a letter was sent, where a document is registered, and why it is hidden."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from sbdesk.domain.office import DispatchChannel
from sbdesk.gui.forms.ui_document_diary import Ui_DiaryDialog
from sbdesk.gui.forms.ui_document_hide import Ui_HideDialog
from sbdesk.gui.forms.ui_document_send import Ui_SendDialog
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.documents import CHANNEL_WORDS


def _day_field(name: str, day: date, place: QVBoxLayout, label: QLabel) -> DateField:
    made = DateField(name)
    made.set_day(day)
    place.addWidget(made)
    label.setBuddy(made.edit)
    return made


def _day_or_mark(field: DateField) -> date | None:
    """The day, or None with the field marked and in focus."""
    day = field.day()
    if day is None:
        field.show_problem(field.problem() or "Dagen saknas. Skriv till exempel 2026-11-22.")
        field.edit.setFocus()
    return day


def _mark_empty(line: QLineEdit, label: QLabel, problem: str) -> None:
    label.setText(problem)
    label.show()
    line.setAccessibleDescription(problem)
    restyle(line, invalid=True)
    line.setFocus()


class SendDialog(QDialog):
    """``chosen`` carries the day and the channel."""

    chosen = Signal(object, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_SendDialog()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.day = _day_field("Skickat den dag (obligatorisk)", today, self.ui.dayPlace, self.ui.dayLabel)
        for channel, words in CHANNEL_WORDS.items():
            self.ui.channel.addItem(words[:1].upper() + words[1:], channel.value)
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)

    def _ok(self) -> None:
        day = _day_or_mark(self.day)
        if day is not None:
            channel = DispatchChannel(self.ui.channel.currentData())
            self.accept()
            self.chosen.emit(day, channel)


class DiaryDialog(QDialog):
    """``chosen`` carries the number and the day."""

    chosen = Signal(str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_DiaryDialog()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.day = _day_field("Dag (obligatorisk)", today, self.ui.dayPlace, self.ui.dayLabel)
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)

    def _ok(self) -> None:
        number = self.ui.number.text().strip()
        if not number:
            problem = "Diarienumret saknas. Skriv till exempel 9.1-2651/2026."
            _mark_empty(self.ui.number, self.ui.problem, problem)
            return
        day = _day_or_mark(self.day)
        if day is not None:
            self.accept()
            self.chosen.emit(number, day)


class HideDialog(QDialog):
    """``chosen`` carries the reason."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_HideDialog()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)

    def _ok(self) -> None:
        reason = self.ui.reason.text().strip()
        if not reason:
            problem = "Skälet saknas. Skriv varför dokumentet ska döljas."
            _mark_empty(self.ui.reason, self.ui.problem, problem)
            return
        self.accept()
        self.chosen.emit(reason)

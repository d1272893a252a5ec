"""The two dialogs of a case: one for every short question, one for how a payment is booked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sbdesk.gui import palette
from sbdesk.gui.features.requisitions.questions import Answer, Question
from sbdesk.gui.forms.ui_requisition_answer import Ui_RequisitionAnswer
from sbdesk.gui.forms.ui_requisition_booking import Ui_RequisitionBooking
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.payouts import Booking

FILES = "Handlingar (*.pdf *.png *.jpg *.jpeg *.eml *.msg *.txt);;Alla filer (*)"


def choose_file(parent: QWidget, title: str, chosen: object) -> QFileDialog:
    """Let the officer point at a file; ``chosen`` gets its path."""
    dialog = QFileDialog(parent, title, "", FILES)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def plain(label: str) -> str:
    """A label's words without its key mark."""
    return label.replace("&", "")


class AnswerDialog(QDialog):
    """``answered`` carries an :class:`Answer`."""

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RequisitionAnswer()
        self.ui.setupUi(self)
        self.question = question
        self.setWindowTitle(question.title)
        self.day = DateField(plain(question.day_label))
        self._fill(question)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(
            lambda: choose_file(self, plain(question.file_label), self.ui.file.setText)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """As wide and tall as its words need at this size of text."""
        super().showEvent(event)
        width = max(self.width(), palette.current().px(560))
        self.resize(width, max(self.height(), self.ui.whole.totalHeightForWidth(width)))

    def _fill(self, question: Question) -> None:
        ui = self.ui
        ui.intro.setText(question.intro)
        ui.intro.setVisible(bool(question.intro))
        ui.ok.setText(question.ok)
        ui.ok.setDefault(not question.careful)
        ui.ok.setAutoDefault(not question.careful)
        ui.cancel.setDefault(question.careful)
        ui.dayPlace.addWidget(self.day)
        ui.dayLabel.setBuddy(self.day.edit)
        self.day.set_day(question.day)
        for key, words in question.choices:
            ui.choice.addItem(words, key)
        ui.line.setText(question.line)
        ui.text.setPlainText(question.text)
        for number, (label, text, field) in enumerate(
            (
                (ui.choiceLabel, question.choice_label, ui.choice),
                (ui.dayLabel, question.day_label, self.day),
                (ui.lineLabel, question.line_label, ui.line),
                (ui.textLabel, question.text_label, ui.text),
                (ui.fileLabel, question.file_label, ui.file),
            )
        ):
            label.setText(text)
            field.setAccessibleName(plain(text))
            ui.form.setRowVisible(number, bool(text))
        ui.fileChoose.setAccessibleName(f"Välj fil: {plain(question.file_label)}")
        first = next(
            field
            for text, field in (
                (question.choice_label, ui.choice),
                (question.day_label, self.day.edit),
                (question.line_label, ui.line),
                (question.text_label, ui.text),
                ("alltid", ui.cancel),
            )
            if text
        )
        first.setFocus()

    def _ok(self) -> None:
        question, ui = self.question, self.ui
        if question.day_label and not self._day_is_right():
            return
        missing = ""
        if question.choice_label and ui.choice.currentIndex() < 0:
            missing = self._refuse(
                ui.choice, "Det finns ingen att välja. Lägg till personer i Inställningar."
            )
        elif question.line_required and not ui.line.text().strip():
            missing = self._refuse(ui.line, f"{_word(question.line_label)} saknas. Fyll i det.")
        elif question.text_label and not ui.text.toPlainText().strip():
            missing = self._refuse(ui.text, f"{_word(question.text_label)} saknas. Skriv det.")
        elif question.file_label and not Path(ui.file.text().strip()).is_file():
            missing = self._refuse(ui.file, "Filen saknas. Välj den skannade handlingen.")
        if missing:
            return
        answer = Answer(
            ui.choice.currentData(),
            self.day.day() if question.day_label else None,
            ui.line.text().strip(),
            ui.text.toPlainText().strip(),
            ui.file.text().strip() if question.file_label else "",
        )
        self.accept()
        self.answered.emit(answer)

    def _day_is_right(self) -> bool:
        if self.day.day() is not None or (not self.question.day_required and not self.day.text()):
            return True
        self.day.show_problem(self.day.problem() or "Dagen saknas. Skriv till exempel 2026-11-22.")
        self.day.edit.setFocus()
        return False

    def _refuse(self, field: QWidget, problem: str) -> str:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()
        return problem


def _word(label: str) -> str:
    return plain(label).split(" (", maxsplit=1)[0]


class BookingDialog(QDialog):
    """``booked`` carries a :class:`Booking` and the jurist's answer."""

    booked = Signal(object, str)

    def __init__(self, intro: str, debt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RequisitionBooking()
        self.ui.setupUi(self)
        self._debt = debt
        self.ui.intro.setText(f"{intro} {debt}".strip())
        self.ui.form.setRowVisible(5, bool(debt))
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.account.setFocus()

    def _ok(self) -> None:
        ui = self.ui
        answer = ui.answer.toPlainText().strip()
        if not ui.account.text().strip():
            self._refuse(ui.account, "Kontot saknas. Ange kontot i redovisningen.")
        elif self._debt and not answer:
            self._refuse(ui.answer, "Juristens svar saknas. Skriv vad juristen har svarat.")
        else:
            booking = Booking(
                ui.account.text().strip(),
                ui.item.text().strip(),
                ui.centre.text().strip(),
                ui.counterparty.text().strip(),
                ui.reference.text().strip(),
            )
            self.accept()
            self.booked.emit(booking, answer)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()

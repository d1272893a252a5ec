"""The dialog behind every short question about claims and money, and what its sisters share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from sbdesk.gui.features.recoveries.questions import Answer, Question
from sbdesk.gui.forms.ui_recovery_answer import Ui_RecoveryAnswer
from sbdesk.gui.widgets.fields import CheckedField, DateField, MoneyField
from sbdesk.gui.widgets.labels import restyle

FILES = "Handlingar (*.pdf *.png *.jpg *.jpeg *.eml *.msg *.txt);;Alla filer (*)"


def plain(label: str) -> str:
    """A label's words without its key mark."""
    return label.replace("&", "")


def word(label: str) -> str:
    """What a label asks for, without its key mark and its remark in brackets."""
    return plain(label).split(" (", maxsplit=1)[0]


def refuse(problem: QLabel, field: QWidget, text: str) -> None:
    """Say under the form what is wrong, mark the field and go to it."""
    problem.setText(text)
    problem.show()
    field.setAccessibleDescription(text)
    restyle(field, invalid=True)
    field.setFocus()


def right(field: CheckedField, missing: str) -> bool:
    """Whether a checked field has a readable text; else it is marked with its own problem or ``missing``."""
    problem = field.problem() or ("" if field.text() else missing)
    if problem:
        field.show_problem(problem)
        field.edit.setFocus()
    return not problem


class FittedDialog(QDialog):
    """A dialog as tall as its wrapped words need at its width; Qt itself counts one line for them."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        """Now that the words are laid out, they are measured."""
        super().showEvent(event)
        whole = self.layout()
        needed = whole.totalHeightForWidth(self.width()) if whole is not None else 0
        self.resize(self.width(), max(needed, self.sizeHint().height()))


class AnswerDialog(FittedDialog):
    """``answered`` carries an :class:`Answer`."""

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RecoveryAnswer()
        self.ui.setupUi(self)
        self.question = question
        self.setWindowTitle(question.title)
        self.day = DateField(plain(question.day_label))
        self.money = MoneyField(plain(question.money_label))
        self._fill(question)
        self._show_parts(question)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(self._choose)

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
        ui.moneyPlace.addWidget(self.money)
        ui.moneyLabel.setBuddy(self.money.edit)
        self.money.set_ore(question.money)
        for key, words in question.choices:
            ui.choice.addItem(words, key)
        ui.line.setText(question.line)
        ui.text.setPlainText(question.text)
        ui.tick.setText(question.tick_label)
        ui.tick.setVisible(bool(question.tick_label))

    def _show_parts(self, question: Question) -> None:
        ui = self.ui
        parts = (
            (ui.choiceLabel, question.choice_label, ui.choice, ui.choice),
            (ui.dayLabel, question.day_label, self.day, self.day.edit),
            (ui.moneyLabel, question.money_label, self.money, self.money.edit),
            (ui.lineLabel, question.line_label, ui.line, ui.line),
            (ui.textLabel, question.text_label, ui.text, ui.text),
            (ui.fileLabel, question.file_label, ui.filePart, ui.file),
        )
        for label, text, part, field in parts:
            label.setText(text)
            field.setAccessibleName(plain(text))
            label.setVisible(bool(text))
            part.setVisible(bool(text))
        ui.fileChoose.setAccessibleName(f"Välj fil: {plain(question.file_label)}")
        first = next((field for _, text, _, field in parts[:5] if text), ui.cancel)
        first.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, plain(self.question.file_label), "", FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ui.file.setText)
        dialog.open()

    def _ok(self) -> None:
        question, ui = self.question, self.ui
        if not self._is_whole():
            return
        answer = Answer(
            ui.choice.currentData(),
            self.day.day() if question.day_label else None,
            self.money.ore() if question.money_label else None,
            ui.line.text().strip(),
            ui.text.toPlainText().strip(),
            ui.tick.isChecked(),
            ui.file.text().strip() if question.file_label else "",
        )
        self.accept()
        self.answered.emit(answer)

    def _is_whole(self) -> bool:
        question, ui = self.question, self.ui
        if question.choice_label and ui.choice.currentIndex() < 0:
            refuse(ui.problem, ui.choice, "Det finns ingenting att välja här. Avbryt och läs om sidan.")
            return False
        if question.day_label and not right(self.day, "Dagen saknas. Skriv till exempel 2026-11-22."):
            return False
        if question.money_label and not right(self.money, "Beloppet saknas. Skriv till exempel 1 234,50."):
            return False
        if question.text_label and not ui.text.toPlainText().strip():
            refuse(ui.problem, ui.text, f"{word(question.text_label)} saknas. Skriv det i fältet.")
            return False
        path = ui.file.text().strip()
        if question.file_label and (question.file_required or path) and not Path(path).is_file():
            refuse(ui.problem, ui.file, "Filen saknas. Välj den skannade handlingen.")
            return False
        return True

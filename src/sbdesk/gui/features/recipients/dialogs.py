"""The one dialog of the recipients' page: it stays open with what was typed until the answer is stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sbdesk.gui.features.recipients.questions import Answer, Choices, Question
from sbdesk.gui.forms.ui_recipient_answer import Ui_RecipientAnswer
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.labels import restyle

FILES = "Handlingar (*.pdf *.png *.jpg *.jpeg *.eml *.msg *.txt);;Alla filer (*)"
PARTS = ("choice", "line", "second", "third", "day", "other", "signed", "text", "tick", "file")


class AnswerDialog(QDialog):
    """``answered`` carries an :class:`Answer`; the page closes the dialog when the answer is stored."""

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RecipientAnswer()
        self.ui.setupUi(self)
        self.question = question
        self.day, self.signed = DateField(""), DateField("")
        self.setWindowTitle(question.title)
        self._fields: dict[str, tuple[QLabel, QWidget]] = {
            "choice": (self.ui.choiceLabel, self.ui.choice),
            "line": (self.ui.lineLabel, self.ui.line),
            "second": (self.ui.secondLabel, self.ui.second),
            "third": (self.ui.thirdLabel, self.ui.third),
            "day": (self.ui.dayLabel, self.day.edit),
            "other": (self.ui.otherLabel, self.ui.other),
            "signed": (self.ui.signedLabel, self.signed.edit),
            "text": (self.ui.textLabel, self.ui.text),
            "file": (self.ui.fileLabel, self.ui.file),
        }
        self._lay_out()
        self._fill()
        self.ui.choice.currentIndexChanged.connect(lambda _index: self._show_line())
        self.ui.ok.clicked.connect(self._ok)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(self._choose_file)

    def show_problem(self, problem: str) -> None:
        """What stands in the way, found by a service; what was typed stays."""
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        self.ui.ok.setEnabled(True)
        self.ui.ok.setAccessibleDescription(problem)
        self.ui.ok.setFocus()

    def _lay_out(self) -> None:
        question, ui = self.question, self.ui
        ui.dayPlace.addWidget(self.day)
        ui.signedPlace.addWidget(self.signed)
        ui.dayLabel.setBuddy(self.day.edit)
        ui.signedLabel.setBuddy(self.signed.edit)
        for part, (label, field) in self._fields.items():
            text = question.labels.get(part, "")
            label.setText(text)
            field.setAccessibleName(_plain(text))
        ui.tick.setText(question.labels.get("tick", ""))
        ui.fileChoose.setAccessibleName(f"Välj fil: {_plain(question.labels.get('file', 'Fil'))}")
        for number, part in enumerate(PARTS):
            ui.form.setRowVisible(number, question.asks(part))
        ui.intro.setText(question.intro)
        ui.intro.setVisible(bool(question.intro))
        ui.problem.hide()
        ui.ok.setText(question.ok)
        ui.ok.setDefault(not question.careful)
        ui.cancel.setDefault(question.careful)
        self._order()

    def _order(self) -> None:
        """Tab goes down the form: the fields of days were made after the others."""
        ui = self.ui
        fields = [field for _label, field in self._fields.values()]
        places = [*fields[:-1], ui.tick, ui.file, ui.fileChoose, ui.ok, ui.cancel]
        for number in range(len(places) - 1):
            QWidget.setTabOrder(places[number], places[number + 1])
        first = (field for part, (_label, field) in self._fields.items() if self.question.asks(part))
        next(first, ui.cancel).setFocus()

    def _fill(self) -> None:
        question, ui = self.question, self.ui
        _choose(ui.choice, question.choices, question.start.choice)
        _choose(ui.other, question.others, question.start.other)
        ui.line.setText(question.start.line)
        ui.second.setText(question.start.second)
        ui.third.setText(question.start.third)
        ui.text.setPlainText(question.start.text)
        ui.tick.setChecked(question.start.tick)
        self.day.set_day(question.start.day)
        self.signed.set_day(question.start.signed)
        self._show_line()

    def _show_line(self) -> None:
        wanted = self.question.line_for
        if wanted is not None:
            self.ui.form.setRowVisible(PARTS.index("line"), self.ui.choice.currentData() == wanted)

    def _answer(self) -> Answer:
        ui = self.ui
        return Answer(
            choice=ui.choice.currentData(),
            line=ui.line.text().strip() if ui.line.isVisibleTo(self) else "",
            second=ui.second.text().strip(),
            third=ui.third.text().strip(),
            other=ui.other.currentData(),
            day=self.day.day(),
            signed=self.signed.day(),
            text=ui.text.toPlainText().strip(),
            tick=ui.tick.isChecked(),
            path=ui.file.text().strip(),
        )

    def _ok(self) -> None:
        for _label, field in self._fields.values():
            restyle(field, invalid=False)
        answer = self._answer()
        problem = self._missing(answer) or self.question.check(answer)
        if problem:
            self.ui.problem.setText(problem)
            self.ui.problem.show()
            return
        self.ui.problem.hide()
        self.answered.emit(answer)

    def _missing(self, answer: Answer) -> str:
        """The first part that must be filled and is not, or that cannot be read; the focus goes there."""
        for part, (_label, field) in self._fields.items():
            if not self.question.asks(part) or not field.isVisibleTo(self):
                continue
            problem = self._problem(part, field, answer)
            if problem:
                field.setAccessibleDescription(problem)
                restyle(field, invalid=True)
                field.setFocus()
                return problem
        return ""

    def _problem(self, part: str, field: QWidget, answer: Answer) -> str:
        word = _plain(self.question.labels[part]).split(" (", maxsplit=1)[0]
        if part in ("day", "signed"):
            shown = self.day if part == "day" else self.signed
            missing = f"{word}: dagen saknas. Skriv till exempel {date(2026, 11, 22)}."
            return shown.problem() or (missing if self.question.requires(part) and not shown.text() else "")
        if part == "file":
            given = bool(answer.path)
            if given and not Path(answer.path).is_file():
                return f"Filen {Path(answer.path).name} finns inte. Välj den igen."
            return "" if given or not self.question.requires(part) else f"{word} saknas. Välj filen."
        empty = not _text_of(field)
        return f"{word} saknas. Fyll i det." if empty and self.question.requires(part) else ""

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, _plain(self.question.labels["file"]), "", FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ui.file.setText)
        dialog.open()


def _choose(box: QComboBox, choices: Choices, start: object) -> None:
    for key, words in choices:
        box.addItem(words, key)
    wanted = next((number for number, (key, _words) in enumerate(choices) if key == start), -1)
    box.setCurrentIndex(wanted if start is not None else 0 if len(choices) == 1 else -1)


def _text_of(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    return field.text().strip() if isinstance(field, QLineEdit) else ""


def _plain(label: str) -> str:
    return label.replace("&", "")

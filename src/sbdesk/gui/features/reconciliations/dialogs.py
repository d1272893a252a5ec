"""Asks for one amount, day or line of text, for the second person, and for a cause by its digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_vocabulary import Modality, VerdictCause
from sbdesk.domain.verdicts import CauseChoice, Ground
from sbdesk.gui.features.reconciliations.questions import Question, SecondPersonQuestion
from sbdesk.gui.forms.ui_reconciliation_answer import Ui_AnswerDialog
from sbdesk.gui.forms.ui_reconciliation_second_person import Ui_SecondPersonDialog
from sbdesk.gui.widgets.fields import CheckedField, DateField, MoneyField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.attestations import ReceivedFile, SecondPerson

SIGNED_PAGES = "Undertecknade sidor (*.pdf *.png *.jpg *.jpeg);;Alla filer (*)"
WORKBOOKS = "Excel (*.xlsx);;CSV (*.csv)"
PDFS = "PDF (*.pdf)"
_MEDIA = {".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class AnswerDialog(QDialog):
    """One field; ``answered`` carries an amount in öre, a day or a text, as the field gives it."""

    answered = Signal(object)

    def __init__(self, question: Question, field: CheckedField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_AnswerDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(question.title)
        self.question, self.field = question, field
        self.ui.label.setText(question.label)
        self.ui.label.setBuddy(field.edit)
        self.ui.fieldPlace.addWidget(field)
        self.ui.ok.setText(question.button)
        field.set_text(question.text)
        field.edit.selectAll()
        field.edit.setFocus()
        self.ui.ok.clicked.connect(self._answer)
        self.ui.cancel.clicked.connect(self.reject)

    def value(self) -> Any:
        """What the field gives: öre, a day or a text; None when there is none."""
        if isinstance(self.field, MoneyField):
            return self.field.ore()
        if isinstance(self.field, DateField):
            return self.field.day()
        return self.field.text() or None

    def _answer(self) -> None:
        value = self.value()
        if value is None and (self.question.required or self.field.problem()):
            self.field.show_problem(self.field.problem() or f"{self.question.label}: uppgiften saknas.")
            self.field.edit.setFocus()
            return
        self.accept()
        self.answered.emit("" if value is None else value)


def ask(
    parent: QWidget, question: Question, field: CheckedField, chosen: Callable[[Any], None]
) -> AnswerDialog:
    """Open the dialog over ``parent``; ``chosen`` gets the answer."""
    dialog = AnswerDialog(question, field, parent)
    dialog.answered.connect(chosen)
    dialog.open()
    return dialog


class SecondPersonDialog(QDialog):
    """``signed`` carries a :class:`SecondPerson` and the reason; Enter cancels: there is no undo."""

    signed = Signal(object, str)

    def __init__(self, question: SecondPersonQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_SecondPersonDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(question.title)
        self.ui.intro.setText(question.intro)
        for row in question.people:
            self.ui.officer.addItem(f"{row.name}, {row.title}", row.id)
        self.day = DateField("Dag (obligatorisk)")
        self.day.set_day(question.today)
        self.ui.dayPlace.addWidget(self.day)
        self.ui.dayLabel.setBuddy(self.day.edit)
        self._wants_reason = bool(question.reason)
        self.ui.reasonLabel.setText(f"{question.reason} (obligatoriskt)")
        self.ui.reason.setAccessibleName(f"{question.reason} (obligatoriskt)")
        self.ui.reasonLabel.setVisible(self._wants_reason)
        self.ui.reason.setVisible(self._wants_reason)
        self.ui.ok.setText(question.button)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._sign)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(self._choose)
        self.ui.officer.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj den undertecknade sidan", "", SIGNED_PAGES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ui.file.setText)
        dialog.open()

    def _sign(self) -> None:
        day, place, reason = self.day.day(), self.ui.file.text().strip(), self.ui.reason.text().strip()
        restyle(self.ui.file, invalid=False)
        restyle(self.ui.reason, invalid=False)
        if day is None:
            self.day.show_problem(self.day.problem() or "Dagen saknas. Skriv till exempel 2026-11-22.")
            self.day.edit.setFocus()
            return
        if not place:
            self._refuse(self.ui.file, "Den undertecknade sidan saknas. Välj den skannade filen.")
            return
        if self._wants_reason and not reason:
            self._refuse(self.ui.reason, "Skälet saknas. Skriv det med några ord.")
            return
        try:
            page = read_page(Path(place))
        except UserFacingError as error:
            self._refuse(self.ui.file, str(error))
            return
        second = SecondPerson(int(self.ui.officer.currentData()), day, page)
        self.accept()
        self.signed.emit(second, reason)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()


def read_page(place: Path) -> ReceivedFile:
    """The scanned page as it is; UserFacingError when it cannot be read."""
    try:
        content = place.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"Filen {place.name} kan inte läsas.",
            "Inget är ändrat.",
            "Kontrollera att den finns kvar och inte är öppen i ett annat program, och välj den igen.",
        ) from error
    return ReceivedFile(place.name, content, _MEDIA.get(place.suffix.lower(), "application/octet-stream"))


def cause_menu(
    parent: QWidget, at: QPoint, choices: Sequence[CauseChoice], chosen: Callable[[VerdictCause], None]
) -> QMenu:
    """The ten causes by their digits; one without ground is shown with the reason and cannot be chosen."""
    menu = QMenu("Feltyp", parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName("Feltyp")
    menu.setToolTipsVisible(True)
    # 1 to 9 and then 0, as the digits lie on the keyboard.
    for choice in (*choices[1:], choices[0]):
        words = f"&{int(choice.cause)}   {choice.cause.swedish}"
        act = menu.addAction(words if choice.enabled else f"{words} – {choice.reason}")
        act.setEnabled(choice.enabled)
        act.setToolTip(choice.reason or choice.grounds[0].title)
        act.triggered.connect(partial(_chosen, chosen, choice.cause))
    menu.popup(at)
    return menu


def ground_menu(parent: QWidget, at: QPoint, choice: CauseChoice, chosen: Callable[[Ground], None]) -> QMenu:
    """The grounds of one cause by their order in the instruction, each with whether it obliges or permits."""
    menu = QMenu("Grund för återbetalning", parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName("Grund för återbetalning")
    for number, ground in enumerate(choice.grounds, start=1):
        obliges = "kan" if ground.modality is Modality.MAY else "ska"
        act = menu.addAction(f"&{number}   {ground.title} ({obliges} återbetalas)")
        act.triggered.connect(partial(_ground_chosen, chosen, ground))
    menu.popup(at)
    return menu


def _ground_chosen(chosen: Callable[[Ground], None], ground: Ground, _checked: bool = False) -> None:
    chosen(ground)


def _chosen(chosen: Callable[[VerdictCause], None], cause: VerdictCause, _checked: bool = False) -> None:
    chosen(cause)


def ask_place(parent: QWidget, title: str, name: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Let the officer choose where to save; the ending of ``name`` decides the kinds offered."""
    dialog = QFileDialog(parent, title, name, PDFS if name.endswith(".pdf") else WORKBOOKS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rsplit(".", 1)[-1])
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def day_field(question: Question) -> DateField:
    """A field for the day asked for."""
    return DateField(question.label)


def amount_field(question: Question) -> MoneyField:
    """A field for the amount asked for."""
    return MoneyField(question.label)


def text_field(question: Question) -> CheckedField:
    """A field for the line of text asked for."""
    return CheckedField(question.label)


def as_day(value: object, chosen: Callable[[date], None]) -> None:
    """Give a day on; a date survives Qt's signals as it is."""
    if isinstance(value, date):
        chosen(value)

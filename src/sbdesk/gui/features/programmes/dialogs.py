"""Asks for the second person who has compared a programme's facts, and for the jurist's word on appeal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_choices import ALLOWED_WORDS, FROM_WORDS, KIND_WORDS
from sbdesk.gui import palette
from sbdesk.gui.features.programmes.asking import fit
from sbdesk.gui.features.programmes.presenter import read_file
from sbdesk.gui.forms.ui_programme_appeal import Ui_AppealDialog
from sbdesk.gui.forms.ui_programme_sign_off import Ui_SignOffDialog
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.programme_rows import AppealRow
from sbdesk.services.programmes import AppealInput
from sbdesk.services.settings import OfficerRow

SIGNED_PAGES = "Undertecknade sidor (*.pdf *.png *.jpg *.jpeg);;Alla filer (*)"
INSTRUCTIONS = "Textfiler (*.txt);;Alla filer (*)"


def choose_file(parent: QWidget, title: str, pattern: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Let the officer point at a file; ``chosen`` gets its path."""
    dialog = QFileDialog(parent, title, "", pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


@dataclass(frozen=True, slots=True)
class Signing:
    """What a second person signs: words for the dialog, and what differs, in lines."""

    title: str
    intro: str
    differences: Sequence[str] = ()
    personal: bool = False
    """The officer at the keyboard signs by being logged in: no page, and nobody else to choose."""


REVIEW = Signing(
    "Registrera granskning",
    "En annan person än den som lade in uppgifterna har jämfört dem med anvisningen och skrivit under. "
    "Bifoga den undertecknade sidan.",
)


class SignOffDialog(QDialog):
    """``signed`` carries a :class:`SecondPerson`."""

    signed = Signal(object)

    def __init__(
        self,
        colleagues: Sequence[OfficerRow],
        today: date,
        signing: Signing = REVIEW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_SignOffDialog()
        self.ui.setupUi(self)
        self._personal = signing.personal
        for row in colleagues:
            self.ui.officer.addItem(f"{row.name}, {row.title}", row.id)
        self.day = DateField("Dag (obligatorisk)")
        self.day.set_day(today)
        self.ui.dayPlace.addWidget(self.day)
        self.ui.dayLabel.setBuddy(self.day.edit)
        self._tell(signing)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._sign)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(self._choose)

    def _tell(self, signing: Signing) -> None:
        self.setWindowTitle(signing.title)
        self.ui.ok.setText(signing.title)
        self.ui.intro.setText(signing.intro)
        self.ui.review.hide()
        self.ui.differences.setPlainText("\n".join(signing.differences))
        self.ui.differences.setVisible(bool(signing.differences))
        self.ui.differencesLabel.setVisible(bool(signing.differences))
        on_paper: tuple[QWidget, ...] = (
            self.ui.officer,
            self.ui.officerLabel,
            self.day,
            self.ui.dayLabel,
            self.ui.file,
            self.ui.fileLabel,
            self.ui.fileChoose,
        )
        for widget in on_paper:
            widget.setHidden(signing.personal)
        if signing.differences:
            self.ui.differences.setMinimumHeight(palette.current().px(110))

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its contents."""
        fit(self, 720 if self.ui.differences.isVisibleTo(self) else 560)
        super().showEvent(event)

    def _choose(self) -> None:
        choose_file(self, "Välj den undertecknade sidan", SIGNED_PAGES, self.ui.file.setText)

    def _sign(self) -> None:
        day, path = self.day.day(), self.ui.file.text().strip()
        if self._personal and day is not None:
            self.accept()
            self.signed.emit(SecondPerson(int(self.ui.officer.currentData()), day))
            return
        restyle(self.ui.file, invalid=False)
        if day is None:
            self.day.show_problem(self.day.problem() or "Dagen saknas. Skriv till exempel 2026-11-22.")
            self.day.edit.setFocus()
            return
        try:
            if not path:
                raise UserFacingError("Den undertecknade sidan saknas.", "", "Välj den skannade filen.")
            page = read_file(path)
        except UserFacingError as error:
            self.ui.problem.setText(str(error))
            self.ui.problem.show()
            restyle(self.ui.file, invalid=True)
            self.ui.file.setFocus()
            return
        second = SecondPerson(int(self.ui.officer.currentData()), day, page)
        self.accept()
        self.signed.emit(second)


class AppealDialog(QDialog):
    """``filled`` carries an :class:`AppealInput`."""

    filled = Signal(object)

    def __init__(self, row: AppealRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_AppealDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(f"Överklagande: {KIND_WORDS[row.kind].lower()}")
        for allowed, words in ALLOWED_WORDS.items():
            self.ui.allowed.addItem(words, allowed.value)
        for start, words in FROM_WORDS.items():
            self.ui.start.addItem(words, start.value)
        self.ui.allowed.setCurrentIndex(list(ALLOWED_WORDS).index(row.allowed))
        self.ui.start.setCurrentIndex(list(FROM_WORDS).index(row.three_weeks_from))
        self.ui.text.setPlainText(row.text or "")
        self.ui.source.setText(row.source or "")
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._fill)
        self.ui.cancel.clicked.connect(self.reject)

    def _fill(self) -> None:
        allowed = AppealAllowed(self.ui.allowed.currentData())
        text, source = self.ui.text.toPlainText().strip(), self.ui.source.text().strip()
        restyle(self.ui.text, invalid=False)
        restyle(self.ui.source, invalid=False)
        if allowed is not AppealAllowed.NOT_DECIDED and not text:
            self._refuse(self.ui.text, "Texten till brevet saknas. Skriv den så som juristen har lämnat den.")
        elif not source:
            self._refuse(self.ui.source, "Källan saknas. Ange vilken regel eller person som säger det.")
        else:
            given = AppealInput(allowed, ThreeWeeksFrom(self.ui.start.currentData()), text, source)
            self.accept()
            self.filled.emit(given)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()

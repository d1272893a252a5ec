"""Asks for what a report says, and for its last day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QWidget

from sbdesk.gui import formats
from sbdesk.gui.forms.ui_report_due import Ui_ReportDueDialog
from sbdesk.gui.forms.ui_report_register import Ui_RegisterReportDialog
from sbdesk.gui.widgets.fields import CheckedField, DateField, MoneyField
from sbdesk.gui.widgets.labels import restyle
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.reports_rows import ReportInput, ReportLine, ReportPage

HANDLINGAR = "Handlingar (*.pdf *.docx *.xlsx *.txt);;Alla filer (*)"
ANSWERS = "Svar"
_MEDIA = {".pdf": "application/pdf", ".txt": "text/plain"}


class RegisterReportDialog(QDialog):
    """``given`` carries a :class:`ReportInput`."""

    given = Signal(object)

    def __init__(self, page: ReportPage, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RegisterReportDialog()
        self.ui.setupUi(self)
        self._page = page
        self._corrects = page.state is not None
        self.ui.intro.setText(
            f"{page.row.recipient}, {page.row.programme}. Utbetalt {formats.kronor(page.row.paid_ore)}."
        )
        self.received = DateField("Kom in (obligatorisk)")
        self.received.set_day(today)
        self.used = MoneyField("Använt belopp, kronor (obligatoriskt)")
        self.used.set_ore(page.row.reported_ore)
        self.parts: dict[int, MoneyField] = {}
        self._lay_out()
        self.ui.answers.setPlainText("\n".join(page.answers.values()))
        self.ui.problem.hide()
        self.used.edit.textChanged.connect(self._show_unused)
        self.ui.ok.clicked.connect(self._register)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.fileChoose.clicked.connect(self._choose)
        self._show_unused()
        self.used.edit.setFocus()

    def _lay_out(self) -> None:
        self.ui.receivedPlace.addWidget(self.received)
        self.ui.receivedLabel.setBuddy(self.received.edit)
        self.ui.usedPlace.addWidget(self.used)
        self.ui.usedLabel.setBuddy(self.used.edit)
        form = QFormLayout(self.ui.parts)
        for part in self._page.components:
            field = MoneyField(f"Använt av {part.label}, kronor")
            field.set_ore(part.used_ore)
            field.committed.connect(self._add_up)
            form.addRow(f"{part.label} ({formats.kronor(part.allotted_ore)})", field)
            self.parts[part.component_id] = field
        self.ui.parts.setVisible(len(self.parts) > 1)
        self.ui.reasonLabel.setVisible(self._corrects)
        self.ui.reason.setVisible(self._corrects)
        places = [self.received.edit, self.used.edit, *(field.edit for field in self.parts.values())]
        rest = [self.ui.answers, self.ui.file, self.ui.fileChoose, self.ui.reason, self.ui.ok, self.ui.cancel]
        order: list[QWidget] = [*places, *rest]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _add_up(self) -> None:
        """All parts filled and no total: the total is their sum."""
        amounts = [field.ore() for field in self.parts.values()]
        if not self.used.text() and None not in amounts:
            self.used.set_ore(sum(amount for amount in amounts if amount is not None))

    def _show_unused(self) -> None:
        used, paid = self.used.ore(), self._page.row.paid_ore
        if used is None:
            self.ui.unused.setText("Inte använt räknas ut när beloppet är ifyllt.")
        elif used > paid:
            words = f"Mottagaren står själv för {formats.kronor(used - paid)} utöver utbetalt belopp."
            self.ui.unused.setText(words)
        else:
            self.ui.unused.setText(f"Inte använt: {formats.kronor(paid - used)}.")

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj återrapporten", "", HANDLINGAR)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ui.file.setText)
        dialog.open()

    def _register(self) -> None:
        day, used, reason = self.received.day(), self.used.ore(), self.ui.reason.text().strip()
        if day is None:
            self._mark(self.received, "Dagen saknas. Skriv till exempel 2027-01-31.")
            return
        if used is None:
            self._mark(self.used, "Beloppet saknas. Skriv till exempel 1 234,50.")
            return
        if self._corrects and not reason:
            self._refuse(self.ui.reason, "Skälet saknas. Skriv varför återrapporten rättas.")
            return
        faulty = next((field for field in self.parts.values() if field.problem()), None)
        if faulty is not None:
            self._mark(faulty, "")
            return
        try:
            document = self._document()
        except OSError:
            name = Path(self.ui.file.text()).name
            self._refuse(self.ui.file, f"Filen {name} kan inte läsas. Välj den igen.")
            return
        text = self.ui.answers.toPlainText().strip()
        answers = {ANSWERS: text} if text else {}
        self.accept()
        self.given.emit(ReportInput(day, used, self._lines(), answers, document, reason))

    def _mark(self, field: CheckedField, missing: str) -> None:
        field.show_problem(field.problem() or missing)
        field.edit.setFocus()

    def _lines(self) -> tuple[ReportLine, ...]:
        amounts = {key: field.ore() for key, field in self.parts.items()}
        if len(self.parts) == 1 or all(amount is None for amount in amounts.values()):
            return ()
        return tuple(ReportLine(key, amount or 0) for key, amount in amounts.items())

    def _document(self) -> ReceivedFile | None:
        place = self.ui.file.text().strip()
        if not place:
            return None
        file = Path(place)
        media = _MEDIA.get(file.suffix.lower(), "application/octet-stream")
        return ReceivedFile(file.name, file.read_bytes(), media)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()


class ReportDueDialog(QDialog):
    """``given`` carries the day and where it is decided."""

    given = Signal(object, str)

    def __init__(self, page: ReportPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ReportDueDialog()
        self.ui.setupUi(self)
        self.day = DateField("Sista dag (obligatorisk)")
        self.day.set_day(page.row.due_on)
        self.ui.dayPlace.addWidget(self.day)
        self.ui.dayLabel.setBuddy(self.day.edit)
        self.ui.problem.hide()
        self.ui.ok.clicked.connect(self._give)
        self.ui.cancel.clicked.connect(self.reject)
        self.day.edit.setFocus()

    def _give(self) -> None:
        day, reason = self.day.day(), self.ui.reason.text().strip()
        if day is None:
            self.day.show_problem(self.day.problem() or "Dagen saknas. Skriv till exempel 2027-01-31.")
            self.day.edit.setFocus()
        elif not reason:
            problem = "Skriv var dagen är bestämd, till exempel i utskicket om återrapportering."
            self.ui.problem.setText(problem)
            self.ui.problem.show()
            self.ui.reason.setAccessibleDescription(problem)
            restyle(self.ui.reason, invalid=True)
            self.ui.reason.setFocus()
        else:
            self.accept()
            self.given.emit(day, reason)

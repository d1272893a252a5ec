"""What an act with many cases needs to know, asked once for all, with a reason per case where needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from sbdesk.gui.features.requisitions.bulk_presenter import BulkTyped
from sbdesk.gui.features.requisitions.bulk_words import Field, day_label, fields_of, person_label
from sbdesk.gui.features.requisitions.decided_questions import CHANNELS
from sbdesk.gui.features.requisitions.dialogs import choose_file, plain
from sbdesk.gui.forms.ui_requisition_bulk import Ui_RequisitionBulk
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.labels import empty, restyle
from sbdesk.services.bulk_decisions import Preflight
from sbdesk.services.payouts import Booking


class BulkForm(QWidget):
    """``person_chosen`` carries an officer's id when the choice may change what can be done."""

    person_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RequisitionBulk()
        self.ui.setupUi(self)
        self.day = DateField("Dag")
        self.ui.dayPlace.addWidget(self.day)
        self.ui.dayLabel.setBuddy(self.day.edit)
        self.reasons: dict[int, QLineEdit] = {}
        self._fields: tuple[Field, ...] = ()
        for channel, words in CHANNELS:
            self.ui.channel.addItem(words, channel)
        self.ui.person.activated.connect(lambda _index: self._person())
        self.ui.fileChoose.clicked.connect(
            lambda: choose_file(self, "Undertecknad sida", self.ui.file.setText)
        )
        self.ui.folderChoose.clicked.connect(self._choose_folder)

    def start(self, plan: Preflight, *, anew: bool) -> None:
        """Show what the act asks; with ``anew`` the fields are emptied first."""
        ui, self._fields = self.ui, fields_of(plan)
        if anew:
            self._empty(plan)
        for field in Field:
            ui.form.setRowVisible(field.value, field in self._fields)
        ui.personLabel.setText(person_label(plan))
        ui.person.setAccessibleName(plain(person_label(plan)))
        ui.dayLabel.setText(day_label(plan))
        self.day.edit.setAccessibleName(plain(day_label(plan)))
        ui.person.clear()
        for key, words in plan.people:
            ui.person.addItem(words, key)
        ui.person.setCurrentIndex(max(0, ui.person.findData(plan.person_id)))
        self._ask_reasons(plan)
        ui.problem.hide()

    def first(self) -> QWidget | None:
        """The first field, None when the act asks for nothing."""
        return self._widget(self._fields[0]) if self._fields else None

    def typed(self) -> BulkTyped | None:
        """What is filled in; None when something is missing, which is then marked."""
        for field in self._fields:
            problem = self._problem(field)
            if problem:
                self._refuse(self._widget(field), problem)
                return None
        self.ui.problem.hide()
        return self._gathered()

    def _gathered(self) -> BulkTyped:
        ui, asked = self.ui, self._fields
        return BulkTyped(
            person_id=ui.person.currentData() if Field.PERSON in asked else None,
            day=self.day.day() if Field.DAY in asked else None,
            channel=str(ui.channel.currentData()) if Field.CHANNEL in asked else "",
            case_number=ui.caseNumber.text().strip(),
            path=ui.file.text().strip(),
            folder=ui.folder.text().strip(),
            reason=ui.reason.toPlainText().strip() if Field.REASON in asked else "",
            reasons={key: edit.text().strip() for key, edit in self.reasons.items()},
            booking=self._booking() if Field.ACCOUNT in asked else None,
        )

    def _booking(self) -> Booking:
        ui = self.ui
        fields = (ui.account, ui.item, ui.centre, ui.counterparty, ui.reference)
        return Booking(*(field.text().strip() for field in fields))

    def _problem(self, field: Field) -> str:
        ui = self.ui
        missing = {
            Field.PERSON: "" if ui.person.currentData() is not None else _NOBODY,
            Field.DAY: "" if self.day.day() is not None else "Dagen saknas. Skriv till exempel 2026-11-22.",
            Field.CASE_NUMBER: "" if ui.caseNumber.text().strip() else _NO_NUMBER,
            Field.FILE: "" if Path(ui.file.text().strip()).is_file() else _NO_FILE,
            Field.FOLDER: "" if _is_folder(ui.folder.text().strip()) else "Mappen saknas. Välj en mapp.",
            Field.REASON: "" if ui.reason.toPlainText().strip() else "Skälet saknas. Skriv det.",
            Field.REASONS: "" if self._empty_reason() is None else "Ett skäl saknas. Skriv det.",
            Field.ACCOUNT: "" if ui.account.text().strip() else "Kontot saknas. Ange kontot i redovisningen.",
        }
        return missing.get(field, "")

    def _widget(self, field: Field) -> QWidget:
        ui = self.ui
        return {
            Field.PERSON: ui.person,
            Field.DAY: self.day.edit,
            Field.CHANNEL: ui.channel,
            Field.CASE_NUMBER: ui.caseNumber,
            Field.FILE: ui.file,
            Field.FOLDER: ui.folder,
            Field.REASON: ui.reason,
            Field.REASONS: self._empty_reason() or ui.reason,
        }.get(field, ui.account)

    def _refuse(self, field: QWidget, problem: str) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.show()
        field.setAccessibleDescription(problem)
        restyle(field, invalid=True)
        field.setFocus()

    def _empty(self, plan: Preflight) -> None:
        ui = self.ui
        for edit in (ui.caseNumber, ui.file, ui.reason, ui.account, ui.item, ui.centre):
            edit.clear()
        for edit in (ui.counterparty, ui.reference):
            edit.clear()
        self.day.set_day(plan.today)
        self._reasons_gone()

    def _ask_reasons(self, plan: Preflight) -> None:
        """One line for each case whose letter needs the officer's own words; what is typed stays."""
        typed = {key: edit.text() for key, edit in self.reasons.items()}
        self._reasons_gone()
        for case in plan.ready:
            if case.needs_reason:
                name = QLabel(f"{case.recipient}. {case.note}" if case.note else case.recipient)
                name.setWordWrap(True)
                edit = QLineEdit(typed.get(case.award_id, ""))
                edit.setAccessibleName(f"Skäl, {case.recipient} (obligatoriskt)")
                name.setBuddy(edit)
                self.ui.reasonsPlace.addWidget(name)
                self.ui.reasonsPlace.addWidget(edit)
                self.reasons[case.award_id] = edit
        if len(self.reasons) > 1:
            same = QPushButton("Samma för alla valda")
            same.setAutoDefault(False)
            same.clicked.connect(self.same_for_all)
            self.ui.reasonsPlace.addWidget(same, 0, Qt.AlignmentFlag.AlignLeft)

    def same_for_all(self) -> None:
        """The first reason that is written, for those that have none."""
        first = next((edit.text() for edit in self.reasons.values() if edit.text().strip()), "")
        for edit in self.reasons.values():
            if not edit.text().strip():
                edit.setText(first)

    def _reasons_gone(self) -> None:
        empty(self.ui.reasonsPlace)
        self.reasons = {}

    def _empty_reason(self) -> QLineEdit | None:
        return next((edit for edit in self.reasons.values() if not edit.text().strip()), None)

    def _person(self) -> None:
        chosen = self.ui.person.currentData()
        if chosen is not None:
            self.person_chosen.emit(chosen)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "Mapp för breven", self.ui.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.ui.folder.setText)
        dialog.open()


_NOBODY = "Det finns ingen att välja. Lägg till personer i Inställningar."
_NO_NUMBER = "Diarienumret saknas. Ange numret ur diariet."
_NO_FILE = "Filen saknas. Välj den skannade handlingen."


def _is_folder(text: str) -> bool:
    return bool(text) and Path(text).is_dir()

"""Enters one fact beside the instruction: value, who says so, and the sentence that does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme import FactStatus, FactValue, ValueKind
from sbdesk.domain.programme_choices import VALUE_WORDS
from sbdesk.domain.programme_entry import fact_name
from sbdesk.gui.features.programmes import entries
from sbdesk.gui.features.programmes.entries import EntryMode, FactEntry, Texts
from sbdesk.gui.features.programmes.value_field import ValueField
from sbdesk.gui.forms.ui_programme_fact import Ui_FactForm
from sbdesk.gui.widgets.labels import restyle
from sbdesk.gui.widgets.unsaved import CHANGED, way_out
from sbdesk.services.programme_rows import FactRow

_BLANK = FactValue("", ValueKind.TEXT, None, FactStatus.STATED)
_SAVE = {
    EntryMode.EDIT: "Spara och bekräfta",
    EntryMode.ADD: "Lägg till uppgiften",
    EntryMode.AMEND: "Lämna ändringen för bekräftelse",
}


class FactForm(QScrollArea):
    """``entered`` carries a :class:`FactEntry`; ``fetch`` asks for what is chosen in the text."""

    entered = Signal(object)
    fetch = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.ui = Ui_FactForm()
        self.ui.setupUi(inside)
        self.setWidget(inside)
        self.value = ValueField()
        self.ui.valuePlace.addWidget(self.value)
        self.ui.valueLabel.setBuddy(self.value)
        self.ui.intro.setProperty("heading", "card")
        self.ui.former.setProperty("muted", True)
        self.ui.quote.setMinimumHeight(64)
        self.row: FactRow | None = None
        self._mode, self._seen, self._base, self._stale = EntryMode.EDIT, 0, _BLANK, False
        self._start: object = None
        self._fill_choices()
        self.ui.status.currentIndexChanged.connect(self._arrange)
        self.ui.name.currentIndexChanged.connect(self._named)
        self.ui.kind.currentIndexChanged.connect(self._kind_chosen)
        self.ui.ok.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.closed)
        self.ui.fetch.clicked.connect(self.fetch)
        for edit in (self.ui.heading, self.ui.statute, self.ui.reason, self.ui.why, self.value.words):
            edit.returnPressed.connect(self.save)

    def start(self, row: FactRow, mode: EntryMode) -> None:
        """Enter another content for a fact."""
        self.row, self._mode, self._seen, self._base, self._stale = row, mode, row.revision, row.fact, False
        self.ui.intro.setText(row.title)
        self.value.ask(row.fact.kind, row.fact.name, row.fact.value)
        self._show_texts(row.fact, row.heading or "")
        if row.status is FactStatus.NOT_STATED:  # whoever opens it has found the sentence
            self.ui.status.setCurrentIndex(self.ui.status.findData(FactStatus.STATED.value))
        self.ui.former.setText(f"Förra årets citat: ”{row.former_quote}”" if row.former_quote else "")
        self._begin()

    def start_new(self) -> None:
        """Enter a fact that the programme lacks."""
        self.row, self._mode, self._seen, self._base, self._stale = None, EntryMode.ADD, 0, _BLANK, False
        self.ui.intro.setText("Ny uppgift")
        self.ui.name.setCurrentIndex(-1)
        self.ui.name.setEditText("")
        self.ui.kind.setCurrentIndex(self.ui.kind.findData(ValueKind.TEXT.value))
        self.value.ask(ValueKind.TEXT, "", None)
        self._show_texts(_BLANK, "")
        self.ui.former.setText("")
        self._begin()

    def changed(self) -> bool:
        """Whether something is entered that is not saved."""
        return not self.isHidden() and self._state() != self._start

    def fill_quote(self, heading: str, quote: str) -> None:
        """Take the sentence chosen in the instruction; the value is the officer's to read out of it."""
        if FactStatus(self.ui.status.currentData()) not in (
            FactStatus.STATED,
            FactStatus.DERIVED,
            FactStatus.NOT_YET_DECIDED,
        ):
            self.ui.status.setCurrentIndex(self.ui.status.findData(FactStatus.STATED.value))
        self.ui.heading.setText(heading)
        self.ui.quote.setPlainText(quote)
        self.value.setFocus()

    def save(self) -> None:
        """Check and hand over; what is wrong is told by its field."""
        self._mark("", "")
        unreadable = self.value.problem()
        entry = self._entry()
        problem = ("value", unreadable) if unreadable else entry.problem()
        if problem is not None:
            self._mark(*problem)
        else:
            self.entered.emit(entry)

    def done_well(self) -> None:
        """Saved: nothing is left to lose."""
        self._start = self._state()
        self.closed.emit()

    def refused(self, error: UserFacingError) -> None:
        """Say why by the field and keep the text; after F12 the next rows tell what holds now."""
        self._mark(error.code or "", str(error))
        self._stale = error.code == "F12"

    def told_now(self, rows: tuple[FactRow, ...]) -> None:
        """After a refused stale change: show what holds, and let the next save build on it."""
        row = self.row
        newest = next((one for one in rows if row is not None and one.key == row.key), None)
        if self._stale and newest is not None:
            self.row, self._seen, self._stale = newest, newest.revision, False
            self.ui.former.setText(entries.now_valid(newest))
            self.ui.former.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a form without changes; typed text is never lost by it."""
        if event.key() == Qt.Key.Key_Escape and not self.changed():
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.tell_changed()
        else:
            super().keyPressEvent(event)

    def tell_changed(self) -> None:
        """What is typed stays; say which button throws it away."""
        self._mark("", f"{CHANGED} {way_out(self.ui.cancel.text())}")

    def _fill_choices(self) -> None:
        for status in FactStatus:
            self.ui.status.addItem(status.swedish, status.value)
        for kind, words in VALUE_WORDS.items():
            self.ui.kind.addItem(words, kind.value)
        for title, name, _kind in entries.new_fact_titles():
            self.ui.name.addItem(title, name)

    def _begin(self) -> None:
        added = self._mode is EntryMode.ADD
        for widget in (self.ui.name, self.ui.nameLabel, self.ui.kind, self.ui.kindLabel):
            widget.setVisible(added)
        amended = self._mode is EntryMode.AMEND
        self.ui.why.setVisible(amended)
        self.ui.whyLabel.setVisible(amended)
        self.ui.why.clear()
        self.ui.former.setVisible(bool(self.ui.former.text()))
        self.ui.ok.setText(_SAVE[self._mode])
        self._mark("", "")
        self._arrange()
        self._start = self._state()
        self.show()
        first = self.ui.name if added else self.ui.status if self.value.isHidden() else self.value
        first.setFocus()
        self.verticalScrollBar().setValue(0)

    def _show_texts(self, fact: FactValue, heading: str) -> None:
        self.ui.status.setCurrentIndex(self.ui.status.findData(fact.status.value))
        self.ui.heading.setText(fact.quote.heading if fact.quote else heading)
        self.ui.quote.setPlainText("\n".join(fact.quote.spans) if fact.quote else "")
        self.ui.statute.setText(fact.statute or "")
        self.ui.reason.setText(fact.reason or "")

    def _arrange(self) -> None:
        fields = entries.FIELDS_OF_STATUS[FactStatus(self.ui.status.currentData())]
        self.value.setVisible("value" in fields)
        self.ui.valueLabel.setVisible("value" in fields)
        self.ui.fetch.setVisible("quote" in fields or not fields)
        for name in ("heading", "quote", "statute", "reason"):
            for widget in (getattr(self.ui, name), getattr(self.ui, f"{name}Label")):
                widget.setVisible(name in fields)

    def _named(self) -> None:
        known = {name: kind for _title, name, kind in entries.new_fact_titles()}
        kind = known.get(str(self.ui.name.currentData() or ""))
        if kind is not None:
            self.ui.kind.setCurrentIndex(self.ui.kind.findData(kind.value))

    def _kind_chosen(self) -> None:
        self.value.ask(ValueKind(self.ui.kind.currentData()), "", None)

    def _entry(self) -> FactEntry:
        base = self._base
        if self._mode is EntryMode.ADD:
            index = self.ui.name.findText(self.ui.name.currentText())
            name = str(self.ui.name.itemData(index)) if index >= 0 else fact_name(self.ui.name.currentText())
            base = FactValue(name, self.value.kind(), None, FactStatus.STATED)
        texts = Texts(
            self.ui.heading.text(),
            self.ui.quote.toPlainText(),
            self.ui.statute.text(),
            self.ui.reason.text(),
        )
        status = FactStatus(self.ui.status.currentData())
        fact = entries.entered(base, status, self.value.content(), texts)
        return FactEntry(self._mode, self._seen, fact, self.ui.why.text())

    def _state(self) -> tuple[object, ...]:
        return (self._entry(), self.value.typed(), self.ui.name.currentText())

    def _mark(self, field: str, text: str) -> None:
        self.ui.problem.setText(text)
        self.ui.problem.setVisible(bool(text))
        for name in ("heading", "quote", "statute", "reason", "why", "name"):
            widget = getattr(self.ui, name)
            restyle(widget, invalid=name == field)
            widget.setAccessibleDescription(text if name == field else "")
        if field == "value":
            self.value.setFocus()
        elif field in ("heading", "quote", "statute", "reason", "why", "name"):
            getattr(self.ui, field).setFocus()

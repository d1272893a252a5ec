"""The filters over the ledger table: what is shown, levels of findings, cause, and the search field."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineFilter, LineView
from sbdesk.domain.line_search import LineSearch
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.reconciliations_rows import ReconciliationPage

_NO_CAUSE = -1


class FilterBar(QWidget):
    """``view_chosen`` a LineView, ``levels_chosen`` a set of levels, ``cause_chosen`` a cause or None."""

    view_chosen = Signal(object)
    levels_chosen = Signal(object)
    cause_chosen = Signal(object)
    cleared = Signal()
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QComboBox()
        self.view.setAccessibleName("Visa")
        for choice in LineView:
            self.view.addItem(choice.swedish, choice.value)
        self.view.activated.connect(lambda: self.view_chosen.emit(LineView(self.view.currentData())))
        self.levels: dict[Level, QPushButton] = {level: self._level(level) for level in Level}
        self.cause = QComboBox()
        self.cause.setAccessibleName("Feltyp")
        self.cause.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cause.setMinimumContentsLength(11)
        self.cause.addItem("alla feltyper", _NO_CAUSE)
        for cause in VerdictCause:
            self.cause.addItem(f"{int(cause)} {cause.swedish}", int(cause))
        self.cause.activated.connect(self._cause_chosen)
        self.rule = QPushButton()
        self.rule.setProperty("link", True)
        self.rule.setToolTip("Visa alla rader igen")
        self.rule.clicked.connect(self.cleared)
        self.search = FilterRow("Sök: ord, belopp:>50000, fynd:stopp, leverantör:…")
        self.search.searched.connect(self.searched)
        self._search = LineSearch()
        self.search.field.setMinimumWidth(140)
        flow = FlowLayout(self, margin=0, spacing=8)
        for widget in (self.view, *self.levels.values(), self.cause, self.rule, self.search):
            flow.addWidget(widget)

    def show_filter(self, wanted: LineFilter, page: ReconciliationPage) -> None:
        """Show the filter in force and how many findings each level has; nothing is told back."""
        with QSignalBlocker(self.view), QSignalBlocker(self.cause):
            self.view.setCurrentIndex(list(LineView).index(wanted.view))
            code = _NO_CAUSE if wanted.cause is None else int(wanted.cause)
            self.cause.setCurrentIndex(self.cause.findData(code))
        for level, button in self.levels.items():
            findings = (finding for group in page.groups for finding in group.findings)
            count = sum(it.level is level and not it.answered for it in findings)
            button.setText(f"{level.swedish} {count}")
            button.setChecked(level in wanted.levels)
        title = next((group.title for group in page.groups if group.code == wanted.rule), "")
        self.rule.setText(f"Fynd: {title} (ta bort)")
        self.rule.setVisible(bool(title))
        if wanted.search == LineSearch() != self._search:
            # The search has been taken away; text being typed is never touched.
            with QSignalBlocker(self.search.field):
                self.search.field.clear()
        self._search = wanted.search

    def _level(self, level: Level) -> QPushButton:
        button = QPushButton(level.swedish)
        button.setCheckable(True)
        button.setToolTip(f"Visa bara rader med fynd på nivån {level.swedish.lower()}")
        button.clicked.connect(self._level_chosen)
        return button

    def _level_chosen(self, _checked: bool) -> None:
        chosen = frozenset(level for level, button in self.levels.items() if button.isChecked())
        self.levels_chosen.emit(chosen)

    def _cause_chosen(self) -> None:
        code = self.cause.currentData()
        self.cause_chosen.emit(None if code == _NO_CAUSE else VerdictCause(code))

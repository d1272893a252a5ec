"""A pasted or chosen table on its way in: its columns, what each row would do, and what confirms it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.columns import Column
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Status, TableShown, Total
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.column_choices import ColumnChoices
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.progress_bar import WorkBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.gui.widgets.unsaved import CHANGED, way_out

R = TypeVar("R")


class TableEntry(QWidget, Generic[R]):
    """Nothing is kept before ``confirm``; Esc leaves what nobody has typed or chosen anything in.

    ``sheet_chosen`` carries the sheet's place, ``column_chosen`` a column's index and the key of what it
    holds (empty: nothing). The page's own fields go into ``fields``.
    """

    sheet_chosen = Signal(int)
    column_chosen = Signal(int, str)
    confirmed = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        shape: Sequence[Column[R]],
        identify: Callable[[R], int],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__()
        self.title = heading("", "section")
        self.source = muted("")
        self.sheet, self.sheet_label = QComboBox(), QLabel("&Blad")
        self.sheet_label.setBuddy(self.sheet)
        self.sheet.setAccessibleName("Blad i filen")
        self.columns = ColumnChoices()
        self.strip, self.totals = StatusStrip(), TotalsStrip(f"Summor, {name}")
        self.fields = QFormLayout()
        self.model: RowTableModel[R] = RowTableModel(shape, identify)
        self.table: TableView[R] = TableView(self.model, name, settings, key)
        self.work, self.reason = WorkBar(), muted("")
        self._typed = False
        self.leave, self.confirm = QPushButton("Avbryt"), QPushButton()
        self.confirm.setProperty("primary", True)
        self._lay_out()
        self.sheet.activated.connect(self.sheet_chosen)
        self.columns.chosen.connect(self.column_chosen)
        self.confirm.clicked.connect(self.confirmed)
        self.leave.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._escape)
        for chosen in (self.sheet.activated, self.columns.chosen):
            chosen.connect(self.note_typed)

    def show_table(self, shown: TableShown | None) -> None:
        """The table's columns; None where there is no table, only differences."""
        for part in (self.columns, self.source):
            part.setVisible(shown is not None)
        several = shown is not None and len(shown.sheets) > 1
        self.sheet.setVisible(several)
        self.sheet_label.setVisible(several)
        if shown is None:
            return
        self.source.setText(shown.source)
        self.sheet.clear()
        self.sheet.addItems(list(shown.sheets))
        self.sheet.setCurrentIndex(shown.sheet)
        self.columns.show_table(shown.titles, shown.head, shown.choices, shown.holds)

    def show_result(self, title: str, status: Status, totals: Sequence[Total], rows: Sequence[R]) -> None:
        """What would happen, row by row, with sums."""
        self.title.setText(title)
        self.strip.show_status(status)
        self.totals.setVisible(bool(totals))
        self.totals.show_totals(totals)
        self.table.setVisible(bool(rows))
        self.model.set_rows(rows)

    def show_ready(self, label: str, reason: str) -> None:
        """The button's words, and why it cannot be used (empty: it can)."""
        self.confirm.setText(label)
        self.confirm.setAccessibleName(label)
        self.confirm.setEnabled(not reason)
        self.confirm.setToolTip(reason or f"{label} (Ctrl+Retur)")
        self.confirm.setAccessibleDescription(reason)
        self.reason.setText(reason)

    def note_typed(self) -> None:
        """The officer has typed or chosen something that Esc must not throw away."""
        self._typed = True

    def forget(self) -> None:
        """The table is let go of or kept: the next one begins anew."""
        self._typed = False

    def run(self) -> bool:
        """Ctrl+Enter: confirm; False when that cannot be done."""
        if not self.confirm.isEnabled():
            return False
        self.confirmed.emit()
        return True

    def _escape(self) -> None:
        if self._typed:
            self.reason.setText(f"{CHANGED} {way_out()}")
        else:
            self.left.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.source, 1)
        top.addWidget(self.sheet_label)
        top.addWidget(self.sheet)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.reason, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.confirm)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.strip)
        column.addLayout(top)
        column.addWidget(self.columns)
        column.addLayout(self.fields)
        column.addWidget(self.totals)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(scrolled(inside), 1)
        whole.addWidget(self.work)
        whole.addLayout(buttons)
        palette.changed().changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self.table.setMinimumHeight(palette.current().row_height * 6)

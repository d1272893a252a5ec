"""One claim: who must act, the next step, how the amount was reached, lines, hearing and invoices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui import icons
from sbdesk.gui.features.recoveries import shown
from sbdesk.gui.features.recoveries.columns import invoice_columns, line_columns
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import heading, label, muted
from sbdesk.gui.widgets.letter_preview import LetterPreview
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries_rows import RecoveryLineRow, RecoveryPage


class CaseView(QWidget):
    """``line_opened`` and ``invoice_opened`` carry an id; the ``…_wanted`` are the acts on lines."""

    line_opened = Signal(object)
    add_wanted = Signal()
    drop_wanted = Signal()
    anew_wanted = Signal()
    invoice_opened = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.title, self.notes = heading("", "page"), muted("")
        self.status, self.steps = StatusStrip(), NextStepBar()
        self.totals = TotalsStrip("Så räknas återkravet")
        self.lines: RowTableModel[RecoveryLineRow] = RowTableModel(line_columns(), lambda row: row.id)
        self.lines_table: TableView[RecoveryLineRow] = TableView(
            self.lines, "Rader i återkravet", settings, "recovery_lines"
        )
        self.change = self._button("Ändra raden…", "edit")
        self.add = self._button("Lägg till eget fynd…", "add")
        self.drop = self._button("Ta bort raden…", "delete")
        self.anew = self._button("Gör om förslaget", "refresh")
        self.hearing = label("")
        self.invoices: RowTableModel[InvoiceRow] = RowTableModel(invoice_columns(), lambda row: row.id)
        self.invoices_table: TableView[InvoiceRow] = TableView(
            self.invoices, "Ärendets fakturor", settings, "recovery_invoices"
        )
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Återkravets delar")
        self.preview = LetterPreview()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_claim(
        self,
        page: RecoveryPage,
        invoices: Sequence[InvoiceRow],
        primary: Sequence[Action],
        others: Sequence[Action],
    ) -> None:
        """Another claim, or the same one anew."""
        self.title.setText(shown.heading(page))
        self.status.show_status(shown.status(page))
        self.steps.show_actions(primary, others)
        self.totals.show_totals(shown.totals(page))
        self.notes.setText(shown.notes(page))
        self.notes.setVisible(bool(self.notes.text()) and not self.stack.currentIndex())
        self.lines.set_rows(page.lines)
        self.lines_table.select_first()
        self.hearing.setText(shown.hearings(page))
        self.invoices.set_rows(invoices)
        self._show_editing(page)
        for number, words in enumerate(
            (f"Rader {len(page.lines)}", f"Yttrande {len(page.hearings)}", f"Fakturor {len(invoices)}")
        ):
            self.tabs.setTabText(number, words)

    def show_tabs(self) -> None:
        """Close the draft letter."""
        self.preview.clear()
        self.stack.setCurrentIndex(0)
        self.totals.show()
        self.notes.setVisible(bool(self.notes.text()))

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """The draft in place of the tabs, with as much room as there is."""
        self.totals.hide()
        self.notes.hide()
        self.stack.setCurrentIndex(1)
        self.preview.show_letter(title, file_name, content)

    def _show_editing(self, page: RecoveryPage) -> None:
        fixed = page.locked if page.locked and not page.locked.startswith("Mottagaren") else ""
        for button, reason in (
            (self.change, fixed or ("" if page.lines else "Förslaget har inga rader.")),
            (self.drop, fixed or ("" if page.lines else "Förslaget har inga rader.")),
            (self.add, page.locked),
            (self.anew, page.locked),
        ):
            button.setEnabled(not reason)
            button.setToolTip(reason or button.text())
            button.setAccessibleDescription(reason)

    def _button(self, text: str, icon: str) -> QPushButton:
        made = QPushButton(text)
        icons.place(made, icon)
        return made

    def _connect(self) -> None:
        self.lines_table.opened.connect(self.line_opened)
        self.change.clicked.connect(lambda: self.line_opened.emit(self.lines_table.current_id() or 0))
        self.add.clicked.connect(self.add_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self.anew.clicked.connect(self.anew_wanted)
        self.invoices_table.opened.connect(self.invoice_opened)
        self.preview.closed.connect(self.show_tabs)

    def _lay_out(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.lines_table, 1)
        row = QWidget()
        buttons = FlowLayout(row, margin=0, spacing=8)
        for button in (self.change, self.add, self.drop, self.anew):
            buttons.addWidget(button)
        column.addWidget(row)
        hearing = QWidget()
        inside = QVBoxLayout(hearing)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.hearing)
        inside.addStretch(1)
        for part in (lines, scrolled(hearing), self.invoices_table):
            self.tabs.addTab(part, "")
        for part in (self.tabs, self.preview):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 0, 0)
        whole.setSpacing(8)
        for part in (self.title, self.status, self.steps, self.totals, self.notes):
            whole.addWidget(part)
        whole.addWidget(self.stack, 1)

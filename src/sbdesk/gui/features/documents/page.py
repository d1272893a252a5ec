"""Dokument: every document in and out, and the one chosen as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.documents.columns import document_columns
from sbdesk.gui.features.documents.dialogs import DiaryDialog, HideDialog, SendDialog
from sbdesk.gui.features.documents.presenter import DocumentsPresenter
from sbdesk.gui.features.documents.viewer import DocumentViewer
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.services.documents import DocumentContent, DocumentRow

EMPTY = "Inga dokument ännu. De kommer hit när en anvisning, en rekvisition eller ett brev sparas."


class DocumentsPage(Page):
    """Choosing a row shows the document; Enter gives it the whole width."""

    title = "Dokument"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self.model: RowTableModel[DocumentRow] = RowTableModel(document_columns(), lambda row: row.id)
        self.table: TableView[DocumentRow] = TableView(self.model, "Dokument", context.settings, "documents")
        self.filter = FilterRow("Sök dokument")
        self.undiarised = QCheckBox("Inte diarieförda")
        self.with_hidden = QCheckBox("Visa dolda")
        self.name, self.facts = heading("", "card"), muted("")
        self.steps = NextStepBar()
        self.viewer = DocumentViewer()
        self._lay_out(context)
        self.presenter = DocumentsPresenter(context, self)
        for box in (self.undiarised, self.with_hidden):
            box.toggled.connect(self._filtered)
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.told.connect(context.messages.tell)
        self.add_command(Action("Sök dokument", self.filter.field.setFocus, shortcut="Ctrl+F"))
        self.add_command(Action("Skriv ut dokumentet", self._print_shown, shortcut="Ctrl+P", icon="print"))
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Show the document with the target's id over the whole width."""
        if target is None:
            return
        if target.query:
            self.filter.field.setText(target.query)
        if target.id is not None:
            self.filter.field.clear()
            self.undiarised.setChecked(False)
            self._wanted = None if self.table.select_id(target.id) else target.id
            self.halves.show_detail(whole_width=True)

    def first_focus(self) -> QWidget:
        """The list, or the document when it has the whole width."""
        return self.table if self.table.isVisible() else self.viewer.shown()

    def panes(self) -> Sequence[QWidget]:
        """Search, list, document."""
        return (self.filter.field, self.table, self.viewer.shown())

    def closing(self) -> None:
        """Watch no more and free the document."""
        self.presenter.close()
        self.viewer.clear("")

    def show_rows(self, rows: Sequence[DocumentRow], hidden: int) -> None:
        """The list."""
        filtered = self.undiarised.isChecked() or hidden > 0
        self.stack.setCurrentIndex(1 if rows or filtered else 0)
        self.with_hidden.setText(f"Visa dolda ({hidden})" if hidden else "Visa dolda")
        self.model.set_rows(rows)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    def show_document(self, row: DocumentRow, actions: Sequence[Action]) -> None:
        """What is known of the document."""
        self.name.setText(row.title)
        size = formats.count(max(1, round(row.size / 1024)), "kB", "kB")
        parts = (
            row.number,
            row.kind_words,
            row.recipient,
            row.programme,
            row.created_on.isoformat(),
            f"diarieförd {row.diary}" if row.diary else "inte diarieförd",
            f"skickat {row.sent_on.isoformat()} med {row.sent_by}" if row.sent_on else None,
            f"dolt: {row.hidden_reason}" if row.hidden_reason else None,
            f"{row.file_name}, {size}, kontrollsumma {row.short_hash}",
        )
        self.facts.setText(" · ".join(part for part in parts if part))
        self.steps.show_actions(actions[:1], actions[1:])

    def show_content(self, content: DocumentContent) -> None:
        """The document itself."""
        self.viewer.show_content(content)

    def show_nothing(self) -> None:
        """No document is chosen."""
        self.name.setText("")
        self.facts.setText("")
        self.steps.show_actions((), ())
        self.viewer.clear("Välj ett dokument i listan.")

    def ask_where_to_save(self, row: DocumentRow) -> None:
        """Ask for a place, with the document's own name proposed."""
        dialog = QFileDialog(self, "Spara en kopia", row.file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.presenter.save)
        dialog.open()

    def print_document(self) -> None:
        """Choose a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants a receiver of the old kind

    def print_to(self, printer: QPrinter) -> None:
        """Print the document shown; an error is told in the page."""
        self.clear_error()
        try:
            self.viewer.draw(printer)
        except UserFacingError as error:
            self.show_error(error)
        else:
            self.context.messages.tell(f"{self.name.text()} är skickat till skrivaren.")

    def ask_sent(self, row: DocumentRow, today: date) -> None:
        """When and how."""
        dialog = SendDialog(today, self)
        dialog.chosen.connect(self.presenter.mark_sent)
        dialog.open()

    def ask_diary(self, row: DocumentRow, today: date) -> None:
        """The number in the register."""
        dialog = DiaryDialog(today, self)
        dialog.chosen.connect(self.presenter.set_diary)
        dialog.open()

    def ask_hide(self, row: DocumentRow) -> None:
        """Why."""
        dialog = HideDialog(self)
        dialog.chosen.connect(self.presenter.hide)
        dialog.open()

    def _print_shown(self) -> None:
        row = self.presenter.row
        if row is None:
            self.context.messages.tell("Välj ett dokument i listan först.")
            return
        action = self.presenter.printing(row)
        if action.enabled:
            action.run()
        else:
            self.context.messages.tell(action.reason)

    def _filtered(self) -> None:
        self.presenter.set_filter(
            undiarised_only=self.undiarised.isChecked(), with_hidden=self.with_hidden.isChecked()
        )

    def _chosen(self, _row_id: int) -> None:
        self.presenter.choose(self.table.current_row())

    def _opened(self, document_id: int) -> None:
        self.halves.show_detail(whole_width=True)
        self.viewer.shown().setFocus()
        self.moved.emit(Target(id=document_id))

    def _lay_out(self, context: PageContext) -> None:
        self.filter.add(self.undiarised)
        self.filter.add(self.with_hidden)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table)
        detail = QVBoxLayout(right)
        detail.setContentsMargins(8, 0, 0, 0)
        detail.setSpacing(8)
        for widget in (self.name, self.facts, self.steps):
            detail.addWidget(widget)
        detail.addWidget(self.viewer, 1)
        self.halves = MasterDetail(left, right, context.settings, "documents")
        empty = EmptyState("documents")
        empty.tell(EMPTY)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(self.halves)
        self.body.addWidget(self.stack, 1)

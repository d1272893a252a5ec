"""The part of Rekvisitioner where a table of requisitions is looked at before it is registered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.columns import Column, date_column, money_column, number_column, status_column, text_column
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.bulk_entry_presenter import BulkEntryPresenter, BulkEntryShown
from sbdesk.gui.look import Tone
from sbdesk.gui.presenter import View
from sbdesk.gui.shown import Action
from sbdesk.gui.tasks import ShownProgress
from sbdesk.gui.widgets.table_entry import TableEntry
from sbdesk.services.requisition_tables_rows import EntryResult, EntryRow, ProgrammeChoice

TABLES = "Tabeller (*.xlsx *.xlsm *.csv *.txt *.tsv);;Alla filer (*)"
_TONES = {
    EntryResult.REGISTERED: Tone.OK,
    EntryResult.DEVIATES: Tone.DEVIATION,
    EntryResult.STOPS: Tone.STOP,
    EntryResult.ALREADY: Tone.MUTED,
    EntryResult.LEFT: Tone.MUTED,
    EntryResult.REFUSED: Tone.STOP,
}


def entry_columns() -> list[Column[EntryRow]]:
    """Whom, how much, and how the row ends."""
    return [
        number_column("row", "Rad", lambda row: row.number, width=56),
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        status_column(
            "result",
            "Vad som händer",
            lambda row: row.result.swedish,
            lambda row: _TONES[row.result],
            width=220,
        ),
        date_column("received", "Kom in", lambda row: row.received_on),
        money_column("amount", "Rekvirerat", lambda row: row.amount_ore, decimals=False),
        text_column("detail", "Förklaring", lambda row: row.detail, width=420, tip=lambda row: row.detail),
    ]


class BulkEntryView(QWidget):
    """``opened`` when a table is shown, ``closed`` when it is let go of or registered."""

    opened = Signal()
    closed = Signal()

    def __init__(self, context: PageContext, page: View) -> None:
        super().__init__()
        self._page = page
        self.entry: TableEntry[EntryRow] = TableEntry(
            "Rekvisitioner på väg in",
            entry_columns(),
            lambda row: row.number,
            context.settings,
            "requisition_entry",
        )
        self.entry.title.setText("Rekvisitioner från tabell")
        self.programme = QComboBox()
        self.programme.setAccessibleName("Statsbidrag som rekvisitionerna gäller")
        self.entry.fields.addRow("&Statsbidrag", self.programme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.entry)
        self.presenter = presenter = BulkEntryPresenter(context, self)
        self.programme.activated.connect(lambda _i: presenter.choose_programme(self.programme.currentData()))
        self.entry.sheet_chosen.connect(presenter.set_sheet)
        self.entry.column_chosen.connect(presenter.set_column)
        self.entry.confirmed.connect(presenter.confirm)
        self.entry.left.connect(presenter.leave)
        self.entry.table.told.connect(context.messages.tell)

    @property
    def is_open(self) -> bool:
        """Whether a table is on its way in."""
        return self.presenter.table is not None

    def commands(self) -> tuple[Action, ...]:
        """What the page offers in its menu."""
        return (
            Action("Klistra in från e-tjänsten…", self.paste, shortcut="Ctrl+Shift+V", icon="add"),
            Action("Läs in från Excel…", self.choose_file, icon="ledger-import"),
            Action("Spara mall för rekvisitioner…", self.save_template),
        )

    def paste(self) -> None:
        """What was copied in the portal or in Excel."""
        self.presenter.take(QGuiApplication.clipboard().text())

    def choose_file(self) -> None:
        """Point at a file."""
        dialog = QFileDialog(self, "Läs in rekvisitioner", "", TABLES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.presenter.take(Path(path)))
        dialog.open()

    def save_template(self) -> None:
        """Save a template for the grant that expects the most."""
        self.presenter.with_programme(self._ask_place)

    def next_step(self) -> bool:
        """Ctrl+Enter: register."""
        return self.entry.run()

    def first_focus(self) -> QWidget:
        """The button that registers, or the way out."""
        return self.entry.confirm if self.entry.confirm.isEnabled() else self.entry.leave

    def panes(self) -> Sequence[QWidget]:
        """Columns, rows, buttons."""
        return (self.entry.columns, self.entry.table, self.entry.leave)

    def show_error(self, error: UserFacingError) -> None:
        """In the page."""
        self._page.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        self._page.clear_error()

    def show_choices(self, choices: Sequence[ProgrammeChoice], chosen: int) -> None:
        """The grants, the one chosen first seen."""
        self.programme.clear()
        for choice in choices:
            self.programme.addItem(f"{choice.label} ({choice.expected} väntar på rekvisition)", choice.id)
        self.programme.setCurrentIndex(self.programme.findData(chosen))

    def show_entry(self, shown: BulkEntryShown) -> None:
        """The table, and how its rows would end."""
        self.entry.show_table(shown.table)
        self.entry.show_result("Rekvisitioner från tabell", shown.status, shown.totals, shown.rows)
        self.entry.show_ready(shown.button, shown.reason)
        self.opened.emit()

    def close_entry(self) -> None:
        """Back to the list."""
        self.entry.forget()
        self.closed.emit()

    def new_progress(self) -> ShownProgress:
        """Shown under the rows."""
        return self.entry.work.start()

    def _ask_place(self, choice: ProgrammeChoice) -> None:
        dialog = QFileDialog(
            self, f"Spara mall, {choice.label}", f"Rekvisitioner {choice.label}.xlsx", "Excel (*.xlsx)"
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda place: self.presenter.save_template(choice.id, Path(place)))
        dialog.open()

"""The page after an act with many cases: what became of each, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.gui import icons
from sbdesk.gui.columns import Column, money_column, status_column, text_column
from sbdesk.gui.features.requisitions import bulk_words
from sbdesk.gui.look import Tone
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import heading
from sbdesk.services.bulk_decisions import BulkOutcome, BulkResult, Outcome

_TONES = {Outcome.DONE: Tone.OK, Outcome.BEFORE: Tone.MUTED, Outcome.NOT_DONE: Tone.STOP}
_DECIDED = (BulkAct.DECIDE, BulkAct.DECIDE_TOGETHER)


def result_columns() -> list[Column[BulkOutcome]]:
    """Each case and what was done, or why it was not."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=110),
        money_column("amount", "Belopp", lambda row: row.amount_ore, decimals=False),
        status_column(
            "outcome", "Utfall", lambda row: row.outcome.value, lambda row: _TONES[row.outcome], width=130
        ),
        text_column("text", "Det som gjordes, eller orsak", lambda row: row.text, width=460, tip=_text),
    ]


def _text(row: BulkOutcome) -> str:
    return row.text


class BulkResults(QWidget):
    """``again`` looks anew at what was not done; ``without`` leaves out the case that hindered the others."""

    again = Signal()
    without = Signal()
    letters = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.title, self.words = heading("", "page"), heading("")
        self.model: RowTableModel[BulkOutcome] = RowTableModel(result_columns(), lambda row: row.award_id)
        self.table: TableView[BulkOutcome] = TableView(self.model, "Utfall", settings, "bulk_results")
        self.table.told.connect(self.told)
        self.leave = QPushButton("&Till listan")
        self.copy = QPushButton("&Kopiera listan")
        self.retry = QPushButton("&Pröva de andra igen…")
        self.skip = QPushButton()
        self.save = QPushButton("&Spara breven i en mapp…")
        self.leave.setProperty("primary", True)
        icons.place(self.copy, "copy")
        self.leave.clicked.connect(self.left)
        self.copy.clicked.connect(self.copy_all)
        self.retry.clicked.connect(self.again)
        self.skip.clicked.connect(self.without)
        self.save.clicked.connect(self.letters)
        self._lay_out()

    def show_result(self, result: BulkResult) -> None:
        """What was not done first, then the rest in the list's order."""
        self.title.setText(bulk_words.title_of(result.label))
        self.words.setText(bulk_words.result_words(result))
        rows = sorted(result.outcomes, key=lambda row: row.outcome is not Outcome.NOT_DONE)
        self.model.set_rows(rows)
        fell = next((row.recipient for row in rows if row.award_id == result.fell), "")
        self.skip.setVisible(bool(fell))
        self.skip.setText(f"&Fortsätt utan {fell}…")
        self.retry.setVisible(result.count(Outcome.NOT_DONE) > 0 and not fell)
        self.save.setVisible(result.act in _DECIDED and result.count(Outcome.DONE) > 0)
        if rows:
            self.table.go_to_row(0)
        (self.skip if fell else self.table).setFocus()

    def copy_all(self) -> None:
        """Every row with headers, as Ctrl+C does for the selected ones."""
        self.table.selectAll()
        self.table.copy_rows()

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        for button in (self.leave, self.skip, self.retry, self.save, self.copy):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

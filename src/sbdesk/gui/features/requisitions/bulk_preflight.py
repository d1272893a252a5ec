"""The page before an act with many cases: which can, which cannot and why, and what the act asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.gui import icons
from sbdesk.gui.columns import Column, money_column, status_column, text_column
from sbdesk.gui.features.requisitions import bulk_words
from sbdesk.gui.features.requisitions.bulk_form import BulkForm
from sbdesk.gui.look import Tone
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.progress_bar import WorkBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.services.bulk_decisions import BulkCase, Preflight


def preflight_columns() -> list[Column[BulkCase]]:
    """Each case: whether it can be done, for how much, and what to know."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=110),
        money_column("amount", "Belopp", lambda row: row.amount_ore, decimals=False),
        status_column(
            "can",
            "Kan göras",
            lambda row: "Kan" if row.can else "Kan inte",
            lambda row: Tone.OK if row.can else Tone.STOP,
            width=110,
        ),
        text_column("why", "Orsak eller anmärkning", _told, width=420, tip=lambda row: _told(row)),
    ]


def _told(row: BulkCase) -> str:
    return row.refusal or row.note


class BulkPreflight(QWidget):
    """``go`` carries what the officer filled in; ``cancelled`` that nothing shall be done."""

    go = Signal(object)
    cancelled = Signal()
    draft_wanted = Signal(object, str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.title, self.words, self.intro = heading("", "page"), heading(""), muted("")
        self.model: RowTableModel[BulkCase] = RowTableModel(preflight_columns(), lambda row: row.award_id)
        self.table: TableView[BulkCase] = TableView(self.model, "Valda ärenden", settings, "bulk_preflight")
        self.form = BulkForm()
        self.fields = scrolled(self.form)
        self.work = WorkBar()
        self.ok, self.cancel = QPushButton(), QPushButton("&Avbryt")
        self.why_not = muted(_NONE)
        self.draft = QPushButton("&Visa utkast för underskrift")
        self.draft.clicked.connect(self._want_draft)
        self.ok.setProperty("primary", True)
        self._plan: Preflight | None = None
        self.ok.clicked.connect(self.next_step)
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()

    def show_plan(self, plan: Preflight) -> None:
        """Another act, or the same with another person: then what is typed stays."""
        anew = self._plan is None or self._plan.act is not plan.act
        self._plan = plan
        self.title.setText(bulk_words.title_of(plan.label))
        self.words.setText(plan.words)
        self.intro.setText(bulk_words.intro_of(plan))
        # Those that cannot be done first: they are what the officer must see.
        self.model.set_rows([*plan.hindered, *plan.ready])
        self.form.start(plan, anew=anew)
        self.ok.setText(bulk_words.go_on(plan))
        self.ok.setEnabled(bool(plan.ready))
        self.ok.setToolTip(f"{bulk_words.title_of(plan.label)} (Ctrl+Retur)" if plan.ready else _NONE)
        self.why_not.setVisible(not plan.ready)
        self.draft.setVisible(plan.act is BulkAct.DECIDE_TOGETHER and bool(plan.ready))
        self.fields.setVisible(bool(plan.ready) and self.form.first() is not None)
        self.ok.setAccessibleDescription("" if plan.ready else _NONE)
        if anew and plan.cases:
            self.table.go_to_row(0)
        if anew:
            self.first_focus().setFocus()

    def first_focus(self) -> QWidget:
        """The first field, else the button that goes on, else the table."""
        if not self.ok.isEnabled():
            return self.table
        return self.form.first() or self.ok

    def next_step(self) -> bool:
        """Fortsätt, when something can be done and everything is filled in."""
        if self.ok.isEnabled():
            typed = self.form.typed()
            if typed is not None:
                self.go.emit(typed)
        return True

    def _want_draft(self) -> None:
        ui = self.form.ui
        self.draft_wanted.emit(ui.person.currentData(), ui.caseNumber.text())

    def forget(self) -> None:
        """The act is over: the next one begins with empty fields."""
        self._plan = None

    def rest(self, resting: bool) -> None:
        """While the work goes on only Avbryt of its own bar can be used."""
        for widget in (self.form, self.ok, self.cancel, self.draft, self.table):
            widget.setDisabled(resting)
        if not resting and self._plan is not None:
            self.ok.setEnabled(bool(self._plan.ready))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.ok)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.draft)
        buttons.addWidget(self.why_not, 1)
        buttons.addStretch(0)
        icons.place(self.ok, "next", "primary_text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.words, self.intro):
            column.addWidget(widget)
        column.addWidget(self.table, 3)
        column.addWidget(self.fields, 2)
        column.addWidget(self.work)
        column.addLayout(buttons)


_NONE = "Inget av de valda ärendena kan göras. Orsaken står vid varje ärende."

"""Uppgifter: every fact with its tick, and the form that enters one of them beside the instruction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from sbdesk.domain.programme import FactStatus
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui import palette
from sbdesk.gui.features.programmes import columns, lines
from sbdesk.gui.features.programmes.entries import EntryMode
from sbdesk.gui.features.programmes.fact_form import FactForm
from sbdesk.gui.features.programmes.lines import OpenText
from sbdesk.gui.features.programmes.listing import ActBar, QuotedTable
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.labels import label
from sbdesk.services.programme_rows import FactRow, ProgrammePage

CLOSED = "Statsbidraget är granskat. Välj Ändra uppgift, så väntar ändringen på en andra person."
ARCHIVED = "Statsbidraget är arkiverat."
_BOTH = 400
"""The height, before the text's size, from which the list stands above the open form."""


class FactsTab(QuotedTable[FactRow]):
    """Enter confirms or, when that is done, opens the form; F8 goes to the next without tick, F2 edits.

    ``confirm``, ``unconfirm``, ``undo`` and ``remove`` carry a :class:`FactRow`, ``unstated`` nothing.
    """

    confirm = Signal(object)
    unconfirm = Signal(object)
    undo = Signal(object)
    remove = Signal(object)
    unstated = Signal()
    typing = Signal(bool)
    """Whether the form is open: what is not needed meanwhile gives it its room."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("Uppgifter", columns.fact_columns(), lambda row: row.key, settings, "facts")
        self.counter: QLabel = label("", wrap=False)
        self.counter.setObjectName("factCounter")
        self.acts = ActBar("Åtgärder för uppgiften")
        self.form = FactForm()
        self.form.hide()
        self._state = ProgrammeState.DRAFT
        self._rows: Sequence[FactRow] = ()
        self.inside.insertWidget(0, self.counter)
        self.inside.insertWidget(1, self.acts)
        self.inside.addWidget(self.form, 2)
        self.form.closed.connect(self._close_form)
        self.table.opened.connect(lambda _row_id: self.enter())
        self.table.current_changed.connect(lambda _row_id: self._offer())
        self._offer()

    def show_page(self, page: ProgrammePage, show_text: OpenText) -> None:
        """Show another programme's facts, or the same ones anew; an open form keeps its text."""
        self._state, self._rows = page.row.state, page.facts
        self.show_rows(page.facts, lambda row: lines.quotation(page, row, show_text), lines.explanation)
        self.counter.setText(f"{page.confirmed} av {len(page.facts)} bekräftade")
        self.form.told_now(page.facts)
        self._offer()

    def enter(self) -> None:
        """Confirm the chosen fact; one that is confirmed, or cannot be in this state, is edited."""
        row = self.table.current_row()
        if row is None:
            return
        if self._state is ProgrammeState.DRAFT and not row.confirmed_by:
            self.confirm.emit(row)
        else:
            self.edit()

    def edit(self) -> None:
        """Open the form for the chosen fact; not over another that has unsaved text."""
        row = self.table.current_row()
        if row is None or row.waiting or self._state is ProgrammeState.ARCHIVED or self._busy():
            return
        self.form.start(row, EntryMode.EDIT if self._state is ProgrammeState.DRAFT else EntryMode.AMEND)
        self._form_shown()

    def add(self) -> None:
        """Open the form for a fact that the programme lacks."""
        if self._state is ProgrammeState.DRAFT and not self._busy():
            self.form.start_new()
            self._form_shown()

    def go_on(self) -> None:
        """Go to the next fact without tick, from the chosen one on and around, if there is one."""
        shown = list(self.model.shown())
        now = self.table.current_row()
        start = next((n for n, row in enumerate(shown) if now is not None and row.key == now.key), -1) + 1
        found = next((row for row in (*shown[start:], *shown[:start]) if not row.confirmed_by), None)
        if found is not None:
            self.table.select_id(found.key)

    def undo_last(self) -> None:
        """Take back the last change of the chosen fact."""
        row = self.table.current_row()
        if row is not None and row.undoable:
            self.undo.emit(row)

    def _busy(self) -> bool:
        if not self.form.changed():
            return False
        self.form.save()
        return self.form.changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low the open form stands alone."""
        super().resizeEvent(event)
        self._make_room()

    def _form_shown(self) -> None:
        self.quote.hide()
        self.explanation.hide()
        self.setFocusProxy(self.form.value)
        self._make_room()
        self.typing.emit(True)
        self.inside.activate()
        self.table.scrollTo(self.table.currentIndex())

    def _make_room(self) -> None:
        typing = not self.form.isHidden()
        self.counter.setVisible(not typing)
        self.acts.setVisible(not typing)
        self.table.setVisible(not typing or self.height() >= palette.current().px(_BOTH))

    def _close_form(self) -> None:
        self.form.hide()
        self._make_room()
        self.typing.emit(False)
        self.setFocusProxy(self.table)
        self._choose(0)
        self.table.setFocus()

    def _choose(self, _row_id: int) -> None:
        super()._choose(_row_id)
        if self._left_behind():
            self.form.tell_changed()
            # Qt is still about to select the row that was clicked.
            QTimer.singleShot(0, self, self._back_to_form)
        if not self.form.isHidden():
            self._form_shown()

    def _left_behind(self) -> bool:
        """Whether the list is at another fact than the one that something is typed for."""
        typed, row = self.form.row, self.table.current_row()
        if typed is None or row is None or not self.form.changed():
            return False
        return row.key != typed.key

    def _back_to_form(self) -> None:
        if self._left_behind() and self.form.row is not None:
            self.table.select_id(self.form.row.key)

    def _offer(self) -> None:
        row, draft = self.table.current_row(), self._state is ProgrammeState.DRAFT
        closed = "" if draft else ARCHIVED if self._state is ProgrammeState.ARCHIVED else CLOSED
        nothing = "" if row is not None else "Välj en uppgift i listan."
        ticked = row is not None and bool(row.confirmed_by)
        left = any(not one.confirmed_by for one in self._rows)
        silent = any(one.status is FactStatus.NOT_STATED and not one.confirmed_by for one in self._rows)

        def offer(text: str, run: SignalInstance, reason: str, keys: str = "") -> Action:
            return Action(text, lambda: run.emit(self.table.current_row()), not reason, reason, shortcut=keys)

        archived = ARCHIVED if self._state is ProgrammeState.ARCHIVED else ""
        waits = "En ändring av uppgiften väntar redan på en andra person." if row and row.waiting else ""
        edit_reason = archived or nothing or waits
        confirmed = f"Bekräftad av {row.confirmed_by}." if row is not None and ticked else ""
        self.acts.show_actions(
            [
                offer("Bekräfta", self.confirm, closed or nothing or confirmed, "Retur"),
                Action(
                    "Nästa obekräftade",
                    self.go_on,
                    left,
                    "" if left else "Alla uppgifter är bekräftade.",
                    shortcut="F8",
                ),
                Action("Ändra uppgift", self.edit, not edit_reason, edit_reason, shortcut="F2"),
            ],
            [
                Action("Ny uppgift…", self.add, draft, closed),
                offer("Ångra ändringen", self.undo, closed or nothing or _why_not_undo(row), "Ctrl+Z"),
                offer("Ta tillbaka bekräftelsen", self.unconfirm, closed or nothing or _why_not_untick(row)),
                offer("Ta bort uppgiften", self.remove, closed or nothing or _why_not_remove(row)),
                Action(
                    "Bekräfta alla som inte står i anvisningen",
                    self.unstated.emit,
                    draft and silent,
                    closed or ("" if silent else "Alla sådana uppgifter är bekräftade."),
                ),
            ],
        )


def _why_not_undo(row: FactRow | None) -> str:
    return "" if row is None or row.undoable else "Uppgiften är inte ändrad."


def _why_not_untick(row: FactRow | None) -> str:
    return "" if row is None or row.confirmed_by else "Uppgiften är inte bekräftad."


def _why_not_remove(row: FactRow | None) -> str:
    return "" if row is None or row.own else "Uppgiften frågas om i varje statsbidrag."

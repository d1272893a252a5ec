"""What the Dokument page does: find a document, look at it, save it, note what has been done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.gui.context import PageContext
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Touched
from sbdesk.services.documents import DocumentContent, DocumentRow


class DocumentsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[DocumentRow], hidden: int) -> None:
        """Show the list; ``hidden`` documents are left out of it."""

    def show_document(self, row: DocumentRow, actions: Sequence[Action]) -> None:
        """Show what is known of a document and what can be done with it."""

    def show_content(self, content: DocumentContent) -> None:
        """Show the document itself."""

    def show_nothing(self) -> None:
        """No document is chosen."""

    def ask_where_to_save(self, row: DocumentRow) -> None:
        """Ask for a place for the exact bytes."""

    def print_document(self) -> None:
        """Print what is shown."""

    def ask_sent(self, row: DocumentRow, today: date) -> None:
        """Ask when and how the letter was sent."""

    def ask_diary(self, row: DocumentRow, today: date) -> None:
        """Ask for the number in the register."""

    def ask_hide(self, row: DocumentRow) -> None:
        """Ask why the document is to be hidden."""


PRINTABLE = ("application/pdf", "text/plain", "image/png", "image/jpeg")


class DocumentsPresenter(Presenter):
    """Reads the list again when documents change."""

    WATCHES = Touched.DOCUMENTS

    def __init__(self, context: PageContext, view: DocumentsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._documents = context.services.documents
        self.undiarised_only = False
        self.with_hidden = False
        self.row: DocumentRow | None = None
        self._content: DocumentContent | None = None

    def reload(self, touched: Touched) -> None:
        """Read the list."""
        documents, only = self._documents, self.undiarised_only
        self.load(lambda: documents.rows(undiarised_only=only), self._show_rows)

    def set_filter(self, *, undiarised_only: bool, with_hidden: bool) -> None:
        """Choose what the list holds."""
        self.undiarised_only, self.with_hidden = undiarised_only, with_hidden
        self.reload(self.WATCHES)

    def choose(self, row: DocumentRow | None) -> None:
        """Show a document; its bytes are read once."""
        former, self.row = self.row, row
        if row is None:
            self._content = None
            self._view.show_nothing()
            return
        self._view.show_document(row, self.actions(row))
        if former is not None and former.id == row.id and self._content is not None:
            return
        self._content = None
        self.load(lambda: self._documents.read(row.id), lambda content: self._show(row, content))

    def save(self, target: str) -> None:
        """Write the exact bytes."""
        row = self.row
        if row is not None:
            self.act(lambda: self._documents.save(row.id, Path(target)))

    def mark_sent(self, on: date, channel: DispatchChannel) -> None:
        """Note that the officer has sent the letter."""
        row, command = self.row, uuid4().hex
        if row is not None:
            self.act(lambda: self._documents.mark_sent(row.id, on, channel, command))

    def set_diary(self, number: str, on: date) -> None:
        """Note where the document is registered."""
        row, command = self.row, uuid4().hex
        if row is not None:
            self.act(lambda: self._documents.set_diary(row.id, number, on, command))

    def hide(self, reason: str) -> None:
        """Hide a misfiled document."""
        row, command = self.row, uuid4().hex
        if row is not None:
            self.act(lambda: self._documents.hide(row.id, reason, command))

    def show_again(self) -> None:
        """Take a hidden document forward."""
        row = self.row
        if row is not None:
            self.act(lambda: self._documents.show(row.id))

    def actions(self, row: DocumentRow) -> list[Action]:
        """What can be done with the document, with the reason where it cannot."""
        today = self._documents.work.clock.today()
        received = row.origin is DocumentOrigin.RECEIVED
        unsent = _why_not_sent(row)
        unhidden = "" if received else "Ett dokument som är upprättat här kan inte döljas."
        made = [
            Action("Spara en kopia…", lambda: self._view.ask_where_to_save(row), icon="save"),
            self.printing(row),
            Action(
                "Markera som skickat…", lambda: self._view.ask_sent(row, today), not unsent, unsent, "letter"
            ),
            Action(
                "Ändra diarienummer…" if row.diary else "Diarieför…",
                lambda: self._view.ask_diary(row, today),
                icon="edit",
            ),
        ]
        if row.hidden_reason:
            return [*made, Action("Visa igen", self.show_again)]
        return [*made, Action("Dölj…", lambda: self._view.ask_hide(row), not unhidden, unhidden)]

    def printing(self, row: DocumentRow) -> Action:
        """Ctrl+P; its shortcut is the page's, which would be ambiguous in the menu as well."""
        printable = row.media_type in PRINTABLE
        reason = "" if printable else "Programmet kan inte skriva ut den här filtypen. Spara en kopia."
        return Action("Skriv ut…", self._view.print_document, printable, reason, "print")

    def _show_rows(self, rows: list[DocumentRow]) -> None:
        shown = [row for row in rows if self.with_hidden or not row.hidden_reason]
        self._view.show_rows(shown, len(rows) - len(shown))

    def _show(self, row: DocumentRow, content: DocumentContent) -> None:
        if self.row is not None and self.row.id == row.id:
            self._content = content
            self._view.show_content(content)


def _why_not_sent(row: DocumentRow) -> str:
    if row.origin is DocumentOrigin.RECEIVED:
        return "Dokumentet har kommit in hit. Bara brev som är skapade här skickas."
    if row.sent_where:
        return row.sent_where
    return "" if row.recipient else "Dokumentet har ingen mottagare."

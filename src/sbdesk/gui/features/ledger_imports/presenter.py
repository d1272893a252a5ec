"""What the import page does: a case, a file, a confirmed import, and an import taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.ledger_imports.draft import Draft, DraftView
from sbdesk.gui.presenter import Presenter
from sbdesk.services.changes import Done, Touched
from sbdesk.services.ledger_imports_pages import likely_award
from sbdesk.services.ledger_imports_rows import AwardChoice, ImportRow, UndoFacts

NO_AWARD = "Välj vilket ärende huvudboken hör till."
NO_FILE = "Välj en fil först."
LOOKING = "Filen kontrolleras."


class LedgerImportView(DraftView, Protocol):
    """What the presenter asks of the page."""

    def show_awards(self, awards: Sequence[AwardChoice], chosen: int | None) -> None:
        """The cases a ledger may belong to."""

    def show_no_file(self, path: Path | None, reason: str) -> None:
        """No file is looked at; ``path`` waits for a case to be chosen."""

    def show_imports(self, rows: Sequence[ImportRow]) -> None:
        """What has been read in before."""

    def show_working(self) -> None:
        """The import is being made."""

    def show_done(self, message: str) -> None:
        """The import is made."""

    def ask_undo(self, row: ImportRow, facts: UndoFacts) -> None:
        """Ask for a reason to undo."""


class LedgerImportsPresenter(Presenter):
    """What is previewed is exactly what is read in."""

    WATCHES = Touched.LEDGER_IMPORTS | Touched.RECONCILIATIONS

    def __init__(self, context: PageContext, view: LedgerImportView) -> None:
        super().__init__(context, view)
        self._view = view
        self._imports = context.services.ledger_imports
        self.draft = Draft(context, view, self.go_to_reconciliation)
        self.awards: tuple[AwardChoice, ...] = ()
        self.award_id: int | None = None
        self.path: Path | None = None

    def reload(self, touched: Touched) -> None:
        """Read the cases and the imports of the one chosen."""
        self.load(self._imports.awards, self._show_awards)
        self._load_imports()

    def open(self, award_id: int | None, path: Path | None) -> None:
        """Come to the page for a case, with a file, or with neither."""
        if award_id is not None:
            self.choose_award(award_id)
        if path is not None:
            self.choose_file(path)

    def choose_award(self, award_id: int | None) -> None:
        """Say which case the ledger belongs to; a file already chosen is looked at again."""
        if award_id == self.award_id:
            return
        self.award_id = award_id
        self._view.show_awards(self.awards, award_id)
        self._load_imports()
        if self.path is not None:
            self.choose_file(self.path)

    def choose_file(self, path: Path) -> None:
        """Look at a file for the case chosen; a file named after one case chooses it."""
        self.path = path
        if self.award_id is None:
            self.award_id = likely_award(self.awards, path.name)
            self._view.show_awards(self.awards, self.award_id)
            self._load_imports()
        if self.award_id is None:
            self.draft.drop()
            self._view.show_no_file(path, NO_AWARD)
            # What cannot be read at all is told at once, not first when the case is chosen.
            self.context.tasks.aside(
                lambda: self._imports.inspect(path), lambda _found: None, self._errors.show_error
            )
        else:
            self._view.show_no_file(path, LOOKING)
            self.draft.begin(path, self.award_id)

    def start_over(self) -> None:
        """Let go of the file."""
        self.path = None
        self.draft.drop()
        self._errors.clear_error()
        self._view.show_no_file(None, NO_FILE)

    def import_now(self) -> bool:
        """Read the file in; False when it cannot be done now."""
        chosen, award_id = self.draft.chosen, self.award_id
        if chosen is None or award_id is None or chosen.preview is None or chosen.preview.refused is not None:
            return False
        request = chosen.request(award_id, chosen.preview.reading.sha256)
        reading, command = chosen.reading, chosen.command
        progress = self.draft.new_progress()
        self._view.show_working()
        self.act(
            lambda: self._imports.import_ledger(
                request, reading=reading, command_id=command, progress=progress
            ),
            self._imported,
            progress,
            self.draft.show_again,
        )
        return True

    def save_faults(self, place: Path) -> None:
        """Write the faulty rows for the recipient."""
        reading = self.draft.chosen.reading if self.draft.chosen is not None else None
        if reading is not None:
            self.context.tasks.aside(
                lambda: self._imports.write_faults(reading, place),
                lambda done: self.context.messages.tell(done.message),
                self._errors.show_error,
            )

    def ask_undo(self, row: ImportRow) -> None:
        """Tell what goes with an import, and ask why."""

        def ask(facts: UndoFacts) -> None:
            if facts.refused is not None:
                self._errors.show_error(facts.refused)
            else:
                self._view.ask_undo(row, facts)

        self.load(lambda: self._imports.undo_facts(row.id), ask)

    def undo(self, import_id: int, reason: str) -> None:
        """Take a whole import back."""
        command = uuid4().hex
        self.act(lambda: self._imports.undo_import(import_id, reason, command_id=command))

    def go_to_reconciliation(self) -> None:
        """Open the case's rows."""
        if self.award_id is not None:
            self.context.navigate("reconciliations", Target(id=self.award_id))

    def _show_awards(self, awards: tuple[AwardChoice, ...]) -> None:
        self.awards = awards
        self._view.show_awards(awards, self.award_id)
        if self.path is not None and self.award_id is None:
            self.choose_file(self.path)

    def _load_imports(self) -> None:
        award_id = self.award_id
        if award_id is None:
            self._view.show_imports(())
        else:
            self.load(lambda: self._imports.imports(award_id), self._view.show_imports)

    def _imported(self, done: Done) -> None:
        self.path = None
        self.draft.drop()
        self._view.show_no_file(None, NO_FILE)
        self._view.show_done(done.message)

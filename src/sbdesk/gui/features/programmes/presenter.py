"""What the Statsbidrag page does: choose a programme, take one in, read its text, sign it off, open it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui.context import PageContext
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.programme_rows import AppealRow, ProgrammePage, ProgrammeRow, ShippedRow
from sbdesk.services.programmes import AppealInput
from sbdesk.services.settings import OfficerRow

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain",
}
NO_COLLEAGUE = (
    "Den som lade in uppgifterna kan inte granska dem. "
    "Lägg till en kollega under Inställningar, Personer och roller."
)


@dataclass(frozen=True, slots=True)
class ProgrammeShown:
    """One programme with those who can sign it off, read in one go."""

    page: ProgrammePage
    colleagues: tuple[OfficerRow, ...]
    today: date


class ProgrammesView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[ProgrammeRow], shipped: Sequence[ShippedRow]) -> None:
        """Show the list and what can be put in."""

    def show_programme(
        self, shown: ProgrammeShown, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """Show one programme and what can be done with it."""

    def show_text(self, name: str, lines: Sequence[str], line: int, quote: str) -> None:
        """Show the instruction beside the tabs, at a line (1-based) with the sentence marked."""

    def go_to(self, programme_id: int) -> None:
        """Choose a programme in the list once it is there."""

    def ask_instruction(self) -> None:
        """Let the officer point at the instruction's file."""

    def ask_sign_off(self, shown: ProgrammeShown) -> None:
        """Ask who has compared the facts, when, and for the signed page."""


class ProgrammesPresenter(Presenter):
    """Reads the list again when programmes, decisions or payouts change."""

    WATCHES = (
        Touched.PROGRAMMES | Touched.REQUISITIONS | Touched.DECISIONS | Touched.PAYOUTS | Touched.SETTINGS
    )

    def __init__(self, context: PageContext, view: ProgrammesView) -> None:
        super().__init__(context, view)
        self._view = view
        self._services = context.services
        self.shown: ProgrammeShown | None = None

    def reload(self, touched: Touched) -> None:
        """Read the list; the page chooses a row, which reads the programme."""
        programmes = self._services.programmes
        self.load(
            lambda: (programmes.rows(), programmes.shipped_rows()),
            lambda found: self._view.show_rows(*found),
        )

    def choose(self, programme_id: int) -> None:
        """Read one programme."""
        programmes, settings = self._services.programmes, self._services.settings

        def read() -> ProgrammeShown:
            page = programmes.page(programme_id)
            colleagues = tuple(row for row in settings.officers() if row.name != page.prepared_by)
            return ProgrammeShown(page, colleagues, programmes.work.clock.today())

        self.load(read, self._show)

    def open_text(self, line: int, quote: str) -> None:
        """Show the loaded instruction at a line."""
        shown = self.shown
        if shown is None:
            return
        programmes, key = self._services.programmes, shown.page.row.id
        name = shown.page.instruction_name or ""
        self.load(
            lambda: programmes.instruction_lines(key),
            lambda lines: self._view.show_text(name, lines, line, quote),
        )

    def load_shipped(self, code: str) -> None:
        """Put a programme in as a draft and go to it."""
        command, programmes = uuid4().hex, self._services.programmes
        self.act(lambda: programmes.load_shipped(code, command), self._go_to_made)

    def load_instruction(self, path: str) -> None:
        """Read the instruction's text for the programme shown."""
        shown, command, programmes = self.shown, uuid4().hex, self._services.programmes
        if shown is None:
            return
        key = shown.page.row.id
        self.act(lambda: programmes.load_instruction(key, read_file(path), command))

    def sign_off(self, second: SecondPerson) -> None:
        """Register that a colleague has compared the facts with the instruction."""
        shown, command, programmes = self.shown, uuid4().hex, self._services.programmes
        if shown is not None:
            key = shown.page.row.id
            self.act(lambda: programmes.sign_off(key, second, command))

    def open_programme(self) -> None:
        """Make the awards."""
        shown, command, programmes = self.shown, uuid4().hex, self._services.programmes
        if shown is not None:
            key = shown.page.row.id
            self.act(lambda: programmes.open(key, command))

    def set_appeal(self, rule: AppealRow, given: AppealInput) -> None:
        """Fill the jurist's field."""
        command, programmes = uuid4().hex, self._services.programmes
        self.act(lambda: programmes.set_appeal_rule(rule.id, rule.version, given, command))

    def actions(self, shown: ProgrammeShown) -> tuple[list[Action], list[Action]]:
        """The next step, and the others with the reason when they are forbidden."""
        state, has_text = shown.page.row.state, shown.page.instruction_id is not None
        draft = state is ProgrammeState.DRAFT
        load = Action("Läs in anvisning…", self._view.ask_instruction, icon="open")
        reason = "Uppgifterna är redan godkända." if not draft else "" if shown.colleagues else NO_COLLEAGUE
        sign = Action(
            "Registrera granskning…", lambda: self._view.ask_sign_off(shown), not reason, reason, icon="sign"
        )
        if draft:
            return ([sign], [load, self._open(state)]) if has_text else ([load], [sign, self._open(state)])
        if state is ProgrammeState.SIGNED:
            return [self._open(state)], [load, sign]
        return [], [load, sign, self._open(state)]

    def _open(self, state: ProgrammeState) -> Action:
        reason = {
            ProgrammeState.DRAFT: "En andra person ska först granska uppgifterna mot anvisningen.",
            ProgrammeState.SIGNED: "",
            ProgrammeState.OPEN: "Statsbidraget är redan öppet.",
            ProgrammeState.ARCHIVED: "Statsbidraget är arkiverat.",
        }[state]
        return Action("Öppna statsbidraget", self.open_programme, not reason, reason)

    def _show(self, shown: ProgrammeShown) -> None:
        self.shown = shown
        self._view.show_programme(shown, *self.actions(shown))

    def _go_to_made(self, done: Done) -> None:
        if done.id is not None:
            self._view.go_to(done.id)


def read_file(path: str) -> ReceivedFile:
    """A file that the officer has chosen, as it is. Raises UserFacingError when it cannot be read."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"Filen {file.name} kan inte läsas.",
            "Inget är ändrat.",
            "Kontrollera att den finns kvar och inte är öppen i ett annat program, och välj den igen.",
        ) from error
    return ReceivedFile(file.name, content, MEDIA_TYPES.get(file.suffix.lower(), "application/octet-stream"))

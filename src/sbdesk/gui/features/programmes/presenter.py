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
from sbdesk.services.programme_signing import SigningReview
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
MINE = "Du har ändrat uppgifterna och kan inte granska dem. Be en kollega som inte har ändrat dem."


@dataclass(frozen=True, slots=True)
class ProgrammeShown:
    """One programme with those who can sign it off, read in one go."""

    page: ProgrammePage
    colleagues: tuple[OfficerRow, ...]
    today: date
    review: SigningReview | None = None
    me: OfficerRow | None = None
    """The officer at the keyboard where logins are personal; None: the second person signs on paper."""

    def second_persons(self, preparers: tuple[int, ...]) -> tuple[OfficerRow, ...]:
        """Who may stand behind what these have prepared."""
        people = self.colleagues if self.me is None else (self.me,)
        return tuple(row for row in people if row.id not in preparers)

    @property
    def reviewers(self) -> tuple[OfficerRow, ...]:
        """Who may sign the programme off."""
        return self.second_persons(self.page.preparers)


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

    def ask_identity(self, page: ProgrammePage) -> None:
        """Ask what the programme is called."""

    def ask_copy(self, page: ProgrammePage) -> None:
        """Ask what next year's programme is called."""

    def redraft(self) -> None:
        """Make the programme shown a draft again."""


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
            draft = page.row.state is ProgrammeState.DRAFT
            return ProgrammeShown(
                page,
                tuple(settings.officers()),
                programmes.work.clock.today(),
                programmes.review(programme_id) if draft else None,
                None if settings.signs_outside() else settings.me(),
            )

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
        load = Action("Läs in anvisning…", self._view.ask_instruction, icon="open")
        reason = why_not_signed(shown)
        sign = Action(
            "Registrera granskning…", lambda: self._view.ask_sign_off(shown), not reason, reason, icon="sign"
        )
        rest = [self._redraft(state), *self._identity(shown)]
        if state is ProgrammeState.DRAFT:
            first, second = (sign, load) if has_text else (load, sign)
            return [first], [second, self._open(state), *rest]
        if state is ProgrammeState.SIGNED:
            return [self._open(state)], [load, sign, *rest]
        return [], [load, sign, self._open(state), *rest]

    def _identity(self, shown: ProgrammeShown) -> list[Action]:
        draft = shown.page.row.state is ProgrammeState.DRAFT
        reason = "" if draft else "Namn och år ligger fast sedan statsbidraget granskades."
        return [
            Action("Namn och år…", lambda: self._view.ask_identity(shown.page), draft, reason),
            Action("Kopiera till nästa år…", lambda: self._view.ask_copy(shown.page)),
        ]

    def _redraft(self, state: ProgrammeState) -> Action:
        reason = {
            ProgrammeState.DRAFT: "Statsbidraget är redan ett utkast.",
            ProgrammeState.SIGNED: "",
            ProgrammeState.OPEN: "Statsbidraget är öppet. Välj Ändra uppgift under Uppgifter.",
            ProgrammeState.ARCHIVED: "Statsbidraget är arkiverat.",
        }[state]
        return Action("Gör till utkast igen", self._view.redraft, not reason, reason)

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


def why_not_signed(shown: ProgrammeShown) -> str:
    """Why the programme cannot be signed off now; empty when it can."""
    if shown.page.row.state is not ProgrammeState.DRAFT:
        return "Uppgifterna är redan godkända."
    if shown.review is not None and shown.review.hindrances:
        return " ".join(shown.review.hindrances)
    if shown.reviewers:
        return ""
    return NO_COLLEAGUE if shown.me is None else MINE


def difference_lines(review: SigningReview | None, missing: Sequence[str] = ()) -> list[str]:
    """What differs from the instruction (``missing`` quotes), the last sign-off and last year, in lines."""
    if review is None:
        return []
    made = [f"{review.facts - review.unconfirmed} av {review.facts} uppgifter är bekräftade."]
    if missing:
        made.append(f"Citat som inte finns i anvisningens text: {', '.join(missing)}.")
    parts = (
        ("Sedan förra granskningen", review.since_signing),
        (f"Mot {review.last_year}", review.since_last_year),
    )
    for heading, found in parts:
        if found is None:
            continue
        made += ["", f"{heading}: {len(found) or 'inga'} skillnader"]
        made += [f"{one.title}: {one.former or '–'} → {one.now or '–'}" for one in found]
    return made


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

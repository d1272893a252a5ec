"""What the Inställningar page does: keep the sender, the people and the folder, and check the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext
from sbdesk.gui.look import Tone
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import CheckItem
from sbdesk.services.changes import Touched
from sbdesk.services.office_settings import Sender
from sbdesk.services.settings import OfficerInput, OfficerRow
from sbdesk.services.verification import Verification


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """Everything the page shows, read in one go; ``folder`` is where the file is, empty for a server."""

    sender: Sender
    people: tuple[OfficerRow, ...]
    backup_folder: str
    place: str
    folder: str


class SettingsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_settings(self, shown: SettingsShown) -> None:
        """Show everything; what the officer is typing stays."""

    def sender_kept(self) -> None:
        """What the fields of the sender hold is stored."""

    def show_checking(self, checking: bool) -> None:
        """The check has begun or ended."""

    def show_result(self, items: Sequence[CheckItem]) -> None:
        """What the check found."""


class SettingsPresenter(Presenter):
    """Reads again when settings change."""

    WATCHES = Touched.SETTINGS

    def __init__(self, context: PageContext, view: SettingsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._settings = context.services.settings
        self._verification = context.services.verification
        self.shown: SettingsShown | None = None

    def reload(self, touched: Touched) -> None:
        """Read everything."""
        settings = self._settings

        def read() -> SettingsShown:
            place, folder = settings.place()
            return SettingsShown(
                settings.sender(), tuple(settings.officers()), settings.backup_folder(), place, folder
            )

        self.load(read, self._show)

    def set_sender(self, sender: Sender) -> None:
        """Keep the agency's particulars when they are others than those stored."""
        if self.shown is not None and sender != self.shown.sender:
            self.act(lambda: self._settings.set_sender(sender), lambda done: self._view.sender_kept())

    def add_person(self, given: OfficerInput) -> None:
        """Add a colleague."""
        self.act(lambda: self._settings.add_officer(given))

    def set_backup_folder(self, folder: str) -> None:
        """Keep where copies go; a folder that is not there is refused."""
        if self.shown is None or folder == self.shown.backup_folder:
            return
        if not Path(folder).is_dir():
            self._view.show_error(
                UserFacingError(
                    f"Mappen {folder} finns inte.",
                    "Den tidigare mappen gäller fortfarande.",
                    "Skapa mappen eller välj en annan.",
                )
            )
            return
        self.act(lambda: self._settings.set_backup_folder(folder))

    def check(self) -> None:
        """Look at the whole database; nothing is changed."""
        self._view.clear_error()
        self._view.show_checking(True)
        self.load(
            self._verification.run,
            lambda found: self._view.show_result(result(found)),
            lambda: self._view.show_checking(False),
        )

    def _show(self, shown: SettingsShown) -> None:
        self.shown = shown
        self._view.show_settings(shown)


def result(found: Verification) -> list[CheckItem]:
    """One line when everything holds, else one for each fault."""
    looked = (
        f"{formats.count(found.events, 'händelse', 'händelser')} och "
        f"{formats.count(found.documents, 'dokument', 'dokument')} är kontrollerade. "
        f"Kedjan slutar med {found.head[:12]}."
    )
    if found.holds:
        return [CheckItem(Tone.OK, "OK", "Inget fel hittades", looked)]
    todo = (
        "Arbeta inte vidare i databasen. "
        "Läs tillbaka en säkerhetskopia och kontakta den som sköter programmet."
    )
    faults = [CheckItem(Tone.STOP, "Stopp", fault, "") for fault in found.faults]
    return [
        *faults,
        CheckItem(Tone.STOP, "Stopp", "Databasen är ändrad utifrån eller skadad", f"{todo} {looked}"),
    ]

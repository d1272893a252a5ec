"""Opens a database for one officer: the way in for the window, the command line and the practice data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sbdesk.domain.errors import UserFacingError
from sbdesk.services.catalogue import Services, services_for
from sbdesk.services.clock import Clock, SetClock, SystemClock
from sbdesk.services.office_settings import practice_day
from sbdesk.services.settings import OfficerInput, first_officer, officer_ids
from sbdesk.services.team_databases import officer_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """An open database and what the officer can do in it; :meth:`close` lets go of the file."""

    store: Store
    services: Services
    work: Workplace

    @property
    def name(self) -> str:
        """What the window calls it: the file's name, or the server's database."""
        return self.store.file.name if self.store.file else str(self.store.url.database)

    @property
    def path(self) -> str:
        """Where it lies, as shown to the officer; never a password."""
        return (
            str(self.store.file) if self.store.file else self.store.url.render_as_string(hide_password=True)
        )

    def close(self) -> None:
        """Let go of the file or the server."""
        self.store.close()


def open_database(
    place: str | Path, *, clock: Clock | None = None, officer_id: int | None = None
) -> OpenDatabase:
    """Open an existing database as ``officer_id``, else as its first person; on a server as who is logged in.

    Raises UserFacingError when the file is missing, is no database of ours, or knows nobody.
    """
    if "://" not in str(place) and not Path(place).is_file():
        raise UserFacingError(
            f"Filen finns inte: {place}.", "Inget är ändrat.", "Leta upp filen, eller skapa en ny databas."
        )
    store = Store.open(place, make=False)
    try:
        officer_id = officer_of(store) or officer_id
    except UserFacingError:
        store.close()
        raise
    people = officer_ids(store)
    if not people:
        store.close()
        raise UserFacingError(
            f"{Path(str(place)).name} är en tom databas utan personer.",
            "Inget är ändrat.",
            "Skapa en ny databas i stället, eller läs tillbaka en säkerhetskopia.",
        )
    return _opened(store, clock or _clock_of(store), officer_id if officer_id in people else people[0])


def create_database(
    place: Path, first: OfficerInput, *, clock: Clock | None = None, practice: bool = False
) -> OpenDatabase:
    """Make a new database with its first person. Raises UserFacingError when the file is there already."""
    if place.exists():
        raise UserFacingError(
            f"Filen {place.name} finns redan i {place.parent}.",
            "Inget är ändrat.",
            "Öppna den, eller välj ett annat namn.",
        )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserFacingError(
            f"Mappen {place.parent} kan inte skapas.", "Inget är ändrat.", "Välj en annan mapp."
        ) from error
    store = Store.open(place)
    clock = clock or SystemClock()
    return _opened(store, clock, first_officer(store, clock, first, practice=practice))


def _clock_of(store: Store) -> Clock:
    with store.reading() as session:
        day = practice_day(session)
    return SetClock(day) if day else SystemClock()


def _opened(store: Store, clock: Clock, officer_id: int) -> OpenDatabase:
    work = Workplace(store, clock, officer_id)
    return OpenDatabase(store, services_for(work), work)

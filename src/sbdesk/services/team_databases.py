"""A database that a team shares on a server, where each person has a login of their own."""

from __future__ import annotations

from sqlalchemy import select

from sbdesk import __version__
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.services.clock import Clock
from sbdesk.services.settings import OfficerInput, officer_record
from sbdesk.store import journal, team
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.unit_of_work import Store


def add_login(place: str, login: str, given: OfficerInput, clock: Clock) -> int:
    """Make the database ready where it is empty, and let one person in with a login of their own; their id.

    Done by the server's owner, who alone may set logins. Raises UserFacingError for a file (a file cannot
    tell who is at the keyboard), and NotAllowed when the login is somebody else's.
    """
    if not place.startswith("postgresql"):
        raise UserFacingError(
            "En lokal fil kan inte ha personliga inloggningar.",
            "Inget är ändrat.",
            "Ange adressen till en PostgreSQL-databas.",
        )
    store = Store.open(place)
    try:
        return _add(store, login.strip(), given, clock)
    finally:
        store.close()


def _add(store: Store, login: str, given: OfficerInput, clock: Clock) -> int:
    if not login:
        raise UserFacingError(
            "Inloggningen saknas.", "Inget är ändrat.", "Ange namnet på serverns inloggning."
        )
    with store.writing() as session:
        holder = session.scalar(select(OfficerRecord.name).where(OfficerRecord.login == login))
        if holder is not None:
            raise NotAllowed(
                f"Inloggningen {login} hör redan till {holder}.",
                "Inget är ändrat.",
                "Ange en annan inloggning: en inloggning är en person.",
            )
        connection = session.connection()
        team.grant(connection)
        team.admit(connection, login)
        person = officer_record(given)
        person.login = login
        session.add(person)
        session.flush()
        # The owner of the database is nobody at the desk: the event says so instead of naming an officer.
        told = {"login": login, "roles": [role.value for role in given.roles]}
        journal.write(
            session,
            journal.Entry(
                at=clock.now(),
                officer_id=None,
                officer_name=f"{store.login} (databasens ägare)",
                verb="admit_login",
                subject_kind="officer",
                subject_id=person.id,
                after=told,
                app_version=__version__,
            ),
        )
        return person.id


def officer_of(store: Store) -> int | None:
    """Who the database says is at the keyboard; None in a file, which cannot know.

    Raises UserFacingError for a login that belongs to nobody at the desk.
    """
    if store.login is None:
        return None
    with store.reading() as session:
        found = session.scalar(select(OfficerRecord.id).where(OfficerRecord.login == store.login))
    if found is None:
        raise UserFacingError(
            f"Inloggningen {store.login} hör inte till någon person i databasen.",
            "Inget är ändrat.",
            "Be den som sköter databasen att lägga in dig.",
        )
    return found

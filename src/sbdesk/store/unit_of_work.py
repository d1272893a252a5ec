"""One transaction per act: what a service writes is kept as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from sbdesk.domain.errors import Conflict
from sbdesk.store import connection, environment, refusals, upgrade
from sbdesk.store import records as _records

__all__ = ["Store"]


class Store:
    """A database that is open: writers one at a time, readers beside them.

    Raises :class:`~sbdesk.domain.errors.UserFacingError` for every refusal an officer can meet: a rule in the
    database (:mod:`sbdesk.store.refusals`), somebody else's newer change, a full disk.
    """

    def __init__(self, url: URL, *, durable: bool = True) -> None:
        self.url = url
        self.login: str | None = None
        """Who the server says is logged in; None for a file, which cannot know."""
        self.enforces_people = False
        """Whether the login is one person's (who decides in the program); else paper signatures count."""
        self._writer = connection.engine_for(url, durable=durable)
        self._reader = connection.engine_for(url, read_only=True, durable=durable)
        self._write = sessionmaker(self._writer, expire_on_commit=False)
        self._read = sessionmaker(self._reader, expire_on_commit=False)

    @classmethod
    def open(cls, place: str | Path, *, durable: bool = True, make: bool = True) -> Store:
        """Open a file or a PostgreSQL address; make or upgrade its schema first.

        Raises F02 for a network drive and F19 for a file from a newer version; without ``make`` an empty
        file is refused and left as it is.
        """
        url = connection.url_of(place)
        if url.get_backend_name() == "sqlite" and url.database:
            connection.refuse_network_drive(Path(url.database))
        upgrade.bring_up_to_date(url, durable=durable, make=make)
        store = cls(url, durable=durable)
        if url.get_backend_name() == "postgresql":
            store._look_who_is_here()
        return store

    @property
    def file(self) -> Path | None:
        """The database file; None on PostgreSQL."""
        if self.url.get_backend_name() == "sqlite" and self.url.database:
            return Path(self.url.database)
        return None

    def _look_who_is_here(self) -> None:
        """Once at opening: the officer a server's login belongs to cannot change while it is open."""
        with self.reading() as session:
            self.login = str(session.scalar(text("SELECT session_user")))
            known = session.scalar(text("SELECT 1 FROM officer WHERE login = session_user"))
        self.enforces_people = known is not None

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One writing transaction; committed at the end, undone by any error."""
        with refused_in_swedish(), self._write() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent look; cannot write."""
        with refused_in_swedish(), self._read() as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of the file or the server."""
        self._writer.dispose()
        self._reader.dispose()


@contextmanager
def refused_in_swedish() -> Iterator[None]:
    """Turn what the database refuses into the sentence that belongs to it; bugs pass through."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict(
            "Någon annan ändrade samma uppgift först.",
            "Din ändring är inte sparad men finns kvar här.",
            "Jämför och välj vilken som ska gälla.",
            code="F12",
        ) from error
    except IntegrityError as error:
        raise refusals.of_constraint(error) from error
    except DBAPIError as error:
        sentence = environment.refusal_of(error)
        if sentence is None:
            raise
        raise sentence from error


assert _records.__all__  # the schema must be known before a session maps anything

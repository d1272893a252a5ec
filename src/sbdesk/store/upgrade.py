"""Brings a database file to today's schema before anybody uses it, with a copy of the old file kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.engine import URL

from sbdesk.domain.errors import UserFacingError
from sbdesk.store import connection as connections
from sbdesk.store import triggers

HEAD = "0001"
"""The newest step; a test compares it with the folder of steps."""

KNOWN = ("0001",)


def bring_up_to_date(url: URL, *, durable: bool = True, make: bool = True) -> None:
    """Make, upgrade or accept the schema; refuses one from a newer version (F19) and a foreign file.

    Without ``make`` an empty file is refused too, and left as it is.
    """
    engine = create_engine(url)
    if url.get_backend_name() == "sqlite":

        @event.listens_for(engine, "connect")
        def _connect(raw: sqlite3.Connection, _record: object) -> None:
            raw.isolation_level = None
            wanted = {**connections.DURABLE, "foreign_keys": 0}
            connections.set_pragmas(raw, wanted if durable else {**wanted, "synchronous": 0})

        @event.listens_for(engine, "begin")
        def _begin(opened: Connection) -> None:
            opened.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        from sbdesk.store.unit_of_work import refused_in_swedish

        with refused_in_swedish(), engine.begin() as connection:
            found = stored_revision(connection)
            if found == HEAD:
                return
            if found is None and not make:
                raise UserFacingError(
                    "Filen är tom och är ingen sbdesk-databas.",
                    "Filen är inte ändrad.",
                    "Välj en annan fil, eller skapa en ny databas.",
                )
            if found is not None:
                _keep_a_copy(url, found)
            _run_steps(connection)
            triggers.make(connection)
            _check_references(connection)
    finally:
        engine.dispose()


def stored_revision(connection: Connection) -> str | None:
    """The step the database stands at; None for an empty one. Raises for newer and foreign databases."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables or "event" not in tables:
        raise UserFacingError(
            "Filen är en databas men inte från sbdesk.", "Filen är inte ändrad.", "Välj en annan fil."
        )
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if found not in KNOWN:
        raise UserFacingError(
            f"Databasen är skapad i en nyare version (schema {found}).",
            "Inget är ändrat.",
            "Uppdatera sbdesk.",
            code="F19",
        )
    return found


def _run_steps(connection: Connection) -> None:
    # Alembic is imported only when there is a step to run: a start has no time for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _keep_a_copy(url: URL, found: str) -> None:
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    source = Path(url.database)
    target = source.with_name(f"{source.stem}-före-uppgradering-{found}{source.suffix}")
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as copy:
        old.backup(copy)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"dangling references after upgrade: {broken[:5]}")

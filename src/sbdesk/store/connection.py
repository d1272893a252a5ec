"""Opens the two databases the way the desk needs them, and reads back that they obeyed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

from sbdesk.domain.errors import UserFacingError

BUSY_MS = 10_000

DURABLE = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "busy_timeout": BUSY_MS,
    "cache_spill": 0,
    "trusted_schema": 0,
}
"""What every connection must have; synchronous 3 is EXTRA."""


class PragmaRefusedError(RuntimeError):
    """SQLite did not take a setting that the data's safety rests on."""


def url_of(place: str | Path) -> URL:
    """A database URL of a file path or of a ``postgresql+psycopg://`` address."""
    if isinstance(place, str) and "://" in place:
        return make_url(place)
    return URL.create("sqlite", database=str(place))


def engine_for(url: URL, *, read_only: bool = False, durable: bool = True) -> Engine:
    """An engine whose transactions start as the desk needs.

    SQLite: BEGIN IMMEDIATE for writers, query_only for readers. PostgreSQL: SERIALIZABLE. ``durable=False``
    is for tests that are not about durability.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, read_only=read_only, durable=durable)
    engine = create_engine(url, isolation_level="SERIALIZABLE", pool_size=1, max_overflow=0)
    if read_only:

        @event.listens_for(engine, "begin")
        def _read_only(connection: Any) -> None:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    return engine


def _sqlite_engine(url: URL, *, read_only: bool, durable: bool) -> Engine:
    engine = create_engine(
        url, poolclass=NullPool if url.database is None else None, connect_args={"check_same_thread": False}
    )
    wanted = dict(DURABLE) if durable else {**DURABLE, "synchronous": 0}

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        set_pragmas(connection, wanted)
        if read_only:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def set_pragmas(connection: sqlite3.Connection, wanted: dict[str, Any]) -> None:
    """Set each pragma and read it back; raises :class:`PragmaRefusedError` on a difference."""
    for name, value in wanted.items():
        connection.execute(f"PRAGMA {name} = {value}")
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != value:
            raise PragmaRefusedError(f"{name} = {row and row[0]!r}, wanted {value!r}")


def refuse_network_drive(path: Path) -> None:
    """Raise F02 when a SQLite file lies on a network file system, where locks do not hold."""
    kind = _file_system(path)
    if kind in {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p-net", "afs"}:
        raise UserFacingError(
            f"Databasen ligger på en nätverksenhet ({path.parent}). Där kan uppgifter skadas.",
            "Filen är inte öppnad.",
            "Flytta filen till den här datorn och lägg säkerhetskopior på nätverksenheten.",
            code="F02",
        )


def _file_system(path: Path) -> str | None:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return None
    best, kind = "", None
    target = str(path.resolve())
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind

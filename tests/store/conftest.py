"""The store is tested on both databases; this makes the real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desk import OpenDesk, open_desk
from support.postgresql import NoPostgresqlError, Server

from sbdesk.store.unit_of_work import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        wanted = getattr(getattr(item, "callspec", None), "params", {}).get("place")
        if "postgresql_url" in getattr(item, "fixturenames", ()) or wanted == "postgresql":
            item.add_marker(pytest.mark.postgresql)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """One private server for each test process. Without PostgreSQL: a skip, and a failure where CI is set."""
    server = Server()
    try:
        server.start()
    except NoPostgresqlError as reason:
        server.stop()
        if os.environ.get("CI"):
            pytest.fail(f"CI must test the store on PostgreSQL, but {reason}", pytrace=False)
        pytest.skip(f"not tested on PostgreSQL: {reason}")
    yield server
    server.stop()


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """The SQLAlchemy address of a new, empty database that is gone after the test."""
    name = postgresql_server.create_database()
    yield postgresql_server.url(name)
    postgresql_server.drop_database(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database can be made: a new file, and a new PostgreSQL database."""
    if request.param == "sqlite":
        return str(tmp_path / "test.sbd")
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store on each of the two databases."""
    opened = Store.open(place, durable=False)
    yield opened
    opened.close()


@pytest.fixture
def desk(place: str) -> Iterator[OpenDesk]:
    """Three people, 21 regions and CSD 2026 open, on each of the two databases."""
    made = open_desk(place)
    yield made
    made.close()

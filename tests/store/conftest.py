"""The store is tested on both databases; this makes the real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from support.postgresql import NoPostgresqlError, Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "postgresql_url" in getattr(item, "fixturenames", ()):
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

"""The fixture gives a real, empty server database each time, with the isolation that money needs."""

from __future__ import annotations

import sqlalchemy


def test_the_database_is_new_and_serializable_works(postgresql_url: str) -> None:
    engine = sqlalchemy.create_engine(postgresql_url, isolation_level="SERIALIZABLE")
    with engine.begin() as connection:
        assert connection.scalar(sqlalchemy.text("SHOW transaction_isolation")) == "serializable"
        assert connection.scalar(sqlalchemy.text("SELECT 'å' || 'Ö'")) == "åÖ"
        tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        assert connection.scalar(sqlalchemy.text(tables)) == 0
        connection.execute(sqlalchemy.text("CREATE TABLE left_behind (id bigint)"))
    engine.dispose()


def test_nothing_is_left_of_the_test_before(postgresql_url: str) -> None:
    test_the_database_is_new_and_serializable_works(postgresql_url)

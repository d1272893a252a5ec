"""The frozen steps make exactly today's tables, and every file is looked at before it is used."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sbdesk.domain.errors import UserFacingError
from sbdesk.services.verification import verify
from sbdesk.store import connection, triggers, upgrade
from sbdesk.store.migrations import freeze
from sbdesk.store.unit_of_work import Store

STEPS = Path(upgrade.__file__).parent / "migrations" / "versions"


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_steps_make_todays_tables(dialect: str) -> None:
    frozen = (STEPS / f"0001_first.{dialect}.sql").read_text(encoding="utf-8").split(";\n\n")
    assert sorted(frozen) == sorted(freeze.tables_as_sql(dialect).split(";\n\n"))


def test_the_newest_step_is_the_head() -> None:
    steps = sorted(path.stem[:4] for path in STEPS.glob("[0-9]*.py"))
    assert steps == sorted(upgrade.KNOWN)
    assert steps[-1] == upgrade.HEAD


def test_every_sqlite_table_is_strict_and_every_guard_is_there(tmp_path: Path) -> None:
    file = tmp_path / "a.sbd"
    Store.open(file, durable=False).close()
    with closing(sqlite3.connect(file)) as raw:
        loose = raw.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'"
            " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
        ).fetchall()
        made = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert loose == []
    assert made == {guard.name for guard in triggers.guards_of("sqlite")}


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.sbd"
    Store.open(file, durable=False).close()
    before = file.read_bytes()
    Store.open(file, durable=False).close()
    assert file.read_bytes() == before


def test_the_pragmas_are_those_that_keep_the_data(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.sbd")
    with store.writing() as session:
        raw = session.connection().connection.driver_connection
        assert raw is not None
        found = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in connection.DURABLE}
    store.close()
    assert found == connection.DURABLE
    assert found["synchronous"] == 3
    assert found["journal_mode"] == "delete"


def test_a_pragma_that_does_not_take_stops_the_start() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as raw,
        pytest.raises(connection.PragmaRefusedError, match="journal_mode"),
    ):
        connection.set_pragmas(raw, {"journal_mode": "delete"})


def test_a_reader_cannot_write(store: Store) -> None:
    from sqlalchemy import text

    with pytest.raises(Exception, match=r"skrivskyddad|read-only"), store.reading() as session:
        session.execute(text("DELETE FROM setting"))


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.sbd"
    Store.open(file, durable=False).close()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = file.read_bytes()
    with pytest.raises(UserFacingError) as refused:
        Store.open(file)
    assert refused.value.code == "F19"
    assert "9999" in str(refused.value)
    assert file.read_bytes() == before


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "annan.db"
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE recept (namn TEXT)")
        raw.commit()
    with pytest.raises(UserFacingError, match="inte från sbdesk"):
        Store.open(file)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "brev.sbd"
    file.write_bytes(b"Hej! " * 2000)
    with pytest.raises(UserFacingError, match="skadad eller är ingen sbdesk-databas"):
        Store.open(file)
    assert file.read_bytes() == b"Hej! " * 2000


def test_an_older_file_is_copied_before_it_is_upgraded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.sbd"
    Store.open(file, durable=False).close()
    monkeypatch.setattr(upgrade, "HEAD", "0002")
    monkeypatch.setattr(upgrade, "KNOWN", ("0001", "0002"))
    Store.open(file, durable=False).close()
    copy = tmp_path / "a-före-uppgradering-0001.sbd"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


@pytest.mark.parametrize("kind", ["nfs4", "cifs"])
def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(connection, "_file_system", lambda _path: kind)
    with pytest.raises(UserFacingError) as refused:
        Store.open(tmp_path / "a.sbd")
    assert refused.value.code == "F02"
    assert not (tmp_path / "a.sbd").exists()


def test_names_of_constraints_fit_postgresql() -> None:
    names = re.findall(r"(?:CONSTRAINT|INDEX) (\w+)", freeze.tables_as_sql("postgresql"))
    assert max(map(len, names)) <= 63
    assert len(names) > 100


def test_every_guard_is_there_on_both_databases(store: Store) -> None:
    with store.reading() as session:
        assert triggers.missing(session.connection()) == []
    assert verify(store).holds
    with store.writing() as session:
        on = " ON event" if session.get_bind().dialect.name == "postgresql" else ""
        session.connection().exec_driver_sql(f"DROP TRIGGER event_is_next{on}")
        assert triggers.missing(session.connection()) == ["event_is_next"]


def test_an_empty_file_is_refused_untouched_where_one_must_exist(tmp_path: Path) -> None:
    file = tmp_path / "tom.sbd"
    file.write_bytes(b"")
    with pytest.raises(UserFacingError, match="Filen är tom"):
        Store.open(file, make=False)
    assert file.read_bytes() == b""

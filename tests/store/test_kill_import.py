"""kill -9 in the middle of an import: nothing partial, nothing acknowledged lost, a retry never doubles."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support import killed_import
from support.desk import OpenDesk, open_desk

from sbdesk.store.records.ledgers import ExcludedRowRecord, LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.office import CommandRecord, DocumentRecord, EventRecord
from sbdesk.store.records.reconciliations import FindingRecord, ReconciliationRecord

ROWS = 2_000
SUM_ORE = sum(100_00 + number for number in range(2, ROWS + 2))


def start(desk: OpenDesk, place: str, folder: Path) -> subprocess.Popen[bytes]:
    """The importing process, just before its act."""
    folder.mkdir()
    tests = Path(killed_import.__file__).parents[1]
    source = tests.parent / "src"
    child = subprocess.Popen(
        [
            sys.executable,
            killed_import.__file__,
            place,
            str(folder),
            str(ROWS),
            str(desk.anna),
            str(desk.award()),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(source), str(tests)))},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"begun\n"
    return child


def counts(desk: OpenDesk) -> dict[str, int]:
    tables = (
        LedgerImportRecord,
        LedgerLineRecord,
        ExcludedRowRecord,
        DocumentRecord,
        CommandRecord,
        ReconciliationRecord,
        FindingRecord,
        EventRecord,
    )
    with desk.store.reading() as session:
        found = {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in tables
        }
        found["sum"] = int(session.scalar(select(func.sum(LedgerLineRecord.amount_ore))) or 0)
    return found


def kill_at(desk: OpenDesk, place: str, folder: Path, delay: float) -> bool:
    """Whether the import was acknowledged before the kill."""
    child = start(desk, place, folder)
    assert child.stdout is not None
    try:
        child.wait(timeout=delay)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    told = child.stdout.read()
    child.wait()
    child.stdout.close()
    return b"acknowledged" in told


def whole_duration(desk: OpenDesk, place: str, folder: Path) -> float:
    """How long one import takes when nobody disturbs it."""
    began = time.monotonic()
    assert kill_at(desk, place, folder, 300)
    return time.monotonic() - began


@pytest.fixture(params=["sqlite", "postgresql"])
def kills(request: pytest.FixtureRequest) -> int:
    """How many: few in CI, what the issue names in a nightly run."""
    if request.config.getoption("--nightly"):
        return 50 if request.param == "sqlite" else 25
    return 4 if request.param == "sqlite" else 2


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX; TerminateProcess is tried by hand")
@pytest.mark.timeout(1800)
def test_a_killed_import_is_whole_or_nothing(
    kills: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    on_sqlite = "sqlite" in request.node.callspec.id
    place = str(tmp_path / "desk.sbd") if on_sqlite else str(request.getfixturevalue("postgresql_url"))
    desk = open_desk(place, personal=False)
    before = counts(desk)
    duration = whole_duration(desk, place, tmp_path / "undisturbed")
    whole = counts(desk)
    assert (whole["ledger_import"], whole["ledger_line"], whole["sum"]) == (1, ROWS, SUM_ORE)
    chosen = random.Random(kills)
    outcomes = []
    for number in range(kills):
        desk.store.close()
        fresh = str(tmp_path / f"desk_{number}.sbd") if on_sqlite else place
        desk = open_desk(fresh) if on_sqlite else anew(place)
        acknowledged = kill_at(desk, fresh, tmp_path / f"killed_{number}", chosen.uniform(0, duration))
        after = counts(desk)
        assert after in (before, whole), f"partial after kill {number}: {after}"
        assert after == whole or not acknowledged, f"lost after kill {number}"
        again = tmp_path / f"again_{number}"
        again.mkdir()
        killed_import.import_once(fresh, again, ROWS, desk.anna, desk.award())
        assert counts(desk) == whole, f"doubled after kill {number}"
        outcomes.append((acknowledged, after == whole))
    desk.store.close()
    assert len(outcomes) == kills


def anew(place: str) -> OpenDesk:
    """The same PostgreSQL database, emptied."""
    from sqlalchemy import create_engine, text

    engine = create_engine(place)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return open_desk(place, personal=False)

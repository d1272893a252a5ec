"""A decision is whole or absent after SIGKILL, and what was acknowledged is there."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support import deciding

from sbdesk.domain.requisition import RequisitionState
from sbdesk.services.verification import verify
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    ProposalRecord,
)
from sbdesk.store.records.invoices import NumberSeriesRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.unit_of_work import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    place = tmp_path_factory.mktemp("kill") / "waiting.sbd"
    return place, deciding.prepare(place)


def killed_child(place: Path, dice: random.Random) -> list[str]:
    """Let a child decide, kill it a random while after a random acknowledgement, and return what it said."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    child = subprocess.Popen(
        [sys.executable, "-m", "support.deciding", str(place)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert child.stdout is not None
    said = []
    wanted = dice.randrange(1, 11)
    for line in child.stdout:
        said.append(line.strip())
        if len(said) == wanted:
            break
    try:
        child.wait(timeout=dice.random() * 0.08)
    except subprocess.TimeoutExpired:
        child.kill()
    said += [line.strip() for line in child.stdout]
    child.stdout.close()
    child.wait()
    return said


def decisions_are_whole(place: Path, awards: list[int], acknowledged: set[int]) -> int:
    store = Store.open(place)
    try:
        found = verify(store)
        assert found.holds, found.faults
        with store.reading() as session:
            decided = set(session.scalars(select(DecisionLineRecord.award_id).distinct()))
            states = dict(session.execute(select(RequisitionRecord.award_id, RequisitionRecord.state)).all())
            numbers = sorted(session.scalars(select(DecisionRecord.number)))
            attested = session.scalar(
                select(func.count()).select_from(AttestationRecord).where(AttestationRecord.verb == "decide")
            )
            letters = session.scalars(select(DecisionRecord.document_id)).all()
            kept = set(session.scalars(select(DocumentRecord.id)))
            linked = session.scalars(
                select(ProposalRecord.award_id).where(ProposalRecord.decision_id.is_not(None))
            ).all()
            series = session.scalar(
                select(NumberSeriesRecord.next_number).where(NumberSeriesRecord.code == "B")
            )
        assert acknowledged <= decided
        assert {award for award in awards if states[award] is RequisitionState.DECIDED} == decided
        assert len(numbers) == len(letters) == attested == len(decided) == len(linked)
        assert set(letters) <= kept
        assert (series or 1) == len(numbers) + 1
        return len(decided)
    finally:
        store.close()


@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(n, marks=pytest.mark.nightly) for n in range(4, 50))]
)
def test_a_killed_desk_keeps_whole_decisions(
    tmp_path: Path, waiting: tuple[Path, list[int]], seed: int
) -> None:
    template, awards = waiting
    place = tmp_path / "k.sbd"
    shutil.copyfile(template, place)
    said = killed_child(place, random.Random(seed))
    acknowledged = {int(line.split()[1]) for line in said if line.startswith("done")}
    begun = {int(line.split()[1]) for line in said if line.startswith("begin")}
    decided = decisions_are_whole(place, awards, acknowledged)
    assert len(acknowledged) <= decided <= len(begun)

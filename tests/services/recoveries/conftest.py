"""Desks with an award ready to be claimed, copied for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.claiming import (
    ROWS,
    USED,
    Claiming,
    Kept,
)
from support.desk import OpenDesk
from support.recovery import Rejected, ready_award

from sbdesk.domain.ore import from_kronor


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(
        tmp_path_factory.mktemp("kept"),
        {
            "fresh": lambda desk: None,
            "ready": lambda desk: ready_award(desk, USED, ROWS, {1: Rejected(from_kronor(300_000))}),
        },
    )


@pytest.fixture
def desk(kept: Kept, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenDesk]:
    """Empty, or with the award when the test asks for it."""
    ready = {"award", "claim"} & set(request.fixturenames)
    made = kept.copy("ready" if ready else "fresh", tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def award(desk: OpenDesk) -> int:
    """1 900 000 of 2 000 000 kr used, of which 300 000 kr outside the period."""
    return desk.award("Region Uppsala")


@pytest.fixture
def claim(desk: OpenDesk, award: int) -> Claiming:
    return Claiming.create(desk, award)

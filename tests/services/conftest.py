"""Service tests run over a real store with a fixed clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desk import OpenDesk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Three people, 21 regions, CSD 2026 open, on SQLite."""
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.close()

"""Programmes under construction: one from nothing, one after CSD 2026."""

from __future__ import annotations

import pytest
from support.desk import OpenDesk
from support.programme_bench import Bench, next_csd, sixth


@pytest.fixture
def bench(desk: OpenDesk) -> Bench:
    """A sixth programme from nothing, by Anna."""
    return sixth(desk)


@pytest.fixture
def copied(desk: OpenDesk) -> Bench:
    """CSD 2027 after CSD 2026, by Anna."""
    return next_csd(desk)

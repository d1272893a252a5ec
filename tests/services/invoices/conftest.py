"""Desks as far as a test asks for: nothing, a decided claim, an issued invoice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.claiming import (
    Claiming,
    Kept,
    decided,
)
from support.desk import OpenDesk

from sbdesk.services.invoices import InvoicesService


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(
        tmp_path_factory.mktemp("kept"),
        {
            "fresh": lambda desk: None,
            "decided": decided,
            "invoiced": lambda desk: decided(desk).invoice(),
        },
    )


@pytest.fixture
def desk(kept: Kept, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenDesk]:
    """As far as the test asks for: with an invoice, with a decided claim, or with nothing."""
    asked = request.fixturenames
    name = "invoiced" if "invoice" in asked else "decided" if "claim" in asked else "fresh"
    made = kept.copy(name, tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def claim(desk: OpenDesk) -> Claiming:
    """A claim of 41 200 kr, decided, sent and received."""
    return Claiming(desk, 1)


@pytest.fixture
def invoice(desk: OpenDesk) -> int:
    """Its invoice, issued and sent."""
    (row,) = InvoicesService(desk.work).rows()
    return row.id

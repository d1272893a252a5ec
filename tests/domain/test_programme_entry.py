"""What an officer enters about a programme stays within what can be kept."""

from __future__ import annotations

import pytest

from sbdesk.domain.ore import LIMIT
from sbdesk.domain.programme import Component, FactContent, FactStatus, FactValue, ValueKind
from sbdesk.domain.programme_entry import component_problem, fact_problem
from sbdesk.domain.programme_vocabulary import AllotmentMethod


@pytest.mark.parametrize(
    ("kind", "most", "beyond"),
    [
        (ValueKind.ORE, LIMIT, LIMIT + 1),
        (ValueKind.INT, LIMIT, LIMIT + 1),
        (ValueKind.TEXT, "x" * 20_000, "x" * 20_001),
    ],
)
def test_a_value_has_a_highest_size(kind: ValueKind, most: FactContent, beyond: FactContent) -> None:
    fits = FactValue("total", kind, most, FactStatus.OFFICER, reason="prov")
    assert fact_problem(fits) is None
    problem = fact_problem(FactValue("total", kind, beyond, FactStatus.OFFICER, reason="prov"))
    assert problem is not None
    assert problem[0] == "value"


def part(total: int) -> Component:
    return Component("del", "Del", total, AllotmentMethod.EQUAL, "krona", False, None, ())


def test_a_part_has_a_highest_amount() -> None:
    assert component_problem(part(LIMIT)) is None
    problem = component_problem(part(LIMIT + 1))
    assert problem is not None
    assert problem[0] == "total"
    assert problem[1].startswith("Beloppet är för stort.")

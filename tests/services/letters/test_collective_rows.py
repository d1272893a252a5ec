"""A recipient's line in a collective decision says what its own decision would have said."""

from __future__ import annotations

from documents.examples_programmes import NKR

from sbdesk.services.collective_decisions_letters import row_of


def test_the_registers_that_the_amount_was_counted_from_come_along() -> None:
    row = row_of(NKR)
    assert row.units_list == NKR.units_list
    assert len(row.units_list) == 33
    assert (row.granted_ore, row.case_number) == (33 * 792_929_00, "9.9-2000/2026")

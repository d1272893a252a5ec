"""The invented ledger sums to what was asked, is the same each time, and holds what checks should find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.services.practice_ledger import AMOUNT_COLUMN, HEADINGS, practice_ledger


@given(st.integers(0, 5000), st.integers(600_000_00, 20_000_000_00), st.booleans())
def test_costs_sum_to_the_ore(seed: int, costs: int, planted: bool) -> None:
    ledger = practice_ledger(seed, costs, planted=planted)
    assert ledger.costs_ore == costs
    assert ledger.total_ore == costs - (500_000_00 if planted else 0)
    assert practice_ledger(seed, costs, planted=planted) == ledger


def test_the_sheet_sums_by_account_and_in_all() -> None:
    ledger = practice_ledger(1, 5_870_000_00)
    sheet = ledger.sheet()
    assert sheet[0] == ["ÖVNINGSDATA – påhittad huvudbok"]
    assert sheet[3] == list(HEADINGS)
    sums = [row for row in sheet if str(row[:1] or "").startswith("['Summa konto")]
    assert sum(row[AMOUNT_COLUMN] for row in sums) == ledger.total_ore  # type: ignore[misc]
    assert sheet[-1][0] == "Totalt"
    assert sheet[-1][AMOUNT_COLUMN] == ledger.total_ore
    assert len(sheet) == 4 + len(ledger.rows) + len({row.account for row in ledger.rows}) + 1


def test_each_irregularity_is_planted_once_or_as_a_pair() -> None:
    planted = [row.planted for row in practice_ledger(1, 5_870_000_00).rows if row.planted]
    assert sorted(planted) == sorted(
        [
            "before",
            "after",
            "accrual",
            "prepaid",
            "duplicate",
            "duplicate",
            "reversed",
            "reversal",
            "vat",
            "income",
        ]
    )


def test_too_small_an_extract_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        practice_ledger(1, 400_000_00)

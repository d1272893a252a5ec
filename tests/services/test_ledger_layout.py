"""What the officer changes in a layout, and how row numbers are typed."""

from __future__ import annotations

import pytest

from sbdesk.domain.ledger import ColumnRole, LedgerLayout
from sbdesk.services.ledger_imports_layout import (
    read_row_numbers,
    role_of,
    with_header_row,
    with_role,
    write_row_numbers,
)
from sbdesk.services.ledger_imports_pages import likely_award
from sbdesk.services.ledger_imports_rows import AwardChoice, RawRow

ROWS = (RawRow(1, ("Titel",)), RawRow(3, ("Konto", "Datum", "Debet", "Kredit", "Belopp")))
R = ColumnRole


def layout() -> LedgerLayout:
    columns = {R.ACCOUNT: 0, R.BOOKED_ON: 1, R.DEBIT: 2, R.CREDIT: 3}
    return LedgerLayout("Blad1", 3, columns, titles={R.ACCOUNT: "Konto"})


def test_a_role_belongs_to_one_column() -> None:
    moved = with_role(layout(), 4, R.ACCOUNT, ROWS)
    assert (role_of(moved, 4), role_of(moved, 0)) == (R.ACCOUNT, R.IGNORED)
    assert moved.titles[R.ACCOUNT] == "Belopp"
    assert role_of(with_role(layout(), 1, R.IGNORED, ROWS), 1) is R.IGNORED


def test_an_amount_stands_for_debit_and_credit() -> None:
    amount = with_role(layout(), 4, R.AMOUNT, ROWS)
    assert set(amount.columns) == {R.ACCOUNT, R.BOOKED_ON, R.AMOUNT}
    back = with_role(amount, 2, R.DEBIT, ROWS)
    assert set(back.columns) == {R.ACCOUNT, R.BOOKED_ON, R.DEBIT}


def test_another_heading_row_gives_other_titles() -> None:
    moved = with_header_row(layout(), 1, ROWS)
    assert moved.titles == {R.ACCOUNT: "Titel", R.BOOKED_ON: "", R.DEBIT: "", R.CREDIT: ""}
    assert with_header_row(layout(), 2, ROWS).titles[R.ACCOUNT] == ""


@pytest.mark.parametrize(
    ("typed", "rows"),
    [("12", (12,)), ("12, 15–18", (12, 15, 16, 17, 18)), ("3-4,3", (3, 4)), ("5−5", (5,))],
)
def test_rows_are_typed_as_numbers_and_spans(typed: str, rows: tuple[int, ...]) -> None:
    assert read_row_numbers(typed) == rows
    assert read_row_numbers(write_row_numbers(rows)) == rows


@pytest.mark.parametrize("typed", ["", "x", "5-", "0", "7-5", "1-20000", "-3", "5-x", "²"])
def test_what_is_no_row_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text typed is all there is to say
        read_row_numbers(typed)


def test_rows_are_written_in_spans() -> None:
    assert write_row_numbers([9, 3, 4, 5, 3]) == "3–5, 9"
    assert write_row_numbers([]) == ""


def test_a_file_named_after_one_case_is_recognised() -> None:
    choices = [
        AwardChoice(1, "Region Skåne", "CSD 2026", "csd-2026"),
        AwardChoice(2, "Region Skåne", "PMC 2026", "pmc-2026"),
        AwardChoice(3, "Region Uppsala", "CSD 2026", "csd-2026"),
    ]
    assert likely_award(choices, "csd-2026_Region_Skåne_A.xlsx") == 1
    assert likely_award(choices, "CSD 2026 REGION UPPSALA.csv") == 3
    assert likely_award(choices, "huvudbok.xlsx") is None
    assert likely_award([*choices, choices[0]], "csd-2026 region skåne") is None

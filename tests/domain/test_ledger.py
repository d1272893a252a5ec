"""What every layer shares about a ledger extract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.ledger import (
    ROLE_TITLES,
    AccountClass,
    AccountClassMap,
    CellFault,
    ColumnRole,
    CostSign,
    DateOrder,
    DecimalSign,
    LedgerLayout,
    LedgerReading,
    LedgerRow,
    RejectedRow,
    SubtotalCheck,
    cell_address,
    column_name,
    invoice_key,
    row_hash,
)

LAYOUT = LedgerLayout(
    "Blad1",
    4,
    {ColumnRole.ACCOUNT: 1, ColumnRole.BOOKED_ON: 2, ColumnRole.AMOUNT: 11},
    CostSign.COST_NEGATIVE,
    DecimalSign.COMMA,
    DateOrder.DAY_FIRST,
    {ColumnRole.ACCOUNT: "Konto"},
)
ROW = LedgerRow(
    "Blad1",
    5,
    "LR",
    "L1",
    date(2026, 6, 4),
    None,
    202606,
    None,
    "7010",
    None,
    "1732",
    "11466",
    None,
    None,
    "Nordvik AB",
    "55012",
    None,
    "Processtöd",
    688125,
    None,
    1,
)


def test_a_layout_survives_as_plain_data() -> None:
    assert LedgerLayout.from_json(LAYOUT.to_json()) == LAYOUT


def test_an_old_profile_without_the_later_fields_is_read() -> None:
    data = {"sheet": None, "header_row": 0, "columns": {"amount": 1}}
    assert LedgerLayout.from_json(data) == LedgerLayout(None, 0, {ColumnRole.AMOUNT: 1})


@pytest.mark.parametrize(
    "change",
    [
        {"sheet": 1},
        {"header_row": "4"},
        {"header_row": True},
        {"columns": []},
        {"titles": 3},
        {"columns": {"okänd": 1}},
        {"sign": "x"},
    ],
)
def test_what_is_no_layout_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        LedgerLayout.from_json(LAYOUT.to_json() | change)


@pytest.mark.parametrize(
    ("roles", "missing"),
    [
        ("account booked_on amount", ""),
        ("account period debit credit", ""),
        ("account event_on debit", "amount"),
        ("voucher amount", "account booked_on"),
        ("", "amount account booked_on"),
    ],
)
def test_a_layout_knows_what_it_lacks(roles: str, missing: str) -> None:
    layout = LedgerLayout(None, 1, {ColumnRole(role): at for at, role in enumerate(roles.split())})
    assert layout.missing() == tuple(ColumnRole(role) for role in missing.split())


def test_every_role_has_a_swedish_title() -> None:
    assert set(ROLE_TITLES) == set(ColumnRole)


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")])
def test_columns_are_named_as_excel_names_them(index: int, name: str) -> None:
    assert column_name(index) == name
    assert cell_address(47, index) == f"{name}47"


def test_the_longest_prefix_decides_the_class_of_an_account() -> None:
    classes = AccountClassMap({"7": AccountClass.PURCHASE, "7620": AccountClass.INTERNAL})
    assert classes.class_of("7620") is AccountClass.INTERNAL
    assert classes.class_of("76201") is AccountClass.INTERNAL
    assert classes.class_of("7010") is AccountClass.PURCHASE
    assert classes.class_of("1681") is AccountClass.OTHER
    assert AccountClassMap.from_json(classes.to_json()) == classes


def test_the_row_hash_is_of_the_booking_and_not_of_its_place() -> None:
    assert row_hash("232100-0255", ROW) == row_hash("232100-0255", replace(ROW, row=99, sheet=None))


def test_the_row_hash_never_changes_between_versions() -> None:
    assert row_hash("r", ROW) == "3abd17749d5b2538b6629b2cc9a8224f6afbba9fcde1b013a0f57933648f0960"


@pytest.mark.parametrize(
    "change",
    [
        {"voucher_series": None},
        {"voucher": "L2"},
        {"booked_on": None},
        {"account": "7011"},
        {"cost_centre": None},
        {"project": "1"},
        {"text": ""},
        {"amount_ore": 1},
        {"occurrence": 2},
    ],
)
def test_the_row_hash_changes_with_each_part_of_the_booking(change: dict[str, object]) -> None:
    assert row_hash("r", replace(ROW, **change)) != row_hash("r", ROW)  # type: ignore[arg-type]


def test_the_row_hash_changes_with_the_recipient() -> None:
    assert row_hash("a", ROW) != row_hash("b", ROW)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("55012960", "55012960"),
        ("F-2026/77", "f202677"),
        ("Å-123", "{123"),
        ("123", None),
        ("1", None),
        (None, None),
        ("2026-01-31", None),
        ("20260131", None),
        ("31/1-26", None),
        ("31.01.2026", None),
        ("20261331", "20261331"),
    ],
)
def test_an_invoice_is_recognised_by_letters_and_digits_but_never_by_a_date(
    number: str | None, key: str | None
) -> None:
    assert invoice_key(number) == key


def test_a_reading_must_account_for_every_row() -> None:
    whole = LedgerReading("f", "0", (), LAYOUT, (ROW,), (), (), 1, 688125, None, None, ())
    with pytest.raises(ValueError, match="neither"):
        replace(whole, rows_read=2)


def test_a_rejected_row_speaks_through_its_first_fault() -> None:
    first = CellFault("B88", "31/13-26", "”31/13-26” är inget datum.", "not_date")
    row = RejectedRow("Blad1", 88, (first, CellFault("C88", "", "Kontot saknas.", "account_missing")), ())
    assert (row.cell, row.value, row.reason, row.reason_code) == (
        "B88",
        first.value,
        first.reason,
        "not_date",
    )


def test_a_subtotal_agrees_to_the_ore() -> None:
    assert SubtotalCheck(6, "Summa", 100, 100).agrees
    assert not SubtotalCheck(6, "Summa", 100, 101).agrees

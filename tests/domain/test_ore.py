"""Amounts as an officer types and reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.ore import LIMIT, MINUS, NBSP, format_kronor, format_ore, from_kronor, parse_ore


@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        ("1234,50", 123_450),
        ("1234.5", 123_450),
        ("1 234,50", 123_450),
        (f"1{NBSP}234,50", 123_450),
        ("1\u202f234", 123_400),
        ("6 000 000 kr", 600_000_000),
        ("6000000 kronor", 600_000_000),
        ("-12", -1_200),
        (f"{MINUS}12,05", -1_205),
        ("+7", 700),
        ("  0  ", 0),
        ("0,01", 1),
    ],
)
def test_what_officers_type_is_read(typed: str, ore: int) -> None:
    assert parse_ore(typed) == ore


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "1,234,567",
        "12,345",
        "1_000",
        "１２",
        "1e5",
        "1 23",
        "--1",
        "1-",
        "inf",
        "9" * 20,
        ",5",
        "5,",
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_ore(typed)


@pytest.mark.parametrize(
    ("ore", "text"),
    [
        (123_450, f"1{NBSP}234,50"),
        (-5, f"{MINUS}0,05"),
        (0, "0,00"),
        (600_000_000, f"6{NBSP}000{NBSP}000,00"),
    ],
)
def test_amounts_are_written_as_swedes_write_them(ore: int, text: str) -> None:
    assert format_ore(ore) == text


def test_whole_kronor_lose_their_decimals_only_when_they_are_zero() -> None:
    assert format_ore(123_400, decimals=False) == f"1{NBSP}234"
    assert format_ore(123_401, decimals=False) == f"1{NBSP}234,01"
    assert format_kronor(from_kronor(1000)) == f"1{NBSP}000{NBSP}kr"


@given(st.integers(min_value=-LIMIT, max_value=LIMIT))
def test_what_is_written_is_read_back_to_the_ore(ore: int) -> None:
    assert parse_ore(format_ore(ore)) == ore
    assert parse_ore(format_kronor(ore)) == ore

"""Ledger cells are read exactly or not at all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.ledger_layout import DecimalSign
from sbdesk.domain.ledger_values import (
    AmbiguousError,
    AmountReader,
    Cell,
    DateReader,
    ErrorCell,
    UnreadableError,
    clean_text,
    ore_of_float,
    read_period,
    refuse_error,
    whole_text,
)


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    """A moment as a workbook has it: without a zone."""
    return datetime(year, month, day, hour)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("cell", "ore"),
    [
        ("1 234,50", 123450),
        ("1\xa0234,50", 123450),
        ("1\u202f234,50", 123450),
        ("\u22121 234,50", -123450),
        ("-1234,5", -123450),
        ("1 234,50-", -123450),
        ("1 234,50 -", -123450),
        ("(1 234,50)", -123450),
        ("+7", 700),
        ("1'234.50", 123450),
        ("1\u2019234\u2019567", 123456700),
        ("1 234,50 kr", 123450),
        ("kr 12", 1200),
        ("12 KR.", 1200),
        ("189.357,14", 18935714),
        ("6.412.565,04", 641256504),
        ("1.234.567", 123456700),
        ("1,234,567.89", 123456789),
        ("1234.5", 123450),
        ("0.500", 50),
        ("1234,5000", 123450),
        ("0", 0),
        ("-0,00", 0),
        (" 12 ", 1200),
        (5, 500),
        (6881.25, 688125),
        (-0.0, 0),
        (0.1 + 0.2, 30),
        (123456789.12, 12345678912),
        (9999999999999.99, 999999999999999),
        (None, None),
        ("", None),
        ("\xa0", None),
        ("NULL", None),
    ],
)
def test_an_amount_is_read_exactly(cell: Cell, ore: int | None) -> None:
    assert AmountReader().read(cell) == ore


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1_000", "not_amount"),
        ("\uff11\uff12", "not_amount"),
        ("1 23", "not_amount"),
        ("12 34,5", "not_amount"),
        ("1.234.56", "not_amount"),
        ("1,234,5", "not_amount"),
        ("(5", "not_amount"),
        ("5)", "not_amount"),
        ("(-5)", "not_amount"),
        ("-5-", "not_amount"),
        ("1e5", "not_amount"),
        ("0x10", "not_amount"),
        ("tolv", "not_amount"),
        ("-", "not_amount"),
        ("9" * 61, "not_amount"),
        ("1,505", "ambiguous_amount"),
        ("0,505", "part_of_ore"),
        ("1234,567", "part_of_ore"),
        ("1 234.567", "part_of_ore"),
        ("1234567890123456", "too_large"),
        ("99999999999999", "too_large"),
        (99999999999999, "too_large"),
        (1e309, "too_large"),
        (float("nan"), "too_large"),
        (1e13, "too_large"),
        (1.005, "part_of_ore"),
        (1234.567, "part_of_ore"),
        (True, "not_amount"),
        (date(2026, 1, 1), "not_amount"),
        (at(2026, 1, 1, 10), "not_amount"),
        (time(1), "not_amount"),
        (timedelta(1), "not_amount"),
        (ErrorCell("#REF!"), "error"),
        (ErrorCell(""), "no_value"),
        ("#DIV/0!", "error"),
        ("#SAKNAS!", "error"),
        ("Err:502", "error"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_reason(cell: Cell, code: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        AmountReader().read(cell)
    assert fault.value.code == code
    assert fault.value.reason


def test_a_single_group_is_ambiguous_and_says_both_readings() -> None:
    with pytest.raises(AmbiguousError) as fault:
        AmountReader().read("1.234")
    assert fault.value.reason == "kan betyda 1,234 eller 1\xa0234"


@pytest.mark.parametrize(
    ("others", "cell", "ore"),
    [
        (["1,50"], "1.234", 123400),
        (["1.50"], "1,234", 123400),
        (["2.345.678"], "1.234", 123400),
        (["1.234,50"], "1.234", 123400),
    ],
)
def test_the_column_settles_what_is_ambiguous(others: list[str], cell: str, ore: int) -> None:
    reader = AmountReader()
    for other in others:
        reader.read(other)
    with pytest.raises(AmbiguousError):
        reader.read(cell)
    assert reader.settled().read(cell) == ore


def test_a_column_that_contradicts_itself_settles_nothing() -> None:
    reader = AmountReader()
    reader.read("1,50")
    reader.read("1.50")
    with pytest.raises(AmbiguousError):
        reader.settled().read("1.234")


def test_a_settled_column_refuses_thousandths_and_the_other_sign() -> None:
    reader = AmountReader(DecimalSign.POINT)
    for cell, code in (("1.234", "part_of_ore"), ("1,50", "not_amount"), ("1.234.567", "not_amount")):
        with pytest.raises(UnreadableError) as fault:
            reader.read(cell)
        assert fault.value.code == code
    assert reader.read("1.230") == 123
    assert reader.read("1,234") == 123400
    assert AmountReader(DecimalSign.COMMA).read("1.234") == 123400
    assert reader.settled() is reader


_ORE = st.integers(-(10**15) + 1, 10**15 - 1)


@given(_ORE)
def test_every_ore_survives_as_a_number(ore: int) -> None:
    assert ore_of_float(ore / 100) == ore


@given(_ORE, st.sampled_from([" ", "\xa0", "\u202f", "'", "."]), st.sampled_from(["lead", "trail", "parens"]))
def test_every_ore_survives_as_swedish_text(ore: int, group: str, sign: str) -> None:
    whole, rest = divmod(abs(ore), 100)
    text = f"{whole:,}".replace(",", group) + f",{rest:02d}"
    if ore < 0:
        text = {"lead": f"\u2212{text}", "trail": f"{text}-", "parens": f"({text})"}[sign]
    assert AmountReader().read(text) == ore


@given(st.text(max_size=20))
def test_no_text_makes_a_reader_crash(text: str) -> None:
    for read in (AmountReader().read, DateReader().read, read_period):
        try:
            read(text)
        except UnreadableError:
            continue


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (7010.0, "7010"),
        (12.5, "12.5"),
        ("  a \u202e b\x00c\u200bd ", "a bcd"),
        (at(2026, 1, 2), "2026-01-02"),
        (at(2026, 1, 2, 3), "2026-01-02 03:00:00"),
        (7, "7"),
    ],
)
def test_identifying_text_keeps_every_sign_that_counts(cell: Cell, text: str) -> None:
    assert whole_text(cell) == text


@pytest.mark.parametrize("cell", [1e15, float("nan"), float("inf")])
def test_a_number_that_has_lost_digits_is_refused(cell: float) -> None:
    with pytest.raises(UnreadableError) as fault:
        whole_text(cell)
    assert fault.value.code == "too_many_digits"


def test_ordinary_text_is_no_error() -> None:
    refuse_error("Erik")
    refuse_error("#1")
    assert clean_text("rad\nett") == "rad ett"

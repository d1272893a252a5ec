"""Days and periods of ledger cells are read exactly or not at all."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from sbdesk.domain.ledger_layout import DateOrder
from sbdesk.domain.ledger_values import (
    AmbiguousError,
    Cell,
    DateReader,
    ErrorCell,
    UnreadableError,
    is_blank,
    read_period,
)


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    """A moment as a workbook has it: without a zone."""
    return datetime(year, month, day, hour)  # noqa: DTZ001


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 1, 31),
        at(2026, 1, 31, 12),
        "2026-01-31",
        "20260131",
        "2026-1-31",
        "2026/01/31",
        "2026.01.31",
        "2026-01-31 14:05",
        "2026-01-31T14:05:59.5",
        "31/1-26",
        "31/01-2026",
        "31.01.2026",
        "31/1/2026",
        "01/31/2026",
        20260131,
        20260131.0,
    ],
)
def test_a_day_is_read_in_every_clear_form(cell: Cell) -> None:
    assert DateReader().read(cell) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/13-26", "not_date"),
        ("2026-02-29", "not_date"),
        ("2026131", "not_date"),
        ("13/13/2026", "not_date"),
        ("03/04/2026", "ambiguous_date"),
        ("26-01-31", "ambiguous_date"),
        ("i går", "not_date"),
        (46000.0, "not_date"),
        (20261301, "not_date"),
        (True, "not_date"),
        (date(1904, 1, 2), "not_date"),
        ("1889-01-01", "not_date"),
        (time(1), "not_date"),
        (ErrorCell("#N/A"), "error"),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(cell: Cell, code: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        DateReader().read(cell)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("other", "day"), [("31/01/2026", date(2026, 4, 3)), ("01/31/2026", date(2026, 3, 4))]
)
def test_the_column_settles_the_order_of_day_and_month(other: str, day: date) -> None:
    reader = DateReader()
    reader.read(other)
    assert reader.settled().read("03/04/2026") == day


def test_both_orders_in_one_column_settle_nothing() -> None:
    reader = DateReader()
    reader.read("31/01/2026")
    reader.read("01/31/2026")
    with pytest.raises(AmbiguousError):
        reader.settled().read("03/04/2026")


def test_a_chosen_order_refuses_its_opposite_and_keeps_what_has_one_reading() -> None:
    reader = DateReader(DateOrder.DAY_FIRST)
    assert reader.read("05/05/2026") == DateReader().read("05/05/2026") == date(2026, 5, 5)
    assert reader.settled() is reader
    with pytest.raises(UnreadableError, match="tvärt emot kolumnen"):
        reader.read("01/31/2026")


@pytest.mark.parametrize("cell", [None, " ", "NULL"])
def test_blank_is_none_everywhere(cell: Cell) -> None:
    assert is_blank(cell)
    assert DateReader().read(cell) is None
    assert read_period(cell) is None


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2604", 202604),
        ("202604", 202604),
        ("2026-04", 202604),
        (202604.0, 202604),
        (2613, 202613),
        ("202613", 202613),
        (date(2026, 4, 1), 202604),
        (at(2026, 4, 1, 1), 202604),
    ],
)
def test_a_period_is_read(cell: Cell, period: int) -> None:
    assert read_period(cell) == period


@pytest.mark.parametrize("cell", ["202600", "202614", "2026", "april", 20260401, ErrorCell("#REF!")])
def test_what_is_no_period_is_refused(cell: Cell) -> None:
    with pytest.raises(UnreadableError):
        read_period(cell)

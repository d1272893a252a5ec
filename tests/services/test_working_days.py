"""Answer days never fall on a day when the agency is closed."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.services.working_days import answer_day, swedish_holidays


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 6),
        date(2026, 5, 1),
        date(2026, 6, 6),
        date(2026, 6, 19),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 31),
        date(2027, 3, 26),
    ],
)
def test_closed_days(day: date) -> None:
    assert day in swedish_holidays()


@pytest.mark.parametrize("day", [date(2026, 6, 12), date(2026, 6, 26), date(2026, 7, 5), date(2026, 12, 23)])
def test_open_days_and_plain_sundays(day: date) -> None:
    assert day not in swedish_holidays()


def test_what_is_no_day_is_no_holiday() -> None:
    assert "2026-12-24" not in swedish_holidays()  # type: ignore[operator]


def test_an_answer_day_moves_past_midsummer() -> None:
    assert answer_day(date(2026, 6, 5), 14) == date(2026, 6, 22)
    assert answer_day(date(2026, 6, 10), 14) == date(2026, 6, 24)

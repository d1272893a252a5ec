"""Spans of days, the Swedish working calendar's one rule, and days in words."""

from __future__ import annotations

import calendar
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_EN_DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` through ``last``; ValueError when they stand in the wrong order."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first} is after {self.last}")

    @property
    def days(self) -> int:
        """The number of days, both ends included."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def shared_days(self, other: Period) -> int:
        """The number of days in both."""
        return max(0, (min(self.last, other.last) - max(self.first, other.first)).days + 1)

    def overlaps(self, other: Period) -> bool:
        """Whether any day is in both."""
        return self.shared_days(other) > 0

    def share_outside(self, other: Period) -> Fraction:
        """The part of this period's days that lie outside ``other``: 0 to 1, exact."""
        return 1 - Fraction(self.shared_days(other), self.days)

    def joined(self, other: Period) -> Period:
        """From the earlier first day through the later last day."""
        return Period(min(self.first, other.first), max(self.last, other.last))


def single_day(day: date) -> Period:
    """One day as a period."""
    return Period(day, day)


def month(year: int, number: int) -> Period:
    """A calendar month, 1 to 12; ValueError outside."""
    first = date(year, number, 1)
    return Period(first, date(year, number, calendar.monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4; ValueError outside."""
    return month(year, 3 * number - 2).joined(month(year, 3 * number))


def half_year(year: int, number: int) -> Period:
    """The first or second half of a year, 1 or 2; ValueError outside."""
    return month(year, 6 * number - 5).joined(month(year, 6 * number))


def iso_week(year: int, number: int) -> Period:
    """A week from Monday to Sunday, 1 to 52 or 53; ValueError outside."""
    return Period(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))


def whole_year(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Neither Saturday, Sunday nor holiday."""
    return day.weekday() < 5 and day not in holidays


def next_working_day(day: date, holidays: Container[date]) -> date:
    """The day itself when it is a working day, else the first after it.

    A last day that falls on a weekend or holiday counts through this day (lag 1930:173, by analogy).
    """
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def in_words(day: date) -> str:
    """``31 december 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """``söndag 31 januari 2027``."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def month_in_words(day: date) -> str:
    """``december 2026``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def days_in_words(number: int) -> str:
    """``en dag``, ``8 dagar``."""
    return "en dag" if number == 1 else f"{number} dagar"


def short_span(period: Period) -> str:
    """``7 maj–31 dec 2026``; with both years when they differ, and one day as one day."""
    first, last = period.first, period.last
    if first == last:
        return _short(last)
    begin = _short(first) if first.year != last.year else _short(first).rsplit(" ", 1)[0]
    return f"{begin}{_EN_DASH}{_short(last)}"


def describe(period: Period) -> str:
    """A cost's time as a finding says it: a day (ISO), a month, whole months or two days (ISO)."""
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and last == month(last.year, last.month).last
    if not whole:
        return f"{first.isoformat()}{_EN_DASH}{last.isoformat()}"
    return months_in_words(period)


def months_in_words(period: Period) -> str:
    """``december 2026``, ``januari–mars 2027`` or ``november 2026–januari 2027``: the months it touches."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return month_in_words(first)
    begin = month_in_words(first) if first.year != last.year else MONTHS[first.month - 1]
    return f"{begin}{_EN_DASH}{month_in_words(last)}"


def _short(day: date) -> str:
    name = MONTHS[day.month - 1]
    return f"{day.day} {name if len(name) <= 4 else name[:3]} {day.year}"

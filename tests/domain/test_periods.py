"""Spans of days, last days on holidays, and days in words."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain import periods
from sbdesk.domain.periods import Period

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
spans = st.builds(lambda day, n: Period(day, day + timedelta(days=n)), days, st.integers(0, 800))
GRANT_YEAR = periods.whole_year(2026)


def test_the_wrong_order_is_refused() -> None:
    with pytest.raises(ValueError, match="is after"):
        Period(date(2026, 2, 1), date(2026, 1, 31))


def test_parts_of_a_year() -> None:
    assert periods.month(2028, 2) == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert periods.quarter(2026, 4) == Period(date(2026, 10, 1), date(2026, 12, 31))
    assert periods.half_year(2026, 1) == Period(date(2026, 1, 1), date(2026, 6, 30))
    assert periods.iso_week(2026, 53) == Period(date(2026, 12, 28), date(2027, 1, 3))
    assert GRANT_YEAR.days == 365
    assert periods.single_day(date(2026, 5, 7)).days == 1


def test_a_month_that_straddles_is_shared_by_days() -> None:
    may = periods.month(2026, 5)
    use = Period(date(2026, 5, 7), date(2026, 12, 31))
    assert may.shared_days(use) == 25
    assert may.share_outside(use) == Fraction(6, 31)
    assert may.overlaps(use)
    assert not periods.month(2026, 4).overlaps(use)
    assert may.joined(periods.month(2026, 3)) == Period(date(2026, 3, 1), date(2026, 5, 31))


@given(spans, spans)
def test_shared_days_agree_with_counting(one: Period, other: Period) -> None:
    counted = sum(one.first + timedelta(days=i) in other for i in range(one.days))
    assert one.shared_days(other) == other.shared_days(one) == counted
    assert one.overlaps(other) is (counted > 0)
    assert 0 <= one.share_outside(other) <= 1


def test_a_last_day_on_a_sunday_counts_through_monday() -> None:
    assert periods.next_working_day(date(2027, 1, 31), ()) == date(2027, 2, 1)
    assert periods.next_working_day(date(2027, 3, 31), ()) == date(2027, 3, 31)
    christmas = {date(2026, 12, 24), date(2026, 12, 25)}
    assert periods.next_working_day(date(2026, 12, 24), christmas) == date(2026, 12, 28)
    assert not periods.is_working_day(date(2026, 12, 25), christmas)


def test_days_in_words() -> None:
    assert periods.in_words(date(2026, 12, 31)) == "31 december 2026"
    assert periods.weekday_in_words(date(2027, 1, 31)) == "söndag 31 januari 2027"
    assert periods.month_in_words(date(2026, 5, 7)) == "maj 2026"
    assert periods.days_in_words(1) == "en dag"
    assert periods.days_in_words(8) == "8 dagar"


def test_spans_in_words() -> None:
    assert periods.short_span(Period(date(2026, 5, 7), date(2026, 12, 31))) == "7 maj–31 dec 2026"
    assert periods.short_span(Period(date(2025, 11, 1), date(2026, 1, 31))) == "1 nov 2025–31 jan 2026"
    assert periods.short_span(periods.single_day(date(2026, 3, 5))) == "5 mars 2026"
    assert periods.months_in_words(periods.quarter(2027, 1)) == "januari–mars 2027"
    assert (
        periods.months_in_words(Period(date(2026, 11, 3), date(2027, 1, 9))) == "november 2026–januari 2027"
    )
    assert periods.months_in_words(periods.month(2026, 12)) == "december 2026"


def test_a_cost_is_described_by_what_it_is() -> None:
    assert periods.describe(periods.single_day(date(2026, 4, 29))) == "2026-04-29"
    assert periods.describe(periods.month(2025, 12)) == "december 2025"
    assert periods.describe(periods.quarter(2026, 4)) == "oktober–december 2026"
    assert periods.describe(Period(date(2026, 4, 1), date(2026, 4, 29))) == "2026-04-01–2026-04-29"
    assert periods.describe(Period(date(2026, 4, 2), date(2026, 4, 30))) == "2026-04-02–2026-04-30"

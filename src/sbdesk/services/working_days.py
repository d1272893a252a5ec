"""Swedish holidays, so that answer days and last days never fall on one."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from functools import cache

from sbdesk.domain.periods import next_working_day


@cache
def swedish_holidays() -> Container[date]:
    """The public holidays and the eves when agencies are closed; years are added as they are asked for."""
    from holidays.countries.sweden import Sweden  # not needed to paint the window

    return _WithEves(Sweden(include_sundays=False))


class _WithEves(Container[date]):
    """Midsummer, Christmas and New Year's Eve count as Sundays in lag (1930:173)."""

    def __init__(self, known: Container[date]) -> None:
        self._known = known

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        eve = (day.month, day.day) in ((12, 24), (12, 31))
        midsummer = day.month == 6 and day.weekday() == 4 and 19 <= day.day <= 25
        return eve or midsummer or day in self._known


def answer_day(start: date, days: int) -> date:
    """``days`` days after ``start``, moved on to the next working day."""
    return next_working_day(start + timedelta(days=days), swedish_holidays())

"""When a booked cost arose: the column, the text, the event, the booking period or the booking day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.cost_text import TextReading, read_text
from sbdesk.domain.periods import Period, month, single_day


class CostBasis(StrEnum):
    """What the time was read from, the surest first."""

    STATED = "stated"
    TEXT = "text"
    EVENT = "event"
    PERIOD = "period"
    BOOKED = "booked"

    @property
    def swedish(self) -> str:
        """The words in the row's explanation."""
        return {
            CostBasis.STATED: "kolumnen för period",
            CostBasis.TEXT: "radens text",
            CostBasis.EVENT: "händelse- eller fakturadatum",
            CostBasis.PERIOD: "bokföringsperioden",
            CostBasis.BOOKED: "bokföringsdagen",
        }[self]


@dataclass(frozen=True, slots=True)
class CostTime:
    """The days a cost concerns. ``conflict``: the text says one time, the event or booking day another."""

    period: Period
    basis: CostBasis
    conflict: bool = False

    @classmethod
    def of_row(
        cls,
        period: Period,
        basis: CostBasis,
        *,
        text: str,
        event_on: date | None,
        booked_on: date | None,
        is_accrual: bool,
    ) -> CostTime:
        """The time of a stored row; whether its text and days agree is read again from them."""
        if basis is not CostBasis.TEXT:
            return cls(period, basis)
        reading = read_text([text], booked_on or event_on)
        concerns = reading is not None and reading.concerns
        known = TextReading(period, concerns)
        return cls(period, basis, _conflicts(known, event_on, booked_on, is_accrual))


_ACCRUAL = re.compile(
    r"\b(?:reserv|reservering\w*|reserverad\w*|reserverat|periodiser\w*|upplup\w*)\b", re.IGNORECASE
)


def mentions_accrual(text: str) -> bool:
    """Whether a row's text calls it a reservation in the books (not ``reservdelar``)."""
    return _ACCRUAL.search(text) is not None


def cost_time(
    *,
    texts: Sequence[str] = (),
    stated: str | date | None = None,
    event_on: date | None = None,
    period: int | None = None,
    booked_on: date | None = None,
    is_accrual: bool = False,
) -> CostTime | None:
    """The days that a ledger row's cost concerns, or None when nothing tells.

    ``stated`` is the cell of a column for the time of service; ``period`` is the booking period as YYYYMM,
    where month 13 is December. An accrual's invoice comes after it was booked, so there an event day later
    than the booking day says nothing about when the cost arose.
    """
    anchor = booked_on or event_on or _last_day(period)
    from_column = _from_column(stated, anchor)
    if from_column is not None:
        return CostTime(from_column, CostBasis.STATED)
    reading = read_text(texts, anchor)
    if reading is not None:
        return CostTime(reading.period, CostBasis.TEXT, _conflicts(reading, event_on, booked_on, is_accrual))
    if event_on is not None and not (is_accrual and booked_on is not None and event_on > booked_on):
        return CostTime(single_day(event_on), CostBasis.EVENT)
    booking_period = _booking_period(period)
    if booking_period is not None:
        return CostTime(booking_period, CostBasis.PERIOD)
    if booked_on is not None:
        return CostTime(single_day(booked_on), CostBasis.BOOKED)
    return None


def _from_column(stated: str | date | None, anchor: date | None) -> Period | None:
    if isinstance(stated, date):
        return single_day(stated)
    reading = read_text([f"avser {stated}"], anchor) if stated else None
    return None if reading is None else reading.period


def _conflicts(reading: TextReading, event_on: date | None, booked_on: date | None, is_accrual: bool) -> bool:
    """An accrual that says outright what it concerns is believed; other texts must agree with a day known."""
    if is_accrual:
        return not reading.concerns and booked_on is not None and booked_on not in reading.period
    known = event_on or booked_on
    return known is not None and known not in reading.period


def _booking_period(period: int | None) -> Period | None:
    if period is None:
        return None
    year, number = divmod(period, 100)
    if not (1 <= number <= 13 and 1900 <= year <= 2999):
        return None
    return month(year, min(number, 12))


def _last_day(period: int | None) -> date | None:
    booking_period = _booking_period(period)
    return None if booking_period is None else booking_period.last

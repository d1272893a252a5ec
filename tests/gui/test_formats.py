"""Amounts and dates as a Swedish officer writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sbdesk.gui import formats

TODAY = date(2026, 11, 22)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", "_")


def test_amounts() -> None:
    assert plain(formats.money(123_450)) == "1_234,50"
    assert formats.money(-123_450) == "\N{MINUS SIGN}1\N{NO-BREAK SPACE}234,50"
    assert plain(formats.kronor(600_000_000)) == "6_000_000_kr"
    assert plain(formats.whole(600_000_050)) == "6_000_000,50"
    assert [formats.money(None), formats.kronor(None), formats.whole(None)] == ["–"] * 3


@pytest.mark.parametrize(
    ("ore", "text"),
    [(1_600_000_000, "16,0"), (5_000_000, "0,1"), (4_999_999, "0,0"), (-4_999_999, "0,0"),
     (-600_000_000, "\N{MINUS SIGN}6,0"), (123_456_000_000, "1_234,6")],
)  # fmt: skip
def test_millions(ore: int, text: str) -> None:
    assert plain(formats.millions(ore)) == text


def test_days_and_times() -> None:
    assert formats.day(TODAY) == "2026-11-22"
    assert formats.day(None) == "–"
    assert formats.long_day(TODAY) == "22 november 2026"
    assert formats.weekday(TODAY) == "Söndag 22 november 2026"
    at = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
    assert formats.clock(at) == "14.32"
    assert formats.instant(at) == "2026-11-22 14.32"
    assert formats.instant(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "2026-07-01 00.30"


@pytest.mark.parametrize(
    ("day", "text"),
    [(22, "i dag"), (23, "i morgon"), (21, "i går"), (30, "om 8 dagar"), (18, "4 dagar sedan")],
)
def test_distance(day: int, text: str) -> None:
    assert formats.days_from(date(2026, 11, day), TODAY) == text


def test_counts() -> None:
    assert formats.count(1, "rad", "rader") == "1 rad"
    assert plain(formats.count(41_200, "rad", "rader")) == "41_200 rader"


@pytest.mark.parametrize(
    "text", ["2026-11-22", "20261122", "22/11 2026", "22/11-2026", " 22  november 2026", "22 Nov 2026"]
)
def test_typed_days(text: str) -> None:
    assert formats.parse_day(text) == TODAY


@pytest.mark.parametrize("text", ["", "2026-02-30", "31/13 2026", "22 nonsens 2026", "i morgon", "26-11-22"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - date() has its own texts
        formats.parse_day(text)

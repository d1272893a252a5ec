"""How amounts, dates and counts are written for a Swedish officer, and how typed dates are read."""

from __future__ import annotations

import re
from datetime import date, datetime

from sbdesk.domain.ore import NBSP, Ore, format_kronor, format_ore
from sbdesk.services.clock import SWEDEN

MONTHS = [
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
]
WEEKDAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
NOTHING = "–"

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})", re.ASCII)
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})[ -](\d{4})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2}) ([a-zåäö]+) (\d{4})")


def money(amount: Ore | None) -> str:
    """``1 234,50``; a dash when there is no amount."""
    return NOTHING if amount is None else format_ore(amount)


def kronor(amount: Ore | None) -> str:
    """``6 000 000 kr``: öre only when there are any; a dash when there is no amount."""
    return NOTHING if amount is None else format_kronor(amount)


def whole(amount: Ore | None) -> str:
    """``6 000 000``, for columns that hold kronor."""
    return NOTHING if amount is None else format_ore(amount, decimals=False)


def millions(amount: Ore) -> str:
    """``16,0`` million kronor with one decimal, rounded half away from zero."""
    tenths = (abs(amount) + 5_000_000) // 10_000_000
    sign = "\N{MINUS SIGN}" if amount < 0 and tenths else ""
    return f"{sign}{f'{tenths // 10:,}'.replace(',', NBSP)},{tenths % 10}"


def day(value: date | None) -> str:
    """``2026-11-22``; a dash when there is none."""
    return NOTHING if value is None else value.isoformat()


def long_day(value: date) -> str:
    """``22 november 2026``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """``Söndag 22 november 2026``."""
    return f"{WEEKDAYS[value.weekday()].capitalize()} {long_day(value)}"


def clock(value: datetime) -> str:
    """``14.32`` in local time."""
    return f"{value.astimezone(SWEDEN):%H.%M}"


def instant(value: datetime) -> str:
    """``2026-11-22 14.32`` in local time."""
    return f"{value.astimezone(SWEDEN):%Y-%m-%d %H.%M}"


def count(number: int, one: str, many: str) -> str:
    """``1 rad``, ``41 200 rader``."""
    return f"{f'{number:,}'.replace(',', NBSP)} {one if number == 1 else many}"


def days_from(value: date, today: date) -> str:
    """``om 8 dagar``, ``i dag``, ``4 dagar sedan``."""
    distance = (value - today).days
    if distance == 0:
        return "i dag"
    if distance == 1:
        return "i morgon"
    if distance == -1:
        return "i går"
    return f"om {distance} dagar" if distance > 0 else f"{-distance} dagar sedan"


def parse_day(text: str) -> date:
    """Read ``2026-11-22``, ``20261122``, ``22/11 2026`` or ``22 november 2026``.

    Raises ValueError when it is no date, or a date that does not exist.
    """
    plain = " ".join(text.lower().split())
    if match := _ISO.fullmatch(plain):
        year, month, number = map(int, match.groups())
    elif match := _SLASH.fullmatch(plain):
        number, month, year = map(int, match.groups())
    elif (match := _WORDS.fullmatch(plain)) and (found := _month(match[2])):
        number, month, year = int(match[1]), found, int(match[3])
    else:
        raise ValueError(text)
    return date(year, month, number)


def _month(word: str) -> int:
    """1–12 for a month's name or its first three letters; 0 for another word."""
    for number, name in enumerate(MONTHS, 1):
        if word == name or word == name[:3]:
            return number
    return 0

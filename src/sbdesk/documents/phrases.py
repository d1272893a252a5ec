"""Writes days, amounts and names the way a Swedish letter does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sbdesk.domain.ore import NBSP, Ore, format_ore

_MONTHS = [
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


def long_date(day: dt.date) -> str:
    """``16 juli 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def whole_kronor(amount: Ore) -> str:
    """``6 000 000`` for a column of kronor; öre only where there are any."""
    return format_ore(amount, decimals=False)


def kronor(amount: Ore) -> str:
    """Öre as ``6 000 000 kronor`` or ``530 183,50 kronor``, held together by fixed spaces."""
    return f"{whole_kronor(amount)}{NBSP}kronor"


def counted(number: int) -> str:
    """``två``, ``tolv``, ``13``: small numbers as words; one as neuter is not asked for."""
    words = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    return words[number] if number < len(words) else str(number)


def genitive(name: str) -> str:
    """``Region Skånes``; a name that ends in s, x or z stays."""
    return name if name[-1:].lower() in "sxz" else f"{name}s"


def enumerate_words(words: Sequence[str]) -> str:
    """``a``, ``a och b``, ``a, b och c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def sentence_start(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def organisation_number(number: str) -> str:
    """``232100-0255`` from ten digits; anything else unchanged."""
    return f"{number[:6]}-{number[6:]}" if len(number) == 10 and number.isdigit() else number

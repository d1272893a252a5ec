"""Reads what an officer types in the search field over ledger rows (the fields that rows have)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import LIMIT, Ore, parse_ore
from sbdesk.domain.periods import month, single_day, whole_year
from sbdesk.domain.verdicts import Judged

_UNCHANGED = "Listan är oförändrad."
_TOKEN = re.compile(r"""(-?)(?:([a-zåäö]+):)?(?:["”“]([^"”“]*)["”“]|(\S+))""", re.IGNORECASE)
_UNIT = re.compile(r"(\d)\s+(mn|mnkr|tkr)\b", re.IGNORECASE)
_MULTIPLE = {"tkr": 1_000, "mn": 1_000_000, "mnkr": 1_000_000}
_AMOUNT = re.compile(r"(>=|<=|>|<|)(.+)")
_RULE = re.compile(r"[A-Z]\d\d")

_LEVELS = {"stopp": Level.STOP, "avvikelse": Level.DEVIATION, "upplysning": Level.NOTE}
_JUDGED = {
    "obedömd": (Judged.NOT,),
    "godkänd": (Judged.APPROVED,),
    "underkänd": (Judged.REJECTED, Judged.PARTLY),
    "delvis": (Judged.PARTLY,),
    "väntar": (Judged.PARKED,),
}


@dataclass(frozen=True, slots=True)
class LineSearch:
    """What the rows shall hold; empty parts ask nothing. Texts are as typed, amounts öre.

    ``words`` and ``suppliers`` must all be found, ``without`` none of them. ``amounts`` and ``days`` are
    closed ranges that must all hold. ``accounts`` are beginnings or ranges of account numbers.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    vouchers: tuple[str, ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()
    amounts: tuple[tuple[Ore, Ore], ...] = ()
    days: tuple[tuple[date, date], ...] = ()
    levels: frozenset[Level] = frozenset()
    rules: frozenset[str] = frozenset()
    judged: frozenset[Judged] = frozenset()


def parse_line_search(text: str) -> LineSearch:
    """The search; UserFacingError for an unknown field or a value that the field cannot have."""
    search = LineSearch()
    for minus, field, quoted, bare in _TOKEN.findall(_UNIT.sub(r"\1\2", text)):
        value = (quoted or bare).strip()
        if not value:
            continue
        if field:
            search = _reader(field.casefold())(search, value)
        elif minus:
            search = replace(search, without=(*search.without, value))
        else:
            search = replace(search, words=(*search.words, value))
    return search


def _reader(field: str) -> Callable[[LineSearch, str], LineSearch]:
    reader = _FIELDS.get(field)
    if reader is None:
        close = get_close_matches(field, _FIELDS, n=1, cutoff=0.5)
        guess = f" Menade du ”{close[0]}”?" if close else ""
        raise UserFacingError(
            f"Okänt fält ”{field}”.{guess}",
            _UNCHANGED,
            f"Sök med {', '.join(f'{name}:' for name in _FIELDS)} eller bara ord.",
        )
    return reader


def _amount(search: LineSearch, value: str) -> LineSearch:
    low, dots, high = value.partition("..")
    if dots:
        bounds = (_ore(low, value), _ore(high, value))
    else:
        match = _AMOUNT.fullmatch(value)
        sign, number = match.groups() if match else ("", value)
        ore = _ore(number, value)
        bounds = {
            "": (ore, ore),
            ">": (ore + 1, LIMIT),
            ">=": (ore, LIMIT),
            "<": (-LIMIT, ore - 1),
            "<=": (-LIMIT, ore),
        }[sign]
    return replace(search, amounts=(*search.amounts, bounds))


def _ore(number: str, whole: str) -> Ore:
    unit = re.search(r"[a-z]+$", number.casefold())
    multiple = _MULTIPLE.get(unit.group(), 0) if unit else 0
    try:
        if multiple and unit:
            return parse_ore(number[: unit.start()]) * multiple
        return parse_ore(number)
    except ValueError:
        raise _wrong("belopp", whole, "Skriv till exempel belopp:>50000 eller belopp:100..200.") from None


def _day(search: LineSearch, value: str) -> LineSearch:
    low, dots, high = value.partition("..")
    try:
        first, last = _days(low)
        if dots:
            last = _days(high)[1]
    except ValueError:
        raise _wrong(
            "datum", value, "Skriv till exempel datum:2026-05 eller datum:2026-05..2026-12."
        ) from None
    return replace(search, days=(*search.days, (first, last)))


def _days(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        period = whole_year(parts[0])
    elif len(parts) == 2:
        period = month(*parts)
    else:
        year, number, day = parts
        period = single_day(date(year, number, day))
    return period.first, period.last


def _account(search: LineSearch, value: str) -> LineSearch:
    low, dots, high = value.partition("..")
    return replace(search, accounts=(*search.accounts, (low, high if dots else "")))


def _supplier(search: LineSearch, value: str) -> LineSearch:
    return replace(search, suppliers=(*search.suppliers, value))


def _voucher(search: LineSearch, value: str) -> LineSearch:
    return replace(search, vouchers=(*search.vouchers, value.casefold()))


def _finding(search: LineSearch, value: str) -> LineSearch:
    level = _LEVELS.get(value.casefold())
    if level is not None:
        return replace(search, levels=search.levels | {level})
    if not _RULE.fullmatch(value.upper()):
        raise _wrong(
            "fynd", value, "Skriv fynd:stopp, fynd:avvikelse, fynd:upplysning eller en kod som fynd:L01."
        )
    return replace(search, rules=search.rules | {value.upper()})


def _verdict(search: LineSearch, value: str) -> LineSearch:
    kinds = _JUDGED.get(value.casefold())
    if kinds is None:
        raise _wrong("bedömning", value, f"Välj {', '.join(_JUDGED)}.")
    return replace(search, judged=search.judged | set(kinds))


def _wrong(field: str, value: str, todo: str) -> UserFacingError:
    return UserFacingError(f"”{value}” kan inte användas i sökfältet {field}.", _UNCHANGED, todo)


_FIELDS: dict[str, Callable[[LineSearch, str], LineSearch]] = {
    "belopp": _amount,
    "datum": _day,
    "konto": _account,
    "leverantör": _supplier,
    "verifikation": _voucher,
    "fynd": _finding,
    "bedömning": _verdict,
}

"""Read the month, day or span that a ledger text says a cost concerns, and nothing when it may be two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sbdesk.domain.periods import Period, half_year, iso_week, month, quarter, single_day, whole_year

_NAMES = (
    ("januari", "jan"),
    ("februari", "febr", "feb"),
    ("mars", "mar"),
    ("april", "apr"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augusti", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_ALSO_NAMES = frozenset({"maj", "april", "augusti", "jan", "jul", "mar"})
"""Given names, Christmas and a surname: a month only with a number or a year beside."""

_MONTH = "(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")(?![a-zåäöé])\.?"
_YEAR = r"(?:[ ]?[-/']?[ ]?(?P<year{0}>20[0-9]{{2}}|[0-9]{{2}})(?![0-9]))?"
_DAY = r"(?:(?<![0-9])(?P<day{0}>[12][0-9]|3[01]|0?[1-9])(?::e)?[ .]{{0,2}})?"
_TO = r"[ ]?(?:-|/|&|\+|och|t\.?o\.?m\.?|till(?: och med)?)[ ]?"
_START = r"(?<![a-zåäöé0-9])"
_END = r"(?![a-zåäöé0-9])"

_NEVER_A_DATE = re.compile(r"(?:fakt\w*|nr|nummer|ver\w*|ocr|proj\w*|kst|konto\w*|tel\w*)[\s.:#-]*$")
_OTHER_EVENT = re.compile(
    r"(?:\w*betal\w*|förf\w*|fakturadat\w*|bokf\w*)[\s.:]*(?:(?:i|den|senast|per|under)\s+)?$"
)
_CONCERNS = re.compile(
    r"(?:avser|avs|avseende|gäller|period|perioden|helår|hela)[\s.:]*(?:(?:i|den|för|under|år|året)\s+)?$"
)
_BEFORE_YYMM = re.compile(r"(?:avser|avs|avseende|period\w*|för|mån\w*)[\s.:]*$")
_BEFORE_YEAR = re.compile(r"(?:avser|avs|avseende|gäller|helår|hela)[\s.:]*(?:(?:år|året)\s+)?$")
_LATEST_AFTER = timedelta(days=62)
_PLAUSIBLE_YEARS = 3

Maker = Callable[[int], Period]
Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class TextReading:
    """What a text says; ``concerns`` when it says so outright ("avser dec 2026")."""

    period: Period
    concerns: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    regex: re.Pattern[str]
    read: Callable[[Groups, date | None], Period | None]
    only_digits: bool = False
    needs: re.Pattern[str] | None = None


def read_text(texts: Iterable[str], anchor: date | None) -> TextReading | None:
    """The one time the texts name; None when they name none, or two that differ.

    ``anchor`` (the booking day, else another day known) gives the year where the text has none: the candidate
    nearest to it and not more than two months after it. What the text says outright ("avser …") counts alone.
    """
    found = [reading for text in texts for reading in _readings(_simplify(text), anchor)]
    outright = [reading for reading in found if reading.concerns]
    different = {reading.period for reading in outright or found}
    if len(different) != 1:
        return None
    return TextReading(different.pop(), bool(outright))


def _simplify(text: str) -> str:
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", text.casefold())
    return re.sub(r"\s+", " ", plain)


def _readings(text: str, anchor: date | None) -> list[TextReading]:
    found: list[TextReading] = []
    for pattern in _PATTERNS:
        for match in list(pattern.regex.finditer(text)):
            before = text[: match.start()]
            if pattern.needs is not None and not pattern.needs.search(before):
                continue
            no_date = pattern.only_digits and _NEVER_A_DATE.search(before)
            period = None if no_date else pattern.read(match.groupdict(), anchor)
            if period is not None and not _OTHER_EVENT.search(before):
                found.append(TextReading(period, _CONCERNS.search(before) is not None))
            text = before + "\0" * (match.end() - match.start()) + text[match.end() :]
    return found


def _nearest(make: Maker, anchor: date | None) -> Period | None:
    """The span of the year that lies nearest to the anchor and begins at most two months after it."""
    if anchor is None:
        return None
    candidates = [p for y in (-1, 0, 1) if (p := _made(make, anchor.year + y)) is not None]
    near = [p for p in candidates if p.first <= anchor + _LATEST_AFTER]
    return min(near, key=lambda p: max(p.first - anchor, anchor - p.last, timedelta()), default=None)


def _made(make: Maker, year: int) -> Period | None:
    """None for a day or week that the year does not have."""
    try:
        return make(year)
    except ValueError:
        return None


def _resolve(make: Maker, year: str | None, anchor: date | None) -> Period | None:
    full = _full_year(year, anchor)
    return _nearest(make, anchor) if full is None else _made(make, full)


def _full_year(year: str | None, anchor: date | None) -> int | None:
    """Two digits are a year only near the anchor: ``maj 26`` is a year in 2026, ``maj 12`` a day."""
    if year is None:
        return None
    if len(year) == 4:
        return int(year)
    full = 2000 + int(year)
    return full if anchor is None or abs(full - anchor.year) <= _PLAUSIBLE_YEARS else None


def _read_month(groups: Groups, anchor: date | None) -> Period | None:
    name = str(groups["month"]).rstrip(".")
    number, day, year = _NUMBER[name], groups["day"], groups["year"]
    if name in _ALSO_NAMES and day is None and year is None:
        return None
    if day is None and year is not None and _full_year(year, anchor) is None and int(year) <= 31:
        day, year = year, None
    if day is None:
        return _resolve(lambda y: month(y, number), year, anchor)
    return _resolve(lambda y: single_day(date(y, number, int(day))), year, anchor)


def _read_days(groups: Groups, anchor: date | None) -> Period | None:
    number = _NUMBER[str(groups["month"]).rstrip(".")]
    first, last = int(str(groups["first"])), int(str(groups["last"]))
    return _resolve(lambda y: Period(date(y, number, first), date(y, number, last)), groups["year"], anchor)


def _read_month_range(groups: Groups, anchor: date | None) -> Period | None:
    first = _NUMBER[str(groups["month1"]).rstrip(".")]
    last = _NUMBER[str(groups["month2"]).rstrip(".")]
    over = int(first > last)
    begins, ends = _full_year(groups["year1"], anchor), _full_year(groups["year2"], anchor)
    if begins is None:
        return _resolve(lambda y: month(y - over, first).joined(month(y, last)), groups["year2"], anchor)
    closing = begins + over if ends is None else ends
    return _made(lambda y: _ordered(month(y, first), month(closing, last)), begins)


def _ordered(first: Period, last: Period) -> Period:
    return Period(first.first, last.last)


def _read_digits(groups: Groups, anchor: date | None) -> Period | None:
    del anchor
    number, day = int(str(groups["m"])), groups.get("d")
    return _made(
        lambda y: month(y, number) if day is None else single_day(date(y, number, int(day))),
        int(str(groups["y"])),
    )


def _read_digits_range(groups: Groups, anchor: date | None) -> Period | None:
    del anchor
    y1, m1, y2, m2 = (int(str(groups[key])) for key in ("y1", "m1", "y2", "m2"))
    century = 2000 if y1 < 100 else 0
    return _made(lambda y: _ordered(month(y, m1), month(century + y2, m2)), century + y1)


def _read_yymm(groups: Groups, anchor: date | None) -> Period | None:
    number = int(str(groups["m"]))
    year = _full_year(groups["y"], anchor)
    return None if year is None else month(year, number)


def _read_quarter(groups: Groups, anchor: date | None) -> Period | None:
    number = int(groups["q"] or groups["q2"] or 0)
    return _resolve(lambda y: quarter(y, number), groups["year"], anchor)


def _read_week(groups: Groups, anchor: date | None) -> Period | None:
    return _resolve(lambda y: iso_week(y, int(str(groups["week"]))), groups["year"], anchor)


def _read_half(groups: Groups, anchor: date | None) -> Period | None:
    number = 1 if groups["half"] == "vt" else 2
    return _resolve(lambda y: half_year(y, number), groups["year"], anchor)


def _read_year(groups: Groups, anchor: date | None) -> Period | None:
    del anchor
    return whole_year(int(str(groups["y"])))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_START + pattern + _END, re.ASCII)


_YM = r"(?P<y{0}>20[0-9]{{2}})[-/.]?(?P<m{0}>0[1-9]|1[0-2])"
_PATTERNS = (
    _Pattern(_compiled(_YM.format(1) + _TO + _YM.format(2)), _read_digits_range, only_digits=True),
    _Pattern(
        _compiled(r"(?P<y1>[0-9]{2})(?P<m1>0[1-9]|1[0-2])-(?P<y2>[0-9]{2})(?P<m2>0[1-9]|1[0-2])"),
        _read_digits_range,
        only_digits=True,
        needs=_BEFORE_YYMM,
    ),
    _Pattern(
        _compiled(r"(?P<y>20[0-9]{2})(?P<s>[-/.]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12][0-9]|3[01])"),
        _read_digits,
        only_digits=True,
    ),
    _Pattern(_compiled(r"(?P<y>20[0-9]{2})[-/. ]?(?P<m>0[1-9]|1[0-2])"), _read_digits, only_digits=True),
    _Pattern(
        _compiled(f"(?P<month1>{_MONTH}){_YEAR.format(1)}{_TO}(?P<month2>{_MONTH}){_YEAR.format(2)}"),
        _read_month_range,
    ),
    _Pattern(
        _compiled(
            f"(?P<first>[0-9]{{1,2}}) ?- ?(?P<last>[0-9]{{1,2}}) (?P<month>{_MONTH}){_YEAR.format('')}"
        ),
        _read_days,
    ),
    _Pattern(_compiled(f"{_DAY.format('')}(?P<month>{_MONTH}){_YEAR.format('')}"), _read_month),
    _Pattern(
        _compiled(
            r"(?:(?:kv(?:artal(?:et)?)?\.? ?|q)(?P<q>[1-4])|(?P<q2>[1-4]):[ae] kvartalet)(?![0-9])"
            + _YEAR.format("")
        ),
        _read_quarter,
    ),
    _Pattern(
        _compiled(r"(?:vecka ?|v\. ?|v )(?P<week>[1-4][0-9]|5[0-3]|0?[1-9])(?![0-9])" + _YEAR.format("")),
        _read_week,
    ),
    _Pattern(_compiled(r"(?P<half>vt|ht)" + _YEAR.format("")), _read_half),
    _Pattern(_compiled(r"(?P<y>20[0-9]{2})(?![-/]20)"), _read_year, needs=_BEFORE_YEAR),
    _Pattern(
        _compiled(r"(?P<y>[0-9]{2})(?P<m>0[1-9]|1[0-2])"), _read_yymm, only_digits=True, needs=_BEFORE_YYMM
    ),
)
"""Longer forms first: what one has read is not read again by the next."""

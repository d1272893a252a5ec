"""Strict readers of ledger cells: exact öre and real days, or a reason; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TypeAlias

from sbdesk.domain.ledger_layout import DateOrder, DecimalSign
from sbdesk.domain.ore import LIMIT, Ore


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that holds an error (``#REF!``) or, with empty text, a formula without a saved value."""

    text: str


Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | ErrorCell | None
"""What a reader of workbooks or text files delivers for one cell; None and white space are blank."""


class UnreadableError(ValueError):
    """The cell cannot be read: a code and the reason as the end of a Swedish sentence about the value."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class AmbiguousError(UnreadableError):
    """The cell has two readings; the rest of its column, or the officer, may settle it."""


_ERROR_WORDS = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!"
    r"|REFERENS!|SAKNAS!?|DIVISION/0!|VÄRDEFEL!|NAMN\?|SKÄRNING!|OGILTIGT!)|Err:[0-9]{3}"
)
_SPACES = "\N{NO-BREAK SPACE}\u202f\u2009\u2007\t\r\n"
_FOLDED = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}", "-")
    | dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}", "'")
)
_AMOUNT = re.compile(r"(\()?([-+]?) ?(?:kr ?)?([0-9][0-9 '.,]*?) ?(?:kr\.?)? ?(-?)(\))?", re.IGNORECASE)
_NUMBER = re.compile(
    r"([0-9]+|[0-9]{1,3}(?:([ '.,])[0-9]{3})(?:\2[0-9]{3})*)(?:([.,])([0-9]+))?",
)
_SIGN_OF = {",": DecimalSign.COMMA, ".": DecimalSign.POINT}


def refuse_error(cell: Cell) -> None:
    """Raise the fault of an error cell; also when the error is written as text."""
    if isinstance(cell, ErrorCell):
        if cell.text:
            raise UnreadableError("error", f"innehåller felet {cell.text}")
        raise UnreadableError("no_value", "är en formel utan sparat värde")
    if isinstance(cell, str) and cell[:1] in "#E" and _ERROR_WORDS.fullmatch(cell.strip()):
        raise UnreadableError("error", f"innehåller felet {cell.strip()}")


def is_blank(cell: Cell) -> bool:
    """None, white space and the word NULL, which some systems export for nothing."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.strip() in ("", "NULL")))


class AmountReader:
    """Reads the amounts of one sheet as öre, and learns its decimal sign from what is unambiguous."""

    def __init__(self, decimal: DecimalSign = DecimalSign.AUTO) -> None:
        self.decimal = decimal
        self._proved: set[DecimalSign] = set()

    def settled(self) -> AmountReader:
        """The reader for what was ambiguous: with the decimal sign that every other value proves, if any."""
        if self.decimal is DecimalSign.AUTO and len(self._proved) == 1:
            return AmountReader(next(iter(self._proved)))
        return self

    def read(self, cell: Cell) -> Ore | None:
        """Öre, or None for a blank cell; UnreadableError for anything that is not exactly an amount."""
        if type(cell) is float:
            return ore_of_float(cell)
        if is_blank(cell):
            return None
        refuse_error(cell)
        if isinstance(cell, str):
            return self._read_text(cell)
        if type(cell) is int:
            return _within(cell * 100)
        kind = "ett sanningsvärde" if isinstance(cell, bool) else "ett datum eller en tid"
        raise UnreadableError("not_amount", f"är {kind}, inte ett belopp")

    def _read_text(self, text: str) -> Ore:
        match = _AMOUNT.fullmatch(text.translate(_FOLDED).strip()) if len(text) <= 60 else None
        if match is None:
            raise UnreadableError("not_amount", "är inget belopp")
        opened, lead, body, trail, closed = match.groups()
        if bool(opened) != bool(closed) or sum(map(bool, (lead, trail, opened))) > 1:
            raise UnreadableError("not_amount", "är inget belopp")
        ore = self._read_digits(body)
        return -ore if opened or trail or lead == "-" else ore

    def _read_digits(self, body: str) -> Ore:
        match = _NUMBER.fullmatch(body)
        if match is None or (match[2] is not None and match[2] == match[3]):
            raise UnreadableError("not_amount", "är inget belopp")
        whole, group, point, decimals = match.groups()
        if group in _SIGN_OF:
            self._accept(_SIGN_OF["," if group == "." else "."], grouping=True)
        if point is not None:
            if group is None and len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0":
                return self._read_ambiguous(whole, point, decimals)
            self._accept(_SIGN_OF[point], grouping=False)
        digits = whole if group is None else whole.replace(group, "")
        return _ore_of_digits(digits, decimals or "")

    def _accept(self, sign: DecimalSign, *, grouping: bool) -> None:
        if self.decimal is DecimalSign.AUTO:
            self._proved.add(sign)
        elif self.decimal is not sign:
            used = "tusentalsavgränsare" if grouping else "decimaltecken"
            other = "punkt" if (sign is DecimalSign.POINT) != grouping else "komma"
            raise UnreadableError("not_amount", f"har {other} som {used}, tvärt emot kolumnen")

    def _read_ambiguous(self, whole: str, point: str, decimals: str) -> Ore:
        if self.decimal is DecimalSign.AUTO:
            readings = f"kan betyda {whole},{decimals} eller {whole}\N{NO-BREAK SPACE}{decimals}"
            raise AmbiguousError("ambiguous_amount", readings)
        if self.decimal is _SIGN_OF[point]:
            return _ore_of_digits(whole, decimals)
        return _ore_of_digits(whole + decimals, "")


def _ore_of_digits(whole: str, decimals: str) -> Ore:
    if len(whole) > 15:
        raise UnreadableError("too_large", "är ett orimligt stort belopp")
    if decimals[2:].strip("0"):
        raise UnreadableError("part_of_ore", "har fler än två decimaler")
    return _within(int(whole) * 100 + int(decimals[:2].ljust(2, "0")))


def _within(ore: Ore) -> Ore:
    if abs(ore) > LIMIT:
        raise UnreadableError("too_large", "är ett orimligt stort belopp")
    return ore


def ore_of_float(amount: float) -> Ore:
    """Kronor as a binary number to öre: exact, or within a millionth of a whole öre (sums of formulas)."""
    if not -1e13 < amount < 1e13:  # also true of nan: such cells are no amounts
        raise UnreadableError("too_large", "är ett orimligt stort belopp eller inget tal alls")
    ore = round(amount * 100)
    if ore / 100 == amount:
        return ore
    exact = Decimal(repr(amount)) * 100
    near = exact.to_integral_value(ROUND_HALF_EVEN)
    if abs(exact - near) > Decimal("0.000001"):
        raise UnreadableError("part_of_ore", "har fler än två decimaler")
    return int(near)


_TIME = r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})" + _TIME)
_SWEDISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})-((?:[0-9]{2}){1,2})" + _TIME)
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})" + _TIME)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}" + _TIME)


class DateReader:
    """Reads the days of one sheet, and learns the order of day and month from what is unambiguous."""

    def __init__(self, order: DateOrder = DateOrder.AUTO) -> None:
        self.order = order
        self._proved: set[DateOrder] = set()

    def settled(self) -> DateReader:
        """The reader for what was ambiguous: in the order that every other value proves, if any."""
        if self.order is DateOrder.AUTO and len(self._proved) == 1:
            return DateReader(next(iter(self._proved)))
        return self

    def read(self, cell: Cell) -> date | None:
        """The day, or None for a blank cell; UnreadableError for what is no day of 1990–2099."""
        if type(cell) is date:
            return _plausible(cell)
        if is_blank(cell):
            return None
        refuse_error(cell)
        if isinstance(cell, datetime):
            return _plausible(cell.date())
        if isinstance(cell, str):
            return _plausible(self._read_text(cell.translate(_FOLDED).strip()))
        if isinstance(cell, (int, float)) and 19_900_000 < cell < 21_000_000 and cell == int(cell):
            return _plausible(self._read_text(str(int(cell))))
        raise UnreadableError("not_date", "är inget datum")

    def _read_text(self, text: str) -> date:
        match = _YEAR_FIRST.fullmatch(text)
        if match and (match[2] or len(match[3] + match[4]) == 4):
            return _day(int(match[1]), int(match[3]), int(match[4]))
        match = _SWEDISH.fullmatch(text)
        if match:
            return _day(_full_year(match[3]), int(match[2]), int(match[1]))
        match = _YEAR_LAST.fullmatch(text)
        if match:
            return self._ordered(int(match[1]), int(match[3]), int(match[4]))
        if _SHORT_YEAR.fullmatch(text):
            raise UnreadableError("ambiguous_date", "kan läsas som flera olika datum")
        raise UnreadableError("not_date", "är inget datum")

    def _ordered(self, first: int, second: int, year: int) -> date:
        if first > 12 >= second:
            order = DateOrder.DAY_FIRST
        elif second > 12 >= first:
            order = DateOrder.MONTH_FIRST
        elif first > 12:
            raise UnreadableError("not_date", "är inget datum")
        else:
            order = self.order
            if order is DateOrder.AUTO and first != second:
                raise AmbiguousError("ambiguous_date", "kan läsas med dagen först eller med månaden först")
        day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
        found = _day(year, month, day)
        if first != second:
            self._proved.add(order)
            if self.order is not DateOrder.AUTO and order is not self.order:
                raise UnreadableError("not_date", "har dag och månad tvärt emot kolumnen")
        return found


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableError("not_date", "är inget datum") from None


def _plausible(day: date) -> date:
    if not 1990 <= day.year <= 2099:
        raise UnreadableError("not_date", "är ett orimligt datum")
    return day


_PERIOD = re.compile(r"(?:(20[0-9]{2})[-/ ]?|([0-9]{2}))(0[1-9]|1[0-3])")


def read_period(cell: Cell) -> int | None:
    """YYYYMM of ``2604``, ``202604``, ``2026-04`` or a day (13 is the closing period); None when blank."""
    if is_blank(cell):
        return None
    refuse_error(cell)
    if isinstance(cell, date):
        day = _plausible(cell.date() if isinstance(cell, datetime) else cell)
        return day.year * 100 + day.month
    match = _PERIOD.fullmatch(whole_text(cell))
    if match is None:
        raise UnreadableError("not_period", "är ingen period")
    year = int(match[1]) if match[1] else 2000 + int(match[2])
    return year * 100 + int(match[3])


def whole_text(cell: Cell) -> str:
    """A cell as identifying text, whole numbers without ``.0``; UnreadableError when digits were lost."""
    if type(cell) is float:
        if not abs(cell) < 1e15:  # also nan and infinity
            raise UnreadableError("too_many_digits", "har fler siffror än Excel kan spara i ett tal")
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if type(cell) is str:
        return clean_text(cell)
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time() else cell
    return str(cell)


_PLAIN: Callable[[str], object] = re.compile(r"[ -~\xa1-\xac\xae-\u0233]*").fullmatch


def clean_text(text: str) -> str:
    """Text without control, direction and zero-width characters, with single spaces."""
    if not _PLAIN(text):
        text = "".join(
            character if character.isprintable() else " " if character.isspace() else "" for character in text
        )
    return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text

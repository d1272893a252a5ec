"""Reads comma, semicolon, tab and bar separated text as regions export it, without losing a row."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import damaged, other_kind, too_large

_DELIMITERS = (";", "\t", "|", ",")
_HINT = re.compile(r"sep=(.)\r?\n|sep=(.)\r")
_LOOKED_AT = 200


def decode(data: bytes) -> str:
    """The text of the file: by its byte order mark, else UTF-8 if it is that, else Windows' Swedish."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError:
        raise other_kind("en textfil i en okänd teckenkodning") from None


def text_rows(data: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Row number (as Excel shows it) and cells of every row that is not blank."""
    text = decode(data)
    hint = _HINT.match(text)
    if hint:
        text = text[hint.end() :]  # Excel obeys the line and does not show it
    delimiter = (hint[1] or hint[2]) if hint else find_delimiter(text)
    number = 0
    try:
        for number, cells in enumerate(csv.reader(_lines(text), delimiter=delimiter, strict=True), 1):
            if len(cells) > limits.columns or number > limits.rows:
                raise too_large(f"rad {number} har {len(cells)} kolumner")
            if any("\n" in cell or "\r" in cell for cell in cells):
                _refuse_swallowed(number, cells, delimiter)
            if any(cell and not cell.isspace() for cell in cells):
                yield number, cells
    except csv.Error:
        raise damaged(f"ett citattecken saknas eller är felplacerat på rad {number + 1}") from None


def find_delimiter(text: str) -> str:
    """The sign that splits the first lines into the most even columns; semicolon when none does."""
    best, best_share = ";", 0.0
    for delimiter in _DELIMITERS:
        rows = csv.reader(_lines(text), delimiter=delimiter)
        try:
            widths = Counter(len(cells) for cells in islice(rows, _LOOKED_AT) if cells)
        except csv.Error:
            continue
        wide = [count for width, count in widths.items() if width > 2]
        share = max(wide, default=0) / max(1, widths.total())
        if share > best_share:
            best, best_share = delimiter, share
    return best


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _refuse_swallowed(number: int, cells: list[str], delimiter: str) -> None:
    """A text over several lines is fine; one that holds whole rows is a quotation mark gone astray."""
    for cell in cells:
        for line in re.split(r"[\r\n]+", cell)[1:]:
            if line.count(delimiter) >= 2:
                raise damaged(f"ett citattecken saknas eller är felplacerat på rad {number}")

"""Looks through a worksheet's own XML for what the fast parser would hide: errors, repeats, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sbdesk.domain.ledger_layout import cell_address, column_name
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import contradictory, too_large
from sbdesk.spreadsheets.safe_xml import Attributes, XmlReader

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
_ROW = re.compile(rb"<row\b([^<>]*?)(/?)>")
_ROW_NUMBER = re.compile(rb'^(?:[^"]*"[^"]*")*?\s*r="([1-9][0-9]{0,6})"')
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="(?:s|n|str|b|inlineStr)")?'
    rb"(?:/>|>(?:<v>[^<]*</v>|<is><t[^<>]*>[^<]*</t></is>|<v/>)?</c>)"
)
_PREFIXED = re.compile(rb"<[A-Za-z_][\w.-]*:|<!|<\?|xmlns")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')


@dataclass(slots=True)
class SheetFacts:
    """What the scan of one sheet found; rows and columns counted from 1."""

    name: str
    faults: list[tuple[int, int, str]] = field(default_factory=list)
    """Row, column, error text; empty text for a formula without a saved value."""
    first_row: int = 0
    last_row: int = 0
    first_column: int = 0
    last_column: int = 0
    rows: int = 0
    """Rows with a cell that has a value or a formula."""
    cells: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged_ranges: int = 0


class _NotPlain(Exception):  # noqa: N818 - a signal to read the slow way, never an error
    """The rows are not written in the one way that the quick scan knows."""


def column_number(letters: str) -> int:
    """1 for A, 16384 for XFD."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def scan_sheet(name: str, chunks: Callable[[], Iterator[bytes]], limits: Limits) -> SheetFacts:
    """Scan a sheet: quickly when its rows are plainly written, else element by element.

    ``chunks`` is called once per attempt and yields the inflated bytes. Refuses repeated or disordered cells,
    addresses outside the sheet, and rectangles that the parser could not hold.
    """
    try:
        return _PlainScan(name, limits).run(chunks())
    except _NotPlain:
        scan = _ElementScan(name, limits)
        reader = XmlReader(limits, scan.started, scan.ended, scan.text)
        for chunk in chunks():
            reader.feed(chunk)
        reader.feed(b"", last=True)
        return scan.facts


class _Grid:
    """Checks that cells come in order, once each, within the limits."""

    def __init__(self, facts: SheetFacts, limits: Limits) -> None:
        self.facts = facts
        self._limits = limits

    def add_row(self, row: int, first: int, last: int, count: int) -> None:
        facts, limits = self.facts, self._limits
        if row > limits.rows or last > limits.columns:
            raise too_large(f"bladet {facts.name} har en cell ända borta i {cell_address(row, last - 1)}")
        facts.first_row = facts.first_row or row
        facts.last_row = row
        facts.first_column = min(facts.first_column or first, first)
        facts.last_column = max(facts.last_column, last)
        facts.cells += count
        area = (facts.last_row - facts.first_row + 1) * (facts.last_column - facts.first_column + 1)
        if area > limits.grid_cells:
            raise too_large(f"bladet {facts.name} sträcker sig till {cell_address(row, last - 1)}")

    def add_fault(self, row: int, column: int, text: str) -> None:
        if len(self.facts.faults) >= self._limits.faults:
            raise contradictory(self.facts.name, f"fler än {self._limits.faults} celler innehåller fel")
        self.facts.faults.append((row, column, text))

    def add_merged(self) -> None:
        self.facts.merged_ranges += 1
        if self.facts.merged_ranges > self._limits.merged_ranges:
            raise too_large(f"bladet {self.facts.name} har för många sammanslagna celler")

    def repeated(self, address: str) -> Exception:
        return contradictory(self.facts.name, f"cellen {address} finns två gånger eller står i fel ordning")


class _ElementScan:
    """The slow and complete way: every element through expat."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.facts = SheetFacts(name)
        self._grid = _Grid(self.facts, limits)
        self._within = False
        self._row = 0
        self._column = 0
        self._row_valued = False
        self._kind = ""
        self._formula = self._valued = False
        self._value: list[str] | None = None
        self._collected = ""

    def started(self, name: str, attributes: Attributes) -> None:
        if name == "c" and self._within:
            self._start_cell(attributes)
        elif name in ("v", "is") and self._within:
            self._valued = self._row_valued = True
            self._value = []
        elif name == "f" and self._within:
            self._formula = self._row_valued = True
        elif name == "row" and self._within:
            self._start_row(attributes)
        elif name == "col":
            self._count_hidden_columns(attributes)
        elif name == "mergeCell":
            self._grid.add_merged()
        elif name == "sheetData":
            if self._within or self._row:
                raise contradictory(self.facts.name, "det har två uppsättningar rader")
            self._within = True

    def text(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)

    def ended(self, name: str) -> None:
        if name in ("v", "is") and self._value is not None:
            self._collected = "".join(self._value)
            self._value = None
        elif name == "c" and self._within:
            self._end_cell()
        elif name == "row" and self._within:
            self.facts.rows += self._row_valued
        elif name == "sheetData":
            self._within = False

    def _start_row(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        if given is not None and not _NUMBER.fullmatch(given):
            raise contradictory(self.facts.name, f"raden ”{given[:20]}” finns inte")
        row = int(given) if given is not None else self._row + 1
        if row <= self._row:
            raise self._grid.repeated(f"A{row}")
        self._row, self._column, self._row_valued = row, 0, False
        self.facts.hidden_rows += attributes.get("hidden") in ("1", "true")

    def _start_cell(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        column = self._column + 1
        if given is not None:
            match = _REFERENCE.fullmatch(given)
            if match is None or int(match[2]) != self._row:
                raise contradictory(self.facts.name, f"cellen ”{given[:20]}” finns inte på raden {self._row}")
            column = column_number(match[1])
            if column <= self._column:
                raise self._grid.repeated(given)
        self._column = column
        self._grid.add_row(max(1, self._row), column, column, 1)
        self._kind = attributes.get("t", "n")
        self._formula = self._valued = False
        self._collected = ""

    def _end_cell(self) -> None:
        if self._kind == "e":
            self._grid.add_fault(self._row, self._column, self._collected.strip()[:20] or "#FEL!")
        elif self._formula and (not self._valued or (self._kind != "str" and not self._collected.strip())):
            self._grid.add_fault(self._row, self._column, "")

    def _count_hidden_columns(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and _NUMBER.fullmatch(first) and _NUMBER.fullmatch(last):
            self.facts.hidden_columns += max(0, int(last) - int(first) + 1)


class _PlainScan:
    """The quick way for rows as Excel, LibreOffice and openpyxl write them; anything else is _NotPlain.

    It must see every cell that the parser sees: a row counts as plain only when every ``<c`` in it is one of
    the known forms, without formulas, errors, comments or prefixes.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self._around = _ElementScan(name, limits)
        self._reader = XmlReader(limits, self._around.started, self._around.ended, self._around.text)
        self._grid = _Grid(self._around.facts, limits)
        self._row = 0
        self._known: dict[bytes, tuple[int, int, int]] = {}
        """Column letters of a row, as ``A,B,D,``, to first column, last column and count."""

    def run(self, chunks: Iterator[bytes]) -> SheetFacts:
        rest = self._read_head(chunks)
        tail = b""
        for chunk in self._before_end(rest, chunks):
            pieces = (tail + chunk).split(b"</row>")
            tail = pieces.pop()
            if len(tail) > 8 * MEGABYTE:
                raise _NotPlain
            for piece in pieces:
                self._scan_row(piece)
        if tail.strip():
            self._scan_row(tail, ended=False)
        return self._around.facts

    def _read_head(self, chunks: Iterator[bytes]) -> bytes:
        head = b""
        for chunk in chunks:
            head += chunk
            before, mark, after = head.partition(b"<sheetData>")
            if mark:
                self._reader.feed(before + mark)
                return after
            if len(head) > MEGABYTE:
                break
        raise _NotPlain

    def _before_end(self, rest: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The bytes up to ``</sheetData>``; what follows goes to the element scan."""
        mark = b"</sheetData>"
        held = rest
        while mark not in held:
            chunk = next(chunks, None)
            if chunk is None:
                raise _NotPlain
            yield held[: -len(mark)]
            held = held[-len(mark) :] + chunk
        rows, _, after = held.partition(mark)
        yield rows
        self._reader.feed(mark + after)
        for chunk in chunks:
            self._reader.feed(chunk)
        self._reader.feed(b"", last=True)

    def _scan_row(self, piece: bytes, *, ended: bool = True) -> None:
        """A piece before ``</row>``: closed empty rows, then one open; after the last, only closed ones."""
        rows = _ROW.findall(piece)
        if piece.count(b"<row") != len(rows) or b"<f" in piece or _PREFIXED.search(piece):
            raise _NotPlain
        for at, (attributes, closed) in enumerate(rows):
            number = _ROW_NUMBER.match(attributes)
            if number is None or bool(closed) != (at < len(rows) - 1 or not ended):
                raise _NotPlain
            row = int(number[1])
            if row <= self._row:
                raise self._grid.repeated(f"A{row}")
            self._row = row
            self._around.facts.hidden_rows += _HIDDEN.search(attributes) is not None
        if rows:
            self._scan_cells(piece)

    def _scan_cells(self, piece: bytes) -> None:
        cells = _CELL.findall(piece)
        if len(cells) != piece.count(b"<c"):
            raise _NotPlain
        if not cells:
            return
        row = self._row
        letters = (b",".join(cells) + b",").replace(b"%d," % row, b",")
        known = self._known.get(letters)
        if known is None:
            known = self._check_letters(row, letters)
        self._grid.add_row(row, *known)
        self._around.facts.rows += b"</v>" in piece or b"</is>" in piece

    def _check_letters(self, row: int, letters: bytes) -> tuple[int, int, int]:
        names = letters.decode("ascii").rstrip(",").split(",")
        if not all(name.isalpha() for name in names):
            raise contradictory(self._around.facts.name, f"en cell på raden {row} har en annan rads adress")
        numbers = [column_number(name) for name in names]
        for before, after in pairwise(numbers):
            if after <= before:
                raise self._grid.repeated(f"{column_name(after - 1)}{row}")
        known = (numbers[0], numbers[-1], len(numbers))
        if len(self._known) < 10_000:
            self._known[letters] = known
        return known

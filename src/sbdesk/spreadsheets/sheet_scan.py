"""Looks through a worksheet's own XML for what the fast parser would hide: errors, repeats, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from sbdesk.domain.ledger_layout import column_name
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import contradictory
from sbdesk.spreadsheets.safe_xml import Attributes, XmlReader
from sbdesk.spreadsheets.sheet_facts import Grid, SheetFacts, column_number

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
_ROW = re.compile(rb"<row\b([^<>]*?)(/?)>")
_ROW_NUMBER = re.compile(rb'^(?:[^"]*"[^"]*")*?\s*r="([1-9][0-9]{0,6})"')
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="(?:s|n|str|b|inlineStr)")?'
    rb"(?: ?/>|>(?:<v>[^<]*</v>|<is><t[^<>]*>[^<]*</t></is>|<v ?/>"
    rb"|<f(?:>| [^<>]*>)(?:[^<]*</f>|(?<=/>))<v>[^<\s][^<]*</v>)?</c>)"
)
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')


class _NotPlain(Exception):  # noqa: N818 - a signal to read the slow way, never an error
    """The rows are not written in the one way that the quick scan knows."""


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


class _ElementScan:
    """The slow and complete way: every element through expat."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.facts = SheetFacts(name)
        self._grid = Grid(self.facts, limits)
        self._within = self._seen = False
        self.row = 0
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
            if self._seen:
                raise contradictory(self.facts.name, "det har två uppsättningar rader")
            self._within = self._seen = True

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
        row = int(given) if given is not None else self.row + 1
        if row <= self.row:
            raise self._grid.repeated(f"A{row}")
        self.row, self._column, self._row_valued = row, 0, False
        self.facts.hidden_rows += attributes.get("hidden") in ("1", "true")

    def _start_cell(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        column = self._column + 1
        if given is not None:
            match = _REFERENCE.fullmatch(given)
            if match is None or int(match[2]) != self.row:
                raise contradictory(self.facts.name, f"cellen ”{given[:20]}” finns inte på raden {self.row}")
            column = column_number(match[1])
            if column <= self._column:
                raise self._grid.repeated(given)
        self._column = column
        self._grid.add_row(max(1, self.row), column, column, 1)
        self._kind = attributes.get("t", "n")
        self._formula = self._valued = False
        self._collected = ""

    def _end_cell(self) -> None:
        if self._kind == "e":
            self._grid.add_fault(self.row, self._column, self._collected.strip()[:20] or "#FEL!")
        elif self._formula and (not self._valued or (self._kind != "str" and not self._collected.strip())):
            self._grid.add_fault(self.row, self._column, "")

    def _count_hidden_columns(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and _NUMBER.fullmatch(first) and _NUMBER.fullmatch(last):
            self.facts.hidden_columns += max(0, int(last) - int(first) + 1)


class _PlainScan:
    """The quick way for rows as Excel, LibreOffice and openpyxl write them; anything else is _NotPlain.

    It must see every cell that the parser sees: a row counts as plain only when every ``<c`` in it is one of
    the known forms: no prefix, no error, and a value if it is a formula. Other rows go through the element
    scan; a comment sends the whole sheet that way.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self._around = _ElementScan(name, limits)
        self._reader = XmlReader(limits, self._around.started, self._around.ended, self._around.text)
        self._grid = Grid(self._around.facts, limits)
        self._row = 0
        self._after = b""
        self._known: dict[bytes, tuple[int, int, int]] = {}
        """Column letters of a row, as ``A,B,D,``, to first column, last column and count."""

    def run(self, chunks: Iterator[bytes]) -> SheetFacts:
        rest = self._read_head(chunks)
        tail = b""
        for chunk in self._before_end(rest, chunks):
            seen = tail + chunk
            if b"<!" in seen or b"<?" in seen:
                raise _NotPlain
            pieces = seen.split(b"</row>")
            tail = pieces.pop()
            if len(tail) > 8 * MEGABYTE:
                raise _NotPlain
            for piece in pieces:
                self._scan_row(piece)
        if tail.strip():
            self._scan_row(tail, ended=False)
        self._reader.feed(self._after)
        for chunk in chunks:
            self._reader.feed(chunk)
        self._reader.feed(b"", last=True)
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
        """The bytes up to ``</sheetData>``; the rest of that piece is kept."""
        mark = b"</sheetData>"
        held = rest
        while mark not in held:
            chunk = next(chunks, None)
            if chunk is None:
                raise _NotPlain
            yield held[: -len(mark)]
            held = held[-len(mark) :] + chunk
        rows, _, after = held.partition(mark)
        self._after = mark + after
        yield rows

    def _scan_row(self, piece: bytes, *, ended: bool = True) -> None:
        """A piece before ``</row>``: closed empty rows, then one open; after the last, only closed ones."""
        rows = _ROW.findall(piece)
        cells = _CELL.findall(piece)
        numbers = [_ROW_NUMBER.match(attributes) for attributes, _ in rows]
        closed = [bool(closing) for _, closing in rows]
        if (
            len(cells) != piece.count(b"<c")
            or len(rows) != piece.count(b"<row")
            or closed != [True] * (len(rows) - ended) + [False] * ended
            or None in numbers
            or b":c" in piece
        ):
            self._scan_elements(piece + b"</row>" if ended else piece)
            return
        for (attributes, _), number in zip(rows, numbers, strict=True):
            assert number is not None
            row = int(number[1])
            if row <= self._row:
                raise self._grid.repeated(f"A{row}")
            self._row = row
            self._around.facts.hidden_rows += _HIDDEN.search(attributes) is not None
        if cells:
            self._scan_cells(self._row, cells, piece)

    def _scan_elements(self, rows: bytes) -> None:
        """Rows with errors, formulas without value, rich text or the like, among plain ones."""
        self._around.row = self._row
        self._reader.feed(rows)
        self._row = self._around.row

    def _scan_cells(self, row: int, cells: list[bytes], piece: bytes) -> None:
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

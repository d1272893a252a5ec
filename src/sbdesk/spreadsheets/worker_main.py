"""The child process: reads one received file under limits and tells its cells; nothing else runs here.

It imports only what reading needs, so that it starts quickly and a fault in a parser harms nothing.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger_values import ErrorCell
from sbdesk.spreadsheets.guard import TEXT, GuardReport, examine
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.read_csv import text_rows
from sbdesk.spreadsheets.refusals import (
    contradictory,
    gone,
    open_elsewhere,
    reader_gave_up,
    sheet_missing,
    too_large,
)
from sbdesk.spreadsheets.sheet_facts import SheetFacts
from sbdesk.spreadsheets.wire import Message, encode

Tell = Callable[[Message], None]
Rows = Iterator[tuple[int, list[Any]]]
_BATCH = 500


def main() -> int:
    """Read the request from standard input, answer on standard output; 0 when an answer was given."""
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    limit_this_process(limits)
    gc.disable()  # the process is short and its memory limited; rows are no cycles
    tell = teller(sys.stdout.buffer, limits)
    tell(conclude(request, limits, tell))
    return 0


def teller(out: IO[bytes], limits: Limits) -> Tell:
    """Writes messages to the desk, each at once; refuses rows too long for one message."""

    def tell(message: Message) -> None:
        line = encode(message)
        if len(line) > limits.message_bytes:
            raise too_large(f"raderna vid {message['rows'][0][0]} är orimligt långa")
        out.write(line)
        out.flush()

    return tell


def limit_this_process(limits: Limits) -> None:
    """Memory, time and file size by rlimit; where that is missing only the desk's clock limits it."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def conclude(request: Message, limits: Limits, tell: Tell) -> Message:
    """Answer the request through ``tell`` and return the last message: end, refused or failed."""
    try:
        answer(request, limits, tell)
    except UserFacingError as refusal:
        return {
            "kind": "refused",
            "what": refusal.what,
            "safe": refusal.safe,
            "todo": refusal.todo,
            "code": refusal.code,
        }
    except BaseException as fault:  # a panic of the parser is no Exception
        return {
            "kind": "failed",
            "type": type(fault).__name__,
            "trace": traceback.format_exc(limit=8)[-4000:],
        }
    return {"kind": "end"}


def answer(request: Message, limits: Limits, tell: Tell) -> None:
    """Examine the file, then tell its sheets and the rows that were asked for.

    ``request`` holds path, sheet (None for all sheets) and head (rows per sheet, None for all).
    """
    path = Path(request["path"])
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except PermissionError:
        raise open_elsewhere() from None
    except OSError:
        raise gone() from None
    tell({"kind": "file", "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
    progress = _ScanProgress(tell)
    report = examine(data, path.name, limits, progress.told)
    tables = _text_tables(data, limits) if report.kind == TEXT else _workbook_tables(data, report)
    if report.kind != TEXT:
        tell({"kind": "sheets", "sheets": [_describe(facts, report) for facts in report.sheets]})
    wanted = request["sheet"]
    names = [name for name, _ in tables]
    if wanted is not None and wanted not in names:
        raise sheet_missing(wanted)
    for name, rows in tables:
        if wanted is None or name == wanted:
            _tell_rows(name, rows(), request["head"], tell)


def _describe(facts: SheetFacts, report: GuardReport) -> Message:
    kept = asdict(facts)
    del kept["faults"]
    return {**kept, "hidden": facts.name in report.hidden}


class _ScanProgress:
    """Tells of the examination, at most once per 2 %."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = 0

    def told(self, done: int, of: int) -> None:
        percent = done * 100 // max(1, of)
        if percent >= self._last + 2:
            self._last = percent
            self._tell({"kind": "progress", "done": percent, "of": 100, "text": "Kontrollerar filen"})


def _text_tables(data: bytes, limits: Limits) -> list[tuple[str | None, Callable[[], Rows]]]:
    return [(None, lambda: text_rows(data, limits))]


def _workbook_tables(data: bytes, report: GuardReport) -> list[tuple[str | None, Callable[[], Rows]]]:
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
    except python_calamine.CalamineError:
        raise reader_gave_up("arbetsboken följer inte formatet") from None
    listed = {sheet.name for sheet in report.sheets}
    if not listed <= set(book.sheet_names):
        raise contradictory(report.sheets[0].name, "två läsare ser olika blad")

    def opened(facts: SheetFacts) -> Callable[[], Rows]:
        return lambda: _sheet_rows(book, facts)

    return [(facts.name, opened(facts)) for facts in report.sheets]


def _sheet_rows(book: Any, facts: SheetFacts) -> Rows:
    """The rows with a value or a fault; cells from column A, faults where the parser has blanks."""
    import python_calamine

    faults: dict[int, list[tuple[int, str]]] = {}
    for row, column, text in facts.faults:
        faults.setdefault(row, []).append((column, text))
    try:
        sheet = book.get_sheet_by_name(facts.name)
    except python_calamine.CalamineError:
        raise reader_gave_up(f"bladet {facts.name} följer inte formatet") from None
    left = [""] * (sheet.start[1] if sheet.start else 0)
    number = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        found = faults.pop(number, None) if faults else None
        if found is not None:
            yield number, _with_faults(left + cells, found)
        elif cells.count("") != len(cells):
            yield number, left + cells if left else cells
    if number != (sheet.end[0] + 1 if sheet.end else 0):
        raise contradictory(facts.name, "raderna går inte att räkna")
    for row in sorted(faults):
        yield row, _with_faults([], faults[row])


def _with_faults(cells: list[Any], found: list[tuple[int, str]]) -> list[Any]:
    for column, text in found:
        cells.extend([""] * (column - len(cells)))
        cells[column - 1] = ErrorCell(text)
    return cells


def _tell_rows(name: str | None, rows: Rows, head: int | None, tell: Tell) -> None:
    batch: list[tuple[int, list[Any]]] = []
    count = 0
    for row in rows:
        count += 1
        if head is not None and count > head:
            if name is not None:
                break  # the guard has counted a workbook's rows
            continue
        batch.append(row)
        if len(batch) >= _BATCH:
            tell({"kind": "rows", "sheet": name, "rows": batch})
            batch = []
    if batch:
        tell({"kind": "rows", "sheet": name, "rows": batch})
    if name is None:
        tell({"kind": "sheets", "sheets": [{"name": None, "rows": count}]})


if __name__ == "__main__":
    sys.exit(main())

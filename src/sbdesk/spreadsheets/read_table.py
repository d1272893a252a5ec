"""Reads a small table, a file or what was pasted, by the same guard and limited child process as ledgers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sbdesk.domain.progress import Progress
from sbdesk.domain.table_shape import RawRow, TableShape, propose
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import NOTHING_READ, FileRefused, empty, of_pasted, of_small_table
from sbdesk.spreadsheets.wire import Message
from sbdesk.spreadsheets.worker import Request, messages

MOST_ROWS = 10_000
"""Far above any list of recipients, registers or requisitions; more is a ledger taken for a table."""
PASTED = "Inklistrat"
_LIMITS = Limits(file_bytes=20 * MEGABYTE, columns=400, grid_cells=2_000_000)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet's rows as they stand; ``name`` is None for text."""

    name: str | None
    hidden: bool
    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A whole small file in memory; ``sha256`` is of its bytes."""

    file_name: str
    sha256: str
    sheets: tuple[RawSheet, ...]

    def best(self, shape: TableShape) -> int:
        """The place of the sheet that looks most like the shape: visible, most columns known, most rows."""

        def rank(at: int) -> tuple[bool, int, int]:
            sheet = self.sheets[at]
            return not sheet.hidden, len(propose(shape, sheet.rows).columns), len(sheet.rows)

        return max(range(len(self.sheets)), key=rank)


def read_table_file(path: Path, *, progress: Progress, limits: Limits = _LIMITS) -> RawTable:
    """Every sheet of an xlsx or text file.

    Raises FileRefused (Swedish, with the reason), also for more than :data:`MOST_ROWS` rows; Cancelled.
    """
    try:
        return _collected(path.name, messages(Request(path), progress=progress, limits=limits))
    except FileRefused as refused:
        raise of_small_table(refused) from None


def read_pasted(text: str, *, progress: Progress, limits: Limits = _LIMITS) -> RawTable:
    """What was copied in Excel, a web page or a mail: tab separated, else as a text file is read.

    The text lies in a file of its own only while it is read.
    """
    if not text.strip():
        raise FileRefused(
            "Urklipp innehåller ingen text.", NOTHING_READ, "Kopiera raderna på nytt och klistra in dem."
        )
    with TemporaryDirectory(prefix="sbdesk-") as folder:
        place = Path(folder) / "inklistrat.txt"
        hint = "sep=\t\n" if "\t" in text else ""
        place.write_text(hint + text, encoding="utf-8", newline="")
        try:
            return _collected(PASTED, messages(Request(place), progress=progress, limits=limits))
        except FileRefused as refused:
            raise of_pasted(refused) from None


def _collected(file_name: str, told: Iterable[Message]) -> RawTable:
    sha256, count = "", 0
    sheets: dict[str | None, bool] = {}
    rows: dict[str | None, list[RawRow]] = {}
    for message in told:
        match message["kind"]:
            case "file":
                sha256 = message["sha256"]
            case "sheets":
                sheets = {each["name"]: each.get("hidden", False) for each in message["sheets"]}
            case _:
                count += len(message["rows"])
                if count > MOST_ROWS:
                    raise _too_many()
                rows.setdefault(message["sheet"], []).extend(
                    (number, cells) for number, cells in message["rows"]
                )
    if not count:
        raise empty()
    return RawTable(
        file_name,
        sha256,
        tuple(RawSheet(name, hidden, tuple(rows.get(name, ()))) for name, hidden in sheets.items()),
    )


def _too_many() -> FileRefused:
    return FileRefused(
        f"Tabellen har fler än {MOST_ROWS:,} rader.".replace(",", "\N{NO-BREAK SPACE}"),
        NOTHING_READ,
        "Kontrollera att det är rätt tabell, eller dela upp den.",
        code="table_too_long",
    )

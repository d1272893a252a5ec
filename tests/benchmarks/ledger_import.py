"""How an import compares with its floor: calamine's rows and a bare executemany, measured in the same run.

`python tests/benchmarks/ledger_import.py [rows]` makes a workbook, imports it as the desk does, and prints
seconds, CPU and memory beside the floor's. Nothing here is asserted: a slow machine is no fault.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import python_calamine
from openpyxl import Workbook
from support.desk import open_desk
from support.ledger_extracts import HEADINGS

from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_act import run_checks
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.store.unit_of_work import Store

_ACCOUNTS = (
    ("4010", "Lön månadsanställda", None, "Lön samordnare"),
    ("5510", "Köpt verksamhet", "Registerhuset AB", "Uppdrag"),
    ("6210", "Konferens och kurs", "Utbildarna Ö&Ö AB", "Utbildningsdag"),
    ("6810", "IT-tjänster", "Molnplatsen Norden AB", "Drift webbplats"),
    ("7620", "Lokalhyra internt", None, "Internhyra"),
)
_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")


class Measured:
    """Wall and CPU seconds, children included."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0


@contextmanager
def measured() -> Iterator[Measured]:
    taken = Measured()
    wall, cpu = time.perf_counter(), _cpu()
    yield taken
    taken.wall, taken.cpu = time.perf_counter() - wall, _cpu() - cpu


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def make_workbook(path: Path, rows: int) -> None:
    """A year's ledger of a region: pay, purchases and rent, a row in fifty negative."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    sheet.append(list(HEADINGS))
    start = date(2026, 1, 2)
    for number in range(rows):
        account, name, supplier, text = _ACCOUNTS[number % len(_ACCOUNTS)]
        day = start + timedelta(days=number * 360 // rows)
        booked = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel knows no time zone
        amount = (100_00 + number * 7919 % 5_000_000) / 100 * (-1 if number % 50 == 49 else 1)
        invoice = None if supplier is None else f"{10_000_000 + number}"
        cells: list[Any] = [
            "1732",
            account,
            name,
            "11466",
            f"L{number:07d}",
            booked,
            booked,
            supplier,
            invoice,
        ]
        sheet.append([*cells, f"{text} {_MONTHS[day.month - 1]} 2026", amount])
    book.save(path)


def floor(path: Path, folder: Path) -> None:
    """What nobody can be faster than: the parser's rows straight into a table without rules."""
    database = sqlite3.connect(folder / "floor.sqlite")
    database.execute(f"CREATE TABLE line ({', '.join(f'c{n}' for n in range(len(HEADINGS)))})")
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_index(0).iter_rows()
    marks = ", ".join("?" * len(HEADINGS))
    database.executemany(
        f"INSERT INTO line VALUES ({marks})",
        ([str(cell) if isinstance(cell, date) else cell for cell in cells] for cells in rows),
    )
    database.commit()
    database.close()


def import_it(path: Path, folder: Path) -> dict[str, Measured]:
    """The desk's own way, durable, step by step."""
    desk = open_desk(folder / "desk.sbd")
    desk.store.close()
    desk.store = Store.open(folder / "desk.sbd")
    service = LedgerImportsService(desk.work)
    award = desk.award()
    steps: dict[str, Measured] = {}

    def step(name: str, act: Callable[[], Any]) -> Any:
        with measured() as taken:
            answer = act()
        steps[name] = taken
        return answer

    layout = service.offer(service.inspect(path), award).sheets[0].layout
    reading = step("read (guard, child, normalise)", lambda: service.read(path, layout))
    step("preview", lambda: service.preview(reading, award))
    request = ImportRequest(path, award, layout)
    step("import (insert, index, checks)", lambda: service.import_ledger(request, reading=reading))

    def checks() -> None:
        with desk.store.writing() as session:
            run_checks(session, award)

    step("the checks alone, once more", checks)
    with desk.store.reading() as session:
        lines = (
            session.connection().exec_driver_sql("SELECT count(*), sum(amount_ore) FROM ledger_line").one()
        )
    assert tuple(lines) == (len(reading.rows), reading.control_total_ore)
    desk.store.close()
    return steps


def main(rows: int) -> None:
    """Print one table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "huvudbok.xlsx"
        make_workbook(path, rows)
        print(f"{rows} rows, {path.stat().st_size / 1e6:.1f} MB, SQLite {sqlite3.sqlite_version}")
        with measured() as lowest:
            floor(path, folder)
        steps = {"floor: calamine iter_rows + executemany": lowest, **import_it(path, folder)}
        for title, taken in steps.items():
            print(f"{title:<44} wall {taken.wall:6.2f} s  cpu {taken.cpu:6.2f} s")
        names = [title for title in steps if title.startswith(("read", "import"))]
        wall, cpu = sum(steps[it].wall for it in names), sum(steps[it].cpu for it in names)
        print(f"{'read + import, with checks':<44} wall {wall:6.2f} s  cpu {cpu:6.2f} s")
        print(f"ratio to the floor: wall {wall / lowest.wall:.1f}, cpu {cpu / lowest.cpu:.1f}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"peak memory: desk {peak} MB, child {child} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

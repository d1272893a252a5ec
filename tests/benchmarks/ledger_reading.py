"""How long reading a ledger takes against the bare parser, in the same run (no test: run it by hand).

``python tests/benchmarks/ledger_reading.py [rows]`` makes a workbook of rows × 12 columns and prints CPU and
wall time of guard, child and whole reading as ratios of calamine's ``iter_rows``; the least of three runs.
"""

from __future__ import annotations

import io
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import python_calamine

from sbdesk.domain.progress import SilentProgress
from sbdesk.spreadsheets import read_ledger
from sbdesk.spreadsheets.guard import examine
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.worker import Request, messages

HEADINGS = (
    *("Ansvar", "Konto", "Kontonamn", "Projekt", "Motp", "Ver.nr"),
    *("Ver.datum", "Fakturadatum", "Leverantör", "Fakturanr", "Text", "Belopp"),
)
RUNS = 3


def make_workbook(path: Path, rows: int) -> int:
    """Write the workbook; returns the sum in öre."""
    random.seed(20_260_701)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    sheet.append(HEADINGS)
    first, total = date(2026, 1, 1), 0
    for number in range(rows):
        day = first + timedelta(days=random.randrange(365))
        ore = random.randrange(-500_000, 9_000_000)
        total += ore
        account = random.choice(("4010", "5510", "6210", "6410", "7010", "7620"))
        sheet.append(
            (
                "1732",
                account,
                f"Kontonamn {account}",
                "11466",
                random.choice(("", "81", "310")),
                f"L{number:07d}",
                day,
                day,
                f"Leverantör {random.randrange(400)} AB",
                str(random.randrange(10**7, 10**8)),
                f"Processtöd {day:%Y-%m} {random.randrange(5000)}",
                ore / 100,
            )
        )
    book.save(path)
    return total


def measure(run: Callable[[], object]) -> tuple[float, float]:
    """Least wall and CPU seconds (children included) of some runs."""
    walls, cpus = [], []
    for _ in range(RUNS):
        started, spent = time.perf_counter(), _cpu()
        run()
        walls.append(time.perf_counter() - started)
        cpus.append(_cpu() - spent)
    return min(walls), min(cpus)


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "huvudbok.xlsx"
        total = make_workbook(path, rows)
        data, limits = path.read_bytes(), Limits()
        layout = read_ledger.inspect(path, progress=SilentProgress()).proposed.layout

        def floor() -> None:
            sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0)
            assert sum(1 for _ in sheet.iter_rows()) == rows + 1

        def child() -> None:
            request = Request(path, sheet="Blad1")
            told = messages(request, progress=SilentProgress(), limits=limits)
            assert sum(len(message["rows"]) for message in told if message["kind"] == "rows") == rows + 1

        def whole() -> None:
            reading = read_ledger.read(path, layout, progress=SilentProgress())
            assert (len(reading.rows), reading.control_total_ore) == (rows, total)

        base = measure(floor)
        print(f"{rows} rows x {len(HEADINGS)} columns, {len(data) / 1e6:.1f} MB")
        for name, run in (
            ("calamine iter_rows (floor)", floor),
            ("guard alone", lambda: examine(data, path.name, limits)),
            ("child: guard + parse + JSON", child),
            ("whole: read()", whole),
            ("inspect()", lambda: read_ledger.inspect(path, progress=SilentProgress())),
        ):
            wall, cpu = measure(run)
            ratios = f"wall {wall:5.2f} s = {wall / base[0]:4.2f}   cpu {cpu:5.2f} s = {cpu / base[1]:4.2f}"
            print(f"{name:28} {ratios}")
    for name, who in (("desk", resource.RUSAGE_SELF), ("child", resource.RUSAGE_CHILDREN)):
        print(f"{name} at most {resource.getrusage(who).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()

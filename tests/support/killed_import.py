"""A process that imports a ledger and may be killed at any moment; run by tests/store/test_kill_import.py."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from sbdesk.domain.ledger import ColumnRole, LedgerLayout, LedgerReading, LedgerRow, SheetInfo
from sbdesk.services.clock import SetClock
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store
from support.ledger_extracts import ExtractMaker, row

COMMAND = "läs in en gång"
LAYOUT = LedgerLayout(None, 1, {role: index for index, role in enumerate(ColumnRole)})


def reading(folder: Path, rows: int) -> tuple[Path, LedgerReading]:
    """The same rows for the same number, and the file that goes with them."""
    made: list[LedgerRow] = [
        row(number, amount=100_00 + number, text=f"Uppdrag {number % 97} maj 2026")
        for number in range(2, rows + 2)
    ]
    extract = ExtractMaker(folder).make(made, layout=LAYOUT)
    assert isinstance(extract.reading.sheets[0], SheetInfo)
    return extract.path, extract.reading


def import_once(place: str, folder: Path, rows: int, officer: int, award: int) -> int | None:
    """Import durably under one command's name; the import's id."""
    store = Store.open(place)
    try:
        path, read = reading(folder, rows)
        service = LedgerImportsService(Workplace(store, SetClock(date(2026, 6, 10)), officer))
        print("begun", flush=True)
        return service.import_ledger(ImportRequest(path, award, LAYOUT), reading=read, command_id=COMMAND).id
    finally:
        store.close()


if __name__ == "__main__":
    import_once(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
    print("acknowledged", flush=True)

"""Tries each part of the installed program once, so that IT staff can see that it works on this computer."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sbdesk.services import programme_definitions
from sbdesk.services.practice_files import signed_page, write_extract
from sbdesk.services.practice_ledger import practice_ledger
from sbdesk.services.verification import verify
from sbdesk.store.unit_of_work import Store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trial:
    """One part that was tried: its Swedish name, whether it worked, and what was seen."""

    name: str
    worked: bool
    seen: str


def self_test() -> list[Trial]:
    """Try everything in a passing folder; nothing of the officer's is touched."""
    with tempfile.TemporaryDirectory(prefix="sbdesk-") as folder:
        place = Path(folder)
        return [
            _trial("Databas", lambda: _database(place)),
            _trial("Statsbidrag", _programmes),
            _trial("Brev (PDF)", _letter),
            _trial("Huvudbok genom den begränsade barnprocessen", lambda: _ledger(place)),
        ]


def _trial(name: str, look: Callable[[], str]) -> Trial:
    try:
        return Trial(name, True, look())
    except Exception as error:
        # Whatever goes wrong here is what the test is for: it is told, not hidden.
        _log.exception("self-test: %s", name)
        return Trial(name, False, f"{type(error).__name__}: {error}")


def _database(place: Path) -> str:
    store = Store.open(place / "prov.sbd")
    try:
        found = verify(store)
    finally:
        store.close()
    if not found.holds:
        raise ValueError("; ".join(found.faults))
    return "skapad, inställningarna lästa tillbaka, kedjan hel"


def _programmes() -> str:
    codes = programme_definitions.available()
    facts = sum(len(programme_definitions.load(code).facts) for code in codes)
    regions = len(programme_definitions.regions())
    return f"{len(codes)} definierade ({', '.join(codes)}), {facts} uppgifter, {regions} regioner"


def _letter() -> str:
    page = signed_page("Prov", "självtest", date(2026, 1, 1))
    if not page.content.startswith(b"%PDF-"):
        raise ValueError("not a PDF")
    return f"{len(page.content)} byte"


def _ledger(place: Path) -> str:
    from sbdesk.domain.progress import SilentProgress
    from sbdesk.spreadsheets import read_ledger

    ledger = practice_ledger(1, 700_000_00)
    path = write_extract(place / "prov.xlsx", ledger)
    layout = read_ledger.inspect(path, progress=SilentProgress()).proposed.layout
    reading = read_ledger.read(path, layout, progress=SilentProgress())
    if reading.control_total_ore != ledger.total_ore:
        raise ValueError(f"{reading.control_total_ore} öre read, {ledger.total_ore} written")
    return f"{len(reading.rows)} rader, till öret"

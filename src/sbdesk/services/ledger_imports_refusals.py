"""The sentences with which an import is refused, and the findings about its sums and cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sbdesk.domain.errors import Conflict, UserFacingError
from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ledger import CellFault, LedgerReading, RejectedRow
from sbdesk.domain.rules import ledger_rows
from sbdesk.domain.rules.engine import Asked, NoParameters, RuleSetting
from sbdesk.domain.rules.ledger import asked, kronor
from sbdesk.services.clock import SWEDEN
from sbdesk.store.records.ledgers import LedgerImportRecord

NOTHING_READ = "Inget är inläst."
_REPAIR = "Be mottagaren att rätta filen, eller uteslut raderna och ange varför."
_ERRORS = frozenset({"error", "no_value"})
_ALWAYS_ASKED: Mapping[str, RuleSetting] = {"L18": RuleSetting(Level.STOP), "L21": RuleSetting(Level.STOP)}
"""Sums and cells are checked whatever the programme says: they are the import's own honesty."""


def same_file(record: LedgerImportRecord, reader: str) -> Conflict:
    """F08: the file was read in before, when and by whom."""
    at = record.read_at.astimezone(SWEDEN)
    return Conflict(
        f"Samma fil lästes in {at:%Y-%m-%d} {at:%H.%M} av {reader}.",
        "Inget är inläst på nytt.",
        "Vill du öppna den inläsningen?",
        code="F08",
    )


def file_changed() -> Conflict:
    """The file on disk is no longer the one that was previewed."""
    return Conflict(
        "Filen har ändrats sedan du såg den.", NOTHING_READ, "Välj filen igen och granska den på nytt."
    )


def nothing_to_read() -> UserFacingError:
    """The sheet holds no booked row."""
    return UserFacingError(
        "Bladet har inga rader att läsa in.",
        NOTHING_READ,
        "Välj ett annat blad eller en annan rubrikrad.",
    )


def rejected_rows(rejected: Sequence[RejectedRow]) -> UserFacingError:
    """F09, F10 or the general sentence, for the rows that cannot be read; there is at least one."""
    faults = [fault for row in rejected for fault in row.faults]
    first = faults[0]
    if all(fault.reason_code in _ERRORS for fault in faults):
        return _error_cells(faults)
    if all(fault.reason_code == "ambiguous_amount" for fault in faults):
        return UserFacingError(
            f"”{first.value}” i {first.cell} {_two_readings(first)}.",
            NOTHING_READ,
            "Välj decimaltecken för kolumnen.",
            code="F10",
        )
    count = len(rejected)
    what = "1 rad har fel" if count == 1 else f"{count} rader har fel"
    return UserFacingError(
        f"{what}. Det första är i cell {first.cell}: {first.reason.rstrip('.')}.",
        NOTHING_READ,
        _REPAIR,
        code="L21",
    )


def _error_cells(faults: Sequence[CellFault]) -> UserFacingError:
    first = faults[0]
    count = f"{len(faults)} celler" if len(faults) > 1 else "1 cell"
    errors = [fault for fault in faults if fault.reason_code == "error"]
    what = f"fel ({errors[0].value})" if errors else "formler utan sparat värde"
    place = f"den första är {first.cell}" if len(faults) > 1 else f"i {first.cell}"
    return UserFacingError(
        f"{count} i valda kolumner innehåller {what}, {place}.", NOTHING_READ, _REPAIR, code="F09"
    )


def _two_readings(fault: CellFault) -> str:
    """The end of the reader's sentence, which already names both readings."""
    start = fault.reason.find("kan betyda")
    return fault.reason[start:].rstrip(".") if start >= 0 else "kan läsas på två sätt"


def sum_findings(
    import_id: int, reading: LedgerReading, stated_ore: int | None, settings: Mapping[str, RuleSetting]
) -> tuple[Finding, ...]:
    """L18: the file's own total, its subtotals, and the total that the recipient has stated. Öre."""
    question = asked("L18", {**_ALWAYS_ASKED, **settings})
    assert question is not None
    return tuple(_sum_findings(import_id, reading, stated_ore, question))


def _sum_findings(
    import_id: int, reading: LedgerReading, stated_ore: int | None, question: Asked[NoParameters]
) -> Iterator[Finding]:
    imported = reading.control_total_ore
    if reading.file_total_ore is not None:
        found = ledger_rows.control_total(import_id, question, imported, reading.file_total_ore)
        if found is not None:
            yield found
    subject = Subject("ledger_import", import_id)
    if stated_ore is not None and stated_ore != imported:
        difference = abs(stated_ore - imported)
        yield question.finding(
            f"Inlästa rader är tillsammans {kronor(imported)} men mottagaren har uppgett "
            f"{kronor(stated_ore)}. Skillnaden är {kronor(difference)}. Fråga mottagaren vilka rader som "
            "saknas eller inte hör dit.",
            subject,
            ore=difference,
            evidence={"imported_ore": imported, "stated_ore": stated_ore},
        )
    for check in reading.subtotals:
        if not check.agrees and check.row != reading.file_total_row:
            difference = abs(check.stated_ore - check.computed_ore)
            yield question.finding(
                f"Rad {check.row}, ”{check.label}”, anger {kronor(check.stated_ore)} men raderna ovanför är "
                f"tillsammans {kronor(check.computed_ore)}. Kontrollera om rader saknas.",
                subject,
                ore=difference,
                evidence={"row": check.row, "stated_ore": check.stated_ore, "rows_ore": check.computed_ore},
            )


def cell_findings(
    import_id: int, reading: LedgerReading, settings: Mapping[str, RuleSetting]
) -> tuple[Finding, ...]:
    """L21: one finding per row that cannot be read, at its first faulty cell."""
    question = asked("L21", {**_ALWAYS_ASKED, **settings})
    assert question is not None
    return tuple(
        ledger_rows.unreadable_cell(import_id, question, row.sheet, row.row, row.cell, row.reason)
        for row in reading.rejected
    )

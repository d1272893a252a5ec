"""Ledger extracts for tests: rows in memory with a file of their own, and real small workbooks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

from sbdesk.domain.ledger import (
    CellFault,
    ColumnRole,
    ExcludedRow,
    LedgerLayout,
    LedgerReading,
    LedgerRow,
    RejectedRow,
    SheetInfo,
    SubtotalCheck,
)

HEADINGS = (
    "Ansvar",
    "Konto",
    "Kontonamn",
    "Projekt",
    "Ver.nr",
    "Ver.datum",
    "Fakturadatum",
    "Leverantör",
    "Fakturanr",
    "Text",
    "Belopp",
)
LAYOUT = LedgerLayout(
    sheet=None,
    header_row=1,
    columns={role: index for index, role in enumerate(ColumnRole)},
    titles={role: role.value for role in ColumnRole},
)


def row(number: int, account: str = "7010", amount: int = 10_000_00, **values: object) -> LedgerRow:
    """A booked row like those of a region: supplier, invoice and codes, cost in May 2026. Öre."""
    standing: dict[str, object] = {
        "sheet": None,
        "row": number,
        "voucher_series": None,
        "voucher": f"L{number:07d}",
        "booked_on": date(2026, 5, 20),
        "event_on": date(2026, 5, 15),
        "period": None,
        "service_period": None,
        "account": account,
        "account_name": None,
        "cost_centre": "1732",
        "project": "11466",
        "object": None,
        "counterparty_code": None,
        "supplier": "Nordvik Konsult AB",
        "invoice_number": f"9{number:07d}",
        "invoice_total_ore": None,
        "text": f"Uppdrag {number} maj 2026",
        "amount_ore": amount,
        "vat_ore": None,
        "occurrence": 1,
    }
    return LedgerRow(**{**standing, **values})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Extract:
    """What was read, and the file whose hash it carries."""

    path: Path
    reading: LedgerReading


@dataclass
class ExtractMaker:
    """Makes extracts in one folder; each has other bytes, so that none counts as the same file."""

    folder: Path
    made: int = field(default=0)

    def make(
        self,
        rows: Iterable[LedgerRow],
        *,
        excluded: Sequence[ExcludedRow] = (),
        rejected: Sequence[RejectedRow] = (),
        file_total_ore: int | None = None,
        subtotals: Sequence[SubtotalCheck] = (),
        layout: LedgerLayout = LAYOUT,
    ) -> Extract:
        """An extract of these rows, as the reader would give it."""
        self.made += 1
        kept = tuple(rows)
        path = self.folder / f"huvudbok_{self.made}.csv"
        content = f"övningsdata {self.made}\n".encode()
        path.write_bytes(content)
        reading = LedgerReading(
            file_name=path.name,
            sha256=hashlib.sha256(content).hexdigest(),
            sheets=(SheetInfo(layout.sheet, len(kept)),),
            layout=layout,
            rows=kept,
            excluded=tuple(excluded),
            rejected=tuple(rejected),
            rows_read=len(kept) + len(excluded) + len(rejected),
            control_total_ore=sum(each.amount_ore for each in kept),
            file_total_ore=file_total_ore,
            file_total_row=None if file_total_ore is None else 99,
            subtotals=tuple(subtotals),
        )
        return Extract(path, reading)


def fault(cell: str, value: str, reason: str, code: str) -> CellFault:
    return CellFault(cell, value, reason, code)


def write_workbook(path: Path, rows: Iterable[Sequence[object]], headings: Sequence[str] = HEADINGS) -> Path:
    """A workbook with a title row, the headings in row 3 and the rows after them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Blad1"
    sheet.append(["Huvudbok per ansvar"])
    sheet.append([])
    sheet.append(list(headings))
    for cells in rows:
        sheet.append(list(cells))
    book.save(path)
    return path


def workbook_row(
    account: str, name: str, voucher: str, booked: date, supplier: str | None, text: str, kronor: float | str
) -> list[object]:
    """A row of :data:`HEADINGS`; the invoice is dated on the booking day and numbered after the voucher."""
    day = datetime(booked.year, booked.month, booked.day)  # noqa: DTZ001 - Excel knows no time zone
    invoice = None if supplier is None else f"88{voucher[1:]}"
    return ["1732", account, name, "11466", voucher, day, day, supplier, invoice, text, kronor]

"""Writes a ledger back to Excel: with findings and verdicts, or the faulty rows for the recipient to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sbdesk.domain.ledger_layout import ROLE_TITLES, ColumnRole, column_name
from sbdesk.domain.ledger_rows import LedgerReading, LedgerRow
from sbdesk.domain.ore import Ore
from sbdesk.spreadsheets.write_table import Column, ColumnKind, Table, Value, write_workbook

_SOURCE_COLUMNS = (
    Column("Rad", ColumnKind.NUMBER, 7),
    Column(ROLE_TITLES[ColumnRole.VOUCHER_SERIES], width=12),
    Column(ROLE_TITLES[ColumnRole.VOUCHER]),
    Column(ROLE_TITLES[ColumnRole.BOOKED_ON], ColumnKind.DATE, 12),
    Column(ROLE_TITLES[ColumnRole.EVENT_ON], ColumnKind.DATE, 12),
    Column(ROLE_TITLES[ColumnRole.PERIOD], ColumnKind.NUMBER, 9),
    Column(ROLE_TITLES[ColumnRole.ACCOUNT], width=9),
    Column(ROLE_TITLES[ColumnRole.ACCOUNT_NAME], width=24),
    Column(ROLE_TITLES[ColumnRole.COST_CENTRE], width=10),
    Column(ROLE_TITLES[ColumnRole.PROJECT], width=10),
    Column(ROLE_TITLES[ColumnRole.OBJECT], width=10),
    Column(ROLE_TITLES[ColumnRole.COUNTERPARTY_CODE], width=9),
    Column(ROLE_TITLES[ColumnRole.SUPPLIER], width=26),
    Column(ROLE_TITLES[ColumnRole.INVOICE_NUMBER]),
    Column(ROLE_TITLES[ColumnRole.TEXT], width=40),
    Column(ROLE_TITLES[ColumnRole.AMOUNT], ColumnKind.MONEY),
)
_VERDICT_COLUMNS = (
    Column("Godkänt", ColumnKind.MONEY),
    Column("Underkänt", ColumnKind.MONEY),
    Column("Väntar på underlag", ColumnKind.MONEY),
    Column("Bedömning", width=22),
    Column("Fynd", width=60),
    Column("Kommentar", width=40),
)


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A ledger row with what was found and judged; amounts in öre."""

    row: LedgerRow
    accepted_ore: Ore
    rejected_ore: Ore
    parked_ore: Ore
    verdict: str
    findings: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """One finding, on a row or (row None) on the whole import; ``citation`` is the instruction's sentence."""

    row: int | None
    code: str
    title: str
    text: str
    ore: Ore | None = None
    citation: str = ""


def write_checked_ledger(
    path: Path,
    *,
    about: Sequence[tuple[str, str]],
    rows: Iterable[CheckedRow],
    findings: Iterable[CheckedFinding],
    totals: Sequence[tuple[str, Ore]],
) -> None:
    """Sheets ``Beskrivning``, ``Huvudbok``, ``Fynd`` and ``Summor``, amounts in öre."""
    finding_columns = (
        Column("Rad", ColumnKind.NUMBER, 7),
        Column("Kontroll", width=10),
        Column("Rubrik", width=34),
        Column("Fynd", width=70),
        Column("Belopp", ColumnKind.MONEY),
        Column("Anvisningen", width=70),
    )
    tables = [
        Table("Huvudbok", (*_SOURCE_COLUMNS, *_VERDICT_COLUMNS), (_checked_values(row) for row in rows)),
        Table(
            "Fynd",
            finding_columns,
            ((each.row, each.code, each.title, each.text, each.ore, each.citation) for each in findings),
        ),
        Table("Summor", (Column("Summa", width=44), Column("Belopp", ColumnKind.MONEY)), totals),
    ]
    write_workbook(path, tables, about=about)


def _checked_values(checked: CheckedRow) -> list[Value]:
    return [
        *_source_values(checked.row),
        checked.accepted_ore,
        checked.rejected_ore,
        checked.parked_ore,
        checked.verdict,
        "\n".join(checked.findings),
        checked.comment,
    ]


def _source_values(row: LedgerRow) -> list[Value]:
    return [
        row.row,
        row.voucher_series,
        row.voucher,
        row.booked_on,
        row.event_on,
        row.period,
        row.account,
        row.account_name,
        row.cost_centre,
        row.project,
        row.object,
        row.counterparty_code,
        row.supplier,
        row.invoice_number,
        row.text,
        row.amount_ore,
    ]


def write_rejected_rows(path: Path, reading: LedgerReading) -> None:
    """The rows that could not be read, with the reason per cell, to send back (”Spara rader med fel…”)."""
    width = max((len(row.raw) for row in reading.rejected), default=0)
    columns = (
        Column("Rad", ColumnKind.NUMBER, 7),
        Column("Cell", width=9),
        Column("Fel", width=60),
        *(Column(f"Kolumn {column_name(index)}") for index in range(width)),
    )
    sheet = reading.layout.sheet
    about = [
        ("Rader med fel", reading.file_name),
        ("Blad", sheet or "(textfil)"),
        ("Antal rader med fel", str(len(reading.rejected))),
        ("Vad som ska göras", "Rätta cellerna i originalfilen och skicka hela filen igen. Inget är inläst."),
        ("Filens SHA-256", reading.sha256),
    ]
    write_workbook(path, [Table("Rader med fel", columns, _rejected_values(reading, width))], about=about)


def _rejected_values(reading: LedgerReading, width: int) -> Iterator[list[Value]]:
    for rejected in reading.rejected:
        cells = ", ".join(fault.cell for fault in rejected.faults)
        reasons = " ".join(fault.reason for fault in rejected.faults)
        padding = [""] * (width - len(rejected.raw))
        yield [rejected.row, cells, reasons, *rejected.raw, *padding]

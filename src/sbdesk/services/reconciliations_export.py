"""Writes a reconciliation to Excel: every row with its verdict, findings and sums, or just what is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from sbdesk.domain.findings import Level
from sbdesk.domain.ledger_rows import LedgerRow
from sbdesk.domain.line_filter import LineFilter, LineSort
from sbdesk.services.changes import Done, Touched
from sbdesk.services.clock import SWEDEN
from sbdesk.services.reconciliations_lines import line_rows
from sbdesk.services.reconciliations_reading import page_of
from sbdesk.services.reconciliations_rows import FindingRow, LineRow, ReconciliationPage
from sbdesk.services.workplace import Workplace
from sbdesk.spreadsheets.write_ledger import CheckedFinding, CheckedRow, write_checked_ledger
from sbdesk.spreadsheets.write_table import Column, ColumnKind, Table, Value, write_csv, write_workbook
from sbdesk.store.queries import reconciliation_lines as rows
from sbdesk.store.records.ledgers import LedgerLineRecord

PIECE = 2_000
"""Rows read at a time, so that a large ledger never stands in memory as a whole."""

_SEEN = (
    Column("Ver.nr"),
    Column("Datum", ColumnKind.DATE, 12),
    Column("Avser", width=24),
    Column("Konto", width=9),
    Column("Text", width=40),
    Column("Motpart", width=26),
    Column("Fakturanr"),
    Column("Huvudbok", ColumnKind.MONEY),
    Column("Underkänt", ColumnKind.MONEY),
    Column("Godkänt", ColumnKind.MONEY),
    Column("Bedömning", width=22),
    Column("Feltyp", width=22),
    Column("Fynd", ColumnKind.NUMBER, 8),
)


class LedgerExport:
    """Files for the officer's own use; they change nothing."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def workbook(self, award_id: int, path: Path) -> Done:
        """Description, ledger with verdicts, findings and sums; UserFacingError if it cannot be saved."""
        with self.work.store.reading() as session:
            page = page_of(session, self.work, award_id)
            ids = rows.line_ids(session, award_id, LineFilter(), LineSort())
            of_line: dict[int, list[FindingRow]] = {}
            findings = [finding for group in page.groups for finding in group.findings]
            for finding in findings:
                if finding.line_id is not None:
                    of_line.setdefault(finding.line_id, []).append(finding)
            write_checked_ledger(
                path,
                about=self._about(page, "Hela huvudboken med bedömningar", len(ids)),
                rows=_checked(session, ids, of_line),
                findings=[_said(finding) for finding in findings],
                totals=[(figure.label, figure.ore) for figure in page.figures],
            )
        return Done(Touched.NOTHING, f"Sparade {path.name}: {len(ids)} rader.")

    def seen(self, award_id: int, ids: Sequence[int], shown_as: str, path: Path) -> Done:
        """The rows shown, in their order, as xlsx or (by the ending) csv; ``shown_as`` tells the filter."""
        with self.work.store.reading() as session:
            table = Table("Rader", _SEEN, _seen(session, ids))
            if path.suffix.lower() == ".csv":
                write_csv(path, table)
            else:
                page = page_of(session, self.work, award_id)
                write_workbook(path, [table], about=self._about(page, shown_as, len(ids)))
        return Done(Touched.NOTHING, f"Sparade {path.name}: {len(ids)} rader.")

    def _about(self, page: ReconciliationPage, shown_as: str, number: int) -> list[tuple[str, str]]:
        now = self.work.clock.now().astimezone(SWEDEN)
        return [
            ("Avstämning", f"{page.recipient}, {page.programme}"),
            ("Status", page.status.words),
            ("Urval", shown_as),
            ("Rader", str(number)),
            ("Skapad", f"{now:%Y-%m-%d %H.%M}"),
            *(("Huvudbok", f"{it.file_name}, {it.sheet or 'textfil'}") for it in page.sources),
        ]


def _pieces(session: Session, ids: Sequence[int]) -> Iterator[LineRow]:
    for start in range(0, len(ids), PIECE):
        yield from line_rows(session, ids[start : start + PIECE])


def _seen(session: Session, ids: Sequence[int]) -> Iterator[list[Value]]:
    for row in _pieces(session, ids):
        yield [
            row.voucher,
            row.booked_on,
            row.cost,
            row.account,
            row.text,
            row.counterparty,
            row.invoice,
            row.claimed_ore,
            row.rejected_ore,
            row.accepted_ore,
            row.judged_words,
            row.cause_words,
            row.findings,
        ]


def _checked(
    session: Session, ids: Sequence[int], of_line: dict[int, list[FindingRow]]
) -> Iterator[CheckedRow]:
    for start in range(0, len(ids), PIECE):
        piece = ids[start : start + PIECE]
        shown = {row.id: row for row in line_rows(session, piece)}
        for line, _verdict, supplier, _file, sheet in rows.line_rows(session, piece):
            row = shown[line.id]
            words = f"{row.judged_words} {row.cause_words}".strip()
            yield CheckedRow(
                row=_source(line, supplier, sheet),
                accepted_ore=row.accepted_ore or 0,
                rejected_ore=row.rejected_ore,
                parked_ore=row.parked_ore,
                verdict=words,
                findings=tuple(f"{it.level.swedish}: {it.text}" for it in of_line.get(line.id, [])),
                comment=row.comment,
            )


def _source(line: LedgerLineRecord, supplier: str | None, sheet: str | None) -> LedgerRow:
    return LedgerRow(
        sheet=sheet,
        row=line.source_row,
        voucher_series=line.voucher_series,
        voucher=line.voucher,
        booked_on=line.booked_on,
        event_on=line.event_on,
        period=line.period,
        service_period=None,
        account=line.account,
        account_name=line.account_name,
        cost_centre=line.cost_centre,
        project=line.project,
        object=line.object,
        counterparty_code=None,
        supplier=supplier or line.counterparty_text,
        invoice_number=line.invoice_number,
        invoice_total_ore=line.invoice_total_ore,
        text=line.text,
        amount_ore=line.amount_ore,
        vat_ore=line.vat_ore,
        occurrence=1,
    )


def _said(finding: FindingRow) -> CheckedFinding:
    level = "" if finding.level is Level.NOTE else f"{finding.level.swedish}: "
    return CheckedFinding(
        finding.place, finding.code, finding.title, level + finding.text, finding.ore, finding.quote
    )

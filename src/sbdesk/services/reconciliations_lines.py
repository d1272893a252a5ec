"""Shows the ledger rows of an award, a page at a time, and one row with its findings and its origin."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineFilter, LineSort
from sbdesk.domain.ore import format_ore
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.verdicts import Judgement, judged_as
from sbdesk.services.ledger_findings_asking import voucher_label
from sbdesk.services.reconciliations_checks import TITLES
from sbdesk.services.reconciliations_rows import FindingRow, LineDetail, LineRow
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import reconciliation_lines as rows
from sbdesk.store.queries.reconciliation_findings import StoredFinding, findings_of_line
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord


class LedgerLines:
    """The rows behind the paged table; reads only."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def ids(self, award_id: int, wanted: LineFilter, sort: LineSort | None = None) -> list[int]:
        """The ids of the rows that meet the filter, in order."""
        with self.work.store.reading() as session:
            return rows.line_ids(session, award_id, wanted, sort or LineSort())

    def rows(self, ids: Sequence[int]) -> list[LineRow]:
        """These rows, in the order of ``ids``; ids that are gone are left out."""
        with self.work.store.reading() as session:
            return line_rows(session, ids)

    def detail(self, line_id: int) -> LineDetail:
        """One row with findings, quotes and provenance; LookupError when it is gone."""
        with self.work.store.reading() as session:
            found = rows.line_rows(session, [line_id])
            if not found:
                raise LookupError(line_id)
            line, verdict, supplier, file_name, sheet = found[0]
            return LineDetail(
                row=line_rows(session, [line_id])[0],
                findings=tuple(finding_row(it) for it in findings_of_line(session, line_id)),
                file_name=file_name,
                sheet=sheet,
                columns=_columns(line, supplier),
                ground=_ground(session, verdict),
                group=_group(session, verdict),
            )


def line_rows(session: Session, ids: Sequence[int]) -> list[LineRow]:
    """These rows, in the order of ``ids``, in the caller's transaction."""
    marks = rows.finding_marks(session, ids)
    return [_row(shown, *marks.get(shown.id, (None, 0))) for shown in rows.shown_rows(session, ids)]


def _row(it: Row[*tuple[Any, ...]], level: Level | None, findings: int) -> LineRow:
    judgement = None
    if it.judged is not None:
        judgement = Judgement(rejected_ore=it.rejected_ore, parked_ore=it.parked_ore)
    return LineRow(
        id=it.id,
        source_row=it.source_row,
        part=it.part,
        voucher=voucher_label(it.voucher_series, it.voucher),
        booked_on=it.booked_on,
        cost=time_in_words(it.cost_from, it.cost_to),
        account=it.account,
        account_name=it.account_name or "",
        text=it.text,
        counterparty=it.supplier or it.counterparty_text or "",
        invoice=it.invoice_number or "",
        amount_ore=it.amount_ore,
        claimed_ore=it.claimed_ore,
        rejected_ore=it.rejected_ore,
        parked_ore=it.parked_ore,
        accepted_ore=None if it.parked_ore else it.claimed_ore - it.rejected_ore,
        judged=judged_as(it.claimed_ore, judgement),
        cause=it.cause,
        evidence_due_on=it.evidence_due_on,
        comment=it.comment or "",
        level=level,
        findings=findings,
    )


def time_in_words(first: date | None, last: date | None) -> str:
    """``2026-04``, ``2026-04-29`` or ``2026-11-15–2027-01-14``; empty when unknown."""
    if first is None:
        return ""
    if last is None or last == first:
        return first.isoformat()
    last_of_month = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=last_of_month):
        return first.isoformat()[:7]
    return f"{first.isoformat()}–{last.isoformat()}"


def finding_row(it: StoredFinding) -> FindingRow:
    """A finding as shown: its title, and whether a verdict or a reason stands against it."""
    of_line = it.subject_kind == "ledger_line"
    return FindingRow(
        id=it.id,
        code=it.rule_code,
        level=it.level,
        title=TITLES.get(it.rule_code, it.rule_code),
        text=it.message,
        ore=it.ore,
        line_id=it.subject_id if of_line else None,
        other_line_id=it.other_id if it.other_kind == "ledger_line" else None,
        place=it.place,
        state=it.state,
        answered=it.state is FindingState.DISMISSED or it.judged,
        reason=it.reason or "",
        quote=it.quote,
        source=it.source,
        heading=it.heading,
        quote_line=it.line,
    )


def _columns(line: LedgerLineRecord, supplier: str | None) -> tuple[tuple[str, str], ...]:
    shown: list[tuple[str, Any]] = [
        ("Verifikation", voucher_label(line.voucher_series, line.voucher)),
        ("Bokföringsdag", line.booked_on),
        ("Händelsedag", line.event_on),
        ("Period", line.period),
        ("Avser", time_in_words(line.cost_from, line.cost_to)),
        ("Avser enligt", line.cost_basis.swedish if line.cost_basis else None),
        ("Konto", f"{line.account} {line.account_name or ''}".strip()),
        ("Kostnadsställe", line.cost_centre),
        ("Projekt", line.project),
        ("Objekt", line.object),
        ("Motpart", supplier or line.counterparty_text),
        ("Fakturanummer", line.invoice_number),
        ("Text", line.text),
        ("Belopp i huvudboken", format_ore(line.amount_ore)),
        ("Redovisat i bidraget", format_ore(line.claimed_ore)),
        ("Moms", None if line.vat_ore is None else format_ore(line.vat_ore)),
    ]
    return tuple((name, str(value)) for name, value in shown if value not in (None, ""))


def _ground(session: Session, verdict: LineVerdictRecord | None) -> str:
    if verdict is None or verdict.ground_id is None:
        return ""
    return session.get_one(RecoveryGroundRecord, verdict.ground_id).title


def _group(session: Session, verdict: LineVerdictRecord | None) -> tuple[str, ...]:
    """The vouchers of the other rows of a reversal that were judged together with this one."""
    if verdict is None or verdict.group_id is None or not verdict.rejected_ore:
        return ()
    found = session.execute(
        select(LedgerLineRecord.voucher_series, LedgerLineRecord.voucher, LedgerLineRecord.source_row)
        .join(LineVerdictRecord, LineVerdictRecord.line_id == LedgerLineRecord.id)
        .where(LineVerdictRecord.group_id == verdict.group_id, LineVerdictRecord.line_id != verdict.line_id)
        .order_by(LedgerLineRecord.id)
    )
    return tuple(voucher_label(series, voucher) or f"rad {place}" for series, voucher, place in found)

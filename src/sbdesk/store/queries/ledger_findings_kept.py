"""Reads the kept findings of an award with their rows in the file and the sentence that grounds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, and_, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session, aliased

from sbdesk.domain.reconciliation import FindingState
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord, QuoteSpanRecord
from sbdesk.store.records.reconciliations import FindingRecord

Rows: TypeAlias = Sequence[Row[*tuple[Any, ...]]]


def holding(session: Session, award_id: int) -> Rows:
    """(finding, sheet, row, other row, import's id) of the findings that hold; None where there is none."""
    line, other, read = LedgerLineRecord, aliased(LedgerLineRecord), LedgerImportRecord
    finding = FindingRecord
    return session.execute(
        select(
            finding,
            read.sheet.label("sheet"),
            line.source_row.label("row"),
            other.source_row.label("other_row"),
            read.id.label("import_id"),
        )
        .join(line, and_(finding.subject_kind == "ledger_line", line.id == finding.subject_id), isouter=True)
        .join(other, and_(finding.other_kind == "ledger_line", other.id == finding.other_id), isouter=True)
        .join(
            read,
            or_(
                read.id == line.import_id,
                and_(finding.subject_kind == "ledger_import", read.id == finding.subject_id),
            ),
            isouter=True,
        )
        .where(finding.award_id == award_id, finding.state != FindingState.GONE)
        .where(finding.rule_code.like("L%"))
    ).all()


def sentences(session: Session, fact_ids: set[int]) -> dict[int, str]:
    """The quote of each fact, else its statute."""
    statutes = session.execute(
        select(ProgrammeFactRecord.id, ProgrammeFactRecord.statute).where(
            ProgrammeFactRecord.id.in_(fact_ids)
        )
    )
    found = {number: statute for number, statute in statutes if statute is not None}
    spans: dict[int, list[str]] = {}
    for number, quote in session.execute(
        select(QuoteSpanRecord.fact_id, QuoteSpanRecord.quote)
        .where(QuoteSpanRecord.fact_id.in_(fact_ids))
        .order_by(QuoteSpanRecord.fact_id, QuoteSpanRecord.ordinal)
    ):
        spans.setdefault(number, []).append(quote)
    return found | {number: " ".join(parts) for number, parts in spans.items()}


def let_go(session: Session, import_id: int) -> int:
    """End the findings about an import as such (L18), which go with it; the number of them."""
    result = session.execute(
        update(FindingRecord)
        .where(
            FindingRecord.subject_kind == "ledger_import",
            FindingRecord.subject_id == import_id,
            FindingRecord.state != FindingState.GONE,
        )
        .values(state=FindingState.GONE, version=FindingRecord.version + 1)
        .execution_options(synchronize_session="fetch")
    )
    assert isinstance(result, CursorResult)
    return int(result.rowcount)

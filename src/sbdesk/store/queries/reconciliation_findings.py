"""Findings of an award with the sentence that grounds them, and what hinders its reconciliation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.findings import Level
from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation import FindingState
from sbdesk.store.queries.reconciliation_lines import chunks
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord, ProgrammeRecord, QuoteSpanRecord
from sbdesk.store.records.reconciliations import FindingRecord, LineVerdictRecord

_Finding = FindingRecord


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as kept, with its sentence; ``line`` is where the instruction says it once it is loaded.

    ``judged``: it belongs to a row that has a verdict. ``place`` is the row in the file, None for others.
    """

    id: int
    rule_code: str
    level: Level
    subject_kind: str
    subject_id: int
    other_kind: str | None
    other_id: int | None
    ore: Ore | None
    message: str
    state: FindingState
    reason: str | None
    judged: bool
    place: int | None
    fact_id: int | None
    quote: str
    heading: str
    source: str
    line: int | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    quote: str = ""
    heading: str = ""
    source: str = ""
    line: int | None = None


def findings_of_award(session: Session, award_id: int) -> list[StoredFinding]:
    """Every finding that still holds, the heaviest first, then by code and row."""
    held = _Finding.state.in_((FindingState.OPEN, FindingState.DISMISSED))
    return _found(session, [_Finding.award_id == award_id, held])


def findings_of_line(session: Session, line_id: int) -> list[StoredFinding]:
    """The findings about the row, or in which it is the other row."""
    about = and_(_Finding.subject_kind == "ledger_line", _Finding.subject_id == line_id)
    other = and_(_Finding.other_kind == "ledger_line", _Finding.other_id == line_id)
    held = _Finding.state.in_((FindingState.OPEN, FindingState.DISMISSED))
    return _found(session, [or_(about, other), held])


def _found(session: Session, conditions: Sequence[Any]) -> list[StoredFinding]:
    rank = case({level.value: level.rank for level in Level}, value=_Finding.severity, else_=len(Level))
    of_line = and_(_Finding.subject_kind == "ledger_line", LedgerLineRecord.id == _Finding.subject_id)
    query = (
        select(_Finding, LedgerLineRecord.source_row, LineVerdictRecord.line_id)
        .join(LedgerLineRecord, of_line, isouter=True)
        .join(LineVerdictRecord, LineVerdictRecord.line_id == LedgerLineRecord.id, isouter=True)
        .where(*conditions)
        .order_by(rank, _Finding.rule_code, LedgerLineRecord.source_row, _Finding.id)
    )
    rows = list(session.execute(query))
    sentences = _sentences(session, sorted({row[0].fact_id for row in rows if row[0].fact_id is not None}))
    return [_stored(*row, sentences) for row in rows]


def _stored(
    record: FindingRecord, source_row: int | None, judged: int | None, sentences: dict[int, _Sentence]
) -> StoredFinding:
    sentence = sentences.get(record.fact_id or 0, _Sentence())
    return StoredFinding(
        id=record.id,
        rule_code=record.rule_code,
        level=record.severity,
        subject_kind=record.subject_kind,
        subject_id=record.subject_id,
        other_kind=record.other_kind,
        other_id=record.other_id,
        ore=record.amount_ore,
        message=record.message,
        state=record.state,
        reason=record.reason,
        judged=judged is not None,
        place=source_row,
        fact_id=record.fact_id,
        quote=sentence.quote,
        heading=sentence.heading,
        source=sentence.source,
        line=sentence.line,
    )


def _sentences(session: Session, fact_ids: Sequence[int]) -> dict[int, _Sentence]:
    spans: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    heads: dict[int, tuple[str, str]] = {}
    for part in chunks(fact_ids):
        facts = session.execute(
            select(ProgrammeFactRecord, ProgrammeRecord.short_title)
            .join(ProgrammeRecord, ProgrammeRecord.id == ProgrammeFactRecord.programme_id)
            .where(ProgrammeFactRecord.id.in_(part))
        )
        for fact, title in facts:
            heads[fact.id] = (fact.heading or fact.statute or "", title)
        quotes = session.execute(
            select(QuoteSpanRecord.fact_id, QuoteSpanRecord.quote, QuoteSpanRecord.line)
            .where(QuoteSpanRecord.fact_id.in_(part))
            .order_by(QuoteSpanRecord.fact_id, QuoteSpanRecord.ordinal)
        )
        for fact_id, quote, line in quotes:
            spans[fact_id].append((quote, line))
    return {
        fact_id: _Sentence(
            " ".join(quote for quote, _ in spans[fact_id]),
            heading,
            title,
            spans[fact_id][0][1] if spans[fact_id] else None,
        )
        for fact_id, (heading, title) in heads.items()
    }


def imports_of_award(session: Session, award_id: int) -> list[LedgerImportRecord]:
    """The live imports of the award, in the order they were read."""
    return list(
        session.scalars(
            select(LedgerImportRecord)
            .where(LedgerImportRecord.award_id == award_id, LedgerImportRecord.state == "live")
            .order_by(LedgerImportRecord.id)
        )
    )

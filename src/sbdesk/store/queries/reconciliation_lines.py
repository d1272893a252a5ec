"""Ledger rows of an award with their verdicts, a page at a time and in any order the officer asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, case, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import invoice_key
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.line_filter import LineFilter, LineOrder, LineSort, LineView
from sbdesk.domain.line_search import LineSearch
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.sort_keys import name_key, text_key
from sbdesk.domain.verdicts import Judged
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.parties import SupplierRecord
from sbdesk.store.records.reconciliations import FindingRecord, LineVerdictRecord

_Line, _Verdict, _Finding = LedgerLineRecord, LineVerdictRecord, FindingRecord
Condition: TypeAlias = ColumnElement[bool]
Query: TypeAlias = Select[*tuple[Any, ...]]
HEAVY = (Level.STOP, Level.DEVIATION)
"""Findings that need a verdict."""

CHUNK = 500
"""How many ids go into one statement."""


def chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """The ids in pieces small enough for one statement."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def joined(query: Query) -> Query:
    """The query's ledger lines with live import, verdict and supplier."""
    return (
        query.join(LedgerImportRecord, LedgerImportRecord.id == _Line.import_id)
        .join(_Verdict, _Verdict.line_id == _Line.id, isouter=True)
        .join(SupplierRecord, SupplierRecord.id == _Line.supplier_id, isouter=True)
        .where(LedgerImportRecord.state == ImportState.LIVE)
    )


def line_ids(session: Session, award_id: int, wanted: LineFilter, sort: LineSort) -> list[int]:
    """The ids of the rows shown, in order."""
    query = joined(select(_Line.id)).where(_Line.award_id == award_id, *_conditions(award_id, wanted))
    order = [
        column.desc().nulls_last() if sort.descending else column.asc().nulls_last()
        for column in _order(award_id, sort.by)
    ]
    return list(session.scalars(query.order_by(*order, _Line.import_id, _Line.source_row, _Line.part)))


def line_rows(session: Session, ids: Sequence[int]) -> list[Row[*tuple[Any, ...]]]:
    """(line, verdict or None, supplier's name, file, sheet) of each id, in the order of ``ids``."""
    found: dict[int, Row[*tuple[Any, ...]]] = {}
    for part in chunks(ids):
        query = joined(
            select(
                _Line, _Verdict, SupplierRecord.name, LedgerImportRecord.file_name, LedgerImportRecord.sheet
            )
        )
        for row in session.execute(query.where(_Line.id.in_(part))):
            found[row[0].id] = row
    return [found[line_id] for line_id in ids if line_id in found]


_SHOWN = (
    _Line.id,
    _Line.source_row,
    _Line.part,
    _Line.voucher_series,
    _Line.voucher,
    _Line.booked_on,
    _Line.cost_from,
    _Line.cost_to,
    _Line.account,
    _Line.account_name,
    _Line.text,
    SupplierRecord.name.label("supplier"),
    _Line.counterparty_text,
    _Line.invoice_number,
    _Line.amount_ore,
    _Line.claimed_ore,
    _Verdict.line_id.label("judged"),
    func.coalesce(_Verdict.rejected_ore, 0).label("rejected_ore"),
    func.coalesce(_Verdict.parked_ore, 0).label("parked_ore"),
    _Verdict.cause,
    _Verdict.evidence_due_on,
    _Verdict.comment,
)


def shown_rows(session: Session, ids: Sequence[int]) -> list[Row[*tuple[Any, ...]]]:
    """What the table shows of each id, in the order of ``ids``; plain columns, read at every key."""
    found: dict[int, Row[*tuple[Any, ...]]] = {}
    for part in chunks(ids):
        for row in session.execute(joined(select(*_SHOWN)).where(_Line.id.in_(part))):
            found[row.id] = row
    return [found[line_id] for line_id in ids if line_id in found]


def finding_marks(session: Session, ids: Sequence[int]) -> dict[int, tuple[Level, int]]:
    """The heaviest level and the number of open findings of each row that has any."""
    found: dict[int, tuple[Level, int]] = {}
    for part in chunks(ids):
        rows = session.execute(
            select(_Finding.subject_id, func.min(_rank()), func.count())
            .where(*_open(), _Finding.subject_id.in_(part))
            .group_by(_Finding.subject_id)
        )
        for line_id, rank, number in rows:
            found[line_id] = (next(level for level in Level if level.rank == rank), number)
    return found


def lines_with_finding(award_id: int, *levels: Level, rule: str | None = None) -> Condition:
    """Whether a row has an open finding of these levels (none: any) and this code."""
    query = select(_Finding.subject_id).where(_Finding.award_id == award_id, *_open())
    if levels:
        query = query.where(_Finding.severity.in_(levels))
    if rule is not None:
        query = query.where(_Finding.rule_code == rule)
    return _Line.id.in_(query)


def _open() -> tuple[Condition, Condition]:
    return _Finding.subject_kind == "ledger_line", _Finding.state == FindingState.OPEN


def _rank() -> ColumnElement[int]:
    return case({level.value: level.rank for level in Level}, value=_Finding.severity, else_=len(Level))


def judged_condition(kind: Judged) -> Condition:
    """Whether a row's verdict comes to ``kind``."""
    whole = _Verdict.rejected_ore == _Line.claimed_ore
    rejected = _Verdict.rejected_ore != 0
    return {
        Judged.NOT: _Verdict.line_id.is_(None),
        Judged.APPROVED: and_(_Verdict.rejected_ore == 0, _Verdict.parked_ore == 0),
        Judged.REJECTED: and_(rejected, whole),
        Judged.PARTLY: and_(rejected, _Verdict.rejected_ore != _Line.claimed_ore),
        Judged.PARKED: _Verdict.parked_ore != 0,
    }[kind]


def _conditions(award_id: int, wanted: LineFilter) -> list[Condition]:
    heavy = lines_with_finding(award_id, *HEAVY)
    unjudged = judged_condition(Judged.NOT)
    conditions: list[Condition] = {
        LineView.ALL: [],
        LineView.TO_JUDGE: [heavy, unjudged],
        LineView.DEVIATIONS: [heavy],
        LineView.UNJUDGED: [unjudged],
        LineView.REJECTED: [_Verdict.rejected_ore != 0],
        LineView.PARKED: [_Verdict.parked_ore != 0],
    }[wanted.view]
    if wanted.levels:
        conditions.append(lines_with_finding(award_id, *wanted.levels))
    if wanted.cause is not None:
        conditions.append(_Verdict.cause == wanted.cause)
    if wanted.rule is not None:
        conditions.append(lines_with_finding(award_id, rule=wanted.rule))
    return conditions + _searched(award_id, wanted.search)


def _searched(award_id: int, search: LineSearch) -> list[Condition]:
    conditions = [_holds(word) for word in search.words]
    conditions += [~_holds(word) for word in search.without]
    conditions += [_supplier_holds(name) for name in search.suppliers]
    conditions += [_lower(_voucher()).contains(voucher, autoescape=True) for voucher in search.vouchers]
    conditions += [_Line.claimed_ore.between(low, high) for low, high in search.amounts]
    conditions += [_Line.booked_on.between(first, last) for first, last in search.days]
    if search.accounts:
        conditions.append(or_(*(_account(low, high) for low, high in search.accounts)))
    if search.levels:
        conditions.append(lines_with_finding(award_id, *search.levels))
    conditions += [lines_with_finding(award_id, rule=rule) for rule in sorted(search.rules)]
    if search.judged:
        conditions.append(or_(*(judged_condition(kind) for kind in sorted(search.judged))))
    return conditions


def _holds(word: str) -> Condition:
    key = invoice_key(word)
    return or_(
        _Line.text_key.contains(text_key(word), autoescape=True),
        _supplier_holds(word),
        _lower(_voucher()).contains(word.casefold(), autoescape=True),
        _Line.account == word,
        func.coalesce(_Line.invoice_key, "").contains(key, autoescape=True) if key else false(),
    )


def _supplier_holds(word: str) -> Condition:
    key = name_key(word)
    return func.coalesce(SupplierRecord.name_key, "").contains(key, autoescape=True) if key else false()


def _voucher() -> ColumnElement[str]:
    series = func.coalesce(_Line.voucher_series, "")
    return series + func.coalesce(_Line.voucher, "")


def _lower(column: ColumnElement[str]) -> ColumnElement[str]:
    return func.lower(column)


def _account(low: str, high: str) -> Condition:
    if not high:
        return _Line.account.startswith(low, autoescape=True)
    return and_(_Line.account >= low, _Line.account <= high + "~")


def _order(award_id: int, by: LineOrder) -> Sequence[ColumnElement[Any] | InstrumentedAttribute[Any]]:
    if by is LineOrder.FINDINGS:
        heaviest = (
            select(func.min(_rank()))
            .where(*_open(), _Finding.award_id == award_id, _Finding.subject_id == _Line.id)
            .scalar_subquery()
        )
        return [heaviest]
    rejected = func.coalesce(_Verdict.rejected_ore, 0)
    taken = rejected + func.coalesce(_Verdict.parked_ore, 0)
    orders: dict[LineOrder, list[Any]] = {
        LineOrder.SOURCE: [],
        LineOrder.VOUCHER: [_Line.voucher_series, _Line.voucher],
        LineOrder.BOOKED: [_Line.booked_on],
        LineOrder.COST: [_Line.cost_from, _Line.cost_to],
        LineOrder.ACCOUNT: [_Line.account],
        LineOrder.TEXT: [_Line.text_key],
        LineOrder.COUNTERPARTY: [SupplierRecord.name_key],
        LineOrder.INVOICE: [_Line.invoice_key],
        LineOrder.CLAIMED: [_Line.claimed_ore],
        LineOrder.REJECTED: [rejected],
        LineOrder.ACCEPTED: [_Line.claimed_ore - taken],
        LineOrder.JUDGED: [_judged_rank()],
        LineOrder.CAUSE: [_Verdict.cause],
    }
    if by is LineOrder.SOURCE:
        return [_Line.import_id, _Line.source_row, _Line.part]
    return orders[by]


def _judged_rank() -> ColumnElement[int]:
    return case(*((judged_condition(kind), number) for number, kind in enumerate(Judged)), else_=len(Judged))

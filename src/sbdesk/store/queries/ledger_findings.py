"""Finds, in one award's live ledger lines, the rows that the ledger checks ask about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from sbdesk.domain.cost_month import CostBasis
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.ledger_import import ImportState
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.parties import SupplierRecord

Line: TypeAlias = Row[*tuple[Any, ...]]
"""A line's columns as selected by :data:`_COLUMNS`."""

_LINE = LedgerLineRecord
_COLUMNS = (
    _LINE.id,
    _LINE.import_id,
    _LINE.source_row,
    _LINE.account,
    _LINE.account_name,
    _LINE.account_class,
    _LINE.amount_ore,
    _LINE.claimed_ore,
    _LINE.voucher_series,
    _LINE.voucher,
    _LINE.booked_on,
    _LINE.event_on,
    _LINE.period,
    _LINE.cost_from,
    _LINE.cost_to,
    _LINE.cost_basis,
    _LINE.supplier_id,
    SupplierRecord.name.label("supplier"),
    _LINE.counterparty_text,
    _LINE.invoice_number,
    _LINE.invoice_key,
    _LINE.cost_centre,
    _LINE.project,
    _LINE.object,
    _LINE.text,
    _LINE.text_key,
)
_TIMED = (CostBasis.STATED, CostBasis.TEXT, CostBasis.EVENT)
"""When the cost arose is known; a booking day alone never makes a finding."""
_RESERVED = ("%reserv%", "%periodiser%", "%upplup%")
"""A wide net over text keys; :func:`sbdesk.domain.cost_month.mentions_accrual` decides."""


@dataclass(frozen=True, slots=True)
class RowsOfImport:
    """How many rows of an import something is true of, and their claimed sum in öre."""

    import_id: int
    rows: int
    claimed_ore: int
    no_voucher: int = 0
    no_counterparty: int = 0


def _live(award_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        _LINE.award_id == award_id,
        _LINE.claimed_ore != 0,
        LedgerImportRecord.state == ImportState.LIVE,
    )


def _lines(award_id: int, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(*_COLUMNS)
        .join(LedgerImportRecord, LedgerImportRecord.id == _LINE.import_id)
        .join(SupplierRecord, SupplierRecord.id == _LINE.supplier_id, isouter=True)
        .where(*_live(award_id), *conditions)
        .order_by(_LINE.import_id, _LINE.source_row, _LINE.part)
    )


def _all(session: Session, query: Select[*tuple[Any, ...]]) -> list[Line]:
    return list(session.execute(query))


def outside(session: Session, award_id: int, first: date, last: date) -> list[Line]:
    """L01, L04: rows whose known time lies before ``first`` or after ``last``, wholly or in part."""
    return _all(
        session,
        _lines(award_id, _LINE.cost_basis.in_(_TIMED), or_(_LINE.cost_from < first, _LINE.cost_to > last)),
    )


def _maybe_accrual() -> ColumnElement[bool]:
    return or_(
        _LINE.account_class == AccountClass.ACCRUAL,
        _LINE.period % 100 == 13,
        *(_LINE.text_key.like(pattern) for pattern in _RESERVED),
    )


def reserved(session: Session, award_id: int) -> list[Line]:
    """L02, L05: rows on accrual accounts, in period 13, or whose text may speak of a reservation."""
    return _all(session, _lines(award_id, _maybe_accrual()))


def booked_after(session: Session, award_id: int, first: date, last: date) -> list[Line]:
    """L03: rows booked after ``last`` for a cost inside the period."""
    return _all(
        session, _lines(award_id, _LINE.booked_on > last, _LINE.cost_from >= first, _LINE.cost_to <= last)
    )


def negative(session: Session, award_id: int) -> list[Line]:
    """L07, L20: every row that lowers the cost."""
    return _all(session, _lines(award_id, _LINE.claimed_ore < 0))


def mirrored(session: Session, award_id: int) -> list[Line]:
    """L07: the positive rows that a negative row of the same amount may cancel.

    The amounts are a list of their own, made once; a join took SQLite a look at every row for each of them.
    """
    other = aliased(LedgerLineRecord)
    amounts = select(-other.amount_ore).where(other.award_id == award_id, other.claimed_ore < 0)
    return _all(session, _lines(award_id, _LINE.claimed_ore > 0, _LINE.amount_ore.in_(amounts)))


_SAME_ROW = (
    "account",
    "text_key",
    "amount_ore",
    "voucher_series",
    "voucher",
    "supplier_id",
    "invoice_key",
    "cost_centre",
    "project",
    "object",
)
_SAME_INVOICE = ("supplier_id", "invoice_key", "account", "amount_ore")


def repeated_rows(session: Session, award_id: int) -> list[list[Line]]:
    """L06: rows with the same voucher, account, text, amount, sender and codes; not pay or internal rows.

    Pay and internal rows repeat lawfully without an invoice: two people earn the same.
    """
    alike = and_(
        _LINE.voucher.is_not(None),
        or_(
            _LINE.invoice_key.is_not(None),
            _LINE.account_class.not_in((AccountClass.PERSONNEL, AccountClass.INTERNAL)),
        ),
    )
    return _groups(session, award_id, _SAME_ROW, alike)


def repeated_invoices(session: Session, award_id: int) -> list[list[Line]]:
    """L06: the same invoice with the same account and amount in several vouchers."""
    groups = _groups(
        session, award_id, _SAME_INVOICE, and_(_LINE.supplier_id.is_not(None), _LINE.invoice_key.is_not(None))
    )
    return [group for group in groups if len({(row.voucher_series, row.voucher) for row in group}) > 1]


def _groups(
    session: Session, award_id: int, names: Collection[str], condition: ColumnElement[bool]
) -> list[list[Line]]:
    """The positive rows that agree in ``names`` with another, group by group in file order."""
    columns = [getattr(_LINE, name) for name in names]
    rows = func.count().over(partition_by=columns).label("alike")
    first = func.min(_LINE.id).over(partition_by=columns).label("first_id")
    inner = (
        select(_LINE.id.label("line_id"), rows, first)
        .join(LedgerImportRecord, LedgerImportRecord.id == _LINE.import_id)
        .where(*_live(award_id), _LINE.claimed_ore > 0, condition)
        .subquery()
    )
    query = (
        _lines(award_id)
        .add_columns(inner.c.first_id)
        .join(inner, inner.c.line_id == _LINE.id)
        .where(inner.c.alike > 1)
    )
    groups: dict[int, list[Line]] = {}
    for row in session.execute(query):
        groups.setdefault(row.first_id, []).append(row)
    return list(groups.values())


def input_vat(session: Session, award_id: int) -> list[Line]:
    """L08: rows on accounts for input tax, or whose amount holds its tax of 25, 12 or 6 per cent (±1 öre)."""
    gross = or_(
        *(
            func.abs(_LINE.vat_ore * (100 + rate) - _LINE.amount_ore * rate) <= 100 + rate
            for rate in (25, 12, 6)
        )
    )
    held = and_(_LINE.vat_ore.is_not(None), _LINE.vat_ore != 0, gross)
    return _all(session, _lines(award_id, or_(_LINE.account_class == AccountClass.VAT, held)))


def grant_income(session: Session, award_id: int) -> list[Line]:
    """L09: income of grants among the claimed rows."""
    return _all(session, _lines(award_id, _LINE.account_class == AccountClass.GRANT_INCOME))


def without_code(session: Session, award_id: int) -> list[RowsOfImport]:
    """L16: per import, the rows that have neither cost centre, project nor object."""
    lacking = and_(_LINE.cost_centre.is_(None), _LINE.project.is_(None), _LINE.object.is_(None))
    query = (
        select(_LINE.import_id, func.count(), func.sum(_LINE.claimed_ore))
        .join(LedgerImportRecord, LedgerImportRecord.id == _LINE.import_id)
        .where(*_live(award_id), lacking)
        .group_by(_LINE.import_id)
        .order_by(_LINE.import_id)
    )
    return [RowsOfImport(number, rows, int(ore)) for number, rows, ore in session.execute(query)]


def without_source(session: Session, award_id: int) -> list[RowsOfImport]:
    """L19: per import, rows without voucher number, purchases without counterparty; never internal rows."""
    no_voucher = and_(_LINE.voucher.is_(None), _LINE.account_class != AccountClass.INTERNAL)
    no_counterparty = and_(
        _LINE.account_class == AccountClass.PURCHASE,
        _LINE.supplier_id.is_(None),
        _LINE.counterparty_text.is_(None),
    )
    query = (
        select(
            _LINE.import_id,
            func.count(),
            func.sum(_LINE.claimed_ore),
            func.sum(case((no_voucher, 1), else_=0)),
            func.sum(case((no_counterparty, 1), else_=0)),
        )
        .join(LedgerImportRecord, LedgerImportRecord.id == _LINE.import_id)
        .where(*_live(award_id), or_(no_voucher, no_counterparty))
        .group_by(_LINE.import_id)
        .order_by(_LINE.import_id)
    )
    return [
        RowsOfImport(number, rows, int(ore), int(vouchers), int(counterparties))
        for number, rows, ore, vouchers, counterparties in session.execute(query)
    ]

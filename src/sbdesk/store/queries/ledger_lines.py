"""Puts many ledger lines into the database as fast as it takes them, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from sbdesk.store.records.ledgers import ExcludedRowRecord
from sbdesk.store.records.parties import SupplierRecord

BATCH = 1_000
"""Rows between two looks at whether the officer has cancelled."""

Told = Callable[[int], None]
"""Called with the number of rows kept so far; may raise to stop, which undoes everything."""


class LineValues(NamedTuple):
    """The columns of one new ledger line, in the order in which they are written. Öre and days."""

    recipient_id: int
    import_id: int
    source_row: int
    part: int
    award_id: int
    voucher_series: str | None
    voucher: str | None
    booked_on: date | None
    event_on: date | None
    period: int | None
    cost_from: date | None
    cost_to: date | None
    cost_basis: str | None
    account: str
    account_name: str | None
    account_class: str
    cost_centre: str | None
    project: str | None
    object: str | None
    supplier_id: int | None
    counterparty_text: str | None
    invoice_number: str | None
    invoice_key: str | None
    invoice_total_ore: int | None
    text: str
    text_key: str
    amount_ore: int
    vat_ore: int | None
    claimed_ore: int
    row_hash: str


_DAYS = tuple(LineValues._fields.index(name) for name in ("booked_on", "event_on", "cost_from", "cost_to"))


def insert_lines(session: Session, lines: Iterable[LineValues], told: Told = lambda done: None) -> int:
    """Write the lines as raw tuples (the ORM takes five times as long) and return their number.

    The database's own rules hold for each of them: bounds, signs, claims within the row.
    """
    connection = session.connection()
    on_sqlite = connection.dialect.name == "sqlite"
    mark = "?" if on_sqlite else "%s"
    marks = ", ".join([mark] * len(LineValues._fields))
    statement = f"INSERT INTO ledger_line ({', '.join(LineValues._fields)}) VALUES ({marks})"
    done = 0
    for batch in _batches(_as_text(lines) if on_sqlite else lines):
        connection.exec_driver_sql(statement, batch)
        done += len(batch)
        told(done)
    return done


def _as_text(lines: Iterable[LineValues]) -> Iterator[tuple[object, ...]]:
    """SQLite keeps days as ISO text."""
    for line in lines:
        values: list[object] = list(line)
        for index in _DAYS:
            day = line[index]
            if isinstance(day, date):
                values[index] = day.isoformat()
        yield tuple(values)


def _batches(lines: Iterable[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    left = iter(lines)
    while batch := list(islice(left, BATCH)):
        yield batch


def insert_excluded(session: Session, rows: list[dict[str, object]]) -> None:
    """Write the rows that are no ledger lines; each dict holds the columns of :class:`ExcludedRowRecord`."""
    if rows:
        session.execute(insert(ExcludedRowRecord), rows)


def supplier_ids(session: Session, names: Mapping[str, str]) -> dict[str, int]:
    """The id of each supplier by its folded name; those not known are added. ``names`` is key → name."""
    known: dict[str, int] = {}
    keys = iter(names)
    while chunk := list(islice(keys, 500)):
        rows = session.execute(
            select(SupplierRecord.name_key, SupplierRecord.id)
            .where(SupplierRecord.name_key.in_(chunk))
            .order_by(SupplierRecord.org_number.is_(None))
        )
        for key, number in rows:
            known.setdefault(key, number)
    missing = [
        SupplierRecord(name=name, name_key=key, org_number=None)
        for key, name in names.items()
        if key not in known
    ]
    session.add_all(missing)
    session.flush()
    return known | {record.name_key: record.id for record in missing}

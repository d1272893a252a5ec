"""Keeps what was read as ledger lines: the cost's time, the account's class and the claim of every row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.cost_month import CostTime, cost_time, mentions_accrual
from sbdesk.domain.ledger import LedgerLayout, LedgerReading, LedgerRow, invoice_key, row_hash, text_key
from sbdesk.domain.progress import Progress
from sbdesk.domain.sort_keys import name_key
from sbdesk.store.queries import ledger_imports as queries
from sbdesk.store.queries.ledger_lines import LineValues, insert_excluded, insert_lines, supplier_ids
from sbdesk.store.records.ledgers import LedgerProfileRecord


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lines belong."""

    recipient_id: int
    recipient: str
    """The organisation number, by which the same booked row is known again in another extract."""
    award_id: int
    import_id: int


def keep_lines(
    session: Session,
    place: Place,
    reading: LedgerReading,
    classes: Mapping[str, AccountClass],
    progress: Progress,
) -> None:
    """Write every row of the reading as a line, and every excluded row with its reason.

    Raises Cancelled within a batch of the officer's cancelling; the caller's transaction then undoes it all.
    """
    total = len(reading.rows)
    suppliers = supplier_ids(session, _supplier_names(reading))

    def told(done: int) -> None:
        progress.step(done, total, f"Läser in rad {done} av {total}")
        progress.raise_if_cancelled()

    told(0)
    insert_lines(session, line_values(place, reading, classes, suppliers), told)
    insert_excluded(
        session,
        [
            {
                "import_id": place.import_id,
                "source_row": row.row,
                "reason": row.reason,
                "reason_text": row.reason_text,
                "amount_ore": row.amount_ore,
                "raw": row.raw,
            }
            for row in reading.excluded
        ],
    )


def _supplier_names(reading: LedgerReading) -> dict[str, str]:
    names: dict[str, str] = {}
    for name in {row.supplier for row in reading.rows if row.supplier}:
        key = name_key(name)
        if key:
            names.setdefault(key, name)
    return names


def line_values(
    place: Place,
    reading: LedgerReading,
    classes: Mapping[str, AccountClass],
    suppliers: Mapping[str, int],
) -> Iterator[LineValues]:
    """The rows as lines; the whole row is claimed, tax and income too: that is what the extract declares."""
    keys: dict[str, str] = {}
    times: dict[tuple[object, ...], CostTime | None] = {}
    numbers = {
        name: suppliers.get(name_key(name)) for name in {row.supplier for row in reading.rows if row.supplier}
    }
    for row in reading.rows:
        kind = classes.get(row.account, AccountClass.OTHER)
        key = keys.get(row.text)
        if key is None:
            key = keys[row.text] = text_key(row.text)
        told = (row.text, row.service_period, row.event_on, row.period, row.booked_on, kind)
        if told not in times:
            times[told] = _time(row, kind)
        yield _line(place, row, kind, (key, numbers.get(row.supplier or "")), times[told])


def _time(row: LedgerRow, kind: AccountClass) -> CostTime | None:
    closing = row.period is not None and row.period % 100 == 13
    return cost_time(
        texts=(row.text,),
        stated=row.service_period,
        event_on=row.event_on,
        period=row.period,
        booked_on=row.booked_on,
        is_accrual=closing or kind is AccountClass.ACCRUAL or mentions_accrual(row.text),
    )


def _line(
    place: Place, row: LedgerRow, kind: AccountClass, known: tuple[str, int | None], cost: CostTime | None
) -> LineValues:
    """``known``: the text's key and the supplier's id."""
    key, supplier = known
    return LineValues(
        recipient_id=place.recipient_id,
        import_id=place.import_id,
        source_row=row.row,
        part=1,
        award_id=place.award_id,
        voucher_series=row.voucher_series,
        voucher=row.voucher,
        booked_on=row.booked_on,
        event_on=row.event_on,
        period=row.period,
        cost_from=cost.period.first if cost else None,
        cost_to=cost.period.last if cost else None,
        cost_basis=cost.basis.value if cost else None,
        account=row.account,
        account_name=row.account_name,
        account_class=kind.value,
        cost_centre=row.cost_centre,
        project=row.project,
        object=row.object,
        supplier_id=supplier,
        counterparty_text=row.supplier or row.counterparty_code,
        invoice_number=row.invoice_number,
        invoice_key=invoice_key(row.invoice_number),
        invoice_total_ore=row.invoice_total_ore,
        text=row.text,
        text_key=key,
        amount_ore=row.amount_ore,
        vat_ore=row.vat_ore,
        claimed_ore=row.amount_ore,
        row_hash=row_hash(place.recipient, row),
    )


def booked_months(reading: LedgerReading) -> tuple[int | None, int | None]:
    """The first and last month of booking as YYYYMM, by the period where there is one."""
    months = [month for row in reading.rows if (month := _booked_month(row)) is not None]
    return (min(months), max(months)) if months else (None, None)


def _booked_month(row: LedgerRow) -> int | None:
    if row.period is not None or row.booked_on is None:
        return row.period
    return row.booked_on.year * 100 + row.booked_on.month


def remember_profile(
    session: Session, recipient_id: int, name: str, layout: LedgerLayout, classes: AccountClassMap
) -> LedgerProfileRecord:
    """The recipient's profile of that name with this content: the newest version, or a new one after it."""
    known = next((it for it in queries.newest_profiles(session, recipient_id) if it.name == name), None)
    content = (_plain(layout.to_json()), _plain(classes.to_json()))
    if known is not None and (known.layout, known.account_classes) == content:
        return known
    record = LedgerProfileRecord(
        recipient_id=recipient_id,
        name=name,
        version_number=known.version_number + 1 if known else 1,
        layout=content[0],
        account_classes=content[1],
    )
    session.add(record)
    session.flush()
    return record


def _plain(value: object) -> Any:
    """As it will come back from the database."""
    return json.loads(json.dumps(value))

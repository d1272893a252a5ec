"""What both databases refuse of hosts, accounts and people, also when two write at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

import pytest
from sqlalchemy.orm import Session
from support.desk import OpenDesk

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind, CheckResult
from sbdesk.domain.parties import AccountSource, OperationKind
from sbdesk.store.records.parties import (
    OperationHostRecord,
    OperationRecord,
    PayoutAccountRecord,
    PersonRecord,
    RecipientRecord,
)
from sbdesk.store.unit_of_work import Store

SPRING = (date(2026, 1, 1), date(2026, 6, 30))


def operation(desk: OpenDesk) -> int:
    """An operation whose host has it through June."""
    with desk.store.writing() as session:
        record = OperationRecord(kind=OperationKind.CARE_REGION, code="c", name="Samverkansregionen")
        session.add(record)
        session.flush()
        session.add(_host(record.id, desk.recipient("Region Uppsala"), *SPRING))
        return record.id


def _host(operation_id: int, recipient_id: int, first: date, last: date | None) -> OperationHostRecord:
    return OperationHostRecord(
        operation_id=operation_id, recipient_id=recipient_id, from_on=first, to_on=last
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 6, 30), None),
        (date(2025, 1, 1), date(2026, 1, 1)),
        (date(2025, 1, 1), None),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_two_hosts_never_share_a_day(desk: OpenDesk, first: date, last: date | None) -> None:
    made, orebro = operation(desk), desk.recipient("Region Örebro län")
    refused = pytest.raises(NotAllowed, match="har redan en värd någon av de dagarna")
    with refused, desk.store.writing() as session:
        session.add(_host(made, orebro, first, last))


@pytest.mark.parametrize(
    ("first", "last"), [(date(2026, 7, 1), None), (date(2025, 1, 1), date(2025, 12, 31))]
)
def test_days_beside_each_other_are_free(desk: OpenDesk, first: date, last: date | None) -> None:
    made, orebro = operation(desk), desk.recipient("Region Örebro län")
    with desk.store.writing() as session:
        session.add(_host(made, orebro, first, last))
        other = OperationRecord(kind=OperationKind.CARE_REGION, code="d", name="En annan")
        session.add(other)
        session.flush()
        session.add(_host(other.id, orebro, *SPRING))


def test_a_period_cannot_grow_over_another(desk: OpenDesk) -> None:
    made, orebro = operation(desk), desk.recipient("Region Örebro län")
    with desk.store.writing() as session:
        later = _host(made, orebro, date(2026, 7, 1), None)
        session.add(later)
        session.flush()
        later.to_on = date(2026, 12, 31)
    with pytest.raises(NotAllowed, match="har redan en värd"), desk.store.writing() as session:
        session.get_one(OperationHostRecord, later.id).from_on = date(2026, 6, 1)


def test_two_writers_at_once_make_one_host(desk: OpenDesk, place: str) -> None:
    """On PostgreSQL both read that the day is free: one of them is refused when it writes."""
    made, both = operation(desk), Barrier(2, timeout=20)
    stores = [Store.open(place, durable=False) for _ in range(2)]
    told: list[UserFacingError] = []

    def write(store: Store, recipient: int) -> None:
        try:
            if not store.file:
                with store.writing() as session:
                    session.get_one(OperationRecord, made)
                    both.wait()
                    session.add(_host(made, recipient, date(2026, 7, 1), None))
            else:
                both.wait()
                with store.writing() as session:
                    session.add(_host(made, recipient, date(2026, 7, 1), None))
        except UserFacingError as error:
            told.append(error)

    names = ("Region Örebro län", "Region Skåne")
    writers = [
        Thread(target=write, args=(store, desk.recipient(name)))
        for store, name in zip(stores, names, strict=True)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)
    for store in stores:
        store.close()
    assert len(told) == 1
    assert isinstance(told[0], NotAllowed | Conflict)
    with desk.store.reading() as session:
        assert session.query(OperationHostRecord).filter_by(operation_id=made).count() == 2


def test_an_account_is_never_deleted(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        account = PayoutAccountRecord(
            recipient_id=desk.recipient(),
            kind=AccountKind.BANKGIRO,
            number="5050-1055",
            check_result=CheckResult.OK,
            source=AccountSource.LETTER,
            entered_on=desk.clock.today(),
            entered_by=desk.anna,
        )
        session.add(account)
        session.flush()
        account.called_back_on, account.call_back_note = desk.clock.today(), "växeln"
    with pytest.raises(NotAllowed, match="Ett konto tas aldrig bort"), desk.store.writing() as session:
        session.delete(session.get_one(PayoutAccountRecord, account.id))


def _half_erased(session: Session, desk: OpenDesk) -> None:
    session.add(PersonRecord(name="Kim", email=None, salt=None, erased_on=desk.clock.today()))


def _erased_with_salt(session: Session, desk: OpenDesk) -> None:
    session.add(PersonRecord(name=None, email=None, salt=b"0" * 32, erased_on=desk.clock.today()))


def _own_successor(session: Session, desk: OpenDesk) -> None:
    record = session.get_one(RecipientRecord, desk.recipient())
    record.successor_id = record.id


def _successor_without_signature(session: Session, desk: OpenDesk) -> None:
    record = session.get_one(RecipientRecord, desk.recipient())
    record.successor_id, record.succeeded_on = desk.recipient("Region Uppsala"), desk.clock.today()


@pytest.mark.parametrize(
    ("write", "rule"),
    [
        (_half_erased, "ck_person_erased"),
        (_erased_with_salt, "ck_person_erased"),
        (_own_successor, "ck_recipient_succ"),
        (_successor_without_signature, "ck_recipient_succession"),
    ],
)
def test_half_done_is_refused(desk: OpenDesk, write: Callable[[Session, OpenDesk], None], rule: str) -> None:
    with pytest.raises(NotAllowed, match=rule), desk.store.writing() as session:
        write(session, desk)

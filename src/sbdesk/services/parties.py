"""Finds or makes recipients and operations inside another act's transaction, so that all make them alike."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import check_org_number
from sbdesk.domain.lengths import NAME, too_long
from sbdesk.domain.parties import Hosting, OperationKind, RecipientKind, first_overlap, hosted_on
from sbdesk.domain.sort_keys import name_key
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OperationHostRecord, OperationRecord, RecipientRecord

NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."


def stored_org_number(typed: str) -> str:
    """The ten digits as stored. Raises UserFacingError for a wrong check digit or a personal number."""
    answer = check_org_number(typed)
    if answer.text is not None:
        raise UserFacingError(answer.text, NOT_SAVED, "Rätta numret.", code="org_number")
    return answer.number.replace("-", "")


def recipient_with(session: Session, org_number: str) -> RecipientRecord | None:
    """The recipient with those ten digits."""
    return session.scalar(select(RecipientRecord).where(RecipientRecord.org_number == org_number))


def make_recipient(
    session: Session, work: Workplace, org_number: str, name: str, kind: RecipientKind
) -> RecipientRecord:
    """A new recipient whose number nobody has confirmed yet.

    Raises UserFacingError for a bad number or an empty name, Conflict when the number is taken.
    """
    number, called = stored_org_number(org_number), name.strip()
    if not called:
        raise UserFacingError("Namnet saknas.", NOT_SAVED, "Skriv mottagarens namn.", code="name")
    refuse_long_name(called)
    refuse_taken(session, number)
    record = RecipientRecord(
        org_number=number, org_number_confirmed=False, name=called, name_key=name_key(called), kind=kind
    )
    session.add(record)
    session.flush()
    after = {"name": called, "org_number": number, "kind": kind.value}
    work.record(session, "add_recipient", ("recipient", record.id), after=after)
    return record


def refuse_long_name(name: str) -> None:
    """Raise when a name is longer than a letter and a register have room for."""
    told = too_long("Namnet", name, NAME)
    if told:
        raise UserFacingError(told, NOT_SAVED, "Korta namnet.", code="name")


def refuse_taken(session: Session, number: str) -> None:
    """Raise Conflict when a recipient has those ten digits."""
    taken = recipient_with(session, number)
    if taken is not None:
        raise Conflict(
            f"{taken.name} har redan organisationsnumret {number[:6]}-{number[6:]}.",
            NOT_SAVED,
            "Öppna den mottagaren, eller kontrollera numret.",
            code="org_number",
        )


def ensure_recipient(
    session: Session, work: Workplace, org_number: str, name: str, kind: RecipientKind
) -> RecipientRecord:
    """The recipient with that organisation number, as it is stored; made, unconfirmed, when it is new.

    A number that is known keeps its name and kind. Raises UserFacingError for a bad number or empty name.
    """
    known = recipient_with(session, stored_org_number(org_number))
    return known if known is not None else make_recipient(session, work, org_number, name, kind)


def operation_with(session: Session, kind: OperationKind, code: str) -> OperationRecord | None:
    """The operation of that kind and code."""
    return session.scalar(
        select(OperationRecord).where(OperationRecord.kind == kind, OperationRecord.code == code)
    )


def ensure_operation(
    session: Session,
    work: Workplace,
    kind: OperationKind,
    code: str,
    name: str,
    host_id: int,
    from_on: date,
) -> OperationRecord:
    """The operation of that kind and code, run by ``host_id`` on ``from_on``; made when it is new.

    A known one keeps its name, and days that a later host has stay that host's. Raises UserFacingError for an
    empty code or name, and NotAllowed when another recipient runs it on that day: moving a host is an act of
    its own.
    """
    known = operation_with(session, kind, code.strip())
    if known is None:
        known = _make_operation(session, work, kind, code.strip(), name.strip())
    hostings = hostings_of(session, known.id)
    there = hosted_on(hostings, from_on)
    if there is None:
        later = [one.from_on - timedelta(days=1) for one in hostings if one.from_on > from_on]
        add_host(session, work, known, Hosting(host_id, from_on, min(later, default=None)))
    elif there.host_id != host_id:
        host = session.get_one(RecipientRecord, there.host_id)
        raise NotAllowed(
            f"{known.name} hör till {host.name} den {from_on.isoformat()}.",
            NOT_SAVED,
            f"Flytta verksamheten under {host.name}, Verksamheter, eller rätta mottagaren.",
        )
    return known


def hostings_of(session: Session, operation_id: int) -> tuple[Hosting, ...]:
    """Who has run the operation, oldest first."""
    records = host_records(session, operation_id)
    return tuple(Hosting(one.recipient_id, one.from_on, one.to_on) for one in records)


def host_records(session: Session, operation_id: int) -> list[OperationHostRecord]:
    """The rows behind :func:`hostings_of`, oldest first."""
    host = OperationHostRecord
    return list(session.scalars(select(host).where(host.operation_id == operation_id).order_by(host.from_on)))


def hosts_of_year(session: Session, operation_ids: Collection[int], year: int) -> dict[int, str]:
    """Per operation the name of who ran it last in that budget year, whoever runs it now.

    Of an operation that nobody ran yet, its first host.
    """
    host = OperationHostRecord
    rows = session.execute(
        select(host.operation_id, host.from_on, RecipientRecord.name)
        .join(RecipientRecord, RecipientRecord.id == host.recipient_id)
        .where(host.operation_id.in_(operation_ids))
        .order_by(host.from_on)
    )
    found: dict[int, str] = {}
    for operation_id, from_on, name in rows:
        if operation_id not in found or from_on.year <= year:
            found[operation_id] = name
    return found


def add_host(
    session: Session, work: Workplace, operation: OperationRecord, new: Hosting
) -> OperationHostRecord:
    """Let a recipient run the operation from a day. Raises NotAllowed when somebody else does on any day."""
    taken = first_overlap(hostings_of(session, operation.id), new)
    if taken is not None:
        host = session.get_one(RecipientRecord, taken.host_id)
        until = f" till {taken.to_on.isoformat()}" if taken.to_on else " och tills vidare"
        raise NotAllowed(
            f"{operation.name} hör till {host.name} från {taken.from_on.isoformat()}{until}.",
            NOT_SAVED,
            "Välj dagar då ingen annan har verksamheten.",
            code="host_overlap",
        )
    record = OperationHostRecord(
        operation_id=operation.id, recipient_id=new.host_id, from_on=new.from_on, to_on=new.to_on
    )
    session.add(record)
    session.flush()
    work.record(
        session,
        "add_host",
        ("operation_host", record.id),
        after={"title": operation.name, "recipient": new.host_id, "on": new.from_on.isoformat()},
    )
    return record


def _make_operation(
    session: Session, work: Workplace, kind: OperationKind, code: str, name: str
) -> OperationRecord:
    if not code or not name:
        raise UserFacingError(
            "Verksamhetens kod eller namn saknas.", NOT_SAVED, "Skriv båda.", code="operation"
        )
    record = OperationRecord(kind=kind, code=code, name=name)
    session.add(record)
    session.flush()
    work.record(
        session,
        "add_operation",
        ("operation", record.id),
        after={"kind": kind.value, "code": code, "title": name},
    )
    return record

"""Operations that the money is for, such as a centre or a register, and who runs them over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import Conflict, UserFacingError
from sbdesk.domain.parties import Hosting, OperationKind
from sbdesk.services import parties
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.party_acts import NOT_SAVED, last_event, recipient_for, refuse, refuse_stale
from sbdesk.services.recipient_rows import HostingRow
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OperationHostRecord, OperationRecord, RecipientRecord

SEE_LIST = "Läs om sidan och se verksamhetens värdar."
_TOUCHED = Touched.RECIPIENTS | Touched.PROGRAMMES


@dataclass(frozen=True, slots=True)
class OperationInput:
    """What an operation is called; ``code`` is unique within its kind."""

    kind: OperationKind
    code: str
    name: str
    area: str = ""


class OperationsService:
    """The tab Verksamheter of a recipient."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def add(self, host_id: int, given: OperationInput, from_on: date, command_id: str | None = None) -> Done:
        """Enter an operation that the recipient runs from a day. Conflict when the code is taken."""

        def act(session: Session) -> int:
            recipient_for(session, self.work, host_id)
            _refuse_taken(session, given, None)
            made = parties.ensure_operation(
                session, self.work, given.kind, given.code, given.name, host_id, from_on
            )
            made.area = given.area.strip() or None
            return made.id

        plain = [host_id, given.kind.value, given.code, given.name, given.area, from_on.isoformat()]
        made = one_effect(self.work, command_id, "add_operation", plain, act)
        return Done(_TOUCHED, f"{given.name.strip()} är tillagd.", made)

    def change(
        self, operation_id: int, version: int, given: OperationInput, command_id: str | None = None
    ) -> Done:
        """Correct kind, code, name or area. Raises F12 when somebody was first, Conflict for a taken code."""

        def act(session: Session) -> None:
            record = session.get_one(OperationRecord, operation_id)
            self._refuse_hosts_jav(session, operation_id)
            refuse_stale(record.version, version, record.name)
            if not given.code.strip() or not given.name.strip():
                raise UserFacingError(
                    "Verksamhetens kod eller namn saknas.", NOT_SAVED, "Skriv båda.", code="operation"
                )
            _refuse_taken(session, given, operation_id)
            before = {"kind": record.kind.value, "code": record.code, "title": record.name}
            record.kind, record.code = given.kind, given.code.strip()
            record.name, record.area = given.name.strip(), given.area.strip() or None
            self.work.record(
                session,
                "change_operation",
                ("operation", record.id),
                before=before,
                after={"kind": record.kind.value, "code": record.code, "title": record.name},
            )

        plain = [operation_id, version, given.kind.value, given.code, given.name, given.area]
        one_effect(self.work, command_id, "change_operation", plain, act)
        return Done(_TOUCHED, "Verksamheten är ändrad.", operation_id)

    def move(
        self, hosting_id: int, version: int, to_id: int, from_on: date, command_id: str | None = None
    ) -> Done:
        """Let another recipient run the operation from a day; the former runs it until the day before."""

        def act(session: Session) -> int:
            record, operation = self._read(session, hosting_id, version)
            refuse(party_actions.why_not_end_hosting(record.to_on), SEE_LIST)
            recipient_for(session, self.work, to_id)
            if to_id == record.recipient_id:
                raise UserFacingError(
                    f"{operation.name} finns redan hos mottagaren.", NOT_SAVED, "Välj en annan mottagare."
                )
            self._end(session, record, operation, from_on - timedelta(days=1))
            return parties.add_host(session, self.work, operation, Hosting(to_id, from_on)).id

        plain = [hosting_id, version, to_id, from_on.isoformat()]
        made = one_effect(self.work, command_id, "move_host", plain, act)
        return Done(_TOUCHED, "Verksamheten är flyttad.", made)

    def undo_move(self, hosting_id: int, version: int, command_id: str | None = None) -> Done:
        """Take a move back: the latest host's period goes away and the one before runs on."""

        def act(session: Session) -> int:
            record, operation = self._read(session, hosting_id, version)
            hosts = parties.host_records(session, operation.id)
            refuse(_undo_move_refused(hosts, record), SEE_LIST)
            former = hosts[-2]
            recipient_for(session, self.work, former.recipient_id)
            subject = ("operation_host", record.id)
            self.work.record(
                session,
                "undo_add_host",
                subject,
                before={"title": operation.name, "on": record.from_on.isoformat()},
                undoes=last_event(session, "add_host", subject),
            )
            session.delete(record)
            session.flush()
            self._reopen(session, former, operation)
            return former.id

        left = one_effect(self.work, command_id, "undo_move", [hosting_id, version], act)
        return Done(_TOUCHED, "Flytten är ångrad.", left)

    def end(self, hosting_id: int, version: int, last_on: date, command_id: str | None = None) -> Done:
        """``last_on`` is the last day on which the recipient runs the operation."""

        def act(session: Session) -> None:
            record, operation = self._read(session, hosting_id, version)
            refuse(party_actions.why_not_end_hosting(record.to_on), SEE_LIST)
            self._end(session, record, operation, last_on)

        plain = [hosting_id, version, last_on.isoformat()]
        one_effect(self.work, command_id, "end_host", plain, act)
        return Done(_TOUCHED, "Verksamheten är avslutad hos mottagaren.", hosting_id)

    def undo_end(self, hosting_id: int, version: int, command_id: str | None = None) -> Done:
        """Let the recipient run the operation on, while nobody else has it."""

        def act(session: Session) -> None:
            record, operation = self._read(session, hosting_id, version)
            is_last = parties.host_records(session, operation.id)[-1].id == record.id
            refuse(party_actions.why_not_reopen_hosting(record.to_on, is_last=is_last), SEE_LIST)
            self._reopen(session, record, operation)

        one_effect(self.work, command_id, "undo_end_host", [hosting_id, version], act)
        return Done(_TOUCHED, "Verksamheten fortsätter hos mottagaren.", hosting_id)

    def _read(
        self, session: Session, hosting_id: int, version: int
    ) -> tuple[OperationHostRecord, OperationRecord]:
        record = session.get_one(OperationHostRecord, hosting_id)
        operation = session.get_one(OperationRecord, record.operation_id)
        recipient_for(session, self.work, record.recipient_id)
        refuse_stale(record.version, version, f"värden för {operation.name}")
        return record, operation

    def _refuse_hosts_jav(self, session: Session, operation_id: int) -> None:
        for host in parties.host_records(session, operation_id):
            self.work.refuse_disqualified_for(session, host.recipient_id)

    def _end(
        self, session: Session, record: OperationHostRecord, operation: OperationRecord, last_on: date
    ) -> None:
        if last_on < record.from_on:
            raise UserFacingError(
                f"{operation.name} kom till mottagaren {record.from_on.isoformat()}, "
                f"efter {last_on.isoformat()}.",
                NOT_SAVED,
                "Ange en senare dag.",
            )
        record.to_on = last_on
        self.work.record(
            session,
            "end_host",
            ("operation_host", record.id),
            after={"title": operation.name, "on": last_on.isoformat()},
        )
        session.flush()

    def _reopen(self, session: Session, record: OperationHostRecord, operation: OperationRecord) -> None:
        former, record.to_on = record.to_on, None
        subject = ("operation_host", record.id)
        self.work.record(
            session,
            "undo_end_host",
            subject,
            before={"on": former.isoformat() if former else None},
            after={"title": operation.name},
            undoes=last_event(session, "end_host", subject),
        )


def hosting_rows(session: Session, recipient_id: int) -> tuple[HostingRow, ...]:
    """Every operation the recipient runs or has run: those it runs first, then by name."""
    host = OperationHostRecord
    rows = session.execute(
        select(host, OperationRecord)
        .join(OperationRecord, OperationRecord.id == host.operation_id)
        .where(host.recipient_id == recipient_id)
        .order_by(host.to_on.is_not(None), OperationRecord.kind, OperationRecord.name, host.from_on.desc())
    ).all()
    return tuple(_row(session, record, operation) for record, operation in rows)


def _row(session: Session, record: OperationHostRecord, operation: OperationRecord) -> HostingRow:
    hosts = parties.host_records(session, operation.id)
    number = next(place for place, one in enumerate(hosts) if one.id == record.id)
    is_last = number == len(hosts) - 1
    neighbours = (hosts[number - 1] if number else None, None if is_last else hosts[number + 1])
    before, after = (
        session.get_one(RecipientRecord, one.recipient_id).name if one else "" for one in neighbours
    )
    return HostingRow(
        id=record.id,
        version=record.version,
        operation_id=operation.id,
        operation_version=operation.version,
        kind=operation.kind,
        code=operation.code,
        name=operation.name,
        area=operation.area or "",
        from_on=record.from_on,
        to_on=record.to_on,
        came_from=before,
        went_to=after,
        end_refused=party_actions.why_not_end_hosting(record.to_on),
        reopen_refused=party_actions.why_not_reopen_hosting(record.to_on, is_last=is_last),
        undo_move_refused=_undo_move_refused(hosts, record),
    )


def _undo_move_refused(hosts: Sequence[OperationHostRecord], record: OperationHostRecord) -> str:
    day_before = record.from_on - timedelta(days=1)
    return party_actions.why_not_undo_move(
        is_last=hosts[-1].id == record.id, has_former=any(one.to_on == day_before for one in hosts)
    )


def _refuse_taken(session: Session, given: OperationInput, own_id: int | None) -> None:
    taken = parties.operation_with(session, given.kind, given.code.strip())
    if taken is not None and taken.id != own_id:
        raise Conflict(
            f"{taken.name} har redan koden {taken.code}.",
            NOT_SAVED,
            "Välj en annan kod, eller öppna den verksamheten.",
            code="operation",
        )

"""A desk with one of the five programmes open and Region Skåne's amount known, as an officer loads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.store.records.parties import OperationRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord, ProgrammeRecord
from support.desk import OpenDesk, decide_appeal, open_desk
from support.programme_facts import NKR, RSS_A, RSS_S, last_day
from support.requisition_case import CaseDriver

REGISTER = from_kronor(792_929)


def case_of(place: Path, code: str, recipient: str = "Region Skåne") -> CaseDriver:
    """The recipient's case, on the last day to requisition, with the field on appeal decided."""
    desk = open_desk(place, code)
    desk.clock.set(last_day(code))
    if code == NKR:
        give_registers(desk, recipient, 2)
    if code in (RSS_S, RSS_A):
        for name in (recipient, "Region Uppsala"):
            give_amount(desk, name, from_kronor(2_000_000))
    decide_appeal(desk)
    return CaseDriver(desk, recipient)


def give_registers(desk: OpenDesk, recipient: str, units: int) -> None:
    """How many registers the region answers for; NKR gives 792 929 kr for each."""
    with desk.store.writing() as session:
        share = session.scalars(
            select(AllotmentRecord)
            .join(ComponentRecord)
            .where(
                ComponentRecord.programme_id == desk.programme,
                AllotmentRecord.recipient_id == programme_setup.recipient_named(session, recipient).id,
            )
        ).one()
        share.units, share.computed_ore = units, units * REGISTER


def give_amount(desk: OpenDesk, recipient: str, ore: int) -> None:
    """A principal's amount for its RSS, which the instruction leaves to a list."""
    with desk.store.writing() as session:
        programme = session.get_one(ProgrammeRecord, desk.programme)
        component = session.scalars(
            select(ComponentRecord).where(ComponentRecord.programme_id == programme.id)
        ).one()
        operation = session.scalar(select(OperationRecord).where(OperationRecord.kind == OperationKind.RSS))
        if operation is None:
            operation = OperationRecord(kind=OperationKind.RSS, code="RSS Prov", name="RSS Provlän")
            session.add(operation)
            session.flush()
        session.add(
            AllotmentRecord(
                component_id=component.id,
                recipient_id=programme_setup.recipient_named(session, recipient).id,
                operation_id=operation.id,
                decided_ore=ore,
            )
        )
        session.flush()
        programme_setup.open_awards(session, programme, None)


def day(code: str, after: int = 0) -> date:
    """Days after the last day to requisition."""
    return date.fromordinal(last_day(code).toordinal() + after)


def second_programme(desk: OpenDesk, code: str) -> OpenDesk:
    """Another programme at the same desk, with a living requisition for the same RSS."""
    with desk.store.writing() as session:
        programme = programme_setup.add_programme(session, desk.work, programme_definitions.load(code))
        programme.state = ProgrammeState.OPEN
        number = programme.id
    other = OpenDesk(desk.store, desk.clock, desk.anna, desk.karin, desk.per, number)
    for name in ("Region Skåne", "Region Uppsala"):
        give_amount(other, name, from_kronor(1_000_000))
    CaseDriver(other).receive()
    return other

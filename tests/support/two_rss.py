"""A principal with two RSS in one grant, whose amounts stand apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.services import programme_setup
from sbdesk.services.decision_changes_cases import ChangeInput
from sbdesk.store.records.awards import RequisitionLineRecord
from sbdesk.store.records.decisions import DecisionLineRecord
from sbdesk.store.records.parties import OperationRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord
from support.changing import ChangeDriver
from support.desk import OpenDesk
from support.requisition_case import CaseDriver

NORTH, SOUTH = from_kronor(2_000_000), from_kronor(1_000_000)
"""What is allotted to RSS Provlän and to RSS Påhittade södra."""


def give_second_rss(desk: OpenDesk, recipient: str = "Region Skåne") -> None:
    with desk.store.writing() as session:
        second = OperationRecord(kind=OperationKind.RSS, code="RSS Två", name="RSS Påhittade södra")
        session.add(second)
        session.flush()
        component = session.scalars(
            select(ComponentRecord.id).where(ComponentRecord.programme_id == desk.programme)
        ).one()
        session.add(
            AllotmentRecord(
                component_id=component,
                recipient_id=programme_setup.recipient_named(session, recipient).id,
                operation_id=second.id,
                decided_ore=SOUTH,
            )
        )


class TwoRss(ChangeDriver):
    """Region Skåne's case with both its RSS."""

    def __init__(self, desk: OpenDesk) -> None:
        give_second_rss(desk)
        super().__init__(desk)

    def keys(self) -> tuple[AmountKey, AmountKey]:
        north, south = (part.key for part in self.page().shares)
        return north, south

    def apart(self, north: int = NORTH, south: int = SOUTH) -> dict[AmountKey, int]:
        return dict(zip(self.keys(), (north, south), strict=True))

    def receive_apart(self, north: int = NORTH, south: int = SOUTH) -> None:
        self.receive(amounts=self.apart(north, south))

    def propose_apart(self, north: int, south: int, reasons: str) -> None:
        self.decisions.propose(self.award, self.apart(north, south), reasons, self.desk.karin)

    def wants(self, north: int, south: int, **changes: Any) -> ChangeInput:
        plain: dict[str, Any] = {"kind": DecisionKind.AMEND, "amounts": self.apart(north, south)}
        return ChangeInput(**{**plain, "reasons": "Södra har lagt ned en insats.", **changes})


def requested(case: CaseDriver) -> list[tuple[str, int]]:
    """The operation and öre of every requisition line kept."""
    return _lines(case, RequisitionLineRecord, "requested_ore")


def decided(case: CaseDriver) -> list[tuple[str, int]]:
    """The operation and öre of every decision line kept."""
    return _lines(case, DecisionLineRecord, "granted_ore")


def _lines(case: CaseDriver, record: Any, amount: str) -> list[tuple[str, int]]:
    with case.desk.store.reading() as session:
        names = {one.id: one.name for one in session.scalars(select(OperationRecord))}
        rows = session.scalars(select(record).order_by(record.id)).all()
        return [(names.get(row.operation_id, ""), getattr(row, amount)) for row in rows]

"""A small invented programme with one component, to divide in every way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod, EligibleKind, FactStatus, ValueKind
from sbdesk.services import programme_setup
from sbdesk.services.allotments import AllotmentsService
from sbdesk.services.allotments_rows import AllotmentPage, ComponentRow, ShareInput, ShareRow
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.small_tables import OpenTable
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    ComponentRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
)
from support.desk import OpenDesk


@dataclass
class AllotmentDesk:
    """One programme and its only component; ``service`` is Anna Berg's."""

    desk: OpenDesk
    programme: int
    component: int

    @property
    def service(self) -> AllotmentsService:
        return AllotmentsService(self.desk.work)

    def page(self) -> AllotmentPage:
        return self.service.page(self.programme)

    def row(self) -> ComponentRow:
        (row,) = [row for row in self.page().components if row.id == self.component]
        return row

    def share(self, recipient: str) -> ShareRow:
        (found,) = [share for share in self.row().shares if share.recipient == recipient]
        return found

    def given(self, recipient: str, **changes: Any) -> ShareInput:
        """The share as it stands, with what the officer changes."""
        share = self.share(recipient)
        plain = ShareInput(
            share.recipient_id,
            share.operation_id,
            share.units,
            share.weight,
            share.decided_ore,
            share.source,
        )
        return replace(plain, **changes)

    def amounts(self) -> dict[str, int | None]:
        """Kronor by recipient."""
        return {
            s.recipient: None if s.effective_ore is None else s.effective_ore // 100
            for s in self.row().shares
        }

    def table(self, *lines: str) -> OpenTable:
        return self.service.open_table("\n".join(lines))

    def second(self) -> SecondPerson:
        return self.desk.signed_by(self.desk.karin)

    def set_state(self, state: ProgrammeState) -> None:
        with self.desk.store.writing() as session:
            programme = session.get_one(ProgrammeRecord, self.programme)
            programme.state = state
            if state is ProgrammeState.OPEN:
                programme_setup.open_awards(session, programme, None)

    def awards(self) -> int:
        with self.desk.store.reading() as session:
            awards = select(AwardRecord).where(AwardRecord.programme_id == self.programme)
            return len(session.scalars(awards).all())

    def events(self, verb: str) -> list[EventRecord]:
        with self.desk.store.reading() as session:
            return list(session.scalars(select(EventRecord).where(EventRecord.verb == verb)))


def make_programme(
    desk: OpenDesk,
    method: AllotmentMethod,
    kronor: int,
    *,
    recipients: tuple[str, ...] = (),
    kind: EligibleKind = EligibleKind.REGION,
    operations: OperationKind | None = None,
    units: int | None = None,
    rounding: str = "largest_remainder",
    code: str = "prov-2026",
) -> AllotmentDesk:
    """A draft with a component of that method; the recipients get a share without amount each."""
    with desk.store.writing() as session:
        programme = ProgrammeRecord(
            code=code,
            budget_year=2026,
            title="Provbidrag 2026",
            short_title="PROV 2026",
            title_key="prov 2026",
            recipient_kind=kind,
            state=ProgrammeState.DRAFT,
        )
        session.add(programme)
        session.flush()
        component = ComponentRecord(
            programme_id=programme.id,
            code="hela",
            label="Hela beloppet",
            total_ore=from_kronor(kronor),
            method=method,
            rounding=rounding,
            separate_purpose=False,
            operation_kind=operations,
        )
        facts = [("units", ValueKind.INT, units)] if units else []
        session.add_all(
            [
                component,
                *(_fact(programme.id, desk.anna, *one) for one in facts),
                _day(programme.id, desk.anna),
            ]
        )
        session.flush()
        session.add_all(
            AllotmentRecord(
                component_id=component.id, recipient_id=programme_setup.recipient_named(session, name).id
            )
            for name in recipients
        )
        return AllotmentDesk(desk, programme.id, component.id)


def _fact(programme_id: int, officer: int, name: str, kind: ValueKind, value: int) -> ProgrammeFactRecord:
    return ProgrammeFactRecord(
        programme_id=programme_id,
        name=name,
        ordinal=1,
        revision=1,
        status=FactStatus.OFFICER,
        value_kind=kind,
        value_int=value,
        reason="prov",
        entered_by=officer,
    )


def _day(programme_id: int, officer: int) -> ProgrammeFactRecord:
    return ProgrammeFactRecord(
        programme_id=programme_id,
        name="report_due",
        ordinal=1,
        revision=1,
        status=FactStatus.OFFICER,
        value_kind=ValueKind.DAY,
        value_day=date(2027, 1, 31),
        reason="prov",
        entered_by=officer,
    )


def component_of(desk: OpenDesk, code: str) -> AllotmentDesk:
    """A component of the desk's own programme."""
    with desk.store.reading() as session:
        found = session.scalars(
            select(ComponentRecord.id).where(
                ComponentRecord.programme_id == desk.programme, ComponentRecord.code == code
            )
        ).one()
    return AllotmentDesk(desk, desk.programme, found)

"""No database lets an allotment sink below what is granted, and both preview a table without a trace."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, func, select, update
from support.allotment_desk import make_programme
from support.desk import OpenDesk

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services.allotments_rows import TableLoad
from sbdesk.services.requisition_tables import RequisitionTablesService
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord


def grant(desk: OpenDesk, kronor: int) -> None:
    """A decision on Region Skåne's award, straight into the tables."""
    with desk.store.writing() as session:
        decision = DecisionRecord(
            programme_id=desk.programme,
            kind=DecisionKind.GRANT,
            number="B-1",
            decided_on=date(2026, 6, 10),
            decider_id=desk.karin,
            rapporteur_id=desk.anna,
            participants=[],
            reasons="",
            snapshot={},
        )
        session.add(decision)
        session.flush()
        session.add(
            DecisionLineRecord(
                decision_id=decision.id, award_id=desk.award(), granted_ore=from_kronor(kronor)
            )
        )


def test_an_allotment_stays_above_the_grant(desk: OpenDesk) -> None:
    skane = AllotmentRecord.recipient_id == desk.recipient()
    grant(desk, 5_000_000)
    coordination = (
        AllotmentRecord.component_id
        == select(ComponentRecord.id).where(ComponentRecord.code == "coordination").scalar_subquery()
    )
    with desk.store.writing() as session:
        session.execute(
            update(AllotmentRecord).where(coordination).values(decided_ore=from_kronor(3_000_000))
        )
    refused = (
        update(AllotmentRecord).where(coordination).values(decided_ore=from_kronor(3_000_000) - 1),
        update(AllotmentRecord).where(coordination).values(recipient_id=desk.recipient("Region Gotland")),
        delete(AllotmentRecord).where(coordination),
        update(AllotmentRecord).where(skane).values(decided_ore=None, computed_ore=None),
    )
    for statement in refused:
        told = "mindre än vad som redan är beviljat"
        with pytest.raises(NotAllowed, match=told), desk.store.writing() as session:
            session.execute(statement)
    with desk.store.reading() as session:
        sums = session.scalar(select(func.sum(AllotmentRecord.decided_ore)).where(skane))
    assert sums == from_kronor(5_000_000)


def test_a_table_is_previewed_without_a_trace_and_then_loaded(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.DECIDED, 100)
    table = made.table("Mottagare\tOrg.nr\tBelopp", "ÖVNING Nord\t222000-0315\t60", "Region Skåne\t\t40")
    with desk.store.reading() as session:
        events = session.scalar(select(func.count()).select_from(EventRecord))
    change = made.service.preview_table(made.component, table, "Beslut").change
    assert change is not None
    with desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(EventRecord)) == events
    made.service.load_table(made.component, table, TableLoad(change.seen, "Beslut"))
    assert made.amounts() == {"ÖVNING Nord": 60, "Region Skåne": 40}


def test_a_faulty_row_does_not_spoil_the_others(desk: OpenDesk) -> None:
    service = RequisitionTablesService(desk.work)
    lines = (
        "Mottagare\tKom in\tbase\tKontotyp\tKontonummer",
        "Region Skåne\t2026-06-10\t5\tBankgiro\t123-4568",
        "Region Stockholm\t2026-06-10\t5\tBankgiro\t5050-1055",
    )
    table = service.open_table(service.shape(desk.programme), "\n".join(lines))
    first, second = service.preview(desk.programme, table).rows
    assert (first.result.value, second.result.value) == ("refused", "stops")
    with pytest.raises(NotAllowed, match="1 rad har fel"):
        service.register(desk.programme, table)

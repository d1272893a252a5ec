"""What the database holds of a programme is exactly what its definition says."""

from __future__ import annotations

from support.desk import OpenDesk

from sbdesk.domain.programme import FactStatus
from sbdesk.domain.programme_vocabulary import ValueKind
from sbdesk.services import programme_definitions
from sbdesk.services.stored_programmes import fact_id, stored_definition
from sbdesk.store.records.programmes import ProgrammeFactRecord


def test_a_stored_programme_reads_as_its_definition(desk: OpenDesk) -> None:
    shipped = programme_definitions.load("csd-2026")
    with desk.store.reading() as session:
        stored = stored_definition(session, desk.programme)
    assert stored.facts == shipped.facts
    assert stored.components == shipped.components
    assert stored.grounds == shipped.grounds
    assert stored.operations == shipped.operations
    assert stored.appeal_rules == shipped.appeal_rules
    assert [(c.rule, c.severity, c.basis, c.fact) for c in stored.conditions] == [
        (c.rule, c.severity, c.basis, c.fact) for c in shipped.conditions
    ]
    assert [dict(c.parameters or {}) for c in stored.conditions] == [
        dict(c.parameters or {}) for c in shipped.conditions
    ]
    assert (stored.id, stored.title, stored.year, stored.recipient_kind) == (
        shipped.id,
        shipped.title,
        shipped.year,
        shipped.recipient_kind,
    )


def test_the_newest_revision_of_a_fact_rules(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        session.add(
            ProgrammeFactRecord(
                programme_id=desk.programme,
                name="closes",
                ordinal=1,
                revision=2,
                status=FactStatus.OFFICER,
                value_kind=ValueKind.DAY,
                value_day=desk.clock.today(),
                reason="Förlängd tid",
                entered_by=desk.anna,
            )
        )
    with desk.store.reading() as session:
        stored = stored_definition(session, desk.programme)
        assert stored.day("closes") == desk.clock.today()
        assert len(stored.facts) == len(programme_definitions.load("csd-2026").facts)
        assert fact_id(session, desk.programme, "closes") is not None
        assert fact_id(session, desk.programme, "finns inte") is None

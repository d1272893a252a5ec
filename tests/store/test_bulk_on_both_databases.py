"""Many decisions and a collective one on SQLite and on PostgreSQL, where the decider logs in as herself."""

from __future__ import annotations

from sqlalchemy import select
from support.bulk_cases import ManyCases, ended
from support.desk import OpenDesk, decide_appeal

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.decision import AttestationMode
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions import BulkDecisionsService, BulkTerms, Outcome
from sbdesk.store import journal
from sbdesk.store.records.decisions import AttestationRecord, DecisionRecord


def test_three_decisions_and_one_for_the_other_three(desk: OpenDesk) -> None:
    decide_appeal(desk)
    many = ManyCases(desk)
    for award in many.awards:
        many.driver(award).receive(case_number=f"9.1-{award}/2026")
    proposing = many.bulk.preflight(BulkAct.PROPOSE, many.awards)
    assert ended(many.bulk.run(proposing, BulkTerms(person_id=proposing.person_id)), Outcome.DONE)
    inside = desk.store.enforces_people
    today = desk.clock.today()
    bulk = BulkDecisionsService(desk.work_of(desk.karin)) if inside else many.bulk
    terms = (
        BulkTerms(second=SecondPerson(desk.karin, today), case_number="9.1-1/2026")
        if inside
        else many.terms()
    )
    singly, together = many.awards[:3], many.awards[3:]
    first = bulk.run(bulk.preflight(BulkAct.DECIDE, singly), terms)
    second = bulk.run(bulk.preflight(BulkAct.DECIDE_TOGETHER, together), terms)
    assert ended(first, Outcome.DONE) == singly
    assert ended(second, Outcome.DONE) == together
    assert first.sum_ore + second.sum_ore == from_kronor(16_000_000)
    with desk.store.reading() as session:
        numbers = session.scalars(select(DecisionRecord.number).order_by(DecisionRecord.number)).all()
        assert numbers == [f"B-2026-{n:03d}" for n in range(1, 5)]
        modes = set(session.scalars(select(AttestationRecord.mode).where(AttestationRecord.verb == "decide")))
        assert modes == {AttestationMode.PROGRAM if inside else AttestationMode.SIGNED_OUTSIDE}
        assert journal.verify(session) == []
    again = bulk.run(bulk.preflight(BulkAct.DECIDE, many.awards), terms)
    assert ended(again, Outcome.DONE) == []
    sent = many.do(BulkAct.MARK_SENT, BulkTerms(channel=DispatchChannel.PORTAL))
    assert ended(sent, Outcome.DONE) == many.awards

"""Many cases at once: a grant with as many recipients as a test needs, each brought to the same stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from sbdesk.domain.award import AwardState
from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.report import ExpectedReportState
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.bulk_decisions import BulkDecisionsService, BulkResult, BulkTerms, Outcome
from sbdesk.services.clock import SetClock
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord
from sbdesk.store.records.reports import ExpectedReportRecord
from sbdesk.store.unit_of_work import Store
from support.desk import OpenDesk, decide_appeal, open_desk
from support.requisition_case import CaseDriver

PAGE = ReceivedFile("beslutslista.pdf", b"%PDF-1.4 undertecknad lista")


def desk_with(place: Path, count: int, *, proposed: bool = False) -> OpenDesk:
    """CSD 2026 with ``count`` recipients, every requisition received, or also laid before Karin Ek."""
    content, kept = _prepared(count, proposed)
    place.write_bytes(content)
    return replace(kept, store=Store.open(place, durable=False), clock=SetClock(kept.clock.today()))


@cache
def _prepared(count: int, proposed: bool) -> tuple[bytes, OpenDesk]:
    """Made once a process: receiving twenty requisitions takes longer than most tests."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "desk.sbd"
        desk = open_desk(place)
        decide_appeal(desk)
        _widen(desk, count)
        for award in ManyCases(desk).awards:
            case = ManyCases(desk).driver(award)
            case.receive(case_number=f"9.1-{award}/2026")
            if proposed:
                case.propose()
        desk.store.close()
        return place.read_bytes(), desk


def _widen(desk: OpenDesk, count: int) -> None:
    """Add recipients with a decided allotment until there are ``count``; the first six are CSD's own."""
    with desk.store.writing() as session:
        there = session.scalars(select(AwardRecord.recipient_id)).all()
        component = session.scalars(
            select(ComponentRecord.id)
            .where(ComponentRecord.programme_id == desk.programme)
            .order_by(ComponentRecord.id)
        ).first()
        others = session.scalars(
            select(RecipientRecord.id).where(RecipientRecord.id.not_in(there)).order_by(RecipientRecord.id)
        ).all()
        for recipient in others[: max(0, count - len(there))]:
            share = from_kronor(100_000 + recipient)
            award = AwardRecord(programme_id=desk.programme, recipient_id=recipient, state=AwardState.OPEN)
            allotment = AllotmentRecord(component_id=component, recipient_id=recipient, decided_ore=share)
            session.add_all([award, allotment])
            session.flush()
            session.add(ExpectedReportRecord(award_id=award.id, state=ExpectedReportState.EXPECTED))


class ManyCases:
    """The cases of a desk, as Anna Berg works with them."""

    def __init__(self, desk: OpenDesk) -> None:
        self.desk = desk
        self.bulk = BulkDecisionsService(desk.work)
        with desk.store.reading() as session:
            rows = session.execute(
                select(AwardRecord.id, RecipientRecord.name)
                .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
                .order_by(AwardRecord.id)
            )
            self.names: dict[int, str] = dict(tuple(row) for row in rows)
        self.awards = list(self.names)

    def driver(self, award: int) -> CaseDriver:
        """One of them."""
        return CaseDriver(self.desk, self.names[award])

    def terms(self, officer: int | None = None, on: date | None = None) -> BulkTerms:
        """Karin Ek has signed one list, and the decision that they share has a number in the diary."""
        who, day = officer or self.desk.karin, on or self.desk.clock.today()
        second = SecondPerson(who, day, PAGE, covers_several=True)
        return BulkTerms(second=second, case_number="9.1-1/2026")

    def do(self, act: BulkAct, terms: BulkTerms, *awards: int) -> BulkResult:
        """Look and act, as the page does."""
        return self.bulk.run(self.bulk.preflight(act, awards or self.awards, terms.person_id), terms)

    def decide(self, *awards: int) -> BulkResult:
        """Karin Ek's decisions."""
        return self.do(BulkAct.DECIDE, self.terms(), *awards)


def ended(result: BulkResult, outcome: Outcome) -> list[int]:
    """The awards that ended like that."""
    return [row.award_id for row in result.outcomes if row.outcome is outcome]

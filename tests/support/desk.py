"""A desk with three people, the 21 regions and CSD 2026 open: where service tests begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.clock import SetClock
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import AppealRuleRecord, ProgrammeRecord
from sbdesk.store.unit_of_work import Store

FIRST_DAY = date(2026, 6, 10)
PEOPLE = (
    ("Anna Berg", "handläggare", [Role.OFFICER]),
    ("Karin Ek", "enhetschef", [Role.DECIDER, Role.PAYER]),
    ("Per Lund", "handläggare", [Role.OFFICER]),
)


@dataclass
class OpenDesk:
    """The store, its clock, and who works there; ``work`` is Anna Berg's place."""

    store: Store
    clock: SetClock
    anna: int
    karin: int
    per: int
    programme: int

    @property
    def work(self) -> Workplace:
        return Workplace(self.store, self.clock, self.anna)

    def work_of(self, officer: int) -> Workplace:
        return Workplace(self.store, self.clock, officer)

    def award(self, recipient: str = "Region Skåne") -> int:
        """The award of that recipient in CSD 2026."""
        with self.store.reading() as session:
            found = session.scalar(
                select(AwardRecord.id)
                .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
                .where(RecipientRecord.name == recipient, AwardRecord.programme_id == self.programme)
            )
            assert found is not None
            return found

    def recipient(self, name: str = "Region Skåne") -> int:
        with self.store.reading() as session:
            return programme_setup.recipient_named(session, name).id

    def signed_by(self, officer: int, page: bytes = b"%PDF-1.4 signed") -> SecondPerson:
        """A signature on paper, registered today."""
        return SecondPerson(officer, self.clock.today(), ReceivedFile("undertecknat.pdf", page))


def open_desk(place: str | Path, code: str = "csd-2026") -> OpenDesk:
    """Make it in a new file or an empty PostgreSQL database; not durable, for speed."""
    if isinstance(place, Path):
        place.write_bytes(_furnished(code))
        return _at_work(Store.open(place, durable=False), code)
    store = Store.open(place, durable=False)
    _furnish(store, code)
    return _at_work(store, code)


@cache
def _furnished(code: str) -> bytes:
    """The file of a desk like that: made once a process, since most tests begin with one."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "desk.sbd"
        store = Store.open(place, durable=False)
        _furnish(store, code)
        store.close()
        return place.read_bytes()


def _furnish(store: Store, code: str) -> None:
    with store.writing() as session:
        people = [
            OfficerRecord(
                name=name,
                title=title,
                email=f"{name.split()[0].lower()}@exempel.invalid",
                phone="000-000 00 00",
                decide_limit_ore=from_kronor(100_000_000) if Role.DECIDER in roles else 0,
                pay_limit_ore=from_kronor(100_000_000) if Role.DECIDER in roles else 0,
                roles=[role.value for role in roles],
            )
            for name, title, roles in PEOPLE
        ]
        session.add_all(people)
        session.flush()
        work = Workplace(store, SetClock(FIRST_DAY), people[0].id)
        programme_setup.add_recipients(session, programme_definitions.regions())
        programme = programme_setup.add_programme(session, work, programme_definitions.load(code))
        programme.state = ProgrammeState.OPEN
        programme_setup.open_awards(session, programme, None)


def _at_work(store: Store, code: str) -> OpenDesk:
    with store.reading() as session:
        ids = {officer.name: officer.id for officer in session.scalars(select(OfficerRecord))}
        programme = session.scalars(select(ProgrammeRecord.id).where(ProgrammeRecord.code == code)).one()
    anna, karin, per = (ids[name] for name, _, _ in PEOPLE)
    return OpenDesk(store, SetClock(FIRST_DAY), anna, karin, per, programme)


def decide_appeal(desk: OpenDesk, allowed: AppealAllowed = AppealAllowed.YES) -> None:
    """Fill the jurist's field for every kind of decision."""
    with desk.store.writing() as session:
        programme = session.get_one(ProgrammeRecord, desk.programme)
        for rule in session.scalars(
            select(AppealRuleRecord).where(AppealRuleRecord.programme_id == programme.id)
        ):
            rule.allowed = allowed
            rule.three_weeks_from = ThreeWeeksFrom.RECEIVED
            rule.text = "EXEMPELTEXT: Beslutet får överklagas till förvaltningsrätten."
            rule.source = "exempel i test"

"""A desk with three people, the 21 regions and CSD 2026 open: where service tests begin."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.engine import make_url

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.clock import SetClock
from sbdesk.services.workplace import Workplace
from sbdesk.store import team
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
LOGINS = {"Anna Berg": "anna", "Karin Ek": "karin", "Per Lund": "per"}


@dataclass
class OpenDesk:
    """The store, its clock, and who works there; ``work`` is Anna Berg's place."""

    store: Store
    clock: SetClock
    anna: int
    karin: int
    per: int
    programme: int
    stores: dict[int, Store] = field(default_factory=dict)
    """With personal logins each person has a connection of their own; in a file all share one."""

    def close(self) -> None:
        for store in {id(store): store for store in (self.store, *self.stores.values())}.values():
            store.close()

    @property
    def work(self) -> Workplace:
        return Workplace(self.store, self.clock, self.anna)

    def work_of(self, officer: int) -> Workplace:
        return Workplace(self.stores.get(officer, self.store), self.clock, officer)

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


def open_desk(place: str | Path, code: str = "csd-2026", *, personal: bool = True) -> OpenDesk:
    """Make it in a new file or an empty PostgreSQL database; not durable, for speed.

    On PostgreSQL the three people log in as themselves unless not ``personal``.
    """
    if isinstance(place, Path):
        place.write_bytes(_furnished(code))
        return _at_work(Store.open(place, durable=False), code)
    if "://" not in place:
        return open_desk(Path(place), code)
    store = Store.open(place, durable=False)
    _furnish(store, code)
    if not personal:
        return _at_work(store, code)
    stores = {login: _log_in(store, place, login) for login in LOGINS.values()}
    store.close()
    made = _at_work(stores["anna"], code)
    made.stores = {made.anna: stores["anna"], made.karin: stores["karin"], made.per: stores["per"]}
    return made


def _log_in(owner: Store, place: str, login: str) -> Store:
    name = next(name for name, given in LOGINS.items() if given == login)
    with owner.writing() as session:
        team.grant(session.connection())
        team.admit(session.connection(), login)
        session.scalars(select(OfficerRecord).where(OfficerRecord.name == name)).one().login = login
    return Store.open(
        make_url(place).set(username=login).render_as_string(hide_password=False), durable=False
    )


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

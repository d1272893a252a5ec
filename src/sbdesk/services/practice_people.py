"""The invented office of the practice data: people, sender and the jurist's example answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.services.catalogue import Services
from sbdesk.services.clock import SetClock
from sbdesk.services.office_settings import PRACTICE_DAY, Sender, put_value
from sbdesk.services.opening import OpenDatabase, create_database
from sbdesk.services.practice_files import MARK, signature
from sbdesk.services.programmes import AppealInput
from sbdesk.services.settings import OfficerInput
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import RecipientRecord

ANNA = OfficerInput(
    "Anna Berg", "handläggare", (Role.OFFICER,), email="anna.berg@exempel.invalid", phone="000-000 00 01"
)
KARIN = OfficerInput(
    "Karin Ek",
    "enhetschef",
    (Role.DECIDER, Role.PAYER),
    email="karin.ek@exempel.invalid",
    phone="000-000 00 02",
    decide_limit_ore=from_kronor(50_000_000),
    pay_limit_ore=from_kronor(50_000_000),
)
PER = OfficerInput(
    "Per Lund", "handläggare", (Role.OFFICER,), email="per.lund@exempel.invalid", phone="000-000 00 03"
)
SENDER = Sender(
    name="Socialstyrelsen",
    unit=f"Övningsenheten ({MARK})",
    organisation_number="202100-0555",
    address=("Övningsgatan 1", "000 00 ÖVNINGSSTAD"),
    phone="000-000 00 00",
    email="ovning@exempel.invalid",
    bankgiro="999-9996",
)
FIRST_DAY = date(2026, 6, 9)
APPEAL_TEXT = (
    "Beslutet får överklagas till förvaltningsrätten. Överklagandet ska vara skriftligt, lämnas till oss och"
    " ha kommit in inom tre veckor från den dag då ni fick del av beslutet. Ange vilket beslut ni överklagar,"
    " vilken ändring ni vill ha och varför."
)


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """The open practice database with its movable clock and the people's ids."""

    opened: OpenDatabase
    clock: SetClock
    anna: int
    karin: int
    per: int
    programme_id: int

    @property
    def services(self) -> Services:
        """Anna Berg's services."""
        return self.opened.services

    def award(self, recipient: str) -> int:
        """The award of a region in CSD 2026; NoResultFound for one without an allotment."""
        with self.opened.store.reading() as session:
            return session.scalars(
                select(AwardRecord.id)
                .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
                .where(AwardRecord.programme_id == self.programme_id, RecipientRecord.name == recipient)
            ).one()


def make_office(file: Path) -> PracticeOffice:
    """Make the database with three people, the invented sender, and CSD 2026 signed off and open."""
    clock = SetClock(FIRST_DAY)
    opened = create_database(file, ANNA, clock=clock, practice=True)
    settings = opened.services.settings
    karin, per = (settings.add_officer(given).id or 0 for given in (KARIN, PER))
    settings.set_sender(SENDER)
    programmes = opened.services.programmes
    programme_id = programmes.load_shipped("csd-2026").id or 0
    what = "granskning av uppgifterna om CSD 2026"
    programmes.sign_off(programme_id, signature(per, PER.name, what, FIRST_DAY))
    for rule in programmes.page(programme_id).appeals:
        given = AppealInput(
            AppealAllowed.YES,
            ThreeWeeksFrom.RECEIVED,
            APPEAL_TEXT,
            f"{MARK}: exempel, en jurist har inte tagit ställning",
        )
        if rule.kind is not DecisionKind.DISMISS:
            programmes.set_appeal_rule(rule.id, rule.version, given)
    programmes.open(programme_id)
    return PracticeOffice(opened, clock, opened.work.officer_id, karin, per, programme_id)


def stay_at(office: PracticeOffice, day: date) -> None:
    """Let the practice database live on this day whenever it is opened."""
    office.clock.set(day)
    with office.opened.store.writing() as session:
        put_value(session, PRACTICE_DAY, day.isoformat())

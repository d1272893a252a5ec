"""The invented office of the practice data: people, sender and the jurist's example answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import select

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.parties import Role
from sbdesk.services.allotments_rows import TableLoad
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
CSD = "csd-2026"
FIRST_DAY = date(2026, 6, 9)
"""When CSD 2026 opens in the practice data."""
APPEAL_TEXT = (
    "Beslutet får överklagas till förvaltningsrätten. Överklagandet ska vara skriftligt, lämnas till oss och"
    " ha kommit in inom tre veckor från den dag då ni fick del av beslutet. Ange vilket beslut ni överklagar,"
    " vilken ändring ni vill ha och varför."
)


@dataclass(frozen=True, slots=True)
class PracticeProgramme:
    """An open programme; ``allotted`` is öre by recipient and component, read once to save time."""

    id: int
    short_title: str
    allotted: Mapping[str, Mapping[int, Ore]]


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """The open practice database with its movable clock and the people's ids."""

    opened: OpenDatabase
    clock: SetClock
    anna: int
    karin: int
    per: int
    programmes: dict[str, PracticeProgramme] = field(default_factory=dict)
    """The programmes in the database, by code."""

    @property
    def services(self) -> Services:
        """Anna Berg's services."""
        return self.opened.services

    def award(self, recipient: str, programme: str = CSD) -> int:
        """The award of a recipient in a programme; NoResultFound for one without an allotment."""
        with self.opened.store.reading() as session:
            return session.scalars(
                select(AwardRecord.id)
                .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
                .where(
                    AwardRecord.programme_id == self.programmes[programme].id,
                    RecipientRecord.name == recipient,
                )
            ).one()


def make_office(file: Path) -> PracticeOffice:
    """Make the database with three people, the invented sender, and CSD 2026 signed off and open."""
    office = begin_office(file, FIRST_DAY)
    open_programme(office, CSD, FIRST_DAY)
    return office


def begin_office(file: Path, on: date) -> PracticeOffice:
    """Make the database with three people and the invented sender, before any programme."""
    clock = SetClock(on)
    opened = create_database(file, ANNA, clock=clock, practice=True)
    settings = opened.services.settings
    karin, per = (settings.add_officer(given).id or 0 for given in (KARIN, PER))
    settings.set_sender(SENDER)
    return PracticeOffice(opened, clock, opened.work.officer_id, karin, per)


def open_programme(office: PracticeOffice, code: str, on: date, table: str = "") -> None:
    """Take the programme in, load its invented allotment when it has one, sign it off and open it.

    ``table`` is what an officer would paste in the tab Fördelning. Appeal fields that nobody has decided get
    an example; where a statute answers, its answer stands.
    """
    office.clock.set(on)
    programmes = office.services.programmes
    programme_id = programmes.load_shipped(code).id or 0
    if table:
        _load_allotment(office, programme_id, table)
    page = programmes.page(programme_id)
    what = f"granskning av uppgifterna om {page.row.short_title}"
    programmes.sign_off(programme_id, signature(office.per, PER.name, what, on))
    given = AppealInput(
        AppealAllowed.YES,
        ThreeWeeksFrom.RECEIVED,
        APPEAL_TEXT,
        f"{MARK}: exempel, en jurist har inte tagit ställning",
    )
    for rule in page.appeals:
        if rule.kind is not DecisionKind.DISMISS and rule.allowed is AppealAllowed.NOT_DECIDED:
            programmes.set_appeal_rule(rule.id, rule.version, given)
    programmes.open(programme_id)
    allotted = _allotted(office, programme_id)
    office.programmes[code] = PracticeProgramme(programme_id, page.row.short_title, allotted)


def _allotted(office: PracticeOffice, programme_id: int) -> dict[str, dict[int, Ore]]:
    found: dict[str, dict[int, Ore]] = {}
    for component in office.services.allotments.page(programme_id).components:
        for share in component.shares:
            parts = found.setdefault(share.recipient, {})
            parts[component.id] = parts.get(component.id, 0) + (share.effective_ore or 0)
    return found


def _load_allotment(office: PracticeOffice, programme_id: int, pasted: str) -> None:
    allotments = office.services.allotments
    (component,) = allotments.page(programme_id).components
    load = TableLoad(component.seen, f"{MARK}: påhittad lista")
    allotments.load_table(component.id, allotments.open_table(pasted), load)


def stay_at(office: PracticeOffice, day: date) -> None:
    """Let the practice database live on this day whenever it is opened."""
    office.clock.set(day)
    with office.opened.store.writing() as session:
        put_value(session, PRACTICE_DAY, day.isoformat())

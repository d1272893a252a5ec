"""The desk's own particulars: who we are, who works here, whether this is practice."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.identifiers import AccountKind, check_account
from sbdesk.domain.ore import Ore
from sbdesk.domain.parties import Role
from sbdesk.services.changes import Done, Touched
from sbdesk.services.clock import Clock
from sbdesk.services.office_settings import (
    BACKUP_FOLDER,
    PRACTICE,
    Sender,
    is_practice,
    put_sender,
    put_value,
    sender_of,
    value_of,
)
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """Somebody at the agency; limits in öre."""

    id: int
    name: str
    title: str
    email: str | None
    phone: str | None
    roles: tuple[Role, ...]
    decide_limit_ore: Ore
    pay_limit_ore: Ore


@dataclass(frozen=True, slots=True)
class OfficerInput:
    """A person to add or change; a decider's limits are öre."""

    name: str
    title: str
    roles: tuple[Role, ...]
    email: str = ""
    phone: str = ""
    decide_limit_ore: Ore = 0
    pay_limit_ore: Ore = 0


def first_officer(store: Store, clock: Clock, given: OfficerInput, *, practice: bool = False) -> int:
    """Start a new database with its first person; returns their id."""
    with store.writing() as session:
        record = officer_record(given)
        session.add(record)
        session.flush()
        if practice:
            put_value(session, PRACTICE, True)
        Workplace(store, clock, record.id).record(
            session, "start_database", ("officer", record.id), after={"practice": practice}
        )
        return record.id


def officer_ids(store: Store) -> list[int]:
    """Everybody in the database, first come first."""
    with store.reading() as session:
        return list(session.scalars(select(OfficerRecord.id).order_by(OfficerRecord.id)))


class SettingsService:
    """The Inställningar page's service; also tells pages who can be a second person."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def me(self) -> OfficerRow:
        """The acting officer."""
        with self.work.store.reading() as session:
            return _row(self.work.officer(session))

    def officers(self) -> list[OfficerRow]:
        """Everybody, by name."""
        with self.work.store.reading() as session:
            return [
                _row(record) for record in session.scalars(select(OfficerRecord).order_by(OfficerRecord.name))
            ]

    def others(self) -> list[OfficerRow]:
        """Everybody but the acting officer: who can be the second person."""
        return [row for row in self.officers() if row.id != self.work.officer_id]

    def practice(self) -> bool:
        """Whether everything here is invented."""
        with self.work.store.reading() as session:
            return is_practice(session)

    def signs_outside(self) -> bool:
        """Whether decisions are signed on paper and registered (a local file)."""
        return not self.work.store.enforces_people

    def place(self) -> tuple[str, str]:
        """Where the database is: (file or server without password, folder that can be opened or empty)."""
        file = self.work.store.file
        if file is None:
            return self.work.store.url.render_as_string(hide_password=True), ""
        return str(file), str(file.parent)

    def sender(self) -> Sender:
        """The agency as letters name it."""
        with self.work.store.reading() as session:
            return sender_of(session)

    def backup_folder(self) -> str:
        """Where copies go, or empty."""
        with self.work.store.reading() as session:
            return str(value_of(session, BACKUP_FOLDER) or "")

    def set_backup_folder(self, folder: str) -> Done:
        """Remember where copies go."""
        with self.work.store.writing() as session:
            put_value(session, BACKUP_FOLDER, folder)
            self.work.record(session, "set_backup_folder", ("setting", 0))
        return Done(Touched.SETTINGS, "Mappen för säkerhetskopior är sparad.")

    def set_sender(self, sender: Sender) -> Done:
        """Keep the agency's particulars. Raises NotAllowed for a bankgiro with a wrong check digit."""
        if sender.bankgiro:
            checked = check_account(AccountKind.BANKGIRO, sender.bankgiro)
            if checked.text is not None:
                raise NotAllowed(checked.text, "Inget är ändrat.", "Rätta numret.")
            sender = Sender(**{**asdict(sender), "bankgiro": checked.number})
        with self.work.store.writing() as session:
            put_sender(session, sender)
            self.work.record(
                session, "set_sender", ("setting", 0), after={"name": sender.name, "unit": sender.unit}
            )
        return Done(Touched.SETTINGS, "Avsändaren är sparad.")

    def add_officer(self, given: OfficerInput) -> Done:
        """Add a colleague. Raises NotAllowed without a name or when the name is taken."""
        with self.work.store.writing() as session:
            _refuse_bad(session, given)
            record = officer_record(given)
            session.add(record)
            session.flush()
            self.work.record(
                session,
                "add_officer",
                ("officer", record.id),
                after={"roles": [role.value for role in given.roles]},
            )
            made = record.id
        return Done(Touched.SETTINGS, f"{given.name.strip()} är tillagd.", made)


def _refuse_bad(session: Session, given: OfficerInput) -> None:
    if not given.name.strip() or not given.title.strip():
        raise NotAllowed("Namn eller titel saknas.", "Inget är ändrat.", "Fyll i båda. De står i besluten.")
    taken = session.scalar(select(OfficerRecord.id).where(OfficerRecord.name == given.name.strip()))
    if taken is not None:
        raise NotAllowed(
            f"{given.name.strip()} finns redan.",
            "Inget är ändrat.",
            "Välj personen i listan, eller ange ett annat namn.",
        )


def officer_record(given: OfficerInput) -> OfficerRecord:
    """A new person's record; not yet in a session."""
    return OfficerRecord(
        name=given.name.strip(),
        title=given.title.strip(),
        email=given.email.strip() or None,
        phone=given.phone.strip() or None,
        roles=[role.value for role in given.roles],
        decide_limit_ore=given.decide_limit_ore,
        pay_limit_ore=given.pay_limit_ore,
    )


def _row(record: OfficerRecord) -> OfficerRow:
    return OfficerRow(
        id=record.id,
        name=record.name,
        title=record.title,
        email=record.email,
        phone=record.phone,
        roles=tuple(Role(role) for role in record.roles),
        decide_limit_ore=record.decide_limit_ore,
        pay_limit_ore=record.pay_limit_ore,
    )

"""What every letter needs to know of the agency, kept as settings: sender, and whether this is practice."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.store.records.office import SettingRecord

SENDER = "sender"
PRACTICE = "practice"
PRACTICE_DAY = "practice_day"
"""The invented day that a practice database lives on, as ISO text."""
BACKUP_FOLDER = "backup_folder"


@dataclass(frozen=True, slots=True)
class Sender:
    """The agency as letters and invoices name it; empty where the officer has not said."""

    name: str = "Socialstyrelsen"
    unit: str = ""
    organisation_number: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    bankgiro: str = ""


def value_of(session: Session, key: str, programme_id: int | None = None) -> Any:
    """A setting's value, None when nobody has set it."""
    return session.scalar(
        select(SettingRecord.value).where(
            SettingRecord.key == key, SettingRecord.programme_id.is_not_distinct_from(programme_id)
        )
    )


def put_value(
    session: Session, key: str, value: Any, *, role: str = "officer", source: str | None = None
) -> None:
    """Set a value for the whole desk in the caller's transaction."""
    record = session.scalar(
        select(SettingRecord).where(SettingRecord.key == key, SettingRecord.programme_id.is_(None))
    )
    if record is None:
        session.add(SettingRecord(key=key, value=value, role=role, source=source))
    else:
        record.value, record.source = value, source
    session.flush()


def sender_of(session: Session) -> Sender:
    """The agency as set, else Socialstyrelsen with nothing more known."""
    stored = value_of(session, SENDER)
    if stored is None:
        return Sender()
    return Sender(**{**stored, "address": tuple(stored.get("address", ()))})


def put_sender(session: Session, sender: Sender) -> None:
    """Keep the agency's particulars."""
    put_value(session, SENDER, {**asdict(sender), "address": list(sender.address)})


def is_practice(session: Session) -> bool:
    """Whether everything in this database is invented: letters say ÖVNING, no payment file is made."""
    return bool(value_of(session, PRACTICE))


def practice_day(session: Session) -> date | None:
    """The day a practice database lives on; None for a real one."""
    stored = value_of(session, PRACTICE_DAY)
    return date.fromisoformat(stored) if is_practice(session) and stored else None

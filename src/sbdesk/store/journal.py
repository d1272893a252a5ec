"""The audit chain: one append-only table in which each entry hashes the former."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.store.base import canonical_json
from sbdesk.store.records.office import EventRecord

FIRST = "0" * 64
"""What the first entry hashes in place of a former one."""

_HASHED = (
    "seq",
    "officer_id",
    "officer_name",
    "verb",
    "subject_kind",
    "subject_id",
    "award_id",
    "before",
    "after",
    "reason",
    "app_version",
    "undoes",
    "prev_hash",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one act leaves behind; ``before`` and ``after`` are plain data."""

    at: datetime
    officer_id: int | None
    officer_name: str
    verb: str
    subject_kind: str
    subject_id: int
    award_id: int | None = None
    before: Any = None
    after: Any = None
    reason: str | None = None
    undoes: int | None = None
    app_version: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's number and hash, as printed on what leaves the house."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the chain does not hold, and why."""

    seq: int
    reason: str


def head(session: Session) -> Head:
    """The newest entry, or the zero head of an empty chain."""
    row = session.execute(
        select(EventRecord.seq, EventRecord.hash).order_by(EventRecord.seq.desc()).limit(1)
    ).first()
    return Head(row.seq, row.hash) if row else Head(0, FIRST)


def write(session: Session, entry: Entry) -> int:
    """Append one entry in the caller's transaction and return its number."""
    session.flush()
    former = head(session)
    record = EventRecord(
        seq=former.seq + 1,
        at=entry.at,
        officer_id=entry.officer_id,
        officer_name=entry.officer_name,
        verb=entry.verb,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        award_id=entry.award_id,
        before=entry.before,
        after=entry.after,
        reason=entry.reason,
        app_version=entry.app_version,
        undoes=entry.undoes,
        prev_hash=former.hash,
    )
    record.hash = entry_hash(record)
    session.add(record)
    session.flush()
    return record.seq


def entry_hash(record: EventRecord) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself."""
    content = {name: getattr(record, name) for name in _HASHED}
    content["at"] = record.at.isoformat(timespec="microseconds")
    return hashlib.sha256(canonical_json(content).encode()).hexdigest()


def verify(session: Session, *, heads: dict[int, str] | None = None) -> list[Fault]:
    """Every place where the chain is broken, or lacks a head that left the house (seq → hash)."""
    faults: list[Fault] = []
    former, expected = FIRST, 1
    wanted = dict(heads or {})
    for record in session.scalars(select(EventRecord).order_by(EventRecord.seq)).yield_per(1000):
        if record.seq != expected:
            faults.append(Fault(record.seq, f"händelse {expected} saknas"))
        if record.prev_hash != former:
            faults.append(Fault(record.seq, "hänger inte ihop med händelsen före"))
        if entry_hash(record) != record.hash:
            faults.append(Fault(record.seq, "innehållet är ändrat"))
        if wanted.pop(record.seq, record.hash) != record.hash:
            faults.append(Fault(record.seq, "stämmer inte med ett ankare utanför kedjan"))
        former, expected = record.hash, record.seq + 1
    faults += [Fault(seq, "ett ankare pekar på en händelse som saknas") for seq in sorted(wanted)]
    return faults

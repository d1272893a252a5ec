"""Whether the database still says what was written: chain, anchors, guards, file, every document."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from sbdesk.services.document_store import sha256
from sbdesk.services.workplace import Workplace
from sbdesk.store import journal, triggers
from sbdesk.store.records.office import AnchorRecord, DocumentRecord
from sbdesk.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what did not hold; ``faults`` are Swedish sentences."""

    events: int
    documents: int
    head: str
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def verify(store: Store) -> Verification:
    """Look at everything; reads only."""
    with store.reading() as session:
        heads = {anchor.seq: anchor.hash for anchor in session.scalars(select(AnchorRecord))}
        faults = [f"Händelse {fault.seq}: {fault.reason}." for fault in journal.verify(session, heads=heads)]
        faults += _file_faults(session)
        documents, document_faults = _document_faults(session)
        end = journal.head(session)
        return Verification(end.seq, documents, end.hash, (*faults, *document_faults))


def _file_faults(session: Session) -> list[str]:
    gone = [f"Spärren {name} saknas eller är ändrad." for name in triggers.missing(session.connection())]
    if session.get_bind().dialect.name != "sqlite":
        return gone
    found = [str(row[0]) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    faults = gone + [f"Databasfilen är skadad: {words}." for words in found]
    broken = session.execute(text("PRAGMA foreign_key_check")).all()
    return faults + [f"Raden {row[1]} i {row[0]} pekar på något som saknas." for row in broken]


def _document_faults(session: Session) -> tuple[int, list[str]]:
    faults = []
    number = 0
    for record in session.scalars(select(DocumentRecord).order_by(DocumentRecord.id)).yield_per(20):
        number += 1
        if record.content is not None and sha256(record.content) != record.content_sha256:
            faults.append(f"Dokument {record.id} ({record.title}) stämmer inte med sin kontrollsumma.")
    return number, faults


class VerificationService:
    """The same look for the window and the command line."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def run(self) -> Verification:
        """Look at the open database."""
        return verify(self.work.store)

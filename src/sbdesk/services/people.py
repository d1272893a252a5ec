"""The only place where a recipient's people are written: their rows, and the seal that the chain may hold."""

from __future__ import annotations

import hashlib
import hmac
import os
import re

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.store.base import canonical_json
from sbdesk.store.records.parties import PersonRecord

NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."
SALT_BYTES = 32
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def contact_of(session: Session, name: str, email: str) -> PersonRecord | None:
    """As :func:`add_person`; None when neither is given. A shared mailbox without a name is a contact too."""
    return add_person(session, name, email) if name.strip() or email.strip() else None


def add_person(session: Session, name: str, email: str) -> PersonRecord:
    """A new row with a salt of its own. Raises UserFacingError for what is no e-mail address."""
    called, address = name.strip(), email.strip()
    refuse_bad_email(address)
    person = PersonRecord(name=called or None, email=address or None, salt=os.urandom(SALT_BYTES))
    session.add(person)
    session.flush()
    return person


def refuse_bad_email(address: str) -> None:
    """Raise UserFacingError for what is no e-mail address; an empty one is none."""
    if address and not _EMAIL.fullmatch(address):
        raise UserFacingError(
            f"”{address}” är ingen e-postadress.", NOT_SAVED, "Rätta adressen.", code="email"
        )


def seal(person: PersonRecord) -> str:
    """HMAC-SHA-256 of name and e-mail under the person's salt, hexadecimal: what an event may say of them.

    With the row the seal proves whom the event meant. Without the salt it is a random number, so erasing the
    row erases the person from the chain, and the chain still verifies. LookupError once they are erased.
    """
    if person.salt is None:
        raise LookupError(f"person {person.id} is erased")
    content = canonical_json({"email": person.email, "name": person.name}).encode()
    return hmac.new(person.salt, content, hashlib.sha256).hexdigest()


def is_sealed(person: PersonRecord, found: str) -> bool:
    """Whether the seal in an event is this person's; never for one that is erased."""
    return person.salt is not None and hmac.compare_digest(seal(person), found)

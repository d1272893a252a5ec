"""Every recipient across programmes: entered, corrected, merged, read with what it was paid and owes."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.sort_keys import name_key
from sbdesk.services import parties, programme_definitions, programme_setup, recipients_merging
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.party_acts import NOT_SAVED, NOTHING, recipient_for, refuse, refuse_stale
from sbdesk.services.people import refuse_bad_email
from sbdesk.services.recipient_debts import debts_of
from sbdesk.services.recipient_rows import (
    AccountRow,
    DebtRow,
    IdentityInput,
    RecipientAwardRow,
    RecipientCard,
    RecipientInput,
    RecipientRow,
)
from sbdesk.services.recipients_reading import recipient_card, recipient_rows
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import RecipientRecord

__all__ = [
    "AccountRow",
    "DebtRow",
    "IdentityInput",
    "RecipientAwardRow",
    "RecipientCard",
    "RecipientInput",
    "RecipientRow",
    "RecipientsService",
    "debts_of",
]

_PEPPOL = re.compile(r"[0-9]{4}:[A-Za-z0-9.:_-]{1,50}")
"""Scheme and number of a participant, such as ``0007:2321000016`` (ISO 6523; the scheme 0007 is Swedish)."""


class RecipientsService:
    """The Regioner page's service."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self) -> list[RecipientRow]:
        """Every recipient in Swedish order."""
        with self.work.store.reading() as session:
            return recipient_rows(session, self.work)

    def card(self, recipient_id: int) -> RecipientCard:
        """One recipient over all programmes."""
        with self.work.store.reading() as session:
            return recipient_card(session, self.work, recipient_id)

    def add_regions(self, command_id: str | None = None) -> Done:
        """Put in the 21 regions; those there are kept."""

        def act(session: Session) -> int:
            return programme_setup.add_recipients(session, programme_definitions.regions())

        added = one_effect(self.work, command_id, "add_regions", [], act)
        return Done(Touched.RECIPIENTS, f"{added} regioner är inlagda.")

    def add(self, identity: IdentityInput, given: RecipientInput, command_id: str | None = None) -> Done:
        """Enter a recipient. Raises for a bad number, name, e-mail or Peppol id; Conflict if it is there."""

        def act(session: Session) -> int:
            _refuse_bad(given)
            record = parties.make_recipient(
                session, self.work, identity.org_number, identity.name, identity.kind
            )
            record.org_number_confirmed = given.org_number_confirmed
            _put(record, given)
            return record.id

        plain = [*_plain(identity), *_plain_particulars(given)]
        made = one_effect(self.work, command_id, "add_recipient", plain, act)
        return Done(Touched.RECIPIENTS, f"{identity.name.strip()} är tillagd.", made)

    def change(
        self, recipient_id: int, version: int, given: RecipientInput, command_id: str | None = None
    ) -> Done:
        """Change address, registrar, reference. Raises F12 when somebody was first; refuses a bad e-mail."""

        def act(session: Session) -> None:
            _refuse_bad(given)
            record = recipient_for(session, self.work, recipient_id)
            refuse_stale(record.version, version, record.name)
            before = {"org_number_confirmed": record.org_number_confirmed, "peppol_id": record.peppol_id}
            _put(record, given)
            record.org_number_confirmed = given.org_number_confirmed
            self.work.record(
                session,
                "change_recipient",
                ("recipient", recipient_id),
                before=before,
                after={"org_number_confirmed": record.org_number_confirmed, "peppol_id": record.peppol_id},
            )

        plain = [recipient_id, version, *_plain_particulars(given)]
        one_effect(self.work, command_id, "change_recipient", plain, act)
        return Done(Touched.RECIPIENTS, "Mottagarens uppgifter är sparade.", recipient_id)

    def change_identity(
        self, recipient_id: int, version: int, given: IdentityInput, command_id: str | None = None
    ) -> Done:
        """Correct name, kind or number. A confirmed number stands: NotAllowed; a taken one: Conflict."""

        def act(session: Session) -> None:
            record = recipient_for(session, self.work, recipient_id)
            refuse_stale(record.version, version, record.name)
            number, name = parties.stored_org_number(given.org_number), given.name.strip()
            if not name:
                raise UserFacingError("Namnet saknas.", NOT_SAVED, "Skriv mottagarens namn.", code="name")
            parties.refuse_long_name(name)
            if number != record.org_number:
                _refuse_number(session, record, number)
            before = {"name": record.name, "org_number": record.org_number, "kind": record.kind.value}
            record.name, record.name_key = name, name_key(name)
            record.org_number, record.kind = number, given.kind
            self.work.record(
                session,
                "change_recipient",
                ("recipient", recipient_id),
                before=before,
                after={"name": name, "org_number": number, "kind": given.kind.value},
            )

        one_effect(self.work, command_id, "change_identity", [recipient_id, version, *_plain(given)], act)
        return Done(
            Touched.RECIPIENTS | Touched.REQUISITIONS, "Mottagarens uppgifter är sparade.", recipient_id
        )

    def merge(
        self,
        ids: tuple[int, int],
        version: int,
        on: date,
        second: SecondPerson,
        command_id: str | None = None,
    ) -> Done:
        """Let the first of ``ids`` go up in the second from a day; see :func:`recipients_merging.merge`."""

        def act(session: Session) -> str:
            return recipients_merging.merge(session, self.work, ids, version, on, second)

        plain = [*ids, version, on.isoformat(), second.officer_id, second.on.isoformat()]
        name = one_effect(self.work, command_id, "merge_recipient", plain, act)
        return Done(Touched.RECIPIENTS, f"Mottagaren har gått upp i {name}.", ids[0])

    def undo_merge(self, recipient_id: int, version: int, reason: str, command_id: str | None = None) -> Done:
        """Take a merger back."""

        def act(session: Session) -> None:
            recipients_merging.undo_merge(session, self.work, recipient_id, version, reason)

        one_effect(self.work, command_id, "undo_merge_recipient", [recipient_id, version, reason], act)
        return Done(Touched.RECIPIENTS, "Sammanslagningen är ångrad.", recipient_id)


def _refuse_bad(given: RecipientInput) -> None:
    refuse_bad_email(given.registrar_email.strip())
    peppol = given.peppol_id.strip()
    if peppol and not _PEPPOL.fullmatch(peppol):
        raise NotAllowed(
            f"”{peppol}” är inget Peppol-id.",
            NOTHING,
            "Skriv schema och nummer med kolon mellan, till exempel 0007:2321000016.",
            code="peppol",
        )


def _refuse_number(session: Session, record: RecipientRecord, number: str) -> None:
    refuse(
        party_actions.why_not_change_number(confirmed=record.org_number_confirmed),
        "Ta först bort markeringen Bekräftat mot register.",
    )
    parties.refuse_taken(session, number)


def _put(record: RecipientRecord, given: RecipientInput) -> None:
    record.address = given.address.strip() or None
    record.registrar_email = given.registrar_email.strip() or None
    record.buyer_reference = given.buyer_reference.strip() or None
    record.peppol_id = given.peppol_id.strip() or None


def _plain(given: IdentityInput) -> list[str]:
    return [given.org_number, given.name, given.kind.value]


def _plain_particulars(given: RecipientInput) -> list[str | bool]:
    return [
        given.address,
        given.registrar_email,
        given.buyer_reference,
        given.peppol_id,
        given.org_number_confirmed,
    ]

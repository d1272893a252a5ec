"""What the officer types about a requisition, in one shape for registration, reply and change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sbdesk.domain.amount_keys import AmountKey, Amounts, given_twice, key_text
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.requisition import Channel
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.document_store import sha256

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class AccountInput:
    """The account given; ``compared``: the officer has compared a number that no table can check."""

    kind: AccountKind
    number: str
    clearing: str | None = None
    compared: bool = False


@dataclass(frozen=True, slots=True)
class RequisitionInput:
    """One requisition as it came in; ``amounts`` is öre per component id, or per share (two RSS).

    ``requested_ore`` is the sum the recipient states, None when only parts are given. ``portal_checked`` is
    the tick "Kontrollerat i e-tjänsten" for representative and contact.
    """

    received_on: date
    channel: Channel
    amounts: Amounts
    account: AccountInput | None = None
    requested_ore: Ore | None = None
    payment_reference: str = ""
    contact_name: str = ""
    contact_email: str = ""
    portal_checked: bool = False
    case_number: str = ""
    document: ReceivedFile | None = field(default=None)
    exception: str = ""
    """Why a new requisition after a former one is taken up though the time has run out."""

    @property
    def total_ore(self) -> Ore:
        """The stated sum, or the sum of the parts."""
        return sum(self.amounts.values()) if self.requested_ore is None else self.requested_ore

    def plain(self) -> dict[str, Any]:
        """Plain data for the command's hash; a file counts by its own hash."""
        account = self.account
        return {
            "received_on": self.received_on.isoformat(),
            "channel": self.channel.value,
            "amounts": {key_text(key): ore for key, ore in self.amounts.items()},
            "account": [account.kind.value, account.number, account.clearing] if account else None,
            "requested_ore": self.requested_ore,
            "payment_reference": self.payment_reference,
            "contact": [self.contact_name, self.contact_email],
            "portal_checked": self.portal_checked,
            "case_number": self.case_number,
            "exception": self.exception,
            "document": sha256(self.document.content) if self.document else None,
        }


def refuse_faulty(given: RequisitionInput, today: date, known: frozenset[AmountKey]) -> None:
    """Raise for what can never be right: a day to come, a negative amount, a part the recipient lacks.

    ``known``: whose amounts can be given.
    """
    if given.received_on > today:
        raise UserFacingError(
            f"Dagen {given.received_on.isoformat()} har inte varit än.",
            "Inget är sparat, men det du har skrivit finns kvar.",
            "Ange den dag då rekvisitionen kom in.",
        )
    if not given.amounts or set(given.amounts) - known:
        raise UserFacingError(
            "Beloppet saknar del av statsbidraget, eller mottagaren har ingen sådan del.",
            "Inget är sparat, men det du har skrivit finns kvar.",
            "Ange rekvirerat belopp för minst en av mottagarens delar.",
        )
    if given_twice(given.amounts):
        raise UserFacingError(
            "Beloppet är angivet både för delen som helhet och för verksamheterna i den.",
            "Inget är sparat, men det du har skrivit finns kvar.",
            "Ange ett belopp för varje verksamhet.",
        )
    if given.contact_email.strip() and not _EMAIL.fullmatch(given.contact_email.strip()):
        raise UserFacingError(
            f"”{given.contact_email.strip()}” är ingen e-postadress.",
            "Inget är sparat, men det du har skrivit finns kvar.",
            "Rätta kontaktpersonens e-postadress.",
        )
    for amount in (*given.amounts.values(), given.total_ore):
        if amount < 0:
            raise UserFacingError(
                f"{format_kronor(amount)} är ett negativt belopp.",
                "Inget är sparat, men det du har skrivit finns kvar.",
                "Ange det belopp som mottagaren har rekvirerat.",
            )


def reason_given(text: str, what: str) -> str:
    """The reason without outer spaces; raises when there is none. ``what`` names the act in Swedish."""
    reason = text.strip()
    if not reason:
        raise UserFacingError(
            f"Skäl saknas för att {what}.", "Inget är ändrat.", "Skriv skälet och försök igen."
        )
    return reason

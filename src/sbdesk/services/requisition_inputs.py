"""What the officer types about a requisition, in one shape for registration, reply and change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sbdesk.domain.amount_keys import AmountKey, Amounts, given_twice, key_text
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.lengths import CASE_NUMBER, NAME, REASON, REFERENCE, first_too_long
from sbdesk.domain.ore import LIMIT, Ore, format_kronor
from sbdesk.domain.requisition import Channel
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.document_store import sha256

NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."
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


def refuse_faulty(given: RequisitionInput, today: date, year: int, known: frozenset[AmountKey]) -> None:
    """Raise for what can never be right: a day to come, an impossible amount, a part the recipient lacks.

    ``year`` is the grant's; ``known``: whose amounts can be given.
    """
    _refuse_day(given.received_on, today, year)
    _refuse_long(given)
    _refuse_amounts(given, known)
    if given.contact_email.strip() and not _EMAIL.fullmatch(given.contact_email.strip()):
        raise UserFacingError(
            f"”{given.contact_email.strip()}” är ingen e-postadress.",
            NOT_SAVED,
            "Rätta kontaktpersonens e-postadress.",
        )


def _refuse_day(received_on: date, today: date, year: int) -> None:
    if received_on > today:
        raise UserFacingError(
            f"Dagen {received_on.isoformat()} har inte varit än.",
            NOT_SAVED,
            "Ange den dag då rekvisitionen kom in.",
        )
    if received_on.year < year - 1:
        raise UserFacingError(
            f"{received_on.isoformat()} är ett orimligt datum för ett statsbidrag som gäller {year}.",
            NOT_SAVED,
            "Ange den dag då rekvisitionen kom in.",
        )


def _refuse_long(given: RequisitionInput) -> None:
    told = first_too_long(
        ("Diarienumret", given.case_number, CASE_NUMBER),
        ("Betalningsreferensen", given.payment_reference, REFERENCE),
        ("Kontaktpersonens namn", given.contact_name, NAME),
        ("Kontaktpersonens e-postadress", given.contact_email, NAME),
        ("Skälet", given.exception, REASON),
    )
    if told:
        raise UserFacingError(told, NOT_SAVED, "Korta texten.")


def _refuse_amounts(given: RequisitionInput, known: frozenset[AmountKey]) -> None:
    if not given.amounts or set(given.amounts) - known:
        raise UserFacingError(
            "Beloppet saknar del av statsbidraget, eller mottagaren har ingen sådan del.",
            NOT_SAVED,
            "Ange rekvirerat belopp för minst en av mottagarens delar.",
        )
    if given_twice(given.amounts):
        raise UserFacingError(
            "Beloppet är angivet både för delen som helhet och för verksamheterna i den.",
            NOT_SAVED,
            "Ange ett belopp för varje verksamhet.",
        )
    amounts = (*given.amounts.values(), sum(given.amounts.values()), given.total_ore)
    if max(amounts) > LIMIT:
        raise UserFacingError(
            f"{format_kronor(max(amounts))} är mer än högsta möjliga belopp, {format_kronor(LIMIT)}.",
            NOT_SAVED,
            "Rätta beloppen: även deras summa ska rymmas.",
        )
    for amount in amounts:
        if amount < 0:
            raise UserFacingError(
                f"{format_kronor(amount)} är ett negativt belopp.",
                NOT_SAVED,
                "Ange det belopp som mottagaren har rekvirerat.",
            )


def number_given(text: str, safe: str) -> str:
    """The case number without outer spaces; raises when it is longer than a letter has room for."""
    told = first_too_long(("Diarienumret", text, CASE_NUMBER))
    if told:
        raise UserFacingError(told, safe, "Skriv numret som det står i diariet.")
    return text.strip()


def reason_given(text: str, what: str) -> str:
    """The reason without outer spaces; raises when there is none. ``what`` names the act in Swedish."""
    reason = text.strip()
    if not reason:
        raise UserFacingError(
            f"Skäl saknas för att {what}.", "Inget är ändrat.", "Skriv skälet och försök igen."
        )
    told = first_too_long(("Skälet", reason, REASON))
    if told:
        raise UserFacingError(told, "Inget är ändrat.", "Korta texten.")
    return reason

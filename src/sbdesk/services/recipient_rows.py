"""The rows of the Regioner page, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ore import Ore


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """A recipient with its sums over all programmes, öre; ``debt_ore`` is due and unpaid."""

    id: int
    name: str
    name_key: str
    kind: str
    org_number: str
    org_number_confirmed: bool
    care_region: str
    programmes: int
    granted_ore: Ore
    paid_ore: Ore
    accepted_ore: Ore
    repayable_ore: Ore
    debt_ore: Ore


@dataclass(frozen=True, slots=True)
class RecipientAwardRow:
    """One of a recipient's awards, öre; ``ceiling_ore`` None while nothing is decided."""

    award_id: int
    programme: str
    ceiling_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    accepted_ore: Ore
    repayable_ore: Ore
    outstanding_ore: Ore


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account a recipient has been or may be paid to."""

    id: int
    kind: str
    number: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class DebtRow:
    """An award's claim that is due and unpaid, öre; ``number`` and ``due_on`` of its oldest invoice."""

    award_id: int
    invoice_id: int
    number: str
    programme: str
    outstanding_ore: Ore
    due_on: date


@dataclass(frozen=True, slots=True)
class RecipientCard:
    """Everything of one recipient that the page shows.

    ``debt_stops`` are the open programmes in which a debt stops a grant, ``debt_informs`` the others.
    """

    row: RecipientRow
    version: int
    seat: str | None
    address: str | None
    registrar_email: str | None
    buyer_reference: str | None
    peppol_id: str | None
    awards: tuple[RecipientAwardRow, ...]
    accounts: tuple[AccountRow, ...]
    debts: tuple[DebtRow, ...]
    debt_stops: tuple[str, ...]
    debt_informs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecipientInput:
    """What an officer may change of a recipient; empty text means not known."""

    address: str = ""
    registrar_email: str = ""
    buyer_reference: str = ""
    peppol_id: str = ""
    org_number_confirmed: bool = False

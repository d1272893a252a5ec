"""What the Fakturor and Inbetalningar tabs show, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation_status import Offer, StatusLabel


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One invoice, credit note or draft; öre. A draft's amount and due day are what they would be today."""

    id: int
    version: int
    recovery_id: int
    recovery_number: str
    award_id: int
    recipient: str
    recipient_key: str
    number: str
    kind: str
    amount_ore: Ore
    repaid_ore: Ore
    outstanding_ore: Ore
    issued_on: date | None
    due_on: date
    ocr_number: str
    document_id: int | None
    status: StatusLabel
    offers: tuple[Offer, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class MatchRow:
    """What a part of a payment pays; öre. ``undone``: the match no longer counts."""

    id: int
    what: str
    amount_ore: Ore
    undone: bool


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One incoming payment; öre."""

    id: int
    value_on: date
    amount_ore: Ore
    payer: str
    reference: str
    entry_reference: str
    matched_ore: Ore
    left_ore: Ore
    status: StatusLabel
    matches: tuple[MatchRow, ...]
    foreign: bool

"""What a service touched, so that every open page knows whether to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Touched(Flag):
    """The nouns whose rows may have changed."""

    NOTHING = 0
    PROGRAMMES = auto()
    RECIPIENTS = auto()
    REQUISITIONS = auto()
    DECISIONS = auto()
    PAYOUTS = auto()
    REPORTS = auto()
    LEDGER_IMPORTS = auto()
    RECONCILIATIONS = auto()
    RECOVERIES = auto()
    INVOICES = auto()
    INCOMING_PAYMENTS = auto()
    DOCUMENTS = auto()
    SETTINGS = auto()


@dataclass(frozen=True, slots=True)
class Done:
    """The answer of every acting service method: what it touched, what to tell, which row it made."""

    touched: Touched
    message: str
    id: int | None = None

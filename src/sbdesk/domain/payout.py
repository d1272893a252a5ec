"""The payout's states from plan to confirmation."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class PayoutState(StrEnum):
    """Stored states of one payment."""

    PLANNED = "planned"
    APPROVED = "approved"
    IN_FILE = "in_file"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    REPLACED = "replaced"


NOT_COUNTED = frozenset(
    {PayoutState.CANCELLED, PayoutState.FAILED, PayoutState.REPLACED, PayoutState.RETURNED}
)
"""States whose amount does not count towards the granted ceiling."""

_S = PayoutState

PAYOUT_MACHINE: Machine[PayoutState] = Machine(
    "Utbetalningen",
    {
        _S.PLANNED: "förberedd",
        _S.APPROVED: "attesterad",
        _S.IN_FILE: "i en betalfil",
        _S.SENT: "skickad till banken",
        _S.CONFIRMED: "genomförd",
        _S.FAILED: "stoppad av banken",
        _S.RETURNED: "återsänd",
        _S.CANCELLED: "borttagen",
        _S.REPLACED: "ersatt av en ny utbetalning",
    },
    [
        Move(_S.PLANNED, "approve", _S.APPROVED, Actor.SECOND_PERSON),
        Move(_S.APPROVED, "export", _S.IN_FILE),
        Move(_S.IN_FILE, "acknowledge", _S.SENT, Actor.BANK),
        Move(_S.SENT, "confirm", _S.CONFIRMED, Actor.BANK),
        Move(_S.APPROVED, "confirm", _S.CONFIRMED, Actor.BANK),
        Move(_S.PLANNED, "cancel", _S.CANCELLED),
        Move(_S.APPROVED, "cancel", _S.CANCELLED),
        Move(_S.IN_FILE, "take_out", _S.APPROVED),
        Move(_S.SENT, "reject", _S.FAILED, Actor.BANK),
        Move(_S.FAILED, "retry", _S.REPLACED),
        Move(_S.FAILED, "resolve", _S.CANCELLED),
        Move(_S.CONFIRMED, "return", _S.RETURNED, Actor.BANK),
        Move(_S.RETURNED, "retry", _S.REPLACED),
        Move(_S.CANCELLED, "undo_cancel", _S.PLANNED),
        Move(_S.CONFIRMED, "undo_confirm", _S.APPROVED),
    ],
)

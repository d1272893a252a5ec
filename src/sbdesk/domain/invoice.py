"""The invoice's states, and the incoming payment that answers it."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class InvoiceKind(StrEnum):
    """A claim's principal, interest on it, or a credit note."""

    PRINCIPAL = "principal"
    INTEREST = "interest"
    CREDIT_NOTE = "credit_note"


class InvoiceState(StrEnum):
    """Stored states; overdue, paid and part-paid are computed."""

    DRAFT = "draft"
    ISSUED = "issued"
    SENT = "sent"
    ENFORCEMENT = "enforcement"
    CREDITED = "credited"
    DISCARDED = "discarded"


class PaymentState(StrEnum):
    """Partly and fully matched are computed from the matches."""

    UNMATCHED = "unmatched"
    REFUNDED = "refunded"
    FOREIGN = "foreign"


class MatchPurpose(StrEnum):
    """What a matched amount pays."""

    PRINCIPAL = "principal"
    INTEREST = "interest"
    VOLUNTARY = "voluntary"
    RETURNED_PAYOUT = "returned_payout"
    REFUND = "refund"


_I = InvoiceState
_P = PaymentState

INVOICE_MACHINE: Machine[InvoiceState] = Machine(
    "Fakturan",
    {
        _I.DRAFT: "ett utkast",
        _I.ISSUED: "utfärdad",
        _I.SENT: "skickad",
        _I.ENFORCEMENT: "lämnad till ekonomi för fortsatt krav",
        _I.CREDITED: "krediterad",
        _I.DISCARDED: "kasserad",
    },
    [
        Move(_I.DRAFT, "issue", _I.ISSUED),
        Move(_I.DRAFT, "discard", _I.DISCARDED),
        Move(_I.DISCARDED, "restore", _I.DRAFT),
        Move(_I.ISSUED, "send", _I.SENT),
        Move(_I.ISSUED, "resend", _I.ISSUED),
        Move(_I.SENT, "remind", _I.SENT),
        Move(_I.SENT, "resend", _I.SENT),
        Move(_I.SENT, "grant_respite", _I.SENT, Actor.SECOND_PERSON),
        Move(_I.SENT, "enforce", _I.ENFORCEMENT, Actor.SECOND_PERSON),
        Move(_I.ENFORCEMENT, "recall", _I.SENT),
        *(
            Move(state, "credit", _I.CREDITED, Actor.SECOND_PERSON)
            for state in (_I.ISSUED, _I.SENT, _I.ENFORCEMENT)
        ),
        Move(_I.CREDITED, "draft_anew", _I.CREDITED),
    ],
)

PAYMENT_MACHINE: Machine[PaymentState] = Machine(
    "Inbetalningen",
    {_P.UNMATCHED: "inte kopplad", _P.REFUNDED: "återbetald", _P.FOREIGN: "markerad som inte vår"},
    [
        Move(_P.UNMATCHED, "match", _P.UNMATCHED),
        Move(_P.UNMATCHED, "undo_match", _P.UNMATCHED),
        Move(_P.UNMATCHED, "refund", _P.REFUNDED, Actor.SECOND_PERSON),
        Move(_P.REFUNDED, "undo_refund", _P.UNMATCHED),
        Move(_P.UNMATCHED, "mark_not_ours", _P.FOREIGN),
        Move(_P.FOREIGN, "reopen", _P.UNMATCHED),
    ],
)

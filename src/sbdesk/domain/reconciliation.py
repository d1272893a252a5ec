"""The reconciliation's states, and what a verdict on a ledger row needs."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.states import Actor, Machine, Move


class ReconciliationState(StrEnum):
    """How far the ledger rows have been judged."""

    OPEN = "open"
    JUDGING = "judging"
    WAITING = "waiting"
    PROPOSED = "proposed"
    FINAL = "final"


NEEDS_COMMENT = frozenset({VerdictCause.PURPOSE, VerdictCause.OTHER})
"""Causes that say nothing without a written reason."""


class GroupReason(StrEnum):
    """Why rows are judged together."""

    REVERSAL_PAIR = "reversal_pair"
    INVOICE = "invoice"
    SALARY_BATCH = "salary_batch"
    BULK_ACCEPT = "bulk_accept"


class FindingState(StrEnum):
    """A finding stays open until a verdict, a reason, or changed facts end it."""

    OPEN = "open"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
    GONE = "gone"


_S = ReconciliationState

RECONCILIATION_MACHINE: Machine[ReconciliationState] = Machine(
    "Avstämningen",
    {
        _S.OPEN: "inte påbörjad",
        _S.JUDGING: "under bedömning",
        _S.WAITING: "i väntan på underlag",
        _S.PROPOSED: "lämnad för granskning",
        _S.FINAL: "fastställd",
    },
    [
        Move(_S.OPEN, "import", _S.OPEN),
        Move(_S.OPEN, "undo_import", _S.OPEN),
        Move(_S.OPEN, "start", _S.JUDGING),
        Move(_S.JUDGING, "judge", _S.JUDGING),
        Move(_S.JUDGING, "import", _S.JUDGING),
        Move(_S.JUDGING, "undo_import", _S.JUDGING),
        Move(_S.JUDGING, "request_evidence", _S.WAITING),
        Move(_S.WAITING, "deliver", _S.JUDGING, Actor.RECIPIENT),
        Move(_S.WAITING, "resume", _S.JUDGING),
        Move(_S.JUDGING, "propose", _S.PROPOSED),
        Move(_S.PROPOSED, "return", _S.JUDGING, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "finalise", _S.FINAL, Actor.SECOND_PERSON),
        Move(_S.FINAL, "reopen", _S.JUDGING, Actor.SECOND_PERSON),
    ],
)

"""Decisions: their kinds, their grounds of change and how a second person stands behind them."""

from __future__ import annotations

from enum import StrEnum


class DecisionKind(StrEnum):
    """What a decision does (FL 31 §)."""

    GRANT = "grant"
    PARTIAL_GRANT = "partial_grant"
    REFUSE = "refuse"
    DISMISS = "dismiss"
    WRITE_OFF_CASE = "write_off_case"
    AMEND = "amend"
    REVOKE = "revoke"
    WITHHOLD = "withhold"
    RECOVERY = "recovery"
    WAIVE = "waive"


MOVES_MONEY = frozenset(
    {
        DecisionKind.GRANT,
        DecisionKind.PARTIAL_GRANT,
        DecisionKind.AMEND,
        DecisionKind.WITHHOLD,
        DecisionKind.REVOKE,
    }
)
"""Kinds whose lines carry a granted amount other than zero."""


class ChangeGround(StrEnum):
    """Why a decision may be changed (FL 36–37 §§)."""

    CLERICAL_ERROR = "clerical_error"
    RESERVE = "reserve"
    WRONG_INFORMATION = "wrong_information"
    IN_FAVOUR = "in_favour"


class ProposalState(StrEnum):
    """A proposal waits for a second person, was returned, or became a decision."""

    OPEN = "open"
    RETURNED = "returned"
    DECIDED = "decided"


class AttestationMode(StrEnum):
    """Personal logins enforce the second person; a local file registers a signature made on paper."""

    PROGRAM = "program"
    SIGNED_OUTSIDE = "signed_outside"


class AppealAllowed(StrEnum):
    """A jurist's field per programme and kind of decision."""

    NOT_DECIDED = "not_decided"
    YES = "yes"
    NO = "no"


class ThreeWeeksFrom(StrEnum):
    """When the time to appeal starts (FL 44 §): a jurist's field."""

    NOT_DECIDED = "not_decided"
    RECEIVED = "received"
    DECISION_DAY = "decision_day"

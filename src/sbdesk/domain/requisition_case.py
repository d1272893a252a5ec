"""What status and permitted acts of a case follow from, and the one stage that it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.award import AwardState, ClosedAs
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition import RequisitionState


class Stage(StrEnum):
    """Where a case stands, seen from the desk."""

    EXPECTED = "expected"
    CHECKING = "checking"
    READY = "ready"
    INCOMPLETE = "incomplete"
    PROPOSED = "proposed"
    GRANTED = "granted"
    PAYOUT_PLANNED = "payout_planned"
    PAYOUT_APPROVED = "payout_approved"
    PAYOUT_STOPPED = "payout_stopped"
    PAYOUT_HELD = "payout_held"
    PAID = "paid"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    ON_HOLD = "on_hold"
    CLOSED = "closed"


class StatusLevel(StrEnum):
    """How the status is coloured; the words say the same."""

    STOP = "stop"
    DEVIATION = "deviation"
    NOTE = "note"
    OK = "ok"
    WAITING = "waiting"
    MUTED = "muted"


class WaitsFor(StrEnum):
    """Who acts next."""

    OFFICER = "officer"
    RECIPIENT = "recipient"
    SECOND_PERSON = "second_person"
    FINANCE = "finance"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """What waits for the decider; ``mine``: the acting officer prepared it."""

    proposed_on: date
    decider: str
    mine: bool
    grants: bool


@dataclass(frozen=True, slots=True)
class PayoutFacts:
    """The latest payment of the award; ``mine``: the acting officer prepared it."""

    state: PayoutState
    mine: bool
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Everything that status and permitted acts follow from.

    ``stops`` and ``unexplained`` are the titles of checks that stop a grant, and of deviations without a
    reason. ``signed_outside``: a local file, where the second person signs on paper. ``disqualified`` is the
    sentence of a reported jäv, or empty. ``to_pay`` is granted less planned and paid, in öre.
    ``not_yet_payable`` is the sentence of R11, or empty. ``payout_stop`` is the reason of a stop in force;
    ``may_stop_payout``: the decision or a regulation permits one. ``reminded_on``: the latest reminder.
    ``can_raise``: more may be granted than is. ``has_decision``: something is decided, a claim too.
    ``withheld``: the newest decision is not to pay out. ``inhibited``: a court has stopped a decision.
    ``change_open``: a change of the decision is prepared and neither decided nor taken back.
    ``beside`` is what is said of an appeal or a change under way, beside the status.
    """

    today: date
    award: AwardState = AwardState.OPEN
    closed_as: ClosedAs | None = None
    hold_reason: str | None = None
    hold_until: date | None = None
    closes: date | None = None
    requisition: RequisitionState | None = None
    completion_due: date | None = None
    reminded_on: date | None = None
    stops: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    has_case_number: bool = True
    appeal_decided: bool = True
    proposal: ProposalFacts | None = None
    decided_on: date | None = None
    letter_sent: bool = False
    has_account: bool = True
    account_confirmed: bool = True
    account_needs_call: bool = False
    payout: PayoutFacts | None = None
    to_pay: int = 0
    not_yet_payable: str = ""
    may_stop_payout: bool = False
    payout_stop: str = ""
    can_raise: bool = False
    has_decision: bool = False
    withheld: bool = False
    inhibited: bool = False
    change_open: bool = False
    beside: str = ""
    settled_elsewhere: bool = False
    signed_outside: bool = True
    disqualified: str = ""


@dataclass(frozen=True, slots=True)
class StatusLabel:
    """Who must act, in words; ``detail`` adds since when and who."""

    words: str
    level: StatusLevel
    waits_for: WaitsFor
    detail: str = ""

    @property
    def whole(self) -> str:
        """Words and detail as the status strip shows them."""
        return f"{self.words} · {self.detail}" if self.detail else self.words


_STAGE_OF_STATE = {
    RequisitionState.RECEIVED: Stage.CHECKING,
    RequisitionState.READY: Stage.READY,
    RequisitionState.INCOMPLETE: Stage.INCOMPLETE,
    RequisitionState.PROPOSED: Stage.PROPOSED,
    RequisitionState.REFUSED: Stage.REFUSED,
    RequisitionState.DISMISSED: Stage.REFUSED,
    RequisitionState.WITHDRAWN: Stage.WITHDRAWN,
    RequisitionState.WRITTEN_OFF: Stage.ENDED,
    RequisitionState.REVOKED: Stage.ENDED,
}

_STAGE_OF_PAYOUT = {
    PayoutState.PLANNED: Stage.PAYOUT_PLANNED,
    PayoutState.APPROVED: Stage.PAYOUT_APPROVED,
    PayoutState.IN_FILE: Stage.PAYOUT_APPROVED,
    PayoutState.SENT: Stage.PAYOUT_APPROVED,
    PayoutState.CONFIRMED: Stage.PAID,
    PayoutState.FAILED: Stage.PAYOUT_STOPPED,
    PayoutState.RETURNED: Stage.PAYOUT_STOPPED,
    PayoutState.CANCELLED: Stage.GRANTED,
    PayoutState.REPLACED: Stage.GRANTED,
}


HOLDABLE = (Stage.GRANTED, Stage.PAYOUT_PLANNED, Stage.PAYOUT_APPROVED)
"""Money is granted and has not left: the payment can still be stopped."""


def stage_of(facts: CaseFacts) -> Stage:
    """The one stage the case is in; a closed award and a hold cover everything else."""
    if facts.award is AwardState.CLOSED:
        return Stage.CLOSED
    if facts.hold_reason is not None:
        return Stage.ON_HOLD
    if facts.requisition is None:
        return Stage.EXPECTED
    if facts.requisition is RequisitionState.DECIDED:
        stage = Stage.GRANTED if facts.payout is None else _STAGE_OF_PAYOUT[facts.payout.state]
        # A decision has given more since the payment: there is money to pay again.
        stage = Stage.GRANTED if stage is Stage.PAID and facts.to_pay > 0 else stage
        return Stage.PAYOUT_HELD if facts.payout_stop and stage in HOLDABLE else stage
    stage = _STAGE_OF_STATE[facts.requisition]
    # Something changed after the officer cleared it: the checks are open again until a new look.
    return Stage.CHECKING if stage is Stage.READY and (facts.stops or facts.unexplained) else stage

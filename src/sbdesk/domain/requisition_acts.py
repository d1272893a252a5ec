"""The acts on a case, and in what shape the tables say when each is permitted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain.requisition_case import Stage
from sbdesk.domain.requisition_guards import Guard


class Act(StrEnum):
    """What an officer may do with a case."""

    REGISTER = "register"
    CLOSE_UNREQUESTED = "close_unrequested"
    REOPEN_AWARD = "reopen_award"
    EXPLAIN = "explain"
    PROPOSE = "propose"
    PROPOSE_REFUSAL = "propose_refusal"
    PROPOSE_DISMISSAL = "propose_dismissal"
    WRITE_OFF_CASE = "write_off_case"
    ASK_COMPLETION = "ask_completion"
    COMPLETE = "complete"
    EXTEND_COMPLETION = "extend_completion"
    REMIND_COMPLETION = "remind_completion"
    DECIDE_WITHOUT = "decide_without"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    DECIDE = "decide"
    RETURN = "return"
    PREVIEW = "preview"
    MARK_SENT = "mark_sent"
    CONFIRM_ACCOUNT = "confirm_account"
    PREPARE_PAYOUT = "prepare_payout"
    APPROVE_PAYOUT = "approve_payout"
    CONFIRM_PAYOUT = "confirm_payout"
    CANCEL_PAYOUT = "cancel_payout"
    UNDO_CONFIRM_PAYOUT = "undo_confirm_payout"
    CHANGE_DECISION = "change_decision"
    RECONSIDER = "reconsider"
    APPEAL = "appeal"
    STOP_PAYOUT = "stop_payout"
    RELEASE_PAYOUT = "release_payout"
    OPEN_REPORT = "open_report"
    ASSIGN = "assign"
    SET_CASE_NUMBER = "set_case_number"
    HOLD = "hold"
    RELEASE = "release"
    NOTE = "note"
    DISQUALIFY = "disqualify"


@dataclass(frozen=True, slots=True)
class ActRule:
    """The stages that permit an act, what is said in the others (``needs``, ``todo``), and its guard."""

    label: str
    stages: tuple[Stage, ...]
    needs: str
    guard: Guard | None = None
    todo: str = ""


CHECKED = (Stage.CHECKING, Stage.READY)
"""The checks are asked and nothing is proposed."""
OPEN = (*CHECKED, Stage.INCOMPLETE)
"""A requisition that waits for a proposal."""
DECIDED = (
    Stage.GRANTED,
    Stage.PAYOUT_PLANNED,
    Stage.PAYOUT_APPROVED,
    Stage.PAYOUT_STOPPED,
    Stage.PAYOUT_HELD,
    Stage.PAID,
)
"""A grant is decided."""
EVERY = tuple(Stage)

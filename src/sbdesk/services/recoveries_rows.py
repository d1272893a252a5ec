"""What the Återkrav page shows of a claim, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation_status import Offer, StatusLabel


@dataclass(frozen=True, slots=True)
class RecoveryRow:
    """One claim as listed; öre. ``grounds`` in words, ``next_step`` the label of what comes next."""

    id: int
    award_id: int
    number: str
    recipient: str
    recipient_key: str
    programme: str
    grounds: str
    amount_ore: Ore
    status: StatusLabel
    answer_due_on: date | None
    next_step: str


@dataclass(frozen=True, slots=True)
class RecoveryLineRow:
    """One line of a claim; öre. ``may``: a ground that can but need not lead to a claim."""

    id: int
    version: int
    label: str
    ground: str
    ground_title: str
    may: bool
    amount_ore: Ore
    cause: str
    reason: str
    judgement: str
    discretion: str
    refusal_reason: str
    ledger_line_id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One point of the line of steps; ``done_on`` the day it was done."""

    label: str
    reached: str
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class HearingRow:
    """One letter before the decision and what became of it."""

    revision: int
    document_id: int | None
    answer_due_on: date
    sent_on: date | None
    answered_on: date | None
    answer_text: str
    answer_is_final: bool


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground the officer may choose; ``may``: it needs a written reason."""

    code: str
    title: str
    may: bool


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """Everything of one claim; öre.

    ``repayable`` − ``voluntary`` − ``decided_before`` = ``left``. ``locked``: why the lines cannot change, or
    empty. ``notes``: what the officer should know. ``returned``: the decider's reason, or empty.
    """

    row: RecoveryRow
    version: int
    path: str
    repayable_ore: Ore
    voluntary_ore: Ore
    decided_before_ore: Ore
    left_ore: Ore
    lines: tuple[RecoveryLineRow, ...]
    steps: tuple[Step, ...]
    next_step: Offer | None
    offers: tuple[Offer, ...]
    hearings: tuple[HearingRow, ...]
    grounds: tuple[GroundRow, ...]
    locked: str
    notes: tuple[str, ...]
    returned: str
    interest: str
    interest_source: str
    default_answer_due: date
    decision_document_id: int | None
    decided: str
    signed_outside: bool
    today: date
    draft_invoice_id: int | None
    unsent_invoice_id: int | None


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """An award with something left to demand and no claim under way; ``only_unused``: the simple path."""

    award_id: int
    recipient: str
    programme: str
    left_ore: Ore
    unused_ore: Ore
    only_unused: bool

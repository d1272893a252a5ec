"""What the list and the case page show, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.amount_keys import AmountKey, ShareKey
from sbdesk.domain.award import Balances
from sbdesk.domain.ore import Ore
from sbdesk.domain.payout import NOT_COUNTED
from sbdesk.domain.requisition_actions import CaseAction
from sbdesk.domain.requisition_status import Stage, StatusLabel
from sbdesk.services.case_history import DocumentRow, NoteRow, TimelineRow
from sbdesk.services.requisition_checks import CheckRow


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One award in the list. Money is öre, None where nothing is known; ``days`` since the case went on."""

    award_id: int
    recipient: str
    programme: str
    programme_title: str
    case_number: str
    received_on: date | None
    allotted_ore: Ore | None
    requested_ore: Ore | None
    granted_ore: Ore
    paid_ore: Ore
    status: StatusLabel
    stage: Stage
    days: int | None
    assignee: str
    mine: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """A component of the award, in öre; ``allotted_ore`` None: not yet decided.

    ``id`` is its number in the case. ``operation_id``: whose share of the component it is, where the
    amounts stand apart (two RSS).
    """

    id: int
    component_id: int
    label: str
    operation: str
    allotted_ore: Ore | None
    requested_ore: Ore | None
    granted_ore: Ore | None
    operation_id: int | None = None

    @property
    def key(self) -> AmountKey:
        """Whose amount it is."""
        if self.operation_id is None:
            return self.component_id
        return ShareKey(self.component_id, self.operation_id)

    @property
    def name(self) -> str:
        """What an officer knows the amount by."""
        return self.label if self.operation_id is None else self.operation


@dataclass(frozen=True, slots=True)
class EntryRow:
    """The newest data of the requisition, to fill a form with; enum values as text."""

    received_on: date
    channel: str
    account_kind: str
    account_number: str
    clearing: str
    payment_reference: str
    contact_name: str
    contact_email: str
    portal_checked: bool
    requested_ore: Ore


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """What waits for the decider."""

    id: int
    kind: str
    decider: str
    decider_id: int | None
    proposed_by: str
    reasons: str
    granted_ore: Ore


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """The decision; ``signed`` says how the second person stands behind it."""

    id: int
    number: str
    kind: str
    decided_on: date
    decider: str
    signed: str
    document_id: int | None
    reasons: str


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """One payment, in öre; ``state`` is the enum's value and ``state_words`` Swedish."""

    id: int
    amount_ore: Ore
    state: str
    state_words: str
    account: str
    confirmed_on: date | None
    bank_reference: str
    end_to_end_id: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything the case page shows."""

    award_id: int
    version: int | None
    """The requisition's version, to hand back with a change."""
    recipient: str
    recipient_id: int
    org_number: str
    programme: str
    programme_title: str
    case_number: str
    assignee: str
    balances: Balances
    allotted_ore: Ore | None
    requested_ore: Ore | None
    account: str
    account_confirmed: bool
    status: StatusLabel
    stage: Stage
    step: int
    next_step: CaseAction | None
    menu: tuple[CaseAction, ...]
    checks: tuple[CheckRow, ...]
    parts: tuple[PartRow, ...]
    shares: tuple[PartRow, ...]
    """The same, apart wherever the amounts can be told apart: what a form asks for."""
    documents: tuple[DocumentRow, ...]
    timeline: tuple[TimelineRow, ...]
    notes: tuple[NoteRow, ...]
    today: date
    answer_day: date
    """Proposed day to answer: fourteen days on, never on a day when the agency is closed."""
    signed_outside: bool
    debt_after_decision: str = ""
    """A debt that came after the decision: a payout then needs the jurist's answer."""
    entry: EntryRow | None = None
    proposal: ProposalRow | None = None
    decision: DecisionRow | None = None
    payouts: tuple[PayoutRow, ...] = ()

    @property
    def payout(self) -> PayoutRow | None:
        """The newest payment that still counts."""
        counted = [row for row in self.payouts if row.state not in NOT_COUNTED]
        return counted[-1] if counted else None

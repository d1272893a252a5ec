"""What a decision letter says: the content its service fills, checked for contradictions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.content import (
    Agency,
    Appeal,
    Authorship,
    Case,
    ContentFault,
    Marks,
    Person,
    Recipient,
)
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class GrantedPart:
    """One component's amount in öre and the operation it is for (``CSD Syd``), where there is one.

    ``units`` × ``per_unit_ore`` = ``granted_ore`` where the amount is so much per unit (33 registers).
    """

    component: str
    operation: str
    operation_short: str
    granted_ore: Ore
    units: int | None = None
    per_unit_ore: Ore | None = None

    def __post_init__(self) -> None:
        if self.units is not None and self.units * (self.per_unit_ore or 0) != self.granted_ore:
            raise ContentFault(f"{self.units} units of {self.per_unit_ore} are not {self.granted_ore}")


@dataclass(frozen=True)
class ListedUnit:
    """A unit that the amount was counted from (a register), as the officer's list names it; öre or None.

    ``count``: a line of the list may stand for several units, and ``amount_ore`` is then for them all.
    """

    name: str
    amount_ore: Ore | None = None
    count: int = 1


@dataclass(frozen=True)
class GrantTerms:
    """The programme's facts that stand in the decision (FL 37 §: nothing else can be held against it).

    ``assignment_on`` and ``assignment_number``: the legal basis where the instruction states it.
    ``grounds``: the codes of the grounds for repayment, in the programme's order.
    ``use_from`` only when stated, or when two officers have signed the day; ``report_due`` only when decided;
    ``repay_due`` only when stated. ``invoice_over_ore`` None: no threshold is stated. ``pays_after``: the
    last day to requisition, where payment waits for it. ``debt_rule``: a debt hinders a grant.
    ``debt_stop_approved``: a jurist has approved the clause on waiting with the payout.
    """

    assignment_on: dt.date | None
    assignment_number: str
    allotted_ore: Ore
    invoice_over_ore: Ore | None
    grounds: tuple[str, ...]
    use_from: dt.date | None = None
    report_due: dt.date | None = None
    repay_due: dt.date | None = None
    pays_after: dt.date | None = None
    debt_rule: bool = True
    debt_stop_approved: bool = False


@dataclass(frozen=True)
class DecisionContent:
    """Everything a decision letter says.

    ``dated``: the day of the decision (of the draft, while one). ``received_on``: when the requisition came.
    ``by_representative``, ``in_time``, ``without_debt``: what the checks found; a false one is left out, and
    the last two then need ``reasons`` (``without_debt`` only where the programme has a debt rule).
    ``reasons``: the officer's own paragraphs; mandatory for a refusal. ``account``: "bankgiro 5050-1055".
    ``attachments``: the first is the instruction with its version; ``units_list`` becomes one more when the
    officer has loaded it. Amounts in öre.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    kind: DecisionKind
    dated: dt.date
    received_on: dt.date
    requested_ore: Ore
    parts: tuple[GrantedPart, ...]
    terms: GrantTerms
    account: str
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    by_representative: bool = True
    completed_on: dt.date | None = None
    in_time: bool = True
    without_debt: bool = True
    reasons: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    units_list: tuple[ListedUnit, ...] = ()

    def __post_init__(self) -> None:
        granted = self.granted_ore
        fits = {
            DecisionKind.GRANT: 0 < granted == self.requested_ore,
            DecisionKind.PARTIAL_GRANT: 0 < granted < self.requested_ore,
            DecisionKind.REFUSE: not self.parts,
        }
        if not fits.get(self.kind, False):
            raise ContentFault(f"{self.kind}: {granted} granted of {self.requested_ore}")
        if any(part.granted_ore <= 0 for part in self.parts) or granted > self.terms.allotted_ore:
            raise ContentFault(f"parts of {granted}, allotted {self.terms.allotted_ore}")
        if self.parts and not self.attachments:
            raise ContentFault("a grant refers to the instruction in attachment 1")
        if not self.reasons and not self._speaks_for_itself:
            raise ContentFault("reasons are missing (FL 32 §)")

    @property
    def granted_ore(self) -> Ore:
        """The sum of the parts, in öre."""
        return sum(part.granted_ore for part in self.parts)

    @property
    def over_allotment(self) -> bool:
        """Whether more was asked for than was set aside."""
        return self.requested_ore > self.terms.allotted_ore

    @property
    def _speaks_for_itself(self) -> bool:
        free_of_debt = self.without_debt or not self.terms.debt_rule
        if self.kind is DecisionKind.REFUSE or not (self.in_time and free_of_debt):
            return False
        return self.kind is DecisionKind.GRANT or (
            self.over_allotment and self.granted_ore == self.terms.allotted_ore
        )

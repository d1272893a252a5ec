"""What a change of a decided grant says: amended, revoked or withheld, and the letter that precedes it."""

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
from sbdesk.documents.recovery_decision import Heard
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.ore import Ore

CHANGES = (DecisionKind.AMEND, DecisionKind.REVOKE, DecisionKind.WITHHOLD)


@dataclass(frozen=True)
class FormerDecision:
    """The decision that is changed: its day, its number in our series, and the case's number (dnr)."""

    decided_on: dt.date
    number: str
    case_number: str


@dataclass(frozen=True)
class ChangedPart:
    """One component's (and operation's) granted amount before and after, in öre."""

    component: str
    label: str
    operation: str
    before_ore: Ore
    after_ore: Ore


@dataclass(frozen=True)
class Change:
    """What is changed, and on what ground; the hearing letter and the decision say the same.

    ``kind``: AMEND (other amounts), REVOKE (nothing is left) or WITHHOLD (``before_ore`` − ``after_ore`` is
    not paid for now). ``ground``: FL 36–37 §§; None for WITHHOLD and for a decision that has not left the
    agency. ``reasons``: the officer's paragraphs, always there. Amounts in öre.
    """

    kind: DecisionKind
    former: FormerDecision
    parts: tuple[ChangedPart, ...]
    ground: ChangeGround | None
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        raised = any(part.after_ore > part.before_ore for part in self.parts)
        fits = {
            DecisionKind.AMEND: self.after_ore > 0 and any(p.before_ore != p.after_ore for p in self.parts),
            DecisionKind.REVOKE: self.after_ore == 0 < self.before_ore,
            DecisionKind.WITHHOLD: self.after_ore < self.before_ore and not raised,
        }
        if not fits.get(self.kind, False) or any(part.after_ore < 0 for part in self.parts):
            raise ContentFault(f"{self.kind}: {self.before_ore} becomes {self.after_ore}")
        if not self.reasons:
            raise ContentFault("reasons are missing (FL 32 §)")

    @property
    def before_ore(self) -> Ore:
        """What was granted, in öre."""
        return sum(part.before_ore for part in self.parts)

    @property
    def after_ore(self) -> Ore:
        """What is granted after the change, in öre."""
        return sum(part.after_ore for part in self.parts)

    @property
    def only_moves(self) -> bool:
        """Whether the sum stays and money moves between parts."""
        return self.kind is DecisionKind.AMEND and self.before_ore == self.after_ore

    @property
    def harms(self) -> bool:
        """Whether a part is lowered: then the party is heard first (FL 25 §)."""
        return any(part.after_ore < part.before_ore for part in self.parts)


@dataclass(frozen=True)
class ChangeContent:
    """Everything the decision on a change says.

    ``heard`` or ``unheard_reason`` (running text after "Skälet är att"), never both; a harmful change with
    a ground needs one of them. ``paid_ore``: paid before the change; what is paid above the new amount is
    claimed in a decision of its own. ``attachments`` as names.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    change: Change
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    paid_ore: Ore = 0
    heard: Heard | None = None
    unheard_reason: str = ""
    attachments: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.heard and self.unheard_reason:
            raise ContentFault("either a hearing or the reason there was none")
        sent_out = self.change.ground is not None or self.change.kind is DecisionKind.WITHHOLD
        if self.change.harms and sent_out and not (self.heard or self.unheard_reason):
            raise ContentFault("a change to the party's harm without hearing (FL 25 §)")


@dataclass(frozen=True)
class ChangeHearingContent:
    """Everything the letter before a change says; ``enclosed`` and ``other_material`` as running text."""

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    change: Change
    answer_due: dt.date
    answer_email: str
    contact: Person
    enclosed: tuple[str, ...] = ()
    other_material: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.change.harms:
            raise ContentFault("nobody is heard on a change in their favour")

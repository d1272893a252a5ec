"""What the checks of a requisition compare, gathered by the service before they are asked."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from sbdesk.domain.findings import Subject
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import Ore


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A requested part; ``allotted_ore`` None: how much may be requested is not known. Öre."""

    label: str
    requested_ore: Ore
    allotted_ore: Ore | None
    units: int | None = None
    """How many units the ceiling counts, where each gives the same amount."""
    apart: bool = False
    """One operation's share of a component whose amounts stand apart."""


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The account given, and what is known of it elsewhere."""

    kind: AccountKind
    number: str
    clearing: str | None = None
    last_paid: str | None = None
    """The account of the latest payout when it is another one."""
    also_used_by: str | None = None
    """Another recipient with the same account."""


@dataclass(frozen=True, slots=True)
class RepresentativeFacts:
    """The recipient's representative (ombud) and the days of the appointment."""

    appointed_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class DebtFacts:
    """A principal invoice that is not settled (öre). ``paused``: under appeal or with respite."""

    invoice: str
    outstanding_ore: Ore
    due_on: date
    paused: bool = False


@dataclass(frozen=True, slots=True)
class OtherRequisition:
    """A requisition that may be the same one: in this award, or with an equal amount elsewhere."""

    id: int
    programme: str
    received_on: date
    same_account: bool = True


@dataclass(frozen=True, slots=True)
class HostedElsewhere:
    """An operation of the award that another recipient ran on the day of receipt."""

    operation: str
    host: str


@dataclass(frozen=True, slots=True)
class OtherAward:
    """The recipient's award in another programme of the same year, with a living requisition.

    ``family`` is the programme's code without its year. ``operations`` names those that both awards have;
    ``tags`` are what the other programme itself counts as the same kind of support.
    """

    award_id: int
    programme: str
    family: str
    operations: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RequisitionFacts:
    """Everything the checks compare; None where the desk does not know. Money is öre."""

    requisition_id: int
    programme: str
    recipient: str
    org_number: str
    today: date
    received_on: date
    opens: date | None
    closes: date | None
    eligible: frozenset[str] | None
    """The organisation numbers that may requisition; None: the list is not loaded."""
    requested_ore: Ore | None
    allotted_ore: Ore | None
    lines: tuple[LineFacts, ...] = ()
    account: AccountFacts | None = None
    representative: RepresentativeFacts | None = None
    checked_in_portal: bool = False
    contact_name: str = ""
    contact_email: str = ""
    debts: tuple[DebtFacts, ...] = ()
    in_same_award: tuple[OtherRequisition, ...] = ()
    alike_elsewhere: tuple[OtherRequisition, ...] = ()
    eligible_word: str = "mottagare"
    """What those who may requisition are called: regioner, kommuner, huvudmän."""
    hosted_elsewhere: tuple[HostedElsewhere, ...] = ()
    other_awards: tuple[OtherAward, ...] = ()
    holidays: Container[date] = field(default=())

    @property
    def subject(self) -> Subject:
        """The requisition, for the findings."""
        return Subject("requisition", self.requisition_id)

"""What a collective decision says of many recipients, and the letter that goes to each of them with it."""

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
from sbdesk.documents.decision_content import GrantedPart, GrantTerms, ListedUnit
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class CollectiveRow:
    """One recipient's line in the appendix: its own case number (dnr), what it asked for and gets, in öre.

    ``reasons``: the officer's paragraphs on this recipient, mandatory where less is granted than requested
    for another cause than the allotment, or where the requisition came late. ``units_list``: what the amount
    was counted from (registers), where the officer has loaded it.
    """

    recipient: Recipient
    case_number: str
    requested_ore: Ore
    parts: tuple[GrantedPart, ...]
    allotted_ore: Ore
    reasons: tuple[str, ...] = ()
    in_time: bool = True
    without_debt: bool = True
    units_list: tuple[ListedUnit, ...] = ()

    @property
    def granted_ore(self) -> Ore:
        """The sum of the parts, in öre."""
        return sum(part.granted_ore for part in self.parts)

    @property
    def refused_ore(self) -> Ore:
        """What is refused of the requested amount, in öre."""
        return self.requested_ore - self.granted_ore


@dataclass(frozen=True)
class CollectiveContent:
    """Everything a collective grant says; ``case`` carries the decision's own number (the programme's dnr).

    ``attachments``: the first is the instruction; the table of amounts becomes the next. ``terms`` as in a
    single decision, with the sum of the allotments.
    """

    marks: Marks
    agency: Agency
    case: Case
    dated: dt.date
    rows: tuple[CollectiveRow, ...]
    terms: GrantTerms
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    attachments: tuple[str, ...]
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.rows) < 2:
            raise ContentFault("a collective decision has at least two recipients")
        if not self.attachments:
            raise ContentFault("a grant refers to the instruction in attachment 1")
        for row in self.rows:
            if not 0 < row.granted_ore <= min(row.requested_ore, row.allotted_ore):
                raise ContentFault(f"{row.granted_ore} of {row.requested_ore}, allotted {row.allotted_ore}")
            up_to_allotment = row.granted_ore in (row.requested_ore, row.allotted_ore)
            free_of_debt = row.without_debt or not self.terms.debt_rule
            if not row.reasons and not (up_to_allotment and row.in_time and free_of_debt):
                raise ContentFault(f"reasons are missing for {row.recipient.name} (FL 32 §)")

    @property
    def granted_ore(self) -> Ore:
        """The sum of all rows, in öre."""
        return sum(row.granted_ore for row in self.rows)


@dataclass(frozen=True)
class CoveringContent:
    """Everything the letter that goes with a collective decision says to one recipient.

    ``case`` is the recipient's own; ``decision_case_number`` and ``decided_on`` name the decision.
    ``account`` as running text ("bankgiro 5050-1055"), empty when it is not known.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    decided_on: dt.date
    decision_number: str
    decision_case_number: str
    row: CollectiveRow
    terms: GrantTerms
    account: str
    contact: Person
    attachments: tuple[str, ...]

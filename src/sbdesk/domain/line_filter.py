"""Which ledger rows of an award are shown, and in which order, as plain data from page to query."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sbdesk.domain.findings import Level
from sbdesk.domain.line_search import LineSearch
from sbdesk.domain.programme_vocabulary import VerdictCause


class LineView(StrEnum):
    """The choices of ``Visa``."""

    TO_JUDGE = "to_judge"
    DEVIATIONS = "deviations"
    UNJUDGED = "unjudged"
    REJECTED = "rejected"
    PARKED = "parked"
    ALL = "all"

    @property
    def swedish(self) -> str:
        """The words of the choice."""
        return _VIEW_WORDS[self]


_VIEW_WORDS = {
    LineView.TO_JUDGE: "Obedömda med avvikelse",
    LineView.DEVIATIONS: "Med avvikelse",
    LineView.UNJUDGED: "Obedömda",
    LineView.REJECTED: "Underkända",
    LineView.PARKED: "Väntar på underlag",
    LineView.ALL: "Alla rader",
}


class LineOrder(StrEnum):
    """What rows may be sorted by; the values are the keys of the columns."""

    SOURCE = "source"
    VOUCHER = "voucher"
    BOOKED = "booked_on"
    COST = "cost"
    ACCOUNT = "account"
    TEXT = "text"
    COUNTERPARTY = "counterparty"
    INVOICE = "invoice"
    CLAIMED = "claimed"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    JUDGED = "judged"
    CAUSE = "cause"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class LineSort:
    """The order; file order (import, row, part) breaks ties."""

    by: LineOrder = LineOrder.SOURCE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class LineFilter:
    """The rows shown: those that meet every part. ``rule``: with an open finding of that code."""

    view: LineView = LineView.ALL
    levels: frozenset[Level] = frozenset()
    cause: VerdictCause | None = None
    rule: str | None = None
    search: LineSearch = field(default_factory=LineSearch)

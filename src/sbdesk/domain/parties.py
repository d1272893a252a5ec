"""The people at the desk, and the kinds of party they meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What an officer may do; one person may have several, never two in the same case."""

    OFFICER = "officer"
    DECIDER = "decider"
    PAYER = "payer"
    JURIST = "jurist"
    ADMIN = "admin"


class RecipientKind(StrEnum):
    """What kind of legal entity a recipient is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    ASSOCIATION = "association"
    OTHER = "other"

    @property
    def swedish(self) -> str:
        """The kind inside a sentence."""
        return _RECIPIENT_WORDS[self]


class OperationKind(StrEnum):
    """What the money is for, apart from who receives it."""

    CSD = "csd"
    PMC = "pmc"
    CARE_REGION = "care_region"
    REGISTRY = "registry"
    RSS = "rss"

    @property
    def swedish(self) -> str:
        """The kind inside a sentence."""
        return _OPERATION_WORDS[self]


class RepresentativeState(StrEnum):
    """Whether an ombud acts for the recipient now."""

    ACTIVE = "active"
    ENDED = "ended"


class AccountSource(StrEnum):
    """How a recipient told its account; by e-mail it is called back on a number that was known before."""

    REQUISITION = "requisition"
    LETTER = "letter"
    E_MAIL = "e_mail"
    OTHER = "other"

    @property
    def swedish(self) -> str:
        """How the account came in."""
        return _SOURCE_WORDS[self]


_RECIPIENT_WORDS = {
    RecipientKind.REGION: "region",
    RecipientKind.MUNICIPALITY: "kommun",
    RecipientKind.MUNICIPAL_ASSOCIATION: "kommunalförbund",
    RecipientKind.ASSOCIATION: "förening",
    RecipientKind.OTHER: "annan",
}
_OPERATION_WORDS = {
    OperationKind.CSD: "centrum för sällsynta diagnoser",
    OperationKind.PMC: "precisionsmedicinskt centrum",
    OperationKind.CARE_REGION: "samverkansregion",
    OperationKind.REGISTRY: "kvalitetsregister",
    OperationKind.RSS: "regional samverkans- och stödstruktur",
}
_SOURCE_WORDS = {
    AccountSource.REQUISITION: "i rekvisitionen",
    AccountSource.LETTER: "i brev",
    AccountSource.E_MAIL: "med e-post",
    AccountSource.OTHER: "på annat sätt",
}


@dataclass(frozen=True, slots=True)
class Hosting:
    """Who runs an operation from ``from_on`` through ``to_on``; None: until further notice."""

    host_id: int
    from_on: date
    to_on: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    def overlaps(self, other: Hosting) -> bool:
        """Whether any day is in both."""
        starts_before_end = other.to_on is None or self.from_on <= other.to_on
        return starts_before_end and (self.to_on is None or other.from_on <= self.to_on)


def hosted_on(hostings: Iterable[Hosting], day: date) -> Hosting | None:
    """The hosting in force on that day; None when nobody ran the operation."""
    return next((one for one in hostings if day in one), None)


def first_overlap(hostings: Iterable[Hosting], new: Hosting) -> Hosting | None:
    """A hosting that shares a day with the new one: an operation has one host at a time."""
    return next((one for one in hostings if one.overlaps(new)), None)

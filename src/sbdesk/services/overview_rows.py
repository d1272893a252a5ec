"""The lines of the Översikt page, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sbdesk.domain.ore import Ore


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line leads: the noun whose page shows it, the row's id there, and the part of the page."""

    noun: str
    id: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A day that somebody must keep; ``late``: it has passed and something is still missing."""

    day: date
    what: str
    where: str
    place: Place
    late: bool


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A case and its next step; ``level`` is the status' tone, ``days`` since the case went on."""

    award_id: int
    step: str
    case: str
    status: str
    level: str
    days: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class SumsRow:
    """A programme's money in öre: ``undecided_ore`` is the frame less what is granted."""

    programme_id: int
    short_title: str
    title: str
    frame_ore: Ore
    paid_ore: Ore
    granted_unpaid_ore: Ore
    undecided_ore: Ore
    note: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event of the chain; ``at`` is UTC."""

    seq: int
    at: datetime
    who: str
    what: str
    detail: str
    where: str
    place: Place


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything the page shows, read in one transaction; ``deadlines`` reach 90 days ahead."""

    today: date
    deadlines: tuple[DeadlineRow, ...]
    mine: tuple[QueueRow, ...]
    others: tuple[QueueRow, ...]
    sums: tuple[SumsRow, ...]
    changes: tuple[ChangeRow, ...]

"""Where the desk gets the day from, so that tests and practice data can live in another year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


class Clock(Protocol):
    """Tells the instant (UTC) and the Swedish calendar day."""

    def now(self) -> datetime:
        """This instant in UTC."""

    def today(self) -> date:
        """The Swedish day."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """This instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The Swedish day of this instant."""
        return self.now().astimezone(SWEDEN).date()


class SetClock:
    """A clock that stands at nine o'clock on the day it was set to; each look is a second later."""

    def __init__(self, day: date) -> None:
        self.set(day)

    def set(self, day: date) -> None:
        """Move to another day."""
        self._day = day
        self._looks = 0

    def now(self) -> datetime:
        """Nine o'clock on the set day plus a second for each look, so that events keep their order."""
        self._looks += 1
        start = datetime.combine(self._day, time(9), tzinfo=SWEDEN).timestamp()
        return datetime.fromtimestamp(start + self._looks, UTC)

    def today(self) -> date:
        """The set day."""
        return self._day

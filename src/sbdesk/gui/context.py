"""What a page is given when it is made, told without Qt so that presenters can hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import Settings
from sbdesk.gui.tasks import TaskScope

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class Target:
    """What a page shall show: a row by ``id``, a ``part`` of the page, a file or search as ``query``."""

    id: int | None = None
    part: str = ""
    query: str = ""


class Navigate(Protocol):
    """Goes to another page and remembers the way back."""

    def __call__(self, feature_key: str, target: Target | None = None) -> None:
        """Show the page with this key, and in it the target."""


class GrantYear:
    """The year chosen at the top of the window."""

    def __init__(self, years: tuple[int, ...], value: int) -> None:
        self.years = years
        self.value = value
        self._listeners: list[Callable[[int], None]] = []
        self._offered: list[Callable[[], None]] = []

    def offer(self, years: tuple[int, ...]) -> None:
        """Years that can be chosen from now on; the chosen one always stays among them."""
        found = tuple(sorted({*years, self.value}))
        if found == self.years:
            return
        self.years = found
        for told in tuple(self._offered):
            told()

    def listen_to_offers(self, told: Callable[[], None]) -> None:
        """Hear when other years can be chosen."""
        self._offered.append(told)

    def listen(self, told: Callable[[int], None]) -> None:
        """Hear when another year is chosen."""
        self._listeners.append(told)

    def choose(self, value: int) -> None:
        """Make ``value`` the year; nothing happens when it already is."""
        if value == self.value:
            return
        self.value = value
        for told in tuple(self._listeners):
            told(value)


@dataclass(frozen=True, slots=True)
class PageContext:
    """One page's way to services, threads, changes, messages and the other pages."""

    services: Services
    tasks: TaskScope
    changes: ChangeBus
    messages: Messages
    navigate: Navigate
    settings: Settings
    year: GrantYear

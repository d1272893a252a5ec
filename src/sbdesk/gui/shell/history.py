"""Where the officer has been, so that Alt+Left leads back to the same row."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.gui.context import Target

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it showed."""

    key: str
    target: Target | None = None


class History:
    """Back and forward, as in a web browser."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay forward is forgotten."""
        if self.current() == place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_KEPT]
        self._at = len(self._places) - 1

    def current(self) -> Place | None:
        """Where the officer is."""
        return self._places[self._at] if self._at >= 0 else None

    def back(self) -> Place | None:
        """The place before, or None at the beginning."""
        if not self.can_go_back():
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """The place after, or None at the end."""
        if not self.can_go_forward():
            return None
        self._at += 1
        return self._places[self._at]

    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at + 1 < len(self._places)

    def clear(self) -> None:
        """Forget everything, because another database is opened."""
        self._places.clear()
        self._at = -1

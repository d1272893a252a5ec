"""How long work tells how far it has come and hears that it should stop."""

from __future__ import annotations

from typing import Protocol

from sbdesk.domain.errors import Cancelled


class Progress(Protocol):
    """Told by the worker, shown by the window; safe to call from any thread."""

    def step(self, done: int, of: int, text: str) -> None:
        """Say that ``done`` of ``of`` units are finished; ``text`` is Swedish."""

    def raise_if_cancelled(self) -> None:
        """Raise :class:`Cancelled` when the officer has cancelled."""


class SilentProgress:
    """For callers with nobody watching; can be cancelled by :meth:`cancel`."""

    def __init__(self) -> None:
        self._cancelled = False

    def step(self, done: int, of: int, text: str) -> None:
        """Discard the report."""

    def cancel(self) -> None:
        """Make the next :meth:`raise_if_cancelled` raise."""
        self._cancelled = True

    def raise_if_cancelled(self) -> None:
        """Raise when :meth:`cancel` was called."""
        if self._cancelled:
            raise Cancelled

"""Remembers the last hundred verdicts of a page, so that they can be taken back and given again."""

from __future__ import annotations

from collections import deque

from sbdesk.services.verdicts_changes import UndoToken

STEPS = 100


class UndoStack:
    """Two piles of tokens; a new act empties the pile of what was undone."""

    def __init__(self) -> None:
        self._done: deque[UndoToken] = deque(maxlen=STEPS)
        self._undone: list[UndoToken] = []

    def clear(self) -> None:
        """Forget everything: another case is shown."""
        self._done.clear()
        self._undone.clear()

    def acted(self, token: UndoToken) -> None:
        """A new act stands."""
        self._done.append(token)
        self._undone.clear()

    def take_undo(self) -> UndoToken | None:
        """The newest act, off the pile; None when there is nothing to undo."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> UndoToken | None:
        """The act undone last, off its pile."""
        return self._undone.pop() if self._undone else None

    def undone(self, token: UndoToken) -> None:
        """An act was undone; ``token`` does it again."""
        self._undone.append(token)

    def redone(self, token: UndoToken) -> None:
        """An undone act stands again; ``token`` undoes it."""
        self._done.append(token)

    @property
    def undo_words(self) -> str:
        """``Ångra: Underkänn 3 rader``, empty when there is nothing."""
        return f"Ångra: {self._done[-1].words}" if self._done else ""

    @property
    def redo_words(self) -> str:
        """``Gör om: Underkänn 3 rader``, empty when there is nothing."""
        return f"Gör om: {self._undone[-1].words}" if self._undone else ""

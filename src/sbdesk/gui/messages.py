"""Keeps what the program has told during the day, so that nothing is lost when the status bar moves on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence and when it was told, in local time."""

    at: datetime
    text: str

    def __str__(self) -> str:
        return f"{self.at:%H.%M}  {self.text}"


class Messages:
    """The newest 200 messages; lives in the main thread."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now().astimezone()) -> None:
        self._now = now
        self._kept: deque[Message] = deque(maxlen=200)
        self._listeners: list[Callable[[Message], None]] = []

    def listen(self, told: Callable[[Message], None]) -> None:
        """Hear every new message."""
        self._listeners.append(told)

    def tell(self, text: str) -> None:
        """Show a sentence in the status bar and keep it; an empty one is ignored."""
        if not text:
            return
        message = Message(self._now(), text)
        self._kept.append(message)
        for told in self._listeners:
            told(message)

    def kept(self) -> tuple[Message, ...]:
        """Everything told, newest first."""
        return tuple(reversed(self._kept))

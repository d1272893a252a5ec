"""State machines as tables, so that every exit can be read, shown and tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sbdesk.domain.errors import NotAllowed

State = TypeVar("State", bound=StrEnum)


class Actor(StrEnum):
    """Who does a verb: officer, second person, recipient, bank, or the program itself."""

    OFFICER = "officer"
    SECOND_PERSON = "second_person"
    RECIPIENT = "recipient"
    BANK = "bank"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Move(Generic[State]):
    """One permitted step. ``target`` None: the verb's service decides (such as back to the state before)."""

    source: State
    verb: str
    target: State | None
    by: Actor = Actor.OFFICER


class Machine(Generic[State]):
    """The permitted moves of one noun, with the Swedish words of its states for the refusal."""

    def __init__(self, noun: str, words: Mapping[State, str], moves: Iterable[Move[State]]) -> None:
        self.noun = noun
        self.words = dict(words)
        self.moves = tuple(moves)
        self._by_key = {(move.source, move.verb): move for move in self.moves}

    def allows(self, state: State, verb: str) -> bool:
        """Whether ``verb`` may be tried in ``state`` (guards come on top)."""
        return (state, verb) in self._by_key

    def verbs(self, state: State) -> tuple[str, ...]:
        """The verbs that leave or stay in ``state``, in the table's order."""
        return tuple(move.verb for move in self.moves if move.source == state)

    def move(self, state: State, verb: str) -> Move[State]:
        """The move, or :class:`NotAllowed` naming the state in Swedish."""
        found = self._by_key.get((state, verb))
        if found is None:
            raise NotAllowed(
                f"{self.noun} är {self.words[state]} och åtgärden kan inte göras då.",
                "Inget är ändrat.",
                "Läs om sidan och välj bland de åtgärder som erbjuds.",
            )
        return found

    def target(self, state: State, verb: str) -> State:
        """The state after a move whose target is fixed by the table."""
        target = self.move(state, verb).target
        if target is None:
            raise ValueError(f"{verb} has no fixed target")
        return target

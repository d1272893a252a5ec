"""What the lists of guards are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition under which a write is refused with the guard's name; ``only`` on one of the databases."""

    name: str
    table: str
    when: str
    condition: str
    only: str = ""

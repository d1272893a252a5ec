"""How each row of a table of requisitions would end, as plain data that the window may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.ore import Ore


class EntryResult(StrEnum):
    """What happens to a row; the words are the officer's."""

    REGISTERED = "registered"
    DEVIATES = "deviates"
    STOPS = "stops"
    ALREADY = "already"
    LEFT = "left"
    REFUSED = "refused"

    @property
    def swedish(self) -> str:
        """The word of the row."""
        return {
            EntryResult.REGISTERED: "Registreras",
            EntryResult.DEVIATES: "Registreras med avvikelse",
            EntryResult.STOPS: "Registreras med stopp",
            EntryResult.ALREADY: "Redan registrerad",
            EntryResult.LEFT: "Inte ifylld",
            EntryResult.REFUSED: "Fel i raden",
        }[self]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row; ``detail`` is the fault with its cell, or what the checks say."""

    number: int
    result: EntryResult
    recipient: str
    received_on: date | None
    amount_ore: Ore | None
    detail: str


@dataclass(frozen=True, slots=True)
class EntryPreview:
    """Every row; ``reason`` says why nothing can be registered, empty when it can."""

    rows: tuple[EntryRow, ...]

    def count(self, *results: EntryResult) -> int:
        """How many rows end so."""
        return sum(row.result in results for row in self.rows)

    @property
    def to_register(self) -> int:
        """How many requisitions would be registered."""
        return self.count(EntryResult.REGISTERED, EntryResult.DEVIATES, EntryResult.STOPS)

    @property
    def sum_ore(self) -> Ore:
        """What they request together."""
        counted = (EntryResult.REGISTERED, EntryResult.DEVIATES, EntryResult.STOPS)
        return sum(row.amount_ore or 0 for row in self.rows if row.result in counted)

    @property
    def reason(self) -> str:
        """Why nothing can be registered: a faulty row, or no row at all."""
        refused = self.count(EntryResult.REFUSED)
        if refused:
            return "1 rad har fel." if refused == 1 else f"{refused} rader har fel."
        if not self.to_register:
            return "Ingen rad är ny."
        return ""


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    """An open programme and how many of its requisitions are still expected."""

    id: int
    label: str
    expected: int

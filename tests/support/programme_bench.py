"""A programme under construction and the services that work on it, for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sbdesk.domain.programme import EligibleKind, FactContent, FactStatus, FactValue, Quote, ValueKind
from sbdesk.domain.programme_entry import Identity
from sbdesk.services.programme_editing import ProgrammeEditingService
from sbdesk.services.programme_rows import FactRow, ProgrammePage
from sbdesk.services.programmes import ProgrammesService
from support.desk import OpenDesk

SIXTH = Identity(
    "kommun-2026",
    2026,
    "Statsbidrag till kommuner 2026",
    "Kommun 2026",
    EligibleKind.MUNICIPALITY,
    "9.1-1/2026",
)


@dataclass
class Bench:
    """A programme and the services that work on it, as one officer."""

    desk: OpenDesk
    officer: int
    programme: int

    @property
    def editing(self) -> ProgrammeEditingService:
        return ProgrammeEditingService(self.desk.work_of(self.officer))

    @property
    def programmes(self) -> ProgrammesService:
        return ProgrammesService(self.desk.work_of(self.officer))

    def of(self, officer: int) -> Bench:
        return replace(self, officer=officer)

    def page(self) -> ProgrammePage:
        return self.programmes.page(self.programme)

    def row(self, name: str, ordinal: int = 1) -> FactRow:
        return next(row for row in self.page().facts if (row.name, row.fact.ordinal) == (name, ordinal))

    def state(self, name: str, value: FactContent, sentence: str = "Så står det.") -> int:
        """Enter a value with its sentence; the fact's new row."""
        row = self.row(name)
        fact = replace(row.fact, value=value, status=FactStatus.STATED, quote=Quote("Villkor", (sentence,)))
        made = self.editing.edit_fact(self.programme, row.revision, fact)
        assert made.id is not None
        return made.id


def own_fact(name: str, value: str = "Kommunens anhörigstöd") -> FactValue:
    return FactValue(name, ValueKind.TEXT, value, FactStatus.STATED, quote=Quote("Syfte", (value,)))


def sixth(desk: OpenDesk) -> Bench:
    """A sixth programme from nothing, by Anna."""
    made = ProgrammeEditingService(desk.work).create_empty(SIXTH)
    assert made.id is not None
    return Bench(desk, desk.anna, made.id)


def next_csd(desk: OpenDesk) -> Bench:
    """CSD 2027 after CSD 2026, by Anna."""
    given = Identity("csd-2027", 2027, "CSD nästa år", "CSD 2027", EligibleKind.REGION)
    made = ProgrammeEditingService(desk.work).copy_year(desk.programme, given)
    assert made.id is not None
    return Bench(desk, desk.anna, made.id)

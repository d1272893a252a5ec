"""What is known of many cases before an act and after it, as plain rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.bulk_acts import BulkAct, sum_words
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.payouts import Booking


@dataclass(frozen=True, slots=True)
class BulkCase:
    """One ticked case before the act; ``refusal`` is empty when it can be done.

    ``amount_ore`` is what the act moves, None where it moves nothing. ``mark`` is what the case looked like,
    ``version`` the requisition's. ``lines`` are the öre to propose per part. ``needs_reason``: without
    one the letter would lack its reasons.
    """

    award_id: int
    recipient: str
    programme: str
    amount_ore: Ore | None
    refusal: str = ""
    note: str = ""
    mark: str = ""
    version: int | None = None
    lines: Mapping[AmountKey, Ore] = field(default_factory=dict)
    needs_reason: bool = False
    codes: tuple[str, ...] = ()
    letters: tuple[int, ...] = ()

    @property
    def can(self) -> bool:
        """Whether nothing hinders the act."""
        return not self.refusal


@dataclass(frozen=True, slots=True)
class Preflight:
    """Every ticked case with what the act would do to it; nothing is changed.

    ``people`` are those to choose among, the proposed one first. ``today`` is the day to propose in forms.
    """

    act: BulkAct
    label: str
    cases: tuple[BulkCase, ...]
    today: date
    signed_outside: bool
    people: tuple[tuple[int, str], ...] = ()
    person_id: int | None = None

    @property
    def ready(self) -> tuple[BulkCase, ...]:
        """The cases that can be done."""
        return tuple(case for case in self.cases if case.can)

    @property
    def hindered(self) -> tuple[BulkCase, ...]:
        """The cases that cannot be done, each with its reason."""
        return tuple(case for case in self.cases if not case.can)

    @property
    def sum_ore(self) -> Ore:
        """What the act moves in all, in öre."""
        return sum(case.amount_ore or 0 for case in self.ready)

    @property
    def words(self) -> str:
        """``Kan: 5 (31 203 000 kr) · Kan inte: 2``."""
        return sum_words(len(self.ready), self.sum_ore, len(self.hindered))


@dataclass(frozen=True, slots=True)
class BulkTerms:
    """What the officer has said for all the cases; ``reasons`` is per award, ``reason`` for the others.

    ``case_number`` is the collective decision's own (dnr).
    """

    person_id: int | None = None
    reason: str = ""
    reasons: Mapping[int, str] = field(default_factory=dict)
    second: SecondPerson | None = None
    participants: tuple[int, ...] = ()
    day: date | None = None
    channel: DispatchChannel | None = None
    booking: Booking | None = None
    folder: Path | None = None
    case_number: str = ""

    def reason_for(self, award_id: int) -> str:
        """The case's own reason, else the one for all."""
        return self.reasons.get(award_id, "").strip() or self.reason.strip()


class Outcome(StrEnum):
    """What became of one case."""

    DONE = "Klart"
    BEFORE = "Redan gjort"
    NOT_DONE = "Inte gjort"


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """One case after the act, with what was done or why it was not; ``document_id`` is what was made."""

    award_id: int
    recipient: str
    programme: str
    amount_ore: Ore | None
    outcome: Outcome
    text: str
    document_id: int | None = None

    @classmethod
    def of(cls, case: BulkCase, outcome: Outcome, text: str, document_id: int | None = None) -> BulkOutcome:
        """What became of the case."""
        return cls(case.award_id, case.recipient, case.programme, case.amount_ore, outcome, text, document_id)


@dataclass(frozen=True, slots=True)
class BulkResult:
    """Every case of a run; those done stay done also when the officer cancelled the rest.

    ``fell`` is the award for which a collective decision was not made.
    """

    act: BulkAct
    label: str
    outcomes: tuple[BulkOutcome, ...]
    done: Done
    cancelled: bool = False
    fell: int | None = None

    def count(self, outcome: Outcome) -> int:
        """How many cases ended like that."""
        return sum(row.outcome is outcome for row in self.outcomes)

    @property
    def sum_ore(self) -> Ore:
        """What was moved in this run, in öre."""
        return sum(row.amount_ore or 0 for row in self.outcomes if row.outcome is Outcome.DONE)


BEFORE = "Gjordes vid en tidigare körning."
TOUCHED = Touched.REQUISITIONS | Touched.DECISIONS | Touched.DOCUMENTS | Touched.PAYOUTS


def result_of(
    plan: Preflight, outcomes: tuple[BulkOutcome, ...], *, cancelled: bool = False, fell: int | None = None
) -> BulkResult:
    """The result with its message, ``17 klara · 3 inte gjorda``."""
    counts = Counter(row.outcome for row in outcomes)
    words = [f"{counts[outcome]} {_COUNTED[outcome]}" for outcome in Outcome if counts[outcome]]
    message = " · ".join(words) or "Inget ärende var valt"
    if cancelled:
        message = f"Avbrutet. {message}. Det som är klart är kvar"
    done = Done(TOUCHED if counts[Outcome.DONE] else Touched.NOTHING, f"{message}.")
    return BulkResult(plan.act, plan.label, outcomes, done, cancelled, fell)


_COUNTED = {
    Outcome.DONE: "klara",
    Outcome.BEFORE: "redan gjorda",
    Outcome.NOT_DONE: "inte gjorda",
}

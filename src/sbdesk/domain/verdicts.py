"""The officer's verdict on a ledger row: what it needs, what it makes of the row, and how it is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.programme_vocabulary import Modality, VerdictCause
from sbdesk.domain.reconciliation import NEEDS_COMMENT

NOTHING = "Inget är ändrat."
NO_GROUND = "Anvisningen anger ingen grund."
"""Why a cause cannot be chosen: no ground for repayment is mapped to it."""


@dataclass(frozen=True, slots=True)
class Approve:
    """The row's whole claim is accepted."""


@dataclass(frozen=True, slots=True)
class Reject:
    """The claim, or ``amount_ore`` of it, is not accepted; ``ground_id`` None: the cause's first ground."""

    cause: VerdictCause
    amount_ore: Ore | None = None
    comment: str = ""
    ground_id: int | None = None


@dataclass(frozen=True, slots=True)
class Park:
    """The claim, or ``amount_ore`` of it, waits for evidence until ``evidence_due_on``."""

    evidence_due_on: date
    amount_ore: Ore | None = None
    comment: str = ""


Verdict: TypeAlias = Approve | Reject | Park


@dataclass(frozen=True, slots=True)
class Judgement:
    """What stands on a row after a verdict, in öre with the claim's sign. All zero: accepted."""

    rejected_ore: Ore = 0
    parked_ore: Ore = 0
    cause: VerdictCause | None = None
    ground_id: int | None = None
    comment: str | None = None
    evidence_due_on: date | None = None
    carried_reason: str | None = None


@dataclass(frozen=True, slots=True)
class StandingVerdict:
    """A judgement as it stands on a row: by whom, and in which group of rows judged together."""

    judgement: Judgement
    judged_by: int
    group_id: int | None = None


class Judged(StrEnum):
    """What a row's verdict comes to."""

    NOT = "not"
    APPROVED = "approved"
    REJECTED = "rejected"
    PARTLY = "partly"
    PARKED = "parked"

    @property
    def swedish(self) -> str:
        """The words in the column Bedömning, with the key that gives them first."""
        return _JUDGED_WORDS[self]


_JUDGED_WORDS = {
    Judged.NOT: "Obedömd",
    Judged.APPROVED: "G godkänd",
    Judged.REJECTED: "U underkänd",
    Judged.PARTLY: "D delvis underkänd",
    Judged.PARKED: "V väntar",
}


def judged_as(claimed: Ore, judgement: Judgement | None) -> Judged:
    """The row's place in the list of verdicts; None is no verdict."""
    if judgement is None:
        return Judged.NOT
    if judgement.parked_ore:
        return Judged.PARKED
    if not judgement.rejected_ore:
        return Judged.APPROVED
    return Judged.REJECTED if judgement.rejected_ore == claimed else Judged.PARTLY


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for repayment that the programme names, and the causes mapped to it."""

    id: int
    title: str
    modality: Modality
    causes: frozenset[VerdictCause]


@dataclass(frozen=True, slots=True)
class CauseChoice:
    """A cause as the officer is offered it; a disabled one says why."""

    cause: VerdictCause
    grounds: tuple[Ground, ...]

    @property
    def enabled(self) -> bool:
        """Whether the programme has a ground for it."""
        return bool(self.grounds)

    @property
    def reason(self) -> str:
        """Why it cannot be chosen, empty when it can."""
        return "" if self.grounds else NO_GROUND

    @property
    def needs_comment(self) -> bool:
        """Whether the cause says nothing without words of its own."""
        return self.cause in NEEDS_COMMENT


def cause_choices(grounds: Iterable[Ground]) -> tuple[CauseChoice, ...]:
    """All ten causes in the order of their digits, each with the grounds it may rest on."""
    known = tuple(grounds)
    return tuple(
        CauseChoice(cause, tuple(ground for ground in known if cause in ground.causes))
        for cause in VerdictCause
    )


def judgement_of(verdict: Verdict, claimed: Ore, choices: Sequence[CauseChoice], today: date) -> Judgement:
    """What the verdict makes of a row that claims ``claimed`` öre.

    Raises UserFacingError for a cause without ground or comment, a day that has been, or an amount that is
    not a part of the claim.
    """
    if isinstance(verdict, Approve):
        return Judgement()
    amount = _part(claimed, verdict.amount_ore)
    comment = verdict.comment.strip() or None
    if isinstance(verdict, Park):
        if verdict.evidence_due_on < today:
            raise UserFacingError(
                f"Dagen {verdict.evidence_due_on.isoformat()} har redan varit.",
                NOTHING,
                "Ange en dag då mottagaren hinner svara.",
            )
        return Judgement(parked_ore=amount, comment=comment, evidence_due_on=verdict.evidence_due_on)
    choice = choices[verdict.cause]
    if choice.needs_comment and comment is None:
        raise UserFacingError(
            f"Feltypen ”{verdict.cause.swedish}” behöver en kommentar.",
            NOTHING,
            "Skriv vad som är fel med raden.",
        )
    return Judgement(
        rejected_ore=amount, cause=verdict.cause, ground_id=_ground_id(verdict, choice), comment=comment
    )


def _ground_id(verdict: Reject, choice: CauseChoice) -> int:
    if not choice.enabled:
        raise UserFacingError(
            f"Feltypen ”{verdict.cause.swedish}” kan inte väljas. {NO_GROUND}",
            NOTHING,
            "Välj en annan feltyp, eller godkänn raden.",
        )
    if verdict.ground_id is None:
        return choice.grounds[0].id
    if verdict.ground_id not in {ground.id for ground in choice.grounds}:
        raise UserFacingError(
            f"Grunden hör inte till feltypen ”{verdict.cause.swedish}”.",
            NOTHING,
            "Välj en av de grunder som visas för feltypen.",
        )
    return verdict.ground_id


def _part(claimed: Ore, amount: Ore | None) -> Ore:
    if claimed == 0:
        raise UserFacingError(
            "Raden redovisar inget belopp i bidraget.", NOTHING, "Godkänn raden eller lämna den obedömd."
        )
    if amount is None:
        return claimed
    if amount == 0 or (amount > 0) != (claimed > 0) or abs(amount) > abs(claimed):
        raise UserFacingError(
            f"{format_kronor(amount)} är inte en del av radens {format_kronor(claimed)}.",
            NOTHING,
            "Ange ett belopp som ryms inom raden, med samma tecken.",
        )
    return amount


def group_holds(rejected: Iterable[Ore]) -> bool:
    """Whether rows judged together leave nothing rejected below zero.

    A credit row is rejected only together with the debit that it takes back: alone it would lower the claim.
    """
    return sum(rejected) >= 0


def rows_in_words(number: int) -> str:
    """``1 rad``, ``3 rader``."""
    return f"{number} rad" if number == 1 else f"{number} rader"


def act_in_words(verdict: Verdict, rows: int) -> str:
    """How the menu names the act: ``Underkänn 3 rader``."""
    if isinstance(verdict, Approve):
        return f"Godkänn {rows_in_words(rows)}"
    if isinstance(verdict, Park):
        return f"Låt {rows_in_words(rows)} vänta på underlag"
    if verdict.amount_ore is not None:
        return f"Underkänn {rows_in_words(rows)} delvis"
    return f"Underkänn {rows_in_words(rows)}"

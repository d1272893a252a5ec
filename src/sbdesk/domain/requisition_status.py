"""Says of a case who must act and how far it has come, from its states and the day; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.award import AwardState, ClosedAs
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.periods import days_in_words
from sbdesk.domain.requisition import RequisitionState


class Stage(StrEnum):
    """Where a case stands, seen from the desk (UX 4.1)."""

    EXPECTED = "expected"
    CHECKING = "checking"
    READY = "ready"
    INCOMPLETE = "incomplete"
    PROPOSED = "proposed"
    GRANTED = "granted"
    PAYOUT_PLANNED = "payout_planned"
    PAYOUT_APPROVED = "payout_approved"
    PAYOUT_STOPPED = "payout_stopped"
    PAID = "paid"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    ON_HOLD = "on_hold"
    CLOSED = "closed"


class StatusLevel(StrEnum):
    """How the status is coloured; the words say the same."""

    STOP = "stop"
    DEVIATION = "deviation"
    NOTE = "note"
    OK = "ok"
    WAITING = "waiting"
    MUTED = "muted"


class WaitsFor(StrEnum):
    """Who acts next."""

    OFFICER = "officer"
    RECIPIENT = "recipient"
    SECOND_PERSON = "second_person"
    FINANCE = "finance"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """What waits for the decider; ``mine``: the acting officer prepared it."""

    proposed_on: date
    decider: str
    mine: bool
    grants: bool


@dataclass(frozen=True, slots=True)
class PayoutFacts:
    """The latest payment of the award; ``mine``: the acting officer prepared it."""

    state: PayoutState
    mine: bool
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Everything that status and permitted acts follow from.

    ``stops`` and ``unexplained`` are the titles of checks that stop a grant, and of deviations without a
    reason. ``signed_outside``: a local file, where the second person signs on paper. ``disqualified`` is the
    sentence of a reported jäv, or empty. ``to_pay`` is granted less planned and paid, in öre.
    """

    today: date
    award: AwardState = AwardState.OPEN
    closed_as: ClosedAs | None = None
    hold_reason: str | None = None
    hold_until: date | None = None
    closes: date | None = None
    requisition: RequisitionState | None = None
    completion_due: date | None = None
    stops: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    has_case_number: bool = True
    appeal_decided: bool = True
    proposal: ProposalFacts | None = None
    decided_on: date | None = None
    letter_sent: bool = False
    has_account: bool = True
    account_confirmed: bool = True
    payout: PayoutFacts | None = None
    to_pay: int = 0
    settled_elsewhere: bool = False
    signed_outside: bool = True
    disqualified: str = ""


@dataclass(frozen=True, slots=True)
class StatusLabel:
    """Who must act, in words; ``detail`` adds since when and who."""

    words: str
    level: StatusLevel
    waits_for: WaitsFor
    detail: str = ""

    @property
    def whole(self) -> str:
        """Words and detail as the status strip shows them."""
        return f"{self.words} · {self.detail}" if self.detail else self.words


_STAGE_OF_STATE = {
    RequisitionState.RECEIVED: Stage.CHECKING,
    RequisitionState.READY: Stage.READY,
    RequisitionState.INCOMPLETE: Stage.INCOMPLETE,
    RequisitionState.PROPOSED: Stage.PROPOSED,
    RequisitionState.REFUSED: Stage.REFUSED,
    RequisitionState.DISMISSED: Stage.REFUSED,
    RequisitionState.WITHDRAWN: Stage.WITHDRAWN,
    RequisitionState.WRITTEN_OFF: Stage.ENDED,
    RequisitionState.REVOKED: Stage.ENDED,
}

_STAGE_OF_PAYOUT = {
    PayoutState.PLANNED: Stage.PAYOUT_PLANNED,
    PayoutState.APPROVED: Stage.PAYOUT_APPROVED,
    PayoutState.IN_FILE: Stage.PAYOUT_APPROVED,
    PayoutState.SENT: Stage.PAYOUT_APPROVED,
    PayoutState.CONFIRMED: Stage.PAID,
    PayoutState.FAILED: Stage.PAYOUT_STOPPED,
    PayoutState.RETURNED: Stage.PAYOUT_STOPPED,
    PayoutState.CANCELLED: Stage.GRANTED,
    PayoutState.REPLACED: Stage.GRANTED,
}


def stage_of(facts: CaseFacts) -> Stage:
    """The one stage the case is in; a closed award and a hold cover everything else."""
    if facts.award is AwardState.CLOSED:
        return Stage.CLOSED
    if facts.hold_reason is not None:
        return Stage.ON_HOLD
    if facts.requisition is None:
        return Stage.EXPECTED
    if facts.requisition is RequisitionState.DECIDED:
        return Stage.GRANTED if facts.payout is None else _STAGE_OF_PAYOUT[facts.payout.state]
    stage = _STAGE_OF_STATE[facts.requisition]
    # Something changed after the officer cleared it: the checks are open again until a new look.
    return Stage.CHECKING if stage is Stage.READY and (facts.stops or facts.unexplained) else stage


def status_of(facts: CaseFacts) -> StatusLabel:
    """The label of the case, naming who must act."""
    stage = stage_of(facts)
    if stage is Stage.EXPECTED:
        return _expected(facts)
    if stage is Stage.CHECKING:
        return _checking(facts)
    if stage is Stage.INCOMPLETE:
        return _incomplete(facts)
    if stage is Stage.PROPOSED:
        return _proposed(facts)
    if stage is Stage.PAYOUT_PLANNED:
        who = "underskrift: attest" if facts.signed_outside else "kollega: attest"
        return StatusLabel(f"Väntar på {who}", StatusLevel.WAITING, WaitsFor.SECOND_PERSON)
    if stage is Stage.PAID:
        day = facts.payout.confirmed_on if facts.payout else None
        return StatusLabel(
            f"Utbetald {day.isoformat()}" if day else "Utbetald", StatusLevel.OK, WaitsFor.RECIPIENT
        )
    if stage is Stage.CLOSED:
        unrequested = facts.closed_as is ClosedAs.UNREQUESTED
        return StatusLabel(
            "Inte rekvirerat" if unrequested else "Avslutat", StatusLevel.MUTED, WaitsFor.NOBODY
        )
    if stage is Stage.ON_HOLD:
        until = f"bevakas {facts.hold_until.isoformat()}" if facts.hold_until else ""
        return StatusLabel(f"Vilande: {facts.hold_reason}", StatusLevel.MUTED, WaitsFor.OFFICER, until)
    return _fixed(facts, stage)


def _fixed(facts: CaseFacts, stage: Stage) -> StatusLabel:
    if stage is Stage.GRANTED:
        detail = "" if facts.letter_sent else "beslutsbrevet är inte markerat som skickat"
        return StatusLabel(
            "Beviljad: handläggaren förbereder utbetalning", StatusLevel.NOTE, WaitsFor.OFFICER, detail
        )
    words, level, waits_for = {
        Stage.READY: ("Klar för beslut", StatusLevel.OK, WaitsFor.OFFICER),
        Stage.PAYOUT_APPROVED: ("Väntar på ekonomi: utbetalning", StatusLevel.WAITING, WaitsFor.FINANCE),
        Stage.PAYOUT_STOPPED: (
            "Utbetalningen gick inte igenom: handläggaren rättar",
            StatusLevel.STOP,
            WaitsFor.OFFICER,
        ),
        Stage.REFUSED: ("Avslagen", StatusLevel.MUTED, WaitsFor.NOBODY),
        Stage.WITHDRAWN: ("Återkallad av mottagaren", StatusLevel.MUTED, WaitsFor.NOBODY),
        Stage.ENDED: ("Avskrivet", StatusLevel.MUTED, WaitsFor.NOBODY),
    }[stage]
    if facts.requisition is RequisitionState.DISMISSED:
        words = "Avvisad"
    if facts.requisition is RequisitionState.REVOKED:
        words = "Beslutet upphävt"
    return StatusLabel(words, level, waits_for)


def _expected(facts: CaseFacts) -> StatusLabel:
    words = "Väntar på mottagaren: rekvisition"
    if facts.closes is None:
        return StatusLabel(words, StatusLevel.WAITING, WaitsFor.RECIPIENT)
    if facts.today > facts.closes:
        late = days_in_words((facts.today - facts.closes).days)
        detail = f"sista dag var {facts.closes.isoformat()}, för {late} sedan"
        return StatusLabel(words, StatusLevel.DEVIATION, WaitsFor.RECIPIENT, detail)
    return StatusLabel(words, StatusLevel.WAITING, WaitsFor.RECIPIENT, f"senast {facts.closes.isoformat()}")


def _checking(facts: CaseFacts) -> StatusLabel:
    words = "Handläggaren kontrollerar"
    if facts.stops:
        return StatusLabel(words, StatusLevel.STOP, WaitsFor.OFFICER, f"stopp: {', '.join(facts.stops)}")
    if facts.unexplained:
        detail = f"skäl saknas: {', '.join(facts.unexplained)}"
        return StatusLabel(words, StatusLevel.DEVIATION, WaitsFor.OFFICER, detail)
    return StatusLabel(words, StatusLevel.NOTE, WaitsFor.OFFICER)


def _incomplete(facts: CaseFacts) -> StatusLabel:
    due = facts.completion_due
    if due is None:
        return StatusLabel("Väntar på mottagaren: komplettering", StatusLevel.WAITING, WaitsFor.RECIPIENT)
    words = f"Väntar på mottagaren: komplettering senast {due.isoformat()}"
    if facts.today <= due:
        return StatusLabel(words, StatusLevel.WAITING, WaitsFor.RECIPIENT)
    detail = f"svarstiden gick ut för {days_in_words((facts.today - due).days)} sedan"
    return StatusLabel(words, StatusLevel.DEVIATION, WaitsFor.OFFICER, detail)


def _proposed(facts: CaseFacts) -> StatusLabel:
    proposal = facts.proposal
    who = proposal.decider if proposal else ""
    since = days_in_words((facts.today - proposal.proposed_on).days) if proposal else ""
    if proposal and facts.today == proposal.proposed_on:
        since = ""
    if facts.signed_outside:
        words = f"Väntar på underskrift: {who}" if who else "Väntar på underskrift: beslut"
        return StatusLabel(
            words, StatusLevel.WAITING, WaitsFor.SECOND_PERSON, f"sedan {since}" if since else ""
        )
    detail = " · ".join(part for part in (f"sedan {since}" if since else "", who) if part)
    return StatusLabel(
        "Väntar på beslutsfattaren: beslut", StatusLevel.WAITING, WaitsFor.SECOND_PERSON, detail
    )


_STEPS = {
    Stage.PROPOSED: 1,
    Stage.GRANTED: 2,
    Stage.PAYOUT_PLANNED: 2,
    Stage.PAYOUT_APPROVED: 2,
    Stage.PAYOUT_STOPPED: 2,
    Stage.PAID: 3,
}


def step_of(facts: CaseFacts) -> int:
    """Which of Rekvisition, Beslut, Utbetalning, Återrapport, Avslutat is under way; 5: all are done."""
    stage = stage_of(facts)
    if stage is Stage.CLOSED:
        return 5
    if stage is Stage.ON_HOLD:
        return {None: 0, RequisitionState.PROPOSED: 1, RequisitionState.DECIDED: 2}.get(facts.requisition, 0)
    if stage in (Stage.REFUSED, Stage.ENDED):
        return 4
    return _STEPS.get(stage, 0)

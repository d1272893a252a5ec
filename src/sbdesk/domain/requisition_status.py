"""Says of a case who must act and how far it has come, from its states and the day; never stored."""

from __future__ import annotations

from dataclasses import replace

from sbdesk.domain.award import ClosedAs
from sbdesk.domain.periods import days_in_words
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_case import (
    CaseFacts,
    PayoutFacts,
    ProposalFacts,
    Stage,
    StatusLabel,
    StatusLevel,
    WaitsFor,
    stage_of,
)

__all__ = [
    "CaseFacts",
    "PayoutFacts",
    "ProposalFacts",
    "Stage",
    "StatusLabel",
    "StatusLevel",
    "WaitsFor",
    "stage_of",
    "status_of",
    "step_of",
]


def status_of(facts: CaseFacts) -> StatusLabel:
    """The label of the case, naming who must act, with what is said beside it."""
    label = _status(facts)
    detail = " · ".join(part for part in (label.detail, facts.beside) if part)
    return replace(label, detail=detail)


def _status(facts: CaseFacts) -> StatusLabel:
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
    if stage is Stage.GRANTED and facts.withheld and facts.to_pay <= 0:
        detail = "" if facts.letter_sent else "beslutsbrevet är inte markerat som skickat"
        return StatusLabel("Beslutat att inte betala ut", StatusLevel.STOP, WaitsFor.NOBODY, detail)
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
        Stage.PAYOUT_HELD: ("Utbetalning stoppad tills vidare", StatusLevel.STOP, WaitsFor.OFFICER),
        Stage.WITHDRAWN: (
            "Återkallad av mottagaren: handläggaren skriver av ärendet",
            StatusLevel.NOTE,
            WaitsFor.OFFICER,
        ),
        Stage.ENDED: ("Avskrivet", StatusLevel.MUTED, WaitsFor.NOBODY),
    }[stage]
    if facts.requisition is RequisitionState.DISMISSED:
        words = "Avvisad"
    if facts.requisition is RequisitionState.REVOKED:
        words = "Beslutet upphävt"
    if stage is Stage.PAYOUT_HELD:
        words = f"{words}: {facts.payout_stop}"
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
    Stage.PAYOUT_HELD: 2,
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

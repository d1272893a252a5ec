"""Says of a claim who must act and how far it has come, from its rows and the day; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.ore import NBSP, Ore, format_kronor, format_ore
from sbdesk.domain.reconciliation_status import StatusLabel, StatusTone
from sbdesk.domain.recovery import Interest, RecoveryPath, RecoveryState

_S = RecoveryState


@dataclass(frozen=True, slots=True)
class HearingStanding:
    """The latest letter before the decision. ``fits``: it says what the lines say now, or once sent more."""

    written: bool = False
    fits: bool = False
    sent_on: date | None = None
    answer_due_on: date | None = None
    answered_on: date | None = None
    answer_is_final: bool = False


@dataclass(frozen=True, slots=True)
class DecisionStanding:
    """The decision once it is made. ``appeal_reason``: why an invoice must wait for the time to appeal."""

    decided_on: date
    sent_on: date | None = None
    received_on: date | None = None
    received_matters: bool = False
    appeal_reason: str = ""


@dataclass(frozen=True, slots=True)
class MoneyStanding:
    """The award's open claim against the threshold, and what its invoices say; öre.

    ``has_draft``, ``issued`` and ``unsent``: whether an invoice of the claim is so.
    """

    open_claim_ore: Ore = 0
    threshold_ore: Ore = 100_000
    to_invoice_ore: Ore = 0
    outstanding_ore: Ore = 0
    has_draft: bool = False
    issued: bool = False
    unsent: bool = False


@dataclass(frozen=True, slots=True)
class RecoverySituation:
    """What status and offers follow from.

    ``line_faults``: what the lines lack before a letter, in Swedish; ``undecided_faults``: before a decision.
    ``left_ore``: what may be claimed at most. ``decider``: the name of the one it was handed to.
    ``disqualified``: the sentence of a reported jäv, or empty; ``inhibition``: that of a court's, or empty.
    """

    state: RecoveryState
    path: RecoveryPath
    today: date
    amount_ore: Ore
    left_ore: Ore
    line_faults: tuple[str, ...] = ()
    undecided_faults: tuple[str, ...] = ()
    hearing: HearingStanding = HearingStanding()
    decision: DecisionStanding | None = None
    money: MoneyStanding = MoneyStanding()
    interest: Interest = Interest.NOT_DECIDED
    simple_allowed: bool = False
    only_unused: bool = False
    decider: str = ""
    you_prepared: bool = False
    signed_outside: bool = True
    appeal_decided: bool = True
    disqualified: str = ""
    inhibition: str = ""


class RecoveryStep(StrEnum):
    """The points of the line of steps, in order; the values are what the page says."""

    PROPOSAL = "Förslag"
    LETTER = "Brev inför beslut"
    ANSWER = "Yttrande"
    DECISION = "Beslut"
    INVOICE = "Faktura"
    PAID = "Betalt"
    DROPPED = "Avslutat utan återkrav"


_T = RecoveryStep
_CURRENT = {
    _S.HEARING: _T.ANSWER,
    _S.PROPOSED: _T.DECISION,
    _S.DECIDED: _T.INVOICE,
    _S.INVOICED: _T.PAID,
    _S.ENFORCEMENT: _T.PAID,
}


def steps_of(it: RecoverySituation) -> tuple[RecoveryStep, ...]:
    """The steps of this claim: none of a hearing nobody held, and none of an invoice that will not come."""
    if it.state is _S.CLOSED:
        return (_T.PROPOSAL, _T.DROPPED)
    unheard = it.hearing.sent_on is None and it.state not in (_S.DRAFT, _S.HEARING)
    steps = [_T.PROPOSAL, *([] if unheard else [_T.LETTER, _T.ANSWER]), _T.DECISION]
    return tuple(steps if ends_without_invoice(it) else [*steps, _T.INVOICE, _T.PAID])


def step_under_way(it: RecoverySituation) -> RecoveryStep | None:
    """Which step is under way; None when all are done."""
    if it.state is _S.DRAFT:
        return _T.LETTER if it.hearing.written else _T.PROPOSAL
    return None if ends_without_invoice(it) else _CURRENT.get(it.state)


def ends_without_invoice(it: RecoverySituation) -> bool:
    """Whether the decision is the end of it: the award's open claim is at or under the threshold."""
    return it.state is _S.DECIDED and it.money.open_claim_ore <= it.money.threshold_ore


def status_of(it: RecoverySituation) -> StatusLabel:
    """The status in words, naming who must act."""
    if it.state is _S.HEARING:
        return _hearing_status(it)
    if it.state is _S.PROPOSED:
        words = "Väntar på beslutsfattaren: granskning och beslut"
        if it.signed_outside:
            words = f"Väntar på underskrift: {it.decider or 'beslut'}"
        return StatusLabel(words, StatusTone.WAITING, "second_person")
    if it.state is _S.DECIDED:
        return _decided_status(it)
    if it.state is _S.INVOICED:
        if it.money.to_invoice_ore > 0:
            return StatusLabel("Fakturan är krediterad: handläggaren fakturerar", StatusTone.NOTE, "officer")
        if it.money.outstanding_ore < 0:
            back = format_ore(-it.money.outstanding_ore)
            return StatusLabel(
                f"För mycket betalt: {back}{NBSP}kr ska betalas tillbaka", StatusTone.DEVIATION, "officer"
            )
        return StatusLabel("Fakturerat: väntar på betalning", StatusTone.WAITING, "recipient")
    words, tone, waits_for = {
        _S.DRAFT: ("Handläggaren utreder", StatusTone.NOTE, "officer"),
        _S.SETTLED: ("Betalt", StatusTone.OK, ""),
        _S.ENFORCEMENT: ("Lämnat till ekonomi för fortsatt krav", StatusTone.WAITING, "finance"),
        _S.CLOSED: ("Avslutat utan återkrav", StatusTone.MUTED, ""),
    }[it.state]
    return StatusLabel(words, tone, waits_for)


def _hearing_status(it: RecoverySituation) -> StatusLabel:
    hearing = it.hearing
    if hearing.answer_is_final:
        return StatusLabel("Handläggaren tar ställning till yttrandet", StatusTone.NOTE, "officer")
    if hearing.answer_due_on is not None and it.today > hearing.answer_due_on:
        words = "Handläggaren tar ställning till yttrandet"
        if hearing.answered_on is None:
            words = "Svarstiden har gått ut: handläggaren avgör"
        return StatusLabel(words, StatusTone.NOTE, "officer")
    due = hearing.answer_due_on.isoformat() if hearing.answer_due_on else ""
    return StatusLabel(f"Väntar på mottagaren: yttrande senast {due}", StatusTone.WAITING, "recipient")


def _decided_status(it: RecoverySituation) -> StatusLabel:
    if ends_without_invoice(it):
        limit = format_kronor(it.money.threshold_ore)
        return StatusLabel(f"Beslutat utan faktura (högst {limit})", StatusTone.OK)
    return StatusLabel("Beslutat: handläggaren fakturerar", StatusTone.NOTE, "officer")

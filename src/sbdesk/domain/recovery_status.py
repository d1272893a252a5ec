"""Says of a claim who must act and how far it has come, from its rows and the day; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    ``disqualified``: the sentence of a reported jäv, or empty.
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


STEPS = ("Förslag", "Brev inför beslut", "Yttrande", "Beslut", "Faktura", "Betalt")
"""The line of steps on the page."""


def step_of(it: RecoverySituation) -> int:
    """Which of the steps is under way, 0-based; 6: all are done, or the claim was dropped."""
    if it.state in (_S.SETTLED, _S.CLOSED) or ends_without_invoice(it):
        return len(STEPS)
    if it.state is _S.DRAFT:
        return 1 if it.hearing.written else 0
    return {_S.HEARING: 2, _S.PROPOSED: 3, _S.DECIDED: 4, _S.INVOICED: 5, _S.ENFORCEMENT: 5}[it.state]


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

"""Says of an invoice how far it is paid and what may be done with it, from its rows and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.invoice import InvoiceKind, InvoiceState, PaymentState
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.periods import days_in_words
from sbdesk.domain.reconciliation_status import Offer, StatusLabel, StatusTone


class InvoiceAct(StrEnum):
    """What can be done with an invoice; the values are the keys of the offers."""

    ISSUE = "issue"
    MARK_SENT = "mark_sent"
    REGISTER_PAYMENT = "register_payment"
    CREDIT = "credit"
    DISCARD = "discard"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class InvoiceSituation:
    """What status and offers follow from; öre. ``hindrance``: why a draft cannot be issued or taken back.

    ``inhibition``: the sentence of a court that has stopped the decision, or empty.
    """

    state: InvoiceState
    kind: InvoiceKind
    today: date
    due_on: date
    amount_ore: Ore
    credited_ore: Ore = 0
    repaid_ore: Ore = 0
    settled_ore: Ore = 0
    hindrance: str = ""
    disqualified: str = ""
    inhibition: str = ""

    @property
    def outstanding_ore(self) -> Ore:
        """What is still to be paid; below zero: overpaid."""
        return self.amount_ore - self.credited_ore - self.repaid_ore - self.settled_ore

    @property
    def days_overdue(self) -> int:
        """Days since the due day, 0 until it has passed or when nothing is owed."""
        owed = self.state in (InvoiceState.SENT, InvoiceState.ENFORCEMENT) and self.outstanding_ore > 0
        return max(0, (self.today - self.due_on).days) if owed else 0


_I, _A = InvoiceState, InvoiceAct
_OWED = (_I.ISSUED, _I.SENT, _I.ENFORCEMENT)


def status_of(it: InvoiceSituation) -> StatusLabel:
    """The status in words; overdue, part paid, paid and overpaid are computed, never stored."""
    if it.state is _I.DRAFT:
        return StatusLabel("Utkast", StatusTone.NOTE, "officer")
    if it.state is _I.DISCARDED:
        return StatusLabel("Kasserat utkast", StatusTone.MUTED)
    if it.kind is InvoiceKind.CREDIT_NOTE:
        return StatusLabel("Kreditfaktura", StatusTone.MUTED)
    left = it.outstanding_ore
    if left < 0:
        return StatusLabel(
            f"För mycket betalt: {_kronor(-left)} ska betalas tillbaka", StatusTone.DEVIATION, "officer"
        )
    if it.state is _I.CREDITED:
        return StatusLabel("Krediterad", StatusTone.MUTED)
    if left == 0:
        return StatusLabel("Betald", StatusTone.OK)
    return _owed(it, left)


def _owed(it: InvoiceSituation, left: Ore) -> StatusLabel:
    if it.state is _I.ENFORCEMENT:
        return StatusLabel("Lämnad till ekonomi för fortsatt krav", StatusTone.WAITING, "finance")
    part = f": {_kronor(left)} återstår" if it.repaid_ore or it.settled_ore else ""
    if it.days_overdue:
        return StatusLabel(f"Förfallen {days_in_words(it.days_overdue)}{part}", StatusTone.STOP, "recipient")
    if part:
        return StatusLabel(f"Delbetald{part}", StatusTone.WAITING, "recipient")
    if it.state is _I.ISSUED:
        return StatusLabel("Utfärdad: handläggaren skickar fakturan", StatusTone.NOTE, "officer")
    words = f"Utfärdad: väntar på betalning till {it.due_on.isoformat()}"
    return StatusLabel(words, StatusTone.WAITING, "recipient")


@dataclass(frozen=True, slots=True)
class _Rule:
    label: str
    states: tuple[InvoiceState, ...]
    elsewhere: str
    guard: Callable[[InvoiceSituation], str] | None = None


def _unhindered(it: InvoiceSituation) -> str:
    return it.hindrance


def _uninhibited(it: InvoiceSituation) -> str:
    return it.inhibition


def _may_credit(it: InvoiceSituation) -> str:
    if it.kind is InvoiceKind.CREDIT_NOTE:
        return "En kreditfaktura kan inte krediteras."
    return ""


def _may_pay(it: InvoiceSituation) -> str:
    if it.kind is InvoiceKind.CREDIT_NOTE:
        return "En kreditfaktura ska inte betalas."
    return "" if it.outstanding_ore > 0 else "Fakturan är betald."


_ISSUED_ALREADY = "Fakturan är utfärdad. Kreditera och utfärda en ny."
RULES: dict[InvoiceAct, _Rule] = {
    _A.ISSUE: _Rule("Utfärda faktura…", (_I.DRAFT,), _ISSUED_ALREADY, _unhindered),
    _A.MARK_SENT: _Rule(
        "Markera som skickad…", (_I.ISSUED,), "Fakturan väntar inte på att skickas.", _uninhibited
    ),
    _A.REGISTER_PAYMENT: _Rule("Registrera inbetalning…", _OWED, "Fakturan är inte utfärdad.", _may_pay),
    _A.CREDIT: _Rule("Kreditera…", _OWED, "Bara en utfärdad faktura kan krediteras.", _may_credit),
    _A.DISCARD: _Rule("Kassera utkastet", (_I.DRAFT,), _ISSUED_ALREADY),
    _A.RESTORE: _Rule("Ta tillbaka utkastet", (_I.DISCARDED,), "Utkastet är inte kasserat.", _unhindered),
}
"""Every act in the order of the menu."""


def refusal(it: InvoiceSituation, act: InvoiceAct) -> str:
    """Why the act is not permitted, empty when it is."""
    if it.disqualified:
        return it.disqualified
    rule = RULES[act]
    if it.state not in rule.states:
        return _elsewhere(it, act)
    return rule.guard(it) if rule.guard else ""


def _elsewhere(it: InvoiceSituation, act: InvoiceAct) -> str:
    if it.state is _I.DISCARDED:
        return "Utkastet är kasserat. Välj Ta tillbaka utkastet."
    if it.state is _I.CREDITED:
        return "Fakturan är krediterad. Skapa en ny faktura i återkravet."
    if it.state is _I.DRAFT and act is _A.MARK_SENT:
        return "Fakturan är inte utfärdad."
    return RULES[act].elsewhere


def offers_of(it: InvoiceSituation) -> tuple[Offer, ...]:
    """Every act in the order of the menu, the forbidden ones with their reason."""
    return tuple(Offer(act.value, rule.label, refusal(it, act)) for act, rule in RULES.items())


def payment_status(state: PaymentState, amount_ore: Ore, matched_ore: Ore) -> StatusLabel:
    """How much of an incoming payment is matched, in words; öre."""
    if state is PaymentState.FOREIGN:
        return StatusLabel("Inte vår", StatusTone.MUTED)
    if state is PaymentState.REFUNDED:
        return StatusLabel("Återbetald", StatusTone.MUTED)
    if matched_ore == 0:
        return StatusLabel("Inte kopplad: handläggaren kopplar den", StatusTone.DEVIATION, "officer")
    if matched_ore < amount_ore:
        left = _kronor(amount_ore - matched_ore)
        return StatusLabel(f"Delvis kopplad: {left} återstår", StatusTone.DEVIATION, "officer")
    return StatusLabel("Kopplad", StatusTone.OK)


def _kronor(amount: Ore) -> str:
    return f"{format_ore(amount)}{NBSP}kr"

"""The checks before money leaves, R11 and R12, asked when a payment is prepared, approved and sent."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.periods import in_words, next_working_day
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName
from sbdesk.domain.rules.requisition import WindowParameters
from sbdesk.domain.rules.requisition_facts import DebtFacts

WAIT = "Invänta den dagen."


@dataclass(frozen=True, slots=True)
class PayoutFacts:
    """What a payment of granted money is compared with; ``debts`` are unsettled principal invoices (öre).

    ``closes``: the last day to requisition. ``may_stop``: the decision itself, or a regulation, permits that
    a payment is stopped.
    """

    award_id: int
    recipient: str
    today: date
    closes: date | None
    debts: tuple[DebtFacts, ...] = ()
    may_stop: bool = False
    holidays: Container[date] = field(default=())

    @property
    def subject(self) -> Subject:
        """The award, for the findings."""
        return Subject("award", self.award_id)


def check_first_day(facts: PayoutFacts, asked: Asked[WindowParameters]) -> Iterator[Finding] | NotRun:
    """R11: nothing is paid until the last day to requisition has passed."""
    if facts.closes is None:
        return NotRun("Sista dag att rekvirera är inte beslutad.")
    last = facts.closes
    if asked.parameters.next_working_day:
        last = next_working_day(last, facts.holidays)
    if facts.today > last:
        return iter(())
    earliest = last + timedelta(days=1)
    text = f"Utbetalning kan göras tidigast {in_words(earliest)}. {WAIT}"
    return iter([asked.finding(text, facts.subject, evidence={"earliest": earliest})])


def check_new_debt(facts: PayoutFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """R12: an invoice has fallen due unpaid since the decision.

    A granted payment is stopped only on a ground in the decision or a regulation; else a jurist answers.
    """
    owed = [debt for debt in facts.debts if debt.outstanding_ore > 0 and not debt.paused]
    overdue = [debt for debt in owed if debt.due_on < facts.today]
    if not overdue:
        return
    listed = ", ".join(f"{debt.invoice}, {format_kronor(debt.outstanding_ore)}" for debt in overdue)
    choice = (
        "Välj Stoppa utbetalningen, eller ange varför den ändå ska göras."
        if facts.may_stop
        else "Fråga jurist innan utbetalningen stoppas."
    )
    text = f"{facts.recipient} har fått en obetald skuld efter beslutet: {listed}. {choice}"
    evidence = {
        "invoices": [debt.invoice for debt in overdue],
        "outstanding_ore": [debt.outstanding_ore for debt in overdue],
        "may_stop": facts.may_stop,
    }
    yield asked.finding(text, facts.subject, ore=sum(d.outstanding_ore for d in overdue), evidence=evidence)


R11 = Rule(RuleName("R11", "Betalning före sista dag", Level.STOP), WindowParameters, check_first_day)
R12 = Rule(RuleName("R12", "Skuld efter beslutet", Level.DEVIATION), NoParameters, check_new_debt)

PAYOUT_RULES = (R11, R12)

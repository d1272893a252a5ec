"""Looks for a debt that came after the decision: a question for the jurist, never a stop by itself (R12)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.ore import format_kronor
from sbdesk.domain.requisition import RequisitionState
from sbdesk.services.cases import Case
from sbdesk.store.queries.requisition_facts import debts_of


def debt_after_decision(session: Session, case: Case) -> str:
    """The sentence about overdue invoices where the programme has the debt rule; empty when there is none.

    Only while the money is not paid. "Regionen får inte ha en obetald skuld" is a condition of the grant, but
    a payout already decided is stopped only on a ground in the decision itself (MODEL 4.1 R12).
    """
    requisition = case.records.requisition
    if requisition is None or requisition.state is not RequisitionState.DECIDED:
        return ""
    if case.definition.condition("R07") is None or case.sums.paid >= case.sums.granted:
        return ""
    overdue = [
        debt for debt in debts_of(session, case.records.award.recipient_id) if debt.due_on < case.facts.today
    ]
    if not overdue:
        return ""
    listed = ", ".join(f"{debt.number}, {format_kronor(debt.outstanding_ore)}" for debt in overdue)
    return f"{case.records.recipient.name} har fått en obetald skuld efter beslutet: {listed}."

"""What must hold before money moves: account, first day, debt, the second person and the bank's day."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.parties import Role
from sbdesk.services import payout_checks, requisition_checks
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.cases import Case
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import AttestationRecord, PayoutRecord
from sbdesk.store.records.parties import OfficerRecord


def recheck(session: Session, work: Workplace, case: Case, debt_answer: str) -> None:
    """Raise for an account that no longer checks out, and for a new debt (R12) without an answer to it.

    The first day to pay (R11) is a guard of the act itself.
    """
    outcomes = requisition_checks.ask(session, case.records, case.definition, work.clock.today())
    for outcome in outcomes:
        if outcome.code == "R06" and outcome.level is Level.STOP:
            raise NotAllowed(outcome.findings[0].text, "Inget är ändrat.", "Ändra uppgift i rekvisitionen.")
    debt = payout_checks.new_debt(case.payout_outcomes)
    if debt and not debt_answer.strip():
        answer = "Ange varför den ska göras" if case.facts.may_stop_payout else "Ange juristens svar"
        raise NotAllowed(debt, "Inget är ändrat.", f"{answer} för att betala ut.", code="R12")


def same_account(case: Case, payout: PayoutRecord) -> None:
    """Raise unless the payment still goes to the requisition's confirmed account."""
    account = case.records.known_account
    if account.id != payout.account["account_id"] or account.attestation_id is None:
        raise NotAllowed(
            "Kontot har ändrats eller är inte bekräftat sedan underlaget skapades.",
            "Inget är ändrat.",
            "Ta ur underlaget, bekräfta kontot och skapa ett nytt.",
        )


def may_approve(
    session: Session, work: Workplace, case: Case, payout: PayoutRecord, second: SecondPerson
) -> None:
    """Raise for the preparer (F13), a person without the role, one with jäv, or an amount above the limit."""
    person = session.get(OfficerRecord, second.officer_id)
    if person is None:
        raise LookupError(second.officer_id)
    work.refuse_disqualified(session, case.records.award, person.id)
    if person.id == payout.prepared_by:
        raise NotAllowed(
            f"{person.name} har berett utbetalningen och kan inte attestera den.",
            "Inget är ändrat.",
            "Be en annan person att attestera.",
            code="F13",
        )
    if Role.PAYER.value not in person.roles:
        raise NotAllowed(
            f"{person.name} får inte attestera utbetalningar.",
            "Inget är ändrat.",
            "Välj en attestant i listan.",
        )
    if payout.amount_ore > person.pay_limit_ore:
        raise NotAllowed(
            f"{person.name} får attestera högst {format_kronor(person.pay_limit_ore)}, och utbetalningen är "
            f"{format_kronor(payout.amount_ore)}.",
            "Inget är ändrat.",
            "Be en attestant med högre beloppsgräns.",
        )


def refuse_wrong_day(session: Session, work: Workplace, payout: PayoutRecord, on: date) -> None:
    """Raise for a day to come, or one before the payment was approved."""
    if on > work.clock.today():
        raise UserFacingError(
            f"Dagen {on.isoformat()} har inte varit än.",
            "Inget är ändrat.",
            "Ange den dag då banken betalade.",
        )
    approved_on = session.get_one(AttestationRecord, payout.attestation_id).on
    if on < approved_on:
        raise UserFacingError(
            f"Utbetalningen attesterades {approved_on.isoformat()} och kan inte ha "
            f"betalats {on.isoformat()}.",
            "Inget är ändrat.",
            "Ange den dag då banken betalade.",
        )

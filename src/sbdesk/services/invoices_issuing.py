"""Issues an invoice: checks, amount, number, OCR, letter and states in one act, so that no number is lost."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.invoice import INVOICE_MACHINE
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.recovery import RECOVERY_MACHINE, Interest, RecoveryState
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services import invoice_letters
from sbdesk.services.invoices_checks import issue_outcomes
from sbdesk.services.invoices_numbers import DUE_DAYS, number_it
from sbdesk.services.recoveries_claims import Claim, claim_of, permitted
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.recoveries import RecoveryRecord

NOT_ISSUED = "Fakturan är inte utfärdad."


def issue(
    session: Session, work: Workplace, invoice_id: int, seen_ore: Ore | None, due_on: date | None
) -> tuple[InvoiceRecord, int]:
    """The invoice and its document; Conflict when another amount than ``seen_ore`` is due now."""
    record = session.get_one(InvoiceRecord, invoice_id)
    INVOICE_MACHINE.move(record.state, "issue")
    claim = claim_of(session, work, record.recovery_id)
    _refuse_stops(work, claim)
    permitted(session, work, record.recovery_id, RecoveryAct.ISSUE_INVOICE, safe=NOT_ISSUED)
    today = work.clock.today()
    record.amount_ore = _amount(claim, seen_ore)
    record.due_on = _due_day(today, due_on)
    record.covers = invoice_letters.covered(session, claim)
    record.states_interest = claim.recovery.interest is Interest.YES
    number_it(session, record, today)
    record.state = INVOICE_MACHINE.target(record.state, "issue")
    session.flush()
    document = invoice_letters.issue(session, work, claim, record)
    _move_claims(session, record)
    work.record(
        session,
        "issue_invoice",
        ("invoice", record.id),
        award_id=record.award_id,
        after={
            "number": record.number,
            "amount_ore": record.amount_ore,
            "due_on": record.due_on.isoformat(),
            "covers": record.covers,
            "document": document.id,
        },
    )
    return record, document.id


def _refuse_stops(work: Workplace, claim: Claim) -> None:
    findings = [finding for outcome in issue_outcomes(work, claim) for finding in outcome.findings]
    stop = next((finding for finding in findings if finding.level is Level.STOP), None)
    if stop is not None:
        raise NotAllowed(stop.text, NOT_ISSUED, "")


def _amount(claim: Claim, seen_ore: Ore | None) -> Ore:
    amount = Balances(claim.sums).to_invoice
    if seen_ore is not None and seen_ore != amount:
        raise Conflict(
            f"Beloppet har ändrats från {format_ore(seen_ore)}{NBSP}kr till {format_ore(amount)}{NBSP}kr.",
            NOT_ISSUED,
            "Kontrollera utkastet och utfärda fakturan på nytt.",
            code="F12",
        )
    return amount


def _due_day(today: date, due_on: date | None) -> date:
    due = due_on or answer_day(today, DUE_DAYS)
    if due <= today:
        raise UserFacingError(
            f"Förfallodagen {due.isoformat()} har redan varit, eller är i dag.",
            NOT_ISSUED,
            "Ange en senare dag.",
        )
    return due


def _move_claims(session: Session, record: InvoiceRecord) -> None:
    """Every decided claim that the invoice covers is invoiced with it."""
    covered = select(RecoveryRecord).where(
        RecoveryRecord.id.in_(record.covers), RecoveryRecord.state == RecoveryState.DECIDED
    )
    for recovery in session.scalars(covered):
        recovery.state = RECOVERY_MACHINE.target(recovery.state, "issue")
    session.flush()

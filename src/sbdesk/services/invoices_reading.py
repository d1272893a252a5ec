"""Reads the invoices with how far they are paid, and asks whether an act on one is permitted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.invoice_status import InvoiceAct, InvoiceSituation, offers_of, refusal, status_of
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.domain.recovery_actions import refusal as recovery_refusal
from sbdesk.services.invoices_numbers import DUE_DAYS
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries_claims import Claim, claim_of
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import InvoiceMoney, money_of
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.recoveries import RecoveryRecord

OPEN = (InvoiceState.ISSUED, InvoiceState.SENT, InvoiceState.ENFORCEMENT)
"""States in which an invoice can be paid."""

_KINDS = {
    InvoiceKind.PRINCIPAL: "Faktura",
    InvoiceKind.INTEREST: "Räntefaktura",
    InvoiceKind.CREDIT_NOTE: "Kreditfaktura",
}


def row(session: Session, work: Workplace, invoice_id: int) -> InvoiceRow:
    """One invoice; LookupError for an unknown id."""
    found = _rows(session, work, InvoiceRecord.id == invoice_id)
    if not found:
        raise LookupError(invoice_id)
    return found[0]


def rows(session: Session, work: Workplace, award_id: int | None = None) -> list[InvoiceRow]:
    """The invoices by due day, then in the order they were made."""
    return _rows(session, work, true() if award_id is None else InvoiceRecord.award_id == award_id)


def _rows(session: Session, work: Workplace, wanted: ColumnElement[bool]) -> list[InvoiceRow]:
    query = (
        select(InvoiceRecord, RecipientRecord, RecoveryRecord.number)
        .join(RecipientRecord, RecipientRecord.id == InvoiceRecord.recipient_id)
        .join(RecoveryRecord, RecoveryRecord.id == InvoiceRecord.recovery_id)
        .where(wanted)
        .order_by(InvoiceRecord.due_on, InvoiceRecord.id)
    )
    found = session.execute(query).all()
    money = money_of(session, [record for record, _, _ in found])
    claims: dict[int, Claim] = {}
    known: dict[int, ProgrammeDefinition] = {}
    made = []
    for record, recipient, number in found:
        if record.recovery_id not in claims:
            claims[record.recovery_id] = claim_of(session, work, record.recovery_id, known)
        made.append(_row(record, recipient, number, claims[record.recovery_id], money[record.id]))
    return made


def _row(
    record: InvoiceRecord, recipient: RecipientRecord, recovery: str, claim: Claim, money: InvoiceMoney
) -> InvoiceRow:
    it = situation(record, claim, money)
    draft = record.state in (InvoiceState.DRAFT, InvoiceState.DISCARDED)
    note = record.kind is InvoiceKind.CREDIT_NOTE
    return InvoiceRow(
        id=record.id,
        version=record.version,
        recovery_id=record.recovery_id,
        recovery_number=recovery,
        award_id=record.award_id,
        recipient=recipient.name,
        recipient_key=recipient.name_key,
        number=record.number or "",
        kind=_KINDS[record.kind],
        amount_ore=-record.amount_ore if note else it.amount_ore,
        repaid_ore=money.repaid_ore,
        outstanding_ore=0 if draft or note else it.outstanding_ore,
        issued_on=record.issued_on,
        due_on=due_day(record, it.today),
        ocr_number=record.ocr_number or "",
        document_id=record.document_id,
        status=status_of(it),
        offers=offers_of(it),
        is_open=record.state in OPEN and not note,
    )


def due_day(record: InvoiceRecord, today: date) -> date:
    """The due day; a draft's is what it would be if it were issued today."""
    return answer_day(today, DUE_DAYS) if record.state is InvoiceState.DRAFT else record.due_on


def situation(record: InvoiceRecord, claim: Claim, money: InvoiceMoney) -> InvoiceSituation:
    """What the invoice's status and offers follow from; a draft's amount is what would be issued today."""
    draft = record.state is InvoiceState.DRAFT
    return InvoiceSituation(
        state=record.state,
        kind=record.kind,
        today=claim.situation.today,
        due_on=record.due_on,
        amount_ore=Balances(claim.sums).to_invoice if draft else record.amount_ore,
        credited_ore=money.credited_ore,
        repaid_ore=money.repaid_ore,
        settled_ore=money.settled_ore,
        hindrance=_hindrance(record, claim),
        disqualified=claim.situation.disqualified,
        inhibition=claim.situation.inhibition,
    )


def _hindrance(record: InvoiceRecord, claim: Claim) -> str:
    if record.state is InvoiceState.DRAFT:
        return recovery_refusal(claim.situation, RecoveryAct.ISSUE_INVOICE)
    return "Det finns redan ett utkast till faktura." if claim.situation.money.has_draft else ""


def may(
    session: Session, work: Workplace, invoice_id: int, act: InvoiceAct, *, safe: str = "Inget är ändrat."
) -> InvoiceRecord:
    """The invoice when the act is permitted; NotAllowed with the reason the page shows when it is not."""
    record = session.get_one(InvoiceRecord, invoice_id)
    claim = claim_of(session, work, record.recovery_id)
    refused = refusal(situation(record, claim, money_of(session, [record])[record.id]), act)
    if refused:
        raise NotAllowed(refused, safe, "Läs om sidan och välj bland de åtgärder som erbjuds.")
    return record

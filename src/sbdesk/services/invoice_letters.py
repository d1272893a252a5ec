"""Fills the invoice and the credit note from their rows: the same words as draft and as issued."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.documents.claim import ClaimKind
from sbdesk.documents.content import Stage, content_json
from sbdesk.documents.invoice import Credit, InvoiceContent, InvoiceLine, render_invoice
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.wording import Wording
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.ore import Ore
from sbdesk.domain.recovery import Interest, RecoveryState
from sbdesk.services import letter_parts
from sbdesk.services.document_store import NewDocument
from sbdesk.services.office_settings import sender_of
from sbdesk.services.recoveries_claims import Claim, ClaimLine
from sbdesk.services.recovery_letters import interest_clause, keep_letter
from sbdesk.services.recovery_letters_grounds import kind_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.recoveries import RecoveryRecord


@dataclass(frozen=True, slots=True)
class Crediting:
    """Which invoice a credit note takes back and why, as the letter says it."""

    invoice: InvoiceRecord
    reason: str


def covered(session: Session, claim: Claim) -> list[int]:
    """The recoveries an invoice for this claim demands: with it, small ones of the award decided before."""
    if claim.recovery.state is not RecoveryState.DECIDED:
        return [claim.recovery.id]
    return list(
        session.scalars(
            select(RecoveryRecord.id)
            .where(RecoveryRecord.award_id == claim.award.id, RecoveryRecord.state == RecoveryState.DECIDED)
            .order_by(RecoveryRecord.id)
        )
    )


def issue(
    session: Session,
    work: Workplace,
    claim: Claim,
    record: InvoiceRecord,
    crediting: Crediting | None = None,
) -> DocumentRecord:
    """Draw, keep and anchor the numbered invoice, in the caller's transaction."""
    content = content_of(session, work, claim, record, Stage.ISSUED, crediting)
    wording = programme_wording("invoice", claim.definition)
    kind = "credit_note" if crediting else "invoice"
    word = "Kreditfaktura" if crediting else "Faktura"
    document = keep_letter(
        session,
        work,
        NewDocument(
            content=render_invoice(content, wording),
            file_name=f"{record.number}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind=kind,
            title=f"{word} {record.number}, {claim.recipient.name}",
            number=record.number,
            award_id=claim.award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
        "invoice",
    )
    record.document_id = document.id
    return document


def draw(session: Session, work: Workplace, claim: Claim, record: InvoiceRecord, amount_ore: Ore) -> bytes:
    """The draft as PDF on today's amount (öre), marked UTKAST; nothing is kept."""
    shown = InvoiceRecord(
        recipient_id=record.recipient_id,
        covers=covered(session, claim),
        kind=record.kind,
        amount_ore=amount_ore,
        due_on=record.due_on,
    )
    content = content_of(session, work, claim, shown, Stage.DRAFT)
    return render_invoice(content, programme_wording("invoice", claim.definition))


def content_of(
    session: Session,
    work: Workplace,
    claim: Claim,
    record: InvoiceRecord,
    stage: Stage,
    crediting: Crediting | None = None,
) -> InvoiceContent:
    """Everything the invoice says."""
    wording = programme_wording("invoice", claim.definition)
    contact = letter_parts.person(session, claim.award.assignee_id or work.officer_id)
    lines, paid = _lines(session, claim, record, crediting, wording)
    recipient = session.get_one(RecipientRecord, record.recipient_id)
    marks = letter_parts.marks(session, stage)
    return InvoiceContent(
        marks=marks if stage is Stage.ISSUED else replace(marks, chain_head=""),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, record.recipient_id),
        case=letter_parts.case(claim.award, claim.definition),
        kind=record.kind,
        number=record.number or "",
        issued_on=record.issued_on or work.clock.today(),
        due_on=record.due_on,
        decision_on=claim.made_decision.decided_on,
        lines=lines,
        total_ore=record.amount_ore,
        bankgiro=sender_of(session).bankgiro,
        ocr_number="" if crediting else record.ocr_number or "",
        interest=Interest.NO if crediting else claim.recovery.interest,
        our_reference=contact,
        contact=contact,
        decision_contact=contact,
        interest_clause=None if crediting else interest_clause(claim),
        buyer_reference=recipient.buyer_reference or "",
        peppol_id=recipient.peppol_id or "",
        paid_ore=paid,
        credit=_credit(crediting),
    )


def _credit(crediting: Crediting | None) -> Credit | None:
    if crediting is None:
        return None
    invoice = crediting.invoice
    return Credit(invoice.number or "", invoice.issued_on or date.min, crediting.reason)


def _lines(
    session: Session, claim: Claim, record: InvoiceRecord, crediting: Crediting | None, wording: Wording
) -> tuple[tuple[InvoiceLine, ...], Ore]:
    """The rows, and what was paid before (öre); one row where earlier invoices took a part."""
    if crediting is not None:
        text = f"Kreditering av faktura {crediting.invoice.number}"
        return (InvoiceLine(text, record.amount_ore),), 0
    by_kind: dict[ClaimKind, Ore] = {}
    for parts in queries.lines_of(session, record.covers):
        line = ClaimLine(*parts)
        kind = kind_of(claim, line)
        by_kind[kind] = by_kind.get(kind, 0) + line.record.amount_ore
    lines = tuple(
        InvoiceLine(wording.text(f"ground.{kind}"), amount) for kind, amount in by_kind.items() if amount
    )
    paid = sum(by_kind.values()) - record.amount_ore
    if paid in (0, claim.sums.prepaid):
        return lines, paid
    return (InvoiceLine(f"Återkrav enligt beslut {claim.recovery.number}", record.amount_ore),), 0

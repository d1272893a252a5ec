"""Takes back a part or the whole of an issued invoice with a numbered credit note."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import INVOICE_MACHINE, InvoiceKind, InvoiceState
from sbdesk.domain.invoice_status import InvoiceAct
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.services import invoice_letters
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.invoices_numbers import number_it
from sbdesk.services.invoices_reading import may
from sbdesk.services.invoices_settling import follow_the_money
from sbdesk.services.recoveries_claims import claim_of
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import money_of
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.office import DocumentRecord


def credit(
    session: Session, work: Workplace, invoice_id: int, amount_ore: Ore, reason: str, second: SecondPerson
) -> tuple[InvoiceRecord, DocumentRecord]:
    """The credit note and its document; NotAllowed above what is left to credit (I10)."""
    record = may(session, work, invoice_id, InvoiceAct.CREDIT)
    why = reason_given(reason, "kreditera fakturan")
    money = money_of(session, [record])[record.id]
    left = money.amount_ore - money.credited_ore
    if not 0 < amount_ore <= left:
        raise NotAllowed(
            f"{format_ore(amount_ore)}{NBSP}kr kan inte krediteras: fakturan är på "
            f"{format_ore(money.amount_ore)}{NBSP}kr och {format_ore(left)}{NBSP}kr är inte krediterat.",
            "Inget är ändrat.",
            f"Ange ett belopp över 0{NBSP}kr, högst {format_ore(left)}{NBSP}kr.",
        )
    work.refuse_disqualified(session, claim_of(session, work, record.recovery_id).award, second.officer_id)
    attestation = attest(
        session, work, Act("invoice", invoice_id, "credit", work.officer_id, record.award_id), second
    )
    note = _note(session, work, record, amount_ore)
    claim = claim_of(session, work, record.recovery_id)
    document = invoice_letters.issue(
        session, work, claim, note, invoice_letters.Crediting(record, _sentence(why))
    )
    INVOICE_MACHINE.move(record.state, "credit")
    if amount_ore == left:
        record.state = INVOICE_MACHINE.target(record.state, "credit")
    session.flush()
    work.record(
        session,
        "credit_invoice",
        ("invoice", invoice_id),
        award_id=record.award_id,
        after={"number": note.number, "amount_ore": amount_ore, "attestation": attestation.id},
        reason=why,
    )
    follow_the_money(session, work, record.award_id)
    return note, document


def _note(session: Session, work: Workplace, record: InvoiceRecord, amount_ore: Ore) -> InvoiceRecord:
    today = work.clock.today()
    note = InvoiceRecord(
        recipient_id=record.recipient_id,
        award_id=record.award_id,
        recovery_id=record.recovery_id,
        covers=record.covers,
        kind=InvoiceKind.CREDIT_NOTE,
        credits_id=record.id,
        amount_ore=amount_ore,
        rounding_ore=0,
        due_on=today,
        states_interest=False,
        booking={},
        state=InvoiceState.ISSUED,
    )
    number_it(session, note, today)
    session.add(note)
    session.flush()
    return note


def _sentence(reason: str) -> str:
    return reason if reason.endswith(".") else f"{reason}."

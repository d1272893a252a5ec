"""Finds what an incoming payment pays, matches it, and takes a match back."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import PAYMENT_MACHINE, InvoiceKind, MatchPurpose
from sbdesk.domain.ore import NBSP, Ore, format_kronor, format_ore
from sbdesk.domain.recovery import RecoveryState
from sbdesk.services.invoices_reading import OPEN
from sbdesk.services.invoices_settling import follow_the_money
from sbdesk.services.recipients import debts_of
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import award_sums, sums_of
from sbdesk.store.queries.recoveries import matched_of, money_of
from sbdesk.store.queries.successions import line_of, successors
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.invoices import IncomingPaymentRecord, InvoiceRecord, PaymentMatchRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.recoveries import RecoveryRecord


def find_invoice(session: Session, payment: IncomingPaymentRecord) -> InvoiceRecord | None:
    """The open invoice it names by OCR, by number, or alone fits by organisation number and amount."""
    invoices = list(
        session.scalars(
            select(InvoiceRecord)
            .where(InvoiceRecord.state.in_(OPEN), InvoiceRecord.kind == InvoiceKind.PRINCIPAL)
            .order_by(InvoiceRecord.id)
        )
    )
    reference = payment.reference or ""
    digits = re.sub(r"\s", "", reference)
    for record in invoices:
        if record.ocr_number == digits:
            return record
    named = [
        record
        for record in invoices
        if record.number and re.search(rf"(?<!\w){re.escape(record.number)}(?!\d)", reference, re.IGNORECASE)
    ]
    if len(named) == 1:
        return named[0]
    return _by_payer(session, payment, invoices)


def _by_payer(
    session: Session, payment: IncomingPaymentRecord, invoices: list[InvoiceRecord]
) -> InvoiceRecord | None:
    numbers = set(
        re.findall(r"(?<!\d)(\d{6})-?(\d{4})(?!\d)", f"{payment.payer or ''} {payment.reference or ''}")
    )
    orgs = {"".join(parts) for parts in numbers}
    if not orgs:
        return None
    recipients = set(session.scalars(select(RecipientRecord.id).where(RecipientRecord.org_number.in_(orgs))))
    money = money_of(session, invoices)
    fitting = [
        record
        for record in invoices
        if record.recipient_id in recipients and money[record.id].outstanding_ore == payment.amount_ore
    ]
    return fitting[0] if len(fitting) == 1 else None


def left_of(session: Session, payment: IncomingPaymentRecord) -> Ore:
    """What of the payment is not matched, in öre."""
    return payment.amount_ore - matched_of(session, [payment.id])[payment.id]


def to_invoice(
    session: Session,
    work: Workplace,
    payment: IncomingPaymentRecord,
    invoice: InvoiceRecord,
    amount_ore: Ore | None,
) -> str:
    """Match to the invoice and follow the money; what it came to, in Swedish.

    Without an amount the whole rest of the payment goes to the invoice it names, also above what is owed.
    """
    if invoice.state not in OPEN or invoice.kind is not InvoiceKind.PRINCIPAL:
        raise NotAllowed(
            "Fakturan är inte utfärdad eller är krediterad.", "Inget är ändrat.", "Välj en öppen faktura."
        )
    # Who answers for the debt: the recipient, or the one that it has gone up in.
    answering = line_of(successors(session), invoice.recipient_id)[-1]
    debts_before = debts_of(session, work).get(answering, 0)
    before = money_of(session, [invoice])[invoice.id].outstanding_ore
    amount = _amount(session, work, payment, amount_ore, invoice.award_id)
    match = PaymentMatchRecord(
        incoming_payment_id=payment.id,
        invoice_id=invoice.id,
        award_id=invoice.award_id,
        purpose=MatchPurpose.PRINCIPAL,
        amount_ore=amount,
    )
    _add(session, work, match)
    follow_the_money(session, work, invoice.award_id)
    if amount != before:
        return _not_even(amount, before)
    recipient = session.get_one(RecipientRecord, invoice.recipient_id)
    told = f"{recipient.name} betalade {invoice.number} den {payment.value_on.isoformat()}."
    free = debts_before > 0 and not debts_of(session, work).get(answering, 0)
    return f"{told} En rekvisition kan nu beslutas." if free else told


def _not_even(amount: Ore, before: Ore) -> str:
    """What a payment of another amount than what was owed came to; öre."""
    if amount < before:
        return (
            f"Inbetalning {format_kronor(amount)} mot faktura {format_kronor(before)}: "
            f"{format_kronor(before - amount)} återstår. Skulden är kvar."
        )
    return (
        f"Inbetalning {format_kronor(amount)} mot faktura {format_kronor(before)}: "
        f"{format_kronor(amount - before)} är för mycket betalt och ska betalas tillbaka."
    )


def to_recovery(
    session: Session, work: Workplace, payment: IncomingPaymentRecord, recovery: RecoveryRecord
) -> str:
    """Match money that came after the decision but before an invoice; it lowers what is invoiced."""
    balances = Balances(award_sums(session, recovery.award_id))
    room = balances.to_invoice + balances.not_invoiced
    if recovery.state is not RecoveryState.DECIDED or room <= 0:
        raise NotAllowed(
            f"{recovery.number} väntar inte på betalning före faktura.",
            "Inget är ändrat.",
            "Koppla inbetalningen till fakturan i stället.",
        )
    amount = min(_amount(session, work, payment, None, recovery.award_id), room)
    match = PaymentMatchRecord(
        incoming_payment_id=payment.id,
        recovery_id=recovery.id,
        award_id=recovery.award_id,
        purpose=MatchPurpose.PRINCIPAL,
        amount_ore=amount,
    )
    _add(session, work, match)
    return f"{format_ore(amount)}{NBSP}kr är kopplat till {recovery.number} och dras av före faktura."


def to_voluntary(session: Session, work: Workplace, payment: IncomingPaymentRecord, award_id: int) -> str:
    """Match what was repaid by own will, at most what no decision covers yet."""
    room = Balances(award_sums(session, award_id)).undemanded
    if room <= 0:
        raise NotAllowed(
            "Inget återstår att betala tillbaka utöver det som redan är beslutat.",
            "Inget är ändrat.",
            "Koppla inbetalningen till återkravet eller fakturan i stället.",
        )
    amount = min(_amount(session, work, payment, None, award_id), room)
    match = PaymentMatchRecord(
        incoming_payment_id=payment.id,
        award_id=award_id,
        purpose=MatchPurpose.VOLUNTARY,
        amount_ore=amount,
    )
    _add(session, work, match)
    told = f"Frivillig återbetalning {format_ore(amount)}{NBSP}kr är registrerad."
    rest = left_of(session, payment)
    return f"{told} {format_ore(rest)}{NBSP}kr är inte kopplat." if rest else told


def repayable_awards(session: Session) -> list[tuple[int, str]]:
    """Id and name of every award with something that no decision covers, in the recipients' order."""
    found = session.execute(
        select(AwardRecord.id, RecipientRecord.name, ProgrammeRecord.short_title)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .order_by(RecipientRecord.name_key, ProgrammeRecord.title_key)
    ).all()
    sums = sums_of(session, [award_id for award_id, _, _ in found])
    return [
        (award_id, f"{recipient}, {programme}")
        for award_id, recipient, programme in found
        if Balances(sums[award_id]).undemanded > 0
    ]


def undo(session: Session, work: Workplace, match_id: int, reason: str) -> None:
    """Take a match back; the claim is unpaid again. The undoing event is what the match points at."""
    match = session.get_one(PaymentMatchRecord, match_id)
    if match.undone_by is not None:
        raise NotAllowed("Kopplingen är redan ångrad.", "Inget är ändrat.", "Läs om sidan.")
    payment = session.get_one(IncomingPaymentRecord, match.incoming_payment_id)
    PAYMENT_MACHINE.move(payment.state, "undo_match")
    award = session.get_one(AwardRecord, match.award_id)
    work.refuse_disqualified(session, award)
    why = reason_given(reason, "ångra kopplingen")
    match.undone_by = work.record(
        session,
        "undo_match",
        ("payment_match", match_id),
        award_id=award.id,
        before={"amount_ore": match.amount_ore, "purpose": match.purpose.value},
        reason=why,
    )
    session.flush()
    follow_the_money(session, work, award.id)


def _amount(
    session: Session, work: Workplace, payment: IncomingPaymentRecord, wanted: Ore | None, award_id: int
) -> Ore:
    """The amount to match (öre), after the guards that every match shares."""
    PAYMENT_MACHINE.move(payment.state, "match")
    work.refuse_disqualified(session, session.get_one(AwardRecord, award_id))
    left = left_of(session, payment)
    amount = left if wanted is None else wanted
    if amount <= 0 or amount > left:
        raise NotAllowed(
            f"{format_ore(left)}{NBSP}kr av inbetalningen är inte kopplat.",
            "Inget är ändrat.",
            f"Ange ett belopp över 0{NBSP}kr, högst {format_ore(left)}{NBSP}kr.",
        )
    return amount


def _add(session: Session, work: Workplace, match: PaymentMatchRecord) -> None:
    session.add(match)
    session.flush()
    work.record(
        session,
        "match",
        ("payment_match", match.id),
        award_id=match.award_id,
        after={
            "payment": match.incoming_payment_id,
            "invoice": match.invoice_id,
            "recovery": match.recovery_id,
            "purpose": match.purpose.value,
            "amount_ore": match.amount_ore,
        },
    )

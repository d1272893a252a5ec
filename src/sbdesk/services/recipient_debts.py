"""What a recipient owes past its due day, and in which programmes that stops a grant."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState, Balances
from sbdesk.domain.findings import Level
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.recipient_rows import DebtRow
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.queries.successions import answers_for, line_of, successors
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

DEBT_RULE = "R07"


def debt_rows(session: Session, today: date, recipient_id: int | None = None) -> tuple[DebtRow, ...]:
    """Claims due and unpaid, oldest first: principal invoices past their due day, less what has come in.

    One row per award, as payments are counted against the award's claim and not against one invoice. A
    recipient's own rows and those of the recipients that have gone up in it, told by name.
    """
    query = (
        select(InvoiceRecord, ProgrammeRecord.short_title, RecipientRecord.name)
        .join(AwardRecord, AwardRecord.id == InvoiceRecord.award_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .join(RecipientRecord, RecipientRecord.id == InvoiceRecord.recipient_id)
        .where(
            InvoiceRecord.kind == InvoiceKind.PRINCIPAL,
            InvoiceRecord.state.in_([InvoiceState.SENT, InvoiceState.ENFORCEMENT]),
            InvoiceRecord.due_on < today,
        )
        .order_by(InvoiceRecord.due_on.desc(), InvoiceRecord.id.desc())
    )
    if recipient_id is not None:
        query = query.where(InvoiceRecord.recipient_id.in_(answers_for(session, recipient_id)))
    oldest = {invoice.award_id: (invoice, title, name) for invoice, title, name in session.execute(query)}
    sums = sums_of(session, oldest)
    made = (
        DebtRow(
            award_id=award,
            invoice_id=invoice.id,
            number=str(invoice.number),
            programme=title,
            outstanding_ore=Balances(sums[award]).outstanding,
            due_on=invoice.due_on,
            former="" if recipient_id in (None, invoice.recipient_id) else name,
        )
        for award, (invoice, title, name) in oldest.items()
    )
    return tuple(sorted((row for row in made if row.outstanding_ore > 0), key=lambda row: row.due_on))


def debts_of(session: Session, work: Workplace) -> dict[int, Ore]:
    """Öre due and unpaid per recipient; the successor of one that has ceased answers for its debts too."""
    owners = dict(session.execute(select(AwardRecord.id, AwardRecord.recipient_id)).all())
    into = successors(session)
    debts: dict[int, Ore] = {}
    for row in debt_rows(session, work.clock.today()):
        for recipient in line_of(into, owners[row.award_id]):
            debts[recipient] = debts.get(recipient, 0) + row.outstanding_ore
    return debts


def debt_effects(session: Session, recipient_id: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The recipient's open programmes in which a debt stops a grant, and those in which it only informs."""
    programmes = session.execute(
        select(ProgrammeRecord.id, ProgrammeRecord.short_title)
        .join(AwardRecord, AwardRecord.programme_id == ProgrammeRecord.id)
        .where(
            AwardRecord.recipient_id == recipient_id,
            AwardRecord.state == AwardState.OPEN,
            ProgrammeRecord.state == ProgrammeState.OPEN,
        )
        .order_by(ProgrammeRecord.title_key)
    ).all()
    stops = [title for programme, title in programmes if _stops(session, programme)]
    return tuple(stops), tuple(title for _programme, title in programmes if title not in stops)


def _stops(session: Session, programme_id: int) -> bool:
    conditions = stored_definition(session, programme_id).conditions
    return any(one.rule == DEBT_RULE and one.enabled and one.severity is Level.STOP for one in conditions)

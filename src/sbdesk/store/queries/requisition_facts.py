"""What the checks of a requisition compare it with: debts, other requisitions, accounts, allotments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import PENDING
from sbdesk.domain.invoice import InvoiceKind, InvoiceState, MatchPurpose
from sbdesk.domain.requisition import NOT_LIVE
from sbdesk.store.queries.successions import answers_for
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.changes import AppealRecord
from sbdesk.store.records.decisions import PayoutRecord
from sbdesk.store.records.invoices import InvoiceRecord, PaymentMatchRecord, SettlementRecord
from sbdesk.store.records.parties import (
    PayoutAccountRecord,
    RecipientRecord,
    RepresentativeRecord,
)
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord, ProgrammeRecord
from sbdesk.store.records.recoveries import RecoveryRecord

_CLAIMED = (InvoiceState.SENT, InvoiceState.ENFORCEMENT)


@dataclass(frozen=True, slots=True)
class Debt:
    """A principal invoice and what is left of it, in öre."""

    number: str
    outstanding_ore: int
    due_on: date
    appealed: bool = False
    """The claim behind it is appealed and not settled."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another live requisition of the same recipient."""

    id: int
    programme: str
    received_on: date
    same_award: bool
    same_account: bool


def eligible_numbers(session: Session, programme_id: int) -> frozenset[str] | None:
    """The organisation numbers with an allotment; None when the list is not in the database."""
    numbers = frozenset(
        session.scalars(
            select(RecipientRecord.org_number)
            .join(AllotmentRecord, AllotmentRecord.recipient_id == RecipientRecord.id)
            .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
            .where(ComponentRecord.programme_id == programme_id)
        )
    )
    return numbers or None


def representative_of(session: Session, recipient_id: int) -> RepresentativeRecord | None:
    """The newest representative, active or ended."""
    record = RepresentativeRecord
    return session.scalar(
        select(record).where(record.recipient_id == recipient_id).order_by(record.id.desc()).limit(1)
    )


def representative_on(session: Session, recipient_id: int, day: date) -> RepresentativeRecord | None:
    """Who was the recipient's representative on that day, though another may be now."""
    record = RepresentativeRecord
    return session.scalar(
        select(record)
        .where(
            record.recipient_id == recipient_id,
            record.appointed_on <= day,
            or_(record.ends_on.is_(None), record.ends_on >= day),
        )
        .order_by(record.id.desc())
        .limit(1)
    )


def debts_of(session: Session, recipient_id: int) -> list[Debt]:
    """Principal invoices, sent and not fully paid; those of recipients that have gone up in this one too."""
    invoice = InvoiceRecord
    invoices = list(
        session.scalars(
            select(invoice)
            .where(
                invoice.recipient_id.in_(answers_for(session, recipient_id)),
                invoice.kind == InvoiceKind.PRINCIPAL,
                invoice.state.in_(_CLAIMED),
            )
            .order_by(invoice.due_on, invoice.id)
        )
    )
    ids = [record.id for record in invoices]
    taken: dict[int, int] = defaultdict(int)
    match, settlement = PaymentMatchRecord, SettlementRecord
    for query in (
        _sum(
            match.invoice_id,
            match.amount_ore,
            and_(match.undone_by.is_(None), match.purpose == MatchPurpose.PRINCIPAL),
            ids,
        ),
        _sum(settlement.invoice_id, settlement.amount_ore, settlement.id.is_not(None), ids),
        _sum(invoice.credits_id, invoice.amount_ore, invoice.state.not_in(_UNISSUED), ids),
    ):
        for invoice_id, amount in session.execute(query):
            taken[invoice_id] += int(amount)
    appealed = _appealed(session, ids)
    return [
        Debt(
            record.number or "",
            record.amount_ore + record.rounding_ore - taken[record.id],
            record.due_on,
            record.id in appealed,
        )
        for record in invoices
        if record.amount_ore + record.rounding_ore > taken[record.id]
    ]


def _appealed(session: Session, invoice_ids: list[int]) -> set[int]:
    """Of the invoices those whose claim has an appeal that may still change it."""
    return set(
        session.scalars(
            select(InvoiceRecord.id)
            .join(RecoveryRecord, RecoveryRecord.id == InvoiceRecord.recovery_id)
            .join(AppealRecord, AppealRecord.decision_id == RecoveryRecord.decision_id)
            .where(InvoiceRecord.id.in_(invoice_ids), AppealRecord.state.in_(PENDING))
        )
    )


_UNISSUED = (InvoiceState.DRAFT, InvoiceState.DISCARDED)


def _sum(by: Any, amount: Any, condition: Any, ids: list[int]) -> Any:
    return select(by, func.sum(amount)).where(by.in_(ids), condition).group_by(by)


def alike(
    session: Session, requisition: RequisitionRecord, revision: RequisitionRevisionRecord
) -> list[Alike]:
    """Live requisitions in the same award, and the recipient's elsewhere with the same amount."""
    record, newest = RequisitionRecord, RequisitionRevisionRecord
    last = select(func.max(newest.id)).group_by(newest.requisition_id)
    own = select(AwardRecord.recipient_id).where(AwardRecord.id == requisition.award_id).scalar_subquery()
    rows = session.execute(
        select(record, newest, ProgrammeRecord.short_title)
        .join(newest, newest.requisition_id == record.id)
        .join(AwardRecord, AwardRecord.id == record.award_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(
            AwardRecord.recipient_id == own,
            record.id != requisition.id,
            record.state.not_in(list(NOT_LIVE)),
            newest.id.in_(last),
        )
        .order_by(record.id)
    )
    return [
        Alike(
            other.id,
            programme,
            other.received_on,
            same_award=other.award_id == requisition.award_id,
            same_account=data.payout_account_id is not None
            and data.payout_account_id == revision.payout_account_id,
        )
        for other, data, programme in rows
        if other.award_id == requisition.award_id or data.requested_ore == revision.requested_ore
    ]


def account_used_by(session: Session, account: PayoutAccountRecord) -> str | None:
    """The name of another recipient with the same account."""
    same = PayoutAccountRecord
    return session.scalar(
        select(RecipientRecord.name)
        .join(same, same.recipient_id == RecipientRecord.id)
        .where(
            same.kind == account.kind,
            same.number == account.number,
            func.coalesce(same.clearing, "") == (account.clearing or ""),
            same.recipient_id != account.recipient_id,
        )
        .order_by(RecipientRecord.name_key)
        .limit(1)
    )


def last_paid_account(session: Session, recipient_id: int) -> dict[str, Any] | None:
    """The account snapshot of the recipient's latest confirmed payment."""
    found = session.scalar(
        select(PayoutRecord)
        .join(AwardRecord, AwardRecord.id == PayoutRecord.award_id)
        .where(AwardRecord.recipient_id == recipient_id, PayoutRecord.confirmed_on.is_not(None))
        .order_by(PayoutRecord.confirmed_on.desc(), PayoutRecord.id.desc())
        .limit(1)
    )
    return None if found is None else dict(found.account)

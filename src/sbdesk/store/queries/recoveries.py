"""What claims rest on and what has become of them: rejected rows, earlier claims, invoices, matches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from sbdesk.domain.invoice import InvoiceKind, InvoiceState, MatchPurpose
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.ore import Ore
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord, PayoutRecord
from sbdesk.store.records.invoices import InvoiceRecord, PaymentMatchRecord, SettlementRecord
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.office import DispatchRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import HearingRecord, RecoveryLineRecord, RecoveryRecord

UNISSUED = (InvoiceState.DRAFT, InvoiceState.DISCARDED)
RECOVERY = "recovery"
"""The subject's name in hearings, proposals and attestations."""


@dataclass(frozen=True, slots=True)
class InvoiceMoney:
    """What has become of one principal invoice, in öre; ``outstanding_ore`` below zero: overpaid."""

    amount_ore: Ore
    credited_ore: Ore = 0
    repaid_ore: Ore = 0
    settled_ore: Ore = 0

    @property
    def outstanding_ore(self) -> Ore:
        """What is still to be paid."""
        return self.amount_ore - self.credited_ore - self.repaid_ore - self.settled_ore


def rejected_lines(
    session: Session, award_id: int
) -> list[tuple[LedgerLineRecord, LineVerdictRecord, RecoveryGroundRecord]]:
    """The award's live rows with something rejected, in file order, with verdict and ground."""
    rows = session.execute(
        select(LedgerLineRecord, LineVerdictRecord, RecoveryGroundRecord)
        .join(LedgerImportRecord, LedgerImportRecord.id == LedgerLineRecord.import_id)
        .join(LineVerdictRecord, LineVerdictRecord.line_id == LedgerLineRecord.id)
        .join(RecoveryGroundRecord, RecoveryGroundRecord.id == LineVerdictRecord.ground_id)
        .where(
            LedgerLineRecord.award_id == award_id,
            LedgerImportRecord.state == ImportState.LIVE,
            LineVerdictRecord.rejected_ore != 0,
        )
        .order_by(LedgerLineRecord.import_id, LedgerLineRecord.source_row, LedgerLineRecord.part)
    )
    return [(line, verdict, ground) for line, verdict, ground in rows]


def claimed_before(session: Session, award_id: int) -> tuple[dict[int, Ore], dict[str, Ore]]:
    """What decisions in force already claim, in öre: per ledger line, and per ground where no line is."""
    rows = session.execute(
        select(RecoveryLineRecord.line_id, RecoveryGroundRecord.code, RecoveryLineRecord.amount_ore)
        .join(RecoveryRecord, RecoveryRecord.id == RecoveryLineRecord.recovery_id)
        .join(RecoveryGroundRecord, RecoveryGroundRecord.id == RecoveryLineRecord.ground_id)
        .where(RecoveryRecord.award_id == award_id, RecoveryRecord.decision_id.is_not(None))
    )
    by_line: dict[int, Ore] = defaultdict(int)
    by_ground: dict[str, Ore] = defaultdict(int)
    for line_id, code, amount in rows:
        if line_id is None:
            by_ground[code] += amount
        else:
            by_line[line_id] += amount
    return by_line, by_ground


def lines_of(
    session: Session, recovery_ids: Iterable[int]
) -> list[tuple[RecoveryLineRecord, RecoveryGroundRecord, LedgerLineRecord | None]]:
    """The claims' lines with ground and ledger row, in the order they were proposed."""
    rows = session.execute(
        select(RecoveryLineRecord, RecoveryGroundRecord, LedgerLineRecord)
        .join(RecoveryGroundRecord, RecoveryGroundRecord.id == RecoveryLineRecord.ground_id)
        .join(LedgerLineRecord, LedgerLineRecord.id == RecoveryLineRecord.line_id, isouter=True)
        .where(RecoveryLineRecord.recovery_id.in_(list(recovery_ids)))
        .order_by(RecoveryLineRecord.id)
    )
    return [(line, ground, row) for line, ground, row in rows]


def hearings_of(session: Session, recovery_id: int) -> list[HearingRecord]:
    """The claim's letters before the decision, oldest first."""
    query = select(HearingRecord).where(
        HearingRecord.subject_kind == RECOVERY, HearingRecord.subject_id == recovery_id
    )
    return list(session.scalars(query.order_by(HearingRecord.revision)))


def dispatches_of(session: Session, document_id: int) -> list[DispatchRecord]:
    """How and when the document was sent, in the order it was marked."""
    query = select(DispatchRecord).where(DispatchRecord.document_id == document_id)
    return list(session.scalars(query.order_by(DispatchRecord.id)))


def grant_decision(session: Session, award_id: int, kinds: Iterable[Any]) -> DecisionRecord | None:
    """The award's newest decision of these kinds."""
    return session.scalar(
        select(DecisionRecord)
        .join(DecisionLineRecord, DecisionLineRecord.decision_id == DecisionRecord.id)
        .where(DecisionLineRecord.award_id == award_id, DecisionRecord.kind.in_(list(kinds)))
        .order_by(DecisionRecord.id.desc())
        .limit(1)
    )


def paid_on(session: Session, award_id: int) -> Any:
    """The day of the award's latest confirmed payout, None when nothing is paid."""
    return session.scalar(
        select(func.max(PayoutRecord.confirmed_on)).where(PayoutRecord.award_id == award_id)
    )


def invoices_of(session: Session, award_id: int) -> list[InvoiceRecord]:
    """Every invoice and credit note of the award, oldest first."""
    query = select(InvoiceRecord).where(InvoiceRecord.award_id == award_id)
    return list(session.scalars(query.order_by(InvoiceRecord.id)))


def demands(invoice: InvoiceRecord, recovery_id: int) -> bool:
    """Whether the invoice, credit note or draft concerns the claim."""
    return invoice.recovery_id == recovery_id or recovery_id in invoice.covers


def money_of(session: Session, invoices: Iterable[InvoiceRecord]) -> dict[int, InvoiceMoney]:
    """What has become of each invoice; credit notes and interest count as themselves."""
    listed = list(invoices)
    ids = [record.id for record in listed]
    credited = _sums(
        session,
        select(InvoiceRecord.credits_id, func.sum(InvoiceRecord.amount_ore))
        .where(
            InvoiceRecord.credits_id.in_(ids),
            InvoiceRecord.kind == InvoiceKind.CREDIT_NOTE,
            InvoiceRecord.state.not_in(UNISSUED),
        )
        .group_by(InvoiceRecord.credits_id),
    )
    repaid = _sums(
        session,
        select(PaymentMatchRecord.invoice_id, func.sum(PaymentMatchRecord.amount_ore))
        .where(
            PaymentMatchRecord.invoice_id.in_(ids),
            PaymentMatchRecord.undone_by.is_(None),
            PaymentMatchRecord.purpose == MatchPurpose.PRINCIPAL,
        )
        .group_by(PaymentMatchRecord.invoice_id),
    )
    settled = _sums(
        session,
        select(SettlementRecord.invoice_id, func.sum(SettlementRecord.amount_ore))
        .where(SettlementRecord.invoice_id.in_(ids))
        .group_by(SettlementRecord.invoice_id),
    )
    return {
        record.id: InvoiceMoney(record.amount_ore, credited[record.id], repaid[record.id], settled[record.id])
        for record in listed
    }


def matched_of(session: Session, payment_ids: Iterable[int]) -> dict[int, Ore]:
    """What is matched of each incoming payment, in öre."""
    return _sums(
        session,
        select(PaymentMatchRecord.incoming_payment_id, func.sum(PaymentMatchRecord.amount_ore))
        .where(
            PaymentMatchRecord.incoming_payment_id.in_(list(payment_ids)),
            PaymentMatchRecord.undone_by.is_(None),
        )
        .group_by(PaymentMatchRecord.incoming_payment_id),
    )


def _sums(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, Ore]:
    found: dict[int, Ore] = defaultdict(int)
    for key, amount in session.execute(query):
        found[key] = int(amount)
    return found

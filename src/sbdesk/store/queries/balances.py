"""Every sum of an award from its signed rows, for one award or for many in the same few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, Select, and_, bindparam, case, func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardSums, Basis
from sbdesk.domain.invoice import InvoiceKind, InvoiceState, MatchPurpose
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.ledger_import import ImportState
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionLineRecord, PayoutRecord
from sbdesk.store.records.invoices import InvoiceRecord, PaymentMatchRecord, SettlementRecord
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord, ProgrammeFactRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord, ReconciliationRecord
from sbdesk.store.records.recoveries import RecoveryLineRecord, RecoveryRecord, WaiverRecord
from sbdesk.store.records.reports import ReportRecord

THRESHOLD_FACT = "invoice_over"
"""The fact that holds the amount, in öre, above which a claim is invoiced."""

Query: TypeAlias = Select[*tuple[Any, ...]]
Wanted: TypeAlias = BindParameter[Any]
_WANTED = "wanted"

_NOT_OWED = (InvoiceState.DRAFT, InvoiceState.DISCARDED)


def award_sums(session: Session, award_id: int) -> AwardSums:
    """The sums of one award, in öre."""
    return sums_of(session, [award_id])[award_id]


def sums_of(session: Session, award_ids: Iterable[int]) -> dict[int, AwardSums]:
    """The sums of each award, in öre; a fixed number of queries however many awards."""
    wanted = list(award_ids)
    found: dict[int, dict[str, Any]] = {award_id: {} for award_id in wanted}
    for query in _queries():
        for row in session.execute(query, {_WANTED: wanted}):
            values = row._asdict()
            found[values.pop("award_id")].update(
                {key: int(value) for key, value in values.items() if value is not None}
            )
    for award_id, basis in _bases(session, wanted).items():
        found[award_id]["basis"] = basis
    for values in found.values():
        values["paid"] = values.get("paid", 0) - values.pop("returned", 0)
    return {award_id: AwardSums(**values) for award_id, values in found.items()}


@cache
def _queries() -> tuple[Query, ...]:
    """Built once: a page of cases asks them for every case, and building costs more than running."""
    wanted: Wanted = bindparam(_WANTED, expanding=True)
    parts = (
        _allotted,
        _granted,
        _paid,
        _reported,
        _ledger,
        _decided,
        _waived,
        _matched,
        _invoiced,
        _settled,
        _threshold,
    )
    return tuple(part(wanted) for part in parts)


def _allotted(wanted: Wanted) -> Query:
    amount = func.coalesce(AllotmentRecord.decided_ore, AllotmentRecord.computed_ore)
    return (
        select(AwardRecord.id.label("award_id"), func.sum(amount).label("allotted"))
        .join(ComponentRecord, ComponentRecord.programme_id == AwardRecord.programme_id)
        .join(
            AllotmentRecord,
            and_(
                AllotmentRecord.component_id == ComponentRecord.id,
                AllotmentRecord.recipient_id == AwardRecord.recipient_id,
            ),
        )
        .where(AwardRecord.id.in_(wanted))
        .group_by(AwardRecord.id)
    )


def _granted(wanted: Wanted) -> Query:
    line = DecisionLineRecord
    return (
        select(line.award_id, func.sum(line.granted_ore).label("granted"))
        .where(line.award_id.in_(wanted))
        .group_by(line.award_id)
    )


def _paid(wanted: Wanted) -> Query:
    return (
        select(PayoutRecord.award_id, func.sum(PayoutRecord.amount_ore).label("paid"))
        .where(PayoutRecord.award_id.in_(wanted), PayoutRecord.confirmed_on.is_not(None))
        .group_by(PayoutRecord.award_id)
    )


def _reported(wanted: Wanted) -> Query:
    newest = (
        select(ReportRecord.award_id, func.max(ReportRecord.revision).label("revision"))
        .where(ReportRecord.award_id.in_(wanted))
        .group_by(ReportRecord.award_id)
        .subquery()
    )
    return select(ReportRecord.award_id, ReportRecord.used_ore.label("reported")).join(
        newest,
        and_(ReportRecord.award_id == newest.c.award_id, ReportRecord.revision == newest.c.revision),
    )


def _ledger(wanted: Wanted) -> Query:
    line, verdict = LedgerLineRecord, LineVerdictRecord
    own_income = and_(line.account_class == AccountClass.GRANT_INCOME, verdict.rejected_ore < 0)
    return (
        select(
            line.award_id,
            func.sum(line.claimed_ore).label("declared"),
            func.sum(func.coalesce(verdict.rejected_ore, 0)).label("rejected"),
            func.sum(case((own_income, verdict.rejected_ore), else_=0)).label("own_income"),
            func.sum(func.coalesce(verdict.parked_ore, 0)).label("parked"),
            func.sum(case((verdict.line_id.is_(None), line.claimed_ore), else_=0)).label("unreviewed"),
        )
        .join(LedgerImportRecord, LedgerImportRecord.id == line.import_id)
        .join(verdict, verdict.line_id == line.id, isouter=True)
        .where(line.award_id.in_(wanted), LedgerImportRecord.state == ImportState.LIVE)
        .group_by(line.award_id)
    )


def _decided(wanted: Wanted) -> Query:
    return (
        select(RecoveryRecord.award_id, func.sum(RecoveryLineRecord.amount_ore).label("decided"))
        .join(RecoveryLineRecord, RecoveryLineRecord.recovery_id == RecoveryRecord.id)
        .where(RecoveryRecord.award_id.in_(wanted), RecoveryRecord.decision_id.is_not(None))
        .group_by(RecoveryRecord.award_id)
    )


def _waived(wanted: Wanted) -> Query:
    return (
        select(RecoveryRecord.award_id, func.sum(WaiverRecord.amount_ore).label("waived"))
        .join(WaiverRecord, WaiverRecord.recovery_id == RecoveryRecord.id)
        .where(RecoveryRecord.award_id.in_(wanted))
        .group_by(RecoveryRecord.award_id)
    )


def _matched(wanted: Wanted) -> Query:
    match = PaymentMatchRecord

    def part(*conditions: Any) -> Any:
        return func.sum(case((and_(*conditions), match.amount_ore), else_=0))

    principal = match.purpose == MatchPurpose.PRINCIPAL
    return (
        select(
            match.award_id,
            part(match.purpose == MatchPurpose.VOLUNTARY).label("voluntary"),
            part(principal, match.invoice_id.is_(None)).label("prepaid"),
            part(principal, match.invoice_id.is_not(None)).label("repaid"),
            part(match.purpose == MatchPurpose.RETURNED_PAYOUT).label("returned"),
        )
        .where(match.award_id.in_(wanted), match.undone_by.is_(None))
        .group_by(match.award_id)
    )


def _invoiced(wanted: Wanted) -> Query:
    invoice = InvoiceRecord
    principal = invoice.kind == InvoiceKind.PRINCIPAL
    return (
        select(
            invoice.award_id,
            func.sum(case((principal, invoice.amount_ore), else_=0)).label("invoiced_gross"),
            func.sum(case((invoice.kind == InvoiceKind.CREDIT_NOTE, invoice.amount_ore), else_=0)).label(
                "credited"
            ),
            func.sum(case((principal, invoice.rounding_ore), else_=0)).label("rounding"),
        )
        .where(invoice.award_id.in_(wanted), invoice.state.not_in(_NOT_OWED))
        .group_by(invoice.award_id)
    )


def _settled(wanted: Wanted) -> Query:
    settlement = SettlementRecord

    def part(kind: str) -> Any:
        return func.sum(case((settlement.kind == kind, settlement.amount_ore), else_=0))

    return (
        select(
            InvoiceRecord.award_id,
            part("set_off").label("set_off"),
            part("write_off").label("written_off"),
        )
        .join(settlement, settlement.invoice_id == InvoiceRecord.id)
        .where(InvoiceRecord.award_id.in_(wanted))
        .group_by(InvoiceRecord.award_id)
    )


def _threshold(wanted: Wanted) -> Query:
    fact = ProgrammeFactRecord
    newest = (
        select(fact.programme_id, func.max(fact.revision).label("revision"))
        .where(fact.name == THRESHOLD_FACT)
        .group_by(fact.programme_id)
        .subquery()
    )
    return (
        select(AwardRecord.id.label("award_id"), fact.value_ore.label("threshold"))
        .join(newest, newest.c.programme_id == AwardRecord.programme_id)
        .join(
            fact,
            and_(
                fact.programme_id == newest.c.programme_id,
                fact.revision == newest.c.revision,
                fact.name == THRESHOLD_FACT,
            ),
        )
        .where(AwardRecord.id.in_(wanted))
    )


def _bases(session: Session, wanted: list[int]) -> dict[int, Basis]:
    """The basis of the latest reconciliation; without one a live ledger counts, else the report alone."""
    bases = dict.fromkeys(wanted, Basis.REPORT_ONLY)
    live = select(LedgerImportRecord.award_id).where(
        LedgerImportRecord.award_id.in_(wanted), LedgerImportRecord.state == ImportState.LIVE
    )
    for award_id in session.scalars(live.distinct()):
        bases[award_id] = Basis.LEDGER_ALL
    newest: dict[int, tuple[int, Basis]] = defaultdict(lambda: (0, Basis.REPORT_ONLY))
    reconciliation = ReconciliationRecord
    rows = session.execute(
        select(reconciliation.award_id, reconciliation.revision, reconciliation.basis).where(
            reconciliation.award_id.in_(wanted)
        )
    )
    for award_id, revision, basis in rows:
        newest[award_id] = max(newest[award_id], (revision, basis))
    for award_id, (_revision, basis) in newest.items():
        bases[award_id] = basis
    return bases

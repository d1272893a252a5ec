"""Puts payouts, ledger rows and findings straight into the tables, for tests that begin after an import."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.cost_month import CostBasis
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import AccountClass, text_key
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.ledger_keys import invoice_key
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.sort_keys import name_key
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.reconciliation_opening import ledger_comes
from sbdesk.services.stored_programmes import fact_id
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord, PayoutRecord
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord, LedgerProfileRecord
from sbdesk.store.records.parties import SupplierRecord
from sbdesk.store.records.programmes import ComponentRecord
from sbdesk.store.records.reconciliations import FindingRecord
from support.desk import OpenDesk


@dataclass(frozen=True)
class Row:
    """A ledger row to make; öre. ``findings`` are (code, level) about it; ``claimed`` None: the whole row."""

    amount: int
    text: str = "Konsult"
    account: str = "7510"
    voucher: str = "V-100"
    supplier: str = ""
    invoice: str = ""
    booked_on: date = date(2026, 5, 4)
    cost: tuple[date, date] | None = None
    claimed: int | None = None
    findings: tuple[tuple[str, Level], ...] = ()
    account_class: AccountClass = AccountClass.PURCHASE


def pay(desk: OpenDesk, award_id: int, ore: int) -> None:
    """Grant and pay ``ore`` to the award, confirmed on 1 September 2026."""
    with desk.store.writing() as session:
        award = session.get_one(AwardRecord, award_id)
        component = session.query(ComponentRecord).filter_by(programme_id=award.programme_id).first()
        decision = DecisionRecord(
            programme_id=award.programme_id,
            kind=DecisionKind.GRANT,
            number=f"B-2026-{award_id:03d}",
            decided_on=date(2026, 8, 14),
            decider_id=desk.karin,
            rapporteur_id=desk.anna,
            participants=[],
            reasons="Uppgifterna är kontrollerade.",
            snapshot={},
        )
        session.add(decision)
        session.flush()
        session.add(
            DecisionLineRecord(
                decision_id=decision.id,
                award_id=award_id,
                component_id=component.id if component else None,
                granted_ore=ore,
            )
        )
        session.flush()
        session.add(
            PayoutRecord(
                award_id=award_id,
                decision_id=decision.id,
                amount_ore=ore,
                account={},
                end_to_end_id=f"E2E-{award_id}",
                booking={},
                state=PayoutState.CONFIRMED,
                prepared_by=desk.anna,
                confirmed_on=date(2026, 9, 1),
            )
        )


def import_rows(
    desk: OpenDesk, award_id: int, rows: Sequence[Row], *, file_name: str = "Huvudbok.xlsx"
) -> list[int]:
    """One live import with these rows; the ids of its lines, in order."""
    with desk.store.writing() as session:
        ledger_comes(session, desk.work, award_id)
        record = _import(session, desk, award_id, rows, file_name)
        made = [_line(session, record, award_id, place, row) for place, row in enumerate(rows, start=6)]
        for line, row in zip(made, rows, strict=True):
            for code, level in row.findings:
                add_finding(session, award_id, code, level, ("ledger_line", line.id), ore=row.amount)
        return [line.id for line in made]


def _import(
    session: Session, desk: OpenDesk, award_id: int, rows: Sequence[Row], file_name: str
) -> LedgerImportRecord:
    award = session.get_one(AwardRecord, award_id)
    content = f"{file_name} {award_id} {rows!r}".encode()
    document = keep_document(
        session,
        desk.work,
        NewDocument(content, file_name, "text/csv", DocumentOrigin.RECEIVED, "ledger", "Huvudbok"),
    )
    profile = LedgerProfileRecord(
        recipient_id=award.recipient_id, name=file_name, version_number=1, layout={}, account_classes={}
    )
    session.add(profile)
    session.flush()
    record = LedgerImportRecord(
        recipient_id=award.recipient_id,
        award_id=award_id,
        document_id=document.id,
        file_name=file_name,
        content_sha256=hashlib.sha256(content).hexdigest(),
        sheet="Transaktioner",
        profile_id=profile.id,
        rows_read=len(rows),
        imported=len(rows),
        excluded=0,
        rejected=0,
        sum_ore=sum(row.amount for row in rows),
        control_total_ore=sum(row.amount for row in rows),
        state=ImportState.LIVE,
        read_by=desk.anna,
        read_at=desk.clock.now(),
    )
    session.add(record)
    session.flush()
    return record


def _line(
    session: Session, record: LedgerImportRecord, award_id: int, place: int, row: Row
) -> LedgerLineRecord:
    cost = row.cost or (row.booked_on, row.booked_on)
    line = LedgerLineRecord(
        recipient_id=record.recipient_id,
        import_id=record.id,
        source_row=place,
        part=1,
        award_id=award_id,
        voucher=row.voucher,
        booked_on=row.booked_on,
        cost_from=cost[0],
        cost_to=cost[1],
        cost_basis=CostBasis.BOOKED,
        account=row.account,
        account_name="Konsulter",
        account_class=row.account_class,
        supplier_id=_supplier(session, row.supplier),
        counterparty_text=row.supplier or None,
        invoice_number=row.invoice or None,
        invoice_key=invoice_key(row.invoice) if row.invoice else None,
        text=row.text,
        text_key=text_key(row.text),
        amount_ore=row.amount,
        claimed_ore=row.amount if row.claimed is None else row.claimed,
        row_hash=hashlib.sha256(f"{record.id} {place}".encode()).hexdigest(),
    )
    session.add(line)
    session.flush()
    return line


def _supplier(session: Session, name: str) -> int | None:
    if not name:
        return None
    key = name_key(name)
    known = session.query(SupplierRecord).filter_by(name_key=key).first()
    if known is None:
        known = SupplierRecord(name=name, name_key=key, org_number=None)
        session.add(known)
        session.flush()
    return known.id


def add_finding(
    session: Session,
    award_id: int,
    code: str,
    level: Level,
    subject: tuple[str, int],
    *,
    ore: int | None = None,
    other: tuple[str, int] | None = None,
) -> int:
    """An open finding about a row, an import or the award, grounded in the programme's last day of use."""
    award = session.get_one(AwardRecord, award_id)
    record = FindingRecord(
        award_id=award_id,
        rule_code=code,
        rule_version=1,
        subject_kind=subject[0],
        subject_id=subject[1],
        other_kind=other[0] if other else None,
        other_id=other[1] if other else None,
        fingerprint=hashlib.sha256(f"{code} {level} {subject} {other} {ore}".encode()).hexdigest(),
        severity=level,
        amount_ore=ore,
        message=f"{code} behöver utredas.",
        evidence={},
        fact_id=fact_id(session, award.programme_id, "use_to"),
        state=FindingState.OPEN,
    )
    session.add(record)
    session.flush()
    return record.id


def put_finding(
    desk: OpenDesk,
    award_id: int,
    code: str,
    level: Level,
    subject: tuple[str, int],
    *,
    ore: int | None = None,
    other: tuple[str, int] | None = None,
) -> int:
    """As :func:`add_finding`, in a transaction of its own."""
    with desk.store.writing() as session:
        return add_finding(session, award_id, code, level, subject, ore=ore, other=other)

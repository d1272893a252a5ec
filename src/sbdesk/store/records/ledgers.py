"""What came out of a region's ledger: the import, its lines, and every row that was left out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.cost_month import CostBasis
from sbdesk.domain.ledger import AccountClass, ExclusionReason
from sbdesk.domain.ledger_import import ImportState
from sbdesk.store.base import Base, Choice, Day, Instant, Json, Ore, primary_key, reference, version_column


class LedgerProfileRecord(Base):
    """How a recipient's extract is laid out; a used version never changes."""

    __tablename__ = "ledger_profile"
    __table_args__ = (UniqueConstraint("recipient_id", "name", "version_number"),)

    id: Mapped[int] = primary_key()
    recipient_id: Mapped[int] = reference("recipient")
    name: Mapped[str] = mapped_column(Text)
    version_number: Mapped[int] = mapped_column(Integer)
    layout: Mapped[Any] = mapped_column(Json)
    account_classes: Mapped[Any] = mapped_column(Json)


class LedgerImportRecord(Base):
    """One sheet of one file read for one recipient; live means that nothing was rejected."""

    __tablename__ = "ledger_import"
    __table_args__ = (
        Index(
            "uq_ledger_import_live",
            "recipient_id",
            "content_sha256",
            text("coalesce(sheet, '')"),
            unique=True,
            sqlite_where=text("state = 'live'"),
            postgresql_where=text("state = 'live'"),
        ),
        CheckConstraint("rows_read = imported + excluded + rejected", name="every_row"),
        CheckConstraint("state <> 'live' OR rejected = 0", name="live_has_no_rejected"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    recipient_id: Mapped[int] = reference("recipient")
    award_id: Mapped[int] = reference("award", index=True)
    document_id: Mapped[int] = reference("document")
    file_name: Mapped[str] = mapped_column(Text)
    content_sha256: Mapped[str] = mapped_column(Text)
    sheet: Mapped[str | None] = mapped_column(Text)
    profile_id: Mapped[int] = reference("ledger_profile")
    rows_read: Mapped[int] = mapped_column(Integer)
    imported: Mapped[int] = mapped_column(Integer)
    excluded: Mapped[int] = mapped_column(Integer)
    rejected: Mapped[int] = mapped_column(Integer)
    sum_ore: Mapped[int] = mapped_column(Ore)
    control_total_ore: Mapped[int | None] = mapped_column(Ore)
    period_from: Mapped[int | None] = mapped_column(Integer)
    period_to: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[ImportState] = mapped_column(Choice(ImportState))
    read_by: Mapped[int] = reference("officer")
    read_at: Mapped[datetime] = mapped_column(Instant)

    __mapper_args__ = {"version_id_col": version}


class LedgerLineRecord(Base):
    """One booked row, or a claimed part of it; cost positive, öre; append-only."""

    __tablename__ = "ledger_line"
    __table_args__ = (
        UniqueConstraint("import_id", "source_row", "part"),
        CheckConstraint("abs(claimed_ore) <= abs(amount_ore)", name="claim_within_row"),
        CheckConstraint(
            "claimed_ore = 0 OR (claimed_ore > 0) = (amount_ore > 0)", name="claim_has_rows_sign"
        ),
        CheckConstraint("award_id IS NOT NULL OR claimed_ore = 0", name="claim_has_award"),
        Index("ix_ledger_line_award", "award_id", "booked_on", "id"),
        Index(
            "ix_ledger_line_invoice",
            "supplier_id",
            "invoice_key",
            "amount_ore",
            sqlite_where=text("invoice_key IS NOT NULL"),
            postgresql_where=text("invoice_key IS NOT NULL"),
        ),
        Index("ix_ledger_line_voucher", "recipient_id", "voucher", "booked_on", "amount_ore"),
    )

    id: Mapped[int] = primary_key()
    recipient_id: Mapped[int] = reference("recipient")
    import_id: Mapped[int] = reference("ledger_import")
    source_row: Mapped[int] = mapped_column(Integer)
    part: Mapped[int] = mapped_column(Integer)
    award_id: Mapped[int | None] = reference("award")
    component_id: Mapped[int | None] = reference("component")
    operation_id: Mapped[int | None] = reference("operation")
    voucher_series: Mapped[str | None] = mapped_column(Text)
    voucher: Mapped[str | None] = mapped_column(Text)
    booked_on: Mapped[date | None] = mapped_column(Day)
    event_on: Mapped[date | None] = mapped_column(Day)
    period: Mapped[int | None] = mapped_column(Integer)
    cost_from: Mapped[date | None] = mapped_column(Day)
    cost_to: Mapped[date | None] = mapped_column(Day)
    cost_basis: Mapped[CostBasis | None] = mapped_column(Choice(CostBasis))
    account: Mapped[str] = mapped_column(Text)
    account_name: Mapped[str | None] = mapped_column(Text)
    account_class: Mapped[AccountClass] = mapped_column(Choice(AccountClass))
    cost_centre: Mapped[str | None] = mapped_column(Text)
    project: Mapped[str | None] = mapped_column(Text)
    object: Mapped[str | None] = mapped_column(Text)
    supplier_id: Mapped[int | None] = reference("supplier")
    counterparty_text: Mapped[str | None] = mapped_column(Text)
    invoice_number: Mapped[str | None] = mapped_column(Text)
    invoice_key: Mapped[str | None] = mapped_column(Text)
    invoice_total_ore: Mapped[int | None] = mapped_column(Ore)
    text: Mapped[str] = mapped_column(Text)
    text_key: Mapped[str] = mapped_column(Text)
    amount_ore: Mapped[int] = mapped_column(Ore)
    vat_ore: Mapped[int | None] = mapped_column(Ore)
    claimed_ore: Mapped[int] = mapped_column(Ore)
    row_hash: Mapped[str] = mapped_column(Text)


class ExcludedRowRecord(Base):
    """A row of the file that is no ledger line, and why; append-only."""

    __tablename__ = "excluded_row"
    __table_args__ = (UniqueConstraint("import_id", "source_row"),)

    id: Mapped[int] = primary_key()
    import_id: Mapped[int] = reference("ledger_import")
    source_row: Mapped[int] = mapped_column(Integer)
    reason: Mapped[ExclusionReason] = mapped_column(Choice(ExclusionReason))
    reason_text: Mapped[str | None] = mapped_column(Text)
    amount_ore: Mapped[int | None] = mapped_column(Ore)
    raw: Mapped[str] = mapped_column(Text)

"""Invoices, the money that comes in, and how the two meet."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.invoice import InvoiceKind, InvoiceState, MatchPurpose, PaymentState
from sbdesk.store.base import Base, Choice, Day, Flag, Json, Ore, primary_key, reference, version_column

_OWED = text("state IN ('issued', 'sent', 'enforcement')")


class InvoiceRecord(Base):
    """A demand for payment, or its credit note; number and OCR are given at issue and never change.

    ``covers`` are the ids of the recoveries demanded, since small claims of one award are demanded together.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        CheckConstraint("amount_ore > 0", name="amount"),
        CheckConstraint("rounding_ore BETWEEN -99 AND 99", name="rounding"),
        CheckConstraint("(kind = 'credit_note') = (credits_id IS NOT NULL)", name="credits"),
        CheckConstraint(
            "state IN ('draft', 'discarded') OR (number IS NOT NULL AND ocr_number IS NOT NULL"
            " AND issued_on IS NOT NULL)",
            name="issued_is_numbered",
        ),
        Index("ix_invoice_owed", "recipient_id", "due_on", sqlite_where=_OWED, postgresql_where=_OWED),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    recipient_id: Mapped[int] = reference("recipient")
    award_id: Mapped[int] = reference("award", index=True)
    recovery_id: Mapped[int] = reference("recovery", index=True)
    covers: Mapped[Any] = mapped_column(Json, default=list)
    kind: Mapped[InvoiceKind] = mapped_column(Choice(InvoiceKind))
    number: Mapped[str | None] = mapped_column(Text, unique=True)
    credits_id: Mapped[int | None] = reference("invoice")
    amount_ore: Mapped[int] = mapped_column(Ore)
    rounding_ore: Mapped[int] = mapped_column(Ore)
    issued_on: Mapped[date | None] = mapped_column(Day)
    sent_on: Mapped[date | None] = mapped_column(Day)
    received_on: Mapped[date | None] = mapped_column(Day)
    due_on: Mapped[date] = mapped_column(Day)
    states_interest: Mapped[bool] = mapped_column(Flag)
    ocr_number: Mapped[str | None] = mapped_column(Text, unique=True)
    booking: Mapped[Any] = mapped_column(Json)
    document_id: Mapped[int | None] = reference("document")
    state: Mapped[InvoiceState] = mapped_column(Choice(InvoiceState))

    __mapper_args__ = {"version_id_col": version}


class IncomingPaymentRecord(Base):
    """Money that reached the agency's account."""

    __tablename__ = "incoming_payment"
    __table_args__ = (
        CheckConstraint("amount_ore > 0", name="amount"),
        UniqueConstraint("source", "entry_reference"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    source: Mapped[str] = mapped_column(Text)
    entry_reference: Mapped[str] = mapped_column(Text)
    value_on: Mapped[date] = mapped_column(Day, index=True)
    amount_ore: Mapped[int] = mapped_column(Ore)
    payer: Mapped[str | None] = mapped_column(Text)
    reference: Mapped[str | None] = mapped_column(Text)
    state: Mapped[PaymentState] = mapped_column(Choice(PaymentState))

    __mapper_args__ = {"version_id_col": version}


class PaymentMatchRecord(Base):
    """What a part of an incoming payment pays; undone by pointing at the undoing event."""

    __tablename__ = "payment_match"
    __table_args__ = (
        CheckConstraint("amount_ore > 0", name="amount"),
        CheckConstraint("(purpose = 'returned_payout') = (payout_id IS NOT NULL)", name="payout"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    incoming_payment_id: Mapped[int] = reference("incoming_payment", index=True)
    invoice_id: Mapped[int | None] = reference("invoice", index=True)
    recovery_id: Mapped[int | None] = reference("recovery")
    award_id: Mapped[int | None] = reference("award", index=True)
    payout_id: Mapped[int | None] = reference("payout")
    purpose: Mapped[MatchPurpose] = mapped_column(Choice(MatchPurpose))
    amount_ore: Mapped[int] = mapped_column(Ore)
    undone_by: Mapped[int | None] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": version}


class SettlementRecord(Base):
    """A claim that ends otherwise than by payment; append-only."""

    __tablename__ = "settlement"
    __table_args__ = (
        CheckConstraint("kind IN ('set_off', 'write_off')", name="kind_value"),
        CheckConstraint("amount_ore > 0", name="amount"),
    )

    id: Mapped[int] = primary_key()
    invoice_id: Mapped[int] = reference("invoice", index=True)
    kind: Mapped[str] = mapped_column(Text)
    amount_ore: Mapped[int] = mapped_column(Ore)
    legal_ground: Mapped[str] = mapped_column(Text)
    attestation_id: Mapped[int] = reference("attestation")


class NumberSeriesRecord(Base):
    """Gapless numbers, taken inside the transaction that issues."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("code", "year"),)

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    code: Mapped[str] = mapped_column(Text)
    year: Mapped[int] = mapped_column(Integer)
    next_number: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": version}

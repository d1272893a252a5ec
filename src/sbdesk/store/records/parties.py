"""Who gets money, for what, through whom, and who works at the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.domain.identifiers import AccountKind, CheckResult
from sbdesk.domain.parties import AccountSource, OperationKind, RecipientKind
from sbdesk.store.base import (
    Base,
    Choice,
    Day,
    Flag,
    Json,
    Ore,
    bytes_column,
    primary_key,
    reference,
    version_column,
)


class RecipientRecord(Base):
    """A legal entity that may receive grants (not a person: the third digit of its number is ≥ 2)."""

    __tablename__ = "recipient"
    __table_args__ = (
        CheckConstraint(
            "length(org_number) = 10 AND substr(org_number, 3, 1) IN ('2','3','4','5','6','7','8','9')",
            name="org_number_form",
        ),
        CheckConstraint("successor_id IS NULL OR successor_id <> id", name="successor_is_another"),
        CheckConstraint(
            "(successor_id IS NULL) = (succeeded_on IS NULL)"
            " AND (successor_id IS NULL) = (succession_attestation_id IS NULL)",
            name="succession",
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    org_number: Mapped[str] = mapped_column(Text, unique=True)
    org_number_confirmed: Mapped[bool] = mapped_column(Flag)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text, index=True)
    kind: Mapped[RecipientKind] = mapped_column(Choice(RecipientKind))
    seat: Mapped[str | None] = mapped_column(Text)
    care_region: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    peppol_id: Mapped[str | None] = mapped_column(Text)
    buyer_reference: Mapped[str | None] = mapped_column(Text)
    registrar_email: Mapped[str | None] = mapped_column(Text)
    successor_id: Mapped[int | None] = reference("recipient")
    succeeded_on: Mapped[date | None] = mapped_column(Day)
    succession_attestation_id: Mapped[int | None] = reference("attestation")

    __mapper_args__ = {"version_id_col": version}


class OperationRecord(Base):
    """What the money is for: a centre, a register, an RSS."""

    __tablename__ = "operation"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    id: Mapped[int] = primary_key()
    kind: Mapped[OperationKind] = mapped_column(Choice(OperationKind))
    code: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    area: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = version_column()

    __mapper_args__ = {"version_id_col": version}


class OperationHostRecord(Base):
    """Which legal entity runs an operation, and when; a guard keeps the days of two hosts apart."""

    __tablename__ = "operation_host"
    __table_args__ = (CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),)

    id: Mapped[int] = primary_key()
    operation_id: Mapped[int] = reference("operation", index=True)
    recipient_id: Mapped[int] = reference("recipient", index=True)
    from_on: Mapped[date] = mapped_column(Day)
    to_on: Mapped[date | None] = mapped_column(Day)
    version: Mapped[int] = version_column()

    __mapper_args__ = {"version_id_col": version}


class PersonRecord(Base):
    """The only place for a recipient's people; the chain holds a salted hash of them.

    An erased person keeps its row, since requisitions point at it, but neither name, e-mail nor salt.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint(
            "(salt IS NULL) = (erased_on IS NOT NULL)"
            " AND (erased_on IS NULL OR (name IS NULL AND email IS NULL))",
            name="erased",
        ),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    name: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    salt: Mapped[bytes | None] = bytes_column()
    erased_on: Mapped[date | None] = mapped_column(Day)

    __mapper_args__ = {"version_id_col": version}


class RepresentativeRecord(Base):
    """The ombud; one active per recipient."""

    __tablename__ = "representative"
    __table_args__ = (
        Index(
            "uq_representative_active",
            "recipient_id",
            unique=True,
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
        CheckConstraint("state IN ('active', 'ended')", name="state_value"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    recipient_id: Mapped[int] = reference("recipient", index=True)
    person_id: Mapped[int] = reference("person")
    appointed_on: Mapped[date] = mapped_column(Day)
    ends_on: Mapped[date | None] = mapped_column(Day)
    delegation_document_id: Mapped[int | None] = reference("document")
    state: Mapped[str] = mapped_column(Text)

    __mapper_args__ = {"version_id_col": version}


class PayoutAccountRecord(Base):
    """Where a recipient is paid; unattested means no payout. Never deleted."""

    __tablename__ = "payout_account"
    __table_args__ = (
        Index(
            "uq_payout_account_number",
            "recipient_id",
            "kind",
            text("coalesce(clearing, '')"),
            "number",
            unique=True,
        ),
        CheckConstraint("(called_back_on IS NULL) = (call_back_note IS NULL)", name="call_back"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    recipient_id: Mapped[int] = reference("recipient", index=True)
    kind: Mapped[AccountKind] = mapped_column(Choice(AccountKind))
    number: Mapped[str] = mapped_column(Text)
    clearing: Mapped[str | None] = mapped_column(Text)
    check_result: Mapped[CheckResult] = mapped_column(Choice(CheckResult))
    evidence_document_id: Mapped[int | None] = reference("document")
    source: Mapped[AccountSource] = mapped_column(Choice(AccountSource))
    entered_on: Mapped[date] = mapped_column(Day)
    called_back_on: Mapped[date | None] = mapped_column(Day)
    call_back_note: Mapped[str | None] = mapped_column(Text)
    entered_by: Mapped[int] = reference("officer")
    attestation_id: Mapped[int | None] = reference("attestation")

    __mapper_args__ = {"version_id_col": version}


class OfficerRecord(Base):
    """A person at the agency; without a login they sign outside the program."""

    __tablename__ = "officer"

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    login: Mapped[str | None] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    decide_limit_ore: Mapped[int] = mapped_column(Ore)
    pay_limit_ore: Mapped[int] = mapped_column(Ore)
    roles: Mapped[Any] = mapped_column(Json)

    __mapper_args__ = {"version_id_col": version}


class DisqualificationRecord(Base):
    """Jäv: while in force every act by the officer on the recipient's awards is refused (FL 16–18 §§)."""

    __tablename__ = "disqualification"

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    officer_id: Mapped[int] = reference("officer", index=True)
    recipient_id: Mapped[int] = reference("recipient")
    from_on: Mapped[date] = mapped_column(Day)
    to_on: Mapped[date | None] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Text)
    reported_by: Mapped[int] = reference("officer")

    __mapper_args__ = {"version_id_col": version}


class SupplierRecord(Base):
    """Who sent an invoice to a recipient: matched by number, else by folded name."""

    __tablename__ = "supplier"
    __table_args__ = (
        Index(
            "uq_supplier_name",
            "name_key",
            unique=True,
            sqlite_where=text("org_number IS NULL"),
            postgresql_where=text("org_number IS NULL"),
        ),
    )

    id: Mapped[int] = primary_key()
    org_number: Mapped[str | None] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text)

"""The accounts of a recipient: entered with their document, called back, confirmed by another, kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import Conflict
from sbdesk.domain.identifiers import CheckResult
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.parties import AccountSource
from sbdesk.services import payout_accounts
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.party_acts import (
    NOT_SAVED,
    file_hash,
    keep_paper,
    recipient_for,
    refuse,
    refuse_future,
    refuse_stale,
)
from sbdesk.services.recipient_rows import AccountRow
from sbdesk.services.requisition_inputs import AccountInput, reason_given
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.requisition_facts import account_used_by
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.decisions import AttestationRecord, PayoutRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import OfficerRecord, PayoutAccountRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

_TOUCHED = Touched.RECIPIENTS | Touched.REQUISITIONS
UNCHECKED = "Kontrollsiffran går inte att kontrollera"


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account as the recipient told it; ``evidence`` is the document in which it stands."""

    account: AccountInput
    source: AccountSource
    evidence: ReceivedFile | None = None

    def plain(self) -> list[str | bool | None]:
        """Plain data for the command's hash."""
        given = self.account
        return [
            given.kind.value,
            given.number,
            given.clearing,
            given.compared,
            self.source.value,
            file_hash(self.evidence),
        ]


class AccountsService:
    """The tab Konton of a recipient."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def add(self, recipient_id: int, given: NewAccount, command_id: str | None = None) -> Done:
        """Enter an account. Raises as :func:`payout_accounts.checked`; Conflict for one that is there."""

        def act(session: Session) -> int:
            recipient = recipient_for(session, self.work, recipient_id)
            answer = payout_accounts.checked(given.account, payout_accounts.ASK_THE_RECIPIENT)
            known = payout_accounts.known_account(session, recipient_id, given.account.kind, answer)
            if known is not None:
                raise Conflict(
                    f"{recipient.name} har redan kontot {payout_accounts.account_text(known)}.",
                    NOT_SAVED,
                    "Välj kontot i listan.",
                    code="account_failed",
                )
            made = payout_accounts.keep_account(
                session, self.work, recipient_id, given.account, source=given.source
            )
            made.evidence_document_id = self._paper(session, recipient, given.evidence)
            return made.id

        plain = [recipient_id, *given.plain()]
        made = one_effect(self.work, command_id, "add_account", plain, act)
        return Done(_TOUCHED | Touched.DOCUMENTS, "Kontot är inskrivet. En andra person bekräftar det.", made)

    def call_back(
        self, account_id: int, version: int, on: date, note: str, command_id: str | None = None
    ) -> Done:
        """Note that the recipient was called on a number known before; ``note`` says which, without names."""

        def act(session: Session) -> None:
            record, _recipient = self._read(session, account_id, version)
            refuse(
                party_actions.why_not_call_back(
                    confirmed=record.attestation_id is not None, called_back=record.called_back_on is not None
                ),
                "Se kontots historik.",
            )
            words = reason_given(note, "skriva in motringningen")
            refuse_future(self.work, on, "den dag då du ringde")
            record.called_back_on, record.call_back_note = on, words
            # What was said on the telephone may name somebody: it stays in its own row.
            self.work.record(
                session,
                "call_back",
                ("payout_account", record.id),
                after={"account": payout_accounts.account_text(record), "on": on.isoformat()},
            )

        plain = [account_id, version, on.isoformat(), note]
        one_effect(self.work, command_id, "call_back", plain, act)
        return Done(_TOUCHED, "Motringningen är inskriven.", account_id)

    def confirm(
        self, account_id: int, version: int, second: SecondPerson, command_id: str | None = None
    ) -> Done:
        """Let another person stand behind the account; raises as :func:`payout_accounts.confirm`."""

        def act(session: Session) -> str:
            record, recipient = self._read(session, account_id, version)
            self.work.refuse_disqualified_for(session, recipient.id, second.officer_id)
            payout_accounts.confirm(session, self.work, record, second)
            return payout_accounts.account_text(record)

        plain = [account_id, version, second.officer_id, second.on.isoformat()]
        text = one_effect(self.work, command_id, "confirm_account", plain, act)
        return Done(_TOUCHED, f"Kontot är bekräftat: {text}.", account_id)

    def attach_evidence(
        self, account_id: int, version: int, file: ReceivedFile, command_id: str | None = None
    ) -> Done:
        """File the recipient's document in which the account stands; a newer one takes the former's place."""

        def act(session: Session) -> None:
            record, recipient = self._read(session, account_id, version)
            former = record.evidence_document_id
            record.evidence_document_id = self._paper(session, recipient, file)
            self.work.record(
                session,
                "attach_evidence",
                ("payout_account", record.id),
                before={"document": former},
                after={
                    "account": payout_accounts.account_text(record),
                    "document": record.evidence_document_id,
                },
            )

        one_effect(self.work, command_id, "attach_evidence", [account_id, version, file_hash(file)], act)
        return Done(Touched.RECIPIENTS | Touched.DOCUMENTS, "Handlingen är sparad.", account_id)

    def _read(
        self, session: Session, account_id: int, version: int
    ) -> tuple[PayoutAccountRecord, RecipientRecord]:
        record = session.get_one(PayoutAccountRecord, account_id)
        recipient = recipient_for(session, self.work, record.recipient_id)
        refuse_stale(record.version, version, f"kontot för {recipient.name}")
        return record, recipient

    def _paper(self, session: Session, recipient: RecipientRecord, file: ReceivedFile | None) -> int | None:
        return keep_paper(session, self.work, recipient, file, "account_evidence", "Uppgift om konto")


def account_rows(session: Session, recipient_id: int) -> tuple[AccountRow, ...]:
    """Every account the recipient has had, the newest first."""
    record = PayoutAccountRecord
    found = session.execute(
        select(record, OfficerRecord.name, AttestationRecord, DocumentRecord.title)
        .join(OfficerRecord, OfficerRecord.id == record.entered_by)
        .join(AttestationRecord, AttestationRecord.id == record.attestation_id, isouter=True)
        .join(DocumentRecord, DocumentRecord.id == record.evidence_document_id, isouter=True)
        .where(record.recipient_id == recipient_id)
        .order_by(record.id.desc())
    ).all()
    used = _used_by(session, recipient_id)
    made = []
    for account, entered_by, attestation, title in found:
        signed = f"{signed_words(session, attestation)} {attestation.on}" if attestation else ""
        made.append(_row(session, account, entered_by, signed, title or "", tuple(used.get(account.id, ()))))
    return tuple(made)


def _row(
    session: Session,
    record: PayoutAccountRecord,
    entered_by: str,
    signed: str,
    evidence: str,
    used_by: tuple[str, ...],
) -> AccountRow:
    confirmed, called = record.attestation_id is not None, record.called_back_on is not None
    return AccountRow(
        id=record.id,
        version=record.version,
        kind=record.kind.swedish,
        number=f"{record.clearing}, {record.number}" if record.clearing else record.number,
        confirmed=confirmed,
        confirmed_by=signed,
        check="" if record.check_result is CheckResult.OK else UNCHECKED,
        source=record.source.swedish,
        entered_by=entered_by,
        entered_on=record.entered_on,
        called_back=f"{record.called_back_on}: {record.call_back_note}" if called else "",
        evidence_id=record.evidence_document_id,
        evidence=evidence,
        shared_with=account_used_by(session, record) or "",
        used_by=used_by,
        confirm_refused=party_actions.why_not_confirm(
            confirmed=confirmed, source=record.source, called_back=called
        ),
        call_back_refused=party_actions.why_not_call_back(confirmed=confirmed, called_back=called),
    )


def _used_by(session: Session, recipient_id: int) -> dict[int, list[str]]:
    """Where each account has been given or paid to: ``CSD 2026: rekvisition 2026-06-12``."""
    used: dict[int, list[str]] = {}
    revision = RequisitionRevisionRecord
    given = session.execute(
        select(revision.payout_account_id, ProgrammeRecord.short_title, revision.on)
        .join(RequisitionRecord, RequisitionRecord.id == revision.requisition_id)
        .join(AwardRecord, AwardRecord.id == RequisitionRecord.award_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(AwardRecord.recipient_id == recipient_id, revision.payout_account_id.is_not(None))
        .order_by(revision.id)
    )
    for account_id, programme, on in given:
        used.setdefault(account_id or 0, []).append(f"{programme}: rekvisition {on}")
    paid = session.execute(
        select(PayoutRecord.account, ProgrammeRecord.short_title, PayoutRecord.amount_ore)
        .join(AwardRecord, AwardRecord.id == PayoutRecord.award_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(AwardRecord.recipient_id == recipient_id, PayoutRecord.confirmed_on.is_not(None))
        .order_by(PayoutRecord.id)
    )
    for snapshot, programme, amount in paid:
        text = f"{programme}: utbetalt {format_kronor(amount)}"
        used.setdefault(snapshot["account_id"], []).append(text)
    return used

"""Writes a requisition's data as a new revision: amounts, account, contact, tick and document."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey, component_of
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.parties import AccountSource
from sbdesk.domain.requisition import Channel, RevisionReason
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.cases import Case
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.payout_accounts import account_text, keep_account
from sbdesk.services.people import contact_of, seal
from sbdesk.services.requisition_inputs import RequisitionInput, refuse_faulty
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.award_parts import parts_of
from sbdesk.store.queries.requisition_facts import representative_on
from sbdesk.store.records.awards import (
    RequisitionLineRecord,
    RequisitionRecord,
    RequisitionRevisionRecord,
)
from sbdesk.store.records.office import AttachmentRecord
from sbdesk.store.records.parties import PayoutAccountRecord

ACCOUNT_SOURCE = {
    Channel.PORTAL: AccountSource.REQUISITION,
    Channel.E_MAIL: AccountSource.E_MAIL,
    Channel.POST: AccountSource.LETTER,
}
"""How an account came, by how the requisition did: an e-mailed one is called back before it is confirmed."""
NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."


def write_revision(
    session: Session,
    work: Workplace,
    case: Case,
    requisition: RequisitionRecord,
    given: RequisitionInput,
    reason: RevisionReason,
) -> dict[str, Any]:
    """Add the next revision in the caller's transaction; what the event tells of it, without people.

    Raises UserFacingError for a day to come, a part that the recipient lacks, or a faulty account.
    """
    _refuse(session, work, case, given)
    account = _account(session, work, case, given)
    representative = representative_on(session, case.records.recipient.id, given.received_on)
    contact = contact_of(session, given.contact_name, given.contact_email)
    revision = RequisitionRevisionRecord(
        requisition_id=requisition.id,
        revision=_last_revision(session, requisition.id) + 1,
        on=given.received_on,
        reason=reason,
        document_id=_document(session, work, case, requisition, given.document),
        requested_ore=given.total_ore,
        payout_account_id=account.id if account else None,
        payment_reference=given.payment_reference.strip() or None,
        representative_id=representative.id if representative else None,
        contact_person_id=contact.id if contact else None,
        portal_checked_by=work.officer_id if given.portal_checked else None,
    )
    session.add(revision)
    session.flush()
    _add_lines(session, case, revision, given)
    return {
        "revision": revision.revision,
        "on": given.received_on.isoformat(),
        "requested_ore": given.total_ore,
        "account": account_text(account) if account else None,
        "contact": seal(contact) if contact else None,
        **_case_number(case, given.case_number),
    }


def _refuse(session: Session, work: Workplace, case: Case, given: RequisitionInput) -> None:
    known = frozenset(_operations(session, case))
    refuse_faulty(given, work.clock.today(), case.records.programme.budget_year, known)


def _account(
    session: Session, work: Workplace, case: Case, given: RequisitionInput
) -> PayoutAccountRecord | None:
    if given.account is None:
        return None
    award = case.records.award
    source = ACCOUNT_SOURCE[given.channel]
    return keep_account(session, work, award.recipient_id, given.account, award.id, source)


def _operations(session: Session, case: Case) -> dict[AmountKey, int | None]:
    """Whose amounts can be given, each with its operation where it is for a single one."""
    parts = parts_of(session, case.records.award)
    whole: dict[AmountKey, int | None] = {part.component_id: None for part in parts}
    return whole | {part.key: part.operation_id for part in parts}


def _add_lines(
    session: Session, case: Case, revision: RequisitionRevisionRecord, given: RequisitionInput
) -> None:
    operations = _operations(session, case)
    session.add_all(
        RequisitionLineRecord(
            requisition_revision_id=revision.id,
            component_id=component_of(key),
            operation_id=operations[key],
            requested_ore=amount,
        )
        for key, amount in given.amounts.items()
    )
    session.flush()


def _last_revision(session: Session, requisition_id: int) -> int:
    revision = RequisitionRevisionRecord
    last = session.scalar(
        select(func.max(revision.revision)).where(revision.requisition_id == requisition_id)
    )
    return last or 0


def _case_number(case: Case, typed: str) -> dict[str, str]:
    number = typed.strip()
    award = case.records.award
    if not number or number == award.case_number:
        return {}
    award.case_number = number
    return {"case_number": number}


def _document(
    session: Session, work: Workplace, case: Case, requisition: RequisitionRecord, file: ReceivedFile | None
) -> int | None:
    if file is None:
        return None
    return file_document(session, work, case, requisition, file, "requisition", "Rekvisition")


def file_document(
    session: Session,
    work: Workplace,
    case: Case,
    requisition: RequisitionRecord,
    file: ReceivedFile,
    kind: str,
    word: str,
) -> int:
    """Keep a received file and file it to the requisition; the document's id."""
    document = keep_document(
        session,
        work,
        NewDocument(
            content=file.content,
            file_name=file.file_name,
            media_type=file.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind=kind,
            title=f"{word}, {case.definition.short_title}, {case.records.recipient.name}",
            award_id=case.records.award.id,
            contains_personal_data=True,
        ),
    )
    filed = select(AttachmentRecord.id).where(
        AttachmentRecord.document_id == document.id,
        AttachmentRecord.subject_kind == "requisition",
        AttachmentRecord.subject_id == requisition.id,
    )
    if session.scalar(filed) is None:
        session.add(
            AttachmentRecord(document_id=document.id, subject_kind="requisition", subject_id=requisition.id)
        )
        session.flush()
    return document.id


def require_document(file: ReceivedFile | None, what: str) -> ReceivedFile:
    """The recipient's own document; raises when it is missing. ``what`` names it in Swedish."""
    if file is None:
        raise UserFacingError(
            f"{what} saknas.", NOT_SAVED, "Bifoga handlingen från mottagaren och försök igen."
        )
    return file

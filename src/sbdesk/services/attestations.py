"""The second person behind a decision, a fixed reconciliation or an approved payment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.decision import AttestationMode
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.parties import OfficerRecord


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file from outside as bytes, not yet looked into."""

    file_name: str
    content: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Who stands behind the act and when; with ``signed_page`` it was signed on paper and registered here.

    ``covers_several``: the page lists several cases, so that it belongs to none of them alone.
    """

    officer_id: int
    on: date
    signed_page: ReceivedFile | None = None
    covers_several: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What is attested: a subject's revision, the verb, and who prepared it."""

    subject_kind: str
    subject_id: int
    verb: str
    preparer_id: int
    award_id: int | None = None
    revision: int = 1


def attest(session: Session, work: Workplace, act: Act, second: SecondPerson) -> AttestationRecord:
    """Register the second person's word in the caller's transaction.

    Raises F13 (:class:`NotAllowed`) for the preparer in both roles, a :class:`UserFacingError` when the
    signed page is missing in a local file or the day lies in the future.
    """
    person = session.get(OfficerRecord, second.officer_id)
    if person is None:
        raise LookupError(second.officer_id)
    if second.officer_id == act.preparer_id:
        raise NotAllowed(
            f"{person.name} har berett ärendet och kan inte besluta i det.",
            "Inget är ändrat.",
            "Be en annan beslutsfattare att fatta beslutet.",
            code="F13",
        )
    if second.on > work.clock.today():
        raise UserFacingError(
            f"Dagen {second.on.isoformat()} har inte varit än.",
            "Inget är ändrat.",
            "Ange den dag då det skrevs under.",
        )
    mode = _mode(work, second)
    page_id = _signed_page(session, work, act, second, person.name)
    record = AttestationRecord(
        subject_kind=act.subject_kind,
        subject_id=act.subject_id,
        revision=act.revision,
        verb=act.verb,
        officer_id=second.officer_id,
        preparer_id=act.preparer_id,
        mode=mode,
        registered_by=work.officer_id if mode is AttestationMode.SIGNED_OUTSIDE else None,
        document_id=page_id,
        on=second.on,
    )
    session.add(record)
    session.flush()
    return record


def _mode(work: Workplace, second: SecondPerson) -> AttestationMode:
    if second.signed_page is not None:
        return AttestationMode.SIGNED_OUTSIDE
    if work.store.enforces_people and second.officer_id == work.officer_id:
        return AttestationMode.PROGRAM
    raise UserFacingError(
        "Den undertecknade sidan saknas.",
        "Inget är ändrat.",
        "Bifoga den skannade sidan och ange vem som har skrivit under.",
    )


def _signed_page(session: Session, work: Workplace, act: Act, second: SecondPerson, name: str) -> int | None:
    if second.signed_page is None:
        return None
    document = keep_document(
        session,
        work,
        NewDocument(
            content=second.signed_page.content,
            file_name=second.signed_page.file_name,
            media_type=second.signed_page.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind="signed_page",
            title=f"Undertecknad sida, {name}",
            award_id=None if second.covers_several else act.award_id,
            contains_personal_data=True,
        ),
    )
    return document.id


def words(record: AttestationRecord, officer: str, registered_by: str | None) -> str:
    """How screen and timeline say who acted, honest about what the program can prove."""
    if record.mode is AttestationMode.PROGRAM:
        return f"Beslutad i programmet av {officer}"
    return f"Undertecknat utanför programmet av {officer}, registrerat av {registered_by}"

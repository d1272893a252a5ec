"""A recipient's ombud: appointed, ended, replaced; one acts at a time, each is valid on its own days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.parties import RepresentativeState
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.changes import Done, Touched
from sbdesk.services.party_acts import (
    NOT_SAVED,
    file_hash,
    keep_paper,
    last_event,
    recipient_for,
    refuse,
    refuse_future,
    refuse_stale,
)
from sbdesk.services.people import add_person, seal
from sbdesk.services.recipient_rows import RepresentativeRow
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import PersonRecord, RecipientRecord, RepresentativeRecord

ERASED = "gallrade kontaktuppgifter"
SEE_LIST = "Läs om sidan och se mottagarens ombud."
_TOUCHED = Touched.RECIPIENTS | Touched.REQUISITIONS


@dataclass(frozen=True, slots=True)
class RepresentativeInput:
    """Who is appointed from which day; ``delegation`` is the proof that the person may act."""

    name: str
    appointed_on: date
    email: str = ""
    delegation: ReceivedFile | None = None

    def plain(self) -> list[str | None]:
        """Plain data for the command's hash."""
        return [self.name, self.appointed_on.isoformat(), self.email, file_hash(self.delegation)]


class RepresentativesService:
    """The tab Ombud of a recipient."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def appoint(self, recipient_id: int, given: RepresentativeInput, command_id: str | None = None) -> Done:
        """Enter the ombud. Conflict when one acts already; UserFacingError for a bad name, e-mail or day."""

        def act(session: Session) -> int:
            recipient = recipient_for(session, self.work, recipient_id)
            return self._appoint(session, recipient, given)

        made = one_effect(
            self.work, command_id, "appoint_representative", [recipient_id, *given.plain()], act
        )
        return Done(_TOUCHED | Touched.DOCUMENTS, "Ombudet är inskrivet.", made)

    def replace(
        self, representative_id: int, version: int, given: RepresentativeInput, command_id: str | None = None
    ) -> Done:
        """End the ombud the day before the new one is appointed, in one act."""

        def act(session: Session) -> int:
            record, recipient = self._acting(session, representative_id, version)
            self._end(session, record, given.appointed_on - timedelta(days=1))
            return self._appoint(session, recipient, given)

        plain = [representative_id, version, *given.plain()]
        made = one_effect(self.work, command_id, "replace_representative", plain, act)
        return Done(_TOUCHED | Touched.DOCUMENTS, "Ombudet är ersatt.", made)

    def end(self, representative_id: int, version: int, last_on: date, command_id: str | None = None) -> Done:
        """``last_on`` is the last day on which the ombud acts; requisitions until then keep their ombud."""

        def act(session: Session) -> None:
            record, _recipient = self._acting(session, representative_id, version)
            refuse_future(self.work, last_on, "ombudets sista dag när den har varit")
            self._end(session, record, last_on)

        plain = [representative_id, version, last_on.isoformat()]
        one_effect(self.work, command_id, "end_representative", plain, act)
        return Done(_TOUCHED, "Ombudet är avslutat.", representative_id)

    def undo_end(self, representative_id: int, version: int, command_id: str | None = None) -> Done:
        """Let the ombud act again, while no other has come after."""

        def act(session: Session) -> None:
            record, _recipient = self._read(session, representative_id, version)
            refuse(_reopen_refused(session, record), SEE_LIST)
            former = record.ends_on
            record.state, record.ends_on = RepresentativeState.ACTIVE.value, None
            subject = ("representative", record.id)
            self.work.record(
                session,
                "undo_end_representative",
                subject,
                before={"on": former.isoformat() if former else None},
                undoes=last_event(session, "end_representative", subject),
            )

        one_effect(self.work, command_id, "undo_end_representative", [representative_id, version], act)
        return Done(_TOUCHED, "Ombudet gäller igen.", representative_id)

    def attach_delegation(
        self, representative_id: int, version: int, file: ReceivedFile, command_id: str | None = None
    ) -> Done:
        """File the proof that the ombud may act for the recipient; a newer one takes the former's place."""

        def act(session: Session) -> None:
            record, recipient = self._read(session, representative_id, version)
            former = record.delegation_document_id
            record.delegation_document_id = _paper(session, self.work, recipient, file)
            self.work.record(
                session,
                "attach_delegation",
                ("representative", record.id),
                before={"document": former},
                after={"document": record.delegation_document_id},
            )

        plain = [representative_id, version, file_hash(file)]
        one_effect(self.work, command_id, "attach_delegation", plain, act)
        return Done(Touched.RECIPIENTS | Touched.DOCUMENTS, "Fullmakten är sparad.", representative_id)

    def _read(
        self, session: Session, representative_id: int, version: int
    ) -> tuple[RepresentativeRecord, RecipientRecord]:
        record = session.get_one(RepresentativeRecord, representative_id)
        recipient = recipient_for(session, self.work, record.recipient_id)
        refuse_stale(record.version, version, f"ombudet för {recipient.name}")
        return record, recipient

    def _acting(
        self, session: Session, representative_id: int, version: int
    ) -> tuple[RepresentativeRecord, RecipientRecord]:
        record, recipient = self._read(session, representative_id, version)
        state = RepresentativeState(record.state)
        refuse(party_actions.why_not_end_representative(state), SEE_LIST)
        return record, recipient

    def _appoint(self, session: Session, recipient: RecipientRecord, given: RepresentativeInput) -> int:
        if not given.name.strip():
            raise UserFacingError(
                "Ombudets namn saknas.", NOT_SAVED, "Skriv det som i e-tjänsten.", code="name"
            )
        refuse_future(self.work, given.appointed_on, "den dag då ombudet utsågs")
        _refuse_two(session, recipient, given.appointed_on)
        person = add_person(session, given.name, given.email)
        record = RepresentativeRecord(
            recipient_id=recipient.id,
            person_id=person.id,
            appointed_on=given.appointed_on,
            delegation_document_id=_paper(session, self.work, recipient, given.delegation),
            state=RepresentativeState.ACTIVE.value,
        )
        session.add(record)
        session.flush()
        self.work.record(
            session,
            "appoint_representative",
            ("representative", record.id),
            after={
                "on": given.appointed_on.isoformat(),
                "person": seal(person),
                "document": record.delegation_document_id,
            },
        )
        return record.id

    def _end(self, session: Session, record: RepresentativeRecord, last_on: date) -> None:
        if last_on < record.appointed_on:
            raise UserFacingError(
                f"Ombudet utsågs {record.appointed_on.isoformat()}, efter {last_on.isoformat()}.",
                NOT_SAVED,
                "Ange en dag då ombudet gällde.",
            )
        record.state, record.ends_on = RepresentativeState.ENDED.value, last_on
        self.work.record(
            session, "end_representative", ("representative", record.id), after={"on": last_on.isoformat()}
        )


def representative_rows(session: Session, recipient_id: int) -> tuple[RepresentativeRow, ...]:
    """Every ombud the recipient has had, the present one first."""
    record = RepresentativeRecord
    found = session.execute(
        select(record, PersonRecord, DocumentRecord.title)
        .join(PersonRecord, PersonRecord.id == record.person_id)
        .join(DocumentRecord, DocumentRecord.id == record.delegation_document_id, isouter=True)
        .where(record.recipient_id == recipient_id)
        .order_by(record.id.desc())
    )
    return tuple(_row(session, one, person, title) for one, person, title in found)


def _row(
    session: Session, record: RepresentativeRecord, person: PersonRecord, title: str | None
) -> RepresentativeRow:
    return RepresentativeRow(
        id=record.id,
        version=record.version,
        name=ERASED.capitalize() if person.erased_on else person.name or "",
        email=person.email or "",
        appointed_on=record.appointed_on,
        ends_on=record.ends_on,
        active=record.state == RepresentativeState.ACTIVE,
        delegation_id=record.delegation_document_id,
        delegation=title or "",
        end_refused=party_actions.why_not_end_representative(RepresentativeState(record.state)),
        reopen_refused=_reopen_refused(session, record),
    )


def _reopen_refused(session: Session, record: RepresentativeRecord) -> str:
    later = select(RepresentativeRecord.id).where(
        RepresentativeRecord.recipient_id == record.recipient_id, RepresentativeRecord.id > record.id
    )
    return party_actions.why_not_reopen_representative(
        RepresentativeState(record.state),
        erased=session.get_one(PersonRecord, record.person_id).erased_on is not None,
        is_last=session.scalar(later.limit(1)) is None,
    )


def _refuse_two(session: Session, recipient: RecipientRecord, day: date) -> None:
    record = RepresentativeRecord
    others = session.scalars(select(record).where(record.recipient_id == recipient.id)).all()
    if any(one.state == RepresentativeState.ACTIVE for one in others):
        raise Conflict(
            f"{recipient.name} har redan ett ombud.",
            NOT_SAVED,
            "Välj Ersätt ombudet, eller avsluta det först.",
            code="representative_active",
        )
    ended = max((one.ends_on for one in others if one.ends_on), default=None)
    if ended is not None and day <= ended:
        raise NotAllowed(
            f"Det förra ombudet gällde till och med {ended.isoformat()}.",
            NOT_SAVED,
            "Ange en senare dag, så att bara ett ombud gäller åt gången.",
        )


def _paper(
    session: Session, work: Workplace, recipient: RecipientRecord, file: ReceivedFile | None
) -> int | None:
    return keep_paper(session, work, recipient, file, "delegation", "Fullmakt för ombud")

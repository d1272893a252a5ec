"""The people at a recipient as personal data: where they are named, what is held, and erasing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.award import AwardState
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.parties import RepresentativeState
from sbdesk.domain.requisition import NOT_LIVE
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.contacts_appeals import running
from sbdesk.services.party_acts import NOTHING, recipient_for, refuse, refuse_stale
from sbdesk.services.recipient_rows import ContactRow
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import PersonRecord, RecipientRecord, RepresentativeRecord
from sbdesk.store.records.programmes import ProgrammeRecord


class ContactsService:
    """The contacts of a recipient: ``Gallra kontaktuppgifter`` and what is held about a person."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def erase(self, person_id: int, version: int, ground: str, command_id: str | None = None) -> Done:
        """Erase name, e-mail and salt of a contact that no open case needs; there is no way back.

        ``ground`` is the rule or decision (RA-FS, gallringsbeslut); without one everything is kept.
        The row, the requisitions and the chain stay; the seals in the chain can no longer be read.
        """

        def act(session: Session) -> None:
            person = session.get_one(PersonRecord, person_id)
            for recipient_id in _recipients_of(session, person_id):
                recipient_for(session, self.work, recipient_id)
            refuse_stale(person.version, version, "kontaktuppgifterna")
            refuse(
                party_actions.why_not_erase(
                    erased=person.erased_on is not None,
                    needed_by=_Uses(session, [person_id], self.work.clock.today()).needed(person_id),
                ),
                "Gallra när ärendena är avslutade och ombudet är ersatt.",
            )
            if not ground.strip():
                raise UserFacingError(
                    "Grunden för gallringen saknas. Utan regel eller beslut bevaras uppgifterna.",
                    NOTHING,
                    "Skriv föreskriften eller gallringsbeslutets nummer.",
                )
            person.name = person.email = person.salt = None
            person.erased_on = self.work.clock.today()
            self.work.record(session, "erase_contact", ("person", person_id), reason=ground.strip())

        one_effect(self.work, command_id, "erase_contact", [person_id, version, ground], act)
        touched = Touched.RECIPIENTS | Touched.REQUISITIONS
        return Done(touched, "Kontaktuppgifterna är gallrade. Ärenden och händelser finns kvar.", person_id)

    def held(self, person_id: int) -> str:
        """All that is held about a person, as text to hand over (the data protection regulation, art. 15)."""
        with self.work.store.reading() as session:
            person = session.get_one(PersonRecord, person_id)
            uses = _Uses(session, [person_id], self.work.clock.today())
            lines = [
                "Personuppgifter i sbdesk",
                f"Uttagna den {self.work.clock.today().isoformat()}",
                "",
                f"Namn: {person.name or 'finns inte'}",
                f"E-post: {person.email or 'finns inte'}",
            ]
            if person.erased_on:
                lines.append(f"Gallrade den {person.erased_on.isoformat()}")
            lines += ["", "Uppgifterna används här:"]
            lines += [f"– {one}" for one in uses.named_in(person_id)]
            papers = uses.papers(person_id)
            if papers:
                lines += ["", "Handlingar där personen kan vara nämnd:"]
                lines += [f"– {title}" for title in papers]
            return "\n".join(lines) + "\n"


def contact_rows(session: Session, recipient_id: int, today: date) -> tuple[ContactRow, ...]:
    """Everybody at the recipient who is or has been ombud or contact, the latest first."""
    ids = _people_of(session, recipient_id)
    uses = _Uses(session, ids, today)
    people = session.scalars(
        select(PersonRecord).where(PersonRecord.id.in_(ids)).order_by(PersonRecord.id.desc())
    )
    return tuple(
        ContactRow(
            id=person.id,
            version=person.version,
            name=person.name or "",
            email=person.email or "",
            named_in=uses.named_in(person.id),
            erased_on=person.erased_on,
            erase_refused=party_actions.why_not_erase(
                erased=person.erased_on is not None, needed_by=uses.needed(person.id)
            ),
        )
        for person in people
    )


def _people_of(session: Session, recipient_id: int) -> set[int]:
    appointed = select(RepresentativeRecord.person_id).where(
        RepresentativeRecord.recipient_id == recipient_id
    )
    revision = RequisitionRevisionRecord
    named = (
        select(revision.contact_person_id)
        .join(RequisitionRecord, RequisitionRecord.id == revision.requisition_id)
        .join(AwardRecord, AwardRecord.id == RequisitionRecord.award_id)
        .where(AwardRecord.recipient_id == recipient_id, revision.contact_person_id.is_not(None))
    )
    return {*session.scalars(appointed), *(one for one in session.scalars(named) if one is not None)}


def _recipients_of(session: Session, person_id: int) -> set[int]:
    appointed = select(RepresentativeRecord.recipient_id).where(RepresentativeRecord.person_id == person_id)
    revision = RequisitionRevisionRecord
    named = (
        select(AwardRecord.recipient_id)
        .join(RequisitionRecord, RequisitionRecord.award_id == AwardRecord.id)
        .join(revision, revision.requisition_id == RequisitionRecord.id)
        .where(revision.contact_person_id == person_id)
    )
    return {*session.scalars(appointed), *session.scalars(named)}


class _Uses:
    """Where some people are named, read once for all of them."""

    def __init__(self, session: Session, person_ids: Iterable[int], today: date) -> None:
        self._named: dict[int, list[str]] = defaultdict(list)
        self._needed: dict[int, list[str]] = defaultdict(list)
        self._papers: dict[int, list[str]] = defaultdict(list)
        ids = list(person_ids)
        self._read_appointments(session, ids)
        self._read_requisitions(session, ids, today)

    def named_in(self, person_id: int) -> tuple[str, ...]:
        """``ombud för Region Skåne från 2026-01-01``, ``kontaktperson i CSD 2026, 2026-06-12``."""
        return tuple(dict.fromkeys(self._named[person_id]))

    def needed(self, person_id: int) -> tuple[str, ...]:
        """What is still going on and needs the particulars."""
        return tuple(dict.fromkeys(self._needed[person_id]))

    def papers(self, person_id: int) -> tuple[str, ...]:
        """Titles of received documents in which the person may stand; erasing does not reach them."""
        return tuple(dict.fromkeys(self._papers[person_id]))

    def _read_appointments(self, session: Session, ids: list[int]) -> None:
        record = RepresentativeRecord
        rows = session.execute(
            select(record, RecipientRecord.name, DocumentRecord.title)
            .join(RecipientRecord, RecipientRecord.id == record.recipient_id)
            .join(DocumentRecord, DocumentRecord.id == record.delegation_document_id, isouter=True)
            .where(record.person_id.in_(ids))
            .order_by(record.id)
        )
        for one, recipient, title in rows:
            until = f" till {one.ends_on}" if one.ends_on else ""
            self._named[one.person_id].append(f"ombud för {recipient} från {one.appointed_on}{until}")
            if one.state == RepresentativeState.ACTIVE:
                self._needed[one.person_id].append(f"ombud för {recipient}")
            if title:
                self._papers[one.person_id].append(title)

    def _read_requisitions(self, session: Session, ids: list[int], today: date) -> None:
        revision, deputy = RequisitionRevisionRecord, RepresentativeRecord
        rows = session.execute(
            select(
                revision.contact_person_id,
                deputy.person_id,
                revision.on,
                ProgrammeRecord.short_title,
                AwardRecord,
                RequisitionRecord.state,
                DocumentRecord.title,
            )
            .join(RequisitionRecord, RequisitionRecord.id == revision.requisition_id)
            .join(AwardRecord, AwardRecord.id == RequisitionRecord.award_id)
            .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
            .join(deputy, deputy.id == revision.representative_id, isouter=True)
            .join(DocumentRecord, DocumentRecord.id == revision.document_id, isouter=True)
            .where(or_(revision.contact_person_id.in_(ids), deputy.person_id.in_(ids)))
            .order_by(revision.id)
        ).all()
        appeals = running(session, {award.id for *_, award, _state, _title in rows}, today)
        for contact, acted, on, programme, award, requisition, title in rows:
            for person, word in ((contact, "kontaktperson"), (acted, "ombud")):
                if person not in ids:
                    continue
                self._named[person].append(f"{word} i {programme}, {on}")
                if award.state is not AwardState.CLOSED and requisition not in NOT_LIVE:
                    self._needed[person].append(programme)
                self._needed[person] += [f"{programme}, {one}" for one in appeals.get(award.id, ())]
                if title:
                    self._papers[person].append(title)

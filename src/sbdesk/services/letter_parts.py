"""The parts that every letter shares, taken from the database: sender, recipient, case, people, appeal."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.documents.content import Agency, Appeal, Case, Marks, Person, Recipient, Stage
from sbdesk.domain.decision import AppealAllowed, DecisionKind
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.services.office_settings import is_practice, sender_of
from sbdesk.store import journal
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import AppealRuleRecord


def org_number_in_print(number: str) -> str:
    """``2321000016`` as ``232100-0016``."""
    return f"{number[:6]}-{number[6:]}"


def agency(session: Session) -> Agency:
    """The sender as set."""
    sender = sender_of(session)
    return Agency(
        name=sender.name,
        unit=sender.unit,
        organisation_number=sender.organisation_number,
        address=sender.address,
        phone=sender.phone,
        email=sender.email,
    )


def addressee(session: Session, recipient_id: int) -> Recipient:
    """To whom; address lines only as entered, never guessed."""
    record = session.get_one(RecipientRecord, recipient_id)
    lines = tuple(line for line in (record.address or "").splitlines() if line.strip())
    if not lines and record.registrar_email:
        lines = (record.registrar_email,)
    return Recipient(record.name, org_number_in_print(record.org_number), lines)


def case(award: AwardRecord, definition: ProgrammeDefinition) -> Case:
    """The case; UserFacingError when the programme has no last day of use."""
    use_to = definition.day("use_to")
    if use_to is None:
        raise UserFacingError(
            "Det är inte angivet till och med vilken dag bidraget får användas.",
            "Brevet är inte skapat och inget är ändrat.",
            "Fyll i sista dagen att använda bidraget under Statsbidrag.",
        )
    return Case(award.case_number or "", definition.id, definition.year, use_to)


def person(session: Session, officer_id: int) -> Person:
    """An officer as a letter names them."""
    record = session.get_one(OfficerRecord, officer_id)
    return Person(record.name, record.title, record.phone or "", record.email or "")


def marks(session: Session, stage: Stage) -> Marks:
    """The stage, the practice mark and the head of the audit chain as it stands."""
    return Marks(stage=stage, practice=is_practice(session), chain_head=journal.head(session).hash)


def appeal(session: Session, programme_id: int, kind: DecisionKind) -> Appeal | None:
    """The jurist's text for this kind of decision, None while it is not decided (a draft shows it open)."""
    rule = session.scalar(
        select(AppealRuleRecord).where(
            AppealRuleRecord.programme_id == programme_id, AppealRuleRecord.decision_kind == kind
        )
    )
    if rule is None or rule.allowed is AppealAllowed.NOT_DECIDED or not rule.text:
        return None
    return Appeal(rule.text, example=is_practice(session))

"""What a second person sees before signing a programme off, and what hinders the signature."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.programme_differences import Difference, differences, told
from sbdesk.domain.programme_state import ProgrammeOrigin
from sbdesk.services import programme_editing_guards as guards
from sbdesk.services.programme_checks import programme_findings
from sbdesk.services.stored_programmes import newest_facts, stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.programme_editing import FactConfirmationRecord, ProgrammeSigningRecord
from sbdesk.store.records.programmes import ProgrammeRecord


@dataclass(frozen=True, slots=True)
class SigningReview:
    """What differs since last year and since the last sign-off; None: there is nothing to compare with.

    ``unconfirmed`` of ``facts`` facts lack a tick. ``hindrances`` are sentences, empty when it may be signed.
    """

    since_signing: tuple[Difference, ...] | None
    since_last_year: tuple[Difference, ...] | None
    last_year: str
    unconfirmed: int
    facts: int
    hindrances: tuple[str, ...]


def review_of(session: Session, work: Workplace, programme_id: int) -> SigningReview:
    """Everything that the second person compares."""
    programme = session.get_one(ProgrammeRecord, programme_id)
    definition = stored_definition(session, programme_id)
    now = told(definition)
    kept = _last_signing(session, programme_id)
    former = stored_definition(session, programme.predecessor_id) if programme.predecessor_id else None
    return SigningReview(
        since_signing=None if kept is None else differences(kept, now),
        since_last_year=None if former is None else differences(told(former), now),
        last_year=former.short_title if former else "",
        unconfirmed=len(unconfirmed(session, programme_id)),
        facts=len(definition.facts),
        hindrances=hindrances(session, work, programme, definition),
    )


def unconfirmed(session: Session, programme_id: int) -> tuple[int, ...]:
    """The facts without a tick, by id, in the order they were entered."""
    ticked = ticks(session, programme_id)
    return tuple(key for key in newest_facts(session, programme_id) if key not in ticked)


def ticks(session: Session, programme_id: int) -> dict[int, str]:
    """Who has ticked each fact's newest revision, by the revision's id."""
    facts = list(newest_facts(session, programme_id))
    rows = session.execute(
        select(FactConfirmationRecord.fact_id, OfficerRecord.name)
        .join(OfficerRecord, OfficerRecord.id == FactConfirmationRecord.officer_id)
        .where(FactConfirmationRecord.fact_id.in_(facts), FactConfirmationRecord.withdrawn_by.is_(None))
    )
    return {row.fact_id: row.name for row in rows}


def hindrances(
    session: Session, work: Workplace, programme: ProgrammeRecord, definition: ProgrammeDefinition
) -> tuple[str, ...]:
    """Why the programme cannot be signed off now; a shipped one may be signed with facts unticked."""
    findings = programme_findings(session, programme.id, definition, work.clock.today())
    found = [one.text for one in findings if one.level is Level.STOP]
    left = len(unconfirmed(session, programme.id))
    if left and programme.origin is not ProgrammeOrigin.SHIPPED:
        word = "uppgift är inte bekräftad" if left == 1 else "uppgifter är inte bekräftade"
        found.append(f"{left} {word} mot anvisningen.")
    return tuple(found)


def refuse_hindered(session: Session, work: Workplace, programme: ProgrammeRecord, second_id: int) -> None:
    """Raise NotAllowed when something hinders the sign-off, F13 for somebody who has changed the facts."""
    if second_id in guards.preparers(session, programme.id):
        (name,) = guards.names_of(session, (second_id,))
        raise NotAllowed(
            f"{name} har lagt in eller ändrat uppgifterna och kan inte granska dem.",
            "Inget är ändrat.",
            "Be en kollega som inte har ändrat dem.",
            code="F13",
        )
    found = hindrances(session, work, programme, stored_definition(session, programme.id))
    if found:
        raise NotAllowed(" ".join(found), "Statsbidraget är inte godkänt.", "Rätta det och försök igen.")


def keep_signed(session: Session, programme_id: int, attestation_id: int) -> None:
    """Keep what was signed, for the next comparison."""
    content = {key: list(texts) for key, texts in told(stored_definition(session, programme_id)).items()}
    session.add(
        ProgrammeSigningRecord(programme_id=programme_id, attestation_id=attestation_id, content=content)
    )
    session.flush()


def _last_signing(session: Session, programme_id: int) -> dict[str, tuple[str, str]] | None:
    record = ProgrammeSigningRecord
    kept = session.scalar(
        select(record).where(record.programme_id == programme_id).order_by(record.id.desc()).limit(1)
    )
    return None if kept is None else {key: (one[0], one[1]) for key, one in kept.content.items()}

"""Lets a recipient that has ceased go up in another, by a second person, and takes that back."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.party_acts import (
    NOTHING,
    last_event,
    recipient_for,
    refuse,
    refuse_future,
    refuse_stale,
)
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import RecipientRecord


def merge(
    session: Session,
    work: Workplace,
    ids: tuple[int, int],
    version: int,
    on: date,
    second: SecondPerson,
) -> str:
    """Enter that the first of ``ids`` has gone up in the second from a day; the successor's name.

    Awards, accounts and operations stay with the former, and each card names the other. What the former owes
    counts on the successor from then on. Raises NotAllowed for a successor that has itself gone up in
    another, and as :func:`attestations.attest`.
    """
    recipient = recipient_for(session, work, ids[0])
    work.refuse_disqualified_for(session, recipient.id, second.officer_id)
    refuse_stale(recipient.version, version, recipient.name)
    refuse(party_actions.why_not_merge(successor_of(session, recipient)), "Ångra den sammanslagningen först.")
    successor = _taking_over(session, work, recipient, ids[1])
    refuse_future(work, on, "dagen när den har varit")
    act = Act("recipient", recipient.id, "merge_recipient", work.officer_id)
    attestation = attest(session, work, act, second)
    recipient.successor_id, recipient.succeeded_on = successor.id, on
    recipient.succession_attestation_id = attestation.id
    work.record(
        session,
        "merge_recipient",
        ("recipient", recipient.id),
        after={
            "title": successor.name,
            "on": on.isoformat(),
            "recipient": successor.id,
            "attestation": attestation.id,
            "signed": signed_words(session, attestation),
        },
    )
    return successor.name


def _taking_over(
    session: Session, work: Workplace, recipient: RecipientRecord, successor_id: int
) -> RecipientRecord:
    successor = recipient_for(session, work, successor_id)
    if successor.id == recipient.id:
        raise UserFacingError(
            "En mottagare kan inte gå upp i sig själv.", NOTHING, "Välj den mottagare som har tagit över."
        )
    further = successor_of(session, successor)
    if further:
        raise NotAllowed(
            f"{successor.name} har själv gått upp i {further}.", NOTHING, f"Välj {further} i stället."
        )
    return successor


def undo_merge(session: Session, work: Workplace, recipient_id: int, version: int, reason: str) -> None:
    """Take the merger back, with the reason why it was wrong."""
    recipient = recipient_for(session, work, recipient_id)
    refuse_stale(recipient.version, version, recipient.name)
    successor = successor_of(session, recipient)
    refuse(party_actions.why_not_undo_merge(successor), "Läs om sidan.")
    why = reason_given(reason, "ångra sammanslagningen")
    recipient.successor_id = recipient.succeeded_on = recipient.succession_attestation_id = None
    subject = ("recipient", recipient.id)
    work.record(
        session,
        "undo_merge_recipient",
        subject,
        before={"title": successor},
        reason=why,
        undoes=last_event(session, "merge_recipient", subject),
    )


def successor_of(session: Session, record: RecipientRecord) -> str:
    """The name of the recipient that has taken over, or empty."""
    if record.successor_id is None:
        return ""
    return session.get_one(RecipientRecord, record.successor_id).name

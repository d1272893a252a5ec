"""Says of an attestation who stands behind it and how, with the names from the database."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.services import attestations
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.parties import OfficerRecord


def signed_words(session: Session, attestation: AttestationRecord) -> str:
    """``Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg`` or what the login proves."""
    officer = session.get_one(OfficerRecord, attestation.officer_id).name
    registered = attestation.registered_by
    by = session.get_one(OfficerRecord, registered).name if registered is not None else None
    return attestations.words(attestation, officer, by)

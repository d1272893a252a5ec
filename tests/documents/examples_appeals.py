"""Invented letters of an appeal: dismissed as too late, and handed over to the court."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.examples import GRANT

from sbdesk.documents.appeal_dismissal import AppealDismissalContent
from sbdesk.documents.appeal_handover import AppealHandoverContent, HandedDocument, NewDecision

APPEAL_DISMISSED = AppealDismissalContent(
    marks=GRANT.marks,
    agency=GRANT.agency,
    recipient=GRANT.recipient,
    case=GRANT.case,
    dated=date(2026, 8, 20),
    decision_number="B-2026-001",
    decided_on=date(2026, 7, 16),
    received_on=date(2026, 8, 14),
    last_on=date(2026, 8, 10),
    appeal=GRANT.appeal,
    authorship=GRANT.authorship,
    contact=GRANT.contact,
    reasons=("Regionen fick beslutet den 20 juli 2026.",),
)
APPEAL_HANDED_OVER = AppealHandoverContent(
    marks=GRANT.marks,
    agency=GRANT.agency,
    recipient=GRANT.recipient,
    case=GRANT.case,
    dated=date(2026, 8, 20),
    court="Förvaltningsrätten i Exempelstad",
    decision_number="B-2026-001",
    decided_on=date(2026, 7, 16),
    received_on=date(2026, 8, 3),
    in_time=True,
    documents=(
        HandedDocument("Rekvisition från Region Skåne", date(2026, 6, 20)),
        HandedDocument("Beslut B-2026-001, CSD 2026, Region Skåne", date(2026, 7, 16)),
    ),
    contact=GRANT.contact,
)
APPEAL_CHANGED_IN_PART = replace(
    APPEAL_HANDED_OVER, new_decision=NewDecision("B-2026-007", date(2026, 8, 12))
)
APPEAL_NOT_ALLOWED = replace(APPEAL_HANDED_OVER, in_time=None)
APPEAL_OF_DISMISSAL = replace(APPEAL_HANDED_OVER, in_time=False, dismissal_number="B-2026-009")

"""Says whether interest on late payment is claimed: a jurist's answer that an invoice waits for (K05)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.recovery import Interest
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services.recoveries_claims import permitted
from sbdesk.services.workplace import Workplace


def set_interest(session: Session, work: Workplace, recovery_id: int, answer: Interest, source: str) -> None:
    """Keep the answer in the caller's transaction; yes needs the provision that gives the right."""
    claim = permitted(session, work, recovery_id, RecoveryAct.SET_INTEREST)
    stated = source.strip()
    if answer is Interest.YES and not stated:
        raise UserFacingError(
            "Stödet för dröjsmålsränta saknas.",
            "Inget är ändrat.",
            "Ange den bestämmelse som ger rätt till dröjsmålsränta, eller välj Nej.",
        )
    before = claim.recovery.interest
    claim.recovery.interest = answer
    claim.recovery.interest_source = stated if answer is Interest.YES else None
    session.flush()
    work.record(
        session,
        "set_interest",
        ("recovery", recovery_id),
        award_id=claim.award.id,
        before={"interest": before.value},
        after={"interest": answer.value, "source": claim.recovery.interest_source},
    )

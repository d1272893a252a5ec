"""What every service works with: the store, the clock, and the officer whose hands are on the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sbdesk import __version__
from sbdesk.domain.errors import NotAllowed
from sbdesk.services.clock import Clock
from sbdesk.store import journal
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import DisqualificationRecord, OfficerRecord, RecipientRecord
from sbdesk.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class Workplace:
    """One officer at one open database; immutable, so that a service cannot change who acts."""

    store: Store
    clock: Clock
    officer_id: int

    def officer(self, session: Session) -> OfficerRecord:
        """The acting officer's record; LookupError when the database lacks them."""
        record = session.get(OfficerRecord, self.officer_id)
        if record is None:
            raise LookupError(self.officer_id)
        return record

    def record(
        self,
        session: Session,
        verb: str,
        subject: tuple[str, int],
        *,
        award_id: int | None = None,
        before: Any = None,
        after: Any = None,
        reason: str | None = None,
        undoes: int | None = None,
    ) -> int:
        """Write one event of the acting officer into the chain and return its number.

        ``subject`` is (table name, row id); ``before`` and ``after`` are plain data without personal data.
        """
        officer = self.officer(session)
        return journal.write(
            session,
            journal.Entry(
                at=self.clock.now(),
                officer_id=officer.id,
                officer_name=officer.name,
                verb=verb,
                subject_kind=subject[0],
                subject_id=subject[1],
                award_id=award_id,
                before=before,
                after=after,
                reason=reason,
                undoes=undoes,
                app_version=__version__,
            ),
        )

    def refuse_disqualified(
        self, session: Session, award: AwardRecord, officer_id: int | None = None
    ) -> None:
        """Raise when the officer (default: the acting one) has reported jäv for the recipient (K09)."""
        self.refuse_disqualified_for(session, award.recipient_id, officer_id)

    def refuse_disqualified_for(
        self, session: Session, recipient_id: int, officer_id: int | None = None
    ) -> None:
        """The same for an act on the recipient itself, such as its account or ombud."""
        who = officer_id or self.officer_id
        today = self.clock.today()
        found = session.execute(
            select(OfficerRecord.name, RecipientRecord.name)
            .join(DisqualificationRecord, DisqualificationRecord.officer_id == OfficerRecord.id)
            .join(RecipientRecord, RecipientRecord.id == DisqualificationRecord.recipient_id)
            .where(
                DisqualificationRecord.officer_id == who,
                DisqualificationRecord.recipient_id == recipient_id,
                DisqualificationRecord.from_on <= today,
                or_(DisqualificationRecord.to_on.is_(None), DisqualificationRecord.to_on >= today),
            )
        ).first()
        if found:
            raise NotAllowed(
                f"{found[0]} har anmält jäv för {found[1]}.",
                "Inget är ändrat.",
                "Lämna över ärendet till någon annan.",
            )

"""Takes an appeal's step and writes the event with the states before and after."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from sbdesk.domain.appeal import APPEAL_MACHINE
from sbdesk.services.appeals_cases import APPEAL
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.changes import AppealRecord


def move(
    session: Session,
    work: Workplace,
    record: AppealRecord,
    verb: str,
    after: Mapping[str, object] | None = None,
    reason: str | None = None,
) -> None:
    """The step in the caller's transaction; NotAllowed when the machine has no such move."""
    former = record.state
    record.state = APPEAL_MACHINE.target(former, verb)
    session.flush()
    work.record(
        session,
        verb,
        (APPEAL, record.id),
        award_id=record.award_id,
        before={"state": former.value},
        after={"state": record.state.value, **(after or {})},
        reason=reason,
    )

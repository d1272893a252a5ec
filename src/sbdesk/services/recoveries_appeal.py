"""The time to appeal a recovery decision: an invoice waits for it (FL 35 and 44 §§)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.periods import next_working_day
from sbdesk.domain.recovery_status import DecisionStanding
from sbdesk.services import letter_parts
from sbdesk.services.working_days import swedish_holidays
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.programmes import AppealRuleRecord

APPEAL_DAYS = 21
"""Three weeks (FL 44 §)."""


def decision_standing(
    session: Session, decision: DecisionRecord | None, today: date
) -> DecisionStanding | None:
    """Whether the decision is sent, and what the time to appeal says of an invoice; None before it."""
    if decision is None:
        return None
    dispatches = queries.dispatches_of(session, decision.document_id) if decision.document_id else []
    received = next((it.received_on for it in reversed(dispatches) if it.received_on), None)
    rule = decision.snapshot["appeal"]
    appealable = rule["allowed"] == AppealAllowed.YES.value
    matters = appealable and rule["three_weeks_from"] == ThreeWeeksFrom.RECEIVED.value
    reason = ""
    if appealable:
        reason = _appeal_reason(received if matters else decision.decided_on, today)
    return DecisionStanding(
        decided_on=decision.decided_on,
        sent_on=dispatches[0].sent_on if dispatches else None,
        received_on=received,
        received_matters=matters,
        appeal_reason=reason,
    )


def appeal_ends(start: date) -> date:
    """The last day to appeal: three weeks after ``start``, moved to the next working day (lag 1930:173)."""
    return next_working_day(start + timedelta(days=APPEAL_DAYS), swedish_holidays())


def _appeal_reason(start: date | None, today: date) -> str:
    if start is None:
        return "Det är inte känt när mottagaren fick beslutet. Ange dagen, så räknas tiden för överklagande."
    last = appeal_ends(start)
    return f"Tiden för överklagande går ut {last.isoformat()}." if today <= last else ""


def appeal_decided(session: Session, programme_id: int) -> bool:
    """Whether a jurist has said if recovery decisions may be appealed, with text and start."""
    rule = appeal_rule(session, programme_id)
    if rule is None or letter_parts.appeal(session, programme_id, DecisionKind.RECOVERY) is None:
        return False
    return rule.allowed is AppealAllowed.NO or rule.three_weeks_from is not ThreeWeeksFrom.NOT_DECIDED


def appeal_rule(session: Session, programme_id: int) -> AppealRuleRecord | None:
    """The jurist's field on appeal of recovery decisions."""
    return session.scalar(
        select(AppealRuleRecord).where(
            AppealRuleRecord.programme_id == programme_id,
            AppealRuleRecord.decision_kind == DecisionKind.RECOVERY,
        )
    )

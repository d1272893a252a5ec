"""Which appeals, and which times to appeal that still run, keep the people of a case from being erased."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealState, last_day
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.appeals_cases import KIND_WORDS, notified_on, rule_of
from sbdesk.services.working_days import swedish_holidays
from sbdesk.store.queries.decision_changes import appeals_of
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord
from sbdesk.store.records.programmes import ProgrammeRecord

_ENDED = (AppealState.SETTLED, AppealState.DISMISSED)
"""Nobody has more to do; the decision that dismissed an appeal has a time of its own."""
_AGAINST = (DecisionKind.REFUSE, DecisionKind.DISMISS)


def running(session: Session, award_ids: Collection[int], today: date) -> dict[int, list[str]]:
    """What is still open of each award, in words that follow the grant's name.

    A time to appeal whose end nobody knows counts as open until the programme is archived: erasing cannot be
    undone.
    """
    found: dict[int, list[str]] = {}
    for appeal in appeals_of(session, sorted(award_ids)):
        if appeal.state not in _ENDED:
            number = session.get_one(DecisionRecord, appeal.decision_id).number
            found.setdefault(appeal.award_id, []).append(f"överklagande av {number}")
    line = DecisionLineRecord
    rows = session.execute(
        select(line.award_id, DecisionRecord)
        .join(DecisionRecord, DecisionRecord.id == line.decision_id)
        .where(line.award_id.in_(award_ids), DecisionRecord.kind.in_(_AGAINST))
        .order_by(DecisionRecord.id)
    )
    for award_id, decision in rows:
        words = _time_left(session, decision, today)
        if words:
            found.setdefault(award_id, []).append(words)
    return found


def _time_left(session: Session, decision: DecisionRecord, today: date) -> str:
    rule = rule_of(session, decision)
    if not rule.appealable:
        return ""
    told = f"{KIND_WORDS[decision.kind]} {decision.number}"
    notified = notified_on(session, decision)
    last = last_day(rule.three_weeks_from, decision.decided_on, notified, swedish_holidays())
    if last is None:
        archived = session.get_one(ProgrammeRecord, decision.programme_id).state is ProgrammeState.ARCHIVED
        return "" if archived else f"{told}, där dagen då tiden att överklaga går ut inte är känd"
    return f"{told} kan överklagas till och med {last.isoformat()}" if today <= last else ""

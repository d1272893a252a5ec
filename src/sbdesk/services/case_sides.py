"""What stands beside a case's status: appeals, an open change, and what its decisions leave open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealFacts, AppealState, words_of
from sbdesk.domain.award import AwardSums
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.decision_change_actions import words_beside
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_case import CaseFacts
from sbdesk.services.dispatches import sent_on
from sbdesk.store.queries.decision_changes import CHANGE, appeals_of
from sbdesk.store.queries.requisitions import CaseRecords
from sbdesk.store.records.changes import AppealRecord, DecisionChangeRecord
from sbdesk.store.records.decisions import DecisionLineRecord
from sbdesk.store.records.recoveries import HearingRecord


class Sides:
    """The sides of many cases, read in a fixed number of queries; open changes are few."""

    def __init__(self, session: Session, award_ids: Sequence[int], today: date) -> None:
        self._session, self._today = session, today
        self._appeals: dict[int, list[AppealRecord]] = defaultdict(list)
        for appeal in appeals_of(session, award_ids):
            self._appeals[appeal.award_id].append(appeal)
        record, line = DecisionChangeRecord, DecisionLineRecord
        changes = select(record).where(
            record.award_id.in_(award_ids), record.decision_id.is_(None), record.dropped_reason.is_(None)
        )
        self._changes = {change.award_id: change for change in session.scalars(changes)}
        decided = select(line.award_id).where(line.award_id.in_(award_ids)).distinct()
        self._decided = set(session.scalars(decided))

    def add(self, facts: CaseFacts, records: CaseRecords, sums: AwardSums) -> CaseFacts:
        """The facts of one case with what stands beside it."""
        award_id, decision = records.award.id, records.decision
        appeals = [appeal_facts(appeal, self._today) for appeal in self._appeals[award_id]]
        requested = records.revision.requested_ore if records.revision else 0
        told = [words_of(one) for one in appeals if one.state is not AppealState.SETTLED or one.inhibited]
        if not told and appeals:
            told = [words_of(appeals[-1])]
        return replace(
            facts,
            can_raise=sums.granted < min(sums.allotted, requested),
            has_decision=award_id in self._decided,
            withheld=decision is not None and decision.kind is DecisionKind.WITHHOLD,
            inhibited=any(one.inhibited for one in appeals),
            change_open=award_id in self._changes,
            beside=" · ".join([*told, *self._change(records)]),
        )

    def _change(self, records: CaseRecords) -> list[str]:
        change = self._changes.get(records.award.id)
        requisition = records.requisition
        if change is None or requisition is None or requisition.state is RequisitionState.PROPOSED:
            return []
        latest = self._session.scalar(
            select(HearingRecord)
            .where(HearingRecord.subject_kind == CHANGE, HearingRecord.subject_id == change.id)
            .order_by(HearingRecord.revision.desc())
            .limit(1)
        )
        waits = (
            latest is not None
            and not latest.answer_is_final
            and self._today <= latest.answer_due_on
            and latest.document_id is not None
            and sent_on(self._session, latest.document_id) is not None
        )
        return [words_beside(latest.answer_due_on if latest is not None and waits else None)]


def appeal_facts(record: AppealRecord, today: date) -> AppealFacts:
    """What words and inhibition of an appeal follow from."""
    return AppealFacts(
        state=record.state,
        today=today,
        as_asked=bool(record.as_asked),
        outcome=record.outcome,
        court=record.court or "",
        handed_over_on=record.handed_over_on,
        inhibition_from=record.inhibition_from_on,
        inhibition_to=record.inhibition_to_on,
    )

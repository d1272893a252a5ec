"""Whose turn it is in every case: one line per award, from the part of the case that has come furthest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sbdesk.domain import reconciliation_status
from sbdesk.domain.parties import Role
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.reconciliation_status import offers_of
from sbdesk.domain.requisition_actions import next_step_of
from sbdesk.domain.requisition_status import Stage, WaitsFor, stage_of, status_of
from sbdesk.services import recoveries_reading
from sbdesk.services.case_history import last_moves
from sbdesk.services.cases import Case, cases_of
from sbdesk.services.clock import SWEDEN
from sbdesk.services.overview_deadlines import case_names
from sbdesk.services.overview_rows import Place, QueueRow
from sbdesk.services.reconciliations_reading import situation_of
from sbdesk.services.reports_reading import report_rows
from sbdesk.services.reports_rows import ExpectedReportRow
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.queries.requisitions import award_ids

_NOBODY = ("", WaitsFor.NOBODY)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Who acts next in one part of a case; ``waits_for`` as the part's own status says it."""

    award_id: int
    step: str
    status: str
    level: str
    waits_for: str
    place: Place


def queues(session: Session, work: Workplace) -> tuple[tuple[QueueRow, ...], tuple[QueueRow, ...]]:
    """What waits for the acting officer, by next step, and what waits for others, longest first.

    A case that is assigned to a colleague waits for them; one that nobody has is everybody's.
    """
    cases = {case.records.award.id: case for case in cases_of(session, work, award_ids(session, None))}
    turns = {turn.award_id: turn for turn in _requisitions(cases.values())}
    # Before the payment nobody waits for a report.
    paid = [row for row in report_rows(session, work.clock.today()) if row.paid_ore > 0]
    turns.update({turn.award_id: turn for turn in _reports(paid)})
    awards = [row.award_id for row in paid]
    turns.update({turn.award_id: turn for turn in _reconciliations(session, work, awards)})
    turns.update({turn.award_id: turn for turn in _recoveries(session, work)})
    moved = last_moves(session, list(turns))
    names, today = case_names(session), work.clock.today()
    mine: list[QueueRow] = []
    others: list[QueueRow] = []
    for turn in [one for one in turns.values() if one.waits_for not in _NOBODY]:
        at = moved.get(turn.award_id)
        days = None if at is None else (today - at.astimezone(SWEDEN).date()).days
        row = QueueRow(
            turn.award_id, turn.step, names[turn.award_id], turn.status, turn.level, days, turn.place
        )
        (mine if _is_mine(session, work, cases[turn.award_id], turn) else others).append(row)
    return (
        tuple(sorted(mine, key=lambda row: (row.step, -(row.days or 0), row.case))),
        tuple(sorted(others, key=lambda row: (-(row.days or 0), row.status, row.case))),
    )


def _is_mine(session: Session, work: Workplace, case: Case, turn: _Turn) -> bool:
    if turn.waits_for == WaitsFor.SECOND_PERSON:
        # On paper nobody signs at this keyboard; with personal logins the decider's queue is here.
        decider = Role.DECIDER.value in work.officer(session).roles
        prepared = case.facts.proposal is not None and case.facts.proposal.mine
        return work.store.enforces_people and decider and not prepared
    assigned = case.records.award.assignee_id
    return turn.waits_for == WaitsFor.OFFICER and assigned in (None, work.officer_id)


def _requisitions(cases: Iterable[Case]) -> list[_Turn]:
    made = []
    for case in cases:
        status, step, award = status_of(case.facts), next_step_of(case.facts), case.records.award.id
        # After the payment the report speaks, in _reports.
        waits_for = WaitsFor.NOBODY if stage_of(case.facts) is Stage.PAID else status.waits_for
        made.append(
            _Turn(
                award,
                step.label.rstrip("…") if step else status.words,
                status.whole,
                status.level.value,
                waits_for.value,
                Place("requisitions", award),
            )
        )
    return made


def _reports(rows: Iterable[ExpectedReportRow]) -> list[_Turn]:
    return [
        _Turn(
            row.award_id,
            row.offers[0].label.rstrip("…"),
            row.status.words,
            row.status.tone.value,
            row.status.waits_for,
            Place("reports", row.award_id),
        )
        for row in rows
    ]


def _reconciliations(session: Session, work: Workplace, awards: list[int]) -> list[_Turn]:
    """Reconciliations once the report or a ledger has come; a final one waits while a claim can be made."""
    made = []
    for award, sums in sums_of(session, awards).items():
        situation, _counts, _findings = situation_of(session, work, award, sums)
        if not (situation.has_report or situation.has_ledger):
            continue
        status, first = reconciliation_status.status_of(situation), offers_of(situation)[0]
        final = situation.state is ReconciliationState.FINAL
        waits_for = "officer" if final and first.enabled else status.waits_for
        made.append(
            _Turn(
                award,
                first.label.rstrip("…"),
                status.words,
                status.tone.value,
                waits_for,
                Place("reconciliations", award),
            )
        )
    return made


def _recoveries(session: Session, work: Workplace) -> list[_Turn]:
    """Claims, the newest of an award last; a settled one leaves nothing to wait for."""
    return [
        _Turn(
            row.award_id,
            row.next_step.rstrip("…"),
            row.status.words,
            row.status.tone.value,
            row.status.waits_for,
            Place("recoveries", row.id, "recovery"),
        )
        for row in sorted(recoveries_reading.rows(session, work), key=lambda row: row.id)
    ]

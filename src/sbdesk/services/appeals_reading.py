"""Reads what the pane of appeals shows: each appeal, its acts, and the decisions that can be appealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealState, words_of
from sbdesk.domain.appeal_actions import AppealAction, next_step_of, offers_of
from sbdesk.services.appeals_cases import KIND_WORDS, Appealed, appealed, notified_on
from sbdesk.services.cases import case_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import appeals_of, decisions_of, later_decision


@dataclass(frozen=True, slots=True)
class DecisionChoice:
    """A decision that can be appealed."""

    id: int
    words: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One appeal; ``facts`` are lines of label and value in the order they are read."""

    id: int
    decision: str
    received_on: date
    asks: str
    state: AppealState
    words: str
    appealable: bool
    inhibited: bool
    notified_on: date | None
    new_decision: str
    court: str
    facts: tuple[tuple[str, str], ...]
    actions: tuple[AppealAction, ...]
    next_step: AppealAction | None


@dataclass(frozen=True, slots=True)
class AppealsPage:
    """The award's appeals, newest first."""

    award_id: int
    recipient: str
    appeals: tuple[AppealRow, ...]
    decisions: tuple[DecisionChoice, ...]
    today: date
    signed_outside: bool


def page_of(session: Session, work: Workplace, award_id: int) -> AppealsPage:
    """The pane; LookupError for an unknown award."""
    case = case_of(session, work, award_id)
    records = reversed(appeals_of(session, [award_id]))
    rows = [_row(session, appealed(session, work, record.id, case)) for record in records]
    choices = [
        DecisionChoice(
            decision.id,
            f"{decision.number}, {KIND_WORDS[decision.kind]}, {decision.decided_on.isoformat()}",
            decision.decided_on,
        )
        for decision in reversed(decisions_of(session, award_id))
    ]
    return AppealsPage(
        award_id,
        case.records.recipient.name,
        tuple(rows),
        tuple(choices),
        work.clock.today(),
        case.facts.signed_outside,
    )


def _row(session: Session, it: Appealed) -> AppealRow:
    record = it.record
    later, decision = later_decision(session, record), it.decision
    return AppealRow(
        id=record.id,
        decision=f"{decision.number}, {KIND_WORDS[decision.kind]}, {decision.decided_on.isoformat()}",
        received_on=record.received_on,
        asks=record.asks,
        state=record.state,
        words=words_of(it.facts),
        appealable=it.rule.appealable,
        inhibited=it.facts.inhibited,
        notified_on=record.notified_on or notified_on(session, it.decision),
        new_decision=later.number if later is not None else "",
        court=record.court or "",
        facts=_facts(it),
        actions=offers_of(it.facts),
        next_step=next_step_of(it.facts),
    )


def _facts(it: Appealed) -> tuple[tuple[str, str], ...]:
    record = it.record
    pairs = (
        ("Kom in", record.received_on.isoformat()),
        ("Sista dag att överklaga", record.last_on.isoformat() if record.last_on else ""),
        ("Prövningen av tiden", record.excuse.swedish if record.excuse else record.test_reason or ""),
        ("Överlämnat", f"{record.court} {record.handed_over_on}" if record.handed_over_on else ""),
        ("Mål", record.court_case or ""),
        ("Avgjort", record.judged_on.isoformat() if record.judged_on else ""),
        ("Inhibition från", record.inhibition_from_on.isoformat() if record.inhibition_from_on else ""),
        ("Inhibition till", record.inhibition_to_on.isoformat() if record.inhibition_to_on else ""),
    )
    return tuple((label, value) for label, value in pairs if value)

"""Reads what the pane of a change shows: what stands, what it becomes, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.decision_change_actions import ChangeAction, next_step_of, offers_of
from sbdesk.domain.decision_changes import HARMING, ChangePart
from sbdesk.domain.ore import Ore
from sbdesk.services.cases import case_of
from sbdesk.services.decision_changes_cases import Change, change_of, facts_of, in_force, may_withhold
from sbdesk.services.decision_changes_cases import ChangeInput as Given
from sbdesk.services.hearings import ANSWER_DAYS
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """The open change, öre; ``heard`` says how far the hearing has come, in words."""

    id: int
    version: int
    kind: DecisionKind
    ground: ChangeGround | None
    reasons: str
    unheard_reason: str
    parts: tuple[ChangePart, ...]
    needs_hearing: bool
    heard: str
    answer_due_on: date | None
    proposed: bool
    actions: tuple[ChangeAction, ...]
    next_step: ChangeAction | None


@dataclass(frozen=True, slots=True)
class ChangePage:
    """What the pane shows; ``kinds`` and ``grounds`` are what can be chosen, ``floor_ore`` what is paid."""

    award_id: int
    recipient: str
    decision_number: str
    decided_on: date
    parts: tuple[ChangePart, ...]
    letter_sent: bool
    floor_ore: Ore
    kinds: tuple[DecisionKind, ...]
    grounds: tuple[ChangeGround, ...]
    today: date
    answer_day: date
    signed_outside: bool
    change: ChangeRow | None


def page_of(session: Session, work: Workplace, award_id: int) -> ChangePage:
    """The pane of the award's newest decision; LookupError before one."""
    case = case_of(session, work, award_id)
    former, change = case.records.decided, change_of(session, work, award_id, case)
    plain = facts_of(session, case, Given(DecisionKind.AMEND, {}, ""))
    whole = (DecisionKind.REVOKE,) if plain.on_its_way_ore == 0 else ()
    withhold = (DecisionKind.WITHHOLD,) if may_withhold(former.snapshot) else ()
    grounds: tuple[ChangeGround, ...] = ()
    if plain.letter_sent:
        grounds = (ChangeGround.CLERICAL_ERROR,) if plain.at_court else (*HARMING, ChangeGround.IN_FAVOUR)
    today = work.clock.today()
    return ChangePage(
        award_id=award_id,
        recipient=case.records.recipient.name,
        decision_number=former.number,
        decided_on=former.decided_on,
        parts=in_force(session, case),
        letter_sent=plain.letter_sent,
        floor_ore=plain.on_its_way_ore,
        kinds=(DecisionKind.AMEND, *whole, *withhold),
        grounds=grounds,
        today=today,
        answer_day=answer_day(today, ANSWER_DAYS),
        signed_outside=case.facts.signed_outside,
        change=None if change is None else _row(change),
    )


def _row(change: Change) -> ChangeRow:
    record, facts = change.record, change.facts
    return ChangeRow(
        id=record.id,
        version=record.version,
        kind=record.kind,
        ground=record.change_ground,
        reasons=record.reasons,
        unheard_reason=record.unheard_reason,
        parts=facts.parts,
        needs_hearing=facts.needs_hearing,
        heard=_heard(change),
        answer_due_on=facts.heard.answer_due_on if facts.heard else None,
        proposed=change.standing.proposed,
        actions=offers_of(change.standing),
        next_step=next_step_of(change.standing),
    )


def _heard(change: Change) -> str:
    heard = change.facts.heard
    if heard is None:
        return "Inget brev inför beslut är skapat."
    if not heard.covers_it:
        return "Ändringen har ändrats sedan brevet inför beslut skapades."
    if heard.sent_on is None:
        return "Brevet inför beslut är skapat men inte markerat som skickat."
    latest = change.hearings[-1]
    if latest.answered_on is not None:
        final = "slutligt" if latest.answer_is_final else "inte slutligt"
        return f"Mottagaren svarade {latest.answered_on.isoformat()}, {final}."
    return f"Brevet skickades {heard.sent_on.isoformat()}. Svar senast {heard.answer_due_on.isoformat()}."

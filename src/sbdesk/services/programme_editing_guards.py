"""What every change of a programme asks first: may it be changed, has somebody else been there, who has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.programme_entry import Problem
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.clock import SWEDEN
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.programmes import AppealRuleRecord, ProgrammeRecord

EDITS = (
    "load_programme",
    "create_programme",
    "copy_programme",
    "change_programme",
    "redraft_programme",
    "add_fact",
    "edit_fact",
    "remove_fact",
    "undo_edit_fact",
    "save_component",
    "remove_component",
    "save_ground",
    "remove_ground",
    "save_condition",
    "remove_condition",
    "set_appeal_rule",
    "change_allotment",
    "amend_fact",
)
"""The verbs that change what a second person signs off; the changes after a sign-off are signed off anew when
the programme becomes a draft again."""

SAFE = "Din ändring är inte sparad men finns kvar här."


def draft(session: Session, programme_id: int) -> ProgrammeRecord:
    """The programme while it may be edited; NotAllowed once it is signed off."""
    programme = session.get_one(ProgrammeRecord, programme_id)
    if programme.state is not ProgrammeState.DRAFT:
        raise NotAllowed(
            "Uppgifterna är granskade och godkända.",
            SAFE,
            "Välj Ändra uppgift, så gäller ändringen när en andra person har bekräftat den.",
        )
    return programme


def refuse(problem: Problem | None) -> None:
    """Raise a problem that the officer's own form should have told; ``code`` names the field."""
    if problem is not None:
        raise UserFacingError(problem[1], SAFE, "", code=problem[0])


def refuse_stale(session: Session, programme_id: int, seen: int, now: int) -> None:
    """Raise F12 with who and when, when what the officer saw is no longer the newest."""
    if seen == now:
        return
    last = last_event(session, programme_id)
    raise Conflict(
        f"{last.officer_name} ändrade statsbidraget {last.at.astimezone(SWEDEN):%H.%M}.",
        SAFE,
        "Jämför och välj vilken som ska gälla.",
        code="F12",
    )


def last_event(session: Session, programme_id: int) -> EventRecord:
    """The newest event of the programme; every programme has at least the one that made it."""
    return session.scalars(_events(programme_id).order_by(EventRecord.seq.desc()).limit(1)).one()


def preparers(session: Session, programme_id: int) -> tuple[int, ...]:
    """Who has changed the programme since it was last signed off, by id; they cannot sign it off."""
    events = _since_signing(session, programme_id)
    return tuple(
        dict.fromkeys(
            event.officer_id
            for event in reversed(events)
            if event.verb in EDITS and event.officer_id is not None
        )
    )


def names_of(session: Session, officers: tuple[int, ...]) -> tuple[str, ...]:
    """Their names in the same order."""
    return tuple(session.get_one(OfficerRecord, officer).name for officer in officers)


def undo_stacks(session: Session, programme_id: int) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """What can be undone of each fact (name, ordinal): (event, revision before it; 0: there was none)."""
    stacks: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for event in _since_signing(session, programme_id):
        told: dict[str, Any] = event.after or {}
        if event.verb in ("add_fact", "edit_fact", "remove_fact"):
            stacks.setdefault((told["name"], told["ordinal"]), []).append((event.seq, told["base"]))
        elif event.verb == "undo_edit_fact":
            stacks[told["name"], told["ordinal"]].pop()
    return stacks


def _since_signing(session: Session, programme_id: int) -> list[EventRecord]:
    rules = select(AppealRuleRecord.id).where(AppealRuleRecord.programme_id == programme_id)
    own = and_(EventRecord.subject_kind == "programme", EventRecord.subject_id == programme_id)
    on_appeal = and_(EventRecord.subject_kind == "appeal_rule", EventRecord.subject_id.in_(rules))
    found = select(EventRecord).where(or_(own, on_appeal)).order_by(EventRecord.seq)
    events = list(session.scalars(found))
    signed = [number for number, event in enumerate(events) if event.verb == "sign_off"]
    return events[signed[-1] + 1 :] if signed else events


def _events(programme_id: int) -> Select[EventRecord]:
    return select(EventRecord).where(
        EventRecord.subject_kind == "programme", EventRecord.subject_id == programme_id
    )

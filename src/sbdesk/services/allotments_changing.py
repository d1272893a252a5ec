"""Changes the shares of one component: what it would mean, why it may not be, and the change itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.requisition import REQUISITION_MACHINE, RequisitionState
from sbdesk.services import programme_setup
from sbdesk.services.allotments_planning import (
    Planned,
    allotted_by_recipient,
    awards_by_recipient,
    changes,
    preview,
)
from sbdesk.services.allotments_reading import ComponentState, needs_second
from sbdesk.services.allotments_rows import ChangePreview
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.cases import case_of
from sbdesk.services.check_acts import open_rows, tell
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.base import canonical_json
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.programmes import AllotmentRecord

NOTHING = "Inget är ändrat."
_TOLD_ROWS = 40
"""Longer lists are told as one hash over the rows."""


def apply(
    session: Session,
    work: Workplace,
    state: ComponentState,
    plan: Sequence[Planned],
    reason: str,
    second: SecondPerson | None,
) -> ChangePreview:
    """Write the plan in the caller's transaction; open programmes get their new awards and checks.

    Raises NotAllowed with the preview's problem, and without a second person after sign-off. Amounts are
    raised before others are lowered, so that money moved between a recipient's parts passes the database's
    own guard at every step.
    """
    told = preview(session, state, plan)
    if told.problem:
        raise NotAllowed(told.problem, NOTHING, "Rätta uppgiften och försök igen.", code="allotment")
    changed = [one for one in plan if changes(one)]
    _refuse_disqualified(session, work, state, changed, second)
    if changed:
        _confirm(session, work, state, second)
    before, digest = allotted_by_recipient(session, state.programme.id), _digest(changed)
    _write(session, state, changed)
    work.record(
        session,
        "change_allotment",
        ("programme", state.programme.id),
        before={"component": state.component.code, "allotted_ore": told.before_ore},
        after={"component": state.component.code, "allotted_ore": told.after_ore, **digest},
        reason=reason or None,
    )
    if state.programme.state is ProgrammeState.OPEN:
        _follow_up(session, work, state, before)
    return told


def refuse_stale(state: ComponentState, seen: str) -> None:
    """Raise F12 when somebody has changed the component since the officer looked at it."""
    if state.seen != seen:
        raise Conflict(
            "Någon annan ändrade fördelningen först.",
            "Din ändring är inte sparad men finns kvar här.",
            "Läs om sidan, jämför och gör om ändringen.",
            code="F12",
        )


def _refuse_disqualified(
    session: Session,
    work: Workplace,
    state: ComponentState,
    changed: Sequence[Planned],
    second: SecondPerson | None,
) -> None:
    awards = awards_by_recipient(session, state.programme.id)
    for recipient in {one.recipient.id for one in changed} & set(awards):
        work.refuse_disqualified(session, awards[recipient])
        if second is not None:
            work.refuse_disqualified(session, awards[recipient], second.officer_id)


def _confirm(session: Session, work: Workplace, state: ComponentState, second: SecondPerson | None) -> None:
    if not needs_second(state.programme.state):
        return
    if second is None:
        raise NotAllowed(
            "Statsbidragets uppgifter är granskade. En andra person ska stå bakom ändringen.",
            NOTHING,
            "Ange vem som har granskat ändringen och bifoga den undertecknade sidan.",
            code="second_person",
        )
    if second.signed_page is None:
        # With personal logins too: the change is made at one keyboard, and a confirmation is another's act.
        raise NotAllowed(
            "En ändring av en granskad fördelning bekräftas på en undertecknad sida, inte i programmet.",
            NOTHING,
            "Skriv ut skillnaderna, låt en kollega skriva under och bifoga den skannade sidan.",
            code="second_person",
        )
    act = Act(
        "programme",
        state.programme.id,
        "change_allotment",
        work.officer_id,
        revision=state.programme.version,
    )
    attest(session, work, act, second)


def _digest(changed: Sequence[Planned]) -> dict[str, Any]:
    rows = [
        [
            one.recipient.org_number,
            one.operation.code if one.operation else None,
            one.before_ore,
            None if one.remove else one.effective_ore,
        ]
        for one in changed
    ]
    if len(rows) <= _TOLD_ROWS:
        return {"rows": rows}
    return {"count": len(rows), "sha256": hashlib.sha256(canonical_json(rows).encode()).hexdigest()}


def _write(session: Session, state: ComponentState, changed: Sequence[Planned]) -> None:
    def rises(one: Planned) -> bool:
        return (one.effective_ore or 0) >= (one.before_ore or 0)

    for group in (
        [one for one in changed if not one.remove and rises(one)],
        [one for one in changed if not one.remove and not rises(one)],
    ):
        for one in group:
            record = one.record or AllotmentRecord(component_id=state.component.id)
            record.recipient_id = one.recipient.id
            record.operation_id = one.operation.id if one.operation else None
            record.units, record.weight = one.units, one.weight
            record.computed_ore, record.decided_ore = one.computed_ore, one.decided_ore
            record.decided_source, record.decided_fact_id = one.source, one.fact_id
            session.add(record)
        session.flush()
    for one in changed:
        if one.remove and one.record is not None:
            session.delete(one.record)
    session.flush()


def _follow_up(session: Session, work: Workplace, state: ComponentState, before: dict[int, Ore]) -> None:
    """New awards, an event on every award whose ceiling moved, and its checks asked again."""
    programme = state.programme
    programme_setup.open_awards(
        session, programme, stored_definition(session, programme.id).day("report_due")
    )
    after = allotted_by_recipient(session, state.programme.id)
    for recipient, award in sorted(awards_by_recipient(session, programme.id).items()):
        if before.get(recipient) == after.get(recipient) or recipient not in before:
            continue
        work.record(
            session,
            "change_share",
            ("award", award.id),
            award_id=award.id,
            before={"allotted_ore": before[recipient]},
            after={"allotted_ore": after.get(recipient, 0)},
        )
        recheck(session, work, award.id)


def recheck(session: Session, work: Workplace, award_id: int) -> bool:
    """Ask an award's checks again; True when a cleared requisition went back to checking."""
    cleared = select(RequisitionRecord).where(
        RequisitionRecord.award_id == award_id, RequisitionRecord.state == RequisitionState.READY
    )
    requisition = session.scalar(cleared)
    rows = open_rows(case_of(session, work, award_id)) if requisition is not None else []
    if requisition is None or not rows:
        return False
    requisition.state = REQUISITION_MACHINE.target(requisition.state, "recheck")
    tell(session, work, "recheck", requisition, after={"open": [row.code for row in rows]})
    return True

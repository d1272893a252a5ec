"""Says who may be chosen for an act with many cases, and whom to propose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.parties import Role
from sbdesk.services.cases import Case
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OfficerRecord

People = tuple[tuple[int, str], ...]
"""Id and ``name, title``."""

DECIDES = (BulkAct.DECIDE, BulkAct.DECIDE_TOGETHER)


def people_for(session: Session, work: Workplace, act: BulkAct) -> People:
    """Deciders for a proposal or decision, everybody for an assignment, by name; nobody for other acts.

    With personal logins the officer at the keyboard is the only one who can decide.
    """
    officers = sorted(session.scalars(select(OfficerRecord)), key=lambda officer: officer.name)
    if act in DECIDES and work.store.enforces_people:
        officers = [officer for officer in officers if officer.id == work.officer_id]
    elif act in DECIDES or act is BulkAct.PROPOSE:
        officers = [
            officer
            for officer in officers
            if officer.id != work.officer_id and Role.DECIDER.value in officer.roles
        ]
    elif act is not BulkAct.ASSIGN:
        return ()
    return tuple((officer.id, f"{officer.name}, {officer.title}") for officer in officers)


def proposed_person(work: Workplace, act: BulkAct, cases: Sequence[Case], people: People) -> int | None:
    """Whom most of the proposals name, else the first; for an assignment the acting officer."""
    if act is BulkAct.ASSIGN:
        return work.officer_id
    known = [key for key, _ in people]
    named = Counter(
        case.records.proposal.decider_id
        for case in cases
        if case.records.proposal is not None and case.records.proposal.decider_id in known
    )
    if named:
        return named.most_common(1)[0][0]
    return known[0] if known else None

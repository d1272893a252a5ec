"""What one act on verdicts changes: the rows it may touch, the groups that must hold, and the way back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import GroupReason
from sbdesk.domain.verdicts import NOTHING, Reject, StandingVerdict, Verdict, group_holds
from sbdesk.services.changes import Done
from sbdesk.store.base import canonical_json
from sbdesk.store.queries import reconciliation_verdicts as stored
from sbdesk.store.queries.reconciliation_verdicts import LineClaim
from sbdesk.store.records.reconciliations import VerdictGroupRecord

LISTED = 100
"""Up to so many rows are listed in the event; above, their hash stands for them."""

Standing = Mapping[int, StandingVerdict | None]


@dataclass(frozen=True, slots=True)
class UndoToken:
    """What one act changed: the event's number, and each row's verdict before and after it.

    ``words`` is how the menu names it (``Underkänn 3 rader``); ``undone`` True: using it does the act again.
    """

    award_id: int
    seq: int
    words: str
    before: Standing
    after: Standing
    undone: bool = False


@dataclass(frozen=True, slots=True)
class VerdictDone(Done):
    """The answer of an act on verdicts; ``undo`` is None when a repeated command changed nothing."""

    undo: UndoToken | None = None


def claimed_lines(session: Session, line_ids: Sequence[int]) -> dict[int, LineClaim]:
    """The rows, each once; Conflict when one is gone or its import is undone."""
    lines = stored.claims(session, list(dict.fromkeys(line_ids)))
    if not line_ids or len(lines) != len(set(line_ids)) or not all(line.live for line in lines.values()):
        raise Conflict(
            "Någon av raderna finns inte kvar i en gällande inläsning.",
            NOTHING,
            "Läs om sidan och försök igen.",
        )
    return lines


def one_award(lines: Mapping[int, LineClaim]) -> int:
    """The award that all rows belong to; NotAllowed for several."""
    awards = {line.award_id for line in lines.values()}
    award_id = awards.pop()
    if award_id is None or awards:
        raise NotAllowed(
            "Raderna hör inte till ett och samma bidrag.", NOTHING, "Bedöm rader ur ett bidrag i taget."
        )
    return award_id


def group_of(session: Session, award_id: int, verdict: Verdict, lines: Mapping[int, LineClaim]) -> int | None:
    """Rejected credits are judged together with what they take back; everything else stands alone.

    The region's own grant income takes nothing back: as not of the grant (L09) it is rejected alone, or the
    region would repay the grant for having booked it.
    """
    alone = isinstance(verdict, Reject) and verdict.cause is VerdictCause.NOT_OF_THE_GRANT
    credits = [line for line in lines.values() if line.claimed_ore < 0 and not (alone and line.own_grant)]
    if not isinstance(verdict, Reject) or not credits:
        return None
    rejected = [
        line.claimed_ore if verdict.amount_ore is None else verdict.amount_ore
        for line in lines.values()
        if not (alone and line.own_grant)
    ]
    if not group_holds(rejected):
        pairs = stored.claims(session, stored.reversed_by(session, credits[0].line_id))
        other = " och ".join(line.label for line in pairs.values()) or "raden som den tar tillbaka"
        raise NotAllowed(
            f"{credits[0].label} är en kredit på {format_kronor(credits[0].claimed_ore)}. "
            "Underkänd ensam skulle den sänka kravet.",
            NOTHING,
            f"Markera den tillsammans med {other} och underkänn båda.",
        )
    return new_group(session, award_id, GroupReason.REVERSAL_PAIR)


def new_group(session: Session, award_id: int, reason: GroupReason) -> int:
    """A group for rows judged together."""
    group = VerdictGroupRecord(award_id=award_id, reason=reason)
    session.add(group)
    session.flush()
    return group.id


def check_groups(session: Session, before: Standing, after: Standing) -> None:
    """Rows that were judged together may not be left so that a credit alone is rejected."""
    verdicts = [*before.values(), *after.values()]
    groups = {it.group_id for it in verdicts if it is not None and it.group_id is not None}
    for rejected in stored.rejected_by_group(session, groups).values():
        if not group_holds([rejected]):
            raise NotAllowed(
                "Raden är underkänd tillsammans med en kredit. Ändrad ensam skulle krediten sänka kravet.",
                NOTHING,
                "Markera båda raderna och bedöm dem tillsammans.",
            )


def changed_since() -> Conflict:
    """The refusal when somebody else judged first."""
    return Conflict(
        "Någon har bedömt en av raderna sedan dess.",
        NOTHING,
        "Läs om sidan och bedöm raderna på nytt.",
        code="F12",
    )


def told(verdicts: Standing) -> dict[str, Any]:
    """The rows' verdicts as plain data for the event; long lists as a hash. Comments are left to the row."""
    rows = [[line_id, *_plain(verdicts[line_id])] for line_id in sorted(verdicts)]
    told: dict[str, Any] = {
        "rows": len(rows),
        "rejected_ore": sum(it.judgement.rejected_ore for it in verdicts.values() if it),
        "parked_ore": sum(it.judgement.parked_ore for it in verdicts.values() if it),
    }
    if len(rows) <= LISTED:
        return told | {"verdicts": rows}
    return told | {"sha256": hashlib.sha256(canonical_json(rows).encode()).hexdigest()}


def _plain(standing: StandingVerdict | None) -> list[Any]:
    if standing is None:
        return [None]
    it = standing.judgement
    due = it.evidence_due_on.isoformat() if it.evidence_due_on else None
    cause = None if it.cause is None else int(it.cause)
    return [it.rejected_ore, it.parked_ore, cause, it.ground_id, due, standing.group_id, standing.judged_by]

"""Reads and writes verdicts on ledger rows, few or very many, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.ore import Ore
from sbdesk.domain.verdicts import Judgement, StandingVerdict
from sbdesk.store.queries.reconciliation_lines import HEAVY, chunks, joined, lines_with_finding
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.reconciliations import FindingRecord, LineVerdictRecord

_Line, _Verdict = LedgerLineRecord, LineVerdictRecord
_STANDING = (
    _Verdict.line_id,
    _Verdict.judged_by,
    _Verdict.group_id,
    *(getattr(_Verdict, field.name) for field in fields(Judgement)),
)


@dataclass(frozen=True, slots=True)
class LineClaim:
    """What a verdict needs to know of a row; ``award_id`` None: no part of it is claimed."""

    line_id: int
    award_id: int | None
    claimed_ore: Ore
    live: bool
    label: str
    own_grant: bool
    """The region's own grant income: no credit of a cost, so it may be rejected alone."""


@dataclass(frozen=True, slots=True)
class LineCounts:
    """How many rows an award's live imports have, and how far they are judged; sums in öre.

    ``to_judge``: with an open stop or deviation and no verdict. ``plain``: neither verdict nor such finding.
    ``waiting``: parked and not carried, until ``waiting_until`` at the latest.
    """

    rows: int = 0
    judged: int = 0
    rejected: int = 0
    to_judge: int = 0
    plain: int = 0
    plain_ore: Ore = 0
    waiting: int = 0
    waiting_until: date | None = None


def claims(session: Session, ids: Sequence[int]) -> dict[int, LineClaim]:
    """The rows with these ids, whatever their import's state."""
    found: dict[int, LineClaim] = {}
    for part in chunks(ids):
        rows = session.execute(
            select(
                _Line.id,
                _Line.award_id,
                _Line.claimed_ore,
                _Line.voucher,
                _Line.source_row,
                _Line.account_class,
                LedgerImportRecord.state,
            )
            .join(LedgerImportRecord, LedgerImportRecord.id == _Line.import_id)
            .where(_Line.id.in_(part))
        )
        for line_id, award_id, claimed, voucher, source_row, account_class, state in rows:
            label = voucher or f"Rad {source_row}"
            own_grant = account_class is AccountClass.GRANT_INCOME
            live = state is ImportState.LIVE
            found[line_id] = LineClaim(line_id, award_id, claimed, live, label, own_grant)
    return found


def standing(session: Session, ids: Sequence[int]) -> dict[int, StandingVerdict]:
    """The verdicts that stand on these rows; rows without one are left out."""
    found: dict[int, StandingVerdict] = {}
    for part in chunks(ids):
        rows = session.execute(select(*_STANDING).where(_Verdict.line_id.in_(part)))
        for line_id, judged_by, group_id, *judgement in rows:
            found[line_id] = StandingVerdict(Judgement(*judgement), judged_by, group_id)
    return found


def put(session: Session, verdicts: Mapping[int, StandingVerdict | None]) -> None:
    """Make these the verdicts of these rows; None takes the verdict away."""
    for part in chunks(list(verdicts)):
        session.execute(
            delete(_Verdict).where(_Verdict.line_id.in_(part)).execution_options(synchronize_session=False)
        )
        rows = [
            {
                "line_id": line_id,
                "rejected_ore": verdict.judgement.rejected_ore,
                "parked_ore": verdict.judgement.parked_ore,
                "cause": verdict.judgement.cause,
                "ground_id": verdict.judgement.ground_id,
                "comment": verdict.judgement.comment,
                "evidence_due_on": verdict.judgement.evidence_due_on,
                "carried_reason": verdict.judgement.carried_reason,
                "group_id": verdict.group_id,
                "judged_by": verdict.judged_by,
            }
            for line_id in part
            if (verdict := verdicts[line_id]) is not None
        ]
        if rows:
            session.execute(insert(_Verdict), rows)


def rejected_by_group(session: Session, group_ids: Iterable[int]) -> dict[int, Ore]:
    """The sum rejected in each group, in öre, over rows of live imports."""
    query = (
        select(_Verdict.group_id, func.sum(_Verdict.rejected_ore))
        .where(_Verdict.group_id.in_(list(group_ids)))
        .group_by(_Verdict.group_id)
    )
    return {group_id: int(ore) for group_id, ore in session.execute(query) if group_id is not None}


def reversed_by(session: Session, line_id: int) -> list[int]:
    """The rows that a finding of reversal (L07) pairs with this one."""
    finding = FindingRecord
    rows = session.execute(
        select(finding.subject_id, finding.other_id).where(
            finding.rule_code == "L07",
            finding.subject_kind == "ledger_line",
            or_(finding.subject_id == line_id, finding.other_id == line_id),
        )
    )
    pairs = {number for pair in rows for number in pair if number is not None}
    return sorted(pairs - {line_id})


def counts(session: Session, award_id: int) -> LineCounts:
    """How far the rows of the award are judged."""
    heavy = lines_with_finding(award_id, *HEAVY)
    unjudged = _Verdict.line_id.is_(None)
    waiting = and_(_Verdict.parked_ore != 0, _Verdict.carried_reason.is_(None))

    def number(condition: ColumnElement[bool]) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    plain = and_(unjudged, ~heavy)
    query = joined(
        select(
            func.count(),
            number(~unjudged),
            number(func.coalesce(_Verdict.rejected_ore, 0) != 0),
            number(and_(unjudged, heavy)),
            number(plain),
            func.coalesce(func.sum(case((plain, _Line.claimed_ore), else_=0)), 0),
            number(waiting),
            func.max(case((waiting, _Verdict.evidence_due_on))),
        ).select_from(_Line)
    ).where(_Line.award_id == award_id)
    row = session.execute(query).one()
    rows, judged, rejected, to_judge, unmarked, unmarked_ore, parked, until = row
    return LineCounts(
        rows=rows,
        judged=int(judged),
        rejected=int(rejected),
        to_judge=int(to_judge),
        plain=int(unmarked),
        plain_ore=int(unmarked_ore),
        waiting=int(parked),
        waiting_until=until,
    )


def plain_ids(session: Session, award_id: int) -> list[int]:
    """The rows with neither a verdict nor an open stop or deviation, in file order."""
    query = joined(select(_Line.id)).where(
        _Line.award_id == award_id,
        _Verdict.line_id.is_(None),
        ~lines_with_finding(award_id, *HEAVY),
    )
    return list(session.scalars(query.order_by(_Line.import_id, _Line.source_row, _Line.part)))

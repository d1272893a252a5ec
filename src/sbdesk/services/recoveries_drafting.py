"""Makes a claim's draft from what the reconciliation found, and lets the officer change its lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.domain.recovery_proposal import (
    UNUSED,
    ProposedLine,
    RejectedRow,
    propose_lines,
    propose_no_report,
    propose_unused,
)
from sbdesk.domain.report import ExpectedReportState
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.numbering import take_number
from sbdesk.services.recoveries_claims import Claim, permitted
from sbdesk.services.recoveries_material import material_of
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.queries.reconciliation_findings import findings_of_award
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.recoveries import RecoveryLineRecord, RecoveryRecord
from sbdesk.store.records.reports import ExpectedReportRecord

NUMBER_SERIES = "ÅK"
LIVE = (RecoveryState.DRAFT, RecoveryState.HEARING, RecoveryState.PROPOSED)
"""States in which a claim is being prepared: an award has at most one such."""

_READ = "Läs om sidan och välj bland de åtgärder som erbjuds."


@dataclass(frozen=True, slots=True)
class LineInput:
    """What the officer changes on a line; None leaves as it is. ``amount_ore`` signed öre, ``ground`` a code.

    ``reason`` is what was found, ``judgement`` what we make of it, ``discretion`` why a ground that only may
    lead to a claim does.
    """

    amount_ore: Ore | None = None
    ground: str | None = None
    reason: str | None = None
    judgement: str | None = None
    discretion: str | None = None

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        return [self.amount_ore, self.ground, self.reason, self.judgement, self.discretion]


def create(session: Session, work: Workplace, award_id: int, path: RecoveryPath) -> RecoveryRecord:
    """A new draft with proposed lines, in the caller's transaction; NotAllowed with what hinders it."""
    award = session.get_one(AwardRecord, award_id)
    work.refuse_disqualified(session, award)
    latest = latest_of(session, award_id)
    if latest is not None and latest.state is RecoveryState.CLOSED:
        raise NotAllowed(
            f"{latest.number} är avslutat utan återkrav.", "Inget är ändrat.", "Öppna det på nytt i stället."
        )
    hindrance = create_hindrance(session, award_id, path)
    if hindrance:
        raise NotAllowed(hindrance, "Inget är ändrat.", _READ)
    return insert(session, work, award, path)


def latest_of(session: Session, award_id: int) -> RecoveryRecord | None:
    """The award's newest claim."""
    return session.scalar(
        select(RecoveryRecord)
        .where(RecoveryRecord.award_id == award_id)
        .order_by(RecoveryRecord.revision.desc())
        .limit(1)
    )


def create_hindrance(session: Session, award_id: int, path: RecoveryPath) -> str:
    """Why no claim can be started, empty when one can."""
    latest = latest_of(session, award_id)
    if latest is not None and latest.state in LIVE:
        return f"Det finns redan ett återkravsförslag: {latest.number}."
    material = material_of(session, award_id)
    record = material.reconciliation
    if material.reported_on is None and path is RecoveryPath.SIMPLE:
        return "Återrapporten har inte kommit in."
    needs_final = path is RecoveryPath.FULL and not report_is_missing(session, award_id)
    if (record is None and needs_final) or (
        record is not None and record.state is not ReconciliationState.FINAL
    ):
        return "Avstämningen är inte fastställd."
    if not proposed(session, award_id, path):
        return "Inget återstår att kräva tillbaka."
    return ""


def report_is_missing(session: Session, award_id: int) -> bool:
    """Whether the report was reminded and marked as not received."""
    state = session.scalar(
        select(ExpectedReportRecord.state).where(ExpectedReportRecord.award_id == award_id)
    )
    return state is ExpectedReportState.MISSING


def proposed(
    session: Session, award_id: int, path: RecoveryPath, sums: AwardSums | None = None
) -> tuple[ProposedLine, ...]:
    """The lines that the award's figures give for the path; together never above what can be demanded."""
    balances = Balances(sums or award_sums(session, award_id))
    claimed_rows, claimed_grounds = queries.claimed_before(session, award_id)
    claimed_unused = claimed_grounds.get(UNUSED, 0)
    if path is RecoveryPath.SIMPLE:
        return propose_unused(balances, claimed_unused)
    award = session.get_one(AwardRecord, award_id)
    codes = list(
        session.scalars(
            select(RecoveryGroundRecord.code).where(RecoveryGroundRecord.programme_id == award.programme_id)
        )
    )
    if report_is_missing(session, award_id):
        return propose_no_report(balances, codes)
    return propose_lines(balances, _rejected(session, award_id, claimed_rows), codes, claimed_unused)


def _rejected(session: Session, award_id: int, claimed: dict[int, Ore]) -> list[RejectedRow]:
    messages: dict[int, list[str]] = {}
    for finding in findings_of_award(session, award_id):
        if finding.subject_kind == "ledger_line" and finding.level is not Level.NOTE:
            messages.setdefault(finding.subject_id, []).append(finding.message)
    made = []
    for row, verdict, ground in queries.rejected_lines(session, award_id):
        left = verdict.rejected_ore - claimed.get(row.id, 0)
        if left < 0 and row.account_class is AccountClass.GRANT_INCOME:
            continue  # the region's own grant income takes back no cost: nothing to claim, nothing to lower
        if left and verdict.cause is not None:
            made.append(
                RejectedRow(
                    line_id=row.id,
                    amount_ore=left,
                    ground=ground.code,
                    cause=verdict.cause,
                    label=row.voucher or f"Rad {row.source_row}",
                    component_id=row.component_id,
                    findings=tuple(messages.get(row.id, ())),
                    comment=verdict.comment or "",
                )
            )
    return made


def insert(session: Session, work: Workplace, award: AwardRecord, path: RecoveryPath) -> RecoveryRecord:
    """The next revision of the award's recovery with its proposed lines; the event holds their sum."""
    revision = session.scalar(
        select(func.coalesce(func.max(RecoveryRecord.revision), 0)).where(RecoveryRecord.award_id == award.id)
    )
    record = RecoveryRecord(
        award_id=award.id,
        revision=int(revision or 0) + 1,
        number=take_number(session, NUMBER_SERIES, work.clock.today().year),
        path=path,
        state=RecoveryState.DRAFT,
        prepared_by=work.officer_id,
        interest=Interest.NOT_DECIDED,
        due_basis=DueBasis.DEMAND,
    )
    session.add(record)
    session.flush()
    amount = _put_lines(session, award, record, proposed(session, award.id, path))
    work.record(
        session,
        "create_recovery",
        (queries.RECOVERY, record.id),
        award_id=award.id,
        after={"number": record.number, "path": path.value, "amount_ore": amount},
    )
    return record


def _put_lines(
    session: Session, award: AwardRecord, record: RecoveryRecord, lines: tuple[ProposedLine, ...]
) -> Ore:
    for line in lines:
        session.add(
            RecoveryLineRecord(
                recovery_id=record.id,
                ground_id=ground_id(session, award.programme_id, line.ground),
                component_id=line.component_id,
                amount_ore=line.amount_ore,
                line_id=line.line_id,
                cause=line.cause,
                reason=line.reason,
                judgement=line.judgement or None,
            )
        )
    session.flush()
    return sum(line.amount_ore for line in lines)


def ground_id(session: Session, programme_id: int, code: str) -> int:
    """The programme's ground; NotAllowed for one that the instruction does not give."""
    found = session.scalar(
        select(RecoveryGroundRecord.id).where(
            RecoveryGroundRecord.programme_id == programme_id, RecoveryGroundRecord.code == code
        )
    )
    if found is None:
        raise NotAllowed(
            "Anvisningen anger ingen sådan grund.", "Inget är ändrat.", "Välj en av anvisningens grunder."
        )
    return found


def propose_anew(session: Session, work: Workplace, recovery_id: int) -> None:
    """Throw the draft's lines away and propose them again from the reconciliation as it is."""
    claim = permitted(session, work, recovery_id, RecoveryAct.DROP)
    require_draft(claim)
    path = claim.recovery.path
    before = [(line.ground.code, line.record.amount_ore) for line in claim.lines]
    for line in claim.lines:
        session.delete(line.record)
    session.flush()
    lines = proposed(session, claim.award.id, path)
    amount = _put_lines(session, claim.award, claim.recovery, lines)
    work.record(
        session,
        "propose_lines_anew",
        (queries.RECOVERY, recovery_id),
        award_id=claim.award.id,
        before={"lines": before},
        after={"amount_ore": amount, "lines": len(lines)},
    )


def require_draft(claim: Claim) -> None:
    """NotAllowed unless the claim may still be made higher or rest on another ground."""
    if claim.recovery.state is not RecoveryState.DRAFT:
        raise NotAllowed(
            "Mottagaren har fått yttra sig om förslaget.",
            "Inget är ändrat.",
            "Välj Ändra förslaget först. Mottagaren ska då få yttra sig på nytt.",
        )


def reopen(
    session: Session, work: Workplace, recovery_id: int, reason: str, second: SecondPerson
) -> RecoveryRecord:
    """Open a dropped claim again as a new revision, with another person's word."""
    claim = permitted(session, work, recovery_id, RecoveryAct.REOPEN)
    why = reason_given(reason, "öppna återkravet på nytt")
    hindrance = create_hindrance(session, claim.award.id, claim.recovery.path)
    if hindrance:
        raise NotAllowed(hindrance, "Inget är ändrat.", _READ)
    attestation = attest(
        session, work, Act(queries.RECOVERY, recovery_id, "reopen", work.officer_id, claim.award.id), second
    )
    record = insert(session, work, claim.award, claim.recovery.path)
    work.record(
        session,
        "reopen_recovery",
        (queries.RECOVERY, record.id),
        award_id=claim.award.id,
        before={"number": claim.recovery.number},
        after={"number": record.number, "attestation": attestation.id},
        reason=why,
    )
    return record

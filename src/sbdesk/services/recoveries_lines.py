"""Changes, adds and drops a claim's lines; after the hearing only in the recipient's favour."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.recovery import RecoveryState
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services.recoveries_claims import Claim, ClaimLine, permitted, refuse_stale
from sbdesk.services.recoveries_drafting import LineInput, ground_id, require_draft
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import RecoveryLineRecord


def change(session: Session, work: Workplace, line_id: int, given: LineInput, seen: int | None) -> None:
    """Change a line. Raises F12 when somebody was first, NotAllowed above the cap or after the hearing."""
    claim, line = _of(session, work, line_id)
    refuse_stale(line.record, seen)
    record = line.record
    before = _plain(line)
    if given.ground is not None and given.ground != line.ground.code:
        require_draft(claim)
        record.ground_id = ground_id(session, claim.award.programme_id, given.ground)
    if given.amount_ore is not None and given.amount_ore != record.amount_ore:
        _refuse_amount(session, claim, line, given.amount_ore)
        record.amount_ore = given.amount_ore
    if given.reason is not None:
        record.reason = reason_given(given.reason, "kräva tillbaka beloppet")
    for name in ("judgement", "discretion"):
        text = getattr(given, name)
        if text is not None:
            setattr(record, name, text.strip() or None)
    session.flush()
    after = {"ground": given.ground or line.ground.code, "amount_ore": record.amount_ore}
    work.record(
        session,
        "change_recovery_line",
        ("recovery_line", line_id),
        award_id=claim.award.id,
        before=before,
        after=after,
    )


def add(session: Session, work: Workplace, recovery_id: int, given: LineInput) -> int:
    """A line of the officer's own finding; the new line's id. Ground, amount and reason are mandatory."""
    claim = permitted(session, work, recovery_id, RecoveryAct.DROP)
    require_draft(claim)
    amount = given.amount_ore or 0
    if amount <= 0:
        raise UserFacingError("Beloppet saknas.", "Inget är sparat.", f"Ange ett belopp över 0{NBSP}kr.")
    _refuse_above(claim, amount)
    record = RecoveryLineRecord(
        recovery_id=recovery_id,
        ground_id=ground_id(session, claim.award.programme_id, given.ground or ""),
        amount_ore=amount,
        reason=reason_given(given.reason or "", "kräva tillbaka beloppet"),
        judgement=(given.judgement or "").strip() or None,
        discretion=(given.discretion or "").strip() or None,
    )
    session.add(record)
    session.flush()
    work.record(
        session,
        "add_recovery_line",
        ("recovery_line", record.id),
        award_id=claim.award.id,
        after={"ground": given.ground, "amount_ore": amount},
    )
    return record.id


def drop(session: Session, work: Workplace, line_id: int, reason: str) -> None:
    """Take a line out of the proposal, with a reason; Gör om förslaget brings it back."""
    claim, line = _of(session, work, line_id)
    why = reason_given(reason, "ta bort raden")
    before = _plain(line)
    session.delete(line.record)
    session.flush()
    work.record(
        session,
        "drop_recovery_line",
        ("recovery_line", line_id),
        award_id=claim.award.id,
        before=before,
        reason=why,
    )


def _of(session: Session, work: Workplace, line_id: int) -> tuple[Claim, ClaimLine]:
    record = session.get_one(RecoveryLineRecord, line_id)
    claim = permitted(session, work, record.recovery_id, RecoveryAct.DROP)
    return claim, next(line for line in claim.lines if line.record.id == line_id)


def _plain(line: ClaimLine) -> dict[str, object]:
    return {
        "ground": line.ground.code,
        "amount_ore": line.record.amount_ore,
        "ledger_line": line.record.line_id,
    }


def _refuse_amount(session: Session, claim: Claim, line: ClaimLine, amount: Ore) -> None:
    former = line.record.amount_ore
    if amount == 0:
        raise UserFacingError(f"Beloppet är 0{NBSP}kr.", "Inget är ändrat.", "Ta bort raden i stället.")
    if claim.recovery.state is RecoveryState.HEARING and amount > former:
        require_draft(claim)
    if line.row is not None:
        verdict = session.get_one(LineVerdictRecord, line.row.id)
        if amount * verdict.rejected_ore < 0 or abs(amount) > abs(verdict.rejected_ore):
            raise NotAllowed(
                f"{line.label} är underkänd med {format_ore(verdict.rejected_ore)}{NBSP}kr.",
                "Inget är ändrat.",
                "Ange högst det beloppet.",
            )
    _refuse_above(claim, amount - former)


def _refuse_above(claim: Claim, more: Ore) -> None:
    left = Balances(claim.sums).undemanded
    if more > 0 and claim.amount_ore + more > left:
        raise NotAllowed(
            f"Återkravet kan inte vara högre än {format_ore(left)}{NBSP}kr (kvar att kräva).",
            "Inget är ändrat.",
            "Ange ett lägre belopp.",
        )

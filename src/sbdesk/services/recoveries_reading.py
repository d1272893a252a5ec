"""Reads the list of claims, one claim's page, and the awards that have something left to demand."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.decision import ProposalState
from sbdesk.domain.findings import Level
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.programme import Modality, ProgrammeDefinition
from sbdesk.domain.recovery import RecoveryPath, RecoveryState
from sbdesk.domain.recovery_actions import next_step_of, offers_of
from sbdesk.domain.recovery_status import RecoveryStep, status_of, step_under_way, steps_of
from sbdesk.services.attestations import words as attestation_words
from sbdesk.services.clock import SWEDEN
from sbdesk.services.dispatches import sent_on
from sbdesk.services.hearings import ANSWER_DAYS
from sbdesk.services.invoices_checks import issue_outcomes
from sbdesk.services.recoveries_claims import Claim, ClaimLine, claim_of
from sbdesk.services.recoveries_drafting import create_hindrance, latest_of
from sbdesk.services.recoveries_rows import (
    CandidateRow,
    GroundRow,
    HearingRow,
    RecoveryLineRow,
    RecoveryPage,
    RecoveryRow,
    Step,
)
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.queries.recoveries import demands
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import AttestationRecord, ProposalRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.recoveries import RecoveryRecord

_ORDER_LAST = date.max


def rows(session: Session, work: Workplace) -> list[RecoveryRow]:
    """Every claim, the earliest answer day first, then by number."""
    ids = session.scalars(select(RecoveryRecord.id).order_by(RecoveryRecord.number)).all()
    known: dict[int, ProgrammeDefinition] = {}
    found = [row_of(claim_of(session, work, recovery_id, known)) for recovery_id in ids]
    return sorted(found, key=lambda row: row.answer_due_on or _ORDER_LAST)


def row_of(claim: Claim) -> RecoveryRow:
    """The claim as listed."""
    it = claim.situation
    waiting = claim.recovery.state is RecoveryState.HEARING
    following = next_step_of(it)
    return RecoveryRow(
        id=claim.recovery.id,
        award_id=claim.award.id,
        number=claim.recovery.number,
        recipient=claim.recipient.name,
        recipient_key=claim.recipient.name_key,
        programme=claim.definition.short_title,
        grounds="; ".join(dict.fromkeys(line.ground.title for line in claim.lines)),
        amount_ore=claim.amount_ore,
        status=status_of(it),
        answer_due_on=it.hearing.answer_due_on if waiting else None,
        next_step=following.label if following else "",
    )


def page(session: Session, work: Workplace, recovery_id: int) -> RecoveryPage:
    """One claim with everything its page shows."""
    claim = claim_of(session, work, recovery_id)
    it, balances = claim.situation, Balances(claim.sums)
    own = claim.amount_ore if claim.recovery.decision_id else 0
    return RecoveryPage(
        row=row_of(claim),
        version=claim.recovery.version,
        path=claim.recovery.path.value,
        repayable_ore=balances.repayable,
        voluntary_ore=claim.sums.voluntary,
        decided_before_ore=claim.sums.decided - own,
        left_ore=it.left_ore,
        lines=tuple(_line(line) for line in claim.lines),
        steps=_steps(session, claim),
        next_step=next_step_of(it),
        offers=offers_of(it),
        hearings=tuple(_hearings(session, claim)),
        grounds=tuple(
            GroundRow(ground.code, ground.label, ground.modality is Modality.MAY)
            for ground in claim.definition.grounds
        ),
        locked=_locked(claim),
        notes=tuple(_notes(work, claim)),
        returned=_returned(session, claim),
        interest=claim.recovery.interest.value,
        interest_source=claim.recovery.interest_source or "",
        default_answer_due=answer_day(work.clock.today(), ANSWER_DAYS),
        decision_document_id=claim.decision.document_id if claim.decision else None,
        decided=_decided(session, claim),
        signed_outside=it.signed_outside,
        today=it.today,
        draft_invoice_id=_invoice(claim, InvoiceState.DRAFT),
        unsent_invoice_id=_invoice(claim, InvoiceState.ISSUED),
    )


def _line(line: ClaimLine) -> RecoveryLineRow:
    record = line.record
    return RecoveryLineRow(
        id=record.id,
        version=record.version,
        label=line.label,
        ground=line.ground.code,
        ground_title=line.ground.title,
        may=line.ground.modality is Modality.MAY,
        amount_ore=record.amount_ore,
        cause=record.cause.swedish if record.cause is not None else "",
        reason=record.reason,
        judgement=record.judgement or "",
        discretion=record.discretion or "",
        refusal_reason=record.refusal_reason or "",
        ledger_line_id=record.line_id,
        text=line.row.text if line.row else "",
    )


def _steps(session: Session, claim: Claim) -> tuple[Step, ...]:
    steps, current = steps_of(claim.situation), step_under_way(claim.situation)
    place = len(steps) if current is None else steps.index(current)
    days = _days(session, claim)
    return tuple(
        Step(
            step.value,
            "done" if number < place else "current" if number == place else "coming",
            days.get(step) if number < place else None,
        )
        for number, step in enumerate(steps)
    )


def _days(session: Session, claim: Claim) -> dict[RecoveryStep, date | None]:
    it = claim.situation
    made = session.scalar(
        select(EventRecord.at)
        .where(
            EventRecord.subject_kind == "recovery",
            EventRecord.subject_id == claim.recovery.id,
            EventRecord.verb == "create_recovery",
        )
        .limit(1)
    )
    return {
        RecoveryStep.PROPOSAL: made.astimezone(SWEDEN).date() if made else None,
        RecoveryStep.LETTER: it.hearing.sent_on,
        RecoveryStep.ANSWER: it.hearing.answered_on,
        RecoveryStep.DECISION: it.decision.decided_on if it.decision else None,
        RecoveryStep.INVOICE: next((record.issued_on for record in claim.invoices if record.issued_on), None),
    }


def _hearings(session: Session, claim: Claim) -> list[HearingRow]:
    return [
        HearingRow(
            revision=record.revision,
            document_id=record.document_id,
            answer_due_on=record.answer_due_on,
            sent_on=sent_on(session, record.document_id) if record.document_id else None,
            answered_on=record.answered_on,
            answer_text=record.answer_text or "",
            answer_is_final=bool(record.answer_is_final),
        )
        for record in reversed(claim.hearings)
    ]


def _locked(claim: Claim) -> str:
    if claim.recovery.state is RecoveryState.DRAFT:
        return ""
    if claim.recovery.state is RecoveryState.HEARING:
        return (
            "Mottagaren har fått yttra sig: beloppen kan bara sänkas. Välj Ändra förslaget för att höja dem."
        )
    return "Raderna är lämnade för beslut eller avgjorda och kan inte ändras."


def _notes(work: Workplace, claim: Claim) -> list[str]:
    notes = [
        finding.text
        for outcome in issue_outcomes(work, claim)
        for finding in outcome.findings
        if finding.level is Level.NOTE
    ]
    if not claim.definition.flag("waiver"):
        notes.append("Inget stöd för att avstå i anvisningen. Fråga jurist.")
    if claim.sums.parked:
        parked = f"{format_ore(claim.sums.parked)}{NBSP}kr"
        notes.append(f"Rader på {parked} väntar på underlag. De ingår inte i återkravet.")
    return notes


def _returned(session: Session, claim: Claim) -> str:
    if claim.recovery.state is not RecoveryState.DRAFT:
        return ""
    last = session.scalar(
        select(ProposalRecord)
        .where(ProposalRecord.subject_kind == "recovery", ProposalRecord.subject_id == claim.recovery.id)
        .order_by(ProposalRecord.id.desc())
        .limit(1)
    )
    return last.return_reason or "" if last and last.state is ProposalState.RETURNED else ""


def _decided(session: Session, claim: Claim) -> str:
    if claim.decision is None or claim.decision.attestation_id is None:
        return ""
    attestation = session.get_one(AttestationRecord, claim.decision.attestation_id)
    who = session.get_one(OfficerRecord, attestation.officer_id).name
    registered = session.get(OfficerRecord, attestation.registered_by) if attestation.registered_by else None
    return attestation_words(attestation, who, registered.name if registered else None)


def _invoice(claim: Claim, state: InvoiceState) -> int | None:
    for record in claim.invoices:
        mine = demands(record, claim.recovery.id)
        if mine and record.state is state and record.kind is InvoiceKind.PRINCIPAL:
            return record.id
    return None


def page_of_award(session: Session, work: Workplace, award_id: int) -> RecoveryPage | None:
    """The page of the award's newest claim, None when it has none."""
    latest = latest_of(session, award_id)
    return page(session, work, latest.id) if latest else None


def candidates(session: Session) -> list[CandidateRow]:
    """The awards where a claim can be started now, in the recipients' order."""
    found = session.execute(
        select(AwardRecord.id, RecipientRecord.name, ProgrammeRecord.short_title)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .order_by(RecipientRecord.name_key, ProgrammeRecord.title_key)
    ).all()
    sums = sums_of(session, [award_id for award_id, _, _ in found])
    made = []
    for award_id, recipient, programme in found:
        balances = Balances(sums[award_id])
        if balances.undemanded <= 0 or create_hindrance(session, award_id, RecoveryPath.FULL):
            continue
        unused = min(balances.unused, balances.undemanded)
        made.append(_candidate(award_id, recipient, programme, balances.undemanded, unused))
    return made


def _candidate(award_id: int, recipient: str, programme: str, left: Ore, unused: Ore) -> CandidateRow:
    return CandidateRow(award_id, recipient, programme, left, unused, unused == left)

"""One claim as the services see it: its rows, what it rests on, and which acts it permits right now."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import INHIBITED
from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.decision import ProposalState
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.programme import Modality, ProgrammeDefinition
from sbdesk.domain.recovery_actions import RecoveryAct, refusal
from sbdesk.domain.recovery_proposal import UNUSED
from sbdesk.domain.recovery_status import (
    HearingStanding,
    MoneyStanding,
    RecoverySituation,
)
from sbdesk.services.dispatches import sent_on
from sbdesk.services.office_settings import value_of
from sbdesk.services.recoveries_appeal import appeal_decided, decision_standing
from sbdesk.services.recoveries_material import Material, material_of
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.queries.decision_changes import inhibited
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import DecisionRecord, ProposalRecord
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.recoveries import HearingRecord, RecoveryLineRecord, RecoveryRecord

SIMPLE_ALLOWED = "recovery_without_hearing"
"""The jurist's word that own reported unused money may be claimed without a hearing (FL 25 §)."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claimed amount with its ground and the ledger row it rests on."""

    record: RecoveryLineRecord
    ground: RecoveryGroundRecord
    row: LedgerLineRecord | None

    @property
    def is_unused(self) -> bool:
        """The recipient's own reported unused money: the letter needs no further reasons."""
        return self.ground.code == UNUSED and self.record.line_id is None

    @property
    def label(self) -> str:
        """How a sentence names the line: its voucher, its row, or its ground."""
        if self.row is None:
            return "Inte använt" if self.is_unused else self.ground.title
        return self.row.voucher or f"Rad {self.row.source_row}"


@dataclass(slots=True)
class Claim:
    """A recovery with everything that an act on it looks at."""

    recovery: RecoveryRecord
    award: AwardRecord
    recipient: RecipientRecord
    definition: ProgrammeDefinition
    lines: list[ClaimLine]
    hearings: list[HearingRecord]
    material: Material
    proposal: ProposalRecord | None
    decision: DecisionRecord | None
    sums: AwardSums
    invoices: list[InvoiceRecord]
    situation: RecoverySituation = field(init=False)

    @property
    def amount_ore(self) -> Ore:
        """What the lines come to."""
        return sum(line.record.amount_ore for line in self.lines)

    @property
    def made_decision(self) -> DecisionRecord:
        """The decision; LookupError before it is made."""
        if self.decision is None:
            raise LookupError(self.recovery.id)
        return self.decision

    @property
    def open_proposal(self) -> ProposalRecord:
        """What waits for the decider; LookupError when nothing does."""
        if self.proposal is None:
            raise LookupError(self.recovery.id)
        return self.proposal


def claim_of(
    session: Session,
    work: Workplace,
    recovery_id: int,
    definitions: dict[int, ProgrammeDefinition] | None = None,
) -> Claim:
    """The claim; NoResultFound for an unknown one. ``definitions`` keeps programmes for a list's calls."""
    recovery = session.get_one(RecoveryRecord, recovery_id)
    award = session.get_one(AwardRecord, recovery.award_id)
    known = {} if definitions is None else definitions
    if award.programme_id not in known:
        known[award.programme_id] = stored_definition(session, award.programme_id)
    lines = [ClaimLine(*parts) for parts in queries.lines_of(session, [recovery_id])]
    made = Claim(
        recovery=recovery,
        award=award,
        recipient=session.get_one(RecipientRecord, award.recipient_id),
        definition=known[award.programme_id],
        lines=lines,
        hearings=queries.hearings_of(session, recovery_id),
        material=material_of(session, award.id),
        proposal=_open_proposal(session, recovery_id),
        decision=session.get(DecisionRecord, recovery.decision_id) if recovery.decision_id else None,
        sums=award_sums(session, award.id),
        invoices=queries.invoices_of(session, award.id),
    )
    made.situation = _situation(session, work, made)
    return made


def permitted(
    session: Session, work: Workplace, recovery_id: int, act: RecoveryAct, *, safe: str = "Inget är ändrat."
) -> Claim:
    """The claim when the act is permitted; NotAllowed with the reason the page shows when it is not."""
    claim = claim_of(session, work, recovery_id)
    refused = refusal(claim.situation, act)
    if refused:
        raise NotAllowed(refused, safe, "Läs om sidan och välj bland de åtgärder som erbjuds.")
    return claim


def refuse_stale(record: RecoveryRecord | RecoveryLineRecord | InvoiceRecord, seen: int | None) -> None:
    """Raise F12 when the row is newer than what the officer saw; None: nothing to overwrite."""
    if seen is not None and record.version != seen:
        raise Conflict(
            "Någon annan ändrade samma uppgift först.",
            "Din ändring är inte sparad men finns kvar här.",
            "Jämför och välj vilken som ska gälla.",
            code="F12",
        )


def _open_proposal(session: Session, recovery_id: int) -> ProposalRecord | None:
    return session.scalar(
        select(ProposalRecord).where(
            ProposalRecord.subject_kind == queries.RECOVERY,
            ProposalRecord.subject_id == recovery_id,
            ProposalRecord.state == ProposalState.OPEN,
        )
    )


def _situation(session: Session, work: Workplace, claim: Claim) -> RecoverySituation:
    recovery, proposal = claim.recovery, claim.proposal
    balances = Balances(claim.sums)
    own = claim.amount_ore if recovery.decision_id else 0
    decider = session.get(OfficerRecord, proposal.decider_id) if proposal and proposal.decider_id else None
    return RecoverySituation(
        state=recovery.state,
        path=recovery.path,
        today=work.clock.today(),
        amount_ore=claim.amount_ore,
        left_ore=balances.undemanded + own,
        line_faults=tuple(_line_faults(claim)),
        undecided_faults=tuple(_undecided_faults(claim)),
        hearing=_hearing(session, claim),
        decision=decision_standing(session, claim.decision, work.clock.today()),
        money=_money(session, claim, balances),
        interest=recovery.interest,
        simple_allowed=bool(value_of(session, SIMPLE_ALLOWED)),
        only_unused=bool(claim.lines) and all(line.is_unused for line in claim.lines),
        decider=decider.name if decider else "",
        you_prepared=proposal is not None and proposal.proposed_by == work.officer_id,
        signed_outside=not work.store.enforces_people,
        appeal_decided=appeal_decided(session, claim.award.programme_id),
        disqualified=_disqualified(session, work, claim.award),
        inhibition=INHIBITED if inhibited(session, claim.award.id, work.clock.today()) else "",
    )


def _line_faults(claim: Claim) -> list[str]:
    if not claim.lines:
        return ["Förslaget har inga rader. Avsluta återkravet, eller skapa ett nytt förslag."]
    faults = []
    if claim.amount_ore <= 0:
        faults.append("Raderna ger inget belopp att kräva tillbaka. Ändra beloppen.")
    for line in claim.lines:
        if line.ground.modality is Modality.MAY and not (line.record.discretion or "").strip():
            faults.append(
                f"{line.label}: skäl för att kräva tillbaka saknas. Grunden ”{line.ground.title}” kan leda "
                "till återkrav men måste inte."
            )
    return faults


def _undecided_faults(claim: Claim) -> list[str]:
    return [
        f"{line.label}, {format_ore(line.record.amount_ore)}{NBSP}kr: vår bedömning saknas. Skriv den på "
        "raden."
        for line in claim.lines
        if not line.is_unused and not (line.record.judgement or "").strip()
    ]


def covers(claim: Claim) -> dict[str, object]:
    """What a letter written now covers: ground codes, the highest amount (öre) and the material."""
    return {
        "grounds": sorted({line.ground.code for line in claim.lines}),
        "maximum_ore": claim.amount_ore,
        "material": list(claim.material.ids),
    }


def _hearing(session: Session, claim: Claim) -> HearingStanding:
    if not claim.hearings:
        return HearingStanding()
    latest = claim.hearings[-1]
    sent = sent_on(session, latest.document_id) if latest.document_id else None
    now, said = covers(claim), latest.covers
    if sent is None:
        fits = now == said
    else:
        fits = (
            claim.amount_ore <= said["maximum_ore"]
            and {line.ground.code for line in claim.lines} <= set(said["grounds"])
            and set(claim.material.ids) <= set(said["material"])
        )
    return HearingStanding(
        written=True,
        fits=fits,
        sent_on=sent,
        answer_due_on=latest.answer_due_on,
        answered_on=latest.answered_on,
        answer_is_final=bool(latest.answer_is_final),
    )


def _money(session: Session, claim: Claim, balances: Balances) -> MoneyStanding:
    own = [it for it in claim.invoices if queries.demands(it, claim.recovery.id)]
    principal = [it for it in own if it.kind is InvoiceKind.PRINCIPAL]
    live = [it for it in principal if it.state not in queries.UNISSUED]
    money = queries.money_of(session, live)
    return MoneyStanding(
        open_claim_ore=balances.open_claim,
        threshold_ore=claim.sums.threshold,
        to_invoice_ore=balances.to_invoice,
        outstanding_ore=sum(it.outstanding_ore for it in money.values()),
        has_draft=any(it.state is InvoiceState.DRAFT for it in principal),
        issued=any(it.state is not InvoiceState.CREDITED for it in live),
        unsent=any(it.state is InvoiceState.ISSUED for it in live),
    )


def _disqualified(session: Session, work: Workplace, award: AwardRecord) -> str:
    try:
        work.refuse_disqualified(session, award)
    except NotAllowed as refused:
        return f"{refused.what} {refused.todo}"
    return ""

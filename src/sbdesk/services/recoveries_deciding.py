"""Lays a claim before the decider, and decides or returns it: checks, number, letter and event in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.findings import CheckOutcome, Level
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.recovery import LineReview
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.domain.rules.engine import run, settings_of
from sbdesk.domain.rules.recovery import DECIDE_RULES, ClaimLine, DecideFacts, HearingFacts
from sbdesk.services import recovery_letters
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.dispatches import sent_on
from sbdesk.services.hearings import move
from sbdesk.services.recoveries_appeal import appeal_rule
from sbdesk.services.recoveries_claims import Claim, claim_of, permitted
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import RECOVERY
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    ProposalRecord,
)
from sbdesk.store.records.parties import OfficerRecord

NOT_DECIDED = "Beslutet är inte fattat."
OWN_UNUSED = "beloppet är det som ni själva har återrapporterat som inte använt"
"""Why the simple path hears nobody, as the letter says it (FL 25 §: obviously unnecessary)."""


def propose(
    session: Session,
    work: Workplace,
    recovery_id: int,
    act: RecoveryAct,
    decider_id: int | None,
    unheard_reason: str = "",
) -> int:
    """Hand the claim over by one of three ways; the proposal's id. F13 when the decider is the preparer."""
    claim = permitted(session, work, recovery_id, act)
    if decider_id == work.officer_id:
        raise NotAllowed(
            "Du bereder ärendet och kan inte också besluta i det.",
            "Inget är ändrat.",
            "Välj en annan beslutsfattare.",
            code="F13",
        )
    former = claim.recovery.state
    proposal = ProposalRecord(
        award_id=claim.award.id,
        subject_kind=RECOVERY,
        subject_id=recovery_id,
        kind=DecisionKind.RECOVERY,
        state=ProposalState.OPEN,
        state_before=former.value,
        proposed_by=work.officer_id,
        proposed_on=work.clock.today(),
        decider_id=decider_id,
        reasons="\n".join(line.record.reason for line in claim.lines),
        content={"unheard_reason": unheard_reason, "lines": plain_lines(claim)},
    )
    session.add(proposal)
    session.flush()
    claim.recovery.prepared_by = work.officer_id
    after = {"proposal": proposal.id, "amount_ore": claim.amount_ore, "decider": decider_id}
    move(session, work, claim, act.value, after)
    return proposal.id


def decide(session: Session, work: Workplace, recovery_id: int, second: SecondPerson) -> DecisionRecord:
    """Review the lines and decide in one step; raises NotAllowed with "Beslutet är inte fattat."

    Refuses while the field on appeal is open, for the preparer (F13), for jäv, and for every stop among
    K02, K04, K06, K08 and K09, asked anew in this transaction.
    """
    if not claim_of(session, work, recovery_id).situation.appeal_decided:
        raise NotAllowed(
            "Det är inte bestämt om beslutet får överklagas.",
            NOT_DECIDED,
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        )
    claim = permitted(session, work, recovery_id, RecoveryAct.DECIDE, safe=NOT_DECIDED)
    proposal = claim.open_proposal
    _may_decide(session, work, claim, proposal, second)
    attestation = attest(
        session, work, Act("proposal", proposal.id, "decide", proposal.proposed_by, claim.award.id), second
    )
    outcomes = check(session, claim, proposal, second)
    decision = _write(session, claim, proposal, second, attestation, outcomes)
    recovery_letters.issue_decision(session, work, claim, decision, proposal.content["unheard_reason"])
    for line in claim.lines:
        line.record.review = LineReview.OK
    claim.recovery.decision_id = decision.id
    proposal.state, proposal.decision_id = ProposalState.DECIDED, decision.id
    after = {
        "decision": decision.id,
        "number": decision.number,
        "amount_ore": claim.amount_ore,
        "decided_on": decision.decided_on.isoformat(),
        "attestation": attestation.id,
    }
    move(session, work, claim, "decide", after)
    return decision


def give_back(
    session: Session, work: Workplace, recovery_id: int, reason: str, refused: Mapping[int, str]
) -> None:
    """Send the proposal back with a reason, and with one for each line refused (line id to reason)."""
    claim = permitted(session, work, recovery_id, RecoveryAct.RETURN)
    proposal = claim.open_proposal
    why = reason_given(reason, "skicka tillbaka förslaget")
    known = {line.record.id: line.record for line in claim.lines}
    if set(refused) - set(known):
        raise LookupError(sorted(refused))
    for line_id, words in refused.items():
        known[line_id].review = LineReview.REFUSED
        known[line_id].refusal_reason = reason_given(words, "underkänna raden")
    proposal.state, proposal.return_reason = ProposalState.RETURNED, why
    move(session, work, claim, "return", {"refused_lines": sorted(refused)}, why)


def _may_decide(
    session: Session, work: Workplace, claim: Claim, proposal: ProposalRecord, second: SecondPerson
) -> None:
    decider = session.get(OfficerRecord, second.officer_id)
    if decider is None:
        raise LookupError(second.officer_id)
    work.refuse_disqualified(session, claim.award, decider.id)
    if decider.id == proposal.proposed_by:
        return  # refused by the attestation, with F13
    if Role.DECIDER.value not in decider.roles:
        raise NotAllowed(
            f"{decider.name} är inte beslutsfattare.", NOT_DECIDED, "Välj en beslutsfattare i listan."
        )
    if claim.amount_ore > decider.decide_limit_ore:
        raise NotAllowed(
            f"{decider.name} får besluta om högst {format_kronor(decider.decide_limit_ore)}, och förslaget "
            f"är {format_kronor(claim.amount_ore)}.",
            NOT_DECIDED,
            "Be en beslutsfattare med högre beloppsgräns.",
        )
    if second.on < proposal.proposed_on:
        raise UserFacingError(
            f"Förslaget lämnades {proposal.proposed_on.isoformat()} och kan inte ha skrivits under "
            f"{second.on.isoformat()}.",
            NOT_DECIDED,
            "Ange den dag då beslutet skrevs under.",
        )


def check(
    session: Session, claim: Claim, proposal: ProposalRecord, second: SecondPerson
) -> tuple[CheckOutcome, ...]:
    """Ask K02, K04, K06, K08 and K09; NotAllowed with the first stop's sentence."""
    facts = _facts(session, claim, proposal, second)
    outcomes = run(DECIDE_RULES, facts, settings_of(claim.definition))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    stop = next((finding for finding in findings if finding.level is Level.STOP), None)
    if stop is not None:
        raise NotAllowed(stop.text, NOT_DECIDED, "")
    return outcomes


def _facts(session: Session, claim: Claim, proposal: ProposalRecord, second: SecondPerson) -> DecideFacts:
    granted = recovery_letters.granted_by(session, claim)
    preparer = session.get_one(OfficerRecord, proposal.proposed_by)
    balances = Balances(claim.sums)
    return DecideFacts(
        recovery_id=claim.recovery.id,
        recipient=claim.recipient.name,
        today=second.on,
        lines=tuple(
            ClaimLine(
                line.ground.code,
                line.ground.title,
                line.ground.modality,
                line.record.amount_ore,
                line.record.discretion or "",
            )
            for line in claim.lines
        ),
        material=frozenset(claim.material.ids),
        hearings=tuple(_hearings(session, claim)),
        repayable_ore=balances.repayable,
        voluntary_ore=claim.sums.voluntary,
        decided_before_ore=claim.sums.decided,
        grounds_in_decision=frozenset(ground["code"] for ground in granted.snapshot.get("grounds", ())),
        preparer=preparer.name,
        preparer_id=preparer.id,
        decider_id=second.officer_id,
        unheard_reason=proposal.content["unheard_reason"],
    )


def _hearings(session: Session, claim: Claim) -> list[HearingFacts]:
    return [
        HearingFacts(
            grounds=frozenset(hearing.covers["grounds"]),
            maximum_ore=hearing.covers["maximum_ore"],
            material=frozenset(hearing.covers["material"]),
            answer_due_on=hearing.answer_due_on,
            final_answer=bool(hearing.answer_is_final),
        )
        for hearing in claim.hearings
        if hearing.document_id and sent_on(session, hearing.document_id) is not None
    ]


def plain_lines(claim: Claim) -> list[dict[str, Any]]:
    """The lines as plain data, for proposal and snapshot."""
    return [
        {
            "line": line.record.id,
            "ground": line.ground.code,
            "amount_ore": line.record.amount_ore,
            "ledger_line": line.record.line_id,
            "cause": None if line.record.cause is None else int(line.record.cause),
        }
        for line in claim.lines
    ]


def _write(
    session: Session,
    claim: Claim,
    proposal: ProposalRecord,
    second: SecondPerson,
    attestation: AttestationRecord,
    outcomes: tuple[CheckOutcome, ...],
) -> DecisionRecord:
    rule = appeal_rule(session, claim.award.programme_id)
    decision = DecisionRecord(
        programme_id=claim.award.programme_id,
        kind=DecisionKind.RECOVERY,
        number=claim.recovery.number,
        decided_on=second.on,
        decider_id=second.officer_id,
        rapporteur_id=proposal.proposed_by,
        participants=[],
        reasons=proposal.reasons,
        snapshot={
            "sums": {**asdict(claim.sums), "basis": claim.sums.basis.value},
            "lines": plain_lines(claim),
            "unheard_reason": proposal.content["unheard_reason"],
            "checks": [{"code": it.code, "word": it.word} for it in outcomes],
            "appeal": {
                "allowed": rule.allowed.value if rule else "not_decided",
                "three_weeks_from": rule.three_weeks_from.value if rule else "not_decided",
            },
        },
        attestation_id=attestation.id,
    )
    session.add(decision)
    session.flush()
    # A recovery grants nothing: the line only says which award the decision concerns.
    session.add(DecisionLineRecord(decision_id=decision.id, award_id=claim.award.id, granted_ore=0))
    session.flush()
    return decision

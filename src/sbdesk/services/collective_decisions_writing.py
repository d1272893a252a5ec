"""Writes a collective decision in one transaction: each case is tried again, and one that falls stops all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.glyphs import refuse_unwritable
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.services import collective_decisions_letters, decision_guards
from sbdesk.services.attestations import Act as Subject
from sbdesk.services.attestations import SecondPerson, attest
from sbdesk.services.cases import Case, case_of, refuse_stale
from sbdesk.services.decision_acts import (
    NUMBER_SERIES,
    attest_account,
    file_shared_page,
    open_proposal,
    settle_case,
)
from sbdesk.services.decision_snapshots import snapshot_of
from sbdesk.services.document_store import file_to
from sbdesk.services.numbering import take_number
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import AttestationRecord, DecisionRecord
from sbdesk.store.records.parties import OfficerRecord

NOTHING_DECIDED = "Inget av ärendena är beslutat."
FEWEST = 2
"""A collective decision is about more than one case."""
TOO_FEW = "Ett samlat beslut gäller minst två ärenden."
OTHERWISE = "Välj färre ärenden eller en annan beslutsfattare."


@dataclass(frozen=True, slots=True)
class Together:
    """Who decided, who took part, and the decision's own case number (dnr)."""

    second: SecondPerson
    participants: tuple[int, ...]
    case_number: str


class CaseFell(NotAllowed):
    """One case no longer holds, so nothing is decided; ``award_id`` says which."""

    def __init__(self, case: Case, error: UserFacingError) -> None:
        self.recipient = case.records.recipient.name
        self.award_id = case.records.award.id
        super().__init__(
            f"{self.recipient}: {error.what}",
            NOTHING_DECIDED,
            "Fortsätt utan ärendet, eller rätta det först.",
        )

    def told(self, award_id: int) -> str:
        """What stands at a case of the decision that was not made."""
        if award_id == self.award_id:
            return str(self)
        return f"{NOTHING_DECIDED} {self.recipient} hindrar det samlade beslutet."


def decide_together(
    session: Session, work: Workplace, wanted: Sequence[tuple[int, int | None]], signed: Together
) -> list[Any]:
    """The decision's number and the covering letter per award id (as text), in the caller's transaction.

    ``wanted`` is award id and the requisition's version as the officer saw it. Raises CaseFell.
    """
    if not signed.case_number:
        raise UserFacingError(
            "Det samlade beslutet saknar diarienummer.", NOTHING_DECIDED, "Ange numret ur diariet."
        )
    refuse_too_few(len(wanted))
    refuse_unwritable(signed.case_number)
    decision_guards.know_participants(session, signed.participants)
    cases = [_tried(session, work, award_id, seen, signed.second) for award_id, seen in wanted]
    _within_limit(session, cases, signed.second.officer_id)
    attested = [_attested(session, work, case, signed.second) for case in cases]
    decision = _written(session, cases, attested, signed)
    for case, attestation in zip(cases, attested, strict=True):
        settle_case(session, work, case, decision, attestation)
        attest_account(session, work, case, open_proposal(case), signed.second)
    issued = collective_decisions_letters.issue(session, work, cases, decision, signed.case_number)
    for case, attestation in zip(cases, attested, strict=True):
        file_to(session, issued.decision_id, ("requisition", case.requisition.id))
        file_shared_page(session, case, attestation)
    return [decision.number, issued.covering]


def refuse_too_few(count: int) -> None:
    """Raise when the cases are too few for a decision in common."""
    if count < FEWEST:
        raise UserFacingError(TOO_FEW, NOTHING_DECIDED, "Besluta i ärendet för sig.")


def above_limit(session: Session, decider: OfficerRecord, programme_id: int, total: Ore) -> str:
    """Why the decider may not sign for the sum (öre) in one decision; empty when it is within the limit."""
    limit = decision_guards.limit_of(session, decider, programme_id)
    if total <= limit:
        return ""
    return (
        f"{decider.name} får besluta om högst {format_kronor(limit)}, och det samlade "
        f"beslutet är {format_kronor(total)}."
    )


def _within_limit(session: Session, cases: Sequence[Case], decider_id: int) -> None:
    """The sum is one decision's, so it is asked of the one who signs, not only of the one proposed."""
    total = sum(line["granted_ore"] for case in cases for line in open_proposal(case).content["lines"])
    decider = session.get_one(OfficerRecord, decider_id)
    why = above_limit(session, decider, cases[0].records.award.programme_id, total)
    if why:
        raise NotAllowed(why, NOTHING_DECIDED, OTHERWISE)


def _tried(session: Session, work: Workplace, award_id: int, seen: int | None, second: SecondPerson) -> Case:
    case = case_of(session, work, award_id)
    try:
        decision_guards.still_holds(session, case)
        refuse_stale(session, case.requisition, seen)
        decision_guards.may_decide(session, work, case, open_proposal(case), second)
    except UserFacingError as error:
        raise CaseFell(case, error) from error
    return case


def _attested(session: Session, work: Workplace, case: Case, second: SecondPerson) -> AttestationRecord:
    proposal = open_proposal(case)
    subject = Subject("proposal", proposal.id, "decide", proposal.proposed_by, case.records.award.id)
    return attest(session, work, subject, second)


def _written(
    session: Session, cases: Sequence[Case], attested: Sequence[AttestationRecord], signed: Together
) -> DecisionRecord:
    """One row; the snapshot holds every award's own facts, kind and reasons."""
    first, proposals = cases[0], [open_proposal(case) for case in cases]
    snapshot = snapshot_of(session, first)
    snapshot["awards"] = {
        str(case.records.award.id): {
            **snapshot_of(session, case)["awards"][str(case.records.award.id)],
            "kind": proposal.kind.value,
            "reasons": proposal.reasons,
        }
        for case, proposal in zip(cases, proposals, strict=True)
    }
    snapshot["case_number"] = signed.case_number
    parts = any(proposal.kind is DecisionKind.PARTIAL_GRANT for proposal in proposals)
    decision = DecisionRecord(
        programme_id=first.records.award.programme_id,
        kind=DecisionKind.PARTIAL_GRANT if parts else DecisionKind.GRANT,
        number=take_number(session, NUMBER_SERIES, signed.second.on.year),
        decided_on=signed.second.on,
        decider_id=signed.second.officer_id,
        rapporteur_id=proposals[0].proposed_by,
        participants=list(signed.participants),
        reasons=_reasons(cases),
        snapshot=snapshot,
        attestation_id=attested[0].id,
    )
    session.add(decision)
    session.flush()
    return decision


def _reasons(cases: Sequence[Case]) -> str:
    told = [(case.records.recipient.name, open_proposal(case).reasons.strip()) for case in cases]
    return "\n\n".join(f"{name}: {reasons}" for name, reasons in told if reasons)

"""Writes proposals, decisions and letters in the transaction of the act that asks for them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage
from sbdesk.documents.glyphs import refuse_unwritable
from sbdesk.domain.amount_keys import AmountKey, component_of, order
from sbdesk.domain.decision import MOVES_MONEY, DecisionKind, ProposalState
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.ore import Ore
from sbdesk.domain.requisition import REQUISITION_MACHINE, Channel
from sbdesk.services import decision_guards, decision_letters, payout_accounts
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.cases import Case
from sbdesk.services.decision_letters import Signing
from sbdesk.services.decision_snapshots import snapshot_of
from sbdesk.services.document_store import NewDocument, anchor, file_to, keep_document
from sbdesk.services.numbering import take_number
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.base import canonical_json
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    ProposalRecord,
)
from sbdesk.store.records.office import DocumentRecord

NUMBER_SERIES = "B"
VERB = {
    DecisionKind.GRANT: "grant",
    DecisionKind.PARTIAL_GRANT: "grant",
    DecisionKind.REFUSE: "refuse",
    DecisionKind.DISMISS: "dismiss",
    DecisionKind.WRITE_OFF_CASE: "write_off",
}
"""The requisition's verb behind each kind of decision."""
_PROPOSING = {
    DecisionKind.REFUSE: "propose_refusal",
    DecisionKind.DISMISS: "propose_dismissal",
    DecisionKind.WRITE_OFF_CASE: "write_off_case",
}


def open_proposal(case: Case) -> ProposalRecord:
    """The proposal that waits; LookupError when there is none."""
    if case.records.proposal is None:
        raise LookupError(f"award {case.records.award.id} has no open proposal")
    return case.records.proposal


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is laid before the decider: öre by whose amount it is, none where nothing is granted."""

    kind: DecisionKind
    lines: dict[AmountKey, Ore]
    reasons: str
    decider_id: int | None


def lines_of(case: Case, amounts: Mapping[AmountKey, Ore]) -> list[dict[str, Any]]:
    """The amounts as lines of a proposal, each with its operation where it is for a single one."""
    operations = {part.key: part.operation_id for part in case.parts}
    return [
        {"component_id": component_of(key), "operation_id": operations.get(key), "granted_ore": amounts[key]}
        for key in sorted(amounts, key=order)
    ]


def lay_before(session: Session, work: Workplace, case: Case, proposed: Proposed) -> int:
    """Write the proposal in the caller's transaction; its id.

    NotAllowed when the decider is the preparer or no decider; MissingGlyph for reasons no letter can write.
    """
    _refuse_unfit(session, work, proposed)
    requisition, kind = case.requisition, proposed.kind
    former = requisition.state
    requisition.state = REQUISITION_MACHINE.target(former, _PROPOSING.get(kind, "propose"))
    requisition.state_before = former
    proposal = ProposalRecord(
        award_id=case.records.award.id,
        subject_kind="requisition",
        subject_id=requisition.id,
        kind=kind,
        state=ProposalState.OPEN,
        state_before=former.value,
        proposed_by=work.officer_id,
        proposed_on=work.clock.today(),
        decider_id=proposed.decider_id,
        reasons=proposed.reasons.strip(),
        content={"lines": lines_of(case, proposed.lines), "revision": case.revision.revision},
    )
    session.add(proposal)
    session.flush()
    work.record(
        session,
        "propose",
        ("proposal", proposal.id),
        award_id=case.records.award.id,
        before={"state": former.value},
        after={
            "kind": kind.value,
            "granted_ore": sum(proposed.lines.values()),
            "decider": proposed.decider_id,
        },
    )
    return proposal.id


def _refuse_unfit(session: Session, work: Workplace, proposed: Proposed) -> None:
    _refuse_same_person(work, proposed.decider_id)
    decision_guards.may_be_proposed_to(session, proposed.decider_id)
    refuse_unwritable(proposed.reasons)


def write_decision(
    session: Session,
    work: Workplace,
    case: Case,
    proposal: ProposalRecord,
    second: SecondPerson,
    participants: tuple[int, ...],
    attestation: AttestationRecord,
) -> DecisionRecord:
    """Number, decision and lines with the snapshot of what it rests on, in the caller's transaction."""
    decision = DecisionRecord(
        programme_id=case.records.award.programme_id,
        kind=proposal.kind,
        number=take_number(session, NUMBER_SERIES, second.on.year),
        decided_on=second.on,
        decider_id=second.officer_id,
        rapporteur_id=proposal.proposed_by,
        participants=list(participants),
        reasons=proposal.reasons,
        change_ground=proposal.change_ground,
        snapshot=snapshot_of(session, case),
        attestation_id=attestation.id,
    )
    session.add(decision)
    session.flush()
    settle_case(session, work, case, decision, attestation)
    return decision


def settle_case(
    session: Session, work: Workplace, case: Case, decision: DecisionRecord, attestation: AttestationRecord
) -> None:
    """Write what the decision gives the case, move requisition and proposal, and tell it in the log."""
    award, requisition, proposal = case.records.award, case.requisition, open_proposal(case)
    lines = proposal.content["lines"] or [{"component_id": None, "granted_ore": 0}]
    session.add_all(
        DecisionLineRecord(decision_id=decision.id, award_id=award.id, **line)
        for line in lines
        if line["granted_ore"] or proposal.kind not in MOVES_MONEY
    )
    requisition.state = REQUISITION_MACHINE.target(requisition.state, VERB[proposal.kind])
    proposal.state, proposal.decision_id = ProposalState.DECIDED, decision.id
    session.flush()
    granted = sum(line["granted_ore"] for line in lines)
    told = _told(decision, proposal.kind, granted, attestation, signed_words(session, attestation))
    work.record(session, "decide", ("decision", decision.id), award_id=award.id, after=told)


def _told(
    decision: DecisionRecord, kind: DecisionKind, granted: Ore, attestation: AttestationRecord, signed: str
) -> dict[str, Any]:
    """What the event says: the snapshot is too large for it, its hash is not."""
    return {
        "number": decision.number,
        "kind": kind.value,
        "granted_ore": granted,
        "decided_on": decision.decided_on.isoformat(),
        "attestation": attestation.id,
        "signed": signed,
        "snapshot_sha256": hashlib.sha256(canonical_json(decision.snapshot).encode()).hexdigest(),
    }


def file_shared_page(session: Session, case: Case, attestation: AttestationRecord) -> None:
    """Let a signed page that lists several cases stand among the documents of each."""
    if attestation.document_id is not None:
        file_to(session, attestation.document_id, ("requisition", case.requisition.id))


def attest_account(
    session: Session, work: Workplace, case: Case, proposal: ProposalRecord, second: SecondPerson
) -> None:
    """Let the signed decision also stand behind an account that came through the portal.

    The letter that the second person signs prints the account; through the portal it was entered by the
    recipient's own representative and compared by the officer. By e-mail or post the account is confirmed
    by itself, after a call back.
    """
    account = case.records.account
    checked = case.revision.portal_checked_by is not None
    portal = case.requisition.channel is Channel.PORTAL and checked
    if account is None or account.attestation_id is not None or not portal:
        return
    if payout_accounts.needs_call(account):
        return
    if proposal.kind not in MOVES_MONEY or second.officer_id == account.entered_by:
        return
    payout_accounts.confirm(session, work, account, second, case.records.award.id)


def issue_letter(
    session: Session,
    work: Workplace,
    case: Case,
    proposal: ProposalRecord,
    decision: DecisionRecord,
    second: SecondPerson,
    participants: tuple[int, ...],
) -> DocumentRecord:
    """Draw, keep and anchor the letter in the caller's transaction, so that no decision lacks its letter."""
    signing = Signing(second.officer_id, second.on, participants)
    letter = decision_letters.letter_of(session, case, proposal, signing, Stage.ISSUED, proposal.proposed_by)
    name = case.records.recipient.name
    document = keep_document(
        session,
        work,
        NewDocument(
            content=letter.pdf,
            file_name=f"{decision.number}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="decision_letter",
            title=f"Beslut {decision.number}, {case.definition.short_title}, {name}",
            number=decision.number,
            award_id=case.records.award.id,
            content_model=letter.model,
            wording_version=letter.stamp,
        ),
    )
    decision.document_id = document.id
    anchor(session, work, document, "letter")
    return document


def _refuse_same_person(work: Workplace, decider_id: int | None) -> None:
    if decider_id == work.officer_id:
        raise NotAllowed(
            "Du bereder ärendet och kan inte också besluta i det.",
            "Inget är ändrat.",
            "Välj en annan beslutsfattare.",
            code="F13",
        )

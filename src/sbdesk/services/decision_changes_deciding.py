"""Decides a change: judged once more, number, lines, snapshot, letter and event in one transaction."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage as LetterStage
from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.domain.decision_changes import fault, hearing_fault
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.requisition import REQUISITION_MACHINE
from sbdesk.services import decision_changes_letters as letters
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.cases import Case
from sbdesk.services.decision_acts import NUMBER_SERIES, lines_of
from sbdesk.services.decision_changes_cases import Change, change_of
from sbdesk.services.decision_guards import DECIDE_LIMIT, NOT_DECIDED
from sbdesk.services.decision_letters import Signing
from sbdesk.services.decision_snapshots import snapshot_of
from sbdesk.services.numbering import take_number
from sbdesk.services.office_settings import value_of
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
from sbdesk.store.records.parties import OfficerRecord

VERBS = {
    DecisionKind.AMEND: "amend",
    DecisionKind.REVOKE: "revoke",
    DecisionKind.WITHHOLD: "withhold",
}
"""The requisition's verb behind each decision."""
WORDS = {
    DecisionKind.AMEND: "Beslutet är ändrat",
    DecisionKind.REVOKE: "Beslutet är upphävt",
    DecisionKind.WITHHOLD: "Det är beslutat att inte betala ut",
}
_CARRIED = ("programme", "instruction", "facts", "conditions", "grounds")


def write(
    session: Session,
    work: Workplace,
    case: Case,
    proposal: ProposalRecord,
    second: SecondPerson,
    participants: tuple[int, ...],
    attestation: AttestationRecord,
) -> tuple[DecisionRecord, DocumentRecord]:
    """The new decision and its letter, in the caller's transaction; NotAllowed when it no longer holds."""
    change = known(session, work, case)
    _still_holds(session, change, second)
    signing = Signing(second.officer_id, second.on, participants)
    source = letters.source_of(session, change, signing)
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
        snapshot=_snapshot(session, change, carried=not source.replaces),
        attestation_id=attestation.id,
    )
    session.add(decision)
    session.flush()
    _add_lines(session, change, decision)
    case.requisition.state = REQUISITION_MACHINE.target(case.requisition.state, VERBS[proposal.kind])
    proposal.state, proposal.decision_id = ProposalState.DECIDED, decision.id
    change.record.decision_id = decision.id
    session.flush()
    told = _told(change, decision, signed_words(session, attestation))
    work.record(session, "decide_change", ("decision", decision.id), award_id=proposal.award_id, after=told)
    document = letters.issue(session, work, source, decision)
    if not change.facts.letter_sent:
        _replace_letter(session, work, case, decision)
    return decision, document


def draft(session: Session, work: Workplace, case: Case, proposal: ProposalRecord) -> bytes:
    """The proposed change as PDF, marked UTKAST, to be read and signed."""
    signing = Signing(proposal.decider_id, work.clock.today())
    source = letters.source_of(session, known(session, work, case), signing)
    return letters.draw(session, source, LetterStage.DRAFT)


def known(session: Session, work: Workplace, case: Case) -> Change:
    """The change behind the case's proposal; LookupError when there is none."""
    change = change_of(session, work, case.records.award.id, case)
    if change is None:
        raise LookupError(f"award {case.records.award.id} has no open change")
    return change


def _still_holds(session: Session, change: Change, second: SecondPerson) -> None:
    found = fault(change.facts) or hearing_fault(change.facts)
    if found is not None:
        raise NotAllowed(found.what, NOT_DECIDED, found.todo)
    decider = session.get_one(OfficerRecord, second.officer_id)
    programme_limit = value_of(session, DECIDE_LIMIT, change.case.records.award.programme_id)
    limits = [decider.decide_limit_ore, *([] if programme_limit is None else [int(programme_limit)])]
    weight = max(change.facts.before_ore, change.facts.after_ore)
    if weight > min(limits):
        raise NotAllowed(
            f"{decider.name} får besluta om högst {format_kronor(min(limits))}, och beslutet gäller "
            f"{format_kronor(weight)}.",
            NOT_DECIDED,
            "Be en beslutsfattare med högre beloppsgräns.",
        )


def _add_lines(session: Session, change: Change, decision: DecisionRecord) -> None:
    """Taken before given, so that the sum never passes the allotment on the way.

    With money on its way it is given first, so that the sum never passes below what is paid.
    """
    lines = sorted(lines_of(change.case, change.facts.lines), key=lambda line: int(line["granted_ore"]))
    if change.facts.on_its_way_ore:
        lines.reverse()
    for line in lines:
        session.add(DecisionLineRecord(decision_id=decision.id, award_id=change.record.award_id, **line))
        session.flush()


def _snapshot(session: Session, change: Change, *, carried: bool) -> dict[str, Any]:
    """What the change rests on; the conditions of the decision that it changes stay in force (FL 37 §)."""
    own = snapshot_of(session, change.case)
    former = change.former.snapshot
    if carried:
        own |= {key: former[key] for key in _CARRIED if key in former}
    own["change"] = {
        "of": change.former.number,
        "ground": change.record.change_ground.value if change.record.change_ground else None,
        "unheard_reason": change.facts.unheard_reason,
        "parts": [
            {
                "component": part.component_id,
                "operation": part.operation_id,
                "before_ore": part.before_ore,
                "after_ore": part.after_ore,
            }
            for part in change.facts.parts
        ],
    }
    return own


def _told(change: Change, decision: DecisionRecord, signed: str) -> dict[str, Any]:
    facts = change.facts
    before: Ore = facts.before_ore
    return {
        "number": decision.number,
        "kind": decision.kind.value,
        "changes": change.former.number,
        "from_ore": before,
        "to_ore": facts.after_ore,
        "decided_on": decision.decided_on.isoformat(),
        "attestation": decision.attestation_id,
        "signed": signed,
        "snapshot_sha256": hashlib.sha256(canonical_json(decision.snapshot).encode()).hexdigest(),
    }


def _replace_letter(session: Session, work: Workplace, case: Case, decision: DecisionRecord) -> None:
    """The former letter never left: it is put aside, so that nobody sends it beside the new one."""
    document = session.get_one(DocumentRecord, case.records.letter_id)
    document.hidden_reason = f"Ersatt av beslut {decision.number} innan brevet skickades."
    session.flush()
    work.record(
        session,
        "replace_letter",
        ("document", document.id),
        award_id=case.records.award.id,
        after={"title": document.title},
        reason=document.hidden_reason,
    )

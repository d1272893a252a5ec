"""Lays a change or a reconsideration before the decider, in the transaction of the act that asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.glyphs import refuse_unwritable
from sbdesk.domain.amount_keys import Amounts, keyed
from sbdesk.domain.decision import ChangeGround, DecisionKind, ProposalState
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.periods import in_words
from sbdesk.domain.requisition import REQUISITION_MACHINE
from sbdesk.services import decision_guards, requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.decision_acts import lines_of
from sbdesk.services.decision_changes_cases import Change
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import ProposalRecord

VERBS = {
    DecisionKind.AMEND: "propose_amendment",
    DecisionKind.REVOKE: "propose_revoke",
    DecisionKind.WITHHOLD: "propose_withholding",
}
"""The requisition's verb behind each kind of change."""
_ENDED = {
    DecisionKind.REFUSE: "där rekvisitionen avslogs",
    DecisionKind.DISMISS: "där rekvisitionen avvisades",
}


def lay_before(session: Session, work: Workplace, change: Change, decider_id: int | None) -> int:
    """The proposal for a prepared change; its id. F13 when the decider is the preparer.

    A change that gives more asks the checks anew: a stop hinders it, the reasons answer the deviations.
    """
    record, facts, case = change.record, change.facts, change.case
    if facts.after_ore > facts.before_ore:
        answer_checks(session, work, case, record.reasons)
    content = {"lines": lines_of(case, facts.lines), "revision": case.revision.revision, "change": record.id}
    proposal = _proposal(work, case, record.kind, record.reasons, decider_id, content)
    proposal.change_ground = record.change_ground
    return _propose(session, work, case, proposal, VERBS[record.kind])


def reconsider(
    session: Session,
    work: Workplace,
    case: Case,
    lines: Amounts,
    reasons: str,
    decider_id: int | None,
) -> int:
    """The proposal to grant what was refused or dismissed; its id."""
    why = reason_given(reasons, "ompröva beslutet")
    wanted = keyed(lines)
    decision_guards.amounts_fit(case, wanted)
    kind = decision_guards.kind_of(case, wanted)
    answer_checks(session, work, case, why)
    former = case.records.decided
    told = (
        f"Vi har omprövat vårt beslut {former.number} den {in_words(former.decided_on)}, "
        f"{_ENDED[former.kind]}. Det här beslutet ersätter det."
    )
    content = {
        "lines": lines_of(case, wanted),
        "revision": case.revision.revision,
        "reconsiders": former.id,
    }
    proposal = _proposal(work, case, kind, f"{told}\n\n{why}", decider_id, content)
    proposal.change_ground = ChangeGround.IN_FAVOUR
    return _propose(session, work, case, proposal, "reconsider")


def answer_checks(session: Session, work: Workplace, case: Case, reasons: str) -> None:
    """Raise for a stop, and keep the reasons as the answer to every deviation that has none."""
    case = with_checks(session, case)
    stops = requisition_checks.stops(case.outcomes)
    if stops:
        raise NotAllowed(
            f"Stopp hindrar bifall: {', '.join(stops)}.",
            "Inget är ändrat.",
            "Åtgärda det som stoppar, eller låt beslutet stå.",
        )
    answered = requisition_checks.reasons(session, case.records.award.id)
    for finding in requisition_checks.deviations(case.outcomes):
        if finding.fingerprint() not in answered:
            requisition_checks.keep(session, work, case.records.award.id, finding, reasons)


def with_checks(session: Session, case: Case) -> Case:
    """The case with its checks asked today: after a decision nobody asks them otherwise."""
    asked = requisition_checks.ask(session, case.records, case.definition, case.facts.today)
    return replace(case, outcomes=asked)


def _proposal(
    work: Workplace,
    case: Case,
    kind: DecisionKind,
    reasons: str,
    decider_id: int | None,
    content: dict[str, Any],
) -> ProposalRecord:
    if decider_id == work.officer_id:
        raise NotAllowed(
            "Du bereder ärendet och kan inte också besluta i det.",
            "Inget är ändrat.",
            "Välj en annan beslutsfattare.",
            code="F13",
        )
    return ProposalRecord(
        award_id=case.records.award.id,
        subject_kind="requisition",
        subject_id=case.requisition.id,
        kind=kind,
        state=ProposalState.OPEN,
        state_before=case.requisition.state.value,
        proposed_by=work.officer_id,
        proposed_on=work.clock.today(),
        decider_id=decider_id,
        reasons=reasons,
        content=content,
    )


def _propose(session: Session, work: Workplace, case: Case, proposal: ProposalRecord, verb: str) -> int:
    decision_guards.may_be_proposed_to(session, proposal.decider_id)
    refuse_unwritable(proposal.reasons)
    requisition = case.requisition
    former = requisition.state
    requisition.state = REQUISITION_MACHINE.target(former, verb)
    requisition.state_before = former
    session.add(proposal)
    session.flush()
    work.record(
        session,
        verb,
        ("proposal", proposal.id),
        award_id=proposal.award_id,
        before={"state": former.value},
        after={
            "kind": proposal.kind.value,
            "difference_ore": sum(line["granted_ore"] for line in proposal.content["lines"]),
            "decider": proposal.decider_id,
        },
    )
    return proposal.id

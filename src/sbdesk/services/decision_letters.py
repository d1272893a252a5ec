"""Fills the decision letters from a proposal: the same words as draft and as issued letter.

``letter_of(session, case, proposal, signing, stage, preparer) -> MadeLetter`` makes the letter of any kind
that ends a requisition: grant, grant in part, refusal, dismissal and write-off. ``content_of`` gives the
content of the first three, which a collective decision puts together.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.documents.closing_decision import ClosingContent, render_closing_decision
from sbdesk.documents.content import Authorship, Person, Stage, content_json
from sbdesk.documents.decision_content import DecisionContent
from sbdesk.documents.decision_letter import render_decision_letter
from sbdesk.documents.programme_wording import has_debt_rule, programme_wording
from sbdesk.documents.wording import Wording
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.findings import CheckStatus, Level
from sbdesk.domain.requisition import RevisionReason
from sbdesk.services import letter_parts, requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.grant_terms import attachments_of, parts_of, terms_of, units_of
from sbdesk.services.payout_accounts import account_text, in_sentence
from sbdesk.store.records.awards import RequisitionRevisionRecord
from sbdesk.store.records.decisions import ProposalRecord


@dataclass(frozen=True, slots=True)
class Signing:
    """Whose decision the letter states, of which day; ids of officers."""

    decider_id: int | None
    on: date
    participants: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A letter as PDF, with what it was made from and the versions of its texts, as documents keep them."""

    pdf: bytes
    model: Any
    stamp: str


def letter_of(
    session: Session, case: Case, proposal: ProposalRecord, signing: Signing, stage: Stage, preparer: int
) -> MadeLetter:
    """The letter of the proposed decision, whatever its kind."""
    if proposal.kind in (DecisionKind.DISMISS, DecisionKind.WRITE_OFF_CASE):
        closing = closing_content_of(session, case, proposal, signing, stage, preparer)
        wording = programme_wording("closing", case.definition)
        return made(render_closing_decision(closing, wording), closing, wording)
    content = content_of(session, case, proposal, signing, stage, preparer)
    wording = programme_wording("decision", case.definition)
    return made(render_decision_letter(content, wording), content, wording)


def made(pdf: bytes, content: Any, wording: Wording) -> MadeLetter:
    """The drawn letter with its content as plain data and its wording's versions and hashes."""
    return MadeLetter(pdf, json.loads(content_json(content)), wording.stamp)


def paragraphs(reasons: str) -> tuple[str, ...]:
    """The officer's reasons, split where a line is left empty."""
    return tuple(part.strip() for part in reasons.split("\n\n") if part.strip())


def speaks_for_itself(case: Case, *, refuses: bool, granted: int) -> bool:
    """Whether the letter needs no reasons of the officer's own: granted in full, or up to the allotment."""
    free_of_debt = _found_nothing(case, "R07") or not has_debt_rule(case.definition)
    if refuses or not _found_nothing(case, "R02") or not free_of_debt:
        return False
    requested, allotted = case.revision.requested_ore, requisition_checks.allotted(case.parts)
    return granted == requested or (allotted is not None and allotted < requested and granted == allotted)


def content_of(
    session: Session, case: Case, proposal: ProposalRecord, signing: Signing, stage: Stage, preparer: int
) -> DecisionContent:
    """What a grant, a grant in part or a refusal says.

    Raises UserFacingError when the programme has no last day to use the money.
    """
    award, requisition, revision = case.records.award, case.requisition, case.revision
    account, parts = case.records.account, parts_of(case, proposal)
    return DecisionContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        kind=proposal.kind,
        dated=signing.on,
        received_on=requisition.received_on,
        requested_ore=revision.requested_ore,
        parts=parts,
        terms=terms_of(session, case),
        account=in_sentence(account_text(account)) if account else "",
        appeal=letter_parts.appeal(session, award.programme_id, proposal.kind),
        authorship=_authorship(session, case, signing, stage, preparer),
        contact=letter_parts.person(session, award.assignee_id or preparer),
        by_representative=_found_nothing(case, "R05"),
        completed_on=_completed_on(session, requisition.id),
        in_time=_found_nothing(case, "R02"),
        without_debt=_found_nothing(case, "R07"),
        reasons=paragraphs(proposal.reasons),
        attachments=attachments_of(session, case),
        units_list=units_of(case, parts),
    )


def closing_content_of(
    session: Session, case: Case, proposal: ProposalRecord, signing: Signing, stage: Stage, preparer: int
) -> ClosingContent:
    """What a dismissal or a write-off says; raises as :func:`content_of`."""
    award, requisition = case.records.award, case.requisition
    written_off = proposal.kind is DecisionKind.WRITE_OFF_CASE
    return ClosingContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        kind=proposal.kind,
        dated=signing.on,
        received_on=requisition.received_on,
        requested_ore=case.revision.requested_ore,
        appeal=letter_parts.appeal(session, award.programme_id, proposal.kind),
        authorship=_authorship(session, case, signing, stage, preparer),
        contact=letter_parts.person(session, award.assignee_id or preparer),
        reasons=paragraphs(proposal.reasons),
        withdrawn_on=requisition.withdrawn_on if written_off else None,
    )


def _authorship(session: Session, case: Case, signing: Signing, stage: Stage, preparer: int) -> Authorship:
    decider = letter_parts.person(session, signing.decider_id) if signing.decider_id else Person("…")
    return Authorship(
        decider=decider,
        rapporteur=letter_parts.person(session, preparer),
        participants=tuple(letter_parts.person(session, other) for other in signing.participants),
        signature_line=stage is Stage.DRAFT and case.facts.signed_outside,
    )


def _found_nothing(case: Case, code: str) -> bool:
    """Whether a check ran and found nothing heavier than a note."""
    outcome = next(outcome for outcome in case.outcomes if outcome.code == code)
    heavy = outcome.level in (Level.STOP, Level.DEVIATION)
    return not heavy and outcome.status in (CheckStatus.OK, CheckStatus.FINDING)


def _completed_on(session: Session, requisition_id: int) -> date | None:
    revision = RequisitionRevisionRecord
    return session.scalar(
        select(func.max(revision.on)).where(
            revision.requisition_id == requisition_id, revision.reason == RevisionReason.COMPLETION
        )
    )

"""Fills the decision letter from a proposal: the same words as draft and as issued letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.documents.content import Authorship, Person, Stage
from sbdesk.documents.decision_content import DecisionContent, GrantedPart, GrantTerms
from sbdesk.documents.decision_letter import render_decision_letter
from sbdesk.documents.wording import Wording, load_wording
from sbdesk.domain.findings import CheckStatus, Level
from sbdesk.domain.requisition import RevisionReason
from sbdesk.services import letter_parts, requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.payout_accounts import account_text, in_sentence
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.store.records.awards import RequisitionRevisionRecord
from sbdesk.store.records.decisions import ProposalRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.reports import ExpectedReportRecord


@dataclass(frozen=True, slots=True)
class Signing:
    """Whose decision the letter states, of which day; ids of officers."""

    decider_id: int | None
    on: date
    participants: tuple[int, ...] = ()


def decision_wording(case: Case) -> Wording:
    """The texts of the decision letter for the case's programme."""
    return load_wording("decision", case.definition.id)


def render(content: DecisionContent, case: Case) -> bytes:
    """The letter as PDF."""
    return render_decision_letter(content, decision_wording(case))


def paragraphs(reasons: str) -> tuple[str, ...]:
    """The officer's reasons, split where a line is left empty."""
    return tuple(part.strip() for part in reasons.split("\n\n") if part.strip())


def speaks_for_itself(case: Case, *, refuses: bool, granted: int) -> bool:
    """Whether the letter needs no reasons of the officer's own: granted in full, or up to the allotment."""
    if refuses or not _found_nothing(case, "R02") or not _found_nothing(case, "R07"):
        return False
    requested, allotted = case.revision.requested_ore, requisition_checks.allotted(case.parts)
    return granted == requested or (allotted is not None and allotted < requested and granted == allotted)


def content_of(
    session: Session, case: Case, proposal: ProposalRecord, signing: Signing, stage: Stage, preparer: int
) -> DecisionContent:
    """What the letter says. Raises LookupError when the programme lacks its assignment or last day."""
    award, requisition, revision = case.records.award, case.requisition, case.revision
    account = case.records.account
    return DecisionContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        kind=proposal.kind,
        dated=signing.on,
        received_on=requisition.received_on,
        requested_ore=revision.requested_ore,
        parts=_parts(case, proposal),
        terms=_terms(session, case),
        account=in_sentence(account_text(account)) if account else "",
        appeal=letter_parts.appeal(session, award.programme_id, proposal.kind),
        authorship=_authorship(session, case, signing, stage, preparer),
        contact=letter_parts.person(session, award.assignee_id or preparer),
        by_representative=_found_nothing(case, "R05"),
        completed_on=_completed_on(session, requisition.id),
        in_time=_found_nothing(case, "R02"),
        without_debt=_found_nothing(case, "R07"),
        reasons=paragraphs(proposal.reasons),
        attachments=_attachments(session, case),
    )


def _parts(case: Case, proposal: ProposalRecord) -> tuple[GrantedPart, ...]:
    granted = {line["component_id"]: line["granted_ore"] for line in proposal.content["lines"]}
    return tuple(
        GrantedPart(part.code, part.operation, part.operation_short, granted[part.component_id])
        for part in case.parts
        if granted.get(part.component_id, 0) > 0
    )


def _terms(session: Session, case: Case) -> GrantTerms:
    definition, award = case.definition, case.records.award
    assignment_on = definition.day("legal_basis_day")
    invoice_over = definition.ore("invoice_over")
    if assignment_on is None or invoice_over is None:
        raise LookupError("legal_basis_day, invoice_over")
    return GrantTerms(
        assignment_on=assignment_on,
        assignment_number=str(definition.fact("legal_basis").value),
        allotted_ore=requisition_checks.allotted(case.parts) or 0,
        invoice_over_ore=invoice_over,
        use_from=_attested_day(session, award.programme_id, "use_from"),
        report_due=session.scalar(
            select(ExpectedReportRecord.due_on).where(ExpectedReportRecord.award_id == award.id)
        ),
    )


def _attested_day(session: Session, programme_id: int, name: str) -> date | None:
    """A day stands in the decision only when a second person has signed for it (LETTERS D1.7)."""
    for fact in newest_facts(session, programme_id).values():
        if fact.name == name and fact.attestation_id is not None:
            return fact.value_day
    return None


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


def _attachments(session: Session, case: Case) -> tuple[str, ...]:
    """The instruction with its version; the version is the loaded text's day and checksum."""
    title = f"Anvisningar för {case.definition.title}"
    document_id = case.records.programme.instruction_document_id
    if document_id is None:
        return (title,)
    document = session.get_one(DocumentRecord, document_id)
    return (
        f"{title}, inläst {document.created_on.isoformat()}, kontrollsumma {document.content_sha256[:12]}",
    )

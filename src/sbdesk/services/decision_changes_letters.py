"""Fills the letters of a change: the one before it, and the new decision, as draft and as issued."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sbdesk.documents.change_content import (
    Change as ChangeSaid,
)
from sbdesk.documents.change_content import (
    ChangeContent,
    ChangedPart,
    FormerDecision,
)
from sbdesk.documents.change_decision import render_change_decision
from sbdesk.documents.content import Authorship, Person, Stage
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.recovery_decision import Heard
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.decision_changes import ChangeFacts
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import letter_parts
from sbdesk.services.cases import Case
from sbdesk.services.decision_acts import lines_of
from sbdesk.services.decision_changes_cases import Change, ChangeInput, facts_of
from sbdesk.services.decision_changes_proposing import with_checks
from sbdesk.services.decision_letters import MadeLetter, Signing, letter_of, made, paragraphs
from sbdesk.services.dispatches import sent_on
from sbdesk.services.document_store import NewDocument
from sbdesk.services.recovery_letters import keep_letter
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import hearings_of
from sbdesk.store.records.decisions import DecisionRecord, ProposalRecord
from sbdesk.store.records.office import DocumentRecord


@dataclass(frozen=True, slots=True)
class Source:
    """What the new decision's letter is made from; ``heard`` where a letter before it has been sent."""

    case: Case
    former: DecisionRecord
    facts: ChangeFacts
    reasons: str
    preparer: int
    signing: Signing
    heard: Heard | None = None

    @property
    def replaces(self) -> bool:
        """A decision whose letter never left is replaced by a whole new one, not by a letter on a change."""
        return self.facts.kind is DecisionKind.AMEND and not self.facts.letter_sent


def source_of(session: Session, change: Change, signing: Signing | None = None) -> Source:
    """The letter's source as the change is prepared."""
    record = change.record
    signing = signing or Signing(None, change.facts.today)
    heard = None if change.facts.unheard_reason else _heard(session, change)
    return Source(
        change.case, change.former, change.facts, record.reasons, record.prepared_by, signing, heard
    )


def unsaved(session: Session, work: Workplace, case: Case, given: ChangeInput) -> Source:
    """The letter's source as a form would have it, before anything is kept."""
    facts = facts_of(session, case, given)
    signing = Signing(None, work.clock.today())
    return Source(case, case.records.decided, facts, given.reasons, work.officer_id, signing)


def _heard(session: Session, change: Change) -> Heard | None:
    for hearing in reversed(hearings_of(session, change.record.id)):
        day = sent_on(session, hearing.document_id) if hearing.document_id else None
        if day is not None:
            summary = tuple(part for part in (hearing.answer_text or "").split("\n\n") if part.strip())
            return Heard(day, hearing.answered_on, summary)
    return None


def draw(session: Session, source: Source, stage: Stage) -> bytes:
    """The new decision as PDF; nothing is kept."""
    return _made(session, source, stage).pdf


def issue(session: Session, work: Workplace, source: Source, decision: DecisionRecord) -> DocumentRecord:
    """Draw, keep and anchor the new decision's letter, in the caller's transaction."""
    letter, case = _made(session, source, Stage.ISSUED), source.case
    document = keep_letter(
        session,
        work,
        NewDocument(
            content=letter.pdf,
            file_name=f"{decision.number}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="decision_letter",
            title=f"Beslut {decision.number}, {case.definition.short_title}, {case.records.recipient.name}",
            number=decision.number,
            award_id=case.records.award.id,
            content_model=letter.model,
            wording_version=letter.stamp,
        ),
    )
    decision.document_id = document.id
    return document


def _made(session: Session, source: Source, stage: Stage) -> MadeLetter:
    case = source.case
    if source.replaces:
        case = with_checks(session, case)
        return letter_of(session, case, _as_grant(case, source), source.signing, stage, source.preparer)
    wording = programme_wording("change", case.definition)
    content = _change_content(session, source, stage)
    return made(render_change_decision(content, wording), content, wording)


def _as_grant(case: Case, source: Source) -> ProposalRecord:
    """The whole decision as if proposed today; the record is never kept."""
    whole = source.facts.after_ore == case.revision.requested_ore
    return ProposalRecord(
        kind=DecisionKind.GRANT if whole else DecisionKind.PARTIAL_GRANT,
        reasons=source.reasons,
        content={"lines": lines_of(case, {part.key: part.after_ore for part in source.facts.parts})},
    )


def _change_content(session: Session, source: Source, stage: Stage) -> ChangeContent:
    case, facts = source.case, source.facts
    award = case.records.award
    # A form's draft, and a decision that has not left, may still lack what an issued one must have.
    unheard = facts.unheard_reason if facts.needs_hearing else ""
    if stage is Stage.DRAFT and facts.needs_hearing and not (source.heard or unheard):
        unheard = "…"
    return ChangeContent(
        marks=letter_parts.marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, case.definition),
        dated=source.signing.on,
        change=said(source.case, source.former, facts, source.reasons),
        appeal=letter_parts.appeal(session, award.programme_id, facts.kind),
        authorship=_authorship(session, source, stage),
        contact=letter_parts.person(session, award.assignee_id or source.preparer),
        paid_ore=case.sums.paid,
        heard=source.heard if facts.needs_hearing else None,
        unheard_reason=unheard,
    )


def said(case: Case, former: DecisionRecord, facts: ChangeFacts, reasons: str) -> ChangeSaid:
    """What letter and decision say alike of the change."""
    withholds = facts.kind is DecisionKind.WITHHOLD
    known = {part.component_id: part for part in reversed(case.parts)}
    operations = {part.key: part.operation for part in case.parts}
    return ChangeSaid(
        kind=facts.kind,
        former=FormerDecision(former.decided_on, former.number, case.records.award.case_number or ""),
        parts=tuple(
            ChangedPart(
                known[part.component_id].code,
                known[part.component_id].label,
                operations.get(part.key, ""),
                part.before_ore,
                part.after_ore,
            )
            for part in facts.parts
            if part.before_ore or part.after_ore
        ),
        ground=None if withholds or not facts.letter_sent else facts.ground,
        reasons=paragraphs(reasons),
    )


def _authorship(session: Session, source: Source, stage: Stage) -> Authorship:
    signing = source.signing
    decider = letter_parts.person(session, signing.decider_id) if signing.decider_id else Person("…")
    return Authorship(
        decider=decider,
        rapporteur=letter_parts.person(session, source.preparer),
        participants=tuple(letter_parts.person(session, other) for other in signing.participants),
        signature_line=stage is Stage.DRAFT and source.case.facts.signed_outside,
    )

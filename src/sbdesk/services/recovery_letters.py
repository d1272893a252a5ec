"""Fills the hearing letter and the recovery decision from a claim: the same words as draft and as issued."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.content import Authorship, InterestClause, Marks, Person, Stage, content_json
from sbdesk.documents.hearing_letter import HearingContent, render_hearing_letter
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.recovery_decision import (
    GrantGiven,
    Heard,
    RecoveryContent,
    render_recovery_decision,
)
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.periods import in_words
from sbdesk.domain.recovery import Interest
from sbdesk.domain.rules.recovery import is_invoiced
from sbdesk.services import letter_parts
from sbdesk.services.dispatches import sent_on
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.recoveries_claims import Claim
from sbdesk.services.recovery_letters_grounds import grounds_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import recoveries as queries
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DocumentRecord

GRANTS = (DecisionKind.GRANT, DecisionKind.PARTIAL_GRANT, DecisionKind.AMEND)
INTEREST_RATE = "åtta procentenheter över referensräntan"
"""Räntelagen (1975:635) 6 §; the ground for claiming it at all is what the jurist states."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Whose decision the letter states, of which day; ids of officers."""

    decider_id: int | None
    preparer_id: int
    on: date


def issue_hearing(session: Session, work: Workplace, claim: Claim, answer_due: date) -> DocumentRecord:
    """Draw, keep and anchor the letter before the decision, in the caller's transaction."""
    content = hearing_content(session, work, claim, answer_due, Stage.ISSUED)
    wording = programme_wording("hearing", claim.definition)
    return keep_letter(
        session,
        work,
        NewDocument(
            content=render_hearing_letter(content, wording),
            file_name=f"{claim.recovery.number}-brev-infor-beslut-{len(claim.hearings) + 1}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="hearing_letter",
            title=f"Brev inför beslut {claim.recovery.number}, {claim.recipient.name}",
            award_id=claim.award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )


def keep_letter(
    session: Session, work: Workplace, new: NewDocument, channel: str = "letter"
) -> DocumentRecord:
    """Keep an issued letter and remember the head of the chain it carries."""
    document = keep_document(session, work, new)
    anchor(session, work, document, channel)
    return document


def draw_hearing(session: Session, work: Workplace, claim: Claim, answer_due: date) -> bytes:
    """The letter as PDF with the watermark UTKAST; nothing is kept."""
    content = hearing_content(session, work, claim, answer_due, Stage.DRAFT)
    return render_hearing_letter(content, programme_wording("hearing", claim.definition))


def issue_decision(
    session: Session, work: Workplace, claim: Claim, decision: DecisionRecord, unheard_reason: str
) -> DocumentRecord:
    """Draw, keep and anchor the decision, in the caller's transaction, so that none lacks its letter."""
    signing = Signing(decision.decider_id, decision.rapporteur_id, decision.decided_on)
    content = decision_content(session, claim, signing, unheard_reason, Stage.ISSUED)
    wording = programme_wording("recovery", claim.definition)
    document = keep_letter(
        session,
        work,
        NewDocument(
            content=render_recovery_decision(content, wording),
            file_name=f"{claim.recovery.number}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="recovery_decision",
            title=f"Beslut om återkrav {claim.recovery.number}, {claim.recipient.name}",
            number=claim.recovery.number,
            award_id=claim.award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )
    decision.document_id = document.id
    return document


def draw_decision(session: Session, claim: Claim, signing: Signing, unheard_reason: str) -> bytes:
    """The proposed decision as PDF, to be read and signed; nothing is kept."""
    content = decision_content(session, claim, signing, unheard_reason, Stage.DRAFT)
    return render_recovery_decision(content, programme_wording("recovery", claim.definition))


def hearing_content(
    session: Session, work: Workplace, claim: Claim, answer_due: date, stage: Stage
) -> HearingContent:
    """Everything the letter before the decision says; NotAllowed without a grant decision."""
    agency, granted = letter_parts.agency(session), granted_by(session, claim)
    contact = letter_parts.person(session, claim.award.assignee_id or claim.recovery.prepared_by)
    protocol = _protocol_day(claim)
    rows = any(line.row is not None for line in claim.lines)
    enclosed = [f"avstämningsprotokollet den {in_words(protocol)}"] if protocol else []
    return HearingContent(
        marks=_marks(session, stage),
        agency=agency,
        recipient=letter_parts.addressee(session, claim.award.recipient_id),
        case=letter_parts.case(claim.award, claim.definition),
        dated=work.clock.today(),
        granted_on=granted.decided_on,
        granted_case_number=claim.award.case_number or "",
        sums=claim.sums,
        grounds=grounds_of(session, claim),
        answer_due=answer_due,
        answer_email=str(claim.definition.fact("email").value or agency.email),
        contact=contact,
        enclosed=tuple(enclosed + (["radlistan"] if rows else [])),
        other_material=_other_material(claim),
        attachments=(f"Avstämningsprotokoll den {in_words(protocol)}",) if protocol else (),
    )


def decision_content(
    session: Session, claim: Claim, signing: Signing, unheard_reason: str, stage: Stage
) -> RecoveryContent:
    """Everything the decision says; the award's sums are those before it."""
    granted, definition, sums = granted_by(session, claim), claim.definition, claim.sums
    paid = queries.paid_on(session, claim.award.id)
    protocol = _protocol_day(claim)
    open_after = sums.decided - sums.waived - sums.prepaid + claim.amount_ore
    preparer = letter_parts.person(session, signing.preparer_id)
    decider = letter_parts.person(session, signing.decider_id) if signing.decider_id else Person("…")
    local = claim.situation.signed_outside
    heard = None if unheard_reason else _heard(session, claim)
    return RecoveryContent(
        marks=_marks(session, stage),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, claim.award.recipient_id),
        case=letter_parts.case(claim.award, definition),
        dated=signing.on,
        given=GrantGiven(granted.decided_on, claim.award.case_number or "", paid),
        sums=sums,
        grounds=grounds_of(session, claim),
        invoice_follows=is_invoiced(open_after, sums.threshold),
        invoice_over_ore=sums.threshold,
        appeal=letter_parts.appeal(session, claim.award.programme_id, DecisionKind.RECOVERY),
        authorship=Authorship(decider, preparer, signature_line=stage is Stage.DRAFT and local),
        contact=letter_parts.person(session, claim.award.assignee_id or signing.preparer_id),
        heard=heard,
        unheard_reason=unheard_reason,
        reported_on=claim.material.reported_on,
        ledger_on=claim.material.ledger_on,
        interest=interest_clause(claim),
        debt_rule=definition.flag("debt_rule"),
        attachments=(f"Avstämningsprotokoll den {in_words(protocol)}",) if protocol else (),
    )


def granted_by(session: Session, claim: Claim) -> DecisionRecord:
    """The decision that holds the conditions; NotAllowed when the award has none."""
    found = queries.grant_decision(session, claim.award.id, GRANTS)
    if found is None:
        raise NotAllowed(
            "Det finns inget beslut om bidrag i ärendet.",
            "Inget är ändrat.",
            "Registrera beslutet under Rekvisitioner innan bidraget krävs tillbaka.",
        )
    return found


def interest_clause(claim: Claim) -> InterestClause | None:
    """The sentence on interest, only with the jurist's stated ground."""
    if claim.recovery.interest is not Interest.YES:
        return None
    return InterestClause(INTEREST_RATE, claim.recovery.interest_source or "")


def _heard(session: Session, claim: Claim) -> Heard:
    """The newest letter that was sent, and the answer; without one nothing is proposed by this way."""
    sent = [(hearing, sent_on(session, hearing.document_id or 0)) for hearing in claim.hearings]
    hearing, day = [(hearing, day) for hearing, day in sent if day is not None][-1]
    summary = tuple(part for part in (hearing.answer_text or "").split("\n\n") if part.strip())
    return Heard(day, hearing.answered_on, summary)


def _protocol_day(claim: Claim) -> date | None:
    """The day of the protocol that is enclosed, None when there is none to enclose."""
    reconciliation = claim.material.reconciliation
    if reconciliation is None or reconciliation.document_id is None:
        return None
    return claim.material.fixed_on


def _other_material(claim: Claim) -> tuple[str, ...]:
    reported, ledger = claim.material.reported_on, claim.material.ledger_on
    return tuple(
        words
        for words in (
            f"er återrapport den {in_words(reported)}" if reported else "",
            f"ert huvudboksutdrag den {in_words(ledger)}" if ledger else "",
        )
        if words
    )


def _marks(session: Session, stage: Stage) -> Marks:
    """A draft is tied to nothing, so that the same draft gives the same bytes."""
    marks = letter_parts.marks(session, stage)
    return marks if stage is Stage.ISSUED else replace(marks, chain_head="")

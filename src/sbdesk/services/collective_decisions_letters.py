"""Makes the document of a collective decision and the covering letter of each recipient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.collective_content import CollectiveContent, CollectiveRow, CoveringContent
from sbdesk.documents.collective_decision import render_collective_decision
from sbdesk.documents.content import Stage
from sbdesk.documents.covering_letter import render_covering_letter
from sbdesk.documents.decision_content import DecisionContent
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import decision_letters, letter_parts
from sbdesk.services.cases import Case
from sbdesk.services.decision_acts import open_proposal
from sbdesk.services.decision_letters import MadeLetter, Signing, made
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.requisitions import COVERING_LETTER
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DocumentRecord

COLLECTIVE_DECISION = "collective_decision"


@dataclass(frozen=True, slots=True)
class Issued:
    """The decision's document, and each recipient's letter by award id (text, for the command's answer)."""

    decision_id: int
    covering: dict[str, int]


def issue(
    session: Session, work: Workplace, cases: Sequence[Case], decision: DecisionRecord, case_number: str
) -> Issued:
    """Draw, keep and anchor them in the caller's transaction, so that no decision lacks its letters."""
    signing = Signing(decision.decider_id, decision.decided_on, tuple(decision.participants))
    singles = _singles(session, cases, signing, Stage.ISSUED)
    content = collective_content(singles, case_number)
    title = f"Samlat beslut {decision.number}, {cases[0].definition.short_title}"
    wording = programme_wording("collective", cases[0].definition)
    document = _keep(
        session,
        work,
        NewDocument(
            **_produced(made(render_collective_decision(content, wording), content, wording), decision),
            file_name=f"{decision.number}.pdf",
            kind=COLLECTIVE_DECISION,
            title=title,
            programme_id=decision.programme_id,
        ),
    )
    document.case_number = case_number
    decision.document_id = document.id
    covering = {
        str(case.records.award.id): _cover(session, work, case, single, decision, content)
        for case, single in zip(cases, singles, strict=True)
    }
    return Issued(document.id, covering)


def draft(session: Session, cases: Sequence[Case], signing: Signing, case_number: str) -> bytes:
    """The shared decision with the watermark UTKAST, to be signed on paper; nothing is kept."""
    content = collective_content(_singles(session, cases, signing, Stage.DRAFT), case_number)
    return render_collective_decision(content, programme_wording("collective", cases[0].definition))


def _singles(
    session: Session, cases: Sequence[Case], signing: Signing, stage: Stage
) -> list[DecisionContent]:
    """What each case's own decision would say; all were prepared by the same officer."""
    made = []
    for case in cases:
        proposal = open_proposal(case)
        made.append(
            decision_letters.content_of(session, case, proposal, signing, stage, proposal.proposed_by)
        )
    return made


def collective_content(singles: Sequence[DecisionContent], case_number: str) -> CollectiveContent:
    """What the shared decision says, from what each case's own would say; all of one programme."""
    first = singles[0]
    allotted = sum(single.terms.allotted_ore for single in singles)
    return CollectiveContent(
        marks=first.marks,
        agency=first.agency,
        case=replace(first.case, case_number=case_number),
        dated=first.dated,
        rows=tuple(row_of(single) for single in singles),
        terms=replace(first.terms, allotted_ore=allotted),
        appeal=first.appeal,
        authorship=first.authorship,
        contact=first.authorship.rapporteur,
        attachments=first.attachments,
    )


def row_of(single: DecisionContent) -> CollectiveRow:
    """The recipient's line in the appendix."""
    return CollectiveRow(
        single.recipient,
        single.case.case_number,
        single.requested_ore,
        single.parts,
        single.terms.allotted_ore,
        single.reasons,
        single.in_time,
        single.without_debt,
        single.units_list,
    )


def _cover(
    session: Session,
    work: Workplace,
    case: Case,
    single: DecisionContent,
    decision: DecisionRecord,
    shared: CollectiveContent,
) -> int:
    content = CoveringContent(
        marks=letter_parts.marks(session, Stage.ISSUED),
        agency=single.agency,
        recipient=single.recipient,
        case=single.case,
        dated=decision.decided_on,
        decided_on=decision.decided_on,
        decision_number=decision.number,
        decision_case_number=shared.case.case_number,
        row=row_of(single),
        terms=single.terms,
        account=single.account,
        contact=single.contact,
        attachments=(f"Beslut {decision.number}",),
    )
    wording = programme_wording("covering", case.definition)
    name = case.records.recipient.name
    document = _keep(
        session,
        work,
        NewDocument(
            **_produced(made(render_covering_letter(content, wording), content, wording), decision),
            file_name=f"{decision.number} följebrev.pdf",
            kind=COVERING_LETTER,
            title=f"Följebrev till beslut {decision.number}, {case.definition.short_title}, {name}",
            award_id=case.records.award.id,
        ),
    )
    return document.id


def _produced(letter: MadeLetter, decision: DecisionRecord) -> dict[str, Any]:
    return {
        "content": letter.pdf,
        "media_type": "application/pdf",
        "origin": DocumentOrigin.PRODUCED,
        "number": decision.number,
        "content_model": letter.model,
        "wording_version": letter.stamp,
    }


def _keep(session: Session, work: Workplace, new: NewDocument) -> DocumentRecord:
    document = keep_document(session, work, new)
    anchor(session, work, document, "letter")
    return document

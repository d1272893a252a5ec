"""What a grant consists of and holds under, from the programme's facts and the recipient's allotment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.documents.decision_content import GrantedPart, GrantTerms, ListedUnit
from sbdesk.documents.phrases import enumerate_words, long_date
from sbdesk.documents.programme_wording import has_debt_rule
from sbdesk.domain.decision_changes import WITHHOLD_FACT, grounds_a_stop
from sbdesk.domain.programme import FactStatus, ProgrammeDefinition
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services import requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.store.queries.award_parts import Part, settle
from sbdesk.store.records.decisions import ProposalRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.reports import ExpectedReportRecord


def parts_of(case: Case, proposal: ProposalRecord) -> tuple[GrantedPart, ...]:
    """The granted parts; operations whose amounts stand apart have each its own.

    One amount for several operations is split as it was allotted. Where less was granted than allotted
    nobody has said whose the cut is: the operations share one line.
    """
    lines = proposal.content["lines"]
    rows = [(line["component_id"], line["operation_id"], line["granted_ore"]) for line in lines]
    parts, granted = settle(case.parts, rows)
    known = {part.key: part for part in parts}
    return tuple(
        made
        for key, amount in granted.items()
        if amount > 0
        for made in _component_parts(case, known[key], amount)
    )


def _component_parts(case: Case, part: Part, granted: int) -> list[GrantedPart]:
    if _counted_in_units(case, part.code):
        return [GrantedPart(part.code, "", "", granted, *_units(part, granted))]
    if len(part.shares) > 1 and granted == part.allotted_ore:
        return [
            GrantedPart(part.code, share.operation, share.operation_short, share.allotted_ore)
            for share in part.shares
            if share.allotted_ore
        ]
    names = enumerate_words([share.operation for share in part.shares if share.operation])
    short = enumerate_words([share.operation_short for share in part.shares if share.operation_short])
    return [GrantedPart(part.code, names, short, granted)]


def _counted_in_units(case: Case, code: str) -> bool:
    return any(c.code == code and c.method is AllotmentMethod.PER_UNIT for c in case.definition.components)


def _units(part: Part, granted: int) -> tuple[int | None, int | None]:
    """How many units at how much; (None, None) when the granted amount is not so many whole units."""
    counted, allotted = part.units, part.allotted_ore
    if not counted or not allotted or allotted % counted:
        return None, None
    per_unit = allotted // counted
    return (granted // per_unit, per_unit) if granted % per_unit == 0 else (None, None)


def units_of(case: Case, parts: Sequence[GrantedPart]) -> tuple[ListedUnit, ...]:
    """The units by name where the officer has loaded them, in a whole grant; else nothing is claimed."""
    listed: list[ListedUnit] = []
    known = {part.code: part for part in case.parts}
    for granted in parts:
        part = known[granted.component]
        counted = _counted_in_units(case, granted.component) and all(share.operation for share in part.shares)
        if counted and granted.granted_ore == part.allotted_ore:
            listed += [
                ListedUnit(share.operation, share.allotted_ore, share.units or 1) for share in part.shares
            ]
    return tuple(listed)


def terms_of(session: Session, case: Case) -> GrantTerms:
    """The programme's facts as they stand in the decision."""
    definition, award = case.definition, case.records.award
    due = session.scalar(select(ExpectedReportRecord.due_on).where(ExpectedReportRecord.award_id == award.id))
    pays_after = _known(definition, "closes") if _known(definition, "pay_after_deadline") is True else None
    return GrantTerms(
        assignment_on=_known(definition, "legal_basis_day"),
        assignment_number=_known(definition, "legal_basis") or "",
        allotted_ore=requisition_checks.allotted(case.parts) or 0,
        invoice_over_ore=_known(definition, "invoice_over"),
        grounds=tuple(ground.code for ground in definition.grounds),
        use_from=_first_day(session, definition, award.programme_id),
        report_due=due or _known(definition, "report_due"),
        repay_due=_known(definition, "repay_due"),
        pays_after=pays_after,
        debt_rule=has_debt_rule(definition),
        debt_stop_approved=_may_wait_for_debt(session, award.programme_id),
    )


def _known(definition: ProgrammeDefinition, name: str) -> Any:
    """A fact's value; None when it is not known, or when the programme has no such fact."""
    return next((fact.value for fact in definition.facts if fact.name == name), None)


def _may_wait_for_debt(session: Session, programme_id: int) -> bool:
    """Whether the clause on waiting with the payout is written: the text's or the jurist's, not a statute's.

    The same fact in the decision's snapshot is what later permits that the payment is stopped.
    """
    found = [fact for fact in newest_facts(session, programme_id).values() if fact.name == WITHHOLD_FACT]
    return any(
        fact.value_flag is True
        and fact.status is not FactStatus.LAW
        and grounds_a_stop(fact.status, attested=fact.attestation_id is not None)
        for fact in found
    )


def _first_day(session: Session, definition: ProgrammeDefinition, programme_id: int) -> date | None:
    """A day the text or the officer gives; one that is only derived when a second person has signed it."""
    for fact in newest_facts(session, programme_id).values():
        stated = fact.status in (FactStatus.STATED, FactStatus.LAW, FactStatus.OFFICER)
        if fact.name == "use_from" and (stated or fact.attestation_id is not None):
            return fact.value_day
    return None


def attachments_of(session: Session, case: Case) -> tuple[str, ...]:
    """The instruction with its version; the version is the loaded text's day and checksum."""
    name = case.definition.title
    title = f"Anvisningar för {name[:1].lower()}{name[1:]}"
    document_id = case.records.programme.instruction_document_id
    if document_id is None:
        return (title,)
    document = session.get_one(DocumentRecord, document_id)
    return (
        f"{title}, inläst den {long_date(document.created_on)}, kontrollsumma {document.content_sha256[:12]}",
    )

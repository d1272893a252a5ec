"""What a grant consists of and holds under, from the programme's facts and the recipient's allotment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.documents.decision_content import GrantedPart, GrantTerms, ListedUnit
from sbdesk.documents.phrases import long_date
from sbdesk.documents.programme_wording import has_debt_rule
from sbdesk.domain.programme import FactStatus, ProgrammeDefinition
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services import requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.office_settings import value_of
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.store.queries.requisition_facts import Part
from sbdesk.store.records.decisions import ProposalRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.reports import ExpectedReportRecord

DEBT_STOP = "debt_stop_approved"
"""A jurist's setting per programme: true when the clause on waiting with the payout may be written."""


def parts_of(case: Case, proposal: ProposalRecord) -> tuple[GrantedPart, ...]:
    """The granted parts; an amount that is shared by several operations is split as it was allotted.

    Where less was granted than allotted nobody has said whose the cut is: the operations share one line.
    """
    shares: dict[int, list[Part]] = defaultdict(list)
    for part in case.parts:
        shares[part.component_id].append(part)
    made: list[GrantedPart] = []
    for line in proposal.content["lines"]:
        granted = line["granted_ore"]
        if granted > 0:
            made += _component_parts(case, shares[line["component_id"]], granted)
    return tuple(made)


def _component_parts(case: Case, shares: Sequence[Part], granted: int) -> list[GrantedPart]:
    first = shares[0]
    if _counted_in_units(case, first.code):
        units, per_unit = _units(shares, granted)
        return [GrantedPart(first.code, "", "", granted, units, per_unit)]
    if len(shares) == 1:
        return [GrantedPart(first.code, first.operation, first.operation_short, granted)]
    if granted == requisition_checks.allotted(list(shares)):
        return [
            GrantedPart(part.code, part.operation, part.operation_short, part.allotted_ore)
            for part in shares
            if part.allotted_ore
        ]
    names = [part.operation for part in shares if part.operation]
    short = [part.operation_short for part in shares if part.operation_short]
    return [GrantedPart(first.code, " och ".join(names), " och ".join(short), granted)]


def _counted_in_units(case: Case, code: str) -> bool:
    return any(c.code == code and c.method is AllotmentMethod.PER_UNIT for c in case.definition.components)


def _units(shares: Sequence[Part], granted: int) -> tuple[int | None, int | None]:
    """How many units at how much; (None, None) when the granted amount is not so many whole units."""
    counted = sum(part.units or 0 for part in shares)
    allotted = requisition_checks.allotted(list(shares))
    if not counted or not allotted or allotted % counted:
        return None, None
    per_unit = allotted // counted
    return (granted // per_unit, per_unit) if granted % per_unit == 0 else (None, None)


def units_of(case: Case, parts: Sequence[GrantedPart]) -> tuple[ListedUnit, ...]:
    """The units by name where the officer has loaded them, in a whole grant; else nothing is claimed."""
    listed: list[ListedUnit] = []
    for granted in parts:
        shares = [part for part in case.parts if part.code == granted.component]
        counted = _counted_in_units(case, granted.component) and all(part.operation for part in shares)
        if counted and granted.granted_ore == requisition_checks.allotted(shares):
            listed += [ListedUnit(part.operation, part.allotted_ore) for part in shares]
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
        debt_stop_approved=value_of(session, DEBT_STOP, award.programme_id) is True,
    )


def _known(definition: ProgrammeDefinition, name: str) -> Any:
    """A fact's value; None when it is not known, or when the programme has no such fact."""
    return next((fact.value for fact in definition.facts if fact.name == name), None)


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

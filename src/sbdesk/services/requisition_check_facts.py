"""Gathers what R01 to R10 compare, from the rows of a case and of the recipient's other cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey, order
from sbdesk.domain.findings import Citation
from sbdesk.domain.programme import EligibleKind, ProgrammeDefinition
from sbdesk.domain.rules.requisition_facts import (
    AccountFacts,
    DebtFacts,
    HostedElsewhere,
    LineFacts,
    OtherAward,
    OtherRequisition,
    RepresentativeFacts,
    RequisitionFacts,
)
from sbdesk.domain.rules.requisition_overlap import R10
from sbdesk.services.payout_accounts import in_sentence
from sbdesk.services.working_days import swedish_holidays
from sbdesk.store.queries import requisition_facts, requisition_overlap
from sbdesk.store.queries.award_parts import Part, parts_of, settle
from sbdesk.store.queries.requisitions import CaseRecords
from sbdesk.store.records.parties import PersonRecord

_ELIGIBLE_WORDS = {
    EligibleKind.REGION: "regioner",
    EligibleKind.MUNICIPALITY: "kommuner",
    EligibleKind.MUNICIPAL_ASSOCIATION: "kommunalförbund",
    EligibleKind.ASSOCIATION: "föreningar",
    EligibleKind.RSS_PRINCIPAL: "huvudmän",
}


def share_citation(definition: ProgrammeDefinition, recipient: str) -> Citation | None:
    """The sentences that give this recipient its amounts; None where no sentence names them."""
    names = [
        share.decided_fact
        for component in definition.components
        for share in component.shares
        if share.recipient == recipient and share.decided_fact
    ]
    found = [it for it in map(definition.citation, names) if it is not None]
    return replace(found[0], sentence=" … ".join(it.sentence for it in found)) if found else None


def facts_of(
    session: Session, case: CaseRecords, definition: ProgrammeDefinition, today: date
) -> RequisitionFacts:
    """Everything the checks compare of the case on a day; LookupError without a requisition."""
    requisition, revision = case.entered
    parts, lines = settle(parts_of(session, case.award), case.lines)
    contact = session.get(PersonRecord, revision.contact_person_id) if revision.contact_person_id else None
    others = [
        (other.same_award, OtherRequisition(other.id, other.programme, other.received_on, other.same_account))
        for other in requisition_facts.alike(session, requisition, revision)
    ]
    return RequisitionFacts(
        requisition_id=requisition.id,
        programme=definition.short_title,
        recipient=case.recipient.name,
        org_number=case.recipient.org_number,
        today=today,
        received_on=requisition.received_on,
        opens=definition.day("opens"),
        closes=definition.day("closes"),
        eligible=requisition_facts.eligible_numbers(session, case.award.programme_id),
        requested_ore=revision.requested_ore,
        allotted_ore=allotted(parts),
        lines=_lines(parts, lines),
        account=_account(session, case),
        representative=_representative(session, case),
        checked_in_portal=revision.portal_checked_by is not None,
        contact_name=(contact.name or "") if contact else "",
        contact_email=(contact.email or "") if contact else "",
        debts=debts_of(session, case.award.recipient_id),
        in_same_award=tuple(other for same, other in others if same),
        alike_elsewhere=tuple(other for same, other in others if not same),
        eligible_word=_ELIGIBLE_WORDS[definition.recipient_kind],
        hosted_elsewhere=tuple(
            HostedElsewhere(*found)
            for found in requisition_overlap.hosted_elsewhere(session, case.award, requisition.received_on)
        ),
        other_awards=_other_awards(session, case),
        holidays=swedish_holidays(),
    )


def debts_of(session: Session, recipient_id: int) -> tuple[DebtFacts, ...]:
    """The recipient's principal invoices that are not settled, in any programme."""
    return tuple(
        DebtFacts(debt.number, debt.outstanding_ore, debt.due_on, debt.appealed)
        for debt in requisition_facts.debts_of(session, recipient_id)
    )


def _other_awards(session: Session, case: CaseRecords) -> tuple[OtherAward, ...]:
    found = requisition_overlap.other_awards(session, case.award, R10.name.code)
    return tuple(
        OtherAward(one.award_id, one.programme, family(one.code), one.operations, one.tags) for one in found
    )


def family(code: str) -> str:
    """A programme's code without its year: ``rss-aldreomsorg`` of ``rss-aldreomsorg-2026``."""
    stem, _, year = code.rpartition("-")
    return stem if stem and year.isdigit() else code


def allotted(parts: list[Part]) -> int | None:
    """The sum of the recipient's shares in öre; None when a part is not yet decided."""
    amounts = [part.allotted_ore for part in parts]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if amounts and len(known) == len(amounts) else None


def _lines(parts: list[Part], lines: dict[AmountKey, int]) -> tuple[LineFacts, ...]:
    """Requested against allotted per component, or per share where they stand apart."""
    known = {part.key: part for part in parts}
    return tuple(
        LineFacts(known[key].name, lines[key], known[key].allotted_ore, known[key].units, known[key].apart)
        for key in sorted(lines, key=order)
    )


def _account(session: Session, case: CaseRecords) -> AccountFacts | None:
    account = case.account
    if account is None:
        return None
    last = requisition_facts.last_paid_account(session, case.award.recipient_id)
    other = last is not None and last["account_id"] != account.id
    return AccountFacts(
        account.kind,
        account.number,
        account.clearing,
        last_paid=in_sentence(last["text"]) if last is not None and other else None,
        also_used_by=requisition_facts.account_used_by(session, account),
    )


def _representative(session: Session, case: CaseRecords) -> RepresentativeFacts | None:
    requisition, _revision = case.entered
    recipient = case.award.recipient_id
    then = requisition_facts.representative_on(session, recipient, requisition.received_on)
    found = then or requisition_facts.representative_of(session, recipient)
    return None if found is None else RepresentativeFacts(found.appointed_on, found.ends_on)

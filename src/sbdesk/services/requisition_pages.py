"""Reads the list of cases and one case's page."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import operation_of
from sbdesk.domain.award import Balances
from sbdesk.domain.payout import PAYOUT_MACHINE
from sbdesk.domain.requisition_actions import menu_of, next_step_of
from sbdesk.domain.requisition_status import stage_of, status_of, step_of
from sbdesk.services import case_history, payout_checks, requisition_checks
from sbdesk.services.cases import CHECKED_LIVE, Case, case_of, cases_of
from sbdesk.services.clock import SWEDEN
from sbdesk.services.payout_accounts import account_text
from sbdesk.services.requisition_checks import CheckRow
from sbdesk.services.requisition_rows import (
    CasePage,
    CaseRow,
    DecisionRow,
    EntryRow,
    PartRow,
    PayoutRow,
    ProposalRow,
)
from sbdesk.services.signed_words import signed_words
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.award_parts import Part, parts_of, settle
from sbdesk.store.queries.requisitions import award_ids, granted_lines
from sbdesk.store.records.decisions import AttestationRecord, PayoutRecord
from sbdesk.store.records.parties import OfficerRecord, PersonRecord

__all__ = ["CasePage", "CaseRow", "case_page", "case_rows"]


COMPLETION_DAYS = 14
"""Proposed time to complete a requisition."""


def case_rows(session: Session, work: Workplace, year: int | None) -> list[CaseRow]:
    """Every award of the year, by recipient and programme."""
    cases = cases_of(session, work, award_ids(session, year))
    moved = case_history.last_moves(session, [case.records.award.id for case in cases])
    today = work.clock.today()
    rows = []
    for case in cases:
        records = case.records
        at = moved.get(records.award.id)
        rows.append(
            CaseRow(
                award_id=records.award.id,
                recipient=records.recipient.name,
                programme=case.definition.short_title,
                programme_title=case.definition.title,
                case_number=records.award.case_number or "",
                received_on=records.requisition.received_on if records.requisition else None,
                allotted_ore=requisition_checks.allotted(case.parts),
                requested_ore=records.revision.requested_ore if records.revision else None,
                granted_ore=case.sums.granted,
                paid_ore=case.sums.paid,
                status=status_of(case.facts),
                stage=stage_of(case.facts),
                days=(today - at.astimezone(SWEDEN).date()).days if at is not None else None,
                assignee=records.assignee,
                mine=records.award.assignee_id == work.officer_id,
            )
        )
    return rows


def case_page(session: Session, work: Workplace, award_id: int) -> CasePage:
    """One case; LookupError for an unknown award."""
    case = case_of(session, work, award_id)
    records, account = case.records, case.records.account
    return CasePage(
        award_id=award_id,
        version=records.requisition.version if records.requisition else None,
        recipient=records.recipient.name,
        recipient_id=records.recipient.id,
        org_number=records.recipient.org_number,
        programme=case.definition.short_title,
        programme_title=case.definition.title,
        case_number=records.award.case_number or "",
        assignee=records.assignee,
        balances=Balances(case.sums),
        allotted_ore=requisition_checks.allotted(case.parts),
        requested_ore=records.revision.requested_ore if records.revision else None,
        account=account_text(account) if account else "",
        account_confirmed=case.facts.account_confirmed,
        status=status_of(case.facts),
        stage=stage_of(case.facts),
        step=step_of(case.facts),
        next_step=next_step_of(case.facts),
        menu=menu_of(case.facts),
        checks=_checks(case),
        parts=_parts(session, case, case.parts),
        shares=_parts(session, case, parts_of(session, records.award)),
        documents=case_history.documents(session, award_id),
        timeline=case_history.timeline(session, award_id),
        notes=case_history.notes(session, award_id),
        today=work.clock.today(),
        answer_day=answer_day(work.clock.today(), COMPLETION_DAYS),
        signed_outside=case.facts.signed_outside,
        debt_after_decision=payout_checks.new_debt(case.payout_outcomes),
        entry=_entry(session, case),
        proposal=_proposal(session, case),
        decision=_decision(session, case),
        payouts=tuple(_payout(record) for record in records.payouts),
    )


def _checks(case: Case) -> tuple[CheckRow, ...]:
    requisition, decision = case.records.requisition, case.records.decision
    if requisition is not None and requisition.state in CHECKED_LIVE:
        return requisition_checks.rows_of(case.outcomes, case.reasons)
    if decision is not None:
        kept = decision.snapshot["awards"][str(case.records.award.id)]["checks"]
        return (*payout_checks.payout_rows(case.payout_outcomes), *requisition_checks.rows_from(kept))
    return ()


def _parts(session: Session, case: Case, parts: list[Part]) -> tuple[PartRow, ...]:
    parts, granted = settle(parts, granted_lines(session, case.records.award.id))
    decided = case.records.decision is not None
    requested = {part.key: part.amount_in(case.lines) for part in parts if case.records.revision}
    return tuple(
        PartRow(
            number,
            part.component_id,
            part.label,
            part.operation,
            part.allotted_ore,
            None if part.apart and part.component_id in case.lines else requested.get(part.key),
            granted.get(part.key, 0) if decided else None,
            operation_of(part.key),
        )
        for number, part in enumerate(parts, 1)
    )


def _entry(session: Session, case: Case) -> EntryRow | None:
    requisition, revision, account = case.records.requisition, case.records.revision, case.records.account
    if requisition is None or revision is None:
        return None
    contact = session.get(PersonRecord, revision.contact_person_id) if revision.contact_person_id else None
    return EntryRow(
        received_on=requisition.received_on,
        channel=requisition.channel.value,
        account_kind=account.kind.value if account else "",
        account_number=account.number if account else "",
        clearing=(account.clearing or "") if account else "",
        payment_reference=revision.payment_reference or "",
        contact_name=(contact.name or "") if contact else "",
        contact_email=(contact.email or "") if contact else "",
        portal_checked=revision.portal_checked_by is not None,
        requested_ore=revision.requested_ore,
    )


def _proposal(session: Session, case: Case) -> ProposalRow | None:
    proposal = case.records.proposal
    if proposal is None:
        return None
    return ProposalRow(
        id=proposal.id,
        kind=proposal.kind.value,
        decider=case.records.decider,
        decider_id=proposal.decider_id,
        proposed_by=session.get_one(OfficerRecord, proposal.proposed_by).name,
        reasons=proposal.reasons,
        granted_ore=sum(line["granted_ore"] for line in proposal.content["lines"]),
    )


def _decision(session: Session, case: Case) -> DecisionRow | None:
    decision = case.records.decision
    if decision is None:
        return None
    return DecisionRow(
        id=decision.id,
        number=decision.number,
        kind=decision.kind.value,
        decided_on=decision.decided_on,
        decider=session.get_one(OfficerRecord, decision.decider_id).name,
        signed=signed_words(session, session.get_one(AttestationRecord, decision.attestation_id)),
        document_id=decision.document_id,
        reasons=decision.reasons,
    )


def _payout(record: PayoutRecord) -> PayoutRow:
    return PayoutRow(
        id=record.id,
        amount_ore=record.amount_ore,
        state=record.state.value,
        state_words=PAYOUT_MACHINE.words[record.state],
        account=str(record.account["text"]),
        confirmed_on=record.confirmed_on,
        bank_reference=record.bank_reference or "",
        end_to_end_id=record.end_to_end_id,
    )

"""One case as the services see it: its rows, its checks, and which acts it permits right now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.award import AwardSums
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.findings import CheckOutcome
from sbdesk.domain.payout import NOT_COUNTED
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import Act, refusal
from sbdesk.domain.requisition_status import CaseFacts, PayoutFacts, ProposalFacts
from sbdesk.services import letter_parts, payout_checks, requisition_checks
from sbdesk.services.case_sides import Sides
from sbdesk.services.clock import SWEDEN
from sbdesk.services.payout_accounts import needs_call
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.award_parts import Part, parts_of, settle
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.queries.requisitions import CaseRecords, case_records
from sbdesk.store.records.awards import RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.reminders import ReminderRecord

CHECKED_LIVE = (
    RequisitionState.RECEIVED,
    RequisitionState.INCOMPLETE,
    RequisitionState.READY,
    RequisitionState.PROPOSED,
)
"""Before a decision the checks are asked anew at every look; after it the snapshot speaks."""


@dataclass(slots=True)
class Case:
    """An award with everything that an act on it looks at."""

    records: CaseRecords
    definition: ProgrammeDefinition
    parts: list[Part]
    sums: AwardSums
    outcomes: tuple[CheckOutcome, ...]
    reasons: dict[str, str]
    facts: CaseFacts
    payout_outcomes: tuple[CheckOutcome, ...] = ()
    """R11 and R12, while something granted is not paid."""
    lines: dict[AmountKey, int] = field(default_factory=dict)
    """Requested öre by the parts' keys."""

    @property
    def requisition(self) -> RequisitionRecord:
        """The requisition; LookupError when none is registered."""
        return self.records.entered[0]

    @property
    def revision(self) -> RequisitionRevisionRecord:
        """Its newest data; LookupError when none is registered."""
        return self.records.entered[1]


def cases_of(session: Session, work: Workplace, award_ids: list[int]) -> list[Case]:
    """The cases in the order asked for."""
    found = case_records(session, award_ids)
    sums = sums_of(session, [records.award.id for records in found])
    sides = Sides(session, list(sums), work.clock.today())
    definitions: dict[int, ProgrammeDefinition] = {}
    made = []
    for records in found:
        programme_id = records.award.programme_id
        if programme_id not in definitions:
            definitions[programme_id] = requisition_checks.definition_of(session, programme_id)
        case = _case(session, work, records, definitions[programme_id], sums[records.award.id])
        case.facts = sides.add(case.facts, records, case.sums)
        made.append(case)
    return made


def case_of(session: Session, work: Workplace, award_id: int) -> Case:
    """The case; LookupError for an unknown award."""
    found = cases_of(session, work, [award_id])
    if not found:
        raise LookupError(award_id)
    return found[0]


def permitted(
    session: Session, work: Workplace, award_id: int, act: Act, *, safe: str = "Inget är ändrat."
) -> Case:
    """The case when the act is permitted; NotAllowed with the reason that the page shows when it is not."""
    case = case_of(session, work, award_id)
    refused = refusal(case.facts, act)
    if refused is not None:
        todo = refused.todo or "Läs om sidan och välj bland de åtgärder som erbjuds."
        raise NotAllowed(refused.what, safe, todo)
    return case


def refuse_stale(session: Session, record: RequisitionRecord, seen: int | None) -> None:
    """Raise F12 when the requisition is newer than what the officer saw; None: nothing to overwrite."""
    if seen is None or record.version == seen:
        return
    # Whatever raised the version has left an event.
    last = session.scalars(
        select(EventRecord)
        .where(EventRecord.award_id == record.award_id)
        .order_by(EventRecord.seq.desc())
        .limit(1)
    ).one()
    raise Conflict(
        f"{last.officer_name} ändrade ärendet {last.at.astimezone(SWEDEN):%H.%M}.",
        "Din ändring är inte sparad men finns kvar här.",
        "Jämför och välj vilken som ska gälla.",
        code="F12",
    )


def _case(
    session: Session,
    work: Workplace,
    records: CaseRecords,
    definition: ProgrammeDefinition,
    sums: AwardSums,
) -> Case:
    outcomes: tuple[CheckOutcome, ...] = ()
    reasons: dict[str, str] = {}
    if records.requisition is not None and records.requisition.state in CHECKED_LIVE:
        outcomes = requisition_checks.ask(session, records, definition, work.clock.today())
        reasons = requisition_checks.reasons(session, records.award.id)
    facts = _facts(session, work, records, definition, sums, outcomes, reasons)
    of_payout = payout_checks.ask(session, records, definition, sums, work.clock.today())
    facts = replace(
        facts,
        reminded_on=_reminded_on(session, records),
        not_yet_payable=payout_checks.not_yet_payable(of_payout),
        may_stop_payout=payout_checks.may_stop(records),
    )
    parts, lines = settle(parts_of(session, records.award), records.lines)
    return Case(records, definition, parts, sums, outcomes, reasons, facts, of_payout, lines)


def _facts(
    session: Session,
    work: Workplace,
    records: CaseRecords,
    definition: ProgrammeDefinition,
    sums: AwardSums,
    outcomes: tuple[CheckOutcome, ...],
    reasons: dict[str, str],
) -> CaseFacts:
    award, requisition, account = records.award, records.requisition, records.account
    counted = sum(p.amount_ore for p in records.payouts if p.state not in NOT_COUNTED)
    kind = records.proposal.kind if records.proposal else DecisionKind.GRANT
    return CaseFacts(
        today=work.clock.today(),
        award=award.state,
        closed_as=award.closed_as,
        hold_reason=award.hold_reason,
        hold_until=award.hold_until_on,
        closes=definition.day("closes"),
        requisition=requisition.state if requisition else None,
        completion_due=requisition.completion_due_on if requisition else None,
        stops=requisition_checks.stops(outcomes),
        unexplained=requisition_checks.unexplained(outcomes, reasons),
        has_case_number=bool(award.case_number),
        appeal_decided=letter_parts.appeal(session, award.programme_id, kind) is not None,
        proposal=_proposal(work, records),
        decided_on=_decided_on(records),
        letter_sent=records.letter_sent,
        has_account=account is not None,
        account_confirmed=account is not None and account.attestation_id is not None,
        account_needs_call=account is not None and needs_call(account),
        payout=_payout(work, records),
        to_pay=sums.granted - counted,
        payout_stop=award.payout_stop or "",
        settled_elsewhere=records.settled_elsewhere,
        signed_outside=not work.store.enforces_people,
        disqualified=_disqualified(session, work, records),
    )


def _proposal(work: Workplace, records: CaseRecords) -> ProposalFacts | None:
    proposal = records.proposal
    if proposal is None:
        return None
    gives = sum(line["granted_ore"] for line in proposal.content["lines"]) > 0
    grants = gives and proposal.kind in (DecisionKind.GRANT, DecisionKind.PARTIAL_GRANT, DecisionKind.AMEND)
    mine = proposal.proposed_by == work.officer_id
    return ProposalFacts(proposal.proposed_on, records.decider, mine, grants)


def _payout(work: Workplace, records: CaseRecords) -> PayoutFacts | None:
    payout = records.payout
    if payout is None:
        return None
    return PayoutFacts(payout.state, payout.prepared_by == work.officer_id, payout.confirmed_on)


def _reminded_on(session: Session, records: CaseRecords) -> date | None:
    """The day of the latest reminder of a completion that is waited for."""
    requisition, reminder = records.requisition, ReminderRecord
    if requisition is None or requisition.state is not RequisitionState.INCOMPLETE:
        return None
    return session.scalar(
        select(func.max(reminder.created_on)).where(
            reminder.subject_kind == "requisition", reminder.subject_id == requisition.id
        )
    )


def _decided_on(records: CaseRecords) -> date | None:
    return records.decision.decided_on if records.decision else None


def _disqualified(session: Session, work: Workplace, records: CaseRecords) -> str:
    try:
        work.refuse_disqualified(session, records.award)
    except NotAllowed as refused:
        return refused.what
    return ""

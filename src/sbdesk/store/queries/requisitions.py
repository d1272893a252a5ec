"""Everything a case page or list shows of awards, in a fixed number of queries however many awards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.domain.payout import NOT_COUNTED
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.recovery import RecoveryState
from sbdesk.store.queries.award_parts import Line
from sbdesk.store.records.awards import (
    AwardRecord,
    RequisitionLineRecord,
    RequisitionRecord,
    RequisitionRevisionRecord,
)
from sbdesk.store.records.decisions import (
    DecisionLineRecord,
    DecisionRecord,
    PayoutRecord,
    ProposalRecord,
)
from sbdesk.store.records.office import DispatchRecord, DocumentRecord
from sbdesk.store.records.parties import OfficerRecord, PayoutAccountRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
from sbdesk.store.records.recoveries import RecoveryRecord

ABOUT_REQUISITION = (
    DecisionKind.GRANT,
    DecisionKind.PARTIAL_GRANT,
    DecisionKind.REFUSE,
    DecisionKind.DISMISS,
    DecisionKind.WRITE_OFF_CASE,
    DecisionKind.AMEND,
    DecisionKind.REVOKE,
    DecisionKind.WITHHOLD,
)
"""The kinds of decision that answer a requisition, or change the answer."""
COVERING_LETTER = "covering_letter"
"""The kind of document that goes to each recipient of a collective decision."""


@dataclass(slots=True)
class CaseRecords:
    """An award with the newest of everything that hangs on it."""

    award: AwardRecord
    programme: ProgrammeRecord
    recipient: RecipientRecord
    assignee: str = ""
    requisition: RequisitionRecord | None = None
    revision: RequisitionRevisionRecord | None = None
    account: PayoutAccountRecord | None = None
    lines: list[Line] = field(default_factory=list)
    """What the newest revision requests, line by line."""
    proposal: ProposalRecord | None = None
    decider: str = ""
    decision: DecisionRecord | None = None
    covering_letter_id: int | None = None
    """The case's own letter about a decision that it shares with others."""
    letter_sent: bool = False
    payouts: list[PayoutRecord] = field(default_factory=list)
    settled_elsewhere: bool = False

    @property
    def entered(self) -> tuple[RequisitionRecord, RequisitionRevisionRecord]:
        """The requisition and its newest data; LookupError when none is registered."""
        if self.requisition is None or self.revision is None:
            raise LookupError(f"award {self.award.id} has no requisition")
        return self.requisition, self.revision

    @property
    def known_account(self) -> PayoutAccountRecord:
        """The account of the newest data; LookupError when it has none."""
        if self.account is None:
            raise LookupError(f"award {self.award.id} has no account")
        return self.account

    @property
    def decided(self) -> DecisionRecord:
        """The decision on the requisition; LookupError before it."""
        if self.decision is None:
            raise LookupError(f"award {self.award.id} has no decision")
        return self.decision

    @property
    def letter_id(self) -> int:
        """What goes to the recipient, made with the decision; LookupError before the decision."""
        letter = self.covering_letter_id or self.decided.document_id
        if letter is None:
            raise LookupError(f"decision {self.decided.number} has no letter")
        return letter

    @property
    def letters(self) -> tuple[int, ...]:
        """The decision, and before it the covering letter where the decision is shared with others."""
        return tuple(one for one in (self.covering_letter_id, self.decided.document_id) if one is not None)

    @property
    def known_payout(self) -> PayoutRecord:
        """The payment that counts; LookupError when there is none."""
        if self.payout is None:
            raise LookupError(f"award {self.award.id} has no payout")
        return self.payout

    @property
    def payout(self) -> PayoutRecord | None:
        """The newest payment that counts, or that the bank stopped; a cancelled one is passed over."""
        counted = [record for record in self.payouts if record.state not in NOT_COUNTED]
        return counted[-1] if counted else None


def award_ids(session: Session, year: int | None = None) -> list[int]:
    """Every award, or those of programmes of a year, by recipient and programme."""
    query = (
        select(AwardRecord.id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .order_by(RecipientRecord.name_key, ProgrammeRecord.title_key, AwardRecord.id)
    )
    if year is not None:
        query = query.where(ProgrammeRecord.budget_year == year)
    return list(session.scalars(query))


def case_records(session: Session, wanted: Sequence[int]) -> list[CaseRecords]:
    """The cases in the order asked for; unknown ids are left out."""
    assignee = OfficerRecord
    rows = session.execute(
        select(AwardRecord, ProgrammeRecord, RecipientRecord, assignee.name)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(assignee, assignee.id == AwardRecord.assignee_id, isouter=True)
        .where(AwardRecord.id.in_(wanted))
    )
    found = {
        award.id: CaseRecords(award, programme, recipient, name or "")
        for award, programme, recipient, name in rows
    }
    _add_requisitions(session, found)
    _add_proposals(session, found)
    _add_decisions(session, found)
    _add_payouts(session, found)
    _add_what_builds_on_it(session, found)
    return [found[award_id] for award_id in wanted if award_id in found]


def _newest(session: Session, column: Any, by: Any, wanted: Sequence[int]) -> list[int]:
    """The highest ``column`` for each value of ``by`` among ``wanted``."""
    return list(session.scalars(select(func.max(column)).where(by.in_(wanted)).group_by(by)))


def _add_requisitions(session: Session, found: dict[int, CaseRecords]) -> None:
    record = RequisitionRecord
    newest = _newest(session, record.id, record.award_id, list(found))
    of_requisition: dict[int, CaseRecords] = {}
    for requisition in session.scalars(select(record).where(record.id.in_(newest))):
        case = of_requisition[requisition.id] = found[requisition.award_id]
        case.requisition = requisition
    revision = RequisitionRevisionRecord
    revisions = _newest(session, revision.id, revision.requisition_id, newest)
    rows = session.execute(
        select(revision, PayoutAccountRecord)
        .join(PayoutAccountRecord, PayoutAccountRecord.id == revision.payout_account_id, isouter=True)
        .where(revision.id.in_(revisions))
    )
    of_revision: dict[int, CaseRecords] = {}
    for newest_revision, account in rows:
        case = of_revision[newest_revision.id] = of_requisition[newest_revision.requisition_id]
        case.revision, case.account = newest_revision, account
    line = RequisitionLineRecord
    for one in session.scalars(select(line).where(line.requisition_revision_id.in_(revisions))):
        lines = of_revision[one.requisition_revision_id].lines
        lines.append((one.component_id, one.operation_id, one.requested_ore))


def _add_proposals(session: Session, found: dict[int, CaseRecords]) -> None:
    rows = session.execute(
        select(ProposalRecord, OfficerRecord.name)
        .join(OfficerRecord, OfficerRecord.id == ProposalRecord.decider_id, isouter=True)
        .where(
            ProposalRecord.award_id.in_(list(found)),
            ProposalRecord.subject_kind == "requisition",
            ProposalRecord.state == ProposalState.OPEN,
        )
    )
    for proposal, decider in rows:
        case = found[proposal.award_id]
        case.proposal, case.decider = proposal, decider or ""


def _add_decisions(session: Session, found: dict[int, CaseRecords]) -> None:
    """The newest decision that answers the newest requisition."""
    requisitions = {case.requisition.id: case for case in found.values() if case.requisition is not None}
    rows = session.execute(
        select(DecisionRecord, ProposalRecord.subject_id)
        .join(ProposalRecord, ProposalRecord.decision_id == DecisionRecord.id)
        .where(
            ProposalRecord.subject_kind == "requisition",
            ProposalRecord.subject_id.in_(list(requisitions)),
            DecisionRecord.kind.in_(ABOUT_REQUISITION),
        )
        .order_by(DecisionRecord.id)
    )
    for decision, requisition_id in rows:
        requisitions[requisition_id].decision = decision
    decided = {award: case for award, case in found.items() if case.decision is not None}
    _add_covering_letters(session, decided)
    letters = {case.letter_id: case for case in decided.values() if case.decided.document_id is not None}
    sent = select(DispatchRecord.document_id).where(DispatchRecord.document_id.in_(list(letters)))
    for document_id in session.scalars(sent):
        letters[document_id].letter_sent = True


def _add_covering_letters(session: Session, decided: dict[int, CaseRecords]) -> None:
    """A collective decision is one document; what each recipient gets beside it is the case's own."""
    rows = session.execute(
        select(DocumentRecord.award_id, DocumentRecord.number, DocumentRecord.id).where(
            DocumentRecord.kind == COVERING_LETTER, DocumentRecord.award_id.in_(list(decided))
        )
    )
    for award_id, number, document_id in rows:
        if award_id is not None and decided[award_id].decided.number == number:
            decided[award_id].covering_letter_id = document_id


def _add_payouts(session: Session, found: dict[int, CaseRecords]) -> None:
    payouts = select(PayoutRecord).where(PayoutRecord.award_id.in_(list(found))).order_by(PayoutRecord.id)
    for payout in session.scalars(payouts):
        found[payout.award_id].payouts.append(payout)


def _add_what_builds_on_it(session: Session, found: dict[int, CaseRecords]) -> None:
    wanted = list(found)
    fixed = select(ReconciliationRecord.award_id).where(
        ReconciliationRecord.award_id.in_(wanted),
        ReconciliationRecord.state.in_((ReconciliationState.PROPOSED, ReconciliationState.FINAL)),
    )
    claimed = select(RecoveryRecord.award_id).where(
        RecoveryRecord.award_id.in_(wanted), RecoveryRecord.state != RecoveryState.CLOSED
    )
    for award_id in (*session.scalars(fixed), *session.scalars(claimed)):
        found[award_id].settled_elsewhere = True


def granted_lines(session: Session, award_id: int) -> list[Line]:
    """What is granted, line by line, over every decision in force; signed öre."""
    line = DecisionLineRecord
    rows = session.execute(
        select(line.component_id, line.operation_id, line.granted_ore).where(line.award_id == award_id)
    )
    return [(component, operation, ore) for component, operation, ore in rows]

"""One appeal as the services see it: its rows, the jurist's rule for the decision, and what it permits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealFacts
from sbdesk.domain.appeal_actions import AppealAct, refusal
from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.errors import NotAllowed
from sbdesk.services.case_sides import appeal_facts
from sbdesk.services.cases import Case, case_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.changes import AppealRecord
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DispatchRecord
from sbdesk.store.records.programmes import AppealRuleRecord

APPEAL = "appeal"
"""The subject's name in events and attestations."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The jurist's answer for a kind of decision, with its source."""

    allowed: AppealAllowed
    three_weeks_from: ThreeWeeksFrom
    source: str = ""

    @property
    def appealable(self) -> bool:
        """False only where somebody has said that the decision may not be appealed."""
        return self.allowed is not AppealAllowed.NO


@dataclass(frozen=True, slots=True)
class Appealed:
    """An appeal with the decision it is about and the case it belongs to."""

    record: AppealRecord
    decision: DecisionRecord
    case: Case
    rule: Rule
    facts: AppealFacts


def appealed(session: Session, work: Workplace, appeal_id: int, case: Case | None = None) -> Appealed:
    """The appeal; NoResultFound for an unknown one."""
    record = session.get_one(AppealRecord, appeal_id)
    decision = session.get_one(DecisionRecord, record.decision_id)
    case = case or case_of(session, work, record.award_id)
    rule = rule_of(session, decision)
    facts = replace(
        appeal_facts(record, work.clock.today()),
        appealable=rule.appealable,
        tested_by_me=record.prepared_by == work.officer_id,
        signed_outside=not work.store.enforces_people,
        disqualified=case.facts.disqualified,
    )
    return Appealed(record, decision, case, rule, facts)


def permitted(
    session: Session, work: Workplace, appeal_id: int, act: AppealAct, *, safe: str = "Inget är ändrat."
) -> Appealed:
    """The appeal when the act is permitted; NotAllowed with the reason that the pane shows."""
    found = appealed(session, work, appeal_id)
    refused = refusal(found.facts, act)
    if refused:
        raise NotAllowed(refused, safe, "Läs om sidan och välj bland de åtgärder som erbjuds.")
    return found


def rule_of(session: Session, decision: DecisionRecord) -> Rule:
    """The rule that stood in the decision, else the programme's for its kind; not decided without one."""
    kept = decision.snapshot.get("appeal")
    if kept is not None:
        return Rule(AppealAllowed(kept["allowed"]), ThreeWeeksFrom(kept["three_weeks_from"]))
    record = session.scalar(
        select(AppealRuleRecord).where(
            AppealRuleRecord.programme_id == decision.programme_id,
            AppealRuleRecord.decision_kind == decision.kind,
        )
    )
    if record is None:
        return Rule(AppealAllowed.NOT_DECIDED, ThreeWeeksFrom.NOT_DECIDED)
    return Rule(record.allowed, record.three_weeks_from, record.source or "")


def notified_on(session: Session, decision: DecisionRecord) -> date | None:
    """The day the recipient got the decision, as marked on what was sent; None while nobody has said."""
    if decision.document_id is None:
        return None
    return session.scalar(
        select(DispatchRecord.received_on)
        .where(DispatchRecord.document_id == decision.document_id, DispatchRecord.received_on.is_not(None))
        .order_by(DispatchRecord.id.desc())
        .limit(1)
    )


KIND_WORDS = {
    DecisionKind.GRANT: "bifall",
    DecisionKind.PARTIAL_GRANT: "delvis bifall",
    DecisionKind.REFUSE: "avslag",
    DecisionKind.DISMISS: "avvisning",
    DecisionKind.WRITE_OFF_CASE: "avskrivning",
    DecisionKind.AMEND: "ändring",
    DecisionKind.REVOKE: "upphävande",
    DecisionKind.WITHHOLD: "inte betala ut",
    DecisionKind.RECOVERY: "återkrav",
    DecisionKind.WAIVE: "avstående",
}
"""What a decision was, in a list of them."""

"""Asks the checks of report against ledger (A01 to A03) and keeps what they find with the award."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import Balances
from sbdesk.domain.rules.engine import run, settings_of
from sbdesk.domain.rules.ledger import LEDGER_RULES
from sbdesk.domain.rules.reconciliation import RECONCILIATION_RULES, ReconciliationFacts
from sbdesk.services.ledger_findings import keep
from sbdesk.services.reconciliations_state import has_live_ledger
from sbdesk.services.stored_programmes import fact_id, stored_definition
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.reports import ReportRecord

AWARD_CODES = frozenset(rule.name.code for rule in RECONCILIATION_RULES)

TITLES = {code: rule.name.title for code, rule in LEDGER_RULES.items()} | {
    rule.name.code: rule.name.title for rule in RECONCILIATION_RULES
}
"""The Swedish title of every check whose findings a reconciliation shows."""


def check_award(session: Session, award_id: int) -> None:
    """Make the kept findings A01 to A03 agree with the award's sums, in the caller's transaction."""
    programme_id = session.get_one(AwardRecord, award_id).programme_id
    definition = stored_definition(session, programme_id)
    outcomes = run(RECONCILIATION_RULES, facts_of(session, award_id), settings_of(definition))
    facts = {
        condition.rule: found
        for condition in definition.conditions
        if condition.rule in AWARD_CODES
        and condition.fact is not None
        and (found := fact_id(session, programme_id, condition.fact)) is not None
    }
    keep(session, award_id, [it for outcome in outcomes for it in outcome.findings], facts, AWARD_CODES)


def facts_of(session: Session, award_id: int) -> ReconciliationFacts:
    """The award's sums in öre; without report or ledger the figure is None, never zero."""
    sums = award_sums(session, award_id)
    ledger = has_live_ledger(session, award_id)
    return ReconciliationFacts(
        award_id=award_id,
        paid_ore=sums.paid,
        reported_ore=sums.reported if has_report(session, award_id) else None,
        declared_ore=sums.declared if ledger else None,
        accepted_ore=Balances(sums).accepted if ledger else None,
    )


def has_report(session: Session, award_id: int) -> bool:
    """Whether the recipient has reported."""
    query = select(ReportRecord.id).where(ReportRecord.award_id == award_id)
    return session.scalar(query.limit(1)) is not None

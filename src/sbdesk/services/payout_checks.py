"""Asks R11 and R12 of a grant that is not paid yet, and what the answers mean for the payment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardSums
from sbdesk.domain.decision_changes import stop_grounds
from sbdesk.domain.findings import CheckOutcome, CheckStatus, Finding, Level
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.rules import engine
from sbdesk.domain.rules.payout import PAYOUT_RULES, R11, R12, WAIT, PayoutFacts
from sbdesk.services.requisition_check_facts import debts_of
from sbdesk.services.requisition_checks import CheckRow, rows_of, source_of
from sbdesk.services.working_days import swedish_holidays
from sbdesk.store.queries.requisitions import CaseRecords


def ask(
    session: Session, records: CaseRecords, definition: ProgrammeDefinition, sums: AwardSums, today: date
) -> tuple[CheckOutcome, ...]:
    """How the checks end today; none before a grant and none when everything granted is paid."""
    requisition = records.requisition
    if requisition is None or requisition.state is not RequisitionState.DECIDED or sums.paid >= sums.granted:
        return ()
    settings = engine.settings_of(definition)
    facts = PayoutFacts(
        award_id=records.award.id,
        recipient=records.recipient.name,
        today=today,
        closes=definition.day("closes"),
        debts=debts_of(session, records.award.recipient_id) if R12.name.code in settings else (),
        may_stop=may_stop(records),
        holidays=swedish_holidays(),
    )
    return engine.run(PAYOUT_RULES, facts, settings)


def may_stop(records: CaseRecords) -> bool:
    """Whether the decision's own clause or a regulation permits that the payment is stopped.

    Read in what the decision was made on: a condition that came later never worsens a decided award.
    """
    return records.decision is not None and bool(stop_grounds(records.decision.snapshot["facts"]))


def not_yet_payable(outcomes: tuple[CheckOutcome, ...]) -> str:
    """R11's sentence with its quote; empty when the payment may be made today."""
    for finding in _findings(outcomes, R11.name.code):
        if finding.level is Level.STOP:
            text, citation = finding.text.removesuffix(WAIT).strip(), finding.citation
            return f"{text} ”{citation.sentence}” ({source_of(citation)})." if citation else text
    return ""


def new_debt(outcomes: tuple[CheckOutcome, ...]) -> str:
    """R12's sentence; empty when no debt has come since the decision."""
    return next((finding.text for finding in _findings(outcomes, R12.name.code)), "")


def payout_rows(outcomes: tuple[CheckOutcome, ...]) -> tuple[CheckRow, ...]:
    """The checks that the programme uses, for the case page; they are answered where the payment is made."""
    used = tuple(outcome for outcome in outcomes if outcome.status is not CheckStatus.NOT_APPLICABLE)
    return tuple(replace(row, needs_reason=False, asked_for="") for row in rows_of(used, {}))


def _findings(outcomes: tuple[CheckOutcome, ...], code: str) -> Iterator[Finding]:
    for outcome in outcomes:
        if outcome.code == code:
            yield from outcome.findings

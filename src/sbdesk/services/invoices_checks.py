"""Asks K01, K03 and K05 of a claim: before an invoice leaves, and as notes on the page."""

from __future__ import annotations

from sbdesk.domain.award import Balances
from sbdesk.domain.findings import CheckOutcome
from sbdesk.domain.rules.engine import run, settings_of
from sbdesk.domain.rules.recovery import ISSUE_RULES, IssueFacts
from sbdesk.services.recoveries_claims import Claim
from sbdesk.services.workplace import Workplace


def issue_outcomes(work: Workplace, claim: Claim) -> tuple[CheckOutcome, ...]:
    """Each check's answer as the claim stands today."""
    balances = Balances(claim.sums)
    facts = IssueFacts(
        recovery_id=claim.recovery.id,
        recipient=claim.recipient.name,
        today=work.clock.today(),
        open_claim_ore=balances.open_claim,
        interest=claim.recovery.interest,
        repay_by=claim.definition.day("repay_due"),
        unpaid_ore=max(0, balances.outstanding) + max(0, balances.undemanded),
    )
    return run(ISSUE_RULES, facts, settings_of(claim.definition))

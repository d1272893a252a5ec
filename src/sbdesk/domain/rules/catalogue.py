"""Every check's Swedish title by its code, so that a page can name a condition without knowing the rule."""

from __future__ import annotations

from collections.abc import Mapping

from sbdesk.domain.rules.ledger import LEDGER_RULES
from sbdesk.domain.rules.payout import PAYOUT_RULES
from sbdesk.domain.rules.programme import PROGRAMME_RULES
from sbdesk.domain.rules.programme_progress import PROGRESS_RULES
from sbdesk.domain.rules.reconciliation import RECONCILIATION_RULES
from sbdesk.domain.rules.recovery import DECIDE_RULES, ISSUE_RULES
from sbdesk.domain.rules.requisition import REQUISITION_RULES

RULE_TITLES: Mapping[str, str] = {
    **{rule.name.code: rule.name.title for rule in PROGRAMME_RULES},
    **{rule.name.code: rule.name.title for rule in PROGRESS_RULES},
    **{rule.name.code: rule.name.title for rule in REQUISITION_RULES},
    **{rule.name.code: rule.name.title for rule in PAYOUT_RULES},
    **{code: rule.name.title for code, rule in LEDGER_RULES.items()},
    **{rule.name.code: rule.name.title for rule in RECONCILIATION_RULES},
    **{rule.name.code: rule.name.title for rule in DECIDE_RULES},
    **{rule.name.code: rule.name.title for rule in ISSUE_RULES},
}
"""Code to title, for example ``L01`` to ``Utanför användningstiden``."""

"""The parameters that each check takes, so that an officer can set them without knowing the rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from sbdesk.domain.rules.ledger import LEDGER_RULES
from sbdesk.domain.rules.payout import PAYOUT_RULES
from sbdesk.domain.rules.reconciliation import RECONCILIATION_RULES
from sbdesk.domain.rules.recovery import DECIDE_RULES, ISSUE_RULES
from sbdesk.domain.rules.requisition import REQUISITION_RULES

Scalar = bool | int | str | tuple[str, ...]

FROM_FACTS = {"threshold_ore": "invoice_over", "required": "contact_person_required"}
"""Parameters that follow a fact and are not set by hand, with the name of the fact."""


def _classes() -> dict[str, type]:
    rules = (*REQUISITION_RULES, *PAYOUT_RULES, *RECONCILIATION_RULES, *DECIDE_RULES, *ISSUE_RULES)
    return {
        **{rule.name.code: rule.parameters for rule in rules},
        **{code: rule.parameters for code, rule in LEDGER_RULES.items()},
    }


RULE_PARAMETERS: Mapping[str, Mapping[str, Scalar]] = {
    code: {name: getattr(kind(), name) for name in (one.name for one in fields(kind))}
    for code, kind in _classes().items()
}
"""Of each check that a programme may use: its parameters with the value that holds when none is given."""


def parameter_problem(rule: str, given: Mapping[str, object]) -> str | None:
    """Why the parameters do not fit the check, in Swedish; None when they do."""
    known = RULE_PARAMETERS[rule]
    for name, value in given.items():
        if name not in known or type(value) is not type(known[name]):
            return f"Kontrollen {rule} tar inte emot värdet ”{value}”. Ange ett annat."
        if isinstance(value, int) and value < 0:
            return "Värdet är mindre än noll. Rätta det."
    return None

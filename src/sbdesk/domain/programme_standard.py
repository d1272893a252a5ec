"""What every state grant is asked about, so that a programme made from nothing shows what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import FactStatus, FactValue, GroundBasis, ValueKind

_ORE, _DAY, _TEXT, _INT, _BOOL = ValueKind.ORE, ValueKind.DAY, ValueKind.TEXT, ValueKind.INT, ValueKind.BOOL

STANDARD_FACTS: Mapping[str, Mapping[str, ValueKind]] = {
    "Vad bidraget är": {
        "title": _TEXT,
        "dnr": _TEXT,
        "instruction_day": _DAY,
        "legal_basis": _TEXT,
        "legal_basis_day": _DAY,
        "recipients": _TEXT,
        "purpose": _TEXT,
        "purpose_excluded": _TEXT,
    },
    "Pengar": {"total": _ORE, "per_unit": _ORE, "units": _INT, "undistributed": _ORE},
    "Rekvisition, beslut och utbetalning": {
        "opens": _DAY,
        "closes": _DAY,
        "representative_required": _BOOL,
        "contact_person_required": _BOOL,
        "decision_planned": _TEXT,
        "decision_planned_last": _DAY,
        "payout_account": _TEXT,
        "pay_after_deadline": _BOOL,
        "debt_rule": _BOOL,
        "withhold": _BOOL,
    },
    "Användning": {
        "use_from": _DAY,
        "use_to": _DAY,
        "accrual_allowed": _BOOL,
        "accrual_year": _TEXT,
        "accrual_evidence": _TEXT,
        "double_financing": _TEXT,
        "double_financing_cost": _BOOL,
        "double_financing_excluded": _BOOL,
        "passing_on_forbidden": _BOOL,
    },
    "Underlag": {"evidence_duty": _TEXT, "evidence": _TEXT, "separate_code": _TEXT, "clear_accounts": _TEXT},
    "Redovisning": {
        "report_duty": _BOOL,
        "report_form_sent": _TEXT,
        "report_due": _DAY,
        "final_account_due": _DAY,
    },
    "Återkrav": {
        "repay_due": _DAY,
        "recovery_grounds": _TEXT,
        "recovery_unused": _TEXT,
        "recovery_wrong_purpose": _TEXT,
        "recovery_no_report": _TEXT,
        "recovery_late_report": _TEXT,
        "recovery_no_evidence": _TEXT,
        "invoice_over": _ORE,
        "interest": _BOOL,
        "waiver": _BOOL,
    },
    "Kontakt": {"email": _TEXT, "email_portal": _TEXT},
}
"""The facts of a standard programme by part; an officer may add others."""

_PART_OF_START = (
    ("eligible", "Vad bidraget är"),
    ("purpose_", "Vad bidraget är"),
    ("allotment_", "Pengar"),
    ("amounts_", "Pengar"),
    ("base_", "Pengar"),
    ("coordination_", "Pengar"),
    ("population_", "Pengar"),
    ("total_", "Pengar"),
    ("requisition_", "Rekvisition, beslut och utbetalning"),
    ("passing_on_", "Användning"),
    ("procurement_", "Användning"),
    ("final_account_", "Redovisning"),
    ("recovery_", "Återkrav"),
    ("repay_", "Återkrav"),
)
"""The part of facts that only some programmes have, by how their names begin."""

_LAW = (
    ("law_hearing", "Parten ska få yttra sig innan beslutet", "25 § förvaltningslagen (2017:900)"),
    ("law_change", "Återbetalning kräver förbehåll i beslutet", "37 § förvaltningslagen (2017:900)"),
    (
        "law_disqualification",
        "Den som är jävig får inte delta",
        "16–18 §§ förvaltningslagen (2017:900)",
    ),
    (
        "law_interest",
        "Dröjsmålsränta från trettio dagar efter ett krav som anger den",
        "4 § räntelagen (1975:635)",
    ),
)


def empty_facts() -> tuple[FactValue, ...]:
    """Every standard fact as not stated, and the law that holds for every programme."""
    silent = tuple(
        FactValue(name, kind, None, FactStatus.NOT_STATED)
        for part in STANDARD_FACTS.values()
        for name, kind in part.items()
    )
    return silent + tuple(
        FactValue(name, ValueKind.TEXT, text, FactStatus.LAW, statute=statute) for name, text, statute in _LAW
    )


def is_standard(name: str) -> bool:
    """Whether every programme is asked about it; such a fact cannot be taken away."""
    return any(name == law for law, _, _ in _LAW) or any(name in part for part in STANDARD_FACTS.values())


def part_of(name: str) -> str:
    """The heading that a fact stands under."""
    if name.startswith("law_"):
        return "Lag"
    own = next((part for part, facts in STANDARD_FACTS.items() if name in facts), None)
    return own or next((part for start, part in _PART_OF_START if name.startswith(start)), "Övriga uppgifter")


@dataclass(frozen=True, slots=True)
class StandardCondition:
    """A check as a programme uses it once one of ``facts`` has a sentence; until then it only informs.

    ``silent``: without a sentence the check is not used at all, since there is nothing to inform of.
    ``unless``: a value of the fact that the check does not concern.
    """

    rule: str
    level: Level
    basis: GroundBasis = GroundBasis.INSTRUCTION
    facts: tuple[str, ...] = ()
    silent: bool = False
    unless: str | None = None


def _c(
    rule: str,
    level: str,
    *facts: str,
    basis: GroundBasis = GroundBasis.INSTRUCTION,
    silent: bool = False,
    unless: str | None = None,
) -> StandardCondition:
    return StandardCondition(rule, Level(level), basis, facts, silent, unless)


_LAWFUL, _SUMS, _FILE = GroundBasis.LAW, GroundBasis.ARITHMETIC, GroundBasis.IMPORT

STANDARD_CONDITIONS = (
    _c("R01", "stop", "recipients"),
    _c("R02", "deviation", "closes"),
    _c("R03", "stop", "contact_person_required", "payout_account"),
    _c("R04", "deviation", "total", "per_unit"),
    _c("R05", "stop", "representative_required"),
    _c("R06", "stop", "payout_account"),
    _c("R07", "stop", "debt_rule"),
    _c("R08", "stop", basis=_SUMS),
    _c("R09", "stop", basis=_SUMS),
    _c("R10", "note", "double_financing", unless="same_cost"),
    _c("R11", "stop", "pay_after_deadline", silent=True),
    _c("R12", "deviation", "debt_rule", silent=True),
    _c("L01", "deviation", "use_to"),
    _c("L02", "note", "accrual_evidence"),
    _c("L03", "note", "accrual_allowed"),
    _c("L04", "deviation", "accrual_year"),
    _c("L05", "note", "accrual_evidence"),
    _c("L06", "deviation", "clear_accounts"),
    _c("L07", "note", basis=GroundBasis.NONE),
    _c("L08", "note", basis=GroundBasis.NONE),
    _c("L09", "deviation", basis=_SUMS),
    _c("L16", "note", "separate_code"),
    _c("L18", "stop", "clear_accounts"),
    _c("L19", "deviation", "clear_accounts"),
    _c("L20", "note", basis=GroundBasis.NONE),
    _c("L21", "stop", basis=_FILE),
    _c("A01", "deviation", "clear_accounts"),
    _c("A02", "deviation", "recovery_wrong_purpose"),
    _c("A03", "note", "recovery_unused"),
    _c("K01", "stop", "invoice_over"),
    _c("K02", "stop", "law_hearing", basis=_LAWFUL),
    _c("K03", "note", "repay_due"),
    _c("K04", "stop", basis=_SUMS),
    _c("K05", "stop", "law_interest", basis=_LAWFUL),
    _c("K06", "stop", "law_change", basis=_LAWFUL),
    _c("K08", "stop", basis=GroundBasis.ROLE),
    _c("K09", "stop", "law_disqualification", basis=_LAWFUL),
)
"""The checks that a new programme begins with; their own default parameters hold where none are given."""

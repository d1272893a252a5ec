"""Turns a final reconciliation into proposed claims that together never exceed what can be demanded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sbdesk.domain.award import Balances, Basis
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.programme_vocabulary import VerdictCause

UNUSED = "unused"
"""The ground code of money that was not used, in every programme's definition."""

_UNSUPPORTED_GROUNDS = ("unsupported_evidence", "no_evidence", "wrong_purpose")
"""NKR has a ground for evidence that does not show the use; it is nearer than evidence never given."""

_NO_REPORT_GROUNDS = ("no_report", "late_report")

JUDGEMENTS: Mapping[VerdictCause, str] = {
    VerdictCause.NOT_OF_THE_GRANT: "Kostnaden hör inte till bidraget och kan därför inte betalas med det.",
    VerdictCause.PERIOD: (
        "Kostnaden avser inte den tid då bidraget får användas. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.ACCRUAL: (
        "Kostnaden hör inte till bidragsåret i redovisningen. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.DOUBLE_FINANCING: (
        "Kostnaden är redan finansierad på annat sätt. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.PURPOSE: (
        "Kostnaden följer inte bidragets syfte. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.PASSED_ON: "Pengarna har lämnats vidare. Det får bidraget inte användas till.",
    VerdictCause.NO_EVIDENCE: (
        "Kostnaden är inte styrkt med underlag. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.DEDUCTIBLE_VAT: (
        "Avdragsgill moms är ingen kostnad. Den kan därför inte betalas med bidraget."
    ),
    VerdictCause.DUPLICATE: "Kostnaden är redovisad två gånger. Den kan bara räknas en gång.",
    VerdictCause.OTHER: "",
}
"""What the agency makes of a cause, to start from; the officer writes it where the cause says nothing."""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """What is rejected of a ledger row and not yet claimed (signed öre), with what was found about it."""

    line_id: int
    amount_ore: Ore
    ground: str
    cause: VerdictCause
    label: str
    component_id: int | None = None
    findings: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A claim on one ground (signed öre); ``reason`` what was found, ``judgement`` what we make of it."""

    ground: str
    amount_ore: Ore
    reason: str
    judgement: str = ""
    cause: VerdictCause | None = None
    line_id: int | None = None
    component_id: int | None = None


def propose_lines(
    balances: Balances,
    rows: Sequence[RejectedRow],
    grounds: Sequence[str],
    claimed_unused_ore: Ore = 0,
) -> tuple[ProposedLine, ...]:
    """One claim per rejected row, one for unused money, one for what the ledger does not support.

    ``grounds`` are the codes the programme has; ``claimed_unused_ore`` what earlier decisions claim as
    unused. The sum is never above ``balances.undemanded``: rows that together exceed it are lowered in
    proportion, and each says so. Parked rows are not claimed.
    """
    unused = min(_unused_left(balances, claimed_unused_ore), balances.undemanded)
    made = []
    if unused > 0 and UNUSED in grounds:
        made.append(ProposedLine(UNUSED, unused, _unused_reason(balances)))
    room = max(0, balances.undemanded - max(0, unused))
    rejected = sum(row.amount_ore for row in rows)
    if rejected > 0 and room > 0:
        made += _row_lines(rows, min(rejected, room), rejected)
    gap = room - max(0, rejected) - balances.sums.parked
    ground = _first(_UNSUPPORTED_GROUNDS, grounds)
    if gap > 0 and ground:
        made.append(ProposedLine(ground, gap, _gap_reason(balances, gap)))
    return tuple(made)


def propose_unused(balances: Balances, claimed_unused_ore: Ore = 0) -> tuple[ProposedLine, ...]:
    """The simple path: only the recipient's own reported unused money."""
    unused = min(_unused_left(balances, claimed_unused_ore), balances.undemanded)
    if unused <= 0:
        return ()
    return (ProposedLine(UNUSED, unused, _unused_reason(balances)),)


def propose_no_report(balances: Balances, grounds: Sequence[str]) -> tuple[ProposedLine, ...]:
    """When a reminded report never came: everything that is left to demand, on the programme's ground."""
    ground = _first(_NO_REPORT_GROUNDS, grounds)
    if ground is None or balances.undemanded <= 0:
        return ()
    reason = (
        f"Återrapporten har inte kommit in. {_kronor(balances.sums.paid)} är utbetalt och inte redovisat."
    )
    return (ProposedLine(ground, balances.undemanded, reason),)


def share_out(amounts: Sequence[Ore], total: Ore) -> list[Ore]:
    """Lower signed amounts in proportion to ``total`` öre, to the öre exactly (largest remainder).

    ``total`` lies between 0 and the amounts' positive sum.
    """
    whole = sum(amounts)
    parts = [amount * total // whole for amount in amounts]
    by_remainder = sorted(
        range(len(amounts)), key=lambda number: (-(amounts[number] * total % whole), number)
    )
    for number in by_remainder[: total - sum(parts)]:
        parts[number] += 1
    return parts


def _unused_left(balances: Balances, claimed_unused_ore: Ore) -> Ore:
    return max(0, balances.unused - claimed_unused_ore - balances.sums.voluntary)


def _row_lines(rows: Sequence[RejectedRow], total: Ore, rejected: Ore) -> list[ProposedLine]:
    parts = share_out([row.amount_ore for row in rows], total)
    lowered = total < rejected
    return [
        ProposedLine(
            ground=row.ground,
            amount_ore=part,
            reason=_row_reason(row, part if lowered else None),
            judgement=JUDGEMENTS[row.cause],
            cause=row.cause,
            line_id=row.line_id,
            component_id=row.component_id,
        )
        for row, part in zip(rows, parts, strict=True)
        if part
    ]


def _row_reason(row: RejectedRow, lowered_to: Ore | None) -> str:
    told = dict.fromkeys(_without_question(finding) for finding in row.findings)
    found = " ".join(told) or f"{row.label} är underkänd: {row.cause.swedish}."
    parts = [found, row.comment.strip()]
    if lowered_to is not None:
        parts.append(
            f"Av radens underkända {_kronor(row.amount_ore)} krävs {_kronor(lowered_to)} tillbaka, eftersom "
            "mottagaren har redovisat mer än bidraget täcker. Alla underkända rader är sänkta lika mycket, "
            "räknat i procent."
        )
    return " ".join(part for part in parts if part)


def _without_question(finding: str) -> str:
    """A finding asks ("… behöver utredas."); a claim has the answer, so its reason leaves the asking out."""
    sentences = re.split(r"(?<=[.!?]) (?=[0-9A-ZÅÄÖ])", finding)
    return " ".join(it for it in sentences if not it.endswith("behöver utredas.")) or finding


def _unused_reason(balances: Balances) -> str:
    sums = balances.sums
    return f"{_kronor(sums.reported)} är återrapporterat av utbetalda {_kronor(sums.paid)}."


def _gap_reason(balances: Balances, gap: Ore) -> str:
    sums = balances.sums
    if sums.basis is Basis.REPORT_ONLY:
        return f"{_kronor(gap)} av det återrapporterade beloppet godtas inte enligt avstämningen."
    return (
        f"Återrapporten anger {_kronor(sums.reported)}, huvudboken {_kronor(sums.declared)}. "
        f"{_kronor(gap)} saknar stöd i huvudboken."
    )


def _first(wanted: Sequence[str], grounds: Sequence[str]) -> str | None:
    return next((code for code in wanted if code in grounds), None)


def _kronor(amount: Ore) -> str:
    return f"{format_ore(amount)}{NBSP}kr"

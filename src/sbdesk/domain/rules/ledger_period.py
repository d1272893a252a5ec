"""Ledger rows whose cost lies outside the period of use, or inside it but booked as a reservation or late."""

from __future__ import annotations

from fractions import Fraction

from sbdesk.domain.cost_month import CostBasis, CostTime
from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import Ore
from sbdesk.domain.periods import Period, days_in_words, describe, months_in_words, short_span
from sbdesk.domain.rules.engine import Asked, NoParameters
from sbdesk.domain.rules.ledger import LedgerLineFacts, ShareParameters, UsePeriod, kronor, rows_in_words

_BOOKING_ONLY = frozenset({CostBasis.PERIOD, CostBasis.BOOKED})
"""When the cost arose is not known: the booking alone never makes a finding."""


def outside_period(line: LedgerLineFacts, asked: Asked[ShareParameters], use: UsePeriod) -> Finding | None:
    """L01: the cost arose before or after the period of use, or partly so; None when L04 or nothing applies.

    A text that its own row's days contradict, and a cost before a derived first day, are only told.
    """
    cost = _known(line)
    if cost is None or _prepaid(line, cost, use):
        return None
    period, span = cost.period, short_span(use.period)
    if period.overlaps(use.period):
        return _partly_outside(line, asked, use, cost)
    if period.last < use.period.first:
        distance = (use.period.first - period.last).days
        compared = f"{days_in_words(distance)} före användningstiden {span}"
    else:
        distance = (period.first - use.period.last).days
        compared = f"{days_in_words(distance)} efter användningstiden {span}"
    what = f"{line.label} avser {describe(period)}, {compared}."
    return _outside(line, asked, use, cost, what)


def prepaid(line: LedgerLineFacts, asked: Asked[ShareParameters], use: UsePeriod) -> Finding | None:
    """L04: booked within the period of use for a cost after it, wholly or in part; None when not so.

    A part below the parameter ``share_from_ore`` is left alone: annual licences and rents straddle.
    """
    cost = _known(line)
    if cost is None or line.booked_on is None or not _prepaid(line, cost, use):
        return None
    booked = f"{line.label} är bokförd {line.booked_on.isoformat()} men avser {describe(cost.period)}"
    span = short_span(use.period)
    if not cost.period.overlaps(use.period):
        text = f"{booked}, efter användningstiden {span}. {kronor(line.claimed_ore)} behöver utredas."
        return asked.finding(text, line.subject, ore=line.claimed_ore, evidence=_evidence(line, cost, use))
    return _divided(line, asked, use, cost, booked, None)


def accrual(line: LedgerLineFacts, asked: Asked[NoParameters], use: UsePeriod) -> Finding | None:
    """L02: a reservation whose cost lies inside the period of use; the evidence is asked for."""
    cost = line.cost
    if cost is None or cost.period.shared_days(use.period) < cost.period.days:
        return None
    text = (
        f"{line.label} är en reservering på {kronor(line.claimed_ore)} som avser {describe(cost.period)}. "
        "Den godtas om fakturan och händelsen kan styrkas."
    )
    return asked.finding(text, line.subject, ore=line.claimed_ore, evidence=_evidence(line, cost, use))


def booked_late(
    award_id: int, asked: Asked[NoParameters], use: UsePeriod, booked: Period, rows: int, claimed_ore: Ore
) -> Finding:
    """L03, once per award: rows booked after the period of use for costs inside it, over ``booked``."""
    verb = "är bokförd" if rows == 1 else "är bokförda"
    text = (
        f"{rows_in_words(rows)} på tillsammans {kronor(claimed_ore)} {verb} {months_in_words(booked)} men "
        f"avser {short_span(use.period)}. Reservering godtas om händelsen kan styrkas."
    )
    evidence = {"rows": rows, "booked_from": booked.first, "booked_to": booked.last}
    return asked.finding(text, Subject("award", award_id), ore=claimed_ore, evidence=evidence)


def flat_accruals(
    award_id: int, asked: Asked[NoParameters], account: str, rows: int, claimed_ore: Ore
) -> Finding:
    """L05, once per account: round reservations without supplier and invoice number."""
    text = (
        f"{rows_in_words(rows)} på konto {account}, tillsammans {kronor(claimed_ore)}, är reservering med "
        "jämna belopp utan leverantör och fakturanummer. Kostnaden ska kunna styrkas."
    )
    evidence = {"account": account, "rows": rows}
    return asked.finding(text, Subject("award", award_id), ore=claimed_ore, evidence=evidence)


def _known(line: LedgerLineFacts) -> CostTime | None:
    if line.cost is None or line.cost.basis in _BOOKING_ONLY or line.claimed_ore == 0:
        return None
    return line.cost


def _prepaid(line: LedgerLineFacts, cost: CostTime, use: UsePeriod) -> bool:
    return (
        line.booked_on is not None
        and line.booked_on <= use.period.last
        and cost.period.last > use.period.last
    )


def _partly_outside(
    line: LedgerLineFacts, asked: Asked[ShareParameters], use: UsePeriod, cost: CostTime
) -> Finding | None:
    """A row whose event day lies inside is only told, and not even that where its month is but a label."""
    inside = line.event_on is not None and line.event_on in use.period
    if inside and not line.is_personnel and _is_one_month(cost.period):
        return None
    uncertain = cost.period.first < use.period.first and not use.start_is_certain
    level = Level.NOTE if inside or uncertain else None
    return _divided(line, asked, use, cost, f"{line.label} avser {describe(cost.period)}", level)


def _divided(
    line: LedgerLineFacts,
    asked: Asked[ShareParameters],
    use: UsePeriod,
    cost: CostTime,
    what: str,
    level: Level | None,
) -> Finding | None:
    part = _share(line.claimed_ore, cost.period.share_outside(use.period))
    if part == 0 or abs(part) < asked.parameters.share_from_ore:
        return None
    outside = cost.period.days - cost.period.shared_days(use.period)
    text = (
        f"{what}: {outside} av {cost.period.days} dagar ligger utanför användningstiden "
        f"{short_span(use.period)}. {kronor(part)} av {kronor(line.claimed_ore)} behöver utredas."
    )
    return asked.finding(text, line.subject, level=level, ore=part, evidence=_evidence(line, cost, use))


def _outside(
    line: LedgerLineFacts, asked: Asked[ShareParameters], use: UsePeriod, cost: CostTime, what: str
) -> Finding:
    amount, level = kronor(line.claimed_ore), Level.NOTE
    if cost.period.first < use.period.first and not use.start_is_certain:
        ending = f"Anvisningen anger ingen första dag. Raden är på {amount}."
    elif cost.conflict:
        ending = f"Radens text och datum säger olika. Begär underlag för {amount} innan raden bedöms."
    else:
        ending, level = f"{amount} behöver utredas.", asked.level
    return asked.finding(
        f"{what} {ending}",
        line.subject,
        level=level,
        ore=line.claimed_ore,
        evidence=_evidence(line, cost, use),
    )


def _is_one_month(period: Period) -> bool:
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


def _share(amount: Ore, share: Fraction) -> Ore:
    """Rounded half away from zero, so that a credit row divides as its debit did."""
    whole = int(abs(amount) * share + Fraction(1, 2))
    return whole if amount > 0 else -whole


def _evidence(line: LedgerLineFacts, cost: CostTime, use: UsePeriod) -> dict[str, object]:
    return {
        "claimed_ore": line.claimed_ore,
        "booked_on": line.booked_on,
        "event_on": line.event_on,
        "cost_from": cost.period.first,
        "cost_to": cost.period.last,
        "cost_basis": cost.basis.value,
        "conflict": cost.conflict,
        "use_from": use.period.first,
        "use_to": use.period.last,
        "start_is_certain": use.start_is_certain,
    }

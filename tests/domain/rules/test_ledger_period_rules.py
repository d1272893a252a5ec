"""The checks of when a cost arose: the rows found, the level, and the officer's text to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.cost_month import CostBasis, CostTime
from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.periods import Period, month, single_day, whole_year
from sbdesk.domain.rules import ledger_period
from sbdesk.domain.rules.engine import Asked, RuleSetting
from sbdesk.domain.rules.ledger import LEDGER_RULES, LedgerLineFacts, UsePeriod, asked

PMC = UsePeriod(Period(date(2026, 5, 7), date(2026, 12, 31)))
CSD = UsePeriod(whole_year(2026), start_is_certain=False)
LINE = LedgerLineFacts(
    line_id=11,
    source_row=40,
    account="7010",
    amount_ore=from_kronor(84_000),
    claimed_ore=from_kronor(84_000),
    voucher="V-10233",
    account_name="Konsulttjänster",
)


def ask(code: str, **parameters: object) -> Asked[Any]:
    found = asked(code, {code: RuleSetting(LEDGER_RULES[code].name.level, parameters)})
    assert found is not None
    return found


def line(period: Period | None = None, basis: CostBasis = CostBasis.TEXT, **changes: Any) -> LedgerLineFacts:
    conflict = changes.pop("conflict", False)
    cost = None if period is None else CostTime(period, basis, conflict)
    return replace(LINE, cost=cost, **changes)


def said(finding: Finding | None) -> str | None:
    return finding and f"{finding.level.swedish}: {finding.text}".replace("\u00a0", " ")


def l01(row: LedgerLineFacts, use: UsePeriod = PMC, **parameters: object) -> Finding | None:
    return ledger_period.outside_period(row, ask("L01", **parameters), use)


def l04(row: LedgerLineFacts, use: UsePeriod = PMC, **parameters: object) -> Finding | None:
    return ledger_period.prepaid(row, ask("L04", **parameters), use)


def test_a_check_is_asked_only_where_the_programme_uses_it() -> None:
    assert asked("L01", {}) is None
    with pytest.raises(KeyError):
        asked("L99", {})


def test_l01_before_the_period() -> None:
    found = l01(line(single_day(date(2026, 4, 29)), booked_on=date(2026, 5, 12)))
    assert said(found) == (
        "Avvikelse: V-10233 avser 2026-04-29, 8 dagar före användningstiden 7 maj–31 dec 2026. "
        "84 000,00 kr behöver utredas."
    )
    assert found is not None
    assert found.ore == from_kronor(84_000)


def test_l01_before_a_derived_start_only_informs() -> None:
    row = line(month(2025, 12), booked_on=date(2025, 12, 12))
    assert said(l01(row, CSD)) == (
        "Upplysning: V-10233 avser december 2025, en dag före användningstiden 1 jan–31 dec 2026. "
        "Anvisningen anger ingen första dag. Raden är på 84 000,00 kr."
    )
    certain = l01(row, replace(CSD, start_is_certain=True))
    assert certain is not None
    assert certain.level is Level.DEVIATION


def test_l01_after_the_period() -> None:
    row = line(month(2027, 1), booked_on=date(2027, 1, 18), event_on=date(2027, 1, 11))
    assert said(l01(row, CSD)) == (
        "Avvikelse: V-10233 avser januari 2027, en dag efter användningstiden 1 jan–31 dec 2026. "
        "84 000,00 kr behöver utredas."
    )
    assert l04(row, CSD) is None


def test_l01_a_text_that_the_days_contradict_asks_for_evidence() -> None:
    row = line(month(2027, 3), booked_on=date(2027, 1, 18), conflict=True, voucher="")
    assert said(l01(row, CSD)) == (
        "Upplysning: Rad 40 avser mars 2027, 60 dagar efter användningstiden 1 jan–31 dec 2026. "
        "Radens text och datum säger olika. Begär underlag för 84 000,00 kr innan raden bedöms."
    )


def test_l01_a_month_that_straddles_is_divided_by_days() -> None:
    row = line(month(2026, 5), claimed_ore=from_kronor(31_000), booked_on=date(2026, 5, 25))
    found = l01(row)
    assert said(found) == (
        "Avvikelse: V-10233 avser maj 2026: 6 av 31 dagar ligger utanför användningstiden 7 maj–31 dec 2026. "
        "6 000,00 kr av 31 000,00 kr behöver utredas."
    )
    assert found is not None
    assert found.ore == from_kronor(6_000)
    assert l01(replace(row, event_on=date(2026, 5, 8))) is None
    salary = l01(replace(row, event_on=date(2026, 5, 25), is_personnel=True))
    assert salary is not None
    assert (salary.level, salary.ore) == (Level.NOTE, from_kronor(6_000))
    spring = Period(date(2026, 4, 1), date(2026, 6, 30))
    several = l01(line(spring, booked_on=date(2026, 5, 25), event_on=date(2026, 5, 25)))
    assert several is not None
    assert several.level is Level.NOTE
    outside = l01(replace(row, event_on=date(2026, 5, 2)))
    assert outside is not None
    assert outside.level is Level.DEVIATION


def test_l01_over_a_derived_start_only_informs() -> None:
    row = line(Period(date(2025, 12, 1), date(2026, 1, 31)), booked_on=date(2026, 1, 9))
    found = l01(row, CSD)
    assert found is not None
    assert (found.level, found.ore) == (Level.NOTE, from_kronor(42_000))


def test_a_small_part_outside_is_left_alone() -> None:
    small = line(month(2026, 5), claimed_ore=from_kronor(5_000), booked_on=date(2026, 5, 25))
    assert l01(small) is None
    assert l01(small, share_from_ore=1) is not None
    assert l01(replace(small, claimed_ore=2), share_from_ore=0) is None


@pytest.mark.parametrize(
    "row",
    [
        line(None, booked_on=date(2026, 1, 3)),
        line(single_day(date(2026, 1, 3)), CostBasis.BOOKED, booked_on=date(2026, 1, 3)),
        line(month(2026, 1), CostBasis.PERIOD, booked_on=date(2026, 1, 3)),
        line(month(2026, 1), booked_on=date(2026, 1, 3), claimed_ore=0),
        line(month(2026, 6), booked_on=date(2026, 6, 3)),
        line(month(2026, 12), booked_on=date(2027, 1, 9)),
        line(None),
    ],
)
def test_rows_that_are_inside_or_only_booked_outside(row: LedgerLineFacts) -> None:
    assert l01(row) is None
    assert l04(row) is None


def test_l04_booked_this_year_for_the_next() -> None:
    row = line(month(2027, 3), booked_on=date(2026, 12, 31), event_on=date(2027, 1, 22))
    assert said(l04(row, CSD)) == (
        "Avvikelse: V-10233 är bokförd 2026-12-31 men avser mars 2027, efter användningstiden "
        "1 jan–31 dec 2026. 84 000,00 kr behöver utredas."
    )
    assert l01(row, CSD) is None


def test_l04_a_rent_over_new_year_is_divided_by_days() -> None:
    row = line(Period(date(2026, 12, 1), date(2027, 1, 31)), booked_on=date(2026, 12, 3))
    assert said(l04(row, CSD)) == (
        "Avvikelse: V-10233 är bokförd 2026-12-03 men avser december 2026–januari 2027: 31 av 62 dagar "
        "ligger utanför användningstiden 1 jan–31 dec 2026. 42 000,00 kr av 84 000,00 kr behöver utredas."
    )
    assert l04(replace(row, claimed_ore=from_kronor(1_500)), CSD) is None
    credit = l04(replace(row, claimed_ore=-from_kronor(84_000)), CSD)
    assert credit is not None
    assert credit.ore == -from_kronor(42_000)


days = st.dates(date(2025, 6, 1), date(2027, 6, 30))
rows = st.builds(
    lambda first, last, booked, event, claimed: line(
        Period(min(first, last), max(first, last)), booked_on=booked, event_on=event, claimed_ore=claimed
    ),
    days,
    days,
    st.none() | days,
    st.none() | days,
    st.integers(-(10**9), 10**9),
)


@given(rows, st.sampled_from([PMC, CSD]))
def test_a_row_is_never_asked_about_twice_nor_for_more_than_it_claims(
    row: LedgerLineFacts, use: UsePeriod
) -> None:
    found = [finding for finding in (l01(row, use), l04(row, use)) if finding is not None]
    assert len(found) <= 1
    assert row.cost is not None
    for finding in found:
        assert finding.ore is not None
        assert 0 < abs(finding.ore) <= abs(row.claimed_ore)
        assert (finding.ore > 0) is (row.claimed_ore > 0)
        assert row.cost.period.share_outside(use.period) > 0


def test_l02_asks_for_evidence_of_a_reservation_inside_the_period() -> None:
    row = line(month(2026, 12), booked_on=date(2026, 12, 31), claimed_ore=from_kronor(97_100))
    assert said(ledger_period.accrual(row, ask("L02"), CSD)) == (
        "Upplysning: V-10233 är en reservering på 97 100,00 kr som avser december 2026. Den godtas om "
        "fakturan och händelsen kan styrkas."
    )
    assert ledger_period.accrual(line(month(2027, 3)), ask("L02"), CSD) is None
    assert ledger_period.accrual(line(None), ask("L02"), CSD) is None


def test_l03_is_told_once_per_award() -> None:
    booked = Period(date(2027, 1, 4), date(2027, 3, 9))
    late = ledger_period.booked_late(5, ask("L03"), CSD, booked, 12, from_kronor(40_000))
    assert said(late) == (
        "Upplysning: 12 rader på tillsammans 40 000,00 kr är bokförda januari–mars 2027 men avser "
        "1 jan–31 dec 2026. Reservering godtas om händelsen kan styrkas."
    )
    one = ledger_period.booked_late(5, ask("L03"), CSD, single_day(date(2027, 1, 4)), 1, 100)
    assert one.text.startswith("1 rad ")
    assert " är bokförd januari 2027 " in one.text


def test_l05_round_reservations_per_account() -> None:
    assert said(ledger_period.flat_accruals(5, ask("L05"), "7010", 3, from_kronor(120_000))) == (
        "Upplysning: 3 rader på konto 7010, tillsammans 120 000,00 kr, är reservering med jämna belopp utan "
        "leverantör och fakturanummer. Kostnaden ska kunna styrkas."
    )

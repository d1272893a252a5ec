"""A proposed claim never exceeds what can be demanded, and says to the öre where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.award import AwardSums, Balances, Basis
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.recovery_proposal import (
    JUDGEMENTS,
    RejectedRow,
    propose_lines,
    propose_no_report,
    propose_unused,
    share_out,
)
from sbdesk.services import programme_definitions

GROUNDS = ("unused", "wrong_purpose", "late_report", "no_evidence")
SUMS = AwardSums(granted=1_000_00, paid=1_000_00, reported=900_00, declared=900_00, rejected=300_00)


def row(amount: int, number: int = 1, **changes: object) -> RejectedRow:
    made = RejectedRow(number, amount, "wrong_purpose", VerdictCause.PERIOD, f"V-{number}")
    return replace(made, **changes)  # type: ignore[arg-type]


def amounts(sums: AwardSums, *rows: RejectedRow, claimed_unused: int = 0) -> list[tuple[str, int]]:
    return [
        (line.ground, line.amount_ore)
        for line in propose_lines(Balances(sums), rows, GROUNDS, claimed_unused)
    ]


def test_unused_and_rejected() -> None:
    assert amounts(SUMS, row(300_00)) == [("unused", 100_00), ("wrong_purpose", 300_00)]


def test_what_was_repaid_by_own_will_covers_the_unused_first() -> None:
    assert amounts(replace(SUMS, voluntary=60_00), row(300_00)) == [
        ("unused", 40_00),
        ("wrong_purpose", 300_00),
    ]
    assert amounts(replace(SUMS, voluntary=150_00), row(300_00)) == [("wrong_purpose", 250_00)]


def test_what_is_decided_is_not_claimed_again() -> None:
    assert amounts(replace(SUMS, decided=100_00), row(300_00), claimed_unused=100_00) == [
        ("wrong_purpose", 300_00)
    ]
    assert amounts(replace(SUMS, decided=400_00), claimed_unused=100_00) == []


def test_own_funds_bear_a_part_of_what_is_rejected() -> None:
    sums = replace(SUMS, reported=1_200_00, declared=1_200_00, rejected=300_00)
    assert amounts(sums, row(100_00), row(200_00, 2)) == [("wrong_purpose", 33_33), ("wrong_purpose", 66_67)]


def test_a_credit_row_lowers_with_its_debit() -> None:
    sums = replace(SUMS, reported=1_000_00, declared=1_000_00, rejected=80_00)
    assert amounts(sums, row(84_00), row(-4_00, 2)) == [("wrong_purpose", 84_00), ("wrong_purpose", -4_00)]


def test_rows_that_cancel_claim_nothing() -> None:
    sums = replace(SUMS, reported=1_000_00, declared=1_000_00, rejected=0)
    assert amounts(sums, row(50_00), row(-50_00, 2)) == []


def test_parked_rows_wait() -> None:
    assert amounts(replace(SUMS, rejected=0, parked=300_00)) == [("unused", 100_00)]


def test_what_the_ledger_does_not_show_is_missing_evidence() -> None:
    sums = replace(SUMS, declared=700_00, rejected=0)
    (unused, gap) = propose_lines(Balances(sums), (), GROUNDS)
    assert (gap.ground, gap.amount_ore) == ("no_evidence", 200_00)
    assert gap.reason.replace("\u00a0", " ") == (
        "Återrapporten anger 900,00 kr, huvudboken 700,00 kr. 200,00 kr saknar stöd i huvudboken."
    )
    assert unused.reason.replace("\u00a0", " ") == "900,00 kr är återrapporterat av utbetalda 1 000,00 kr."
    assert propose_lines(Balances(sums), (), ("unused",)) == (unused,)


@pytest.mark.parametrize(
    ("programme", "code", "label"),
    [
        ("csd-2026", "no_evidence", "Underlag har inte lämnats"),
        ("nkr-2026", "unsupported_evidence", "Underlagen styrker inte vad bidraget har använts till"),
        ("pmc-2026", "no_evidence", "Underlag har inte lämnats"),
        ("rss-aldreomsorg-2026", "no_evidence", "Underlag har inte lämnats"),
        ("rss-socialtjanst-2026", "no_evidence", "Underlag har inte lämnats"),
    ],
)
def test_what_the_ledger_does_not_show_is_claimed_on_a_ground_of_the_programme(
    programme: str, code: str, label: str
) -> None:
    grounds = {ground.code: ground.label for ground in programme_definitions.load(programme).grounds}
    sums = replace(SUMS, declared=700_00, rejected=0)
    claimed = {line.ground for line in propose_lines(Balances(sums), (), tuple(grounds))}
    assert claimed == {"unused", code}
    assert grounds[code] == label


def test_a_deduction_without_a_ledger_says_so() -> None:
    sums = AwardSums(paid=1_000_00, reported=1_000_00, manual_deduction=10_00, basis=Basis.REPORT_ONLY)
    (gap,) = propose_lines(Balances(sums), (), GROUNDS)
    assert gap.reason.replace("\u00a0", " ").startswith(
        "10,00 kr av det återrapporterade beloppet godtas inte"
    )


def test_a_programme_without_the_ground_claims_nothing_as_unused() -> None:
    assert propose_lines(Balances(replace(SUMS, rejected=0)), (), ("wrong_purpose",)) == ()


def test_the_reason_is_the_finding_the_comment_or_the_cause() -> None:
    found = row(10_00, findings=("Avser december 2025.", "Avser december 2025."), comment=" Se mejl. ")
    (_, with_finding) = propose_lines(Balances(SUMS), (replace(found, amount_ore=300_00),), GROUNDS)
    assert with_finding.reason == "Avser december 2025. Se mejl."
    (_, without) = propose_lines(Balances(SUMS), (row(300_00),), GROUNDS)
    assert without.reason == "V-1 är underkänd: period."


@pytest.mark.parametrize("cause", VerdictCause)
def test_every_cause_has_a_judgement_to_start_from(cause: VerdictCause) -> None:
    assert bool(JUDGEMENTS[cause]) is (cause is not VerdictCause.OTHER)


def test_the_simple_path_and_the_missing_report() -> None:
    assert [line.amount_ore for line in propose_unused(Balances(SUMS))] == [100_00]
    assert propose_unused(Balances(SUMS), claimed_unused_ore=100_00) == ()
    missing = AwardSums(paid=500_00)
    assert [(it.ground, it.amount_ore) for it in propose_no_report(Balances(missing), GROUNDS)] == [
        ("late_report", 500_00)
    ]
    assert propose_no_report(Balances(missing), ("unused",)) == ()
    assert propose_no_report(Balances(replace(missing, voluntary=500_00)), GROUNDS) == ()


@given(st.lists(st.integers(-1_000, 10_000).filter(bool), min_size=1, max_size=8), st.data())
def test_shares_keep_sum_sign_and_bounds(amounts: list[int], data: st.DataObject) -> None:
    whole = sum(amounts)
    if whole <= 0:
        return
    total = data.draw(st.integers(0, whole))
    parts = share_out(amounts, total)
    assert sum(parts) == total
    for amount, part in zip(amounts, parts, strict=True):
        assert abs(part) <= abs(amount)
        assert part * amount >= 0


@given(
    paid=st.integers(0, 10**6),
    reported=st.integers(0, 10**6),
    declared=st.integers(0, 10**6),
    rejected=st.lists(st.integers(1, 10**5), max_size=5),
    voluntary=st.integers(0, 10**5),
)
def test_a_proposal_is_never_above_what_can_be_demanded(
    paid: int, reported: int, declared: int, rejected: list[int], voluntary: int
) -> None:
    taken = min(sum(rejected), declared)
    sums = AwardSums(paid=paid, reported=reported, declared=declared, rejected=taken, voluntary=voluntary)
    rows = (
        [row(amount, number) for number, amount in enumerate(rejected, 1)] if taken == sum(rejected) else []
    )
    balances = Balances(sums)
    claimed = sum(line.amount_ore for line in propose_lines(balances, rows, GROUNDS))
    assert 0 <= claimed <= max(0, balances.undemanded)
    assert all(line.amount_ore for line in propose_lines(balances, rows, GROUNDS))

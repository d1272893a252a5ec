"""The money invariants I2–I6 of the model, and the figures that a page shows of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.award import AwardSums, Balances, Basis
from sbdesk.domain.reconciliation_figures import figures_of

AMOUNT = st.integers(0, 10**12)
CLAIM = st.integers(-(10**9), 10**9)


@st.composite
def ledgers(draw: st.DrawFn, claims: st.SearchStrategy[int] = CLAIM) -> AwardSums:
    """Sums of rows that are accepted, unreviewed, or wholly or partly rejected or parked."""
    sums = dict.fromkeys(("declared", "rejected", "parked", "unreviewed"), 0)
    for claim in draw(st.lists(claims, max_size=8)):
        sums["declared"] += claim
        verdict = draw(st.sampled_from(["none", "accept", "rejected", "parked"]))
        if verdict == "none":
            sums["unreviewed"] += claim
        elif verdict != "accept":
            part = draw(st.integers(min(claim, 0), max(claim, 0)))
            sums[verdict] += part
    return AwardSums(paid=draw(AMOUNT), reported=draw(AMOUNT), basis=draw(st.sampled_from(Basis)), **sums)


@st.composite
def closures(draw: st.DrawFn) -> AwardSums:
    """An award whose claim went all the way: decided within what is repayable, invoiced, paid in part."""
    sums = draw(ledgers())
    repayable = Balances(sums).repayable

    def up_to(limit: int) -> int:
        return draw(st.one_of(st.just(0), st.just(0), st.integers(0, max(0, limit))))

    decided = draw(st.one_of(st.just(repayable), st.integers(0, repayable)))
    voluntary = up_to(repayable - decided)
    waived = up_to(decided)
    prepaid = up_to(decided - waived)
    sums = replace(
        sums,
        voluntary=voluntary,
        decided=decided,
        waived=waived,
        prepaid=prepaid,
        threshold=draw(st.sampled_from((0, 100_000))),
    )
    open_claim = Balances(sums).open_claim
    rounding = 0
    if Balances(sums).exceeds_threshold and draw(st.booleans()):
        rounding = draw(st.integers(-99, 99))
        invoiced = open_claim - rounding
        credited = up_to(invoiced)
        repaid = up_to(invoiced)
        set_off = up_to(invoiced - credited - repaid)
        written_off = up_to(invoiced - credited - repaid - set_off)
        sums = replace(
            sums,
            invoiced_gross=invoiced,
            credited=credited,
            repaid=repaid,
            set_off=set_off,
            written_off=written_off,
        )
        # A credit note comes with a recovery line that lowers what is decided by the same amount.
        sums = replace(sums, decided=sums.decided - credited)
    return replace(sums, rounding=rounding)


@given(ledgers())
def test_i2_every_declared_ore_is_accepted_rejected_or_parked(sums: AwardSums) -> None:
    assert sums.declared == Balances(sums).accepted + sums.rejected + sums.parked


@given(ledgers())
def test_i3_what_is_paid_is_eligible_or_repayable(sums: AwardSums) -> None:
    balances = Balances(sums)
    assert sums.paid == balances.eligible + balances.repayable
    assert 0 <= balances.repayable <= sums.paid


@given(ledgers())
def test_i4_what_is_repayable_is_unused_or_unsupported(sums: AwardSums) -> None:
    balances = Balances(sums)
    assert balances.repayable == balances.unused + balances.unsupported
    assert balances.unused >= 0
    assert balances.unsupported >= 0


@given(ledgers(st.integers(0, 10**9)))
def test_i5_rows_that_wait_can_only_lower_what_is_repayable(sums: AwardSums) -> None:
    assert Balances(sums).repayable_min <= Balances(sums).repayable


@given(closures())
def test_i6_every_paid_ore_is_somewhere(sums: AwardSums) -> None:
    it = Balances(sums)
    parts = {
        "eligible": it.eligible,
        "voluntary": sums.voluntary,
        "undemanded": it.undemanded,
        "waived": sums.waived,
        "prepaid": sums.prepaid,
        "not_invoiced": it.not_invoiced,
        "to_invoice": it.to_invoice,
        "repaid": sums.repaid,
        "set_off": sums.set_off,
        "written_off": sums.written_off,
    }
    assert sums.paid == sum(parts.values()) + sums.rounding + it.outstanding
    negative = {name: ore for name, ore in parts.items() if ore < 0}
    assert not negative


@given(ledgers(), st.booleans())
def test_the_strip_shows_what_the_balances_say(sums: AwardSums, has_ledger: bool) -> None:
    balances = Balances(sums)
    figures = {figure.key: figure for figure in figures_of(balances, has_ledger=has_ledger)}
    assert figures["repayable"].ore == max(balances.repayable, balances.repayable_min)
    assert figures["unused"].ore == balances.unused
    assert ("accepted" in figures) is has_ledger
    assert all(figure.formula.endswith(".") for figure in figures.values())


def test_the_strip_reads_as_in_the_wireframe() -> None:
    sums = AwardSums(
        granted=787_174_400,
        paid=787_174_400,
        reported=764_031_050,
        declared=764_031_050,
        rejected=29_875_000,
        parked=12_750_000,
        unreviewed=411_820_000,
    )
    shown = {
        figure.label: figure.words.replace("\xa0", " ")
        for figure in figures_of(Balances(sums), has_ledger=True)
    }
    assert shown == {
        "Utbetalt": "7 871 744,00",
        "Återrapporterat": "7 640 310,50",
        "Huvudbok": "7 640 310,50",
        "Underkänt": "298 750,00",
        "Väntar på underlag": "127 500,00",
        "Godkänt": "7 214 060,50",
        "varav godtaget utan granskning": "4 118 200,00",
        "Inte använt": "231 433,50",
        "Att återbetala": "mellan 530 183,50 och 657 683,50",
    }


def test_own_funds_grants_beyond_payment_and_deductions_without_ledger_show() -> None:
    sums = AwardSums(granted=300, paid=200, reported=250, manual_deduction=100, basis=Basis.REPORT_ONLY)
    figures = {figure.key: figure.ore for figure in figures_of(Balances(sums), has_ledger=False)}
    assert figures == {
        "granted": 300,
        "paid": 200,
        "reported": 250,
        "rejected": 100,
        "unused": 0,
        "own_funds": 50,
        "repayable": 50,
    }

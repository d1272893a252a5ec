"""The money of the five programmes to the krona, each share on its own sentence."""

from __future__ import annotations

import pytest

from sbdesk.domain import allotment
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme import AllotmentMethod, FactStatus, ProgrammeDefinition
from sbdesk.services.programme_definitions import load

PMC = [
    ("Region Stockholm", "PMC Stockholm", "Stockholm", 6_724_687, 11_724_687),
    ("Region Östergötland", "PMC Östergötland", "Linköping", 2_871_744, 7_871_744),
    ("Region Skåne", "PMC Skåne", "Lund/Malmö", 5_110_750, 10_110_750),
    ("Västra Götalandsregionen", "PMC Västra Götaland", "Göteborg", 5_229_879, 10_229_879),
    ("Region Uppsala", "PMC Uppsala", None, None, 5_000_000),
    ("Region Örebro län", "PMC Örebro län", "Uppsala/Örebro", 5_683_306, 10_683_306),
    ("Region Västerbotten", "PMC Västerbotten", "Umeå", 2_379_634, 7_379_634),
]
"""Region, its centre, the samverkansregion paid to it and that amount, and the row's sum (kronor)."""


@pytest.fixture
def pmc() -> ProgrammeDefinition:
    return load("pmc-2026")


@pytest.mark.parametrize(("region", "centre", "care", "by_population", "whole"), PMC)
def test_each_row_of_the_pmc_table(
    pmc: ProgrammeDefinition,
    region: str,
    centre: str,
    care: str | None,
    by_population: int | None,
    whole: int,
) -> None:
    base, population = pmc.components
    (own,) = [share for share in base.shares if share.recipient == region]
    assert (own.operation, own.decided_ore) == (centre, from_kronor(5_000_000))
    assert own.computed_ore == own.decided_ore
    others = [share for share in population.shares if share.recipient == region]
    assert [(share.operation, share.decided_ore) for share in others] == (
        [] if by_population is None else [(care, from_kronor(by_population))]
    )
    assert pmc.allotted()[region] == from_kronor(whole)
    for share in (own, *others):
        assert share.decided_fact is not None
        assert pmc.ore(share.decided_fact) == share.decided_ore
        cited = pmc.citation(share.decided_fact)
        assert cited is not None
        assert cited.heading == "Fördelning av statsbidraget"


def test_pmc_sums_to_the_krona(pmc: ProgrammeDefinition) -> None:
    base, population = pmc.components
    assert [(c.code, c.method, c.total_ore) for c in pmc.components] == [
        ("base", AllotmentMethod.EQUAL, from_kronor(35_000_000)),
        ("population", AllotmentMethod.POPULATION, from_kronor(28_000_000)),
    ]
    assert sum(share.effective_ore or 0 for share in base.shares) == from_kronor(35_000_000)
    assert sum(share.effective_ore or 0 for share in population.shares) == from_kronor(28_000_000)
    assert sum(amount or 0 for amount in pmc.allotted().values()) == from_kronor(63_000_000)
    assert pmc.ore("undistributed") == 0
    assert base.separate_purpose is population.separate_purpose is True
    cited = pmc.citation("population_paid_to")
    assert cited is not None
    assert cited.sentence.endswith("Uppsala/Örebro utbetalas till region Örebro län.")


def test_pmc_table_cites_its_row(pmc: ProgrammeDefinition) -> None:
    row = pmc.citation("total_share_skane")
    assert row is not None
    assert row.sentence == "Skåne | 5 000 000 | Lund/Malmö | 5 110 750 | 10 110 750"
    assert pmc.ore("total_share_orebro") == from_kronor(10_683_306)
    assert pmc.ore("total_share_uppsala") == from_kronor(5_000_000)


def test_nkr_leaves_29_kronor() -> None:
    nkr = load("nkr-2026")
    (registers,) = nkr.components
    assert (registers.method, registers.total_ore) == (AllotmentMethod.PER_UNIT, from_kronor(78_500_000))
    assert len(registers.shares) == 7
    assert {(s.units, s.computed_ore, s.decided_ore, s.operation) for s in registers.shares} == {
        (None, None, None, None)
    }
    assert 99 * 792_929 == 78_499_971
    one_region = allotment.per_unit(registers.total_ore, {"alla": 99}, 99)
    assert one_region.amounts == {"alla": from_kronor(78_499_971)}
    assert one_region.rest == nkr.ore("undistributed") == from_kronor(29)
    assert nkr.fact("undistributed").status is FactStatus.DERIVED
    assert nkr.fact("units").value == 99
    assert [fact.value for fact in nkr.all_facts("eligible")] == [s.recipient for s in registers.shares]


def test_csd_is_16_million() -> None:
    csd = load("csd-2026")
    assert sum(amount or 0 for amount in csd.allotted().values()) == from_kronor(16_000_000)
    assert [(c.method, c.total_ore) for c in csd.components] == [
        (AllotmentMethod.EQUAL, from_kronor(12_000_000)),
        (AllotmentMethod.DECIDED, from_kronor(4_000_000)),
    ]


@pytest.mark.parametrize(
    ("programme_id", "kronor"), [("rss-socialtjanst-2026", 50_000_000), ("rss-aldreomsorg-2026", 100_000_000)]
)
def test_rss_waits_for_a_list(programme_id: str, kronor: int) -> None:
    rss = load(programme_id)
    (whole,) = rss.components
    assert (whole.method, whole.total_ore, whole.shares) == (
        AllotmentMethod.DECIDED,
        from_kronor(kronor),
        (),
    )
    assert (rss.allotted(), rss.operations, whole.operation_kind) == ({}, (), "rss")


@pytest.mark.parametrize(
    ("programme_id", "kind", "codes"),
    [
        ("pmc-2026", "pmc", [centre for _, centre, _, _, _ in PMC]),
        ("pmc-2026", "care_region", [care for _, _, care, _, _ in PMC if care]),
        ("nkr-2026", "registry", []),
        (
            "csd-2026",
            "csd",
            [
                "CSD Syd",
                "CSD Stockholm-Gotland",
                "CSD Mellansverige",
                "CSD Norr",
                "CSD Sydöst",
                "CSD Väst",
            ],
        ),
    ],
)
def test_operations_are_those_the_text_names(programme_id: str, kind: str, codes: list[str]) -> None:
    named = [operation.code for operation in load(programme_id).operations if operation.kind == kind]
    assert named == codes


def test_the_host_of_a_care_region_is_who_is_paid(pmc: ProgrammeDefinition) -> None:
    hosts = {it.code: it.host for it in pmc.operations if it.kind == "care_region"}
    assert hosts == {care: region for region, _, care, _, _ in PMC if care}

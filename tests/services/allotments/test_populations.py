"""Populations loaded with their table and day, and shares weighed by them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from support.allotment_desk import AllotmentDesk, component_of, make_programme
from support.desk import OpenDesk, open_desk

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services.allotments_rows import PopulationLoad
from sbdesk.store.records.populations import PopulationRecord
from sbdesk.store.records.programmes import ComponentRecord

NAMES = ("Region Skåne", "Region Stockholm", "Region Uppsala")
CARE_REGIONS = {
    "Stockholm": (2_547_073, 6_724_687),
    "Linköping": (1_087_715, 2_871_744),
    "Lund/Malmö": (1_935_771, 5_110_750),
    "Göteborg": (1_980_893, 5_229_879),
    "Uppsala/Örebro": (2_152_635, 5_683_306),
    "Umeå": (901_321, 2_379_634),
}
LOAD = PopulationLoad("ÖVNINGSTABELL", date(2025, 12, 31), date(2026, 2, 22))


@pytest.fixture
def equal(desk: OpenDesk) -> AllotmentDesk:
    """A draft of 100 kr in equal parts to three regions, not yet computed."""
    return make_programme(desk, AllotmentMethod.EQUAL, 100, recipients=NAMES)


def csd(desk: OpenDesk) -> AllotmentDesk:
    return component_of(desk, "coordination")


def population_table(made: AllotmentDesk, *lines: str) -> None:
    table = made.service.open_population("\n".join(["Område\tFolkmängd", *lines]))
    made.service.load_population(table, LOAD)


def test_pmcs_table_follows_from_the_given_populations_and_the_table_rules(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "pmc.sbd", "pmc-2026")
    pmc = component_of(desk, "population")
    assert pmc.row().problem.startswith("Befolkning saknas för ")
    assert pmc.row().method_words == "Efter befolkning, största rest"
    population_table(pmc, *(f"{name}\t{people}" for name, (people, _) in CARE_REGIONS.items()))
    (loaded,) = pmc.page().populations
    assert loaded.label == "ÖVNINGSTABELL, 2025-12-31 (6 områden, hämtad 2026-02-22)"
    assert loaded.total == sum(people for people, _ in CARE_REGIONS.values())
    chosen = (loaded.table_id, loaded.on)
    told = pmc.service.recompute_preview(pmc.component, chosen)
    assert (told.problem, told.changes, {row.word for row in told.rows}) == ("", 6, {"Ändrad uppgift"})
    pmc.service.recompute(pmc.component, told.seen, chosen, pmc.second())
    shares = {share.operation: share for share in pmc.row().shares}
    assert {name: s.computed_ore for name, s in shares.items()} == {
        f"Samverkansregionen {name}": from_kronor(kronor) for name, (_, kronor) in CARE_REGIONS.items()
    }
    assert not any(share.differs for share in shares.values())
    assert pmc.row().rest_ore == 0
    base = {share.recipient: share.effective_ore or 0 for share in component_of(desk, "base").row().shares}
    sums = dict(base)
    for share in pmc.row().shares:
        sums[share.recipient] += share.effective_ore or 0
    assert sorted(amount // 100 for amount in sums.values()) == sorted(
        [11_724_687, 7_871_744, 10_110_750, 10_229_879, 5_000_000, 10_683_306, 7_379_634]
    )
    assert sum(sums.values()) == from_kronor(63_000_000)
    desk.store.close()


def test_csd_comes_out_even(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "csd.sbd")
    page = component_of(desk, "base").page()
    assert page.allotted_ore == page.frame_ore == from_kronor(16_000_000)
    assert {row.rest for row in page.components} == {""}
    desk.store.close()


def test_a_population_by_the_recipients_name(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.POPULATION, 100, recipients=NAMES)
    population_table(made, "Region Skåne\t3", "Region Stockholm\t1", "Region Gotland\t9")
    told = made.service.recompute_preview(made.component, (LOAD.table_id, LOAD.on))
    assert told.problem == "Befolkningen i ÖVNINGSTABELL saknar Region Uppsala."
    population_table(made, "Region Uppsala\t0", "Region Skåne\t4", "Region Gotland\t9")
    with made.desk.store.reading() as session:
        values = {one.area: one.value for one in session.scalars(select(PopulationRecord))}
    assert values == {"Region Skåne": 4, "Region Stockholm": 1, "Region Gotland": 9, "Region Uppsala": 0}
    changed = [event.after["changed"] for event in made.events("load_population")]
    assert changed[1] == [["Region Uppsala", None, 0], ["Region Skåne", 3, 4]]
    made.service.recompute(made.component, made.row().seen, (LOAD.table_id, LOAD.on))
    assert made.amounts() == {"Region Skåne": 80, "Region Stockholm": 20, "Region Uppsala": 0}


def test_a_population_is_previewed_and_refused_whole(desk: OpenDesk, tmp_path: Path) -> None:
    made = make_programme(desk, AllotmentMethod.POPULATION, 100, recipients=NAMES)
    population_table(made, "Region Skåne\t3", "Region Gotland\t9")
    place = tmp_path / "p.csv"
    place.write_text(
        "Område;Antal\nRegion Skåne;4\nRegion Gotland;9\nRegion Halland;1\nregion skåne;5\nX;många"
    )
    table = made.service.open_population(place)
    preview = made.service.preview_population(table, LOAD)
    assert [row.detail for row in preview.rows] == ["3 → 4", "9, oförändrad", "1, ny", "5", ""]
    assert [str(fault) for row in preview.rows for fault in row.faults] == [
        "A5: region skåne finns två gånger i tabellen.",
        "B6: ”många” är inget belopp.",
    ]
    with pytest.raises(NotAllowed, match="2 rader i tabellen har fel"):
        made.service.load_population(table, LOAD)
    none = made.service.open_population("Område\tAntal\nSumma\t5")
    with pytest.raises(NotAllowed, match="inga ifyllda rader"):
        made.service.load_population(none, LOAD)


@pytest.mark.parametrize(
    ("load", "told"),
    [
        (PopulationLoad(" ", LOAD.on, LOAD.fetched_on), "Tabellens beteckning saknas"),
        (PopulationLoad("T", date(2030, 1, 1), LOAD.fetched_on), "Dagen 2030-01-01 har inte varit än"),
        (PopulationLoad("T", LOAD.on, date(2030, 1, 1)), "Dagen 2030-01-01 har inte varit än"),
    ],
)
def test_a_population_needs_its_source(desk: OpenDesk, load: PopulationLoad, told: str) -> None:
    made = make_programme(desk, AllotmentMethod.POPULATION, 100)
    table = made.service.open_population("Område\tAntal\nA\t5")
    with pytest.raises(UserFacingError, match=told):
        made.service.preview_population(table, load)


def test_facts_on_units_are_nobodys_with_two_components(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.PER_UNIT, 100, recipients=NAMES, units=99)
    assert made.row().unit_price == "1\N{NO-BREAK SPACE}kr per enhet"
    with desk.store.writing() as session:
        session.add(
            ComponentRecord(
                programme_id=made.programme,
                code="b",
                label="B",
                total_ore=5,
                method=AllotmentMethod.PER_UNIT,
                rounding="floor",
                separate_purpose=False,
            )
        )
    assert made.row().unit_price == ""
    assert made.row().problem == "Antal enheter saknas för alla mottagare."

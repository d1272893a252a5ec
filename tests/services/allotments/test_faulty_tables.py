"""Faulty, hostile and incomplete tables of shares: named row by row, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from support.allotment_desk import AllotmentDesk, component_of, make_programme
from support.desk import OpenDesk, open_desk

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod, EligibleKind
from sbdesk.services.allotments_rows import TableLoad, TablePreview

UPPSALA = "232100-0024"
OWNERS = {
    "Region Jönköpings län": 9,
    "Region Skåne": 14,
    "Region Stockholm": 33,
    "Region Uppsala": 16,
    "Region Värmland": 1,
    "Region Västerbotten": 6,
    "Västra Götalandsregionen": 20,
}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def nkr(tmp_path: Path) -> Iterator[AllotmentDesk]:
    """NKR 2026, open, with its seven regions and no registers."""
    desk = open_desk(tmp_path / "nkr.sbd", "nkr-2026")
    yield component_of(desk, "registers")
    desk.store.close()


@pytest.fixture
def rss(desk: OpenDesk) -> AllotmentDesk:
    """A decided component for RSS without any principal."""
    return make_programme(
        desk,
        AllotmentMethod.DECIDED,
        1_000_000,
        kind=EligibleKind.RSS_PRINCIPAL,
        operations=OperationKind.RSS,
    )


def registers() -> list[str]:
    """An invented list of 99 registers, as an officer would load it."""
    lines = ["Register\tRegion"]
    number = 0
    for region, count in OWNERS.items():
        for _ in range(count):
            number += 1
            lines.append(f"ÖVNING register {number:02}\t{region}")
    return lines


def faults(preview: TablePreview) -> list[str]:
    return [plain(f"{row.number} {fault}") for row in preview.rows for fault in row.faults]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Region Skåne\t232100-0250\tRSS A\t5",
            "2 B2: Organisationsnummer 232100-0250 har fel kontrollsiffra.",
        ),
        (
            "Region Skåne\t811228-9874\tRSS A\t5",
            "2 B2: Numret ser ut som ett personnummer. Ange mottagarens organisationsnummer i stället.",
        ),
        (
            "Region Påhittad\t\tRSS A\t5",
            "2 A2: Region Påhittad finns inte bland mottagarna. Fyll i organisationsnumret.",
        ),
        (f"Region Skåne\t{UPPSALA}\tRSS A\t5", "2 B2: Numret hör till Region Uppsala, inte Region Skåne."),
        ("Region Skåne\t222000-0315\tRSS A\t5", "2 B2: Region Skåne har ett annat organisationsnummer."),
        ("\t222000-0315\tRSS A\t5", "2 B2: Ingen mottagare har numret. Fyll i mottagarens namn."),
        ("=cmd|calc\t222000-0315\tRSS A\t5", "2 A2: ”=cmd|calc” börjar som en formel."),
        ("Region Skåne\t\tRSS A\t#REF!", "2 D2: ”#REF!” innehåller felet #REF!."),
        ("Region Skåne\t\tRSS A\t-5", "2 D2: ”-5” är negativt."),
    ],
)
def test_a_faulty_row_is_named_and_nothing_is_kept(rss: AllotmentDesk, line: str, told: str) -> None:
    table = rss.table("Huvudman\tOrg.nr\tRSS\tBelopp", line, "Region Stockholm\t\tRSS B\t10")
    preview = rss.service.preview_table(rss.component, table, "källa")
    assert faults(preview) == [told]
    assert preview.change is None
    with pytest.raises(NotAllowed, match="1 rad i tabellen har fel"):
        rss.service.load_table(rss.component, table, TableLoad(rss.row().seen, "källa"))
    assert rss.row().shares == ()
    assert rss.events("add_operation") == []


def test_the_same_share_twice_is_refused(rss: AllotmentDesk) -> None:
    table = rss.table("Huvudman\tRSS\tBelopp", "Region Skåne\tRSS A\t5", "REGION SKÅNE\tRSS a\t6")
    assert faults(rss.service.preview_table(rss.component, table, "källa")) == [
        "3 A3: Region Skåne finns redan på rad 2."
    ]


def test_an_operation_of_another_host_is_refused(rss: AllotmentDesk) -> None:
    table = rss.table("Huvudman\tRSS\tBelopp", "Region Skåne\tRSS A\t5", "Region Uppsala\tRSS A\t6")
    (fault,) = faults(rss.service.preview_table(rss.component, table, "källa"))
    assert fault.startswith("3 RSS A hör till Region Skåne")


def test_amounts_without_source_are_refused(rss: AllotmentDesk) -> None:
    table = rss.table("Huvudman\tRSS\tBelopp", "Region Skåne\tRSS A\t5")
    assert faults(rss.service.preview_table(rss.component, table)) == ["2 C2: Beloppet saknar källa."]


def test_a_total_beyond_the_component_is_refused(rss: AllotmentDesk) -> None:
    table = rss.table("Huvudman\tRSS\tBelopp", "Region Skåne\tRSS A\t1 000 001")
    change = rss.service.preview_table(rss.component, table, "källa").change
    assert change is not None
    assert plain(change.problem) == "Summan 1 000 001 kr är 1 kr mer än beloppet 1 000 000 kr."
    with pytest.raises(NotAllowed, match="mer än beloppet"):
        rss.service.load_table(rss.component, table, TableLoad(change.seen, "källa"))


def test_a_table_without_rows_or_columns_is_refused(rss: AllotmentDesk) -> None:
    with pytest.raises(UserFacingError, match="inga ifyllda rader"):
        rss.service.preview_table(rss.component, rss.table("Huvudman\tRSS\tBelopp", "Summa\t\t5"))
    table = rss.table("a\tb", "c\td")
    assert table.missing == ("Mottagare eller Organisationsnummer",)
    with pytest.raises(UserFacingError, match="Välj vilken kolumn i tabellen som är Mottagare") as refused:
        rss.service.preview_table(rss.component, table)
    assert refused.value.code == "F11"


def test_columns_and_sheet_can_be_corrected(rss: AllotmentDesk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Beskrivning"])
    sheet = book.create_sheet("Lista")
    for row in (["Vem", "Hur mycket", "RSS"], ["Region Skåne", 5, "RSS A"]):
        sheet.append(row)
    book.save(tmp_path / "lista.xlsx")
    table = rss.service.open_table(tmp_path / "lista.xlsx")
    assert (table.file_name, table.sheets, table.columns) == ("lista.xlsx", ("Sheet", "Lista"), 3)
    assert table.missing
    table = table.with_sheet(0).with_sheet(1).with_column("recipient", 0).with_column("amount", 1)
    assert table.head()[0] == (1, ("Vem", "Hur mycket", "RSS"))
    preview = rss.service.preview_table(rss.component, table.with_column("operation", 2), "källa")
    assert preview.change is not None
    assert preview.change.after_ore == 500
    assert table.column_title(1) == "B (Hur mycket)"


def test_the_columns_title_is_its_heading(rss: AllotmentDesk) -> None:
    table = rss.table("Huvudman\tRSS", "Region Skåne\tRSS A")
    assert table.column_title(1) == "B (RSS)"
    assert table.column_title(7) == "H"


def test_an_operation_without_kind_is_asked_for(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.DECIDED, 100)
    table = made.table("Mottagare\tVerksamhet\tBelopp", "Region Skåne\tCentrum A\t5", "Region Uppsala\t\t6")
    assert faults(made.service.preview_table(made.component, table, "k")) == [
        "2 B2: Välj vad verksamheterna är."
    ]
    preview = made.service.preview_table(made.component, table, "k", OperationKind.PMC)
    assert preview.change is not None
    made.service.load_table(
        made.component, table, TableLoad(preview.change.seen, "k", OperationKind.PMC), None
    )
    again = made.service.preview_table(made.component, table, "k")
    assert again.change is not None, "the kind is known from the shares"
    assert again.change.changes == 0


def test_units_or_weights_that_a_method_needs_are_asked_for(desk: OpenDesk) -> None:
    units = make_programme(desk, AllotmentMethod.PER_UNIT, 100)
    table = units.table(
        "Mottagare\tAntal\tBelopp", "Region Skåne\t2\t", "Region Uppsala\t\t", "Region Gotland\t\t7"
    )
    preview = units.service.preview_table(units.component, table, "k")
    assert faults(preview) == ["3 B3: Antal enheter saknas."]
    assert preview.rows[2].detail == "7\N{NO-BREAK SPACE}kr"
    people = make_programme(desk, AllotmentMethod.POPULATION, 100, code="folk-2026")
    named = people.table("Mottagare\tTyp", "Region Skåne\tregion")
    assert faults(people.service.preview_table(people.component, named)) == ["2 Befolkning saknas."]
    weighed = people.table("Mottagare\tBefolkning", "Region Skåne\t12")
    assert people.service.preview_table(people.component, weighed).rows[0].detail == "befolkning 12"
    short = units.table("Mottagare\tTyp", "Region Skåne\tregion")
    assert faults(units.service.preview_table(units.component, short)) == ["2 Antal enheter saknas."]


def test_ten_thousand_rows_are_told_without_changing_anything(rss: AllotmentDesk) -> None:
    lines = ["Huvudman\tBelopp", *(f"Ingen {number}\t1" for number in range(2_000))]
    preview = rss.service.preview_table(rss.component, rss.table(*lines), "k")
    assert preview.refused == 2_000


def test_the_allotment_of_an_archived_programme_is_locked(rss: AllotmentDesk) -> None:
    rss.set_state(ProgrammeState.ARCHIVED)
    table = rss.table("Huvudman\tRSS\tBelopp", "Region Skåne\tRSS A\t5")
    change = rss.service.preview_table(rss.component, table, "k").change
    assert change is not None
    assert change.problem == rss.page().locked
    assert "arkiverat" in change.problem

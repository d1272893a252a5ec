"""Decided tables, registers and RSS lists: previewed row by row, then all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select
from support.allotment_desk import AllotmentDesk, component_of, make_programme
from support.desk import OpenDesk, open_desk

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_vocabulary import AllotmentMethod, EligibleKind
from sbdesk.domain.table_rows import RowState
from sbdesk.services.allotments_rows import TableLoad, TablePreview
from sbdesk.store.records.parties import RecipientRecord

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


def test_a_list_of_registers_gives_every_region_its_share_and_leaves_29_kronor(nkr: AllotmentDesk) -> None:
    table = nkr.table(*registers())
    preview = nkr.service.preview_table(nkr.component, table)
    change = preview.change
    assert change is not None
    assert (preview.refused, change.problem, change.needs_second) == (0, "", True)
    assert sum(row.word == "Ny" for row in change.rows) == 99
    assert sum(row.word == "Tas bort" for row in change.rows) == 7
    assert (
        plain(change.rest) == "78 500 000 − 78 499 971 = 29 kr fördelas inte (avrundning nedåt per register)"
    )
    assert nkr.amounts() == dict.fromkeys(OWNERS), "a preview keeps nothing"
    done = nkr.service.load_table(
        nkr.component, table, TableLoad(change.seen, "ÖVNINGSLISTA", second=nkr.second()), "c1"
    )
    assert done.message == "Tabellen är inläst. 106 poster är ändrade."
    row = nkr.row()
    assert row.allotted_ore == from_kronor(78_499_971)
    assert row.rest_ore == from_kronor(29)
    assert plain(row.unit_price) == "792 929 kr per register"
    sums = {name: sum(s.effective_ore or 0 for s in row.shares if s.recipient == name) for name in OWNERS}
    assert sums == {name: from_kronor(792_929 * number) for name, number in OWNERS.items()}
    assert {s.units for s in row.shares} == {1}
    assert nkr.awards() == 7
    assert not row.stale


def test_loading_again_does_nothing_and_the_same_command_is_one(nkr: AllotmentDesk) -> None:
    table = nkr.table(*registers())
    load = TableLoad(nkr.row().seen, "ÖVNINGSLISTA", second=nkr.second())
    first = nkr.service.load_table(nkr.component, table, load, "c1")
    assert nkr.service.load_table(nkr.component, table, load, "c1") == first
    assert len(nkr.events("change_allotment")) == 1
    assert "sha256" in nkr.events("change_allotment")[0].after, "a long list is told as a hash"
    again = nkr.service.preview_table(nkr.component, table)
    assert again.change is not None
    assert again.change.changes == 0
    with pytest.raises(Conflict, match="Någon annan ändrade fördelningen först") as refused:
        nkr.service.load_table(nkr.component, table, load, "c2")
    assert refused.value.code == "F12"
    done = nkr.service.load_table(nkr.component, table, TableLoad(nkr.row().seen), "c3")
    assert done.message == "Tabellen är inläst. 0 poster är ändrade.", "nothing changed, nobody is asked"


def test_a_region_with_an_award_cannot_be_left_out(nkr: AllotmentDesk) -> None:
    table = nkr.table(*(line for line in registers() if not line.endswith("Värmland")))
    change = nkr.service.preview_table(nkr.component, table).change
    assert change is not None
    assert change.problem == "Region Värmland har ett ärende men ingen del kvar i fördelningen."
    with pytest.raises(NotAllowed, match="ingen del kvar"):
        nkr.service.load_table(nkr.component, table, TableLoad(change.seen, second=nkr.second()))


def test_more_registers_than_there_are_is_refused(nkr: AllotmentDesk) -> None:
    table = nkr.table(*registers(), "ÖVNING register 100\tRegion Skåne")
    change = nkr.service.preview_table(nkr.component, table).change
    assert change is not None
    assert plain(change.problem) == ("100 register × 792 929 kr är 79 292 900 kr, mer än 78 500 000 kr.")
    with pytest.raises(NotAllowed, match="100 register"):
        nkr.service.load_table(nkr.component, table, TableLoad(change.seen, second=nkr.second()))


def test_a_change_after_sign_off_needs_a_second_person(nkr: AllotmentDesk) -> None:
    table = nkr.table(*registers())
    with pytest.raises(NotAllowed, match="En andra person ska stå bakom ändringen") as refused:
        nkr.service.load_table(nkr.component, table, TableLoad(nkr.row().seen))
    assert refused.value.code == "second_person"
    own = nkr.desk.signed_by(nkr.desk.anna)
    with pytest.raises(NotAllowed, match="har berett ärendet"):
        nkr.service.load_table(nkr.component, table, TableLoad(nkr.row().seen, second=own))
    assert nkr.amounts() == dict.fromkeys(OWNERS)


def test_an_rss_list_makes_principals_and_operations(rss: AllotmentDesk) -> None:
    table = rss.table(
        "Huvudman\tOrg.nr\tRSS\tBelopp\tTyp",
        "ÖVNING Kommunalförbund\t222000-0315\tÖVNING RSS Nord\t600 000\tkommunalförbund",
        f"Region Uppsala\t{UPPSALA}\tÖVNING RSS Öst\t250 000\t",
        "ÖVNING Kommunalförbund\t222000-0315\tÖVNING RSS Syd\t150 000\t",
        "Summa\t\t\t1 000 000\t",
    )
    preview = rss.service.preview_table(rss.component, table, "Regeringsbeslut ÖVNING")
    assert [row.state for row in preview.rows] == [RowState.TAKEN] * 3 + [RowState.SUM]
    assert plain(preview.rows[0].detail) == "ÖVNING RSS Nord, 600 000 kr"
    assert preview.change is not None
    assert preview.change.rest == ""
    assert preview.change.needs_second is False
    load = TableLoad(preview.change.seen, "Regeringsbeslut ÖVNING")
    rss.service.load_table(rss.component, table, load)
    shares = rss.row().shares
    assert [(s.recipient, s.operation, s.source) for s in shares] == [
        ("Region Uppsala", "ÖVNING RSS Öst", "Regeringsbeslut ÖVNING"),
        ("ÖVNING Kommunalförbund", "ÖVNING RSS Nord", "Regeringsbeslut ÖVNING"),
        ("ÖVNING Kommunalförbund", "ÖVNING RSS Syd", "Regeringsbeslut ÖVNING"),
    ]
    assert rss.row().rest_ore == 0
    with rss.desk.store.reading() as session:
        made = session.scalars(
            select(RecipientRecord).where(RecipientRecord.name == "ÖVNING Kommunalförbund")
        ).one()
    assert (made.kind.value, made.org_number_confirmed) == ("municipal_association", False)
    rows = rss.events("change_allotment")[0].after["rows"]
    assert ["2220000315", "ÖVNING RSS Nord", None, 60_000_000] in rows


def test_one_changed_share_is_told_in_the_singular(desk: OpenDesk) -> None:
    people = make_programme(desk, AllotmentMethod.POPULATION, 100)
    one = people.table("Mottagare\tBefolkning", "Region Skåne\t3")
    done = people.service.load_table(people.component, one, TableLoad(people.row().seen))
    assert done.message == "Tabellen är inläst. 1 post är ändrad."


def test_a_table_keeps_columns_that_it_lacks(desk: OpenDesk) -> None:
    people = make_programme(desk, AllotmentMethod.POPULATION, 100)
    first = people.table("Mottagare\tBefolkning", "Region Skåne\t3", "Region Uppsala\t1")
    people.service.load_table(people.component, first, TableLoad(people.row().seen))
    assert people.amounts() == {"Region Skåne": 75, "Region Uppsala": 25}
    decided = people.table("Mottagare\tBelopp", "Region Skåne\t70", "Region Uppsala\t")
    people.service.load_table(people.component, decided, TableLoad(people.row().seen, "Beslut A"))
    share = people.share("Region Skåne")
    assert (share.weight, share.computed_ore, share.decided_ore, share.differs) == (3, 7_500, 7_000, True)
    assert people.amounts()["Region Uppsala"] == 25, "a row with a name alone stays a recipient"


def test_an_amount_from_the_instruction_keeps_its_sentence(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "desk.sbd")
    csd = component_of(desk, "coordination")
    table = csd.table("Mottagare\tVerksamhet\tBelopp", "Region Skåne\tCSD Syd\t4 000 000")
    preview = csd.service.preview_table(csd.component, table, "ny källa")
    assert preview.change is not None
    assert preview.change.changes == 0
    assert csd.share("Region Skåne").source == "Anvisningen"
    desk.store.close()


def test_a_template_is_filled_in_and_loaded(nkr: AllotmentDesk, tmp_path: Path) -> None:
    place = tmp_path / "mall.xlsx"
    nkr.service.write_template(nkr.component, place)
    book = openpyxl.load_workbook(place)
    sheet = book["Fördelning"]
    assert {sheet.cell(number, 1).value for number in range(2, 9)} == set(OWNERS)
    for number in range(2, 9):
        sheet.cell(number, 4).value = number
    book.save(place)
    preview = nkr.service.preview_table(nkr.component, nkr.service.open_table(place))
    assert preview.change is not None
    assert preview.change.after_ore == from_kronor(792_929 * sum(range(2, 9)))
    assert preview.change.changes == 7

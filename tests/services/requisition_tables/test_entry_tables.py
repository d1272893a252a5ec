"""Many requisitions from a table: each row's end is foretold, then all are registered or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import Cancelled, NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.requisition_tables import RequisitionTablesService
from sbdesk.services.requisition_tables_rows import EntryPreview, EntryResult
from sbdesk.services.small_tables import OpenTable
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.programmes import ComponentRecord

HEAD = (
    "Mottagare\tOrg.nr\tKom in\tbase\tcoordination\tKontotyp\tKontonummer\tReferens\tKontaktperson\tE-post\t"
    "Dnr\tKontrollerat i e-tjänsten\tSätt"
)
STOCKHOLM = (
    "Region Stockholm\t232100-0016\t2026-06-10\t2 000 000\t\tBankgiro\t5050-1055\tCSD 2026\tKim Kontakt\t"
    "kim@region.invalid\t9.1-1/2026\tja\t"
)
SKANE = (
    "Region Skåne\t\t2026-06-09\t2 000 000\t4 000 000\tBankgiro\t5050-1055\tCSD\tKim\tkim@skane.invalid\t"
    "9.1-2/2026\tja\tE-post"
)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def service(desk: OpenDesk) -> RequisitionTablesService:
    return RequisitionTablesService(desk.work)


def table(service: RequisitionTablesService, desk: OpenDesk, *lines: str) -> OpenTable:
    return service.open_table(service.shape(desk.programme), "\n".join(lines))


def ends(preview: EntryPreview) -> list[tuple[int, EntryResult]]:
    return [(row.number, row.result) for row in preview.rows]


def registered(desk: OpenDesk) -> int:
    with desk.store.reading() as session:
        return len(session.scalars(select(RequisitionRecord)).all())


def test_a_table_is_previewed_and_registered(service: RequisitionTablesService, desk: OpenDesk) -> None:
    given = table(service, desk, HEAD, STOCKHOLM, SKANE, "Region Uppsala\t232100-0024")
    preview = service.preview(desk.programme, given)
    assert ends(preview) == [
        (2, EntryResult.REGISTERED),
        (3, EntryResult.REGISTERED),
        (4, EntryResult.LEFT),
    ]
    assert (preview.to_register, preview.sum_ore, preview.reason) == (2, from_kronor(8_000_000), "")
    assert registered(desk) == 0, "a preview keeps nothing"
    done = service.register(desk.programme, given, "c1")
    assert done.message == "2 rekvisitioner är registrerade."
    assert service.register(desk.programme, given, "c1") == done
    assert registered(desk) == 2
    page = CaseDriver(desk).page()
    assert page.stage is Stage.CHECKING
    assert [part.requested_ore for part in page.parts] == [from_kronor(2_000_000), from_kronor(4_000_000)]
    with desk.store.reading() as session:
        first = session.scalars(
            select(RequisitionRecord).where(RequisitionRecord.award_id == CaseDriver(desk).award)
        ).one()
    assert (first.received_on, first.channel) == (date(2026, 6, 9), Channel.E_MAIL)
    assert page.case_number == "9.1-2/2026"


def test_reading_the_same_table_in_again_changes_nothing(
    service: RequisitionTablesService, desk: OpenDesk
) -> None:
    service.register(desk.programme, table(service, desk, HEAD, STOCKHOLM))
    both = table(service, desk, HEAD, STOCKHOLM, SKANE)
    preview = service.preview(desk.programme, both)
    assert ends(preview) == [(2, EntryResult.ALREADY), (3, EntryResult.REGISTERED)]
    assert service.register(desk.programme, both).message == "1 rekvisition är registrerad."
    again = service.preview(desk.programme, both)
    assert again.reason == "Ingen rad är ny."
    with pytest.raises(NotAllowed, match="Ingen rad är ny"):
        service.register(desk.programme, both)
    other = STOCKHOLM.replace("2 000 000", "1 900 000")
    (row,) = service.preview(desk.programme, table(service, desk, HEAD, other)).rows
    assert row.result is EntryResult.REFUSED
    assert row.detail.startswith("Mottagaren har redan en rekvisition")


def test_one_faulty_row_keeps_all_out(service: RequisitionTablesService, desk: OpenDesk) -> None:
    wrong = SKANE.replace("5050-1055", "123-4568")
    given = table(service, desk, HEAD, STOCKHOLM, wrong)
    preview = service.preview(desk.programme, given)
    assert ends(preview) == [(2, EntryResult.REGISTERED), (3, EntryResult.REFUSED)]
    assert preview.rows[1].detail == "G3: Bankgiro 123-4568 har fel kontrollsiffra."
    assert preview.reason == "1 rad har fel."
    with pytest.raises(NotAllowed, match=r"1 rad har fel\. Inget är registrerat"):
        service.register(desk.programme, given, "c")
    assert registered(desk) == 0
    two = EntryPreview((preview.rows[1], preview.rows[1]))
    assert two.reason == "2 rader har fel."


def test_checks_speak_in_the_preview(service: RequisitionTablesService, desk: OpenDesk) -> None:
    high = STOCKHOLM.replace("2 000 000", "2 500 000")
    bare = "Region Skåne\t\t2026-06-09\t2 000 000\t4 000 000"
    preview = service.preview(desk.programme, table(service, desk, HEAD, high, bare))
    assert ends(preview) == [(2, EntryResult.DEVIATES), (3, EntryResult.STOPS)]
    assert preview.rows[0].detail.startswith("Avvikelse: Inom tilldelat belopp.")
    assert "Stopp: Uppgifter saknas." in preview.rows[1].detail
    assert preview.rows[1].result.swedish == "Registreras med stopp"
    assert service.register(desk.programme, table(service, desk, HEAD, high, bare)).touched
    assert registered(desk) == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Region Gotland\t\t2026-06-10\t5", "A2: Region Gotland finns inte i fördelningen för CSD 2026."),
        ("\t212000-0803\t2026-06-10\t5", "B2: 212000-0803 finns inte i fördelningen för CSD 2026."),
        (
            "Region Skåne\t232100-0016\t2026-06-10\t5",
            "B2: Numret hör till Region Stockholm, inte Region Skåne.",
        ),
        ("Region Skåne\t\t2026-06-11\t5", "Dagen 2026-06-11 har inte varit än."),
        ("Region Skåne\t\ti går\t5", "C2: ”i går” är inget datum."),
        ("Region Skåne\t\t2026-06-10\t", "D2: Rekvirerat: Lika belopp till de sex centrumen eller "),
        ("Region Skåne\t\t2026-06-10\t5\t\t\t5050-1055", "F2: Kontotyp saknas."),
        ("Region Skåne\t\t2026-06-10\t5\t\tSwish\t1", "F2: ”Swish” finns inte bland Bankgiro, Plusgiro, "),
        (
            "Region Skåne\t\t2026-06-10\t5\t\tBankgiro\t5050-1055\t\tKim\tingen adress",
            "”ingen adress” är ingen e-postadress.",
        ),
        (
            "Region Skåne\t\t2026-06-10\t5\t\tBankkonto\t8327-9, 903 123 4",
            "G2: Kontrollsiffran i bankkonto 83279",
        ),
        ("Region Stockholm\t\t2026-06-10\t\t5", "Beloppet saknar del av statsbidraget"),
    ],
)
def test_a_faulty_row_says_why(
    service: RequisitionTablesService, desk: OpenDesk, line: str, told: str
) -> None:
    (row,) = service.preview(desk.programme, table(service, desk, HEAD, line)).rows
    assert row.result is EntryResult.REFUSED
    assert plain(row.detail).startswith(told)


def test_a_number_that_no_table_checks_is_taken_when_compared(
    service: RequisitionTablesService, desk: OpenDesk
) -> None:
    head = "Mottagare\tKom in\tBelopp\tKontotyp\tClearing\tKontonummer\tJämfört"
    line = "Region Stockholm\t2026-06-10\t2 000 000\tBankkonto\t8327-9\t903 123 4\tja"
    (row,) = service.preview(desk.programme, table(service, desk, head, line)).rows
    assert row.result is not EntryResult.REFUSED


def test_the_same_recipient_twice_is_refused(service: RequisitionTablesService, desk: OpenDesk) -> None:
    given = table(service, desk, HEAD, STOCKHOLM, STOCKHOLM.replace("Region Stockholm", ""))
    assert service.preview(desk.programme, given).rows[1].detail == (
        "A3: Region Stockholm finns redan på rad 2."
    )


def test_a_whole_amount_is_divided_where_it_fits(service: RequisitionTablesService, desk: OpenDesk) -> None:
    head = "Mottagare\tKom in\tBelopp"
    fits = table(
        service, desk, head, "Region Skåne\t2026-06-10\t6 000 000", "Region Stockholm\t2026-06-10\t5"
    )
    preview = service.preview(desk.programme, fits)
    assert [row.result is EntryResult.REFUSED for row in preview.rows] == [False, False]
    service.register(desk.programme, fits)
    assert [part.requested_ore for part in CaseDriver(desk).page().parts] == [
        from_kronor(2_000_000),
        from_kronor(4_000_000),
    ]


def test_a_whole_amount_that_does_not_fit_is_asked_for_by_part(
    service: RequisitionTablesService, desk: OpenDesk
) -> None:
    head = "Mottagare\tKom in\tBelopp"
    low = table(service, desk, head, "Region Skåne\t2026-06-10\t5 000 000")
    assert plain(service.preview(desk.programme, low).rows[0].detail) == (
        "C2: 5 000 000 kr är inte fördelat på delarna. Fyll i ett belopp för varje del."
    )


def test_parts_that_contradict_the_whole_are_a_stop(
    service: RequisitionTablesService, desk: OpenDesk
) -> None:
    head = "Mottagare\tKom in\tbase\tcoordination\tRekvirerat belopp"
    given = table(service, desk, head, "Region Skåne\t2026-06-10\t2 000 000\t4 000 000\t5 000 000")
    (row,) = service.preview(desk.programme, given).rows
    assert row.result is EntryResult.STOPS
    assert row.amount_ore == from_kronor(5_000_000)


def test_a_sum_row_is_left_out(service: RequisitionTablesService, desk: OpenDesk) -> None:
    given = table(service, desk, HEAD, STOCKHOLM, "Summa\t\t\t2 000 000")
    preview = service.preview(desk.programme, given)
    assert (preview.rows[1].result, preview.rows[1].detail) == (EntryResult.LEFT, "Summarad")


def test_a_template_is_filled_in_and_read_back(
    service: RequisitionTablesService, desk: OpenDesk, tmp_path: Path
) -> None:
    CaseDriver(desk, "Region Uppsala").receive()
    place = tmp_path / "mall.xlsx"
    service.write_template(desk.programme, place)
    book = openpyxl.load_workbook(place)
    sheet = book["Rekvisitioner"]
    names = [row[0].value for row in sheet.iter_rows(min_row=2, max_row=7) if row[0].value]
    assert names == [
        "Region Skåne",
        "Region Stockholm",
        "Region Västerbotten",
        "Region Östergötland",
        "Västra Götalandsregionen",
    ]
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(3, titles.index("Kom in") + 1).value = date(2026, 6, 10)
    sheet.cell(3, titles.index("Rekvirerat belopp") + 1).value = 2_000_000
    sheet.cell(3, titles.index("Kontotyp") + 1).value = "Bankgiro"
    sheet.cell(3, titles.index("Kontonummer") + 1).value = 50501055
    book.save(place)
    given = service.open_table(service.shape(desk.programme), place)
    preview = service.preview(desk.programme, given)
    assert preview.to_register == 1
    assert preview.count(EntryResult.LEFT) == 4
    assert (preview.rows[1].recipient, preview.rows[1].amount_ore) == ("Region Stockholm", 200_000_000)


def test_one_component_needs_one_amount(service: RequisitionTablesService, desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        for one in session.scalars(select(ComponentRecord).where(ComponentRecord.code == "coordination")):
            one.programme_id = desk.programme
    keys = [column.key for column in service.shape(desk.programme).columns if column.key.startswith("part:")]
    assert len(keys) == 2
    assert [column.key for column in service.shape(0).columns if "total" in column.key] == ["total"]


def test_hostile_and_long_tables_are_refused(service: RequisitionTablesService, desk: OpenDesk) -> None:
    lines = [f"=cmd|{number}\t\t2026-06-10\t1" for number in range(3_000)]
    preview = service.preview(desk.programme, table(service, desk, HEAD, *lines))
    assert preview.count(EntryResult.REFUSED) == 3_000
    with pytest.raises(UserFacingError, match="Alla kolumner som behövs är inte valda"):
        service.preview(desk.programme, table(service, desk, "a\tb", "c\td"))


def test_a_preview_can_be_cancelled(service: RequisitionTablesService, desk: OpenDesk) -> None:
    progress = SilentProgress()
    given = table(service, desk, HEAD, STOCKHOLM)
    progress.cancel()
    with pytest.raises(Cancelled):
        service.preview(desk.programme, given, progress)
    with pytest.raises(Cancelled):
        service.register(desk.programme, given, progress=progress)
    assert registered(desk) == 0


def test_the_open_programmes_of_the_year(service: RequisitionTablesService, desk: OpenDesk) -> None:
    (choice,) = service.programmes(2026)
    assert (choice.id, choice.label, choice.expected) == (desk.programme, "CSD 2026", 6)
    assert service.programmes(2025) == []
    CaseDriver(desk).receive()
    assert service.programmes()[0].expected == 5

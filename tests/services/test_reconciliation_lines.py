"""The paged ledger rows: filters, search, order and the detail of one row."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay, put_finding

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineFilter, LineOrder, LineSort, LineView
from sbdesk.domain.line_search import parse_line_search
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import Approve, Park, Reject
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.reconciliations_lines import time_in_words

STOP = ("L21", Level.STOP)
DEVIATION = ("L01", Level.DEVIATION)
NOTE = ("L02", Level.NOTE)
APRIL = (date(2026, 4, 1), date(2026, 4, 30))

ROWS = [
    Row(10_000, "Åkeri", voucher="V-3", account="5610", findings=(DEVIATION, NOTE)),
    Row(20_000, "Zonterapi", voucher="V-1", account="7510", supplier="Nordvik Konsult AB", invoice="F-5602"),
    Row(-5_000, "Ärendestöd", voucher="V-2", account="5430", cost=APRIL, findings=(NOTE,)),
    Row(40_000, "Öppettider", voucher="V-12", account="7519", booked_on=date(2026, 12, 31), findings=(STOP,)),
    Row(30_000, "apotek 100 %", voucher="X-9", account="4540", supplier="Äldreboendet"),
]


@pytest.fixture
def award(desk: OpenDesk) -> int:
    number = desk.award()
    pay(desk, number, 1_000_000)
    desk.clock.set(date(2027, 2, 1))
    return number


@pytest.fixture
def ids(desk: OpenDesk, award: int) -> list[int]:
    return import_rows(desk, award, ROWS)


@pytest.fixture
def service(desk: OpenDesk) -> ReconciliationsService:
    return ReconciliationsService(desk.work)


def shown(
    service: ReconciliationsService, award: int, wanted: LineFilter, sort: LineSort | None = None
) -> str:
    """The first letters of the rows' texts, in order."""
    found = service.lines.ids(award, wanted, sort)
    return "".join(row.text[0] for row in service.lines.rows(found))


@pytest.mark.parametrize(
    ("view", "texts"),
    [
        (LineView.ALL, "ÅZÄÖa"),
        (LineView.TO_JUDGE, "ÅÖ"),
        (LineView.DEVIATIONS, "ÅÖ"),
        (LineView.UNJUDGED, "ÅZÄÖa"),
        (LineView.REJECTED, ""),
        (LineView.PARKED, ""),
    ],
)
def test_the_views_before_any_verdict(
    service: ReconciliationsService, award: int, ids: list[int], view: LineView, texts: str
) -> None:
    assert shown(service, award, LineFilter(view)) == texts
    assert view.swedish[0].isupper()


def test_the_views_after_verdicts(service: ReconciliationsService, award: int, ids: list[int]) -> None:
    service.verdicts.judge(ids[:1], Reject(VerdictCause.PERIOD))
    service.verdicts.judge(ids[1:2], Park(date(2027, 3, 1)))
    service.verdicts.judge(ids[4:], Reject(VerdictCause.DUPLICATE, 1_000))
    service.verdicts.judge(ids[2:3], Approve())
    assert shown(service, award, LineFilter(LineView.TO_JUDGE)) == "Ö"
    assert shown(service, award, LineFilter(LineView.DEVIATIONS)) == "ÅÖ"
    assert shown(service, award, LineFilter(LineView.UNJUDGED)) == "Ö"
    assert shown(service, award, LineFilter(LineView.REJECTED)) == "Åa"
    assert shown(service, award, LineFilter(LineView.PARKED)) == "Z"
    assert shown(service, award, LineFilter(cause=VerdictCause.DUPLICATE)) == "a"
    for word, texts in (
        ("obedömd", "Ö"),
        ("godkänd", "Ä"),
        ("underkänd", "Åa"),
        ("delvis", "a"),
        ("väntar", "Z"),
    ):
        assert shown(service, award, LineFilter(search=parse_line_search(f"bedömning:{word}"))) == texts
    assert shown(service, award, LineFilter(), LineSort(LineOrder.JUDGED)) == "ÖÄÅaZ"
    assert shown(service, award, LineFilter(), LineSort(LineOrder.CAUSE)) == "ÅaZÄÖ"
    assert shown(service, award, LineFilter(), LineSort(LineOrder.CAUSE, True)) == "aÅZÄÖ"
    assert shown(service, award, LineFilter(), LineSort(LineOrder.REJECTED, True)) == "ÅaZÄÖ"
    assert shown(service, award, LineFilter(), LineSort(LineOrder.ACCEPTED, True)) == "ÖaÅZÄ"


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (LineFilter(levels=frozenset({Level.STOP})), "Ö"),
        (LineFilter(levels=frozenset({Level.STOP, Level.NOTE})), "ÅÄÖ"),
        (LineFilter(rule="L02"), "ÅÄ"),
    ],
)
def test_findings_filter_the_rows(
    service: ReconciliationsService, award: int, ids: list[int], wanted: LineFilter, texts: str
) -> None:
    assert shown(service, award, wanted) == texts


@pytest.mark.parametrize(
    ("search", "texts"),
    [
        ("zonterapi", "Z"),
        ("åk", "Å"),
        ("-åkeri", "ZÄÖa"),
        ("nordvik", "Z"),
        ("f5602", "Z"),
        ("5430", "Ä"),
        ("100%", ""),
        ('"100 %"', "a"),
        ("_", ""),
        ("v-1", "ZÖ"),
        ("leverantör:äldre", "a"),
        ("leverantör:--", ""),
        ("verifikation:X-", "a"),
        ("belopp:>200", "Öa"),
        ("belopp:<0", "Ä"),
        ("konto:75", "ZÖ"),
        ("konto:4000..5500", "Äa"),
        ("datum:2026-12", "Ö"),
        ("fynd:stopp", "Ö"),
        ("fynd:L02", "ÅÄ"),
        ("fynd:L02 fynd:L01", "Å"),
    ],
)
def test_search_finds_rows(
    service: ReconciliationsService, award: int, ids: list[int], search: str, texts: str
) -> None:
    assert shown(service, award, LineFilter(search=parse_line_search(search))) == texts


@pytest.mark.parametrize(
    ("by", "texts"),
    [
        (LineOrder.SOURCE, "ÅZÄÖa"),
        (LineOrder.TEXT, "aZÅÄÖ"),
        (LineOrder.VOUCHER, "ZÖÄÅa"),
        (LineOrder.BOOKED, "ÅZÄaÖ"),
        (LineOrder.COST, "ÄÅZaÖ"),
        (LineOrder.ACCOUNT, "aÄÅZÖ"),
        (LineOrder.COUNTERPARTY, "ZaÅÄÖ"),
        (LineOrder.INVOICE, "ZÅÄÖa"),
        (LineOrder.CLAIMED, "ÄÅZaÖ"),
        (LineOrder.FINDINGS, "ÖÅÄZa"),
    ],
)
def test_columns_sort_in_swedish_order(
    service: ReconciliationsService, award: int, ids: list[int], by: LineOrder, texts: str
) -> None:
    assert shown(service, award, LineFilter(), LineSort(by)) == texts


def test_descending_file_order_is_the_file_backwards(
    service: ReconciliationsService, award: int, ids: list[int]
) -> None:
    assert shown(service, award, LineFilter(), LineSort(LineOrder.SOURCE, True)) == "aÖÄZÅ"


def test_rows_say_what_they_are(service: ReconciliationsService, award: int, ids: list[int]) -> None:
    rows = service.lines.rows([ids[1], ids[0], 99_999])
    assert [row.id for row in rows] == [ids[1], ids[0]]
    assert (rows[0].counterparty, rows[0].invoice, rows[0].level, rows[0].findings) == (
        "Nordvik Konsult AB",
        "F-5602",
        None,
        0,
    )
    assert (rows[1].level, rows[1].findings, rows[1].judged_words) == (Level.DEVIATION, 2, "Obedömd")


def test_the_detail_names_origin_findings_and_ground(
    desk: OpenDesk, service: ReconciliationsService, award: int, ids: list[int]
) -> None:
    put_finding(desk, award, "L06", Level.DEVIATION, ("ledger_line", ids[1]), other=("ledger_line", ids[0]))
    service.verdicts.judge(ids[:1], Reject(VerdictCause.PERIOD, comment="före"))
    detail = service.lines.detail(ids[0])
    assert detail.origin == "Huvudbok.xlsx, blad Transaktioner, rad 6"
    assert detail.ground == "Bidraget har inte använts enligt syftet eller anvisningarna"
    assert [(it.code, it.answered) for it in detail.findings] == [
        ("L01", True),
        ("L06", False),
        ("L02", True),
    ]
    assert detail.findings[1].other_line_id == ids[0]
    assert "31 december 2026" in detail.findings[0].quote
    assert ("Konto", "5610 Konsulter") in detail.columns
    assert detail.group == ()
    assert service.lines.detail(ids[1]).ground == ""
    with pytest.raises(LookupError):
        service.lines.detail(99_999)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2026, 4, 29), date(2026, 4, 29), "2026-04-29"),
        (date(2026, 4, 29), None, "2026-04-29"),
        (*APRIL, "2026-04"),
        (date(2026, 11, 15), date(2027, 1, 14), "2026-11-15–2027-01-14"),
    ],
)
def test_the_time_of_a_cost_in_words(first: date | None, last: date | None, words: str) -> None:
    assert time_in_words(first, last) == words

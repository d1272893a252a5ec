"""When a cost arose: the reading order, the texts regions write, and the traps in them."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.cost_month import CostBasis, CostTime, cost_time, mentions_accrual
from sbdesk.domain.cost_text import read_text
from sbdesk.domain.periods import Period, half_year, iso_week, month, quarter, single_day, whole_year

BOOKED = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Processtöd dec 2025", month(2025, 12)),
        ("Lön samordnare mars 2026", month(2026, 3)),
        ("Resa nätverksmöte sept 2026", month(2026, 9)),
        ("Hyra sept. 2026", month(2026, 9)),
        ("Reservering, avser dec 2026, betalas 2027", month(2026, 12)),
        ("Reservering konferens, avser mars 2027", month(2027, 3)),
        ("avser dec 2026, betalas i jan 2027", month(2026, 12)),
        ("Tjänst maj 2026, avser nov 2026", month(2026, 11)),
        ("Drift okt-25", month(2025, 10)),
        ("Drift dec25", month(2025, 12)),
        ("Drift dec -26", month(2026, 12)),
        ("Drift dec '26", month(2026, 12)),
        ("Faktura dec 2026", month(2026, 12)),
        ("Maj 2026", month(2026, 5)),
        ("Utbildning maj 12", single_day(date(2026, 5, 12))),
        ("Möte 3 maj", single_day(date(2026, 5, 3))),
        ("Konferens 12:e maj 2026", single_day(date(2026, 5, 12))),
        ("Kurs 5-7 okt 2026", Period(date(2026, 10, 5), date(2026, 10, 7))),
        ("nov–jan", Period(date(2026, 11, 1), date(2027, 1, 31))),
        ("nov-jan 2026", Period(date(2025, 11, 1), date(2026, 1, 31))),
        ("nov 2025 – jan 2026", Period(date(2025, 11, 1), date(2026, 1, 31))),
        ("nov 2025-jan", Period(date(2025, 11, 1), date(2026, 1, 31))),
        ("juli t.o.m. september 2026", quarter(2026, 3)),
        ("juli till och med sept 2026", quarter(2026, 3)),
        ("jan och feb 2026", Period(date(2026, 1, 1), date(2026, 2, 28))),
        ("kv 4", quarter(2026, 4)),
        ("Q4 2026", quarter(2026, 4)),
        ("kvartal 3 -26", quarter(2026, 3)),
        ("4:e kvartalet 2026", quarter(2026, 4)),
        ("v 12", iso_week(2026, 12)),
        ("v.45", iso_week(2026, 45)),
        ("vecka 53 2026", iso_week(2026, 53)),
        ("ht 26", half_year(2026, 2)),
        ("VT 2026", half_year(2026, 1)),
        ("Hyra 2026-12", month(2026, 12)),
        ("Hyra 202612", month(2026, 12)),
        ("Konferens 2026-05-20", single_day(date(2026, 5, 20))),
        ("Konferens 20260520", single_day(date(2026, 5, 20))),
        ("period 2612", month(2026, 12)),
        ("avser 2612", month(2026, 12)),
        ("period 2601-2612", whole_year(2026)),
        ("202601-202603", quarter(2026, 1)),
        ("Licens helår 2027", whole_year(2027)),
        ("Licens, avser 2027", whole_year(2027)),
        ("avser år 2026", whole_year(2026)),
    ],
)
def test_what_a_text_says(text: str, period: Period) -> None:
    reading = read_text([text], BOOKED)
    assert reading is not None
    assert reading.period == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Moms informationsfolder",
        "Möte med Maj Svensson",
        "Jan Andersson konsult",
        "April Olsson",
        "Augusti Lindh",
        "Julbord",
        "marsvin",
        "Decembertid",
        "Fakt 202601",
        "fakturanr 2026-05",
        "Fakturanummer: 2026-05-20",
        "ver 2601",
        "ver. 202601-202603",
        "ocr 202612",
        "proj 202612",
        "kst 202612",
        "konto 202612",
        "tel 2026-12",
        "2612",
        "R-2026-118",
        "2026-07960",
        "11466",
        "Licens 2027",
        "betalas 2027",
        "betalas jan 2027",
        "förfaller 2027-01-30",
        "bokfört dec 2026",
        "mars 2026 maj 2026",
        "jan 2025-dec 2024",
        "31 februari 2026",
        "2026-02-31",
        "vecka 53 2027",
        "Version v2",
        "avser 2026-2027",
    ],
)
def test_what_is_no_time_or_may_be_two(text: str) -> None:
    assert read_text([text], BOOKED) is None


def test_texts_must_agree() -> None:
    assert read_text(["Hyra", "dec 2026", "december 2026"], BOOKED) == read_text(["dec 2026"], BOOKED)
    assert read_text(["dec 2026", "nov 2026"], BOOKED) is None


@pytest.mark.parametrize(
    ("text", "booked", "period"),
    [
        ("Hyra dec", date(2026, 1, 10), month(2025, 12)),
        ("Hyra dec", date(2026, 12, 3), month(2026, 12)),
        ("Hyra feb", date(2026, 12, 31), month(2027, 2)),
        ("Hyra mars", date(2026, 12, 30), month(2027, 3)),
        ("Hyra mars", date(2026, 12, 28), month(2026, 3)),
        ("29 februari", date(2027, 3, 1), None),
        ("period 9912", date(2026, 3, 1), None),
    ],
)
def test_a_missing_year_is_the_nearest_and_at_most_two_months_ahead(
    text: str, booked: date, period: Period | None
) -> None:
    reading = read_text([text], booked)
    assert (reading and reading.period) == period


def test_without_any_day_a_missing_year_is_not_guessed() -> None:
    assert read_text(["Hyra dec"], None) is None
    assert read_text(["Hyra dec 26"], None) == read_text(["Hyra dec 2026"], None)


def test_what_is_said_outright_is_marked() -> None:
    for text, outright in {"avser dec 2026": True, "dec 2026": False, "avser 2612": True}.items():
        reading = read_text([text], BOOKED)
        assert reading is not None
        assert reading.concerns is outright


def test_the_surest_source_is_taken_first() -> None:
    known = {
        "stated": "2026-04",
        "texts": ("Hyra maj 2026",),
        "event_on": date(2026, 6, 1),
        "period": 202607,
        "booked_on": date(2026, 8, 1),
    }
    expected = [
        (month(2026, 4), CostBasis.STATED),
        (month(2026, 5), CostBasis.TEXT),
        (single_day(date(2026, 6, 1)), CostBasis.EVENT),
        (month(2026, 7), CostBasis.PERIOD),
        (single_day(date(2026, 8, 1)), CostBasis.BOOKED),
    ]
    for name, (period, basis) in zip(list(known), expected, strict=True):
        found = cost_time(**known)  # type: ignore[arg-type]
        assert found is not None
        assert (found.period, found.basis) == (period, basis)
        assert basis.swedish
        del known[name]
    assert cost_time() is None


def test_a_column_for_the_time_of_service_may_hold_a_date_or_words() -> None:
    day = date(2026, 4, 29)
    assert cost_time(stated=day) == CostTime(single_day(day), CostBasis.STATED)
    assert cost_time(stated="2604", booked_on=BOOKED) == CostTime(month(2026, 4), CostBasis.STATED)
    assert cost_time(stated="löpande", booked_on=BOOKED) == CostTime(single_day(BOOKED), CostBasis.BOOKED)


def test_period_13_is_december() -> None:
    assert cost_time(period=202613) == CostTime(month(2026, 12), CostBasis.PERIOD)
    assert cost_time(period=202614) is None
    assert cost_time(period=202600) is None
    assert cost_time(period=1) is None


def test_a_period_gives_a_text_its_year() -> None:
    assert cost_time(texts=["Hyra nov"], period=202612) == CostTime(month(2026, 11), CostBasis.TEXT)


def test_a_reservations_invoice_comes_later_and_says_nothing() -> None:
    accrued = cost_time(texts=["Reservering"], event_on=date(2027, 1, 9), booked_on=BOOKED, is_accrual=True)
    assert accrued == CostTime(single_day(BOOKED), CostBasis.BOOKED)
    invoiced = cost_time(texts=["Konsult"], event_on=date(2027, 1, 9), booked_on=BOOKED)
    assert invoiced == CostTime(single_day(date(2027, 1, 9)), CostBasis.EVENT)
    earlier = cost_time(event_on=date(2026, 12, 9), booked_on=BOOKED, is_accrual=True)
    assert earlier == CostTime(single_day(date(2026, 12, 9)), CostBasis.EVENT)
    undated = cost_time(event_on=date(2027, 1, 9), is_accrual=True)
    assert undated == CostTime(single_day(date(2027, 1, 9)), CostBasis.EVENT)


@pytest.mark.parametrize(
    ("text", "event", "booked", "is_accrual", "conflict"),
    [
        ("Processtöd dec 2025", date(2025, 12, 12), date(2025, 12, 12), False, False),
        ("Processtöd dec 2025", None, None, False, False),
        ("Processtöd dec 2025", None, date(2025, 12, 20), False, False),
        ("Processtöd dec 2025", date(2026, 5, 12), date(2025, 12, 12), False, True),
        ("Processtöd dec 2025", None, date(2026, 5, 12), False, True),
        ("Reservering, avser mars 2027", date(2027, 1, 22), BOOKED, True, False),
        ("Reservering dec 2026", date(2027, 1, 9), BOOKED, True, False),
        ("Reservering mars 2027", date(2027, 1, 22), BOOKED, True, True),
        ("Reservering mars 2027", date(2027, 1, 22), None, True, False),
    ],
)
def test_a_text_that_the_days_contradict(
    text: str, event: date | None, booked: date | None, is_accrual: bool, conflict: bool
) -> None:
    found = cost_time(texts=[text], event_on=event, booked_on=booked, is_accrual=is_accrual)
    assert found is not None
    assert found.conflict is conflict
    again = CostTime.of_row(
        found.period, found.basis, text=text, event_on=event, booked_on=booked, is_accrual=is_accrual
    )
    assert again == found


def test_a_stored_row_without_text_has_no_conflict() -> None:
    of_row = CostTime.of_row(
        month(2026, 5),
        CostBasis.PERIOD,
        text="Hyra maj 2026",
        event_on=date(2027, 1, 1),
        booked_on=None,
        is_accrual=False,
    )
    assert of_row == CostTime(month(2026, 5), CostBasis.PERIOD)
    corrected = CostTime.of_row(
        month(2026, 5), CostBasis.TEXT, text="Hyra", event_on=None, booked_on=BOOKED, is_accrual=True
    )
    assert corrected.conflict is True


@pytest.mark.parametrize(
    ("text", "accrual"),
    [
        ("Reservering, avser dec 2026", True),
        ("RESERV konsult", True),
        ("Upplupen kostnad Q4", True),
        ("Periodisering hyra", True),
        ("Reservdelar", False),
        ("Hyra", False),
    ],
)
def test_what_a_region_calls_a_reservation(text: str, accrual: bool) -> None:
    assert mentions_accrual(text) is accrual


def test_two_digits_that_are_neither_year_nor_day() -> None:
    assert read_text(["Objekt maj 99"], BOOKED) == read_text(["maj 2026"], BOOKED)

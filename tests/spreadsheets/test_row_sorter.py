"""Every row ends imported, excluded with a reason, or rejected with the cell and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from sbdesk.domain.ledger_layout import ColumnRole, CostSign, DecimalSign, LedgerLayout
from sbdesk.domain.ledger_rows import ExclusionReason
from sbdesk.domain.ledger_values import Cell, ErrorCell
from sbdesk.spreadsheets.row_sorter import RowSorter, SortedRows

DAY = date(2026, 1, 31)
HEADINGS = ["Konto", "Ver.nr", "Ver.datum", "Text", "Belopp", "Anm"]
COLUMNS = {
    ColumnRole.ACCOUNT: 0,
    ColumnRole.VOUCHER: 1,
    ColumnRole.BOOKED_ON: 2,
    ColumnRole.TEXT: 3,
    ColumnRole.AMOUNT: 4,
}
LAYOUT = LedgerLayout("Blad1", 1, COLUMNS)


def sort(
    *rows: Sequence[Cell], layout: LedgerLayout = LAYOUT, exclude: Mapping[int, str] | None = None
) -> SortedRows:
    sorter = RowSorter(layout, exclude or {})
    sorter.add(1, HEADINGS)
    for number, cells in enumerate(rows, 2):
        sorter.add(number, cells)
    done = sorter.finish()
    assert done.rows_read == len(done.rows) + len(done.excluded) + len(done.rejected)
    return done


def booked(
    amount: Cell = 10.0, voucher: Cell = "L1", day: Cell = DAY, account: Cell = "7010", text: Cell = "Lön"
) -> list[Cell]:
    return [account, voucher, day, text, amount]  # fmt: skip


def excluded(done: SortedRows) -> list[tuple[int, str, int | None]]:
    return [(row.row, row.reason.value, row.amount_ore) for row in done.excluded]


def faults(done: SortedRows) -> list[tuple[int, list[tuple[str, str]]]]:
    return [(row.row, [(fault.cell, fault.reason_code) for fault in row.faults]) for row in done.rejected]


def test_booked_rows_are_imported_with_their_place() -> None:
    done = sort(booked(), [None, " ", "NULL"], booked("2 000,50-", voucher=17.0, account=7620.0))
    assert [(row.sheet, row.row, row.voucher, row.account, row.amount_ore) for row in done.rows] == [
        ("Blad1", 2, "L1", "7010", 1000),
        ("Blad1", 4, "17", "7620", -200050),
    ]
    assert done.rows_read == 2


def test_a_file_that_books_costs_as_negative_is_turned() -> None:
    columns = COLUMNS | {ColumnRole.VAT: 5}
    done = sort(
        [*booked(-10.0), -2.0],
        ["Summa", None, None, None, -10.0],
        layout=LedgerLayout("Blad1", 1, columns, CostSign.COST_NEGATIVE),
    )
    assert (done.rows[0].amount_ore, done.rows[0].vat_ore) == (1000, 200)
    assert done.sums.checks[0].agrees
    assert done.sums.file_total is not None
    assert done.sums.file_total.stated_ore == 1000


def test_headings_repeated_headings_notes_and_sums_are_excluded_with_reason() -> None:
    done = sort(
        ["Konto 7010 Konsulter"],
        booked(10.0),
        HEADINGS,
        ["Konto", "Ver.nr"],
        booked(5.5),
        ["Summa konto 7010", None, None, None, 15.5],
        ["Ingående balans", None, DAY, None, 99.0],
        [None, None, None, "UB", 114.5],
        [None, None, None, None, None, "bara en anmärkning"],
        [None, None, None, None, 15.5],
        ["Totalt", None, None, None, 15.5],
    )
    assert excluded(done) == [
        (2, "heading", None),
        (4, "heading", None),
        (5, "heading", None),
        (7, "subtotal", 1550),
        (8, "opening", 9900),
        (9, "closing", 11450),
        (10, "blank", None),
        (11, "subtotal", 1550),
        (12, "subtotal", 1550),
    ]
    assert [check.agrees for check in done.sums.checks] == [True, True, True]
    assert done.sums.file_total is not None
    assert done.sums.file_total.row == 12
    assert not done.rejected


def test_page_titles_in_any_column_are_headings() -> None:
    done = sort(
        [None, "Sida 2", None, "Region Skåne"],
        ["Urval", "Projekt", None, "11466"],
        booked(),
        ["7010", "L2"],
        [None, "L3", DAY],
    )
    assert [row for row, *_ in excluded(done)] == [2, 3]
    assert [row.row for row in done.rejected] == [5, 6]


def test_a_wrong_sum_is_told_and_not_mended() -> None:
    done = sort(
        booked(10.0),
        ["Delsumma", None, None, None, 11.0],
        ["S:a", None, None, None, 10.0],
        ["Totalt", None, None, None, 9.0],
        ["Summa utan belopp"],
    )
    checks = [(check.row, check.label, check.stated_ore, check.computed_ore) for check in done.sums.checks]
    assert checks == [(3, "Delsumma", 1100, 1000), (4, "S:a", 1000, 1000), (5, "Totalt", 900, 1000)]


def test_sums_of_sums_agree() -> None:
    done = sort(
        booked(1.0),
        ["Summa konto 1", None, None, None, 1.0],
        booked(2.0),
        ["Summa konto 2", None, None, None, 2.0],
        ["Summa ansvar", None, None, None, 3.0],
        booked(4.0),
        ["Summa", None, None, None, 7.0],
    )
    assert all(check.agrees for check in done.sums.checks)
    assert done.sums.file_total is not None
    assert done.sums.file_total.row == 8


def test_a_summa_above_the_last_row_is_not_the_files_total() -> None:
    assert sort(booked(1.0), ["Summa", None, None, None, 1.0], booked(2.0)).sums.file_total is None
    assert sort(["Summa", None, None, None, 0.0]).sums.file_total is not None


@pytest.mark.parametrize("text", ["Summa faktura 12", "Totalt två dagar", "IB Konsult", "Transport"])
def test_a_booked_row_whose_text_looks_like_a_label_is_booked(text: str) -> None:
    assert len(sort(booked(text=text)).rows) == 1


def test_a_label_in_the_voucher_or_day_column_is_a_label() -> None:
    done = sort(booked(), [None, "Summa", None, None, 10.0], [None, None, "Summa konto 1", None, 10.0])
    assert excluded(done) == [(3, "subtotal", 1000), (4, "subtotal", 1000)]


def test_what_lacks_its_voucher_is_still_booked() -> None:
    done = sort(
        booked(voucher=None), booked(voucher=None, day="03/04/2026"), booked(voucher=None, day="31/01/2026")
    )
    assert [row.voucher for row in done.rows] == [None, None, None]
    assert done.rows[1].booked_on == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (booked(amount=None), [("E2", "amount_missing")]),
        (booked(amount="tolv"), [("E2", "not_amount")]),
        (booked(day="31/13-26"), [("C2", "not_date")]),
        (booked(account=None), [("A2", "account_missing")]),
        (booked(account="Lön"), [("A2", "not_account")]),
        (booked(day=None), [("C2", "date_missing")]),
        (booked(ErrorCell("#REF!"), day="x"), [("C2", "not_date"), ("E2", "error")]),
        (booked(text=ErrorCell("")), [("D2", "no_value")]),
        (booked(text="#N/A"), [("D2", "error")]),
        (booked(voucher=1e17), [("B2", "too_many_digits")]),
        (booked("1.234"), [("E2", "ambiguous_amount")]),
        (booked(day="03/04/2026"), [("C2", "ambiguous_date")]),
        (["Summa", None, None, None, ErrorCell("#REF!")], [("E2", "error")]),
        ([None, None, None, None, 12.0], [("A2", "account_missing")]),
        (["7010", None, None, None, 12.0], [("C2", "date_missing")]),
        (booked(account=None, amount=None), [("A2", "account_missing"), ("E2", "amount_missing")]),
    ],
)  # fmt: skip
def test_a_faulty_row_is_rejected_with_cell_and_reason(
    row: list[Cell], wanted: list[tuple[str, str]]
) -> None:
    done = sort(row)
    assert faults(done) == [(2, wanted)]
    assert all(fault.reason.endswith(".") for fault in done.rejected[0].faults)


def test_the_reasons_are_sentences_about_the_value() -> None:
    done = sort(
        booked(day="31/13-26"), booked("1.234"), booked(ErrorCell("#REF!")), booked(text=ErrorCell(""))
    )
    assert [row.reason for row in done.rejected] == [
        "”31/13-26” är inget datum.",
        "”1.234” kan betyda 1,234 eller 1\xa0234.",
        "Cellen innehåller felet #REF!.",
        "Cellen är en formel utan sparat värde.",
    ]
    assert done.rejected[0].raw == ("7010", "L1", "31/13-26", "Lön", "10")


def test_an_error_outside_the_mapped_columns_harms_nothing() -> None:
    assert len(sort([*booked(), ErrorCell("#REF!")]).rows) == 1


def test_the_rest_of_the_column_settles_the_ambiguous() -> None:
    done = sort(booked("1.234"), booked("12,50"), booked("5.678"))
    assert [(row.row, row.amount_ore) for row in done.rows] == [(2, 123400), (3, 1250), (4, 567800)]
    chosen = sort(booked("1.234"), layout=LedgerLayout("Blad1", 1, COLUMNS, decimal=DecimalSign.COMMA))
    assert chosen.rows[0].amount_ore == 123400


def test_the_officer_excludes_rows_with_a_reason() -> None:
    done = sort(
        booked("tolv"), booked(7.0), exclude={2: "Dubblerad av misstag", 3: "Hör inte hit", 99: "finns inte"}
    )
    assert [(row.row, row.reason, row.reason_text, row.amount_ore) for row in done.excluded] == [
        (2, ExclusionReason.OTHER, "Dubblerad av misstag", None),
        (3, ExclusionReason.OTHER, "Hör inte hit", 700),
    ]
    assert done.excluded[0].raw == "7010 | L1 | 2026-01-31 | Lön | tolv"


def test_rows_booked_exactly_alike_are_numbered() -> None:
    done = sort(booked(), booked(), booked(11.0), booked())
    assert [row.occurrence for row in done.rows] == [1, 2, 1, 3]


def test_account_and_name_in_one_cell_are_parted() -> None:
    done = sort(booked(account="7010 Konsulter, övriga"), booked(account="7010: IT"), booked(account="7010"))
    assert [(row.account, row.account_name) for row in done.rows] == [
        ("7010", "Konsulter, övriga"),
        ("7010", "IT"),
        ("7010", None),
    ]


def test_short_rows_and_long_notes_are_no_trouble() -> None:
    done = sort(["7010", "L1"], ["x" * 900], booked())
    assert [row.row for row in done.rejected] == [2]
    assert len(done.excluded[0].raw) == 500
    assert len(done.rows) == 1

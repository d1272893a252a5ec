"""Layouts with debit and credit, or without voucher or day, lose no row either."""

from __future__ import annotations

from collections.abc import Sequence

from sbdesk.domain.ledger_layout import ColumnRole, LedgerLayout
from sbdesk.domain.ledger_values import Cell
from sbdesk.spreadsheets.row_sorter import RowSorter, SortedRows


def sort(*rows: Sequence[Cell], layout: LedgerLayout) -> SortedRows:
    sorter = RowSorter(layout, {})
    sorter.add(1, ["rubriker"])
    for number, cells in enumerate(rows, 2):
        sorter.add(number, cells)
    done = sorter.finish()
    assert done.rows_read == len(done.rows) + len(done.excluded) + len(done.rejected)
    return done


def excluded(done: SortedRows) -> list[tuple[int, str, int | None]]:
    return [(row.row, row.reason.value, row.amount_ore) for row in done.excluded]


def faults(done: SortedRows) -> list[tuple[int, list[tuple[str, str]]]]:
    return [(row.row, [(fault.cell, fault.reason_code) for fault in row.faults]) for row in done.rejected]


PAIR = LedgerLayout(
    None,
    1,
    {
        ColumnRole.ACCOUNT: 0,
        ColumnRole.PERIOD: 1,
        ColumnRole.DEBIT: 2,
        ColumnRole.CREDIT: 3,
        ColumnRole.BALANCE: 4,
    },
)


def test_debit_and_credit_are_a_pair_and_the_balance_is_no_amount() -> None:
    done = sort(
        ["7010", "202613", 10.0, None, 10.0],
        ["7010", 2601.0, None, "4,00", 6.0],
        ["7010", "202601", 0.0, 3.0, 3.0],
        ["7010", "202601", 1.0, 2.0, 3.0],
        ["7010", "202601", None, None, 3.0],
        ["Summa", None, 10.0, 7.0, None],
        layout=PAIR,
    )
    assert [(row.period, row.amount_ore) for row in done.rows] == [
        (202613, 1000),
        (202601, -400),
        (202601, -300),
    ]
    assert faults(done) == [(5, [("D5", "debit_and_credit")]), (6, [("C6", "amount_missing")])]
    assert excluded(done) == [(7, "subtotal", 300)]
    assert done.sums.checks[0].agrees


def test_without_voucher_or_day_columns_the_account_decides() -> None:
    layout = LedgerLayout(
        None, 1, {ColumnRole.ACCOUNT: 0, ColumnRole.PERIOD: 1, ColumnRole.TEXT: 2, ColumnRole.AMOUNT: 3}
    )
    done = sort(["7010", "202601", "Summa hyra", 5.0], ["Summa 7010", "202601", None, 5.0], layout=layout)
    assert (len(done.rows), excluded(done)) == (1, [(3, "subtotal", 500)])


def test_a_voucher_without_a_day_column_is_booked_unless_labelled() -> None:
    layout = LedgerLayout(
        None, 1, {ColumnRole.ACCOUNT: 0, ColumnRole.VOUCHER: 1, ColumnRole.PERIOD: 2, ColumnRole.AMOUNT: 3}
    )
    done = sort(
        ["7010", "L1", "2601", 5.0], ["Summa", None, None, 5.0], [None, "Totalt", None, 5.0], layout=layout
    )
    assert (len(done.rows), [row.row for row in done.excluded]) == (1, [3, 4])

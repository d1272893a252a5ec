"""Small tables: headings found, every row taken or refused with its cell, hostile cells refused as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.ledger_values import ErrorCell
from sbdesk.domain.table_rows import RowState, TableRow, read_rows
from sbdesk.domain.table_shape import (
    CellKind,
    RawRow,
    TableColumn,
    TableLayout,
    TableShape,
    missing,
    propose,
    width,
)

SHAPE = TableShape(
    (
        TableColumn("name", "Mottagare", words=("Region",), identity=True),
        TableColumn("number", "Organisationsnummer", CellKind.ORG_NUMBER, ("Org.nr",), identity=True),
        TableColumn("amount", "Belopp", CellKind.MONEY, required=True),
        TableColumn("units", "Antal", CellKind.COUNT),
        TableColumn("on", "Kom in", CellKind.DAY),
        TableColumn("ok", "Kontrollerat", CellKind.YES_NO),
        TableColumn("kind", "Kontotyp", choices=("Bankgiro", "Plusgiro")),
    ),
    any_of=(("name", "number"),),
)
HEAD = (1, ["Region", "Org.nr", "Belopp", "Antal", "Kom in", "Kontrollerat", "Kontotyp"])


def read(*rows: list[Any]) -> tuple[TableRow, ...]:
    table = [HEAD, *enumerate(rows, 2)]
    return read_rows(SHAPE, propose(SHAPE, table), table)


def reasons(row: TableRow) -> list[str]:
    return [str(fault).replace("\N{NO-BREAK SPACE}", " ") for fault in row.faults]


def test_headings_are_found_among_other_lines() -> None:
    rows: list[RawRow] = [
        (1, ["Fördelning 2026", None]),
        (3, [None, "REGION:", "Org. nr", "belopp"]),
        (4, ["x", "A"]),
    ]
    layout = propose(SHAPE, rows)
    assert layout == TableLayout(3, {"name": 1, "number": 2, "amount": 3})
    assert layout.key_at(2) == "number"
    assert layout.key_at(0) == ""
    assert missing(SHAPE, layout) == ()
    assert width(rows) == 4


def test_a_layout_can_be_corrected() -> None:
    layout = TableLayout(1, {"name": 0, "amount": 1})
    assert layout.moved("units", 1).columns == {"name": 0, "units": 1}
    assert layout.moved("amount", None).columns == {"name": 0}
    assert missing(SHAPE, TableLayout(0, {})) == ("Belopp", "Mottagare eller Organisationsnummer")
    three = TableShape(SHAPE.columns, any_of=(("name", "number", "units"), ("on",)))
    assert missing(three, TableLayout(0, {"amount": 0})) == (
        "Mottagare, Organisationsnummer eller Antal",
        "Kom in",
    )
    assert propose(SHAPE, [(1, ["Region A", "100"])]) == TableLayout(0, {})
    with pytest.raises(KeyError):
        SHAPE.column("other")


def test_one_heading_is_enough() -> None:
    two = TableShape((TableColumn("area", "Område"), TableColumn("value", "Antal", CellKind.COUNT)))
    assert propose(two, [(1, ["Område", "2025"])]).columns == {"area": 0}


def test_a_good_row_is_read() -> None:
    (row,) = read(["Region A", "232100-0131", "1 234 000,50", 33.0, "2026-06-10", "Ja", "bankgiro"])
    assert row.state is RowState.TAKEN
    assert (row.text("name"), row.text("number"), row.text("kind")) == ("Region A", "2321000131", "Bankgiro")
    assert (row.number_of("amount"), row.number_of("units")) == (123_400_050, 33)
    assert (row.day("on"), row.flag("ok")) == (date(2026, 6, 10), True)
    assert str(row.fault("amount", "är för mycket.")) == "C2: är för mycket."


def test_blank_cells_are_nothing() -> None:
    (row,) = read(["Region A", None, 100, None, " ", None, ""])
    assert row.state is RowState.TAKEN
    assert (row.text("number"), row.number_of("units"), row.day("on")) == ("", None, None)
    assert not row.flag("ok")
    assert row.number_of("ok") is None


def test_rows_with_names_only_are_not_filled_in_and_sums_are_left() -> None:
    rows = read(["Region A", "232100-0131"], [None, None, None], ["Summa:", None, 5], ["TOTALT", None, 5])
    assert [row.state for row in rows] == [RowState.UNFILLED, RowState.SUM, RowState.SUM]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["A", "232100-0130", 1], "B2: Organisationsnummer 232100-0130 har fel kontrollsiffra."),
        (["A", "2321", 1], "B2: Organisationsnummer 2321 ska ha tio siffror."),
        (
            ["A", "811228-9874", 1],
            "B2: Numret ser ut som ett personnummer. Ange mottagarens organisationsnummer i stället.",
        ),
        (["=HYPERLINK(1)", None, 1], "A2: ”=HYPERLINK(1)” börjar som en formel."),
        (["@SUM(A1)", None, 1], "A2: ”@SUM(A1)” börjar som en formel."),
        (["A", None, ErrorCell("#REF!")], "C2: Cellen innehåller felet #REF!."),
        (["A", None, ErrorCell("")], "C2: Cellen är en formel utan sparat värde."),
        (["A", None, "många"], "C2: ”många” är inget belopp."),
        (["A", None, -5], "C2: ”-5” är negativt."),
        (["A", None, None, 1], "C2: Belopp saknas."),
        ([None, None, 5], "A2: Mottagare eller Organisationsnummer saknas."),
        (["A", None, 5, 1.5], "D2: ”1.5” är inget helt antal."),
        (["A", None, 5, 1, "31/13-26"], "E2: ”31/13-26” är inget datum."),
        (["A", None, 5, 1, None, "kanske"], "F2: ”kanske” är varken ja eller nej."),
        (["A", None, 5, 1, None, "nej", "Swish"], "G2: ”Swish” finns inte bland Bankgiro, Plusgiro."),
        (["A", None, float("nan")], "C2: ”nan” är ett orimligt stort belopp eller inget tal alls."),
        ([float("inf"), None, 5], "A2: ”inf” har fler siffror än Excel kan spara i ett tal."),
        (["A", None, "x" * 80], f"C2: ”{'x' * 39}…” är inget belopp."),
        (["A", None, "nr 811228-9874"], "C2: ”nr ******-****” är inget belopp."),
    ],
)
def test_a_faulty_cell_is_named_with_its_reason(cells: list[Any], told: str) -> None:
    (row,) = read(cells)
    assert row.state is RowState.REFUSED
    assert reasons(row) == [told]


def test_a_faulty_name_is_not_told_as_missing_too() -> None:
    (row,) = read([None, "232100-0130", 1])
    assert len(row.faults) == 1


def test_an_ambiguous_amount_is_settled_by_its_column() -> None:
    first, second = read(["A", None, "1.234"], ["B", None, "1.234,50"])
    assert (first.number_of("amount"), second.number_of("amount")) == (123_400, 123_450)
    (alone,) = read(["A", None, "1.234"])
    assert reasons(alone) == ["C2: ”1.234” kan betyda 1,234 eller 1 234."]


def test_a_fault_without_cell_is_its_reason() -> None:
    row = TableRow(4, RowState.TAKEN, {})
    assert str(row.fault("name", "Okänd.")) == "Okänd."


cells = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**9), 10**9),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.builds(ErrorCell, st.sampled_from(["", "#REF!"])),
)


@given(st.lists(st.lists(cells, max_size=8), max_size=8))
def test_no_cell_makes_the_reader_fall(rows: list[list[Any]]) -> None:
    for row in read(*rows):
        assert (row.state is RowState.REFUSED) == bool(row.faults)
        assert all(fault.reason.endswith(".") for fault in row.faults)

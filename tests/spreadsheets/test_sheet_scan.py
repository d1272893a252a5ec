"""What the fast parser would hide is found, on the quick way through the XML as on the slow one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spreadsheets.makers import sheet_xml

from sbdesk.domain.ledger_layout import cell_address
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import FileRefused
from sbdesk.spreadsheets.sheet_facts import SheetFacts
from sbdesk.spreadsheets.sheet_scan import scan_sheet

LIMITS = Limits()
COMMENT = "<!-- slow -->"


def in_pieces(xml: str, size: int) -> Callable[[], Iterator[bytes]]:
    data = xml.encode()
    return lambda: (data[at : at + size] for at in range(0, len(data), size))


def scan(
    rows: str, *, size: int = 1 << 20, limits: Limits = LIMITS, before: str = "", after: str = ""
) -> SheetFacts:
    return scan_sheet("Blad1", in_pieces(sheet_xml(rows, before, after), size), limits)


def number(address: str, value: str = "1", attributes: str = "") -> str:
    return f'<c r="{address}"{attributes}><v>{value}</v></c>'


def row(at: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{at}"{attributes}>{"".join(cells)}</row>'


@pytest.mark.parametrize("comment", ["", COMMENT])
@pytest.mark.parametrize("size", [7, 1 << 20])
def test_both_ways_find_the_same(comment: str, size: int) -> None:
    rows = (
        row(2, number("B2"), '<c r="C2" s="1"/>', '<c r="D2" t="inlineStr"><is><t>x</t></is></c>')
        + '<row r="4" hidden="1"/>'
        + row(
            5,
            number("A5", "#REF!", ' t="e"'),
            '<c r="C5"><f>A1</f></c>',
            attributes=' spans="1:3" hidden="true"',
        )
        + row(6, '<c r="A6"><f>1+1</f><v>2</v></c>', '<c r="B6" t="str"><f>""</f><v></v></c>')
        + row(7, '<c r="A7"><f t="shared" si="0"/><v>2</v></c>')
        + '<row r="9"/>'
        + comment
    )
    facts = scan(
        rows,
        size=size,
        before='<cols><col min="2" max="4" hidden="1"/><col min="6" max="6"/></cols>',
        after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    )
    assert asdict(facts) == {
        "name": "Blad1",
        "faults": [(5, 1, "#REF!"), (5, 3, "")],
        "first_row": 2,
        "last_row": 7,
        "first_column": 1,
        "last_column": 4,
        "rows": 4,
        "cells": 8,
        "hidden_rows": 2,
        "hidden_columns": 3,
        "merged_ranges": 1,
    }


@pytest.mark.parametrize("comment", ["", COMMENT])
@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (row(1, number("A1"), number("A1")), "A1 finns två gånger"),
        (row(1, number("B1"), number("A1")), "A1 finns två gånger eller står i fel ordning"),
        (row(1, number("A1")) + row(1, number("B1")), "A1 finns två gånger"),
        (row(2, number("A2")) + row(1, number("A1")), "A1 finns två gånger"),
        (row(1, number("A1")) + '<row r="1"/>', "A1 finns två gånger"),
        (row(1, number("A2")), "rad"),
        (row(17, number("A17"), number("B7")), "rad"),
        (row(7, number("A17")), "rad"),
        (row(1, number("A0")), "A0"),
        (row(1, number("1A")), "1A"),
        ('<row r="0"/>', "raden ”0”"),
        ('<row r="4294967295"/>', "4294967295"),
        (row(1, number("A99999999999")), "finns inte"),
    ],
)
def test_cells_that_could_be_read_in_two_ways_are_refused(rows: str, words: str, comment: str) -> None:
    with pytest.raises(FileRefused, match=words) as refusal:
        scan(rows + comment)
    assert refusal.value.code == "file_contradictory"


@pytest.mark.parametrize("comment", ["", COMMENT])
@pytest.mark.parametrize(
    "rows",
    [
        row(1, number("A1")) + row(1_048_576, number("XFD1048576")),
        row(1, number("A1"), number("AML1")),
        row(1_048_577, number("A1048577")),
        row(1, number("A1")) + row(1_000_000, number("A1000000"), number("AA1000000")),
    ],
)
def test_a_far_corner_is_refused_before_the_parser_allocates_it(rows: str, comment: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        scan(rows + comment)
    assert refusal.value.code == "file_too_large"


def test_cells_and_rows_without_addresses_are_counted_where_they_stand() -> None:
    facts = scan('<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row><c/><c><f>A1</f></c></row>')
    assert facts.faults == [(1, 2, "#N/A"), (2, 2, "")]
    assert (facts.rows, facts.cells, facts.last_row) == (2, 4, 2)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="e"/>',
        '<c r="A1" t="e"><v></v></c>',
        '<c r="A1" vm="1" t="e"><v>#FEL!</v></c>',
    ],
)
def test_an_error_without_text_is_still_an_error(cell: str) -> None:
    assert scan(row(1, cell)).faults == [(1, 1, "#FEL!")]


@pytest.mark.parametrize(
    ("cell", "faults"),
    [
        ("<c r='A1' t = 'e'><v>#REF!</v></c>", 1),
        ('<x:c xmlns:x="u" r="A1" t="e"><x:v>#REF!</x:v></x:c>', 1),
        ('<c r="A1"><f>1</f><v> </v></c>', 1),
        ('<c r="A1"><f/></c>', 1),
        ('<c r="A1" t="str"><f>1</f></c>', 1),
        ('<c r="A1" t="str"><f>1</f><v/></c>', 0),
        ('<c r="A1" t="inlineStr"><is><r><rPr><color rgb="F"/></rPr><t>a</t></r></is></c>', 0),
        ('<c r="A1" t="inlineStr"><is><t>a:c &lt;c r= b</t></is></c>', 0),
        ('<c r="A1"><v><![CDATA[</row>]]></v></c>', 0),
    ],
)
def test_unusual_spelling_hides_nothing(cell: str, faults: int) -> None:
    facts = scan(row(1, cell) + row(2, number("A2")))
    assert (len(facts.faults), facts.rows, facts.cells) == (faults, 2, 2)


def test_too_many_faults_and_merged_ranges_are_refused() -> None:
    with pytest.raises(FileRefused, match="fler än 1 celler"):
        scan(row(1, '<c r="A1" t="e"/>', '<c r="B1" t="e"/>'), limits=replace(LIMITS, faults=1))
    with pytest.raises(FileRefused, match="sammanslagna"):
        scan("", after="<mergeCell/><mergeCell/>", limits=replace(LIMITS, merged_ranges=1))


@pytest.mark.parametrize(
    "xml",
    [
        sheet_xml(row(1, number("A1")))[:-30],
        sheet_xml("<row r='1'><c></row>"),
        sheet_xml(row(1, number("A1"))).replace("</sheetData>", ""),
        "<worksheet>",
    ],
)
def test_broken_xml_is_refused(xml: str) -> None:
    with pytest.raises(FileRefused):
        scan_sheet("Blad1", in_pieces(xml, 1 << 20), LIMITS)


def test_two_sets_of_rows_are_refused() -> None:
    xml = sheet_xml(row(1, number("A1")), after="<sheetData/>")
    with pytest.raises(FileRefused, match="två uppsättningar"):
        scan_sheet("Blad1", in_pieces(xml, 1 << 20), LIMITS)


def test_a_sheet_without_rows_is_empty() -> None:
    assert scan_sheet("Blad1", in_pieces("<worksheet/>", 99), LIMITS).rows == 0
    assert scan("").rows == 0


def test_white_space_without_end_is_scanned_without_holding_it() -> None:
    assert scan(" " * (9 * MEGABYTE) + row(1, number("A1"))).rows == 1
    assert scan("", before=" " * (2 * MEGABYTE), size=MEGABYTE).rows == 0


_CELLS = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 60)),
    st.sampled_from(
        [
            '<c r="@"><v>1</v></c>',
            '<c r="@" t="s"><v>0</v></c>',
            '<c r="@" s="3"/>',
            '<c r="@" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>',
            '<c r="@" t="e"><v>#REF!</v></c>',
            '<c r="@"><f>A1</f></c>',
            '<c r="@"><f>A1</f><v>3</v></c>',
        ]
    ),
    max_size=30,
)


@given(_CELLS, st.integers(5, 3000))
def test_the_quick_way_always_finds_what_the_slow_way_finds(
    cells: dict[tuple[int, int], str], size: int
) -> None:
    rows: dict[int, str] = {}
    for (at, column), cell in sorted(cells.items()):
        rows[at] = rows.get(at, "") + cell.replace("@", cell_address(at, column - 1))
    xml = "".join(row(at, content) for at, content in rows.items())
    assert scan(xml, size=size) == scan(xml + COMMENT, size=size)

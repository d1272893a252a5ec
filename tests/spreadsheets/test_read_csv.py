"""Text files of every usual spelling are read row by row, and a stray quotation mark is noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.read_csv import decode, find_delimiter, text_rows
from sbdesk.spreadsheets.refusals import FileRefused

LIMITS = Limits()
TABLE = [["Konto", "Text", "Belopp"], ["7010", "Lön, jan", "1 234,50"], ["7010", "Åre", "-2,00"]]


def rows(data: bytes) -> list[tuple[int, list[str]]]:
    return list(text_rows(data, LIMITS))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_encoding_delimiter_and_line_end(encoding: str, delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(cells) for cells in TABLE) + end
    assert rows(text.encode(encoding)) == list(enumerate(TABLE, 1))


def test_commas_with_quoted_fields() -> None:
    text = 'Konto,Text,Belopp\n7010,"Lön, ""jan""","1 234,50"\n'
    assert rows(text.encode()) == [(1, TABLE[0]), (2, ["7010", 'Lön, "jan"', "1 234,50"])]


def test_blank_rows_count_as_excel_counts_them() -> None:
    assert rows(b"a;b;c\n\n;;\n \t;;\n1;2;3\n") == [(1, ["a", "b", "c"]), (5, ["1", "2", "3"])]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_excels_own_hint_is_obeyed_and_not_counted(end: str) -> None:
    assert rows(f"sep=,{end}a,b;c{end}".encode()) == [(1, ["a", "b;c"])]


def test_a_text_over_two_lines_is_one_cell() -> None:
    assert rows(b'a;b;c\n1;"rad ett\nrad tv\xe5";3\n')[1] == (2, ["1", "rad ett\nrad två", "3"])


@pytest.mark.parametrize(
    "data",
    [
        b'a;b;c\n1;"oj;3\n4;5;6\n7;8;9"\n',
        b'a;b;c\n1;"oj;3\n4;5;6\n',
        b'a;b;c\n1;"oj"x;3\n',
    ],
)
def test_a_stray_quotation_mark_swallows_nothing(data: bytes) -> None:
    with pytest.raises(FileRefused, match="citattecken"):
        rows(data)


def test_unknown_bytes_and_too_wide_rows_are_refused() -> None:
    with pytest.raises(FileRefused, match="teckenkodning"):
        decode(b"\x81\x8d\xff")
    with pytest.raises(FileRefused, match="teckenkodning"):
        decode(b"\xff\xfea")
    with pytest.raises(FileRefused, match="rad 1 har 5 kolumner"):
        list(text_rows(b"1;2;3;4;5\n", replace(LIMITS, columns=4)))
    with pytest.raises(FileRefused, match="citattecken"):
        rows(b"a;" + b"x" * 200_000)


def test_a_file_without_columns_is_one_column() -> None:
    assert find_delimiter("") == ";"
    assert find_delimiter("x" * 200_000) == ";"
    assert rows(b"Hej\n") == [(1, ["Hej"])]


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@given(st.lists(st.lists(_TEXT, min_size=3, max_size=3), min_size=1, max_size=20))
def test_what_swedish_excel_writes_is_read_back(table: list[list[str]]) -> None:
    quoted = [["x"] * 3, *table]
    text = "".join(
        ";".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n" for cells in quoted
    )
    wanted = [(at, cells) for at, cells in enumerate(quoted, 1) if any(cell.strip() for cell in cells)]
    assert rows(b"sep=;\r\n" + text.encode("utf-8")) == wanted

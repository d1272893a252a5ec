"""check-ledger reads exactly, finds what was planted, and is honest about what it cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.services import programme_definitions
from sbdesk.services.ledger_checking import CheckedFile, check_ledger

ROWS = [
    workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
    workbook_row("1681", "Ingående moms", "L0000002", date(2026, 5, 26), "Nordvik AB", "Moms", 1_000.25),
    workbook_row("7010", "Konsult", "L0000003", date(2027, 1, 18), "Nordvik AB", "Stöd jan 2027", 84_000.5),
    workbook_row("6410", "Resor", "L0000004", date(2026, 9, 3), "Resbyrån AB", "Resa sept 2026", 500),
    workbook_row("6410", "Resor", "L0000005", date(2026, 9, 4), "Resbyrån AB", "Resa sept 2026", -500),
]
TOTAL = ["Totalt", *[None] * 9, 105_000.75]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / "bok.xlsx", [*ROWS, TOTAL])


def check(
    path: Path, programme: str = "csd-2026", recipient: str = "Region Skåne", also: Sequence[CheckedFile] = ()
) -> dict[str, Any]:
    return check_ledger(CheckedFile(path, programme, recipient), also).to_json()


def places(answer: dict[str, Any]) -> list[tuple[str, str, int | None, int | None]]:
    return [(it["code"], it["level"], it["row"], it["ore"]) for it in answer["findings"]]


def test_rows_ore_and_findings_are_exact(book: Path) -> None:
    answer = check(book)
    assert {key: answer[key] for key in answer if key not in ("sha256", "findings")} == {
        "file": "bok.xlsx",
        "sheets": ["Blad1"],
        "rows_read": 6,
        "rows_imported": 5,
        "rows_excluded": 1,
        "rows_rejected": 0,
        "control_total_ore": 105_000_75,
        "refused": None,
    }
    assert len(answer["sha256"]) == 64
    assert places(answer) == [
        ("L01", "deviation", 6, 84_000_50),
        ("L07", "note", 7, 500_00),
        ("L07", "note", 8, -500_00),
        ("L08", "note", 5, 1_000_25),
    ]
    assert {it["sheet"] for it in answer["findings"]} == {"Blad1"}
    assert answer["findings"][0]["citation"].startswith("Ni kan använda statsbidraget")


def test_an_unknown_programme_is_read_exactly_and_told(book: Path) -> None:
    answer = check(book, "påhittat-2026", "Kommunalförbundet Exempel")
    assert (answer["rows_imported"], answer["control_total_ore"]) == (5, 105_000_75)
    assert [it[:2] for it in places(answer)] == [
        ("L07", "note"),
        ("L07", "note"),
        ("L08", "note"),
        ("P00", "note"),
    ]
    assert "påhittat-2026" in answer["findings"][-1]["text"]
    assert all(it["citation"] is None for it in answer["findings"])


def test_rows_that_cannot_be_read_are_stops_and_the_others_are_checked(tmp_path: Path) -> None:
    broken = [*ROWS[0][:-1], "#REF!"]
    wrong_total = ["Totalt", *[None] * 9, 125_000.75]
    answer = check(write_workbook(tmp_path / "bok.xlsx", [broken, *ROWS[1:], wrong_total]))
    assert (answer["rows_imported"], answer["rows_rejected"], answer["refused"]) == (4, 1, None)
    assert places(answer)[:2] == [("L18", "stop", None, 40_000_00), ("L21", "stop", 4, None)]
    assert ("L01", "deviation", 6, 84_000_50) in places(answer)


def test_a_sheet_of_broken_rows_gives_only_the_stops(tmp_path: Path) -> None:
    broken = [*ROWS[0][:-1], "#REF!"]
    answer = check(write_workbook(tmp_path / "bok.xlsx", [broken]))
    assert (answer["rows_imported"], answer["rows_rejected"]) == (0, 1)
    assert [it[0] for it in places(answer)] == ["L21"]


def test_a_refused_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(b"Konto;Belopp\n7010;1,00\n")
    answer = check(path)
    assert answer["refused"]["code"] == "file_renamed"
    assert "textfil" in answer["refused"]["text"]
    assert (answer["rows_read"], answer["control_total_ore"], answer["findings"]) == (0, None, [])
    assert len(answer["sha256"]) == 64
    assert check(tmp_path / "finns_inte.xlsx")["sha256"] is None


def test_a_missing_column_is_refused_with_f11(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "bok.xlsx", [["a", "b", "c"]] * 4, ["Ver", "Datum", "Text"])
    answer = check(path)
    assert answer["refused"]["code"] == "F11"
    assert answer["refused"]["text"].startswith("Ingen kolumn ser ut att vara")


def test_other_extracts_are_read_in_first_and_do_not_disturb(book: Path, tmp_path: Path) -> None:
    vat = workbook_row("1681", "Ingående moms", "L0000009", date(2026, 5, 2), "Syd AB", "Moms maj", 7)
    other = write_workbook(tmp_path / "annan.xlsx", [vat, *[ROWS[0]] * 2])
    also = [CheckedFile(other, "csd-2026", "Region Skåne"), CheckedFile(other, "nytt-2026", "Region Uppsala")]
    assert places(check(book, also=also)) == places(check(book))


def test_a_refused_extract_beside_it_is_named(book: Path, tmp_path: Path) -> None:
    answer = check(book, also=[CheckedFile(tmp_path / "borta.xlsx", "csd-2026", "Region Skåne")])
    assert answer["refused"]["text"].startswith("borta.xlsx: ")


def test_a_check_without_its_fact_is_told_as_a_note(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = programme_definitions.load("csd-2026")
    lacking = tuple(fact for fact in known.facts if fact.name != "use_from")

    def load(programme_id: str) -> ProgrammeDefinition:
        del programme_id
        from dataclasses import replace

        first = known.fact("use_from")
        unknown = replace(first, value=None, status=type(first.status).NOT_YET_DECIDED)
        return replace(known, facts=(*lacking, unknown))

    monkeypatch.setattr(programme_definitions, "load", load)
    told = [it for it in check(book)["findings"] if it["code"] == "L01"]
    assert [it["text"] for it in told] == [
        "Utanför användningstiden är inte kontrollerat. Användningstiden är inte beslutad."
    ]
    assert told[0]["level"] == "note"

"""Commands print one object or Swedish words, and their exit codes say how it went."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk import command_line


@pytest.fixture
def book(tmp_path: Path) -> Path:
    rows = [
        workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
        workbook_row(
            "7010", "Konsult", "L0000003", date(2027, 1, 18), "Nordvik AB", "Stöd jan 2027", 84_000.5
        ),
    ]
    return write_workbook(tmp_path / "bok.xlsx", rows)


def check(path: Path, *more: str) -> list[str]:
    return ["check-ledger", str(path), "--programme", "csd-2026", "--recipient", "Region Skåne", *more]


def test_check_ledger_prints_one_json_object(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    also = ["--also", str(book), "csd-2026", "Region Uppsala"]
    assert command_line.main(check(book, "--json", *also)) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == [
        "file",
        "sha256",
        "sheets",
        "rows_read",
        "rows_imported",
        "rows_excluded",
        "rows_rejected",
        "control_total_ore",
        "refused",
        "findings",
    ]
    assert [list(it) for it in answer["findings"]] == [
        ["code", "level", "sheet", "row", "ore", "text", "citation"]
    ]
    assert answer["control_total_ore"] == 104_000_50


def test_check_ledger_speaks_swedish_to_people(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(check(book)) == 0
    said = capsys.readouterr().out
    assert "2 rader lästa: 2 kan läsas in, 0 uteslutna, 0 med fel" in said
    assert "Summa 104\u00a0000,50\u00a0kr" in said
    assert "Avvikelse: 1" in said
    assert "L01 · Blad1 rad 5 · 84\u00a0000,50\u00a0kr" in said
    assert "”Ni kan använda statsbidraget" in said


@pytest.mark.parametrize("as_json", [True, False])
def test_a_refused_file_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    path = tmp_path / "tom.csv"
    path.write_bytes(b"")
    assert command_line.main(check(path, *["--json"] * as_json)) == 2
    out, err = capsys.readouterr()
    text = json.loads(out)["refused"]["text"] if as_json else err
    assert text.strip() == "Filen är tom. Inget är inläst. Be mottagaren att skicka filen igen."


def test_programme_prints_every_fact_with_its_quote(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["programme", "csd-2026", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["id"], answer["total_sek"], answer["use_from"]) == ("csd-2026", 16_000_000, "2026-01-01")
    assert command_line.main(["programme", "csd-2026"]) == 0
    said = capsys.readouterr().out
    assert "invoice_over: 1\u00a0000,00\u00a0kr" in said
    assert "debt_rule: ja" in said
    assert "report_due: –\n  Inte beslutat" in said
    assert "25 § förvaltningslagen" in said


def test_an_unknown_programme_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["programme", "finns-inte"]) == 2
    assert "Det finns inget statsbidrag" in capsys.readouterr().err


def test_our_own_fault_ends_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(programme_id: str) -> None:
        raise ZeroDivisionError(programme_id)

    monkeypatch.setattr("sbdesk.services.programme_definitions.load", break_down)
    assert command_line.main(["programme", "csd-2026"]) == 1
    assert "oväntat fel" in capsys.readouterr().err
    assert "ZeroDivisionError" in caplog.text


def test_the_program_runs_as_a_module(book: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sbdesk", *check(book, "--json")], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["rows_imported"] == 2

"""Commands print one object or Swedish words, and their exit codes say how it went."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk import command_line
from sbdesk.services.practice import make_practice_database


@pytest.fixture
def book(tmp_path: Path) -> Path:
    rows = [
        workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
        workbook_row(
            "7010", "Konsult", "L0000003", date(2027, 1, 18), "Nordvik AB", "Stöd jan 2027", 84_000.5
        ),
    ]
    rows.append(workbook_row("1681", "Moms", "L0000004", date(2026, 5, 18), "Nordvik AB", "Moms", 100))
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
    keys = ["code", "level", "sheet", "row", "ore", "text", "citation"]
    assert [list(it) for it in answer["findings"]] == [keys, keys]
    assert answer["control_total_ore"] == 104_100_50


def test_check_ledger_speaks_swedish_to_people(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(check(book)) == 0
    said = capsys.readouterr().out
    assert "3 rader lästa: 3 kan läsas in, 0 uteslutna, 0 med fel" in said
    assert "Summa 104\u00a0100,50\u00a0kr" in said
    assert "Avvikelse: 1" in said
    assert "L01 · Blad1 rad 5 · 84\u00a0000,50\u00a0kr" in said
    assert "”Ni kan använda statsbidraget" in said
    assert "L08 · Blad1 rad 6 · 100,00\u00a0kr" in said


def test_a_command_may_write_into_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    into = io.StringIO()
    monkeypatch.setattr(sys, "stdout", into)
    assert command_line.main(["programme", "csd-2026", "--json"]) == 0
    assert json.loads(into.getvalue())["id"] == "csd-2026"


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
    assert json.loads(done.stdout)["rows_imported"] == 3


def test_the_whole_line_leaves_every_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictures: list[tuple[Path, Path]] = []

    def photograph(place: Path, picture: Path) -> None:
        pictures.append((place, picture))
        picture.write_bytes(b"\x89PNG")

    assert command_line.main(["run-demo", str(tmp_path / "ut"), "--json"], photograph) == 0
    made = json.loads(capsys.readouterr().out)
    names = {file["file"] for file in made["files"]}
    assert names == {path.name for path in (tmp_path / "ut").iterdir()}
    for kind in ("beslut-", "brev-infor-beslut-", "beslut-om-aterkrav-", "avstamningsprotokoll-"):
        assert {f"{kind}region-skane.pdf", f"{kind}region-ostergotland.pdf"} <= names
    assert {
        "beslut-pmc-region-orebro-lan.pdf",
        "beslut-nkr-region-uppsala.pdf",
        "beslut-rss-socialtjanst-norra-ovningsforbund.pdf",
        "samlat-beslut-rss-aldreomsorg.pdf",
        "foljebrev-rss-aldreomsorg-norra-ovningsforbund.pdf",
        "foljebrev-rss-aldreomsorg-mellersta-ovningsforbund.pdf",
    } <= names
    together = PdfReader(tmp_path / "ut" / "samlat-beslut-rss-aldreomsorg.pdf")
    text = "\n".join(page.extract_text() for page in together.pages)
    assert "Norra övningsförbund" in text
    assert "Mellersta övningsförbund" in text
    assert list(made) == ["folder", "practice", "files", "sums_ore"]
    assert "kontrollerad-huvudbok-region-skane.xlsx" in names
    assert "faktura-region-skane.pdf" in names
    assert "faktura-region-ostergotland.pdf" not in names
    skane, ostergotland = made["sums_ore"]["Region Skåne"], made["sums_ore"]["Region Östergötland"]
    assert skane["granted"] == skane["paid"] == 600_000_000
    assert skane["repayable"] == skane["decided"] == skane["invoiced"] == skane["repaid"] == 25_697_500
    assert skane["outstanding"] == 0
    assert (ostergotland["repayable"], ostergotland["invoiced"], ostergotland["not_invoiced"]) == (
        60_000,
        0,
        60_000,
    )
    assert [picture.name for _place, picture in pictures] == ["fonster.png"]
    assert command_line.main(["verify", str(tmp_path / "ut" / "ovning.sbd"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["holds"] is True


def test_the_whole_line_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["run-demo", str(tmp_path / "ut")]) == 0
    told = capsys.readouterr().out
    assert "Allt är påhittat (ÖVNINGSDATA)." in told
    assert "Region Skåne: utbetalt 6\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000,00" in told
    assert command_line.main(["verify", str(tmp_path / "ut" / "ovning.sbd")]) == 0
    assert capsys.readouterr().out.endswith("Kedja, spärrar, databasfil och dokument stämmer.\n")


def test_verify_tells_of_harm_and_refuses_what_is_no_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_practice_database(tmp_path / "o.sbd").close()
    with closing(sqlite3.connect(tmp_path / "o.sbd")) as raw:
        raw.execute("UPDATE document SET content = X'00' WHERE id = 1")
        raw.commit()
    assert command_line.main(["verify", str(tmp_path / "o.sbd")]) == 2
    assert "stämmer inte med sin kontrollsumma" in capsys.readouterr().out
    assert command_line.main(["verify", str(tmp_path / "finns-inte.sbd")]) == 2
    assert "Filen finns inte" in capsys.readouterr().err


def test_the_self_test_works_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["self-test", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["works"] is True
    assert command_line.main(["self-test"]) == 0
    assert "fungerar  Databas" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("ingen mapp", encoding="utf-8")
    assert command_line.main(["run-demo", str(tmp_path / "fil" / "ut")]) == 2
    assert "kan inte skapas" in capsys.readouterr().err


def test_a_login_is_admitted_only_to_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = ["--login", "kek", "--name", "Karin Ek", "--title", "enhetschef", "--role", "decider"]
    assert command_line.main(["admit-login", str(tmp_path / "a.sbd"), *person]) == 2
    assert "En lokal fil kan inte ha personliga inloggningar." in capsys.readouterr().err
    assert not (tmp_path / "a.sbd").exists()

"""The workbooks that an officer takes out of a reconciliation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay, put_finding

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import Park, Reject
from sbdesk.services.reconciliations import ReconciliationsService

ROWS = [
    Row(10_000, "=Konsult", voucher="V-1", findings=(("L01", Level.DEVIATION),)),
    Row(25_050, "Resor", voucher="V-2", supplier="Nordvik"),
]


@pytest.fixture
def award(desk: OpenDesk) -> int:
    number = desk.award()
    pay(desk, number, 1_000_000)
    desk.clock.set(date(2027, 2, 1))
    return number


def sheet(path: Path, name: str) -> list[list[Any]]:
    book = openpyxl.load_workbook(path)
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def test_the_result_workbook_holds_rows_findings_and_sums(desk: OpenDesk, award: int, tmp_path: Path) -> None:
    ids = import_rows(desk, award, ROWS)
    put_finding(desk, award, "A03", Level.NOTE, ("award", award), ore=100)
    service = ReconciliationsService(desk.work)
    service.verdicts.judge(ids[:1], Reject(VerdictCause.PERIOD, comment="före"))
    service.verdicts.judge(ids[1:], Park(date(2027, 3, 1)))
    path = tmp_path / "resultat.xlsx"
    assert service.export.workbook(award, path).message == "Sparade resultat.xlsx: 2 rader."
    heading, *rows = sheet(path, "Huvudbok")
    first, second = (dict(zip(heading, row, strict=True)) for row in rows)
    assert (first["Rad"], first["Text"], first["Underkänt"], first["Godkänt"]) == (6, "=Konsult", 100, 0)
    assert (first["Bedömning"], first["Kommentar"]) == ("U underkänd period", "före")
    assert first["Fynd"] == "Avvikelse: L01 behöver utredas."
    assert (second["Väntar på underlag"], second["Bedömning"]) == (250.5, "V 2027-03-01")
    assert [row[1] for row in sheet(path, "Fynd")[1:]] == ["L01", "A03"]
    assert dict(row[:2] for row in sheet(path, "Summor"))["Huvudbok"] == 350.5
    about = dict(row[:2] for row in sheet(path, "Beskrivning"))
    assert about["Huvudbok"] == "Huvudbok.xlsx, Transaktioner"


def test_what_is_seen_is_written_in_its_order(desk: OpenDesk, award: int, tmp_path: Path) -> None:
    ids = import_rows(desk, award, ROWS)
    service = ReconciliationsService(desk.work)
    path = tmp_path / "rader.xlsx"
    service.export.seen(award, ids[::-1], "fynd:stopp", path)
    assert [row[0] for row in sheet(path, "Rader")] == ["Ver.nr", "V-2", "V-1"]
    assert dict(row[:2] for row in sheet(path, "Beskrivning"))["Urval"] == "fynd:stopp"
    plain = tmp_path / "rader.csv"
    service.export.seen(award, ids[1:], "", plain)
    lines = plain.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "V-2;2026-05-04;2026-05-04;7510;Resor;Nordvik;;250,50;0,00;250,50;Obedömd;;0"
    with pytest.raises(UserFacingError, match="mappen finns inte"):
        service.export.seen(award, ids, "", tmp_path / "borta" / "rader.csv")

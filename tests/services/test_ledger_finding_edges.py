"""Rows that lack what a check compares, and rows that two checks see."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desk import OpenDesk
from support.ledger_desk import LedgerDesk
from support.ledger_extracts import row

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.services.ledger_findings import FindingChange, keep


@pytest.fixture
def ledger(desk: OpenDesk, tmp_path: Path) -> LedgerDesk:
    return LedgerDesk(desk, tmp_path)


def test_a_row_without_day_and_voucher_is_named_by_its_place(ledger: LedgerDesk) -> None:
    ledger.take(row(5, "1681", booked_on=None, event_on=None, text="Moms", voucher=None))
    (finding,) = ledger.found("L08")
    assert finding.text.startswith("Rad 5 ser ut att innehålla ingående moms")
    assert ledger.rows("L01") == []


def test_a_number_gets_its_series_before_it(ledger: LedgerDesk) -> None:
    ledger.take(
        row(5, "1681", voucher="123", voucher_series="A"), row(6, "1681", voucher="L9", voucher_series="LR")
    )
    assert [it.text.split(" ")[0] for it in ledger.found("L08")] == ["A123", "L9"]


def test_a_credit_without_text_and_invoice_is_in_no_pair(ledger: LedgerDesk) -> None:
    bare = {"text": "", "supplier": None, "invoice_number": None}
    ledger.take(row(5, **bare), row(6, amount=-10_000_00, **bare))
    assert ledger.rows("L07") == []
    assert [it.ore for it in ledger.found("L20")] == [-10_000_00]


def test_a_row_that_repeats_in_two_ways_is_asked_about_once(ledger: LedgerDesk) -> None:
    same = {"invoice_number": "55012960", "text": "Folder juni 2026"}
    ledger.take(row(5, voucher="L1", **same), row(6, voucher="L1", **same), row(7, voucher="L2", **same))
    assert ledger.rows("L06") == [(6, 10_000_00), (7, 10_000_00)]


def test_the_same_question_twice_in_one_run_is_one(ledger: LedgerDesk) -> None:
    question = Finding("L08", 1, Level.NOTE, "Moms", "Text.", Subject("award", ledger.award))
    with ledger.desk.store.writing() as session:
        change = keep(session, ledger.award, [question, question], {}, {"L08"})
    assert change == FindingChange(1, 0)
    assert change.words == "1 ny · 0 borta"

"""From requisition to settled claim in the real window; the figures are those of ``sbdesk run-demo``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.window_claim import WindowClaim
from support.window_driver import WindowDriver, open_window
from support.window_steps import WindowCase

from sbdesk.domain.award import Balances
from sbdesk.domain.ore import from_kronor
from sbdesk.services.practice_files import write_extract
from sbdesk.services.practice_ledger import practice_ledger
from sbdesk.store.queries.balances import award_sums

SKANE = "Region Skåne"
USED = from_kronor(5_870_000)
CLAIM = 256_975_00
LETTERS = {"decision_letter", "reconciliation_protocol", "hearing_letter", "recovery_decision", "invoice"}


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    yield from open_window(qapp, qtbot, tmp_path, date(2026, 6, 12))


def figures(at: WindowDriver) -> dict[str, int]:
    """Öre, from the database."""
    with at.office.opened.store.reading() as session:
        sums = award_sums(session, at.office.award(SKANE))
    balances = Balances(sums)
    return {
        "granted": sums.granted,
        "paid": sums.paid,
        "reported": sums.reported,
        "rejected": sums.rejected,
        "repayable": balances.repayable,
        "decided": sums.decided,
        "invoiced": balances.invoiced,
        "repaid": sums.repaid,
        "outstanding": balances.outstanding,
    }


def grant_and_pay(case: WindowCase) -> None:
    at = case.at
    case.receive("111-1111", "9.1-1001/2026")
    at.new_day(date(2026, 6, 15))
    case.propose()
    at.new_day(date(2026, 6, 17))
    case.decide(date(2026, 6, 17))
    at.new_day(date(2026, 6, 18))
    case.send_decision(date(2026, 6, 18))
    case.prepare_payout()
    at.new_day(date(2026, 6, 24))
    case.pay(date(2026, 6, 24))


def reconcile(case: WindowCase, folder: Path) -> None:
    at, ledger = case.at, practice_ledger(2026, USED)
    at.new_day(date(2027, 1, 25))
    case.report(date(2027, 1, 25), USED)
    at.new_day(date(2027, 2, 3))
    case.import_ledger(write_extract(folder / f"{SKANE} csd-2026.xlsx", ledger), ledger.total_ore)
    at.new_day(date(2027, 2, 8))
    case.judge()
    case.explain()
    at.new_day(date(2027, 2, 10))
    case.hand_over()
    at.new_day(date(2027, 2, 12))
    case.fix(date(2027, 2, 12))


def claim_back(at: WindowDriver) -> None:
    claim = WindowClaim(at, SKANE)
    at.new_day(date(2027, 2, 15))
    claim.create()
    at.new_day(date(2027, 2, 16))
    claim.hear(date(2027, 2, 16))
    at.new_day(date(2027, 3, 5))
    claim.answer(date(2027, 3, 5))
    at.new_day(date(2027, 3, 12))
    claim.propose()
    claim.decide(date(2027, 3, 12))
    at.new_day(date(2027, 4, 12))
    claim.invoice(date(2027, 4, 12))
    for day in (date(2027, 5, 6), date(2027, 5, 7)):
        at.new_day(day)
        claim.pay(day, CLAIM // 2)


def letters(at: WindowDriver) -> dict[str, str]:
    """The text of every PDF that the office has written in the case, by the document's kind."""
    documents = at.office.services.documents
    texts = {}
    for row in documents.rows(award_id=at.office.award(SKANE)):
        if row.kind in LETTERS:
            content = documents.read(row.id).content
            assert content.startswith(b"%PDF"), row.title
            pages = PdfReader(BytesIO(content)).pages
            texts[row.kind] = "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")
    return texts


@pytest.mark.timeout(600)
def test_from_requisition_to_settled_claim(at: WindowDriver, tmp_path: Path) -> None:
    case = WindowCase(at, SKANE)
    grant_and_pay(case)
    assert figures(at)["paid"] == from_kronor(6_000_000)
    reconcile(case, tmp_path)
    assert figures(at) == {
        "granted": from_kronor(6_000_000),
        "paid": from_kronor(6_000_000),
        "reported": USED,
        "rejected": -373_025_00,
        "repayable": CLAIM,
        "decided": 0,
        "invoiced": 0,
        "repaid": 0,
        "outstanding": 0,
    }
    claim_back(at)
    after = figures(at)
    assert [after[it] for it in ("decided", "invoiced", "repaid", "outstanding")] == [CLAIM, CLAIM, CLAIM, 0]
    written = letters(at)
    assert written.keys() == LETTERS
    assert "256 975" in written["invoice"]

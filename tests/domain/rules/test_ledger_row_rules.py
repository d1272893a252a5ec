"""Repeated, cancelling and foreign ledger rows, wrong sums and unreadable cells: the text to the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sbdesk.domain.findings import Finding
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.rules import ledger_rows
from sbdesk.domain.rules.engine import Asked, RuleSetting
from sbdesk.domain.rules.ledger import LEDGER_RULES, LedgerLineFacts, asked

LINE = LedgerLineFacts(
    line_id=11,
    source_row=40,
    account="7010",
    amount_ore=from_kronor(84_000),
    claimed_ore=from_kronor(84_000),
    voucher="V-10233",
    account_name="Konsulttjänster",
)


def ask(code: str, **parameters: object) -> Asked[Any]:
    found = asked(code, {code: RuleSetting(LEDGER_RULES[code].name.level, parameters)})
    assert found is not None
    return found


def line(**changes: Any) -> LedgerLineFacts:
    return replace(LINE, **changes)


def said(finding: Finding | None) -> str | None:
    return finding and f"{finding.level.swedish}: {finding.text}".replace("\u00a0", " ")


def test_l06_the_same_row_twice() -> None:
    first, second = line(source_row=220), line(source_row=221, line_id=12, claimed_ore=from_kronor(24_225))
    found = ledger_rows.duplicate(first, second, ask("L06"))
    assert said(found) == (
        "Avvikelse: Rad 220 och rad 221 har samma verifikation (V-10233), konto, text och belopp: 24 "
        "225,00 kr. Det kan vara en dubblett och behöver utredas."
    )
    assert (found.subject.id, found.other_subject and found.other_subject.id) == (12, 11)
    no_voucher = ledger_rows.duplicate(replace(first, voucher=""), replace(second, voucher=""), ask("L06"))
    assert "Rad 220 och rad 221 har samma konto, text och belopp:" in no_voucher.text


def test_l06_the_same_invoice_in_two_vouchers() -> None:
    second = line(voucher="V-2", supplier="Lab AB", invoice_number="5602")
    assert said(ledger_rows.duplicate(LINE, second, ask("L06"))) == (
        "Avvikelse: Faktura 5602 från Lab AB på 84 000,00 kr är bokförd på både V-10233 och V-2. "
        "Det kan vara en dubblett och behöver utredas."
    )
    unknown = ledger_rows.duplicate(LINE, replace(second, supplier=""), ask("L06"))
    assert "Faktura 5602 på 84 000,00" in unknown.text.replace("\u00a0", " ")


def test_l07_a_pair_is_judged_together() -> None:
    credit = line(voucher="V-3", claimed_ore=-from_kronor(84_000), line_id=12)
    found = ledger_rows.reversal(LINE, credit, ask("L07", max_days=30))
    assert said(found) == (
        "Upplysning: V-10233 på 84 000,00 kr och V-3 på −84 000,00 kr tar ut varandra på konto 7010 "
        "Konsulttjänster. Raderna bedöms tillsammans."
    )
    assert found.parameters == {"max_days": 30}


def test_l08_tax_that_may_be_deducted() -> None:
    vat = line(account="1681", account_name="Ingående moms", claimed_ore=688_125)
    assert said(ledger_rows.input_vat(vat, ask("L08"))) == (
        "Upplysning: V-10233 ser ut att innehålla ingående moms: 6 881,25 kr på 1681 Ingående moms. "
        "Anvisningen säger inget om moms. Fråga om momsen är avdragsgill."
    )


def test_l09_the_grants_own_income() -> None:
    income = line(account="3510", account_name="", claimed_ore=-from_kronor(2_000_000))
    assert said(ledger_rows.grant_income(income, ask("L09"))) == (
        "Avvikelse: V-10233 ser ut att vara en bidragsintäkt: −2 000 000,00 kr på 3510. Är det statsbidraget "
        "självt hör raden inte till kostnaden. Beloppet behöver utredas."
    )
    assert ledger_rows.grant_income(replace(income, claimed_ore=0), ask("L09")) is None


def test_l16_rows_without_any_code() -> None:
    assert said(ledger_rows.without_code(3, ask("L16"), 1, 100)) == (
        "Upplysning: 1 rad på tillsammans 1,00 kr saknar kostnadsställe, projekt och objekt."
    )


def test_l18_sums_and_rows_that_do_not_agree() -> None:
    assert said(ledger_rows.control_total(3, ask("L18"), 764_031_050, 764_156_050)) == (
        "Stopp: Inlästa rader är tillsammans 7 640 310,50 kr men filens summarad är 7 641 560,50 kr. "
        "Skillnaden är 1 250,00 kr. Kontrollera om rader saknas eller be mottagaren rätta filen."
    )
    assert ledger_rows.control_total(3, ask("L18"), 5, 5) is None
    assert said(ledger_rows.rows_accounted(3, ask("L18"), 10, 7, 2, 0)) == (
        "Stopp: Filen har 10 rader men 7 är inlästa, 2 uteslutna och 0 felaktiga. Läs in filen på nytt."
    )
    assert ledger_rows.rows_accounted(3, ask("L18"), 10, 7, 2, 1) is None


@pytest.mark.parametrize(
    ("no_voucher", "no_counterparty", "what"),
    [
        (5, 0, "5 rader saknar verifikationsnummer, tillsammans"),
        (0, 1, "1 inköpsrad saknar motpart, tillsammans"),
        (1, 3, "1 rad saknar verifikationsnummer och 3 inköpsrader saknar motpart, tillsammans"),
    ],
)
def test_l19_rows_without_source(no_voucher: int, no_counterparty: int, what: str) -> None:
    found = ledger_rows.without_source(3, ask("L19"), no_voucher, no_counterparty, 1_250_000)
    assert said(found) == (
        f"Avvikelse: {what} 12 500,00 kr. Begär komplettering eller bedöm raderna mot underlag."
    )


def test_l20_negative_rows_per_account() -> None:
    assert said(ledger_rows.negative_rows(5, ask("L20"), "7010", 3, -150_000)) == (
        "Upplysning: Konto 7010 har 3 negativa rader, tillsammans −1 500,00 kr, utan motsvarande debet."
    )
    assert "har 1 negativ rad," in ledger_rows.negative_rows(5, ask("L20"), "7010", 1, -1).text


def test_l21_a_cell_that_cannot_be_read() -> None:
    reason = "”31/13-26” är inget datum."
    ending = "Be mottagaren rätta filen, eller uteslut raden och ange varför."
    assert said(ledger_rows.unreadable_cell(3, ask("L21"), None, 88, "B88", reason)) == (
        f"Stopp: Rad 88, cell B88: {reason} {ending}"
    )
    with_sheet = ledger_rows.unreadable_cell(3, ask("L21"), "Blad1", 88, "B88", reason)
    assert with_sheet.text == f"Blad1, rad 88, cell B88: {reason} {ending}"

"""The ledger checks over real lines, alike on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger_desk import CLASSES, LedgerDesk
from support.ledger_extracts import LAYOUT, row

from sbdesk.domain.findings import Level
from sbdesk.domain.programme_vocabulary import FactStatus
from sbdesk.domain.reconciliation import FindingState
from sbdesk.services.changes import Touched
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.programmes import ConditionRecord, ProgrammeFactRecord
from sbdesk.store.records.reconciliations import FindingRecord


@pytest.fixture
def ledger(desk: OpenDesk, tmp_path: Path) -> LedgerDesk:
    return LedgerDesk(desk, tmp_path)


def test_l01_asks_about_costs_after_the_period_and_tells_of_costs_before_a_derived_start(
    ledger: LedgerDesk,
) -> None:
    ledger.take(
        row(5, text="Drift jan 2027", booked_on=date(2027, 1, 18), event_on=date(2027, 1, 11)),
        row(6, text="Stöd dec 2025", booked_on=date(2025, 12, 12), event_on=date(2025, 12, 12)),
        row(7, text="Stöd", event_on=None, booked_on=date(2027, 2, 1)),
        row(8, text="Stöd maj 2026"),
    )
    after, before = ledger.found("L01")
    assert (after.row, after.level, after.ore) == (5, Level.DEVIATION, 10_000_00)
    assert after.citation == (
        "Ni kan använda statsbidraget under bidragsåret fram till och med den 31 december 2026."
    )
    assert (before.row, before.level) == (6, Level.NOTE)


def test_l01_before_a_start_that_an_officer_has_set_is_a_deviation(ledger: LedgerDesk) -> None:
    with ledger.desk.store.writing() as session:
        session.add(
            ProgrammeFactRecord(
                programme_id=ledger.desk.programme,
                name="use_from",
                ordinal=1,
                revision=2,
                status=FactStatus.OFFICER,
                value_kind="day",
                value_day=date(2026, 2, 1),
                reason="Stod i beslutet.",
            )
        )
    ledger.take(row(6, text="Stöd jan 2026", booked_on=date(2026, 1, 12), event_on=date(2026, 1, 12)))
    (finding,) = ledger.found("L01")
    assert finding.level is Level.DEVIATION


def test_l02_l04_and_l05_tell_reservations_apart(ledger: LedgerDesk) -> None:
    last = date(2026, 12, 31)
    ledger.take(
        row(5, text="Reservering, avser dec 2026, betalas 2027", booked_on=last, event_on=date(2027, 1, 9)),
        row(6, text="Reservering konferens, avser mars 2027", booked_on=last, event_on=date(2027, 1, 22)),
        row(
            7,
            "2990",
            text="Avser dec 2026",
            booked_on=last,
            event_on=None,
            supplier=None,
            invoice_number=None,
        ),
        row(8, text="Stöd dec 2026", booked_on=last, event_on=None, period=202613),
        row(9, text="Reservdelar dec 2026", booked_on=last, event_on=date(2026, 12, 5)),
        row(
            10,
            "4010",
            text="Upplupen semesterlön dec 2026",
            booked_on=last,
            supplier=None,
            invoice_number=None,
        ),
    )
    assert ledger.rows("L04") == [(6, 10_000_00)]
    assert [number for number, _ in ledger.rows("L02")] == [5, 7, 8, 10]
    (flat,) = ledger.found("L05")
    assert flat.row is None
    assert "konto 2990" in flat.text
    assert flat.ore == 10_000_00
    assert ledger.rows("L01") == []


def test_l03_is_asked_once_for_the_award(ledger: LedgerDesk) -> None:
    late = {"booked_on": date(2027, 1, 20), "event_on": date(2026, 12, 15), "text": "Stöd dec 2026"}
    ledger.take(row(5, **late), row(6, **late), row(7, "2990", **late))
    (finding,) = ledger.found("L03")
    assert (finding.row, finding.ore, finding.level) == (None, 20_000_00, Level.NOTE)
    assert finding.text.startswith("2 rader på tillsammans 20\u00a0000,00\u00a0kr är bokförda januari 2027")


def test_l06_asks_only_about_the_same_voucher_or_the_same_invoice_twice(ledger: LedgerDesk) -> None:
    same = {"voucher": "L0604960", "invoice_number": "55012960", "text": "Folder juni 2026"}
    pay = {"supplier": None, "invoice_number": None, "voucher": "P1", "text": "Lön maj 2026"}
    again = {"invoice_number": "77000001", "text": "Hyra maj 2026"}
    ledger.take(
        row(5, **same),
        row(6, **same),
        row(7, **same),
        row(8, **{**same, "cost_centre": "1733"}),
        row(9, "4010", **pay),
        row(10, "4010", **pay),
        row(11, **again),
        row(12, **again),
        row(13, **{**again, "amount_ore": 1_00}),
        row(14, text="Rad utan verifikat", voucher=None, supplier=None, invoice_number=None),
        row(15, text="Rad utan verifikat", voucher=None, supplier=None, invoice_number=None),
    )
    assert ledger.rows("L06") == [(6, 10_000_00), (7, 10_000_00), (12, 10_000_00)]
    assert [it.other_row for it in ledger.found("L06")] == [5, 5, 11]
    assert ledger.found("L06")[0].level is Level.DEVIATION
    assert "Faktura 77000001 från Nordvik Konsult AB" in ledger.found("L06")[2].text


def test_l06_leaves_a_duplicate_that_a_credit_has_taken_back(ledger: LedgerDesk) -> None:
    same = {"voucher": "L1", "invoice_number": "55012960", "text": "Folder juni 2026"}
    ledger.take(row(5, **same), row(6, **same), row(7, amount=-10_000_00, **{**same, "voucher": "L2"}))
    assert ledger.rows("L06") == []
    assert len(ledger.found("L07")) == 1


def test_l07_pairs_each_row_once_and_not_over_months(ledger: LedgerDesk) -> None:
    rent = {"text": "Hyra", "invoice_number": None, "supplier": None}
    ledger.take(
        row(5, booked_on=date(2026, 1, 10), **rent),
        row(6, booked_on=date(2026, 9, 10), **rent),
        row(7, amount=-10_000_00, booked_on=date(2026, 9, 12), **rent),
        row(8, amount=-10_000_00, booked_on=date(2026, 9, 13), **rent),
        row(9, "7011", -10_000_00, booked_on=date(2026, 1, 10), **rent),
        row(10, amount=500_00, invoice_number="INV-77", text="Fakturan"),
        row(11, amount=500_00, invoice_number="INV-78", text="Krediteras"),
        row(12, amount=-500_00, invoice_number="INV-77", text="Krediteras"),
        row(13, amount=-600_00, booked_on=None, event_on=None, period=202605, text="Utan dag"),
        row(14, amount=600_00, booked_on=None, event_on=None, period=202605, text="Utan dag"),
    )
    pairs = {(it.other_row, it.row, it.other_ore, it.ore) for it in ledger.found("L07")}
    assert pairs == {(6, 7, 10_000_00, -10_000_00), (10, 12, 500_00, -500_00)}
    lonely = {it.text.split(" har ")[0]: it.ore for it in ledger.found("L20")}
    assert lonely == {"Konto 7010": -10_600_00, "Konto 7011": -10_000_00}


def test_l07_pairs_over_imports(ledger: LedgerDesk) -> None:
    ledger.take(row(5, text="Resa", supplier=None, invoice_number=None))
    assert ledger.rows("L07") == []
    ledger.take(row(9, amount=-10_000_00, text="Resa", supplier=None, invoice_number=None))
    assert ledger.rows("L07") == [(9, -10_000_00)]


def test_l08_and_l09_ask_about_accounts_and_about_tax_in_the_amount(ledger: LedgerDesk) -> None:
    ledger.take(
        row(5, "1681", 688_125, text="Moms"),
        row(6, amount=1_250_00, vat_ore=250_00),
        row(7, amount=1_000_00, vat_ore=250_00),
        row(8, amount=1_120_00, vat_ore=120_01),
        row(9, amount=1_060_00, vat_ore=60_00),
        row(10, amount=1_060_00, vat_ore=0),
        row(11, "3510", -2_000_000_00, text="Statsbidrag"),
    )
    assert [number for number, _ in ledger.rows("L08")] == [5, 6, 8, 9]
    (income,) = ledger.found("L09")
    assert (income.row, income.ore, income.level, income.citation) == (
        11,
        -2_000_000_00,
        Level.DEVIATION,
        None,
    )
    assert ledger.rows("L20") == []


def test_l16_and_l19_are_asked_once_per_import(ledger: LedgerDesk) -> None:
    bare = {"cost_centre": None, "project": None}
    first = ledger.take(
        row(5, **bare),
        row(6, **bare, object="99"),
        row(7, voucher=None),
        row(8, supplier=None, counterparty_code=None),
        row(9, supplier=None, counterparty_code="310"),
        row(10, "7620", supplier=None, voucher=None, account_name="Lokalhyra internt"),
        row(11, "4010", supplier=None),
    )
    second = ledger.take(row(5), row(6, **bare))
    assert [(it.import_id, it.ore, it.row) for it in ledger.found("L16")] == [
        (first, 10_000_00, None),
        (second, 10_000_00, None),
    ]
    (source,) = ledger.found("L19")
    assert (source.import_id, source.ore, source.level) == (first, 20_000_00, Level.DEVIATION)
    assert source.text.startswith("1 rad saknar verifikationsnummer och 1 inköpsrad saknar motpart")


def test_a_second_run_asks_nothing_twice_and_a_dismissed_one_stays_dismissed(ledger: LedgerDesk) -> None:
    ledger.take(row(5, "1681"), row(6, "3510", -1_00))
    with ledger.desk.store.writing() as session:
        vat = session.scalars(select(FindingRecord).where(FindingRecord.rule_code == "L08")).one()
        vat.state, vat.reason, vat.resolved_by = FindingState.DISMISSED, "Inte avdragsgill", ledger.desk.anna
        vat.message = "gammal lydelse"
    done = ledger.checks.run(ledger.award)
    assert (done.touched, done.message) == (
        Touched.RECONCILIATIONS,
        "Kontrollerna är körda: 0 nya · 0 borta.",
    )
    (vat_row,) = ledger.found("L08")
    assert vat_row.state is FindingState.DISMISSED
    assert vat_row.text.startswith("L0000005 ser ut att innehålla ingående moms")
    assert ledger.checks.run(ledger.award, command_id="f5") == ledger.checks.run(
        ledger.award, command_id="f5"
    )


def test_what_no_longer_holds_is_gone_and_comes_back_as_it_was(ledger: LedgerDesk) -> None:
    ledger.take(row(5, "1681"), row(6, "3510", -1_00))

    def ask(enabled: bool) -> str:
        with ledger.desk.store.writing() as session:
            for condition in session.scalars(
                select(ConditionRecord).where(ConditionRecord.rule_code.in_(["L08", "L09"]))
            ):
                condition.enabled = enabled
        return ledger.checks.run(ledger.award).message

    with ledger.desk.store.writing() as session:
        vat = session.scalars(select(FindingRecord).where(FindingRecord.rule_code == "L08")).one()
        vat.state, vat.reason, vat.resolved_by = FindingState.DISMISSED, "Inte avdragsgill", ledger.desk.anna
    assert ask(False) == "Kontrollerna är körda: 0 nya · 2 borta."
    assert ledger.checks.findings(ledger.award) == ()
    assert ask(True) == "Kontrollerna är körda: 2 nya · 0 borta."
    states = {it.code: it.state for it in ledger.checks.findings(ledger.award)}
    assert states == {"L08": FindingState.DISMISSED, "L09": FindingState.OPEN}


def test_a_check_without_its_fact_is_not_run_and_says_so(ledger: LedgerDesk) -> None:
    assert ledger.checks.not_run(ledger.award) == ()
    with ledger.desk.store.writing() as session:
        session.add(
            ProgrammeFactRecord(
                programme_id=ledger.desk.programme,
                name="use_to",
                ordinal=1,
                revision=2,
                status=FactStatus.NOT_YET_DECIDED,
                value_kind="day",
                heading="Tidsperiod",
            )
        )
    not_run = ledger.checks.not_run(ledger.award)
    assert [it.code for it in not_run] == ["L01", "L02", "L03", "L04"]
    assert not_run[0].reason == "Användningstiden är inte beslutad."
    ledger.take(row(5, text="Drift jan 2027"))
    assert ledger.rows("L01") == []


def test_the_checks_see_only_the_award_that_is_asked_about(ledger: LedgerDesk) -> None:
    other = ledger.desk.award("Region Uppsala")
    extract = ledger.extracts.make([row(5, "1681")])
    request = ImportRequest(extract.path, other, LAYOUT, classes=CLASSES)
    ledger.imports.import_ledger(request, reading=extract.reading)
    ledger.take(row(6, "1681"))
    assert ledger.rows("L08") == [(6, 10_000_00)]
    assert [it.row for it in ledger.checks.findings(other) if it.code == "L08"] == [5]


def test_days_and_texts_come_back_as_they_were(ledger: LedgerDesk) -> None:
    ledger.take(row(5, text="Åtgärd maj 2026", invoice_number="R-2026/118", period=202605))
    with ledger.desk.store.reading() as session:
        line = session.scalars(select(LedgerLineRecord)).one()
        assert (line.booked_on, line.event_on) == (date(2026, 5, 20), date(2026, 5, 15))
        assert (line.cost_from, line.cost_to) == (date(2026, 5, 1), date(2026, 5, 31))
        assert (line.text, line.text_key, line.invoice_key) == (
            "Åtgärd maj 2026",
            "{tg|rd maj 2026",
            "r2026118",
        )

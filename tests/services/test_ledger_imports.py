"""An import is all or nothing, tells exactly what it read, and can be taken back as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.ledger_extracts import LAYOUT, ExtractMaker, row, workbook_row, write_workbook

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.award import Basis
from sbdesk.domain.errors import Cancelled, Conflict
from sbdesk.domain.ledger import (
    ColumnRole,
    CostSign,
    ExcludedRow,
    ExclusionReason,
)
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.services.changes import Touched
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_accounts import DecidedBy
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.parties import SupplierRecord
from sbdesk.store.records.reconciliations import FindingRecord


@pytest.fixture
def service(desk: OpenDesk) -> LedgerImportsService:
    return LedgerImportsService(desk.work)


@pytest.fixture
def extracts(tmp_path: Path) -> ExtractMaker:
    return ExtractMaker(tmp_path)


def count(desk: OpenDesk, table: type) -> int:
    with desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_an_import_keeps_every_row_with_its_place_time_and_class(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    award = desk.award()
    left_out = ExcludedRow(None, 7, ExclusionReason.SUBTOTAL, 30_000_00, "Summa konto 7010 | 30 000,00")
    extract = extracts.make(
        [
            row(
                5,
                "4010",
                20_000_00,
                account_name="Lön",
                supplier=None,
                invoice_number=None,
                text="Lön maj 2026",
            ),
            row(6, "7010", 10_000_00, voucher_series="L", event_on=None, period=202605),
        ],
        excluded=[left_out],
    )
    done = service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)

    assert done.touched == Touched.LEDGER_IMPORTS | Touched.RECONCILIATIONS | Touched.DOCUMENTS
    assert done.message.startswith("2 rader är inlästa, tillsammans 30\u00a0000,00\u00a0kr.")
    with desk.store.reading() as session:
        pay, bought = session.scalars(select(LedgerLineRecord).order_by(LedgerLineRecord.source_row)).all()
        assert (pay.source_row, pay.part, pay.account_class) == (5, 1, AccountClass.PERSONNEL)
        assert (pay.cost_from, pay.cost_to, pay.cost_basis) == (date(2026, 5, 1), date(2026, 5, 31), "text")
        assert pay.supplier_id is None
        assert pay.claimed_ore == pay.amount_ore == 20_000_00
        assert bought.account_class is AccountClass.PURCHASE
        supplier = session.get_one(SupplierRecord, bought.supplier_id)
        assert (supplier.name, supplier.name_key) == ("Nordvik Konsult AB", "nordvik konsult ab")
        assert len(bought.row_hash) == 64
        kept = session.get_one(LedgerImportRecord, done.id)
        assert (kept.rows_read, kept.imported, kept.excluded, kept.rejected) == (3, 2, 1, 0)
        assert (kept.period_from, kept.period_to) == (202605, 202605)
        document = session.get_one(DocumentRecord, kept.document_id)
        assert document.content == extract.path.read_bytes()
        assert document.content_sha256 == extract.reading.sha256
        reconciliation = latest_reconciliation(session, award)
        assert reconciliation is not None
        assert (reconciliation.revision, reconciliation.state) == (1, ReconciliationState.OPEN)
        assert reconciliation.basis is Basis.LEDGER_ALL
        assert award_sums(session, award).declared == 30_000_00
        told = session.scalars(select(EventRecord).where(EventRecord.verb == "import_ledger")).one()
        assert told.after["sum_ore"] == 30_000_00
        assert told.after["classes"] == {"4010": "personnel", "7010": "purchase"}
        assert "Nordvik" not in str(told.after)
    (excluded,) = service.excluded_rows(done.id or 0)
    assert (excluded.source_row, excluded.reason, excluded.amount_ore) == (
        7,
        ExclusionReason.SUBTOTAL,
        30_000_00,
    )
    (shown,) = service.imports(award)
    assert (shown.file_name, shown.read_by, shown.state) == (extract.path.name, "Anna Berg", ImportState.LIVE)
    assert shown.profile == "Huvudbok 1"


def test_a_supplier_that_is_known_is_not_made_twice(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    first = extracts.make([row(5), row(6, supplier="NORDVIK KONSULT AB", text="Annat")])
    service.import_ledger(ImportRequest(first.path, desk.award(), LAYOUT), reading=first.reading)
    second = extracts.make([row(9, supplier="Nordvik Konsult, AB"), row(10, supplier="---")])
    service.import_ledger(
        ImportRequest(second.path, desk.award("Region Uppsala"), LAYOUT), reading=second.reading
    )
    assert count(desk, SupplierRecord) == 1


def test_every_open_award_is_a_choice(service: LedgerImportsService) -> None:
    choices = service.awards()
    assert [choice.recipient for choice in choices][:2] == ["Region Skåne", "Region Stockholm"]
    assert choices[0].label == "Region Skåne · CSD 2026"
    assert len(choices) == 6


def test_a_double_click_imports_once(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make([row(5), row(6)])
    request = ImportRequest(extract.path, desk.award(), LAYOUT)
    first = service.import_ledger(request, reading=extract.reading, command_id="klick")
    second = service.import_ledger(request, reading=extract.reading, command_id="klick")
    assert second == first
    assert count(desk, LedgerLineRecord) == 2
    with pytest.raises(Conflict):
        service.import_ledger(replace(request, stated_ore=1), reading=extract.reading, command_id="klick")
    undone = service.undo_import(first.id or 0, "Fel", command_id="ångra")
    assert service.undo_import(first.id or 0, "Fel", command_id="ångra") == undone


def test_cancelling_leaves_nothing(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sbdesk.store.queries.ledger_lines.BATCH", 2)
    events = count(desk, EventRecord)

    class Impatient(SilentProgress):
        def step(self, done: int, of: int, text: str) -> None:
            if text.startswith("Läser in") and done == 4:
                self.cancel()

    extract = extracts.make([row(number) for number in range(5, 15)])
    with pytest.raises(Cancelled):
        service.import_ledger(
            ImportRequest(extract.path, desk.award(), LAYOUT), reading=extract.reading, progress=Impatient()
        )
    for table in (LedgerImportRecord, LedgerLineRecord, DocumentRecord, SupplierRecord, FindingRecord):
        assert count(desk, table) == 0
    assert count(desk, EventRecord) == events


def test_cancelling_during_the_checks_leaves_nothing(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    class Late(SilentProgress):
        def step(self, done: int, of: int, text: str) -> None:
            if text == "Kör kontrollerna":
                self.cancel()

    extract = extracts.make([row(5)])
    with pytest.raises(Cancelled):
        service.import_ledger(
            ImportRequest(extract.path, desk.award(), LAYOUT), reading=extract.reading, progress=Late()
        )
    assert count(desk, LedgerLineRecord) == 0


def test_the_officers_classes_are_remembered_for_the_recipient(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    award = desk.award()
    first = extracts.make([row(5, "1999"), row(6, "7010")])
    decided = {it.account: it.decided_by for it in service.preview(first.reading, award).accounts}
    assert decided == {"1999": DecidedBy.NOTHING, "7010": DecidedBy.CHART}
    request = ImportRequest(first.path, award, LAYOUT, classes={"1999": AccountClass.VAT})
    service.import_ledger(request, reading=first.reading)
    second = extracts.make([row(5, "1999")])
    (again,) = service.preview(second.reading, award).accounts
    assert (again.kind, again.decided_by) == (AccountClass.VAT, DecidedBy.PROFILE)
    service.import_ledger(ImportRequest(second.path, award, LAYOUT), reading=second.reading)
    assert [profile.label for profile in service.profiles(award)] == ["Huvudbok 1"]
    third = extracts.make([row(5, "2999")])
    service.import_ledger(
        ImportRequest(third.path, award, LAYOUT, classes={"2999": AccountClass.OTHER}), reading=third.reading
    )
    assert [profile.label for profile in service.profiles(award)] == ["Huvudbok 2"]
    elsewhere = service.preview(second.reading, desk.award("Region Uppsala")).accounts
    assert elsewhere[0].decided_by is DecidedBy.NOTHING


def test_a_profile_is_kept_by_version(desk: OpenDesk, service: LedgerImportsService) -> None:
    award = desk.award()
    done = service.save_profile(award, " Raindance ", LAYOUT, {"4010": AccountClass.PERSONNEL})
    assert done.message == "Profilen Raindance 1 är sparad."
    changed = replace(LAYOUT, header_row=4)
    assert service.save_profile(award, "Raindance", changed, {}).message == "Profilen Raindance 2 är sparad."
    assert service.save_profile(award, "Annan", LAYOUT, {}).message == "Profilen Annan 1 är sparad."
    assert [(it.name, it.version) for it in service.profiles(award)] == [("Annan", 1), ("Raindance", 2)]
    assert service.profiles(award)[1].layout == changed


def test_a_workbook_goes_from_file_to_lines(
    desk: OpenDesk, service: LedgerImportsService, tmp_path: Path
) -> None:
    award = desk.award()
    path = write_workbook(
        tmp_path / "bok.xlsx",
        [
            workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
            workbook_row(
                "7010", "Konsult", "L0000002", date(2026, 5, 26), "Nordvik AB", "Stöd maj 2026", 84.5
            ),
            ["Summa", None, None, None, None, None, None, None, None, None, 20_084.5],
        ],
    )
    inspection = service.inspect(path)
    offer = service.offer(inspection, award)
    sheet = offer.sheets[offer.proposed]
    assert (offer.recipient, offer.file_name, offer.refused, offer.same_file) == (
        "Region Skåne",
        "bok.xlsx",
        None,
        None,
    )
    assert (sheet.profile, sheet.refusal, sheet.layout.header_row) == (None, None, 3)
    assert sheet.rows[0].cells[0] == "Huvudbok per ansvar"
    done = service.import_ledger(ImportRequest(path, award, sheet.layout, sha256=offer.sha256))
    assert done.message.startswith("2 rader är inlästa, tillsammans 20\u00a0084,50\u00a0kr.")

    again = service.offer(inspection, award)
    assert again.refused is not None
    assert (again.refused.code, again.same_file) == ("F08", done.id)
    assert again.sheets[0].profile == "Huvudbok 1"
    reading = service.read(path, sheet.layout, {4: "Avser ett annat projekt."})
    assert [it.reason_text for it in reading.excluded if it.row == 4] == ["Avser ett annat projekt."]
    assert len(reading.rows) == 1


def test_a_remembered_layout_is_proposed_before_a_recognised_one(
    desk: OpenDesk, service: LedgerImportsService, tmp_path: Path
) -> None:
    award = desk.award()
    cells = workbook_row(
        "7010", "Konsult", "L0000002", date(2026, 5, 26), "Nordvik AB", "Stöd maj 2026", 84.5
    )
    path = write_workbook(tmp_path / "bok.xlsx", [cells])
    proposed = service.offer(service.inspect(path), award).sheets[0].layout
    turned = replace(proposed, sign=CostSign.COST_NEGATIVE)
    service.save_profile(award, "Vår", turned, {})
    with_it = service.offer(service.inspect(path), award).sheets[0]
    assert (with_it.layout, with_it.profile) == (turned, "Vår 1")
    headings = ["Konto", "Ver.datum", "Belopp"]
    other = write_workbook(tmp_path / "annan.xlsx", [["7010", "2026-05-26", 84.5]] * 3, headings)
    without_it = service.offer(service.inspect(other), award).sheets[0]
    assert without_it.profile is None
    assert set(without_it.layout.columns) == {ColumnRole.ACCOUNT, ColumnRole.BOOKED_ON, ColumnRole.AMOUNT}
    set_up = service.offer(service.inspect(path), desk.award("Region Uppsala")).sheets[0]
    assert set_up.profile is None

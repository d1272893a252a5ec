"""An import is all or nothing, tells exactly what it read, and can be taken back as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.ledger_extracts import LAYOUT, ExtractMaker, fault, row, workbook_row, write_workbook

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.award import Basis
from sbdesk.domain.errors import Cancelled, Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import (
    ColumnRole,
    CostSign,
    ExcludedRow,
    ExclusionReason,
    RejectedRow,
    SubtotalCheck,
)
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.reconciliation import FindingState, ReconciliationState
from sbdesk.domain.report import ReportState
from sbdesk.services.changes import Touched
from sbdesk.services.ledger_findings import LedgerFindingsService
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_accounts import DecidedBy
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.parties import DisqualificationRecord, SupplierRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.reconciliations import FindingRecord, LineVerdictRecord
from sbdesk.store.records.reports import ReportRecord


@pytest.fixture
def service(desk: OpenDesk) -> LedgerImportsService:
    return LedgerImportsService(desk.work)


@pytest.fixture
def extracts(tmp_path: Path) -> ExtractMaker:
    return ExtractMaker(tmp_path)


def count(desk: OpenDesk, table: type) -> int:
    with desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def set_state(desk: OpenDesk, award: int, state: ReconciliationState) -> None:
    with desk.store.writing() as session:
        record = latest_reconciliation(session, award)
        assert record is not None
        record.state = state
        record.frozen = {"declared": 1} if state is ReconciliationState.FINAL else None


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
    assert done.message.startswith("2 rader är inlästa, tillsammans 30\u00a0000,00 kr.")
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


def test_a_row_that_cannot_be_read_stops_the_whole_import(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    faulty = RejectedRow(None, 8, (fault("B8", "31/13-26", "”31/13-26” är inget datum.", "not_date"),), ())
    extract = extracts.make([row(5)], rejected=[faulty])
    award = desk.award()
    preview = service.preview(extract.reading, award)
    assert str(preview.refused) == (
        "1 rad har fel. Det första är i cell B8: ”31/13-26” är inget datum. Inget är inläst. "
        "Be mottagaren att rätta filen, eller uteslut raderna och ange varför."
    )
    (finding,) = preview.findings
    assert (finding.code, finding.level) == ("L21", Level.STOP)
    assert "rad 8, cell B8".casefold() in finding.text.casefold()
    with pytest.raises(UserFacingError, match="1 rad har fel"):
        service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)
    assert count(desk, LedgerImportRecord) == count(desk, LedgerLineRecord) == 0


@pytest.mark.parametrize(
    ("faults", "code", "text"),
    [
        (
            [
                fault("E47", "#REF!", "Cellen innehåller felet #REF!.", "error"),
                fault("E48", "#N/A", "Cellen innehåller felet #N/A.", "error"),
                fault("E49", "", "Cellen är en formel utan sparat värde.", "no_value"),
            ],
            "F09",
            "3 celler i valda kolumner innehåller fel (#REF!), den första är E47.",
        ),
        (
            [fault("E49", "", "Cellen är en formel utan sparat värde.", "no_value")],
            "F09",
            "1 cell i valda kolumner innehåller formler utan sparat värde, i E49.",
        ),
        (
            [fault("E12", "1.234", "”1.234” kan betyda 1,234 eller 1\u00a0234.", "ambiguous_amount")],
            "F10",
            "”1.234” i E12 kan betyda 1,234 eller 1\u00a0234. Inget är inläst. Välj decimaltecken",
        ),
        (
            [fault("E12", "1.234", "Beloppet är oklart.", "ambiguous_amount")],
            "F10",
            "”1.234” i E12 kan läsas på två sätt.",
        ),
        (
            [
                fault("A9", "x", "”x” är inget kontonummer.", "not_account"),
                fault("E9", "#REF!", "Cellen innehåller felet #REF!.", "error"),
            ],
            "L21",
            "2 rader har fel. Det första är i cell A9: ”x” är inget kontonummer.",
        ),
    ],
)
def test_the_refusal_names_the_cell_and_the_reason(
    desk: OpenDesk,
    service: LedgerImportsService,
    extracts: ExtractMaker,
    faults: list[object],
    code: str,
    text: str,
) -> None:
    rejected = [RejectedRow(None, number, (each,), ()) for number, each in enumerate(faults, 9)]  # type: ignore[arg-type]
    refused = service.preview(extracts.make([row(5)], rejected=rejected).reading, desk.award()).refused
    assert refused is not None
    assert refused.code == code
    assert str(refused).startswith(text)


def test_a_sheet_without_rows_is_refused(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make([])
    award = desk.award()
    assert "inga rader att läsa in" in str(service.preview(extract.reading, award).refused)
    with pytest.raises(UserFacingError, match="inga rader att läsa in"):
        service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)


def test_the_same_file_is_not_read_in_twice_until_it_is_undone(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    award = desk.award()
    extract = extracts.make([row(5), row(6)])
    request = ImportRequest(extract.path, award, LAYOUT)
    first = service.import_ledger(request, reading=extract.reading)
    with pytest.raises(Conflict) as refused:
        service.import_ledger(request, reading=extract.reading)
    assert refused.value.code == "F08"
    assert str(refused.value).startswith("Samma fil lästes in 2026-06-10 09.00 av Anna Berg.")
    assert service.preview(extract.reading, award).refused is not None
    service.undo_import(first.id or 0, "Fel projekt")
    assert service.preview(extract.reading, award).refused is None
    again = service.import_ledger(request, reading=extract.reading)
    assert again.id != first.id
    assert count(desk, DocumentRecord) == 1


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


def test_a_file_that_changed_after_the_preview_is_refused(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make([row(5)])
    request = ImportRequest(extract.path, desk.award(), LAYOUT)
    with pytest.raises(Conflict, match="har ändrats sedan du såg den"):
        service.import_ledger(replace(request, sha256="0" * 64), reading=extract.reading)
    extract.path.write_bytes(b"annat")
    with pytest.raises(Conflict, match="har ändrats sedan du såg den"):
        service.import_ledger(request, reading=extract.reading)
    extract.path.unlink()
    with pytest.raises(Conflict, match="har ändrats sedan du såg den"):
        service.import_ledger(request, reading=extract.reading)
    assert count(desk, LedgerImportRecord) == 0


def test_wrong_totals_are_stops_that_remain(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make(
        [row(5), row(6)],
        file_total_ore=20_000_01,
        subtotals=[
            SubtotalCheck(7, "Summa konto 7010", 19_000_00, 20_000_00),
            SubtotalCheck(8, "Summa konto 7020", 0, 0),
            SubtotalCheck(99, "Totalt", 20_000_01, 20_000_00),
        ],
    )
    award = desk.award()
    preview = service.preview(extract.reading, award, stated_ore=25_000_00)
    assert [finding.ore for finding in preview.findings] == [1, 5_000_00, 1_000_00]
    assert {finding.code for finding in preview.findings} == {"L18"}
    assert [check.row for check in preview.wrong_subtotals] == [7, 99]
    assert preview.refused is None
    done = service.import_ledger(
        ImportRequest(extract.path, award, LAYOUT, stated_ore=25_000_00), reading=extract.reading
    )
    kept = [it for it in LedgerFindingsService(desk.work).findings(award) if it.code == "L18"]
    assert [it.level for it in kept] == [Level.STOP] * 3
    assert {it.row for it in kept} == {None, 7}
    assert {it.import_id for it in kept} == {done.id}
    assert kept[0].citation == "Redovisningen måste vara tydlig, spårbar och överblickbar."
    LedgerFindingsService(desk.work).run(award)
    assert len([it for it in LedgerFindingsService(desk.work).findings(award) if it.code == "L18"]) == 3
    service.undo_import(done.id or 0, "Be om ny fil")
    assert LedgerFindingsService(desk.work).findings(award) == ()


def test_totals_that_agree_are_silent(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make([row(5)], file_total_ore=10_000_00)
    with desk.store.writing() as session:
        session.add(
            ReportRecord(
                award_id=desk.award(),
                revision=1,
                received_on=date(2026, 6, 1),
                used_ore=9_999_00,
                answers={},
                state=ReportState.RECEIVED,
            )
        )
    preview = service.preview(extract.reading, desk.award(), stated_ore=10_000_00)
    assert preview.findings == ()
    assert preview.reported_ore == 9_999_00
    assert (preview.rows, preview.excluded, preview.rejected) == (extract.reading.rows, (), ())


def test_the_sum_is_shown_before_and_after_the_sign(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    extract = extracts.make([row(5)], layout=replace(LAYOUT, sign=CostSign.COST_NEGATIVE))
    preview = service.preview(extract.reading, desk.award())
    assert (preview.sum_in_file_ore, preview.sum_ore) == (-10_000_00, 10_000_00)


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


def test_undo_takes_the_whole_import_out_and_says_what_went(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    award = desk.award()
    extract = extracts.make([row(5), row(6, text="Processtöd jan 2027", event_on=date(2027, 1, 3))])
    done = service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)
    imported = done.id or 0
    assert service.undo_facts(imported).warning == ""
    with desk.store.writing() as session:
        ground = session.scalars(select(RecoveryGroundRecord)).first()
        assert ground is not None
        lines = session.scalars(select(LedgerLineRecord).order_by(LedgerLineRecord.id)).all()
        session.add(
            LineVerdictRecord(
                line_id=lines[1].id,
                rejected_ore=10_000_00,
                parked_ore=0,
                cause=VerdictCause.PERIOD,
                ground_id=ground.id,
                judged_by=desk.anna,
            )
        )
        session.add(LineVerdictRecord(line_id=lines[0].id, rejected_ore=0, parked_ore=0, judged_by=desk.anna))
    facts = service.undo_facts(imported)
    assert (facts.rows, facts.sum_ore, facts.verdicts, facts.refused) == (2, 20_000_00, 2, None)
    assert facts.warning == "Bedömningar finns. De sparas i händelseloggen om du fortsätter."

    with pytest.raises(UserFacingError, match="Skäl saknas"):
        service.undo_import(imported, "  ")
    told = service.undo_import(imported, "Fel projekt")
    assert told.message == f"Inläsningen av {extract.path.name} är ångrad: 2 rader, 20\u00a0000,00 kr."
    with desk.store.reading() as session:
        sums = award_sums(session, award)
        assert (sums.declared, sums.rejected, sums.basis) == (0, 0, Basis.REPORT_ONLY)
        assert {it.state for it in session.scalars(select(FindingRecord))} == {FindingState.GONE}
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "undo_import")).one()
        assert event.reason == "Fel projekt"
        assert event.before["verdicts"] == [[5, 1, 0, 0, None], [6, 1, 10_000_00, 0, 1]]
        first = session.scalars(select(EventRecord).where(EventRecord.verb == "import_ledger")).one()
        assert event.undoes == first.seq
    assert count(desk, LineVerdictRecord) == 0
    assert count(desk, LedgerLineRecord) == 2
    assert count(desk, DocumentRecord) == 1
    assert service.imports(award)[0].state is ImportState.UNDONE
    assert "ångrad" in str(service.undo_facts(imported).refused)
    with pytest.raises(NotAllowed, match="Inläsningen är ångrad"):
        service.undo_import(imported, "En gång till")


def test_one_of_two_imports_can_be_undone(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker
) -> None:
    award = desk.award()
    first, second = extracts.make([row(5)]), extracts.make([row(6)])
    done = service.import_ledger(ImportRequest(first.path, award, LAYOUT), reading=first.reading)
    service.import_ledger(ImportRequest(second.path, award, LAYOUT), reading=second.reading)
    service.undo_import(done.id or 0, "Ersatt")
    with desk.store.reading() as session:
        sums = award_sums(session, award)
    assert (sums.declared, sums.basis) == (10_000_00, Basis.LEDGER_ALL)


@pytest.mark.parametrize(
    "state", [ReconciliationState.WAITING, ReconciliationState.PROPOSED, ReconciliationState.FINAL]
)
def test_nothing_comes_or_goes_while_others_rely_on_it(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker, state: ReconciliationState
) -> None:
    award = desk.award()
    first, second = extracts.make([row(5)]), extracts.make([row(6)])
    done = service.import_ledger(ImportRequest(first.path, award, LAYOUT), reading=first.reading)
    set_state(desk, award, state)
    preview = service.preview(second.reading, award)
    assert preview.refused is not None
    assert "Avstämningen är" in str(preview.refused)
    with pytest.raises(NotAllowed, match="Avstämningen är"):
        service.import_ledger(ImportRequest(second.path, award, LAYOUT), reading=second.reading)
    assert service.undo_facts(done.id or 0).refused is not None
    with pytest.raises(NotAllowed, match="Avstämningen är"):
        service.undo_import(done.id or 0, "Fel")
    assert count(desk, LedgerImportRecord) == 1
    assert service.imports(award)[0].state is ImportState.LIVE


@pytest.mark.parametrize("basis", [Basis.REPORT_ONLY, Basis.LEDGER_SAMPLE])
def test_the_basis_follows_the_ledger_but_a_sample_stays(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker, basis: Basis
) -> None:
    award = desk.award()
    first, second = extracts.make([row(5)]), extracts.make([row(6)])
    service.import_ledger(ImportRequest(first.path, award, LAYOUT), reading=first.reading)
    with desk.store.writing() as session:
        record = latest_reconciliation(session, award)
        assert record is not None
        record.state, record.basis = ReconciliationState.JUDGING, basis
    done = service.import_ledger(ImportRequest(second.path, award, LAYOUT), reading=second.reading)
    with desk.store.reading() as session:
        record = latest_reconciliation(session, award)
        assert record is not None
        expected = Basis.LEDGER_ALL if basis is Basis.REPORT_ONLY else basis
        assert (record.state, record.basis) == (ReconciliationState.JUDGING, expected)
    assert done.id


def test_jäv_stops_every_act(desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker) -> None:
    award = desk.award()
    extract = extracts.make([row(5)])
    done = service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.anna,
                recipient_id=desk.recipient(),
                from_on=date(2026, 1, 1),
                reason="släkt",
                reported_by=desk.anna,
            )
        )
    other = extracts.make([row(6)])
    acts: list[Callable[[], object]] = [
        lambda: service.import_ledger(ImportRequest(other.path, award, LAYOUT), reading=other.reading),
        lambda: service.undo_import(done.id or 0, "Fel"),
        lambda: service.save_profile(award, "P", LAYOUT, {}),
        lambda: LedgerFindingsService(desk.work).run(award),
    ]
    for act in acts:
        with pytest.raises(NotAllowed, match="jäv"):
            act()


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
    assert done.message.startswith("2 rader är inlästa, tillsammans 20\u00a0084,50 kr.")

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


def test_the_offer_tells_why_nothing_can_come_now(
    desk: OpenDesk, service: LedgerImportsService, extracts: ExtractMaker, tmp_path: Path
) -> None:
    award = desk.award()
    extract = extracts.make([row(5)])
    service.import_ledger(ImportRequest(extract.path, award, LAYOUT), reading=extract.reading)
    set_state(desk, award, ReconciliationState.PROPOSED)
    path = write_workbook(tmp_path / "bok.xlsx", [["1732"] * 11])
    offer = service.offer(service.inspect(path), award)
    assert "lämnad för granskning" in str(offer.refused)

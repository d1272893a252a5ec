"""Why a file or a row is refused, and totals that do not agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.ledger_extracts import LAYOUT, ExtractMaker, fault, row, write_workbook

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import (
    CostSign,
    RejectedRow,
    SubtotalCheck,
)
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.report import ReportState
from sbdesk.services.ledger_findings import LedgerFindingsService
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.store.records.ledgers import LedgerImportRecord, LedgerLineRecord
from sbdesk.store.records.parties import DisqualificationRecord
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
    place = extract.path.with_name("fel.xlsx")
    assert service.write_faults(extract.reading, place).message == "1 rad med fel är sparad i fel.xlsx."
    two = replace(extract.reading, rejected=(faulty, replace(faulty, row=9)), rows_read=3)
    assert service.write_faults(two, place).message == "2 rader med fel är sparade i fel.xlsx."
    assert place.stat().st_size > 1000


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

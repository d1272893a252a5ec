"""A whole import is taken back, and what rests on it follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.ledger_extracts import LAYOUT, ExtractMaker, row

from sbdesk.domain.award import Basis
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import FindingState, ReconciliationState
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.reconciliations import FindingRecord, LineVerdictRecord


@pytest.fixture
def service(desk: OpenDesk) -> LedgerImportsService:
    return LedgerImportsService(desk.work)


@pytest.fixture
def extracts(tmp_path: Path) -> ExtractMaker:
    return ExtractMaker(tmp_path)


def count(desk: OpenDesk, table: type) -> int:
    with desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


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
    assert told.message == f"Inläsningen av {extract.path.name} är ångrad: 2 rader, 20\u00a0000,00\u00a0kr."
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

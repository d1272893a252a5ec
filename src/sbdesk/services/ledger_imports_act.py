"""The one act that reads a ledger in: file, profile, lines, findings and event in one transaction."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.ledger import LedgerReading
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.progress import Progress
from sbdesk.services import ledger_imports_refusals as refusals
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.ledger_findings import keep, run_checks
from sbdesk.services.ledger_findings_settings import settings_of_award
from sbdesk.services.ledger_imports_accounts import AccountRow, to_remember
from sbdesk.services.ledger_imports_keeping import Place, booked_months, keep_lines, remember_profile
from sbdesk.services.ledger_imports_pages import account_classes
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.reconciliation_opening import ledger_comes
from sbdesk.services.reconciliations_checks import check_award
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import ledger_imports as queries
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.parties import RecipientRecord

_MEDIA_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".csv": "text/csv",
    ".txt": "text/plain",
}


def keep_import(
    session: Session,
    work: Workplace,
    award: AwardRecord,
    request: ImportRequest,
    reading: LedgerReading,
    content: bytes,
    progress: Progress,
) -> dict[str, Any]:
    """Keep it all and return id, rows, sum_ore (öre) and findings as plain data."""
    before = queries.live_import_of_file(session, award.recipient_id, reading.sha256, reading.layout.sheet)
    if before is not None:
        raise refusals.same_file(*before)
    ledger_comes(session, work, award.id)
    classes = account_classes(session, award.id, request.classes)
    accounts = classes.accounts(reading.rows)
    profile = remember_profile(
        session,
        award.recipient_id,
        request.profile_name,
        reading.layout,
        to_remember(accounts, classes.profile),
    )
    document = _keep_file(session, work, award, reading, content)
    record = _record(work, award, request, reading, (document, profile.id))
    session.add(record)
    session.flush()
    recipient = session.get_one(RecipientRecord, award.recipient_id)
    place = Place(award.recipient_id, recipient.org_number, award.id, record.id)
    keep_lines(session, place, reading, {row.account: row.kind for row in accounts}, progress)
    progress.step(0, 1, "Kör kontrollerna")
    found = _ask(session, award.id, record.id, reading, request.stated_ore)
    work.record(
        session,
        "import_ledger",
        ("ledger_import", record.id),
        award_id=award.id,
        after=_told(record, reading, accounts, found),
    )
    return {"id": record.id, "rows": record.imported, "sum_ore": record.sum_ore, "findings": found}


def _keep_file(
    session: Session, work: Workplace, award: AwardRecord, reading: LedgerReading, content: bytes
) -> int:
    suffix = PurePath(reading.file_name).suffix.casefold()
    document = keep_document(
        session,
        work,
        NewDocument(
            content=content,
            file_name=reading.file_name,
            media_type=_MEDIA_TYPES.get(suffix, "application/octet-stream"),
            origin=DocumentOrigin.RECEIVED,
            kind="ledger",
            title=f"Huvudbok, {reading.file_name}",
            award_id=award.id,
            contains_personal_data=True,
        ),
    )
    return document.id


def _record(
    work: Workplace,
    award: AwardRecord,
    request: ImportRequest,
    reading: LedgerReading,
    kept: tuple[int, int],
) -> LedgerImportRecord:
    """``kept``: the ids of document and profile."""
    period_from, period_to = booked_months(reading)
    stated = request.stated_ore
    return LedgerImportRecord(
        recipient_id=award.recipient_id,
        award_id=award.id,
        document_id=kept[0],
        file_name=reading.file_name,
        content_sha256=reading.sha256,
        sheet=reading.layout.sheet,
        profile_id=kept[1],
        rows_read=reading.rows_read,
        imported=len(reading.rows),
        excluded=len(reading.excluded),
        rejected=len(reading.rejected),
        sum_ore=reading.control_total_ore,
        control_total_ore=reading.file_total_ore if stated is None else stated,
        period_from=period_from,
        period_to=period_to,
        state=ImportState.LIVE,
        read_by=work.officer_id,
        read_at=work.clock.now(),
    )


def _ask(
    session: Session, award_id: int, import_id: int, reading: LedgerReading, stated_ore: int | None
) -> int:
    """The number of findings that the import added: its sums, and every check over the award's rows."""
    settings = settings_of_award(session, award_id)
    sums = refusals.sum_findings(import_id, reading, stated_ore, settings.rules)
    kept = keep(session, award_id, sums, settings.facts, ())
    found = kept.new + run_checks(session, award_id).new
    # Report against ledger: asked here, or what they find would first be seen when a hand-over is refused.
    check_award(session, award_id)
    return found


def _told(
    record: LedgerImportRecord, reading: LedgerReading, accounts: tuple[AccountRow, ...], found: int
) -> dict[str, Any]:
    """What the event says: the sums, and a hash over all rows in place of the rows."""
    hashes = hashlib.sha256()
    for row in reading.rows:
        hashes.update(json.dumps([row.row, row.account, row.amount_ore]).encode())
    return {
        "file_sha256": record.content_sha256,
        "sheet": record.sheet,
        "rows_read": record.rows_read,
        "imported": record.imported,
        "excluded": record.excluded,
        "sum_ore": record.sum_ore,
        "control_total_ore": record.control_total_ore,
        "rows_sha256": hashes.hexdigest(),
        "classes": {row.account: row.kind.value for row in accounts},
        "findings": found,
    }

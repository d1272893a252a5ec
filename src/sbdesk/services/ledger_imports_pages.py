"""Reads what the import page shows: the offer for a file, an award's imports, why something is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.award import AwardState
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ledger import LedgerLayout, LedgerReading
from sbdesk.domain.ledger_import import LEDGER_IMPORT_MACHINE
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE
from sbdesk.domain.sort_keys import name_key
from sbdesk.services import ledger_imports_refusals as refusals
from sbdesk.services.ledger_imports_accounts import AccountClasses, chart_for
from sbdesk.services.ledger_imports_rows import (
    AwardChoice,
    ExcludedRowRow,
    ImportOffer,
    ImportRow,
    ProfileRow,
    RawRow,
    SheetOffer,
    UndoFacts,
)
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.spreadsheets.read_ledger import LedgerInspection, SheetPreview
from sbdesk.store.queries import ledger_imports as queries
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord


def awards(session: Session) -> tuple[AwardChoice, ...]:
    """Every open award, by programme and recipient."""
    rows = session.execute(
        select(AwardRecord.id, RecipientRecord.name, ProgrammeRecord.short_title, ProgrammeRecord.code)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(AwardRecord.state == AwardState.OPEN)
        .order_by(ProgrammeRecord.title_key, RecipientRecord.name_key)
    )
    return tuple(AwardChoice(*row) for row in rows)


def likely_award(choices: Sequence[AwardChoice], file_name: str) -> int | None:
    """The one award whose recipient and programme both stand in the file's name; None when unsure."""
    name = name_key(file_name)
    found = [
        choice.award_id
        for choice in choices
        if name_key(choice.recipient) in name and name_key(choice.code) in name
    ]
    return found[0] if len(found) == 1 else None


def offer(session: Session, inspection: LedgerInspection, award_id: int) -> ImportOffer:
    """The file for one award; a remembered layout goes before a recognised one."""
    award = session.get_one(AwardRecord, award_id)
    known = profiles(session, award.recipient_id)
    sheets = tuple(_sheet(preview, known) for preview in inspection.sheets)
    proposed = inspection.sheets.index(inspection.proposed)
    refused = _state_refusal(session, award_id)
    same = queries.live_import_of_file(
        session, award.recipient_id, inspection.sha256, sheets[proposed].info.name
    )
    if same is not None:
        refused = refusals.same_file(*same)
    return ImportOffer(
        file_name=inspection.file_name,
        sha256=inspection.sha256,
        size=inspection.size,
        award_id=award_id,
        recipient=session.get_one(RecipientRecord, award.recipient_id).name,
        programme=session.get_one(ProgrammeRecord, award.programme_id).short_title,
        sheets=sheets,
        proposed=proposed,
        reported_ore=queries.reported_ore(session, award_id),
        refused=refused,
        same_file=same[0].id if same else None,
    )


def _sheet(preview: SheetPreview, known: tuple[ProfileRow, ...]) -> SheetOffer:
    layout, profile = preview.layout, None
    for each in known:
        adapted = preview.adapted(each.layout)
        if adapted is not None:
            layout, profile = adapted, each.label
            break
    return SheetOffer(
        info=preview.info,
        rows=tuple(RawRow(row.number, row.cells) for row in preview.rows),
        layout=layout,
        profile=profile,
        refusal=preview.refusal if profile is None else None,
    )


def profiles(session: Session, recipient_id: int) -> tuple[ProfileRow, ...]:
    """The newest version of each of the recipient's profiles, the last made first."""
    return tuple(
        ProfileRow(it.id, it.name, it.version_number, LedgerLayout.from_json(it.layout))
        for it in queries.newest_profiles(session, recipient_id)
    )


def known_classes(session: Session, recipient_id: int) -> AccountClassMap:
    """What is remembered of the recipient's chart: the newest profile has it all."""
    for record in queries.newest_profiles(session, recipient_id):
        return AccountClassMap.from_json(record.account_classes)
    return AccountClassMap({})


def account_classes(session: Session, award_id: int, chosen: Mapping[str, AccountClass]) -> AccountClasses:
    """Decides classes for the award's recipient."""
    award = session.get_one(AwardRecord, award_id)
    recipient = session.get_one(RecipientRecord, award.recipient_id)
    return AccountClasses(chart_for(recipient.kind), known_classes(session, recipient.id), chosen)


def refusal_of(session: Session, reading: LedgerReading, award_id: int) -> UserFacingError | None:
    """Why the reading cannot be read in, None when it can."""
    award = session.get_one(AwardRecord, award_id)
    if reading.rejected:
        return refusals.rejected_rows(reading.rejected)
    if not reading.rows:
        return refusals.nothing_to_read()
    same = queries.live_import_of_file(session, award.recipient_id, reading.sha256, reading.layout.sheet)
    return refusals.same_file(*same) if same is not None else _state_refusal(session, award_id)


def _state_refusal(session: Session, award_id: int, verb: str = "import") -> UserFacingError | None:
    record = latest_reconciliation(session, award_id)
    if record is None:
        return None
    try:
        RECONCILIATION_MACHINE.move(record.state, verb)
    except NotAllowed as refusal:
        return refusal
    return None


def undo_facts(session: Session, import_id: int) -> UndoFacts:
    """What goes with an import, and why it cannot be undone if so."""
    record = session.get_one(LedgerImportRecord, import_id)
    refused = _state_refusal(session, record.award_id, "undo_import")
    try:
        LEDGER_IMPORT_MACHINE.move(record.state, "undo_import")
    except NotAllowed as refusal:
        refused = refusal
    return UndoFacts(
        file_name=record.file_name,
        rows=record.imported,
        sum_ore=record.sum_ore,
        verdicts=queries.verdict_count(session, import_id),
        refused=refused,
    )


def imports(session: Session, award_id: int) -> tuple[ImportRow, ...]:
    """The award's imports, the newest first."""
    return tuple(
        ImportRow(
            id=record.id,
            file_name=record.file_name,
            sheet=record.sheet,
            sha256=record.content_sha256,
            document_id=record.document_id,
            rows_read=record.rows_read,
            imported=record.imported,
            excluded=record.excluded,
            sum_ore=record.sum_ore,
            control_total_ore=record.control_total_ore,
            period_from=record.period_from,
            period_to=record.period_to,
            state=record.state,
            read_by=reader,
            read_at=record.read_at,
            profile=f"{profile.name} {profile.version_number}",
        )
        for record, reader, profile in queries.imports_of(session, award_id)
    )


def excluded_rows(session: Session, import_id: int) -> tuple[ExcludedRowRow, ...]:
    """The import's excluded rows in the file's order."""
    return tuple(
        ExcludedRowRow(row.source_row, row.reason, row.reason_text, row.amount_ore, row.raw)
        for row in queries.excluded_of(session, import_id)
    )

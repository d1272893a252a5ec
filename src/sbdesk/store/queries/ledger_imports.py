"""Looks up imports, remembered layouts and what rests on an import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, delete, func, select
from sqlalchemy.orm import Session

from sbdesk.domain.ledger_import import ImportState
from sbdesk.store.records.ledgers import (
    ExcludedRowRecord,
    LedgerImportRecord,
    LedgerLineRecord,
    LedgerProfileRecord,
)
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.reports import ReportRecord

Rows: TypeAlias = Sequence[Row[*tuple[Any, ...]]]


def imports_of(session: Session, award_id: int) -> Rows:
    """(import, reader's name, profile) of every import of the award, the newest first."""
    return session.execute(
        select(LedgerImportRecord, OfficerRecord.name, LedgerProfileRecord)
        .join(OfficerRecord, OfficerRecord.id == LedgerImportRecord.read_by)
        .join(LedgerProfileRecord, LedgerProfileRecord.id == LedgerImportRecord.profile_id)
        .where(LedgerImportRecord.award_id == award_id)
        .order_by(LedgerImportRecord.id.desc())
    ).all()


def live_import_of_file(
    session: Session, recipient_id: int, sha256: str, sheet: str | None
) -> tuple[LedgerImportRecord, str] | None:
    """The live import of the same sheet of the same file and who read it, None when there is none."""
    same_sheet = LedgerImportRecord.sheet.is_(None) if sheet is None else LedgerImportRecord.sheet == sheet
    found = session.execute(
        select(LedgerImportRecord, OfficerRecord.name)
        .join(OfficerRecord, OfficerRecord.id == LedgerImportRecord.read_by)
        .where(
            LedgerImportRecord.recipient_id == recipient_id,
            LedgerImportRecord.content_sha256 == sha256,
            LedgerImportRecord.state == ImportState.LIVE,
            same_sheet,
        )
    ).first()
    return None if found is None else (found[0], found[1])


def newest_profiles(session: Session, recipient_id: int) -> list[LedgerProfileRecord]:
    """The newest version of each of the recipient's profiles, the last made first."""
    newest = (
        select(func.max(LedgerProfileRecord.id))
        .where(LedgerProfileRecord.recipient_id == recipient_id)
        .group_by(LedgerProfileRecord.name)
    )
    return list(
        session.scalars(
            select(LedgerProfileRecord)
            .where(LedgerProfileRecord.id.in_(newest))
            .order_by(LedgerProfileRecord.id.desc())
        )
    )


def reported_ore(session: Session, award_id: int) -> int | None:
    """What the award's latest report says is used, in öre."""
    return session.scalar(
        select(ReportRecord.used_ore)
        .where(ReportRecord.award_id == award_id)
        .order_by(ReportRecord.revision.desc())
        .limit(1)
    )


def excluded_of(session: Session, import_id: int) -> list[ExcludedRowRecord]:
    """The rows of the file that are no lines, in the file's order."""
    return list(
        session.scalars(
            select(ExcludedRowRecord)
            .where(ExcludedRowRecord.import_id == import_id)
            .order_by(ExcludedRowRecord.source_row)
        )
    )


def verdict_count(session: Session, import_id: int) -> int:
    """How many of the import's lines have a verdict."""
    return int(
        session.scalar(
            select(func.count())
            .select_from(LineVerdictRecord)
            .join(LedgerLineRecord, LedgerLineRecord.id == LineVerdictRecord.line_id)
            .where(LedgerLineRecord.import_id == import_id)
        )
        or 0
    )


def take_verdicts(session: Session, import_id: int) -> Rows:
    """Remove the verdicts of the import's lines and return them: row, part, rejected, parked, cause. Öre."""
    of_import = select(LedgerLineRecord.id).where(LedgerLineRecord.import_id == import_id)
    taken = session.execute(
        select(
            LedgerLineRecord.source_row,
            LedgerLineRecord.part,
            LineVerdictRecord.rejected_ore,
            LineVerdictRecord.parked_ore,
            LineVerdictRecord.cause,
        )
        .join(LedgerLineRecord, LedgerLineRecord.id == LineVerdictRecord.line_id)
        .where(LedgerLineRecord.import_id == import_id)
        .order_by(LedgerLineRecord.source_row, LedgerLineRecord.part)
    ).all()
    session.execute(delete(LineVerdictRecord).where(LineVerdictRecord.line_id.in_(of_import)))
    return taken


def import_event(session: Session, import_id: int) -> int | None:
    """The number of the event that told of the import."""
    return session.scalar(
        select(EventRecord.seq)
        .where(
            EventRecord.subject_kind == "ledger_import",
            EventRecord.subject_id == import_id,
            EventRecord.verb == "import_ledger",
        )
        .limit(1)
    )

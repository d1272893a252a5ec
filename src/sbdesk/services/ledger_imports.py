"""Takes in a region's ledger extract: look, preview, read in as a whole or not at all, undo as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger import CostSign, LedgerLayout, LedgerReading
from sbdesk.domain.ledger_import import LEDGER_IMPORT_MACHINE, ImportState
from sbdesk.domain.progress import Progress, SilentProgress
from sbdesk.domain.rules.ledger import kronor
from sbdesk.services import ledger_imports_pages as pages
from sbdesk.services import ledger_imports_refusals as refusals
from sbdesk.services.changes import Done, Touched
from sbdesk.services.ledger_findings import run_checks
from sbdesk.services.ledger_findings_settings import settings_of_award
from sbdesk.services.ledger_imports_act import keep_import
from sbdesk.services.ledger_imports_keeping import remember_profile
from sbdesk.services.ledger_imports_rows import (
    AwardChoice,
    ExcludedRowRow,
    ImportOffer,
    ImportPreview,
    ImportRequest,
    ImportRow,
    ProfileRow,
    UndoFacts,
)
from sbdesk.services.reconciliation_opening import ledger_leaves
from sbdesk.services.workplace import Workplace
from sbdesk.spreadsheets import read_ledger
from sbdesk.spreadsheets.read_ledger import LedgerInspection
from sbdesk.spreadsheets.write_ledger import write_rejected_rows
from sbdesk.store import commands
from sbdesk.store.queries import ledger_imports as queries
from sbdesk.store.queries.ledger_findings_kept import let_go
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.ledgers import LedgerImportRecord


class LedgerImportsService:
    """Files are read in a child process under limits; the database is touched only to compare and to keep."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def awards(self) -> tuple[AwardChoice, ...]:
        """The open awards that a ledger may belong to."""
        with self.work.store.reading() as session:
            return pages.awards(session)

    def inspect(self, path: Path, *, progress: Progress | None = None) -> LedgerInspection:
        """What the file is and how it could be read; no database. Raises a UserFacingError (F05–F07)."""
        return read_ledger.inspect(path, progress=progress or SilentProgress())

    def offer(self, inspection: LedgerInspection, award_id: int) -> ImportOffer:
        """The file for one award: remembered layouts first, what was reported, whether it was read before."""
        with self.work.store.reading() as session:
            return pages.offer(session, inspection, award_id)

    def read(
        self,
        path: Path,
        layout: LedgerLayout,
        exclusions: Mapping[int, str] | None = None,
        *,
        progress: Progress | None = None,
    ) -> LedgerReading:
        """Every row of the sheet by the layout; no database. Raises F11 for a missing column."""
        return read_ledger.read(
            path, layout, progress=progress or SilentProgress(), exclude=dict(exclusions or {})
        )

    def preview(
        self,
        reading: LedgerReading,
        award_id: int,
        *,
        classes: Mapping[str, AccountClass] | None = None,
        stated_ore: int | None = None,
    ) -> ImportPreview:
        """What an import of the reading would do, with L18 and L21; nothing is kept. Öre."""
        with self.work.store.reading() as session:
            accounts = pages.account_classes(session, award_id, classes or {}).accounts(reading.rows)
            rules = settings_of_award(session, award_id).rules
            cells = refusals.cell_findings(0, reading, rules)
            sums = refusals.sum_findings(0, reading, stated_ore, rules)
            refused = pages.refusal_of(session, reading, award_id)
            reported = queries.reported_ore(session, award_id)
        turned = -1 if reading.layout.sign is CostSign.COST_NEGATIVE else 1
        return ImportPreview(
            reading=reading,
            accounts=accounts,
            sum_ore=reading.control_total_ore,
            sum_in_file_ore=turned * reading.control_total_ore,
            stated_ore=stated_ore,
            reported_ore=reported,
            findings=cells + sums,
            refused=refused,
        )

    def import_ledger(
        self,
        request: ImportRequest,
        *,
        reading: LedgerReading | None = None,
        command_id: str | None = None,
        progress: Progress | None = None,
    ) -> Done:
        """Keep every row of one sheet, the file and the findings: all of it in one transaction, or nothing.

        ``reading`` is what was previewed; without it the file is read here by the same parser. Raises a
        UserFacingError for rejected rows (F09, F10, L21), F08 for a file read before, NotAllowed by the
        reconciliation's state, Cancelled on cancel.
        """
        progress = progress or SilentProgress()
        if reading is None:
            reading = self.read(request.path, request.layout, request.exclusions, progress=progress)
        if reading.rejected:
            raise refusals.rejected_rows(reading.rejected)
        if not reading.rows:
            raise refusals.nothing_to_read()
        content = _content_of(request, reading)
        with self.work.store.writing() as session:
            award = session.get_one(AwardRecord, request.award_id)
            self.work.refuse_disqualified(session, award)
            result = commands.once(
                session,
                command_id,
                "import_ledger",
                _parameters(request, reading),
                self.work.clock.now(),
                lambda: keep_import(session, self.work, award, request, reading, content, progress),
            )
            progress.raise_if_cancelled()
        return _imported(result)

    def undo_facts(self, import_id: int) -> UndoFacts:
        """What an undone import takes with it, for the question before it."""
        with self.work.store.reading() as session:
            return pages.undo_facts(session, import_id)

    def undo_import(self, import_id: int, reason: str, *, command_id: str | None = None) -> Done:
        """Take the whole import out of all sums; the file stays and may be read in again.

        Verdicts on its rows go into the event and away. Raises NotAllowed when the import is undone already
        or the reconciliation waits, is proposed or is final; a reason is required.
        """
        if not reason.strip():
            raise UserFacingError("Skäl saknas.", "Inget är ändrat.", "Ange varför inläsningen ska ångras.")
        with self.work.store.writing() as session:
            record = session.get_one(LedgerImportRecord, import_id)
            award = session.get_one(AwardRecord, record.award_id)
            self.work.refuse_disqualified(session, award)
            commands.once(
                session,
                command_id,
                "undo_import",
                {"import": import_id, "reason": reason},
                self.work.clock.now(),
                lambda: self._undo(session, record, reason),
            )
            rows, ore, name = record.imported, record.sum_ore, record.file_name
        return Done(
            Touched.LEDGER_IMPORTS | Touched.RECONCILIATIONS,
            f"Inläsningen av {name} är ångrad: {rows} rader, {kronor(ore)}.",
            import_id,
        )

    def _undo(self, session: Session, record: LedgerImportRecord, reason: str) -> dict[str, int]:
        record.state = LEDGER_IMPORT_MACHINE.target(record.state, "undo_import")
        session.flush()
        ledger_leaves(session, self.work, record.award_id)
        taken = queries.take_verdicts(session, record.id)
        gone = let_go(session, record.id) + run_checks(session, record.award_id).gone
        self.work.record(
            session,
            "undo_import",
            ("ledger_import", record.id),
            award_id=record.award_id,
            before={
                "state": ImportState.LIVE.value,
                "imported": record.imported,
                "sum_ore": record.sum_ore,
                "verdicts": [
                    [row, part, rejected, parked, None if cause is None else int(cause)]
                    for row, part, rejected, parked, cause in taken
                ],
            },
            after={"state": ImportState.UNDONE.value, "findings_gone": gone},
            reason=reason,
            undoes=queries.import_event(session, record.id),
        )
        return {"id": record.id}

    def write_faults(self, reading: LedgerReading, path: Path) -> Done:
        """Write the rejected rows with reasons to a workbook for the recipient; raises when it cannot."""
        write_rejected_rows(path, reading)
        rows = len(reading.rejected)
        told = "1 rad med fel är sparad" if rows == 1 else f"{rows} rader med fel är sparade"
        return Done(Touched.NOTHING, f"{told} i {path.name}.")

    def imports(self, award_id: int) -> tuple[ImportRow, ...]:
        """The award's imports, undone ones too, the newest first."""
        with self.work.store.reading() as session:
            return pages.imports(session, award_id)

    def excluded_rows(self, import_id: int) -> tuple[ExcludedRowRow, ...]:
        """The rows of an import's file that are no ledger lines, with reasons."""
        with self.work.store.reading() as session:
            return pages.excluded_rows(session, import_id)

    def profiles(self, award_id: int) -> tuple[ProfileRow, ...]:
        """The newest version of each layout remembered for the award's recipient."""
        with self.work.store.reading() as session:
            return pages.profiles(session, session.get_one(AwardRecord, award_id).recipient_id)

    def save_profile(
        self, award_id: int, name: str, layout: LedgerLayout, classes: Mapping[str, AccountClass]
    ) -> Done:
        """Remember a layout for the recipient without importing; an earlier version is kept as it was."""
        with self.work.store.writing() as session:
            award = session.get_one(AwardRecord, award_id)
            self.work.refuse_disqualified(session, award)
            former = pages.known_classes(session, award.recipient_id)
            known = type(former)({**former.prefixes, **classes})
            record = remember_profile(session, award.recipient_id, name.strip(), layout, known)
            self.work.record(
                session,
                "save_profile",
                ("ledger_profile", record.id),
                award_id=award_id,
                after={"name": record.name, "version": record.version_number},
            )
            label = f"{record.name} {record.version_number}"
        return Done(Touched.LEDGER_IMPORTS, f"Profilen {label} är sparad.", record.id)


def _content_of(request: ImportRequest, reading: LedgerReading) -> bytes:
    """The file's bytes, refused when they are not those that were read or previewed."""
    try:
        content = request.path.read_bytes()
    except OSError:
        raise refusals.file_changed() from None
    digest = hashlib.sha256(content).hexdigest()
    if digest != reading.sha256 or request.sha256 not in (None, digest):
        raise refusals.file_changed()
    return content


def _parameters(request: ImportRequest, reading: LedgerReading) -> dict[str, Any]:
    """What makes two import commands the same: not where the file lies."""
    return {
        "award": request.award_id,
        "sha256": reading.sha256,
        "layout": request.layout.to_json(),
        "exclusions": {str(row): why for row, why in request.exclusions.items()},
        "classes": {account: kind.value for account, kind in request.classes.items()},
        "stated_ore": request.stated_ore,
    }


def _imported(result: Mapping[str, Any]) -> Done:
    return Done(
        Touched.LEDGER_IMPORTS | Touched.RECONCILIATIONS | Touched.DOCUMENTS,
        f"{result['rows']} rader är inlästa, tillsammans {kronor(result['sum_ore'])}. "
        f"Kontrollerna gav {result['findings']} fynd.",
        result["id"],
    )

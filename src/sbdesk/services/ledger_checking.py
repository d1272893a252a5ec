"""Checks ledger files without a database of one's own: the same import and checks, in a passing one."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import CheckOutcome, Finding, Level
from sbdesk.domain.ledger import LedgerReading
from sbdesk.domain.parties import RecipientKind, Role
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import EligibleKind
from sbdesk.domain.sort_keys import name_key
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.clock import SystemClock
from sbdesk.services.ledger_findings import LedgerFindingRow, LedgerFindingsService
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportPreview, ImportRequest
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.unit_of_work import Store

UNDEFINED_PROGRAMME = "P00"
"""The code of the note that a programme has no definition; no check has it."""
_NO_NUMBER = "0020000000"
"""Stands for the number of a recipient that the program does not know; never leaves the check."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file, the programme by its id and the recipient by its name."""

    path: Path
    programme: str
    recipient: str


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding with its place in the file; ``row`` as Excel shows it. Öre."""

    code: str
    level: Level
    sheet: str | None
    row: int | None
    ore: int | None
    text: str
    citation: str | None


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What a check found: how the file was read, or why it was refused."""

    file_name: str
    sha256: str | None
    reading: LedgerReading | None
    findings: tuple[CheckedFinding, ...]
    refused: UserFacingError | None = None

    def to_json(self) -> dict[str, object]:
        """The object that ``check-ledger --json`` prints (what other programs read)."""
        reading = self.reading
        return {
            "file": self.file_name,
            "sha256": self.sha256,
            "sheets": [sheet.name for sheet in reading.sheets if sheet.name] if reading else [],
            "rows_read": reading.rows_read if reading else 0,
            "rows_imported": len(reading.rows) if reading else 0,
            "rows_excluded": len(reading.excluded) if reading else 0,
            "rows_rejected": len(reading.rejected) if reading else 0,
            "control_total_ore": reading.control_total_ore if reading else None,
            "refused": None if self.refused is None else _refusal(self.refused),
            "findings": [
                {
                    "code": it.code,
                    "level": it.level.value,
                    "sheet": it.sheet,
                    "row": it.row,
                    "ore": it.ore,
                    "text": it.text,
                    "citation": it.citation,
                }
                for it in self.findings
            ],
        }


def _refusal(error: UserFacingError) -> dict[str, str]:
    return {"code": error.code or type(error).__name__, "text": str(error)}


def _sha256(path: Path) -> str | None:
    """The hash of a file that was refused; None when it cannot even be opened."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return None


def check_ledger(file: CheckedFile, also: Sequence[CheckedFile] = ()) -> LedgerCheck:
    """Read a ledger file and ask every check about it; a file that is refused is told, not raised.

    ``also`` are other extracts of the same or other recipients, read in first, for checks across grants.
    A programme that the program does not define is checked by the rules that need no fact of it.
    """
    with tempfile.TemporaryDirectory(prefix="sbdesk-", ignore_cleanup_errors=True) as folder:
        store = Store.open(Path(folder) / "check.sbd", durable=False)
        try:
            desk = _Desk(store)
            try:
                for other in also:
                    desk.take_in_other(other)
                return desk.check(file)
            except UserFacingError as refusal:
                return LedgerCheck(file.path.name, _sha256(file.path), None, (), refusal)
        finally:
            store.close()


class _Desk:
    """A passing database with one officer."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.writing() as session:
            officer = OfficerRecord(
                name="sbdesk check-ledger",
                title="",
                decide_limit_ore=0,
                pay_limit_ore=0,
                roles=[Role.OFFICER.value],
            )
            session.add(officer)
            session.flush()
            self.work = Workplace(store, SystemClock(), officer.id)
            programme_setup.add_recipients(session, programme_definitions.regions())
        self.imports = LedgerImportsService(self.work)

    def check(self, file: CheckedFile) -> LedgerCheck:
        """Read the file in and tell what every check says of its rows."""
        award = self.award(file)
        preview, import_id = self.take_in(file)
        service = LedgerFindingsService(self.work)
        found = [_from_preview(it, preview.reading) for it in preview.findings]
        for kept in service.findings(award) if import_id is not None else ():
            if kept.import_id in (import_id, None) and kept.code != "L18":
                found += _from_kept(kept)
        found += [_not_run(outcome) for outcome in service.not_run(award)]
        if file.programme not in programme_definitions.available():
            found.append(_undefined(file.programme))
        found.sort(key=lambda it: (it.level.rank, it.code, it.row or 0))
        return LedgerCheck(file.path.name, preview.reading.sha256, preview.reading, tuple(found))

    def take_in(self, file: CheckedFile) -> tuple[ImportPreview, int | None]:
        """Preview the file's proposed sheet and read in what can be read; rejected rows are only told.

        The preview, and the id of the import when there was any row.
        """
        award = self.award(file)
        offer = self.imports.offer(self.imports.inspect(file.path), award)
        layout = offer.sheets[offer.proposed].layout
        reading = self.imports.read(file.path, layout)
        preview = self.imports.preview(reading, award)
        exclusions = {row.row: "Raden kan inte läsas." for row in reading.rejected}
        if exclusions:
            reading = self.imports.read(file.path, layout, exclusions)
        if not reading.rows:
            return preview, None
        request = ImportRequest(file.path, award, layout, exclusions)
        return preview, self.imports.import_ledger(request, reading=reading).id

    def take_in_other(self, file: CheckedFile) -> None:
        """As :meth:`take_in`; a refusal names the file."""
        try:
            self.take_in(file)
        except UserFacingError as refusal:
            what = f"{file.path.name}: {refusal.what}"
            raise UserFacingError(what, refusal.safe, refusal.todo, code=refusal.code) from refusal

    def award(self, file: CheckedFile) -> int:
        """The award of the recipient in the programme, made when it is not there."""
        with self.store.writing() as session:
            programme = self._programme(session, file.programme)
            recipient = _recipient(session, file.recipient)
            known = session.scalar(
                select(AwardRecord.id).where(
                    AwardRecord.programme_id == programme.id, AwardRecord.recipient_id == recipient.id
                )
            )
            if known is not None:
                return known
            award = AwardRecord(programme_id=programme.id, recipient_id=recipient.id, state=AwardState.OPEN)
            session.add(award)
            session.flush()
            return award.id

    def _programme(self, session: Session, code: str) -> ProgrammeRecord:
        known = session.scalar(select(ProgrammeRecord).where(ProgrammeRecord.code == code))
        if known is not None:
            return known
        if code in programme_definitions.available():
            return programme_setup.add_programme(session, self.work, programme_definitions.load(code))
        record = ProgrammeRecord(
            code=code,
            budget_year=self.work.clock.today().year,
            title=code,
            short_title=code,
            title_key=name_key(code),
            recipient_kind=EligibleKind.REGION,
            state=ProgrammeState.DRAFT,
        )
        session.add(record)
        session.flush()
        return record


def _recipient(session: Session, name: str) -> RecipientRecord:
    """The region of that name, or a passing stand-in: the checks of one extract need no number."""
    try:
        return programme_setup.recipient_named(session, name)
    except LookupError:
        record = RecipientRecord(
            org_number=_free_number(session),
            org_number_confirmed=False,
            name=name,
            name_key=name_key(name),
            kind=RecipientKind.OTHER,
        )
        session.add(record)
        session.flush()
        return record


def _free_number(session: Session) -> str:
    taken = set(session.scalars(select(RecipientRecord.org_number)))
    return next(
        number for step in range(len(taken) + 1) if (number := f"{int(_NO_NUMBER) + step:010d}") not in taken
    )


def _from_preview(finding: Finding, reading: LedgerReading) -> CheckedFinding:
    row = finding.evidence.get("row")
    return CheckedFinding(
        code=finding.code,
        level=finding.level,
        sheet=reading.layout.sheet,
        row=row if isinstance(row, int) else None,
        ore=finding.ore,
        text=finding.text,
        citation=finding.citation.sentence if finding.citation else None,
    )


def _from_kept(kept: LedgerFindingRow) -> list[CheckedFinding]:
    """A reversal is told at both its rows, each with its own amount; everything else at its one row."""
    told = CheckedFinding(kept.code, kept.level, kept.sheet, kept.row, kept.ore, kept.text, kept.citation)
    if kept.code == "L07" and kept.other_row is not None:
        return [replace(told, row=kept.other_row, ore=kept.other_ore), told]
    return [told]


def _not_run(outcome: CheckOutcome) -> CheckedFinding:
    text = f"{outcome.title} är inte kontrollerat. {outcome.reason}"
    return CheckedFinding(outcome.code, Level.NOTE, None, None, None, text, None)


def _undefined(programme: str) -> CheckedFinding:
    text = (
        f"Statsbidraget ”{programme}” är inte definierat i programmet. Raderna är lästa, men bara kontroller "
        "som inte behöver några villkor är gjorda. "
        f"Definierade är {', '.join(programme_definitions.available())}."
    )
    return CheckedFinding(UNDEFINED_PROGRAMME, Level.NOTE, None, None, None, text, None)

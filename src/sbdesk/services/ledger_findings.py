"""Runs the ledger checks of an award and keeps what they ask, so that a second run asks nothing twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.findings import CheckOutcome, CheckStatus, Finding, Level
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.rules.ledger import LEDGER_RULES
from sbdesk.services.changes import Done, Touched
from sbdesk.services.ledger_findings_asking import ROW_CODES, ask_ledger
from sbdesk.services.ledger_findings_settings import settings_of_award
from sbdesk.services.workplace import Workplace
from sbdesk.store import commands
from sbdesk.store.queries import ledger_findings_kept as kept
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.reconciliations import FindingRecord


@dataclass(frozen=True, slots=True)
class FindingChange:
    """How many findings a run added and how many no longer hold."""

    new: int
    gone: int

    @property
    def words(self) -> str:
        """``2 nya · 1 borta``."""
        added = "1 ny" if self.new == 1 else f"{self.new} nya"
        return f"{added} · {self.gone} borta"


@dataclass(frozen=True, slots=True)
class LedgerFindingRow:
    """A kept finding with its place in the file; ``row`` None when it is about more than one row. Öre."""

    id: int
    code: str
    title: str
    level: Level
    state: FindingState
    text: str
    ore: int | None
    import_id: int | None
    sheet: str | None
    row: int | None
    other_row: int | None
    """The row it is compared with: the debit of a reversal, the first of a duplicate."""
    other_ore: int | None
    line_id: int | None
    citation: str | None
    """The sentence that grounds it."""


class LedgerFindingsService:
    """Asks the checks again on demand, and tells which of them could not be asked."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def run(self, award_id: int, *, command_id: str | None = None) -> Done:
        """Run every ledger check over the award's live rows (F5); the message counts what is new and gone."""
        with self.work.store.writing() as session:
            award = session.get_one(AwardRecord, award_id)
            self.work.refuse_disqualified(session, award)

            def act() -> dict[str, int]:
                change = run_checks(session, award_id)
                self.work.record(
                    session,
                    "run_ledger_checks",
                    ("award", award_id),
                    award_id=award_id,
                    after={"new": change.new, "gone": change.gone},
                )
                return {"new": change.new, "gone": change.gone}

            done = commands.once(
                session, command_id, "run_ledger_checks", {"award": award_id}, self.work.clock.now(), act
            )
        change = FindingChange(done["new"], done["gone"])
        return Done(Touched.RECONCILIATIONS, f"Kontrollerna är körda: {change.words}.", award_id)

    def not_run(self, award_id: int) -> tuple[CheckOutcome, ...]:
        """The checks that lack a fact, each with the Swedish reason."""
        with self.work.store.reading() as session:
            outcomes = ask_ledger(session, award_id, settings_of_award(session, award_id))
        return tuple(outcome for outcome in outcomes if outcome.status is CheckStatus.NOT_RUN)

    def findings(self, award_id: int) -> tuple[LedgerFindingRow, ...]:
        """The findings that hold, heaviest first, then by code and row."""
        with self.work.store.reading() as session:
            return findings_of(session, award_id)


def findings_of(session: Session, award_id: int) -> tuple[LedgerFindingRow, ...]:
    """The award's ledger findings that hold, heaviest first, then by code and row."""
    found = kept.holding(session, award_id)
    sentences = kept.sentences(session, {it.fact_id for it, *_ in found if it.fact_id is not None})
    rows = [
        LedgerFindingRow(
            id=record.id,
            code=record.rule_code,
            title=LEDGER_RULES[record.rule_code].name.title if record.rule_code in LEDGER_RULES else "",
            level=record.severity,
            state=record.state,
            text=record.message,
            ore=record.amount_ore,
            import_id=import_id,
            sheet=sheet,
            row=row if row is not None else record.evidence.get("row"),
            other_row=other_row,
            other_ore=record.evidence.get("debit_ore"),
            line_id=record.subject_id if record.subject_kind == "ledger_line" else None,
            citation=sentences.get(record.fact_id or 0),
        )
        for record, sheet, row, other_row, import_id in found
    ]
    return tuple(sorted(rows, key=lambda it: (it.level.rank, it.code, it.row or 0, it.id)))


def run_checks(session: Session, award_id: int) -> FindingChange:
    """Ask the checks over rows and keep their answers, in the caller's transaction."""
    settings = settings_of_award(session, award_id)
    found = [finding for it in ask_ledger(session, award_id, settings) for finding in it.findings]
    return keep(session, award_id, found, settings.facts, ROW_CODES)


def keep(
    session: Session,
    award_id: int,
    found: Iterable[Finding],
    facts: Mapping[str, int],
    codes: Collection[str],
) -> FindingChange:
    """Make the kept findings of ``codes`` equal to ``found``.

    A known one stays as it is, dismissed or resolved too; one that had gone comes back as it was; one that no
    longer holds is gone.
    """
    known = _known(session, award_id, codes)
    new = 0
    holding: set[str] = set()
    for finding in found:
        fingerprint = finding.fingerprint()
        if fingerprint in holding:
            continue
        holding.add(fingerprint)
        record = known.get(fingerprint)
        if record is None or record.state is FindingState.GONE:
            new += 1
        if record is None:
            session.add(_record(award_id, finding, fingerprint, facts.get(finding.code)))
        else:
            _hold(record, finding)
    gone = [
        record
        for fingerprint, record in known.items()
        if fingerprint not in holding and record.state is not FindingState.GONE
    ]
    for record in gone:
        record.state = FindingState.GONE
    session.flush()
    return FindingChange(new, len(gone))


def _known(session: Session, award_id: int, codes: Collection[str]) -> dict[str, FindingRecord]:
    """What is kept of these codes, by fingerprint."""
    wanted = select(FindingRecord).where(
        FindingRecord.award_id == award_id, FindingRecord.rule_code.in_(codes)
    )
    return {record.fingerprint: record for record in session.scalars(wanted)}


def _hold(record: FindingRecord, finding: Finding) -> None:
    """The facts are the same; words and level may have been improved since."""
    record.message = finding.text
    record.severity = finding.level
    if record.state is FindingState.GONE:
        record.state = FindingState.OPEN if record.reason is None else FindingState.DISMISSED


def _record(award_id: int, finding: Finding, fingerprint: str, fact_id: int | None) -> FindingRecord:
    other = finding.other_subject
    return FindingRecord(
        award_id=award_id,
        rule_code=finding.code,
        rule_version=finding.rule_version,
        subject_kind=finding.subject.kind,
        subject_id=int(finding.subject.id),
        other_kind=other.kind if other else None,
        other_id=int(other.id) if other else None,
        fingerprint=fingerprint,
        severity=finding.level,
        amount_ore=finding.ore,
        message=finding.text,
        evidence=_plain({**finding.evidence, "parameters": dict(finding.parameters)}),
        fact_id=fact_id,
        state=FindingState.OPEN,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value

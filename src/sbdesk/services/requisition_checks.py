"""Asks R01 to R10 of a requisition in the database, and keeps the reasons that answer their deviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.findings import CheckOutcome, CheckStatus, Citation, Finding, Level
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.requisition_completion import asked_for
from sbdesk.domain.rules import engine
from sbdesk.domain.rules.requisition import REQUISITION_RULES
from sbdesk.services import stored_programmes
from sbdesk.services.requisition_check_facts import allotted as allotted
from sbdesk.services.requisition_check_facts import facts_of, share_citation
from sbdesk.services.workplace import Workplace
from sbdesk.store.base import canonical_json
from sbdesk.store.queries.requisitions import CaseRecords
from sbdesk.store.records.reconciliations import FindingRecord


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the list of checks: an outcome without finding, or one finding of it.

    ``level`` is stop, deviation, note, ok or muted. ``quote`` and ``source`` are the sentence that gives the
    ground. ``reason`` is the officer's answer to a deviation; ``needs_reason``: it is still missing.
    """

    code: str
    title: str
    word: str
    level: str
    text: str
    reason: str = ""
    needs_reason: bool = False
    quote: str = ""
    source: str = ""
    asked_for: str = ""
    """What a completion would ask the recipient for; empty when it cannot answer the check."""


def ask(
    session: Session, case: CaseRecords, definition: ProgrammeDefinition, today: date
) -> tuple[CheckOutcome, ...]:
    """How each check ends today; LookupError without a requisition."""
    facts = facts_of(session, case, definition, today)
    settings = engine.settings_of(definition)
    share = share_citation(definition, case.recipient.name)
    if share is not None and "R04" in settings:
        settings = {**settings, "R04": replace(settings["R04"], citation=share)}
    return engine.run(REQUISITION_RULES, facts, settings)


def reasons(session: Session, award_id: int) -> dict[str, str]:
    """The officer's reasons by the fingerprint of the finding that they answer."""
    rows = session.execute(
        select(FindingRecord.fingerprint, FindingRecord.reason).where(
            FindingRecord.award_id == award_id,
            FindingRecord.subject_kind == "requisition",
            FindingRecord.state == FindingState.DISMISSED,
        )
    )
    return {fingerprint: reason or "" for fingerprint, reason in rows}


def rows_of(outcomes: tuple[CheckOutcome, ...], given: Mapping[str, str]) -> tuple[CheckRow, ...]:
    """Every outcome as the page shows it, in the order of the checks."""
    made: list[CheckRow] = []
    for outcome in outcomes:
        if outcome.findings:
            made += [_finding_row(finding, given) for finding in outcome.findings]
        else:
            level = "ok" if outcome.status is CheckStatus.OK else "muted"
            made.append(CheckRow(outcome.code, outcome.title, outcome.word, level, outcome.reason or ""))
    return tuple(made)


def _finding_row(finding: Finding, given: Mapping[str, str]) -> CheckRow:
    reason = given.get(finding.fingerprint(), "")
    citation = finding.citation
    return CheckRow(
        finding.code,
        finding.title,
        finding.level.swedish,
        finding.level.value,
        finding.text,
        reason=reason,
        needs_reason=finding.level is Level.DEVIATION and not reason,
        quote=citation.sentence if citation else "",
        source=source_of(citation) if citation else "",
        asked_for=asked_for(finding) if finding.level is not Level.NOTE else "",
    )


def source_of(citation: Citation) -> str:
    """``CSD 2026, Regler om skulder``, or the statute."""
    return ", ".join(part for part in (citation.source, citation.heading or citation.statute) if part)


def stops(outcomes: tuple[CheckOutcome, ...]) -> tuple[str, ...]:
    """The titles of the checks that stop a grant."""
    return tuple(outcome.title for outcome in outcomes if outcome.level is Level.STOP)


def unexplained(outcomes: tuple[CheckOutcome, ...], given: Mapping[str, str]) -> tuple[str, ...]:
    """The titles of deviations that nobody has given a reason for, each once."""
    found = [
        finding.title
        for outcome in outcomes
        for finding in outcome.findings
        if finding.level is Level.DEVIATION and finding.fingerprint() not in given
    ]
    return tuple(dict.fromkeys(found))


def deviations(outcomes: tuple[CheckOutcome, ...]) -> tuple[Finding, ...]:
    """Every finding that needs a reason."""
    return tuple(f for outcome in outcomes for f in outcome.findings if f.level is Level.DEVIATION)


def keep(session: Session, work: Workplace, award_id: int, finding: Finding, reason: str) -> None:
    """Keep a finding that has no reason yet with the officer's reason."""
    session.add(
        FindingRecord(
            award_id=award_id,
            rule_code=finding.code,
            rule_version=finding.rule_version,
            subject_kind=finding.subject.kind,
            subject_id=int(finding.subject.id),
            fingerprint=finding.fingerprint(),
            severity=finding.level,
            amount_ore=finding.ore,
            message=finding.text,
            evidence=plain_evidence(finding),
            state=FindingState.DISMISSED,
            resolved_by=work.officer_id,
            reason=reason,
        )
    )
    session.flush()


def plain_evidence(finding: Finding) -> dict[str, Any]:
    """The facts compared as JSON can hold them."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in finding.evidence.items()
    }


def as_plain(rows: tuple[CheckRow, ...], outcomes: tuple[CheckOutcome, ...]) -> dict[str, Any]:
    """Checks as kept with a decision: what was shown, with every finding's parameters and evidence."""
    made = {
        "rows": [asdict(row) for row in rows],
        "findings": [
            {
                "code": finding.code,
                "version": finding.rule_version,
                "level": finding.level.value,
                "ore": finding.ore,
                "parameters": {
                    key: list(v) if isinstance(v, tuple) else v for key, v in finding.parameters.items()
                },
                "evidence": plain_evidence(finding),
            }
            for outcome in outcomes
            for finding in outcome.findings
        ],
    }
    canonical_json(made)
    return made


def rows_from(snapshot: Mapping[str, Any]) -> tuple[CheckRow, ...]:
    """The checks as they stood when the decision was made."""
    return tuple(CheckRow(**row) for row in snapshot["rows"])


def definition_of(session: Session, programme_id: int) -> ProgrammeDefinition:
    """The programme as the checks read it."""
    return stored_programmes.stored_definition(session, programme_id)

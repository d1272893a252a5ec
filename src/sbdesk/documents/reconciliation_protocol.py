"""The reconciliation protocol: figures with their formulas, judged rows with finding, quote and ground."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import Letter
from sbdesk.documents.content import Agency, Case, ContentFault, Marks, Person, Recipient, Stage
from sbdesk.documents.frame import assemble, case_facts, letterhead
from sbdesk.documents.protocol_sections import (
    award_findings_blocks,
    basis_blocks,
    judged_rows_blocks,
    noted_blocks,
    people_blocks,
    summary_blocks,
    totals_blocks,
)
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import AwardSums, Basis
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause


@dataclass(frozen=True)
class ProtocolFinding:
    """A finding: its code and title, what it says, the instruction's sentence verbatim and where it stands.

    ``reason``: the officer's reason where the finding led to no rejection.
    """

    code: str
    title: str
    message: str
    quote: str = ""
    quote_source: str = ""
    reason: str = ""


@dataclass(frozen=True)
class JudgedRow:
    """A ledger row that is rejected or parked, wholly or in part; öre, ``source_row`` as Excel shows it.

    ``cause`` and ``ground`` (the ground's label) where rejected; ``evidence_due_on`` where parked.
    """

    source_row: int
    voucher: str
    booked_on: dt.date | None
    account: str
    text: str
    claimed_ore: Ore
    rejected_ore: Ore = 0
    parked_ore: Ore = 0
    cause: VerdictCause | None = None
    ground: str = ""
    comment: str = ""
    evidence_due_on: dt.date | None = None
    findings: tuple[ProtocolFinding, ...] = ()
    sheet: str = ""


@dataclass(frozen=True)
class NotedFinding:
    """A finding on a row that was accepted; ``source_row`` None when it concerns several rows."""

    source_row: int | None
    finding: ProtocolFinding


@dataclass(frozen=True)
class ImportSource:
    """A live ledger import: the file, its checksum and its control totals (rows, öre)."""

    file_name: str
    sheet: str
    sha256: str
    rows_read: int
    imported: int
    excluded: int
    sum_ore: Ore


@dataclass(frozen=True)
class ReconciliationContent:
    """Everything the protocol says.

    ``sums``: the award's sums, frozen when fixed. ``rows``: every rejected or parked row. ``noted``: findings
    on rows that were accepted; ``award_findings``: those on the award (A01 …). ``fixed_by`` None: not fixed,
    drafts only. ``alone_allowed``: the setting that lets one person fix a report without findings.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    revision: int
    sums: AwardSums
    imports: tuple[ImportSource, ...]
    rows: tuple[JudgedRow, ...]
    prepared_by: Person
    prepared_on: dt.date
    fixed_by: Person | None = None
    fixed_on: dt.date | None = None
    alone_allowed: bool = False
    noted: tuple[NotedFinding, ...] = ()
    award_findings: tuple[ProtocolFinding, ...] = ()

    def __post_init__(self) -> None:
        if self.sums.basis is not Basis.REPORT_ONLY:
            rejected = sum(row.rejected_ore for row in self.rows)
            parked = sum(row.parked_ore for row in self.rows)
            if (rejected, parked) != (self.sums.rejected, self.sums.parked):
                raise ContentFault(f"the rows' {rejected} and {parked} are not the sums'")
            if not self.imports:
                raise ContentFault("a ledger basis without a ledger")
        for row in self.rows:
            is_rejected = row.cause is not None
            if bool(row.rejected_ore) is not is_rejected or bool(row.parked_ore) is is_rejected:
                raise ContentFault(f"row {row.source_row} is not rejected with a cause, nor parked")
        if any(source.rows_read != source.imported + source.excluded for source in self.imports):
            raise ContentFault("rows read are not all accounted for")
        if (self.fixed_by is None) != (self.fixed_on is None):
            raise ContentFault("fixed by nobody")


def render_reconciliation_protocol(content: ReconciliationContent, wording: Wording) -> bytes:
    """The protocol as PDF; UserFacingError when it is issued before somebody has fixed it."""
    return render(reconciliation_protocol(content, wording))


def reconciliation_protocol(content: ReconciliationContent, wording: Wording) -> Letter:
    """The protocol's blocks."""
    _require_fixed(content)
    w = wording
    blocks = [
        *summary_blocks(content, w),
        *totals_blocks(content, w),
        *basis_blocks(content, w),
        *judged_rows_blocks(content, w),
        *award_findings_blocks(content, w),
        *noted_blocks(content, w),
        *people_blocks(content, w),
    ]
    facts = (*case_facts(content.dated, content.case, w), (w.text("fact.revision"), str(content.revision)))
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title", grant=w.text("grant"), year=str(content.case.grant_year)),
        dated=content.dated,
        blocks=blocks,
    )


def _require_fixed(content: ReconciliationContent) -> None:
    if content.marks.stage is not Stage.ISSUED:
        return
    if content.fixed_by is None:
        raise UserFacingError(
            "Avstämningen är inte fastställd.",
            "Protokollet är inte utfärdat.",
            "Be en annan person fastställa avstämningen först.",
        )
    if content.fixed_by.name == content.prepared_by.name and not content.alone_allowed:
        raise UserFacingError(
            "Samma person har berett och fastställt avstämningen.",
            "Protokollet är inte utfärdat.",
            "Be en annan person fastställa avstämningen.",
        )

"""Makes the reconciliation protocol from the database: a draft to read, or the one kept when it is fixed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage, content_json
from sbdesk.documents.programme_wording import programme_wording
from sbdesk.documents.reconciliation_protocol import (
    ImportSource,
    JudgedRow,
    NotedFinding,
    ProtocolFinding,
    ReconciliationContent,
    render_reconciliation_protocol,
)
from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineFilter, LineSort, LineView
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services import letter_parts
from sbdesk.services.clock import SWEDEN
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.ledger_findings_asking import voucher_label
from sbdesk.services.reconciliations_checks import TITLES
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import reconciliation_lines as lines
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.queries.reconciliation_findings import (
    StoredFinding,
    findings_of_award,
    imports_of_award,
)
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord, ReconciliationRecord

LETTER = "reconciliation"


def issue_protocol(
    session: Session,
    work: Workplace,
    award: AwardRecord,
    record: ReconciliationRecord,
    attestation: AttestationRecord,
) -> DocumentRecord:
    """Render the protocol of a fixed reconciliation and keep it, in the caller's transaction."""
    content = protocol_content(session, work, award, record, attestation)
    wording = programme_wording(LETTER, stored_definition(session, award.programme_id))
    document = keep_document(
        session,
        work,
        NewDocument(
            content=render_reconciliation_protocol(content, wording),
            file_name=f"avstamning-{content.case.programme}-{award.id}-{record.revision}.pdf",
            media_type="application/pdf",
            origin=DocumentOrigin.PRODUCED,
            kind="reconciliation_protocol",
            title=f"Avstämningsprotokoll, {content.recipient.name}",
            award_id=award.id,
            content_model=json.loads(content_json(content)),
            wording_version=wording.stamp,
        ),
    )
    anchor(session, work, document, "letter")
    return document


def protocol_bytes(session: Session, work: Workplace, record: ReconciliationRecord) -> bytes:
    """The kept protocol of a fixed reconciliation; else a draft of how it would look, which is not kept."""
    kept = session.get(DocumentRecord, record.document_id) if record.document_id else None
    if kept is not None and kept.content is not None:
        return kept.content
    award = session.get_one(AwardRecord, record.award_id)
    content = protocol_content(session, work, award, record, None)
    wording = programme_wording(LETTER, stored_definition(session, award.programme_id))
    return render_reconciliation_protocol(content, wording)


def protocol_content(
    session: Session,
    work: Workplace,
    award: AwardRecord,
    record: ReconciliationRecord,
    attestation: AttestationRecord | None,
) -> ReconciliationContent:
    """Everything the protocol says, from the award's rows; ``attestation`` None makes a draft."""
    findings = findings_of_award(session, award.id)
    of_line: dict[int, list[StoredFinding]] = defaultdict(list)
    for finding in findings:
        if finding.subject_kind == "ledger_line":
            of_line[finding.subject_id].append(finding)
    rows, judged = _judged_rows(session, award.id, of_line)
    return ReconciliationContent(
        marks=letter_parts.marks(session, Stage.ISSUED if attestation else Stage.DRAFT),
        agency=letter_parts.agency(session),
        recipient=letter_parts.addressee(session, award.recipient_id),
        case=letter_parts.case(award, stored_definition(session, award.programme_id)),
        dated=attestation.on if attestation else work.clock.today(),
        revision=record.revision,
        sums=award_sums(session, award.id),
        imports=_imports(session, award.id),
        rows=tuple(rows),
        prepared_by=letter_parts.person(session, record.prepared_by or work.officer_id),
        prepared_on=_prepared_on(session, work, record),
        fixed_by=letter_parts.person(session, attestation.officer_id) if attestation else None,
        fixed_on=attestation.on if attestation else None,
        noted=tuple(_noted(findings, judged)),
        award_findings=tuple(_said(it) for it in findings if it.subject_kind == "award"),
    )


def _imports(session: Session, award_id: int) -> tuple[ImportSource, ...]:
    return tuple(
        ImportSource(
            it.file_name,
            it.sheet or "",
            it.content_sha256,
            it.rows_read,
            it.imported,
            it.excluded,
            it.sum_ore,
        )
        for it in imports_of_award(session, award_id)
    )


def _judged_rows(
    session: Session, award_id: int, of_line: dict[int, list[StoredFinding]]
) -> tuple[list[JudgedRow], set[int]]:
    """Every rejected or parked row in file order, and their ids."""
    grounds = {it.id: it.title for it in session.scalars(select(RecoveryGroundRecord))}
    ids: list[int] = []
    for view in (LineView.REJECTED, LineView.PARKED):
        ids += lines.line_ids(session, award_id, LineFilter(view=view), LineSort())
    made = [
        _judged(line, verdict, sheet, grounds, of_line.get(line.id, []))
        for line, verdict, _supplier, _file, sheet in lines.line_rows(session, ids)
    ]
    return made, set(ids)


def _judged(
    line: LedgerLineRecord,
    verdict: LineVerdictRecord,
    sheet: str | None,
    grounds: dict[int, str],
    findings: Iterable[StoredFinding],
) -> JudgedRow:
    return JudgedRow(
        source_row=line.source_row,
        voucher=voucher_label(line.voucher_series, line.voucher),
        booked_on=line.booked_on,
        account=line.account,
        text=line.text,
        claimed_ore=line.claimed_ore,
        rejected_ore=verdict.rejected_ore,
        parked_ore=verdict.parked_ore,
        cause=verdict.cause,
        ground=grounds.get(verdict.ground_id or 0, ""),
        comment=verdict.comment or "",
        evidence_due_on=verdict.evidence_due_on,
        findings=tuple(_said(finding) for finding in findings),
        sheet=sheet or "",
    )


def _noted(findings: Iterable[StoredFinding], judged: set[int]) -> Iterable[NotedFinding]:
    """Findings that led to no rejection: of accepted rows and whole imports; notes on rows are left out."""
    for finding in findings:
        of_line = finding.subject_kind == "ledger_line"
        if of_line and finding.subject_id not in judged and finding.level is not Level.NOTE:
            yield NotedFinding(finding.place, _said(finding))
        elif finding.subject_kind == "ledger_import":
            yield NotedFinding(None, _said(finding))


def _said(finding: StoredFinding) -> ProtocolFinding:
    return ProtocolFinding(
        code=finding.rule_code,
        title=TITLES.get(finding.rule_code, finding.rule_code),
        message=finding.message,
        quote=finding.quote,
        quote_source=", ".join(part for part in (finding.source, finding.heading) if part),
        reason=finding.reason or "",
    )


def _prepared_on(session: Session, work: Workplace, record: ReconciliationRecord) -> date:
    """The day it was handed over; today while it is not."""
    at: Any = session.scalar(
        select(EventRecord.at)
        .where(
            EventRecord.subject_kind == "reconciliation",
            EventRecord.subject_id == record.id,
            EventRecord.verb == "propose_reconciliation",
        )
        .order_by(EventRecord.seq.desc())
        .limit(1)
    )
    return work.clock.today() if at is None else at.astimezone(SWEDEN).date()

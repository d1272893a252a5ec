"""Groups a claim's lines into the grounds a letter gives reasons for, each with its rows and sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from sbdesk.documents.claim import ClaimGround, ClaimKind, ClaimRow
from sbdesk.services.recoveries_claims import Claim, ClaimLine
from sbdesk.store.queries.reconciliation_findings import StoredFinding, findings_of_award
from sbdesk.store.records.ledgers import LedgerLineRecord

_MANY = 4
"""Above this many different reasons the protocol tells them row by row."""


def grounds_of(session: Session, claim: Claim) -> tuple[ClaimGround, ...]:
    """The claim's lines by cause and ground, in the order proposed."""
    findings = _findings(session, claim)
    grouped: dict[tuple[ClaimKind, str], list[ClaimLine]] = {}
    for line in claim.lines:
        grouped.setdefault((kind_of(claim, line), line.ground.code), []).append(line)
    return tuple(_ground(kind, code, lines, findings) for (kind, code), lines in grouped.items())


def kind_of(claim: Claim, line: ClaimLine) -> ClaimKind:
    """What the letter calls the line's ground."""
    if line.record.cause is not None:
        return ClaimKind.of(line.record.cause)
    if line.is_unused:
        return ClaimKind.UNUSED
    if line.ground.code in ("late_report", "no_report"):
        return ClaimKind.NO_REPORT if claim.material.reported_on is None else ClaimKind.LATE_REPORT
    return ClaimKind.NO_EVIDENCE if line.ground.code == "no_evidence" else ClaimKind.PURPOSE


def _ground(
    kind: ClaimKind, code: str, lines: Sequence[ClaimLine], findings: dict[int, StoredFinding]
) -> ClaimGround:
    records = [line.record for line in lines]
    reasons = () if kind is ClaimKind.UNUSED else _distinct(record.reason for record in records)
    if len(reasons) > _MANY:
        told = f"Skälen för de {len(records)} raderna står var för sig i avstämningsprotokollet."
        reasons = (*reasons[:_MANY], told)
    cited = next((findings[r.line_id] for r in records if r.line_id in findings), None)
    return ClaimGround(
        kind=kind,
        rule=code,
        amount_ore=sum(record.amount_ore for record in records),
        explanation=reasons,
        rows=tuple(_row(line, line.row) for line in lines if line.row is not None),
        quote=cited.quote if cited else "",
        quote_source=f"Anvisningarna, avsnittet {cited.heading}" if cited and cited.quote else "",
        judgement=" ".join(_distinct(record.judgement or "" for record in records)),
        discretion=" ".join(_distinct(record.discretion or "" for record in records)),
    )


def _row(line: ClaimLine, row: LedgerLineRecord) -> ClaimRow:
    return ClaimRow(
        source_row=row.source_row,
        voucher=row.voucher or "",
        booked_on=row.booked_on,
        account=row.account,
        text=row.text,
        claimed_ore=row.claimed_ore,
        rejected_ore=line.record.amount_ore,
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _findings(session: Session, claim: Claim) -> dict[int, StoredFinding]:
    """The heaviest finding with a sentence behind each claimed row."""
    wanted = {line.record.line_id for line in claim.lines}
    return {
        finding.subject_id: finding
        for finding in reversed(findings_of_award(session, claim.award.id))
        if finding.subject_kind == "ledger_line" and finding.subject_id in wanted and finding.quote
    }

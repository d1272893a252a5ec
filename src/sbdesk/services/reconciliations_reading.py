"""Reads the reconciliations' list and the page of one award: sums, status, acts and findings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.findings import Level
from sbdesk.domain.periods import is_working_day
from sbdesk.domain.reconciliation import FindingState, ReconciliationState
from sbdesk.domain.reconciliation_figures import figures_of
from sbdesk.domain.reconciliation_status import ReconciliationSituation, offers_of, status_of
from sbdesk.services.attestations import words as attestation_words
from sbdesk.services.reconciliation_opening import latest_reconciliation
from sbdesk.services.reconciliations_checks import TITLES, has_report
from sbdesk.services.reconciliations_lines import finding_row
from sbdesk.services.reconciliations_rows import (
    FindingGroup,
    FindingRow,
    LineCounts,
    ReconciliationPage,
    ReconciliationRow,
    Source,
)
from sbdesk.services.reconciliations_state import has_live_ledger
from sbdesk.services.verdicts import choices_of
from sbdesk.services.working_days import swedish_holidays
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import award_sums, sums_of
from sbdesk.store.queries.reconciliation_findings import (
    StoredFinding,
    findings_of_award,
    imports_of_award,
)
from sbdesk.store.queries.reconciliation_verdicts import counts
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.decisions import AttestationRecord, PayoutRecord
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord
from sbdesk.store.records.reports import ReportRecord

EVIDENCE_WORKING_DAYS = 14
"""How long V gives the recipient by default."""

ANSWERED_BY_VERDICTS = frozenset({"A02"})
"""Deviations of the award that only sum up what the verdicts on its rows already say."""


def hinders(it: StoredFinding) -> bool:
    """Whether a finding that belongs to no row must be answered before the reconciliation is handed over."""
    return (
        it.subject_kind != "ledger_line"
        and it.level is not Level.NOTE
        and it.state is FindingState.OPEN
        and it.rule_code not in ANSWERED_BY_VERDICTS
    )


def situation_of(
    session: Session, work: Workplace, award_id: int, sums: AwardSums
) -> tuple[ReconciliationSituation, LineCounts, list[StoredFinding]]:
    """What the award's status follows from, with the counts and findings it was made of."""
    record = latest_reconciliation(session, award_id)
    how_far = counts(session, award_id)
    findings = findings_of_award(session, award_id)
    open_ones = [it for it in findings if hinders(it)]
    stops = {TITLES.get(it.rule_code, it.rule_code) for it in open_ones if it.level is Level.STOP}
    attestation = _attestation(session, record)
    situation = ReconciliationSituation(
        state=record.state if record else None,
        has_ledger=has_live_ledger(session, award_id),
        has_report=has_report(session, award_id),
        to_judge=how_far.to_judge,
        stops=tuple(sorted(stops)),
        unexplained=sum(it.level is Level.DEVIATION for it in open_ones),
        parked=how_far.waiting,
        evidence_due_on=how_far.waiting_until,
        you_prepared=record is not None and record.prepared_by == work.officer_id,
        signed_outside=not work.store.enforces_people,
        final_on=attestation.on if attestation else None,
        recovery_decided=sums.decided != 0,
        repayable_ore=Balances(sums).repayable - sums.voluntary,
    )
    return situation, how_far, findings


def page_of(session: Session, work: Workplace, award_id: int) -> ReconciliationPage:
    """One award's page; NoResultFound for an unknown award."""
    award, recipient, programme = session.execute(
        select(AwardRecord, RecipientRecord.name, ProgrammeRecord.short_title)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(AwardRecord.id == award_id)
    ).one()
    record = latest_reconciliation(session, award_id)
    sums = award_sums(session, award_id)
    situation, how_far, findings = situation_of(session, work, award_id, sums)
    return ReconciliationPage(
        award_id=award_id,
        reconciliation_id=record.id if record else None,
        revision=record.revision if record else 0,
        version=record.version if record else 0,
        state=situation.state,
        basis=sums.basis,
        recipient=recipient,
        programme=programme,
        case_number=award.case_number,
        sums=sums,
        figures=figures_of(Balances(sums), has_ledger=situation.has_ledger),
        status=status_of(situation),
        offers=offers_of(situation),
        counts=how_far,
        groups=_groups([finding_row(it) for it in findings]),
        causes=choices_of(session, award_id),
        sources=_sources(session, award_id),
        can_judge=_can_judge(situation),
        evidence_day=working_days_after(work.clock.today(), EVIDENCE_WORKING_DAYS),
        prepared_by=_name(session, record.prepared_by if record else None),
        fixed=_fixed(session, record),
        protocol_id=record.document_id if record else None,
        signed_outside=situation.signed_outside,
    )


def rows_of(session: Session, work: Workplace, year: int | None) -> list[ReconciliationRow]:
    """The awards that have been paid, reported or have a ledger, by status' need and then by recipient."""
    begun = or_(
        *(
            AwardRecord.id.in_(select(column))
            for column in (PayoutRecord.award_id, ReportRecord.award_id, LedgerImportRecord.award_id)
        )
    )
    query = (
        select(AwardRecord, RecipientRecord.name, ProgrammeRecord)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(begun)
        .order_by(RecipientRecord.name_key, ProgrammeRecord.title_key, AwardRecord.id)
    )
    if year is not None:
        query = query.where(ProgrammeRecord.budget_year == year)
    found = list(session.execute(query))
    sums = sums_of(session, [award.id for award, _, _ in found])
    return [
        _row(session, work, (award, recipient, programme), sums[award.id])
        for award, recipient, programme in found
    ]


def _row(
    session: Session,
    work: Workplace,
    case: tuple[AwardRecord, str, ProgrammeRecord],
    sums: AwardSums,
) -> ReconciliationRow:
    award, recipient, programme = case
    situation, how_far, _ = situation_of(session, work, award.id, sums)
    return ReconciliationRow(
        award_id=award.id,
        recipient=recipient,
        programme=programme.short_title,
        programme_title=programme.title,
        year=programme.budget_year,
        case_number=award.case_number,
        paid_ore=sums.paid,
        reported_ore=sums.reported if situation.has_report else None,
        declared_ore=sums.declared if situation.has_ledger else None,
        rejected_ore=sums.rejected,
        repayable_ore=Balances(sums).repayable,
        to_judge=how_far.to_judge,
        status=status_of(situation),
    )


def working_days_after(day: date, number: int) -> date:
    """The ``number``-th working day after ``day``; Saturdays, Sundays and holidays are skipped."""
    while number > 0:
        day += timedelta(days=1)
        number -= is_working_day(day, swedish_holidays())
    return day


def _can_judge(situation: ReconciliationSituation) -> str:
    if situation.state is ReconciliationState.FINAL:
        return "Avstämningen är fastställd. Välj Ändra belopp."
    if situation.state is ReconciliationState.PROPOSED:
        return "Avstämningen är lämnad för granskning. Välj Skicka tillbaka först."
    if situation.state is ReconciliationState.WAITING:
        return "Underlag är begärt. Registrera underlaget först."
    return "" if situation.has_ledger else "Ingen huvudbok är inläst."


def _groups(findings: list[FindingRow]) -> tuple[FindingGroup, ...]:
    """By level and check; the rows come sorted so."""
    return tuple(
        FindingGroup(code, level, TITLES.get(code, code), tuple(members))
        for (level, code), members in groupby(findings, key=lambda it: (it.level, it.code))
    )


def _sources(session: Session, award_id: int) -> tuple[Source, ...]:
    return tuple(
        Source(
            record.id,
            record.file_name,
            record.sheet,
            record.rows_read,
            record.imported,
            record.excluded,
            record.sum_ore,
            record.control_total_ore,
        )
        for record in imports_of_award(session, award_id)
    )


def _attestation(session: Session, record: ReconciliationRecord | None) -> AttestationRecord | None:
    if record is None or record.attestation_id is None:
        return None
    return session.get(AttestationRecord, record.attestation_id)


def _fixed(session: Session, record: ReconciliationRecord | None) -> str:
    attestation = _attestation(session, record)
    if attestation is None:
        return ""
    officer = _name(session, attestation.officer_id)
    return attestation_words(attestation, officer, _name(session, attestation.registered_by))


def _name(session: Session, officer_id: int | None) -> str:
    return "" if officer_id is None else session.get_one(OfficerRecord, officer_id).name

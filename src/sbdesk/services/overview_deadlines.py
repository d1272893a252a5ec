"""Every day that somebody must keep: the programmes' own days and those of single cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState, Balances
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.recovery import RecoveryState
from sbdesk.domain.report import ExpectedReportState
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.verdicts import rows_in_words
from sbdesk.services.overview_rows import DeadlineRow, Place
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.decisions import DecisionLineRecord
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.ledgers import LedgerLineRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord
from sbdesk.store.records.recoveries import HearingRecord, RecoveryRecord
from sbdesk.store.records.reports import ExpectedReportRecord

AHEAD_DAYS = 90
"""How far ahead days are shown; the page shows 7, 30 or all of them."""

_UNDECIDED = (
    RequisitionState.RECEIVED,
    RequisitionState.INCOMPLETE,
    RequisitionState.READY,
    RequisitionState.PROPOSED,
)
_CLAIMED = (InvoiceState.ISSUED, InvoiceState.SENT, InvoiceState.ENFORCEMENT)
_QUIET_DAYS = (
    ("opens", "Rekvireringen öppnar"),
    ("use_to", "Sista dag att använda bidraget"),
    ("repay_due", "Sista dag för återbetalning enligt anvisningen"),
)
"""Days that pass by themselves: nothing is missing when they are over."""


def deadlines(session: Session, today: date) -> tuple[DeadlineRow, ...]:
    """Late ones first, then by day; past days are left out unless something is still missing."""
    names = case_names(session)
    found = [
        *_of_programmes(session, today),
        *_reports(session, today, names),
        *_completions(session, today, names),
        *_holds(session, today, names),
        *_evidence(session, today, names),
        *_hearings(session, today, names),
        *_invoices(session, today, names),
    ]
    last = today + timedelta(days=AHEAD_DAYS)
    shown = [row for row in found if row.late or today <= row.day <= last]
    return tuple(sorted(shown, key=lambda row: (not row.late, row.day, row.where, row.what)))


def case_names(session: Session) -> dict[int, str]:
    """``Region Skåne, CSD 2026`` by award."""
    rows = session.execute(
        select(AwardRecord.id, RecipientRecord.name, ProgrammeRecord.short_title)
        .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
    )
    return {award: f"{recipient}, {programme}" for award, recipient, programme in rows}


def _of_programmes(session: Session, today: date) -> Iterator[DeadlineRow]:
    states = (ProgrammeState.SIGNED, ProgrammeState.OPEN)
    expected, undecided = _left(session)
    for record in session.scalars(select(ProgrammeRecord).where(ProgrammeRecord.state.in_(states))):
        definition = stored_definition(session, record.id)
        place = Place("programmes", record.id)
        quiet = [(definition.day(name), words) for name, words in _QUIET_DAYS]
        for day, words in [(day, words) for day, words in quiet if day is not None]:
            yield DeadlineRow(day, words, record.short_title, place, late=False)
        for day, words, missing in _kept_days(definition, expected[record.id], undecided[record.id]):
            late = missing and day < today
            yield DeadlineRow(day, words, record.short_title, place, late)


def _kept_days(
    definition: ProgrammeDefinition, expected: int, undecided: int
) -> list[tuple[date, str, bool]]:
    """Days that somebody must keep: (day, words, whether something is still missing)."""
    asked = f": {expected} mottagare har inte rekvirerat" if expected else ""
    left = f": {undecided} {'ärende' if undecided == 1 else 'ärenden'} kvar" if undecided else ""
    days = (
        (definition.day("closes"), f"Sista dag att rekvirera{asked}", expected > 0),
        (definition.day("decision_planned_last"), f"Beslut planeras senast{left}", undecided > 0),
        (definition.day("final_account_due"), "Slutredovisning till regeringen", True),
    )
    return [(day, words, missing) for day, words, missing in days if day is not None]


def _left(session: Session) -> tuple[dict[int, int], dict[int, int]]:
    """Per programme: open awards without any requisition, and awards with one that is not decided."""
    asked = select(RequisitionRecord.award_id)
    undecided = asked.where(RequisitionRecord.state.in_(_UNDECIDED))
    counts = []
    for condition in (AwardRecord.id.not_in(asked), AwardRecord.id.in_(undecided)):
        rows = session.execute(
            select(AwardRecord.programme_id, func.count())
            .where(AwardRecord.state == AwardState.OPEN, condition)
            .group_by(AwardRecord.programme_id)
        )
        counts.append(defaultdict(int, {row[0]: row[1] for row in rows}))
    return counts[0], counts[1]


def _reports(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    """One line for all reports of a programme that are due the same day; only of money that was granted."""
    line = DecisionLineRecord
    granted = select(line.award_id).group_by(line.award_id).having(func.sum(line.granted_ore) > 0)
    rows = session.execute(
        select(ProgrammeRecord.short_title, ExpectedReportRecord.due_on, AwardRecord.id)
        .join(AwardRecord, AwardRecord.id == ExpectedReportRecord.award_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(
            AwardRecord.state == AwardState.OPEN,
            ExpectedReportRecord.due_on.is_not(None),
            ExpectedReportRecord.state == ExpectedReportState.EXPECTED,
            AwardRecord.id.in_(granted),
        )
        .order_by(ProgrammeRecord.short_title, ExpectedReportRecord.due_on, AwardRecord.id)
    )
    together: dict[tuple[str, date], list[int]] = defaultdict(list)
    dated = [(title, day, award) for title, day, award in rows if day is not None]
    for title, day, award in dated:
        together[title, day].append(award)
    for (title, day), awards in together.items():
        alone = len(awards) == 1
        where = names[awards[0]] if alone else title
        words = "Återrapport senast" if alone else f"Återrapport senast: {len(awards)} mottagare"
        yield DeadlineRow(day, words, where, Place("reports", awards[0] if alone else None), day < today)


def _completions(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    asked = select(RequisitionRecord.award_id, RequisitionRecord.completion_due_on).where(
        RequisitionRecord.state == RequisitionState.INCOMPLETE
    )
    for award, day in _dated(session, asked):
        place = Place("requisitions", award)
        yield DeadlineRow(day, "Svar på komplettering", names[award], place, day < today)


def _holds(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    held = select(AwardRecord.id, AwardRecord.hold_until_on).where(AwardRecord.state == AwardState.OPEN)
    for award, day in _dated(session, held):
        place = Place("requisitions", award)
        yield DeadlineRow(day, "Vilande ärende bevakas", names[award], place, day < today)


def _dated(session: Session, query: Select[int, date | None]) -> list[tuple[int, date]]:
    return [(award, day) for award, day in session.execute(query) if day is not None]


def _evidence(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    """Rows that wait for evidence, unless somebody has decided to take them up later."""
    verdict = LineVerdictRecord
    rows = session.execute(
        select(LedgerLineRecord.award_id, verdict.evidence_due_on, func.count())
        .join(LedgerLineRecord, LedgerLineRecord.id == verdict.line_id)
        .where(
            verdict.parked_ore != 0,
            verdict.carried_reason.is_(None),
        )
        .group_by(LedgerLineRecord.award_id, verdict.evidence_due_on)
    )
    waiting = [(award, day, number) for award, day, number in rows if award is not None and day is not None]
    for award, day, number in waiting:
        words = f"Underlag för {rows_in_words(number)}"
        yield DeadlineRow(day, words, names[award], Place("reconciliations", award), day < today)


def _hearings(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    rows = session.execute(
        select(RecoveryRecord.id, RecoveryRecord.award_id, HearingRecord.answer_due_on)
        .join(HearingRecord, HearingRecord.subject_id == RecoveryRecord.id)
        .where(
            HearingRecord.subject_kind == "recovery",
            HearingRecord.answered_on.is_(None),
            RecoveryRecord.state == RecoveryState.HEARING,
        )
    )
    for recovery, award, day in rows:
        yield DeadlineRow(
            day,
            "Yttrande inför återkrav",
            names[award],
            Place("recoveries", recovery, "recovery"),
            day < today,
        )


def _invoices(session: Session, today: date, names: dict[int, str]) -> Iterator[DeadlineRow]:
    """Invoices while their award's claim is not paid."""
    invoices = list(
        session.scalars(
            select(InvoiceRecord).where(
                InvoiceRecord.kind == InvoiceKind.PRINCIPAL, InvoiceRecord.state.in_(_CLAIMED)
            )
        )
    )
    sums = sums_of(session, {invoice.award_id for invoice in invoices})
    left = {award: Balances(of_award).outstanding for award, of_award in sums.items()}
    for invoice in [one for one in invoices if left[one.award_id] > 0]:
        words = f"Faktura {invoice.number} förfaller: {format_kronor(left[invoice.award_id])} återstår"
        place = Place("recoveries", invoice.id, "invoices")
        yield DeadlineRow(invoice.due_on, words, names[invoice.award_id], place, invoice.due_on < today)

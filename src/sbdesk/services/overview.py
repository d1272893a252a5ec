"""What is due, whose turn it is, where the money is and what has happened, in one look."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain import event_words
from sbdesk.domain.ore import format_kronor
from sbdesk.services.overview_deadlines import case_names, deadlines
from sbdesk.services.overview_queues import queues
from sbdesk.services.overview_rows import ChangeRow, OverviewPage, Place, SumsRow
from sbdesk.services.programme_pages import programme_rows
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

CHANGES = 10
"""How many events are shown under Senast ändrat."""

_QUIET = ("keep_document", "run_ledger_checks", "recheck")
"""What the program notes by itself beside the act that the officer did."""

_PAGES = {
    "expected_report": "reports",
    "report": "reports",
    "ledger_import": "reconciliations",
    "ledger_line": "reconciliations",
    "line_verdict": "reconciliations",
    "verdict_group": "reconciliations",
    "finding": "reconciliations",
    "reconciliation": "reconciliations",
}
"""The page that shows an event of a case, by what it happened to; the rest is on the case page."""


class OverviewService:
    """The Översikt page's service; reads only."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def page(self, year: int | None = None) -> OverviewPage:
        """Everything, in one transaction; ``year`` limits the sums per programme and nothing else."""
        with self.work.store.reading() as session:
            mine, others = queues(session, self.work)
            return OverviewPage(
                today=self.work.clock.today(),
                deadlines=deadlines(session, self.work.clock.today()),
                mine=mine,
                others=others,
                sums=_sums(session, self.work, year),
                changes=_changes(session),
            )

    def waiting(self) -> int:
        """How many cases wait for the acting officer."""
        with self.work.store.reading() as session:
            return len(queues(session, self.work)[0])


def _sums(session: Session, work: Workplace, year: int | None) -> tuple[SumsRow, ...]:
    made = []
    for row in programme_rows(session, work.clock.today()):
        if year is not None and row.year != year:
            continue
        definition = stored_definition(session, row.id)
        frame = definition.ore("total") or 0
        rest = definition.ore("undistributed")
        made.append(
            SumsRow(
                programme_id=row.id,
                short_title=row.short_title,
                title=row.title,
                frame_ore=max(frame, row.granted_ore),
                paid_ore=row.paid_ore,
                granted_unpaid_ore=max(0, row.granted_ore - row.paid_ore),
                undecided_ore=max(0, frame - row.granted_ore),
                note="" if rest is None else f"Inte fördelat: {format_kronor(rest)}",
            )
        )
    return tuple(made)


def _changes(session: Session) -> tuple[ChangeRow, ...]:
    events = session.scalars(
        select(EventRecord)
        .where(EventRecord.verb.not_in(_QUIET))
        .order_by(EventRecord.seq.desc())
        .limit(CHANGES)
    )
    names = case_names(session)
    return tuple(_change(session, event, names) for event in events)


def _change(session: Session, event: EventRecord, names: Mapping[int, str]) -> ChangeRow:
    where, place = _whereabouts(session, event, names)
    return ChangeRow(
        seq=event.seq,
        at=event.at,
        who=event.officer_name,
        what=event_words.words_of(event.verb),
        detail=event_words.detail_of(event.before, event.after, event.reason),
        where=where,
        place=place,
    )


def _whereabouts(session: Session, event: EventRecord, names: Mapping[int, str]) -> tuple[str, Place]:
    kind, key = event.subject_kind, event.subject_id
    if event.award_id is not None and event.award_id in names:
        if kind == "recovery":
            return names[event.award_id], Place("recoveries", key, "recovery")
        return names[event.award_id], Place(_PAGES.get(kind, "requisitions"), event.award_id)
    programme = session.get(ProgrammeRecord, key) if kind == "programme" else None
    if programme is not None:
        return programme.short_title, Place("programmes", key)
    recipient = session.get(RecipientRecord, key) if kind == "recipient" else None
    if recipient is not None:
        return recipient.name, Place("recipients", key)
    document = session.get(DocumentRecord, key) if kind == "document" else None
    if document is not None:
        return document.title, Place("documents", key)
    if kind == "appeal_rule":
        return "Överklagande", Place("programmes")
    return "Inställningar", Place("settings")

"""Finds a case from whatever the officer remembers of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from sbdesk.domain.quotes import fold
from sbdesk.domain.sort_keys import text_key
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

MOST = 20
"""How many cases are offered at once."""


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A place to go: ``page`` is the feature's key, ``id`` the row on that page."""

    label: str
    page: str
    id: int


class SearchesService:
    """Ctrl+K over cases: recipient, programme, case number, invoice number."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def years(self) -> tuple[int, ...]:
        """The grant years in the database, oldest first."""
        with self.work.store.reading() as session:
            return tuple(sorted(set(session.scalars(select(ProgrammeRecord.budget_year)))))

    def find(self, text: str) -> list[FoundCase]:
        """Cases that hold every word; dashes and letter case do not matter. At most :data:`MOST`."""
        words = _plain(text).split()
        if not words:
            return []
        with self.work.store.reading() as session:
            awards = session.execute(
                select(
                    AwardRecord.id, RecipientRecord.name, ProgrammeRecord.short_title, AwardRecord.case_number
                )
                .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
                .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
                .order_by(ProgrammeRecord.budget_year.desc(), RecipientRecord.name_key)
            ).all()
            invoices = session.execute(
                select(InvoiceRecord.award_id, InvoiceRecord.number).where(InvoiceRecord.number.is_not(None))
            ).all()
        cases = [
            FoundCase(" · ".join(part for part in (name, title, number) if part), "requisitions", award)
            for award, name, title, number in awards
        ]
        labels = {case.id: case.label for case in cases}
        cases += [
            FoundCase(f"Faktura {number} · {labels[award]}", "recoveries", award)
            for award, number in invoices
        ]
        return [case for case in cases if all(word in _plain(case.label) for word in words)][:MOST]


def _plain(text: str) -> str:
    return text_key(fold(text))

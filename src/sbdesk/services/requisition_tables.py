"""Registers many requisitions at once from a paste or from Excel, after a preview: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardState
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.progress import Progress, SilentProgress
from sbdesk.domain.requisition import NOT_LIVE
from sbdesk.domain.table_shape import TableShape
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.rehearsals import rehearse
from sbdesk.services.requisition_tables_reading import EntryTable
from sbdesk.services.requisition_tables_rows import EntryPreview, ProgrammeChoice
from sbdesk.services.requisition_tables_shape import requisition_shape
from sbdesk.services.small_tables import OpenTable, open_file, open_pasted
from sbdesk.services.workplace import Workplace
from sbdesk.spreadsheets.write_template import write_template
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

SHEET = "Rekvisitioner"


class RequisitionTablesService:
    """``Klistra in från e-tjänsten`` and the template; every row goes the way of the form."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def programmes(self, year: int | None = None) -> list[ProgrammeChoice]:
        """The open programmes of the year, those with the most expected requisitions first."""
        with self.work.store.reading() as session:
            wanted = select(ProgrammeRecord).where(ProgrammeRecord.state == ProgrammeState.OPEN)
            if year is not None:
                wanted = wanted.where(ProgrammeRecord.budget_year == year)
            found = [
                ProgrammeChoice(one.id, one.short_title, len(_expected(session, one.id)))
                for one in session.scalars(wanted.order_by(ProgrammeRecord.title_key))
            ]
        return sorted(found, key=lambda one: -one.expected)

    def shape(self, programme_id: int) -> TableShape:
        """The columns of the programme's table."""
        with self.work.store.reading() as session:
            return requisition_shape(session, programme_id)

    def open_table(self, shape: TableShape, place: Path | str, progress: Progress | None = None) -> OpenTable:
        """Read a file, or what was pasted; needs no database. Raises with the reason why it cannot."""
        if isinstance(place, Path):
            return open_file(place, shape, progress)
        return open_pasted(place, shape, progress)

    def preview(self, programme_id: int, table: OpenTable, progress: Progress | None = None) -> EntryPreview:
        """How each row would end, with what the checks say; writer thread, nothing is kept."""

        def act(session: Session) -> EntryPreview:
            rows = EntryTable(session, self.work, programme_id).take_all(table, progress or SilentProgress())
            return EntryPreview(tuple(rows))

        return rehearse(self.work, act)

    def register(
        self,
        programme_id: int,
        table: OpenTable,
        command_id: str | None = None,
        progress: Progress | None = None,
    ) -> Done:
        """Register every row that is not there already, in one transaction.

        Raises NotAllowed with the preview's reason when a row is refused or none is new.
        """

        def act(session: Session) -> int:
            rows = EntryTable(session, self.work, programme_id).take_all(table, progress or SilentProgress())
            preview = EntryPreview(tuple(rows))
            if preview.reason:
                raise NotAllowed(
                    preview.reason,
                    "Inget är registrerat.",
                    "Kontrollera tabellen och läs in den igen.",
                    code="table",
                )
            return preview.to_register

        layout = table.layout
        plain = [programme_id, table.raw.sha256, table.sheet, layout.header_row, dict(layout.columns)]
        made = one_effect(self.work, command_id, "receive_table", plain, act)
        words = "1 rekvisition är registrerad." if made == 1 else f"{made} rekvisitioner är registrerade."
        return Done(Touched.REQUISITIONS | Touched.DOCUMENTS, words)

    def write_template(self, programme_id: int, place: Path) -> None:
        """Save an Excel template with a row for each expected requisition; F16's kin when it cannot."""
        with self.work.store.reading() as session:
            shape = requisition_shape(session, programme_id)
            title = session.get_one(ProgrammeRecord, programme_id).short_title
            expected = _expected(session, programme_id)
        about = [
            ("Rekvisitioner", title),
            (
                "Så används mallen",
                "Fyll i raderna på bladet Rekvisitioner. Rader med bara mottagare och nummer hoppas över. "
                "Läs in filen under Rekvisitioner, Läs in från Excel.",
            ),
        ]
        rows = [{"recipient": name, "org_number": f"{number[:6]}-{number[6:]}"} for name, number in expected]
        write_template(place, SHEET, shape.columns, rows, about=about)


def _expected(session: Session, programme_id: int) -> Sequence[tuple[str, str]]:
    """Name and organisation number of those who have not requisitioned, in Swedish order."""
    live = select(RequisitionRecord.award_id).where(RequisitionRecord.state.not_in(NOT_LIVE))
    rows = session.execute(
        select(RecipientRecord.name, RecipientRecord.org_number)
        .join(AwardRecord, AwardRecord.recipient_id == RecipientRecord.id)
        .where(
            AwardRecord.programme_id == programme_id,
            AwardRecord.state == AwardState.OPEN,
            AwardRecord.id.not_in(live),
        )
        .order_by(RecipientRecord.name_key)
    )
    return [(name, number) for name, number in rows]

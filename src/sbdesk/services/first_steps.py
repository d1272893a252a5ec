"""Which of the six first steps of "Kom igång" the data show as done."""

from __future__ import annotations

from sqlalchemy import Select, func, select

from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.office_settings import SENDER, value_of
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.reconciliations import LineVerdictRecord

VERDICTS_WANTED = 10
"""How many judged ledger rows tick the fifth step."""

Count = Select[*tuple[int]]


class FirstStepsService:
    """Reads only; the ticks follow the data and cannot be set."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def done(self) -> tuple[bool, bool, bool, bool, bool, bool]:
        """Sender and people; a programme signed off; a requisition; a decision; ten verdicts; an invoice."""
        with self.work.store.reading() as session:

            def number(query: Count) -> int:
                return int(session.scalar(query) or 0)

            signed = select(func.count(ProgrammeRecord.id)).where(
                ProgrammeRecord.state != ProgrammeState.DRAFT
            )
            return (
                value_of(session, SENDER) is not None and number(select(func.count(OfficerRecord.id))) > 1,
                number(signed) > 0,
                number(select(func.count(RequisitionRecord.id))) > 0,
                number(select(func.count(DecisionRecord.id))) > 0,
                number(select(func.count(LineVerdictRecord.line_id))) >= VERDICTS_WANTED,
                number(select(func.count(InvoiceRecord.id))) > 0,
            )

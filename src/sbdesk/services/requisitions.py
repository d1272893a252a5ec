"""What the desk does with requisitions, from the expected one to the one that is ready for a decision."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from sbdesk.domain.amount_keys import keyed
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition import REQUISITION_MACHINE, RequisitionState, RevisionReason
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import WaitsFor
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.cases import Case, case_of, permitted, refuse_stale
from sbdesk.services.changes import Done, Touched
from sbdesk.services.check_acts import open_rows
from sbdesk.services.completion_acts import CompletionActs
from sbdesk.services.document_store import sha256
from sbdesk.services.requisition_entry import NOT_SAVED, file_document, require_document, write_revision
from sbdesk.services.requisition_inputs import RequisitionInput, reason_given
from sbdesk.services.requisition_pages import CasePage, CaseRow, case_page, case_rows
from sbdesk.services.requisition_receiving import take_in

__all__ = ["CasePage", "CaseRow", "RequisitionsService"]


class RequisitionsService(CompletionActs):
    """Expected, received, checked, completed, withdrawn: each verb of the requisition before a decision."""

    def rows(self, year: int | None = None) -> list[CaseRow]:
        """Every award of the year, the expected requisition included, by recipient and programme."""
        with self.work.store.reading() as session:
            return case_rows(session, self.work, year)

    def waiting_for_me(self) -> int:
        """How many cases wait for the acting officer: theirs, and those that nobody has."""
        return sum(
            row.status.waits_for is WaitsFor.OFFICER and (row.mine or not row.assignee) for row in self.rows()
        )

    def case(self, award_id: int) -> CasePage:
        """Everything the case page shows; LookupError for an unknown award."""
        with self.work.store.reading() as session:
            return case_page(session, self.work, award_id)

    def receive(self, award_id: int, given: RequisitionInput, command_id: str | None = None) -> Done:
        """Register a requisition that has come in; its first day never moves.

        Raises NotAllowed for a second one in the same award, UserFacingError for a wrong check digit.
        """

        def act(session: Session) -> int:
            return take_in(session, self.work, award_id, given).id

        made = one_effect(self.work, command_id, "receive", [award_id, given.plain()], act)
        return Done(Touched.REQUISITIONS | Touched.DOCUMENTS, "Rekvisitionen är registrerad.", made)

    def revise(
        self, award_id: int, given: RequisitionInput, seen: int | None = None, command_id: str | None = None
    ) -> Done:
        """Enter what the recipient has changed by own request, with its document or checked in the portal.

        After a grant only account and contact may change, while nothing is prepared for payment.
        """

        def act(session: Session) -> None:
            case = permitted(session, self.work, award_id, Act.REVISE, safe=NOT_SAVED)
            if not given.portal_checked:
                require_document(given.document, "Mottagarens begäran")
            if case.requisition.state is RequisitionState.DECIDED:
                _refuse_other_amounts(case, given)
            self._new_data(session, case, given, seen, RevisionReason.OWN_REQUEST, "revise")

        one_effect(self.work, command_id, "revise", [award_id, given.plain(), seen], act)
        return Done(
            Touched.REQUISITIONS | Touched.DOCUMENTS, "Rekvisitionens uppgifter är ändrade.", award_id
        )

    def complete(
        self, award_id: int, given: RequisitionInput, seen: int | None = None, command_id: str | None = None
    ) -> Done:
        """Enter the recipient's reply to a request for completion; the checks are asked anew."""

        def act(session: Session) -> str:
            case = permitted(session, self.work, award_id, Act.COMPLETE, safe=NOT_SAVED)
            former = {row.code for row in open_rows(case)}
            case.requisition.completion_due_on = None
            self._new_data(session, case, given, seen, RevisionReason.COMPLETION, "complete")
            left = {row.code for row in open_rows(case_of(session, self.work, award_id))}
            return f"Svaret är registrerat. {len(former - left)} åtgärdade, {len(left)} kvar."

        message = one_effect(self.work, command_id, "complete", [award_id, given.plain(), seen], act)
        return Done(Touched.REQUISITIONS | Touched.DOCUMENTS, message, award_id)

    def decide_without(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Go on without the reply once the time to answer has passed."""
        return self._simple(award_id, Act.DECIDE_WITHOUT, reason, "avgöra utan komplettering", command_id)

    def withdraw(
        self,
        award_id: int,
        document: ReceivedFile | None,
        on: date | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Register that the recipient withdrew the requisition on a day (None: today); by its document."""
        day = on or self.work.clock.today()

        def act(session: Session) -> None:
            case = permitted(session, self.work, award_id, Act.WITHDRAW)
            file = require_document(document, "Mottagarens återkallelse")
            requisition = case.requisition
            _refuse_day_of_withdrawal(day, requisition.received_on, self.work.clock.today())
            kept = file_document(session, self.work, case, requisition, file, "withdrawal", "Återkallelse")
            requisition.state = REQUISITION_MACHINE.target(requisition.state, "withdraw")
            requisition.completion_due_on, requisition.withdrawn_on = None, day
            self.tell(session, "withdraw", requisition, after={"document": kept, "on": day.isoformat()})

        digest = sha256(document.content) if document else None
        one_effect(self.work, command_id, "withdraw", [award_id, digest, day.isoformat()], act)
        return Done(Touched.REQUISITIONS | Touched.DOCUMENTS, "Återkallelsen är registrerad.", award_id)

    def reopen(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take up a withdrawn requisition because the recipient wants it after all."""
        return self._simple(award_id, Act.REOPEN, reason, "öppna rekvisitionen på nytt", command_id)

    def _simple(self, award_id: int, verb: Act, reason: str, what: str, command_id: str | None) -> Done:
        def act(session: Session) -> None:
            requisition = permitted(session, self.work, award_id, verb).requisition
            why = reason_given(reason, what)
            former = requisition.state
            requisition.state = REQUISITION_MACHINE.target(former, verb.value)
            requisition.completion_due_on = requisition.withdrawn_on = None
            self.tell(session, verb.value, requisition, before={"state": former.value}, reason=why)

        one_effect(self.work, command_id, verb.value, [award_id, reason], act)
        return Done(Touched.REQUISITIONS, "Rekvisitionen är under kontroll igen.", award_id)

    def _new_data(
        self,
        session: Session,
        case: Case,
        given: RequisitionInput,
        seen: int | None,
        reason: RevisionReason,
        verb: str,
    ) -> None:
        requisition = case.requisition
        refuse_stale(session, requisition, seen)
        former, before = requisition.state, case.revision.requested_ore
        requisition.state = REQUISITION_MACHINE.target(former, verb)
        # New data is a new version also where the state stays, so that a stale page is refused.
        flag_modified(requisition, "state")
        told = write_revision(session, self.work, case, requisition, given, reason)
        self.tell(
            session, verb, requisition, before={"requested_ore": before, "state": former.value}, after=told
        )


def _refuse_other_amounts(case: Case, given: RequisitionInput) -> None:
    if keyed(given.amounts) != case.lines or given.total_ore != case.revision.requested_ore:
        raise UserFacingError(
            "Beloppet är beslutat och kan inte ändras i rekvisitionen.",
            NOT_SAVED,
            "Ändra bara konto eller kontaktperson.",
        )


def _refuse_day_of_withdrawal(day: date, received_on: date, today: date) -> None:
    if not received_on <= day <= today:
        raise UserFacingError(
            f"Rekvisitionen kan inte ha återkallats den {day.isoformat()}.",
            "Inget är ändrat.",
            f"Ange en dag från och med {received_on.isoformat()} till och med i dag.",
        )

"""Takes in one requisition inside another act's transaction: from the form, or row by row from a table."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.periods import in_words, next_working_day
from sbdesk.domain.requisition import RequisitionState, RevisionReason
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.rules.requisition import R02
from sbdesk.services import requisition_checks
from sbdesk.services.cases import Case, case_of, permitted
from sbdesk.services.check_acts import tell
from sbdesk.services.requisition_entry import NOT_SAVED, write_revision
from sbdesk.services.requisition_inputs import RequisitionInput
from sbdesk.services.working_days import swedish_holidays
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import RequisitionRecord


def take_in(session: Session, work: Workplace, award_id: int, given: RequisitionInput) -> RequisitionRecord:
    """Register a requisition that has come in, with its first data; the officer takes a case nobody has.

    Raises NotAllowed for a second one in the same award, UserFacingError for a wrong check digit, and for one
    filed anew outside the time without the officer's reason for the exception.
    """
    case = permitted(session, work, award_id, Act.REGISTER, safe=NOT_SAVED)
    former, exception = case.records.requisition, given.exception.strip()
    if former is not None and not exception:
        _refuse_outside(case, given)
    requisition = RequisitionRecord(
        award_id=award_id,
        received_on=given.received_on,
        channel=given.channel,
        state=RequisitionState.RECEIVED,
    )
    session.add(requisition)
    session.flush()
    told = write_revision(session, work, case, requisition, given, RevisionReason.FIRST)
    if case.records.award.assignee_id is None:
        case.records.award.assignee_id = work.officer_id
    tell(
        session,
        work,
        "file_anew" if former else "receive",
        requisition,
        after={**told, "channel": given.channel.value},
        before={"requisition": former.id, "state": former.state.value} if former else None,
        reason=exception or None,
    )
    if exception:
        _answer_lateness(session, work, award_id, exception)
    return requisition


def _refuse_outside(case: Case, given: RequisitionInput) -> None:
    opens, closes = case.definition.day("opens"), case.definition.day("closes")
    if opens is None or closes is None:
        return
    last = next_working_day(closes, swedish_holidays())
    if not opens <= given.received_on <= last:
        raise UserFacingError(
            f"Rekvisitionstiden är {in_words(opens)} till {in_words(last)}, och en tidigare rekvisition är "
            "avslutad.",
            NOT_SAVED,
            "Skriv varför en ny rekvisition ändå ska prövas.",
            code="needs_exception",
        )


def _answer_lateness(session: Session, work: Workplace, award_id: int, exception: str) -> None:
    """The reason for the exception is also the answer to R02: nobody is asked twice."""
    case = case_of(session, work, award_id)
    for finding in requisition_checks.deviations(case.outcomes):
        if finding.code == R02.name.code:
            requisition_checks.keep(session, work, award_id, finding, exception)

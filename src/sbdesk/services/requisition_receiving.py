"""Takes in one requisition inside another act's transaction: from the form, or row by row from a table."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.requisition import RequisitionState, RevisionReason
from sbdesk.domain.requisition_actions import Act
from sbdesk.services.cases import permitted
from sbdesk.services.check_acts import tell
from sbdesk.services.requisition_entry import NOT_SAVED, write_revision
from sbdesk.services.requisition_inputs import RequisitionInput
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import RequisitionRecord


def take_in(session: Session, work: Workplace, award_id: int, given: RequisitionInput) -> RequisitionRecord:
    """Register a requisition that has come in, with its first data; the officer takes a case nobody has.

    Raises NotAllowed for a second one in the same award, UserFacingError for a wrong check digit.
    """
    case = permitted(session, work, award_id, Act.REGISTER, safe=NOT_SAVED)
    former = case.records.requisition
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
    )
    return requisition

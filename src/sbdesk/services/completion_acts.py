"""Asks recipients to complete a requisition: the letter, a later day, reminders; time alone moves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition import REQUISITION_MACHINE, RequisitionState
from sbdesk.domain.requisition_actions import Act
from sbdesk.services.acting import one_effect
from sbdesk.services.cases import permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.check_acts import CheckActs
from sbdesk.services.completion_letters import (
    Reminder,
    issue_completion_letter,
    issue_completion_reminder,
)
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.reminders import ReminderRecord


class CompletionActs(CheckActs):
    """Acts while a completion is, or is to be, asked for."""

    def ask_completion(
        self,
        award_id: int,
        items: Sequence[str],
        answer_due_on: date,
        command_id: str | None = None,
    ) -> Done:
        """Ask for what is missing, one sentence each, with a day to answer; makes the letter (Done.id).

        The letter is marked as sent by itself, when the officer has sent it.
        """

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, Act.ASK_COMPLETION)
            wanted = [item.strip() for item in items if item.strip()]
            if not wanted:
                reason_given("", "begära komplettering")
            _refuse_past(answer_due_on, self.work.clock.today())
            requisition = case.requisition
            if requisition.state is RequisitionState.READY:
                requisition.state = REQUISITION_MACHINE.target(requisition.state, "recheck")
            requisition.state = REQUISITION_MACHINE.target(requisition.state, "ask_completion")
            requisition.completion_due_on = answer_due_on
            letter = issue_completion_letter(session, self.work, case, wanted, answer_due_on)
            self.tell(
                session,
                "ask_completion",
                requisition,
                after={"answer_due_on": answer_due_on.isoformat(), "items": len(wanted), "document": letter},
            )
            return letter

        plain = [award_id, list(items), answer_due_on.isoformat()]
        letter = one_effect(self.work, command_id, "ask_completion", plain, act)
        return Done(
            Touched.REQUISITIONS | Touched.DOCUMENTS, "Brevet med begäran om komplettering är skapat.", letter
        )

    def extend_completion(
        self, award_id: int, answer_due_on: date, reason: str, command_id: str | None = None
    ) -> Done:
        """Give the recipient a later day to answer."""

        def act(session: Session) -> None:
            requisition = permitted(session, self.work, award_id, Act.EXTEND_COMPLETION).requisition
            why = reason_given(reason, "förlänga svarstiden")
            _refuse_past(answer_due_on, self.work.clock.today())
            former = requisition.completion_due_on
            requisition.state = REQUISITION_MACHINE.target(requisition.state, "extend_completion")
            requisition.completion_due_on = answer_due_on
            self.tell(
                session,
                "extend_completion",
                requisition,
                before={"answer_due_on": former.isoformat() if former else None},
                after={"answer_due_on": answer_due_on.isoformat()},
                reason=why,
            )

        plain = [award_id, answer_due_on.isoformat(), reason]
        one_effect(self.work, command_id, "extend_completion", plain, act)
        return Done(
            Touched.REQUISITIONS, f"Svarstiden är förlängd till {answer_due_on.isoformat()}.", award_id
        )

    def remind_completion(self, award_id: int, answer_due_on: date, command_id: str | None = None) -> Done:
        """Remind of what was asked for, with a new day to answer; makes the letter (Done.id).

        One a day at most. The letter is marked as sent by itself, when the officer has sent it.
        """

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, Act.REMIND_COMPLETION)
            today, requisition = self.work.clock.today(), case.requisition
            _refuse_past(answer_due_on, today)
            former = requisition.completion_due_on
            requisition.state = REQUISITION_MACHINE.target(requisition.state, "remind_completion")
            asked = _asked(session, award_id)
            items: list[str] = _content(asked)["items"]
            was_due = former or asked.created_on
            reminder = Reminder(tuple(items), asked.created_on, was_due, answer_due_on)
            letter = issue_completion_reminder(session, self.work, case, reminder)
            requisition.completion_due_on = answer_due_on
            session.add(
                ReminderRecord(
                    subject_kind="requisition",
                    subject_id=requisition.id,
                    created_on=today,
                    answer_due_on=answer_due_on,
                    document_id=letter,
                )
            )
            self.tell(
                session,
                "remind_completion",
                requisition,
                before={"answer_due_on": former.isoformat() if former else None},
                after={"answer_due_on": answer_due_on.isoformat(), "document": letter},
            )
            return letter

        plain = [award_id, answer_due_on.isoformat()]
        letter = one_effect(self.work, command_id, "remind_completion", plain, act)
        return Done(Touched.REQUISITIONS | Touched.DOCUMENTS, "Påminnelsen är skapad.", letter)


def _asked(session: Session, award_id: int) -> DocumentRecord:
    """The letter that asked, made in the same transaction as the state; NoResultFound without one."""
    return session.scalars(
        select(DocumentRecord)
        .where(DocumentRecord.award_id == award_id, DocumentRecord.kind == "completion_letter")
        .order_by(DocumentRecord.id.desc())
        .limit(1)
    ).one()


def _content(letter: DocumentRecord) -> Any:
    """What the letter was made from; every letter made here has it."""
    return letter.content_model


def _refuse_past(day: date, today: date) -> None:
    if day <= today:
        raise UserFacingError(
            f"Svarsdagen {day.isoformat()} har redan varit.", "Inget är ändrat.", "Ange en senare dag."
        )

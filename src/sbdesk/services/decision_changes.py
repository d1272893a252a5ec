"""Corrects, changes, revokes and withholds what is decided, and reconsiders a refusal (FL 36–39 §§)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage as LetterStage
from sbdesk.domain.amount_keys import Amounts, key_text
from sbdesk.domain.decision_change_actions import ChangeAct
from sbdesk.domain.decision_changes import fault
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.requisition_actions import Act
from sbdesk.services import decision_changes_hearings as hearings
from sbdesk.services import decision_changes_letters as letters
from sbdesk.services import decision_changes_reading as reading
from sbdesk.services.acting import one_effect
from sbdesk.services.cases import Case
from sbdesk.services.cases import permitted as case_permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.decision_changes_cases import (
    ChangeInput,
    change_of,
    facts_of,
    permitted,
    refuse_stale,
)
from sbdesk.services.decision_changes_proposing import lay_before, reconsider
from sbdesk.services.decision_changes_reading import ChangePage
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import CHANGE
from sbdesk.store.records.changes import DecisionChangeRecord

_TOUCHED = Touched.REQUISITIONS | Touched.DECISIONS


class DecisionChangesService:
    """One open change per award: prepared, heard when it harms, laid before another person, decided."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def page(self, award_id: int) -> ChangePage:
        """What stands and what is prepared, with every act and its reason; LookupError before a decision."""
        with self.work.store.reading() as session:
            return reading.page_of(session, self.work, award_id)

    def prepare(
        self, award_id: int, given: ChangeInput, seen: int | None = None, command_id: str | None = None
    ) -> Done:
        """Begin the award's change, or write the open one anew; Done.id is the change.

        NotAllowed with the reason when an amount, the ground or a payment hinders it; F12 when the open
        change is newer than the version ``seen``.
        """

        def act(session: Session) -> int:
            case = case_permitted(session, self.work, award_id, Act.CHANGE_DECISION)
            record = self._write(session, case, given, seen)
            self._tell(session, "prepare_change", record, {"kind": given.kind.value})
            return record.id

        made = one_effect(self.work, command_id, "prepare_change", [award_id, given.plain(), seen], act)
        return Done(_TOUCHED, "Ändringen av beslutet är förberedd.", made)

    def _write(
        self, session: Session, case: Case, given: ChangeInput, seen: int | None
    ) -> DecisionChangeRecord:
        award_id = case.records.award.id
        reasons = reason_given(given.reasons, "ändra beslutet")
        judged = facts_of(session, case, given)
        found = fault(judged)
        if found is not None:
            raise NotAllowed(found.what, "Inget är sparat, men det du har skrivit finns kvar.", found.todo)
        values = {
            "changes_id": case.records.decided.id,
            "kind": given.kind,
            "change_ground": given.ground,
            "amounts": {key_text(part.key): part.after_ore for part in judged.parts},
            "reasons": reasons,
            "unheard_reason": given.unheard_reason.strip(),
            "prepared_by": self.work.officer_id,
            "prepared_on": self.work.clock.today(),
        }
        former = change_of(session, self.work, award_id, case)
        if former is None:
            record = DecisionChangeRecord(award_id=award_id, **values)
            session.add(record)
        else:
            record = former.record
            refuse_stale(record, seen)
            for name, value in values.items():
                setattr(record, name, value)
        session.flush()
        return record

    def drop(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Give the prepared change up; the decision stands as it is."""

        def act(session: Session) -> int:
            record = permitted(session, self.work, award_id, ChangeAct.DROP).record
            record.dropped_reason = reason_given(reason, "avbryta ändringen")
            session.flush()
            self._tell(session, "drop_change", record, reason=record.dropped_reason)
            return record.id

        made = one_effect(self.work, command_id, "drop_change", [award_id, reason], act)
        return Done(_TOUCHED, "Ändringen är avbruten. Beslutet gäller som det är.", made)

    def write_hearing(
        self, award_id: int, answer_due: date | None = None, command_id: str | None = None
    ) -> Done:
        """Make the letter before the decision (FL 25 §); Done.id is the document. Nothing is sent by it."""
        plain = [award_id, answer_due.isoformat() if answer_due else None]
        made = one_effect(
            self.work,
            command_id,
            "write_change_hearing",
            plain,
            lambda session: hearings.write(session, self.work, award_id, answer_due),
        )
        return Done(_TOUCHED | Touched.DOCUMENTS, "Brevet inför beslut är skapat.", made)

    def draft_hearing(self, award_id: int, answer_due: date | None = None) -> bytes:
        """The letter before the decision as it would look now, marked UTKAST."""
        with self.work.store.reading() as session:
            return hearings.draw(session, self.work, award_id, answer_due)

    def mark_hearing_sent(
        self, award_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Mark the letter before the decision as sent on a day; the time to answer runs."""
        plain = [award_id, on.isoformat(), channel.value]
        due = one_effect(
            self.work,
            command_id,
            "mark_change_hearing_sent",
            plain,
            lambda session: hearings.send(session, self.work, award_id, on, channel),
        )
        words = f"Brevet är markerat som skickat. Mottagaren kan svara till och med {due}."
        return Done(_TOUCHED | Touched.DOCUMENTS, words, award_id)

    def register_answer(self, award_id: int, given: AnswerInput, command_id: str | None = None) -> Done:
        """Register what the recipient answered; a second answer is added to the first."""
        plain = [award_id, given.plain()]
        one_effect(
            self.work,
            command_id,
            "register_change_answer",
            plain,
            lambda session: hearings.answer(session, self.work, award_id, given),
        )
        return Done(_TOUCHED | Touched.DOCUMENTS, "Yttrandet är registrerat.", award_id)

    def propose(
        self,
        award_id: int,
        decider_id: int | None = None,
        unheard_reason: str = "",
        command_id: str | None = None,
    ) -> Done:
        """Lay the prepared change before the decider; Done.id is the proposal.

        ``unheard_reason``: why hearing the recipient is obviously unnecessary, where nobody was heard.
        """

        def act(session: Session) -> int:
            change = change_of(session, self.work, award_id)
            if change is not None and unheard_reason.strip():
                change.record.unheard_reason = unheard_reason.strip()
                session.flush()
            change = permitted(session, self.work, award_id, ChangeAct.PROPOSE)
            return lay_before(session, self.work, change, decider_id)

        made = one_effect(
            self.work, command_id, "propose_change", [award_id, decider_id, unheard_reason], act
        )
        return Done(_TOUCHED, "Ändringen är lämnad över för beslut.", made)

    def reconsider(
        self,
        award_id: int,
        lines: Amounts,
        reasons: str,
        decider_id: int | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Lay a grant before the decider in place of a refusal or dismissal (FL 37–38 §§); öre per component.

        The checks are asked anew: a stop hinders it, and ``reasons`` answer every deviation without one.
        """

        def act(session: Session) -> int:
            case = case_permitted(session, self.work, award_id, Act.RECONSIDER)
            return reconsider(session, self.work, case, lines, reasons, decider_id)

        plain = [award_id, {key_text(key): ore for key, ore in lines.items()}, reasons, decider_id]
        made = one_effect(self.work, command_id, "reconsider", plain, act)
        return Done(_TOUCHED, "Omprövningen är lämnad över för beslut.", made)

    def draft_letter(self, award_id: int, given: ChangeInput | None = None) -> bytes:
        """The new decision as PDF with the watermark UTKAST: as prepared, or as ``given`` would have it."""
        with self.work.store.reading() as session:
            if given is None:
                change = permitted(session, self.work, award_id, ChangeAct.DROP)
                source = letters.source_of(session, change)
            else:
                case = case_permitted(session, self.work, award_id, Act.CHANGE_DECISION)
                found = fault(facts_of(session, case, given))
                if found is not None:
                    raise NotAllowed(found.what, "Inget är ändrat.", found.todo)
                source = letters.unsaved(session, self.work, case, given)
            return letters.draw(session, source, LetterStage.DRAFT)

    def _tell(
        self,
        session: Session,
        verb: str,
        record: DecisionChangeRecord,
        after: dict[str, object] | None = None,
        reason: str | None = None,
    ) -> None:
        self.work.record(
            session, verb, (CHANGE, record.id), award_id=record.award_id, after=after, reason=reason
        )

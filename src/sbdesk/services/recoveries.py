"""The Återkrav page's service: from a final reconciliation to a decided claim."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.recovery import Interest, RecoveryPath
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services import (
    hearings,
    recoveries_drafting,
    recoveries_lines,
    recoveries_reading,
)
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.recoveries_claims import permitted
from sbdesk.services.recoveries_decisions import DecidesClaims
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.services.recoveries_interest import set_interest
from sbdesk.services.recoveries_rows import CandidateRow, RecoveryPage, RecoveryRow
from sbdesk.services.requisition_inputs import reason_given

_CLAIMS = Touched.RECOVERIES
_LETTERS = Touched.RECOVERIES | Touched.DOCUMENTS


class RecoveriesService(DecidesClaims):
    """Draft, hearing, proposal, decision; every act refuses what the page shows as forbidden."""

    def rows(self) -> list[RecoveryRow]:
        """Every claim, the earliest answer day first."""
        with self.work.store.reading() as session:
            return recoveries_reading.rows(session, self.work)

    def waiting_for_me(self) -> int:
        """How many claims wait for the officer."""
        return sum(row.status.waits_for == "officer" for row in self.rows())

    def page(self, recovery_id: int) -> RecoveryPage:
        """One claim; NoResultFound for an unknown id."""
        with self.work.store.reading() as session:
            return recoveries_reading.page(session, self.work, recovery_id)

    def page_of_award(self, award_id: int) -> RecoveryPage | None:
        """The award's newest claim, None when it has none."""
        with self.work.store.reading() as session:
            return recoveries_reading.page_of_award(session, self.work, award_id)

    def candidates(self) -> list[CandidateRow]:
        """The awards where a claim can be started now."""
        with self.work.store.reading() as session:
            return recoveries_reading.candidates(session)

    def create(
        self, award_id: int, path: RecoveryPath = RecoveryPath.FULL, command_id: str | None = None
    ) -> Done:
        """Propose a claim from the final reconciliation; Done.id is the recovery."""
        made = one_effect(
            self.work,
            command_id,
            "create_recovery",
            [award_id, path.value],
            lambda session: recoveries_drafting.create(session, self.work, award_id, path).id,
        )
        return Done(_CLAIMS, "Återkravsförslaget är skapat.", made)

    def propose_anew(self, recovery_id: int, command_id: str | None = None) -> Done:
        """Propose the draft's lines again from the reconciliation as it is."""
        return self._act(
            command_id,
            "propose_lines_anew",
            [recovery_id],
            lambda session: recoveries_drafting.propose_anew(session, self.work, recovery_id),
            Done(_CLAIMS, "Raderna är föreslagna på nytt efter avstämningen.", recovery_id),
        )

    def change_line(
        self, line_id: int, given: LineInput, seen: int | None = None, command_id: str | None = None
    ) -> Done:
        """Change a line; ``seen`` is the version the officer saw. Raises F12 when somebody was first."""
        return self._act(
            command_id,
            "change_recovery_line",
            [line_id, given.plain(), seen],
            lambda session: recoveries_lines.change(session, self.work, line_id, given, seen),
            Done(_CLAIMS, "Raden är ändrad.", line_id),
        )

    def add_line(self, recovery_id: int, given: LineInput, command_id: str | None = None) -> Done:
        """Add a line of the officer's own finding; Done.id is the line."""
        made = one_effect(
            self.work,
            command_id,
            "add_recovery_line",
            [recovery_id, given.plain()],
            lambda session: recoveries_lines.add(session, self.work, recovery_id, given),
        )
        return Done(_CLAIMS, "Raden är tillagd.", made)

    def drop_line(self, line_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take a line out of the proposal, with a reason."""
        return self._act(
            command_id,
            "drop_recovery_line",
            [line_id, reason],
            lambda session: recoveries_lines.drop(session, self.work, line_id, reason),
            Done(_CLAIMS, "Raden är borttagen ur förslaget.", line_id),
        )

    def drop(self, recovery_id: int, reason: str, command_id: str | None = None) -> Done:
        """End the case without a claim, with a reason."""

        def act(session: Session) -> None:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.DROP)
            why = reason_given(reason, "avsluta utan återkrav")
            claim.recovery.closed_reason = why
            hearings.move(session, self.work, claim, "drop", {}, why)

        done = Done(_CLAIMS, "Ärendet är avslutat utan återkrav.", recovery_id)
        return self._act(command_id, "drop", [recovery_id, reason], act, done)

    def reopen(
        self, recovery_id: int, reason: str, second: SecondPerson, command_id: str | None = None
    ) -> Done:
        """Open a dropped claim again as a new revision; another person stands behind it."""
        made = one_effect(
            self.work,
            command_id,
            "reopen",
            [recovery_id, reason, second.officer_id],
            lambda session: recoveries_drafting.reopen(session, self.work, recovery_id, reason, second).id,
        )
        return Done(_CLAIMS, "Återkravet är öppnat på nytt.", made)

    def set_interest(
        self, recovery_id: int, answer: Interest, source: str = "", command_id: str | None = None
    ) -> Done:
        """Say whether interest on late payment is claimed; yes needs its ground (a jurist's field)."""
        return self._act(
            command_id,
            "set_interest",
            [recovery_id, answer.value, source],
            lambda session: set_interest(session, self.work, recovery_id, answer, source),
            Done(_CLAIMS | Touched.INVOICES, "Uppgiften om dröjsmålsränta är sparad.", recovery_id),
        )

    def draft_hearing(self, recovery_id: int, answer_due: date | None = None) -> bytes:
        """The letter before the decision as it would look now, marked UTKAST; nothing is kept."""
        with self.work.store.reading() as session:
            return hearings.draw(session, self.work, recovery_id, answer_due)

    def write_hearing(
        self, recovery_id: int, answer_due: date | None = None, command_id: str | None = None
    ) -> Done:
        """Issue the letter before the decision, default 21 days to answer; Done.id is its document."""
        made = one_effect(
            self.work,
            command_id,
            "write_hearing",
            [recovery_id, str(answer_due)],
            lambda session: hearings.write(session, self.work, recovery_id, answer_due),
        )
        return Done(_LETTERS, "Brevet inför beslut är skapat. Skicka det och markera det som skickat.", made)

    def mark_hearing_sent(
        self, recovery_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Mark the letter as sent; from now on the recipient has the word."""
        due = one_effect(
            self.work,
            command_id,
            "mark_hearing_sent",
            [recovery_id, on.isoformat(), channel.value],
            lambda session: hearings.send(session, self.work, recovery_id, on, channel).isoformat(),
        )
        return Done(_LETTERS, f"Brevet är markerat som skickat. Yttrande senast {due}.", recovery_id)

    def register_answer(self, recovery_id: int, given: AnswerInput, command_id: str | None = None) -> Done:
        """Register the recipient's answer; a final one ends the waiting."""
        return self._act(
            command_id,
            "register_answer",
            [recovery_id, given.plain()],
            lambda session: hearings.answer(session, self.work, recovery_id, given),
            Done(_LETTERS, "Yttrandet är registrerat.", recovery_id),
        )

    def redraft(self, recovery_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take the claim back to the draft; higher or on a new ground it needs a new letter."""

        def act(session: Session) -> None:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.REDRAFT)
            hearings.move(session, self.work, claim, "redraft", {}, reason_given(reason, "ändra förslaget"))

        done = Done(_CLAIMS, "Förslaget kan ändras igen.", recovery_id)
        return self._act(command_id, "redraft", [recovery_id, reason], act, done)

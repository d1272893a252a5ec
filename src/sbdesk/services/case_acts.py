"""What can be done with a case whatever its requisition: hold it, note, number it, close it, report jäv."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AWARD_MACHINE, AwardState, ClosedAs
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition_actions import Act
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.cases import permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.payout_accounts import account_text, confirm
from sbdesk.services.requisition_inputs import number_given, reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import OfficialNoteRecord
from sbdesk.store.records.parties import DisqualificationRecord, OfficerRecord


class CaseActs:
    """Acts on the award; every one refuses what the case page shows as forbidden, with the same reason."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def hold(
        self, award_id: int, reason: str, until: date | None = None, command_id: str | None = None
    ) -> Done:
        """Let the case rest for a reason, with a day to look at it again."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.HOLD).records.award
            why = reason_given(reason, "göra ärendet vilande")
            if until is not None and until < self.work.clock.today():
                raise UserFacingError(
                    f"Dagen {until.isoformat()} har redan varit.",
                    "Inget är ändrat.",
                    "Ange den dag då ärendet ska tas upp igen, eller lämna fältet tomt.",
                )
            AWARD_MACHINE.move(award.state, "hold")
            award.hold_reason, award.hold_until_on = why, until
            self._note_event(session, "hold", award_id, why, {"until": until.isoformat() if until else None})

        one_effect(self.work, command_id, "hold", [award_id, reason, str(until)], act)
        return Done(Touched.REQUISITIONS, "Ärendet är vilande.", award_id)

    def release(self, award_id: int, command_id: str | None = None) -> Done:
        """Take the case up again."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.RELEASE).records.award
            AWARD_MACHINE.move(award.state, "release")
            former, award.hold_reason, award.hold_until_on = award.hold_reason, None, None
            self.work.record(
                session,
                "release",
                ("award", award_id),
                award_id=award_id,
                before={"reason": former},
            )

        one_effect(self.work, command_id, "release", [award_id], act)
        return Done(Touched.REQUISITIONS, "Ärendet är återupptaget.", award_id)

    def set_case_number(self, award_id: int, number: str, command_id: str | None = None) -> Done:
        """Give the case its number (dnr) from the diary; NotAllowed once it stands in a decision."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.SET_CASE_NUMBER).records.award
            wanted = number_given(number, "Inget är ändrat.")
            if not wanted:
                raise UserFacingError(
                    "Diarienumret är tomt.", "Inget är ändrat.", "Skriv numret som det står i diariet."
                )
            former, award.case_number = award.case_number, wanted
            self.work.record(
                session,
                "set_case_number",
                ("award", award_id),
                award_id=award_id,
                before={"case_number": former},
                after={"case_number": wanted},
            )

        one_effect(self.work, command_id, "set_case_number", [award_id, number], act)
        return Done(Touched.REQUISITIONS, "Diarienumret är sparat.", award_id)

    def close_unrequested(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Close a case that nobody requisitioned, after the last day; ``reason`` says how that is known."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.CLOSE_UNREQUESTED).records.award
            why = reason_given(reason, "stänga ärendet")
            award.state = AWARD_MACHINE.target(award.state, "close_unrequested")
            award.closed_as = ClosedAs.UNREQUESTED
            self._note_event(session, "close_unrequested", award_id, why)

        one_effect(self.work, command_id, "close_unrequested", [award_id, reason], act)
        return Done(Touched.REQUISITIONS, "Ärendet är stängt som inte rekvirerat.", award_id)

    def reopen_award(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Open a closed case again."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.REOPEN_AWARD).records.award
            why = reason_given(reason, "öppna ärendet på nytt")
            award.state = AWARD_MACHINE.target(award.state, "reopen")
            award.closed_as = None
            self._note_event(session, "reopen_award", award_id, why)

        one_effect(self.work, command_id, "reopen_award", [award_id, reason], act)
        return Done(Touched.REQUISITIONS, "Ärendet är öppet igen.", award_id)

    def assign(self, award_id: int, officer_id: int | None, command_id: str | None = None) -> Done:
        """Say who handles the case; None: nobody yet."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.ASSIGN).records.award
            if officer_id is not None:
                self.work.refuse_disqualified(session, award, officer_id)
            AWARD_MACHINE.move(award.state, "assign")
            former, award.assignee_id = award.assignee_id, officer_id
            self.work.record(
                session,
                "assign",
                ("award", award_id),
                award_id=award_id,
                before={"officer": former},
                after={"officer": officer_id},
            )

        one_effect(self.work, command_id, "assign", [award_id, officer_id], act)
        return Done(Touched.REQUISITIONS, "Ärendet är tilldelat.", award_id)

    def hand_over(self, to: int, command_id: str | None = None) -> Done:
        """Give every open case of the acting officer to another one, with an event in each.

        NotAllowed, and nothing is moved, when the other one has reported jäv against any of the recipients.
        """

        def act(session: Session) -> int:
            mine = select(AwardRecord).where(
                AwardRecord.assignee_id == self.work.officer_id, AwardRecord.state == AwardState.OPEN
            )
            awards = list(session.scalars(mine.order_by(AwardRecord.id)))
            for award in awards:
                self.work.refuse_disqualified(session, award, to)
                AWARD_MACHINE.move(award.state, "hand_over")
                award.assignee_id = to
                self.work.record(
                    session,
                    "hand_over",
                    ("award", award.id),
                    award_id=award.id,
                    before={"officer": self.work.officer_id},
                    after={"officer": to},
                )
            return len(awards)

        moved = one_effect(self.work, command_id, "hand_over", [to], act)
        words = "ett ärende" if moved == 1 else f"{moved} ärenden"
        return Done(Touched.REQUISITIONS, f"Du har lämnat över {words}.", moved)

    def add_note(self, award_id: int, text: str, command_id: str | None = None) -> Done:
        """Write an official note (FL 27 §); it becomes part of the case and is never changed."""

        def act(session: Session) -> int:
            permitted(session, self.work, award_id, Act.NOTE)
            words = reason_given(text, "spara tjänsteanteckningen")
            note = OfficialNoteRecord(
                award_id=award_id, at=self.work.clock.now(), officer_id=self.work.officer_id, text=words
            )
            session.add(note)
            session.flush()
            self.work.record(session, "add_note", ("official_note", note.id), award_id=award_id)
            return note.id

        note_id = one_effect(self.work, command_id, "add_note", [award_id, text], act)
        return Done(Touched.REQUISITIONS, "Tjänsteanteckningen är sparad i ärendet.", note_id)

    def report_disqualification(
        self, award_id: int, reason: str, officer_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Report jäv against the recipient (FL 18 §), for the acting officer or another, from today."""
        who = officer_id or self.work.officer_id

        def act(session: Session) -> None:
            recipient = permitted(session, self.work, award_id, Act.DISQUALIFY).records.recipient
            why = reason_given(reason, "anmäla jäv")
            record = DisqualificationRecord(
                officer_id=who,
                recipient_id=recipient.id,
                from_on=self.work.clock.today(),
                reason=why,
                reported_by=self.work.officer_id,
            )
            session.add(record)
            session.flush()
            # The reason may concern the officer's private life: it stays in its own row.
            self.work.record(
                session,
                "report_disqualification",
                ("disqualification", record.id),
                award_id=award_id,
                after={"officer": who, "recipient": recipient.id},
            )

        one_effect(self.work, command_id, "report_disqualification", [award_id, reason, who], act)
        return Done(Touched.REQUISITIONS, "Jävet är anmält. Lämna över ärendet till någon annan.", award_id)

    def confirm_account(self, award_id: int, second: SecondPerson, command_id: str | None = None) -> Done:
        """Let a second person stand behind the requisition's account; without that nothing is paid out."""

        def act(session: Session) -> str:
            records = permitted(session, self.work, award_id, Act.CONFIRM_ACCOUNT).records
            self.work.refuse_disqualified(session, records.award, second.officer_id)
            confirm(session, self.work, records.known_account, second, award_id)
            return account_text(records.known_account)

        plain = [award_id, second.officer_id, second.on.isoformat()]
        text = one_effect(self.work, command_id, "confirm_account", plain, act)
        return Done(Touched.REQUISITIONS, f"Kontot är bekräftat: {text}.", award_id)

    def officers(self) -> list[tuple[int, str, list[str]]]:
        """Id, ``name, title`` and roles of everybody at the desk, by name; for choices of a second person."""
        with self.work.store.reading() as session:
            records = sorted(session.query(OfficerRecord), key=lambda record: record.name)
            return [(r.id, f"{r.name}, {r.title}", list(r.roles)) for r in records]

    def _note_event(
        self,
        session: Session,
        verb: str,
        award_id: int,
        reason: str,
        after: dict[str, str | None] | None = None,
    ) -> None:
        self.work.record(session, verb, ("award", award_id), award_id=award_id, after=after, reason=reason)

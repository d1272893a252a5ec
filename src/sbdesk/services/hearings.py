"""Hears the recipient before a decision against it (FL 25 §): the letter, that it was sent, the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.domain.recovery import RECOVERY_MACHINE
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services import recovery_letters
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.dispatches import mark_sent, sent_on
from sbdesk.services.document_store import NewDocument, keep_document, sha256
from sbdesk.services.recoveries_claims import Claim, covers, permitted
from sbdesk.services.working_days import answer_day
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import RECOVERY
from sbdesk.store.records.recoveries import HearingRecord

ANSWER_DAYS = 21
"""How long the recipient gets by default; the day moves on to a working day."""


@dataclass(frozen=True, slots=True)
class AnswerInput:
    """What the recipient answered, told shortly and fairly; ``final``: it has nothing more to say."""

    on: date
    text: str
    final: bool
    file: ReceivedFile | None = None

    def plain(self) -> list[object]:
        """Plain data for the command's hash."""
        digest = sha256(self.file.content) if self.file else None
        return [self.on.isoformat(), self.text, self.final, digest]


def write(session: Session, work: Workplace, recovery_id: int, answer_due: date | None) -> int:
    """Issue the letter on the claim as it is; the hearing's document. Nothing is sent by this."""
    claim = permitted(session, work, recovery_id, RecoveryAct.WRITE_HEARING)
    due = due_day(work, answer_due)
    document = recovery_letters.issue_hearing(session, work, claim, due)
    record = HearingRecord(
        subject_kind=RECOVERY,
        subject_id=recovery_id,
        revision=len(claim.hearings) + 1,
        covers=covers(claim),
        document_id=document.id,
        answer_due_on=due,
    )
    session.add(record)
    session.flush()
    work.record(
        session,
        "write_hearing",
        ("hearing", record.id),
        award_id=claim.award.id,
        after={**covers(claim), "answer_due_on": due.isoformat(), "document": document.id},
    )
    return document.id


def draw(session: Session, work: Workplace, recovery_id: int, answer_due: date | None) -> bytes:
    """The letter as it would look now, marked UTKAST."""
    claim = permitted(session, work, recovery_id, RecoveryAct.WRITE_HEARING)
    return recovery_letters.draw_hearing(session, work, claim, due_day(work, answer_due))


def due_day(work: Workplace, answer_due: date | None) -> date:
    """The last day to answer; UserFacingError when it is here already."""
    today = work.clock.today()
    due = answer_due or answer_day(today, ANSWER_DAYS)
    if due <= today:
        raise UserFacingError(
            f"Svarsdagen {due.isoformat()} är redan här.",
            "Brevet är inte skapat.",
            "Ange en senare dag, så att mottagaren hinner svara.",
        )
    return due


def send(session: Session, work: Workplace, recovery_id: int, on: date, channel: DispatchChannel) -> date:
    """Mark the letter as sent and wait for the answer; the last day to answer."""
    claim = permitted(session, work, recovery_id, RecoveryAct.MARK_HEARING_SENT)
    hearing = claim.hearings[-1]
    refuse_late_letter(hearing, on)
    mark_sent(session, work, hearing.document_id or 0, on, channel)
    move(session, work, claim, "send_hearing", {"answer_due_on": hearing.answer_due_on.isoformat()})
    return hearing.answer_due_on


def refuse_late_letter(hearing: HearingRecord, on: date) -> None:
    """Raise when the letter was sent on or after the day by which it asks for an answer."""
    if on >= hearing.answer_due_on:
        raise UserFacingError(
            f"Brevet anger svar senast {hearing.answer_due_on.isoformat()} men skickades {on.isoformat()}.",
            "Inget är ändrat.",
            "Skapa brevet på nytt med en senare svarsdag.",
        )


def answer(session: Session, work: Workplace, recovery_id: int, given: AnswerInput) -> None:
    """Register what the recipient answered; a second answer is added to the first."""
    claim = permitted(session, work, recovery_id, RecoveryAct.REGISTER_ANSWER)
    hearing = claim.hearings[-1]
    refuse_faulty_answer(session, work, hearing, given)
    document_id = _keep(session, work, claim, given.file) if given.file else None
    RECOVERY_MACHINE.move(claim.recovery.state, "answer")
    hearing.answered_on = given.on
    hearing.answer_text = "\n\n".join(part for part in (hearing.answer_text, given.text.strip()) if part)
    hearing.answer_is_final = given.final
    hearing.answer_document_id = document_id or hearing.answer_document_id
    # What the recipient says may name people: the event holds only that and when it answered.
    work.record(
        session,
        "register_answer",
        ("hearing", hearing.id),
        award_id=claim.award.id,
        after={"on": given.on.isoformat(), "final": given.final, "document": document_id},
    )


def refuse_faulty_answer(
    session: Session, work: Workplace, hearing: HearingRecord, given: AnswerInput
) -> None:
    """Raise for an empty answer, and for a day before the letter or to come."""
    sent = sent_on(session, hearing.document_id) if hearing.document_id else None
    if given.on > work.clock.today() or (sent is not None and given.on < sent):
        raise UserFacingError(
            f"Yttrandet kan inte ha kommit in {given.on.isoformat()}.",
            "Inget är sparat, men det du har skrivit finns kvar.",
            "Ange en dag från det att brevet skickades till och med i dag.",
        )
    if not given.text.strip():
        raise UserFacingError(
            "Yttrandet är tomt.",
            "Inget är sparat.",
            "Skriv kort vad mottagaren har framfört. Texten står i beslutet.",
        )


def _keep(session: Session, work: Workplace, claim: Claim, file: ReceivedFile) -> int:
    document = keep_document(
        session,
        work,
        NewDocument(
            content=file.content,
            file_name=file.file_name,
            media_type=file.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind="hearing_answer",
            title=f"Yttrande över {claim.recovery.number}, {claim.recipient.name}",
            award_id=claim.award.id,
            contains_personal_data=True,
        ),
    )
    return document.id


def move(
    session: Session,
    work: Workplace,
    claim: Claim,
    verb: str,
    after: Mapping[str, object],
    reason: str | None = None,
) -> None:
    """Take the claim's step and write the event with the states before and after."""
    recovery = claim.recovery
    former = recovery.state
    recovery.state = RECOVERY_MACHINE.target(former, verb)
    session.flush()
    work.record(
        session,
        verb,
        (RECOVERY, recovery.id),
        award_id=claim.award.id,
        before={"state": former.value},
        after={"state": recovery.state.value, **after},
        reason=reason,
    )

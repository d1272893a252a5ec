"""The recipient is heard before a decision against it: letter, time, answers."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.claiming import (
    Claiming,
    text_of,
)
from support.desk import OpenDesk
from support.recovery import REVIEWED

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.changes import Touched
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store.records.office import EventRecord


class TestHearing:
    def test_the_letter_says_what_is_considered_and_until_when(self, desk: OpenDesk, claim: Claiming) -> None:
        draft = claim.service.draft_hearing(claim.recovery_id)
        assert draft.startswith(b"%PDF")
        done = claim.service.write_hearing(claim.recovery_id)
        assert Touched.DOCUMENTS in done.touched
        text = text_of(desk, done.id)
        assert "Vi överväger att kräva tillbaka 400 000 kronor" in text
        assert "senast den 11 maj 2027" in text
        assert "avstämningsprotokollet den 20 april 2027 och radlistan" in text
        assert "er återrapport den 15 januari 2027 och ert huvudboksutdrag den 3 februari 2027" in text
        assert "V-2" in text
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "mark_hearing_sent"
        assert page.hearings[0].document_id == done.id
        assert page.hearings[0].sent_on is None

    def test_an_answer_day_of_the_past_is_refused(self, claim: Claiming) -> None:
        with pytest.raises(UserFacingError, match="Svarsdagen 2027-04-20 är redan här"):
            claim.service.write_hearing(claim.recovery_id, REVIEWED)

    def test_a_letter_that_no_longer_fits_is_written_again(self, claim: Claiming) -> None:
        claim.service.write_hearing(claim.recovery_id)
        line = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(line.id, LineInput(from_kronor(200_000)))
        with pytest.raises(NotAllowed, match="Skapa brevet på nytt"):
            claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.POST)
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "write_hearing"
        claim.service.write_hearing(claim.recovery_id)
        claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.POST)
        assert len(claim.service.page(claim.recovery_id).hearings) == 2

    def test_sent_too_late_for_its_own_answer_day(self, desk: OpenDesk, claim: Claiming) -> None:
        claim.service.write_hearing(claim.recovery_id, date(2027, 4, 22))
        desk.clock.set(date(2027, 4, 22))
        with pytest.raises(UserFacingError, match="Skapa brevet på nytt med en senare svarsdag"):
            claim.service.mark_hearing_sent(claim.recovery_id, date(2027, 4, 22), DispatchChannel.POST)

    def test_the_recipient_has_the_word_until_the_day_has_passed(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        claim.service.write_hearing(claim.recovery_id)
        claim.service.mark_hearing_sent(claim.recovery_id, REVIEWED, DispatchChannel.E_MAIL)
        page = claim.service.page(claim.recovery_id)
        assert page.row.status.words == "Väntar på mottagaren: yttrande senast 2027-05-11"
        assert page.row.answer_due_on == date(2027, 5, 11)
        assert page.next_step is not None
        assert page.next_step.key == "register_answer"
        desk.clock.set(date(2027, 5, 11))
        with pytest.raises(NotAllowed, match="Yttrandetiden går ut 2027-05-11"):
            claim.service.propose(claim.recovery_id, desk.karin)
        desk.clock.set(date(2027, 5, 12))
        page = claim.service.page(claim.recovery_id)
        assert page.row.status.words == "Svarstiden har gått ut: handläggaren avgör"
        claim.service.propose(claim.recovery_id, desk.karin)
        letter = claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin)).id
        assert "Vi gav er den 20 april 2027 tillfälle att yttra er. Ni har inte svarat." in text_of(
            desk, letter
        )

    def test_answers_are_added_and_a_final_one_ends_the_waiting(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        service.write_hearing(recovery_id)
        service.mark_hearing_sent(recovery_id, REVIEWED, DispatchChannel.E_MAIL)
        with pytest.raises(UserFacingError, match="Yttrandet är tomt"):
            service.register_answer(recovery_id, AnswerInput(REVIEWED, " ", final=True))
        for day in (date(2027, 4, 19), date(2027, 4, 21)):
            with pytest.raises(UserFacingError, match="Yttrandet kan inte ha kommit in"):
                service.register_answer(recovery_id, AnswerInput(day, "Ja.", final=True))
        desk.clock.set(date(2027, 4, 26))
        file = ReceivedFile("svar.pdf", b"%PDF svar")
        service.register_answer(
            recovery_id, AnswerInput(date(2027, 4, 22), "Vi behöver mer tid.", final=False, file=file)
        )
        assert service.page(recovery_id).row.status.words.startswith("Väntar på mottagaren")
        service.register_answer(recovery_id, AnswerInput(date(2027, 4, 26), "Vi håller med.", final=True))
        page = service.page(recovery_id)
        assert page.row.status.words == "Handläggaren tar ställning till yttrandet"
        assert page.hearings[0].answer_text == "Vi behöver mer tid.\n\nVi håller med."
        assert "Vi håller med." in text_of(desk, claim.decide())
        with desk.store.reading() as session:
            events = session.scalars(select(EventRecord).where(EventRecord.verb == "register_answer")).all()
            assert all("håller" not in str(event.after) for event in events)

    def test_a_higher_claim_is_heard_again(self, desk: OpenDesk, claim: Claiming) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        row = service.page(recovery_id).lines[1]
        service.change_line(row.id, LineInput(from_kronor(100_000)))
        claim.hear()
        service.redraft(recovery_id, "Beloppet ska höjas.")
        service.change_line(row.id, LineInput(from_kronor(300_000)))
        with pytest.raises(NotAllowed, match="inte fått yttra sig om återkravet som det är nu"):
            service.propose(recovery_id, desk.karin)
        claim.hear(date(2027, 5, 3), date(2027, 5, 10))
        assert claim.decide(date(2027, 5, 11))

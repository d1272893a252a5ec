"""Completion: letter, reply, a later day, a reminder; the clock alone never moves a case."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from support.claiming import text_of
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage, WaitsFor
from sbdesk.store.records.reminders import ReminderRecord

DUE = date(2026, 6, 24)
NEW_DAY = date(2026, 7, 6)


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    decide_appeal(desk)
    made = CaseDriver(desk)
    made.receive(contact_email="")
    made.ask_completion()
    assert made.page().status.words == f"Väntar på mottagaren: komplettering senast {DUE}"
    return made


def test_the_proposed_day_skips_weekends_and_holidays(case: CaseDriver) -> None:
    case.desk.clock.set(date(2026, 6, 5))
    assert case.page().answer_day == date(2026, 6, 22), "19 juni is midsummer's eve, then a weekend"
    case.desk.clock.set(date(2026, 12, 11))
    assert case.page().answer_day == date(2026, 12, 28)


def test_overdue_says_so_and_moves_nothing(case: CaseDriver) -> None:
    case.desk.clock.set(DUE + timedelta(days=400))
    page = case.page()
    assert page.stage is Stage.INCOMPLETE
    assert (page.status.waits_for, page.status.detail) == (
        WaitsFor.OFFICER,
        "svarstiden gick ut för 400 dagar sedan",
    )
    enabled = {action.act for action in page.menu if action.enabled}
    assert {Act.REMIND_COMPLETION, Act.EXTEND_COMPLETION, Act.DECIDE_WITHOUT} <= enabled


def test_a_reminder_has_a_letter_and_a_new_day(case: CaseDriver) -> None:
    with pytest.raises(NotAllowed, match=f"Svarstiden går ut först {DUE}"):
        case.requisitions.remind_completion(case.award, NEW_DAY)
    case.desk.clock.set(DUE + timedelta(days=1))
    with pytest.raises(UserFacingError, match="har redan varit"):
        case.requisitions.remind_completion(case.award, DUE)
    done = case.requisitions.remind_completion(case.award, NEW_DAY, command_id="r")
    assert case.requisitions.remind_completion(case.award, NEW_DAY, command_id="r") == done
    assert done.message == "Påminnelsen är skapad."
    text = text_of(case.desk, done.id)
    for words in ("10 juni 2026", "24 juni 2026", "6 juli 2026", "Kontaktpersonens e-postadress."):
        assert words in text
    page = case.page()
    assert page.status.words == f"Väntar på mottagaren: komplettering senast {NEW_DAY}"
    assert page.timeline[0].what == "Påminnelse om komplettering skapad"
    assert "2026-06-24 → 2026-07-06" in page.timeline[0].detail
    with pytest.raises(NotAllowed, match="En påminnelse skapades i dag"):
        case.requisitions.remind_completion(case.award, NEW_DAY + timedelta(days=1))
    with case.desk.store.reading() as session:
        (kept,) = session.scalars(select(ReminderRecord))
        assert (kept.subject_kind, kept.created_on, kept.answer_due_on, kept.document_id) == (
            "requisition",
            DUE + timedelta(days=1),
            NEW_DAY,
            done.id,
        )


def test_a_second_reminder_names_the_newest_day(case: CaseDriver) -> None:
    case.desk.clock.set(DUE + timedelta(days=1))
    case.requisitions.remind_completion(case.award, NEW_DAY)
    case.desk.clock.set(NEW_DAY + timedelta(days=1))
    done = case.requisitions.remind_completion(case.award, NEW_DAY + timedelta(days=10))
    assert "6 juli 2026" in text_of(case.desk, done.id)


def test_a_reply_ends_the_waiting_also_after_the_day(case: CaseDriver) -> None:
    case.desk.clock.set(DUE + timedelta(days=3))
    done = case.requisitions.complete(case.award, case.given(received_on=date(2026, 6, 10)))
    assert done.message == "Svaret är registrerat. 1 åtgärdade, 0 kvar."
    assert case.page().stage is Stage.CHECKING
    entry = case.page().entry
    assert entry is not None
    assert entry.received_on == date(2026, 6, 10), "the first day never moves"


def test_while_it_is_waited_for_the_case_can_be_dismissed(case: CaseDriver) -> None:
    case.decisions.propose_dismissal(case.award, "Inget underlag.", case.desk.karin)
    case.decisions.return_proposal(case.award, "vänta på svaret")
    assert case.page().status.words == f"Väntar på mottagaren: komplettering senast {DUE}"

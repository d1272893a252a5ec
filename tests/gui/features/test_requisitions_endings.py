"""The acts that end, hold up or hand over a case, asked for in the page and done by the real services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.desk import OpenDesk, open_desk
from support.fake_requisition_view import Played
from support.programme_desks import case_of, day
from support.programme_facts import RSS_S

from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.requisitions import lines
from sbdesk.gui.features.requisitions.entries import ProposalTyped
from sbdesk.gui.features.requisitions.questions import Answer

TODAY = date(2026, 6, 10)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "handling.pdf"
    file.write_bytes(b"%PDF-1.4 handling")
    return str(file)


@pytest.mark.parametrize(
    ("act", "title", "verb", "ended"),
    [
        (Act.PROPOSE_REFUSAL, "Föreslå avslag", "Avslå", Stage.REFUSED),
        (Act.PROPOSE_DISMISSAL, "Föreslå avvisning", "Avvisa", Stage.REFUSED),
        (Act.WRITE_OFF_CASE, "Skriv av ärendet", "Skriv av", Stage.ENDED),
    ],
)
def test_a_proposal_that_grants_nothing_goes_to_the_decider(
    desk: OpenDesk, page: str, act: Act, title: str, verb: str, ended: Stage
) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.presenter.start(act)
    start = played.view.proposal
    assert start is not None
    assert (start.title, start.amounts) == (title, ())
    played.presenter.save_proposal(act, ProposalTyped({}, "", desk.karin))
    assert [error.code for error in played.view.errors] == ["F15"]
    assert played.view.closed == 0, "the form stays open with what was typed"
    played.presenter.save_proposal(act, ProposalTyped({}, "Skäl.", desk.karin))
    assert played.stage is Stage.PROPOSED
    played.view.answer = Answer(desk.karin, TODAY, path=page)
    played.presenter.start(Act.DECIDE)
    question = played.view.questions[-1]
    assert (question.ok, question.careful) == (verb, True)
    assert question.intro.startswith(verb.removesuffix(" av"))
    assert question.intro.endswith("Det kan inte ångras.")
    assert played.stage is ended


def test_a_withdrawal_is_registered_on_its_day_and_then_written_off(desk: OpenDesk, page: str) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.view.answer = Answer(day=TODAY, path=page)
    played.presenter.start(Act.WITHDRAW)
    assert played.view.questions[-1].day == TODAY
    assert played.stage is Stage.WITHDRAWN
    assert [action.label for action in played.view.primary] == ["Skriv av ärendet…"]
    played.view.primary[0].run()
    start = played.view.proposal
    assert start is not None
    assert "återkallat rekvisitionen" in start.intro
    played.presenter.save_proposal(Act.WRITE_OFF_CASE, ProposalTyped({}, "", desk.karin))
    assert played.stage is Stage.PROPOSED


def test_a_reminder_is_a_letter_with_a_day(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.INCOMPLETE)
    early = next(a for a in played.view.others if a.label == "Skapa påminnelse…")
    assert (early.enabled, early.reason) == (
        False,
        "Svarstiden går ut först 2026-06-24. Vänta till dess.",
    )
    desk.clock.set(date(2026, 6, 25))
    played.presenter.choose(played.case.award)
    played.view.answer = Answer(day=date(2026, 7, 9))
    played.presenter.start(Act.REMIND_COMPLETION)
    question = played.view.questions[-1]
    assert (question.title, question.day) == ("Påminn om kompletteringen", date(2026, 7, 9))
    assert played.view.page is not None
    assert played.view.page.status.words.endswith("senast 2026-07-09")


def test_a_case_is_assigned_and_taken_back(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.view.answer = Answer(desk.per)
    played.presenter.start(Act.ASSIGN)
    question = played.view.questions[-1]
    assert [words for _key, words in question.choices] == [
        "Per Lund, handläggare",
        "Karin Ek, enhetschef",
        "Anna Berg, handläggare",
        "Ingen",
    ]
    assert played.view.page is not None
    assert played.view.page.assignee == "Per Lund"
    played.view.answer = Answer("")
    played.presenter.start(Act.ASSIGN)
    assert played.view.page.assignee == ""


def test_my_cases_are_handed_over(desk: OpenDesk) -> None:
    played = Played(desk)
    played.presenter.hand_over()
    assert played.view.questions == []
    played.at(Stage.CHECKING)
    played.view.answer = Answer(None)
    played.presenter.hand_over()
    assert [words for _key, words in played.view.questions[-1].choices] == ["Per Lund, handläggare"]
    assert played.view.page is not None
    assert played.view.page.assignee == "Anna Berg"
    played.view.answer = Answer(desk.per)
    played.presenter.hand_over()
    assert played.view.page.assignee == "Per Lund"


def test_a_late_requisition_is_offered_to_be_judged_all_the_same(desk: OpenDesk) -> None:
    desk.clock.set(date(2026, 7, 17))
    played = Played(desk).at(Stage.CHECKING)
    assert played.view.page is not None
    items = lines.check_items(played.view.page, lambda _row: None)
    (late,) = [item for item in items if item.action is not None]
    assert late.action is not None
    assert late.action.label == "Pröva ändå och ange skäl…"


def test_a_new_requisition_after_an_ended_one_may_need_a_reason(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.WITHDRAWN)
    played.presenter.start(Act.REGISTER)
    assert played.view.entry is not None
    assert played.view.entry.anew
    other = Played(desk, "Region Stockholm").at(Stage.EXPECTED)
    other.presenter.start(Act.REGISTER)
    assert other.view.entry is not None
    assert not other.view.entry.anew


def test_a_payment_is_stopped_and_released(tmp_path: Path) -> None:
    case = case_of(tmp_path / "rss.sbd", RSS_S)
    for step in (case.receive, case.propose, case.decide, case.send_decision):
        step()
    played = Played(case.desk)
    played.presenter.choose(case.award)
    assert [action.label for action in played.view.primary] == ["Skapa utbetalningsunderlag"]
    (first,) = played.view.primary
    assert not first.enabled
    assert first.reason.startswith("Utbetalning kan göras tidigast 2 april 2026.")
    case.desk.clock.set(day(RSS_S, 1))
    played.view.answer = Answer(text="grund för återbetalning utreds")
    played.presenter.start(Act.STOP_PAYOUT)
    assert played.stage is Stage.PAYOUT_HELD
    assert [action.label for action in played.view.primary] == ["Släpp utbetalningen…"]
    played.view.answer = Answer(text="ingen grund")
    played.view.primary[0].run()
    assert played.stage is Stage.GRANTED
    case.desk.store.close()

"""Every question of a case, asked by the presenter and answered through the real services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from support.debts import owe
from support.desk import OpenDesk, open_desk
from support.fake_requisition_view import Played

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.context import Target
from sbdesk.gui.features.requisitions.acting import Doing, do, read_file
from sbdesk.gui.features.requisitions.questions import Answer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def signed(tmp_path: Path) -> str:
    page = tmp_path / "undertecknat.pdf"
    page.write_bytes(b"%PDF-1.4 undertecknat")
    return str(page)


def test_the_way_to_paid(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.PROPOSED)
    played.view.answer = Answer(desk.karin, date(2026, 6, 10), path=signed)
    played.presenter.start(Act.DECIDE)
    played.view.answer = Answer("e_mail", date(2026, 6, 10))
    played.presenter.start(Act.MARK_SENT)
    played.presenter.start(Act.PREPARE_PAYOUT)
    assert played.stage is Stage.PAYOUT_PLANNED
    played.view.answer = Answer(desk.karin, date(2026, 6, 10), path=signed)
    played.presenter.start(Act.APPROVE_PAYOUT)
    played.view.answer = Answer(day=date(2026, 6, 10), line="ref")
    played.presenter.start(Act.CONFIRM_PAYOUT)
    assert played.stage is Stage.PAID
    played.view.primary[0].run()
    assert played.gone == [("reports", Target(id=played.case.award))]
    played.presenter.open_document(7)
    assert played.gone[-1] == ("documents", Target(id=7))


def test_a_debt_is_asked_about_when_preparing_and_approving(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.GRANTED)
    owe(desk, from_kronor(100), date(2026, 1, 1))
    played.presenter.choose(played.case.award)
    played.presenter.start(Act.PREPARE_PAYOUT)
    assert played.view.questions[-1].ok.startswith("Region Skåne har fått en obetald skuld")
    assert played.view.errors[0].code == "R12"
    played.view.debt_answer = "Juristen: betala."
    played.presenter.start(Act.PREPARE_PAYOUT)
    played.view.answer = Answer(desk.karin, date(2026, 6, 10), text="Juristen: betala.", path=signed)
    played.presenter.start(Act.APPROVE_PAYOUT)
    assert played.view.questions[-1].text_label == "&Juristens svar om skulden (obligatoriskt)"
    assert played.stage is Stage.PAYOUT_APPROVED


def test_explain_recheck_preview_and_release(desk: OpenDesk) -> None:
    desk.clock.set(date(2026, 7, 17))
    played = Played(desk).at(Stage.CHECKING)
    played.view.answer = Answer(text="E-tjänsten låg nere.")
    played.presenter.start(Act.EXPLAIN)
    assert played.view.questions[-1].title == "Skäl: Inom rekvisitionstiden"
    assert played.view.page is not None
    assert not [row for row in played.view.page.checks if row.needs_reason]
    played.presenter.recheck()
    played.case.propose(reasons="E-tjänsten låg nere.")
    played.presenter.choose(played.case.award)
    played.presenter.start(Act.PREVIEW)
    title, content = played.view.letters[0]
    assert title == "Beslutsförslag, Region Skåne, CSD 2026"
    assert content.startswith(b"%PDF")
    played.view.answer = Answer(day=date(2026, 8, 1), text="väntar")
    played.presenter.start(Act.HOLD)
    assert played.stage is Stage.ON_HOLD
    played.presenter.start(Act.RELEASE)
    assert played.stage is Stage.PROPOSED


@pytest.mark.parametrize(
    ("stage", "act", "answer", "after"),
    [
        (Stage.PROPOSED, Act.RETURN, Answer(text="skriv om"), Stage.READY),
        (
            Stage.CHECKING,
            Act.ASK_COMPLETION,
            Answer(day=date(2026, 6, 24), text="Ombud.\n"),
            Stage.INCOMPLETE,
        ),
        (
            Stage.INCOMPLETE,
            Act.EXTEND_COMPLETION,
            Answer(day=date(2026, 7, 24), text="semester"),
            Stage.INCOMPLETE,
        ),
        (Stage.WITHDRAWN, Act.REOPEN, Answer(text="ville ändå"), Stage.CHECKING),
        (Stage.PAYOUT_PLANNED, Act.CANCEL_PAYOUT, Answer(text="fel"), Stage.GRANTED),
        (Stage.PAID, Act.UNDO_CONFIRM_PAYOUT, Answer(text="fel"), Stage.PAYOUT_APPROVED),
        (Stage.EXPECTED, Act.SET_CASE_NUMBER, Answer(line="9.1-3/2026"), Stage.EXPECTED),
        (Stage.EXPECTED, Act.NOTE, Answer(text="ringt"), Stage.EXPECTED),
        (Stage.EXPECTED, Act.DISQUALIFY, Answer(text="släkt"), Stage.EXPECTED),
        (Stage.CLOSED, Act.REOPEN_AWARD, Answer(text="kom ändå"), Stage.EXPECTED),
    ],
)
def test_short_questions_lead_on(
    desk: OpenDesk, stage: Stage, act: Act, answer: Answer, after: Stage
) -> None:
    played = Played(desk).at(stage)
    played.view.answer = answer
    played.presenter.start(act)
    assert played.view.errors == []
    assert played.view.questions[-1].title
    assert played.stage is after


def test_withdrawal_closing_and_deciding_without_reply(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.INCOMPLETE)
    desk.clock.set(date(2026, 7, 20))
    played.presenter.choose(played.case.award)
    played.view.answer = Answer(text="inget svar")
    played.presenter.start(Act.DECIDE_WITHOUT)
    assert played.stage is Stage.CHECKING
    played.view.answer = Answer(path=signed)
    played.presenter.start(Act.WITHDRAW)
    assert played.stage is Stage.WITHDRAWN
    other = Played(desk, "Region Uppsala")
    other.presenter.choose(other.case.award)
    other.view.answer = Answer(text="avstår")
    other.presenter.start(Act.CLOSE_UNREQUESTED)
    assert other.stage is Stage.CLOSED


def test_confirming_an_account(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.view.answer = Answer(desk.per, date(2026, 6, 10), path=signed)
    played.presenter.start(Act.CONFIRM_ACCOUNT)
    assert played.view.page is not None
    assert played.view.page.account_confirmed


def test_personal_logins_ask_for_no_page(desk: OpenDesk) -> None:
    from dataclasses import replace

    from sbdesk.gui.features.requisitions.questions import question_of

    played = Played(desk).at(Stage.PROPOSED)
    assert played.presenter.shown is not None
    page = replace(played.presenter.shown.page, signed_outside=False)
    question = question_of(Act.DECIDE, page, played.presenter.shown.people, desk.anna)
    assert (question.choice_label, question.file_label, question.careful) == ("", "", True)
    services = cast("Any", played.presenter.context.services)
    second = Doing(services, page, Answer(), "c").second()
    assert (second.officer_id, second.signed_page) == (desk.anna, None)
    with pytest.raises(KeyError):
        do(Act.REGISTER, Doing(services, page, Answer(), "c"))


def test_a_change_elsewhere_is_read_again_and_another_year_starts_over(desk: OpenDesk) -> None:
    from sbdesk.services.changes import Done, Touched

    played = Played(desk).at(Stage.EXPECTED)
    played.case.receive()
    played.changes.emit(Done(Touched.REQUISITIONS, ""))
    assert played.stage is Stage.CHECKING
    played.year.choose(2025)
    assert (played.view.reset, list(played.view.rows)) == (1, [])
    played.presenter.close()


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "brev.pdf").write_bytes(b"%PDF")
    (tmp_path / "okänd.abcxyz").write_bytes(b"x")
    assert read_file(str(tmp_path / "brev.pdf")).media_type == "application/pdf"
    assert read_file(str(tmp_path / "okänd.abcxyz")).media_type == "application/octet-stream"

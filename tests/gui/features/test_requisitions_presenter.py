"""What the Rekvisitioner page asks and does, without Qt: a fake view over the real services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.desk import OpenDesk, open_desk
from support.fake_requisition_view import Played

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.requisitions.entries import ProposalTyped, Typed
from sbdesk.gui.features.requisitions.questions import Answer
from sbdesk.services.requisitions import RequisitionsService


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


def test_nothing_happens_before_a_case_is_chosen(desk: OpenDesk) -> None:
    played = Played(desk)
    played.presenter.start(Act.REGISTER)
    played.presenter.recheck()
    played.presenter.save_entry(Act.REGISTER, Typed(played.case.given()))
    played.presenter.save_proposal(Act.PROPOSE, ProposalTyped({}, "", None))
    assert (played.view.entry, played.view.closed) == (None, 0)


def test_registering_and_proposing_close_their_forms(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.EXPECTED)
    assert played.view.rows[0].recipient == "Region Skåne"
    assert played.view.primary[0].label == "Registrera rekvisition"
    played.view.primary[0].run()
    start = played.view.entry
    assert start is not None
    assert (start.act, start.title, start.today_or_first) == (
        Act.REGISTER,
        "Registrera rekvisition",
        "2026-06-10",
    )
    assert [row.hint.replace("\N{NO-BREAK SPACE}", " ") for row in start.amounts] == [
        "högst 2 000 000 kr",
        "högst 4 000 000 kr",
    ]
    assert {row.ore for row in start.amounts} == {None}
    played.presenter.save_entry(Act.REGISTER, Typed(played.case.given()))
    assert (played.view.closed, played.stage) == (1, Stage.CHECKING)
    played.view.primary[0].run()
    proposal = played.view.proposal
    assert proposal is not None
    assert [row.ore for row in proposal.amounts] == [from_kronor(2_000_000), from_kronor(4_000_000)]
    assert proposal.deciders == ((desk.karin, "Karin Ek, enhetschef"),)
    lines = {row.key: row.ore or 0 for row in proposal.amounts}
    played.presenter.save_proposal(Act.PROPOSE, ProposalTyped(lines, "", desk.karin))
    assert (played.view.closed, played.stage) == (2, Stage.PROPOSED)


def test_a_refused_form_stays_open(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.EXPECTED)
    played.view.primary[0].run()
    played.presenter.save_entry(Act.REGISTER, Typed(played.case.given(received_on=date(2027, 1, 1))))
    assert played.view.closed == 0
    assert played.view.errors[0].what == "Dagen 2027-01-01 har inte varit än."
    played.presenter.save_entry(Act.REGISTER, Typed(played.case.given(), "/finns/inte.pdf"))
    assert played.view.errors[0].what == "Filen inte.pdf kan inte läsas."


def test_change_and_reply_start_from_what_is_known(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.presenter.start(Act.REVISE)
    start = played.view.entry
    assert start is not None
    assert start.entry is not None
    assert start.entry.account_number == "5050-1055"
    assert start.amounts[0].ore == from_kronor(2_000_000)
    played.presenter.save_entry(Act.REVISE, Typed(played.case.given(payment_reference="ny")))
    assert played.view.closed == 1
    played.case.ask_completion()
    played.presenter.choose(played.case.award)
    played.presenter.start(Act.COMPLETE)
    played.presenter.save_entry(Act.COMPLETE, Typed(played.case.given()))
    assert (played.view.closed, played.stage) == (2, Stage.CHECKING)


def test_what_came_while_the_form_was_open_is_not_overwritten(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.presenter.start(Act.REVISE)
    RequisitionsService(desk.work_of(desk.per)).revise(
        played.case.award, played.case.given(payment_reference="Pers")
    )
    played.presenter.choose(played.case.award)
    played.presenter.save_entry(Act.REVISE, Typed(played.case.given(payment_reference="Annas")))
    assert played.view.errors[0].code == "F12"
    assert played.view.closed == 0


def test_after_the_grant_amounts_are_locked(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.GRANTED)
    played.presenter.start(Act.REVISE)
    assert played.view.entry is not None
    assert all(row.locked for row in played.view.entry.amounts)


def test_a_refusal_has_no_amounts(desk: OpenDesk) -> None:
    played = Played(desk).at(Stage.CHECKING)
    played.presenter.start(Act.PROPOSE_REFUSAL)
    assert played.view.proposal is not None
    assert played.view.proposal.amounts == ()
    played.presenter.save_proposal(Act.PROPOSE_REFUSAL, ProposalTyped({}, "Underlag saknas.", desk.karin))
    assert played.stage is Stage.PROPOSED
    played.presenter.start(Act.DECIDE)
    assert played.view.questions[-1].intro.startswith("Avslå rekvisitionen från Region Skåne?")
    assert played.view.questions[-1].ok == "Avslå"


def test_the_decision_asks_who_signed(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.PROPOSED)
    played.view.answer = Answer(desk.karin, date(2026, 6, 10), path=signed)
    played.presenter.start(Act.DECIDE)
    question = played.view.questions[-1]
    assert question.intro.replace("\N{NO-BREAK SPACE}", " ") == (
        "Bevilja Region Skåne 6 000 000 kr? Det kan inte ångras."
    )
    assert question.careful
    assert question.choices == ((desk.karin, "Karin Ek, enhetschef"),)
    assert played.stage is Stage.GRANTED


def test_without_a_colleague_nobody_can_sign(desk: OpenDesk, signed: str) -> None:
    played = Played(desk).at(Stage.PROPOSED)
    played.view.answer = Answer(None, date(2026, 6, 10), path=signed)
    played.presenter.start(Act.DECIDE)
    assert played.view.errors[0].what == "Det finns ingen annan person att välja."

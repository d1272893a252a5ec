"""State × act over the real services: what the page offers succeeds, what it refuses is refused alike."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support.desk import FIRST_DAY, OpenDesk, open_desk
from support.requisition_case import BOOKING, CLOSED_ON, PAGE, REACHED, CaseDriver

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition_actions import RULES, Act, actions_of
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.appeals import AppealsService
from sbdesk.services.appeals_inputs import AppealInput
from sbdesk.services.cases import case_of
from sbdesk.services.decision_changes import DecisionChangesService
from sbdesk.services.decision_changes_cases import ChangeInput
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store.records.office import EventRecord

DAY_TO_COME = date(2026, 9, 1)


def _revise(case: CaseDriver) -> object:
    return case.requisitions.revise(case.award, case.given(payment_reference="ny"))


def _change(case: CaseDriver) -> object:
    amounts = {case.components()[0]: 1}
    given = ChangeInput(DecisionKind.AMEND, amounts, "fel belopp", ChangeGround.CLERICAL_ERROR)
    return DecisionChangesService(case.desk.work).prepare(case.award, given)


def _appeal(case: CaseDriver) -> object:
    appeals = AppealsService(case.desk.work)
    decisions = appeals.page(case.award).decisions
    decision = decisions[0].id if decisions else 0
    on = decisions[0].decided_on if decisions else FIRST_DAY
    return appeals.register(case.award, AppealInput(decision, on, "mer", PAGE))


RUN: dict[Act, Callable[[CaseDriver], object]] = {
    Act.REGISTER: lambda case: case.receive(),
    Act.CLOSE_UNREQUESTED: lambda case: case.requisitions.close_unrequested(case.award, "avstår"),
    Act.REOPEN_AWARD: lambda case: case.requisitions.reopen_award(case.award, "kom ändå"),
    Act.EXPLAIN: lambda case: case.requisitions.explain(case.award, {"R02": "e-tjänsten låg nere"}),
    Act.PROPOSE: lambda case: case.propose(),
    Act.PROPOSE_REFUSAL: lambda case: case.decisions.propose_refusal(case.award, "Skäl."),
    Act.PROPOSE_DISMISSAL: lambda case: case.decisions.propose_dismissal(case.award, "Skäl."),
    Act.WRITE_OFF_CASE: lambda case: case.decisions.propose_write_off(case.award, "Skäl."),
    Act.REMIND_COMPLETION: lambda case: case.requisitions.remind_completion(case.award, DAY_TO_COME),
    Act.CHANGE_DECISION: _change,
    Act.RECONSIDER: lambda case: DecisionChangesService(case.desk.work).reconsider(
        case.award, case.granted_in_full(), "nya underlag"
    ),
    Act.APPEAL: _appeal,
    Act.STOP_PAYOUT: lambda case: case.payouts.stop(case.award, "obetald skuld"),
    Act.RELEASE_PAYOUT: lambda case: case.payouts.release(case.award, "skulden är betald"),
    Act.ASSIGN: lambda case: case.requisitions.assign(case.award, case.desk.per),
    Act.ASK_COMPLETION: lambda case: case.ask_completion(),
    Act.COMPLETE: lambda case: case.requisitions.complete(case.award, case.given()),
    Act.EXTEND_COMPLETION: lambda case: case.requisitions.extend_completion(
        case.award, DAY_TO_COME, "semestertid"
    ),
    Act.DECIDE_WITHOUT: lambda case: case.requisitions.decide_without(case.award, "inget svar"),
    Act.REVISE: _revise,
    Act.WITHDRAW: lambda case: case.requisitions.withdraw(case.award, PAGE),
    Act.REOPEN: lambda case: case.requisitions.reopen(case.award, "vill ändå"),
    Act.DECIDE: lambda case: case.decide(),
    Act.RETURN: lambda case: case.decisions.return_proposal(case.award, "skriv om skälen"),
    Act.PREVIEW: lambda case: case.decisions.draft_letter(case.award),
    Act.MARK_SENT: lambda case: case.send_decision(),
    Act.CONFIRM_ACCOUNT: lambda case: case.requisitions.confirm_account(case.award, case.signed()),
    Act.PREPARE_PAYOUT: lambda case: case.payouts.prepare(case.award, BOOKING),
    Act.APPROVE_PAYOUT: lambda case: case.approve(),
    Act.CONFIRM_PAYOUT: lambda case: case.confirm(),
    Act.CANCEL_PAYOUT: lambda case: case.payouts.cancel(case.award, "fel kontering"),
    Act.UNDO_CONFIRM_PAYOUT: lambda case: case.payouts.undo_confirm(case.award, "fel dag"),
    Act.SET_CASE_NUMBER: lambda case: case.requisitions.set_case_number(case.award, "9.1-7/2026"),
    Act.HOLD: lambda case: case.hold(),
    Act.RELEASE: lambda case: case.requisitions.release(case.award),
    Act.NOTE: lambda case: case.requisitions.add_note(case.award, "Samtal med regionen."),
    Act.DISQUALIFY: lambda case: case.requisitions.report_disqualification(case.award, "släkt"),
}


class Stages:
    """A case at a stage; each stage is walked to once, and taken back to after every act."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: dict[Stage, CaseDriver] = {}

    def at(self, stage: Stage) -> CaseDriver:
        place, kept = self.folder / f"{stage.value}.sbd", self.folder / f"{stage.value}-kept.sbd"
        if stage not in self.made:
            self.made[stage] = CaseDriver(open_desk(place)).bring_to(stage)
            self.made[stage].desk.store.close()
            shutil.copyfile(place, kept)
        case = self.made[stage]
        # A closed store opens again at the next act, with its statements already compiled.
        case.desk.store.close()
        shutil.copyfile(kept, place)
        day = CLOSED_ON if stage is Stage.CLOSED else FIRST_DAY
        case.desk.clock.set(day)
        return case


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stages]:
    made = Stages(tmp_path_factory.mktemp("stages"))
    yield made
    for case in made.made.values():
        case.desk.store.close()


def test_every_act_but_going_elsewhere_is_run() -> None:
    elsewhere = {Act.OPEN_REPORT}
    assert set(RUN) == set(RULES) - elsewhere


@pytest.mark.parametrize("stage", REACHED)
def test_what_is_refused_says_the_reason_that_the_page_shows(stages: Stages, stage: Stage) -> None:
    case = stages.at(stage)
    refused = [(act, reason) for act, offered, reason in _actions(case) if not offered and act in RUN]
    before = _trace(case)
    for act, reason in refused:
        with pytest.raises(UserFacingError) as error:
            RUN[act](case)
        assert error.value.what
        assert error.value.todo
        assert reason.startswith(error.value.what)
    assert refused
    assert _trace(case) == before


@pytest.mark.parametrize("stage", REACHED)
def test_what_is_offered_never_fails(stages: Stages, stage: Stage) -> None:
    offered = [act for act, permitted, _ in _actions(stages.at(stage)) if permitted and act in RUN]
    assert offered
    for act in offered:
        case = stages.at(stage)
        before = _trace(case)
        RUN[act](case)
        assert act is Act.PREVIEW or _trace(case) > before


def test_after_the_day_the_case_may_go_on_without_the_reply(desk: OpenDesk) -> None:
    case = CaseDriver(desk).bring_to(Stage.INCOMPLETE)
    desk.clock.set(desk.clock.today() + timedelta(days=15))
    case.requisitions.decide_without(case.award, "inget svar")
    assert case.page().stage is Stage.CHECKING


def test_jav_disables_every_act(desk: OpenDesk) -> None:
    case = CaseDriver(desk).bring_to(Stage.CHECKING)
    case.requisitions.report_disqualification(case.award, "släkt")
    for act, run in RUN.items():
        if act is Act.ASSIGN:
            continue
        with pytest.raises(UserFacingError, match="har anmält jäv för Region Skåne"):
            run(case)
        assert not next(a[1] for a in _actions(case) if a[0] is act)
    assert next(a[1] for a in _actions(case) if a[0] is Act.ASSIGN), "the case is handed to somebody else"
    per = RequisitionsService(desk.work_of(desk.per))
    per.assign(case.award, desk.per)
    assert per.case(case.award).assignee == "Per Lund"
    with pytest.raises(UserFacingError, match="Anna Berg har anmält jäv"):
        per.assign(case.award, desk.anna)


def _actions(case: CaseDriver) -> list[tuple[Act, bool, str]]:
    with case.desk.store.reading() as session:
        facts = case_of(session, case.desk.work, case.award).facts
    return [(action.act, action.enabled, action.reason) for action in actions_of(facts)]


def _trace(case: CaseDriver) -> int:
    with case.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(EventRecord)) or 0

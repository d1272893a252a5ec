"""Two people act on one case at once: one wins, the other gets a sentence, nothing is half done."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.services.workplace import Workplace
from sbdesk.store import journal
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.unit_of_work import Store

ROUNDS = 3
Act = Callable[[], object]


def at_once(*acts: Act) -> list[UserFacingError]:
    """Let all begin together; the refusals, in no order."""
    ready = threading.Barrier(len(acts))
    refused: list[UserFacingError] = []
    broken: list[BaseException] = []

    def run(act: Act) -> None:
        ready.wait()
        try:
            act()
        except UserFacingError as refusal:
            refused.append(refusal)
        except BaseException as fault:  # a thread's fault would otherwise not fail the test
            broken.append(fault)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    return refused


@pytest.fixture
def apart(desk: OpenDesk) -> OpenDesk:
    """Each person at a connection of their own, in the file too."""
    if not desk.stores:
        assert desk.store.file is not None
        desk.stores = {
            person: Store.open(desk.store.file, durable=False) for person in (desk.karin, desk.per)
        }
    return desk


def deciding(desk: OpenDesk, officer: int, award: int) -> Act:
    work = desk.work_of(officer)
    inside = work.store.enforces_people
    second = SecondPerson(officer, desk.clock.today()) if inside else desk.signed_by(officer)
    return lambda: DecisionsService(work).register_signed(award, second)


def told(refusal: UserFacingError) -> str:
    assert refusal.what.endswith(".")
    assert refusal.safe
    assert refusal.todo.endswith(".")
    return refusal.what


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_two_deciders_decide_the_same_case(apart: OpenDesk, turn: int) -> None:
    decide_appeal(apart)
    with apart.store.writing() as session:
        per = session.get_one(OfficerRecord, apart.per)
        per.roles, per.decide_limit_ore = ["decider"], 10**12
    case = CaseDriver(apart)
    case.receive()
    case.propose(decider_id=None)
    refused = at_once(deciding(apart, apart.karin, case.award), deciding(apart, apart.per, case.award))
    assert len(refused) == 1, [str(one) for one in refused]
    assert told(refused[0])
    assert case.page().stage is Stage.GRANTED
    with apart.store.reading() as session:
        assert session.query(DecisionRecord).count() == 1
        assert journal.verify(session) == []


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_one_decides_while_the_other_sends_it_back(apart: OpenDesk, turn: int) -> None:
    decide_appeal(apart)
    case = CaseDriver(apart)
    case.receive()
    case.propose()
    back = DecisionsService(apart.work_of(apart.per))
    refused = at_once(
        deciding(apart, apart.karin, case.award),
        lambda: back.return_proposal(case.award, "Skälen är för korta."),
    )
    assert len(refused) == 1, [str(one) for one in refused]
    assert told(refused[0])
    assert case.page().stage in (Stage.GRANTED, Stage.CHECKING, Stage.READY)
    with apart.store.reading() as session:
        assert journal.verify(session) == []


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_two_edit_what_both_have_seen(apart: OpenDesk, turn: int) -> None:
    case = CaseDriver(apart)
    case.receive()
    seen = case.page().version

    def editing(officer: int, reference: str) -> Act:
        work: Workplace = apart.work_of(officer)
        changed = case.given(payment_reference=reference)
        return lambda: RequisitionsService(work).revise(case.award, changed, seen)

    refused = at_once(editing(apart.anna, "Annas"), editing(apart.per, "Pers"))
    assert [refusal.code for refusal in refused] == ["F12"]
    assert "finns kvar här" in refused[0].safe
    entry = case.page().entry
    assert entry is not None
    assert entry.payment_reference in ("Annas", "Pers")

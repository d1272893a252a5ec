"""Changes and appeals on SQLite and PostgreSQL: what the database itself refuses, and one open change."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update
from support.changing import FIVE_MILLIONS, ChangeDriver
from support.desk import FIRST_DAY, OpenDesk, decide_appeal

from sbdesk.domain.appeal import AppealOutcome, AppealState, Reconsideration
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.services.appeals import AppealsService
from sbdesk.services.appeals_inputs import AppealInput, TimeInput
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.decisions import DecisionsService
from sbdesk.store.records.changes import AppealRecord, DecisionChangeRecord
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord


def second(desk: OpenDesk) -> SecondPerson:
    inside = desk.store.enforces_people
    return SecondPerson(desk.karin, FIRST_DAY) if inside else desk.signed_by(desk.karin)


def deciding(desk: OpenDesk) -> DecisionsService:
    return DecisionsService(desk.work_of(desk.karin) if desk.store.enforces_people else desk.work)


@pytest.fixture
def case(desk: OpenDesk) -> ChangeDriver:
    made = ChangeDriver(desk)
    decide_appeal(desk)
    made.receive()
    made.propose()
    deciding(desk).register_signed(made.award, second(desk))
    made.send_decision()
    return made


def test_heard_changed_and_decided(case: ChangeDriver) -> None:
    case.prepare()
    case.hear()
    case.changes.propose(case.award, case.desk.karin)
    deciding(case.desk).register_signed(case.award, second(case.desk))
    assert case.page().balances.sums.granted == FIVE_MILLIONS
    with pytest.raises(NotAllowed, match="kan inte skrivas om"), case.desk.store.writing() as session:
        session.scalars(select(DecisionChangeRecord)).one().reasons = "efteråt"


def test_one_open_change_per_award(case: ChangeDriver) -> None:
    case.prepare()
    decision = case.newest()
    with pytest.raises(Conflict, match="redan påbörjad"), case.desk.store.writing() as session:
        session.add(
            DecisionChangeRecord(
                award_id=case.award,
                changes_id=decision.id,
                kind=DecisionKind.AMEND,
                change_ground=ChangeGround.RESERVE,
                amounts={},
                reasons="två",
                unheard_reason="",
                prepared_by=case.desk.anna,
                prepared_on=FIRST_DAY,
            )
        )
    case.changes.drop(case.award, "ändras inte")
    case.prepare()


@pytest.mark.parametrize("granted", [1, -from_kronor(7_000_000)])
def test_never_above_the_allotment_never_below_what_is_paid(case: ChangeDriver, granted: int) -> None:
    """I1, whatever way a line comes: the database itself refuses."""
    decision = case.newest()
    with pytest.raises(NotAllowed), case.desk.store.writing() as session:
        session.add(DecisionLineRecord(decision_id=decision.id, award_id=case.award, granted_ore=granted))


def appeal(case: ChangeDriver) -> int:
    service = AppealsService(case.desk.work)
    decision = service.page(case.award).decisions[0]
    paper = ReceivedFile("overklagande.pdf", b"%PDF-1.4 overklagande")
    made = service.register(case.award, AppealInput(decision.id, FIRST_DAY, "mer", paper)).id
    assert made is not None
    return made


def test_from_received_to_the_court(case: ChangeDriver) -> None:
    number, service = appeal(case), AppealsService(case.desk.work)
    service.test_time(number, TimeInput(FIRST_DAY))
    inside = case.desk.store.enforces_people
    second_desk = AppealsService(case.desk.work_of(case.desk.karin)) if inside else service
    second_desk.reconsider(number, Reconsideration.UNCHANGED, "inget nytt", second(case.desk))
    service.hand_over(number, "Förvaltningsrätten i Exempelstad")
    assert service.page(case.award).appeals[0].state is AppealState.HANDED_OVER


@pytest.mark.parametrize(
    "values",
    [
        {"state": AppealState.SETTLED},
        {"outcome": AppealOutcome.CHANGED},
        {"state": AppealState.DISMISSED},
        {"state": AppealState.HANDED_OVER},
        {"state": AppealState.LATE},
        {"inhibition_to_on": FIRST_DAY},
    ],
    ids=lambda values: "-".join(values),
)
def test_a_state_without_what_it_rests_on_is_refused(case: ChangeDriver, values: dict[str, object]) -> None:
    number = appeal(case)
    with pytest.raises(NotAllowed), case.desk.store.writing() as session:
        session.execute(update(AppealRecord).where(AppealRecord.id == number).values(values))


def test_an_appeal_is_kept(case: ChangeDriver) -> None:
    number = appeal(case)
    with pytest.raises(NotAllowed, match="tas aldrig bort"), case.desk.store.writing() as session:
        session.delete(session.get_one(AppealRecord, number))
    with case.desk.store.reading() as session:
        assert session.scalars(select(DecisionRecord)).one().number == "B-2026-001"

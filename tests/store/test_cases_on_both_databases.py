"""A case from requisition to payment on SQLite and on PostgreSQL, where people decide in the program."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.payouts import PayoutsService
from sbdesk.store import journal


def test_the_whole_way(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    case.propose()
    inside = desk.store.enforces_people
    second = SecondPerson(desk.karin, desk.clock.today()) if inside else case.signed()
    deciding = DecisionsService(desk.work_of(desk.karin)) if inside else case.decisions
    paying = PayoutsService(desk.work_of(desk.karin)) if inside else case.payouts
    deciding.register_signed(case.award, second)
    case.decisions.mark_sent(case.award, desk.clock.today(), DispatchChannel.E_MAIL)
    case.payouts.prepare(case.award, BOOKING)
    paying.approve(case.award, second)
    case.payouts.confirm(case.award, desk.clock.today(), "1")
    page = case.page()
    assert page.stage is Stage.PAID
    assert page.balances.sums.paid == from_kronor(6_000_000)
    assert page.decision is not None
    assert page.decision.signed == (
        "Beslutad i programmet av Karin Ek"
        if inside
        else "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg"
    )
    assert case.requisitions.rows(2026)[0].status.words == "Utbetald 2026-06-10"
    with desk.store.reading() as session:
        assert journal.verify(session) == []


def test_second_requisition_and_stale_change_are_refused(desk: OpenDesk) -> None:
    case = CaseDriver(desk)
    case.receive()
    with pytest.raises(NotAllowed, match="Mottagaren har redan en rekvisition"):
        case.receive()
    seen = case.page().version
    case.requisitions.revise(case.award, case.given(payment_reference="a"), seen)
    with pytest.raises(Conflict):
        case.requisitions.revise(case.award, case.given(payment_reference="b"), seen)


def test_the_preparer_cannot_decide_by_login(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    case.propose()
    with pytest.raises(NotAllowed) as error:
        case.decisions.register_signed(case.award, SecondPerson(desk.anna, date(2026, 6, 10)))
    assert error.value.code == "F13"

"""Payment: prepared, approved by another, marked, undone; never above the grant, never to a loose account."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.debts import owe
from support.desk import OpenDesk
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.payouts import Booking
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.store.records.decisions import PayoutRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import OfficerRecord, PayoutAccountRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    return CaseDriver(desk).bring_to(Stage.GRANTED)


def payout(case: CaseDriver) -> PayoutRecord:
    with case.desk.store.reading() as session:
        record = session.scalars(select(PayoutRecord).order_by(PayoutRecord.id.desc())).first()
        assert record is not None
        session.expunge(record)
        return record


def test_from_papers_to_paid(case: CaseDriver) -> None:
    done = case.payouts.prepare(case.award, BOOKING, command_id="p")
    assert case.payouts.prepare(case.award, BOOKING, command_id="p") == done
    record = payout(case)
    assert (record.amount_ore, record.end_to_end_id) == (from_kronor(6_000_000), "B-2026-001-1")
    assert record.account["text"] == "Bankgiro 5050-1055"
    assert record.booking["account"] == "7710"
    case.approve()
    case.desk.clock.set(date(2026, 6, 20))
    with pytest.raises(UserFacingError, match="har inte varit än"):
        case.payouts.confirm(case.award, date(2026, 6, 21))
    with pytest.raises(UserFacingError, match="attesterades 2026-06-10"):
        case.payouts.confirm(case.award, date(2026, 6, 9))
    case.payouts.confirm(case.award, date(2026, 6, 18), " ref 1 ")
    page = case.page()
    assert page.status.words == "Utbetald 2026-06-18"
    assert page.balances.sums.paid == from_kronor(6_000_000)
    (row,) = page.payouts
    assert (row.state_words, row.bank_reference, row.confirmed_on) == (
        "genomförd",
        "ref 1",
        date(2026, 6, 18),
    )
    assert case.requisitions.rows(2026)[0].paid_ore == from_kronor(6_000_000)


def test_undoing_the_mark_points_at_it(case: CaseDriver) -> None:
    case.prepare()
    case.approve()
    case.confirm()
    with pytest.raises(UserFacingError, match="Skäl saknas"):
        case.payouts.undo_confirm(case.award, "")
    case.payouts.undo_confirm(case.award, "fel ärende")
    page = case.page()
    assert page.stage is Stage.PAYOUT_APPROVED
    assert page.balances.sums.paid == 0
    undone = next(row for row in page.timeline if row.what == "Utbetalningen markerad som genomförd")
    assert undone.undone == "Anna Berg 2026-06-10, fel ärende"
    with case.desk.store.reading() as session:
        undoing = session.scalars(select(EventRecord).where(EventRecord.undoes.is_not(None))).one()
        undone_event = session.get_one(EventRecord, undoing.undoes)
    assert (undoing.verb, undone_event.verb) == ("undo_confirm", "confirm")
    case.confirm()
    assert case.page().stage is Stage.PAID


def test_the_preparer_never_approves_and_the_approver_may(case: CaseDriver) -> None:
    case.prepare()
    with pytest.raises(NotAllowed) as error:
        case.payouts.approve(case.award, case.signed(case.desk.anna))
    assert error.value.code == "F13"
    with pytest.raises(NotAllowed, match="Per Lund får inte attestera utbetalningar"):
        case.payouts.approve(case.award, case.signed(case.desk.per))
    with pytest.raises(UserFacingError, match="undertecknade sidan saknas"):
        case.payouts.approve(case.award, SecondPerson(case.desk.karin, date(2026, 6, 10)))
    with pytest.raises(LookupError):
        case.payouts.approve(case.award, SecondPerson(99, date(2026, 6, 10)))
    with case.desk.store.writing() as session:
        session.get_one(OfficerRecord, case.desk.karin).pay_limit_ore = 100
    with pytest.raises(NotAllowed, match="Karin Ek får attestera högst"):
        case.approve()
    assert payout(case).state is PayoutState.PLANNED


def test_papers_can_be_taken_out_and_put_back(case: CaseDriver) -> None:
    case.prepare()
    case.approve()
    made = payout(case).id
    case.payouts.cancel(case.award, "fel kontering")
    assert case.page().stage is Stage.GRANTED
    case.payouts.undo_cancel(made)
    record = payout(case)
    assert (record.state, record.attestation_id) == (PayoutState.PLANNED, None)
    case.payouts.cancel(case.award, "ändå fel")
    case.prepare()
    assert payout(case).end_to_end_id == "B-2026-001-2"
    with pytest.raises(NotAllowed, match="Inget bidrag är beviljat som väntar på utbetalning"):
        case.payouts.undo_cancel(made)


def test_booking_needs_an_account(case: CaseDriver) -> None:
    with pytest.raises(UserFacingError, match="Kontering saknas"):
        case.payouts.prepare(case.award, Booking(" "))


def test_a_changed_account_stops_the_approval(case: CaseDriver) -> None:
    case.prepare()
    with case.desk.store.writing() as session:
        session.scalars(select(PayoutAccountRecord)).one().attestation_id = None
    with pytest.raises(NotAllowed, match="Kontot har ändrats eller är inte bekräftat"):
        case.approve()


def test_an_account_that_no_longer_checks_out_stops_the_payment(case: CaseDriver) -> None:
    case.requisitions.revise(case.award, case.given(account=AccountInput(AccountKind.BANKGIRO, "991-2346")))
    case.requisitions.confirm_account(case.award, case.signed(case.desk.per))
    with case.desk.store.writing() as session:
        account = session.scalars(
            select(PayoutAccountRecord).where(PayoutAccountRecord.number == "991-2346")
        ).one()
        account.number = "991-2347"
    with pytest.raises(NotAllowed, match="Bankgiro 991-2347 har fel kontrollsiffra"):
        case.prepare()


def test_a_debt_after_the_decision_asks_for_the_jurists_answer(case: CaseDriver) -> None:
    owe(case.desk, from_kronor(41_200), date(2026, 1, 10))
    page = case.page()
    assert page.debt_after_decision.replace("\N{NO-BREAK SPACE}", " ") == (
        "Region Skåne har fått en obetald skuld efter beslutet: F-2025-014, 41 200 kr. "
        "Fråga jurist innan utbetalningen stoppas."
    )
    with pytest.raises(NotAllowed) as error:
        case.prepare()
    assert error.value.code == "R12"
    assert error.value.todo == "Ange juristens svar för att betala ut."
    case.payouts.prepare(case.award, BOOKING, "Juristen: betala ut, beslutet har inget villkor.")
    with pytest.raises(NotAllowed):
        case.approve()
    case.payouts.approve(case.award, case.signed(), "Juristen: betala ut.")
    case.confirm()
    assert case.page().debt_after_decision == ""


def test_a_debt_not_yet_due_is_no_question(case: CaseDriver) -> None:
    owe(case.desk, from_kronor(41_200), date(2026, 12, 10))
    assert case.page().debt_after_decision == ""
    case.prepare()


def test_the_database_holds_the_ceiling(case: CaseDriver) -> None:
    case.prepare()
    plain = payout(case)
    one_more = PayoutRecord(
        award_id=plain.award_id,
        decision_id=plain.decision_id,
        amount_ore=1,
        account=plain.account,
        end_to_end_id="en till",
        booking={},
        state=PayoutState.PLANNED,
        prepared_by=plain.prepared_by,
    )
    with (
        pytest.raises(NotAllowed, match="högre än det som är beviljat"),
        case.desk.store.writing() as session,
    ):
        session.add(one_more)

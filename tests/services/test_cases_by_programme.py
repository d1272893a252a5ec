"""Cases of the other four programmes over the real services: debts, first day to pay, stops and overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from support.debts import owe
from support.programme_desks import case_of, day, second_programme
from support.programme_facts import CSD, NKR, PMC, RSS_A, RSS_S
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.services import programme_setup
from sbdesk.store.records.parties import OperationHostRecord, OperationRecord
from sbdesk.store.records.programmes import ConditionRecord, ProgrammeRecord

EARLY = date(2026, 1, 15)


@pytest.fixture
def opened() -> Iterator[list[CaseDriver]]:
    made: list[CaseDriver] = []
    yield made
    for case in made:
        case.desk.store.close()


def make(opened: list[CaseDriver], place: Path, code: str) -> CaseDriver:
    case = case_of(place / "desk.sbd", code)
    opened.append(case)
    return case


def granted(case: CaseDriver) -> CaseDriver:
    for step in (case.receive, case.propose, case.decide, case.send_decision):
        step()
    return case


def words(case: CaseDriver) -> dict[str, str]:
    return {row.code: row.word for row in case.page().checks}


def offered(case: CaseDriver, act: Act) -> tuple[bool, str]:
    page = case.page()
    found = [action for action in (*page.menu, page.next_step) if action is not None and action.act is act]
    return (found[0].enabled, found[0].reason) if found else (False, "")


@pytest.mark.parametrize("code", [NKR, RSS_S, RSS_A])
def test_where_no_rule_says_so_a_debt_stops_neither_grant_nor_payment(
    opened: list[CaseDriver], tmp_path: Path, code: str
) -> None:
    case = make(opened, tmp_path, code)
    owe(case.desk, from_kronor(41_200), EARLY)
    case.receive()
    assert words(case)["R07"] == "Upplysning"
    case.propose()
    case.decide()
    case.send_decision()
    case.desk.clock.set(day(code, 1))
    assert case.page().debt_after_decision == ""
    case.prepare()
    case.approve()
    case.confirm()
    assert case.page().stage is Stage.PAID


def test_in_pmc_a_debt_stops_the_grant_but_never_the_refusal(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = make(opened, tmp_path, PMC)
    case.receive()
    case.propose()
    owe(case.desk, from_kronor(41_200), EARLY)
    with pytest.raises(NotAllowed) as error:
        case.decide()
    assert error.value.code == "F14"
    case.decisions.return_proposal(case.award, "skuld")
    case.decisions.propose_refusal(case.award, "Obetald skuld.", case.desk.karin)
    case.decide()
    assert case.page().stage is Stage.REFUSED


def test_in_pmc_a_new_debt_is_asked_about_again_at_approval(opened: list[CaseDriver], tmp_path: Path) -> None:
    case = granted(make(opened, tmp_path, PMC))
    case.prepare()
    owe(case.desk, from_kronor(41_200), EARLY)
    rows = {row.code: row for row in case.page().checks}
    assert (rows["R12"].word, rows["R12"].needs_reason) == ("Avvikelse", False)
    assert "obetald skuld" in rows["R12"].quote
    with pytest.raises(NotAllowed) as error:
        case.approve()
    assert (error.value.code, error.value.todo) == ("R12", "Ange juristens svar för att betala ut.")
    assert offered(case, Act.STOP_PAYOUT) == (
        False,
        "Beslutet har inget villkor om att utbetalningen får stoppas. "
        "Fråga jurist innan utbetalningen stoppas.",
    )
    with pytest.raises(NotAllowed, match="inget villkor"):
        case.payouts.stop(case.award, "skuld")


@pytest.mark.parametrize(("code", "earliest"), [(RSS_S, "2 april 2026"), (RSS_A, "16 april 2026")])
def test_rss_is_prepared_and_approved_only_after_the_last_day(
    opened: list[CaseDriver], tmp_path: Path, code: str, earliest: str
) -> None:
    case = granted(make(opened, tmp_path, code))
    enabled, reason = offered(case, Act.PREPARE_PAYOUT)
    assert not enabled
    sentence = "”Betalningen kommer ske efter sista rekvireringsdatum.” ("
    assert reason.startswith(f"Utbetalning kan göras tidigast {earliest}. {sentence}")
    assert reason.endswith("Invänta den dagen.")
    with pytest.raises(NotAllowed, match=f"tidigast {earliest}"):
        case.prepare()
    assert words(case)["R11"] == "Stopp"
    case.desk.clock.set(day(code, 1))
    assert words(case)["R11"] == "OK"
    case.prepare()
    case.desk.clock.set(day(code))
    with pytest.raises(NotAllowed, match=f"tidigast {earliest}"):
        case.approve()
    case.desk.clock.set(day(code, 1))
    case.approve()


def test_where_an_officer_has_made_the_last_day_a_note_it_stops_nothing(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = granted(make(opened, tmp_path, RSS_S))
    with case.desk.store.writing() as session:
        condition = session.scalars(select(ConditionRecord).where(ConditionRecord.rule_code == "R11")).one()
        condition.severity = Level.NOTE
    assert words(case)["R11"] == "Upplysning"
    case.prepare()


@pytest.mark.parametrize("code", [CSD, NKR, PMC])
def test_the_others_are_paid_before_the_last_day(opened: list[CaseDriver], tmp_path: Path, code: str) -> None:
    case = granted(make(opened, tmp_path, code))
    assert "R11" not in words(case)
    case.prepare()


def test_a_regulation_lets_rss_socialtjanst_stop_and_release_a_payment(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = granted(make(opened, tmp_path, RSS_S))
    case.desk.clock.set(day(RSS_S, 1))
    case.prepare()
    with pytest.raises(Exception, match="Skäl saknas"):
        case.payouts.stop(case.award, " ")
    case.payouts.stop(case.award, "grund för återbetalning utreds", command_id="s")
    page = case.page()
    assert page.stage is Stage.PAYOUT_HELD
    assert page.status.words == "Utbetalning stoppad tills vidare: grund för återbetalning utreds"
    assert page.next_step is not None
    assert page.next_step.act is Act.RELEASE_PAYOUT
    with pytest.raises(NotAllowed, match="Utbetalningen är stoppad tills vidare"):
        case.approve()
    case.payouts.release(case.award, "ingen grund")
    assert case.page().stage is Stage.PAYOUT_PLANNED
    case.payouts.stop(case.award, "ny uppgift")
    case.payouts.cancel(case.award, "tas ur")
    assert case.page().stage is Stage.PAYOUT_HELD
    with pytest.raises(NotAllowed, match="Ingen utbetalning är förberedd"):
        case.payouts.cancel(case.award, "igen")
    case.payouts.release(case.award, "klart")
    assert case.page().stage is Stage.GRANTED


def test_the_same_operation_in_another_programme_is_told_but_not_for_the_rss_pair(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = make(opened, tmp_path, RSS_S)
    other = second_programme(case.desk, RSS_A)
    case.receive()
    assert words(case)["R10"] == "OK"
    with case.desk.store.writing() as session:
        for condition in session.scalars(select(ConditionRecord).where(ConditionRecord.rule_code == "R10")):
            condition.parameters = {"tags": ["rss"]}
        short = session.get_one(ProgrammeRecord, other.programme).short_title
    row = next(row for row in case.page().checks if row.code == "R10")
    assert (row.word, row.needs_reason) == ("Upplysning", False)
    assert f"har också rekvirerat {short} för samma verksamhet (RSS Provlän)" in row.text
    assert "annat offentligt stöd" in row.quote
    case.propose()


def test_a_shared_kind_of_support_is_told_and_an_ended_requisition_is_not(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = make(opened, tmp_path, CSD)
    other = CaseDriver(second_programme(case.desk, RSS_A))
    with case.desk.store.writing() as session:
        for condition in session.scalars(select(ConditionRecord).where(ConditionRecord.rule_code == "R10")):
            condition.parameters = {"tags": ["stödstruktur"]}
    case.receive()
    text = next(row.text for row in case.page().checks if row.code == "R10")
    assert "för liknande åtgärder" in text
    other.withdraw()
    assert words(case)["R10"] == "OK"


def test_an_operation_that_another_region_ran_that_day_is_told(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = make(opened, tmp_path, CSD)
    with case.desk.store.writing() as session:
        operation = session.scalars(select(OperationRecord).where(OperationRecord.code == "CSD Syd")).one()
        for host in session.scalars(
            select(OperationHostRecord).where(OperationHostRecord.operation_id == operation.id)
        ):
            host.recipient_id = programme_setup.recipient_named(session, "Region Halland").id
    case.receive()
    row = next(row for row in case.page().checks if row.code == "R01")
    assert row.word == "Upplysning"
    assert "hade Region Halland som huvudman den 15 juli 2026" in row.text


def test_the_same_amount_elsewhere_is_told_with_or_without_the_same_account(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = make(opened, tmp_path, RSS_S)
    other = second_programme(case.desk, RSS_A)
    amount = CaseDriver(other).page().requested_ore or 0
    case.receive(amounts=dict.fromkeys(case.components(), amount))
    assert "samma belopp till samma konto i" in next(r.text for r in case.page().checks if r.code == "R08")
    case.requisitions.revise(
        case.award, case.given(amounts=dict.fromkeys(case.components(), amount), account=None)
    )
    assert "samma belopp i" in next(r.text for r in case.page().checks if r.code == "R08")


def test_a_payment_needs_its_booking_also_when_a_debt_is_answered(
    opened: list[CaseDriver], tmp_path: Path
) -> None:
    case = granted(make(opened, tmp_path, PMC))
    owe(case.desk, from_kronor(41_200), EARLY)
    case.payouts.prepare(case.award, BOOKING, "Juristen: betala ut.")
    case.payouts.approve(case.award, case.signed(), "Juristen: betala ut.")

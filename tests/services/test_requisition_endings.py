"""Refused, dismissed, written off, withdrawn, filed anew: every way a requisition ends, and what follows."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.claiming import text_of
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import PAGE, CaseDriver

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage, WaitsFor
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord
from sbdesk.store.records.office import EventRecord

LATE = date(2026, 7, 16)
"""The day after the last one of CSD."""


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    decide_appeal(desk)
    return CaseDriver(desk)


def state(case: CaseDriver) -> RequisitionState:
    with case.desk.store.reading() as session:
        newest = select(RequisitionRecord.state).order_by(RequisitionRecord.id.desc()).limit(1)
        return session.scalars(newest).one()


def decision(case: CaseDriver) -> tuple[DecisionKind, list[int]]:
    with case.desk.store.reading() as session:
        made = session.scalars(select(DecisionRecord)).one()
        lines = session.scalars(select(DecisionLineRecord.granted_ore))
        return made.kind, list(lines)


def offered(case: CaseDriver) -> set[Act]:
    page = case.page()
    found = [*page.menu, *([page.next_step] if page.next_step else [])]
    return {action.act for action in found if action.enabled}


def test_a_dismissal_needs_reasons_and_grants_nothing(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(UserFacingError) as error:
        case.decisions.propose_dismissal(case.award, " ", case.desk.karin)
    assert error.value.code == "F15"
    done = case.decisions.propose_dismissal(case.award, "Inkom från fel myndighet.", case.desk.karin)
    assert done.message == "Förslaget om avvisning är lämnat för beslut."
    made = case.decisions.register_signed(case.award, case.signed())
    assert made.message == "Rekvisitionen är avvisad. Beslut B-2026-001 är fattat och brevet är skapat."
    assert (state(case), decision(case)) == (RequisitionState.DISMISSED, (DecisionKind.DISMISS, [0]))
    page = case.page()
    assert (page.stage, page.status.words) == (Stage.REFUSED, "Avvisad")
    assert "Inkom från fel myndighet." in text_of(case.desk, made.id)
    assert {Act.MARK_SENT, Act.REGISTER} <= offered(case)


def test_a_stop_never_hinders_dismissal_write_off_or_refusal(case: CaseDriver) -> None:
    case.receive(account=None, contact_name="")
    assert case.page().status.level.value == "stop"
    assert {Act.PROPOSE_REFUSAL, Act.PROPOSE_DISMISSAL, Act.WRITE_OFF_CASE} <= offered(case)
    assert Act.PROPOSE not in offered(case)
    case.decisions.propose_dismissal(case.award, "Skäl.", case.desk.karin)
    case.decide()


def test_a_withdrawn_case_is_written_off_without_reasons_of_the_officers_own(case: CaseDriver) -> None:
    case.receive()
    case.desk.clock.set(date(2026, 6, 12))
    case.requisitions.withdraw(case.award, PAGE, date(2026, 6, 11))
    page = case.page()
    assert page.status.words == "Återkallad av mottagaren: handläggaren skriver av ärendet"
    assert page.status.waits_for is WaitsFor.OFFICER
    assert page.next_step is not None
    assert page.next_step.act is Act.WRITE_OFF_CASE
    case.decisions.propose_write_off(case.award, "", case.desk.karin)
    case.decisions.return_proposal(case.award, "diarieför återkallelsen först")
    assert state(case) is RequisitionState.WITHDRAWN
    case.decisions.propose_write_off(case.award, "", case.desk.karin)
    made = case.decisions.register_signed(case.award, case.signed())
    assert made.message.startswith("Ärendet är avskrivet. Beslut B-2026-001")
    assert (state(case), decision(case)) == (RequisitionState.WRITTEN_OFF, (DecisionKind.WRITE_OFF_CASE, [0]))
    assert case.page().status.words == "Avskrivet"
    assert "11 juni 2026" in text_of(case.desk, made.id)


def test_without_object_a_case_is_written_off_for_reasons(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(UserFacingError) as error:
        case.decisions.propose_write_off(case.award, "")
    assert error.value.code == "F15"
    case.decisions.propose_write_off(case.award, "Regionen har lagt ner verksamheten.")
    case.decide()
    assert case.page().stage is Stage.ENDED


@pytest.mark.parametrize("day", [date(2026, 6, 9), date(2026, 6, 13)])
def test_a_withdrawal_lies_between_receipt_and_today(case: CaseDriver, day: date) -> None:
    case.receive()
    case.desk.clock.set(date(2026, 6, 12))
    with pytest.raises(UserFacingError, match="kan inte ha återkallats"):
        case.requisitions.withdraw(case.award, PAGE, day)
    assert case.page().stage is Stage.CHECKING


def test_a_reopened_requisition_has_not_been_withdrawn(case: CaseDriver) -> None:
    case.receive()
    case.withdraw()
    case.requisitions.reopen(case.award, "Regionen vill ändå ha bidraget.")
    with case.desk.store.reading() as session:
        assert session.scalars(select(RequisitionRecord.withdrawn_on)).one() is None


def test_the_account_of_an_ended_case_is_not_confirmed_by_the_decision(case: CaseDriver) -> None:
    case.receive()
    case.decisions.propose_dismissal(case.award, "Skäl.", case.desk.karin)
    case.decide()
    assert not case.page().account_confirmed


@pytest.mark.parametrize("end", ["refuse", "dismiss", "write_off"])
def test_in_time_a_new_requisition_is_taken_up_as_it_is(case: CaseDriver, end: str) -> None:
    case.receive()
    if end == "refuse":
        case.refuse()
    elif end == "dismiss":
        case.decisions.propose_dismissal(case.award, "Skäl.", case.desk.karin)
        case.decide()
    else:
        case.withdraw()
        case.write_off()
    case.receive()
    assert case.page().stage is Stage.CHECKING
    assert case.page().timeline[0].what == "Ny rekvisition registrerad"


def test_out_of_time_a_new_one_needs_the_officers_reason_and_is_not_asked_about_again(
    case: CaseDriver,
) -> None:
    case.receive()
    case.withdraw()
    case.desk.clock.set(LATE)
    with pytest.raises(UserFacingError) as error:
        case.receive()
    assert error.value.code == "needs_exception"
    assert "9 juni 2026 till 15 juli 2026" in error.value.what
    assert case.page().stage is Stage.WITHDRAWN
    case.receive(exception=" Återkallelsen skickades av misstag. ")
    page = case.page()
    late = next(row for row in page.checks if row.code == "R02")
    assert (late.word, late.reason) == ("Avvikelse", "Återkallelsen skickades av misstag.")
    with case.desk.store.reading() as session:
        filed = session.scalars(select(EventRecord).where(EventRecord.verb == "file_anew")).one()
    assert filed.reason == "Återkallelsen skickades av misstag."
    case.propose(reasons="Återkallelsen skickades av misstag.")


def test_a_reason_given_in_time_only_stands_in_the_timeline(case: CaseDriver) -> None:
    case.receive()
    case.withdraw()
    case.receive(exception="rättad uppgift")
    assert "rättad uppgift" in case.page().timeline[0].detail


def test_the_reason_answers_the_lateness_and_nothing_else(case: CaseDriver) -> None:
    case.receive()
    case.withdraw()
    case.desk.clock.set(LATE)
    twice = {key: 2 * ore for key, ore in case.granted_in_full().items()}
    case.receive(amounts=twice, exception="Återkallelsen skickades av misstag.")
    asked = {row.code: row.needs_reason for row in case.page().checks if row.word == "Avvikelse"}
    assert asked == {"R02": False, "R04": True}


def test_where_no_days_are_decided_a_new_requisition_is_taken_up(
    case: CaseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sbdesk.domain.programme import ProgrammeDefinition

    case.receive()
    case.withdraw()
    case.desk.clock.set(LATE)
    known = ProgrammeDefinition.day
    monkeypatch.setattr(
        ProgrammeDefinition, "day", lambda self, name: None if name == "opens" else known(self, name)
    )
    case.receive()
    late = next(row for row in case.page().checks if row.code == "R02")
    assert (late.word, late.text) == ("Inte kontrollerat", "Rekvisitionstiden är inte beslutad.")


def test_a_first_late_requisition_is_judged_with_a_reason(case: CaseDriver) -> None:
    case.desk.clock.set(LATE)
    case.receive()
    with pytest.raises(NotAllowed, match="1 avvikelse saknar skäl"):
        case.propose(reasons="E-tjänsten låg nere.")
    case.requisitions.explain(case.award, {"R02": "E-tjänsten låg nere."})
    case.propose(reasons="E-tjänsten låg nere.")
    case.decide()
    assert case.page().stage is Stage.GRANTED


def test_cases_are_handed_over_with_an_event_each(case: CaseDriver) -> None:
    other = CaseDriver(case.desk, "Region Stockholm")
    case.receive()
    other.receive(case_number="9.1-1002/2026")
    done = case.requisitions.hand_over(case.desk.per, command_id="h")
    assert case.requisitions.hand_over(case.desk.per, command_id="h") == done
    assert (done.message, done.id) == ("Du har lämnat över 2 ärenden.", 2)
    assert {case.page().assignee, other.page().assignee} == {"Per Lund"}
    assert case.page().timeline[0].what == "Ärendet överlämnat till en annan handläggare"
    assert case.requisitions.hand_over(case.desk.per).message == "Du har lämnat över 0 ärenden."


def test_cases_are_not_handed_to_somebody_with_jav(case: CaseDriver) -> None:
    other = CaseDriver(case.desk, "Region Stockholm")
    case.receive()
    other.receive(case_number="9.1-1002/2026")
    case.requisitions.report_disqualification(other.award, "släkt", case.desk.per)
    with pytest.raises(NotAllowed, match="Per Lund har anmält jäv för Region Stockholm"):
        case.requisitions.hand_over(case.desk.per)
    assert case.page().assignee == other.page().assignee == "Anna Berg"
    case.requisitions.assign(other.award, None)
    assert case.requisitions.hand_over(case.desk.per).message == "Du har lämnat över ett ärende."


def test_a_closed_case_is_nobodys_to_assign(case: CaseDriver) -> None:
    case.close()
    with pytest.raises(NotAllowed, match="Ärendet är avslutat"):
        case.requisitions.assign(case.award, case.desk.per)

"""A change after sign-off waits for a second person, then sends what is undecided back to its checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk, decide_appeal
from support.programme_bench import Bench
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import FactStatus, FactValue, Quote
from sbdesk.domain.programme_state import AmendmentState
from sbdesk.domain.requisition import RequisitionState
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.programmes import ConditionRecord
from sbdesk.store.records.reports import ExpectedReportRecord


@pytest.fixture
def opened(desk: OpenDesk) -> Bench:
    """CSD 2026, open."""
    return Bench(desk, desk.anna, desk.programme)


def moved(bench: Bench, name: str, value: date) -> FactValue:
    quote = Quote("Ändrad anvisning", (f"Ny dag är {value.isoformat()}.",))
    return replace(bench.row(name).fact, value=value, status=FactStatus.STATED, quote=quote)


def propose(bench: Bench, name: str = "closes", value: date = date(2026, 7, 31)) -> int:
    row = bench.row(name)
    made = bench.editing.amend_fact(
        bench.programme, row.revision, moved(bench, name, value), "Myndigheten har förlängt tiden."
    )
    assert made.id is not None
    return made.id


def confirm(bench: Bench, amendment: int) -> str:
    return bench.editing.confirm_amendment(amendment, bench.desk.signed_by(bench.desk.karin)).message


def state_of(desk: OpenDesk, award: int) -> RequisitionState:
    with desk.store.reading() as session:
        found = session.scalars(select(RequisitionRecord).where(RequisitionRecord.award_id == award)).one()
        return found.state


def test_nothing_changes_until_a_second_person_confirms(opened: Bench) -> None:
    amendment = propose(opened)
    row = opened.row("closes")
    assert (row.value, row.waiting) == ("15 juli 2026", True)
    (told,) = opened.page().amendments
    assert told.status == "Väntar på en andra person: bekräfta ändringen"
    assert told.former.startswith("15 juli 2026 · Står i anvisningen")
    assert told.proposed == "31 juli 2026 · Står i anvisningen · ”Ny dag är 2026-07-31.”"
    assert told.reason == "Myndigheten har förlängt tiden. (Anna Berg)"
    with pytest.raises(NotAllowed) as same:
        opened.editing.confirm_amendment(amendment, opened.desk.signed_by(opened.desk.anna))
    assert same.value.code == "F13"
    assert confirm(opened, amendment) == "Ändringen gäller."
    row = opened.row("closes")
    assert (row.value, row.waiting, row.revision, row.confirmed_by) == ("31 juli 2026", False, 2, "Anna Berg")
    (told,) = opened.page().amendments
    assert told.state is AmendmentState.CONFIRMED
    assert len(told.outcome) == 6
    assert {one.meaning for one in told.outcome} == {"Ingen rekvisition att kontrollera"}
    with pytest.raises(Conflict, match="väntar inte längre"):
        confirm(opened, amendment)


def test_a_change_says_why_and_waits_alone(opened: Bench) -> None:
    row = opened.row("closes")
    fact = moved(opened, "closes", date(2026, 7, 31))
    with pytest.raises(UserFacingError) as silent:
        opened.editing.amend_fact(opened.programme, row.revision, fact, " ")
    assert silent.value.code == "why"
    with pytest.raises(UserFacingError) as bare:
        opened.editing.amend_fact(opened.programme, row.revision, replace(fact, quote=None), "skäl")
    assert bare.value.code == "quote"
    first = propose(opened)
    with pytest.raises(Conflict, match="väntar redan på en andra person"):
        propose(opened)
    opened.editing.withdraw_amendment(first)
    assert [one.status for one in opened.page().amendments] == ["Återtagen"]
    propose(opened)
    with pytest.raises(Conflict) as stale:
        opened.editing.amend_fact(opened.programme, 7, fact, "skäl")
    assert stale.value.code == "F12"


def test_a_draft_is_edited_and_not_amended(bench: Bench) -> None:
    with pytest.raises(NotAllowed, match="ett utkast"):
        propose(bench)


def test_ready_requisitions_go_back_and_decided_ones_stay(opened: Bench, desk: OpenDesk) -> None:
    decide_appeal(desk)
    awards = {name: desk.award(name) for name in ("Region Skåne", "Region Uppsala", "Region Stockholm")}
    cases = {name: CaseDriver(desk, name) for name in (*awards, "Region Västerbotten")}
    for case in cases.values():
        case.receive()
    cases["Region Skåne"].propose()
    cases["Region Skåne"].decide()
    cases["Region Uppsala"].requisitions.clear(awards["Region Uppsala"])
    cases["Region Stockholm"].propose()
    message = confirm(opened, propose(opened))
    assert message == (
        "Ändringen gäller. 1 rekvisitioner ska kontrolleras igen. "
        "1 fattade beslut gäller som de är; omprövning kan öppnas."
    )
    assert state_of(desk, awards["Region Uppsala"]) is RequisitionState.RECEIVED
    assert state_of(desk, awards["Region Skåne"]) is RequisitionState.DECIDED
    assert state_of(desk, awards["Region Stockholm"]) is RequisitionState.PROPOSED
    (told,) = opened.page().amendments
    meaning = {one.recipient: one.meaning for one in told.outcome}
    assert meaning["Region Skåne"] == "Beslutad: beslutet gäller som det är, omprövning kan öppnas"
    assert meaning["Region Uppsala"] == "Rekvisitionen var klar för beslut: kontrolleras igen"
    assert meaning["Region Stockholm"] == "Lämnad för beslut: kontrolleras igen när beslutet fattas"
    assert meaning["Region Västerbotten"] == "Rekvisitionen kontrolleras: ändringen är med i kontrollerna"
    assert [one.recipient for one in told.outcome if one.decided] == ["Region Skåne"]


def test_the_day_to_report_reaches_the_reports_that_wait(opened: Bench, desk: OpenDesk) -> None:
    own = desk.award("Region Skåne")
    with desk.store.writing() as session:
        report = session.scalars(
            select(ExpectedReportRecord).where(ExpectedReportRecord.award_id == own)
        ).one()
        report.due_on = date(2027, 3, 1)
    confirm(opened, propose(opened, "report_due", date(2027, 1, 31)))
    with desk.store.reading() as session:
        days = {one.award_id: one.due_on for one in session.scalars(select(ExpectedReportRecord))}
    assert days.pop(own) == date(2027, 3, 1), "a day of its own stays"
    assert set(days.values()) == {date(2027, 1, 31)}
    row = opened.row("report_due")
    undecided = replace(row.fact, value=None, status=FactStatus.NOT_YET_DECIDED)
    made = opened.editing.amend_fact(opened.programme, row.revision, undecided, "Dagen är indragen.")
    assert made.id is not None
    confirm(opened, made.id)
    with desk.store.reading() as session:
        left = {one.award_id: one.due_on for one in session.scalars(select(ExpectedReportRecord))}
    assert {day for award, day in left.items() if award != own} == {None}


def test_the_former_check_is_kept_when_a_fact_loses_its_ground(opened: Bench) -> None:
    row = opened.row("debt_rule")
    silent = replace(row.fact, value=None, status=FactStatus.NOT_STATED, quote=None)
    made = opened.editing.amend_fact(opened.programme, row.revision, silent, "Regeln är struken.")
    assert made.id is not None
    confirm(opened, made.id)
    found = next(one for one in opened.page().conditions if one.rule == "R07")
    assert found.level is Level.NOTE
    with opened.desk.store.reading() as session:
        rows = session.scalars(
            select(ConditionRecord)
            .where(ConditionRecord.programme_id == opened.programme, ConditionRecord.rule_code == "R07")
            .order_by(ConditionRecord.id)
        )
        kept = [(one.severity, one.from_on, one.to_on) for one in rows]
    today = opened.desk.clock.today()
    assert kept == [(Level.STOP, date(2026, 1, 1), today), (Level.NOTE, today, None)]
    row = opened.row("debt_rule")
    again = replace(row.fact, value=True, status=FactStatus.STATED, quote=Quote("Skulder", ("Ingen skuld.",)))
    made = opened.editing.amend_fact(opened.programme, row.revision, again, "Regeln är åter.")
    assert made.id is not None
    confirm(opened, made.id)
    found = next(one for one in opened.page().conditions if one.rule == "R07")
    assert (found.level, found.quote) == (Level.STOP, "Ingen skuld.")


def test_a_change_of_something_that_has_moved_is_refused(opened: Bench) -> None:
    from sbdesk.services.programme_setup import fact_record

    amendment = propose(opened)
    with opened.desk.store.writing() as session:
        session.add(fact_record(opened.programme, opened.desk.per, opened.row("closes").fact, 2))
    with pytest.raises(Conflict) as stale:
        confirm(opened, amendment)
    assert stale.value.code == "F12"

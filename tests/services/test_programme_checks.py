"""P08 and P09 over cases in the database: what counts as undecided, unpaid and old."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.changing import ChangeDriver
from support.desk import OpenDesk
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.domain.findings import Finding
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.programme_checks import programme_findings
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.store.records.awards import RequisitionRecord

NOVEMBER = date(2026, 11, 2)
AFTER_SIX_MONTHS = date(2026, 12, 11)


def findings(desk: OpenDesk, today: date) -> list[Finding]:
    with desk.store.reading() as session:
        definition = stored_definition(session, desk.programme)
        found = programme_findings(session, desk.programme, definition, today)
    return [it for it in found if it.code in ("P08", "P09")]


def left(desk: OpenDesk) -> list[tuple[object, object, int | None]]:
    return [(it.evidence["undecided"], it.evidence["unpaid"], it.ore) for it in findings(desk, NOVEMBER)]


def test_the_text_comes_before_what_is_left_to_do(desk: OpenDesk) -> None:
    CaseDriver(desk).receive()
    with desk.store.reading() as session:
        definition = stored_definition(session, desk.programme)
        found = programme_findings(session, desk.programme, definition, AFTER_SIX_MONTHS)
    assert [it.code for it in found] == ["P02", "P04", "P08", "P09"]


@pytest.mark.parametrize("stage", [Stage.CHECKING, Stage.INCOMPLETE, Stage.PROPOSED])
def test_a_requisition_without_decision_is_told(desk: OpenDesk, stage: Stage) -> None:
    case = CaseDriver(desk).bring_to(stage)
    assert left(desk) == [(1, 0, None)]
    (_, old) = findings(desk, AFTER_SIX_MONTHS)
    assert (old.code, old.subject.kind, old.subject.id) == ("P09", "award", case.award)
    assert old.text.startswith("Rekvisitionen från Region Skåne kom in den 10 juni 2026")


def test_nothing_is_told_where_nobody_has_requisitioned(desk: OpenDesk) -> None:
    assert left(desk) == []
    assert findings(desk, AFTER_SIX_MONTHS) == []


def test_a_grant_is_told_until_it_is_paid(desk: OpenDesk) -> None:
    case = CaseDriver(desk).bring_to(Stage.GRANTED)
    assert left(desk) == [(0, 1, from_kronor(6_000_000))]
    case.payouts.prepare(case.award, BOOKING)
    case.approve()
    case.payouts.confirm(case.award, case.desk.clock.today())
    assert left(desk) == []
    assert findings(desk, AFTER_SIX_MONTHS) == []


def test_a_decision_that_is_to_be_changed_does_not_wait_again(desk: OpenDesk) -> None:
    case = ChangeDriver(desk).granted(sent=False)
    case.prepare(unheard_reason="regionen själv har bett om ändringen")
    case.changes.propose(case.award, desk.karin)
    with desk.store.reading() as session:
        states = set(session.scalars(select(RequisitionRecord.state)))
    assert states == {RequisitionState.PROPOSED}
    assert left(desk) == [(0, 1, from_kronor(6_000_000))]

"""Nobody signs off what they have entered or changed themselves, in whatever part of the programme it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest
from support.programme_bench import Bench, own_fact

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    Component,
    Condition,
    GroundBasis,
    Modality,
    RecoveryGround,
    VerdictCause,
)
from sbdesk.services.allotments import AllotmentsService
from sbdesk.services.allotments_rows import ShareInput
from sbdesk.services.programmes import AppealInput

Way: TypeAlias = Callable[[Bench], None]

PART = Component("del", "Del", 5_000_000, AllotmentMethod.DECIDED, "floor", False, None, ())
GROUND = RecoveryGround("unused", "Inte använt", Modality.SHALL, "recovery_unused", (VerdictCause.DUPLICATE,))


def _fact(bench: Bench) -> None:
    bench.state("closes", date(2026, 9, 1))


def _new_fact(bench: Bench) -> None:
    bench.editing.add_fact(bench.programme, own_fact("eget_ändamål"))


def _component(bench: Bench) -> None:
    row = bench.page().components[0]
    bench.editing.save_component(bench.programme, (row.id, row.version), replace(PART, label="Delen"))


def _ground(bench: Bench) -> None:
    row = bench.page().grounds[0]
    given = replace(GROUND, label="Medel som inte är använda")
    bench.editing.save_ground(bench.programme, (row.id, row.version), given)


def _condition(bench: Bench) -> None:
    row = next(row for row in bench.page().conditions if row.rule == "L01")
    given = Condition("L01", Level.NOTE, GroundBasis.NONE, enabled=not row.enabled)
    bench.editing.save_condition(bench.programme, (row.id, row.version), given)


def _appeal(bench: Bench) -> None:
    row = bench.page().appeals[0]
    given = AppealInput(AppealAllowed.YES, ThreeWeeksFrom.RECEIVED, "Så här överklagar ni.", "jurist NN")
    bench.programmes.set_appeal_rule(row.id, row.version, given)


def _allotment(bench: Bench) -> None:
    allotments = AllotmentsService(bench.desk.work_of(bench.officer))
    page = allotments.page(bench.programme)
    given = ShareInput(page.recipients[0][0], decided_ore=100_000, source="Beslut i juni, ÖVNINGSDATA")
    allotments.save_share(page.components[0].id, given)


@pytest.fixture
def ready(bench: Bench) -> Bench:
    """A draft with one of each, by Anna, and every fact compared."""
    bench.state("recovery_unused", "Inte använt", "Medel som inte använts ska betalas tillbaka.")
    bench.editing.save_ground(bench.programme, None, GROUND)
    bench.editing.save_component(bench.programme, None, PART)
    return bench


def confirmed(bench: Bench) -> None:
    bench.editing.confirm_unstated(bench.programme)
    for row in bench.page().facts:
        if not row.confirmed_by:
            bench.editing.confirm_fact(row.id)


WAYS = (_fact, _new_fact, _component, _ground, _condition, _appeal, _allotment)


@pytest.mark.parametrize("way", WAYS)
def test_who_changes_any_part_of_the_draft_does_not_sign_it_off(ready: Bench, way: Way) -> None:
    desk = ready.desk
    way(ready.of(desk.per))
    confirmed(ready)
    assert ready.page().preparers == (desk.per, desk.anna)
    with pytest.raises(NotAllowed, match="Per Lund har lagt in eller ändrat uppgifterna") as refused:
        ready.programmes.sign_off(ready.programme, desk.signed_by(desk.per))
    assert refused.value.code == "F13"
    ready.programmes.sign_off(ready.programme, desk.signed_by(desk.karin))


def test_the_count_begins_anew_after_each_sign_off(ready: Bench) -> None:
    desk = ready.desk
    _appeal(ready.of(desk.per))
    confirmed(ready)
    ready.programmes.sign_off(ready.programme, desk.signed_by(desk.karin))
    assert ready.page().preparers == ()
    ready.editing.redraft(ready.programme)
    _allotment(ready.of(desk.karin))
    assert ready.page().preparers == (desk.karin, desk.anna)
    ready.programmes.sign_off(ready.programme, desk.signed_by(desk.per))


def test_a_proposal_to_change_a_signed_fact_makes_a_preparer(ready: Bench) -> None:
    desk = ready.desk
    confirmed(ready)
    ready.programmes.sign_off(ready.programme, desk.signed_by(desk.karin))
    row = ready.row("recovery_unused")
    changed = replace(row.fact, value="Inte alls använt")
    ready.of(desk.per).editing.amend_fact(ready.programme, row.revision, changed, "Skrivfel")
    (waiting,) = ready.page().amendments
    ready.editing.confirm_amendment(waiting.id, desk.signed_by(desk.anna))
    ready.editing.redraft(ready.programme)
    assert ready.page().preparers == (desk.anna, desk.per)

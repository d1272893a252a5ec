"""A programme from nothing and one after last year's: what is there, and what is left to confirm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.desk import OpenDesk
from support.programme_bench import SIXTH, Bench

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import EligibleKind, FactStatus, GroundBasis
from sbdesk.domain.programme_state import ProgrammeOrigin, ProgrammeState
from sbdesk.services.programme_editing import ProgrammeEditingService
from sbdesk.services.programmes import ProgrammesService


def test_an_empty_programme_shows_what_it_lacks(bench: Bench) -> None:
    page = bench.page()
    assert (page.row.short_title, page.row.year, page.recipient_kind) == (
        "Kommun 2026",
        2026,
        EligibleKind.MUNICIPALITY,
    )
    assert (page.case_number, page.origin, page.row.state) == (
        "9.1-1/2026",
        ProgrammeOrigin.EMPTY,
        ProgrammeState.DRAFT,
    )
    assert page.row.status == "Utkast – inte granskat"
    assert page.confirmed == 0
    assert {row.status for row in page.facts} == {FactStatus.NOT_STATED, FactStatus.LAW}
    assert {row.name for row in page.facts if row.status is FactStatus.LAW} == {
        "law_hearing",
        "law_change",
        "law_disqualification",
        "law_interest",
    }
    assert {"total", "closes", "invoice_over", "report_due"} <= {row.name for row in page.facts}
    assert not any(row.own for row in page.facts)
    assert len(page.appeals) == 10
    assert not page.components
    assert not page.grounds


def test_nothing_stops_on_a_rule_that_the_instruction_has_not_given(bench: Bench) -> None:
    rules = {row.rule: row for row in bench.page().conditions}
    for code in ("R01", "R02", "R05", "R07", "L01", "K01"):
        assert (rules[code].level, rules[code].basis) == (Level.NOTE, GroundBasis.NONE)
    assert (rules["R08"].level, rules["R08"].basis) == (Level.STOP, GroundBasis.ARITHMETIC)
    assert (rules["K02"].level, rules["K02"].basis) == (Level.STOP, GroundBasis.LAW)
    assert not rules["R11"].enabled
    assert not rules["R12"].enabled


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("title", {"title": " "}),
        ("short_title", {"short_title": ""}),
        ("year", {"year": 26}),
        ("code", {"code": "Kommun 2026"}),
        ("short_title", {"short_title": "PMC/2026"}),
        ("short_title", {"short_title": "PMC\\2026"}),
        ("short_title", {"short_title": "PMC: 2026"}),
        ("short_title", {"short_title": ".PMC 2026"}),
        ("short_title", {"short_title": "P" * 61}),
        ("title", {"title": "P" * 201}),
        ("code", {"code": "p" * 61}),
        ("case_number", {"case_number": "9" * 61}),
    ],
)
def test_a_name_that_cannot_be_used_names_its_field(
    desk: OpenDesk, field: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(UserFacingError) as refused:
        ProgrammeEditingService(desk.work).create_empty(replace(SIXTH, **wrong))  # type: ignore[arg-type]
    assert refused.value.code == field


def test_a_code_is_taken_once(bench: Bench) -> None:
    with pytest.raises(Conflict, match="finns redan ett statsbidrag med beteckningen kommun-2026"):
        bench.editing.create_empty(SIXTH)


def test_a_short_name_is_taken_once(bench: Bench) -> None:
    version = bench.page().version
    other = replace(SIXTH, code="annan-2026")
    for call in (
        lambda: bench.editing.create_empty(other),
        lambda: bench.editing.copy_year(bench.programme, other),
    ):
        with pytest.raises(Conflict, match="finns redan ett statsbidrag med kortnamnet Kommun 2026"):
            call()
    with pytest.raises(Conflict, match="kortnamnet CSD 2026") as taken:
        bench.editing.change_identity(bench.programme, version, replace(SIXTH, short_title=" CSD 2026"))
    assert taken.value.code == "short_title"


def test_the_same_command_makes_one_programme(desk: OpenDesk) -> None:
    service = ProgrammeEditingService(desk.work)
    assert service.create_empty(SIXTH, "c1").id == service.create_empty(SIXTH, "c1").id
    assert len(ProgrammesService(desk.work).rows()) == 2


def test_next_year_moves_the_days_and_leaves_the_quotes(copied: Bench) -> None:
    closes = copied.row("closes")
    assert closes.fact.value == date(2027, 7, 15)
    assert closes.status is FactStatus.STATED
    assert closes.quote is None
    assert closes.heading == "Hur gör ni en rekvisition?"
    assert closes.former_quote == "Sista dag att rekvirera är den 15 juli 2026."
    page = copied.page()
    assert page.confirmed == 0
    assert page.predecessor == "CSD 2026"
    assert page.origin is ProgrammeOrigin.COPIED
    assert {row.component.code: row.recipients for row in page.components} == {"base": 6, "coordination": 1}
    assert page.allotted_ore == 0, "amounts are this year's to decide"
    assert {row.allowed.value for row in page.appeals} == {"not_decided"}
    assert len(page.grounds) == 4
    assert copied.row("report_due").status is FactStatus.NOT_YET_DECIDED


def test_a_leap_day_moves_to_the_last_of_february(bench: Bench) -> None:
    bench.state("closes", date(2028, 2, 29))
    again = replace(SIXTH, code="kommun-2027", year=2027, short_title="Kommun 2027")
    made = bench.editing.copy_year(bench.programme, again).id
    assert made is not None
    assert replace(bench, programme=made).row("closes").fact.value == date(2029, 2, 28)


def test_last_years_fact_is_confirmed_only_with_this_years_sentence(copied: Bench) -> None:
    with pytest.raises(UserFacingError) as refused:
        copied.editing.confirm_fact(copied.row("closes").id)
    assert refused.value.code == "quote"
    copied.state("closes", date(2027, 7, 14), "Sista dag är den 14 juli 2027.")
    assert copied.row("closes").confirmed_by == "Anna Berg"


def test_a_draft_can_be_renamed_and_its_code_may_stay(bench: Bench) -> None:
    version = bench.page().version
    given = replace(SIXTH, title="Ett annat namn", short_title="Annat 2026", case_number="")
    bench.editing.change_identity(bench.programme, version, given)
    page = bench.page()
    assert (page.row.title, page.row.short_title, page.case_number) == ("Ett annat namn", "Annat 2026", "")
    with pytest.raises(Conflict) as stale:
        bench.of(bench.desk.per).editing.change_identity(bench.programme, version, given)
    assert stale.value.code == "F12"
    assert stale.value.what.startswith("Anna Berg ändrade statsbidraget ")


def test_an_open_programme_keeps_its_name(desk: OpenDesk) -> None:
    with pytest.raises(NotAllowed, match="granskade och godkända"):
        ProgrammeEditingService(desk.work).change_identity(desk.programme, 1, SIXTH)
    with pytest.raises(NotAllowed, match="öppet"):
        ProgrammeEditingService(desk.work).redraft(desk.programme)

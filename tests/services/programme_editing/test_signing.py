"""A second person signs off what differs, never what they have changed, and never over a hindrance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.desk import OpenDesk
from support.programme_bench import Bench

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.programme import FactStatus
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services import programme_definitions, programme_setup, programme_signing
from sbdesk.services.programmes import ProgrammesService


def confirm_everything(bench: Bench) -> None:
    bench.editing.confirm_unstated(bench.programme)
    for row in bench.page().facts:
        if not row.confirmed_by:
            bench.editing.confirm_fact(row.id)


def test_every_fact_is_confirmed_before_the_sign_off(bench: Bench) -> None:
    review = bench.programmes.review(bench.programme)
    assert (review.unconfirmed, review.since_signing, review.since_last_year) == (review.facts, None, None)
    assert review.hindrances == (f"{review.facts} uppgifter är inte bekräftade mot anvisningen.",)
    with pytest.raises(NotAllowed, match="inte bekräftade mot anvisningen"):
        bench.programmes.sign_off(bench.programme, bench.desk.signed_by(bench.desk.karin))
    confirm_everything(bench)
    bench.editing.unconfirm_fact(bench.row("law_change").id)
    assert bench.programmes.review(bench.programme).hindrances == (
        "1 uppgift är inte bekräftad mot anvisningen.",
    )
    bench.editing.confirm_fact(bench.row("law_change").id)
    bench.programmes.sign_off(bench.programme, bench.desk.signed_by(bench.desk.karin))
    assert bench.page().row.state is ProgrammeState.SIGNED


def test_without_a_part_it_is_not_opened_but_made_a_draft_again(bench: Bench) -> None:
    confirm_everything(bench)
    bench.programmes.sign_off(bench.programme, bench.desk.signed_by(bench.desk.karin))
    with pytest.raises(NotAllowed, match="Gör till utkast igen och lägg till minst en del"):
        bench.programmes.open(bench.programme)
    assert bench.page().row.state is ProgrammeState.SIGNED
    bench.editing.redraft(bench.programme)
    assert bench.page().row.state is ProgrammeState.DRAFT


def test_whoever_has_changed_it_does_not_sign_it(bench: Bench) -> None:
    bench.of(bench.desk.per).state("closes", date(2026, 9, 1))
    confirm_everything(bench)
    page = bench.page()
    assert page.preparers == (bench.desk.per, bench.desk.anna)
    assert page.prepared_by == "Per Lund, Anna Berg"
    for officer in (bench.desk.per, bench.desk.anna):
        with pytest.raises(NotAllowed, match="har lagt in eller ändrat uppgifterna") as refused:
            bench.programmes.sign_off(bench.programme, bench.desk.signed_by(officer))
        assert refused.value.code == "F13"
    bench.programmes.sign_off(bench.programme, bench.desk.signed_by(bench.desk.karin))


def test_the_review_tells_what_differs_since_last_year(copied: Bench) -> None:
    copied.state("closes", date(2027, 7, 14), "Sista dag är den 14 juli 2027.")
    review = copied.programmes.review(copied.programme)
    assert review.last_year == "CSD 2026"
    assert review.since_last_year is not None
    told = {one.title: one for one in review.since_last_year}
    assert told["Sista dag att rekvirera"].former.startswith("15 juli 2026")
    assert told["Sista dag att rekvirera"].now == (
        "14 juli 2027 · Står i anvisningen · ”Sista dag är den 14 juli 2027.”"
    )
    assert told["Fördelning: Region Skåne"].now == "inte beslutat"
    assert "Ingen obetald skuld" in told, "the sentence is missing"
    assert "Del: Samordningsansvar" not in told


def test_the_review_tells_what_differs_since_the_last_sign_off(bench: Bench) -> None:
    confirm_everything(bench)
    second = bench.desk.signed_by(bench.desk.karin)
    bench.programmes.sign_off(bench.programme, second)
    bench.editing.redraft(bench.programme)
    assert bench.page().row.state is ProgrammeState.DRAFT
    assert bench.programmes.review(bench.programme).since_signing == ()
    bench.state("closes", date(2026, 9, 1))
    review = bench.programmes.review(bench.programme)
    assert review.since_signing is not None
    found = {one.title: (one.former, one.now) for one in review.since_signing}
    assert found["Sista dag att rekvirera"] == (
        "Står inte i anvisningen",
        "1 september 2026 · Står i anvisningen · ”Så står det.”",
    )
    bench.programmes.sign_off(bench.programme, second)
    assert not bench.page().facts[0].undoable


def test_a_self_check_that_stops_hinders(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    confirm_everything(bench)
    stop = Finding("P99", 1, Level.STOP, "Prov", "Dagarna är omöjliga.", Subject("programme", "x"))
    monkeypatch.setattr(programme_signing, "programme_findings", lambda *_: (stop,))
    with pytest.raises(NotAllowed, match=r"^Dagarna är omöjliga\."):
        bench.programmes.sign_off(bench.programme, bench.desk.signed_by(bench.desk.karin))
    assert bench.page().row.state is ProgrammeState.DRAFT


def test_a_shipped_programme_may_be_signed_with_facts_unticked(desk: OpenDesk) -> None:
    again = replace(programme_definitions.load("csd-2026"), id="csd-2028")
    with desk.store.writing() as session:
        programme = programme_setup.add_programme(session, desk.work, again).id
    service = ProgrammesService(desk.work)
    assert service.review(programme).hindrances == ()
    service.sign_off(programme, desk.signed_by(desk.karin))
    page = service.page(programme)
    assert page.row.state is ProgrammeState.SIGNED
    assert page.confirmed == 0
    assert any(row.status is FactStatus.DERIVED for row in page.facts)

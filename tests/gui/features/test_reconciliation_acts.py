"""What the Avstämningar presenter does around the verdicts: hand over, fix, open again, answer, save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.desk import OpenDesk
from support.ledger import Row, put_finding
from support.reconciliation_desk import page_context, paid_desk, with_ledger
from support.reconciliation_view import FakeView

from sbdesk.domain.findings import Level
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.verdicts import Approve
from sbdesk.gui.context import Target
from sbdesk.gui.features.reconciliations.presenter import ReconciliationsPresenter
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ReportInput

DEVIATION = (("L01", Level.DEVIATION),)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = paid_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def lines(desk: OpenDesk) -> list[int]:
    return with_ledger(
        desk,
        [
            Row(10_000, "Ett", findings=DEVIATION),
            Row(20_000, "Två"),
            Row(30_000, "Tre", findings=DEVIATION),
        ],
    )


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def went() -> list[tuple[str, Target | None]]:
    return []


@pytest.fixture
def presenter(
    desk: OpenDesk, view: FakeView, went: list[tuple[str, Target | None]]
) -> Iterator[ReconciliationsPresenter]:
    made = ReconciliationsPresenter(page_context(desk, lambda *place: went.append(place)), view)
    made.reload(made.WATCHES)
    yield made
    made.close()


def test_the_acts_lead_to_fixed_figures_and_back(
    desk: OpenDesk,
    lines: list[int],
    view: FakeView,
    presenter: ReconciliationsPresenter,
    tmp_path: Path,
    went: list[tuple[str, Target | None]],
) -> None:
    presenter.open_case(desk.award())
    view.actions["Nästa obedömda"].run()
    assert view.at == lines[0]
    presenter.judging.judge(lines, Approve())
    view.actions["Lämna över för granskning"].run()
    assert view.page is not None
    assert view.page.state is ReconciliationState.PROPOSED
    presenter.judging.key("g", lines)
    assert str(view.errors[0]).startswith("Avstämningen är lämnad för granskning.")
    view.answers = ["rad 1"]
    view.actions["Skicka tillbaka…"].run()
    view.actions["Lämna över för granskning"].run()
    view.answers = [str(tmp_path / "utkast.pdf")]
    view.actions["Skriv ut för underskrift…"].run()
    assert (tmp_path / "utkast.pdf").read_bytes().startswith(b"%PDF")
    view.answers = [(desk.signed_by(desk.karin), "")]
    view.actions["Registrera undertecknad avstämning…"].run()
    assert [person.name for person in view.asked[-1].people] == ["Karin Ek", "Per Lund"]
    assert view.page.state is ReconciliationState.FINAL
    view.actions["Skapa återkravsförslag"].run()
    assert went[-1] == ("recoveries", Target(id=desk.award()))
    view.answers = [str(tmp_path / "borta" / "protokoll.pdf")]
    view.actions["Visa protokollet"].run()
    assert view.errors[0].code == "F16"
    view.answers = [str(tmp_path / "allt.xlsx")]
    view.actions["Exportera hela avstämningen…"].run()
    assert (tmp_path / "allt.xlsx").exists()
    view.answers = [(desk.signed_by(desk.karin, b"%PDF ny"), "nytt underlag")]
    view.actions["Ändra belopp…"].run()
    assert view.page.revision == 2


def test_waiting_for_evidence_and_back(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    view.answers = [date(2027, 3, 1)]
    presenter.judging.key("v", [lines[0]])
    view.actions["Invänta underlag…"].run()
    assert view.page is not None
    assert view.page.state is ReconciliationState.WAITING
    view.actions["Registrera underlag"].run()
    assert view.page.state is ReconciliationState.JUDGING


def test_findings_are_answered_with_reason_and_asked_again(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    award = desk.award()
    put_finding(desk, award, "L19", Level.DEVIATION, ("award", award))
    put_finding(desk, award, "L18", Level.STOP, ("award", award))
    presenter.open_case(award)
    assert view.page is not None
    groups = {group.code: group for group in view.page.groups}
    acts = presenter.finding_acts()
    view.answers = ["förklarat"]
    acts.answer(groups["L19"].findings)
    view.answers = [(desk.signed_by(desk.karin), "felräknat")]
    acts.answer(groups["L18"].findings)
    assert view.asked[-1].title == "Häv stoppet"
    groups = {group.code: group for group in view.page.groups}
    assert (groups["L19"].open, groups["L18"].open) == (0, 0)
    acts.ask_again(groups["L19"].findings)
    assert {group.code: group.open for group in view.page.groups}["L19"] == 1


def test_without_a_colleague_nothing_is_asked(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    presenter.context.services.settings.officers = lambda: []  # type: ignore[method-assign]
    presenter.fixing.finalise()
    assert "Lägg till en kollega" in str(view.errors[0])
    presenter.leave_case()
    for act in (presenter.fixing.finalise, presenter.fixing.reopen, presenter.fixing.save_protocol):
        act()
    presenter.fixing.export_all()
    presenter.fixing.export_seen("")
    assert view.asked == []


def test_without_ledger_the_report_is_weighed_or_a_ledger_read(
    desk: OpenDesk,
    view: FakeView,
    presenter: ReconciliationsPresenter,
    went: list[tuple[str, Target | None]],
) -> None:
    ReportsService(desk.work).register(desk.award(), ReportInput(date(2027, 1, 15), 600_000_000))
    presenter.open_case(desk.award())
    view.actions["Läs in huvudbok…"].run()
    assert went == [("ledger_imports", Target(id=desk.award()))]
    view.actions["Stäm av utan huvudbok…"].run()
    assert view.page is not None
    assert view.page.state is ReconciliationState.JUDGING
    presenter.choose_line(0)
    presenter.choose_line(12_345)
    assert view.detail is None

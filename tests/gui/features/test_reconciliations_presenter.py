"""What the Avstämningar presenter does, without Qt, over the real services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.desk import OpenDesk
from support.ledger import Row
from support.reconciliation_desk import page_context, paid_desk, with_ledger
from support.reconciliation_view import FakeView

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineView
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import Approve, Judged
from sbdesk.gui.context import Target
from sbdesk.gui.features.reconciliations.presenter import ReconciliationsPresenter
from sbdesk.services.verdicts import VerdictsService

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


def test_a_case_opens_on_what_must_be_judged(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.reload(presenter.WATCHES)
    [row] = view.rows
    presenter.open_case(row.award_id)
    assert view.ids == [lines[0], lines[2]]
    assert presenter.filter.view is LineView.TO_JUDGE
    assert next(iter(view.actions)) == "Nästa obedömda"
    presenter.set_view(LineView.ALL)
    assert view.ids == lines
    presenter.search("Två")
    assert view.ids == [lines[1]]
    presenter.search("leverantr:x")
    assert "Menade du ”leverantör”?" in str(view.errors[0])
    assert view.ids == [lines[1]]
    presenter.clear_filter()
    presenter.sort_by("claimed", True)
    assert view.ids == lines[::-1]
    presenter.sort_by("", False)
    presenter.set_levels(frozenset({Level.DEVIATION}))
    assert view.ids == [lines[0], lines[2]]
    presenter.set_levels(frozenset())
    presenter.set_cause(VerdictCause.PERIOD)
    assert view.ids == []
    presenter.show_rule("L01")
    assert view.ids == [lines[0], lines[2]]
    presenter.leave_case()
    assert presenter.page is None


def test_keys_judge_and_the_order_of_the_rows_stays(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    judging = presenter.judging
    view.answers = [VerdictCause.PERIOD]
    judging.key("u", [lines[0]])
    assert view.at == lines[2]
    assert view.undo == "Ångra: Underkänn 1 rad"
    judging.key("g", [lines[2]])
    assert view.ids == [lines[0], lines[2]]
    assert view.refreshed == [lines[2]]
    assert view.page is not None
    assert (view.page.counts.to_judge, view.page.counts.rejected) == (0, 1)
    judging.undo()
    judging.undo()
    assert (view.undo, view.redo) == ("", "Gör om: Underkänn 1 rad")
    assert view.at == lines[0]
    judging.redo()
    assert view.page.counts.rejected == 1
    judging.redo()
    judging.redo()
    judging.key("g", [])
    assert view.page.counts.judged == 2


def test_causes_that_need_words_ask_for_them(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    view.answers = [4_000, VerdictCause.OTHER, "dubbelt konto"]
    presenter.judging.key("d", [lines[0]])
    assert [getattr(it, "title", "") for it in view.asked] == [
        "Underkänn en del av raden",
        "",
        "Underkänn 1 rad: annat",
    ]
    [row] = presenter.context.services.reconciliations.lines.rows([lines[0]])
    assert (row.judged, row.rejected_ore, row.comment) == (Judged.PARTLY, 4_000, "dubbelt konto")
    presenter.judging.key("d", lines)
    assert "en rad i taget" in str(view.errors[0])
    view.answers = [date(2027, 3, 1)]
    presenter.judging.key("v", [lines[2]])
    assert view.asked[-1].text == "2027-02-26"
    view.answers = ["se avtal"]
    presenter.judging.key("a", [lines[2]])
    view.answers = ["tvist"]
    presenter.judging.carry([lines[2]])
    assert view.page is not None
    assert view.page.counts.waiting == 0
    presenter.judging.approve_rest()
    assert view.page.counts.plain == 0
    assert view.undo == "Ångra: Godkänn 1 rad utan avvikelse"


def test_a_refused_verdict_leads_back_to_its_row(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    view.answers = [VerdictCause.PERIOD, 99_999_999]
    presenter.judging.key("u", [lines[0]])
    VerdictsService(desk.work_of(desk.per)).judge([lines[0]], Approve())
    presenter.judging.undo()
    assert view.errors[0].code == "F12"
    assert view.undo == ""
    view.answers = [99_999_999, VerdictCause.PERIOD]
    view.at = 0
    presenter.judging.key("d", [lines[2]])
    assert "är inte en del av radens" in str(view.errors[0])
    assert view.at == lines[2]


def test_another_case_begins_with_nothing_to_undo(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    presenter.open_case(desk.award())
    presenter.judging.key("g", [lines[0]])
    assert view.undo
    presenter.open_case(desk.award("Region Uppsala"))
    assert view.undo == ""
    presenter.judging.key("g", [lines[2]])
    assert str(view.errors[0]).startswith("Ingen huvudbok är inläst.")


def test_f8_goes_round_and_then_says_so(
    desk: OpenDesk, lines: list[int], view: FakeView, presenter: ReconciliationsPresenter
) -> None:
    told: list[str] = []
    presenter.context.messages.listen(lambda message: told.append(message.text))
    presenter.next_to_judge(0)
    presenter.open_case(desk.award())
    presenter.set_view(LineView.ALL)
    presenter.next_to_judge(lines[0])
    assert view.at == lines[2]
    presenter.next_to_judge(lines[2])
    assert view.at == lines[0]
    presenter.search("Två")
    presenter.next_to_judge(lines[1])
    assert view.ids == [lines[0], lines[2]]
    presenter.judging.judge(lines, Approve())
    presenter.next_to_judge(lines[0])
    assert told[-1] == "Inga rader med avvikelse är obedömda."

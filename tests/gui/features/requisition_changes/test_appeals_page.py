"""Appeals by click and keyboard: every act asks what it needs, and the status says who acts next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.change_window import Pane
from support.changing import ChangeDriver
from support.desk import FIRST_DAY

from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.appeal_pane import NONE_YET, AppealPane

COURT = "Förvaltningsrätten i Exempelstad"


@pytest.fixture
def pane(case: ChangeDriver, shown: Callable[[], Pane]) -> Pane:
    case.refused()
    return shown().start(Act.APPEAL)


def appeals(pane: Pane) -> AppealPane:
    return pane.page.changes.appeal


def registered(pane: Pane, day: str = "2026-06-10") -> None:
    appeals(pane).presenter.register()
    pane.answer(day=day, text="Hela beloppet.", file=True)


def act(pane: Pane, which: AppealAct) -> None:
    appeals(pane).presenter.start(which)


def test_nothing_appealed_yet(pane: Pane) -> None:
    assert appeals(pane).status.text() == NONE_YET
    assert not appeals(pane).chosen.isVisible()
    pane.press("Ctrl+Return")
    pane.click(pane.dialog.ui.cancel)
    pane.click(appeals(pane).back)
    assert pane.page.case.stack.currentIndex() == 0


def test_from_the_appeal_to_the_higher_court(pane: Pane) -> None:
    registered(pane)
    assert appeals(pane).status.text() == "Överklagat: handläggaren prövar om det kom in i tid"
    assert "Mottagaren begär: Hela beloppet." in appeals(pane).facts.text()
    pane.press("Ctrl+Return")
    pane.answer(day="2026-06-10")
    pane.press("Ctrl+Return")
    pane.answer(choice="unchanged", text="Inget nytt har kommit fram.")
    pane.answer(choice=pane.case.desk.karin, file=True)
    appeals(pane).presenter.preview_handover()
    assert appeals(pane).currentIndex() == 1
    pane.click(appeals(pane).letter.back)
    pane.press("Ctrl+Return")
    pane.answer(line=COURT)
    assert appeals(pane).status.text() == f"Överklagat: överlämnat till {COURT} 2026-06-10"
    act(pane, AppealAct.SET_INHIBITION)
    pane.answer(file=True)
    assert appeals(pane).status.text().endswith("inhibition")
    act(pane, AppealAct.LIFT_INHIBITION)
    pane.answer(text="Målet är avgjort.")
    pane.press("Ctrl+Return")
    pane.answer(choice="unchanged", line="1234-26", file=True)
    assert appeals(pane).status.text() == "Överklagat: avgjort, inte ändrat"
    act(pane, AppealAct.HIGHER_COURT)
    pane.answer(line="Kammarrätten")
    act(pane, AppealAct.WITHDRAW)
    pane.answer(file=True)
    assert pane.page.case.status.text().endswith("Överklagat: återkallat av mottagaren")


def test_late_is_dismissed_and_the_dismissal_appealed(pane: Pane) -> None:
    pane.case.desk.clock.set(FIRST_DAY.replace(month=7, day=20))
    registered(pane, "2026-07-20")
    pane.press("Ctrl+Return")
    pane.answer(day="2026-06-10")
    act(pane, AppealAct.RETEST)
    pane.answer(text="Dagen var fel.")
    pane.press("Ctrl+Return")
    pane.answer(day="2026-06-11")
    appeals(pane).presenter.preview_dismissal()
    pane.answer(text="Inget talar för annat.")
    assert appeals(pane).currentIndex() == 1
    pane.click(appeals(pane).letter.back)
    pane.press("Ctrl+Return")
    pane.answer(text="Inget talar för annat.")
    pane.answer(choice=pane.case.desk.karin, file=True)
    assert appeals(pane).status.text() == "Överklagandet avvisat: kom in för sent"
    act(pane, AppealAct.APPEAL_DISMISSAL)
    pane.answer(line=COURT, file=True)
    assert "överlämnat till" in appeals(pane).status.text()


def test_changed_as_asked_is_closed_without_a_question(pane: Pane) -> None:
    registered(pane)
    pane.press("Ctrl+Return")
    pane.answer(day="2026-06-10")
    case = pane.case
    case.changes.reconsider(case.award, case.granted_in_full(), "Nya underlag.", case.desk.karin)
    case.decide()
    act(pane, AppealAct.RECONSIDER)
    pane.answer(choice="as_asked", text="Nya underlag.")
    pane.answer(choice=case.desk.karin, file=True)
    pane.press("Ctrl+Return")
    assert appeals(pane).status.text() == "Överklagat: avgjort, ändrat"


def test_several_appeals_are_chosen_among(pane: Pane) -> None:
    registered(pane)
    act(pane, AppealAct.WITHDRAW)
    pane.answer(file=True)
    registered(pane)
    box = appeals(pane).chosen
    assert (box.isVisible(), box.count()) == (True, 2)
    assert appeals(pane).status.text().endswith("prövar om det kom in i tid")
    box.setCurrentIndex(1)
    assert appeals(pane).status.text().endswith("återkallat av mottagaren")


def test_a_refused_act_keeps_the_pane_and_says_why(pane: Pane) -> None:
    registered(pane)
    pane.press("Ctrl+Return")
    pane.answer()
    assert "inte känt när mottagaren fick beslutet" in pane.page.message_bar.text()
    assert appeals(pane).isVisible()

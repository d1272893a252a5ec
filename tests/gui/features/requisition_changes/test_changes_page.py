"""A decision is changed by click and keyboard: form, hearing, proposal, the new letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.change_window import Pane
from support.changing import FIVE_MILLIONS, SIX_MILLIONS, ChangeDriver

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.decision_change_actions import ChangeAct
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage


def fill(pane: Pane, ground: ChangeGround | None = ChangeGround.RESERVE) -> None:
    form = pane.page.changes.change.form
    _, coordination = pane.case.components()
    form.amounts.fields[coordination].edit.setText("3 000 000")
    form.ui.reasons.insertPlainText("Uppdraget har minskat.")
    if ground is not None:
        form.ui.ground.setCurrentIndex(form.ui.ground.findData(ground))


def test_changed_heard_and_laid_before_the_decider(case: ChangeDriver, shown: Callable[[], Pane]) -> None:
    case.granted()
    pane = shown().start(Act.CHANGE_DECISION)
    page, desk = pane.page, pane.page.changes.change
    assert page.case.stack.currentWidget() is desk
    assert "Brevet är skickat" in desk.form.ui.intro.text()
    assert "högst 4" in desk.form.amounts.fields[case.components()[1]].edit.accessibleName()
    assert page.has_unsaved()
    assert not page.halves.master.isEnabled()
    fill(pane)
    pane.press("Ctrl+Return")
    assert not page.has_unsaved()
    assert [row.difference_ore for row in desk.parts.shown()][-1] == FIVE_MILLIONS - SIX_MILLIONS
    assert "Inget brev inför beslut är skapat" in desk.text.text()
    pane.press("Ctrl+Return")
    pane.answer()
    pane.press("Ctrl+Return")
    pane.answer(choice=DispatchChannel.E_MAIL.value)
    assert "Svar senast" in desk.text.text()
    assert "väntar på yttrande" in case.page().status.detail
    pane.press("Ctrl+Return")
    pane.answer(choice=True, text="Regionen godtar ändringen.")
    assert "slutligt" in desk.text.text()
    pane.press("Ctrl+Return")
    pane.answer(choice=case.desk.karin)
    # Laid before the decider: the pane gives way to the case, which waits for a signature.
    assert page.case.stack.currentIndex() == 0
    assert case.page().stage is Stage.PROPOSED
    pane.start(Act.DECIDE)
    assert pane.dialog.ui.intro.text().startswith("Ändra beslutet för Region Skåne?")
    pane.answer(file=True)
    assert case.page().balances.sums.granted == FIVE_MILLIONS


def test_what_cannot_be_read_or_lacks_reasons_stays(case: ChangeDriver, shown: Callable[[], Pane]) -> None:
    case.granted()
    pane = shown().start(Act.CHANGE_DECISION)
    form = pane.page.changes.change.form
    field = form.amounts.fields[case.components()[1]]
    field.edit.setText("tre miljoner")
    pane.press("Ctrl+Return")
    assert field.edit.hasFocus()
    field.edit.setText("3 000 000")
    pane.press("Ctrl+Return")
    assert form.ui.problem.text() == "Skälen saknas. De står i beslutet."
    form.ui.reasons.insertPlainText("Skäl.")
    pane.press("Ctrl+Return")
    assert "Grund för ändringen saknas" in pane.page.message_bar.text()
    assert form.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)


def test_the_new_letter_before_it_is_kept_and_after(case: ChangeDriver, shown: Callable[[], Pane]) -> None:
    case.granted()
    pane = shown().start(Act.CHANGE_DECISION)
    desk = pane.page.changes.change
    fill(pane)
    pane.click(desk.form.ui.preview)
    assert desk.currentWidget() is desk.letter
    assert desk.letter.document.pageCount() > 0
    pane.click(desk.letter.back)
    assert desk.typing()
    assert desk.form.ui.reasons.toPlainText() == "Uppdraget har minskat."
    pane.click(desk.form.ui.ok)
    desk.presenter.preview_hearing()
    assert desk.currentWidget() is desk.letter
    pane.click(desk.letter.back)
    desk.presenter.preview()
    pane.click(desk.letter.back)
    desk.presenter.edit()
    assert desk.form.ui.reasons.toPlainText() == "Uppdraget har minskat."
    assert desk.form.ui.ground.currentData() == ChangeGround.RESERVE
    pane.click(desk.form.ui.cancel)
    assert pane.page.case.stack.currentIndex() == 0


def test_a_revocation_asks_for_no_amounts(case: ChangeDriver, shown: Callable[[], Pane]) -> None:
    case.granted(sent=False)
    pane = shown().start(Act.CHANGE_DECISION)
    form = pane.page.changes.change.form
    assert not form.ui.ground.isVisible()
    form.ui.kind.setCurrentIndex(form.ui.kind.findData(DecisionKind.REVOKE))
    assert not form.amounts.isVisible()
    form.ui.reasons.insertPlainText("Fel mottagare.")
    pane.press("Ctrl+Return")
    assert case.open_change().kind is DecisionKind.REVOKE
    pane.page.changes.change.presenter.start(ChangeAct.DROP)
    pane.answer(text="Rätt mottagare ändå.")
    assert case.changes.page(case.award).change is None


def test_a_change_made_elsewhere_is_shown_but_never_over_the_form(
    case: ChangeDriver, shown: Callable[[], Pane]
) -> None:
    case.granted()
    case.prepare()
    pane = shown().start(Act.CHANGE_DECISION)
    desk = pane.page.changes.change
    assert "Uppdraget att samordna" in desk.text.text()
    case.changes.prepare(case.award, case.lower(reasons="Andra skäl."))
    pane.page.presenter.context.changes.emit(case.requisitions.add_note(case.award, "x"))
    QApplication.processEvents()
    assert "Andra skäl." in desk.text.text()
    desk.presenter.edit()
    case.changes.prepare(case.award, case.lower(reasons="Tredje."))
    pane.page.presenter.context.changes.emit(case.requisitions.add_note(case.award, "y"))
    assert desk.form.ui.reasons.toPlainText() == "Andra skäl."
    pane.press("Ctrl+Return")
    assert "Någon annan ändrade" in pane.page.message_bar.text()


def test_a_refusal_is_reconsidered_in_the_proposals_form(
    case: ChangeDriver, shown: Callable[[], Pane]
) -> None:
    case.refused()
    pane = shown().start(Act.RECONSIDER)
    form = pane.page.case.proposal
    assert form.ui.title.text() == "Ompröva beslutet"
    form.ui.reasons.insertPlainText("Underlaget har kommit in.")
    form.ui.decider.setCurrentIndex(form.ui.decider.findData(case.desk.karin))
    pane.press("Ctrl+Return")
    assert case.page().stage is Stage.PROPOSED

"""The Rekvisitioner page with real widgets, real key presses and a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, decide_appeal, open_desk
from support.requisition_case import CaseDriver
from support.requisition_window import Surroundings, open_page

from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.context import Target
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.gui.widgets.fields import MoneyField


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    decide_appeal(made)
    yield made
    made.store.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: OpenDesk) -> Iterator[tuple[RequisitionsPage, Surroundings]]:
    page, around = open_page(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.activateWindow()
    yield page, around
    page.closing()


class Keyboard:
    """Presses keys where the focus is, and counts them; typing is not counted."""

    def __init__(self, page: RequisitionsPage) -> None:
        self.page, self.presses = page, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        if key == Qt.Key.Key_Return and modifier == Qt.KeyboardModifier.ControlModifier:
            assert self.page.next_step()  # the window hands Ctrl+Enter to its page
        else:
            QTest.keyClick(self.focus(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def test_expected_to_handed_over_by_keyboard_alone(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _ = opened
    keys = Keyboard(page)
    keys.presses += 1  # Ctrl+4
    page.first_focus().setFocus()
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys.type("9.1-1001/2026")
    keys.press(Qt.Key.Key_Tab)
    assert keys.focus() is page.case.entry.day.edit
    keys.press(Qt.Key.Key_Tab)
    keys.type("2000000")
    keys.press(Qt.Key.Key_Tab)
    keys.type("4 000 000")
    keys.press(Qt.Key.Key_Tab)
    keys.type("5050-1055")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Kim Kontakt")
    keys.press(Qt.Key.Key_Tab)
    keys.type("kim@region.invalid")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.message_bar.text() == ""
    assert page.case.status.text() == "Handläggaren kontrollerar"
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.case.status.text() == "Väntar på underskrift: Karin Ek"
    assert keys.presses <= 14
    assert CaseDriver(desk).page().stage is Stage.PROPOSED


def test_a_wrong_check_digit_is_told_and_nothing_typed_is_lost(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _ = opened
    page.table.select_id(desk.award())
    page.presenter.start(Act.REGISTER)
    form = page.case.entry
    for field, text in zip(form.amounts.fields.values(), ("2000000", "4000000"), strict=True):
        field.set_text(text)
    form.ui.number.setText("123-4568")
    form.ui.ok.click()
    assert page.message_bar.text().startswith("Bankgiro 123-4568 har fel kontrollsiffra.")
    assert form.ui.number.text() == "123-4568"
    assert page.case.form_is_open()
    form.ui.accountKind.setCurrentIndex(2)
    assert form.ui.clearing.isVisible()
    form.ui.clearing.setText("8327-9")
    form.ui.number.setText("123456789")
    form.ui.ok.click()
    assert form.ui.compared.isVisible()
    assert form.ui.compared.hasFocus()
    form.ui.compared.click()
    form.ui.ok.click()
    assert not page.case.form_is_open()
    assert page.case.facts.text().endswith("Bankkonto 83279, 123456789 (inte bekräftat)")


def test_the_form_marks_what_it_cannot_read(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _ = opened
    page.table.select_id(desk.award())
    page.presenter.start(Act.REGISTER)
    form = page.case.entry
    form.day.set_text("31/13 2026")
    assert page.next_step()
    assert form.day.edit.hasFocus()
    form.day.set_text("2026-06-10")
    form.save()
    assert form.ui.problem.text().startswith("Beloppet saknas.")
    first: MoneyField = next(iter(form.amounts.fields.values()))
    first.set_text("två miljoner")
    form.save()
    assert first.edit.hasFocus()
    assert (
        first.edit.accessibleDescription() == "”två miljoner” är inget belopp. Skriv till exempel 1 234,50."
    )
    form.ui.channel.setCurrentIndex(1)
    assert not form.ui.portal.isChecked()
    form.ui.cancel.click()
    assert not page.case.form_is_open()
    assert CaseDriver(desk).page().stage is Stage.EXPECTED


def test_the_list_rests_while_a_form_is_open(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _ = opened
    page.table.select_id(desk.award())
    page.presenter.start(Act.REGISTER)
    assert not page.table.isEnabled()
    assert page.has_unsaved().endswith("Vill du avsluta och kasta det?")
    page.open(Target(id=desk.award("Region Uppsala")))
    assert page.message_bar.text().startswith("Ett formulär är öppet i ett annat ärende.")
    page._step_case(1)
    assert page.case.title.text() == "Region Skåne · CSD 2026"
    QTest.keyClicks(page.case.entry.ui.caseNumber, "9.1")
    QTest.keyClick(page.case.entry.ui.caseNumber, Qt.Key.Key_Escape)
    assert page.case.entry.ui.caseNumber.text() == "9.1", "Esc never loses text"
    assert page.message_bar.text() == "Formuläret har ändringar. Välj Avbryt för att kasta dem."
    page.case.entry.ui.caseNumber.clear()
    QTest.keyClick(page.case.entry.ui.caseNumber, Qt.Key.Key_Escape)
    assert page.message_bar.text() == ""
    assert page.table.isEnabled()
    assert page.has_unsaved() == ""
    QTest.keyClick(page.case, Qt.Key.Key_Escape)
    page.open(None)
    page.open(Target(id=desk.award("Region Uppsala"), query="Uppsala"))
    QApplication.processEvents()
    assert page.case.title.text() == "Region Uppsala · CSD 2026"
    assert page.filter.field.text() == "Uppsala"

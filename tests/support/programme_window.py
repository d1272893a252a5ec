"""The Statsbidrag page with a programme under construction, driven by keys and clicks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sbdesk.domain.programme import FactStatus
from sbdesk.gui.features.programmes.fact_form import FactForm
from sbdesk.gui.features.programmes.feature import programmes_feature
from sbdesk.gui.features.programmes.page import ProgrammesPage
from sbdesk.services.programme_rows import FactRow
from sbdesk.services.workplace import Workplace
from support.gui_pages import Surroundings, press, show


def opened(qtbot: QtBot, work: Workplace, programme: int | None = None, width: int = 1400) -> ProgrammesPage:
    """The page over a workplace, with one programme chosen."""
    page = programmes_feature().make_page(Surroundings(work).context)
    assert isinstance(page, ProgrammesPage)
    show(qtbot, page, width)
    if programme is not None:
        page.go_to(programme)
    page.table.setFocus()
    return page


def back_to(page: ProgrammesPage) -> None:
    """The window is the active one again after a dialog, as a window manager would see to."""
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page, 5000)


def fact(page: ProgrammesPage, name: str, ordinal: int = 1) -> FactRow:
    rows = page.tabs.facts.model.rows()
    return next(row for row in rows if (row.name, row.fact.ordinal) == (name, ordinal))


def choose_fact(page: ProgrammesPage, name: str) -> None:
    page.tabs.setCurrentWidget(page.tabs.facts)
    page.tabs.facts.table.setFocus()
    assert page.tabs.facts.table.select_id(fact(page, name).key)


def pick(box: QComboBox, data: object) -> None:
    """Choose by what the entry stands for, as a click does."""
    number = box.findData(data)
    assert number >= 0, data
    box.setCurrentIndex(number)


def write(field: QWidget, text: str) -> None:
    """Replace what a field holds."""
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)


def child(page: QWidget, kind: type[Any], name: str) -> Any:
    """The part of the form with this object name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def state_fact(page: ProgrammesPage, name: str, value: str, sentence: str, heading: str = "Villkor") -> None:
    """Enter a value with its sentence through the form: F2, the fields, Enter."""
    choose_fact(page, name)
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    form = page.tabs.facts.form
    pick(form.ui.status, FactStatus.STATED.value)
    enter_value(form, value)
    write(form.ui.heading, heading)
    write(form.ui.quote, sentence)
    press(form.ui.heading, Qt.Key.Key_Return)
    QApplication.processEvents()


def enter_value(form: FactForm, value: str) -> None:
    """Type or choose the value in the field of its kind."""
    place = form.value.stack.currentWidget()
    if isinstance(place, QComboBox):
        place.setCurrentText(value)
    else:
        write(form.value.focusProxy() if isinstance(place, QLineEdit) else place.focusProxy(), value)


def from_menu(page: ProgrammesPage, text: str) -> None:
    """An act of the facts' menu, which must be offered."""
    (found,) = [act for act in page.tabs.facts.acts.menu.actions() if act.text() == text and act.isEnabled()]
    found.trigger()

"""Fields read what an officer types, keep what is wrong and say why."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QMenu
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme
from sbdesk.gui.widgets.fields import CheckedField, DateField, MoneyField, RuledField
from sbdesk.gui.widgets.search_field import FilterRow, SearchField


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


def shown(qtbot: QtBot, field: CheckedField) -> Heard:
    committed = Heard()
    field.committed.connect(lambda: committed(field.text()))
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.edit.setFocus()
    return committed


def write(qtbot: QtBot, field: CheckedField, text: str) -> None:
    field.edit.clear()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def problem(field: CheckedField) -> str:
    found = field.findChild(QLabel)
    assert found is not None
    assert found.isVisible() is bool(found.text())
    assert field.edit.accessibleDescription() == found.text()
    assert bool(field.edit.property("invalid")) is bool(found.text())
    return found.text()


@pytest.mark.parametrize("text", ["1 234,5", "1234.5", "1234,50 kr"])
def test_an_amount_may_be_written_in_two_ways(qtbot: QtBot, text: str) -> None:
    field = MoneyField("Rekvirerat belopp")
    committed = shown(qtbot, field)
    write(qtbot, field, text)
    assert field.ore() == 123_450
    assert committed.told == ["1\N{NO-BREAK SPACE}234,50"]
    assert problem(field) == ""


def test_a_wrong_amount_stays_marked_and_explained(qtbot: QtBot) -> None:
    field = MoneyField("Rekvirerat belopp")
    committed = shown(qtbot, field)
    write(qtbot, field, "sex miljoner")
    assert field.ore() is None
    assert field.text() == "sex miljoner"
    assert problem(field) == "”sex miljoner” är inget belopp. Skriv till exempel 1 234,50."
    assert committed.told == ["sex miljoner"], "also what is wrong is kept as a draft"
    qtbot.keyClicks(field.edit, "x")
    assert problem(field) == "", "the mark goes when the officer writes on"
    field.set_ore(600_000_000)
    assert (field.ore(), problem(field)) == (600_000_000, "")
    field.set_ore(None)
    assert field.ore() is None


def test_leaving_an_unchanged_field_commits_nothing(qtbot: QtBot) -> None:
    field = MoneyField("Belopp")
    field.set_ore(100)
    committed = shown(qtbot, field)
    field.edit.clearFocus()
    assert committed.told == []


def test_a_problem_from_elsewhere_is_shown(qtbot: QtBot) -> None:
    field = MoneyField("Belopp")
    shown(qtbot, field)
    field.show_problem("Beloppet är högre än högsta belopp.")
    assert problem(field) == "Beloppet är högre än högsta belopp."


def test_days(qtbot: QtBot) -> None:
    field = DateField("Kom in")
    committed = shown(qtbot, field)
    write(qtbot, field, "22/11 2026")
    assert field.day() == date(2026, 11, 22)
    assert committed.told == ["2026-11-22"]
    write(qtbot, field, "2026-02-30")
    assert field.day() is None
    assert problem(field) == "”2026-02-30” är inget datum. Skriv till exempel 2026-11-22."
    field.set_day(None)
    assert field.day() is None


def test_the_calendar_opens_on_the_day_and_gives_it_back(qtbot: QtBot) -> None:
    field = DateField("Kom in")
    committed = shown(qtbot, field)
    field.set_day(date(2026, 11, 22))
    field.open_calendar()
    menu, calendar = field.findChild(QMenu), field.findChild(QCalendarWidget)
    assert menu is not None
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.activated.emit(QDate(2026, 12, 1))
    assert field.day() == date(2026, 12, 1)
    assert committed.told == ["2026-12-01"]
    field.set_day(None)
    field.open_calendar()
    field.findChildren(QMenu)[-1].close()


def even(text: str) -> str:
    if len(text) % 2:
        raise ValueError(f"”{text}” har udda längd.")
    return text.upper()


def test_a_rule_of_the_domain_decides(qtbot: QtBot) -> None:
    field = RuledField("Organisationsnummer", even)
    shown(qtbot, field)
    assert field.value() is None
    write(qtbot, field, "abc")
    assert (field.value(), problem(field)) == (None, "”abc” har udda längd.")
    write(qtbot, field, "abcd")
    assert (field.value(), field.text(), problem(field)) == ("ABCD", "ABCD", "")


def test_searching_waits_for_a_pause_and_esc_clears(qtbot: QtBot) -> None:
    field, searched = SearchField("Sök i listan"), Heard()
    qtbot.addWidget(field)
    field.searched.connect(searched)
    qtbot.keyClicks(field, "ost")
    assert searched.told == []
    qtbot.waitUntil(lambda: searched.told == ["ost"])
    qtbot.keyClicks(field, "e")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert searched.told == ["ost", "oste"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), searched.told[-1]) == ("", "")


def test_the_filter_row_always_says_what_is_hidden(qtbot: QtBot) -> None:
    row, searched = FilterRow(), Heard()
    qtbot.addWidget(row)
    row.searched.connect(searched)
    extra = QLabel("status")
    row.add(extra)
    row.show()
    row.field.setText("fynd")
    row.show_count(7, 41)
    shown_texts = [found.text() for found in row.findChildren(QLabel)]
    assert "7 av 41 visas" in shown_texts
    clear = next(button for button in row.findChildren(type(row._clear)) if button.text() == "Rensa filter")
    clear.click()
    assert (row.field.text(), searched.told) == ("", [""])
    row.show_count(41, 41)
    assert clear.isHidden()

"""Rows are ticked by Space, Ctrl+A and a click on the box, and stay ticked through filter and refresh."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.gui_pages import press
from support.gui_parts import ROWS, CaseRow, Heard, columns, identify

from sbdesk.gui import palette
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.ticking_table import TickingTable
from sbdesk.gui.ticks import Ticks, ticked_columns

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> TickingTable[CaseRow]:
    ticks = Ticks()
    model: RowTableModel[CaseRow] = RowTableModel(ticked_columns(columns(), ticks, identify), identify)
    model.set_rows(ROWS)
    made: TickingTable[CaseRow] = TickingTable(model, "Prov", MemorySettings(), "prov", ticks)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.select_first()
    return made


def ticked(table: TickingTable[CaseRow]) -> list[int]:
    return [row.id for row in ROWS if row.id in table.ticks]


def test_space_ticks_and_unticks_and_shift_arrows_make_a_range(table: TickingTable[CaseRow]) -> None:
    press(table, Qt.Key.Key_Space)
    assert ticked(table) == [11]
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down, SHIFT)
    press(table, Qt.Key.Key_Space)
    assert ticked(table) == [11, 12, 13]
    press(table, Qt.Key.Key_Space)
    assert ticked(table) == [11]


def test_control_a_ticks_what_the_filter_shows(table: TickingTable[CaseRow]) -> None:
    model = table.rows
    assert isinstance(model, RowTableModel)
    model.filter("östergötland")
    press(table, Qt.Key.Key_A, CONTROL)
    assert ticked(table) == [11]
    model.filter("")
    assert ticked(table) == [11]
    assert (
        model.index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Mottagare Region Östergötland, vald")
    )
    assert "inte vald" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_on_the_box_ticks_and_leaves_the_selection(table: TickingTable[CaseRow]) -> None:
    row = table.visualRect(table.rows.index(2, 0))
    box = QPoint(row.left() + palette.current().px(14), row.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert ticked(table) == [13]
    assert table.selected_ids() == [11]
    text = QPoint(row.right() - 4, row.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=text)
    assert ticked(table) == [13]
    assert table.selected_ids() == [13]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=box)
    assert ticked(table) == [13]


def test_nothing_is_ticked_in_an_empty_table(table: TickingTable[CaseRow]) -> None:
    model = table.rows
    assert isinstance(model, RowTableModel)
    model.set_rows([])
    press(table, Qt.Key.Key_Space)
    press(table, Qt.Key.Key_A, CONTROL)
    assert len(table.ticks) == 0


def test_ticks_tell_only_changes() -> None:
    ticks, heard = Ticks(), Heard()
    ticks.listen(lambda: heard(len(ticks)))
    ticks.add([1, 2])
    ticks.add([2])
    ticks.keep_among([2, 3])
    ticks.only([4])
    ticks.only([4])
    assert heard.told == [2, 1, 1]
    assert 4 in ticks
    assert 2 not in ticks

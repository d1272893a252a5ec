"""Tables in memory: what cells say, sorting, filtering, copying, and a selection that survives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu
from pytestqt.qtbot import QtBot
from support.gui_parts import ROWS, CaseRow, Heard, columns, identify

from sbdesk.gui import application, palette
from sbdesk.gui.columns import Column, as_tsv, sorted_rows
from sbdesk.gui.look import Theme
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import Roles, RowTableModel, shown_text

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture
def model() -> RowTableModel[CaseRow]:
    made = RowTableModel(columns(), identify)
    made.set_rows(ROWS)
    return made


@pytest.fixture
def view(model: RowTableModel[CaseRow], qtbot: QtBot) -> TableView[CaseRow]:
    made: TableView[CaseRow] = TableView(model, "Ärenden", MemorySettings(), "cases")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def names(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def ids(model: RowTableModel[CaseRow]) -> list[int]:
    return [row.id for row in model.shown()]


def test_the_model_keeps_qts_rules(model: RowTableModel[CaseRow]) -> None:
    tester = QAbstractItemModelTester(model, FAIL)
    model.sort_by("amount", True)
    model.filter("region")
    model.set_rows(ROWS[:1])
    model.set_rows(())
    assert tester.model() is model
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.createIndex(0, 0)) == 0


def test_what_a_cell_says(model: RowTableModel[CaseRow]) -> None:
    amount = model.index(0, 1)
    assert amount.data().replace("\N{NO-BREAK SPACE}", " ") == "7 871 744,00"
    assert amount.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    spoken = amount.data(Qt.ItemDataRole.AccessibleTextRole).replace("\N{NO-BREAK SPACE}", " ")
    assert spoken == "Belopp 7 871 744,00 kronor, rad 1 av 4"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Hela namnet: Region Östergötland"
    assert amount.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(2, 3).data(Roles.TONE) == "stop"
    assert model.index(2, 1).data() == "–"
    assert "inget belopp" in model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, 0).data(Roles.ROW_ID) == 11
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex()) is None


def test_an_icon_in_a_cell() -> None:
    column: Column[CaseRow] = Column(
        "mark", "", lambda row: "", icon=lambda row: "stop" if row.id == 11 else ""
    )
    model = RowTableModel([column], identify)
    model.set_rows(ROWS)
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_headers(model: RowTableModel[CaseRow]) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(1, across) == "Belopp"
    assert model.headerData(1, across, Qt.ItemDataRole.ToolTipRole) == "I kronor"
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None
    assert model.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, across, Qt.ItemDataRole.FontRole) is None
    assert model.headerData(0, down) is None
    assert model.headerData(99, across) is None


def test_sorting_is_swedish_and_puts_nothing_last(model: RowTableModel[CaseRow]) -> None:
    told = Heard()
    model.sorted_by.connect(told)
    model.sort_by("name", False)
    assert names(model)[:3] == ["Region Dalarna", "Region Örebro län", "Region Östergötland"]
    model.sort_by("amount", False)
    assert ids(model) == [12, 14, 11, 13]
    model.sort_by("amount", True)
    assert ids(model) == [11, 14, 12, 13], "a row without amount comes last both ways"
    model.sort_by("amount", True)
    model.sort_by("", False)
    assert ids(model) == [row.id for row in ROWS]
    assert told.told == [("name", False), ("amount", False), ("amount", True), ("", False)]


def test_equal_rows_keep_their_order() -> None:
    same = Column[CaseRow]("same", "Lika", lambda row: "x")
    assert sorted_rows(ROWS, same, False) == list(ROWS)


def test_filtering_by_words(model: RowTableModel[CaseRow]) -> None:
    counted = Heard()
    model.shown_changed.connect(counted)
    model.filter("REGION öst")
    assert ids(model) == [11]
    assert counted.told == [(1, 4)]
    model.filter("7871744")
    assert ids(model) == [11], "an amount is found without its spaces"
    model.filter("finns inte")
    assert (ids(model), model.row_at(0), model.number_of(11)) == ([], None, None)
    assert model.rows() == ROWS
    model.filter("")
    assert len(ids(model)) == 4
    assert (shown_text(7, 41), shown_text(41, 41), shown_text(1, 1)) == ("7 av 41 visas", "41 rader", "1 rad")


def test_header_clicks_go_round(view: TableView[CaseRow], model: RowTableModel[CaseRow]) -> None:
    header = view.horizontalHeader()
    seen = []
    for _ in range(3):
        header.sectionClicked.emit(1)
        seen.append((ids(model), header.isSortIndicatorShown()))
    assert [order[0] for order, _ in seen] == [12, 11, 11]
    assert [shown for _, shown in seen] == [True, True, False]


def test_the_selection_survives_a_refresh(view: TableView[CaseRow], model: RowTableModel[CaseRow]) -> None:
    view.select_id(13)
    told = Heard()
    view.current_changed.connect(told)
    model.set_rows(tuple(reversed(ROWS)))
    assert (view.current_id(), view.selected_ids()) == (13, [13])
    assert view.current_row() == ROWS[2]
    model.set_rows(ROWS[:1])
    assert view.current_id() == 11, "the chosen row is gone: the first one has the focus"
    model.set_rows(())
    assert (view.current_id(), view.current_row(), told.told[-1]) == (None, None, 0)
    assert not view.select_id(11)


def test_enter_and_double_click_open_a_row(view: TableView[CaseRow], qtbot: QtBot) -> None:
    opened = Heard()
    view.opened.connect(opened)
    view.select_id(12)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    view.doubleClicked.emit(view.rows.index(0, 0))
    assert opened.told == [12, 11]


def test_copying_rows_and_cells(view: TableView[CaseRow], qtbot: QtBot) -> None:
    told = Heard()
    view.told.connect(told)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Mottagare\tBelopp\tKom in\tStatus\tNr"
    assert lines[1].split("\t")[0] == "Region Östergötland"
    assert len(lines) == 5
    view.setCurrentIndex(view.rows.index(1, 0))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "Region Dalarna"
    assert told.told == ["Kopierade 4 rader, 5 kolumner", "Kopierade ”Region Dalarna”"]


def test_nothing_chosen_copies_nothing(view: TableView[CaseRow], model: RowTableModel[CaseRow]) -> None:
    told = Heard()
    view.told.connect(told)
    model.set_rows(())
    view.copy_rows()
    view.copy_cell()
    assert told.told == []


def test_a_tab_in_a_cell_does_not_move_the_columns() -> None:
    column = Column[CaseRow]("a", "A", lambda row: "en\ttvå\ntre", copied=lambda row: "en\ttvå\ntre")
    assert as_tsv([column], ROWS[:1]) == "A\nen två tre"


def test_columns_are_remembered_and_can_be_restored(qtbot: QtBot) -> None:
    settings = MemorySettings()

    def made() -> TableView[CaseRow]:
        model = RowTableModel(columns(), identify)
        model.set_rows(ROWS)
        view: TableView[CaseRow] = TableView(model, "Ärenden", settings, "cases")
        qtbot.addWidget(view)
        return view

    first = made()
    first.setColumnWidth(1, 222)
    first.horizontalHeader().moveSection(0, 2)
    first.horizontalHeader().sectionClicked.emit(1)
    again = made()
    header = again.horizontalHeader()
    assert (again.columnWidth(1), header.logicalIndex(2)) == (222, 0)
    assert again.rows.index(0, 0).data() == "Region Dalarna", "the order is remembered too"
    again.selectAll()
    again.copy_rows()
    assert QGuiApplication.clipboard().text().startswith("Belopp\tKom in\tMottagare"), "as it is seen"
    again.restore_columns()
    assert header.logicalIndex(0) == 0
    assert again.columnWidth(1) == 116


def test_the_header_menu_offers_the_way_back(view: TableView[CaseRow]) -> None:
    header = view.horizontalHeader()
    header.moveSection(0, 2)
    header.customContextMenuRequested.emit(header.rect().center())
    menu = view.findChild(QMenu)
    assert menu is not None
    actions: list[QAction] = menu.actions()
    assert [action.text() for action in actions] == ["Återställ kolumner"]
    actions[0].trigger()
    menu.close()
    assert header.logicalIndex(0) == 0


def test_rows_and_columns_grow_with_the_text(view: TableView[CaseRow]) -> None:
    width = view.columnWidth(0)
    palette.apply(application.make_application(), Theme.LIGHT, 200)
    assert view.verticalHeader().defaultSectionSize() == 64
    assert view.columnWidth(0) == 2 * width
    assert view.horizontalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Interactive


def test_a_level_is_drawn_with_tint_and_a_chosen_row_with_its_own_colour(view: TableView[CaseRow]) -> None:
    roles = palette.current().roles
    view.select_id(11)
    picture = view.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert {roles.selected_fill, roles.stop_tint, roles.base} <= colours
    assert roles.waiting_tint not in colours, "the chosen row has no tint of its own"


def test_the_focus_ring_is_drawn_inside_the_chosen_row(view: TableView[CaseRow], qtbot: QtBot) -> None:
    view.select_id(11)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    with_focus = view.viewport().grab().toImage()
    view.clearFocus()
    assert view.viewport().grab().toImage() != with_focus


def test_columns_tell_how_wide_they_want_to_be(view: TableView[CaseRow]) -> None:
    view.resizeColumnToContents(0)
    narrow = view.columnWidth(0)
    view.resizeColumnToContents(4)
    assert view.columnWidth(4) < narrow

"""Large tables never wait: placeholders first, one page at a time, the newest wish first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.gui_parts import CaseRow, Heard, columns, identify

from sbdesk.gui import application
from sbdesk.gui.paged_model import KEPT_PAGES, PAGE, PLACEHOLDER, PagedModel
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import Roles

COUNT = 50 * PAGE + 7


class Source:
    """Answers only when told to, as the database does."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self._waiting: list[Callable[[bool], None]] = []
        self.note = ""

    def ask(
        self, ids: list[int], arrived: Callable[[Sequence[CaseRow]], None], ended: Callable[[], None]
    ) -> None:
        self.asked.append(ids)

        def answer(well: bool) -> None:
            if well:
                arrived([CaseRow(row_id, f"Rad {row_id}{self.note}", row_id) for row_id in ids])
            ended()

        self._waiting.append(answer)

    def answer(self, *, well: bool = True) -> None:
        self._waiting.pop(0)(well)

    def answer_all(self) -> None:
        while self._waiting:
            self.answer()

    def pages(self) -> list[int]:
        return [(ids[0] - 1) // PAGE for ids in self.asked]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source, qapp: QApplication) -> PagedModel[CaseRow]:
    application.make_application()
    made = PagedModel(columns(), identify, source.ask)
    made.set_ids(range(1, COUNT + 1))
    return made


def see(model: PagedModel[CaseRow], page: int) -> str:
    return str(model.index(page * PAGE, 0).data())


def test_the_model_keeps_qts_rules(source: Source, model: PagedModel[CaseRow]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    see(model, 0)
    source.answer_all()
    model.set_ids([3, 2, 1])
    source.answer_all()
    assert tester.model() is model
    assert (model.rowCount(), model.rowCount(model.index(0, 0))) == (3, 0)


def test_a_page_is_asked_for_once_and_arrives(source: Source, model: PagedModel[CaseRow]) -> None:
    changed = Heard()
    model.dataChanged.connect(lambda first, last, roles: changed((first.row(), last.row())))
    assert see(model, 0) == PLACEHOLDER
    assert model.index(5, 1).data() == PLACEHOLDER
    assert model.index(5, 0).data(Roles.ROW_ID) == 6, "the id is known before the row"
    assert "läses" in model.index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(5, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert source.pages() == [0]
    source.answer()
    assert see(model, 0) == "Rad 1"
    assert changed.told == [(0, PAGE - 1)]
    assert source.pages() == [0]
    assert model.data(QModelIndex()) is None


def test_the_newest_wish_comes_first_and_old_ones_are_dropped(
    source: Source, model: PagedModel[CaseRow]
) -> None:
    for page in range(8):
        see(model, page)
    assert source.pages() == [0], "one at a time"
    source.answer_all()
    while len(source.asked) < 5:
        source.answer_all()
    assert source.pages() == [0, 7, 6, 5, 4]
    assert see(model, 1) == PLACEHOLDER
    source.answer_all()
    assert see(model, 1) == "Rad 257"


def test_the_last_page_is_short(source: Source, model: PagedModel[CaseRow]) -> None:
    see(model, 50)
    assert len(source.asked[0]) == 7
    source.answer()
    assert model.index(COUNT - 1, 0).data() == f"Rad {COUNT}"


def test_memory_is_bounded_and_the_page_just_used_stays(source: Source, model: PagedModel[CaseRow]) -> None:
    for page in range(KEPT_PAGES):
        see(model, page)
        source.answer_all()
    see(model, 0)
    for page in range(KEPT_PAGES, KEPT_PAGES + 3):
        see(model, page)
        source.answer_all()
    assert model.row_at(0) is not None
    assert model.row_at(PAGE) is None, "the page unused for longest is forgotten"


def test_a_page_that_failed_is_asked_for_again(source: Source, model: PagedModel[CaseRow]) -> None:
    see(model, 0)
    source.answer(well=False)
    assert see(model, 0) == PLACEHOLDER
    source.answer()
    assert see(model, 0) == "Rad 1"


def test_answers_for_former_rows_are_thrown_away(source: Source, model: PagedModel[CaseRow]) -> None:
    see(model, 0)
    model.set_ids([900, 901])
    source.answer()
    assert model.index(0, 0).data() == PLACEHOLDER
    source.answer()
    assert model.index(0, 0).data() == "Rad 900"


def test_refresh_reads_again_what_is_shown(source: Source, model: PagedModel[CaseRow]) -> None:
    for page in (0, 1):
        see(model, page)
        source.answer_all()
    source.note = " ändrad"
    model.refresh([1, 99_999_999])
    assert see(model, 0) == "Rad 1", "the former row stands until the new one has come"
    source.answer_all()
    assert (see(model, 0), see(model, 1)) == ("Rad 1 ändrad", "Rad 257")
    model.refresh()
    source.answer_all()
    source.answer_all()
    assert see(model, 1) == "Rad 257 ändrad"


def test_a_refresh_does_not_take_an_answer_from_before_the_act(
    source: Source, model: PagedModel[CaseRow]
) -> None:
    see(model, 0)
    model.refresh()
    source.answer()
    assert model.row_at(0) is None
    assert see(model, 0) == PLACEHOLDER
    source.answer()
    assert see(model, 0) == "Rad 1"


def test_ids_and_places(model: PagedModel[CaseRow]) -> None:
    assert (model.number_of(300), model.id_at(299), model.number_of(0), model.id_at(-1)) == (
        299,
        300,
        None,
        None,
    )
    assert model.row_at(-1) is None
    assert len(model.ids()) == COUNT


def test_sorting_is_the_presenters_business(model: PagedModel[CaseRow]) -> None:
    told = Heard()
    model.sorted_by.connect(told)
    model.sort_by("amount", True)
    assert told.told == [("amount", True)]


def test_copying_reads_the_rows_by_id(source: Source, model: PagedModel[CaseRow], qtbot: QtBot) -> None:
    view: TableView[CaseRow] = TableView(model, "Rader", MemorySettings(), "lines")
    qtbot.addWidget(view)
    told = Heard()
    view.told.connect(told)
    view.select_id(400)
    source.asked.clear()
    source._waiting.clear()
    view.copy_rows()
    assert source.asked == [[400]]
    source.answer()
    assert "Rad 400" in QGuiApplication.clipboard().text()
    assert told.told == ["Kopierade 1 rad, 5 kolumner"]
    view.copy_cell()
    assert told.told == ["Kopierade 1 rad, 5 kolumner"], "a cell that is not read cannot be copied"

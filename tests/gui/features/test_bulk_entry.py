"""Many requisitions pasted or read from Excel in Rekvisitioner: previewed, corrected, registered at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import dialog_of, press
from support.requisition_case import CaseDriver
from support.requisition_window import Surroundings, open_page

from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.gui.tasks import Step
from sbdesk.store.records.programmes import ProgrammeRecord

HEAD = "Mottagare\tKom in\tbase\tcoordination\tKontotyp\tKontonummer"
STOCKHOLM = "Region Stockholm\t2026-06-10\t2 000 000\t\tBankgiro\t5050-1055"
SKANE = "Region Skåne\t2026-06-10\t2 000 000\t4 000 000\tBankgiro\t5050-1055"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
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


@pytest.fixture
def page(opened: tuple[RequisitionsPage, Surroundings]) -> RequisitionsPage:
    return opened[0]


def paste(page: RequisitionsPage, *lines: str) -> None:
    QGuiApplication.clipboard().setText("\n".join(lines))
    page.table.setFocus()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(page.table, Qt.Key.Key_V, shift)


def ends(page: RequisitionsPage) -> list[tuple[int, str]]:
    return [(row.number, row.result.swedish) for row in page.tables.entry.model.rows()]


def test_a_paste_is_previewed_and_registered_by_keys(desk: OpenDesk, page: RequisitionsPage) -> None:
    paste(page, HEAD, STOCKHOLM, SKANE)
    entry = page.tables.entry
    assert page.stack.currentWidget() is page.tables
    assert page.has_unsaved().startswith("En tabell med rekvisitioner")
    assert page.tables.programme.currentText() == "CSD 2026 (6 väntar på rekvisition)"
    assert [word for _, word in ends(page)] == ["Registreras med stopp"] * 2
    assert entry.confirm.text() == "Registrera 2 rekvisitioner"
    figures = {total.label: total.value.replace("\N{NO-BREAK SPACE}", " ") for total in entry.totals.totals()}
    assert figures == {"Registreras": "2", "Varav med stopp": "2", "Summa rekvirerat": "8 000 000 kr"}
    assert page.first_focus() is entry.confirm
    assert page.panes()[0] is entry.columns
    assert CaseDriver(desk).page().stage is Stage.EXPECTED
    assert page.next_step()
    assert CaseDriver(desk).page().stage is Stage.CHECKING
    assert page.stack.currentWidget() is page.halves
    assert page.has_unsaved() == ""


def test_a_faulty_row_comes_first_and_keeps_all_out(desk: OpenDesk, page: RequisitionsPage) -> None:
    paste(page, HEAD, STOCKHOLM, SKANE.replace("5050-1055", "123-4568"))
    assert ends(page)[0] == (3, "Fel i raden")
    assert page.tables.entry.model.rows()[0].detail == "F3: Bankgiro 123-4568 har fel kontrollsiffra."
    assert page.tables.entry.reason.text() == "1 rad har fel."
    assert not page.next_step()
    assert page.first_focus() is page.tables.entry.leave
    press(page.tables.entry, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.halves
    assert CaseDriver(desk).page().stage is Stage.EXPECTED


def test_what_is_registered_already_is_told(desk: OpenDesk, page: RequisitionsPage) -> None:
    paste(page, HEAD, STOCKHOLM)
    assert page.next_step()
    paste(page, HEAD, STOCKHOLM)
    assert ends(page) == [(2, "Redan registrerad")]
    assert page.tables.entry.strip.text() == "Ingen rad är ny."
    assert "5 väntar" in page.tables.programme.currentText()


def test_columns_are_chosen_where_headings_are_unknown(page: RequisitionsPage) -> None:
    paste(page, "x\ty\tz", "Region Stockholm\t2026-06-10\t2 000 000")
    entry = page.tables.entry
    chosen_first, *lines = entry.reason.text().splitlines()
    assert chosen_first == "Välj vilken kolumn i tabellen som är:"
    assert lines[:2] == ["– Kom in", "– Mottagare eller Organisationsnummer"]
    assert len(lines) == 3
    for column, key in ((0, "recipient"), (1, "received_on"), (2, "total")):
        combo = entry.columns.combo(column)
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())
    assert [row.result.swedish for row in entry.model.rows()] == ["Fel i raden", "Registreras med stopp"]


def test_a_file_is_chosen_and_its_sheet(page: RequisitionsPage, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Om"])
    sheet = book.create_sheet("Rekvisitioner")
    for line in (HEAD, STOCKHOLM):
        sheet.append(line.split("\t"))
    book.save(tmp_path / "in.xlsx")
    page.tables.choose_file()
    dialog = dialog_of(page, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "in.xlsx"))
    dialog.reject()
    assert page.tables.entry.sheet.currentText() == "Rekvisitioner"
    assert ends(page) == [(2, "Registreras med stopp")]
    page.tables.entry.sheet_chosen.emit(0)
    assert page.tables.entry.model.rows() == ()
    page.tables.programme.activated.emit(0)
    assert ends(page) == [(2, "Registreras med stopp")]


def test_a_template_is_saved(opened: tuple[RequisitionsPage, Surroundings], tmp_path: Path) -> None:
    page, _ = opened
    page.tables.save_template()
    dialog = dialog_of(page, QFileDialog)
    assert dialog.windowTitle() == "Spara mall, CSD 2026"
    dialog.fileSelected.emit(str(tmp_path / "mall.xlsx"))
    dialog.reject()
    assert openpyxl.load_workbook(tmp_path / "mall.xlsx").sheetnames[0] == "Rekvisitioner"


def test_refusals_are_told_in_the_page(desk: OpenDesk, page: RequisitionsPage) -> None:
    paste(page, "  ")
    assert page.message_bar.text().startswith("Urklipp innehåller ingen text.")
    assert not page.tables.is_open
    with desk.store.writing() as session:
        session.get_one(ProgrammeRecord, desk.programme).state = ProgrammeState.ARCHIVED
    paste(page, HEAD, STOCKHOLM)
    assert page.message_bar.text().startswith("Inget statsbidrag är öppet för rekvisition.")
    page.tables.presenter.confirm()
    page.tables.presenter.set_sheet(0)
    page.tables.presenter.set_column(0, "")
    page.tables.presenter.leave()


def test_somebody_else_may_be_first(desk: OpenDesk, page: RequisitionsPage) -> None:
    paste(page, HEAD, STOCKHOLM)
    CaseDriver(desk, "Region Stockholm").receive(amounts={CaseDriver(desk).components()[0]: 5})
    assert page.next_step()
    assert page.message_bar.text().startswith("1 rad har fel. Inget är registrerat.")
    assert page.tables.is_open, "the table stays to be looked at"


def test_progress_is_shown_and_cancelled(page: RequisitionsPage) -> None:
    paste(page, HEAD, STOCKHOLM)
    progress = page.tables.new_progress()
    progress.show(Step(1, 2, "Kontrollerar rad 1 av 2"))
    assert page.tables.entry.work.isVisible()
    page.tables.entry.work.cancel()
    progress.show(None)
    page.tables.presenter.leave()
    assert not page.tables.is_open

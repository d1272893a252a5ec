"""The Avstämningar page with real widgets, real services and real key presses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk
from support.ledger import Row, put_finding
from support.reconciliation_desk import page_context, paid_desk, with_ledger
from support.reconciliation_keyboard import Keyboard

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineView
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.verdicts import Judged
from sbdesk.gui.context import Target
from sbdesk.gui.features.reconciliations.dialogs import SecondPersonDialog
from sbdesk.gui.features.reconciliations.feature import reconciliations_feature
from sbdesk.gui.features.reconciliations.page import ReconciliationsPage
from sbdesk.services.reconciliations import ReconciliationsService

DEVIATION = (("L01", Level.DEVIATION),)
Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = paid_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def went() -> list[tuple[str, Target | None]]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, desk: OpenDesk, went: list[tuple[str, Target | None]]
) -> Iterator[ReconciliationsPage]:
    feature = reconciliations_feature()
    made = feature.make_page(page_context(desk, lambda *place: went.append(place)))
    assert isinstance(made, ReconciliationsPage)
    qtbot.addWidget(made)
    made.resize(1064, 720)
    made.show()
    yield made
    made.closing()


@pytest.fixture
def keys(qtbot: QtBot, page: ReconciliationsPage) -> Keyboard:
    return Keyboard(qtbot, page)


def service(desk: OpenDesk) -> ReconciliationsService:
    return ReconciliationsService(desk.work)


def open_case(desk: OpenDesk, page: ReconciliationsPage) -> None:
    page.presenter.reload(page.presenter.WATCHES)
    page.open(Target(id=desk.award()))


def shown_cells(page: ReconciliationsPage, column: str) -> list[str]:
    model = page.case.table.lines
    number = [it.key for it in model.columns].index(column)
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_rest_is_approved_with_one_button(desk: OpenDesk, page: ReconciliationsPage) -> None:
    with_ledger(desk, [Row(10_000, findings=DEVIATION), Row(20_000), Row(30_000)])
    open_case(desk, page)
    assert page.case.approve.text() == "Godkänn 2 rader utan avvikelse (500,00 kr)"
    page.case.approve.click()
    assert not page.case.approve.isVisible()
    assert page.undo.text() == "Ångra: Godkänn 2 rader utan avvikelse"
    page.undo.trigger()
    assert page.case.approve.isVisible()


def test_filters_narrow_and_say_what_they_hide(
    desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(10_000, findings=DEVIATION), Row(20_000, findings=(("L02", Level.NOTE),))])
    open_case(desk, page)
    filters = page.case.filters
    assert filters.levels[Level.DEVIATION].text() == "Avvikelse 1"
    filters.view.setCurrentIndex(list(LineView).index(LineView.ALL))
    filters.view.activated.emit(filters.view.currentIndex())
    filters.levels[Level.NOTE].click()
    assert list(page.shown_ids()) == [ids[1]]
    filters.levels[Level.NOTE].click()
    filters.cause.setCurrentIndex(filters.cause.findData(3))
    filters.cause.activated.emit(filters.cause.currentIndex())
    assert list(page.shown_ids()) == []
    assert page.case.empty.text() == "Inget matchar urvalet. 2 rader döljs."
    page.case.empty.findChild(QPushButton).click()
    assert list(page.shown_ids()) == ids
    page.case.detail.go_to_findings()
    [item] = [it for it in page.case.detail.findings.items() if it.title.startswith("Reservering")]
    assert item.action is not None
    item.action.run()
    assert list(page.shown_ids()) == [ids[1]]
    assert filters.rule.text() == "Fynd: Reservering, underlag behövs (ta bort)"
    filters.rule.click()
    assert list(page.shown_ids()) == ids
    filters.search.field.setText("xyz")
    filters.search.field.searched.emit("xyz")
    assert list(page.shown_ids()) == []
    page.presenter.clear_filter()
    assert filters.search.field.text() == ""
    keys.press(Key.Key_G)


def test_fixing_asks_who_signed_and_enter_alone_does_nothing(
    qtbot: QtBot, desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard, tmp_path: Path
) -> None:
    ids = with_ledger(desk, [Row(10_000, findings=DEVIATION)])
    open_case(desk, page)
    keys.press(Key.Key_G)
    assert page.next_step()
    assert page.presenter.page is not None
    assert page.presenter.page.state is ReconciliationState.PROPOSED
    assert page.next_step()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondPersonDialog)
    assert dialog.ui.cancel.isDefault()
    assert not dialog.ui.reason.isVisible()
    dialog.day.edit.setText("")
    dialog.ui.ok.click()
    assert dialog.day.edit.accessibleDescription().startswith("Dagen saknas")
    dialog.day.set_day(date(2027, 2, 8))
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Den undertecknade sidan saknas")
    dialog.ui.file.setText(str(tmp_path / "borta.pdf"))
    dialog.ui.ok.click()
    assert "kan inte läsas" in dialog.ui.problem.text()
    (tmp_path / "sida.pdf").write_bytes(b"%PDF-1.4 sida")
    dialog.ui.file.setText(str(tmp_path / "sida.pdf"))
    dialog.ui.ok.click()
    assert page.case.status.text().startswith(
        "Fastställd 2027-02-08 · Undertecknat utanför programmet av Karin Ek"
    )
    page.presenter.clear_filter()
    keys.press(Key.Key_G)
    assert "Välj Ändra belopp" in page.message_bar.text()
    page.presenter.fixing.reopen()
    again = QApplication.activeModalWidget()
    assert isinstance(again, SecondPersonDialog)
    again.ui.file.setText(str(tmp_path / "sida.pdf"))
    again.ui.ok.click()
    assert again.ui.problem.text().startswith("Skälet saknas")
    again.ui.cancel.click()
    assert service(desk).lines.rows(ids)[0].judged is Judged.APPROVED


def test_places_are_asked_for_and_files_chosen(
    desk: OpenDesk, page: ReconciliationsPage, tmp_path: Path
) -> None:
    with_ledger(desk, [Row(10_000, findings=DEVIATION)])
    page._export()
    open_case(desk, page)
    page._export()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "rader.csv"))
    dialog.close()
    assert (tmp_path / "rader.csv").read_text(encoding="utf-8-sig").startswith("Ver.nr;Datum")
    page.presenter.fixing.finalise()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SecondPersonDialog)
    asked.ui.fileChoose.click()
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("sida.pdf")
    chooser.close()
    assert asked.ui.file.text() == "sida.pdf"
    asked.reject()


def test_list_empty_state_and_the_way_between_them(
    desk: OpenDesk, page: ReconciliationsPage, went: list[tuple[str, Target | None]]
) -> None:
    assert page.first_focus() is page.table
    assert page.table.rows.rowCount() == 1
    assert not page.next_step()
    page.open(None)
    places: list[Target] = []
    page.moved.connect(places.append)
    page.table.opened.emit(desk.award())
    assert places == [Target(id=desk.award())]
    assert page.first_focus() is page.case.table
    assert len(page.panes()) == 3
    assert page.case.empty.text().startswith("Ingen huvudbok är inläst")
    page.case.empty.findChild(QPushButton).click()
    page.open(Target(id=4, part="import", query="fil.xlsx"))
    assert went == [
        ("ledger_imports", Target(id=desk.award())),
        ("ledger_imports", Target(id=4, query="fil.xlsx")),
    ]
    page._search()
    page.case.back.click()
    assert page.stack.currentWidget() is page.table
    assert page.panes() == (page.table,)
    page.open(Target())
    page.show_rows([])
    assert page.stack.currentWidget() is page.empty
    assert page.first_focus() is page.empty
    assert reconciliations_feature().waiting is not None


def test_everything_has_a_name_for_the_screen_reader(desk: OpenDesk, page: ReconciliationsPage) -> None:
    with_ledger(desk, [Row(10_000, findings=DEVIATION)])
    put_finding(desk, desk.award(), "L18", Level.STOP, ("award", desk.award()))
    open_case(desk, page)
    nameless = [
        type(widget).__name__
        for widget in page.case.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert set(nameless) <= {"QTabBar", "QScrollArea"}

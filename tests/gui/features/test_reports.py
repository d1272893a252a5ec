"""The Återrapportering page with real widgets and services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk
from support.reconciliation_desk import page_context, paid_desk

from sbdesk.domain.ore import from_kronor
from sbdesk.gui.context import Target
from sbdesk.gui.features.reports.dialogs import RegisterReportDialog, ReportDueDialog
from sbdesk.gui.features.reports.feature import reports_feature
from sbdesk.gui.features.reports.page import ReportsPage
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ReportInput


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = paid_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def went() -> list[tuple[str, Target | None]]:
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: OpenDesk, went: list[tuple[str, Target | None]]) -> Iterator[ReportsPage]:
    made = reports_feature().make_page(page_context(desk, lambda *place: went.append(place)))
    assert isinstance(made, ReportsPage)
    qtbot.addWidget(made)
    made.resize(1064, 720)
    made.show()
    made.open(Target(id=desk.award()))
    yield made
    made.closing()


def register_dialog() -> RegisterReportDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, RegisterReportDialog)
    return found


def due_dialog() -> ReportDueDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ReportDueDialog)
    return found


def test_the_list_says_what_is_expected(desk: OpenDesk, page: ReportsPage) -> None:
    assert page.first_focus() is page.table
    assert page.panes() == (page.table, page.filters.field)
    cells = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    assert cells == ["Inte beslutat"] * 6
    assert page.status.text() == "Väntar på mottagaren: återrapport, datum inte beslutat"
    assert [total.value for total in page.totals.totals()] == ["6\xa0000\xa0000,00", "–", "–"]
    page.model.filter("uppsala")
    assert page.model.rowCount() == 1
    page.context.year.choose(2025)
    assert page.stack.currentIndex() == 0
    assert not page.next_step()
    assert reports_feature().waiting is not None


def test_a_report_is_registered_from_the_keyboard(
    qtbot: QtBot, desk: OpenDesk, page: ReportsPage, tmp_path: Path, went: list[tuple[str, Target | None]]
) -> None:
    assert page.next_step()
    dialog = register_dialog()
    assert dialog.received.day() == date(2027, 2, 8)
    assert dialog.ui.unused.text().startswith("Inte använt räknas ut")
    assert not dialog.ui.reason.isVisible()
    dialog.received.edit.setText("")
    dialog.ui.ok.click()
    assert dialog.received.edit.accessibleDescription().startswith("Dagen saknas")
    dialog.received.set_day(date(2027, 1, 15))
    dialog.ui.ok.click()
    assert dialog.used.edit.accessibleDescription().startswith("Beloppet saknas")
    first, second = dialog.parts.values()
    first.edit.setText("x")
    dialog.used.set_ore(100)
    dialog.ui.ok.click()
    assert "är inget belopp" in first.edit.accessibleDescription()
    dialog.used.set_text("")
    first.edit.setText("1 500 000")
    second.edit.setText("3 000 000")
    second.committed.emit()
    assert dialog.used.ore() == from_kronor(4_500_000)
    assert dialog.ui.unused.text().replace("\xa0", " ") == "Inte använt: 1 500 000 kr."
    dialog.ui.file.setText(str(tmp_path / "borta.pdf"))
    dialog.ui.ok.click()
    assert "borta.pdf kan inte läsas" in dialog.ui.problem.text()
    (tmp_path / "rapport.pdf").write_bytes(b"%PDF-1.4")
    dialog.ui.file.setText(str(tmp_path / "rapport.pdf"))
    qtbot.keyClicks(dialog.ui.answers, "Fler patienter")
    qtbot.keyClick(dialog.used.edit, Qt.Key.Key_Return)
    assert page.status.text() == "Handläggaren granskar"
    assert page.answers.text() == "Fler patienter"
    assert "kom in 2027-01-15" in page.facts.text()
    assert page.next_step()
    assert went == [("reconciliations", Target(id=desk.award()))]


def test_a_correction_asks_why(desk: OpenDesk, page: ReportsPage, tmp_path: Path) -> None:
    ReportsService(desk.work).register(desk.award(), ReportInput(date(2027, 1, 15), 100))
    page.presenter.reload(page.presenter.WATCHES)
    page.presenter.register()
    dialog = register_dialog()
    assert dialog.used.ore() == 100
    dialog.used.set_ore(from_kronor(7_000_000))
    dialog.used.edit.textChanged.emit("")
    assert "står själv för" in dialog.ui.unused.text()
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Skälet saknas")
    dialog.ui.fileChoose.click()
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("rapport.pdf")
    chooser.close()
    assert dialog.ui.file.text() == "rapport.pdf"
    dialog.ui.file.setText("")
    dialog.ui.reason.setText("felräknat")
    dialog.ui.ok.click()
    assert "version 2" in page.facts.text()


def test_what_the_service_refuses_is_shown_in_the_page(desk: OpenDesk, page: ReportsPage) -> None:
    page.presenter.register()
    dialog = register_dialog()
    dialog.used.set_ore(100)
    dialog.received.set_day(date(2027, 12, 24))
    dialog.ui.ok.click()
    assert "har inte varit än" in page.message_bar.text()
    page.open(Target(id=desk.award("Region Uppsala")))
    page.presenter.register()
    assert QApplication.activeModalWidget() is None
    assert page.steps.reason() == "Bidraget är inte utbetalt."


def test_the_last_day_is_decided_with_its_source(desk: OpenDesk, page: ReportsPage) -> None:
    page.presenter.set_due()
    dialog = due_dialog()
    dialog.ui.ok.click()
    assert dialog.day.edit.accessibleDescription().startswith("Dagen saknas")
    dialog.day.set_day(date(2027, 2, 28))
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Skriv var dagen är bestämd")
    dialog.ui.reason.setText("Utskick 2026-12-01")
    dialog.ui.ok.click()
    assert page.facts.text() == "Sista dag 2027-02-28"
    assert page.status.text().endswith("senast 2027-02-28")


def test_an_unknown_target_waits_for_its_row_and_empty_leads_on(
    desk: OpenDesk, page: ReportsPage, went: list[tuple[str, Target | None]]
) -> None:
    page.open(None)
    page.open(Target(id=99))
    page.show_rows([])
    page.empty.findChild(QPushButton).click()
    assert went == [("programmes", None)]
    page.presenter.page = None
    page.presenter.register()
    page.presenter.set_due()
    assert QApplication.activeModalWidget() is None

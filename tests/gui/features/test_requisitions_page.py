"""A case clicked through from stop to paid, the draft letter, filters and dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, decide_appeal, open_desk
from support.requisition_case import CaseDriver
from support.requisition_window import Surroundings, open_page

from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.context import Target
from sbdesk.gui.features.requisitions import dialogs
from sbdesk.gui.features.requisitions.feature import requisitions_feature
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.gui.features.requisitions.questions import Answer, Question
from sbdesk.services.payouts import Booking


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


def answer_dialog(page: RequisitionsPage) -> dialogs.AnswerDialog:
    QApplication.processEvents()
    (dialog,) = [d for d in page.findChildren(dialogs.AnswerDialog) if d.isVisible()]
    return dialog


def test_from_stop_to_paid_by_clicks(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings], tmp_path: Path
) -> None:
    page, around = opened
    signed = tmp_path / "undertecknat.pdf"
    signed.write_bytes(b"%PDF-1.4 undertecknat")
    case = CaseDriver(desk)
    desk.clock.set(date(2026, 7, 17))
    case.receive()
    page.open(Target(id=case.award))
    page.presenter.choose(case.award)
    assert page.case.steps.reason() == (
        "1 avvikelse saknar skäl: Inom rekvisitionstiden. Ange skäl under Kontroller."
    )
    item = page.case.checks.items()[0]
    assert (item.word, item.title) == ("Avvikelse", "Inom rekvisitionstiden")
    assert item.action is not None
    item.action.run()
    dialog = answer_dialog(page)
    dialog.ui.ok.click()
    assert dialog.ui.problem.text() == "Skäl saknas. Skriv det."
    dialog.ui.text.setPlainText("E-tjänsten låg nere.")
    dialog.ui.ok.click()
    assert page.case.tabs.tabText(0) == "Kontroller 1"
    page.presenter.start(Act.PROPOSE)
    page.case.proposal.ui.reasons.setPlainText("E-tjänsten låg nere den sista dagen.")
    page.case.proposal.ui.ok.click()
    assert page.next_step()
    dialog = answer_dialog(page)
    assert dialog.windowTitle() == "Registrera beslut"
    assert dialog.ui.cancel.isDefault()
    dialog.ui.ok.click()
    assert dialog.ui.problem.text() == "Filen saknas. Välj den skannade handlingen."
    dialog.ui.file.setText(str(signed))
    dialog.ui.ok.click()
    assert page.case.status.text().startswith("Beviljad: handläggaren förbereder utbetalning")
    page.next_step()
    answer_dialog(page).ui.ok.click()
    page.next_step()
    (booking,) = page.findChildren(dialogs.BookingDialog)
    booking.ui.ok.click()
    assert booking.ui.problem.text() == "Kontot saknas. Ange kontot i redovisningen."
    booking.ui.account.setText("7710")
    booking.ui.ok.click()
    page.next_step()
    dialog = answer_dialog(page)
    dialog.ui.file.setText(str(signed))
    dialog.ui.ok.click()
    page.next_step()
    dialog = answer_dialog(page)
    dialog.day.set_text("i går")
    dialog.ui.ok.click()
    assert dialog.day.edit.hasFocus()
    dialog.day.set_day(date(2026, 7, 17))
    dialog.ui.ok.click()
    assert page.case.status.text() == "Utbetald 2026-07-17"
    assert "Beslut B-2026-001 den 17 juli 2026. Undertecknat utanför programmet" in page.case.paid.text()
    assert page.case.documents.rowCount() == 2
    assert page.case.timeline.items()[0].what == "Utbetalningen markerad som genomförd"
    page.case.documents_table.opened.emit(2)
    assert around.gone[-1] == ("documents", Target(id=2))
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert around.gone[-1][0] == "documents"


def test_the_draft_is_shown_and_saved(
    qtbot: QtBot, desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings], tmp_path: Path
) -> None:
    page, around = opened
    case = CaseDriver(desk).bring_to(Stage.PROPOSED)
    page.presenter.choose(case.award)
    page._preview()
    preview = page.case.preview
    assert preview.document.pageCount() >= 2
    target = tmp_path / "förslag.pdf"
    preview.write(str(target))
    assert target.read_bytes().startswith(b"%PDF")
    assert around.messages.kept()[0].text == "Utkastet är sparat: förslag.pdf."
    preview.write(str(tmp_path / "saknas" / "förslag.pdf"))
    assert page.message_bar.text().startswith("PDF-filen kunde inte sparas.")
    preview.save.click()
    QApplication.processEvents()
    for dialog in preview.findChildren(QFileDialog):
        dialog.reject()
    preview.back.click()
    assert not preview.document.pageCount()
    assert page.case.stack.currentIndex() == 0


def test_acts_that_do_not_belong_here_say_why(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, _ = opened
    page.table.select_id(desk.award())
    page._ask_completion()
    assert page.message_bar.text().startswith("Åtgärden hör inte till det här läget.")
    page.clear_error()
    CaseDriver(desk).receive(case_number="")
    page.presenter.choose(desk.award())
    page._ask_completion()
    assert page.message_bar.text().startswith("Ärendet saknar diarienummer.")


def test_filters_steps_tabs_and_empty_year(
    desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]
) -> None:
    page, around = opened
    CaseDriver(desk).receive()
    page.presenter.reload(page.presenter.WATCHES)
    page.waits.setCurrentIndex(1)
    assert [row.recipient for row in page.list.model.shown()] == ["Region Skåne"]
    page.waits.setCurrentIndex(0)
    page.table.select_id(desk.award())
    page._step_case(1)
    assert page.case.title.text() == "Region Stockholm · CSD 2026"
    page._step_case(-1)
    page._step_tab(-1)
    assert page.case.tabs.currentIndex() == 3
    page._step_tab(1)
    assert page.case.tabs.currentIndex() == 0
    assert len(page.panes()) == 2
    around.year.choose(2025)
    assert page.stack.currentIndex() == 0
    assert page.empty.text() == "Inga förväntade rekvisitioner. De skapas när statsbidraget öppnas."


def test_a_tab_can_be_hung_on_the_case(desk: OpenDesk, opened: tuple[RequisitionsPage, Surroundings]) -> None:
    page, _ = opened
    page.case.add_tab(QWidget(), lambda shown: f"Återrapport {shown.recipient}")
    page.presenter.choose(desk.award())
    assert page.case.tabs.tabText(4) == "Återrapport Region Skåne"


def test_dialog_parts(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[Answer] = []
    dialog = dialogs.AnswerDialog(
        Question(
            "Prov",
            "Spara",
            choice_label="&Vem",
            choices=(),
            line_label="&Nummer (obligatoriskt)",
            line_required=True,
            day_label="&Dag",
            day=None,
            day_required=False,
            file_label="&Fil",
        )
    )
    dialog.answered.connect(told.append)
    dialog.open()
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Det finns ingen att välja.")
    dialog.ui.choice.addItem("Karin Ek", 2)
    dialog.ui.choice.setCurrentIndex(0)
    dialog.ui.ok.click()
    assert dialog.ui.problem.text() == "Nummer saknas. Fyll i det."
    dialog.ui.line.setText("7")
    dialog.ui.fileChoose.click()
    QApplication.processEvents()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.reject()
    (tmp_path / "f.pdf").write_bytes(b"x")
    dialog.ui.file.setText(str(tmp_path / "f.pdf"))
    dialog.ui.ok.click()
    assert told == [Answer(2, None, "7", "", str(tmp_path / "f.pdf"))]


def test_booking_with_a_debt_needs_the_jurists_answer(qtbot: QtBot) -> None:
    told: list[tuple[Booking, str]] = []
    dialog = dialogs.BookingDialog("Betala ut.", "Regionen har en skuld.", None)
    dialog.booked.connect(lambda booking, answer: told.append((booking, answer)))
    dialog.open()
    dialog.ui.account.setText("7710")
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Juristens svar saknas.")
    dialog.ui.answer.setPlainText("Betala.")
    dialog.ui.ok.click()
    assert told == [(Booking("7710"), "Betala.")]


def test_the_feature_counts_what_waits_for_me(qtbot: QtBot, desk: OpenDesk) -> None:
    feature = requisitions_feature()
    around = Surroundings(desk)
    assert feature.waiting is not None
    assert feature.waiting(around.context.services) == 0
    CaseDriver(desk).receive()
    assert feature.waiting(around.context.services) == 1
    made = feature.make_page(around.context)
    assert isinstance(made, RequisitionsPage)
    made.closing()
    made.deleteLater()

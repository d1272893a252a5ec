"""Many cases from the list to the results, by keyboard alone, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.bulk_bench import CONTROL, Bench, work_at
from support.bulk_cases import desk_with
from support.debts import owe
from support.desk import decide_appeal, open_desk
from support.gui_pages import press

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.store.records.parties import OfficerRecord

Key = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """Seven cases that wait for Karin Ek's decision."""
    yield from work_at(qtbot, desk_with(tmp_path / "desk.sbd", 7, proposed=True), tmp_path)


@pytest.fixture
def expected(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """Six expected requisitions."""
    desk = open_desk(tmp_path / "desk.sbd")
    decide_appeal(desk)
    yield from work_at(qtbot, desk, tmp_path)


def test_seven_decisions_by_keyboard_alone(bench: Bench) -> None:
    page = bench.page
    page.table.setFocus()
    bench.press(Key.Key_A, CONTROL)
    bar = page.bulk.bar
    assert bar.words.text() == "7 valda · 16\u00a0100\u00a0003\u00a0kr"
    assert bar.first.text() == "Registrera undertecknade beslut…"
    bar.first.setFocus()
    bench.press(Key.Key_Space)
    preflight = page.bulk.preflight
    assert preflight.words.text() == "Kan: 7 (16\u00a0100\u00a0003\u00a0kr) · Kan inte: 0"
    assert preflight.form.ui.person.hasFocus()
    assert preflight.ok.text() == "&Fortsätt med 7"
    assert page.next_step()
    assert preflight.form.ui.problem.text() == "Filen saknas. Välj den skannade handlingen."
    assert preflight.form.ui.file.hasFocus()
    bench.sign()
    dialog = bench.question()
    assert dialog.ui.intro.text() == (
        "Bevilja 7 mottagare 16\u00a0100\u00a0003\u00a0kr? Det kan inte ångras."
    )
    assert dialog.ui.ok.text() == "Bevilja 7"
    assert dialog.ui.cancel.isDefault()
    press(dialog, Key.Key_Return)
    bench.be_active()
    assert bench.page.bulk.currentWidget() is preflight, "Avbryt is the default"
    page.next_step()
    bench.agree()
    results = page.bulk.results
    assert results.words.text() == "7 klara (16\u00a0100\u00a0003\u00a0kr)"
    assert bench.outcomes() == ["Klart"] * 7
    results.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Mottagare\tStatsbidrag\tBelopp\tUtfall\tDet som gjordes, eller orsak"
    assert len(lines) == 8
    assert bench.around.messages.kept()[0].text == "Kopierade 7 rader, 5 kolumner"
    assert page.next_step()
    assert page.stack.currentWidget() is page.halves
    assert page.table.hasFocus()
    assert len(page.list.ticks) == 0
    assert all(row.stage is Stage.GRANTED for row in page.list.model.rows())


def test_two_that_cannot_are_shown_first_and_stay_ticked(bench: Bench) -> None:
    many, page = bench.many, bench.page
    for award in many.awards[:2]:
        many.driver(award).decisions.return_proposal(award, "Fel belopp.")
    page.presenter.reload(page.presenter.WATCHES)
    bench.start(BulkAct.DECIDE)
    rows = page.bulk.preflight.model.shown()
    assert [row.can for row in rows] == [False] * 2 + [True] * 5
    assert page.panes() == (page.bulk.preflight.table, page.bulk.preflight.form)
    bench.sign()
    bench.agree()
    assert bench.outcomes() == ["Inte gjort"] * 2 + ["Klart"] * 5
    assert {row.award_id for row in page.list.ticked()} == set(many.awards[:2])
    assert page.panes() == (page.bulk.results.table,)
    assert page.first_focus() is page.bulk.results.table
    page.bulk.results.retry.click()
    assert page.bulk.preflight.words.text() == "Kan: 0 · Kan inte: 2"
    assert page.bulk.preflight.why_not.isVisible()
    assert not page.bulk.preflight.ok.isEnabled()
    assert page.bulk.preflight.table.hasFocus()
    assert page.next_step()
    bench.press(Key.Key_Escape)
    assert page.stack.currentWidget() is page.halves


def test_a_collective_decision_goes_on_without_the_one_that_fell(bench: Bench) -> None:
    page, many = bench.page, bench.many
    bench.start(BulkAct.DECIDE_TOGETHER)
    form = page.bulk.preflight.form
    form.ui.caseNumber.setText("9.1-1/2026")
    page.bulk.preflight.draft.click()
    assert page.bulk.preview.document.pageCount() >= 2
    assert page.first_focus() is page.bulk.preview.back
    assert page.panes() == (page.bulk.preview.back,)
    bench.press(Key.Key_Escape)
    page.bulk.preflight.draft.click()
    assert page.next_step()
    assert page.bulk.currentWidget() is page.bulk.preflight
    assert form.ui.caseNumber.text() == "9.1-1/2026"
    owe(many.desk, from_kronor(41_200), many.desk.clock.today().replace(day=1), award=many.awards[0])
    bench.sign()
    bench.agree()
    results = page.bulk.results
    assert bench.outcomes() == ["Inte gjort"] * 7
    assert results.skip.text() == "&Fortsätt utan Region Skåne…"
    assert results.skip.hasFocus()
    assert not results.retry.isVisible()
    bench.press(Key.Key_Space)
    assert page.bulk.preflight.words.text().startswith("Kan: 6 ")
    assert form.ui.caseNumber.text() == "", "another decision begins with empty fields"
    assert page.next_step()
    assert form.ui.problem.text() == "Filen saknas. Välj den skannade handlingen."
    form.ui.caseNumber.setText("9.1-1/2026")
    bench.sign()
    bench.agree()
    assert bench.outcomes() == ["Klart"] * 6
    results.save.click()
    assert page.bulk.preflight.title.text() == "Spara breven i en mapp"
    page.bulk.preflight.form.ui.folder.setText(str(bench.folder / "saknas"))
    page.next_step()
    assert page.bulk.preflight.form.ui.problem.text() == "Mappen saknas. Välj en mapp."
    page.bulk.preflight.form.ui.folder.setText(str(bench.folder))
    page.next_step()
    assert len(list(bench.folder.glob("B-2026-001*.pdf"))) == 7


def test_another_decider_is_looked_at_anew_and_what_is_typed_stays(bench: Bench) -> None:
    page, desk = bench.page, bench.many.desk
    with desk.store.writing() as session:
        per = session.get_one(OfficerRecord, desk.per)
        per.roles, per.decide_limit_ore = ["decider"], from_kronor(1_000_000)
    bench.start(BulkAct.DECIDE)
    form = page.bulk.preflight.form
    form.ui.file.setText(str(bench.signed))
    form.ui.person.setFocus()
    bench.press(Key.Key_Down)
    assert form.ui.person.currentText() == "Per Lund, handläggare"
    assert page.bulk.preflight.words.text() == "Kan: 1 (100\u00a0003\u00a0kr) · Kan inte: 6"
    assert form.ui.file.text() == str(bench.signed)


def test_reasons_are_asked_per_case_and_the_same_can_be_given_to_all(expected: Bench) -> None:
    bench, page, many = expected, expected.page, expected.many
    many.desk.clock.set(date(2026, 7, 20))
    first, second = many.awards[:2]
    for award in (first, second):
        many.driver(award).receive(case_number=f"9.1-{award}/2026")
    page.presenter.reload(page.presenter.WATCHES)
    bench.start(BulkAct.EXPLAIN)
    page.next_step()
    assert page.bulk.preflight.form.ui.problem.text() == "Skälet saknas. Skriv det."
    page.bulk.preflight.form.ui.reason.setPlainText("E-tjänsten låg nere.")
    page.next_step()
    assert bench.outcomes().count("Klart") == 2
    page.next_step()
    bench.start(BulkAct.PROPOSE)
    form = page.bulk.preflight.form
    assert list(form.reasons) == [first, second]
    page.next_step()
    assert form.ui.problem.text() == "Ett skäl saknas. Skriv det."
    form.reasons[first].setText("E-tjänsten låg nere den sista dagen.")
    form.same_for_all()
    assert form.reasons[second].text() == "E-tjänsten låg nere den sista dagen."
    page.next_step()
    assert bench.outcomes().count("Klart") == 2


def test_sent_booked_and_assigned(bench: Bench) -> None:
    page, many = bench.page, bench.many
    many.decide()
    page.presenter.reload(page.presenter.WATCHES)
    bench.start(BulkAct.MARK_SENT)
    form = page.bulk.preflight.form
    form.day.set_text("i går")
    page.next_step()
    assert form.ui.problem.text().startswith("Dagen saknas.")
    form.day.set_day(many.desk.clock.today())
    page.next_step()
    assert bench.outcomes() == ["Klart"] * 7
    page.next_step()
    bench.start(BulkAct.PREPARE_PAYOUT)
    page.next_step()
    assert form.ui.problem.text() == "Kontot saknas. Ange kontot i redovisningen."
    form.ui.account.setText("7310")
    page.next_step()
    assert bench.outcomes() == ["Klart"] * 7
    page.next_step()
    bench.start(BulkAct.ASSIGN)
    form.ui.person.setFocus()
    bench.press(Key.Key_End)
    assert page.bulk.preflight.words.text() == "Kan: 7 (16\u00a0100\u00a0003\u00a0kr) · Kan inte: 0"
    page.next_step()
    assert {row.assignee for row in page.list.model.rows()} == {"Per Lund"}


def test_hidden_cases_are_chosen_apart_and_an_act_needs_a_choice(bench: Bench) -> None:
    page = bench.page
    bar = page.bulk.bar
    assert bar.words.text() == "Mellanslag väljer ett ärende, Ctrl+A alla som visas."
    assert not bar.first.isVisible()
    page.bulk.start(BulkAct.DECIDE)
    assert page.message_bar.text().startswith("Välj minst ett ärende först.")
    page.list.model.filter("skåne")
    page.table.setFocus()
    bench.press(Key.Key_A, CONTROL)
    assert bar.words.text() == "1 vald · 6\u00a0000\u00a0000\u00a0kr"
    assert bar.everything.text() == "Välj alla, även 6 dolda"
    bar.everything.click()
    assert bar.words.text().endswith("· 6 dolda av filtret")
    bar.nothing.click()
    assert len(page.list.ticks) == 0
    assert not bar.everything.isVisible()


def test_files_and_folders_are_chosen_in_a_dialog(bench: Bench) -> None:
    page = bench.page
    bench.start(BulkAct.SAVE_LETTERS)
    page.bulk.preflight.form.ui.folderChoose.click()
    QApplication.processEvents()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(bench.folder))
    dialog.reject()
    assert page.bulk.preflight.form.ui.folder.text() == str(bench.folder)
    page.bulk.preflight.cancel.click()
    assert page.stack.currentWidget() is page.halves

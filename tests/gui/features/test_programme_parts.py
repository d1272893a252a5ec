"""Checks, grounds and parts of a draft through their dialogs; next year's copy and the names of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from support.desk import OpenDesk, open_desk
from support.gui_pages import button, copy_of, dialog_of, press, type_in
from support.programme_bench import Bench, next_csd, sixth
from support.programme_window import back_to, choose_fact, enter_value, opened, pick, write

from sbdesk.domain.findings import Level
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.programmes.condition_dialog import ConditionDialog
from sbdesk.gui.features.programmes.dialogs import SignOffDialog
from sbdesk.gui.features.programmes.page import ProgrammesPage
from sbdesk.gui.features.programmes.part_dialogs import ComponentDialog, GroundDialog, IdentityDialog
from sbdesk.gui.features.programmes.value_field import NumberField
from sbdesk.gui.look import Theme
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.services.programme_rows import ConditionRow
from sbdesk.store.records.programmes import ConditionRecord


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    made = open_desk(tmp_path_factory.mktemp("kept") / "desk.sbd")
    made.store.close()
    return made


@pytest.fixture
def desk(kept: OpenDesk, tmp_path: Path) -> Iterator[OpenDesk]:
    made = copy_of(kept, tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def bench(desk: OpenDesk) -> Bench:
    return sixth(desk)


def edit_rule(page: ProgrammesPage, code: str) -> ConditionDialog:
    tab = page.tabs.conditions
    page.tabs.setCurrentWidget(tab)
    row = next(row for row in tab.model.rows() if row.rule == code)
    tab.table.select_id(row.id)
    tab.table.setFocus()
    press(tab.table, Qt.Key.Key_Return)
    dialog: ConditionDialog = dialog_of(page, ConditionDialog)
    return dialog


def rule(page: ProgrammesPage, code: str) -> ConditionRow:
    found = next(row for row in page.tabs.conditions.model.rows() if row.rule == code).source
    assert isinstance(found, ConditionRow)
    return found


def sign(dialog: SignOffDialog, folder: Path) -> None:
    signed = folder / "signerat.pdf"
    signed.write_bytes(b"%PDF-1.4 signerat")
    type_in(dialog.ui.file, str(signed))
    press(dialog.ui.file, Qt.Key.Key_Return)


def test_a_check_takes_its_values_and_its_level(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    dialog = edit_rule(page, "L01")
    share = dialog.parameters["share_from_ore"]
    assert isinstance(share, MoneyField)
    assert share.ore() == 100_000
    write(share.edit, "mycket")
    dialog.ui.ok.click()
    assert "är inget belopp" in dialog.ui.problem.text()
    write(share.edit, "2 000")
    dialog.ui.ok.click()
    assert rule(page, "L01").condition.parameters == {"share_from_ore": 200_000}
    dialog = edit_rule(page, "L07")
    days = dialog.parameters["max_days"]
    assert isinstance(days, NumberField)
    write(days.edit, "")
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Värdet saknas.")
    write(days.edit, "31")
    dialog.ui.ok.click()
    dialog = edit_rule(page, "R10")
    line = dialog.parameters["apart_from"]
    assert isinstance(line, QLineEdit)
    write(line, "pmc, csd")
    dialog.ui.ok.click()
    dialog = edit_rule(page, "R02")
    box = dialog.parameters["next_working_day"]
    assert isinstance(box, QCheckBox)
    box.click()
    dialog.ui.used.click()
    dialog.ui.ok.click()
    assert rule(page, "L07").condition.parameters == {"max_days": 31}
    assert (rule(page, "R10").condition.parameters or {})["apart_from"] == ("pmc", "csd")
    assert rule(page, "R02").condition.parameters == {"next_working_day": False}
    assert not rule(page, "R02").enabled
    dialog = edit_rule(page, "K01")
    assert not dialog.parameters, "the threshold follows its fact"
    dialog.close()


def test_a_level_without_ground_needs_a_second_person(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    dialog = edit_rule(page, "R07")
    pick(dialog.ui.level, Level.STOP.value)
    assert dialog.needs_signature()
    dialog.ui.ok.click()
    second = dialog_of(dialog, SignOffDialog)
    assert second.windowTitle() == "Underteckna nivån"
    assert "Anna Berg, handläggare" not in [
        second.ui.officer.itemText(n) for n in range(second.ui.officer.count())
    ]
    sign(second, tmp_path)
    assert (rule(page, "R07").level, rule(page, "R07").signed) == (Level.STOP, True)
    row = next(row for row in page.tabs.conditions.model.rows() if row.rule == "R07")
    assert row.value == "Nivån är undertecknad av en andra person"


def test_a_stale_check_keeps_what_is_chosen(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    dialog = edit_rule(page, "L08")
    other = bench.of(bench.desk.per)
    row = next(row for row in other.page().conditions if row.rule == "L08")
    other.editing.save_condition(
        bench.programme, (row.id, row.version), replace(row.condition, enabled=False)
    )
    dialog.ui.ok.click()
    assert "Per Lund ändrade statsbidraget" in dialog.ui.problem.text()
    assert dialog.ui.problem.text().endswith("Spara igen om din ändring ska gälla.")
    dialog.ui.ok.click()
    assert rule(page, "L08").enabled


def test_a_part_is_changed_and_removed(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, desk.work, next_csd(desk).programme)
    tab = page.tabs.components
    page.tabs.setCurrentWidget(tab)
    tab.table.setFocus()
    press(tab.table, Qt.Key.Key_Return)
    dialog = dialog_of(page, ComponentDialog)
    assert dialog.ui.separatePurpose.isChecked()
    pick(dialog.ui.method, "population")
    assert not dialog.ui.rounding.isHidden()
    pick(dialog.ui.rounding, "floor")
    pick(dialog.ui.operationKind, "csd")
    dialog.ui.ok.click()
    row = tab.model.rows()[0]
    assert (row.component.method.value, row.component.rounding, row.component.operation_kind) == (
        "population",
        "floor",
        "csd",
    )
    button(tab, "Ta bort").click()
    assert [row.component.code for row in tab.model.rows()] == ["coordination"]


def test_a_ground_is_changed_and_removed(qtbot: QtBot, desk: OpenDesk) -> None:
    bench = next_csd(desk)
    bench.state("recovery_no_evidence", "Underlag saknas", "Utan underlag kan ni bli återbetalningsskyldig.")
    page = opened(qtbot, desk.work, bench.programme)
    tab = page.tabs.conditions
    page.tabs.setCurrentWidget(tab)
    row = next(row for row in tab.model.rows() if row.title == "Underlag har inte lämnats")
    tab.table.select_id(row.id)
    button(tab, "Ändra…").click()
    dialog = dialog_of(page, GroundDialog)
    assert [cause.value for cause, box in dialog.causes.items() if box.isChecked()] == [6]
    assert dialog.ui.code.currentText() == "Underlag saknas"
    dialog.ui.code.setEditText("eget-skal")
    pick(dialog.ui.modality, "shall")
    dialog.ui.ok.click()
    changed = next(row for row in tab.model.rows() if row.title == "Underlag har inte lämnats")
    assert changed.value == "Mottagaren ska betala tillbaka"
    button(tab, "Ta bort").click()
    assert "Underlag har inte lämnats" not in {row.title for row in tab.model.rows()}


def test_without_a_sentence_there_is_no_ground(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    page.tabs.conditions.new_ground.emit()
    dialog = dialog_of(page, GroundDialog)
    for number in range(dialog.ui.fact.count()):
        assert dialog.ui.fact.itemData(number).startswith("law_")
    dialog.ui.fact.clear()
    type_in(dialog.ui.label, "Eget")
    dialog.ui.ok.click()
    assert dialog.ui.problem.text().startswith("Ingen uppgift har citat eller lagrum än.")
    dialog.close()


def test_a_new_check_is_one_that_is_not_there(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    page.tabs.setCurrentWidget(page.tabs.conditions)
    new = button(page.tabs.conditions, "Ny kontroll…")
    assert not new.isEnabled()
    assert new.accessibleDescription() == "Alla kontroller finns redan i listan."
    with bench.desk.store.writing() as session:
        session.delete(
            session.scalars(select(ConditionRecord).where(ConditionRecord.rule_code == "L20")).all()[-1]
        )
    page.presenter.choose(bench.programme)
    new.click()
    dialog = dialog_of(page, ConditionDialog)
    assert [dialog.ui.rule.itemData(number) for number in range(dialog.ui.rule.count())] == ["L20"]
    dialog.ui.ok.click()
    assert rule(page, "L20").level is Level.NOTE


def test_next_years_copy_and_the_names_of_a_draft(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, desk.work, desk.programme)
    (copy,) = [act for act in page.menu.actions() if act.text() == "Kopiera till nästa år: CSD 2026…"]
    copy.trigger()
    dialog = dialog_of(page, IdentityDialog)
    assert (dialog.ui.code.text(), dialog.ui.year.text(), dialog.ui.shortTitle.text()) == (
        "csd-2027",
        "2027",
        "CSD 2027",
    )
    dialog.ui.ok.click()
    back_to(page)
    assert page.detail.title.text() == "CSD 2027"
    choose_fact(page, "closes")
    page.tabs.facts.table.setFocus()
    press(page.tabs.facts.table, Qt.Key.Key_Return)
    assert page.message_bar.text().startswith("Citatet saknas.")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    assert page.tabs.facts.form.ui.former.text() == (
        "Förra årets citat: ”Sista dag att rekvirera är den 15 juli 2026.”"
    )
    press(page.tabs.facts.form, Qt.Key.Key_Escape)
    assert page.tabs.facts.form.isHidden()
    shown = page.presenter.shown
    assert shown is not None
    page.ask_identity(shown.page)
    names = dialog_of(page, IdentityDialog)
    type_in(names.ui.caseNumber, "9.1-7/2027")
    names.ui.ok.click()
    assert page.presenter.shown is not None
    assert page.presenter.shown.page.case_number == "9.1-7/2027"


def test_unsaved_text_is_not_left_behind(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    choose_fact(page, "title")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    form = page.tabs.facts.form
    enter_value(form, "Halvskrivet")
    press(form, Qt.Key.Key_Escape)
    assert not form.isHidden()
    assert form.ui.problem.text().startswith("Formuläret har ändringar. Välj Stäng för")
    page.table.select_id(bench.desk.programme)
    assert page.message_bar.text().startswith("En uppgift är öppen i ett annat statsbidrag.")
    assert page.table.current_id() == bench.programme
    choose_fact(page, "total")
    QApplication.processEvents()
    row = page.tabs.facts.table.current_row()
    assert (row.name if row else "") == "title", "list and form stay at the same fact"
    choose_fact(page, "total")
    page.tabs.facts.edit()
    assert form.row is not None
    assert form.row.name == "title", "the open form is not thrown away"
    form.ui.cancel.click()
    page.table.select_id(bench.desk.programme)
    assert page.detail.title.text() == "CSD 2026"
    page.open(Target(id=bench.programme, part="Delar"))
    assert page.tabs.currentWidget() is page.tabs.components

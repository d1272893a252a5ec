"""A programme made from nothing in the window, by clicks and by keys; a stale edit keeps its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import button, copy_of, dialog_of, press, type_in
from support.programme_bench import Bench, sixth
from support.programme_window import (
    back_to,
    choose_fact,
    enter_value,
    fact,
    from_menu,
    opened,
    pick,
    state_fact,
    write,
)

from sbdesk.domain.findings import Level
from sbdesk.domain.programme import EligibleKind, FactStatus, ValueKind
from sbdesk.gui import application, palette
from sbdesk.gui.features.programmes.dialogs import SignOffDialog
from sbdesk.gui.features.programmes.page import ProgrammesPage
from sbdesk.gui.features.programmes.part_dialogs import ComponentDialog, GroundDialog, IdentityDialog
from sbdesk.gui.look import Theme
from sbdesk.services.attestations import ReceivedFile

TEXT = """Anvisning för kommuner

Vem kan rekvirera?

Alla kommuner kan rekvirera bidraget.

Hur gör ni en rekvisition?

- Sista dag att rekvirera är
  den 1 september 2026.
"""


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


def name_it(page: ProgrammesPage) -> None:
    dialog = dialog_of(page, IdentityDialog)
    press(dialog.ui.title, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Namnet saknas.")
    for field, text in (
        (dialog.ui.title, "Statsbidrag till kommuner 2026"),
        (dialog.ui.shortTitle, "Kommun 2026"),
        (dialog.ui.year, "2026"),
        (dialog.ui.code, "kommun-2026"),
    ):
        type_in(field, text)
    pick(dialog.ui.recipientKind, EligibleKind.MUNICIPALITY.value)
    press(dialog.ui.code, Qt.Key.Key_Return)
    back_to(page)


def test_a_programme_from_nothing_to_the_sign_off(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, desk.work)
    page.menu.actions()[-1].trigger()
    name_it(page)
    assert page.detail.title.text() == "Kommun 2026"
    assert page.status.text().startswith("Handläggaren fyller i uppgifter: ")
    state_fact(page, "total", "5 000 000", "Det totala beloppet är 5 000 000 kronor.")
    state_fact(page, "closes", "2026-09-01", "Sista dag är den 1 september 2026.")
    state_fact(page, "units", "250", "Bidraget omfattar 250 platser.")
    state_fact(page, "debt_rule", "ja", "Kommunen får inte ha en obetald skuld.")
    state_fact(page, "double_financing", "inte samma kostnader", "Samma kostnad ersätts en gång.")
    state_fact(page, "recovery_unused", "Inte använt", "Medel som inte använts ska betalas tillbaka.")
    state_fact(page, "invoice_over", "2 500", "Belopp över 2 500 kronor faktureras.")
    values = {name: fact(page, name).fact.value for name in ("total", "units", "debt_rule", "invoice_over")}
    assert values == {"total": 500_000_000, "units": 250, "debt_rule": True, "invoice_over": 250_000}
    assert fact(page, "double_financing").fact.value == "same_cost"
    add_part(page)
    add_ground(page)
    confirm_the_rest(page)
    sign_off(page, tmp_path)


def add_part(page: ProgrammesPage) -> None:
    page.tabs.setCurrentWidget(page.tabs.components)
    button(page.tabs.components, "Ny del…").click()
    dialog = dialog_of(page, ComponentDialog)
    press(dialog.ui.label, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Beloppet saknas.")
    type_in(dialog.ui.label, "Belopp per plats")
    type_in(dialog.total.edit, "5000000")
    pick(dialog.ui.method, "per_unit")
    assert dialog.ui.rounding.isHidden()
    press(dialog.total.edit, Qt.Key.Key_Return)
    (row,) = page.tabs.components.model.rows()
    assert (row.component.code, row.component.total_ore) == ("belopp-per-plats", 500_000_000)


def add_ground(page: ProgrammesPage) -> None:
    page.tabs.setCurrentWidget(page.tabs.conditions)
    button(page.tabs.conditions, "Ny grund för återkrav…").click()
    dialog = dialog_of(page, GroundDialog)
    press(dialog.ui.label, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Grundens text saknas.")
    type_in(dialog.ui.label, "Bidraget är inte använt")
    pick(dialog.ui.fact, "recovery_unused")
    next(iter(dialog.causes.values())).click()
    press(dialog.ui.label, Qt.Key.Key_Return)
    row = page.tabs.conditions.model.rows()[-1]
    assert (row.title, row.value) == ("Bidraget är inte använt", "Mottagaren ska betala tillbaka")
    levels = {row.rule: row.word for row in page.tabs.conditions.model.rows()}
    assert (levels["R07"], levels["R05"]) == (Level.STOP.swedish, Level.NOTE.swedish)


def confirm_the_rest(page: ProgrammesPage) -> None:
    facts = page.tabs.facts
    page.tabs.setCurrentWidget(facts)
    back_to(page)
    from_menu(page, "Bekräfta alla som inte står i anvisningen")
    assert facts.counter.text() == f"{facts.model.rowCount() - 4} av {facts.model.rowCount()} bekräftade"
    facts.table.setFocus()
    for _law in range(4):
        press(facts.table, Qt.Key.Key_F8)
        press(facts.table, Qt.Key.Key_Return)
    assert facts.counter.text() == f"{facts.model.rowCount()} av {facts.model.rowCount()} bekräftade"


def sign_off(page: ProgrammesPage, folder: Path) -> None:
    shown = page.presenter.shown
    assert shown is not None
    page.ask_sign_off(shown)
    dialog = dialog_of(page, SignOffDialog)
    names = [dialog.ui.officer.itemText(number) for number in range(dialog.ui.officer.count())]
    assert names == ["Karin Ek, enhetschef", "Per Lund, handläggare"], "whoever entered it cannot sign"
    assert dialog.ui.differences.toPlainText().endswith("uppgifter är bekräftade.")
    signed = folder / "granskat.pdf"
    signed.write_bytes(b"%PDF-1.4 granskat")
    type_in(dialog.ui.file, str(signed))
    press(dialog.ui.file, Qt.Key.Key_Return)
    assert page.status.text() == "Uppgifter godkända: kan öppnas"


def test_by_keyboard_alone(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, desk.work)
    press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.menu.isVisible()
    press(page.menu, Qt.Key.Key_Up)
    press(page.menu, Qt.Key.Key_Return)
    name_it(page)
    page.tabs.facts.table.setFocus()
    form = page.tabs.facts.form
    choose_fact(page, "opens")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    assert form.value.day.edit.hasFocus(), "a fact that was silent is opened to be stated"
    type_in(form.value.day.edit, "20260801")
    press(form.value.day.edit, Qt.Key.Key_Tab)
    type_in(form.ui.heading, "Tid")
    press(form.ui.heading, Qt.Key.Key_Tab)
    type_in(form.ui.quote, "Rekvisitionen öppnar den 1 augusti 2026.")
    press(form.ui.heading, Qt.Key.Key_Return)
    assert form.isHidden()
    assert page.tabs.facts.table.hasFocus()
    assert (fact(page, "opens").value, fact(page, "opens").confirmed_by) == ("1 augusti 2026", "Anna Berg")
    press(page.tabs.facts.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert fact(page, "opens").status is FactStatus.NOT_STATED


def test_two_officers_at_once_the_text_stays(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    choose_fact(page, "title")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    form = page.tabs.facts.form
    enter_value(form, "Mitt namn")
    write(form.ui.heading, "Rubrik")
    write(form.ui.quote, "Så heter det.")
    bench.of(bench.desk.per).state("title", "Pers namn")
    form.ui.ok.click()
    assert not form.isHidden()
    assert "Per Lund ändrade statsbidraget " in form.ui.problem.text()
    assert form.value.words.text() == "Mitt namn"
    assert form.ui.former.text().startswith("Gäller nu (Per Lund): Pers namn")
    assert page.has_unsaved()
    form.ui.ok.click()
    assert form.isHidden()
    assert fact(page, "title").value == "Mitt namn"
    assert not page.has_unsaved()


def test_the_instruction_fills_quote_and_heading(qtbot: QtBot, bench: Bench) -> None:
    bench.programmes.load_instruction(bench.programme, ReceivedFile("a.txt", TEXT.encode()))
    page = opened(qtbot, bench.desk.work, bench.programme)
    choose_fact(page, "closes")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    form, text = page.tabs.facts.form, page.instruction.text
    form.ui.fetch.click()
    assert page.instruction.isVisible()
    text.go_to(9, "")
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Down, cursor.MoveMode.KeepAnchor)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    press(text, Qt.Key.Key_Return)
    assert form.ui.heading.text() == "Hur gör ni en rekvisition?"
    assert form.ui.quote.toPlainText() == "Sista dag att rekvirera är\nden 1 september 2026."
    enter_value(form, "1/9 2026")
    form.ui.ok.click()
    row = fact(page, "closes")
    assert (row.line, row.quote) == (9, "Sista dag att rekvirera är den 1 september 2026.")
    choose_fact(page, "recipients")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    pick(form.ui.status, FactStatus.OFFICER.value)
    text.go_to(5, "")
    page.instruction.take.click()
    assert form.ui.quote.toPlainText() == "Alla kommuner kan rekvirera bidraget."
    assert FactStatus(form.ui.status.currentData()) is FactStatus.STATED


def test_without_a_text_there_is_nothing_to_fetch(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    choose_fact(page, "closes")
    press(page.tabs.facts.table, Qt.Key.Key_F2)
    page.tabs.facts.form.ui.fetch.click()
    assert page.message_bar.text().startswith("Anvisningens text är inte inläst.")


def test_a_fact_of_ones_own(qtbot: QtBot, bench: Bench) -> None:
    page = opened(qtbot, bench.desk.work, bench.programme)
    page.tabs.facts.add()
    form = page.tabs.facts.form
    form.ui.ok.click()
    assert form.ui.problem.text().startswith("Uppgiftens namn saknas.")
    form.ui.name.setEditText("Belopp per elev")
    pick(form.ui.kind, ValueKind.ORE.value)
    enter_value(form, "mycket")
    form.ui.ok.click()
    assert "är inget belopp" in form.ui.problem.text()
    enter_value(form, "1 200")
    write(form.ui.heading, "Belopp")
    write(form.ui.quote, "1 200 kronor per elev.")
    form.ui.ok.click()
    row = fact(page, "belopp_per_elev")
    assert (row.title, row.fact.value, row.part) == ("Belopp per elev", 120_000, "Övriga uppgifter")
    choose_fact(page, "belopp_per_elev")
    from_menu(page, "Ta bort uppgiften")
    assert "belopp_per_elev" not in {row.name for row in page.tabs.facts.model.rows()}

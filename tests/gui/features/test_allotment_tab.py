"""Fördelning: tables pasted and chosen, previews with differences, a second person, shares by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.allotment_desk import AllotmentDesk, make_programme
from support.allotment_window import OpenedTab
from support.desk import OpenDesk, open_desk
from support.gui_pages import copy_of, dialog_of, press, type_in

from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme

NAMES = ("Region Skåne", "Region Stockholm", "Region Uppsala")


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
def made(desk: OpenDesk) -> AllotmentDesk:
    """A draft of 100 kr in equal parts to three regions, not yet computed."""
    return make_programme(desk, AllotmentMethod.EQUAL, 100, recipients=NAMES)


@pytest.fixture
def opened(qtbot: QtBot, made: AllotmentDesk) -> Iterator[OpenedTab]:
    one = OpenedTab(qtbot, made)
    yield one
    one.tab.close_presenter()


def test_computing_anew_shows_every_difference_first(opened: OpenedTab, made: AllotmentDesk) -> None:
    assert "Uträkningen ger nu andra belopp" in opened.tab.words.text()
    opened.tab.recompute.click()
    assert opened.tab.entry.title.text() == "Räkna om: Hela beloppet"
    assert sorted(opened.rows()) == [(name, "Ändrat belopp") for name in NAMES]
    assert opened.status.startswith("3 poster ändras. Inget är ändrat än. 100 − 99 = 1 kr fördelas inte")
    assert made.amounts() == dict.fromkeys(NAMES)
    assert opened.tab.next_step()
    assert made.amounts() == dict.fromkeys(NAMES, 33)
    assert opened.tab.stack.currentIndex() == 0
    assert not opened.tab.next_step()
    assert "1 kr fördelas inte (lika delar i hela kronor)" in opened.tab.words.text().replace("\xa0", " ")
    assert opened.around.told.told == ["Fördelningen är omräknad. 3 poster är ändrade."]
    opened.tab.recompute.click()
    assert opened.tab.entry.reason.text() == "Inget skulle ändras."
    assert not opened.tab.next_step()
    press(opened.tab.entry, Qt.Key.Key_Escape)
    assert opened.tab.stack.currentIndex() == 0


def test_a_table_is_pasted_corrected_and_confirmed(opened: OpenedTab, made: AllotmentDesk) -> None:
    opened.paste("Mottagare\tHur mycket", *(f"{name}\t20" for name in NAMES), "Region Påhittad\t5")
    assert opened.rows()[0] == ("Region Påhittad", "Fel i raden")
    assert opened.tab.entry.confirm.accessibleDescription().startswith("1 rad har fel.")
    opened.tab.entry.left.emit()
    opened.paste("Mottagare\tHur mycket", *(f"{name}\t20" for name in NAMES))
    combo = opened.tab.entry.columns.combo(1)
    combo.setCurrentIndex(combo.findData("amount"))
    combo.activated.emit(combo.currentIndex())
    press(opened.tab.entry, Qt.Key.Key_Escape)
    assert opened.tab.stack.currentWidget() is opened.tab.entry, "Esc never loses what is chosen"
    assert opened.tab.entry.reason.text() == "Formuläret har ändringar. Välj Avbryt för att kasta dem."
    assert opened.status.startswith("3 rader har fel.")
    assert "Beloppet saknar källa." in opened.tab.entry.model.rows()[0].operation
    type_in(opened.tab.entry.amounts_from, "Beslut A")
    press(opened.tab.entry.amounts_from, Qt.Key.Key_Return)
    assert opened.tab.entry.reason.text() == ""
    opened.tab.entry.confirm.click()
    assert made.amounts() == dict.fromkeys(NAMES, 20)
    assert made.share("Region Skåne").source == "Beslut A"
    assert opened.around.told.told == ["Tabellen är inläst. 3 poster är ändrade."]


def test_a_table_without_known_headings_asks_for_its_columns(opened: OpenedTab) -> None:
    opened.paste("a\tb", "Region Skåne\t5")
    assert opened.tab.entry.reason.text() == (
        "Välj vilken kolumn i tabellen som är Mottagare eller Organisationsnummer."
    )
    assert opened.tab.entry.leave.hasFocus()
    opened.paste("x")
    assert opened.tab.entry.columns.columnCount() == 2, "Ctrl+V in a preview takes nothing in"
    opened.presenter.set_column(0, "recipient")
    assert opened.rows()[0] == ("a", "Fel i raden")
    opened.presenter.set_column(0, "")
    opened.presenter.set_column(0, "")
    assert "Välj vilken kolumn i tabellen" in opened.tab.entry.reason.text()


def test_what_cannot_be_read_is_told_in_the_page(opened: OpenedTab, tmp_path: Path) -> None:
    opened.paste("   ")
    assert opened.page.message_bar.text().startswith("Urklipp innehåller ingen text.")
    opened.paste("Mottagare\tBelopp", "Summa\t5")
    assert opened.page.message_bar.text().startswith("Tabellen har inga ifyllda rader.")
    assert opened.tab.entry.reason.text() == "Tabellen har inga ifyllda rader."
    opened.tab.entry.leave.click()
    assert opened.page.message_bar.text() == ""


def test_a_file_with_several_sheets_is_chosen(opened: OpenedTab, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Beskrivning"])
    sheet = book.create_sheet("Lista")
    for row in (["Mottagare", "Antal"], ["Region Skåne", 5]):
        sheet.append(row)
    book.save(tmp_path / "lista.xlsx")
    opened.tab.load.click()
    dialog_of(opened.tab, QFileDialog).fileSelected.emit(str(tmp_path / "lista.xlsx"))
    dialog_of(opened.tab, QFileDialog).reject()
    entry = opened.tab.entry
    assert (entry.source.text(), entry.sheet.currentText(), entry.sheet.isVisible()) == (
        "lista.xlsx",
        "Lista",
        True,
    )
    entry.sheet_chosen.emit(0)
    assert "Välj vilken kolumn i tabellen som är Mottagare" in entry.reason.text()
    entry.sheet_chosen.emit(1)
    assert {word for _, word in opened.rows()} == {"Ändrat belopp", "Tas bort"}


def test_a_population_is_taken_in_and_used(qtbot: QtBot, desk: OpenDesk) -> None:
    people = make_programme(desk, AllotmentMethod.POPULATION, 100, recipients=NAMES)
    opened = OpenedTab(qtbot, people)
    QGuiApplication.clipboard().setText(
        "Område\tFolkmängd\nRegion Skåne\t3\nRegion Stockholm\t1\nRegion Uppsala\t0"
    )
    {action.label: action for action in opened.tab.offered()}["Klistra in befolkning"].run()
    entry = opened.tab.entry
    assert entry.reason.text() == "Skriv vilken tabell befolkningen kommer från."
    type_in(entry.table_id, "ÖVNING")
    press(entry.table_id, Qt.Key.Key_Return)
    assert opened.status == "3 rader tas med. Inget är inläst än."
    entry.on.set_text("2030-01-01")
    entry.on.committed.emit()
    assert opened.page.message_bar.text().startswith("Dagen 2030-01-01 har inte varit än")
    entry.on.set_text("2025-12-31")
    entry.on.committed.emit()
    entry.confirm.click()
    assert opened.around.told.told == ["Befolkningen är inläst: 3 områden, 3 nya eller ändrade."]
    opened.tab.recompute.click()
    assert entry.reason.text().startswith("Befolkning saknas för ")
    entry.population.setCurrentIndex(1)
    entry.population.activated.emit(1)
    entry.confirm.click()
    assert people.amounts() == {"Region Skåne": 75, "Region Stockholm": 25, "Region Uppsala": 0}
    opened.tab.close_presenter()


def test_the_kind_of_new_operations_is_chosen(qtbot: QtBot, desk: OpenDesk) -> None:
    decided = make_programme(desk, AllotmentMethod.DECIDED, 100)
    opened = OpenedTab(qtbot, decided)
    opened.paste("Mottagare\tVerksamhet", "Region Skåne\tÖVNING centrum")
    assert "Välj vad verksamheterna är." in opened.tab.entry.model.rows()[0].operation
    kind = opened.tab.entry.kind
    kind.setCurrentIndex(kind.findData(OperationKind.PMC))
    kind.activated.emit(kind.currentIndex())
    assert opened.rows() == [("Region Skåne", "Ny")]
    opened.tab.close_presenter()


def test_choosing_a_file_of_populations(opened: OpenedTab, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Område;Antal\nRegion Skåne;5")
    {action.label: action for action in opened.tab.offered()}["Läs in befolkning…"].run()
    dialog = dialog_of(opened.tab, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "p.csv"))
    dialog.reject()
    assert opened.tab.entry.title.text() == "Läs in befolkning"

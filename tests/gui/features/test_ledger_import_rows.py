"""Huvudboksimport: columns, faulty rows, totals and accounts, as the officer corrects them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings, dialog_of, press, show, type_in
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.ledger import ColumnRole, CostSign
from sbdesk.gui import application, palette
from sbdesk.gui.features.ledger_imports.feature import ledger_imports_feature
from sbdesk.gui.features.ledger_imports.import_tabs import ACCOUNTS, EXCLUDED, FAULTS
from sbdesk.gui.features.ledger_imports.page import LedgerImportPage
from sbdesk.gui.look import Theme
from sbdesk.services.ledger_imports import LedgerImportsService

ROWS = [
    workbook_row("4010", "Lön", "L0000001", date(2026, 5, 25), None, "Lön maj 2026", 20_000),
    workbook_row("7010", "Konsult", "L0000002", date(2026, 5, 26), "Nordvik AB", "Stöd maj 2026", 84.5),
    workbook_row("7010", "Konsult", "L0000003", date(2026, 5, 27), "Nordvik AB", "Stöd två maj 2026", 15.5),
]
SUMMED = [*ROWS, ["Totalt", *[None] * 9, 20_100]]
NAME = "csd-2026 Region Skåne.xlsx"


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def around(desk: OpenDesk) -> Surroundings:
    made = Surroundings(desk.work)
    services = SimpleNamespace(ledger_imports=LedgerImportsService(desk.work))
    made.context = dataclasses.replace(made.context, services=cast("Any", services))
    return made


@pytest.fixture
def page(around: Surroundings, qtbot: QtBot) -> Iterator[LedgerImportPage]:
    made = ledger_imports_feature().make_page(around.context)
    assert isinstance(made, LedgerImportPage)
    show(qtbot, made)
    yield made
    made.closing()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / NAME, SUMMED)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    wrong_date, error = list(ROWS[0]), list(ROWS[1])
    wrong_date[5], error[-1] = "31/13-26", "#REF!"
    return write_workbook(tmp_path / f"fel {NAME}", [wrong_date, error, *SUMMED[2:]])


def drop(page: LedgerImportPage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    page.drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def totals(page: LedgerImportPage) -> dict[str, str]:
    return {total.label: total.value for total in page.totals.totals()}


def test_faulty_rows_are_shown_saved_and_excluded_with_a_reason(
    page: LedgerImportPage, faulty: Path, tmp_path: Path, around: Surroundings
) -> None:
    drop(page, faulty)
    assert page.tabs.currentIndex() == FAULTS
    assert page.tabs.tabText(FAULTS) == "Rader med fel 2"
    assert page.strip.text().startswith("4 rader: 1 läses in, 1 är summarad, 2 har fel. Rad 4, cell F4:")
    assert page.reason.text() == (
        "2 rader har fel. Be mottagaren att rätta filen, eller uteslut raderna och ange varför."
    )
    assert not page.confirm.isEnabled()
    assert totals(page)["Filens summarad"] == "20\u00a0100,00"
    assert (
        page.totals.totals()[1].explanation
        == "Filens egen summa. Skiljer 20\u00a0084,50\u00a0kr från raderna."
    )
    page.tabs.save_faults.click()
    dialog = dialog_of(page, QFileDialog)
    place = tmp_path / "fel att skicka.xlsx"
    dialog.fileSelected.emit(str(place))
    dialog.close()
    assert place.stat().st_size > 1000
    assert around.messages.kept()[0].text == "2 rader med fel är sparade i fel att skicka.xlsx."

    bar = page.tabs.bar.ui
    page.tabs.faults.selectAll()
    assert bar.rows.text() == "4–5"
    bar.exclude.click()
    assert bar.problem.text() == "Skälet saknas. Skriv varför raderna inte ska läsas in."
    assert page.window().focusWidget() is bar.reason
    type_in(bar.reason, "Dubbel rad")
    press(bar.reason, Qt.Key.Key_Return)
    assert page.strip.text().startswith("4 rader: 1 läses in, 1 är summarad, 2 är uteslutna.")
    assert "Filens summarad" not in page.strip.text()
    assert page.confirm.isEnabled(), "a wrong total is a finding, not a refusal"
    assert page.tabs.tabText(EXCLUDED) == "Uteslutna rader 3"
    page.tabs.setCurrentIndex(EXCLUDED)
    page.tabs.excluded.select_id(4)
    page.tabs.include.click()
    assert page.reason.text().startswith("1 rad har fel.")
    page.tabs.excluded.clearSelection()
    page.tabs.include.click()
    assert page.reason.text().startswith("1 rad har fel.")


def test_rows_to_exclude_are_typed_as_numbers(page: LedgerImportPage, book: Path) -> None:
    drop(page, book)
    bar = page.tabs.bar.ui
    bar.rows.setText("nittio")
    bar.exclude.click()
    assert "12, 15–18" in bar.problem.text()
    bar.rows.setText("6")
    bar.reason.setText("Avser ett annat projekt")
    bar.exclude.click()
    assert page.strip.text().startswith("4 rader: 2 läses in, 1 är summarad, 1 är utesluten.")
    assert not bar.problem.isVisible()


def test_a_column_the_page_did_not_recognise_is_chosen_by_hand(
    page: LedgerImportPage, tmp_path: Path
) -> None:
    headings = [
        "Ansvar",
        "Kod",
        "Namn",
        "Projekt",
        "Ver.nr",
        "Ver.datum",
        "Fakturadatum",
        "Lev",
        "Fakt",
        "Text",
        "Kolumn11",
    ]
    rows = [[*cells[:-1], whole] for cells, whole in zip(ROWS, (20_000, 84, 16), strict=True)]
    path = write_workbook(tmp_path / NAME, rows, headings)
    drop(page, path)
    assert page.strip.text() == "Välj vilken kolumn som är Belopp."
    assert not page.confirm.isEnabled()
    assert not page.tabs.isTabVisible(ACCOUNTS)
    combo = page.preview.combo(10)
    combo.setCurrentIndex(combo.findData(ColumnRole.AMOUNT))
    combo.activated.emit(combo.currentIndex())
    assert page.strip.text() == "3 rader: 3 läses in."
    page.ui.sign.setCurrentIndex(1)
    page.ui.sign.activated.emit(1)
    assert totals(page)["Summa rader"] == "−20\u00a0100,00"
    assert totals(page)["Summa i filen"] == "20\u00a0100,00"
    page.ui.headerRow.setValue(4)
    assert page.strip.text() == "2 rader: 2 läses in."
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert page.strip.text() == "Välj vilken kolumn som är Belopp."


def test_the_recipients_own_total_is_compared(page: LedgerImportPage, book: Path) -> None:
    drop(page, book)
    type_in(page.stated.edit, "20 000")
    press(page.stated.edit, Qt.Key.Key_Return)
    assert totals(page)["Enligt mottagaren"] == "20\u00a0000,00"
    assert "mottagaren har uppgett" in page.strip.text()
    assert page.confirm.isEnabled()
    page.stated.edit.clear()
    type_in(page.stated.edit, "tjugo")
    press(page.stated.edit, Qt.Key.Key_Return)
    assert totals(page)["Enligt mottagaren"] == "20\u00a0000,00"


def test_classes_are_corrected_and_remembered(page: LedgerImportPage, book: Path, tmp_path: Path) -> None:
    drop(page, book)
    page.tabs.setCurrentIndex(ACCOUNTS)
    accounts = page.tabs.accounts
    kinds = {it.account: it.kind for it in accounts.rows.rows()}  # type: ignore[attr-defined]
    assert kinds == {"4010": AccountClass.PERSONNEL, "7010": AccountClass.PURCHASE}
    accounts.setCurrentIndex(accounts.rows.index(1, 0))
    page.tabs.kind.setCurrentIndex(page.tabs.kind.findData(AccountClass.INTERNAL))
    page.tabs.set_class.click()
    decided = {it.account: it.decided_by.swedish for it in accounts.rows.rows()}  # type: ignore[attr-defined]
    assert decided["7010"] == "Valt här"
    accounts.clearSelection()
    page.tabs.set_class.click()
    page.confirm.click()
    drop(page, write_workbook(tmp_path / f"två {NAME}", ROWS[:2]))
    assert page.ui.note.text() == "Profilen Huvudbok 1 används."
    decided = {it.account: it.decided_by.swedish for it in accounts.rows.rows()}  # type: ignore[attr-defined]
    assert decided["7010"] == "Sparat i profilen"


def test_a_sheet_is_chosen_and_what_is_hidden_is_told(page: LedgerImportPage, tmp_path: Path) -> None:
    import openpyxl

    path = write_workbook(tmp_path / NAME, SUMMED)
    workbook = openpyxl.load_workbook(path)
    second = workbook.copy_worksheet(workbook["Blad1"])
    second.title, second.sheet_state = "Arbete", "hidden"
    second.delete_rows(6)
    workbook["Blad1"].row_dimensions[5].hidden = True
    workbook.save(path)
    drop(page, path)
    assert [page.ui.sheet.itemText(i) for i in range(2)] == ["Blad1 (6 rader)", "Arbete (5 rader, dolt)"]
    assert "1 dolt blad: ”Arbete” och 1 dold rad" in page.ui.note.text()
    page.ui.sheet.setCurrentIndex(1)
    page.ui.sheet.activated.emit(1)
    assert page.strip.text().startswith("3 rader: 2 läses in, 1 är summarad.")


def test_costs_that_are_minus_in_the_file_are_turned(page: LedgerImportPage, tmp_path: Path) -> None:
    rows = [[*cells[:-1], -cells[-1]] for cells in ROWS]  # type: ignore[operator]
    drop(page, write_workbook(tmp_path / NAME, rows))
    assert page.ui.sign.currentText() == "Kostnader är minus"
    chosen = page.presenter.draft.chosen
    assert chosen is not None
    assert chosen.sheet.layout.sign is CostSign.COST_NEGATIVE
    assert totals(page)["Summa rader"] == "20\u00a0100,00"

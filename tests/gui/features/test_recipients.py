"""Regioner: the list, one recipient's card with its debt, and particulars kept without a button."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desk import FIRST_DAY, OpenDesk, open_desk
from support.gui_pages import Surroundings, button, copy_of, press, show, type_in
from support.owing import owe
from support.requisition_case import CaseDriver

from sbdesk.domain.parties import Role
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.recipients.feature import recipients_feature
from sbdesk.gui.features.recipients.page import RecipientsPage
from sbdesk.gui.look import Theme
from sbdesk.services.clock import SetClock
from sbdesk.services.recipient_rows import RecipientInput
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.settings import OfficerInput, first_officer
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    """Made once and copied."""
    made = open_desk(tmp_path_factory.mktemp("kept") / "desk.sbd")
    made.store.close()
    return made


@pytest.fixture
def desk(kept: OpenDesk, tmp_path: Path) -> Iterator[OpenDesk]:
    made = copy_of(kept, tmp_path)
    yield made
    made.store.close()


def opened(qtbot: QtBot, around: Surroundings) -> RecipientsPage:
    page = recipients_feature().make_page(around.context)
    assert isinstance(page, RecipientsPage)
    show(qtbot, page)
    return page


def test_an_empty_database_offers_the_regions(qtbot: QtBot, tmp_path: Path) -> None:
    store, clock = Store.open(tmp_path / "new.sbd", durable=False), SetClock(FIRST_DAY)
    anna = first_officer(store, clock, OfficerInput("Anna Berg", "handläggare", (Role.OFFICER,)))
    around = Surroundings(Workplace(store, clock, anna))
    page = opened(qtbot, around)
    assert page.empty.text().startswith("Inga mottagare.")
    button(page.empty, "Lägg in regioner").click()
    assert page.model.rowCount() == 21
    assert around.told.told == ["21 regioner är inlagda."]
    assert page.halves.isVisible()
    page.closing()
    store.close()


def test_the_list_is_searched_and_marks_unconfirmed_numbers(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    told = [page.model.index(number, 2).data() for number in range(page.model.rowCount())]
    assert "232100-0255" in told
    assert "232100-0081 inte bekräftat" in told
    page.setFocus()
    type_in(page.filter.field, "skåne")
    press(page.filter.field, Qt.Key.Key_Return)
    assert page.model.rowCount() == 1
    assert page.card.name.text() == "Region Skåne"
    press(page.filter.field, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 21


def test_a_card_leads_to_its_cases(qtbot: QtBot, desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.GRANTED)
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    page.open(Target(id=desk.recipient()))
    assert page.card.name.text() == "Region Skåne"
    assert not page.card.debt_row.isVisible()
    assert page.card.tabs.tabText(3) == "Konton 1"
    press(page.card.award_table, Qt.Key.Key_Return)
    assert around.went.told == [("requisitions", Target(id=desk.award()))]
    went: list[Target] = []
    page.moved.connect(went.append)
    press(page.table, Qt.Key.Key_Return)
    assert went == [Target(id=desk.recipient())]
    page.open(Target(query="Uppsala"))
    assert page.filter.field.text() == "Uppsala"
    page.open(None)
    page.open(Target(id=999))
    assert page.first_focus() is page.table
    assert page.card.tabs in page.panes()


def test_a_debt_stands_over_the_card(qtbot: QtBot, desk: OpenDesk) -> None:
    owe(desk)
    desk.clock.set(desk.clock.today().replace(month=7, day=2))
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    page.open(Target(id=desk.recipient()))
    assert page.card.debt.text() == (
        "Obetald skuld: F-2026-001, 41\u00a0200\u00a0kr (CSD 2026), förfallen 12 dagar. "
        "Stoppar bifall i CSD 2026."
    )
    page.card.open_debt.click()
    (went,) = around.went.told
    assert (went[0], went[1].part) == ("recoveries", "invoices")


def test_particulars_are_kept_when_a_field_is_left(qtbot: QtBot, desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    page.open(Target(id=desk.recipient("Region Uppsala")))
    page.card.tabs.setCurrentIndex(1)
    ui = page.card.particulars.ui
    type_in(ui.reference, "CSD-77")
    press(ui.reference, Qt.Key.Key_Tab)
    type_in(ui.address, "Regiongatan 1")
    press(ui.address, Qt.Key.Key_Tab)
    ui.confirmed.click()
    card = RecipientsService(desk.work).card(desk.recipient("Region Uppsala"))
    assert (card.buyer_reference, card.address, card.row.org_number_confirmed) == (
        "CSD-77",
        "Regiongatan 1",
        True,
    )
    told = len(around.told.told)
    ui.reference.setFocus()
    press(ui.reference, Qt.Key.Key_Tab)
    assert len(around.told.told) == told, "a field that was left unchanged is not stored again"


def test_a_wrong_address_stays_and_is_told(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    page.open(Target(id=desk.recipient("Region Uppsala")))
    page.card.tabs.setCurrentIndex(1)
    line = page.card.particulars.ui.registrar
    line.selectAll()
    type_in(line, "uppsala")
    press(line, Qt.Key.Key_Tab)
    assert page.message_bar.text().startswith("”uppsala” är ingen e-postadress.")
    page.presenter.reload(page.presenter.WATCHES)
    assert line.text() == "uppsala", "what the officer typed is not lost"
    page.open(Target(id=desk.recipient()))
    assert line.text() != "uppsala", "another recipient has its own"


def test_somebody_elses_newer_change_is_told(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    recipient = desk.recipient("Region Uppsala")
    page.open(Target(id=recipient))
    RecipientsService(desk.work_of(desk.per)).change(recipient, 1, RecipientInput(peppol_id="0007:1"))
    page.presenter.change(RecipientInput(buyer_reference="X"))
    assert page.message_bar.text().startswith("Någon annan ändrade Region Uppsala först.")

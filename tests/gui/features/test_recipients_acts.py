"""What can be done with a recipient in the page: ombud, accounts, operations, contacts, mergers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from support.desk import OpenDesk, open_desk
from support.gui_pages import copy_of, press
from support.recipients_page import OpenPage
from support.requisition_case import PAGE, CaseDriver

from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme
from sbdesk.services.recipient_rows import RecipientCard
from sbdesk.services.recipients import RecipientsService


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


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "papper.pdf"
    file.write_bytes(b"%PDF-1.4 invented paper")
    return file


def card(desk: OpenDesk, recipient: str = "Region Skåne") -> RecipientCard:
    return RecipientsService(desk.work).card(desk.recipient(recipient))


def test_an_ombud_is_entered_replaced_ended_and_taken_back(qtbot: QtBot, desk: OpenDesk, paper: Path) -> None:
    page = OpenPage(qtbot, desk)
    page.tab("Ombud")
    tab = page.page.card.representatives
    page.start(tab.acts, "Skriv in ombud…")
    page.answer(line="Ombud Ett", second="ett@exempel.invalid", day="2026-03-01", file=paper)
    assert page.told[-1] == "Ombudet är inskrivet."
    assert tab.acts.reason() == ""
    assert "Skriv in ombud… – Mottagaren har redan ett ombud. Välj Ersätt ombudet." in page.offered(tab.acts)
    page.start(tab.acts, "Ersätt ombudet…")
    page.answer(line="Ombud Två", day="2026-05-01")
    assert [row.name for row in card(desk).representatives] == ["Ombud Två", "Ombud Ett"]
    tab.table.select_id(card(desk).representatives[0].id)
    page.start(tab.acts, "Avsluta ombudet…")
    page.answer(day="2026-06-01")
    page.start(tab.acts, "Ångra avslutet")
    assert page.told[-1] == "Ombudet gäller igen."
    page.start(tab.acts, "Bifoga fullmakt…")
    page.answer(file=paper)
    assert card(desk).representatives[0].delegation


def test_a_refused_answer_keeps_the_dialog_and_what_was_typed(qtbot: QtBot, desk: OpenDesk) -> None:
    page = OpenPage(qtbot, desk)
    page.start(page.page.card.representatives.acts, "Skriv in ombud…")
    with page.dialog() as dialog:
        press(dialog.ui.ok, Qt.Key.Key_Return)
        assert dialog.ui.problem.text() == "Namn saknas. Fyll i det."
        assert dialog.ui.line.hasFocus()
        page.answer(line="Ombud Ett", second="ombud", day="2026-03-01")
    assert card(desk).representatives == ()


def test_a_services_refusal_stands_in_the_dialog(qtbot: QtBot, desk: OpenDesk) -> None:
    page = OpenPage(qtbot, desk)
    page.start(page.page.card.representatives.acts, "Skriv in ombud…")
    with page.dialog() as dialog:
        dialog.ui.line.setText("Ombud Ett")
        dialog.ui.second.setText("ombud")
        dialog.day.edit.setText("2026-03-01")
        dialog.ui.ok.click()
        assert dialog.isVisible()
        assert dialog.ui.problem.text().startswith("”ombud” är ingen e-postadress.")
        assert dialog.ui.line.text() == "Ombud Ett"
        dialog.ui.second.setText("ombud@exempel.invalid")
        dialog.ui.ok.click()
    assert card(desk).representatives[0].email == "ombud@exempel.invalid"


def test_an_account_is_checked_while_it_is_typed(qtbot: QtBot, desk: OpenDesk, paper: Path) -> None:
    page = OpenPage(qtbot, desk)
    page.tab("Konton")
    tab = page.page.card.accounts
    page.start(tab.acts, "Skriv in konto…")
    with page.dialog() as dialog:
        assert not dialog.ui.line.isVisible(), "a clearing number is asked of bank accounts"
        dialog.ui.second.setText("5050-1056")
        dialog.ui.other.setCurrentIndex(dialog.ui.other.findText("Med e-post"))
        dialog.ui.ok.click()
        assert dialog.ui.problem.text() == "Bankgiro 5050-1056 har fel kontrollsiffra. Rätta numret."
        dialog.ui.choice.setCurrentIndex(dialog.ui.choice.findText("Bankkonto"))
        assert dialog.ui.line.isVisible()
        dialog.ui.line.setText("9999")
        dialog.ui.second.setText("123456")
        dialog.ui.ok.click()
        assert dialog.ui.problem.text().endswith("Markera sedan att numret är jämfört.")
        dialog.ui.tick.click()
        dialog.ui.ok.click()
    (row,) = card(desk).accounts
    assert (row.kind, row.number, row.source) == ("Bankkonto", "9999, 123456", "med e-post")
    assert any(one.startswith("Bekräfta kontot… – Kontot kom med e-post.") for one in page.offered(tab.acts))
    page.start(tab.acts, "Skriv in motringning…")
    page.answer(text="växeln enligt webbplatsen")
    page.start(tab.acts, "Bekräfta kontot…")
    page.answer(other="Karin Ek, enhetschef", file=paper)
    page.start(tab.acts, "Bifoga handling…")
    page.answer(file=paper)
    assert page.told[-1] == "Handlingen är sparad."
    told = tab._told.text()
    assert "Motringning 2026-06-10: växeln enligt webbplatsen." in told
    assert "Undertecknat utanför programmet av Karin Ek" in told


def test_an_operation_moves_and_every_step_is_taken_back(qtbot: QtBot, desk: OpenDesk) -> None:
    page = OpenPage(qtbot, desk, "Region Uppsala")
    page.tab("Verksamheter")
    tab = page.page.card.operations
    page.start(tab.acts, "Lägg till verksamhet…")
    page.answer(choice="Samverkansregion", line="uppsala-orebro", second="Uppsala/Örebro")
    row = next(one for one in card(desk, "Region Uppsala").operations if one.code == "uppsala-orebro")
    tab.table.select_id(row.id)
    page.start(tab.acts, "Ändra namn eller kod…")
    page.answer(third="sju regioner")
    tab.table.select_id(row.id)
    page.start(tab.acts, "Avsluta hos mottagaren…")
    page.answer(day="2026-06-01")
    tab.table.select_id(row.id)
    page.start(tab.acts, "Ångra avslutet")
    tab.table.select_id(row.id)
    page.start(tab.acts, "Flytta till annan mottagare…")
    page.answer(choice="Region Örebro län", day="2026-05-07")
    moved = next(one for one in card(desk, "Region Uppsala").operations if one.code == "uppsala-orebro")
    assert (moved.went_to, moved.area) == ("Region Örebro län", "sju regioner")
    page.page.go_to(desk.recipient("Region Örebro län"))
    new = next(one for one in card(desk, "Region Örebro län").operations if one.code == "uppsala-orebro")
    tab.table.select_id(new.id)
    page.start(tab.acts, "Ångra flytten hit")
    assert page.told[-1] == "Flytten är ångrad."


def test_contacts_are_handed_over_and_erased(qtbot: QtBot, desk: OpenDesk) -> None:
    case = CaseDriver(desk)
    case.receive(document=PAGE)
    page = OpenPage(qtbot, desk)
    page.tab("Kontakt")
    tab = page.page.card.contacts
    assert "Gallra kontaktuppgifter… – Uppgifterna behövs: CSD 2026." in page.offered(tab.acts)
    case.withdraw()
    page.page.presenter.reload(page.page.presenter.WATCHES)
    page.start(tab.acts, "Kopiera det som finns om personen")
    assert "Namn: Kim Kontakt" in QGuiApplication.clipboard().text()
    page.start(tab.acts, "Gallra kontaktuppgifter…")
    with page.dialog() as dialog:
        assert dialog.ui.cancel.isDefault(), "what cannot be undone is never one Enter away"
        assert "Det kan inte ångras" in dialog.ui.intro.text()
    page.start(tab.acts, "Gallra kontaktuppgifter…")
    page.answer(line="gallringsbeslut ÖVNING 1")
    assert tab.rows.index(0, 0).data() == "Gallrad 2026-06-10"


def test_a_recipient_is_added_corrected_merged_and_taken_apart(
    qtbot: QtBot, desk: OpenDesk, paper: Path
) -> None:
    page = OpenPage(qtbot, desk)
    press(page.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    with page.dialog() as dialog:
        dialog.ui.choice.setCurrentIndex(dialog.ui.choice.findText("Kommun"))
        dialog.ui.line.setText("811228-9874")
        dialog.ui.second.setText("Övningskommun")
        dialog.ui.ok.click()
        assert "ser ut som ett personnummer" in dialog.ui.problem.text()
        dialog.ui.line.setText("232100-0255")
        dialog.ui.ok.click()
        assert dialog.ui.problem.text().startswith("Region Skåne har redan organisationsnumret")
        dialog.ui.line.setText("212000-1355")
        dialog.ui.ok.click()
    shown = page.page.card
    assert shown.name.text() == "Övningskommun", "the new recipient is chosen"
    assert shown.facts.text() == "Orgnr 212000-1355 (inte bekräftat) · kommun"
    page.tab("Kontakt")
    page.start(shown.acts, "Ändra namn, typ eller nummer…")
    page.answer(second="Övningskommunen")
    assert shown.name.text() == "Övningskommunen"
    page.start(shown.acts, "Har gått upp i annan mottagare…")
    page.answer(choice="Region Skåne", other="Karin Ek, enhetschef", day="2026-06-01", file=paper)
    assert shown.facts.text().endswith("Uppgått i Region Skåne 2026-06-01")
    page.page.go_to(desk.recipient())
    assert shown.facts.text().endswith("Har tagit över Övningskommunen")
    page.page.go_to(desk.recipient("Övningskommunen"))
    page.start(shown.acts, "Ångra sammanslagningen…")
    page.answer(text="fel kommun")
    assert page.told[-1] == "Sammanslagningen är ångrad."


def test_an_empty_tab_says_so_at_the_top(qtbot: QtBot, desk: OpenDesk) -> None:
    page = OpenPage(qtbot, desk)
    for words, tab in (("Ombud", page.page.card.representatives), ("Konton", page.page.card.accounts)):
        page.tab(words)
        QApplication.processEvents()  # the layout settles
        empty = next(one for one in tab.findChildren(QLabel) if one.isVisible() and one.text().endswith("."))
        assert tab.acts.y() < 20
        assert empty.y() <= tab.acts.geometry().bottom() + 10
        assert empty.geometry().bottom() < tab.acts.geometry().bottom() + 60
        assert tab.height() > 200, "there is room that could have drawn them apart"


def test_the_timeline_and_the_tabs_are_reached_by_keyboard(qtbot: QtBot, desk: OpenDesk) -> None:
    page = OpenPage(qtbot, desk)
    page.start(page.page.card.representatives.acts, "Skriv in ombud…")
    page.answer(line="Ombud Ett", day="2026-03-01")
    tabs = page.page.card.tabs
    tabs.tabBar().setFocus()
    for _ in range(5):
        press(tabs.tabBar(), Qt.Key.Key_Right)
    assert tabs.tabText(tabs.currentIndex()) == "Tidslinje"
    assert [item.what for item in page.page.card.timeline.items()] == ["Ombud inskrivet"]

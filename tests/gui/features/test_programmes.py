"""Statsbidrag: from nothing to an open programme with every quote at its line, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.desk import FIRST_DAY, OpenDesk, open_desk
from support.gui_pages import Surroundings, button, copy_of, dialog_of, press, show, type_in

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.parties import Role
from sbdesk.gui import application, palette
from sbdesk.gui.context import Target
from sbdesk.gui.features.programmes import lines
from sbdesk.gui.features.programmes.dialogs import AppealDialog, SignOffDialog
from sbdesk.gui.features.programmes.feature import programmes_feature
from sbdesk.gui.features.programmes.page import ProgrammesPage
from sbdesk.gui.features.programmes.presenter import NO_COLLEAGUE, ProgrammeShown, read_file
from sbdesk.gui.look import Theme, Tone
from sbdesk.services import programme_definitions
from sbdesk.services.clock import SetClock
from sbdesk.services.settings import OfficerInput, SettingsService, first_officer
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


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workplace]:
    store, clock = Store.open(tmp_path / "new.sbd", durable=False), SetClock(FIRST_DAY)
    anna = first_officer(store, clock, OfficerInput("Anna Berg", "handläggare", (Role.OFFICER,)))
    yield Workplace(store, clock, anna)
    store.close()


def instruction(folder: Path, *, without: str = "") -> Path:
    """A text that holds every quote under its heading; ``without`` leaves out the fact of that name."""
    text = ["Anvisning", ""]
    for fact in programme_definitions.load("csd-2026").facts:
        if fact.quote and fact.name != without:
            text += [fact.quote.heading, "", *fact.quote.spans, ""]
    file = folder / "csd-2026.txt"
    file.write_text("\n".join(text), encoding="utf-8")
    return file


def opened(qtbot: QtBot, around: Surroundings, width: int = 1400) -> ProgrammesPage:
    page = programmes_feature().make_page(around.context)
    assert isinstance(page, ProgrammesPage)
    show(qtbot, page, width)
    page.table.setFocus()
    return page


def labels(page: ProgrammesPage) -> list[str]:
    return [action.text() for action in page.menu.actions()]


def test_from_nothing_to_an_open_programme(qtbot: QtBot, empty: Workplace, tmp_path: Path) -> None:
    around = Surroundings(empty)
    page = opened(qtbot, around)
    assert page.empty.text().startswith("Inga statsbidrag ännu.")
    assert page.first_focus() is page.new
    assert not page.next_step()
    assert labels(page)[0] == "Lägg in förslag från anvisning: CSD 2026"
    assert labels(page)[-1] == "Tomt statsbidrag…"
    page.menu.actions()[0].trigger()
    assert page.detail.title.text() == "CSD 2026"
    assert page.status.text() == "Väntar på en andra person: granskning mot anvisningen · inlagt av Anna Berg"
    assert "Lägg in förslag från anvisning: CSD 2026" not in labels(page)
    assert "Kopiera till nästa år: CSD 2026…" in labels(page)
    shown = page.presenter.shown
    assert shown is not None
    primary, others = page.presenter.actions(shown)
    assert [action.label for action in primary] == ["Läs in anvisning…"]
    assert [(action.label, action.enabled, action.reason) for action in others][:2] == [
        ("Registrera granskning…", False, NO_COLLEAGUE),
        ("Öppna statsbidraget", False, "En andra person ska först granska uppgifterna mot anvisningen."),
    ]
    colleague = SettingsService(empty).add_officer(OfficerInput("Per Lund", "handläggare", (Role.OFFICER,)))
    around.changes.emit(colleague)
    page.presenter.load_instruction(str(instruction(tmp_path)))
    assert page.next_step()
    dialog = dialog_of(page, SignOffDialog)
    signed = tmp_path / "granskat.pdf"
    signed.write_bytes(b"%PDF-1.4 granskat")
    type_in(dialog.ui.file, str(signed))
    press(dialog.ui.file, Qt.Key.Key_Return)
    assert page.status.text() == "Uppgifter godkända: kan öppnas"
    assert page.next_step()
    assert page.status.text() == "Rekvireringen är öppen"
    assert page.tabs.awards.model.rowCount() == 6
    assert not page.next_step()
    assert around.told.told[-1] == "Statsbidraget är öppet. 6 ärenden väntar på rekvisition."


def test_a_quote_opens_at_its_line(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    facts = page.tabs.facts
    closes = next(row.key for row in facts.model.rows() if row.name == "closes")
    facts.table.select_id(closes)
    assert facts.quote.accessibleDescription().endswith("CSD 2026, under ”Hur gör ni en rekvisition?”")
    file = instruction(tmp_path)
    page.presenter.load_instruction(str(file))
    facts.table.select_id(closes)
    sentence = "Sista dag att rekvirera är den 15 juli 2026."
    number = file.read_text(encoding="utf-8").splitlines().index(sentence) + 1
    assert facts.quote.accessibleDescription() == f"{sentence} CSD 2026, rad {number}"
    button(facts.quote, "Öppna texten").click()
    text = page.instruction.text
    assert page.instruction.isVisible()
    assert text.marked() == sentence
    assert text.textCursor().block().blockNumber() + 1 == number
    assert page.panes()[-1] is text
    text.grab()
    QApplication.processEvents()
    press(text, Qt.Key.Key_Escape)
    assert not page.instruction.isVisible()
    assert page.table.isVisible()


def test_a_broken_up_quote_marks_its_whole_line(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work), 700)
    page.presenter.load_instruction(str(instruction(tmp_path)))
    page.presenter.open_text(1, "finns inte så här")
    assert page.instruction.text.marked() == "Anvisning"
    assert page.detail.split.orientation() == Qt.Orientation.Vertical
    page.instruction.closed.emit()
    assert page.tabs.isVisible(), "in a narrow window the detail stays when the text is closed"


def test_a_missing_quote_is_a_finding(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    before = page.tabs.findings.items()
    assert [item.word for item in before] == ["Upplysning", "Upplysning", "Inte kontrollerat"]
    assert page.tabs.tabText(6) == "Fynd 2"
    page.presenter.load_instruction(str(instruction(tmp_path, without="closes")))
    item = page.tabs.findings.items()[0]
    assert (item.tone, item.title) == (Tone.DEVIATION, "Citat saknas i texten")
    assert "csd-2026.txt" in item.text
    assert page.tabs.tabText(6) == "Fynd 3"
    page.presenter.load_instruction(str(instruction(tmp_path)))
    assert page.tabs.findings.items()[-1].word == "OK"


def test_every_fact_says_who_says_so(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    table = page.tabs.facts.table
    told = {row.name: number for number, row in enumerate(page.tabs.facts.model.shown())}

    def cell(name: str, column: int) -> str:
        return str(table.rows.index(told[name], column).data())

    assert cell("use_from", 3) == "Härlett: behöver bekräftas"
    assert cell("report_due", 3) == "Inte beslutat"
    assert cell("closes", 3) == "Står i anvisningen"
    assert cell("closes", 4) == "–"
    derived = next(row.key for row in page.tabs.facts.model.rows() if row.name == "use_from")
    table.select_id(derived)
    assert page.tabs.facts.explanation.isVisible()
    assert page.tabs.facts.explanation.text()


def test_conditions_grounds_allotment_and_recipients(qtbot: QtBot, desk: OpenDesk) -> None:
    around = Surroundings(desk.work)
    page = opened(qtbot, around)
    rows = page.tabs.conditions.model.rows()
    by_rule = {row.rule: row for row in rows}
    assert (by_rule["R07"].value, by_rule["R07"].word) == ("gäller", "Stopp")
    assert by_rule["R08"].value in {"Räknekontroll", "Två personer", "Upplysning, ingen grund i anvisningen"}
    assert [row for row in rows if row.rule == "Grund"]
    assert [(total.label, total.tone) for total in page.tabs.totals.totals()] == [
        ("Ram", None),
        ("Fördelat", None),
        ("Skillnad mot ram", Tone.OK),
    ]
    assert page.tabs.allotments.model.rowCount() == 7
    page.open(Target(id=desk.programme, part="Mottagare"))
    table = page.tabs.awards.table
    assert table.isVisible()
    table.setFocus()
    press(table, Qt.Key.Key_Return)
    assert around.went.told == [("requisitions", Target(id=desk.award()))]


def test_the_jurist_fills_the_field_on_appeal(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    page.tabs.setCurrentWidget(page.tabs.appeals)
    page.tabs.appeals.table.setFocus()
    press(page.tabs.appeals.table, Qt.Key.Key_Return)
    dialog = dialog_of(page, AppealDialog)
    assert dialog.windowTitle() == "Överklagande: bifall"
    dialog.ui.allowed.setCurrentIndex(1)
    press(dialog.ui.source, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Texten till brevet saknas.")
    type_in(dialog.ui.text, "Beslutet får överklagas.")
    press(dialog.ui.source, Qt.Key.Key_Return)
    assert dialog.ui.problem.text().startswith("Källan saknas.")
    dialog.ui.start.setCurrentIndex(1)
    type_in(dialog.ui.source, "Jurist Eva Dahl")
    press(dialog.ui.source, Qt.Key.Key_Return)
    row = page.tabs.appeals.model.rows()[0]
    assert (row.allowed, row.three_weeks_from, row.text, row.source) == (
        AppealAllowed.YES,
        ThreeWeeksFrom.RECEIVED,
        "Beslutet får överklagas.",
        "Jurist Eva Dahl",
    )


def test_a_file_that_is_no_text_is_refused_in_the_page(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    broken = tmp_path / "bild.txt"
    broken.write_bytes(b"\xff\xfe\x00")
    page.presenter.load_instruction(str(broken))
    assert page.message_bar.text().startswith("Filen bild.txt är ingen textfil")
    with pytest.raises(UserFacingError, match="kan inte läsas"):
        read_file(str(tmp_path))


def test_an_instruction_can_be_dropped(qtbot: QtBot, desk: OpenDesk, tmp_path: Path) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(instruction(tmp_path)))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    shown = page.presenter.shown
    assert shown is not None
    assert shown.page.instruction_name == "csd-2026.txt"


def test_keys_choose_open_and_ask(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    went: list[Target] = []
    page.moved.connect(went.append)
    press(page.table, Qt.Key.Key_Return)
    assert went == [Target(id=desk.programme)]
    page.ask_instruction()
    dialog_of(page, QFileDialog).close()
    page.open(None)
    page.go_to(999)
    page.closing()


def test_the_status_of_an_archived_programme_is_muted(qtbot: QtBot, desk: OpenDesk) -> None:
    page = opened(qtbot, Surroundings(desk.work))
    shown = page.presenter.shown
    assert isinstance(shown, ProgrammeShown)
    assert lines.status(shown.page).tone is Tone.OK
    assert [action.reason for action in page.presenter.actions(shown)[1]] == [
        "",
        "Uppgifterna är redan godkända.",
        "Statsbidraget är redan öppet.",
        "Statsbidraget är öppet. Välj Ändra uppgift under Uppgifter.",
        "Namn och år ligger fast sedan statsbidraget granskades.",
        "",
    ]

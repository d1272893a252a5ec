"""Help can be read, searched and followed, and its ticks follow the data."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard, context

from sbdesk import __version__, paths
from sbdesk.gui import application, palette
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.help import topics
from sbdesk.gui.features.help.feature import help_feature
from sbdesk.gui.features.help.page import FIRST_STEPS, HelpPage
from sbdesk.gui.look import Theme
from sbdesk.services.changes import Done, Touched


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


class Help:
    def __init__(self) -> None:
        self.went = Heard()
        self.done = [True, True, False, False, False, False]
        self.context: PageContext = context(navigate=lambda key, target: self.went(key))
        page = help_feature(lambda services: self.done).make_page(self.context)
        assert isinstance(page, HelpPage)
        self.page = page

    def ticked(self) -> list[str]:
        QApplication.processEvents()
        return [found.text() for found in self.page.ui.ticks.findChildren(QLabel) if found.text()]


@pytest.fixture
def help_(qtbot: QtBot) -> Help:
    made = Help()
    qtbot.addWidget(made.page)
    made.page.resize(1000, 700)
    made.page.show()
    return made


def test_the_pages_that_are_promised_exist() -> None:
    keys = [topic.key for topic in topics.read_topics()]
    assert keys == [
        "kom-igang",
        "kortkommandon",
        "beloppen",
        "ordlista",
        "nytt-statsbidrag",
        "fordelning",
        "manga-rekvisitioner",
        "manga-beslut",
        "andra-beslut",
        "overklagande",
        "mottagare",
        "egna-inloggningar",
        "vad-programmet-inte-gor",
        "om",
    ]


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = topics.read_topics()
    keys = {topic.key for topic in pages}
    links = {link for topic in pages for link in re.findall(r"\]\(([^)]+)\.md\)", topic.text)}
    assert links
    assert links <= keys


def test_a_page_without_heading_is_our_own_fault(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("resources")
    (folder / "help").mkdir()
    (folder / "help" / "10-a.md").write_text("utan rubrik", encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: folder)
    with pytest.raises(ValueError, match=r"10-a\.md"):
        topics.read_topics()


def test_searching_puts_titles_first() -> None:
    pages = topics.read_topics()
    assert topics.found(pages, "BELOPPEN räknas")[0].key == "beloppen"
    assert topics.found(pages, "") == pages
    assert topics.found(pages, "kvantfysik") == ()


def test_the_list_and_the_text_follow_each_other(help_: Help) -> None:
    page = help_.page
    assert page.current_topic() == "kom-igang"
    page.open(Target(query="beloppen"))
    assert page.current_topic() == "beloppen"
    assert "Att återbetala" in page.ui.text.toPlainText()
    page.open(None)
    assert page.current_topic() == "beloppen", "a visit from the list stays where the officer was"
    page.open(Target(query="om"))
    assert __version__ in page.ui.text.toPlainText()
    page.open(Target(query="vidareförmedling"))
    assert page.current_topic() == "ordlista", "a word that is no page is searched for"
    assert page.ui.text.textCursor().selectedText().lower() == "vidareförmedling"
    page.search.setText("kvantfysik")
    page.search.searched.emit("kvantfysik")
    assert page.current_topic() == ""
    assert page.ui.text.toPlainText() == "Ingen hjälpsida innehåller ”kvantfysik”."
    assert page.first_focus() in page.panes()


def test_links_lead_to_pages_of_help_window_and_world(help_: Help, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Heard()
    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    help_.page.ui.text.anchorClicked.emit(QUrl("ordlista.md"))
    assert help_.page.current_topic() == "ordlista"
    help_.page.ui.text.anchorClicked.emit(QUrl("#requisitions"))
    assert help_.went.told == ["requisitions"]
    help_.page.ui.text.anchorClicked.emit(QUrl("https://example.se"))
    assert opened.told == [QUrl("https://example.se")]


def test_the_ticks_follow_the_data(help_: Help) -> None:
    assert help_.ticked()[:4] == ["2 av 6 klara", f"1. {FIRST_STEPS[0]}", "Klart", f"2. {FIRST_STEPS[1]}"]
    help_.done[2] = True
    help_.context.changes.emit(Done(Touched.REQUISITIONS, "Registrerad."))
    assert help_.ticked()[0] == "3 av 6 klara"
    help_.page.open(Target(query="om"))
    assert help_.page.ui.ticks.isHidden()
    help_.page.closing()
    help_.page.open(Target(query="kom-igang"))
    help_.done[3] = True
    help_.context.changes.emit(Done(Touched.DECISIONS, "Beslutat."))
    assert help_.ticked()[0] == "3 av 6 klara"


def test_without_data_no_ticks_are_claimed(qtbot: QtBot) -> None:
    page = help_feature().make_page(context())
    qtbot.addWidget(page)
    assert isinstance(page, HelpPage)
    assert page.ui.ticks.isHidden()


def test_the_shortcut_page_knows_every_key_of_the_window() -> None:
    text = next(topic.text for topic in topics.read_topics() if topic.key == "kortkommandon")
    for key in (
        "F1",
        "F6",
        "Ctrl+K",
        "Ctrl+Retur",
        "Ctrl+I",
        "Ctrl+Q",
        "Alt+Vänster",
        "Ctrl+0",
        "Ctrl+S",
        "Ctrl+N",
    ):
        assert key in text


def test_f1_on_every_page_leads_to_a_topic_that_is_there() -> None:
    known = {topic.key for topic in topics.read_topics()}
    pages = (paths.resources().parent / "src/sbdesk/gui/features").glob("*/page.py")
    named = {page: re.findall(r'help_topic = "(.*)"', page.read_text(encoding="utf-8")) for page in pages}
    wanted = {topic for found in named.values() for topic in found}
    assert len(wanted) >= 5
    assert wanted <= known

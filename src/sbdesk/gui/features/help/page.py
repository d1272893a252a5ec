"""Hjälp: pages to read and search, and six ticks that follow what the officer has done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from sbdesk import __version__
from sbdesk.gui import palette
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.help.topics import Topic, found, read_topics
from sbdesk.gui.forms.ui_help_page import Ui_HelpPage
from sbdesk.gui.look import Tone
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.widgets.labels import empty, heading, label, tone_mark
from sbdesk.gui.widgets.search_field import SearchField
from sbdesk.services.changes import Touched

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services

FIRST_STEPS = (
    "Fyll i avsändare och personer",
    "Granska ett statsbidrag mot anvisningen",
    "Registrera en rekvisition",
    "Förbered och fatta ett beslut",
    "Läs in en huvudbok och bedöm tio rader",
    "Skapa ett återkrav och förhandsgranska fakturan",
)
TICKS_TOPIC = "kom-igang"
_EVERYTHING = ~Touched.NOTHING

Ticks = Callable[["Services"], Sequence[bool]]
"""Which of the six first steps are done, read from the data in the reader thread."""


class HelpPage(Page):
    """List of pages to the left, the page to the right."""

    title = "Hjälp"

    def __init__(self, context: PageContext, ticks: Ticks | None) -> None:
        super().__init__(context)
        self._read_ticks = ticks
        self._topics = read_topics()
        self._shown: tuple[Topic, ...] = ()
        form = QWidget()
        self.ui = Ui_HelpPage()
        self.ui.setupUi(form)
        self.search = SearchField("Sök i hjälpen")
        self.ui.searchPlace.addWidget(self.search)
        palette.changed().changed.connect(self._resize)
        self._resize()
        self.ui.topics.setWordWrap(True)
        self.ui.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ui.ticks.hide()
        self.body.addWidget(form, 1)
        self.search.searched.connect(self._list)
        self.ui.topics.currentRowChanged.connect(self._show)
        self.ui.text.anchorClicked.connect(self._follow)
        self._watch = context.changes.watch(_EVERYTHING, lambda touched: self._load_ticks())
        self._list("")

    def open(self, target: Target | None) -> None:
        """Show the page named by ``target.query``; a word that is no page is searched for."""
        if target is None or not target.query:
            return
        if self._go(target.query):
            return
        self.search.setText(target.query)
        self._list(target.query)

    def first_focus(self) -> QWidget:
        """The list of pages."""
        return self.ui.topics

    def panes(self) -> Sequence[QWidget]:
        """Search, list, text."""
        return (self.search, self.ui.topics, self.ui.text)

    def closing(self) -> None:
        """Watch no more."""
        self._watch.close()

    def current_topic(self) -> str:
        """The key of the page shown, or empty."""
        row = self.ui.topics.currentRow()
        return self._shown[row].key if 0 <= row < len(self._shown) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text keeps most of the width."""
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        width = min(palette.current().px(260), max(200, self.width() * 3 // 10))
        self.ui.topics.setFixedWidth(width)
        self.search.setFixedWidth(width)

    def _list(self, text: str) -> None:
        self._shown = found(self._topics, text)
        self.ui.topics.clear()
        for topic in self._shown:
            self.ui.topics.addItem(QListWidgetItem(topic.title))
        if self._shown:
            self.ui.topics.setCurrentRow(0)
        else:
            self.ui.ticks.hide()
            self.ui.text.setPlainText(f"Ingen hjälpsida innehåller ”{text}”.")

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        topic = self._shown[row]
        text = topic.text.replace("{version}", __version__)
        self.ui.text.setMarkdown(text)
        self._space_headings(self.ui.text.document())
        words = self.search.text().split()
        if words:
            self.ui.text.find(words[0])
        else:
            self.ui.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.ui.ticks.hide()
        if topic.key == TICKS_TOPIC:
            self._load_ticks()

    def _space_headings(self, document: QTextDocument) -> None:
        """Markdown headings come without air above them."""
        document.setDocumentMargin(16)
        block = document.begin()
        while block.isValid():
            form = block.blockFormat()
            if form.headingLevel() > 1:
                form.setTopMargin(14)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _load_ticks(self) -> None:
        ticks = self._read_ticks
        if ticks is None or self.current_topic() != TICKS_TOPIC:
            return
        services = self.context.services
        self.context.tasks.read(lambda: ticks(services), self._show_ticks, self.show_error)

    def _show_ticks(self, done: Sequence[bool]) -> None:
        layout = self.ui.ticksLayout
        empty(layout)
        layout.addWidget(heading(f"{sum(done)} av {len(FIRST_STEPS)} klara"))
        for number, (text, ready) in enumerate(zip(FIRST_STEPS, done, strict=True), 1):
            line = QWidget()
            line.setAccessibleName(f"{text}: {'klart' if ready else 'inte klart'}")
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(tone_mark(Tone.OK if ready else Tone.MUTED))
            row.addWidget(label(f"{number}. {text}"), 1)
            row.addWidget(label("Klart" if ready else "", wrap=False), 0, Qt.AlignmentFlag.AlignRight)
            layout.addWidget(line)
        self.ui.ticks.setVisible(self.current_topic() == TICKS_TOPIC)

    def _follow(self, link: QUrl) -> None:
        """``ordlista.md`` is another page, ``#requisitions`` a page of the window; the rest opens outside."""
        if link.scheme():
            QDesktopServices.openUrl(link)
        elif link.fragment() and not link.path():
            self.context.navigate(link.fragment())
        else:
            self._go(link.path().removesuffix(".md"))

    def _go(self, key: str) -> bool:
        """Show the page with this key, in the whole list; False when there is none."""
        number = next((i for i, topic in enumerate(self._topics) if topic.key == key), None)
        if number is None:
            return False
        self.search.clear()
        self._list("")
        self.ui.topics.setCurrentRow(number)
        return True

"""Ctrl+K: every page, act and case by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sbdesk.domain.sort_keys import text_key
from sbdesk.gui import icons, palette
from sbdesk.gui.widgets.search_field import SearchField


@dataclass(frozen=True)
class Command:
    """Something to go to or do; ``detail`` stands after the label, such as a shortcut."""

    label: str
    run: Callable[[], None]
    detail: str = ""
    icon: str = "next"


Search = Callable[[str, Callable[[Sequence[Command]], None]], None]
"""``search(text, arrived)``: find cases off the main thread."""


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands that hold every word, those that begin with the text first."""
    wanted = text_key(text)
    found = [
        command
        for command in commands
        if all(word in text_key(f"{command.label} {command.detail}") for word in wanted.split())
    ]
    return sorted(found, key=lambda command: not text_key(command.label).startswith(wanted))


class CommandPalette(QDialog):
    """Typing narrows, Down and Up choose, Enter goes, Esc closes."""

    def __init__(self, commands: Sequence[Command], search: Search | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gå till")
        self.setAccessibleName("Gå till")
        self._commands = tuple(commands)
        self._search = search
        self._found: list[Command] = []
        self.field = SearchField("Sida, åtgärd, diarienummer, region, fakturanummer …")
        self.field.textChanged.connect(self._narrow)
        self.field.searched.connect(self._ask)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Träffar")
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.field)
        inside.addWidget(self.list)
        look = palette.current()
        self.resize(look.px(620), look.px(420))
        self._narrow("")
        self.field.setFocus()

    def labels(self) -> list[str]:
        """What can be chosen now."""
        return [command.label for command in self._found]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter work on the list while the officer types."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        self._show(matching(self._commands, text))

    def _ask(self, text: str) -> None:
        if self._search is not None and len(text) > 1:
            self._search(text, lambda found: self._add(text, found))

    def _add(self, text: str, found: Sequence[Command]) -> None:
        if text == self.field.text():
            self._show([*found, *matching(self._commands, text)])

    def _show(self, commands: list[Command]) -> None:
        self._found = commands
        self.list.clear()
        for command in commands:
            text = f"{command.label}    {command.detail}" if command.detail else command.label
            self.list.addItem(QListWidgetItem(icons.icon(command.icon), text))
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        number = self.list.currentRow()
        if not 0 <= number < len(self._found):
            return
        command = self._found[number]
        self.accept()
        command.run()

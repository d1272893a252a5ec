"""``Nytt statsbidrag``: from nothing, after one that is there, or one that ships with the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sbdesk.gui import icons
from sbdesk.services.programme_rows import ProgrammeRow, ShippedRow


class NewButton(QPushButton):
    """``shipped`` carries a code, ``copied`` a programme's id, ``from_nothing`` nothing."""

    shipped = Signal(str)
    copied = Signal(int)
    from_nothing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nytt statsbidrag", parent)
        self.setProperty("menu", True)
        icons.place(self, "add")
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.setMenu(self.choices)

    def offer(self, rows: Sequence[ProgrammeRow], shipped: Sequence[ShippedRow]) -> None:
        """Offer these programmes to copy, and those that ship and are not put in."""
        self.choices.clear()
        for one in shipped:
            act = self.choices.addAction(f"Lägg in förslag från anvisning: {one.short_title}")
            act.setToolTip(one.title)
            act.triggered.connect(partial(self.shipped.emit, one.code))
        if not shipped:
            act = self.choices.addAction("Alla statsbidrag som följer med programmet är redan inlagda")
            act.setEnabled(False)
        self.choices.addSeparator()
        for row in rows:
            act = self.choices.addAction(f"Kopiera till nästa år: {row.short_title}…")
            act.setToolTip(row.title)
            act.triggered.connect(partial(self.copied.emit, row.id))
        self.choices.addAction("Tomt statsbidrag…").triggered.connect(self.from_nothing)

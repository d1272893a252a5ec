"""The line under the list: how many cases are ticked, their sum, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.gui import icons
from sbdesk.gui.features.requisitions import bulk_words
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import label
from sbdesk.gui.widgets.next_step_bar import menu_action
from sbdesk.services.requisition_rows import CaseRow


class BulkBar(QWidget):
    """``wanted`` carries a :class:`BulkAct`; it is always there, so that it never takes the focus away."""

    wanted = Signal(object)
    all_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, *, signed_outside: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Valda ärenden")
        self._labels = dict(bulk_words.labels(signed_outside=signed_outside))
        self._act = BulkAct.PROPOSE
        self.words = label(bulk_words.HINT, wrap=False)
        self.first = QPushButton()
        self.more = QPushButton("&Med de valda")
        self.more.setProperty("menu", True)
        self.menu = QMenu(self.more)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)
        self.everything = QPushButton()
        self.nothing = QToolButton()
        self.nothing.setToolTip("Avmarkera alla")
        self.nothing.setAccessibleName("Avmarkera alla")
        icons.place(self.nothing, "close", side=16)
        flow = FlowLayout(self, spacing=8)
        for widget in (self.words, self.nothing, self.first, self.more, self.everything):
            flow.addWidget(widget)
        self.first.clicked.connect(lambda: self.wanted.emit(self._act))
        self.everything.clicked.connect(self.all_wanted)
        self.nothing.clicked.connect(self.none_wanted)
        self.show_chosen((), hidden_chosen=0, hidden=0)

    def show_chosen(self, rows: Sequence[CaseRow], *, hidden_chosen: int, hidden: int) -> None:
        """Other ticks; ``hidden`` rows are not shown by the filter, ``hidden_chosen`` of them are ticked."""
        self.words.setText(bulk_words.chosen_words(rows, hidden_chosen))
        self.setAccessibleDescription(self.words.text())
        self._act = bulk_words.proposed_act(rows)
        self.first.setText(self._labels[self._act])
        for widget in (self.first, self.more, self.nothing):
            widget.setVisible(bool(rows))
        self.everything.setVisible(hidden > hidden_chosen and bool(rows))
        self.everything.setText(f"Välj alla, även {hidden} dolda")
        self.menu.clear()
        for act, words in self._labels.items():
            self.menu.addAction(menu_action(self.menu, Action(words, partial(self.wanted.emit, act))))

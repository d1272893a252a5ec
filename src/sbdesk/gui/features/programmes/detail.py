"""One programme to the right of the list: its names, status, next step and tabs, and the text beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.features.programmes.instruction_panel import InstructionPanel
from sbdesk.gui.features.programmes.tabs import ProgrammeTabs
from sbdesk.gui.settings import Settings
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.status_strip import StatusStrip

_SIDE_BY_SIDE = 800
_ROOMY = 560


class ProgrammeDetail(QWidget):
    """The instruction stands beside the tabs, or under them where it is narrow."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.title, self.full_title = heading("", "page"), muted("")
        self.status, self.steps = StatusStrip(), NextStepBar()
        self.tabs = ProgrammeTabs(settings)
        self.instruction = InstructionPanel()
        self.instruction.hide()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.instruction)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.full_title, self.status, self.steps):
            column.addWidget(part)
        column.addWidget(self.split, 1)
        self.tabs.facts.typing.connect(lambda _typing: self._make_room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text beside the tabs, or under them where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= palette.current().px(_SIDE_BY_SIDE)
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._make_room()

    def _make_room(self) -> None:
        """Where it is low the short name is enough, and above a form that is being filled in no next step."""
        room = self.height() >= palette.current().px(_ROOMY)
        self.full_title.setVisible(room)
        self.steps.setVisible(room or self.tabs.facts.form.isHidden())

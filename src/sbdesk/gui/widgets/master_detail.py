"""A list to the left and what is chosen to the right; in a narrow window one takes the other's place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.settings import Settings

NARROW = 1180 - 216
LIST_MINIMUM = 420


class MasterDetail(QWidget):
    """``detail_shown`` says whether the detail stands in place of the list, or has been left again."""

    detail_shown = Signal(bool)

    def __init__(self, master: QWidget, detail: QWidget, settings: Settings, page: str) -> None:
        super().__init__()
        self.master, self._settings = master, settings
        self._key = f"splitter/{page}"
        self._wants_detail = False
        self._whole_width = False
        self.back = QPushButton("Tillbaka till listan")
        self.back.setProperty("link", True)
        icons.place(self.back, "back", "link", 16)
        self.back.clicked.connect(self.show_list)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(detail, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.addWidget(master)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.splitterMoved.connect(self._remember)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        palette.changed().changed.connect(self._arrange)
        self._recall()
        self._arrange()

    def show_detail(self, *, whole_width: bool = False) -> None:
        """Enter: go to the detail, which takes the whole width if asked or if the window is narrow."""
        self._wants_detail, self._whole_width = True, whole_width
        self._arrange()

    def show_list(self) -> None:
        """Back to the list, with the focus in it."""
        self._wants_detail = self._whole_width = False
        self._arrange()
        self.master.setFocus()

    def is_narrow(self) -> bool:
        """Whether list and detail do not fit side by side."""
        return self.width() < palette.current().px(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self.is_narrow() or self._whole_width
        detail_alone = alone and self._wants_detail
        changed = detail_alone != self.master.isHidden()
        self.master.setMinimumWidth(0 if alone else palette.current().px(LIST_MINIMUM))
        self.master.setVisible(not detail_alone)
        self._right.setVisible(detail_alone or not alone)
        self.back.setVisible(detail_alone)
        if changed:
            self.detail_shown.emit(detail_alone)

    def _remember(self) -> None:
        self._settings.put(self._key, " ".join(str(size) for size in self.splitter.sizes()))

    def _recall(self) -> None:
        sizes = [int(size) for size in self._settings.get(self._key).split() if size.isdecimal()]
        if len(sizes) == 2:
            self.splitter.setSizes(sizes)

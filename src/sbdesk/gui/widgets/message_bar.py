"""Tells in the page what happened, that nothing was lost and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.labels import label, restyle


class MessageBar(QFrame):
    """Hidden until told; stays until the officer closes it or acts again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Meddelande")
        self._mark = QLabel()
        self._what = label("")
        self._what.setProperty("strong", True)
        self._rest = label("")
        self._action = QPushButton()
        self._action.hide()
        self._run: Action | None = None
        self._action.clicked.connect(self._act)
        close = QToolButton()
        close.setAccessibleName("Stäng meddelandet")
        close.setToolTip("Stäng meddelandet")
        icons.place(close, "close", side=16)
        close.clicked.connect(self.clear)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._what)
        texts.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_error(self, error: UserFacingError, action: Action | None = None) -> None:
        """An error for the officer, with what to do as a button when there is one."""
        self.tell(Tone.STOP, error.what, " ".join(part for part in (error.safe, error.todo) if part), action)

    def tell(self, tone: Tone, what: str, rest: str = "", action: Action | None = None) -> None:
        """Any other message that stays in the page."""
        icons.place(self._mark, tone.value, "muted" if tone is Tone.MUTED else f"{tone.value}_text", 20)
        self._what.setText(what)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._run = action
        self._action.setVisible(action is not None)
        self._action.setText(action.label if action is not None else "")
        self.setAccessibleDescription(f"{what} {rest}".strip())
        restyle(self, tinted=tone.value)
        self.show()
        # The sentence is read aloud although the focus stays where the officer is.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """What is told, empty when nothing is."""
        return self.accessibleDescription()

    def clear(self) -> None:
        """Take the message away."""
        self.setAccessibleDescription("")
        self.hide()

    def _act(self) -> None:
        if self._run is not None:
            self._run.run()

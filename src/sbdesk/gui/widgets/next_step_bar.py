"""Offers the one next step of a case, and the other acts with the reason when they are forbidden."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.labels import muted

_NARROW = 720


class NextStepBar(QWidget):
    """One filled button (Ctrl+Enter through the page) and ``Fler åtgärder``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        self._primary = QPushButton()
        self._primary.setProperty("primary", True)
        self._primary.setDefault(False)
        self._primary.clicked.connect(self.run)
        self._reason = muted("")
        self._reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QPushButton("Fler åtgärder")
        self._more.setProperty("menu", True)
        self._more.setToolTip("Övriga åtgärder i ärendet")
        self._menu = QMenu(self._more)
        self._menu.setToolTipsVisible(True)
        self._more.setMenu(self._menu)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._primary)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addLayout(buttons)
        self._whole.addWidget(self._reason, 1)
        self.show_actions((), ())

    def show_actions(self, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """Offer the first of ``primary`` (none: no next step) and ``others`` in the menu."""
        self._actions = tuple(primary)[:1]
        first = self._actions[0] if self._actions else None
        self._primary.setVisible(first is not None)
        self._reason.setText("" if first is None or first.enabled else first.reason)
        self._reason.setVisible(bool(self._reason.text()))
        if first is not None:
            self._primary.setText(first.label)
            self._primary.setEnabled(first.enabled)
            self._primary.setToolTip(f"{first.reason or first.label} (Ctrl+Retur)")
            self._primary.setAccessibleName(first.label)
            self._primary.setAccessibleDescription(f"Nästa steg. {first.reason}".strip())
        self._menu.clear()
        for action in (*tuple(primary)[1:], *others):
            self._menu.addAction(menu_action(self._menu, action))
        self._more.setVisible(bool(self._menu.actions()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the reason stands under the buttons."""
        super().resizeEvent(event)
        narrow = self.width() < palette.current().px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(direction)

    def run(self) -> bool:
        """Do the next step; False when there is none or it is forbidden."""
        if not self._actions or not self._actions[0].enabled:
            return False
        self._actions[0].run()
        return True

    def reason(self) -> str:
        """Why the next step is forbidden, empty when it is not."""
        return self._reason.text()


def menu_action(parent: QWidget, action: Action) -> QAction:
    """An entry of a menu. A forbidden one stays readable by keyboard and says why instead of acting."""
    text = action.label if action.enabled else f"{action.label} – {action.reason}"
    made = QAction(text, parent)
    made.setEnabled(action.enabled)
    made.setToolTip(action.reason or action.label)
    made.setStatusTip(action.reason)
    if action.icon:
        icons.place(made, action.icon)
    if action.shortcut:
        made.setShortcut(QKeySequence(action.shortcut))
    made.triggered.connect(lambda: action.run())
    return made

"""F6 and Shift+F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sbdesk.gui.shell.navigation import Navigation


def go_to_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the pane ``step`` places after the one that has it."""
    focus = QApplication.focusWidget()
    at = next(
        (i for i, pane in enumerate(panes) if focus is not None and _holds(pane, focus)),
        -1 if step > 0 else 0,
    )
    pane = panes[(at + step) % len(panes)]
    goal = pane.current_button() if isinstance(pane, Navigation) else pane
    goal.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)

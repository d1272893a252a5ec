"""What a noun of the desk offers the window: a name in the list and a page, made at the first visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


class Page(QWidget):
    """The base of every page. Put the content into ``self.body``; errors appear above it.

    A page emits ``moved`` when the officer has gone to another place inside it, so that Alt+Left leads back.
    """

    title = ""
    help_topic = ""

    moved = Signal(Target)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.message_bar = MessageBar()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(self.message_bar)
        whole.addLayout(self.body, 1)

    def open(self, target: Target | None) -> None:
        """Show the target; None is a visit from the list, where the page stays where it was."""

    def next_step(self) -> bool:
        """Ctrl+Enter: do the next step of the case shown; False when there is none."""
        return False

    def first_focus(self) -> QWidget | None:
        """What has the focus when the page opens: its table."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through, from left to right."""
        first = self.first_focus()
        return () if first is None else (first,)

    def has_unsaved(self) -> str:
        """A Swedish question to ask before the window closes, or empty."""
        return ""

    def closing(self) -> None:
        """The database is being closed: close the presenter."""

    def show_error(self, error: UserFacingError) -> None:
        """What happened, that nothing was lost and what to do, in the page."""
        self.message_bar.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        self.message_bar.clear()

    def add_command(self, action: Action) -> QAction:
        """Offer an act of the page in the menu ``Sida``, in Ctrl+K, and by its shortcut within the page."""
        made = QAction(action.label, self)
        made.setEnabled(action.enabled)
        made.setToolTip(action.reason or action.label)
        if action.icon:
            icons.place(made, action.icon)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: action.run())
        self.addAction(made)
        return made


@dataclass(frozen=True)
class Feature:
    """One entry of the list to the left, or with ``under`` a page that belongs to the entry of that key.

    ``waiting`` counts what waits for the officer, in the reader thread; ``foot`` puts the entry last.
    """

    key: str
    label: str
    icon: str
    order: int
    make_page: Callable[[PageContext], Page]
    shortcut: str = ""
    foot: bool = False
    under: str = ""
    waiting: Callable[[Services], int] | None = None

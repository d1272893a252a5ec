"""The window's acts and the menus made of them; pages add their own under Sida."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sbdesk.gui import icons
from sbdesk.gui.shell.appearance import THEME_LABELS, Appearance


@dataclass
class Menus:
    """Adds acts to the window, so that their shortcuts work wherever the focus is."""

    window: QMainWindow
    acts: dict[str, QAction] = field(default_factory=dict)

    def menu(self, title: str) -> QMenu:
        """A new menu in the bar."""
        return self.window.menuBar().addMenu(title)

    def add(
        self,
        menu: QMenu,
        key: str,
        text: str,
        run: Callable[[], object],
        *,
        shortcut: str | list[str] = "",
        icon: str = "",
    ) -> QAction:
        """One act; ``key`` names it for the tests and for switching it off."""
        act = QAction(text, self.window)
        keys = [shortcut] if isinstance(shortcut, str) else shortcut
        act.setShortcuts([QKeySequence(sequence) for sequence in keys if sequence])
        act.triggered.connect(lambda: run())
        if icon:
            icons.place(act, icon)
        menu.addAction(act)
        self.acts[key] = act
        return act

    def add_themes(self, menu: QMenu, appearance: Appearance) -> None:
        """One choice per theme."""
        group = QActionGroup(self.window)
        for theme, text in THEME_LABELS.items():
            act = self.add(menu, f"theme_{theme.value}", text, partial(appearance.set_theme, theme))
            act.setCheckable(True)
            act.setChecked(theme is appearance.theme)
            group.addAction(act)

        def follow() -> None:
            """Inställningar may have chosen another."""
            self.acts[f"theme_{appearance.theme.value}"].setChecked(True)

        menu.aboutToShow.connect(follow)

    def enable(self, enabled: bool, *keys: str) -> None:
        """Switch acts on or off."""
        for key in keys:
            self.acts[key].setEnabled(enabled)

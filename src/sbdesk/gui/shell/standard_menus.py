"""The menus that are there whatever page is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sbdesk.gui.shell.appearance import Appearance
from sbdesk.gui.shell.menus import Menus

if TYPE_CHECKING:
    from sbdesk.gui.shell.main_window import MainWindow

IMPORT_PAGE = "ledger_imports"
DESK_ACTS = frozenset(
    {"other_database", "import", "next_step", "goto", "back", "forward", "pane", "pane_back", "help", "saved"}
)
"""The acts that need an open database."""


def build_menus(window: MainWindow, menus: Menus, appearance: Appearance) -> tuple[QMenu, ...]:
    """Fill the menu bar; gives the menus that are hidden on the start page."""
    _file_menu(window, menus)
    page = _page_menu(window, menus)
    go = _go_menu(window, menus)
    _view_menu(window, menus, appearance)
    _help_menu(window, menus)
    return page, go


def _file_menu(window: MainWindow, menus: Menus) -> None:
    menu = menus.menu("&Arkiv")
    menus.add(menu, "other_database", "&Byt databas…", window.other_database_wanted.emit, icon="open")
    if any(feature.key == IMPORT_PAGE for feature in window.features()):
        menus.add(
            menu,
            "import",
            "&Läs in huvudbok…",
            lambda: window.navigate(IMPORT_PAGE),
            shortcut="Ctrl+I",
            icon="ledger-import",
        )
    menus.add(menu, "saved", "&Spara", window.tell_saved, shortcut="Ctrl+S", icon="save")
    menu.addSeparator()
    menus.add(menu, "quit", "A&vsluta", window.close, shortcut="Ctrl+Q")


def _page_menu(window: MainWindow, menus: Menus) -> QMenu:
    menu = menus.menu("&Sida")
    menus.add(
        menu,
        "next_step",
        "&Nästa steg",
        window.next_step,
        shortcut=["Ctrl+Return", "Ctrl+Enter"],
        icon="next",
    )
    separator = menu.addSeparator()
    shown: list[QAction] = []

    def fill() -> None:
        """The acts of the page that is open now."""
        for act in shown:
            menu.removeAction(act)
        page = window.page()
        shown[:] = page.actions() if page is not None else []
        for act in shown:
            menu.addAction(act)
        separator.setVisible(bool(shown))

    menu.aboutToShow.connect(fill)
    return menu


def _go_menu(window: MainWindow, menus: Menus) -> QMenu:
    menu = menus.menu("&Gå")
    menus.add(menu, "goto", "Gå till eller &sök…", window.open_palette, shortcut="Ctrl+K", icon="search")
    back = ["Alt+Left", "Back"]
    menus.add(menu, "back", "&Bakåt", window.pages.back, shortcut=back, icon="back")
    forward = ["Alt+Right", "Forward"]
    menus.add(menu, "forward", "&Framåt", window.pages.forward, shortcut=forward, icon="forward")
    menus.add(menu, "pane", "Nästa &ruta", window.next_pane, shortcut="F6")
    menus.add(menu, "pane_back", "&Föregående ruta", lambda: window.next_pane(-1), shortcut="Shift+F6")
    menu.addSeparator()
    for feature in (it for it in window.features() if not it.under):
        menus.add(
            menu,
            f"page_{feature.key}",
            feature.label,
            partial(window.navigate, feature.key),
            shortcut=feature.shortcut,
            icon=feature.icon,
        )
    return menu


def _view_menu(window: MainWindow, menus: Menus, appearance: Appearance) -> None:
    menu = menus.menu("&Visa")
    menus.add(menu, "larger", "&Större text", appearance.larger, shortcut=["Ctrl++", "Ctrl+="])
    menus.add(menu, "smaller", "&Mindre text", appearance.smaller, shortcut="Ctrl+-")
    menus.add(menu, "usual", "&Normal text", lambda: appearance.set_text_scale(100), shortcut="Ctrl+0")
    menu.addSeparator()
    menus.add_themes(menu, appearance)
    menu.addSeparator()
    menus.add(menu, "messages", "M&eddelanden", window.show_messages, icon="message")


def _help_menu(window: MainWindow, menus: Menus) -> None:
    menu = menus.menu("&Hjälp")
    menus.add(menu, "help", "&Hjälp om sidan", window.help_here, shortcut="F1", icon="help")
